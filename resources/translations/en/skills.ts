<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>NewSkillScreen</name>
    <message>
        <source>วัดทั้งกิจกรรมเร็วกว่า เปิดหน้ากิจกรรมแล้วกดทักษะก่อน–หลัง</source>
        <translation>A whole course is quicker: open its page and press Skills before and after</translation>
    </message>
</context>
<context>
    <name>SheetPresenter</name>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>รับระดับจาก HETT แล้ว</source>
        <translation>Levels taken from HETT</translation>
    </message>
</context>
<context>
    <name>SkillCommands</name>
    <message>
        <source>ใครทำได้แค่ไหนก่อนและหลังเรียน</source>
        <translation>How well each does it, before and after learning</translation>
    </message>
    <message>
        <source>K1 K2 K3 K4 วัดผล ประเมิน พัฒนาการ</source>
        <translation>K1 K2 K3 K4 measure assess progress</translation>
    </message>
    <message>
        <source>ทักษะสำคัญ ก่อนและหลัง</source>
        <translation>Key skills, before and after</translation>
    </message>
</context>
<context>
    <name>SkillScreen</name>
    <message>
        <source>ทำได้แค่ไหน ใครวัด วัดด้วยอะไร</source>
        <translation>How well, who measured it, and with what</translation>
    </message>
    <message>
        <source>ยังบอกไม่ครบ</source>
        <translation>Not all is said</translation>
    </message>
    <message>
        <source>ก่อน → หลัง</source>
        <translation>Before → after</translation>
    </message>
    <message>
        <source>เปิดหน้าของ {name}</source>
        <translation>Open the page of {name}</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ วัดด้วยอะไรเขียนสั้น ๆ เช่น ใบงาน การสังเกต ถามตัวต่อตัว
ไม่ได้วัดก่อนเรียน ให้ประมาณแล้วเลือกบอกย้อนหลัง รายการและแผ่นที่พิมพ์บอกไว้ด้วย
วัดผิดคนหรือผิดวิธี กดถอน ไม่นับ พร้อมเหตุผล ของเดิมยังอยู่ให้ดู</source>
        <translation>Each field keeps itself once it is typed. Say briefly with what it was measured: a task, watching, asking face to face
If it was not measured before, estimate it and say that it is said afterwards; lists and papers tell that too
Measured wrongly: press Withdraw and say why; what was written can still be seen</translation>
    </message>
</context>
<context>
    <name>SkillSheetScreen</name>
    <message>
        <source>กดเลข 1 ถึง 4 ใส่ระดับในช่องที่อยู่ แล้วลงไปคนถัดไปเอง ลูกศรไปช่องอื่น 0 หรือ Delete เอาออก
เลขในวงเล็บคือระดับจาก HETT ที่ยังไม่ได้รับ กดรับระดับจาก HETT เพื่อใส่ทุกช่องที่ว่าง กดคืนได้
หลังเรียนใส่ได้เมื่อมีก่อนเรียน ไม่ได้วัดไว้ให้ประมาณแล้วเลือกบอกย้อนหลัง</source>
        <translation>Press 1 to 4 to write a level into the cell and go down by itself; arrows go to other cells; 0 or Delete takes it away
