<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>BoardPresenter</name>
    <message>
        <source>เสนอคู่นี้แล้ว กด Enter อีกครั้งเพื่อเปิด</source>
        <translation>Proposed. Enter opens it</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>ฉายในเวที ไม่มีชื่อ</source>
        <translation>For the wall: no names</translation>
    </message>
    <message>
        <source>เพิ่มสิ่งที่ขอ</source>
        <translation>Add need</translation>
    </message>
    <message>
        <source>เพิ่มสิ่งที่เสนอให้</source>
        <translation>Add offer</translation>
    </message>
    <message numerus="yes">
        <source>ยังขาด %n รายการ</source>
        <translation>
            <numerusform>%n still lacking</numerusform>
            <numerusform>%n still lacking</numerusform>
        </translation>
    </message>
    <message>
        <source>ใครให้ได้ และเพราะอะไร</source>
        <translation>Who can give, and why</translation>
    </message>
    <message>
        <source>เสนอคู่นี้</source>
        <translation>Propose this</translation>
    </message>
    <message>
        <source>ไม่มีสิ่งที่ขอค้างอยู่</source>
        <translation>Nothing is lacking</translation>
    </message>
    <message numerus="yes">
        <source>ยังมีอีก %n รายการ ดูต่อ</source>
        <translation>
            <numerusform>%n more: go on</numerusform>
            <numerusform>%n more: go on</numerusform>
        </translation>
    </message>
    <message>
        <source>ที่ขอไว้ได้ครบแล้ว หรือยังไม่มีใครจด</source>
        <translation>All that was asked for is met, or nobody wrote it down yet</translation>
    </message>
    <message>
        <source>ยังไม่มีใครเสนอสิ่งนี้</source>
        <translation>Nobody offers this yet</translation>
    </message>
    <message>
        <source>ถามภาคีในหมู่บ้าน แล้วจดสิ่งที่เขาให้ได้</source>
        <translation>Ask partners in the villages, and write down what they can give</translation>
    </message>
    <message>
        <source>ซ้ายคือสิ่งที่ยังขาด ด่วนขึ้นก่อน ขวาคือผู้ที่น่าจะให้ได้ พร้อมเหตุผล คนเป็นผู้ตัดสิน
กด Enter ที่ซ้ายเพื่อไปขวา กด Enter ที่ขวาเพื่อเสนอคู่นั้น หรือเปิดคู่ที่เสนอไว้แล้ว
ฉายในเวที: ไม่มีชื่อ ไม่มีหมู่บ้านเล็ก ไม่มีเด็กที่มีเรื่องเร่งด่วน</source>
        <translation>On the left what is lacking, the urgent first; on the right who may give it, and why. People decide.
Enter on the left goes right; Enter on the right proposes, or opens what was proposed.
For the wall: no names, no small villages, no child with an urgent case.</translation>
    </message>
    <message>
        <source>เปิดคู่นี้</source>
        <translation>Open this match</translation>
    </message>
    <message>
        <source>ขออะไร</source>
        <translation>What is needed</translation>
    </message>
    <message>
        <source>ใครขอ</source>
        <translation>Who asks</translation>
    </message>
    <message>
        <source>ได้แค่ไหน</source>
        <translation>How far met</translation>
    </message>
    <message>
        <source>ภายใน</source>
        <translation>By</translation>
    </message>
    <message>
        <source>ใครให้อะไร</source>
        <translation>Who gives what</translation>
    </message>
    <message>
        <source>เหลือ</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>เพราะอะไร</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>LearnerNeedsTab</name>
    <message>
        <source>เพิ่มสิ่งที่ขอ</source>
        <translation>Add need</translation>
    </message>
    <message>
        <source>ยังไม่มีสิ่งที่ขอ จดสิ่งที่ขาดแล้วเรียนต่อไม่ได้</source>
        <translation>Nothing asked for yet. Write down what keeps them from learning.</translation>
    </message>
    <message>
        <source>ที่จ่ายและที่ให้แล้ว</source>
        <translation>Paid and given</translation>
    </message>
    <message>
        <source>ยกเลิกแล้ว</source>
        <translation>taken back</translation>
    </message>
</context>
<context>
    <name>MatchScreen</name>
    <message>
        <source>นัดส่งเมื่อใด</source>
        <translation>When it is to be delivered</translation>
    </message>
    <message>
        <source>ใครขอ ใครให้</source>
        <translation>Who asks, who gives</translation>
    </message>
    <message>
        <source>ขั้นต่อไป</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>สิ่งที่เสนอให้</source>
        <translation>Offer</translation>
    </message>
    <message>
        <source>เล่าแก่ผู้ให้ได้: {how}</source>
        <translation>May be told to whoever gives: {how}</translation>
    </message>
    <message>
        <source>ทำตามขั้นต่อไป แต่ละขั้นถามว่าใคร เมื่อใด เท่าใด รู้ได้อย่างไร ถอนคืนได้
ของที่ส่งเป็นงวด จดส่งและยืนยันได้หลายครั้ง นับเฉพาะที่ผู้รับยืนยัน</source>
        <translation>Follow the next step. Each asks who, when, how much and how it is known, and can be taken back.
