<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>OwnRightsCard</name>
    <message>
        <source>สิทธิของเจ้าของข้อมูล</source>
        <translation>Rights of the person</translation>
    </message>
    <message>
        <source>ขอดู ขอสำเนา ขอแก้ให้ถูก และขอระงับการใช้ได้ ทุกครั้งถูกบันทึกว่าใครทำเมื่อไร</source>
        <translation>To see and copy the data, have them put right or restricted; who did it and when is noted each time</translation>
    </message>
    <message>
        <source>สำเนาทั้งหมดที่ศูนย์มี รวมประวัติการแก้ไข ความยินยอม และใครเปิดดู ส่วนอ่อนไหวอยู่ด้วยถ้ามีสิทธิ์</source>
        <translation>All that the centre holds, with changes, consents and who looked; sensitive parts too where you may see them</translation>
    </message>
    <message>
        <source>พิมพ์ข้อมูลทั้งหมด</source>
        <translation>Print the whole record</translation>
    </message>
    <message>
        <source>ส่งออกข้อมูลทั้งหมด</source>
        <translation>Export the whole record</translation>
    </message>
    <message>
        <source>แก้ให้ถูกตามคำขอ</source>
        <translation>Correction on request</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>ระงับการใช้</source>
        <translation>Restrict</translation>
    </message>
    <message>
        <source>ยกเลิกการระงับ</source>
        <translation>Lift the restriction</translation>
    </message>
    <message>
        <source>ระหว่างระงับ ข้อมูลยังอยู่และยังส่งถึงจังหวัด แต่แก้ พิมพ์ ส่งออก หรือนับในรายงานนอกศูนย์ไม่ได้</source>
        <translation>While restricted the record is kept and still reaches the province, but is not edited, printed, exported or counted outside</translation>
    </message>
    <message>
        <source>ระงับการใช้ตั้งแต่ {date}: {reason}</source>
        <translation>Restricted since {date}: {reason}</translation>
    </message>
    <message>
        <source>ระงับการใช้อยู่ในฐานะผู้เรียนรู้ ยกเลิกได้ที่หน้าผู้เรียนรู้</source>
        <translation>Restricted as a learner; lift it on the learner&apos;s page</translation>
    </message>
    <message>
        <source>ใช้ข้อมูลได้ตามปกติ</source>
        <translation>The record may be used as usual</translation>
    </message>
    <message>
        <source>{date}  {field}: {before} → {after}  ตามคำขอของ {who} ({reason})</source>
        <translation>{date}  {field}: {before} → {after}  asked by {who} ({reason})</translation>
    </message>
</context>
<context>
    <name>OwnRightsPresenter</name>
    <message>
        <source>ระงับการใช้แล้ว</source>
        <translation>Restricted</translation>
    </message>
    <message>
        <source>ยกเลิกการระงับแล้ว</source>
        <translation>Restriction lifted</translation>
    </message>
    <message>
        <source>แก้ให้ถูกแล้ว</source>
        <translation>Put right</translation>
    </message>
</context>
<context>
    <name>RectifyForm</name>
    <message>
        <source>เลือกก่อนว่าจะแก้เรื่องใด</source>
        <translation>Choose first what to put right</translation>
    </message>
    <message>
        <source>แก้ให้ถูก</source>
        <translation>Put right</translation>
    </message>
</context>
</TS>
