<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>HelpPanel</name>
    <message>
        <source>ปิดวิธีใช้</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ปุ่มลัดที่ใช้ได้ทุกหน้า</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K ค้นหาทุกอย่าง
Ctrl+1 ถึง 6 ไปหน้าหลัก
Alt+← ย้อนกลับ
Ctrl+N เพิ่มใหม่
Ctrl+S บันทึก
Ctrl+P พิมพ์
Ctrl+L ล็อก
F1 วิธีใช้</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>พิมพ์ชื่อ ชื่อเล่น เลขประจำตัว หรือชื่อหน้า</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ไม่พบ ลองพิมพ์สั้นลง ไม่ต้องใส่วรรณยุกต์ก็ได้</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ค้นหาทุกอย่าง</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>ตำบลเรียนรู้</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เมนูหลัก</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>ตำบลเรียนรู้</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>หน้านี้ไม่มีสิ่งที่ปุ่มลัดนี้ทำ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>กำลังส่ง {done} จาก {total} รายการ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ยังไม่ได้ตรวจเครือข่าย</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ออนไลน์</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ออฟไลน์</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>รอส่ง %n รายการ</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>ไม่มีรายการรอส่ง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ยังไม่ได้เชื่อมกับจังหวัด</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ยังไม่เคยส่งถึงจังหวัด</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ส่งถึงจังหวัดล่าสุด {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (ใบรับ {receipt})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>ค้นหาทุกอย่าง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ย้อนกลับ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>วิธีใช้หน้านี้</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ล็อก</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
