<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>CapitalCommands</name>
    <message>
        <source>ภาพแผนที่ล่าสุดของทุกหมู่บ้าน พร้อมว่าหมุดใดคืออะไร</source>
        <translation>The newest map of every village, with what each pin is</translation>
    </message>
    <message>
        <source>เขียนในเวทีหมู่บ้าน มีอะไรดี ของใคร ใครสอนได้</source>
        <translation>For a village meeting: what there is, whose, who teaches</translation>
    </message>
    <message>
        <source>หมู่บ้านใดมีทุนประเภทใดเท่าใด</source>
        <translation>How much of each kind every village has</translation>
    </message>
    <message>
        <source>แต่ละหมู่บ้านมีอะไร ของใคร ใช้ได้เมื่อใด</source>
        <translation>What each village has, whose it is, when it serves</translation>
    </message>
    <message>
        <source>ของดี ภูมิปัญญา ทรัพยากร ป่า วัด กลุ่ม กองทุน</source>
        <translation>assets, wisdom, resources, forest, temple, group, fund</translation>
    </message>
    <message>
        <source>แผนภูมิทุน</source>
        <translation>chart of capital</translation>
    </message>
    <message>
        <source>แผนที่เดินดิน ปักหมุด ภาพถ่ายแผนที่</source>
        <translation>walking map, pins, photographed map</translation>
    </message>
    <message>
        <source>แผนที่ทุนชุมชน</source>
        <translation>Map of community capital</translation>
    </message>
    <message>
        <source>ทุนชุมชนรายหมู่บ้าน</source>
        <translation>Community capital by village</translation>
    </message>
    <message>
        <source>แผนที่วาดมือพร้อมหมุด</source>
        <translation>Hand-drawn maps with pins</translation>
    </message>
    <message>
        <source>ใบสำรวจทุนชุมชน</source>
        <translation>Survey sheet of community capital</translation>
    </message>
    <message>
        <source>แผนที่วาดมือ</source>
        <translation>Hand-drawn maps</translation>
    </message>
    <message>
        <source>ทั้งตำบล</source>
        <translation>The whole tambon</translation>
    </message>
    <message>
        <source>แผนที่ทุน</source>
        <translation>Map of capital</translation>
    </message>
    <message>
        <source>นอกหมู่บ้าน หรือยังไม่ระบุ</source>
        <translation>Elsewhere, or not stated</translation>
    </message>
</context>
<context>
    <name>CapitalMapScreen</name>
    <message>
        <source>พิมพ์ตาราง</source>
        <translation>Print the table</translation>
    </message>
    <message>
        <source>มีอะไรบ้าง</source>
        <translation>What there is</translation>
    </message>
    <message>
        <source>กดแท่งเพื่อดูรายการ</source>
        <translation>Press a bar for its list</translation>
    </message>
    <message>
        <source>เริ่มจากคนที่สอนได้ ป่า วัด กลุ่มอาชีพ และที่ว่างของหมู่บ้าน</source>
        <translation>Begin with who can teach, the forest, the temple, work groups, and free places</translation>
    </message>
    <message numerus="yes">
        <source>%n รายการ</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>รวม</source>
        <translation>All</translation>
    </message>
    <message>
        <source>หมู่บ้านใดมีอะไร</source>
        <translation>What each village has</translation>
    </message>
    <message>
        <source>กดตัวเลขเพื่อดูรายการ ขีดคือยังไม่มีใครจด</source>
        <translation>Press a number for its list; a dash: nothing noted yet</translation>
    </message>
    <message>
        <source>จำนวนทุนชุมชนที่ยังมีอยู่ ตามประเภทและหมู่บ้าน ที่หมดไปแล้วไม่นับ
กด Tab ไปยังแท่งหรือตัวเลข แล้วกด Enter เพื่อดูรายการ
หมู่บ้านที่มีแต่ขีดคือยังไม่ได้ถาม ไม่ใช่ว่าไม่มีอะไร</source>
        <translation>How much there is now by kind and village; what is gone is not counted
Tab to a bar or a number, then Enter for its list
A village with dashes only was not asked yet; it is not without anything</translation>
    </message>
    <message>
        <source>ยังไม่ระบุประเภท</source>
        <translation>Kind not stated</translation>
    </message>
