<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>BookDialog</name>
    <message>
        <source>นำเข้า{what}</source>
        <translation>Import: {what}</translation>
    </message>
    <message>
        <source>ใหม่ {new} · ปรับปรุง {updated} · เหมือนเดิม {same} · ไม่นำเข้า {left}</source>
        <translation>{new} new · {updated} updated · {same} unchanged · {left} left out</translation>
    </message>
    <message numerus="yes">
        <source>ตอบแบบเดียวกันทั้ง %n แถวที่ถาม</source>
        <translation>
            <numerusform>One answer for the %n row that asks</numerusform>
            <numerusform>One answer for all %n rows that ask</numerusform>
        </translation>
    </message>
    <message>
        <source>แต่ละแถวยังเปลี่ยนเองได้</source>
        <translation>Each row can still be changed by itself</translation>
    </message>
    <message>
        <source>ยังไม่ตัดสิน ยังไม่นำเข้า</source>
        <translation>Not decided, not imported</translation>
    </message>
    <message>
        <source>แต่ละแถวคือรายการเดิมของรหัสในแถวนั้น</source>
        <translation>Each is the entry of its own code</translation>
    </message>
    <message>
        <source>รายการใหม่ทุกแถว</source>
        <translation>All are new entries</translation>
    </message>
    <message>
        <source>ไม่นำเข้าสักแถว</source>
        <translation>Leave all of them out</translation>
    </message>
    <message numerus="yes">
        <source>และอีก %n จุด</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>ไม่มีอะไรต้องดูเพิ่ม</source>
        <translation>Nothing else to look at</translation>
    </message>
    <message>
        <source>นำเข้า</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>ยังไม่นำเข้า</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>BookImport</name>
    <message numerus="yes">
        <source>นำเข้าแล้ว %n รายการ</source>
        <translation>
            <numerusform>%n record imported</numerusform>
            <numerusform>%n records imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>Enter ใช้ค่านี้ · Esc ไม่แก้</source>
        <translation>Enter keeps it · Esc changes nothing</translation>
    </message>
    <message>
        <source>ใช้ค่าในแฟ้ม “{text}”</source>
        <translation>Back to “{text}” of the file</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>นำเข้าที่ผ่านมา</source>
        <translation>Past imports</translation>
    </message>
    <message>
        <source>ยังไม่เคยนำเข้า ทุกครั้งที่นำเข้าจะมีเลขครั้ง และเลิกทั้งครั้งได้ที่นี่</source>
        <translation>Nothing imported yet. Each import gets a number, and can be undone as a whole here.</translation>
    </message>
    <message>
        <source>ครั้งที่ {number}</source>
        <translation>Import {number}</translation>
    </message>
    <message>
        <source>ใหม่ {new} · ปรับปรุง {updated} · {when}</source>
        <translation>New {new} · updated {updated} · {when}</translation>
    </message>
    <message numerus="yes">
        <source>แก้ %n ช่องก่อนนำเข้า: {cells}</source>
        <translation>
            <numerusform>%n cell mended before: {cells}</numerusform>
            <numerusform>%n cells mended before: {cells}</numerusform>
        </translation>
    </message>
    <message>
        <source>เลิกทั้งครั้งแล้ว</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>เลิกทั้งครั้ง</source>
        <translation>Undo all of it</translation>
    </message>
    <message>
        <source>คนที่เพิ่มในครั้งนี้จะถูกซ่อน ส่วนที่มีคนทำงานต่อแล้วจะคงไว้</source>
        <translation>People added by this import are hidden; records that somebody has worked on since stay.</translation>
    </message>
    <message>
        <source>ไม่เลิก</source>
        <translation>Keep it</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>มีสองคอลัมน์ที่เลือกเป็น “{field}” ให้เหลือคอลัมน์เดียว</source>
        <translation>Two columns are set to “{field}”. Leave only one.</translation>
    </message>
    <message>
        <source>ยังไม่มีคอลัมน์ชื่อ เลือกว่าคอลัมน์ไหนคือชื่อ</source>
        <translation>No column is the name yet. Choose which one is.</translation>
    </message>
    <message>
        <source>หัวคอลัมน์ในแฟ้ม</source>
        <translation>Heading in the file</translation>
    </message>
    <message>
        <source>ตัวอย่างข้อมูล</source>
        <translation>Examples</translation>
    </message>
    <message>
        <source>คือช่องใด</source>
        <translation>Which field</translation>
    </message>
    <message>
        <source>(ไม่มีหัว)</source>
        <translation>(no heading)</translation>
    </message>
    <message>
        <source>ว่างทั้งคอลัมน์</source>
        <translation>whole column empty</translation>
    </message>
    <message>
        <source>แก้แล้ว</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>จำจากครั้งก่อน</source>
        <translation>As last time</translation>
    </message>
    <message>
        <source>ยังไม่รู้จัก</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>เดา ให้ตรวจ</source>
        <translation>A guess, check</translation>
    </message>
    <message>
        <source>รู้จัก</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>แฟ้มแบบนี้เคยนำเข้าแล้ว จึงใช้คอลัมน์ตามที่แก้ไว้ครั้งก่อน</source>
        <translation>A file like this was imported before, so the columns are as you set them then.</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>ลากแฟ้มรายชื่อมาวางที่นี่</source>
        <translation>Drop a roster here</translation>
    </message>
    <message>
        <source>Excel (.xlsx) หรือ CSV หัวตารางแบบไหนก็ได้ ยังไม่บันทึกจนกว่าจะตกลง</source>
        <translation>Excel (.xlsx) or CSV, with any headings. Nothing is saved until you agree.</translation>
    </message>
    <message>
        <source>เลือกแฟ้ม</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>ยังไม่มีแฟ้ม? บันทึกแบบฟอร์มเปล่าไปกรอก</source>
        <translation>No file yet? Save a blank form to fill in</translation>
    </message>
