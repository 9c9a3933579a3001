<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>CreditBook</name>
    <message>
        <source>สมุดหน่วยกิต</source>
        <translation>Book of credits</translation>
    </message>
    <message>
        <source>เสนอ</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>รับแล้ว</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>ยังไม่มีหลักฐาน</source>
        <translation>No evidence yet</translation>
    </message>
</context>
<context>
    <name>CreditCommands</name>
    <message>
        <source>คนละหน้า ทุกคนที่รอผล มีที่ลงชื่อกรรมการสี่คน</source>
        <translation>A page for each who waits, with room for four of the committee to sign</translation>
    </message>
    <message>
        <source>เขียนด้วยปากกา แนบหลักฐาน แล้วยื่นสถานศึกษา</source>
        <translation>For the pen: attach the evidence, then submit it</translation>
    </message>
    <message>
        <source>แยกตามสถานะ รอมากี่วัน เสนอและรับแล้วคนละช่อง</source>
        <translation>By state, how long each waits, proposed and accepted apart</translation>
    </message>
    <message>
        <source>เทียบโอน หน่วยกิต ธนาคารหน่วยกิต คลังหน่วยกิต</source>
        <translation>Transfer, credits, credit bank</translation>
    </message>
    <message>
        <source>การเรียนรู้</source>
        <translation>Learning</translation>
    </message>
    <message>
        <source>รายการสิ่งที่เทียบโอน</source>
        <translation>Credit items</translation>
    </message>
    <message>
        <source>คำขอและผลการเทียบโอน</source>
        <translation>Request for transfer, and result</translation>
    </message>
    <message>
        <source>คำขอเทียบโอนเปล่า</source>
        <translation>Blank request for transfer</translation>
    </message>
</context>
<context>
    <name>CreditItemScreen</name>
    <message>
        <source>เรียนรู้อะไร จากไหน เสนอเท่าใด</source>
        <translation>What was learnt, where, what is proposed</translation>
    </message>
    <message>
        <source>รอมา {days}</source>
        <translation>Waiting {days}</translation>
    </message>
    <message>
        <source>ยังไม่มีหลักฐาน</source>
        <translation>No evidence yet</translation>
    </message>
    <message>
        <source>หน่วยกิต</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>หลักฐาน</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>เพิ่มหลักฐาน</source>
        <translation>Add evidence</translation>
    </message>
    <message>
        <source>พิมพ์คำขอเทียบโอน</source>
        <translation>Print the request</translation>
    </message>
    <message>
        <source>เสนอ {much} หน่วยกิต</source>
        <translation>Proposed: {much} credits</translation>
    </message>
    <message>
        <source>ยังไม่ได้เสนอว่ากี่หน่วยกิต</source>
        <translation>Nobody has said how many credits</translation>
    </message>
    <message>
        <source>สถานศึกษารับแล้ว {much} หน่วยกิต</source>
        <translation>Accepted: {much} credits</translation>
    </message>
    <message>
        <source>ยังไม่มีสถานศึกษารับ จึงยังไม่นับ</source>
        <translation>No institution has accepted it, so it does not count yet</translation>
    </message>
    <message>
        <source>ขอเพิ่ม: {what}</source>
        <translation>Asked for: {what}</translation>
    </message>
    <message>
        <source>เปิดหน้าของ {name}</source>
        <translation>Open the page of {name}</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ เสนอได้เมื่อมีหลักฐานอย่างน้อยหนึ่งและมีผู้ประเมิน
เมื่อสถานศึกษาตัดสิน กดขั้นนั้นแล้วใส่เลขที่และหน่วยกิต หรือเลือกเอกสารที่สแกนไว้
กดรับผิด กดเลิกทำ แล้วตัดสินใหม่ หน่วยกิตที่ถอนแล้วไม่นับ</source>
        <translation>Every field stores itself. It can be proposed once there is evidence and an assessor.
Once the institution decides, press that step and give the number and the credits, or choose the scanned paper.
Accepted by mistake: undo, then decide anew. Credits that were taken back do not count.</translation>
    </message>
</context>
<context>
    <name>CreditItemsScreen</name>
    <message>
        <source>ค้นสิ่งที่เรียนรู้ หรือชื่อผู้เรียนรู้</source>
        <translation>Search what was learnt, or by whom</translation>
    </message>
    <message>
        <source>เริ่มจากสิ่งที่ทำได้แล้ว เช่น ซ่อมรถ ทอผ้า ดูแลผู้สูงอายุ แล้วหาหลักฐาน</source>
        <translation>Begin with what somebody can do already: repair, weave, care. Then look for evidence.</translation>
    </message>
    <message>
        <source>ยังไม่มีหลักฐาน</source>
        <translation>No evidence yet</translation>
    </message>
    <message>
        <source>ต้องทำต่อ</source>
        <translation>To be seen to</translation>
    </message>
    <message>
        <source>สิ่งที่ผู้เรียนรู้ทำได้และขอเทียบโอนเป็นหน่วยกิต จดไว้ → เสนอ → ยื่น → สถานศึกษารับ
