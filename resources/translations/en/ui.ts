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
    <name>PasscodeRule</name>
    <message>
        <source>อย่างน้อย {least} ตัว (ตัวเลขล้วน {figures} ตัว) เช่น คำสองสามคำที่คนอื่นไม่รู้</source>
        <translation>At least {least} characters ({figures} if only figures), such as a few words that nobody else knows</translation>
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
        <source>และอย่างอื่นที่ตรงกัน</source>
        <translation>and something else agrees</translation>
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
        <source>ส่งหน้ากระดาษไปเครื่องพิมพ์</source>
        <translation>sending pages to the printer</translation>
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
    <name>RecordWork</name>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Saved</translation>
    </message>
</context>
<context>
    <name>Safekeeping</name>
    <message>
        <source>เอาที่อยู่ออกจากภาพถ่าย</source>
        <translation>Taking places out of photographs</translation>
    </message>
    <message>
        <source>ตรวจข้อมูล</source>
        <translation>Checking the data</translation>
    </message>
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
    <name>TryWords</name>
    <message>
        <source>โทรแล้ว ไม่มีคนรับ</source>
        <translation>Phoned, no answer</translation>
    </message>
    <message>
        <source>บันทึกว่าโทรแล้ว โทรอีกครั้ง {day}</source>
        <translation>Noted that you phoned; phone again on {day}</translation>
    </message>
    <message>
        <source>โทรอีกครั้ง {day}</source>
        <translation>phone again on {day}</translation>
    </message>
    <message numerus="yes">
        <source>ติดต่อแล้ว %n ครั้ง</source>
        <translation>
            <numerusform>Tried once</numerusform>
            <numerusform>Tried %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>โทรเมื่อ {day} ไม่มีคนรับ ถึงวันโทรอีกครั้ง</source>
        <translation>Phoned on {day} without an answer; today it is time to phone again</translation>
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
    <message>
        <source>ทิ้งสิ่งที่พิมพ์แล้วปิด</source>
        <translation>Give them up and close</translation>
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