</context>
<context>
    <name>ImportCommands</name>
    <message>
        <source>เอกเซล บัญชีรายชื่อ ไฟล์</source>
        <translation>excel roster file upload</translation>
    </message>
</context>
<context>
    <name>ImportPresenter</name>
    <message numerus="yes">
        <source>นำเข้าแล้ว %n รายการ</source>
        <translation>
            <numerusform>%n record taken in</numerusform>
            <numerusform>%n records taken in</numerusform>
        </translation>
    </message>
    <message>
        <source>กำลังนำเข้า</source>
        <translation>Taking in</translation>
    </message>
    <message>
        <source>เลิกการนำเข้าแล้ว ซ่อน {hidden} รายการ คืนค่าเดิม {reverted} ช่อง</source>
        <translation>Import undone: {hidden} records hidden, {reverted} fields put back</translation>
    </message>
    <message numerus="yes">
        <source>คงไว้ %n รายการที่มีคนทำงานต่อแล้ว</source>
        <translation>
            <numerusform>%n record kept, as somebody has worked on it since</numerusform>
            <numerusform>%n records kept, as somebody has worked on them since</numerusform>
        </translation>
    </message>
    <message>
        <source>กำลังเลิกการนำเข้า</source>
        <translation>Undoing the import</translation>
    </message>
    <message numerus="yes">
        <source>บันทึก %n แถวไว้ที่ {file} แล้ว แก้ในแฟ้มนั้นแล้วนำเข้าได้เลย</source>
        <translation>
            <numerusform>%n row saved in {file}. Mend it there and import that file.</numerusform>
            <numerusform>%n rows saved in {file}. Mend them there and import that file.</numerusform>
        </translation>
    </message>
    <message>
        <source>กำลังบันทึกแถวที่ต้องแก้</source>
        <translation>Saving the rows to mend</translation>
    </message>
    <message>
        <source>บันทึกแบบฟอร์มเปล่าไว้ที่ {file} แล้ว</source>
        <translation>Blank form saved in {file}</translation>
    </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>นำเข้ารายชื่อ</source>
        <translation>Import a roster</translation>
    </message>
    <message>
        <source>หยุดแล้ว ไม่มีอะไรถูกบันทึก</source>
        <translation>Stopped. Nothing was saved.</translation>
    </message>
    <message>
        <source>เลือกแฟ้มรายชื่อ ตรวจว่าแต่ละคอลัมน์คืออะไร ตรวจรายชื่อ แล้วจึงนำเข้า</source>
        <translation>Choose a roster, check what each column is, check the people, then import.</translation>
    </message>
    <message>
        <source>ก่อนกดนำเข้า ยังไม่มีอะไรถูกบันทึก และหลังนำเข้าแล้วเลิกทั้งครั้งได้</source>
        <translation>Nothing is saved before you press Import, and the whole import can be undone afterwards.</translation>
    </message>
    <message>
        <source>แถวที่มีเครื่องหมายเตือนยังนำเข้าได้ เว้นแต่แถวที่ไม่มีชื่อ</source>
        <translation>Rows with a warning can be imported too, except those without a name.</translation>
    </message>
    <message>
        <source>กลับไปรายชื่อ</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>เลือกแฟ้มอื่น</source>
        <translation>Choose another file</translation>
    </message>
    <message>
        <source>กลับไปคำถาม</source>
        <translation>Back to the questions</translation>
    </message>
    <message>
        <source>กลับไปตรวจคอลัมน์</source>
        <translation>Back to the columns</translation>
    </message>
    <message>
        <source>ต่อไป: ตรวจรายชื่อ</source>
        <translation>Next: check the people</translation>
    </message>
    <message>
        <source>รอสักครู่ ทำงานอื่นในโปรแกรมต่อได้</source>
        <translation>One moment; you may work on elsewhere in the program.</translation>
    </message>
    <message>
        <source>ไม่มีอะไรใหม่ให้นำเข้า</source>
        <translation>Nothing new to import</translation>
    </message>
    <message numerus="yes">
        <source>เพิ่ม %n คน</source>
        <translation>
            <numerusform>Add %n person</numerusform>
            <numerusform>Add %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ปรับปรุง %n คน</source>
        <translation>
            <numerusform>Update %n person</numerusform>
            <numerusform>Update %n people</numerusform>
        </translation>
    </message>
    <message>
        <source>แบบฟอร์มรายชื่อ</source>
        <translation>Roster form</translation>
    </message>
    <message>
        <source>แถวที่ต้องแก้</source>
        <translation>Rows to mend</translation>
    </message>
    <message>
        <source>เลือกแฟ้มรายชื่อ</source>
        <translation>Choose a roster</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>ไม่มีช่องเฉพาะ (เก็บไว้ในข้อมูลเพิ่มเติม)</source>
        <translation>No field of its own (kept as extra)</translation>
    </message>
    <message>
        <source>ไม่นำเข้าคอลัมน์นี้</source>
        <translation>Do not import this column</translation>
    </message>
    <message>
        <source>ชื่อและนามสกุล (ช่องเดียว)</source>
        <translation>Name and surname (one field)</translation>
    </message>
    <message>
        <source>คำนำหน้า</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>ชื่อ</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>ชื่อกลาง</source>
        <translation>Middle name</translation>
    </message>
    <message>
        <source>นามสกุล</source>
        <translation>Surname</translation>
    </message>
    <message>
        <source>ชื่อเล่น</source>
        <translation>Nickname</translation>
    </message>
    <message>
        <source>ชื่อในภาษาของตน</source>
        <translation>Name in own language</translation>
    </message>
    <message>
        <source>เพศ</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>วันเกิด</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>วันที่เกิด (เฉพาะวัน)</source>
        <translation>Day of birth</translation>
    </message>
    <message>
        <source>เดือนเกิด</source>
        <translation>Month of birth</translation>
    </message>
    <message>
        <source>ปีเกิด</source>
        <translation>Year of birth</translation>
    </message>
    <message>
        <source>อายุ</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>เลขประจำตัวประชาชน</source>
        <translation>National ID number</translation>
    </message>
    <message>
        <source>รหัส G</source>
        <translation>G code</translation>
    </message>
    <message>
        <source>รหัสผู้เรียนรู้ของศูนย์</source>
        <translation>The centre&apos;s learner code</translation>
    </message>
    <message>
        <source>เลขเอกสารอื่น</source>
        <translation>Other paper number</translation>
    </message>
    <message>
        <source>หมู่ที่</source>
        <translation>Moo number</translation>
    </message>
    <message>
        <source>ชื่อหมู่บ้าน</source>
        <translation>Village name</translation>
    </message>
    <message>
        <source>หย่อมบ้าน</source>
        <translation>Hamlet</translation>
    </message>
    <message>
        <source>บ้านเลขที่</source>
        <translation>House number</translation>
    </message>
    <message>
        <source>ที่อยู่</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>คำนำหน้าผู้ดูแล</source>
        <translation>Carer&apos;s title</translation>
    </message>
    <message>
        <source>ผู้ดูแล/ผู้ปกครอง</source>
        <translation>Carer or guardian</translation>
    </message>
    <message>
        <source>ผู้ดูแลเกี่ยวข้องเป็น</source>
        <translation>Carer&apos;s relation</translation>
    </message>
    <message>
        <source>โทรศัพท์</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>ระดับการศึกษา</source>
        <translation>Education level</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>สาเหตุที่ไม่ได้เรียน</source>
        <translation>Reason out of school</translation>
    </message>
    <message>
        <source>กลุ่มเป้าหมาย</source>
        <translation>Target group</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>ลำดับที่ (ไม่นำเข้า)</source>
        <translation>Row number (not imported)</translation>
    </message>
    <message>
        <source>รหัสระเบียนของโปรแกรม</source>
        <translation>The program&apos;s record code</translation>
    </message>
    <message>
        <source>รอยตรวจของโปรแกรม</source>
        <translation>Mark of the program</translation>
    </message>
    <message>
        <source>เลขนี้เป็นของอีกคนที่ชื่อต่างกัน ให้ตรวจเลขกับเอกสาร</source>
        <translation>This number belongs to someone of another name. Compare it with the paper.</translation>
    </message>
    <message>
        <source>เลขประจำตัว</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>วันเกิดตามที่บอก</source>
        <translation>Birth date as told</translation>
    </message>
    <message>
        <source>ข้อมูลเพิ่มเติม</source>
        <translation>Extra details</translation>
    </message>
    <message>
        <source>กำลังอ่านแฟ้ม</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <source>กำลังเทียบกับคนที่มีอยู่</source>
        <translation>Comparing with those known</translation>
    </message>
    <message>
        <source>กำลังบันทึก</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>กำลังปรับปรุง</source>
        <translation>Updating</translation>
    </message>