</context>
<context>
    <name>CapitalScreen</name>
    <message>
        <source>มีอะไร ของใคร ใช้ได้เมื่อใด</source>
        <translation>What it is, whose, when it serves</translation>
    </message>
    <message>
        <source>ช่วยใครไปแล้ว</source>
        <translation>Whom it has helped</translation>
    </message>
    <message>
        <source>เสนอให้จากทุนนี้</source>
        <translation>Offer something of it</translation>
    </message>
    <message>
        <source>บนแผนที่วาดมือ</source>
        <translation>On hand-drawn maps</translation>
    </message>
    <message>
        <source>ปักบนแผนที่</source>
        <translation>Pin on a map</translation>
    </message>
    <message numerus="yes">
        <source>ช่วยแล้ว %n ราย นับจากที่ผู้รับยืนยัน</source>
        <translation>
            <numerusform>It has helped %n, as the receiver confirmed</numerusform>
            <numerusform>It has helped %n, as the receivers confirmed</numerusform>
        </translation>
    </message>
    <message>
        <source>ยังไม่มีผู้รับยืนยันว่าได้จากทุนนี้</source>
        <translation>No receiver has confirmed anything from it yet</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ เจ้าของเป็นบุคคล ภาคี หรือกลุ่มอื่นก็ได้
มีคนเล่าคือจดไว้ ถามเจ้าของหรือเวทีแล้วจึงกดยืนยัน หมดไปแล้วกดไม่มีแล้ว พร้อมเหตุผล
จำนวนที่ช่วยแล้วนับเองจากสิ่งที่เสนอให้จากทุนนี้ซึ่งผู้รับยืนยัน</source>
        <translation>Every field saves itself. The owner may be a person, a partner or another group
What somebody told of is noted; confirm it once its owner or a meeting was asked. What is gone is ended with its reason
Whom it has helped is counted from what was offered of it and receivers confirmed</translation>
    </message>
</context>
<context>
    <name>CapitalWords</name>
    <message>
        <source>ใส่หน่วยนับด้วย จะได้รู้ว่ารับได้กี่คนหรือกี่ชิ้น</source>
        <translation>Give the unit too: how many people, or pieces</translation>
    </message>
    <message>
        <source>ยินดีสอน แต่ยังไม่รู้ว่าใคร ใส่เจ้าของด้วย</source>
        <translation>Somebody would teach, but who? Give the owner too</translation>
    </message>
    <message>
        <source>ทุนชุมชนที่ควรถามใหม่</source>
        <translation>Community capital to ask about again</translation>
    </message>
    <message>
        <source>โทรถามเจ้าของว่ายังมีอยู่ไหม ใช้ได้เดือนใด</source>
        <translation>Ask its owner whether it is still there, and in which months</translation>
    </message>
    <message>
        <source>ทุนชุมชนที่ยังไม่มีใครยืนยัน</source>
        <translation>Community capital that nobody has confirmed</translation>
    </message>
    <message>
        <source>มีคนเล่าไว้เมื่อ {day} ถามเจ้าของหรือเวทีหมู่บ้าน แล้วกดยืนยัน</source>
        <translation>Told of on {day}. Ask its owner or a village meeting, then confirm it</translation>
    </message>
    <message>
        <source>มีคนเล่าไว้ ถามเจ้าของหรือเวทีหมู่บ้าน แล้วกดยืนยัน</source>
        <translation>Somebody told of it. Ask its owner or a village meeting, then confirm it</translation>
    </message>
