<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>DecidingPane</name>
    <message>
        <source>ถามข้อก่อนอีกครั้ง</source>
        <translation>Ask the one before again</translation>
    </message>
    <message numerus="yes">
        <source>ที่ว่างอีก %n ช่อง คงไว้ตามเดิม</source>
        <translation>
            <numerusform>Leave the %n that seems blank</numerusform>
            <numerusform>Leave all %n that seem blank</numerusform>
        </translation>
    </message>
    <message>
        <source>ต้องตัดสิน {n} จาก {m}</source>
        <translation>To decide: {n} of {m}</translation>
    </message>
    <message>
        <source>ตัดสินครบแล้ว</source>
        <translation>All is decided</translation>
    </message>
    <message>
        <source>ในทะเบียนตอนนี้: {code}</source>
        <translation>In the register now: {code}</translation>
    </message>
    <message>
        <source>ในทะเบียนยังไม่ได้ลง</source>
        <translation>Not in the register yet</translation>
    </message>
    <message>
        <source>อ่านไม่แน่ใจ</source>
        <translation>Not read for sure</translation>
    </message>
    <message>
        <source>ดูเหมือนว่าง</source>
        <translation>Seems blank</translation>
    </message>
    <message>
        <source>ต่างจากในทะเบียน</source>
        <translation>Other than in the register</translation>
    </message>
    <message>
        <source>0  คงไว้ตามเดิม</source>
        <translation>0  Leave as it is</translation>
    </message>
    <message>
        <source>? รอตัดสิน</source>
        <translation>? to be decided</translation>
    </message>
    <message>
        <source>– ไม่ลง</source>
        <translation>– not marked</translation>
    </message>
    <message numerus="yes">
        <source>? รอตัดสิน %n</source>
        <translation>
            <numerusform>? %n to be decided</numerusform>
            <numerusform>? %n to be decided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>กำลังอ่านรูปของใบ</source>
        <translation>Reading the picture of the sheet</translation>
    </message>
    <message>
        <source>ลงจากรูปถ่าย</source>
        <translation>Mark from a photograph</translation>
    </message>
    <message>
        <source>ยังไม่ลง</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>รูปอื่น</source>
        <translation>Another picture</translation>
    </message>
    <message numerus="yes">
        <source>เหลือตัดสิน %n ช่อง</source>
        <translation>
            <numerusform>%n still to decide</numerusform>
            <numerusform>%n still to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ลงทะเบียน %n ช่อง</source>
        <translation>
            <numerusform>Put %n mark into the register</numerusform>
            <numerusform>Put %n marks into the register</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickingPane</name>
    <message>
        <source>มีรูปใหม่: {name}</source>
        <translation>A new picture: {name}</translation>
    </message>
    <message>
        <source>ถ่ายใบที่มีรหัสทั้งสี่มุมด้วยโทรศัพท์ แล้วส่งรูปเข้าเครื่องนี้ทางสาย การ์ด หรือแชต รูปที่มาถึงจะขึ้นที่นี่เอง</source>
        <translation>Photograph the sheet, all four corner codes in view, and bring the picture here by cable, card or chat. What arrives is shown here by itself.</translation>
    </message>
    <message>
        <source>ยังไม่ได้เฝ้าโฟลเดอร์ใด</source>
        <translation>No folder is watched yet</translation>
    </message>
    <message>
        <source>รูปในโฟลเดอร์ {folder} ใหม่สุดอยู่บน</source>
        <translation>Pictures in {folder}, the newest first</translation>
    </message>
    <message>
        <source>อ่านรูปนี้</source>
        <translation>Read this picture</translation>
    </message>
    <message>
        <source>เลือกรูปอื่น</source>
        <translation>Choose another picture</translation>
    </message>
    <message>
        <source>เฝ้าโฟลเดอร์อื่น</source>
        <translation>Watch another folder</translation>
    </message>
    <message>
        <source>รูปถ่าย ({kinds})</source>
        <translation>Photographs ({kinds})</translation>
    </message>
    <message>
        <source>เลือกรูปถ่ายของใบ</source>
        <translation>Choose a photograph of the sheet</translation>
    </message>
    <message>
        <source>เลือกโฟลเดอร์ที่รูปจะมาถึง</source>
        <translation>Choose the folder where pictures arrive</translation>
    </message>
</context>
</TS>