</context>
<context>
    <name>LeftWords</name>
    <message>
        <source>แผ่นงาน</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>ช่อง</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>ข้อความในแฟ้ม</source>
        <translation>Text in the file</translation>
    </message>
    <message>
        <source>เพราะเป็น</source>
        <translation>Because it is</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>แฟ้มนี้ไม่มีคอลัมน์ของช่องนี้ จึงแก้ที่นี่ไม่ได้</source>
        <translation>The file has no column for this, so it cannot be mended here</translation>
    </message>
    <message>
        <source>ทั้งหมด</source>
        <translation>All</translation>
    </message>
    <message>
        <source>มีจุดให้ตรวจ</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>รอตัดสิน</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>อาจซ้ำ</source>
        <translation>Maybe twice</translation>
    </message>
    <message>
        <source>คนใหม่</source>
        <translation>New</translation>
    </message>
    <message>
        <source>ปรับปรุง</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>ไม่เปลี่ยน</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>นำเข้าไม่ได้</source>
        <translation>Blocked</translation>
    </message>
    <message>
        <source>แก้แล้ว</source>
        <translation>Mended</translation>
    </message>
    <message>
        <source>ช่องที่ไม่ได้อ่าน</source>
        <translation>Cells not read</translation>
    </message>
    <message>
        <source>แถวในแฟ้ม</source>
        <translation>Rows of the file</translation>
    </message>
    <message>
        <source>ไม่มีแถวแบบนี้</source>
        <translation>No rows of this kind</translation>
    </message>
    <message numerus="yes">
        <source>บันทึก %n แถวที่ต้องแก้เป็นแฟ้ม</source>
        <translation>
            <numerusform>Save %n row to mend as a file</numerusform>
            <numerusform>Save %n rows to mend as a file</numerusform>
        </translation>
    </message>
    <message>
        <source>แฟ้มนี้เคยนำเข้าแล้วในครั้งที่ {number} นำเข้าซ้ำจะไม่เพิ่มคนเดิมอีก</source>
        <translation>This file was imported before, as import {number}. Importing it again adds nobody twice.</translation>
    </message>
    <message>
        <source>วันที่ของเครื่องไม่น่าถูก จึงไม่ได้เทียบวันเกิดกับวันนี้</source>
        <translation>The date of this computer cannot be right, so births were not compared with today</translation>
    </message>
    <message numerus="yes">
        <source>%n คน</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>รอตัดสิน {count} แถว</source>
        <translation>{count} rows to decide</translation>
    </message>
    <message>
        <source>ซ้ำกับแถวก่อน {count} แถว</source>
        <translation>{count} repeated</translation>
    </message>
    <message>
        <source>นำเข้าไม่ได้ {count} แถว</source>
        <translation>{count} blocked</translation>
    </message>
    <message>
        <source>เลือกไม่นำเข้า {count} แถว</source>
        <translation>{count} left out by choice</translation>
    </message>
    <message>
        <source>บอกต่อของคนแถวบน {count} แถว</source>
        <translation>{count} rows more about the person above</translation>
    </message>
    <message>
        <source>ไม่ใช่รายชื่อ {count} แถว</source>
        <translation>{count} left out, nobody&apos;s</translation>
    </message>
    <message numerus="yes">
        <source>%n แถว</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewWords</name>
    <message>
        <source>(ไม่มีชื่อ)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>จะเป็น</source>
        <translation>Becomes</translation>
    </message>
    <message>
        <source>แผ่นงาน</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>แถว</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>ชื่อ–สกุล</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ชื่อเล่น</source>
        <translation>Nick</translation>
    </message>
    <message>
        <source>วันเกิด</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>เลข</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>หมู่</source>
        <translation>Moo</translation>
    </message>
    <message>
        <source>อื่น ๆ</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>อาจซ้ำ</source>
        <translation>Maybe twice</translation>
    </message>
    <message>
        <source>แก้แล้ว ในแฟ้มคือ “{text}”</source>
        <translation>Mended; the file says “{text}”</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>แถว {row}: {name}</source>
        <translation>Row {row}: {name}</translation>
    </message>
    <message>
        <source>คือ {name}</source>
        <translation>It is {name}</translation>
    </message>
    <message>
        <source>ยังไม่ตัดสิน ยังไม่นำเข้า</source>
        <translation>Not decided, not imported</translation>
    </message>
    <message>
        <source>รายการใหม่</source>
        <translation>A new entry</translation>
    </message>
    <message>
        <source>ไม่นำเข้าแถวนี้</source>
        <translation>Leave this row out</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>คอมพิวเตอร์เครื่องนี้บอกว่าเป็นปี {year} ถูกต้องหรือไม่</source>
        <translation>This computer says that the year is {year} BE. Is that so?</translation>
    </message>
    <message>
        <source>ถูกต้อง ปีนี้คือ {year}</source>
        <translation>Yes, it is {year}</translation>
    </message>
    <message>
        <source>ถ้าไม่ถูกต้อง จะอ่านวันเกิดโดยไม่เทียบกับวันนี้ และเว้นวันที่ลงทะเบียนไว้ ควรตั้งวันที่ของเครื่องให้ถูก</source>
        <translation>If it is not, births are not compared with today and the day of registration stays empty. Please set the computer&apos;s date.</translation>
    </message>
    <message>
        <source>ไม่ถูกต้อง</source>
        <translation>No, it is wrong</translation>
    </message>
    <message>
        <source>นำเข้าแถวและคอลัมน์ ไม่นำเข้าแผ่นงาน</source>
        <translation>Take rows and columns, leave the sheets</translation>
    </message>
    <message>
        <source>นำเข้าด้วย</source>
        <translation>Take them too</translation>
    </message>
    <message>
        <source>ไม่นำเข้าส่วนที่ซ่อน</source>
        <translation>Leave what is hidden</translation>
    </message>
    <message>
        <source>แฟ้มนี้มีส่วนที่ซ่อนไว้ จะนำเข้าด้วยหรือไม่</source>
        <translation>This file has hidden parts. Take them too?</translation>
    </message>
    <message numerus="yes">
        <source>ซ่อนหรือกรองไว้ %n แถว</source>
        <translation>
            <numerusform>%n row hidden or filtered</numerusform>
            <numerusform>%n rows hidden or filtered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ซ่อนไว้ %n คอลัมน์</source>
        <translation>
            <numerusform>%n column hidden</numerusform>
            <numerusform>%n columns hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ซ่อนไว้ %n แผ่นงาน: {names}</source>
        <translation>
            <numerusform>%n sheet hidden: {names}</numerusform>
            <numerusform>%n sheets hidden: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowPanel</name>
    <message>
        <source>เลือกแถวเพื่อดูรายละเอียดและสิ่งที่ควรทำ</source>
        <translation>Choose a row to see its details and what to do</translation>
    </message>
    <message>
        <source>{sheet} แถว {row}</source>
        <translation>{sheet}, row {row}</translation>
    </message>
    <message>
        <source>คนเดียวกับแถว {row} จึงรวมเป็นคนเดียว</source>
        <translation>The same person as in row {row}, so they become one</translation>
    </message>
    <message>
        <source>จะเปลี่ยน</source>
        <translation>Will change</translation>
    </message>
    <message>
        <source>(ว่าง)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>เพิ่มเป็นคนใหม่</source>
        <translation>Add as somebody new</translation>
    </message>
    <message>
        <source>ไม่นำเข้าแถวนี้</source>
        <translation>Leave out this row</translation>
    </message>
    <message>
        <source>ช่อง {column}: “{text}”</source>
        <translation>Column {column}: “{text}”</translation>
    </message>
    <message>
        <source>แก้ค่านี้ (F2)</source>
        <translation>Mend this (F2)</translation>
    </message>
    <message>
        <source>แก้แล้วที่นี่</source>
        <translation>Mended here</translation>
    </message>
    <message>
        <source>ใช้ค่าในแฟ้ม</source>
        <translation>Back to the file&apos;s value</translation>
    </message>
    <message>
        <source>ตัดสินแล้ว: คนเดียวกัน จะปรับปรุงคนเดิม</source>
        <translation>Decided: same person, the known record is updated</translation>
    </message>
    <message>
        <source>ตัดสินแล้ว: คนละคน จะเพิ่มเป็นคนใหม่</source>
        <translation>Decided: two people, a new one is added</translation>
    </message>
    <message>
        <source>ตัดสินแล้ว: ไม่นำเข้าแถวนี้</source>
        <translation>Decided: this row is left out</translation>
    </message>
    <message>
        <source>เปลี่ยนใจ</source>
        <translation>Change my mind</translation>
    </message>
    <message>
        <source>คนใหม่</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>ไม่นำเข้า</source>
        <translation>Leave out</translation>
    </message>
    <message numerus="yes">
        <source>ตอบ “{answer}” ทั้ง %n แถวที่ถามเรื่องเดียวกัน</source>
        <translation>
            <numerusform>Answer “{answer}” for the %n row that asks the same</numerusform>
            <numerusform>Answer “{answer}” for all %n rows that ask the same</numerusform>
        </translation>
    </message>
    <message>
        <source>อาจเป็นคนเดียวกัน</source>
        <translation>Maybe one person</translation>
    </message>
    <message>
        <source>คล้ายกับแถว {row} ของแฟ้มนี้</source>
        <translation>Like row {row} of this file</translation>
    </message>
    <message>
        <source>คนเดียวกัน</source>
        <translation>Same person</translation>
    </message>
    <message>
        <source>คนละคน</source>
        <translation>Two people</translation>
    </message>
    <message>
        <source>คนเดียวกัน: ปรับปรุงคนเดิม คนละคน: เพิ่มเป็นคนใหม่</source>
        <translation>Same person: updates the known record. Two people: adds a new one.</translation>
    </message>
    <message>
        <source>ยังไม่ตัดสินก็ได้ จะเพิ่มไว้ก่อน แล้วถามอีกครั้งที่รายการคนที่อาจซ้ำ</source>
        <translation>It need not be decided now: the row is added and asked about again under possible duplicates.</translation>
    </message>
    <message>
        <source>ยังไม่ตัดสินก็ได้ แถวนี้จะยังไม่นำเข้า และไม่มีใครถูกแก้</source>
        <translation>You may decide later: this row is not taken in then, and nobody is changed.</translation>
    </message>
    <message>
        <source>ชื่อ</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ชื่อเล่น</source>
        <translation>Nickname</translation>
    </message>
    <message>
        <source>วันเกิด</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>เลข</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>ผู้ดูแล</source>
        <translation>Carer</translation>
    </message>
    <message>
        <source>ในแฟ้ม</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>มีอยู่แล้ว</source>
        <translation>Already here</translation>
    </message>
