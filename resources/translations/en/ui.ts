<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
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
    <name>Wording</name>
    <message>
        <source>รหัสผ่านไม่ถูกต้อง ตรวจว่าแป้นพิมพ์เป็นภาษาใด แล้วลองใหม่</source>
        <translation>The passcode is not right. Check the keyboard language and try again.</translation>
    </message>
    <message>
        <source>รหัสผ่านสั้นเกินไป ใช้อย่างน้อย {minimum} ตัว</source>
        <translation>The passcode is too short. Use at least {minimum} characters.</translation>
    </message>
    <message>
        <source>ไม่พบผู้ใช้นี้ในเครื่องนี้ เลือกชื่อจากรายการ</source>
        <translation>This user is not on this computer. Pick a name from the list.</translation>
    </message>
    <message>
        <source>เหลือผู้ใช้คนเดียว ลบไม่ได้ เพิ่มผู้ใช้อีกคนก่อน</source>
        <translation>This is the only user left and cannot be removed. Add another user first.</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่มีศูนย์ เริ่มศูนย์ใหม่หรือเข้าร่วมด้วยรหัสก่อน</source>
        <translation>This computer has no centre yet. Start a new centre or join one with a code first.</translation>
    </message>
    <message>
        <source>เปิดฐานข้อมูลไม่ได้ ปิดโปรแกรมอื่นที่อาจใช้แฟ้มนี้ แล้วเปิดใหม่</source>
        <translation>The database cannot be opened. Close other programs that may use the file, then open again.</translation>
    </message>
    <message>
        <source>อ่านหรือเขียนฐานข้อมูลไม่สำเร็จ ข้อมูลเดิมยังอยู่ ตรวจที่ว่างของดิสก์แล้วลองใหม่</source>
        <translation>Reading or writing the database failed. What was saved is still there. Check the free disk space and try again.</translation>
    </message>
    <message>
        <source>แฟ้มกุญแจเสียหาย ใช้รหัสกู้คืนที่พิมพ์ไว้ หรือกู้จากสำเนาสำรอง</source>
        <translation>The key file is damaged. Use the printed recovery key, or restore a backup.</translation>
    </message>
    <message>
        <source>ข้อมูลนี้มาจากโปรแกรมรุ่นใหม่กว่า ติดตั้งโปรแกรมรุ่นใหม่แล้วเปิดอีกครั้ง</source>
        <translation>This data comes from a newer version of the program. Install the newer version and open again.</translation>
    </message>
    <message>
        <source>แฟ้มนี้ไม่ใช่ฐานข้อมูลของโปรแกรม ตรวจว่าเลือกโฟลเดอร์ถูกต้อง</source>
        <translation>This file is not a database of this program. Check that the right folder was chosen.</translation>
    </message>
    <message>
        <source>ส่วนประกอบฐานข้อมูลเก่าเกินไปและอาจทำข้อมูลเสีย ติดตั้งโปรแกรมใหม่</source>
        <translation>The database component is too old and could damage data. Install the program again.</translation>
    </message>
    <message>
        <source>เก็บหรืออ่านข้อมูลไม่สำเร็จ ข้อมูลที่บันทึกแล้วยังอยู่ ลองอีกครั้ง (รหัส {code})</source>
        <translation>Storing or reading failed. What was saved is still there. Try again (code {code}).</translation>
    </message>
    <message>
        <source>ทำรายการนี้ไม่ได้ ตรวจข้อมูลแล้วลองอีกครั้ง (รหัส {code})</source>
        <translation>This could not be done. Check what was entered and try again (code {code}).</translation>
    </message>
    <message>
        <source>หยุดแล้วตามที่สั่ง ไม่มีอะไรค้างครึ่งทาง</source>
        <translation>Stopped as you asked. Nothing is left half-done.</translation>
    </message>
    <message>
        <source>โปรแกรมทำงานผิดพลาด ข้อมูลที่บันทึกแล้วยังอยู่ ลองอีกครั้ง ถ้ายังเป็นอยู่ให้แจ้งผู้ดูแล ({kind})</source>
        <translation>The program made a mistake. What was saved is still there. Try again; if it goes on, tell whoever looks after the program ({kind}).</translation>
    </message>
</context>
</TS>
