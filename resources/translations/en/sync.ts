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
        <source>ต้องเลือก</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>โปรแกรมเลือกให้แล้ว</source>
        <translation>Settled by itself</translation>
    </message>
    <message>
        <source>เลือกแล้ว</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>ใช้ของอีกฝ่ายทั้งหมด</source>
        <translation>Take all of the other</translation>
    </message>
    <message>
        <source>ย้อนคำตัดสิน ให้กลับไปเลือกใหม่</source>
        <translation>Take the decision back</translation>
    </message>
    <message>
        <source>เป็นข้อมูลอ่อนไหว ให้คนที่มีสิทธิ์ดูเป็นผู้เลือก</source>
        <translation>This is sensitive: somebody who may see it decides</translation>
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
        <source>ยังไม่มีเรื่องที่เลือกแล้ว</source>
        <translation>Nothing was decided yet</translation>
    </message>
    <message>
        <source>เรื่องที่เลือกแล้วอยู่ที่นี่ ย้อนให้กลับไปเลือกใหม่ได้จนกว่าจะมีคนแก้ต่อ</source>
        <translation>What was decided appears here, and can be taken back until somebody edits it further</translation>
    </message>
    <message>
        <source>ไม่มีเรื่องในรายการนี้</source>
        <translation>Nothing in this list</translation>
    </message>
    <message>
        <source>เลือกรายการอื่นด้านบน</source>
        <translation>Choose another list above</translation>
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
        <source>โปรแกรมแสดงค่าที่แก้ทีหลังให้แล้ว อีกค่ายังเก็บไว้ ถ้าค่านั้นถูกกว่า เลือกได้ที่นี่</source>
        <translation>The later value is shown and the other one is kept. Choose it here if it is the right one</translation>
    </message>
    <message>
        <source>ย้อนแล้วทั้งสองค่ากลับมาให้เลือกใหม่ทุกเครื่อง ย้อนได้จนกว่าจะมีคนแก้ต่อ</source>
        <translation>Taking one back lets every laptop decide anew between both values, until somebody edits it further</translation>
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
    <name>HubCard</name>
    <message>
        <source>เปลี่ยนที่อยู่หรือพร็อกซี</source>
        <translation>Change address or proxy</translation>
    </message>
    <message>
        <source>ที่อยู่ใหม่ของศูนย์กลางจังหวัด</source>
        <translation>New address of the province hub</translation>
    </message>
    <message>
        <source>เมื่อจังหวัดแจ้งว่าย้าย เครื่องนี้จะตรวจว่าเป็นจังหวัดเดิมก่อน</source>
        <translation>When the province says that it moved. This computer first checks that it is the same hub.</translation>
    </message>
    <message>
        <source>ใช้พร็อกซีนี้</source>
        <translation>Use this proxy</translation>
    </message>
    <message>
        <source>ต่อตรง ไม่ใช้พร็อกซี</source>
        <translation>Connect directly, no proxy</translation>
    </message>
    <message>
        <source>ไม่เข้ารหัส: คนอื่นในเครือข่ายเดียวกันอ่านข้อมูลที่ส่งได้</source>
        <translation>Not encrypted: others on the same network can read what is sent</translation>
    </message>
    <message>
        <source>ที่อยู่ของจังหวัด {address}</source>
        <translation>The province is at {address}</translation>
    </message>
    <message>
        <source>ผ่านพร็อกซี {proxy}</source>
        <translation>through the proxy {proxy}</translation>
    </message>
    <message>
        <source>กำลังตรวจ…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>ใช้ที่อยู่นี้</source>
        <translation>Use this address</translation>
    </message>
    <message>
        <source>ใส่ที่อยู่ที่ได้รับมา</source>
        <translation>Type the address that you were given</translation>
    </message>
