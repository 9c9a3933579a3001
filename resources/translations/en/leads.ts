<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>LeadPresenter</name>
    <message>
        <source>เป็นผู้เรียนรู้คนนี้แล้ว</source>
        <translation>Joined to this learner</translation>
    </message>
</context>
<context>
    <name>LeadScreen</name>
    <message>
        <source>ใคร อยู่ที่ไหน ต้นทางบอกว่าอย่างไร</source>
        <translation>Who they are, where, and what the source says</translation>
    </message>
    <message>
        <source>หลักสุดท้ายของเลขไม่ตรง ตรวจกับบัญชีหรือบัตรอีกครั้ง</source>
        <translation>The last digit of the number does not fit. Compare it with the list or the card again.</translation>
    </message>
    <message>
        <source>เป็นผู้เรียนรู้</source>
        <translation>Becoming a learner</translation>
    </message>
    <message>
        <source>อยู่ในบัญชี</source>
        <translation>On these lists</translation>
    </message>
    <message>
        <source>ลงทะเบียนเป็นผู้เรียนรู้</source>
        <translation>Register as a learner</translation>
    </message>
    <message>
        <source>สิทธิของเจ้าของข้อมูล</source>
        <translation>Rights over these data</translation>
    </message>
    <message>
        <source>เปิดหน้าผู้เรียนรู้</source>
        <translation>Open the learner&apos;s page</translation>
    </message>
    <message>
        <source>{list} แถว {row}</source>
        <translation>{list}, row {row}</translation>
    </message>
    <message>
        <source>ไม่ได้มาจากบัญชีใด</source>
        <translation>From no list</translation>
    </message>
    <message>
        <source>อาจเป็นคนเดียวกับ</source>
        <translation>May be the same as</translation>
    </message>
    <message>
        <source>ผู้เรียนรู้</source>
        <translation>Learner</translation>
    </message>
    <message>
        <source>คนที่ต้องตามหาอีกคน</source>
        <translation>Another person to look for</translation>
    </message>
    <message>
        <source>ใช่ คนเดียวกัน</source>
        <translation>Yes, the same person</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ
ไปหาแล้วบันทึกผลทางขวา พบตัวแล้วกดลงทะเบียน แบบฟอร์มจะเติมสิ่งที่รู้ไว้ให้
ถ้าเป็นผู้เรียนรู้อยู่แล้ว กดที่ชื่อเพื่อดู แล้วกด ใช่ คนเดียวกัน</source>
        <translation>Every field is stored when you have typed.
After a visit note what came of it at the right. Once found, register them: the form begins with what is known.
If they are a learner already, press the name to look, then Yes, the same person.</translation>
    </message>
</context>
<context>
    <name>LeadWords</name>
    <message>
        <source>ยังไม่เคยไปหา</source>
        <translation>Never looked for</translation>
    </message>
    <message>
        <source>ควรไปหาอีก · {day}</source>
        <translation>Look again · {day}</translation>
    </message>
    <message>
        <source>คนที่ควรไปตามหา</source>
        <translation>People to look for</translation>
    </message>
    <message>
        <source>คนที่ต้องโทรหาอีกครั้ง</source>
        <translation>People to phone again</translation>
    </message>
    <message>
        <source>พบตัวแล้ว รอลงทะเบียน</source>
        <translation>Found, to be registered</translation>
    </message>
    <message>
        <source>ยังไม่มีใครไปหา วางไว้ในเส้นทางเดินหมู่บ้านครั้งต่อไป</source>
        <translation>Nobody went yet. Put them on the way of the next walk.</translation>
    </message>
    <message>
        <source>ไปหาครั้งล่าสุด {day} ยังไม่พบตัว ควรไปอีก</source>
        <translation>Last looked for on {day} and not met. Go again.</translation>
    </message>
    <message>
        <source>พบเมื่อ {day} แต่ยังไม่ได้ลงทะเบียนเป็นผู้เรียนรู้</source>
        <translation>Found on {day} and not registered as a learner yet.</translation>
    </message>
    <message>
        <source>ไม่ทราบวัน</source>
        <translation>an unknown day</translation>
    </message>