</context>
<context>
    <name>StepStrip</name>
    <message>
        <source>เลือกแฟ้ม</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>ตรวจคอลัมน์</source>
        <translation>Check columns</translation>
    </message>
    <message>
        <source>ตรวจรายชื่อ</source>
        <translation>Check people</translation>
    </message>
    <message>
        <source>เสร็จ</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>ขั้นที่ {number} จาก 4: {step}</source>
        <translation>Step {number} of 4: {step}</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>เลิกการนำเข้าแล้ว</source>
        <translation>Import undone</translation>
    </message>
    <message>
        <source>นำเข้าครั้งที่ {number} เสร็จแล้ว</source>
        <translation>Import {number} is done</translation>
    </message>
    <message numerus="yes">
        <source>อ่านทั้งหมด %n แถว</source>
        <translation>
            <numerusform>%n row read</numerusform>
            <numerusform>%n rows read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>แก้ %n ช่องก่อนนำเข้า: {cells}</source>
        <translation>
            <numerusform>%n cell mended before: {cells}</numerusform>
            <numerusform>%n cells mended before: {cells}</numerusform>
        </translation>
    </message>
    <message>
        <source>คนใหม่</source>
        <translation>New people</translation>
    </message>
    <message>
        <source>ปรับปรุงข้อมูลเดิม</source>
        <translation>Records updated</translation>
    </message>
    <message>
        <source>มีอยู่แล้ว ไม่มีอะไรเปลี่ยน</source>
        <translation>Already here, nothing changed</translation>
    </message>
    <message>
        <source>ไม่ได้นำเข้า</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>ไปที่รายชื่อ</source>
        <translation>To the list</translation>
    </message>
    <message numerus="yes">
        <source>ตัดสิน %n คู่ที่อาจซ้ำ</source>
        <translation>
            <numerusform>Decide %n possible duplicate</numerusform>
            <numerusform>Decide %n possible duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>บันทึก %n แถวที่ต้องแก้เป็นแฟ้ม</source>
        <translation>
            <numerusform>Save %n row to mend as a file</numerusform>
            <numerusform>Save %n rows to mend as a file</numerusform>
        </translation>
    </message>
    <message>
        <source>นำเข้าแฟ้มอื่น</source>
        <translation>Import another file</translation>
    </message>
    <message>
        <source>เลิกการนำเข้าครั้งนี้</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>คนที่เพิ่มในครั้งนี้จะถูกซ่อน และข้อมูลที่ปรับปรุงจะกลับเป็นอย่างเดิม</source>
        <translation>People added by this import are hidden, and updated records go back to what they were.</translation>
    </message>
    <message>
        <source>เลิกทั้งครั้ง</source>
        <translation>Undo all of it</translation>
    </message>
</context>
</TS>
