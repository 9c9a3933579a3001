<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>AboutPage</name>
    <message>
        <source>เกี่ยวกับโปรแกรม</source>
        <translation>About</translation>
    </message>
    <message>
        <source>ตำบลเรียนรู้</source>
        <translation>Tambon Rianru</translation>
    </message>
    <message>
        <source>โปรแกรมสำหรับศูนย์การเรียนรู้ระดับตำบล ทำงานได้แม้ไม่มีอินเทอร์เน็ต ข้อมูลทั้งหมดเข้ารหัสอยู่ในเครื่องนี้</source>
        <translation>For sub-district learning centres. It works without internet, and all data lies encrypted on this laptop.</translation>
    </message>
    <message>
        <source>รุ่น {version} · Qt {qt} · เครื่อง {device}</source>
        <translation>Version {version} · Qt {qt} · laptop {device}</translation>
    </message>
    <message>
        <source>ขอบคุณงานของผู้อื่นที่เราใช้</source>
        <translation>With thanks for the work of others</translation>
    </message>
    <message>
        <source>ชื่อและสัญญาอนุญาต</source>
        <translation>Names and licences</translation>
    </message>
    <message>
        <source>ส่วนประกอบของชุดโปรแกรมนี้</source>
        <translation>What this copy is made of</translation>
    </message>
    <message>
        <source>ชื่อ รุ่น และสัญญาอนุญาต</source>
        <translation>Names, versions and licences</translation>
    </message>
    <message>
        <source>รายการทั้งหมดพร้อมชื่อแฟ้ม (CycloneDX): {file}</source>
        <translation>The whole list with its files (CycloneDX): {file}</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>บันทึกแฟ้มแล้ว</source>
        <translation>File saved</translation>
    </message>
    <message>
        <source>บันทึกการตรวจสอบ</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>ใครเปิดดู พิมพ์ ส่งออก ลบ หรือเปลี่ยนสิทธิ์ เมื่อไร ถ้ามีใครแก้หรือลบรายการ แถบนี้จะบอก</source>
        <translation>Who looked, printed, exported, erased or changed rights, and when. If an entry is altered or removed, the bar below says so</translation>
    </message>
    <message>
        <source>ทุกคน</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>ทุกเรื่อง</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>ใคร</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>ทำอะไร</source>
        <translation>What</translation>
    </message>
    <message>
        <source>ตั้งแต่วันที่</source>
        <translation>From</translation>
    </message>
    <message>
        <source>ถึงวันที่</source>
        <translation>To</translation>
    </message>
    <message>
        <source>เกี่ยวกับผู้เรียนรู้คนไหน</source>
        <translation>About which learner</translation>
    </message>
    <message>
        <source>บันทึกเป็นแฟ้ม</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>ไม่มีบันทึกตามที่เลือก</source>
        <translation>No entries as chosen</translation>
    </message>
    <message>
        <source>ลองเลือกทุกคนและทุกเรื่อง หรือช่วงวันที่กว้างขึ้น</source>
        <translation>Try everybody and everything, or more days</translation>
    </message>
    <message numerus="yes">
        <source>ครบถ้วน ไม่มีรายการถูกแก้หรือลบ (%n รายการ)</source>
        <translation>
            <numerusform>Whole: the one entry was not altered</numerusform>
            <numerusform>Whole: none of the %n entries was altered or removed</numerusform>
        </translation>
    </message>
    <message>
        <source>ยืนยันนอกเครื่องถึงลำดับที่ {number} เมื่อ {when}</source>
        <translation>Held outside this laptop up to entry {number}, {when}</translation>
    </message>
    <message>
        <source>บันทึกถูกแก้หรือถูกตัด ตั้งแต่ลำดับที่ {number} แจ้งผู้ดูแลศูนย์กลางจังหวัด</source>
        <translation>The log was altered or cut from entry {number} on. Tell the keeper of the province hub</translation>
    </message>
    <message>
        <source>เมื่อ</source>
        <translation>When</translation>
    </message>
    <message>
        <source>เกี่ยวกับ</source>
        <translation>About</translation>
    </message>
    <message>
        <source>รายละเอียด</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>ดูทุกคน</source>
        <translation>Show everybody</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message numerus="yes">
        <source>%n รายการ</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message>
        <source>รวมข้อมูลอ่อนไหว</source>
        <translation>with sensitive parts</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>สำรองและกู้คืน</source>
        <translation>Backup and restore</translation>
    </message>
    <message>
        <source>เก็บสำเนาไว้นอกเครื่อง เช่น แฟลชไดรฟ์ เผื่อเครื่องหายหรือเสีย</source>
        <translation>Keep a copy outside the laptop, such as on a USB stick, in case it is lost or breaks.</translation>
    </message>
    <message>
        <source>สำเนาในเครื่องนี้</source>
        <translation>Backups on this laptop</translation>
    </message>
    <message>
        <source>สำรองในเครื่อง</source>
        <translation>Back up here</translation>
    </message>
    <message>
        <source>สำรองลงแฟลชไดรฟ์</source>
        <translation>Back up to a USB stick</translation>
    </message>
    <message>
        <source>สำรองตอนนี้…</source>
        <translation>Back up now…</translation>
    </message>
    <message>
        <source>ยังไม่เคยสำรองจากเครื่องนี้</source>
        <translation>No backup was made from this laptop yet.</translation>
    </message>
    <message>
        <source>สำรองล่าสุด {time}
{place}</source>
        <translation>Last backup {time}
{place}</translation>
    </message>
    <message>
        <source>ตรวจข้อมูล</source>
        <translation>Check the data</translation>
    </message>
    <message>
        <source>ตรวจว่าแฟ้มข้อมูลสมบูรณ์ ไม่มีอะไรขาดหาย โปรแกรมตรวจเองทุกสัปดาห์</source>
        <translation>Checks that the file is whole and nothing is missing. The program does so by itself each week.</translation>
    </message>
    <message>
        <source>ดูก่อนว่าสำเนามีอะไรและอะไรจะถูกวางไว้ข้าง ๆ ของเดิมไม่ถูกลบ แล้วทุกคนเข้าใช้งานใหม่</source>
        <translation>First shows what the backup holds and what would be set aside. Nothing is deleted; everybody then signs in anew.</translation>
    </message>
    <message>
        <source>เลือกสำเนาที่จะกู้คืน…</source>
        <translation>Choose a backup to restore…</translation>
    </message>
    <message>
        <source>โปรแกรมสำรองเองขณะใช้งานและตอนปิด ยังไม่มีสำเนา</source>
        <translation>The program backs up by itself while in use and at closing. There is none yet.</translation>
    </message>
    <message>
        <source>ล่าสุด {time}</source>
        <translation>Latest {time}</translation>
    </message>
    <message numerus="yes">
        <source>เก็บไว้ %n สำเนา</source>
        <translation>
            <numerusform>%n is kept</numerusform>
            <numerusform>%n are kept</numerusform>
        </translation>
    </message>
    <message>
        <source>ตรวจตอนนี้</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>กู้คืนจากสำเนา</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>โปรแกรมสำรองเองขณะใช้งานและตอนปิด</source>
        <translation>The program backs up by itself while in use and at closing.</translation>
    </message>
    <message>
        <source>เลือกที่เก็บสำเนา</source>
        <translation>Choose where the backup goes</translation>
    </message>
