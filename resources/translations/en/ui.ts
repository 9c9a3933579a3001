<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>CodeBook</name>
    <message>
        <source>ยังไม่ระบุ</source>
        <translation>Not noted</translation>
    </message>
    <message>
        <source>ยังไม่ทราบ</source>
        <translation>Not known yet</translation>
    </message>
    <message>
        <source>ใช่</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>ไม่ใช่</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>วันนี้</source>
        <translation>today</translation>
    </message>
    <message>
        <source>เมื่อวาน</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>พรุ่งนี้</source>
        <translation>tomorrow</translation>
    </message>
    <message numerus="yes">
        <source>%n ปีก่อน</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n เดือนก่อน</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n วันก่อน</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>อีก %n เดือน</source>
        <translation>
            <numerusform>in %n month</numerusform>
            <numerusform>in %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>อีก %n วัน</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileWording</name>
    <message>
        <source>ที่ว่างในดิสก์ไม่พอ ลบแฟ้มที่ไม่ใช้หรือเลือกที่เก็บอื่น แล้วลองใหม่</source>
        <translation>The disk is full. Remove files you do not need, or choose another place, and try again.</translation>
    </message>
    <message>
        <source>แฟ้มของเอกสาร “{title}” อยู่ที่เครื่องอื่น จะมาถึงเมื่อซิงก์เอกสารแนบเสร็จ</source>
        <translation>The file of “{title}” is on another computer. It arrives when attachments have been synced.</translation>
    </message>
    <message>
        <source>แถว {row} ช่อง {column} ยาวเกินที่แฟ้มตารางรับได้ ย่อข้อความแล้วส่งออกใหม่</source>
        <translation>Row {row}, column {column} is longer than a spreadsheet can hold. Shorten the text and export again.</translation>
    </message>
    <message>
        <source>ไม่รู้จักชนิดของแฟ้ม {name} ใช้ .xlsx หรือ .csv</source>
        <translation>The kind of {name} is not known. Use .xlsx or .csv.</translation>
    </message>
    <message>
        <source>เขียนแฟ้ม {name} ไม่ได้ ปิดแฟ้มนี้ในโปรแกรมอื่น หรือเลือกที่เก็บอื่น</source>
        <translation>{name} cannot be written. Close it in other programs, or choose another place.</translation>
    </message>
    <message>
        <source>แฟ้ม {name} มีช่องที่ยาวเกิน {limit} ตัวอักษร แบ่งหรือย่อแล้วลองใหม่</source>
        <translation>{name} has a cell of more than {limit} characters. Split or shorten it and try again.</translation>
    </message>
    <message>
        <source>แฟ้ม {name} เสียหรือมาไม่ครบ คัดลอกมาใหม่ หรือเปิดใน Excel แล้วบันทึกใหม่</source>
        <translation>{name} is damaged or incomplete. Copy it again, or open it in Excel and save it anew.</translation>
    </message>
    <message>
        <source>แฟ้มนี้ว่างเปล่า เลือกแฟ้มอื่น</source>
        <translation>This file is empty. Choose another.</translation>
    </message>
    <message>
        <source>แฟ้ม {name} ใส่รหัสผ่านไว้ เปิดใน Excel เอารหัสออก แล้วบันทึกใหม่</source>
        <translation>{name} is protected by a password. Open it in Excel, remove the password and save it.</translation>
    </message>
    <message>
        <source>แฟ้ม {name} เป็นแบบ OpenDocument เปิดแล้วบันทึกเป็น .xlsx หรือ .csv ก่อน</source>
        <translation>{name} is an OpenDocument file. Save it as .xlsx or .csv first.</translation>
    </message>
    <message>
        <source>แฟ้ม {name} เป็นหน้าเว็บ แม้ชื่อจะเหมือนแฟ้ม Excel เปิดใน Excel แล้วบันทึกเป็น .xlsx</source>
        <translation>{name} is a web page, though its name looks like a workbook: open it in Excel and save it as .xlsx</translation>
    </message>
    <message>
        <source>ไม่พบแฟ้ม {name} อาจถูกย้ายหรือถอดไดรฟ์ออก เลือกแฟ้มใหม่</source>
        <translation>{name} was not found. It may have been moved, or the drive taken out. Choose the file again.</translation>
    </message>
    <message>
        <source>แฟ้ม {name} ไม่ใช่ตาราง เลือกแฟ้ม .xlsx หรือ .csv</source>
        <translation>{name} is not a spreadsheet. Choose an .xlsx or .csv file.</translation>
    </message>
    <message>
        <source>แฟ้ม {name} เป็น Excel แบบเก่า (.xls) เปิดแล้วบันทึกเป็น .xlsx ก่อน</source>
        <translation>{name} is an old Excel file (.xls). Open it and save it as .xlsx first.</translation>
    </message>
    <message>
        <source>แฟ้ม {name} มีสิ่งที่แฟ้มรายชื่อปกติไม่มี จึงไม่เปิดเพื่อความปลอดภัย ขอแฟ้มใหม่จากเจ้าของ</source>
        <translation>{name} holds things that no ordinary roster holds, so for safety it is not opened. Ask its owner for a new file.</translation>
    </message>
    <message>
        <source>แฟ้ม {name} ใหญ่เกินไป แบ่งเป็นหลายแฟ้มแล้วนำเข้าทีละแฟ้ม</source>
        <translation>{name} is too large. Split it and import the parts one by one.</translation>
    </message>
    <message>
        <source>แฟ้ม {name} มีเกิน {limit} คอลัมน์ ลบคอลัมน์ที่ไม่ใช้แล้วลองใหม่</source>
        <translation>{name} has more than {limit} columns. Remove those not needed and try again.</translation>
    </message>
    <message>
        <source>แฟ้ม {name} มีเกิน {limit} แถว แบ่งเป็นหลายแฟ้มแล้วลองใหม่</source>
        <translation>{name} has more than {limit} rows. Split it and try again.</translation>
    </message>
    <message>
        <source>แฟ้ม {name} มีเกิน {limit} แผ่นงาน เก็บเฉพาะแผ่นที่ใช้แล้วลองใหม่</source>
        <translation>{name} has more than {limit} sheets. Keep those you need and try again.</translation>
    </message>
    <message>
        <source>ไม่รู้จักแฟ้มชนิดนี้ ใช้ภาพ JPG หรือ PNG หรือเอกสาร PDF</source>
        <translation>This kind of file is not known. Use a JPG or PNG picture, or a PDF.</translation>
    </message>
    <message>
        <source>อ่านตัวอักษรในแฟ้ม {name} ไม่ออก เปิดใน Excel แล้วบันทึกเป็น CSV UTF-8</source>
        <translation>The letters in {name} cannot be read. Open it in Excel and save it as CSV UTF-8.</translation>
    </message>
    <message>
        <source>อ่านแฟ้ม {name} ไม่ได้ ปิดแฟ้มในโปรแกรมอื่นแล้วลองใหม่</source>
        <translation>{name} cannot be read. Close it in other programs and try again.</translation>
    </message>
    <message>
        <source>แฟ้มนี้ไม่ใช่ภาพถ่าย เลือกภาพ JPG หรือ PNG</source>
        <translation>This file is not a photo. Choose a JPG or PNG picture.</translation>
    </message>
    <message>
        <source>เขียนแฟ้ม {path} ไม่ได้ ปิดแฟ้มนี้ในโปรแกรมอื่น หรือเลือกที่เก็บอื่น</source>
        <translation>{path} cannot be written. Close it in other programs, or choose another place.</translation>
    </message>
    <message>
        <source>ไม่มีอะไรให้พิมพ์ตามที่เลือก เลือกคนหรือหมู่บ้านใหม่</source>
        <translation>There is nothing to print in this choice. Choose other people or another village.</translation>
    </message>
    <message>
        <source>ไม่มีแบบฟอร์มชื่อ {name} เลือกจากรายการ</source>
        <translation>There is no form called {name}. Pick one from the list.</translation>
    </message>
    <message>
        <source>หาแถวหัวตารางในแฟ้ม {name} ไม่พบ แถวหัวควรมีคำว่า ชื่อ กับ นามสกุล หรือเลขประจำตัว</source>
        <translation>No row of headings was found in {name}. It should hold words such as ชื่อ and นามสกุล, or เลขประจำตัว.</translation>
    </message>
