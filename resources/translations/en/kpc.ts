<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>KpcCommands</name>
    <message>
        <source>คนละหน้า รวมชั่วโมงที่อนุมัติ เทียบกับที่ระดับนั้นขอ</source>
        <translation>A page each, with approved hours against what the level asks for</translation>
    </message>
    <message>
        <source>ให้ผู้เรียนรู้เขียนเองทั้งภาคเรียน</source>
        <translation>For the learner to fill in through the term</translation>
    </message>
    <message>
        <source>ทุกคน ทุกภาคเรียน เรียงตามชื่อ</source>
        <translation>Everybody, every term, by name</translation>
    </message>
    <message>
        <source>กิจกรรมพัฒนาคุณภาพชีวิต จิตอาสา ชั่วโมง</source>
        <translation>Life-quality activity, volunteering, hours</translation>
    </message>
    <message>
        <source>รายการ กพช. ทุกคน</source>
        <translation>Life-quality activities of all</translation>
    </message>
    <message>
        <source>รายงาน กพช.</source>
        <translation>Report of life-quality activities</translation>
    </message>
    <message>
        <source>รายงาน กพช. เปล่า</source>
        <translation>Blank report of activities</translation>
    </message>
</context>
<context>
    <name>KpcEntriesScreen</name>
    <message>
        <source>ค้นโครงการ กิจกรรม หรือชื่อผู้เรียนรู้</source>
        <translation>Search project, activity, or whose</translation>
    </message>
    <message>
        <source>เริ่มจากกิจกรรมของภาคเรียนนี้ เช่น ทำความสะอาดฝาย สอนน้องอ่านหนังสือ</source>
        <translation>Begin with what is done this term: clean a weir, read with children</translation>
    </message>
    <message>
        <source>ยังบอกไม่ครบ</source>
        <translation>Not all is said</translation>
    </message>
    <message>
        <source>กิจกรรมพัฒนาคุณภาพชีวิตของผู้เรียนรู้ สกร. เสนอ → อนุมัติ → ทำเสร็จ → ผ่าน
ชั่วโมงที่เสนอยังไม่นับ นับเฉพาะที่อนุมัติและไม่ได้ประเมินว่าไม่ผ่าน
กด Enter เพื่อเปิดดู กด Ctrl+N เพื่อเพิ่ม</source>
        <translation>Life-quality activities: proposed → approved → done → passed.
Claimed hours do not count: only those that were approved and not failed.
Enter opens one, Ctrl+N adds one.</translation>
    </message>
    <message>
        <source>เสนอ / อนุมัติ (ชั่วโมง)</source>
        <translation>Claimed / approved (hours)</translation>
    </message>
</context>
<context>
    <name>KpcEntryScreen</name>
    <message>
        <source>ทำอะไร ภาคเรียนใด กี่ชั่วโมง</source>
        <translation>What, in which term, for how long</translation>
    </message>
    <message>
        <source>ยังบอกไม่ครบ</source>
        <translation>Not all is said</translation>
    </message>
    <message>
        <source>ชั่วโมง</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>พิมพ์รายงาน กพช. ของคนนี้</source>
        <translation>Print their report</translation>
    </message>
    <message>
        <source>เสนอ {hours} ชั่วโมง</source>
        <translation>Claimed: {hours} hours</translation>
    </message>
    <message>
        <source>ยังไม่ได้บอกว่ากี่ชั่วโมง</source>
        <translation>Nobody has said how many hours</translation>
    </message>
    <message>
        <source>อนุมัติแล้ว {hours} ชั่วโมง</source>
        <translation>Approved: {hours} hours</translation>
    </message>
    <message>
        <source>ยังไม่มีชั่วโมงที่นับ</source>
        <translation>No hours count yet</translation>
    </message>
    <message>
        <source>เปิดหน้าของ {name}</source>
        <translation>Open the page of {name}</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ ชั่วโมงที่เสนอกับชั่วโมงที่อนุมัติเป็นคนละช่อง
กดอนุมัติแล้วใส่ชั่วโมงและผู้อนุมัติ ทำเสร็จแล้วจึงประเมินผ่านหรือไม่ผ่าน
ที่ไม่ผ่านไม่นับชั่วโมง อนุมัติผิดให้กดเลิกทำ</source>
        <translation>Every field stores itself. Claimed and approved hours are kept apart.
Approve it with the hours and who approves; once done, it is passed or not.
What is not passed does not count. Approved by mistake: undo.</translation>
    </message>
</context>
<context>
    <name>KpcWords</name>
    <message>
        <source>ยังไม่ระบุระดับ</source>
        <translation>No level said</translation>
    </message>
    <message>
        <source>โครงการของตนเอง {hours}</source>
        <translation>project of one&apos;s own {hours}</translation>
    </message>
    <message>
        <source>{hours} ชั่วโมง</source>
        <translation>{hours} hours</translation>
    </message>
    <message>
        <source>{hours} จาก {asked} ชั่วโมง</source>
        <translation>{hours} of {asked} hours</translation>
    </message>
    <message>
        <source>ขาด {left}</source>
        <translation>{left} missing</translation>
    </message>
    <message>
        <source>ครบแล้ว</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>กพช. ที่รออนุมัติ</source>
        <translation>Life-quality hours that wait for approval</translation>
    </message>
    <message>
        <source>กพช. ใกล้ครบ</source>
        <translation>Life-quality hours nearly whole</translation>
    </message>
    <message>
        <source>ของ {who} เสนอไว้ {hours} ชั่วโมง ให้ผู้อนุมัติดู แล้วกดอนุมัติ</source>
        <translation>Of {who}, {hours} hours claimed. Let whoever approves see it, then press Approve.</translation>
    </message>
    <message>
        <source>อนุมัติแล้ว {hours}</source>
        <translation>Approved {hours}</translation>
    </message>
    <message>
        <source>โครงการของตนเองยังขาด {left}</source>
        <translation>own project still lacks {left}</translation>
    </message>
</context>
<context>
    <name>NewKpcEntryScreen</name>
    <message>
        <source>ภาคเรียนเขียนเป็น 1/2569 ชั่วโมงที่อนุมัติใส่เมื่อกดอนุมัติ</source>
        <translation>Write the term as 1/2569. Approved hours are given when it is approved.</translation>
    </message>
</context>
</TS>
