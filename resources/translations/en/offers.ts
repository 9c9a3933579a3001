<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>NewOfferScreen</name>
    <message>
        <source>มีแค่ว่าให้อะไรก็เก็บได้ หมู่บ้าน เดือน และภาษา เติมในหน้าถัดไป</source>
        <translation>What is offered is enough. Villages, months and languages go on its page.</translation>
    </message>
</context>
<context>
    <name>OfferScreen</name>
    <message>
        <source>ให้อะไร เท่าใด ให้ใคร</source>
        <translation>What, how much, for whom</translation>
    </message>
    <message>
        <source>ใครให้</source>
        <translation>Who gives</translation>
    </message>
    <message>
        <source>พิมพ์คำเสนอให้ความช่วยเหลือ</source>
        <translation>Print the offer</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ เลือกภาคีผู้ให้ หรือบุคคลผู้ให้
กดยืนยันเมื่อโทรถามแล้วว่ายังให้อยู่ พัก เสนอต่อ หรือเลิก เก็บเป็นประวัติ ถอนคืนได้</source>
        <translation>Each field saves itself. Choose the partner, or the person, who gives.
Confirm once you called and it still stands. Pausing, offering again and ending are kept, and can be taken back.</translation>
    </message>
</context>
<context>
    <name>OfferWords</name>
    <message>
        <source>ใส่หน่วยนับด้วย จะได้เทียบกับสิ่งที่มีคนขอ</source>
        <translation>Add the unit, so that it can be compared with what is needed</translation>
    </message>
    <message>
        <source>วันสุดท้ายอยู่ก่อนวันเริ่ม</source>
        <translation>The last day lies before the first</translation>
    </message>
    <message>
        <source>สิ่งที่เสนอให้ซึ่งควรถามใหม่</source>
        <translation>Offers to ask about again</translation>
    </message>
    <message>
        <source>โทรถามว่ายังให้อยู่ไหม เหลือเท่าใด</source>
        <translation>Call and ask whether it still stands, and how much is left.</translation>
    </message>
    <message>
        <source>สิ่งที่เสนอให้พ้นวันแล้ว</source>
        <translation>Offers past their last day</translation>
    </message>
    <message>
        <source>เสนอให้ถึง {day} ถามว่าต่อไหม หรือกดเลิกเสนอ</source>
        <translation>Offered until {day}. Ask whether it goes on, or end it.</translation>
    </message>
</context>
<context>
    <name>OffersCommands</name>
    <message>
        <source>เขียนในเวทีหมู่บ้าน ใครให้อะไรได้ เท่าใด ถึงเมื่อใด</source>
        <translation>For a village meeting: who can give what, how much, until when</translation>
    </message>
    <message>
        <source>ใครให้อะไร เท่าใด ด้วยเงื่อนไขใด</source>
        <translation>Who gives what, how much, on what conditions</translation>
    </message>
    <message>
        <source>บริจาค ทุน ของแจก ผู้ให้</source>
        <translation>donate, gift, fund, giver</translation>
    </message>
    <message>
        <source>รายการสิ่งที่เสนอให้</source>
        <translation>Offers</translation>
    </message>
    <message>
        <source>ใบรับคำเสนอให้</source>
        <translation>Sheet for offers</translation>
    </message>
    <message>
        <source>คำเสนอให้ความช่วยเหลือ</source>
        <translation>Offer of help</translation>
    </message>
</context>
<context>
    <name>OffersScreen</name>
    <message>
        <source>ค้นสิ่งที่เสนอ หรือชื่อผู้ให้</source>
        <translation>Search what is offered, or who gives</translation>
    </message>
    <message>
        <source>เริ่มจากสิ่งที่วัด อบต. ร้านค้า และคนในหมู่บ้านเคยให้</source>
        <translation>Begin with what the temple, the administration, shops and villagers have given before</translation>
    </message>
    <message>
        <source>พ้นวันแล้ว</source>
        <translation>Past their last day</translation>
    </message>
    <message>
        <source>สิ่งที่ภาคีหรือคนในหมู่บ้านเสนอให้ ค้นด้วยสิ่งที่เสนอหรือชื่อผู้ให้
ข้อเสนอที่ไม่ได้ยืนยันเกินหกเดือนจะขึ้นว่า ควรถามใหม่ แต่ไม่หายไปไหน</source>
        <translation>What partners and villagers would give; search by what is offered, or by who gives.
An offer not confirmed for half a year is marked to be asked again, and stays.</translation>
    </message>
    <message>
        <source>ใครให้</source>
        <translation>Who gives</translation>
    </message>
</context>
</TS>