</context>
<context>
    <name>CentrePage</name>
    <message>
        <source>ข้อมูลศูนย์ยังมาไม่ถึงเครื่องนี้ จะมาเมื่อส่งกับจังหวัดครั้งแรก</source>
        <translation>The centre&apos;s details have not arrived yet; they come with the first sync.</translation>
    </message>
    <message>
        <source>ศูนย์และหัวกระดาษ</source>
        <translation>Centre and letterhead</translation>
    </message>
    <message>
        <source>ชื่อและที่อยู่นี้อยู่บนแผนและเอกสารทุกแผ่นที่พิมพ์</source>
        <translation>This name and address stand on every plan and paper that is printed.</translation>
    </message>
    <message>
        <source>ศูนย์</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>หัวกระดาษ</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>เว้นว่างไว้ก็ได้ จะใช้ชื่อและที่อยู่ของศูนย์</source>
        <translation>May stay empty: then the centre&apos;s own name and address are used.</translation>
    </message>
    <message>
        <source>บนกระดาษจะเห็นแบบนี้</source>
        <translation>On paper it looks like this</translation>
    </message>
</context>
<context>
    <name>FieldFormsCommands</name>
    <message>
        <source>เก็บแบบไว้ที่</source>
        <translation>Keep the form in</translation>
    </message>
    <message>
        <source>ทำแบบแล้ว รุ่น {version}</source>
        <translation>The form is made, version {version}</translation>
    </message>
    <message>
        <source>เก็บคำตอบจากโทรศัพท์แล้ว</source>
        <translation>The answers were stored</translation>
    </message>
