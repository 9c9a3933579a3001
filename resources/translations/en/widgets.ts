<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>Banner</name>
    <message>
        <source>เลิกทำ</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>เลือก</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>ไม่มีรายการที่ตรงกับที่พิมพ์</source>
        <translation>Nothing matches what was typed</translation>
    </message>
    <message>
        <source>รายการให้เลือก</source>
        <translation>Choices</translation>
    </message>
</context>
<context>
    <name>DimensionTrend</name>
    <message>
        <source>ระดับแต่ละมิติในแต่ละรอบ</source>
        <translation>Level of each dimension in each round</translation>
    </message>
</context>
<context>
    <name>DistributionBars</name>
    <message>
        <source>น้อยกว่า 5</source>
        <translation>fewer than 5</translation>
    </message>
    <message>
        <source>แผนภูมิแท่ง กด Enter เพื่อดูรายชื่อ</source>
        <translation>Bar chart, press Enter for the list of people</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>อื่น ๆ</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>จำเป็น</source>
        <translation>required</translation>
    </message>
    <message>
        <source>ถูกต้องแล้ว ใช้ค่านี้</source>
        <translation>It is right, use it</translation>
    </message>
</context>
<context>
    <name>HettRadar</name>
    <message>
        <source>ครั้งล่าสุด</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>ครั้งแรก</source>
        <translation>First</translation>
    </message>
    <message>
        <source>เป้าหมาย</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>ยังไม่ประเมิน</source>
        <translation>Not assessed</translation>
    </message>
    <message>
        <source>แผนภาพ HETT</source>
        <translation>HETT chart</translation>
    </message>
</context>
<context>
    <name>IdentityField</name>
    <message>
        <source>เลข 13 หลัก หรือรหัส G · เว้นว่างได้</source>
        <translation>13 digits or a G code · may be left empty</translation>
    </message>
    <message>
        <source>เลขนี้ไม่ผ่านการตรวจ มักเป็นเพราะพิมพ์ผิดหนึ่งตัว ตรวจกับเอกสารอีกครั้ง</source>
        <translation>This number fails its check, most often because of one wrong digit. Compare it with the paper.</translation>
    </message>
    <message>
        <source>เลขนี้เหมือนพิมพ์เพื่อเติมช่อง ถ้าไม่มีเลข เว้นว่างไว้ได้</source>
        <translation>This number looks typed only to fill the box. Without a number the box may stay empty.</translation>
    </message>
    <message>
        <source>เติมเลข 0 ข้างหน้าให้แล้ว ตรวจอีกครั้ง</source>
        <translation>A leading 0 was put back. Please check.</translation>
    </message>
    <message>
        <source>ตารางคำนวณปัดเลขนี้ไปแล้ว พิมพ์ใหม่จากเอกสาร</source>
        <translation>A spreadsheet rounded this number. Type it again from the paper.</translation>
    </message>
    <message>
        <source>เลขประจำตัวมี 13 หลัก รหัส G มีตัว G กับ 12 หลัก</source>
        <translation>An ID number has 13 digits; a G code has G and 12 digits.</translation>
    </message>
</context>
<context>
    <name>LevelPicker</name>
    <message>
        <source>ไม่เกี่ยวข้อง</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>ยังไม่ประเมิน · กด 1–4</source>
        <translation>Not assessed · press 1–4</translation>
    </message>
    <message>
        <source>ไม่เกี่ยวข้องกับคนนี้</source>
        <translation>Does not apply to this person</translation>
    </message>
</context>
<context>
    <name>LinkField</name>
    <message>
        <source>เลือกใหม่</source>
        <translation>Choose another</translation>
    </message>
    <message>
        <source>ไม่พบรายการนี้แล้ว</source>
        <translation>This is not found any more</translation>
    </message>
</context>
<context>
    <name>LinksField</name>
    <message>
        <source>เอา {choice} ออก</source>
        <translation>Remove {choice}</translation>
    </message>
</context>
<context>
    <name>LoadingState</name>
    <message>
        <source>กำลังเปิด…</source>
        <translation>Opening…</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>ภาพแผนที่</source>
        <translation>Picture of the map</translation>
    </message>
    <message numerus="yes">
        <source>หมุด %n จุด</source>
        <translation>
            <numerusform>%n pin</numerusform>
            <numerusform>%n pins</numerusform>
        </translation>
    </message>
    <message>
        <source>กากบาทอยู่จากซ้าย {across} จากบน {down} ในพัน</source>
        <translation>The cross is {across} from the left and {down} from the top, per mille</translation>
    </message>