</context>
<context>
    <name>KeyWording</name>
    <message>
        <source>รหัสผ่านไม่ถูกต้อง ตรวจว่าแป้นพิมพ์เป็นภาษาใด แล้วลองใหม่</source>
        <translation>The passcode is not right. See which language the keyboard has, and try again</translation>
    </message>
    <message>
        <source>ใส่รหัสผิดหลายครั้ง รออีก {seconds} วินาที ข้อมูลไม่หาย</source>
        <translation>Several wrong passcodes: wait {seconds} seconds. Nothing is lost</translation>
    </message>
    <message>
        <source>รหัสผ่านสั้นเกินไป ใช้อย่างน้อย {least} ตัว</source>
        <translation>The passcode is too short: use at least {least} letters</translation>
    </message>
    <message>
        <source>ถ้าเป็นตัวเลขล้วน ใช้อย่างน้อย {least} ตัว หรือใส่ตัวอักษรปนด้วย</source>
        <translation>Figures alone: use at least {least}, or mix in letters</translation>
    </message>
    <message>
        <source>รหัสนี้เดาง่าย ลองใช้คำสองสามคำที่คนอื่นไม่รู้</source>
        <translation>This is easily guessed. Try two or three words that nobody knows</translation>
    </message>
    <message>
        <source>อย่าใช้ชื่อ วันเกิด เบอร์โทร หรือเลขประจำตัว คนรู้จักเดาได้ ใช้คำอื่น</source>
        <translation>Not a name, birthday, telephone or identity number: whoever knows you guesses it. Use other words</translation>
    </message>
    <message>
        <source>ไม่พบผู้ใช้นี้ในเครื่องนี้ เลือกชื่อจากรายการ</source>
        <translation>This user is not on this laptop. Choose a name from the list</translation>
    </message>
    <message>
        <source>เหลือผู้ใช้คนเดียว ลบไม่ได้ เพิ่มผู้ใช้อีกคนก่อน</source>
        <translation>This is the last user and must stay. Add another user first</translation>
    </message>
    <message>
        <source>แฟ้มกุญแจเสียหาย กู้จากสำเนาสำรองด้วยรหัสผ่านหรือคำกู้คืน</source>
        <translation>The key file is damaged. Restore a backup with a passcode or the recovery words</translation>
    </message>
    <message>
        <source>หน่วยความจำของเครื่องไม่พอเปิดกุญแจ ปิดโปรแกรมอื่นแล้วลองใหม่</source>
        <translation>There is not enough memory to open the key. Close other programs and try again</translation>
    </message>
    <message>
        <source>ศูนย์นี้ปิดแล้ว เข้าใช้งานใหม่ก่อน</source>
        <translation>The centre was closed. Sign in again</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่เคยทำคำกู้คืน ให้ผู้ดูแลของศูนย์ตั้งรหัสให้ใหม่</source>
        <translation>No recovery words were made on this laptop. Ask an administrator for a new passcode</translation>
    </message>
    <message>
        <source>พิมพ์คำในใบกู้คืนก่อน</source>
        <translation>Type the words of the recovery sheet first</translation>
    </message>
    <message>
        <source>ต้องมี {wanted} คำ ตอนนี้มี {given} คำ</source>
        <translation>{wanted} words are needed; there are {given} now</translation>
    </message>
    <message>
        <source>คำที่ {number} ไม่ตรง ดูในใบอีกครั้ง {likely}</source>
        <translation>Word {number} is not right. Look at the sheet again {likely}</translation>
    </message>
    <message>
        <source>ไม่ตรงมากกว่าหนึ่งคำ หรือสลับที่กัน ดูในใบอีกครั้งทีละแถว</source>
        <translation>More than one word is wrong, or two changed places. Look at the sheet row by row</translation>
    </message>
    <message>
        <source>คำครบถูกต้อง แต่เป็นใบเก่าหรือใบของเครื่องอื่น หาใบที่ใหม่กว่า</source>
        <translation>The words are whole, but of an older sheet or another laptop. Find the newer one</translation>
    </message>
    <message>
        <source>เครื่อง {host} กำลังเปิดข้อมูลชุดนี้อยู่ ปิดโปรแกรมที่เครื่องนั้นก่อน แล้วเปิดใหม่</source>
        <translation>The computer {host} has this data open. Close the program there, then open it here</translation>
    </message>
    <message>
        <source>โปรแกรมเปิดข้อมูลชุดนี้อยู่แล้ว แต่ไม่ตอบ รอสักครู่แล้วเปิดใหม่ หรือปิดหน้าต่างเดิมก่อน</source>
        <translation>The program has this data open already and does not answer. Wait a little and try again, or close the other window</translation>
    </message>
    <message>
        <source>โฟลเดอร์ข้อมูลนี้เป็นของผู้ใช้คอมพิวเตอร์คนอื่น เข้าเครื่องด้วยชื่อคนนั้น หรือให้เขาแบ่งโฟลเดอร์ {folder}</source>
        <translation>This data folder belongs to another account of the computer. Sign in to the computer as that person, or let them share the folder {folder}</translation>
    </message>