</context>
<context>
    <name>FieldFormsPage</name>
    <message>
        <source>แบบบนโทรศัพท์</source>
        <translation>Forms on telephones</translation>
    </message>
    <message>
        <source>ถามและตอบบนโทรศัพท์ด้วย ODK Collect หรือ KoBoCollect แล้วนำคำตอบกลับเข้ามา</source>
        <translation>Ask and answer on a telephone with ODK Collect or KoBoCollect, and bring the answers back</translation>
    </message>
    <message>
        <source>ทำแบบ</source>
        <translation>Make a form</translation>
    </message>
    <message>
        <source>มีทั้งไทยและอังกฤษ ไม่มีชื่อใคร ไม่มีตัวชี้วัดอ่อนไหว เปลี่ยนคำ HETT แล้วทำแบบใหม่</source>
        <translation>In Thai and English, without names or sensitive indicators. After changing the words of HETT, make it anew</translation>
    </message>
    <message>
        <source>ทำแบบ HETT</source>
        <translation>Make the HETT form</translation>
    </message>
    <message>
        <source>ทำแบบเยี่ยมบ้าน</source>
        <translation>Make the home visit form</translation>
    </message>
    <message>
        <source>นำคำตอบเข้า</source>
        <translation>Bring answers in</translation>
    </message>
    <message>
        <source>เลือกแฟ้มที่ส่งออกจาก ODK Central หรือ KoBo แบบ XML values ดูก่อน แล้วค่อยเก็บ</source>
        <translation>Choose a file exported from ODK Central or KoBo as XML values; look first, then store</translation>
    </message>
    <message>
        <source>เลือกแฟ้มคำตอบ</source>
        <translation>Choose the file of answers</translation>
    </message>
    <message numerus="yes">
        <source>ใหม่ %n คำตอบ</source>
        <translation>
            <numerusform>%n new answer</numerusform>
            <numerusform>%n new answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ไม่เก็บ %n คำตอบ</source>
        <translation>
            <numerusform>%n answer not stored</numerusform>
            <numerusform>%n answers not stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>เก็บ %n คำตอบ</source>
        <translation>
            <numerusform>Store %n answer</numerusform>
            <numerusform>Store %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeadForm</name>
    <message>
        <source>บรรทัดแรก: ชื่อหน่วยงาน</source>
        <translation>First line: organisation</translation>
    </message>
    <message>
        <source>บรรทัดที่สอง: ที่ตั้ง</source>
        <translation>Second line: place</translation>
    </message>
    <message>
        <source>ติดต่อ</source>
        <translation>Contact</translation>
    </message>
</context>
<context>
    <name>HettPage</name>
    <message>
        <source> (ไม่ถาม)</source>
        <translation> (not asked)</translation>
    </message>
    <message>
        <source>คำอธิบาย HETT</source>
        <translation>HETT wording</translation>
    </message>
    <message>
        <source>ปรับคำให้เข้ากับคนในพื้นที่ได้ ลบข้อความจนว่างเพื่อกลับไปใช้คำเดิม ผลประเมินเก่าไม่เปลี่ยน</source>
        <translation>Fit the words to your people. Empty a field to go back to the given words. Earlier ratings stay.</translation>
    </message>
    <message>
        <source>ชื่อตัวชี้วัด (ภาษาไทย)</source>
        <translation>Name of the indicator (Thai)</translation>
    </message>
    <message>
        <source>ชื่อตัวชี้วัด (ภาษาอังกฤษ)</source>
        <translation>Name of the indicator (English)</translation>
    </message>
    <message>
        <source>ใช้ถามในการประเมิน</source>
        <translation>Ask it in assessments</translation>
    </message>
    <message>
        <source>ด้านและตัวชี้วัด</source>
        <translation>Dimensions and indicators</translation>
    </message>
    <message>
        <source>ระดับ {level}</source>
        <translation>Level {level}</translation>
    </message>
    <message>
        <source>ตัวชี้วัดของเราเอง</source>
        <translation>An indicator of our own</translation>
    </message>
    <message>
        <source>ชื่อตัวชี้วัดใหม่ในด้านที่เลือกอยู่</source>
        <translation>Name of a new indicator in this dimension</translation>
    </message>
    <message>
        <source>เพิ่ม</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>เขียนคำในภาษาที่เปิดอยู่ สลับภาษาเพื่อเขียนอีกภาษาหนึ่ง</source>
        <translation>Words are kept in the language shown; switch the language to write the other.</translation>
    </message>
    <message>
        <source>ชื่อด้าน (ภาษาไทย)</source>
        <translation>Name of the dimension (Thai)</translation>
    </message>
    <message>
        <source>ชื่อด้าน (ภาษาอังกฤษ)</source>
        <translation>Name of the dimension (English)</translation>
    </message>
