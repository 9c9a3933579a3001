<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>Farewell</name>
    <message>
        <source>ทำลายแล้ว ไม่เหลือที่อื่น</source>
        <translation>Destroyed; nothing is left elsewhere</translation>
    </message>
    <message numerus="yes">
        <source>ทำลายแล้ว ยังเหลืออีก %n ที่ ดูได้ที่ตั้งค่า ข้อมูลที่ครบกำหนด</source>
        <translation>
            <numerusform>Destroyed; %n place still holds it: see Settings, Kept long enough</numerusform>
            <numerusform>Destroyed; %n places still hold it: see Settings, Kept long enough</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FarewellCard</name>
    <message>
        <source>ทำให้ไม่ระบุตัวตน</source>
        <translation>Make unknown</translation>
    </message>
    <message>
        <source>ลบถาวร</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>เก็บต่ออีกหนึ่งปี</source>
        <translation>Keep a year longer</translation>
    </message>
    <message>
        <source>ชื่อ เลข ที่อยู่ รูป และบันทึกถูกทำลายทุกเครื่อง เหลือจำนวนนับที่ไม่บอกว่าเป็นใคร</source>
        <translation>Name, numbers, address, photos and notes are destroyed on every laptop. Only counts stay, which tell of nobody.</translation>
    </message>
    <message>
        <source>ทุกอย่างของคนนี้ถูกทำลายทุกเครื่องและที่จังหวัด จำนวนในรายงานลดลง กู้คืนไม่ได้</source>
        <translation>All of this person is destroyed on every laptop and at the province. Counts in reports fall. It cannot be brought back.</translation>
    </message>
    <message>
        <source>เฉพาะส่วนนี้ถูกทำลายทุกเครื่องและที่จังหวัด ส่วนอื่นของคนนี้ยังอยู่ กู้คืนไม่ได้</source>
        <translation>Only this part is destroyed, on every laptop and at the province; the rest of the person stays. It cannot be brought back.</translation>
    </message>
    <message>
        <source>ระเบียนอยู่ต่อ โปรแกรมจะถามอีกครั้งในหนึ่งปี เหตุผลเก็บไว้ให้ผู้ตรวจดู</source>
        <translation>The record stays. You are asked again in a year. The reason is kept for whoever audits.</translation>
    </message>
    <message>
        <source>เหตุผล</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>เหตุผลนี้เก็บไว้ อย่าใส่ชื่อหรือเลขของคนนี้</source>
        <translation>This reason is kept: leave out the person&apos;s name and numbers.</translation>
    </message>
    <message>
        <source>ลบสิ่งที่เก็บไว้เมื่อเขาเป็นผู้ประสานงานหรือผู้ช่วยด้วย</source>
        <translation>Destroy what is kept of them as a contact or helper too</translation>
    </message>
    <message>
        <source>เข้าใจว่าย้อนกลับไม่ได้</source>
        <translation>I know that this cannot be undone</translation>
    </message>
    <message>
        <source>บอกเหตุผลสั้น ๆ ก่อน</source>
        <translation>Say why in a few words first</translation>
    </message>
</context>
<context>
    <name>FarewellDialog</name>
    <message>
        <source>ลบหรือทำให้ไม่ระบุตัวตน</source>
        <translation>Erase or make unknown</translation>
    </message>
    <message>
        <source>ลบถาวร</source>
        <translation>Erase for good</translation>
    </message>
    <message>
        <source>ใช้เมื่อเจ้าของข้อมูลขอ หรือพ้นเวลาเก็บ ถ้าเพียงไม่ต้องการเห็นในรายชื่อ ให้ซ่อนแทน ซึ่งย้อนกลับได้</source>
        <translation>For when the person asks, or the time is over. To take somebody off the list only, hide them: that can be undone.</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Cancel</translation>
    </message>
</context>
</TS>