</context>
<context>
    <name>LaptopsPane</name>
    <message>
        <source>บันทึกแล้ว: {file}</source>
        <translation>Saved: {file}</translation>
    </message>
    <message>
        <source>เครื่องของศูนย์</source>
        <translation>Laptops</translation>
    </message>
    <message>
        <source>รายชื่อมาจากจังหวัด และจากเครื่องที่พบกัน เครื่องหายหรือถูกขโมย ให้ศูนย์จังหวัดยกเลิกสิทธิ์</source>
        <translation>The list comes from the province, and from laptops met. If one is lost or stolen, ask the province to shut it out</translation>
    </message>
    <message>
        <source>แฟ้มวินิจฉัยไม่มีชื่อคน</source>
        <translation>Diagnostic file without names</translation>
    </message>
    <message>
        <source>ส่งให้คนที่ช่วยแก้ปัญหาการซิงก์ มีแต่ตัวเลข รหัส และชนิดของรายการ ไม่มีข้อมูลของใคร</source>
        <translation>For whoever helps with sync: only numbers, codes and kinds of records, nobody&apos;s data</translation>
    </message>
    <message>
        <source>ปิดตัวอย่าง</source>
        <translation>Close the preview</translation>
    </message>
    <message>
        <source>ดูสิ่งที่อยู่ในแฟ้ม</source>
        <translation>See what is in it</translation>
    </message>
    <message>
        <source>บันทึกแฟ้ม…</source>
        <translation>Save the file…</translation>
    </message>
    <message>
        <source>สิ่งที่อยู่ในแฟ้มวินิจฉัย</source>
        <translation>Content of the diagnostic file</translation>
    </message>
    <message>
        <source>บันทึกแฟ้มวินิจฉัย</source>
        <translation>Save the diagnostic file</translation>
    </message>
    <message>
        <source>แฟ้มวินิจฉัย (*.json)</source>
        <translation>Diagnostic file (*.json)</translation>
    </message>
</context>
<context>
    <name>LaptopsTable</name>
    <message>
        <source>เครื่องของศูนย์</source>
        <translation>Laptops</translation>
    </message>
    <message>
        <source>เครื่อง</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>งานล่าสุดที่เห็น</source>
        <translation>Last work seen</translation>
    </message>
    <message>
        <source>พบกันล่าสุด</source>
        <translation>Last met</translation>
    </message>
    <message>
        <source>รหัสเครื่อง</source>
        <translation>Laptop id</translation>
    </message>
    <message>
        <source>เครื่องนี้ · ถูกยกเลิกสิทธิ์</source>
        <translation>This one · shut out</translation>
    </message>
    <message>
        <source>เครื่องนี้</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>ถูกยกเลิกสิทธิ์</source>
        <translation>Shut out</translation>
    </message>
    <message>
        <source>ใช้อยู่</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>ไม่อยู่ในรายชื่อจากจังหวัด</source>
        <translation>Not in the province&apos;s list</translation>
    </message>
