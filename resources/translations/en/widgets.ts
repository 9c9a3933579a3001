<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>Banner</name>
    <message>
        <source>เลิกทำ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>เลือก</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>ไม่มีรายการที่ตรงกับที่พิมพ์</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>รายการให้เลือก</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DimensionTrend</name>
    <message>
        <source>ระดับแต่ละมิติในแต่ละรอบ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DistributionBars</name>
    <message>
        <source>น้อยกว่า 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>แผนภูมิแท่ง กด Enter เพื่อดูรายชื่อ</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>จำเป็น</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ถูกต้องแล้ว ใช้ค่านี้</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HettRadar</name>
    <message>
        <source>ครั้งล่าสุด</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ครั้งแรก</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เป้าหมาย</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ยังไม่ประเมิน</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>แผนภาพ HETT</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentityField</name>
    <message>
        <source>เลข 13 หลัก หรือรหัส G · เว้นว่างได้</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เลขนี้ไม่ผ่านการตรวจ มักเป็นเพราะพิมพ์ผิดหนึ่งตัว ตรวจกับเอกสารอีกครั้ง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เลขนี้เหมือนพิมพ์เพื่อเติมช่อง ถ้าไม่มีเลข เว้นว่างไว้ได้</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เติมเลข 0 ข้างหน้าให้แล้ว ตรวจอีกครั้ง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ตารางคำนวณปัดเลขนี้ไปแล้ว พิมพ์ใหม่จากเอกสาร</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เลขประจำตัวมี 13 หลัก รหัส G มีตัว G กับ 12 หลัก</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LevelPicker</name>
    <message>
        <source>ไม่เกี่ยวข้อง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ยังไม่ประเมิน · กด 1–4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ไม่เกี่ยวข้องกับคนนี้</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LoadingState</name>
    <message>
        <source>กำลังเปิด…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MultiChoice</name>
    <message>
        <source>เพิ่ม</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เอา {choice} ออก</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasscodeField</name>
    <message>
        <source>ซ่อนรหัสผ่าน</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>แสดงรหัสผ่าน</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>รหัสผ่าน</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>กำลังหยุด…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>กำลังทำงาน</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} จาก {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickLook</name>
    <message>
        <source>ยังไม่มีข้อมูล</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ปิดแผงดูเร็ว</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เปิดหน้านี้</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>ค้นหา</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>ใช้ตามที่เลือก</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เลือก {side} ทั้งหมด</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(ว่าง)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เดิม: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>ยังต้องเลือกอีก %n ช่อง</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateStack</name>
    <message>
        <source>เปิดไม่สำเร็จ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ลองอีกครั้ง</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThaiCalendar</name>
    <message>
        <source>เดือน</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ปี พ.ศ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เดือนก่อน</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เดือนถัดไป</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>วันนี้</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ปฏิทิน</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThaiDateField</name>
    <message>
        <source>รู้วัน</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>รู้แค่เดือน</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>รู้แค่ปี</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ไม่ทราบ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>รู้วันที่แค่ไหน</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ประมาณ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>เปิดปฏิทิน</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>พิมพ์ปีให้ครบ 4 หลัก เช่น 22/11/2569</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>อ่านได้สองแบบ พิมพ์ใหม่เป็น วัน/เดือน/ปี พ.ศ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ไม่มีปีนี้ ตรวจปี พ.ศ. อีกครั้ง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>พ.ศ. 2483 ไม่มีเดือนมกราคมถึงมีนาคม เลือกรู้แค่ปีได้</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>วันที่นี้ยังมาไม่ถึง ตรวจปี พ.ศ. อีกครั้ง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>พิมพ์เป็น วัน/เดือน/ปี เช่น 22/11/2569 หรือแค่ปี เช่น 2554</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ไม่มีวันนี้ในเดือน เก็บไว้เฉพาะที่อ่านได้</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ไม่มีเดือนนี้ เก็บไว้เฉพาะปี</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>สลับวันกับเดือนให้แล้ว ตรวจอีกครั้ง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ปีแบบเก่าที่เริ่ม 1 เมษายน ตรวจกับเอกสารอีกครั้ง</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>คิดจากอายุ เป็นปีโดยประมาณ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>นานกว่า 110 ปีแล้ว ตรวจปีอีกครั้ง</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>เส้นเวลา</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Days</name>
    <message>
        <source>อา.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>จ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>อ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>พ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>พฤ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ศ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ส.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>วันในเดือน</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
