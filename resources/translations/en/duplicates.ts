<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>DuplicatesCommands</name>
    <message>
        <source>ตรวจคนซ้ำ</source>
        <translation>Check for duplicates</translation>
    </message>
    <message>
        <source>รวมระเบียน คนเดียวกัน</source>
        <translation>merge join same person</translation>
    </message>
</context>
<context>
    <name>DuplicatesDay</name>
    <message>
        <source>อาจเป็นคนเดียวกัน</source>
        <translation>Maybe one person</translation>
    </message>
    <message>
        <source>อาจเป็นคนเดียวกับ {other} ดูเทียบกันก่อน</source>
        <translation>May be the same person as {other}: compare them</translation>
    </message>
</context>
<context>
    <name>DuplicatesPresenter</name>
    <message>
        <source>รวม {name} เป็นคนเดียวแล้ว</source>
        <translation>{name} is one person now</translation>
    </message>
    <message>
        <source>แยกเป็นสองคนแล้ว</source>
        <translation>Parted: two people again</translation>
    </message>
    <message>
        <source>จดไว้แล้วว่าเป็นคนละคน</source>
        <translation>Noted: these are two people</translation>
    </message>
</context>
<context>
    <name>DuplicatesScreen</name>
    <message>
        <source>คนที่อาจซ้ำกัน</source>
        <translation>Possible duplicates</translation>
    </message>
    <message>
        <source>แต่ละคู่อาจเป็นคนคนเดียวที่ถูกบันทึกสองครั้ง เลือกทีละช่องว่าจะใช้ข้อมูลข้างไหน แล้วกดรวม</source>
        <translation>Each pair may be one person recorded twice. Choose side by side which words hold, then press Merge.</translation>
    </message>
    <message>
        <source>ถ้าเป็นคนละคน กดคนละคน โปรแกรมจะไม่ถามคู่นี้อีก</source>
        <translation>If they are two people, press Two people; this pair is not asked about again.</translation>
    </message>
    <message>
        <source>ทั้งสองอย่างเลิกทำได้ เลขและรหัสของทั้งสองคนยังใช้ค้นหาได้</source>
        <translation>Both can be undone. The numbers and codes of both still find the person.</translation>
    </message>
    <message numerus="yes">
        <source>รอตัดสิน %n คู่</source>
        <translation>
            <numerusform>%n pair to decide</numerusform>
            <numerusform>%n pairs to decide</numerusform>
        </translation>
    </message>
    <message>
        <source>รอตัดสิน</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>รวมแล้ว</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>คู่ที่อาจเป็นคนเดียวกัน</source>
        <translation>Pairs that may be one person</translation>
    </message>
    <message>
        <source>คนละคน</source>
        <translation>Two people</translation>
    </message>
    <message>
        <source>ไว้ตัดสินทีหลัง</source>
        <translation>Decide later</translation>
    </message>
    <message>
        <source>ไม่มีคู่ที่ต้องตัดสิน</source>
        <translation>No pairs to decide</translation>
    </message>
    <message>
        <source>เมื่อมีคนที่ชื่อ ชื่อเล่น ปีเกิด หมู่บ้าน หรือผู้ดูแลคล้ายกัน จะมาอยู่ที่นี่ให้ตัดสินว่าเป็นคนเดียวกันหรือไม่</source>
        <translation>When two people look alike by name, nickname, birth year, village or carer, you decide here.</translation>
    </message>
    <message>
        <source>กลับไปรายชื่อ</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>คู่</source>
        <translation>Pair</translation>
    </message>
    <message>
        <source>หมู่ {moo}</source>
        <translation>Moo {moo}</translation>
    </message>
    <message>
        <source>ใช้ระเบียนของ{record}ต่อ (สลับได้)</source>
        <translation>Keep the record of {record} (can be swapped)</translation>
    </message>
    <message>
        <source>เปิด{record}</source>
        <translation>Open {record}</translation>
    </message>
    <message>
        <source>รวมเป็นคนเดียว</source>
        <translation>Merge into one</translation>
    </message>
    <message>
        <source>คนซ้าย</source>
        <translation>Person A</translation>
    </message>
    <message>
        <source>คนขวา</source>
        <translation>Person B</translation>
    </message>
    <message numerus="yes">
        <source>แผน %n ฉบับ</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ประเมิน %n รอบ</source>
        <translation>
            <numerusform>%n assessment</numerusform>
            <numerusform>%n assessments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>บันทึก %n ครั้ง</source>
        <translation>
            <numerusform>%n meeting</numerusform>
            <numerusform>%n meetings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>เอกสาร %n ชิ้น</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>ผู้ดูแล {name}</source>
        <translation>Carer {name}</translation>
    </message>
</context>
<context>
    <name>JoinedPane</name>
    <message>
        <source>คนที่อยู่ในรายชื่อ</source>
        <translation>In the list</translation>
    </message>
    <message>
        <source>รหัส</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>ระเบียนที่รวมเข้า</source>
        <translation>Record joined to it</translation>
    </message>
    <message>
        <source>รหัสเดิม</source>
        <translation>Its old code</translation>
    </message>
    <message>
        <source>เมื่อ</source>
        <translation>When</translation>
    </message>
    <message>
        <source>โดย</source>
        <translation>By</translation>
    </message>
    <message>
        <source>แยกแล้วทั้งสองระเบียนกลับไปอยู่ในรายชื่อ ค่าที่รับมาจากอีกระเบียนกลับเป็นค่าเดิม เว้นแต่มีคนแก้ต่อไปแล้ว</source>
        <translation>Once parted, both records are in the list again. Values taken from the other go back, unless somebody has edited them since</translation>
    </message>
    <message>
        <source>แยกเป็นสองคน</source>
        <translation>Part them</translation>
    </message>
    <message>
        <source>คนที่รวมแล้ว</source>
        <translation>People who were joined</translation>
    </message>
    <message>
        <source>ยังไม่เคยรวมใคร</source>
        <translation>Nobody was joined yet</translation>
    </message>
    <message>
        <source>เมื่อรวมสองระเบียนเป็นคนเดียว จะอยู่ที่นี่ให้แยกกลับได้</source>
        <translation>When two records are joined they appear here, and can be parted again</translation>
    </message>
</context>
</TS>
