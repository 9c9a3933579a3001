<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>CurriculaScreen</name>
    <message>
        <source>ค้นชื่อหลักสูตร ปัญหาที่ตอบ หรือชุมชน</source>
        <translation>Search title, problem or community</translation>
    </message>
    <message>
        <source>เริ่มจากสิ่งที่ปราชญ์สอนอยู่แล้ว เขียนเป็นหน่วยพร้อมชั่วโมง</source>
        <translation>Begin with what elders teach already; write it in units with hours</translation>
    </message>
    <message>
        <source>ให้ผู้อื่นนำไปใช้ได้</source>
        <translation>May be shared</translation>
    </message>
    <message>
        <source>รอขั้นต่อไป</source>
        <translation>Waiting for the next step</translation>
    </message>
    <message>
        <source>พิมพ์ทั้งเล่ม</source>
        <translation>Print them whole</translation>
    </message>
    <message>
        <source>ตั้งแต่เมื่อใด</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>หลักสูตรที่ชุมชนสร้างเอง ร่าง ทดลองจัดกับผู้เรียนรู้ แล้วรับรอง
ที่ทดลองหรือรับรองแล้วไม่แก้ ให้เปิดหน้าของหลักสูตรแล้วกดทำฉบับใหม่
พิมพ์ทั้งเล่มได้ทุกหลักสูตรที่เห็นในรายการ</source>
        <translation>What communities teach of their own: drafted, tried with learners, then adopted.
What was tried or adopted is not changed: open its page and make a new version.
All that the list shows can be printed whole.</translation>
    </message>
    <message>
        <source>ชุมชน</source>
        <translation>Community</translation>
    </message>
</context>
<context>
    <name>CurriculumCommands</name>
    <message>
        <source>ทุกฉบับ ครบทุกหัวข้อ ฉบับละหน้าใหม่</source>
        <translation>Every version under all its headings, each from a page of its own</translation>
    </message>
    <message>
        <source>เขียนกับปราชญ์และชุมชน ครบทุกหัวข้อ</source>
        <translation>To write with elders and the community, with every heading</translation>
    </message>
    <message>
        <source>มีหลักสูตรอะไร ของชุมชนใด ถึงขั้นไหน</source>
        <translation>Which there are, of which community, and how far each is</translation>
    </message>
    <message>
        <source>รายวิชา เนื้อหา ภูมิปัญญา แผนการสอน</source>
        <translation>subject contents local wisdom syllabus</translation>
    </message>
    <message>
        <source>ทำเนียบหลักสูตรท้องถิ่น</source>
        <translation>Local curricula</translation>
    </message>
    <message>
        <source>หลักสูตรท้องถิ่น</source>
        <translation>Local curriculum</translation>
    </message>
    <message>
        <source>หลักสูตรท้องถิ่นทั้งเล่ม</source>
        <translation>Local curricula whole</translation>
    </message>
    <message>
        <source>แบบเขียนหลักสูตรท้องถิ่น</source>
        <translation>Sheet for writing a local curriculum</translation>
    </message>
</context>
<context>
    <name>CurriculumPresenter</name>
    <message>
        <source>เอาหน่วยการเรียนออกแล้ว</source>
        <translation>Unit taken out</translation>
    </message>
    <message>
        <source>ทำฉบับใหม่แล้ว แก้ในร่างนี้ได้</source>
        <translation>A new version was made; this draft can be changed</translation>
    </message>
</context>
<context>
    <name>CurriculumScreen</name>
    <message>
        <source>สอนอะไร ให้ใคร อย่างไร</source>
        <translation>What is taught, to whom, how</translation>
    </message>
    <message>
        <source>ดูฉบับก่อน</source>
        <translation>See the version before</translation>
    </message>
    <message>
        <source>ดูฉบับใหม่</source>
        <translation>See the new version</translation>
    </message>
    <message>
        <source>แก้ได้จนกว่าจะทดลองจัดกับผู้เรียนรู้</source>
        <translation>It can be changed until it is tried with learners.</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ ชั่วโมงรวมนับจากหน่วยการเรียน
