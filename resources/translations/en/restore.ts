<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>RestoreScreen</name>
    <message>
        <source>กู้คืนจากสำเนา</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>ดูก่อนกู้คืน</source>
        <translation>Look before restoring</translation>
    </message>
    <message>
        <source>กู้คืนแล้ว</source>
        <translation>Restored</translation>
    </message>
    <message>
        <source>เลือกสำเนา แล้วใส่รหัสผ่าน ยังไม่มีอะไรเปลี่ยนจนกว่าจะยืนยันในหน้าถัดไป</source>
        <translation>Choose a backup and type its passcode. Nothing changes until you confirm on the next page.</translation>
    </message>
    <message>
        <source>ตรวจว่าใช่สำเนาที่ต้องการ ของเดิมจะเก็บไว้ในโฟลเดอร์ข้าง ๆ ไม่ถูกลบ</source>
        <translation>Check that this is the one. The present files are kept in a folder beside; nothing is deleted.</translation>
    </message>
    <message>
        <source>เข้าใช้งานด้วยรหัสผ่านของวันที่สำรอง</source>
        <translation>Sign in with the passcode of the day of the backup.</translation>
    </message>
    <message>
        <source>สำเนาในเครื่องนี้</source>
        <translation>Backups on this laptop</translation>
    </message>
    <message>
        <source>ไม่มีสำเนาในเครื่องนี้</source>
        <translation>No backups on this laptop</translation>
    </message>
    <message>
        <source>เสียบแฟลชไดรฟ์ แล้วเลือกแฟ้มสำเนา</source>
        <translation>Plug in the USB stick and choose the backup file.</translation>
    </message>
    <message>
        <source>เลือกแฟ้มจากที่อื่น…</source>
        <translation>Choose a file elsewhere…</translation>
    </message>
    <message>
        <source>รหัสผ่านของวันที่สำรอง</source>
        <translation>Passcode of the day of the backup</translation>
    </message>
    <message>
        <source>ของผู้ใช้คนใดก็ได้ในวันนั้น หรือคำจากใบกู้คืน</source>
        <translation>Of any user of that day, or the words of the recovery sheet</translation>
    </message>
    <message>
        <source>กลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>กู้คืนตอนนี้</source>
        <translation>Restore now</translation>
    </message>
    <message>
        <source>ไปหน้าเข้าใช้งาน</source>
        <translation>Go to sign-in</translation>
    </message>
    <message>
        <source>นำงานที่ยังไม่ได้ส่งมาด้วย</source>
        <translation>Bring along the work that was not sent</translation>
    </message>
    <message>
        <source>สำเนานี้</source>
        <translation>This backup</translation>
    </message>
    <message>
        <source>ที่จะวางไว้ข้าง ๆ</source>
        <translation>Will be set aside</translation>
    </message>
    <message>
        <source>กำลังเปิดและนับสำเนา…</source>
        <translation>Opening and counting the backup…</translation>
    </message>
    <message>
        <source>กำลังกู้คืน อย่าเพิ่งปิดเครื่อง…</source>
        <translation>Restoring; please leave the laptop on…</translation>
    </message>
    <message>
        <source>เมื่อ</source>
        <translation>When</translation>
    </message>
    <message>
        <source>ผู้เรียนรู้</source>
        <translation>Learners</translation>
    </message>
    <message>
        <source>การแก้ไข</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>ขนาด</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>เลือกแฟ้มสำเนา</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>สำเนาของตำบลเรียนรู้ (*.backup)</source>
        <translation>Backups of Tambon Rianru (*.backup)</translation>
    </message>
    <message>
        <source>พิมพ์รหัสนี้ก่อน</source>
        <translation>Type this passcode first</translation>
    </message>
</context>
<context>
    <name>RestoreWords</name>
    <message>
        <source>อ่านไม่ได้</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>ทำเมื่อ {time}</source>
        <translation>Made {time}</translation>
    </message>
    <message numerus="yes">
        <source>ผู้เรียนรู้ %n คน</source>
        <translation>
            <numerusform>%n learner</numerusform>
            <numerusform>%n learners</numerusform>
        </translation>
    </message>
    <message>
        <source>การแก้ไข {count} รายการ</source>
        <translation>{count} changes</translation>
    </message>
    <message>
        <source>เป็นของศูนย์อื่น</source>
        <translation>Of another centre</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่มีข้อมูลศูนย์</source>
        <translation>There is no centre on this laptop yet.</translation>
    </message>
    <message>
        <source>แฟ้มข้อมูลตอนนี้อ่านไม่ได้ จะเก็บไว้ทั้งแฟ้ม</source>
        <translation>The present file cannot be read; it is kept whole.</translation>
    </message>
    <message>
        <source>แฟ้มข้อมูลตอนนี้เสียหาย อ่านได้บางส่วน</source>
        <translation>The present file is damaged; a part of it can be read.</translation>
    </message>
    <message numerus="yes">
        <source>ผู้เรียนรู้ที่เพิ่มทีหลัง %n คน</source>
        <translation>
            <numerusform>%n learner added later</numerusform>
            <numerusform>%n learners added later</numerusform>
        </translation>
    </message>
    <message>
        <source>ไม่มีอะไรใหม่กว่าสำเนานี้</source>
        <translation>Nothing newer than this backup.</translation>
    </message>
    <message numerus="yes">
        <source>แก้ไขหลังสำเนา %n รายการ</source>
        <translation>
            <numerusform>%n change since the backup</numerusform>
            <numerusform>%n changes since the backup</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n รายการยังไม่ได้ส่งถึงจังหวัด</source>
        <translation>
            <numerusform>%n change has not reached the province</numerusform>
            <numerusform>%n changes have not reached the province</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>มีผู้เรียนรู้ %n คน</source>
        <translation>
            <numerusform>%n learner is there</numerusform>
            <numerusform>%n learners are there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>นำงานที่ยังไม่ได้ส่งกลับมา %n รายการ</source>
        <translation>
            <numerusform>%n unsent change was brought along</numerusform>
            <numerusform>%n unsent changes were brought along</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>อีก %n รายการอยู่ในแฟ้มเดิมเท่านั้น</source>
        <translation>
            <numerusform>%n more is in the old files only</numerusform>
            <numerusform>%n more are in the old files only</numerusform>
        </translation>
    </message>
    <message>
        <source>แฟ้มเดิมเก็บไว้ที่ {folder}</source>
        <translation>The old files are kept in {folder}</translation>
    </message>
    <message>
        <source>อื่น ๆ</source>
        <translation>others</translation>
    </message>
</context>
</TS>
