<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>CountsScreen</name>
    <message>
        <source>ดูรายการ</source>
        <translation>Show the list</translation>
    </message>
</context>
<context>
    <name>DirectoryScreen</name>
    <message>
        <source>ส่งออก</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>นำเข้า</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>ควรถามใหม่</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>พิมพ์รายการ</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>จากรายงาน</source>
        <translation>From the report</translation>
    </message>
    <message>
        <source>ดูเฉพาะ</source>
        <translation>Show only</translation>
    </message>
    <message>
        <source>{field}: ทั้งหมด</source>
        <translation>{field}: all</translation>
    </message>
    <message>
        <source>ไม่พบตามที่เลือก</source>
        <translation>Nothing matches</translation>
    </message>
    <message>
        <source>ลองพิมพ์สั้นลง หรือเอาตัวกรองออก</source>
        <translation>Try fewer letters, or take filters away</translation>
    </message>
    <message>
        <source>ดูทั้งหมด</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>ของใคร</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>KnownScreen</name>
    <message>
        <source>เลือกคนที่รู้จักแล้ว หรือเขียนชื่อคนใหม่</source>
        <translation>Choose somebody known, or write a new name</translation>
    </message>
</context>
<context>
    <name>MoveForm</name>
    <message>
        <source>ให้อย่างใดอย่างหนึ่ง: {either}</source>
        <translation>Give either: {either}</translation>
    </message>
    <message>
        <source> และ </source>
        <translation> and </translation>
    </message>
    <message>
        <source> หรือ </source>
        <translation> or </translation>
    </message>
    <message>
        <source>ยังไม่ทำ</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>MovesCard</name>
    <message>
        <source>(ถอนแล้ว)</source>
        <translation>(taken back)</translation>
    </message>
</context>
<context>
    <name>NewScreen</name>
    <message>
        <source>เขียนเท่าที่รู้ ที่เหลือเติมทีหลังในหน้าของรายการนั้น สิ่งที่เขียนค้างไว้จะยังอยู่</source>
        <translation>Write what you know; the rest is added on its page later. What is half written stays.</translation>
    </message>
    <message>
        <source>มีชื่อนี้แล้ว ใช่รายการเดียวกันหรือไม่</source>
        <translation>This name is there already. Is it the same one?</translation>
    </message>
    <message>
        <source>เก็บแล้วเปิดหน้าของรายการนี้</source>
        <translation>Save and open its page</translation>
    </message>
</context>
<context>
    <name>PagePresenter</name>
    <message>
        <source>ยืนยันข้อมูลวันนี้แล้ว</source>
        <translation>Confirmed today</translation>
    </message>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Saved</translation>
    </message>
</context>
<context>
    <name>SubjectPage</name>
    <message>
        <source>ข้อมูล</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>ถามแล้ว ข้อมูลยังถูกต้อง</source>
        <translation>Asked: it still holds</translation>
    </message>
</context>
<context>
    <name>SubjectWords</name>
    <message numerus="yes">
        <source>%n รายการ</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message>
        <source>เพิ่ม{what}</source>
        <translation>Add {what}</translation>
    </message>
    <message>
        <source>เพิ่ม{what}แล้ว</source>
        <translation>{what} added</translation>
    </message>
    <message>
        <source>ยังไม่มี{what}</source>
        <translation>No {what} yet</translation>
    </message>
    <message>
        <source>เอา{what}ออกแล้ว</source>
        <translation>{what} taken out</translation>
    </message>
    <message>
        <source>เอา{what}นี้ออก</source>
        <translation>Take this {what} out</translation>
    </message>
    <message>
        <source>ยังไม่เคยยืนยัน</source>
        <translation>Never confirmed</translation>
    </message>
    <message>
        <source>ควรถามใหม่ · {day}</source>
        <translation>Ask again · {day}</translation>
    </message>
    <message>
        <source>ยังไม่รู้: {what}</source>
        <translation>Not yet known: {what}</translation>
    </message>
    <message>
        <source>แก้ใน Excel แล้วนำเข้ากลับได้</source>
        <translation>Edit in Excel and bring it in again</translation>
    </message>
    <message>
        <source>ยืนยันข้อมูลล่าสุดเมื่อ {day}</source>
        <translation>Last confirmed {day}.</translation>
    </message>
    <message>
        <source>ยังไม่เคยยืนยันข้อมูล</source>
        <translation>Never confirmed.</translation>
    </message>
</context>
</TS>