</context>
<context>
    <name>MultiChoice</name>
    <message>
        <source>เพิ่ม</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>เอา {choice} ออก</source>
        <translation>Remove {choice}</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>บาท</source>
        <translation>baht</translation>
    </message>
    <message>
        <source>พิมพ์เป็นตัวเลข เช่น {example}</source>
        <translation>Type a number, such as {example}</translation>
    </message>
    <message>
        <source>พิมพ์เป็นจำนวนเต็ม ไม่มีจุดทศนิยม</source>
        <translation>Type a whole number, without a decimal point</translation>
    </message>
    <message>
        <source>สตางค์มีสองหลัก เช่น 1,250.50</source>
        <translation>Satang have two digits, such as 1,250.50</translation>
    </message>
    <message>
        <source>ตัวเลขใหญ่เกินไป ตรวจอีกครั้ง</source>
        <translation>This number is too large, check it again</translation>
    </message>
    <message>
        <source>ต้องไม่น้อยกว่า {least}</source>
        <translation>It must not be less than {least}</translation>
    </message>
    <message>
        <source>ค่าที่เป็นไปได้คือ {least} ถึง {most}</source>
        <translation>It can be {least} to {most}.</translation>
    </message>
</context>
<context>
    <name>PasscodeField</name>
    <message>
        <source>ซ่อนรหัสผ่าน</source>
        <translation>Hide passcode</translation>
    </message>
    <message>
        <source>แสดงรหัสผ่าน</source>
        <translation>Show passcode</translation>
    </message>
    <message>
        <source>รหัสผ่าน</source>
        <translation>Passcode</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>กำลังหยุด…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>กำลังทำงาน</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>{done} จาก {total}</source>
        <translation>{done} of {total}</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>คิวอาร์โค้ดของ {text}</source>
        <translation>QR code of {text}</translation>
    </message>
</context>
<context>
    <name>QuickLook</name>
    <message>
        <source>ยังไม่มีข้อมูล</source>
        <translation>Nothing recorded yet</translation>
    </message>
    <message>
        <source>ปิดแผงดูเร็ว</source>
        <translation>Close the quick look</translation>
    </message>
    <message>
        <source>เปิดหน้านี้</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>RecordSearch</name>
    <message>
        <source>ไม่มีรายการที่ตรงกับที่พิมพ์</source>
        <translation>Nothing matches what was typed</translation>
    </message>
    <message>
        <source>พิมพ์ชื่อเพื่อหา</source>
        <translation>Type a name to find it</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>ค้นหา</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>ใช้ตามที่เลือก</source>
        <translation>Use what is chosen</translation>
    </message>
    <message>
        <source>เลือก {side} ทั้งหมด</source>
        <translation>Take all of {side}</translation>
    </message>
    <message>
        <source>(ว่าง)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>เดิม: {value}</source>
        <translation>Before: {value}</translation>
    </message>
    <message numerus="yes">
        <source>ยังต้องเลือกอีก %n ช่อง</source>
        <translation>
            <numerusform>%n field still to choose</numerusform>
            <numerusform>%n fields still to choose</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateStack</name>
    <message>
        <source>เปิดไม่สำเร็จ</source>
        <translation>Could not be opened</translation>
    </message>
    <message>
        <source>ลองอีกครั้ง</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ThaiCalendar</name>
    <message>
        <source>เดือน</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>ปี พ.ศ.</source>
        <translation>Year (BE)</translation>
    </message>
    <message>
        <source>เดือนก่อน</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>เดือนถัดไป</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>วันนี้</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>ปฏิทิน</source>
        <translation>Calendar</translation>
    </message>