</context>
<context>
    <name>NearWords</name>
    <message>
        <source>ให้เครื่องอื่นในพื้นที่ส่งผ่านเครื่องนี้</source>
        <translation>Let other laptops send through this one</translation>
    </message>
    <message>
        <source>เครื่องของหมู่บ้านที่ต่อเครือข่ายเดียวกันมาฝากงานไว้ที่เครื่องนี้ได้ เครื่องนี้ส่งต่อให้จังหวัดเมื่อมีเน็ต รับเฉพาะเครื่องของศูนย์นี้</source>
        <translation>Village laptops on the same network can leave their work here. This laptop passes it on to the province once it is online. Only laptops of this centre are let in</translation>
    </message>
    <message>
        <source>เปิดรับ</source>
        <translation>Let them in</translation>
    </message>
    <message>
        <source>ปิดรับ</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>เปิดรับอยู่</source>
        <translation>On</translation>
    </message>
    <message>
        <source>ปิดอยู่</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>บอกที่อยู่นี้ให้เครื่องอื่นพิมพ์</source>
        <translation>Others type this address</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่ได้ต่อเครือข่าย ต่อสายหรือ Wi-Fi แล้วที่อยู่จะขึ้นเอง</source>
        <translation>This laptop is on no network. Connect a cable or Wi-Fi and the address appears</translation>
    </message>
    <message>
        <source>หรือ {addresses}</source>
        <translation>or {addresses}</translation>
    </message>
    <message>
        <source>เปิดอยู่แม้ล็อกหน้าจอ ปิดเองเมื่อออกจากระบบหรือปิดโปรแกรม</source>
        <translation>Stays on behind the lock; ends when you sign out or close the program</translation>
    </message>
    <message>
        <source>ใครมาแล้ว เมื่อไร</source>
        <translation>Who came, and when</translation>
    </message>
    <message>
        <source>ยังไม่มีใครมา</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>{when} · เครื่อง {letters} · ให้มา {received} · ได้ไป {sent}</source>
        <translation>{when} · laptop {letters} · brought {received} · took {sent}</translation>
    </message>
    <message>
        <source>{when} · ไปหาเครื่อง {letters} · ให้ {sent} · ได้ {received}</source>
        <translation>{when} · went to laptop {letters} · gave {sent} · got {received}</translation>
    </message>
    <message>
        <source>ไปที่เครื่องของสำนักงาน</source>
        <translation>Go to the office&apos;s laptop</translation>
    </message>
    <message>
        <source>ต่อเครือข่ายเดียวกับเครื่องที่เปิดรับ แล้วพิมพ์หรือวางที่อยู่ที่เห็นบนจอเครื่องนั้น</source>
        <translation>Join the same network, then type or paste the address shown on that laptop</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่ได้เข้าร่วมกับจังหวัด จึงยังไม่มีเครื่องที่รู้จัก</source>
        <translation>This laptop has not joined a province, so it knows no other</translation>
    </message>
    <message>
        <source>ที่อยู่</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>เช่น 192.168.1.5:8461</source>
        <translation>Such as 192.168.1.5:8461</translation>
    </message>
    <message>
        <source>ใส่ที่อยู่ก่อน</source>
        <translation>Type the address first</translation>
    </message>
    <message>
        <source>เคยไปแล้ว</source>
        <translation>Visited before</translation>
    </message>
    <message>
        <source>ไปแลกข้อมูล</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>หยุดไว้ก่อน</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>กำลังติดต่อ…</source>
        <translation>Reaching it…</translation>
    </message>
    <message numerus="yes">
        <source>แลกแล้ว %n รายการ…</source>
        <translation>
            <numerusform>%n change exchanged…</numerusform>
            <numerusform>%n changes exchanged…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ฝากไว้ที่เครื่องนั้น %n รายการ จะส่งต่อให้จังหวัดเมื่อมีเน็ต</source>
        <translation>
            <numerusform>%n change left there; it goes on to the province once that laptop is online</numerusform>
            <numerusform>%n changes left there; they go on to the province once that laptop is online</numerusform>
        </translation>
    </message>
    <message>
        <source>ไม่มีอะไรต้องฝากเพิ่ม เครื่องนั้นมีครบแล้ว</source>
        <translation>Nothing to leave: that laptop has it all</translation>
    </message>
    <message numerus="yes">
        <source>ได้ของใหม่ %n รายการ</source>
        <translation>
            <numerusform>%n new change</numerusform>
            <numerusform>%n new changes</numerusform>
        </translation>
    </message>
    <message>
        <source>ได้ใบรับของจังหวัดมาด้วย</source>
        <translation>A receipt of the province came along</translation>
    </message>
    <message>
        <source>หยุดแล้ว ที่แลกไปแล้วยังอยู่ ครั้งหน้าทำต่อจากเดิม</source>
        <translation>Stopped. What was exchanged stays; the next time goes on from there</translation>
    </message>
</context>
<context>
    <name>RevokedCard</name>
    <message>
        <source>จังหวัดยกเลิกสิทธิ์เครื่องนี้แล้ว</source>
        <translation>The province has shut this laptop out</translation>
    </message>
    <message numerus="yes">
        <source>งานที่ยังไม่ส่ง %n รายการยังอยู่ครบในเครื่องนี้ ไม่มีอะไรถูกลบ</source>
        <translation>
            <numerusform>%n unsent change is still here; nothing was deleted</numerusform>
            <numerusform>All %n unsent changes are still here; nothing was deleted</numerusform>
        </translation>
    </message>
    <message>
        <source>1. โทรหาศูนย์จังหวัด บอกว่าเครื่องอยู่กับใคร</source>
        <translation>1. Call the province and say who has this laptop</translation>
    </message>
    <message>
        <source>2. เขียนงานค้างลงแฟลชไดรฟ์ นำไปให้จังหวัด จังหวัดเก็บแยกไว้ ตรวจแล้วรับเข้าได้</source>
        <translation>2. Write the unsent work to a stick and bring it there. The province keeps it apart, looks at it and can take it in</translation>
    </message>
    <message>
        <source>3. ระหว่างนี้เปิดดูและพิมพ์ได้ งานใหม่ให้ทำที่เครื่องอื่นก่อน</source>
        <translation>3. Meanwhile you can look and print here; do new work on another laptop</translation>
    </message>
    <message>
        <source>เขียนงานค้างลงแฟลชไดรฟ์</source>
        <translation>Write unsent work to a stick</translation>
    </message>
    <message>
        <source>ลองส่งอีกครั้ง</source>
        <translation>Try to send again</translation>
    </message>
