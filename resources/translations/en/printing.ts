<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>DoneBar</name>
    <message>
        <source>เปิดแฟ้ม</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>เปิดโฟลเดอร์</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>ดูและพิมพ์</source>
        <translation>Look and print</translation>
    </message>
    <message>
        <source>พิมพ์โดยมี □</source>
        <translation>Print with □</translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>เปิดไม่ได้ แฟ้มอยู่ที่ {path}</source>
        <translation>It cannot be opened. The file is at {path}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>ส่งออกรายชื่อ</source>
        <translation>Export the list</translation>
    </message>
    <message>
        <source>รายชื่อนี้มีอะไรบ้าง</source>
        <translation>What this list holds</translation>
    </message>
    <message>
        <source>มีเลขประจำตัว รหัส G และเบอร์โทร</source>
        <translation>National numbers, G codes and telephones</translation>
    </message>
    <message>
        <source>มีรหัสผู้เรียนรู้และชื่อเสมอ เลือกคอลัมน์อื่น</source>
        <translation>Code and name always stand there; choose the other columns</translation>
    </message>
    <message>
        <source>เลือกที่เก็บแฟ้ม</source>
        <translation>Choose the file</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>พิมพ์{paper}</source>
        <translation>Print: {paper}</translation>
    </message>
    <message>
        <source>แผน</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>แผนรายบุคคล</source>
        <translation>Individual plans</translation>
    </message>
    <message>
        <source>ทะเบียนผู้เรียนรู้</source>
        <translation>Learner register</translation>
    </message>
    <message>
        <source>สรุปตำบล</source>
        <translation>Tambon summary</translation>
    </message>
    <message>
        <source>ข้อมูลทั้งหมด</source>
        <translation>Whole record</translation>
    </message>
    <message>
        <source>สมุดเงินสดเปล่า</source>
        <translation>blank cash book</translation>
    </message>
    <message>
        <source>ใบรับบริจาคเปล่า</source>
        <translation>blank receipt of a gift</translation>
    </message>
    <message>
        <source>แบบเยี่ยมบ้าน</source>
        <translation>Home visit form</translation>
    </message>
    <message>
        <source>แบบประเมิน HETT</source>
        <translation>HETT form</translation>
    </message>
    <message>
        <source>แบบแผนรายบุคคล</source>
        <translation>Plan form</translation>
    </message>
    <message>
        <source>แบบขอความยินยอม</source>
        <translation>Consent form</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>ดูก่อนพิมพ์</source>
        <translation>Look before printing</translation>
    </message>
    <message>
        <source>หน้าก่อน</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>หน้าถัดไป</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>ย่อ</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>ขยาย</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>พิมพ์ออกเครื่องพิมพ์</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>ปิด</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>หน้า {page} จาก {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>กำลังส่งไปเครื่องพิมพ์</source>
        <translation>Sending to the printer</translation>
    </message>
    <message numerus="yes">
        <source>ส่งไปเครื่องพิมพ์แล้ว %n หน้า</source>
        <translation>
            <numerusform>Sent to the printer: %n page</numerusform>
            <numerusform>Sent to the printer: %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>พิมพ์ของใคร</source>
        <translation>Whose plans</translation>
    </message>
    <message>
        <source>ทุกคนที่มีแผน</source>
        <translation>Everyone with a plan</translation>
    </message>
    <message>
        <source>เฉพาะหมู่บ้านที่เลือก</source>
        <translation>Chosen villages</translation>
    </message>
    <message numerus="yes">
        <source>%n คนที่เลือกไว้ในรายการ</source>
        <translation>
            <numerusform>%n person selected in the list</numerusform>
            <numerusform>%n people selected in the list</numerusform>
        </translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>เฉพาะแผนที่เปลี่ยนไปจากที่พิมพ์ครั้งก่อน</source>
        <translation>Only plans changed since their last print</translation>
    </message>
    <message>
        <source>แผ่นเริ่มต้นสำหรับคนที่ยังไม่มีแผนด้วย (เติมด้วยปากกา)</source>
        <translation>A begun sheet for those without a plan (for pen)</translation>
    </message>
    <message>
        <source>หน้าตาของเอกสาร</source>
        <translation>How it looks</translation>
    </message>
    <message>
        <source>ภาษา</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>ไทย</source>
        <translation>Thai</translation>
    </message>
    <message>
        <source>อังกฤษ</source>
        <translation>English</translation>
    </message>
    <message>
        <source>ภาษาของเอกสาร</source>
        <translation>Language of the paper</translation>
    </message>
    <message>
        <source>ใช้เลขไทย ๑ ๒ ๓</source>
        <translation>Thai numerals ๑ ๒ ๓</translation>
    </message>
    <message>
        <source>มีรายชื่อนำหน้า</source>
        <translation>List of names in front</translation>
    </message>
    <message>
        <source>มีใบลงชื่อรวม</source>
        <translation>Signature sheet</translation>
    </message>
    <message>
        <source>ซ่อนจำนวน 1 ถึง 4 คน สำหรับใช้นอกหน่วยงาน</source>
        <translation>Hide counts of 1 to 4, for use outside</translation>
    </message>
    <message>
        <source>แยกตามหมู่บ้าน มียอดรวมแต่ละหมู่</source>
        <translation>By village, with a total for each</translation>
    </message>
    <message>
        <source>แสดงเลขประจำตัวครบทุกหลัก</source>
        <translation>Show national numbers in full</translation>
    </message>
    <message>
        <source>รวมข้อมูลอ่อนไหว</source>
        <translation>With sensitive parts</translation>
    </message>
    <message>
        <source>มีเรื่องสุขภาพ ความพิการ หรือคดี ให้เฉพาะผู้ที่ต้องรู้ และเก็บกระดาษไว้ในที่ล็อกได้</source>
        <translation>Holds health, disability or court matters. Give it only to those who must know, and keep the paper locked away.</translation>
    </message>
    <message>
        <source>เก็บไว้ที่</source>
        <translation>Save in</translation>
    </message>
    <message>
        <source>แยกหนึ่งแฟ้มต่อหนึ่งหมู่บ้าน</source>
        <translation>One file for each village</translation>
    </message>
    <message>
        <source>เปลี่ยนที่เก็บ</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>ทำเป็น PDF</source>
        <translation>Make the PDF</translation>
    </message>
    <message>
        <source>ดูก่อนพิมพ์</source>
        <translation>Look before printing</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>เอกสาร PDF (*.pdf)</source>
        <translation>PDF documents (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PrintWords</name>
    <message>
        <source>กำลังส่งออกตาราง</source>
        <translation>Exporting the table</translation>
    </message>
    <message>
        <source>กำลังทำ{paper}</source>
        <translation>Making: {paper}</translation>
    </message>
    <message numerus="yes">
        <source>ทำเอกสารแล้ว %n หน้า</source>
        <translation>
            <numerusform>Made: %n page</numerusform>
            <numerusform>Made: %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ทำเอกสารแล้ว %n แผน</source>
        <translation>
            <numerusform>Made: %n plan</numerusform>
            <numerusform>Made: %n plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>แผ่นเริ่มต้น %n คน</source>
        <translation>
            <numerusform>begun sheet for %n person</numerusform>
            <numerusform>begun sheets for %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n แฟ้ม</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n หน้า</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n แผนไม่เปลี่ยน จึงไม่พิมพ์ซ้ำ</source>
        <translation>
            <numerusform>%n unchanged plan left out</numerusform>
            <numerusform>%n unchanged plans left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ไม่มีแผนที่เปลี่ยน ทั้ง %n แผนตรงกับที่พิมพ์ไว้แล้ว</source>
        <translation>
            <numerusform>Nothing has changed: the %n plan is as printed</numerusform>
            <numerusform>Nothing has changed: all %n plans are as printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ส่งออกแล้ว %n แถว</source>
        <translation>
            <numerusform>%n row exported</numerusform>
            <numerusform>%n rows exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>อีก %n แถวห้ามนำออกนอกศูนย์ จึงไม่รวม</source>
        <translation>
            <numerusform>%n more row may not leave the centre and is not among them</numerusform>
            <numerusform>%n more rows may not leave the centre and are not among them</numerusform>
        </translation>
    </message>
    <message>
        <source>หยุดแล้วตามที่สั่ง ไม่มีแฟ้มค้างครึ่งทาง</source>
        <translation>Stopped as asked. No half-made file is left.</translation>
    </message>
    <message>
        <source>ตาราง Excel (*.xlsx);;ตาราง CSV (*.csv)</source>
        <translation>Excel workbook (*.xlsx);;CSV table (*.csv)</translation>
    </message>
    <message>
        <source>ชุดแฟ้ม OneRoster (*.zip)</source>
        <translation>OneRoster package (*.zip)</translation>
    </message>
    <message numerus="yes">
        <source>ส่งออกแล้ว %n กิจกรรม</source>
        <translation>
            <numerusform>Exported %n course</numerusform>
            <numerusform>Exported %n courses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n คน</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n คนบอกคนนอกไม่ได้ จึงไม่ออกไปด้วย</source>
        <translation>
            <numerusform>%n may not be told of and stays</numerusform>
            <numerusform>%n may not be told of and stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n คนยังไม่อยู่ในทะเบียนใด</source>
        <translation>
            <numerusform>%n is in no register yet</numerusform>
            <numerusform>%n are in no register yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n กิจกรรมไม่รู้วัน</source>
        <translation>
            <numerusform>%n course without a day</numerusform>
            <numerusform>%n courses without a day</numerusform>
        </translation>
    </message>
    <message>
        <source>เก็บไว้ที่</source>
        <translation>Save in</translation>
    </message>
</context>
</TS>
