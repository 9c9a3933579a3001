<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>ConflictsPane</name>
    <message>
        <source>สองคนแก้เรื่องเดียวกันโดยยังไม่เห็นกัน ไม่มีค่าใดหาย เลือกค่าที่ถูก แล้วทุกเครื่องจะตรงกัน</source>
        <translation>Two people changed the same thing without seeing each other. Nothing is lost: choose what is right, and all laptops will agree.</translation>
    </message>
    <message>
        <source>ใช้ของเครื่องนี้ทั้งหมด</source>
        <translation>Take all of this laptop</translation>
    </message>
    <message>
        <source>ใช้ของอีกฝ่ายทั้งหมด</source>
        <translation>Take all of the other</translation>
    </message>
    <message>
        <source>ดูผู้เรียนรู้ที่อาจเป็นคนเดียวกัน</source>
        <translation>See learners who may be one person</translation>
    </message>
    <message>
        <source>เปิดหน้าผู้เรียนรู้</source>
        <translation>Open the learner</translation>
    </message>
    <message>
        <source>รายการที่ข้อมูลไม่ตรงกัน</source>
        <translation>Records in conflict</translation>
    </message>
    <message>
        <source>ข้อมูลตรงกันทุกเครื่อง</source>
        <translation>All laptops agree</translation>
    </message>
    <message>
        <source>ถ้ามีใครแก้เรื่องเดียวกันไม่เหมือนกัน จะมาให้เลือกที่นี่ โดยไม่มีค่าใดหายไป</source>
        <translation>When two people change the same thing differently, you choose here; neither value is lost.</translation>
    </message>
    <message>
        <source>เครื่องนี้</source>
        <translation>This laptop</translation>
    </message>
    <message>
        <source>อีกฝ่าย</source>
        <translation>The other</translation>
    </message>
</context>
<context>
    <name>EnrolCard</name>
    <message>
        <source>กำลังเชื่อม…</source>
        <translation>Linking…</translation>
    </message>
    <message>
        <source>เชื่อมกับจังหวัด</source>
        <translation>Link to the province</translation>
    </message>
    <message>
        <source>ยังไม่ได้เชื่อมกับจังหวัด</source>
        <translation>Not linked to the province yet</translation>
    </message>
    <message>
        <source>ข้อมูลทั้งหมดอยู่ในเครื่องนี้อย่างปลอดภัย เมื่อได้ที่อยู่และรหัสจากจังหวัด ใส่ที่นี่ครั้งเดียวพอ</source>
        <translation>All data is safe on this laptop. Once you have the province&apos;s address and code, give them here, one time only.</translation>
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
        <source>ใส่ที่อยู่ที่ได้รับมา</source>
        <translation>Give the address you received.</translation>
    </message>
    <message>
        <source>ใส่รหัสที่ได้รับมา</source>
        <translation>Give the code you received.</translation>
    </message>
</context>
<context>
    <name>SessionsTable</name>
    <message>
        <source>การส่งที่ผ่านมา</source>
        <translation>Past sessions</translation>
    </message>
    <message>
        <source>ยังไม่เคยส่ง</source>
        <translation>Nothing sent yet</translation>
    </message>
    <message>
        <source>แต่ละครั้งที่คุยกับจังหวัดจะเก็บเวลา จำนวน และใบรับไว้ที่นี่</source>
        <translation>Each session with the province leaves its time, numbers and receipt here.</translation>
    </message>
    <message>
        <source>เมื่อ</source>
        <translation>When</translation>
    </message>
    <message>
        <source>นาน</source>
        <translation>Took</translation>
    </message>
    <message>
        <source>ส่ง</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>รับ</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>ขนาด</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>ผล</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>เรียบร้อย · ใบรับ {receipt}</source>
        <translation>Done · receipt {receipt}</translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message>
        <source>ส่งตอนนี้</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>หยุดไว้ก่อน</source>
        <translation>Stop for now</translation>
    </message>
    <message>
        <source>ใช้เน็ตแบบจำกัด: ส่งเฉพาะเมื่อกดส่งเอง</source>
        <translation>Metered internet: send only when I press send</translation>
    </message>
    <message>
        <source>ต้องให้คนช่วยดู</source>
        <translation>This needs a person</translation>
    </message>
    <message>
        <source>กำลังส่ง {done} จาก {total} รายการ</source>
        <translation>Sending {done} of {total}</translation>
    </message>
    <message>
        <source>กำลังคุยกับจังหวัด…</source>
        <translation>Talking to the province…</translation>
    </message>
    <message numerus="yes">
        <source>ออฟไลน์ รอส่ง %n รายการ</source>
        <translation>
            <numerusform>Offline, %n item waiting</numerusform>
            <numerusform>Offline, %n items waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>ทำงานต่อได้ตามปกติ เมื่อมีเครือข่ายจะส่งให้เอง</source>
        <translation>Work on as usual; it is sent by itself once there is a link.</translation>
    </message>
    <message numerus="yes">
        <source>รอส่ง %n รายการ</source>
        <translation>
            <numerusform>%n item waiting</numerusform>
            <numerusform>%n items waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>ส่งถึงจังหวัดครบแล้ว</source>
        <translation>All of it is at the province</translation>
    </message>
    <message>
        <source>ยังไม่เคยส่งถึงจังหวัด</source>
        <translation>Nothing has reached the province yet</translation>
    </message>
    <message>
        <source>ส่งถึงจังหวัดล่าสุด {time}</source>
        <translation>Last reached the province {time}</translation>
    </message>
    <message>
        <source>ใบรับ {receipt}</source>
        <translation>receipt {receipt}</translation>
    </message>