</context>
<context>
    <name>ThaiDateField</name>
    <message>
        <source>รู้วัน</source>
        <translation>Full date</translation>
    </message>
    <message>
        <source>รู้แค่เดือน</source>
        <translation>Month only</translation>
    </message>
    <message>
        <source>รู้แค่ปี</source>
        <translation>Year only</translation>
    </message>
    <message>
        <source>ไม่ทราบ</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>รู้วันที่แค่ไหน</source>
        <translation>How far the date is known</translation>
    </message>
    <message>
        <source>ประมาณ</source>
        <translation>about</translation>
    </message>
    <message>
        <source>เปิดปฏิทิน</source>
        <translation>Open the calendar</translation>
    </message>
    <message>
        <source>วว/ดด/ปปปป</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>ดด/ปปปป</source>
        <translation>mm/yyyy</translation>
    </message>
    <message>
        <source>ปปปป</source>
        <translation>yyyy</translation>
    </message>
    <message numerus="yes">
        <source>อายุราว %n ปี</source>
        <translation>
            <numerusform>about %n year old</numerusform>
            <numerusform>about %n years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>อายุ %n ปี</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
    <message>
        <source>พิมพ์ปีให้ครบ 4 หลัก เช่น 22/11/2569</source>
        <translation>Type the year in full, such as 22/11/2569</translation>
    </message>
    <message>
        <source>อ่านได้สองแบบ พิมพ์ใหม่เป็น วัน/เดือน/ปี พ.ศ.</source>
        <translation>This can be read in two ways. Type day/month/year BE.</translation>
    </message>
    <message>
        <source>ไม่มีปีนี้ ตรวจปี พ.ศ. อีกครั้ง</source>
        <translation>There is no such year. Check the year (BE).</translation>
    </message>
    <message>
        <source>พ.ศ. 2483 ไม่มีเดือนมกราคมถึงมีนาคม เลือกรู้แค่ปีได้</source>
        <translation>2483 BE had no January to March. You may choose the year only.</translation>
    </message>
    <message>
        <source>วันที่นี้ยังมาไม่ถึง ตรวจปี พ.ศ. อีกครั้ง</source>
        <translation>This date is still to come. Check the year (BE).</translation>
    </message>
    <message>
        <source>ไม่มีวันนี้ในปฏิทิน ตรวจอีกครั้ง</source>
        <translation>There is no such day in the calendar, check it again</translation>
    </message>
    <message>
        <source>พิมพ์ให้ครบทั้งวัน เดือน ปี เช่น 22/11/2569</source>
        <translation>Type the whole date, such as 22/11/2569</translation>
    </message>
    <message>
        <source>พิมพ์เป็น วัน/เดือน/ปี เช่น 22/11/2569 หรือแค่ปี เช่น 2554</source>
        <translation>Type day/month/year such as 22/11/2569, or only a year such as 2554</translation>
    </message>
    <message>
        <source>ไม่มีวันนี้ในเดือน เก็บไว้เฉพาะที่อ่านได้</source>
        <translation>The month has no such day. What could be read is kept.</translation>
    </message>
    <message>
        <source>ไม่มีเดือนนี้ เก็บไว้เฉพาะปี</source>
        <translation>There is no such month. The year is kept.</translation>
    </message>
    <message>
        <source>สลับวันกับเดือนให้แล้ว ตรวจอีกครั้ง</source>
        <translation>Day and month were swapped. Please check.</translation>
    </message>
    <message>
        <source>ปีแบบเก่าที่เริ่ม 1 เมษายน ตรวจกับเอกสารอีกครั้ง</source>
        <translation>An old year that began on 1 April. Compare it with the paper.</translation>
    </message>
    <message>
        <source>คิดจากอายุ เป็นปีโดยประมาณ</source>
        <translation>Reckoned from the age: about that year</translation>
    </message>
    <message>
        <source>นานกว่า 115 ปีแล้ว ตรวจปีอีกครั้ง</source>
        <translation>More than 115 years ago. Check the year.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>เส้นเวลา</source>
        <translation>Timeline</translation>
    </message>
</context>
<context>
    <name>WayFields</name>
    <message>
        <source>เครือข่ายนี้ต้องผ่านพร็อกซี</source>
        <translation>This network needs a proxy</translation>
    </message>
    <message>
        <source>พร็อกซีของสำนักงาน</source>
        <translation>The office&apos;s proxy</translation>
    </message>
    <message>
        <source>เช่น proxy.example.go.th:8080 ถามผู้ดูแลเครือข่าย ไม่มีก็เว้นว่าง</source>
        <translation>Such as proxy.example.go.th:8080. Ask whoever looks after the network; leave it empty if there is none.</translation>
    </message>
    <message>
        <source>ยอมต่อโดยไม่เข้ารหัส</source>
        <translation>Connect without encryption</translation>
    </message>
    <message>
        <source>คนอื่นในเครือข่ายเดียวกันอ่านข้อมูลผู้เรียนรู้ได้ทั้งหมด ใช้เมื่อจังหวัดบอกให้ใช้เท่านั้น</source>
        <translation>Others on the same network can read everything about learners. Only when the province tells you to.</translation>
    </message>
</context>
<context>
    <name>_Days</name>
    <message>
        <source>อา.</source>
        <translation>Su</translation>
    </message>
    <message>
        <source>จ.</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>อ.</source>
        <translation>Tu</translation>
    </message>
    <message>
        <source>พ.</source>
        <translation>We</translation>
    </message>
    <message>
        <source>พฤ.</source>
        <translation>Th</translation>
    </message>
    <message>
        <source>ศ.</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>ส.</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>วันในเดือน</source>
        <translation>Days of the month</translation>
    </message>
</context>
</TS>