</context>
<context>
    <name>LawWording</name>
    <message>
        <source>เลือกอย่างน้อยหนึ่งเรื่องที่ขอ</source>
        <translation>Choose at least one purpose.</translation>
    </message>
    <message>
        <source>ไม่รู้วันเกิด บอกอายุและสถานะของผู้เรียนก่อน จึงจะรู้ว่าใครต้องลงชื่อ</source>
        <translation>The birth date is not known: give age and situation, to know who signs.</translation>
    </message>
    <message>
        <source>อายุและสถานะที่เลือกไม่ตรงกับวันเกิดในทะเบียน เลือกใหม่ หรือแก้วันเกิด</source>
        <translation>This situation does not fit the birth date on record: choose another, or put the birth date right.</translation>
    </message>
    <message>
        <source>บอกว่าผู้ลงชื่อลงในฐานะอะไร เช่น ผู้ใช้อำนาจปกครอง หรือเจ้าตัว</source>
        <translation>Say in what capacity they sign, such as holder of parental power, or the learner.</translation>
    </message>
    <message>
        <source>คนนี้ลงชื่อในฐานะนี้ไม่ได้ ดูข้อความด้านบนว่าใครต้องลงชื่อ</source>
        <translation>Nobody in this capacity can sign here: see above who has to.</translation>
    </message>
    <message>
        <source>ผู้ดูแลจริงที่ไม่มีอำนาจปกครองลงชื่อแทนไม่ได้ ขอจากพ่อแม่หรือผู้ปกครองตามคำสั่งศาล ถ้าติดต่อไม่ได้ ใช้ฐานกฎหมายอื่นพร้อมเหตุผล</source>
        <translation>A daily carer without parental power cannot sign. Ask a parent or a court-appointed guardian; where none can be reached, use another legal basis, with its reason.</translation>
    </message>
    <message>
        <source>เด็กอายุเกิน 10 ปีต้องเห็นด้วยเองด้วย ถามเจ้าตัวแล้วบันทึกคำตอบ</source>
        <translation>A child over ten has to agree too: ask, and note the answer.</translation>
    </message>
    <message>
        <source>ผู้ที่ไม่ได้ลงลายมือชื่อต้องได้ฟังคำอ่านก่อน อ่านให้ฟังแล้วจึงบันทึก</source>
        <translation>Whoever does not sign by hand has to hear it read first.</translation>
    </message>
    <message>
        <source>บอกชื่อหน่วยงานที่จะส่งข้อมูลให้ ความยินยอมใช้ได้กับหน่วยงานนั้นเท่านั้น</source>
        <translation>Name the agency that gets the data; the consent holds for that one only.</translation>
    </message>
    <message>
        <source>เมื่อไม่ใช้ความยินยอม ต้องบอกเหตุผลที่ใช้ฐานกฎหมายนี้</source>
        <translation>Where it is not consent, say why this legal basis is used.</translation>
    </message>
    <message>
        <source>วันที่ลงชื่อหรือถอนต้องไม่เลยวันนี้</source>
        <translation>The day must not lie ahead.</translation>
    </message>
    <message>
        <source>วันสิ้นสุดต้องไม่มาก่อนวันที่ลงชื่อ</source>
        <translation>It cannot end before it was signed.</translation>
    </message>
    <message>
        <source>ข้อมูลของคนนี้ถูกระงับการใช้อยู่ แก้ พิมพ์ หรือส่งออกไม่ได้ ยกเลิกการระงับพร้อมเหตุผลก่อน</source>
        <translation>This record is restricted: it cannot be edited, printed or exported. Lift that first, with a reason.</translation>
    </message>
    <message>
        <source>ข้อมูลของคนนี้ถูกระงับอยู่แล้ว</source>
        <translation>This record is restricted already.</translation>
    </message>
    <message>
        <source>ข้อมูลของคนนี้ไม่ได้ถูกระงับ</source>
        <translation>This record is not restricted.</translation>
    </message>
    <message>
        <source>ค่าที่ขอแก้เหมือนค่าเดิม ไม่มีอะไรต้องแก้</source>
        <translation>This is what is on record: there is nothing to put right.</translation>
    </message>
    <message>
        <source>บอกว่าจะส่งออกข้อมูลของใคร</source>
        <translation>Say whose record to export.</translation>
    </message>
    <message>
        <source>ยังไม่มีความยินยอมเรื่องภาพถ่าย ภาพนี้เก็บไว้ดูในเครื่องได้ แต่ส่งออกไม่ได้</source>
        <translation>There is no consent to photographs: this one can be seen here, but not exported.</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>ไม่ทราบอายุ</source>
        <translation>Age not known</translation>
    </message>
    <message numerus="yes">
        <source>อายุประมาณ %n ปี</source>
        <translation>
            <numerusform>aged about %n</numerusform>
            <numerusform>aged about %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>อายุ %n ปี</source>
        <translation>
            <numerusform>aged %n</numerusform>
            <numerusform>aged %n</numerusform>
        </translation>
    </message>
    <message>
        <source>ยังไม่ระบุหมู่บ้าน</source>
        <translation>Village not noted</translation>
    </message>
    <message>
        <source>หมู่ {moo}</source>
        <translation>Moo {moo}</translation>
    </message>
    <message>
        <source>วันเกิด</source>
        <translation>birth date</translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>village</translation>
    </message>
    <message>
        <source>เลขหรือเอกสาร</source>
        <translation>number or paper</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>status</translation>
    </message>
    <message>
        <source>ผู้ดูแล</source>
        <translation>carer</translation>
    </message>
    <message>
        <source>กลุ่มเป้าหมาย</source>
        <translation>target group</translation>
    </message>
    <message>
        <source>ความยินยอม</source>
        <translation>consent</translation>
    </message>
    <message>
        <source>เลขเดียวกัน</source>
        <translation>same number</translation>
    </message>
    <message>
        <source>ชื่อเหมือนกัน</source>
        <translation>same name</translation>
    </message>
    <message>
        <source>ชื่อเกือบเหมือนกัน</source>
        <translation>nearly the same name</translation>
    </message>
    <message>
        <source>ชื่อเล่นเหมือนกัน</source>
        <translation>same nickname</translation>
    </message>
    <message>
        <source>ปีเกิดเดียวกัน</source>
        <translation>same birth year</translation>
    </message>
    <message>
        <source>ปีเกิดต่างกันหนึ่งปี</source>
        <translation>birth years one apart</translation>
    </message>
    <message>
        <source>หมู่บ้านเดียวกัน</source>
        <translation>same village</translation>
    </message>
    <message>
        <source>ผู้ดูแลคนเดียวกัน</source>
        <translation>same carer</translation>
    </message>
    <message>
        <source>นามสกุลเดียวกัน</source>
        <translation>same surname</translation>
    </message>
    <message>
        <source>มีคนบอกว่าอาจซ้ำ</source>
        <translation>someone says so</translation>
    </message>
</context>
<context>
    <name>ProgressWording</name>
    <message>
        <source>คัดลอกข้อมูล</source>
        <translation>Copying the data</translation>
    </message>
    <message>
        <source>เปิดและนับสำเนา</source>
        <translation>Opening and counting the backup</translation>
    </message>
    <message>
        <source>กำลังปรับแฟ้มข้อมูล</source>
        <translation>Bringing the file to this version</translation>
    </message>
    <message>
        <source>รวบรวมข้อมูล</source>
        <translation>Gathering</translation>
    </message>
    <message>
        <source>เทียบกับคนที่มีอยู่</source>
        <translation>Comparing with those known</translation>
    </message>
    <message>
        <source>จัดหน้าแผน</source>
        <translation>Laying out the plans</translation>
    </message>
    <message>
        <source>วาดหน้ากระดาษ</source>
        <translation>Drawing the pages</translation>
    </message>
    <message>
        <source>รวบรวมแผน</source>
        <translation>Gathering the plans</translation>
    </message>
    <message>
        <source>อ่านแฟ้ม</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <source>กำลังจัดคำค้นใหม่</source>
        <translation>Making the search anew</translation>
    </message>
    <message>
        <source>บันทึก</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>เขียนแฟ้ม</source>
        <translation>Writing the file</translation>
    </message>