จัดกับผู้เรียนรู้แล้วกดทดลองจัดแล้ว เสนอที่ประชุมแล้วกดรับรองให้ใช้ พร้อมเลขที่มติหรือผู้รับรอง
จากนั้นไม่แก้ในฉบับเดิม กดทำฉบับใหม่ แล้วแก้ในร่างนั้น</source>
        <translation>Every field saves itself. Hours are counted from the units.
Once it was taught press Tried in a course; once a meeting agreed press Adopt, with the number of the resolution or who approved.
From then on this version stays: make a new version and change that draft.</translation>
    </message>
    <message>
        <source>ทำฉบับใหม่</source>
        <translation>Make a new version</translation>
    </message>
    <message>
        <source>พิมพ์หลักสูตร</source>
        <translation>Print the curriculum</translation>
    </message>
    <message>
        <source>ฉบับนี้ใช้สอนแล้ว จึงไม่แก้ ถ้าจะปรับ ให้ทำฉบับใหม่ ของเดิมยังอยู่ครบ</source>
        <translation>This version has been taught, so it stays as it is. To improve it, make a new version; the old one remains.</translation>
    </message>
</context>
<context>
    <name>CurriculumWords</name>
    <message>
        <source>ฉบับที่ {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>{number} ชั่วโมง</source>
        <translation>{number} hours</translation>
    </message>
    <message>
        <source>ไม่เท่ากับผลรวมชั่วโมงของหน่วยการเรียน</source>
        <translation>This is not the sum of the units&apos; hours</translation>
    </message>
    <message>
        <source>หลักสูตรที่ยังไม่ได้ทดลอง</source>
        <translation>Curricula not tried yet</translation>
    </message>
    <message>
        <source>ร่างไว้ตั้งแต่ {day} ลองจัดกับผู้เรียนรู้สักรุ่น หรือเอาออก</source>
        <translation>A draft since {day}: try it with some learners, or take it out</translation>
    </message>
    <message>
        <source>ร่างไว้นานแล้ว ลองจัดกับผู้เรียนรู้สักรุ่น หรือเอาออก</source>
        <translation>A draft for long: try it with some learners, or take it out</translation>
    </message>
    <message>
        <source>หลักสูตรที่รอรับรอง</source>
        <translation>Curricula waiting to be adopted</translation>
    </message>
    <message>
        <source>ทดลองจัดแล้วเมื่อ {day} เสนอที่ประชุมรับรอง</source>
        <translation>Tried on {day}: put it to a meeting to adopt</translation>
    </message>
    <message>
        <source>ทดลองจัดแล้ว เสนอที่ประชุมรับรอง</source>
        <translation>Tried: put it to a meeting to adopt</translation>
    </message>
    <message>
        <source>หลักสูตรที่มีฉบับใหม่แล้ว</source>
        <translation>Curricula with a newer version</translation>
    </message>
    <message>
        <source>ยังไม่ได้ทดลอง</source>
        <translation>Not tried yet</translation>
    </message>
    <message>
        <source>รอรับรอง</source>
        <translation>Waiting to be adopted</translation>
    </message>
    <message>
        <source>มีฉบับใหม่แล้ว</source>
        <translation>There is a newer version</translation>
    </message>
    <message>
        <source>ฉบับใหม่รับรองแล้ว ฉบับนี้เลิกใช้ได้เมื่อไม่มีใครเรียนอยู่</source>
        <translation>The new version is adopted; retire this one once nobody is learning by it</translation>
    </message>
</context>
<context>
    <name>NewCurriculumScreen</name>
    <message>
        <source>มีแค่ชื่อก็เก็บได้ หน่วยการเรียนและหัวข้ออื่น เติมในหน้าถัดไป</source>
        <translation>A title is enough; units and the other headings are added on the next page</translation>
    </message>
</context>
<context>
    <name>UnitsCard</name>
    <message>
        <source>รวม {hours}</source>
        <translation>{hours} in all</translation>
    </message>
    <message>
        <source>เพิ่มหน่วย</source>
        <translation>Add a unit</translation>
    </message>
    <message>
        <source>ยังไม่มีหน่วยการเรียน</source>
        <translation>No units yet</translation>
    </message>
</context>
</TS>
