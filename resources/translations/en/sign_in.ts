<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>Landscape</name>
    <message>
        <source>ตำบลเรียนรู้</source>
        <translation>Tambon Rianru</translation>
    </message>
    <message>
        <source>เห็นคนทีละคน วางแผนทีละก้าว
ไม่ทิ้งใครไว้ข้างหลัง</source>
        <translation>One person at a time, one step at a time,
and nobody left behind</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>กำลังเปิด…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>เข้าใช้งาน</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>สวัสดี {name}</source>
        <translation>Hello, {name}</translation>
    </message>
    <message>
        <source>สวัสดี</source>
        <translation>Hello</translation>
    </message>
    <message>
        <source>หน้าจอล็อกอยู่ งานที่ทำค้างไว้ยังอยู่ครบ</source>
        <translation>The screen is locked. What you were doing is all still there.</translation>
    </message>
    <message>
        <source>ใส่รหัสผ่านเพื่อเปิดงานของศูนย์</source>
        <translation>Type your passcode to open the centre&apos;s work.</translation>
    </message>
    <message>
        <source>ใครใช้เครื่องอยู่</source>
        <translation>Who is working?</translation>
    </message>
    <message>
        <source>รหัสผ่าน</source>
        <translation>Passcode</translation>
    </message>
    <message>
        <source>ลืมรหัสผ่าน? ให้ผู้ดูแลของศูนย์ตั้งให้ใหม่ที่ ตั้งค่า › ผู้ใช้และรหัสผ่าน</source>
        <translation>Forgotten it? Someone who looks after the centre can set a new one at Settings › Users.</translation>
    </message>
    <message>
        <source>Caps Lock เปิดอยู่</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <source>แป้นพิมพ์เป็นภาษาไทย</source>
        <translation>The keyboard types Thai</translation>
    </message>
    <message>
        <source>แป้นพิมพ์เป็นภาษาอังกฤษ</source>
        <translation>The keyboard types English</translation>
    </message>
    <message>
        <source>กดปุ่มรูปตาเพื่อดูรหัสที่พิมพ์</source>
        <translation>Press the eye to see what you type</translation>
    </message>
    <message>
        <source>พิมพ์รหัสผ่านก่อน</source>
        <translation>Type the passcode first.</translation>
    </message>
</context>
</TS>