</context>
<context>
    <name>RecordWording</name>
    <message>
        <source>อ่านจำนวน “{value}” ไม่ได้ พิมพ์เป็นตัวเลข เช่น 1500 หรือ 1500.50</source>
        <translation>The amount “{value}” cannot be read. Type a number such as 1500 or 1500.50.</translation>
    </message>
    <message>
        <source>อ่านวันที่ “{value}” ไม่ได้ พิมพ์เป็น วัน/เดือน/ปี พ.ศ. หรือแค่ปี</source>
        <translation>The date “{value}” cannot be read. Type day/month/year BE, or only the year.</translation>
    </message>
    <message>
        <source>ระดับต้องเป็น 1 ถึง 4 ไม่ใช่ “{value}”</source>
        <translation>A level is 1 to 4, not “{value}”.</translation>
    </message>
    <message>
        <source>อ่านเลข “{value}” ไม่ได้ ตรวจกับเอกสารอีกครั้ง</source>
        <translation>The number “{value}” cannot be read. Compare it with the paper.</translation>
    </message>
    <message>
        <source>ค่าที่วัดได้ของตัวชี้วัด {indicator} อ่านไม่ได้ ตรวจแล้วพิมพ์ใหม่</source>
        <translation>The measured value of indicator {indicator} cannot be read. Check it and type it again.</translation>
    </message>
    <message>
        <source>“{value}” ต้องเป็นจำนวนเต็ม</source>
        <translation>“{value}” must be a whole number.</translation>
    </message>
    <message>
        <source>“{value}” ต้องเป็น ใช่ หรือ ไม่ใช่</source>
        <translation>“{value}” must be yes or no.</translation>
    </message>
    <message>
        <source>วันที่ต้องเป็นวันข้างหน้า เลือกวันใหม่</source>
        <translation>The date must lie ahead. Choose another day.</translation>
    </message>
    <message>
        <source>ยังมีช่องที่จำเป็นว่างอยู่ กรอกให้ครบแล้วลองใหม่</source>
        <translation>A required field is still empty. Fill it in and try again.</translation>
    </message>
    <message>
        <source>ไม่พบรายการนี้แล้ว อาจถูกลบจากเครื่องอื่น กลับไปเปิดใหม่จากรายการ</source>
        <translation>This record is no longer here; another computer may have removed it. Go back and open it from the list.</translation>
    </message>
    <message>
        <source>ไม่มีตัวเลือก “{value}” ในรายการ เลือกจากรายการ</source>
        <translation>“{value}” is not in the list. Pick from the list.</translation>
    </message>
    <message>
        <source>ไม่มีช่องชื่อ “{field}”</source>
        <translation>There is no field called “{field}”.</translation>
    </message>
    <message>
        <source>ยังไม่ได้รับความยินยอมเรื่องนี้ บันทึกความยินยอมก่อน</source>
        <translation>There is no consent for this yet. Record the consent first.</translation>
    </message>
    <message>
        <source>พิมพ์ชื่อก่อน นามสกุลเว้นว่างได้</source>
        <translation>Type the given name first. The surname may stay empty.</translation>
    </message>
    <message>
        <source>“{text}” ตรงกับ {count} คน พิมพ์รหัสหรือชื่อให้ครบกว่านี้</source>
        <translation>“{text}” fits {count} people. Type the code, or more of the name.</translation>
    </message>
    <message>
        <source>ไม่พบผู้เรียนรู้ “{text}” ตรวจรหัสหรือค้นจากชื่อ</source>
        <translation>No learner “{text}” was found. Check the code, or search by name.</translation>
    </message>
    <message>
        <source>รหัสชั่วคราวของศูนย์เปลี่ยนเองไม่ได้ เพิ่มเลขใหม่แทน</source>
        <translation>The centre&apos;s temporary code cannot be changed. Add a new number instead.</translation>
    </message>
    <message>
        <source>เลือกคนเดียวกันทั้งสองข้าง เลือกสองคนที่ต่างกัน</source>
        <translation>Both sides are the same person. Choose two different people.</translation>
    </message>
    <message>
        <source>ลายพิมพ์นิ้วมือต้องมีพยานอย่างน้อย {least} คน ใส่ชื่อพยานให้ครบ</source>
        <translation>A thumbprint needs at least {least} witnesses. Enter their names.</translation>
    </message>
    <message>
        <source>ไม่มีตัวชี้วัด {indicator} ในกรอบที่ใช้อยู่</source>
        <translation>There is no indicator {indicator} in the framework in use.</translation>
    </message>
    <message>
        <source>ยังไม่ได้ให้ระดับตัวชี้วัดใดเลย ให้อย่างน้อยหนึ่งข้อก่อนบันทึก</source>
        <translation>No indicator has been rated. Rate at least one before saving.</translation>
    </message>
    <message>
        <source>บอกเหตุผลสั้น ๆ ก่อน</source>
        <translation>Give a short reason first.</translation>
    </message>
    <message>
        <source>เหตุผลจะถูกเก็บไว้ อย่าใส่ชื่อหรือเลขของคนนั้น ({text})</source>
        <translation>The reason is kept: leave out the person&apos;s name and numbers ({text})</translation>
    </message>
    <message>
        <source>ที่นี้ไม่อยู่ในรายการแล้ว</source>
        <translation>This place is not on the list any more</translation>
    </message>
    <message>
        <source>จำนวนปีต้องเป็น {least} ถึง {most}</source>
        <translation>The years must be {least} to {most}</translation>
    </message>
    <message>
        <source>ระเบียนนี้ไม่ระบุตัวบุคคลอยู่แล้ว</source>
        <translation>This record names nobody already</translation>
    </message>
    <message>
        <source>บอกเหตุผลที่ปิดแผนก่อน</source>
        <translation>Say why the plan is closed first.</translation>
    </message>
    <message>
        <source>คนนี้ยังไม่มีแผน เริ่มแผนก่อนจึงพิมพ์ได้</source>
        <translation>This person has no plan yet. Start one before printing.</translation>
    </message>
    <message>
        <source>ไม่พบแผนฉบับนี้ อาจพิมพ์จากเครื่องอื่นที่ยังไม่ได้ซิงก์</source>
        <translation>This version of the plan was not found; it may have been printed on a computer that has not synced yet.</translation>
    </message>
    <message>
        <source>แผนนี้ปิดแล้ว แก้ไม่ได้ ทำแผนฉบับใหม่ต่อจากแผนนี้ได้</source>
        <translation>This plan is closed and cannot be changed. You can make a new version from it.</translation>
    </message>
    <message>
        <source>แผนยังไม่มีเป้าหมาย เพิ่มอย่างน้อยหนึ่งข้อก่อน</source>
        <translation>The plan has no goal yet. Add at least one first.</translation>
    </message>
    <message>
        <source>ทบทวนแผนก่อนจึงปิดได้</source>
        <translation>Review the plan before closing it.</translation>
    </message>
    <message>
        <source>แก้ได้เฉพาะแผนที่ยังเป็นร่าง ทำฉบับใหม่จากแผนนี้แทน</source>
        <translation>Only a draft can be changed. Make a new version from this plan instead.</translation>
    </message>
    <message>
        <source>คนนี้มีแผนที่ยังไม่ปิดอยู่แล้ว เปิดแผนนั้นมาทำต่อ</source>
        <translation>This person already has an open plan. Open it and go on from there.</translation>
    </message>
    <message>
        <source>แผนนี้ลงชื่อแล้ว ข้อความแก้ไม่ได้ ทำฉบับใหม่จากแผนนี้แทน</source>
        <translation>This plan is signed and its text cannot be changed. Make a new version from it instead.</translation>
    </message>
    <message>
        <source>แผนยังไปขั้นนี้ไม่ได้ ลำดับคือ ร่าง ตกลง กำลังทำ ทบทวน ปิด</source>
        <translation>The plan cannot take this step yet. The order is draft, agreed, active, review, closed.</translation>
    </message>
    <message>
        <source>ไม่พบแม่แบบแผนนี้ เลือกจากรายการ</source>
        <translation>This plan template was not found. Pick one from the list.</translation>
    </message>
    <message>
        <source>ไม่พบสิ่งที่จะเลิกทำ อาจเลิกทำไปแล้ว</source>
        <translation>There is nothing to undo; it may have been undone already.</translation>
    </message>
    <message>
        <source>ต้องใส่รหัสผ่านก่อน</source>
        <translation>The passcode is needed first.</translation>
    </message>
    <message>
        <source>รหัสผ่านสองครั้งไม่เหมือนกัน พิมพ์ใหม่ทั้งสองช่อง</source>
        <translation>The two passcodes differ. Type both again.</translation>
    </message>
    <message>
        <source>ใส่ชื่อศูนย์และรหัสตำบลก่อน</source>
        <translation>Enter the name of the centre and the tambon code first.</translation>
    </message>
    <message>
        <source>ไม่มีหมู่ {village} ในศูนย์นี้ เลือกจากรายการหมู่บ้าน</source>
        <translation>This centre has no village {village}. Pick one from the list.</translation>
    </message>
    <message>
        <source>ที่เก็บนี้มีศูนย์อยู่แล้ว เปิดศูนย์นั้น หรือเลือกที่เก็บอื่น</source>
        <translation>There is a centre in this place already. Open it, or choose another place.</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่มีข้อมูลศูนย์ เริ่มศูนย์ใหม่หรือเข้าร่วมด้วยรหัสก่อน</source>
        <translation>This computer has no centre data yet. Start a new centre or join one with a code first.</translation>
    </message>
    <message>
        <source>ไม่พบแฟ้มฐานข้อมูล {file} กู้จากสำเนาสำรอง หรือเลือกที่เก็บให้ถูก</source>
        <translation>The database file {file} was not found. Restore a backup, or choose the right place.</translation>
    </message>
    <message>
        <source>เหลือผู้ดูแลระบบคนเดียว ตั้งผู้ดูแลอีกคนก่อน</source>
        <translation>This is the only administrator left. Appoint another first.</translation>
    </message>
    <message>
        <source>มีหมู่ {moo} อยู่แล้ว ใช้เลขอื่น หรือแก้หมู่เดิม</source>
        <translation>Village {moo} exists already. Use another number, or edit that village.</translation>
    </message>
    <message>
        <source>พิมพ์ชื่อก่อน</source>
        <translation>Type the name first.</translation>
    </message>
    <message>
        <source>มีชื่อ {name} อยู่แล้ว ใช้ชื่ออื่น</source>
        <translation>The name {name} is taken. Use another.</translation>
    </message>
    <message>
        <source>บทบาทของคุณทำส่วนนี้ไม่ได้ ขอให้ผู้ดูแลระบบช่วย</source>
        <translation>Your role does not allow this. Ask an administrator.</translation>
    </message>
    <message>
        <source>ทำกับบัญชีของตัวเองไม่ได้ ให้ผู้ดูแลอีกคนทำ</source>
        <translation>This cannot be done to your own account. Another administrator can do it.</translation>
    </message>
    <message>
        <source>ยังมีคนที่มีชื่อในเรื่องนี้ทำงานอยู่ ให้เขาเป็นผู้เพิ่มชื่อ</source>
        <translation>Somebody named in this case still works here; they can name others</translation>
    </message>
    <message>
        <source>เรื่องเร่งด่วนต้องมีผู้ดูแลอย่างน้อยหนึ่งคน</source>
        <translation>At least one person must be named</translation>
    </message>
    <message>
        <source>คนนี้รับเรื่องเร่งด่วนไม่ได้ เลือกคนที่ยังทำงานอยู่และไม่ใช่ผู้เข้าชม</source>
        <translation>This person cannot take urgent cases; choose somebody who works here and is no viewer</translation>
    </message>
    <message>
        <source>การนำเข้าครั้งที่ {run} เลิกทำไปแล้ว</source>
        <translation>Import {run} has been undone already.</translation>
    </message>
    <message>
        <source>ไม่พบการนำเข้าครั้งนี้</source>
        <translation>This import was not found.</translation>
    </message>
    <message>
        <source>ไม่มีตำบลรหัส {tambon} ตรวจรหัส 6 หลักอีกครั้ง</source>
        <translation>There is no tambon with code {tambon}. Check the 6 digits.</translation>
    </message>
    <message>
        <source>มี “{value}” ในรายการอยู่แล้ว</source>
        <translation>“{value}” is in the list already.</translation>
    </message>
    <message>
        <source>บัญชี {name} ถูกปิดไว้ ขอให้ผู้ดูแลระบบเปิด</source>
        <translation>The account {name} is switched off. Ask an administrator to switch it on.</translation>
    </message>
    <message>
        <source>ลบไม่ได้ ยังมี {count} คนอยู่ที่นี่ ย้ายไปหมู่อื่นก่อน</source>
        <translation>It cannot be removed: {count} people still live here. Move them to another village first.</translation>
    </message>
    <message>
        <source>ข้อความมีอักขระที่เสียหาย มักมาจากการคัดลอก ลบแล้วพิมพ์ใหม่</source>
        <translation>The text holds a broken character, often from copying. Delete it and type it again.</translation>
    </message>
    <message>
        <source>ค่านี้ใหญ่เกินกว่าจะเก็บได้ ตรวจแล้วพิมพ์ใหม่</source>
        <translation>This value is larger than can be kept. Check it and type it again.</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>แฟ้มข้อมูลเสียหายบางส่วน อย่าลบอะไร กู้คืนจากสำเนาล่าสุด งานที่ยังไม่ได้ส่งจะนำกลับมาด้วย</source>
        <translation>A part of the data file is damaged. Delete nothing and restore the latest backup; work that was not sent is brought along.</translation>
    </message>
    <message>
        <source>กู้คืนจากสำเนา</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>รับทราบ</source>
        <translation>I have read it</translation>
    </message>
    <message>
        <source>ตรวจพบสิ่งที่ควรให้ผู้ดูแลดู ข้อมูลยังใช้งานได้</source>
        <translation>A check found something for your administrator to look at. The data can be used.</translation>
    </message>
    <message>
        <source>ดูผลตรวจ</source>
        <translation>See the check</translation>
    </message>
    <message>
        <source>ดิสก์เกือบเต็ม เหลือ {free} MB บันทึกข้อความได้ แต่ไม่รับรูป แฟ้มนำเข้า และสำเนา</source>
        <translation>The disk is almost full, {free} MB left. Text can be saved; photos, imports and backups are not taken.</translation>
    </message>
    <message>
        <source>ดิสก์ใกล้เต็ม เหลือ {free} MB ลบแฟ้มที่ไม่ใช้ หรือย้ายรูปออกจากเครื่อง</source>
        <translation>The disk is nearly full, {free} MB left. Delete files you do not need or move photos elsewhere.</translation>
    </message>
    <message numerus="yes">
        <source>มีแบบฟอร์มที่พิมพ์ค้างไว้ %n เรื่อง</source>
        <translation>
            <numerusform>%n form was left half filled</numerusform>
            <numerusform>%n forms were left half filled</numerusform>
        </translation>
    </message>
    <message>
        <source>ล่าสุด {time}</source>
        <translation>latest {time}</translation>
    </message>
    <message>
        <source>พิมพ์ต่อ</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>StorageNotices</name>
    <message>
        <source>ข้อมูลในเครื่องเก่ากว่าที่เคยบันทึกไว้เมื่อ {time} อาจมีสำเนาเก่าถูกวางทับ</source>
        <translation>The data on this laptop is older than what was stored {time}: an old copy may have been put in its place.</translation>
    </message>
    <message>
        <source>งานที่บันทึกถึง {time} หายไปบางส่วน อาจเพราะไฟดับหรือแฟ้มถูกลบ</source>
        <translation>Some of the work stored up to {time} is missing: the power may have failed, or a file was deleted.</translation>
    </message>
    <message numerus="yes">
        <source>ขาดไป %n รายการ</source>
        <translation>
            <numerusform>%n change is missing.</numerusform>
            <numerusform>%n changes are missing.</numerusform>
        </translation>
    </message>
    <message>
        <source>โปรแกรมเริ่มนับเลขชุดใหม่แล้ว ไม่มีเลขซ้ำ</source>
        <translation>The program counts anew; no number is given twice.</translation>
    </message>
