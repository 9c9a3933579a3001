<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>NeedScreen</name>
    <message>
        <source>ขออะไร เท่าใด เมื่อใด</source>
        <translation>What, how much, by when</translation>
    </message>
    <message>
        <source>ใครขอ และเล่าได้แค่ไหน</source>
        <translation>Who asks, and what may be told</translation>
    </message>
    <message>
        <source>พิมพ์คำขอความช่วยเหลือ</source>
        <translation>Print the request</translation>
    </message>
    <message>
        <source>หาคนให้</source>
        <translation>Find who can give</translation>
    </message>
    <message>
        <source>เปิดหน้าของ {name}</source>
        <translation>Open the page of {name}</translation>
    </message>
    <message>
        <source>ผู้ขอไม่ให้บอกใคร จึงไม่ขึ้นในเวที และไม่เสนอแก่ผู้ให้</source>
        <translation>Whoever asks wants nobody to be told: it is not shown at a meeting, nor put to whoever gives.</translation>
    </message>
    <message>
        <source>ผู้ให้และเวทีเห็นว่าขออะไร เท่าใด แต่ไม่เห็นชื่อและถ้อยคำ</source>
        <translation>Whoever gives, and a meeting, see what is needed and how much; neither name nor words.</translation>
    </message>
    <message>
        <source>ผู้ให้ที่ตกลงกันแล้วรู้ชื่อได้ ในเวทียังไม่มีชื่อ</source>
        <translation>Whoever has agreed to give may know the name; a meeting does not.</translation>
    </message>
    <message>
        <source>ยังไม่ได้ถามว่าเล่าให้ผู้ให้ฟังได้แค่ไหน ถามก่อนแล้วเลือก</source>
        <translation>Nobody has asked yet what may be told. Ask first, then choose.</translation>
    </message>
    <message>
        <source>ผู้รับยืนยัน {much}</source>
        <translation>{much} confirmed</translation>
    </message>
    <message>
        <source>นัดไว้อีก {much}</source>
        <translation>{much} more promised</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ เลือกผู้ขออย่างเดียว: คน บ้าน หมู่บ้าน หรือวิชา
ถามผู้ขอก่อนว่าเล่าได้แค่ไหน คำขอที่พิมพ์มีชื่อเมื่อบอกชื่อได้เท่านั้น</source>
        <translation>Each field saves itself. Choose one who asks: a person, a house, a village or a course.
Ask them first what may be told. A printed request names them only where that was agreed.</translation>
    </message>
</context>
<context>
    <name>NeedWords</name>
    <message>
        <source>เลือกผู้ขออย่างเดียว: คน บ้าน หมู่บ้าน หรือวิชา</source>
        <translation>Choose one who asks: a person, a house, a village or a course</translation>
    </message>
    <message>
        <source>ใส่หน่วยนับด้วย จะได้เทียบกับสิ่งที่มีคนเสนอให้</source>
        <translation>Add the unit, so that it can be compared with what is offered</translation>
    </message>
    <message>
        <source>สิ่งที่ขอซึ่งควรถามใหม่</source>
        <translation>Needs to ask about again</translation>
    </message>
    <message>
        <source>โทรถามว่ายังต้องการอยู่ไหม เท่าใด</source>
        <translation>Call and ask whether it is still needed, and how much.</translation>
    </message>
    <message>
        <source>สิ่งที่ขอเลยวันแล้ว</source>
        <translation>Needs past their day</translation>
    </message>
    <message>
        <source>สิ่งที่ขอซึ่งยังเล่าไม่ได้</source>
        <translation>Needs that may not be told yet</translation>
    </message>
    <message>
        <source>ต้องได้ภายใน {day} ถามว่ายังต้องการไหม หรือหาคนให้ต่อ</source>
        <translation>Needed by {day}. Ask whether it still is, or go on looking.</translation>
    </message>
    <message>
        <source>ยังไม่ได้ถามว่าเล่าให้ผู้ให้ฟังได้แค่ไหน จึงยังหาคนให้ไม่ได้</source>
        <translation>Nobody asked what may be told, so nobody can be asked to give.</translation>
    </message>
</context>
<context>
    <name>NeedsCommands</name>
    <message>
        <source>เขียนในเวทีหมู่บ้าน ใครขออะไร พร้อมช่องบอกว่าเล่าได้แค่ไหน</source>
        <translation>For a village meeting: who asks for what, and what may be told</translation>
    </message>
    <message>
        <source>ตามด้านและหมู่บ้าน นับเฉพาะที่ผู้รับยืนยัน</source>
        <translation>By kind and village; only what receivers confirmed counts</translation>
    </message>
    <message>
        <source>สำหรับเวทีและผู้ให้ ไม่มีชื่อคน ไม่มีหมู่บ้านเล็ก</source>
        <translation>For a meeting and whoever gives: no names, no small villages</translation>
    </message>
    <message>
        <source>ความต้องการ ขอ ขาดแคลน</source>
        <translation>need, ask, lack</translation>
    </message>
    <message>
        <source>รายการสิ่งที่ขอ ไม่มีชื่อคน</source>
        <translation>Needs, without names</translation>
    </message>
    <message>
        <source>ใบรับคำขอ</source>
        <translation>Sheet for needs</translation>
    </message>
    <message>
        <source>สิ่งที่ขอ ได้แล้วและยังไม่ได้</source>
        <translation>Needs met and unmet</translation>
    </message>
    <message>
        <source>คำขอความช่วยเหลือ</source>
        <translation>Request for help</translation>
    </message>
</context>
<context>
    <name>NeedsScreen</name>
    <message>
        <source>ค้นสิ่งที่ขอ หรือชื่อผู้ขอ</source>
        <translation>Search what is needed, or who asks</translation>
    </message>
    <message>
        <source>เริ่มจากสิ่งที่ผู้เรียนรู้ขาดแล้วเรียนต่อไม่ได้ เช่น ค่ารถ รองเท้า ที่พัก</source>
        <translation>Begin with what keeps a learner from learning: fares, shoes, lodging</translation>
    </message>
    <message>
        <source>ยังได้ไม่ครบ</source>
        <translation>Not fully met</translation>
    </message>
    <message>
        <source>เลยวันแล้ว</source>
        <translation>Past their day</translation>
    </message>
    <message>
        <source>ยังไม่ถามว่าเล่าได้ไหม</source>
        <translation>Not asked about telling</translation>
    </message>
    <message>
        <source>สิ่งที่ผู้เรียนรู้ บ้าน หมู่บ้าน หรือวิชาขอ ค้นด้วยสิ่งที่ขอหรือชื่อผู้ขอ
กด Enter เพื่อเปิดดูและแก้ กด Ctrl+N เพื่อเพิ่ม
รายการที่พิมพ์ไม่มีชื่อคน และมีเฉพาะสิ่งที่เล่าได้</source>
        <translation>What learners, houses, villages and courses ask for; search by what is needed, or by who asks.
Enter opens one, Ctrl+N adds one.
The printed list names nobody, and holds only what may be told.</translation>
    </message>
    <message>
        <source>ใครขอ</source>
        <translation>Who asks</translation>
    </message>
</context>
<context>
    <name>NewNeedScreen</name>
    <message>
        <source>มีแค่ว่าขออะไรก็เก็บได้ ของทั้งบ้าน หมู่บ้าน หรือวิชา เลือกในหน้าถัดไป</source>
        <translation>What is needed is enough. A house, a village or a course is chosen on its page.</translation>
    </message>
</context>
</TS>