</context>
<context>
    <name>SessionsPane</name>
    <message>
        <source>ทั้งหมด</source>
        <translation>All</translation>
    </message>
    <message>
        <source>ใบรับ</source>
        <translation>Receipts</translation>
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
        <source>ทาง</source>
        <translation>Way</translation>
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
    <name>SetAsideCard</name>
    <message numerus="yes">
        <source>พักไว้ %n รายการ</source>
        <translation>
            <numerusform>%n set aside</numerusform>
            <numerusform>%n set aside</numerusform>
        </translation>
    </message>
    <message>
        <source>รับหรือส่งไม่ได้ แต่ไม่ขวางรายการอื่น และไม่มีอะไรหาย</source>
        <translation>Could not be sent or taken. It blocks nothing and nothing is lost</translation>
    </message>
    <message>
        <source>ลองรับใหม่</source>
        <translation>Try again</translation>
    </message>
    <message numerus="yes">
        <source>และอีก %n รายการ</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
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
    <message numerus="yes">
        <source>ถามจังหวัดแล้ว ให้ซ่อน %n รายการ</source>
        <translation>
            <numerusform>The province agreed: hide %n record</numerusform>
            <numerusform>The province agreed: hide %n records</numerusform>
        </translation>
    </message>
    <message>
        <source>ต้องให้คนช่วยดู</source>
        <translation>This needs a person</translation>
    </message>
    <message>
        <source>กำลังรับ {done} จาก {total} รายการ</source>
        <translation>Receiving {done} of {total} records</translation>
    </message>
    <message>
        <source>ทำงานต่อได้ สิ่งที่รับแล้วใช้ได้ทันที</source>
        <translation>Work on: what has arrived can be used at once</translation>
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
        <source>กำลังตรวจเครือข่าย</source>
        <translation>Looking for a network</translation>
    </message>
    <message>
        <source>ติดต่อศูนย์จังหวัดได้</source>
        <translation>The hub can be reached</translation>
    </message>
    <message>
        <source>ติดต่อศูนย์จังหวัดไม่ได้ตอนนี้</source>
        <translation>The hub cannot be reached now</translation>
    </message>
    <message>
        <source>ส่งเมื่อกดส่งเองเท่านั้น</source>
        <translation>Sends only when asked</translation>
    </message>
    <message>
        <source>ตรวจครั้งต่อไป {time}</source>
        <translation>Next look {time}</translation>
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
    <name>StickWords</name>
    <message>
        <source>ขั้นที่ 1 จาก 3: จะทำอะไร</source>
        <translation>Step 1 of 3: what</translation>
    </message>
    <message>
        <source>ขั้นที่ 3 จาก 3: เสร็จแล้ว</source>
        <translation>Step 3 of 3: done</translation>
    </message>
    <message>
        <source>ขั้นที่ 2 จาก 3: ที่ไหน</source>
        <translation>Step 2 of 3: where</translation>
    </message>
    <message>
        <source>เครื่องนี้ยังไม่ได้เข้าร่วมกับจังหวัด จึงยังไม่มีผู้รับ เข้าร่วมก่อนที่แท็บ สถานะ</source>
        <translation>This laptop has not joined a province, so there is nobody to write for. Join first, on the tab Status</translation>
    </message>
    <message>
        <source>ส่งให้จังหวัด</source>
        <translation>Send to the province</translation>
    </message>
    <message>
        <source>ตอนนี้ไม่มีอะไรรอส่ง ทำได้ถ้าอยากขอข้อมูลใหม่จากจังหวัด</source>
        <translation>Nothing waits now. You can still ask for the province&apos;s news</translation>
    </message>
    <message numerus="yes">
        <source>เขียน %n รายการที่รอส่งลงแฟลชไดรฟ์ แล้วฝากคนนำไปให้ศูนย์จังหวัด</source>
        <translation>
            <numerusform>Write the %n waiting change to a stick and let somebody bring it to the province</numerusform>
            <numerusform>Write the %n waiting changes to a stick and let somebody bring it to the province</numerusform>
        </translation>
    </message>
    <message>
        <source>ส่งให้เครื่องอื่นของศูนย์</source>
        <translation>Send to another laptop of the centre</translation>
    </message>
    <message>
        <source>เครื่องที่มีเน็ตช่วยส่งต่อให้จังหวัดได้ คนอื่นเปิดแฟ้มอ่านไม่ได้</source>
        <translation>A laptop that is online passes it on to the province. Nobody else can read the file</translation>
    </message>
    <message>
        <source>ยังไม่รู้จักเครื่องอื่นของศูนย์ เชื่อมเน็ตสักครั้งแล้วจะมีให้เลือก</source>
        <translation>No other laptop is known yet. Go online once and they appear</translation>
    </message>
    <message>
        <source>รับแฟ้มที่มีคนนำมา</source>
        <translation>Take a file that somebody brought</translation>
    </message>
    <message>
        <source>ใบรับจากจังหวัด หรือแฟ้มจากเครื่องอื่น โปรแกรมรู้เองว่าเป็นแฟ้มอะไร</source>
        <translation>A receipt of the province or a file of another laptop: the program knows which</translation>
    </message>
    <message>
        <source>เลือกแฟ้มที่จะรับ</source>
        <translation>Choose the file to take</translation>
    </message>
    <message>
        <source>เขียนให้เครื่องไหน ลงที่ไหน</source>
        <translation>For which laptop, and where</translation>
    </message>
    <message>
        <source>เขียนลงที่ไหน</source>
        <translation>Where to write</translation>
    </message>
    <message>
        <source>ให้เครื่อง</source>
        <translation>For</translation>
    </message>
    <message>
        <source>เครื่อง {letters}</source>
        <translation>Laptop {letters}</translation>
    </message>
    <message>
        <source>ว่าง {size}</source>
        <translation>{size} free</translation>
    </message>
    <message>
        <source>ยังไม่พบแฟลชไดรฟ์ เสียบแล้วรอสักครู่จะขึ้นเอง หรือเลือกโฟลเดอร์อื่น</source>
        <translation>No stick found. Plug one in and it appears in a moment, or choose another folder</translation>
    </message>
    <message>
        <source>ยังไม่พบแฟ้มที่รับได้ เสียบแฟลชไดรฟ์แล้วรอสักครู่จะขึ้นเอง หรือเลือกแฟ้มเอง</source>
        <translation>No file to take was found. Plug the stick in and it appears in a moment, or choose the file</translation>
    </message>
    <message>
        <source>เลือกโฟลเดอร์อื่น…</source>
        <translation>Another folder…</translation>
    </message>
    <message>
        <source>เลือกแฟ้มเอง…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>แฟ้มส่งและใบรับ (*.bundle *.receipt);;ทุกแฟ้ม (*)</source>
        <translation>Bundles and receipts (*.bundle *.receipt);;All files (*)</translation>
    </message>
    <message>
        <source>ย้อนกลับ</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>เขียนแฟ้ม</source>
        <translation>Write the file</translation>
    </message>
    <message>
        <source>รับแฟ้มนี้</source>
        <translation>Take this file</translation>
    </message>
    <message>
        <source>กำลังเขียนแฟ้ม อย่าเพิ่งถอดแฟลชไดรฟ์…</source>
        <translation>Writing. Do not pull the stick out yet…</translation>
    </message>
    <message>
        <source>กำลังรับแฟ้ม อย่าเพิ่งถอดแฟลชไดรฟ์…</source>
        <translation>Reading. Do not pull the stick out yet…</translation>
    </message>
    <message>
        <source>กลับไปหน้าแรกของแท็บนี้</source>
        <translation>Back to the first step</translation>
    </message>
    <message numerus="yes">
        <source>เขียนแล้ว %n รายการ</source>
        <translation>
            <numerusform>%n change written</numerusform>
            <numerusform>%n changes written</numerusform>
        </translation>
    </message>
    <message>
        <source>แฟ้ม {name} ({size}) อยู่ที่ {folder}</source>
        <translation>File {name} ({size}) in {folder}</translation>
    </message>
    <message>
        <source>ถอดแฟลชไดรฟ์ได้แล้ว (สั่งนำอุปกรณ์ออกก่อน) นำไปที่เครื่องนั้น เปิดแท็บนี้ แล้วเลือก รับแฟ้มที่มีคนนำมา</source>
        <translation>The stick can be pulled out (eject it first). Bring it to that laptop, open this tab there and choose Take a file that somebody brought</translation>
    </message>
    <message>
        <source>ถอดแฟลชไดรฟ์ได้แล้ว (สั่งนำอุปกรณ์ออกก่อน) ฝากคนนำไปให้ศูนย์จังหวัด ขอใบรับกลับมา แล้วรับใบรับที่แท็บนี้ ระหว่างนี้ทำงานต่อได้ รายการยังนับว่ารอส่งจนกว่าจะได้ใบรับ</source>
        <translation>The stick can be pulled out (eject it first). Let somebody bring it to the province, ask for a receipt, and take the receipt in here. Work on meanwhile: changes count as waiting until the receipt is here</translation>
    </message>
    <message>
        <source>แฟ้มนี้เคยรับไปแล้ว ไม่มีอะไรเปลี่ยน</source>
        <translation>This file was taken before; nothing has changed</translation>
    </message>
    <message>
        <source>ได้ใบรับ {receipt} จากจังหวัดแล้ว</source>
        <translation>Receipt {receipt} of the province is here</translation>
    </message>
    <message>
        <source>รับแฟ้มจากเครื่องอื่นแล้ว</source>
        <translation>The other laptop&apos;s file was taken</translation>
    </message>
    <message>
        <source>รับแฟ้มจากเครื่อง {letters} แล้ว</source>
        <translation>The file of laptop {letters} was taken</translation>
    </message>
    <message numerus="yes">
        <source>จังหวัดได้รับของเครื่องนี้แล้ว %n รายการ</source>
        <translation>
            <numerusform>%n change of this laptop is safe at the province</numerusform>
            <numerusform>%n changes of this laptop are safe at the province</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ได้ของใหม่ %n รายการ</source>
        <translation>
            <numerusform>%n new change</numerusform>
            <numerusform>%n new changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ฝากส่งต่อ %n ชุด จะส่งให้จังหวัดเองเมื่อมีเน็ต</source>
        <translation>
            <numerusform>%n packet to pass on, once this laptop is online</numerusform>
            <numerusform>%n packets to pass on, once this laptop is online</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ไม่รับ %n ชุด เพราะมาจากเครื่องที่ถูกยกเลิกหรือไม่รู้จัก</source>
        <translation>
            <numerusform>%n packet not taken: of a laptop that is shut out or unknown</numerusform>
            <numerusform>%n packets not taken: of laptops that are shut out or unknown</numerusform>
        </translation>
    </message>
    <message>
        <source>ไม่มีอะไรรอส่งแล้ว ถอดแฟลชไดรฟ์ได้</source>
        <translation>Nothing waits any more. The stick can be pulled out</translation>
    </message>
    <message numerus="yes">
        <source>ยังรอส่ง %n รายการ ถอดแฟลชไดรฟ์ได้</source>
        <translation>
            <numerusform>%n change still waits. The stick can be pulled out</numerusform>
            <numerusform>%n changes still wait. The stick can be pulled out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncCommands</name>
    <message>
        <source>แฟลชไดรฟ์</source>
        <translation>USB stick</translation>
    </message>
    <message>
        <source>เครื่องใกล้กัน</source>
        <translation>Laptops nearby</translation>
    </message>
    <message>
        <source>เครื่องของศูนย์</source>
        <translation>Laptops of the centre</translation>
    </message>
    <message>
        <source>ซิงก์เดี๋ยวนี้</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>ส่งข้อมูล จังหวัด อินเทอร์เน็ต</source>
        <translation>send province internet upload</translation>
    </message>