</context>
<context>
    <name>StorageWording</name>
    <message>
        <source>ดิสก์เหลือที่ว่าง {free} MB ยังไม่รับแฟ้มใหญ่ ข้อความยังบันทึกได้ ลบแฟ้มที่ไม่ใช้แล้วลองใหม่</source>
        <translation>Only {free} MB of the disk are free: nothing large is taken, text can still be saved. Delete files you do not need and try again.</translation>
    </message>
    <message>
        <source>ดิสก์อ่านหรือเขียนไม่ได้ สิ่งที่พิมพ์ค้างยังอยู่ ตรวจสายหรือไดรฟ์แล้วบันทึกอีกครั้ง</source>
        <translation>The disk cannot be read or written. What you typed is kept: check the cable or the drive and save again.</translation>
    </message>
    <message>
        <source>โปรแกรมอื่นใช้ข้อมูลอยู่ สิ่งที่พิมพ์ค้างยังอยู่ ปิดหน้าต่างอื่นของโปรแกรมนี้แล้วลองใหม่</source>
        <translation>Another program uses the data. What you typed is kept: close other windows of this program and try again.</translation>
    </message>
    <message>
        <source>โฟลเดอร์ข้อมูลเขียนไม่ได้ สิ่งที่พิมพ์ค้างยังอยู่ ขอสิทธิ์เขียนแล้วบันทึกอีกครั้ง</source>
        <translation>The data folder cannot be written. What you typed is kept: get the right to write there and save again.</translation>
    </message>
    <message>
        <source>แฟ้มข้อมูลเสียหาย อย่าลบอะไร กู้คืนจากสำเนาล่าสุด โปรแกรมจะช่วยนำงานที่ยังไม่ได้ส่งกลับมา</source>
        <translation>The data file is damaged. Delete nothing and restore the latest backup: the program brings back work that was not sent.</translation>
    </message>
    <message>
        <source>การกู้คืนครั้งก่อนค้างอยู่และอ่านบันทึกไม่ได้ อย่าลบโฟลเดอร์ข้อมูล ขอให้ผู้ดูแลช่วย</source>
        <translation>An earlier restore was cut off and its note cannot be read. Do not delete the data folder; ask your administrator.</translation>
    </message>
