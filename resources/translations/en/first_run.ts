<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>AreaPicker</name>
    <message>
        <source>จังหวัด</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>อำเภอ</source>
        <translation>District</translation>
    </message>
    <message>
        <source>ตำบล</source>
        <translation>Sub-district</translation>
    </message>
    <message>
        <source>ไม่พบตำบลนี้ ลองพิมพ์สั้นลง หรือเลือกจากจังหวัดด้านล่าง</source>
        <translation>No such sub-district. Type less, or choose from the province below.</translation>
    </message>
</context>
<context>
    <name>FirstRunScreen</name>
    <message>
        <source>เข้าร่วมศูนย์ที่มีอยู่แล้ว</source>
        <translation>Join a centre</translation>
    </message>
    <message>
        <source>ใช้ที่อยู่และรหัสที่จังหวัดหรือผู้ดูแลศูนย์ให้มา</source>
        <translation>Use the address and code given by the province or the centre.</translation>
    </message>
    <message>
        <source>เริ่มศูนย์ใหม่</source>
        <translation>Start a new centre</translation>
    </message>
    <message>
        <source>ใช้งานได้ทันทีโดยไม่ต้องมีอินเทอร์เน็ต เชื่อมกับจังหวัดทีหลังได้</source>
        <translation>Works at once without internet; link it to the province later.</translation>
    </message>
    <message>
        <source>ลองกับข้อมูลตัวอย่าง</source>
        <translation>Try with sample people</translation>
    </message>
    <message>
        <source>มีคนสมมติราว 60 คนให้ลองทำทุกอย่าง ไม่มีใครเป็นคนจริง</source>
        <translation>Some 60 invented people to try everything with. Nobody is real.</translation>
    </message>
    <message>
        <source>เครื่องนี้เป็นอีกเครื่องหนึ่งของศูนย์ ข้อมูลเดิมจะตามมาเอง</source>
        <translation>One more laptop of the centre; its records follow by themselves.</translation>
    </message>
    <message>
        <source>บอกชื่อศูนย์กับตำบล แล้วเริ่มบันทึกผู้เรียนรู้ได้เลย</source>
        <translation>Name the centre and its sub-district, then record learners at once.</translation>
    </message>
    <message>
        <source>เหมาะกับการฝึกใช้และอบรม ลบทิ้งได้เมื่อเลิกลอง</source>
        <translation>Good for practice and training; throw it away afterwards.</translation>
    </message>
    <message>
        <source>ยินดีต้อนรับ เริ่มอย่างไรดี</source>
        <translation>Welcome. How shall we begin?</translation>
    </message>
    <message>
        <source>เลือกหนึ่งทาง ใช้เวลาไม่ถึงสองนาที</source>
        <translation>Choose one way; it takes less than two minutes.</translation>
    </message>
    <message>
        <source>ที่อยู่ของศูนย์กลางจังหวัด</source>
        <translation>Address of the province hub</translation>
    </message>
    <message>
        <source>เช่น hub.example.go.th</source>
        <translation>such as hub.example.go.th</translation>
    </message>
    <message>
        <source>รหัสเข้าร่วม</source>
        <translation>Joining code</translation>
    </message>
    <message>
        <source>ใช้ได้ครั้งเดียว</source>
        <translation>Works once</translation>
    </message>
    <message>
        <source>ชื่อศูนย์</source>
        <translation>Name of the centre</translation>
    </message>
    <message>
        <source>ตำบลของศูนย์</source>
        <translation>Its sub-district</translation>
    </message>
    <message>
        <source>ชื่อของคุณ</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>ชื่อที่เห็นตอนเข้าใช้งาน เช่น ครูดาว</source>
        <translation>As it stands at sign-in, such as Kru Dao</translation>
    </message>
    <message>
        <source>ตั้งรหัสผ่าน</source>
        <translation>Choose a passcode</translation>
    </message>
    <message>
        <source>รหัสผ่านอีกครั้ง</source>
        <translation>Passcode again</translation>
    </message>
    <message>
        <source>ย้อนกลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>ศูนย์ตัวอย่าง</source>
        <translation>Sample centre</translation>
    </message>
    <message>
        <source>ใส่ที่อยู่ที่ได้รับมา</source>
        <translation>Give the address you received.</translation>
    </message>
    <message>
        <source>ใส่รหัสที่ได้รับมา</source>
        <translation>Give the code you received.</translation>
    </message>
    <message>
        <source>ตั้งชื่อศูนย์ก่อน</source>
        <translation>Name the centre first.</translation>
    </message>
    <message>
        <source>เลือกตำบลของศูนย์ก่อน</source>
        <translation>Choose the sub-district first.</translation>
    </message>
    <message>
        <source>บอกชื่อของคุณก่อน</source>
        <translation>Give your name first.</translation>
    </message>
    <message>
        <source>สองครั้งยังไม่เหมือนกัน ลองพิมพ์ใหม่</source>
        <translation>The two differ; type them again.</translation>
    </message>
    <message>
        <source>เข้าร่วม</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>เริ่มศูนย์</source>
        <translation>Start the centre</translation>
    </message>
    <message>
        <source>เริ่มลองใช้</source>
        <translation>Start trying</translation>
    </message>
    <message>
        <source>กำลังเตรียมข้อมูล…</source>
        <translation>Preparing…</translation>
    </message>
</context>
<context>
    <name>SheetScreen</name>
    <message>
        <source>เก็บใบกู้คืนไว้ในที่ปลอดภัย</source>
        <translation>Put the recovery sheet in a safe place</translation>
    </message>
    <message>
        <source>ถ้าทุกคนลืมรหัสผ่าน คำ 18 คำนี้เป็นทางเดียวที่จะเปิดข้อมูล พิมพ์หรือจดใส่กระดาษ แล้วเก็บแยกจากเครื่อง</source>
        <translation>If everybody forgets their passcode, these 18 words are the only way to open the data. Print them or write them down, and keep the paper away from the laptop</translation>
    </message>
    <message>
        <source>เก็บใบไว้แล้ว เริ่มใช้งาน</source>
        <translation>It is put away, begin</translation>
    </message>
    <message>
        <source>ไว้ทีหลัง จะเตือนอีก</source>
        <translation>Later, remind me</translation>
    </message>
</context>
<context>
    <name>_AreaSearch</name>
    <message>
        <source>พิมพ์ชื่อตำบลหรืออำเภอ เช่น แม่สวด</source>
        <translation>Type a sub-district or district, such as Mae Suat</translation>
    </message>
    <message>
        <source>ค้นหาตำบล</source>
        <translation>Search sub-districts</translation>
    </message>
</context>
</TS>