</context>
<context>
    <name>SyncDay</name>
    <message>
        <source>ส่งให้จังหวัดโดยไม่เข้ารหัส</source>
        <translation>Sent to the province unencrypted</translation>
    </message>
    <message>
        <source>คนในเครือข่ายเดียวกันอ่านข้อมูลที่ส่งได้ ขอที่อยู่ https จากจังหวัด แล้วกด เปลี่ยนที่อยู่หรือพร็อกซี ล่างสุดของหน้าซิงก์</source>
        <translation>Others in the network can read what is sent. Ask the province for its https address, then press Change address or proxy at the foot of the sync page</translation>
    </message>
    <message>
        <source>ข้อมูลไม่ตรงกัน</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>สองเครื่องแก้เรื่องเดียวกันไม่เหมือนกัน เลือกว่าจะใช้ค่าใด</source>
        <translation>Two laptops changed the same thing differently: choose which holds</translation>
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
    <message>
        <source>เปลี่ยนแล้ว กำลังติดต่อจังหวัดทางใหม่</source>
        <translation>Changed. Reaching the province the new way</translation>
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
ถ้าสองเครื่องแก้เรื่องเดียวกันไม่เหมือนกัน เลือกค่าที่ถูกได้ที่แท็บ ข้อมูลไม่ตรงกัน
ไม่มีเน็ตเลย ใช้แท็บ แฟลชไดรฟ์ หรือไปที่เครื่องของสำนักงานด้วยแท็บ เครื่องใกล้กัน</source>
        <translation>This page tells how far the work has reached the province. Without a network you work on; the program sends by itself when there is one.
