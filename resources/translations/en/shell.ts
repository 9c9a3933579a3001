<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>Beside</name>
    <message>
        <source>หน้าที่อยู่ข้างกัน</source>
        <translation>Screens beside each other</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>ปิดวิธีใช้</source>
        <translation>Close help</translation>
    </message>
    <message>
        <source>เปิดคู่มือเรื่องนี้</source>
        <translation>Open the manual here</translation>
    </message>
    <message>
        <source>ปุ่มลัดที่ใช้ได้ทุกหน้า</source>
        <translation>Keys that work on every screen</translation>
    </message>
    <message>
        <source>Ctrl+K ค้นหาทุกอย่าง
Ctrl+1 ถึง 9 ไปหน้าในเมนู
Alt+1 ถึง 9 หรือ Ctrl+Tab ไปแท็บ
Alt+← ย้อนกลับ
Ctrl+N เพิ่มใหม่
Ctrl+S บันทึก
Ctrl+P พิมพ์
Ctrl+Z เลิกทำสิ่งที่เพิ่งทำ
Ctrl+L ล็อก
F6 ไปส่วนถัดไปของหน้า
F1 วิธีใช้</source>
        <translation>Ctrl+K search everything
Ctrl+1 to 9 open a page of the menu
Alt+1 to 9 or Ctrl+Tab change tabs
Alt+← back
Ctrl+N add
Ctrl+S save
Ctrl+P print
Ctrl+Z undo what was just done
Ctrl+L lock
F6 goes to the next part of the page
F1 help</translation>
    </message>
</context>
<context>
    <name>JobPanels</name>
    <message>
        <source>กำลังบันทึกเรื่องใหญ่อยู่ สิ่งที่พิมพ์จะบันทึกต่อจากนั้น ทำงานต่อได้</source>
        <translation>Something large is being saved; what you type is saved after it. You can go on working.</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>คู่มือ</source>
        <translation>Manual (Thai)</translation>
    </message>
    <message>
        <source>ย้อนกลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>สารบัญ</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>รายงาน</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>พิมพ์เป็น PDF</source>
        <translation>Print as PDF</translation>
    </message>
    <message>
        <source>ส่งออกเป็น Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>แบบฟอร์มเปล่า เขียนด้วยปากกา</source>
        <translation>Blank forms, for pen</translation>
    </message>
    <message>
        <source>พิมพ์{paper}</source>
        <translation>Print: {paper}</translation>
    </message>
    <message>
        <source>ส่งออก{paper}</source>
        <translation>Export: {paper}</translation>
    </message>
    <message>
        <source>พิมพ์{paper} (เปล่า)</source>
        <translation>Print blank: {paper}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>ไม่พบ ลองพิมพ์สั้นลง ไม่ต้องใส่วรรณยุกต์ก็ได้</source>
        <translation>Nothing found. Try fewer letters; tone marks are not needed.</translation>
    </message>
    <message>
        <source>ลูกศรขึ้นลง เลือก · Enter เปิด · Esc ปิด</source>
        <translation>Up and down choose · Enter opens · Esc closes</translation>
    </message>
    <message>
        <source>สิ่งที่พบ</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>ค้นหาทุกอย่าง</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>ตรงกับที่พิมพ์</source>
        <translation>Exactly this</translation>
    </message>
    <message>
        <source>หน้าจอ</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>คำสั่ง</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>เปิดล่าสุด</source>
        <translation>Opened last</translation>
    </message>
    <message>
        <source>ทำบ่อย</source>
        <translation>Often done</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>ตำบลเรียนรู้</source>
        <translation>Tambon Rianru</translation>
    </message>
    <message>
        <source>เมนูหลัก</source>
        <translation>Main menu</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>บทบาทของคุณเปิดหน้านี้ไม่ได้</source>
        <translation>Your role cannot open this page.</translation>
    </message>
    <message>
        <source>ตำบลเรียนรู้</source>
        <translation>Tambon Rianru</translation>
    </message>
    <message>
        <source>หน้านี้ไม่มีสิ่งที่ปุ่มลัดนี้ทำ</source>
        <translation>This key does nothing on this screen</translation>
    </message>
    <message>
        <source>ล็อกหน้าจอ</source>
        <translation>Lock the screen</translation>
    </message>
    <message>
        <source>ออก เปลี่ยนผู้ใช้</source>
        <translation>sign out change user log out</translation>
    </message>
    <message>
        <source>วิธีใช้หน้านี้</source>
        <translation>Help for this screen</translation>
    </message>
    <message>
        <source>ช่วยเหลือ</source>
        <translation>help</translation>
    </message>
    <message>
        <source>เปิดคู่มือ</source>
        <translation>Open the manual</translation>
    </message>
    <message>
        <source>ช่วยเหลือ วิธีทำ</source>
        <translation>help how to</translation>
    </message>
    <message>
        <source>ไม่มีสิ่งที่เลิกทำได้ตอนนี้</source>
        <translation>Nothing to undo just now</translation>
    </message>
    <message>
        <source>เลิกทำแล้ว</source>
        <translation>Undone</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>กำลังส่ง {done} จาก {total} รายการ</source>
        <translation>Sending {done} of {total} records</translation>
    </message>
    <message>
        <source>กำลังรับ {done} จาก {total} รายการ</source>
        <translation>Receiving {done} of {total} records</translation>
    </message>
    <message>
        <source>ยังไม่ได้ตรวจเครือข่าย</source>
        <translation>Network not checked yet</translation>
    </message>
    <message>
        <source>ออนไลน์</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>ออฟไลน์</source>
        <translation>Offline</translation>
    </message>
    <message numerus="yes">
        <source>รอส่ง %n รายการ</source>
        <translation>
            <numerusform>%n record waiting</numerusform>
            <numerusform>%n records waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>ไม่มีรายการรอส่ง</source>
        <translation>Nothing waiting</translation>
    </message>
    <message>
        <source>ยังไม่ได้เข้าร่วมกับจังหวัด</source>
        <translation>Has not joined a province</translation>
    </message>
    <message numerus="yes">
        <source>เก็บในเครื่องนี้ %n รายการ</source>
        <translation>
            <numerusform>%n change kept on this laptop</numerusform>
            <numerusform>%n changes kept on this laptop</numerusform>
        </translation>
    </message>
    <message>
        <source>ยังไม่เคยส่งถึงจังหวัด</source>
        <translation>Nothing sent to the province yet</translation>
    </message>
    <message>
        <source>ส่งถึงจังหวัดล่าสุด {time}</source>
        <translation>Last reached the province {time}</translation>
    </message>
    <message>
        <source> (ใบรับ {receipt})</source>
        <translation> (receipt {receipt})</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>ค้นหาทุกอย่าง</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>ย้อนกลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>วิธีใช้หน้านี้</source>
        <translation>Help for this screen</translation>
    </message>
    <message>
        <source>ล็อก</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>_Box</name>
    <message>
        <source>พิมพ์ชื่อ เลข เบอร์โทร ชื่อหน้า หรือสิ่งที่จะทำ</source>
        <translation>Type a name, a number, a telephone, a page, or what you want to do</translation>
    </message>
</context>
</TS>