</context>
<context>
    <name>CapitalsScreen</name>
    <message>
        <source>ค้นว่ามีอะไร อยู่ตรงไหน หรือชื่อเจ้าของ</source>
        <translation>Search what it is, where, or whose</translation>
    </message>
    <message>
        <source>เริ่มจากคนที่สอนได้ ป่า วัด กลุ่มอาชีพ และที่ว่างของหมู่บ้าน</source>
        <translation>Begin with who can teach, the forest, the temple, work groups, and free places</translation>
    </message>
    <message>
        <source>ยินดีสอน</source>
        <translation>Would teach</translation>
    </message>
    <message>
        <source>สนใจร่วม</source>
        <translation>Interested</translation>
    </message>
    <message>
        <source>ยังไม่ได้ช่วยใคร</source>
        <translation>Has helped nobody yet</translation>
    </message>
    <message>
        <source>ยังไม่ระบุประเภท</source>
        <translation>Kind not stated</translation>
    </message>
    <message>
        <source>พิมพ์แผนที่ทุน</source>
        <translation>Print the map</translation>
    </message>
    <message>
        <source>สิ่งที่หมู่บ้านมีและผู้เรียนรู้ใช้ได้ ค้นด้วยชื่อ ที่ตั้ง หรือเจ้าของ
จำนวนที่ช่วยแล้วนับจากสิ่งที่เสนอให้จากทุนนั้นซึ่งผู้รับยืนยัน ไม่ต้องพิมพ์
ที่ไม่ได้ยืนยันเกินหกเดือนจะขึ้นว่า ควรถามใหม่ แต่ไม่หายไปไหน</source>
        <translation>What the villages have and learners may draw on. Search what it is, where, or whose
Whom it has helped is counted from what was offered of it and receivers confirmed; nobody types it
What was not confirmed for half a year says so, and stays</translation>
    </message>
    <message>
        <source>ใครเป็นเจ้าของ</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>ช่วยแล้ว</source>
        <translation>Helped</translation>
    </message>
</context>
<context>
    <name>DrawnMapPresenter</name>
    <message>
        <source>เพิ่มแผนที่ {name} แล้ว</source>
        <translation>Map {name} added</translation>
    </message>
    <message>
        <source>ปักหมุดแล้ว</source>
        <translation>Pinned</translation>
    </message>
    <message>
        <source>เอาหมุดออกแล้ว</source>
        <translation>Pin taken off</translation>
    </message>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>เอาแผนที่ออกแล้ว</source>
        <translation>Map taken out</translation>
    </message>
    <message>
        <source>ภาพแผนที่นี้อยู่ในเครื่องที่เพิ่มไว้ เมื่อซิงก์ไม่ส่งภาพ หมุดยังเห็นในรายการ</source>
        <translation>The picture of this map is on the laptop it was added on; syncing sends no pictures. Its pins are in the list.</translation>
    </message>
</context>
<context>
    <name>DrawnMapScreen</name>
    <message>
        <source>ภาพแผนที่ที่คนในหมู่บ้านวาดเอง พร้อมหมุดบอกว่าทุนชุมชนอยู่ตรงไหน
กดที่ภาพแล้วเลือกว่าตรงนั้นคืออะไร หรือเลือกทุนก่อนแล้วชี้ที่ภาพ
ใช้แป้นพิมพ์: Tab ไปที่ภาพ กด Enter ให้กากบาทขึ้น ลูกศรเลื่อนกากบาท Shift กับลูกศรเลื่อนทีละนิด Enter ปักหมุด Esc เลิก
+ - ขยายและย่อ 0 เห็นทั้งภาพ ลูกศรเลื่อนภาพเมื่อไม่มีกากบาท
วาดใหม่ให้เพิ่มอีกภาพ ภาพเดิมและหมุดเดิมยังอยู่</source>
        <translation>The map that a village drew itself, with pins for its capital