To send at once press Send now; stop halfway and it goes on from there later.
If two laptops changed the same thing differently, choose the right value on the tab Differences.
With no network at all use the tab USB stick, or go to the office&apos;s laptop with the tab Near by.</translation>
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
    <message>
        <source>แฟลชไดรฟ์</source>
        <translation>USB stick</translation>
    </message>
    <message>
        <source>เครื่องใกล้กัน</source>
        <translation>Near by</translation>
    </message>
    <message>
        <source>เครื่องของศูนย์</source>
        <translation>Laptops</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>รับได้แล้ว %n รายการ</source>
        <translation>
            <numerusform>%n taken</numerusform>
            <numerusform>%n taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ย้อนแล้ว %n เรื่อง กลับไปอยู่ในรายการที่ต้องเลือก</source>
        <translation>
            <numerusform>%n taken back; it is to be decided again</numerusform>
            <numerusform>%n taken back; they are to be decided again</numerusform>
        </translation>
    </message>
    <message>
        <source>ย่อข้อความหรือภาพ แล้วบันทึกใหม่ จะส่งเอง</source>
        <translation>Shorten the text or picture and save again; it is sent by itself</translation>
    </message>
    <message>
        <source>แจ้งผู้ดูแลพร้อมแฟ้มวินิจฉัย ข้อมูลในเครื่องนี้ยังอยู่</source>
        <translation>Tell your administrator, with the diagnostic file. What is here stays</translation>
    </message>
    <message>
        <source>ติดตั้งโปรแกรมรุ่นใหม่ แล้วกด ลองรับใหม่</source>
        <translation>Install the newer program, then press Try again</translation>
    </message>
    <message>
        <source>บันทึกรายการนั้นใหม่อีกครั้ง ถ้ายังไม่ได้ ให้แจ้งผู้ดูแล</source>
        <translation>Save it once more; if that does not help, tell your administrator</translation>
    </message>
    <message numerus="yes">
        <source>เลือกแล้ว %n เรื่อง จะส่งไปให้ทุกเครื่อง</source>
        <translation>
            <numerusform>%n decision kept; it goes to every laptop</numerusform>
            <numerusform>%n decisions kept; they go to every laptop</numerusform>
        </translation>
    </message>
    <message>
        <source>รวมกับคนอื่น</source>
        <translation>Joined to another</translation>
    </message>
    <message>
        <source>เอาออกหรือเก็บไว้</source>
        <translation>Remove or keep</translation>
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
        <source>{size} กิกะไบต์</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>(ไม่มีชื่อ)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>เอาออกจากรายการ</source>
        <translation>Removed from the list</translation>
    </message>
    <message>
        <source>เก็บไว้</source>
        <translation>Kept</translation>
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
