<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>BehindButton</name>
    <message>
        <source>เปิดหน้าของ {name}</source>
        <translation>Open the page of {name}</translation>
    </message>
</context>
<context>
    <name>PersonConsentForm</name>
    <message>
        <source>ยินยอมให้</source>
        <translation>Agrees to</translation>
    </message>
    <message>
        <source>ไม่ยินยอมให้</source>
        <translation>Refuses</translation>
    </message>
    <message>
        <source>บันทึกคำตอบ</source>
        <translation>Save the answer</translation>
    </message>
    <message>
        <source>เลือกก่อนว่าตอบเรื่องใด</source>
        <translation>Choose first what was answered</translation>
    </message>
    <message>
        <source>เรื่องเดียวกันตอบได้อย่างเดียว</source>
        <translation>One thing is either agreed to or refused</translation>
    </message>
</context>
<context>
    <name>PersonConsentsCard</name>
    <message>
        <source>ความยินยอม</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>ถามทีละเรื่อง ถอนได้ทุกเมื่อ คำตอบเดิมยังอยู่ในประวัติ</source>
        <translation>Asked one by one; can be taken back at any time. Earlier answers stay in the history</translation>
    </message>
    <message>
        <source>ถามแล้ว ตอบว่า</source>
        <translation>Asked, and answered</translation>
    </message>
    <message>
        <source>ถอนความยินยอม</source>
        <translation>Take consent back</translation>
    </message>
    <message>
        <source>ถึง {date}</source>
        <translation>until {date}</translation>
    </message>
</context>
<context>
    <name>PersonDrafts</name>
    <message>
        <source>คำขอแก้ให้ถูก</source>
        <translation>A request to put right</translation>
    </message>
    <message>
        <source>คำตอบเรื่องความยินยอม</source>
        <translation>An answer about consent</translation>
    </message>
</context>
<context>
    <name>PersonPresenter</name>
    <message>
        <source>บันทึกคำตอบแล้ว</source>
        <translation>Answer saved</translation>
    </message>
    <message>
        <source>ถอนความยินยอมแล้ว</source>
        <translation>Consent taken back</translation>
    </message>
</context>
<context>
    <name>PersonScreen</name>
    <message>
        <source>บุคคล</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>บุคคลที่ไม่ใช่ผู้เรียนรู้</source>
        <translation>People who are not learners</translation>
    </message>
    <message>
        <source>คนที่ไม่ใช่ผู้เรียนรู้ เช่น ผู้ประสานงานของภาคี ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ
คนนี้ขอดู ขอแก้ให้ถูก ขอให้หยุดใช้ หรือขอให้ลบได้เหมือนผู้เรียนรู้ ทำที่ สิทธิของเจ้าของข้อมูล</source>
        <translation>Somebody who is no learner, such as a partner&apos;s contact. Each field is kept once it is typed.
They may ask to see, correct, restrict or erase what is held of them, as learners may: see Rights of the person.</translation>
    </message>
    <message>
        <source>รู้จักคนนี้</source>
        <translation>About this person</translation>
    </message>
    <message>
        <source>ระงับการใช้</source>
        <translation>Restricted</translation>
    </message>
    <message>
        <source>ลบถาวร…</source>
        <translation>Erase for good…</translation>
    </message>
    <message>
        <source>ไม่มีคนนี้แล้ว</source>
        <translation>This person is not here</translation>
    </message>
    <message>
        <source>คนนี้ถูกลบ ถูกซ่อน หรือยังไม่ได้เลือก</source>
        <translation>Erased, hidden, or not chosen yet</translation>
    </message>
    <message>
        <source>ไปที่ภาคีและทุน</source>
        <translation>Go to Partners</translation>
    </message>
    <message>
        <source>เกี่ยวข้องกับ</source>
        <translation>Connected with</translation>
    </message>
    <message>
        <source>เป็นผู้เรียนรู้: {name}</source>
        <translation>Is a learner: {name}</translation>
    </message>
    <message>
        <source>ผู้ประสานงานของ {partner}</source>
        <translation>Contact at {partner}</translation>
    </message>
    <message>
        <source>ดูแล {name}</source>
        <translation>Cares for {name}</translation>
    </message>
</context>
</TS>