</context>
<context>
    <name>LogoRow</name>
    <message>
        <source>ตราของหน่วยงาน</source>
        <translation>Mark of the office</translation>
    </message>
    <message>
        <source>เลือกภาพ</source>
        <translation>Choose a picture</translation>
    </message>
    <message>
        <source>เอาตราออก</source>
        <translation>Take it off</translation>
    </message>
    <message>
        <source>ภาพ (*.png *.jpg *.jpeg *.webp *.heic *.heif)</source>
        <translation>Pictures (*.png *.jpg *.jpeg *.webp *.heic *.heif)</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>หน้าจอและการล็อก</source>
        <translation>Screen and lock</translation>
    </message>
    <message>
        <source>มีผลกับเครื่องนี้ทันที ไม่ต้องเปิดโปรแกรมใหม่</source>
        <translation>Holds on this laptop at once, without a restart.</translation>
    </message>
    <message>
        <source>ภาษา</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>ขนาดตัวอักษร</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>ปกติ</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>ใหญ่</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>ใหญ่มาก</source>
        <translation>Very large</translation>
    </message>
    <message>
        <source>สี</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>ตามระบบ</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>สว่าง</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>มืด</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>เส้นชัดสีจัด</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>ล็อกเองเมื่อไม่มีใครแตะ</source>
        <translation>Lock when nobody touches it</translation>
    </message>
    <message>
        <source>5 นาที</source>
        <translation>5 minutes</translation>
    </message>
    <message>
        <source>10 นาที</source>
        <translation>10 minutes</translation>
    </message>
    <message>
        <source>30 นาที</source>
        <translation>30 minutes</translation>
    </message>
    <message>
        <source>ไม่ล็อกเอง</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>กด Ctrl+L เพื่อล็อกทันที สิ่งที่พิมพ์ค้างไว้ไม่หาย</source>
        <translation>Ctrl+L locks at once; what is half typed stays.</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>ใบกู้คืน</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>ทางเข้าเมื่อลืมรหัสผ่าน เก็บบนกระดาษ คนละที่กับเครื่อง</source>
        <translation>The way in when passcodes are forgotten: on paper, away from the laptop</translation>
    </message>
    <message>
        <source>คำกู้คืนใหม่ พิมพ์หรือจดตอนนี้</source>
        <translation>New recovery words: print or copy them now</translation>
    </message>
    <message>
        <source>ทำใบใหม่</source>
        <translation>Make a new sheet</translation>
    </message>
    <message>
        <source>ใบเก่าจะเปิดเครื่องนี้ไม่ได้อีก สำเนาสำรองที่ทำไว้ก่อนยังใช้ใบเก่าได้</source>
        <translation>The old sheet will open this laptop no more; backups made before still open with it</translation>
    </message>
    <message>
        <source>รหัสผ่านของคุณ</source>
        <translation>Your passcode</translation>
    </message>
    <message>
        <source>ยืนยันว่าเป็นคุณ</source>
        <translation>To be sure that it is you</translation>
    </message>
    <message>
        <source>ทำใบกู้คืนใหม่</source>
        <translation>Make a new recovery sheet</translation>
    </message>
    <message>
        <source>เก็บใบไว้แล้ว</source>
        <translation>It is put away</translation>
    </message>
    <message>
        <source>ยังไม่เคยทำใบกู้คืนของเครื่องนี้</source>
        <translation>No recovery sheet was ever made for this laptop</translation>
    </message>
    <message>
        <source>ใบที่ {id} ทำเมื่อ {time} เก็บไว้แล้ว</source>
        <translation>Sheet {id}, made {time}, is put away</translation>
    </message>
    <message>
        <source>ใบที่ {id} ทำเมื่อ {time} ยังไม่มีใครบอกว่าเก็บแล้ว</source>
        <translation>Sheet {id}, made {time}; nobody has said that it is put away</translation>
    </message>
    <message>
        <source>จังหวัดเก็บคำกู้คืนของเครื่องนี้ไว้อีกชุดหนึ่ง ส่งถึงเมื่อ {time}</source>
        <translation>The province keeps other recovery words for this laptop, received {time}</translation>
    </message>
    <message>
        <source>จังหวัดยังไม่มีคำกู้คืนของเครื่องนี้ จะส่งให้เองเมื่อซิงก์</source>
        <translation>The province has no recovery words for this laptop yet; they are sent at the next sync</translation>
    </message>
    <message>
        <source>พิมพ์รหัสนี้ก่อน</source>
        <translation>Type this passcode first</translation>
    </message>
</context>
<context>
    <name>RecoveryReminder</name>
    <message>
        <source>ยังไม่ได้เก็บใบกู้คืน ถ้าลืมรหัสผ่านกันหมดจะเปิดข้อมูลไม่ได้</source>
        <translation>No recovery sheet is put away. If all passcodes are forgotten, nobody can open the data.</translation>
    </message>
    <message>
        <source>ทำใบกู้คืน</source>
        <translation>Make the sheet</translation>
    </message>