ที่เสนอยังไม่ใช่ที่รับ ผลรวมนับเฉพาะที่สถานศึกษารับแล้ว มีเลขที่หรือเอกสาร
กด Enter เพื่อเปิดดู กด Ctrl+N เพื่อเพิ่ม</source>
        <translation>What learners can do and ask credits for: noted → proposed → submitted → accepted.
Proposed is not accepted: sums count only what an institution accepted, with its number or paper.
Enter opens one, Ctrl+N adds one.</translation>
    </message>
    <message>
        <source>เสนอ</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>รับแล้ว</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>รอมา</source>
        <translation>Waiting</translation>
    </message>
</context>
<context>
    <name>CreditWords</name>
    <message>
        <source>วันที่จบมาก่อนวันที่เริ่ม ดูอีกครั้ง</source>
        <translation>It ends before it begins: look again</translation>
    </message>
    <message>
        <source>ใส่ระดับด้วย จะได้รู้ว่ายังขาดเท่าใดถึงระดับนั้น</source>
        <translation>Give the level too, so that what is missing can be told</translation>
    </message>
    <message numerus="yes">
        <source>%n วัน</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>ยังไม่ระบุระดับ</source>
        <translation>No level said</translation>
    </message>
    <message>
        <source>{level}: รับแล้ว {accepted} หน่วยกิต</source>
        <translation>{level}: {accepted} credits accepted</translation>
    </message>
    <message>
        <source>{level}: รับแล้ว {accepted} จาก {minimum} หน่วยกิต ยังขาด {gap}</source>
        <translation>{level}: {accepted} of {minimum} credits accepted, {gap} missing</translation>
    </message>
    <message>
        <source>{level}: รับแล้ว {accepted} จาก {minimum} หน่วยกิต ครบแล้ว</source>
        <translation>{level}: {accepted} of {minimum} credits accepted, complete</translation>
    </message>
    <message>
        <source>เสนออยู่ {much} ยังไม่นับ</source>
        <translation>{much} proposed, not counted yet</translation>
    </message>
    <message numerus="yes">
        <source>ที่ขาดใช้อย่างน้อย %n ภาคเรียน</source>
        <translation>
            <numerusform>The rest takes at least %n term</numerusform>
            <numerusform>The rest takes at least %n terms</numerusform>
        </translation>
    </message>
    <message>
        <source>เทียบโอนที่ถูกส่งกลับ</source>
        <translation>Credits that came back</translation>
    </message>
    <message>
        <source>เทียบโอนที่รอผลนาน</source>
        <translation>Credits that wait long</translation>
    </message>
    <message>
        <source>เทียบโอนที่ยังไม่ยื่น</source>
        <translation>Credits not submitted yet</translation>
    </message>
    <message>
        <source>ของ {who} {receiver} ขอเพิ่ม: {missing}</source>
        <translation>Of {who}: {receiver} asks for {missing}</translation>
    </message>
    <message>
        <source>ของ {who} ยื่น {receiver} มา {days} วันแล้ว โทรถามว่าถึงไหน</source>
        <translation>Of {who}: with {receiver} for {days} days. Phone and ask.</translation>
    </message>
    <message>
        <source>ของ {who} เสนอไว้ {days} วันแล้ว พิมพ์คำขอแล้วยื่นสถานศึกษา</source>
        <translation>Of {who}: proposed {days} days ago. Print the request and submit it.</translation>
    </message>
</context>
<context>
    <name>LearningTab</name>
    <message>
        <source>ยังไม่มีอะไรที่นี่ จดสิ่งที่ทำได้แล้ว แล้วหาหลักฐาน เพื่อขอเทียบโอน</source>
        <translation>Nothing here yet. Write down what they can do, find evidence, then ask for credits.</translation>
    </message>
</context>
<context>
    <name>NewCreditItemScreen</name>
    <message>
        <source>มีแค่ว่าใครเรียนรู้อะไรก็เก็บได้ ระดับ หน่วยกิต และหลักฐาน เติมในหน้าถัดไป</source>
        <translation>Who learnt what is enough. Level, credits and evidence follow on the next page.</translation>
    </message>
</context>
</TS>
