<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>ThaiTime</name>
    <message>
        <source>พ.ศ. {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ประมาณ {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>รหัสผ่านไม่ถูกต้อง ตรวจว่าแป้นพิมพ์เป็นภาษาใด แล้วลองใหม่</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>รหัสผ่านสั้นเกินไป ใช้อย่างน้อย {minimum} ตัว</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ไม่พบผู้ใช้นี้ในเครื่องนี้ เลือกชื่อจากรายการ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เหลือผู้ใช้คนเดียว ลบไม่ได้ เพิ่มผู้ใช้อีกคนก่อน</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่มีศูนย์ เริ่มศูนย์ใหม่หรือเข้าร่วมด้วยรหัสก่อน</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เปิดฐานข้อมูลไม่ได้ ปิดโปรแกรมอื่นที่อาจใช้แฟ้มนี้ แล้วเปิดใหม่</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>อ่านหรือเขียนฐานข้อมูลไม่สำเร็จ ข้อมูลเดิมยังอยู่ ตรวจที่ว่างของดิสก์แล้วลองใหม่</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>แฟ้มกุญแจเสียหาย ใช้รหัสกู้คืนที่พิมพ์ไว้ หรือกู้จากสำเนาสำรอง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ข้อมูลนี้มาจากโปรแกรมรุ่นใหม่กว่า ติดตั้งโปรแกรมรุ่นใหม่แล้วเปิดอีกครั้ง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>แฟ้มนี้ไม่ใช่ฐานข้อมูลของโปรแกรม ตรวจว่าเลือกโฟลเดอร์ถูกต้อง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ส่วนประกอบฐานข้อมูลเก่าเกินไปและอาจทำข้อมูลเสีย ติดตั้งโปรแกรมใหม่</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เก็บหรืออ่านข้อมูลไม่สำเร็จ ข้อมูลที่บันทึกแล้วยังอยู่ ลองอีกครั้ง (รหัส {code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ทำรายการนี้ไม่ได้ ตรวจข้อมูลแล้วลองอีกครั้ง (รหัส {code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>หยุดแล้วตามที่สั่ง ไม่มีอะไรค้างครึ่งทาง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>โปรแกรมทำงานผิดพลาด ข้อมูลที่บันทึกแล้วยังอยู่ ลองอีกครั้ง ถ้ายังเป็นอยู่ให้แจ้งผู้ดูแล ({kind})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