</context>
<context>
    <name>RetentionPage</name>
    <message>
        <source>ข้อมูลที่ครบกำหนด</source>
        <translation>Kept long enough</translation>
    </message>
    <message>
        <source>กฎหมายให้เก็บข้อมูลเท่าที่จำเป็น เมื่อพ้นเวลาให้ลบหรือทำให้ไม่ระบุตัวตน โปรแกรมไม่ลบให้เอง</source>
        <translation>The law lets data be kept as long as it is needed; then it is erased or made unknown. The program erases nobody by itself.</translation>
    </message>
    <message>
        <source>ครบกำหนดแล้ว</source>
        <translation>Time is over</translation>
    </message>
    <message>
        <source>คนที่ลบแล้ว ยังเหลืออยู่ที่</source>
        <translation>Where erased people still lie</translation>
    </message>
    <message>
        <source>สำรองใหม่ แล้วเอาสำเนาเก่าออก</source>
        <translation>Back up anew and drop the old copies</translation>
    </message>
    <message>
        <source>เก็บไว้กี่ปีหลังปิด</source>
        <translation>Years kept after closing</translation>
    </message>
    <message>
        <source>ใช้กับทุกเครื่องของศูนย์ นับจากวันที่ปิดกรณี บรรลุแผน ย้ายออก หรือเสียชีวิต</source>
        <translation>For every laptop of the centre, from the day of closing, completing, moving away or death.</translation>
    </message>
    <message numerus="yes">
        <source>%n ปี</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message>
        <source>แต่ละบรรทัดหายไปเองเมื่อที่นั้นไม่มีข้อมูลแล้ว ที่โปรแกรมเอื้อมไม่ถึง ให้จัดการแล้วกดยืนยัน</source>
        <translation>Each line goes by itself once the place holds nothing any more. Where the program cannot reach, see to it and confirm.</translation>
    </message>
    <message>
        <source>ไม่เหลือที่ใดแล้ว</source>
        <translation>Nothing is left anywhere.</translation>
    </message>
    <message>
        <source>ตั้งแต่ {day}</source>
        <translation>since {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n คน</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>จัดการแล้ว</source>
        <translation>Seen to</translation>
    </message>
    <message>
        <source>{part} พ้นกำหนด {years} ปีตั้งแต่ {day}</source>
        <translation>{part}: {years} years were over on {day}</translation>
    </message>
    <message>
        <source>ครั้งก่อนเก็บต่อเพราะ: {reason}</source>
        <translation>Kept last time because: {reason}</translation>
    </message>
</context>
<context>
    <name>SettingsCommands</name>
    <message>
        <source>เปลี่ยนเลขหมู่ของหมู่บ้าน</source>
        <translation>Renumber a village</translation>
    </message>
    <message>
        <source>ย้ายเลขหมู่ แบ่งหมู่บ้าน</source>
        <translation>moo number split village</translation>
    </message>
    <message>
        <source>เปลี่ยนชื่อด้านของ HETT</source>
        <translation>Name a HETT dimension</translation>
    </message>
    <message>
        <source>คำเรียกด้าน สุขภาพ อาชีพ</source>
        <translation>rename health education talent tradition</translation>
    </message>
    <message>
        <source>สำรองข้อมูลเดี๋ยวนี้</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>เก็บสำเนา แบ็กอัป</source>
        <translation>backup copy save</translation>
    </message>
    <message>
        <source>กู้คืนจากสำเนา</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>เปลี่ยนเป็นภาษาอังกฤษ (English)</source>
        <translation>Change to Thai (ภาษาไทย)</translation>
    </message>
    <message>
        <source>สลับภาษา language</source>
        <translation>language เปลี่ยนภาษา</translation>
    </message>
</context>
<context>
    <name>SettingsDay</name>
    <message>
        <source>ครบกำหนดเก็บข้อมูล</source>
        <translation>Kept long enough</translation>
    </message>
    <message numerus="yes">
        <source>มี %n คนที่พ้นเวลาเก็บข้อมูลแล้ว เลือกว่าจะทำอย่างไร</source>
        <translation>
            <numerusform>%n person has been kept long enough: decide what is to become of the record</numerusform>
            <numerusform>%n people have been kept long enough: decide what is to become of their records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>ศูนย์และหัวกระดาษ</source>
        <translation>Centre and letterhead</translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>ผู้ใช้และรหัสผ่าน</source>
        <translation>Users and passcodes</translation>
    </message>
    <message>
        <source>เปลี่ยนรหัสผ่าน บทบาท สิทธิ์</source>
        <translation>change passcode role rights password</translation>
    </message>
    <message>
        <source>ใบกู้คืน</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>คำอธิบาย HETT</source>
        <translation>HETT wording</translation>
    </message>
    <message>
        <source>แบบบนโทรศัพท์</source>
        <translation>Forms on telephones</translation>
    </message>
    <message>
        <source>ODK KoBo XLSForm ฟอร์ม</source>
        <translation>ODK KoBo XLSForm form survey</translation>
    </message>
    <message>
        <source>คำเรียกในรายการ</source>
        <translation>Words in lists</translation>
    </message>
    <message>
        <source>เวลาของเรื่องเร่งด่วน</source>
        <translation>Hours of urgent cases</translation>
    </message>
    <message>
        <source>กี่ชั่วโมง กำหนดเวลา ช่วยด่วน</source>
        <translation>how many hours target time urgent help</translation>
    </message>
    <message>
        <source>สำรองและกู้คืน</source>
        <translation>Backup and restore</translation>
    </message>
    <message>
        <source>ข้อมูลที่ครบกำหนด</source>
        <translation>Kept long enough</translation>
    </message>
    <message>
        <source>หน้าจอและการล็อก</source>
        <translation>Screen and lock</translation>
    </message>
    <message>
        <source>ตัวอักษรใหญ่ สี มืด ภาษา</source>
        <translation>large letters colour dark language contrast</translation>
    </message>
    <message>
        <source>บันทึกการตรวจสอบ</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>เกี่ยวกับโปรแกรม</source>
        <translation>About</translation>
    </message>
</context>
<context>
    <name>SettingsOutcome</name>
    <message>
        <source>เก็บแล้ว</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>เปลี่ยนเป็นหมู่ {moo} แล้ว</source>
        <translation>The village is now number {moo}</translation>
    </message>
    <message>
        <source>เอาหมู่บ้านออกแล้ว</source>
        <translation>The village was removed</translation>
    </message>
    <message>
        <source>เพิ่มหย่อมบ้านแล้ว</source>
        <translation>The hamlet was added</translation>
    </message>
    <message>
        <source>เอาหย่อมบ้านออกแล้ว</source>
        <translation>The hamlet was removed</translation>
    </message>
    <message>
        <source>เพิ่ม {name} แล้ว</source>
        <translation>{name} was added</translation>
    </message>
    <message>
        <source>ตั้งรหัสผ่านใหม่แล้ว</source>
        <translation>The new passcode holds</translation>
    </message>
    <message>
        <source>เปลี่ยนรหัสผ่านแล้ว</source>
        <translation>The passcode was changed</translation>
    </message>
    <message>
        <source>สำรองแล้ว เปิดตรวจแล้ว มีผู้เรียนรู้ %n คน</source>
        <translation>Backed up, opened and checked. Learners: %n</translation>
    </message>
    <message>
        <source>กำลังสำรองข้อมูล</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <source>ข้อมูลสมบูรณ์ดี ไม่มีอะไรขาดหาย</source>
        <translation>All is whole; nothing is missing.</translation>
    </message>
    <message>
        <source>พบ %n เรื่องที่ควรให้ผู้ดูแลระบบดู</source>
        <translation>Things for an administrator to look at: %n</translation>
    </message>
    <message>
        <source>กำลังตรวจข้อมูล</source>
        <translation>Checking the data</translation>
    </message>
    <message>
        <source>เพิ่มแล้ว</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>จำไว้แล้วว่าเก็บใบกู้คืนแล้ว</source>
        <translation>Noted: the recovery sheet is put away</translation>
    </message>
    <message>
        <source>ทำแล้ว: ไม่เหลือข้อมูลที่บอกว่าเป็นใคร</source>
        <translation>Done: nothing tells who it was</translation>
    </message>
    <message>
        <source>เก็บต่อแล้ว จะถามอีกครั้งในหนึ่งปี</source>
        <translation>Kept: you are asked again in a year</translation>
    </message>
    <message>
        <source>กำลังทำลายข้อมูล</source>
        <translation>Destroying data</translation>
    </message>
    <message>
        <source>บันทึกว่าจัดการแล้ว</source>
        <translation>Noted as seen to</translation>
    </message>
    <message>
        <source>สำรองใหม่แล้ว สำเนาเก่าที่มีคนที่ลบออกไปแล้ว</source>
        <translation>Backed up anew; the old copies with erased people are gone</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>ตั้งค่า</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>เลือกเรื่องที่จะตั้งจากรายการทางซ้าย สิ่งที่พิมพ์เก็บให้เองทันที ไม่ต้องกดบันทึก
สำรองข้อมูลไว้นอกเครื่องอย่างน้อยเดือนละครั้ง</source>
        <translation>Choose what to set from the list at the left. What you type is kept at once, without a save button.
Make a backup outside the laptop at least once a month.</translation>
    </message>
    <message>
        <source>เรื่องที่จะตั้ง</source>
        <translation>What to set</translation>
    </message>
</context>
<context>
    <name>UrgentHoursPage</name>
    <message>
        <source>เวลาของเรื่องเร่งด่วน</source>
        <translation>Hours of urgent cases</translation>
    </message>
    <message>
        <source>นับจากเวลาที่เปิดเรื่อง ใช้กับทุกเครื่องของศูนย์ รายการและหน้าวันนี้บอกเมื่อใกล้ครบหรือเกินเวลา</source>
        <translation>Counted from when the case was opened, for every computer of the centre. The list and the day tell when the time is nearly over, or over.</translation>
    </message>
    <message>
        <source>ส่งต่อเป็นขั้น</source>
        <translation>Handing on step by step</translation>
    </message>
    <message>
        <source>ชื่อของแต่ละขั้นแก้ได้ที่หน้า คำเรียกในรายการ ทุกขั้นบอกว่าติดต่อใคร โทรเท่าไร</source>
        <translation>The names of the steps are changed on the page of words; each step says whom to tell, and by which telephone.</translation>
    </message>
    <message>
        <source>ยังไม่ระบุ</source>
        <translation>Not said yet</translation>
    </message>
    <message>
        <source>ภาคีที่รับเรื่อง</source>
        <translation>Partner who is told</translation>
    </message>
    <message>
        <source>คนที่รับเรื่อง</source>
        <translation>Who is told</translation>
    </message>
    <message>
        <source>เบอร์ของคนนี้ใช้เมื่อไม่ได้ใส่เบอร์อื่น</source>
        <translation>Their telephone is used where no other is given</translation>
    </message>
    <message>
        <source>โทรศัพท์</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>ตอบครั้งแรกภายใน</source>
        <translation>First answer within</translation>
    </message>
    <message>
        <source>ส่งถึงมือผู้ช่วยภายใน</source>
        <translation>Handed on within</translation>
    </message>
    <message numerus="yes">
        <source>%n ชั่วโมง</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsersPage</name>
    <message>
        <source>ผู้ใช้และรหัสผ่าน</source>
        <translation>Users and passcodes</translation>
    </message>
    <message>
        <source>แต่ละคนมีรหัสของตัวเอง ทุกการแก้ไขจะรู้ว่าใครทำ</source>
        <translation>Everybody has a passcode of their own, so each edit says who made it.</translation>
    </message>
    <message>
        <source>เพิ่มผู้ใช้</source>
        <translation>Add a user</translation>
    </message>
    <message>
        <source>ชื่อที่เห็นตอนเข้าใช้งาน</source>
        <translation>Name at sign-in</translation>
    </message>
    <message>
        <source>ผู้ใช้ใหม่</source>
        <translation>New user</translation>
    </message>
    <message>
        <source>เปลี่ยนรหัสผ่านของฉัน</source>
        <translation>Change my passcode</translation>
    </message>
    <message>
        <source>ตั้งรหัสผ่านใหม่ให้คนนี้</source>
        <translation>Give this person a new passcode</translation>
    </message>
    <message>
        <source>รหัสเดิม</source>
        <translation>Old passcode</translation>
    </message>
    <message>
        <source>รหัสผ่านของคุณ</source>
        <translation>Your own passcode</translation>
    </message>
    <message>
        <source>ยืนยันว่าเป็นคุณ</source>
        <translation>To be sure that it is you</translation>
    </message>
    <message>
        <source>รหัสใหม่</source>
        <translation>New passcode</translation>
    </message>
    <message>
        <source>รหัสใหม่อีกครั้ง</source>
        <translation>New passcode again</translation>
    </message>
    <message>
        <source>เพิ่มผู้ใช้นี้</source>
        <translation>Add this user</translation>
    </message>
    <message>
        <source>เปลี่ยนรหัสผ่าน</source>
        <translation>Change the passcode</translation>
    </message>
    <message>
        <source>หยุดให้เข้าใช้</source>
        <translation>Stop their access</translation>
    </message>
    <message>
        <source>ให้กลับมาใช้</source>
        <translation>Let them back</translation>
    </message>
    <message>
        <source>สองครั้งยังไม่เหมือนกัน ลองพิมพ์ใหม่</source>
        <translation>The two differ; type them again.</translation>
    </message>
    <message>
        <source>พิมพ์รหัสนี้ก่อน</source>
        <translation>Type this passcode first.</translation>
    </message>
    <message>
        <source>ใส่ชื่อก่อน</source>
        <translation>Give a name first.</translation>
    </message>
</context>
<context>
    <name>VillagesPage</name>
    <message>
        <source>หมู่บ้านและหย่อมบ้าน</source>
        <translation>Villages and hamlets</translation>
    </message>
    <message>
        <source>เดือนที่น้ำหลากทำให้หน้า วันนี้ เตือนล่วงหน้าก่อนทางขาด</source>
        <translation>With the flood months, Today warns before the road is cut.</translation>
    </message>
    <message>
        <source>หมู่ที่</source>
        <translation>Moo number</translation>
    </message>
    <message>
        <source>เลขหมู่ของหมู่บ้านใหม่</source>
        <translation>Number of the new village</translation>
    </message>
    <message>
        <source>เพิ่มหมู่บ้าน</source>
        <translation>Add a village</translation>
    </message>
    <message>
        <source>หย่อมบ้าน</source>
        <translation>Hamlets</translation>
    </message>
    <message>
        <source>ชื่อหย่อมบ้าน</source>
        <translation>Name of the hamlet</translation>
    </message>
    <message>
        <source>ชื่อหย่อมบ้านใหม่</source>
        <translation>Name of a new hamlet</translation>
    </message>
    <message>
        <source>เพิ่ม</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>เปลี่ยนเลขหมู่</source>
        <translation>Renumber</translation>
    </message>
    <message>
        <source>เอาหมู่บ้านนี้ออก</source>
        <translation>Remove this village</translation>
    </message>
    <message>
        <source>หมู่ {moo}</source>
        <translation>Moo {moo}</translation>
    </message>
    <message>
        <source>เลขหมู่ใหม่</source>
        <translation>New village number</translation>
    </message>
    <message numerus="yes">
        <source>มีผู้เรียนรู้ %n คนในหมู่นี้ ทุกคนจะอยู่ในเลขใหม่ เปลี่ยนกลับได้</source>
        <translation>
            <numerusform>%n learner lives here and goes along to the new number; it can be taken back</numerusform>
            <numerusform>%n learners live here and go along to the new number; it can be taken back</numerusform>
        </translation>
    </message>
    <message>
        <source>เอาหย่อมบ้านออก</source>
        <translation>Remove the hamlet</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>คำเรียกในรายการ</source>
        <translation>Words in lists</translation>
    </message>
    <message>
        <source>เปลี่ยนคำให้เป็นคำที่ใช้กันจริง รหัสข้างในไม่เปลี่ยน ข้อมูลเดิมไม่หาย</source>
        <translation>Use the words that people really say. The codes inside stay, and so does the data.</translation>
    </message>
    <message>
        <source>รายการ</source>
        <translation>List</translation>
    </message>
    <message>
        <source>ภาษาไทย</source>
        <translation>Thai</translation>
    </message>
    <message>
        <source>ภาษาอังกฤษ</source>
        <translation>English</translation>
    </message>
    <message>
        <source>ให้เลือกได้ในแบบฟอร์ม</source>
        <translation>Offered in forms</translation>
    </message>
    <message>
        <source>คำใหม่ของศูนย์</source>
        <translation>A new word of the centre</translation>
    </message>
    <message>
        <source>คำใหม่ในรายการนี้</source>
        <translation>A new word in this list</translation>
    </message>
    <message>
        <source>เพิ่ม</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>คำเดิม: {words} · ลบข้อความจนว่างเพื่อกลับไปใช้คำเดิม</source>
        <translation>Given word: {words} · empty the field to go back to it</translation>
    </message>
    <message>
        <source>คำนี้เป็นของศูนย์เอง</source>
        <translation>A word of the centre&apos;s own</translation>
    </message>
</context>
<context>
    <name>_AnswerTable</name>
    <message>
        <source>แถว</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>ผู้เรียนรู้</source>
        <translation>Learner</translation>
    </message>
    <message>
        <source>วันที่</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>จะเป็นอย่างไร</source>
        <translation>What it becomes</translation>
    </message>
    <message>
        <source>เคยนำเข้าแล้ว ไม่เก็บซ้ำ</source>
        <translation>Taken in before, not stored again</translation>
    </message>
    <message>
        <source>บันทึกการพบใหม่</source>
        <translation>A new contact</translation>
    </message>
    <message numerus="yes">
        <source>รอบ HETT ใหม่ ให้ระดับ %n ตัวชี้วัด</source>
        <translation>
            <numerusform>A new round of HETT, %n indicator rated</numerusform>
            <numerusform>A new round of HETT, %n indicators rated</numerusform>
        </translation>
    </message>
    <message>
        <source>คำตอบในแฟ้ม</source>
        <translation>Answers in the file</translation>
    </message>
    <message>
        <source>ไม่มีคำตอบในแฟ้มนี้</source>
        <translation>This file holds no answers</translation>
    </message>
</context>
<context>
    <name>_DueTable</name>
    <message>
        <source>ชื่อ</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ส่วนที่ครบกำหนด</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>ปิดเพราะ</source>
        <translation>Closed because</translation>
    </message>
    <message>
        <source>ปิดเมื่อ</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>ครบกำหนด</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>คนที่ครบกำหนด</source>
        <translation>People whose time is over</translation>
    </message>
    <message>
        <source>ยังไม่มีใครครบกำหนด</source>
        <translation>Nobody is due</translation>
    </message>
    <message>
        <source>คนที่ปิดไปนานเกินเวลาเก็บจะขึ้นที่นี่ ให้เลือกว่าจะลบ ทำให้ไม่ระบุตัวตน หรือเก็บต่อ</source>
        <translation>People closed longer ago than records are kept stand here: erase, make unknown, or keep.</translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>หมู่</source>
        <translation>Moo</translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>ผู้เรียนรู้</source>
        <translation>Learners</translation>
    </message>
    <message>
        <source>หย่อมบ้าน</source>
        <translation>Hamlets</translation>
    </message>
    <message>
        <source>ยังไม่มีหมู่บ้าน</source>
        <translation>No villages yet</translation>
    </message>
    <message>
        <source>พิมพ์เลขหมู่ด้านบนแล้วกด เพิ่ม หรือนำเข้ารายชื่อ หมู่บ้านจะมาเอง</source>
        <translation>Type a moo number above and press Add, or import a roster: its villages come by themselves.</translation>
    </message>
    <message>
        <source>ชื่อ</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>บทบาท</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>ผู้ใช้</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>หยุดใช้แล้ว</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>ยังไม่มีรหัส</source>
        <translation>No passcode</translation>
    </message>
    <message>
        <source>เข้าใช้ได้</source>
        <translation>Can sign in</translation>
    </message>
    <message>
        <source>คำที่ใช้</source>
        <translation>Word in use</translation>
    </message>
    <message>
        <source>คำในรายการ</source>
        <translation>Words of the list</translation>
    </message>
</context>
</TS>
