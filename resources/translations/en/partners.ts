<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>ContactsCard</name>
    <message>
        <source>ถามใคร</source>
        <translation>Whom to ask</translation>
    </message>
    <message>
        <source>ชื่อที่ปกปิดไม่ไปอยู่ในทำเนียบ รายการ หรือแฟ้มส่งออก</source>
        <translation>Confidential names are in no directory, list or exported file</translation>
    </message>
    <message>
        <source>ยังไม่รู้ว่าถามใคร</source>
        <translation>Nobody to ask is known yet</translation>
    </message>
    <message>
        <source>เพิ่มคนที่รู้จักแล้ว พิมพ์ชื่อหรือเบอร์เพื่อหา</source>
        <translation>Add somebody known: type a name or telephone</translation>
    </message>
    <message>
        <source>คนที่ยังไม่มีในรายชื่อ</source>
        <translation>Somebody not in the list yet</translation>
    </message>
    <message>
        <source>เก็บและเพิ่มเป็นผู้ประสานงาน</source>
        <translation>Keep and add as a contact</translation>
    </message>
    <message>
        <source>เปิดหน้าของ {name}</source>
        <translation>Open the page of {name}</translation>
    </message>
    <message>
        <source>ปกปิด</source>
        <translation>Confidential</translation>
    </message>
    <message>
        <source>ถึง {day}</source>
        <translation>until {day}</translation>
    </message>
</context>
<context>
    <name>NewPartnerScreen</name>
    <message>
        <source>มีแค่ชื่อก็เก็บได้ เติมที่เหลือและผู้ประสานงานทีหลัง</source>
        <translation>A name is enough; add the rest and whom to ask later</translation>
    </message>
</context>
<context>
    <name>PartnerPresenter</name>
    <message>
        <source>เพิ่มผู้ประสานงานแล้ว</source>
        <translation>Contact added</translation>
    </message>
    <message>
        <source>เอาผู้ประสานงานออกแล้ว</source>
        <translation>Contact taken out</translation>
    </message>
</context>
<context>
    <name>PartnerScreen</name>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ กดยืนยันเมื่อโทรถามแล้วข้อมูลยังถูกต้อง
พัก กลับมา หรือเลิกทำงานร่วมกัน เก็บเป็นประวัติพร้อมเหตุผล ถอนคืนได้</source>
        <translation>Every field saves itself. Confirm when you have asked and all of it still holds.
Pausing, resuming and ending are kept with their reasons and can be taken back.</translation>
    </message>
    <message>
        <source>รู้จักภาคีนี้</source>
        <translation>About this partner</translation>
    </message>
</context>
<context>
    <name>PartnerWords</name>
    <message>
        <source>ว่างมากกว่าที่รับได้ทั้งหมด</source>
        <translation>More are free than there are in all</translation>
    </message>
    <message>
        <source>ใส่วันที่ของข้อมูลนี้ด้วย จะได้รู้ว่าเก่าหรือใหม่</source>
        <translation>Give the day of this too, so that its age is known</translation>
    </message>
    <message>
        <source>วันสิ้นสุดอยู่ก่อนวันเริ่ม</source>
        <translation>The end lies before the beginning</translation>
    </message>
    <message>
        <source>มีกลุ่มที่อยู่ทั้งรับและไม่รับ</source>
        <translation>A group is both served and not served</translation>
    </message>
    <message>
        <source>ภาคีที่ควรถามใหม่</source>
        <translation>Partners to ask again</translation>
    </message>
    <message>
        <source>โทรถามว่ายังรับใคร รับได้เท่าใด</source>
        <translation>Ask whom they take, and how many</translation>
    </message>
    <message>
        <source>บันทึกข้อตกลงใกล้ครบ</source>
        <translation>Agreements ending</translation>
    </message>
    <message>
        <source>บันทึกข้อตกลงถึง {day} คุยเรื่องต่ออายุก่อนครบ</source>
        <translation>The agreement runs until {day}: talk about renewing it</translation>
    </message>
</context>
<context>
    <name>PartnersCommands</name>
    <message>
        <source>หน่วยงานใหม่ เครือข่าย</source>
        <translation>new agency, network</translation>
    </message>
    <message>
        <source>แยกตามภาคส่วน พร้อมผู้ประสานงาน</source>
        <translation>By sector, with whom to ask</translation>
    </message>
    <message>
        <source>ทำเนียบภาคี</source>
        <translation>Directory of partners</translation>
    </message>
</context>
<context>
    <name>PartnersScreen</name>
    <message>
        <source>ภาคีและทุน</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>หน้านี้รวมหน่วยงาน กลุ่ม และคนที่ช่วยผู้เรียนรู้ได้ พิมพ์ชื่อ เบอร์โทร หรือชื่อผู้ประสานงานเพื่อค้นหา
กด Enter เพื่อเปิดดูและแก้ กด Ctrl+N เพื่อเพิ่ม กด Ctrl+P เพื่อพิมพ์ทำเนียบ
ภาคีที่ไม่ได้ยืนยันเกินหกเดือนจะขึ้นว่า ควรถามใหม่ แต่ไม่หายไปไหน</source>
        <translation>Agencies, groups and people who can help learners. Type a name, a telephone or a contact to search.
Enter opens one, Ctrl+N adds one, Ctrl+P prints the directory.
One not confirmed for six months says Ask again, and never disappears.</translation>
    </message>
    <message numerus="yes">
        <source>%n แห่ง</source>
        <translation>
            <numerusform>%n partner</numerusform>
            <numerusform>%n partners</numerusform>
        </translation>
    </message>
    <message>
        <source>ค้นชื่อภาคี เบอร์โทร หรือผู้ประสานงาน</source>
        <translation>Search by name, telephone or contact</translation>
    </message>
    <message>
        <source>ข้อตกลงใกล้ครบ</source>
        <translation>Agreement ending</translation>
    </message>
    <message>
        <source>เริ่มจากโรงเรียน อนามัย วัด และกลุ่มในหมู่บ้านที่ช่วยกันอยู่แล้ว</source>
        <translation>Begin with the school, health station, temple and village groups that help already</translation>
    </message>
    <message>
        <source>พิมพ์ทำเนียบ</source>
        <translation>Print the directory</translation>
    </message>
    <message>
        <source>ถามใคร</source>
        <translation>Whom to ask</translation>
    </message>
    <message>
        <source>โทรศัพท์</source>
        <translation>Telephone</translation>
    </message>
</context>
</TS>
