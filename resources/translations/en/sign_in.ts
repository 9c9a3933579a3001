<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>EntryFrame</name>
    <message>
        <source>คู่มือ (F1)</source>
        <translation>Manual (F1)</translation>
    </message>
</context>
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
    <name>RecoverScreen</name>
    <message>
        <source>คำที่ {number} น่าจะเป็น “{word}” ดูในใบว่าใช่ไหม แล้วแก้</source>
        <translation>Word {number} should probably be “{word}”. Look at the sheet, then correct it</translation>
    </message>
    <message>
        <source>ลืมรหัสผ่าน</source>
        <translation>Forgotten passcode</translation>
    </message>
    <message>
        <source>คำกู้คืนถูกต้อง ตั้งรหัสผ่านใหม่ได้เลย ข้อมูลอยู่ครบ</source>
        <translation>The words are right. Set a new passcode; all data is there</translation>
    </message>
    <message>
        <source>ใช้ใบกู้คืนที่พิมพ์ไว้ตอนตั้งศูนย์ หรือให้จังหวัดอ่านคำกู้คืนของเครื่องนี้ให้ฟัง</source>
        <translation>Take the recovery sheet printed when the centre began, or let the province read this laptop&apos;s words to you</translation>
    </message>
    <message>
        <source>คำในใบกู้คืน 18 คำ</source>
        <translation>The 18 words of the sheet</translation>
    </message>
    <message>
        <source>เว้นวรรคระหว่างคำ หรือพิมพ์เลขสามตัวใต้คำ อ่านไม่ออกให้พิมพ์ ?</source>
        <translation>Spaces between the words, or the three figures under each. Type ? for one you cannot read</translation>
    </message>
    <message>
        <source>คุณคือใคร</source>
        <translation>Who are you</translation>
    </message>
    <message>
        <source>รหัสผ่านใหม่</source>
        <translation>New passcode</translation>
    </message>
    <message>
        <source>รหัสใหม่อีกครั้ง</source>
        <translation>The new passcode again</translation>
    </message>
    <message>
        <source>ย้อนกลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>กำลังตรวจ…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>ตั้งรหัสและเข้าใช้งาน</source>
        <translation>Set it and sign in</translation>
    </message>
    <message>
        <source>ตรวจคำ</source>
        <translation>Check the words</translation>
    </message>
    <message>
        <source>ได้แล้ว {given} จาก {wanted} คำ</source>
        <translation>{given} of {wanted} words</translation>
    </message>
    <message>
        <source>พิมพ์คำในใบกู้คืนก่อน</source>
        <translation>Type the words of the sheet first</translation>
    </message>
    <message>
        <source>ตั้งรหัสผ่านใหม่ก่อน</source>
        <translation>Set a new passcode first</translation>
    </message>
    <message>
        <source>สองครั้งยังไม่เหมือนกัน ลองพิมพ์ใหม่</source>
        <translation>The two are not the same yet; type them again</translation>
    </message>
</context>
<context>
    <name>RefusedScreen</name>
    <message>
        <source>ตำบลเรียนรู้</source>
        <translation>Tambon Rianru</translation>
    </message>
    <message>
        <source>ยังเปิดไม่ได้</source>
        <translation>It cannot be opened now</translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SheetSaving</name>
    <message>
        <source>ทำใบ PDF สำหรับพิมพ์…</source>
        <translation>Make a PDF to print…</translation>
    </message>
    <message>
        <source>เปิดเพื่อพิมพ์</source>
        <translation>Open to print</translation>
    </message>
    <message>
        <source>พิมพ์แล้ว ลบแฟ้มนี้</source>
        <translation>Printed: delete the file</translation>
    </message>
    <message>
        <source>พิมพ์โดยมี □</source>
        <translation>Print with □</translation>
    </message>
    <message>
        <source>แฟ้มอยู่ที่ {file} พิมพ์แล้วลบทันที อย่าส่งทางไลน์หรืออีเมล</source>
        <translation>The file is {file}. Delete it once printed; never send it by chat or e-mail</translation>
    </message>
    <message>
        <source>ไม่มีเครื่องพิมพ์ จดคำตามลำดับลงกระดาษก็ได้</source>
        <translation>Without a printer, copy the words onto paper in their order</translation>
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
        <source>ลืมรหัสผ่าน</source>
        <translation>Forgotten passcode</translation>
    </message>
    <message>
        <source>กู้คืนจากสำเนา</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>ให้ผู้ดูแลของศูนย์ตั้งให้ใหม่ที่ ตั้งค่า › ผู้ใช้และรหัสผ่าน หรือใช้ใบกู้คืน</source>
        <translation>An administrator sets a new one at Settings › Users and passcodes; or use the recovery sheet</translation>
    </message>
    <message>
        <source>ใส่รหัสผิดหลายครั้ง พักสักครู่ ลองใหม่ได้ในอีก {time} นาที ข้อมูลอยู่ครบ ไม่มีอะไรถูกลบ</source>
        <translation>Several wrong passcodes. Rest a little: try again in {time} minutes. All data is there, nothing is deleted</translation>
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