</context>
<context>
    <name>LeadsCommands</name>
    <message>
        <source>คีย์ผลการตามหา</source>
        <translation>Key what walks found</translation>
    </message>
    <message>
        <source>บัญชีและผลการตามหา</source>
        <translation>Lists and results</translation>
    </message>
    <message>
        <source>รับบัญชีรายชื่อที่ต้องตามหา</source>
        <translation>Take in a list of people to look for</translation>
    </message>
    <message>
        <source>ไปเดินหาในหมู่บ้าน แยกใบตามหมู่และผู้ตามหา</source>
        <translation>For walks through a village: a sheet for each village and who looks there</translation>
    </message>
    <message>
        <source>เด็กนอกระบบ Zero Dropout ตกหล่น ค้นหาเด็ก</source>
        <translation>Out-of-school Zero Dropout missing start list</translation>
    </message>
    <message>
        <source>ใบรายชื่อค้นหา</source>
        <translation>Search sheets</translation>
    </message>
</context>
<context>
    <name>LeadsScreen</name>
    <message numerus="yes">
        <source>%n คน</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>ค้นชื่อ เลขประจำตัว โรงเรียน ผู้ดูแล หรือกลุ่มบ้าน</source>
        <translation>Search name, number, school, carer or hamlet</translation>
    </message>
    <message>
        <source>รับบัญชีจากหน่วยงานด้วยปุ่มนำเข้า หรือเขียนทีละคนตามที่เพื่อนบ้านบอก</source>
        <translation>Take in an office&apos;s list with Import, or write down one by one what neighbours say.</translation>
    </message>
    <message>
        <source>ควรไปหา</source>
        <translation>To look for</translation>
    </message>
    <message>
        <source>พิมพ์ใบรายชื่อค้นหา</source>
        <translation>Print search sheets</translation>
    </message>
    <message>
        <source>คนที่ควรได้รับการตามหา ยังไม่ใช่ผู้เรียนรู้
นำเข้าบัญชี Zero Dropout หรือรายชื่อที่โรงเรียนแจ้งได้ทุกรูปแบบ แล้วพิมพ์ใบรายชื่อไปเดินหา
กลับมาแล้วกด คีย์ผลจากใบ ส่วนผลกลับไปหน่วยงานอยู่ที่ บัญชีและผล</source>
        <translation>People who should be looked for and are no learners yet.
Import Zero Dropout lists or a school&apos;s leavers in any shape, then print sheets for the walk.
Back from it, press Key a sheet; results for the office are in Lists and results.</translation>
    </message>
    <message>
        <source>ไปหาล่าสุด</source>
        <translation>Last looked for</translation>
    </message>
    <message>
        <source>{field}: ทั้งหมด</source>
        <translation>{field}: all</translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>ไม่รู้หมู่บ้าน</source>
        <translation>Village not known</translation>
    </message>
    <message>
        <source>ผู้ตามหา</source>
        <translation>Who looks</translation>
    </message>
    <message>
        <source>ยังไม่มีผู้ตามหา</source>
        <translation>Nobody looks yet</translation>
    </message>
    <message>
        <source>บัญชี</source>
        <translation>List</translation>
    </message>
    <message>
        <source>คีย์ผลจากใบ</source>
        <translation>Key a sheet</translation>
    </message>
    <message>
        <source>บัญชีและผล</source>
        <translation>Lists and results</translation>
    </message>
</context>
<context>
    <name>ListsPresenter</name>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Stored</translation>
    </message>
</context>
<context>
    <name>ListsScreen</name>
    <message>
        <source>บัญชีและผลการตามหา</source>
        <translation>Lists and results</translation>
    </message>
    <message>
        <source>ทุกตัวเลขกดเปิดรายชื่อได้
ผลกลับไปหน่วยงานเป็น Excel มีแถวและคอลัมน์เดิมของเขา ต่อท้ายด้วยผล วันที่ และไปที่ไหน</source>
        <translation>Every number opens its people.