</context>
<context>
    <name>SyncOutcome</name>
    <message>
        <source>จะส่งทันทีที่เครือข่ายพร้อม</source>
        <translation>It is sent as soon as there is a link</translation>
    </message>
    <message>
        <source>เชื่อมกับจังหวัดแล้ว</source>
        <translation>Linked to the province</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>ซิงก์</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>หน้านี้บอกว่างานส่งถึงจังหวัดแค่ไหน ไม่มีเน็ตก็ทำงานต่อได้ เมื่อมีเน็ตโปรแกรมส่งให้เอง
อยากส่งทันทีกด ส่งตอนนี้ หยุดกลางทางได้ ส่งต่อจากเดิมทีหลัง
ถ้าสองเครื่องแก้เรื่องเดียวกันไม่เหมือนกัน เลือกค่าที่ถูกได้ที่แท็บ ข้อมูลไม่ตรงกัน</source>
        <translation>This page tells how much of the work has reached the province. Without internet you work on; with it, it is sent by itself.
Send now sends at once. You may stop halfway; it goes on from there later.
If two laptops changed the same thing differently, choose what is right under Conflicts.</translation>
    </message>
    <message>
        <source>ซิงก์กับจังหวัด</source>
        <translation>Sync with the province</translation>
    </message>
    <message>
        <source>รอส่ง</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>การส่งที่ผ่านมา</source>
        <translation>Past sessions</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>ข้อมูลไม่ตรงกัน</source>
        <translation>Conflicts</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>ข้อมูลศูนย์</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Villages</translation>
    </message>
    <message>
        <source>หย่อมบ้าน</source>
        <translation>Hamlets</translation>
    </message>
    <message>
        <source>ผู้ใช้</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>คำเรียกของศูนย์</source>
        <translation>Words of the centre</translation>
    </message>
    <message>
        <source>กรอบ HETT</source>
        <translation>HETT framework</translation>
    </message>
    <message>
        <source>ด้านของ HETT</source>
        <translation>HETT dimension</translation>
    </message>
    <message>
        <source>ตัวชี้วัด HETT</source>
        <translation>HETT indicator</translation>
    </message>
    <message>
        <source>คำอธิบายระดับ HETT</source>
        <translation>HETT level wording</translation>
    </message>
    <message>
        <source>เรียบร้อย</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>หยุดตามที่สั่ง</source>
        <translation>Stopped as asked</translation>
    </message>
    <message>
        <source>เครือข่ายหาย จะลองใหม่เอง</source>
        <translation>The link went; it tries again by itself</translation>
    </message>
    <message>
        <source>ไม่สำเร็จ จะลองใหม่เอง</source>
        <translation>Did not work; it tries again by itself</translation>
    </message>
    <message numerus="yes">
        <source>เลือกแล้ว %n เรื่อง จะส่งไปให้ทุกเครื่อง</source>
        <translation>
            <numerusform>%n decision kept; it goes to every laptop</numerusform>
            <numerusform>%n decisions kept; they go to every laptop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ไบต์</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} กิโลไบต์</source>
        <translation>{size} kB</translation>
    </message>
    <message>
        <source>{size} เมกะไบต์</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>เอาออกจากรายการ</source>
        <translation>Removed from the list</translation>
    </message>
    <message>
        <source>เก็บไว้</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>ใช่</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>ไม่ใช่</source>
        <translation>No</translation>
    </message>
    <message>
        <source>(ข้อมูลในเครื่อง)</source>
        <translation>(data)</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>ไม่มีอะไรรอส่ง ทุกอย่างอยู่ที่จังหวัดแล้ว</source>
        <translation>Nothing waits; everything is at the province.</translation>
    </message>
    <message>
        <source>เมื่อเชื่อมกับจังหวัดแล้ว สิ่งที่รอส่งจะแสดงที่นี่</source>
        <translation>Once linked to the province, what waits is shown here.</translation>
    </message>
</context>
</TS>