</context>
<context>
    <name>SyncWording</name>
    <message>
        <source>เครื่องนี้เชื่อมกับจังหวัดแล้ว ({hub})</source>
        <translation>This computer has already joined a province ({hub}).</translation>
    </message>
    <message>
        <source>ไม่พบข้อมูลไม่ตรงกันรายการนี้ อาจตัดสินไปแล้วที่เครื่องอื่น</source>
        <translation>This conflict was not found; it may have been decided on another computer.</translation>
    </message>
    <message>
        <source>มีคนแก้เรื่องนี้ต่อไปแล้ว จึงไม่ย้อนให้ แก้ที่หน้าผู้เรียนรู้ได้เลย</source>
        <translation>Somebody has edited this since, so it is not taken back. Edit it on the learner&apos;s page</translation>
    </message>
    <message>
        <source>การซิงก์จะซ่อน {deleting} จาก {of} รายการ จึงหยุดไว้ก่อน ถามศูนย์จังหวัดก่อนยืนยัน</source>
        <translation>Syncing would hide {deleting} of {of} records, so it stopped. Ask the province before you confirm.</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่ได้เชื่อมกับจังหวัด ขอรหัสเข้าร่วมจากศูนย์จังหวัด</source>
        <translation>This computer has not joined a province yet. Ask the province for a joining code.</translation>
    </message>
    <message>
        <source>ตอนนี้ไม่มีเครือข่าย งานทุกอย่างทำต่อได้ จะส่งเองเมื่อมีสัญญาณ</source>
        <translation>There is no network now. All work can go on; it is sent when there is a signal.</translation>
    </message>
    <message>
        <source>กำลังซิงก์อยู่แล้ว รอให้เสร็จ</source>
        <translation>Syncing is under way. Wait until it is done.</translation>
    </message>
    <message>
        <source>ข้อมูลชุดนี้ถูกรับไปใช้ที่เครื่องอื่นแล้ว แจ้งศูนย์จังหวัดก่อนทำต่อ</source>
        <translation>This data has been taken over by another computer. Tell the province before you go on.</translation>
    </message>
    <message>
        <source>ศูนย์จังหวัดอ่านข้อมูลที่ส่งไม่ได้ ไม่มีอะไรหาย ติดตั้งโปรแกรมรุ่นใหม่</source>
        <translation>The province could not read what was sent. Nothing is lost. Install the newer version.</translation>
    </message>
    <message>
        <source>ศูนย์จังหวัดตรวจลายเซ็นของเครื่องนี้ไม่ผ่าน แจ้งศูนย์จังหวัด</source>
        <translation>The province could not verify this computer&apos;s signature. Tell the province.</translation>
    </message>
    <message>
        <source>ศูนย์จังหวัดกำลังมีงานมาก จะลองส่งใหม่เอง</source>
        <translation>The province hub is busy. Sending is tried again by itself.</translation>
    </message>
    <message>
        <source>ชื่อเครื่องนี้ถูกใช้แล้ว ขอรหัสเข้าร่วมใหม่จากศูนย์จังหวัด</source>
        <translation>This device is registered already. Ask the province for a new joining code.</translation>
    </message>
    <message>
        <source>ศูนย์จังหวัดขัดข้อง ไม่มีอะไรหาย จะลองส่งใหม่เอง</source>
        <translation>The province hub has a fault. Nothing is lost; sending is tried again by itself.</translation>
    </message>
    <message>
        <source>ศูนย์จังหวัดเก็บรายการหนึ่งไว้คนละชนิด แจ้งศูนย์จังหวัดพร้อมแฟ้มวินิจฉัย</source>
        <translation>The province keeps one record as another kind. Send the province the diagnostic file.</translation>
    </message>
    <message>
        <source>ศูนย์จังหวัดได้รับชุดนี้แล้ว ตรวจนาฬิกาของเครื่องแล้วลองใหม่</source>
        <translation>The province has had this message already. Check this computer&apos;s clock and try again.</translation>
    </message>
    <message>
        <source>ศูนย์จังหวัดยกเลิกสิทธิ์เครื่องนี้แล้ว งานที่ยังไม่ส่งยังอยู่ ติดต่อศูนย์จังหวัด</source>
        <translation>The province has revoked this computer. Unsent work is still here. Contact the province.</translation>
    </message>
    <message>
        <source>มีรายการใหญ่เกินกว่าที่ศูนย์จังหวัดรับได้ ย่อข้อความหรือภาพแล้วลองใหม่</source>
        <translation>A record is larger than the province can take. Shorten the text or shrink the picture and try again.</translation>
    </message>
    <message>
        <source>ลองรหัสผิดหลายครั้งเกินไป รอหนึ่งชั่วโมงแล้วลองใหม่</source>
        <translation>Too many wrong codes. Wait an hour and try again.</translation>
    </message>
    <message>
        <source>ศูนย์จังหวัดไม่รู้จักเครื่องนี้ ขอรหัสเข้าร่วมใหม่</source>
        <translation>The province does not know this computer. Ask for a new joining code.</translation>
    </message>
    <message>
        <source>นี่ไม่ใช่ศูนย์จังหวัดที่เครื่องนี้เชื่อมไว้ ตรวจที่อยู่กับศูนย์จังหวัด</source>
        <translation>This is not the province hub that this computer joined. Check the address with the province.</translation>
    </message>
    <message>
        <source>ที่อยู่ของศูนย์จังหวัดไม่ถูกต้อง ตรวจตัวสะกดแล้วพิมพ์ใหม่</source>
        <translation>The province&apos;s address is not right. Check the spelling and type it again.</translation>
    </message>
    <message>
        <source>รหัสเข้าร่วมไม่ถูกต้อง หมดอายุ หรือใช้ไปแล้ว ขอรหัสใหม่จากศูนย์จังหวัด</source>
        <translation>The joining code is wrong, expired or used. Ask the province for a new one.</translation>
    </message>
    <message>
        <source>โปรแกรมของเครื่องนี้กับของจังหวัดต่างรุ่นกันเกินไป ติดตั้งรุ่นใหม่</source>
        <translation>This program and the province&apos;s are too far apart in version. Install the newer version.</translation>
    </message>
    <message>
        <source>ข้อมูลจากศูนย์จังหวัดมาไม่ครบหรืออ่านไม่ได้ ไม่มีอะไรหาย ลองใหม่ภายหลัง</source>
        <translation>What came from the province is incomplete or cannot be read. Nothing is lost. Try again later.</translation>
    </message>
    <message>
        <source>ที่อยู่นี้ไม่ใช่ศูนย์จังหวัด ตรวจที่อยู่กับศูนย์จังหวัด</source>
        <translation>This address is not a province hub. Check it with the province.</translation>
    </message>
    <message>
        <source>ไม่รู้จักเครื่อง {laptop} ในศูนย์นี้ เลือกจากรายการเครื่อง</source>
        <translation>Laptop {laptop} is not known in this centre: choose one from the list.</translation>
    </message>
    <message>
        <source>ที่อยู่เครื่องใกล้กันไม่ถูกต้อง: {address} พิมพ์ใหม่</source>
        <translation>{address} is no address of a nearby laptop: type it again.</translation>
    </message>
    <message>
        <source>ที่อยู่นี้คือเครื่องนี้เอง พิมพ์ที่อยู่ของอีกเครื่อง</source>
        <translation>This is the address of this laptop: type the other one&apos;s.</translation>
    </message>
    <message>
        <source>ช่อง {port} มีโปรแกรมอื่นใช้อยู่ เลือกช่องอื่น</source>
        <translation>Another program uses port {port}: choose another port.</translation>
    </message>
    <message>
        <source>เขียนแฟ้ม {file} ไม่ได้ ตรวจไดรฟ์หรือเลือกที่เก็บอื่น</source>
        <translation>{file} cannot be written: check the drive, or choose another place.</translation>
    </message>
    <message>
        <source>ศูนย์ที่ตอบไม่ใช่ศูนย์ที่เครื่องนี้รู้จัก จึงไม่ส่งข้อมูล แจ้งศูนย์จังหวัด</source>
        <translation>The hub that answered is not the one this computer knows, so nothing was sent. Tell the province.</translation>
    </message>
    <message>
        <source>สำเนาสำรองนี้เสีย ใช้สำเนาอื่น</source>
        <translation>This backup is damaged. Use another.</translation>
    </message>
    <message>
        <source>ตรวจพบ {count} เรื่องที่ควรดู สำรองข้อมูลไว้แล้วแจ้งผู้ดูแล</source>
        <translation>The check found {count} things to look at. Make a backup and tell whoever looks after the program.</translation>
    </message>
    <message>
        <source>สำเนาสำรองไม่ตรงกับข้อมูลจริง จึงไม่เก็บไว้ ลองสำรองใหม่</source>
        <translation>The backup did not match the data and was not kept. Back up again.</translation>
    </message>
    <message>
        <source>ไม่พบสำเนาสำรอง {file} เลือกแฟ้มใหม่</source>
        <translation>The backup {file} was not found. Choose the file again.</translation>
    </message>
    <message>
        <source>อ่านสำเนาสำรอง {file} ไม่ได้ ตรวจว่าเป็นของศูนย์นี้และรหัสผ่านถูกต้อง</source>
        <translation>The backup {file} cannot be read. Check that it belongs to this centre and that the passcode is right.</translation>
    </message>
    <message>
        <source>มีแฟ้ม {file} อยู่แล้ว ใช้ชื่ออื่น</source>
        <translation>A file {file} exists already. Use another name.</translation>
    </message>
    <message>
        <source>แฟ้ม {file} มาไม่ครบหรือเสีย ไม่มีอะไรเปลี่ยน คัดลอกมาใหม่แล้วลองอีกครั้ง</source>
        <translation>The file {file} is cut short or damaged. Nothing has changed: copy it again and try once more</translation>
    </message>
    <message>
        <source>แฟ้ม {file} เป็นของที่จะส่งให้จังหวัด ไม่ใช่แฟ้มที่ต้องรับที่นี่ นำไปให้ศูนย์จังหวัด</source>
        <translation>The file {file} goes to the province, not here. Bring it to the province hub</translation>
    </message>
    <message>
        <source>แฟ้ม {file} มาจากเครื่องที่ถูกยกเลิกสิทธิ์ จึงไม่รับ ให้เจ้าของเครื่องติดต่อศูนย์จังหวัด</source>
        <translation>The file {file} is of a laptop that was shut out, so it is not taken. Its owner calls the province</translation>
    </message>
    <message>
        <source>แฟ้ม {file} มาจากเครื่องที่ศูนย์นี้ไม่รู้จัก จึงไม่รับ เชื่อมเน็ตสักครั้งแล้วลองใหม่</source>
        <translation>The file {file} is of a laptop that is not known here. Go online once and try again</translation>
    </message>
    <message>
        <source>แฟ้ม {file} เขียนด้วยโปรแกรมรุ่นใหม่กว่า ติดตั้งรุ่นใหม่แล้วลองอีกครั้ง</source>
        <translation>A newer program wrote the file {file}. Install the newer one and try again</translation>
    </message>
    <message>
        <source>แฟ้ม {file} ไม่ใช่แฟ้มของโปรแกรมนี้ เลือกแฟ้มที่ลงท้ายด้วย .bundle</source>
        <translation>The file {file} is not of this program. Choose one that ends in .bundle</translation>
    </message>
    <message>
        <source>แฟ้ม {file} ส่งให้เครื่องอื่น เปิดได้ที่เครื่องนั้นเท่านั้น</source>
        <translation>The file {file} is for another laptop and can only be opened there</translation>
    </message>
    <message>
        <source>แฟ้ม {file} ถูกแก้ระหว่างทาง จึงไม่รับ ไม่มีอะไรเปลี่ยน ขอแฟ้มใหม่</source>
        <translation>The file {file} was altered on its way, so it is not taken. Nothing has changed: ask for a new one</translation>
    </message>
    <message>
        <source>แฟ้ม {file} เป็นของจังหวัดหรือศูนย์อื่น จึงไม่รับ</source>
        <translation>The file {file} is of another province or centre, so it is not taken</translation>
    </message>
    <message>
        <source>ไม่พบโฟลเดอร์ {folder} เสียบไดรฟ์ให้แน่นหรือเลือกที่เก็บอื่น</source>
        <translation>The folder {folder} was not found. Plug the drive in firmly, or choose another place.</translation>
    </message>
    <message>
        <source>ใส่ข้อมูลตัวอย่างได้เฉพาะศูนย์ที่ยังไม่มีใคร</source>
        <translation>Sample data can only be put into a centre that has nobody yet.</translation>
    </message>