Results go back to the office as Excel: its own rows and columns, then outcome, date and where to.</translation>
    </message>
    <message>
        <source>รับบัญชีใหม่จากหน่วยงาน</source>
        <translation>Take in a new list</translation>
    </message>
    <message>
        <source>ผลการตามหา แยกหมู่บ้านและที่มา</source>
        <translation>What was found, by village and source</translation>
    </message>
    <message>
        <source>ไม่รู้หมู่บ้าน</source>
        <translation>Village not known</translation>
    </message>
    <message>
        <source>ไม่ระบุที่มา</source>
        <translation>Source not stated</translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>ที่มา</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>รวม</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>ยังไม่มีบัญชีรายชื่อ รับบัญชีแรกด้วยปุ่มด้านบน</source>
        <translation>There is no list yet. Take in the first with the button above.</translation>
    </message>
    <message>
        <source>{rows} คน ยังรออยู่ {waiting} · แฟ้ม {file}</source>
        <translation>{rows} people, {waiting} still wait · file {file}</translation>
    </message>
    <message>
        <source>ได้รับ {day}</source>
        <translation>received {day}</translation>
    </message>
    <message numerus="yes">
        <source>ไม่ได้รับเข้า %n แถว: {rows}</source>
        <translation>
            <numerusform>%n row was not taken in: {rows}</numerusform>
            <numerusform>%n rows were not taken in: {rows}</numerusform>
        </translation>
    </message>
    <message>
        <source>ส่งผลกลับเป็น Excel</source>
        <translation>Results back as Excel</translation>
    </message>
    <message>
        <source>ดูรายชื่อในบัญชีนี้</source>
        <translation>See who is on this list</translation>
    </message>
</context>
<context>
    <name>NewLeadScreen</name>
    <message>
        <source>ขอแค่ชื่อ กับหมู่บ้านถ้ารู้ ที่เหลือเติมทีหลัง</source>
        <translation>Only the name is needed, and the village if it is known. The rest can wait.</translation>
    </message>
</context>
<context>
    <name>WalkPresenter</name>
    <message>
        <source>คีย์เลขที่ {number} แล้ว</source>
        <translation>Keyed number {number}</translation>
    </message>
</context>
<context>
    <name>WalkScreen</name>
    <message>
        <source>คีย์ผลการตามหา</source>
        <translation>Key what walks found</translation>
    </message>
    <message>
        <source>เลือกรหัสใบที่มุมกระดาษ พิมพ์เลขที่ของแถว แล้ว Enter ใส่เลขผล แล้ว Enter
วันที่ใช้ซ้ำของแถวก่อน แก้ได้ ช่องสุดท้ายคือเรียนหรือย้ายไปไหน หรือสิ่งที่พบ
คีย์ผิดกดเลิกทำได้ทันที</source>
        <translation>Choose the code of the sheet, type the number of a row and Enter, then the digit of the result and Enter.
The date of the row before stays and can be changed; the last field says where to, or what was found.
A slip is undone at once.</translation>
    </message>
    <message>
        <source>คีย์ผลจากใบรายชื่อค้นหา</source>
        <translation>Key a search sheet</translation>
    </message>
    <message>
        <source>รหัสใบ</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>เลขที่</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>ผล (1–7)</source>
        <translation>Result (1–7)</translation>
    </message>
    <message>
        <source>วันที่ไปหา</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>เก็บแล้วไปแถวต่อไป</source>
        <translation>Store and go on</translation>
    </message>
    <message>
        <source>ยังไม่มีใบรายชื่อค้นหา</source>
        <translation>There is no search sheet yet</translation>
    </message>
    <message>
        <source>พิมพ์ใบจากรายชื่อที่ต้องตามหาก่อน แล้วค่อยกลับมาคีย์</source>
        <translation>Print one from the people to look for, then key it here.</translation>
    </message>
    <message>
        <source>พิมพ์เลขที่ของแถวในใบ</source>
        <translation>Type the number of the row on the sheet.</translation>
    </message>
    <message>
        <source>พิมพ์เลข 1 ถึง 7</source>
        <translation>Type a digit from 1 to 7.</translation>
    </message>
    <message>
        <source>เขียนสั้น ๆ</source>
        <translation>Write a few words.</translation>
    </message>
    <message>
        <source>{code} · {place} · {who} · พิมพ์ {day} · รออีก {waiting} จาก {people} คน</source>
        <translation>{code} · {place} · {who} · printed {day} · {waiting} of {people} wait</translation>
    </message>
    <message>
        <source>ไม่รู้หมู่บ้าน</source>
        <translation>Village not known</translation>
    </message>
    <message>
        <source>ยังไม่มีผู้ตามหา</source>
        <translation>Nobody looks yet</translation>
    </message>
    <message>
        <source>หมู่ {moo}</source>
        <translation>Moo {moo}</translation>
    </message>
    <message>
        <source>(ไม่อยู่ในรายชื่อแล้ว)</source>
        <translation>(no longer on the list)</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>พบอะไร ไปที่ไหน</source>
        <translation>What was found, where to</translation>
    </message>
</context>
</TS>