Click the picture and choose what stands there, or choose first and point at its place
By keyboard: Tab to the picture, Enter brings a cross, the arrows move it, with Shift by a little, Enter puts the pin, Esc leaves it
+ and - zoom, 0 shows all of it, the arrows move the picture while there is no cross
When it is drawn anew, add another picture: the old one and its pins stay</translation>
    </message>
    <message>
        <source>ดูเป็นตาราง</source>
        <translation>As a table</translation>
    </message>
    <message>
        <source>พิมพ์แผนที่</source>
        <translation>Print the map</translation>
    </message>
    <message>
        <source>เพิ่มภาพแผนที่</source>
        <translation>Add a picture of a map</translation>
    </message>
    <message>
        <source>เอาแผนที่นี้ออก</source>
        <translation>Take this map out</translation>
    </message>
    <message>
        <source>เห็นทั้งภาพ</source>
        <translation>Whole picture</translation>
    </message>
    <message>
        <source>ขยาย</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>ย่อ</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>ไม่ปักแล้ว</source>
        <translation>Do not pin</translation>
    </message>
    <message>
        <source>ปักหมุด</source>
        <translation>Put a pin</translation>
    </message>
    <message>
        <source>หมุดบนแผนที่นี้</source>
        <translation>Pins on this map</translation>
    </message>
    <message>
        <source>แผนที่นี้</source>
        <translation>This map</translation>
    </message>
    <message>
        <source>เลือกแผนที่</source>
        <translation>Choose a map</translation>
    </message>
    <message>
        <source>ค้นทุนชุมชนที่จะปัก</source>
        <translation>Find what to pin</translation>
    </message>
    <message>
        <source>ยังไม่มีแผนที่วาดมือ</source>
        <translation>No hand-drawn map yet</translation>
    </message>
    <message>
        <source>ถ่ายภาพแผนที่เดินดินที่ชาวบ้านวาด แล้วลากภาพมาวางที่นี่ ภาพย่อให้เองและลบตำแหน่งที่ถ่ายออก</source>
        <translation>Photograph the map that villagers drew and drop the picture here. It is made small, and where it was taken goes.</translation>
    </message>
    <message numerus="yes">
        <source>%n แผนที่</source>
        <translation>
            <numerusform>%n map</numerusform>
            <numerusform>%n maps</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} อยู่ตรงไหน กดที่ภาพ หรือเลื่อนกากบาทด้วยลูกศรแล้วกด Enter</source>
        <translation>Where is {name}? Click the picture, or move the cross with the arrows and press Enter</translation>
    </message>
    <message>
        <source>ตรงกากบาทคืออะไร เลือกจากรายการ หรือพิมพ์ชื่อ</source>
        <translation>What stands at the cross? Choose it, or type its name</translation>
    </message>
    <message>
        <source>กดที่ภาพตรงที่มีทุน หรือเลือกทุนแล้วชี้ที่ภาพ</source>
        <translation>Click the picture where something is, or choose what it is and point at its place</translation>
    </message>
    <message>
        <source>ฉบับเก่า</source>
        <translation>Older</translation>
    </message>
    <message numerus="yes">
        <source>หมุด %n จุด</source>
        <translation>
            <numerusform>%n pin</numerusform>
            <numerusform>%n pins</numerusform>
        </translation>
    </message>
    <message>
        <source>ภาพ (*.jpg *.jpeg *.png *.webp *.heic *.heif)</source>
        <translation>Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif)</translation>
    </message>
    <message>
        <source>เลือกภาพแผนที่</source>
        <translation>Choose the picture of a map</translation>
    </message>
</context>
<context>
    <name>NewCapitalScreen</name>
    <message>
        <source>มีแค่ว่ามีอะไรก็เก็บได้ เดือน จำนวน และกลุ่มที่เหมาะ เติมในหน้าถัดไป</source>
        <translation>What it is is enough. Months, numbers and whom it suits go on the next page</translation>
    </message>
</context>
<context>
    <name>PinRows</name>
    <message>
        <source>ยังไม่มีหมุด กดที่ภาพตรงที่มีทุน แล้วเลือกว่าคืออะไร</source>
        <translation>No pin yet. Click the picture where something is, then choose what it is</translation>
    </message>
    <message>
        <source>ย้ายหมุด {name}</source>
        <translation>Move the pin of {name}</translation>
    </message>
    <message>
        <source>เอาหมุด {name} ออก</source>
        <translation>Take the pin of {name} off</translation>
    </message>
</context>
<context>
    <name>_About</name>
    <message>
        <source>ชื่อแผนที่</source>
        <translation>Name of the map</translation>
    </message>
    <message>
        <source>แผนที่ของหมู่บ้าน</source>
        <translation>Map of the village</translation>
    </message>
    <message>
        <source>วาดเมื่อ</source>
        <translation>Drawn on</translation>
    </message>
    <message>
        <source>ใครวาด ในเวทีใด</source>
        <translation>Who drew it, at which meeting</translation>
    </message>
</context>
</TS>