</context>
<context>
    <name>ThaiTime</name>
    <message>
        <source>พ.ศ. {year}</source>
        <translation>{year} BE</translation>
    </message>
    <message>
        <source>ประมาณ {date}</source>
        <translation>about {date}</translation>
    </message>
</context>
<context>
    <name>ValueWords</name>
    <message>
        <source>ใช่</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>ไม่ใช่</source>
        <translation>No</translation>
    </message>
    <message>
        <source>ข้อมูลในเครื่อง</source>
        <translation>Data on this laptop</translation>
    </message>
    <message>
        <source>รายการอื่น</source>
        <translation>Another record</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>ตำบลเรียนรู้</source>
        <translation>Tambon Rianru</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>เครื่องนี้ยังไม่มีศูนย์ เริ่มศูนย์ใหม่หรือเข้าร่วมด้วยรหัสก่อน</source>
        <translation>This computer has no centre yet. Start a new centre or join one with a code first.</translation>
    </message>
    <message>
        <source>เปิดฐานข้อมูลไม่ได้ ปิดโปรแกรมอื่นที่อาจใช้แฟ้มนี้ แล้วเปิดใหม่</source>
        <translation>The database cannot be opened. Close other programs that may use the file, then open again.</translation>
    </message>
    <message>
        <source>อ่านหรือเขียนฐานข้อมูลไม่สำเร็จ ข้อมูลเดิมยังอยู่ ตรวจที่ว่างของดิสก์แล้วลองใหม่</source>
        <translation>Reading or writing the database failed. What was saved is still there. Check the free disk space and try again.</translation>
    </message>
    <message>
        <source>ข้อมูลนี้มาจากโปรแกรมรุ่นใหม่กว่า ติดตั้งโปรแกรมรุ่นใหม่แล้วเปิดอีกครั้ง</source>
        <translation>This data comes from a newer version of the program. Install the newer version and open again.</translation>
    </message>
    <message>
        <source>แฟ้มนี้ไม่ใช่ฐานข้อมูลของโปรแกรม ตรวจว่าเลือกโฟลเดอร์ถูกต้อง</source>
        <translation>This file is not a database of this program. Check that the right folder was chosen.</translation>
    </message>
    <message>
        <source>ส่วนประกอบฐานข้อมูลเก่าเกินไปและอาจทำข้อมูลเสีย ติดตั้งโปรแกรมใหม่</source>
        <translation>The database component is too old and could damage data. Install the program again.</translation>
    </message>
    <message>
        <source>เก็บหรืออ่านข้อมูลไม่สำเร็จ ข้อมูลที่บันทึกแล้วยังอยู่ ลองอีกครั้ง (รหัส {code})</source>
        <translation>Storing or reading failed. What was saved is still there. Try again (code {code}).</translation>
    </message>
    <message>
        <source>ทำรายการนี้ไม่ได้ ตรวจข้อมูลแล้วลองอีกครั้ง (รหัส {code})</source>
        <translation>This could not be done. Check what was entered and try again (code {code}).</translation>
    </message>
    <message>
        <source>หยุดแล้วตามที่สั่ง ไม่มีอะไรค้างครึ่งทาง</source>
        <translation>Stopped as you asked. Nothing is left half-done.</translation>
    </message>
    <message>
        <source>โปรแกรมทำงานผิดพลาด ข้อมูลที่บันทึกแล้วยังอยู่ ลองอีกครั้ง ถ้ายังเป็นอยู่ให้แจ้งผู้ดูแล ({kind})</source>
        <translation>The program made a mistake. What was saved is still there. Try again; if it goes on, tell whoever looks after the program ({kind}).</translation>
    </message>
</context>
<context>
    <name>Writes</name>
    <message numerus="yes">
        <source>คืนค่าแล้วบางส่วน มี %n จุดที่แก้ต่อไปแล้วจึงคงไว้</source>
        <translation>
            <numerusform>Put back in part; %n field changed since then stays</numerusform>
            <numerusform>Put back in part; %n fields changed since then stay</numerusform>
        </translation>
    </message>
    <message>
        <source>คืนค่าเดิมแล้ว</source>
        <translation>Put back</translation>
    </message>
</context>
</TS>
