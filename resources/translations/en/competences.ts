<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>CompetenceCommands</name>
    <message>
        <source>ใครอบรมอะไร ใช้ได้ถึงเมื่อใด เลขที่อะไร</source>
        <translation>Who was trained in what, until when it holds, by which paper</translation>
    </message>
    <message>
        <source>อบรม ใบรับรอง วุฒิบัตร บุคลากร หมดอายุ</source>
        <translation>training certificate staff expires</translation>
    </message>
    <message>
        <source>ตารางสมรรถนะ ทีมงาน</source>
        <translation>matrix competence team</translation>
    </message>
    <message>
        <source>สมรรถนะทีมงาน</source>
        <translation>Competence of the team</translation>
    </message>
    <message>
        <source>ใครทำอะไรได้</source>
        <translation>Who can do what</translation>
    </message>
</context>
<context>
    <name>CompetenceScreen</name>
    <message>
        <source>อบรมอะไร จากที่ไหน ถึงเมื่อใด</source>
        <translation>What, where, until when</translation>
    </message>
    <message>
        <source>ใช้ได้ถึงเมื่อใด</source>
        <translation>Until when it holds</translation>
    </message>
    <message>
        <source>อบรมใหม่ ต่ออายุ</source>
        <translation>Trained again: renew</translation>
    </message>
    <message>
        <source>เปิดหน้าของ {name}</source>
        <translation>Open the page of {name}</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ ไม่มีวันหมดอายุให้เว้นว่าง
อบรมใหม่แล้วกดอบรมใหม่ ต่ออายุ เพื่อเพิ่มอีกรายการ ของเดิมยังอยู่เป็นประวัติ
ใบรับรองที่ถูกยกเลิก กดเพิกถอน พร้อมเหตุผล</source>
        <translation>Every field saves itself. Leave the end empty where there is none.
After another training press Trained again: renew, which adds a record; the old one stays as history.
Where a certificate was cancelled press Withdraw, with the reason.</translation>
    </message>
</context>
<context>
    <name>CompetenceWords</name>
    <message>
        <source>ไม่มีวันหมดอายุ</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>ใกล้หมดอายุ</source>
        <translation>Runs out soon</translation>
    </message>
    <message>
        <source>หมดอายุแล้ว</source>
        <translation>Ran out</translation>
    </message>
    <message>
        <source>เพิกถอนแล้ว</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>หมดอายุ</source>
        <translation>Ran out</translation>
    </message>
    <message>
        <source>ใช้ได้</source>
        <translation>Holds</translation>
    </message>
    <message>
        <source>หมดอายุก่อนวันที่ได้ ตรวจวันที่อีกครั้ง</source>
        <translation>It runs out before it was got: check the dates</translation>
    </message>
    <message>
        <source>ใบรับรองของทีมงานที่ต้องต่อ</source>
        <translation>Certificates of the team to renew</translation>
    </message>
    <message>
        <source>หมดอายุเมื่อ {day} จึงยังใช้ไม่ได้ จัดอบรมใหม่หรือหาคนแทน</source>
        <translation>It ran out on {day} and does not count: train again, or find somebody else</translation>
    </message>
    <message>
        <source>ใช้ได้ถึง {day} นัดอบรมต่ออายุก่อนหมด</source>
        <translation>It holds until {day}: arrange to renew it before then</translation>
    </message>
</context>
<context>
    <name>CompetencesScreen</name>
    <message>
        <source>ใคร</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>ค้นชื่อคน หลักสูตร หรือเลขที่</source>
        <translation>Search a name, course or number</translation>
    </message>
    <message>
        <source>เริ่มจากใบรับรองที่มีวันหมดอายุ เช่น ปฐมพยาบาล</source>
        <translation>Begin with certificates that run out, such as first aid</translation>
    </message>
    <message>
        <source>ใช้ได้วันนี้</source>
        <translation>Hold today</translation>
    </message>
    <message>
        <source>หมดอายุหรือใกล้หมด</source>
        <translation>Ran out, or soon will</translation>
    </message>
    <message>
        <source>คนที่ทำงานกับผู้เรียนรู้อบรมอะไรมา จากที่ไหน ใช้ได้ถึงเมื่อใด
ที่หมดอายุแล้วยังเห็นอยู่ แต่ไม่นับว่าทำได้ อบรมใหม่แล้วเพิ่มอีกรายการ
ก่อนหมดอายุหกสิบวัน หน้าวันนี้จะเตือน</source>
        <translation>What those who work with learners were trained in, where, and until when it holds.
What ran out is still shown and does not count; after another training add a record.
Sixty days before, the day says so.</translation>
    </message>
</context>
<context>
    <name>MatrixScreen</name>
    <message>
        <source>ใครทำอะไรได้ และใช้ได้ถึงเมื่อใด ขีดคือยังไม่มีใครจด
ที่หมดอายุแล้วยังเห็นอยู่ แต่ไม่นับในช่องรวม
กด Tab ไปยังช่อง แล้วกด Enter เพื่อเปิดรายการนั้น</source>
        <translation>Who can do what, and until when. A dash: nobody wrote it down.
What ran out is shown and not counted in the sums.
Tab to a cell, and Enter to open it.</translation>
    </message>
    <message>
        <source>จดใบรับรองของครูพี่เลี้ยงและทีมงาน แล้วจะเห็นว่าใครทำอะไรได้</source>
        <translation>Write down the certificates of mentors and team to see who can do what</translation>
    </message>
    <message>
        <source>ทีมงานกับสมรรถนะ</source>
        <translation>The team and its competences</translation>
    </message>
    <message>
        <source>วันที่คือใช้ได้ถึงวันนั้น</source>
        <translation>A date is the last day that it holds</translation>
    </message>
    <message>
        <source>ใช้ได้วันนี้</source>
        <translation>Hold today</translation>
    </message>
    <message>
        <source>คนที่ทำได้วันนี้</source>
        <translation>People able today</translation>
    </message>
</context>
<context>
    <name>TrainedCard</name>
    <message>
        <source>ยังไม่มีใบรับรองที่ใช้ได้วันนี้</source>
        <translation>No certificate that holds today</translation>
    </message>
    <message>
        <source>จดใบรับรอง</source>
        <translation>Write a certificate down</translation>
    </message>
</context>
</TS>
