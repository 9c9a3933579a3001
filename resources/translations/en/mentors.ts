<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>MentorScreen</name>
    <message>
        <source>สอนอะไร ให้ใคร เมื่อใด</source>
        <translation>What, for whom, when</translation>
    </message>
    <message>
        <source>ตัวคนและความยินยอม</source>
        <translation>The person, and consent</translation>
    </message>
    <message>
        <source>ถามความยินยอม</source>
        <translation>Ask for consent</translation>
    </message>
    <message>
        <source>ยินยอมให้ลงทำเนียบแล้ว</source>
        <translation>Agrees to be listed</translation>
    </message>
    <message>
        <source>ยังไม่ยินยอมให้ลงทำเนียบ จึงยังเริ่มไม่ได้</source>
        <translation>Has not agreed to be listed, so cannot begin yet</translation>
    </message>
    <message>
        <source>ยังไม่ยินยอมให้ลงทำเนียบ จึงไม่อยู่ในทำเนียบที่พิมพ์</source>
        <translation>Has not agreed to be listed, and is not in the printed directory</translation>
    </message>
    <message>
        <source>เปิดหน้าของ {name}</source>
        <translation>Open the page of {name}</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ ชื่อและเบอร์แก้ที่หน้าของคนนั้น
ก่อนเริ่มเป็นครูพี่เลี้ยง ต้องมีผลคัดกรองที่ให้อยู่กับเด็กได้ และความยินยอมให้ลงทำเนียบ</source>
        <translation>Every field saves itself. Name and telephone are changed on the page of the person.
Before somebody starts as a mentor there must be a screening that allows work with children, and consent to be listed.</translation>
    </message>
</context>
<context>
    <name>MentorWords</name>
    <message>
        <source>ครูพี่เลี้ยงที่ควรถามใหม่</source>
        <translation>Mentors to ask again</translation>
    </message>
    <message>
        <source>โทรถามว่ายังสอนอยู่ไหม ว่างเมื่อใด</source>
        <translation>Call: do they still teach, and when are they free?</translation>
    </message>
    <message>
        <source>ครูพี่เลี้ยงที่ยังไม่ยินยอม</source>
        <translation>Mentors without consent</translation>
    </message>
    <message>
        <source>รับสอนอยู่แต่ไม่มีความยินยอมให้ลงทำเนียบ ขอใหม่หรือพักไว้ก่อน</source>
        <translation>Teaching without consent to be listed. Ask anew, or pause.</translation>
    </message>
</context>
<context>
    <name>MentorsCommands</name>
    <message>
        <source>เขียนในเวทีหมู่บ้าน ใครสอนอะไรได้ พร้อมช่องลงชื่อยินยอม</source>
        <translation>For a village meeting: who can teach what, with room to sign consent</translation>
    </message>
    <message>
        <source>ใครสอนอะไร ว่างเมื่อใด เฉพาะคนที่ยินยอม</source>
        <translation>Who teaches what and when, of those who agreed</translation>
    </message>
    <message>
        <source>ปราชญ์ ภูมิปัญญา วิทยากร ครูช่าง</source>
        <translation>elder wisdom teacher craftsperson</translation>
    </message>
    <message>
        <source>ทำเนียบครูพี่เลี้ยง</source>
        <translation>Directory of mentors</translation>
    </message>
    <message>
        <source>ใบสำรวจครูพี่เลี้ยง</source>
        <translation>Survey sheet for mentors</translation>
    </message>
</context>
<context>
    <name>MentorsScreen</name>
    <message numerus="yes">
        <source>%n คน</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>ค้นชื่อ เบอร์โทร หรือสิ่งที่สอนได้</source>
        <translation>Search name, telephone, or what they teach</translation>
    </message>
    <message>
        <source>เริ่มจากปราชญ์ ช่าง และคนที่เด็กในหมู่บ้านเรียนด้วยอยู่แล้ว</source>
        <translation>Begin with elders, craftspeople and those the village&apos;s children already learn from</translation>
    </message>
    <message>
        <source>ยังไม่ยินยอม</source>
        <translation>No consent</translation>
    </message>
    <message>
        <source>พิมพ์ทำเนียบ</source>
        <translation>Print the directory</translation>
    </message>
    <message>
        <source>คนที่สอนหรือเป็นพี่เลี้ยงให้ผู้เรียนรู้ได้ ค้นด้วยชื่อ เบอร์โทร หรือสิ่งที่สอน
คนที่ไม่ได้ยืนยันเกินหกเดือนจะขึ้นว่า ควรถามใหม่ แต่ไม่หายไปไหน
ทำเนียบที่พิมพ์มีเฉพาะคนที่ยินยอม</source>
        <translation>People who can teach a learner or go along with them. Search by name, telephone, or what they teach.
Who was not confirmed for half a year shows Ask again, and never disappears.
The printed directory holds those only who agreed.</translation>
    </message>
</context>
</TS>