What comes in parts is delivered and confirmed several times; only what receivers confirmed counts.</translation>
    </message>
</context>
<context>
    <name>MatchWords</name>
    <message>
        <source>เสนอคู่นี้แก่ทั้งสองฝ่าย</source>
        <translation>Propose it to both sides</translation>
    </message>
    <message>
        <source>ถามผู้ให้และผู้ขอ ถ้าตกลงทั้งสองฝ่าย จดว่าใคร เมื่อใด รู้ได้อย่างไร</source>
        <translation>Ask both sides. Once both agreed, note who, when and how it is known</translation>
    </message>
    <message>
        <source>นัดวันส่ง แล้วจดเมื่อส่งจริง</source>
        <translation>Set the day, and note when it is delivered</translation>
    </message>
    <message>
        <source>ถามผู้รับว่าได้แล้วเท่าใด จึงนับว่าได้</source>
        <translation>Ask the receiver how much arrived: only that counts</translation>
    </message>
    <message>
        <source>ได้ครบตามที่ตกลงแล้ว ไม่มีอะไรค้าง</source>
        <translation>All that was agreed has been received; nothing is left to do</translation>
    </message>
    <message>
        <source>ผู้รับยืนยันแล้วบางส่วน จดเมื่อส่งงวดต่อไป</source>
        <translation>Confirmed in part; note the next delivery when it comes</translation>
    </message>
    <message>
        <source>เลิกแล้ว ถ้าคุยกันใหม่ กดเสนออีกครั้ง</source>
        <translation>Ended. If it is talked of again, propose it again</translation>
    </message>
    <message>
        <source>ตกลง {much}</source>
        <translation>{much} agreed</translation>
    </message>
    <message>
        <source>ส่งแล้ว {much}</source>
        <translation>{much} delivered</translation>
    </message>
    <message>
        <source>ผู้รับยืนยัน {much}</source>
        <translation>{much} confirmed</translation>
    </message>
    <message>
        <source>ได้ {got} จาก {wanted}</source>
        <translation>{got} of {wanted}</translation>
    </message>
    <message>
        <source>นัดไว้อีก {much}</source>
        <translation>{much} more promised</translation>
    </message>
    <message>
        <source>พักไว้</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>ผู้ขอไม่ให้เล่า จึงหาคนให้ไม่ได้</source>
        <translation>May not be told, so nobody can be asked</translation>
    </message>
    <message>
        <source>ยังไม่ถามว่าเล่าได้แค่ไหน</source>
        <translation>Nobody asked what may be told</translation>
    </message>
    <message>
        <source>เลยวันที่ต้องได้แล้ว</source>
        <translation>Past its day</translation>
    </message>
    <message>
        <source>ยังไม่มีใครตกลงให้</source>
        <translation>Nobody has agreed to give it</translation>
    </message>
    <message>
        <source>คู่ที่ต้องหยุดไว้ก่อน</source>
        <translation>Matches to stop</translation>
    </message>
    <message>
        <source>ถึงวันส่งของที่ตกลงกัน</source>
        <translation>Promised deliveries</translation>
    </message>
    <message>
        <source>ส่งแล้วแต่ผู้รับยังไม่ยืนยัน</source>
        <translation>Delivered, not confirmed</translation>
    </message>
    <message>
        <source>เสนอแล้วยังไม่มีคำตอบ</source>
        <translation>Proposed, no answer yet</translation>
    </message>
    <message>
        <source>ผู้ขอไม่ให้เล่าเรื่องนี้แล้ว หรือห้ามใช้ข้อมูล หยุดคู่นี้ไว้ก่อน</source>
        <translation>This may not be told any more, or the record is closed to use. Stop here.</translation>
    </message>
    <message>
        <source>นัดส่งภายใน {day} ถามผู้ให้แล้วจดเมื่อส่งจริง</source>
        <translation>To be delivered by {day}. Ask whoever gives, and note when it is.</translation>
    </message>
    <message>
        <source>ส่งเมื่อ {day} ถามผู้รับว่าได้แล้วเท่าใด</source>
        <translation>Delivered on {day}. Ask the receiver how much arrived.</translation>
    </message>
    <message>
        <source>เสนอเมื่อ {day} โทรถามทั้งสองฝ่าย</source>
        <translation>Proposed on {day}. Call both sides.</translation>
    </message>
</context>
<context>
    <name>MatchesCommands</name>
    <message>
        <source>จับคู่ เวทีสานฝันเพื่อน้อง ผู้ให้ผู้รับ</source>
        <translation>match, meeting, giver, receiver</translation>
    </message>
    <message>
        <source>ใครให้อะไรแก่ใคร ตกลง ส่ง และรับแล้วเท่าใด</source>
        <translation>Who gives what to whom: agreed, delivered, confirmed</translation>
    </message>
    <message>
        <source>ที่ขอและที่ได้</source>
        <translation>Asked and given</translation>
    </message>
    <message>
        <source>ที่ขอพบที่ให้</source>
        <translation>Needs meet offers</translation>
    </message>
</context>
</TS>