A number in brackets is what HETT says and is not taken yet; take the levels from HETT to fill every empty cell, which can be taken back
After is written once there is a before; if it was not measured, estimate it and say so</translation>
    </message>
    <message>
        <source>วัดเมื่อ ว่างไว้คือวันนี้</source>
        <translation>Measured on; empty is today</translation>
    </message>
    <message>
        <source>ก่อนเรียนที่ใส่ตอนนี้ บอกย้อนหลัง</source>
        <translation>What is written of before is said afterwards</translation>
    </message>
    <message>
        <source>ดูรายการ</source>
        <translation>See the list</translation>
    </message>
    <message>
        <source>หน้ากิจกรรม</source>
        <translation>Page of the course</translation>
    </message>
    <message>
        <source>ยังไม่มีผู้เรียนรู้ในกิจกรรมนี้</source>
        <translation>Nobody learns in this course yet</translation>
    </message>
    <message>
        <source>รับคนเข้าเรียนที่หน้ากิจกรรมก่อน</source>
        <translation>Take people in on its page first</translation>
    </message>
    <message>
        <source>0 เอาออก</source>
        <translation>0 Take away</translation>
    </message>
    <message>
        <source>วัดครบก่อนและหลัง {both} จาก {whole}</source>
        <translation>Measured before and after: {both} of {whole}</translation>
    </message>
    <message numerus="yes">
        <source>อีก %n คนมีแต่ชื่อ ผูกกับทะเบียนก่อนจึงวัดได้</source>
        <translation>
            <numerusform>%n more is only a name: join them to the register first</numerusform>
            <numerusform>%n more are only names: join them to the register first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>รับระดับจาก HETT %n ช่อง</source>
        <translation>
            <numerusform>Take %n level from HETT</numerusform>
            <numerusform>Take %n levels from HETT</numerusform>
        </translation>
    </message>
    <message>
        <source>HETT เมื่อ {day} บอก {level}</source>
        <translation>HETT of {day} says: {level}</translation>
    </message>
    <message>
        <source>ยังไม่วัด</source>
        <translation>Not measured</translation>
    </message>
    <message>
        <source>ข้อมูลของคนนี้ถูกระงับ จึงวัดไม่ได้</source>
        <translation>This record is restricted, so nothing is measured</translation>
    </message>
</context>
<context>
    <name>SkillTable</name>
    <message>
        <source>ชื่อ</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>{skill} ก่อน</source>
        <translation>{skill} before</translation>
    </message>
    <message>
        <source>{skill} หลัง</source>
        <translation>{skill} after</translation>
    </message>
</context>
<context>
    <name>SkillWords</name>
    <message>
        <source>ยังไม่วัด</source>
        <translation>Not measured</translation>
    </message>
    <message>
        <source>เพิ่มขึ้น</source>
        <translation>rose</translation>
    </message>
    <message>
        <source>เท่าเดิม</source>
        <translation>same</translation>
    </message>
    <message>
        <source>ลดลง</source>
        <translation>fell</translation>
    </message>
    <message>
        <source>ถอนแล้ว ไม่นับ</source>
        <translation>withdrawn, not counted</translation>
    </message>
    <message>
        <source>บอกย้อนหลัง</source>
        <translation>said afterwards</translation>
    </message>
</context>
<context>
    <name>SkillsScreen</name>
    <message>
        <source>ใคร</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>ค้นชื่อผู้เรียนรู้ หรือกิจกรรม</source>
        <translation>Search for a learner or a course</translation>
    </message>
    <message>
        <source>เปิดกิจกรรมที่กำลังจะเริ่ม แล้วกดทักษะก่อน–หลัง เพื่อวัดทุกคนในตารางเดียว</source>
        <translation>Open a course that is about to begin and press Skills before and after: everybody in one table</translation>
    </message>
    <message>
        <source>ยังบอกไม่ครบ</source>
        <translation>Not all is said</translation>
    </message>
    <message>
        <source>ทักษะสำคัญสี่ด้านของแต่ละคน ก่อนและหลังเรียน
วัดทั้งกิจกรรมในตารางเดียวได้จากหน้ากิจกรรม กดเลข 1 ถึง 4
หลังเรียนใส่ได้เมื่อมีก่อนเรียน กด Enter เพื่อเปิดดู กด Ctrl+N เพื่อเพิ่ม</source>
        <translation>The four key skills of each person, before and after learning
A whole course is measured in one table from its page: press 1 to 4
After can be written once there is a before. Enter opens one, Ctrl+N adds one</translation>
    </message>
    <message>
        <source>ยังไม่วัด</source>
        <translation>Not measured</translation>
    </message>
</context>
</TS>
