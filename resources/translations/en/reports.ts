<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>HelpCard</name>
    <message>
        <source>เปิดกิจกรรม</source>
        <translation>Begin an activity</translation>
    </message>
    <message>
        <source>เปิดกิจกรรมกับคนเหล่านี้: {name}</source>
        <translation>Begin an activity with these people: {name}</translation>
    </message>
    <message>
        <source>เปิดกิจกรรมกับคนเหล่านี้</source>
        <translation>Begin an activity with these people</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>พิมพ์</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>ส่งออก Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>ที่ขอซ้ำทุกเดือนหรือทุกเทอม นับเฉพาะรอบนี้</source>
        <translation>Of what is asked every month or term, only this round counts</translation>
    </message>
    <message>
        <source>คนที่อยู่สองกิจกรรมนับทั้งสอง มาเทียบกับที่ควรมา และกับทุกครั้งที่จัด ครั้งที่ทางขาดไม่นับว่าควรมา</source>
        <translation>Somebody in two courses counts in both. Present stands beside expected and beside all that was held; a road that was cut counts neither way</translation>
    </message>
    <message>
        <source>กิจกรรมหนึ่งอาจอยู่หลายกลุ่มทักษะ</source>
        <translation>One course may be of several skill groups</translation>
    </message>
    <message>
        <source>คนหนึ่งนับครั้งเดียว วัยนับถึงวันนี้</source>
        <translation>Each person once; ages as of today</translation>
    </message>
    <message>
        <source>นับจากคนที่มาจริง อายุ 60 ปีขึ้นไปหรือครูผู้เฒ่า กับคนอายุต่ำกว่า 25 ปี</source>
        <translation>Counted from who came: sixty and over or an elder who teaches, and under twenty-five</translation>
    </message>
    <message>
        <source>นับหนึ่งคนหนึ่งทักษะหนึ่งกิจกรรม วัดแล้ว = วัดครั้งเดียว + เพิ่มขึ้น + เท่าเดิม + ลดลง ค่าเฉลี่ยเฉพาะที่วัดทั้งก่อนและหลัง</source>
        <translation>One skill of one person in one course counts once. Measured = once only + rose + same + fell; means are of those measured both times</translation>
    </message>
    <message>
        <source>แต่ละรายการอยู่ช่องเดียว ที่เสนอยังไม่ใช่ที่รับ หน่วยกิตรวมเฉพาะที่สถานศึกษารับแล้ว</source>
        <translation>Each item stands in one column. Proposed is not accepted; only credits that an institution accepted are summed</translation>
    </message>
    <message>
        <source>นับทุกครั้งที่ส่ง ส่งแล้ว = ตอบแล้ว + ยังไม่ตอบ + ยังไม่ซิงก์ + เรียกคืนก่อนตอบ</source>
        <translation>Every sending counts. Sent = answered + not answered + not synced yet + recalled unanswered</translation>
    </message>
    <message>
        <source>คนหนึ่งอยากเรียนได้หลายอย่าง คำที่เขียนต่างกันนับแยกกัน กดตัวเลขเพื่อดูว่าใคร</source>
        <translation>One person may want several things; words written differently are counted apart. Press a number to see who.</translation>
    </message>
    <message>
        <source>นับคนตามไตรมาสที่ส่งต่อครั้งแรก รู้จักทั้งหมด = ยังอยู่นอกระบบ + กำลังกลับ + สำเร็จ สำเร็จคืออยู่ครบ 90 วันหรือมีงานทำ</source>
        <translation>People by the quarter of their first referral. Known = still out + re-engaging + succeeded. Succeeded: stayed 90 days, or in work</translation>
    </message>
    <message>
        <source>ยังไม่มีอะไรให้นับ</source>
        <translation>Nothing to count yet</translation>
    </message>
    <message>
        <source>รวม</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>ReportsOffers</name>
    <message>
        <source>ใช้นอกหน่วยงานได้ จำนวน 1 ถึง 4 ไม่แสดง</source>
        <translation>For use outside: 1 to 4 are not shown</translation>
    </message>
    <message>
        <source>กราฟและจำนวน สำหรับประชุมสภาหรือรายงานจังหวัด</source>
        <translation>Charts and counts, for the council or the province</translation>
    </message>
    <message>
        <source>รายชื่อทุกคน เรียงตามตัวอักษรไทย</source>
        <translation>Everyone by name, in Thai order</translation>
    </message>
    <message>
        <source>พิมพ์ทีละหมู่บ้านหรือทั้งตำบล พร้อมใบลงชื่อ</source>
        <translation>By village or all, with a signature sheet</translation>
    </message>
    <message>
        <source>รายชื่อผู้เรียนรู้</source>
        <translation>List of learners</translation>
    </message>
    <message>
        <source>แก้ใน Excel แล้วนำเข้ากลับได้</source>
        <translation>Can be edited in Excel and imported again</translation>
    </message>
    <message>
        <source>แผนและเป้าหมาย</source>
        <translation>Plans and goals</translation>
    </message>
    <message>
        <source>หนึ่งแถวต่อหนึ่งแผน</source>
        <translation>One row for each plan</translation>
    </message>
    <message>
        <source>ความก้าวหน้า</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>HETT ครั้งแรกกับครั้งล่าสุดของแต่ละคน</source>
        <translation>Each person&apos;s first and latest HETT</translation>
    </message>
    <message>
        <source>ถามเรื่องครอบครัว การเรียน และสิ่งที่สนใจ</source>
        <translation>Asks about family, schooling and interests</translation>
    </message>
    <message>
        <source>ทุกตัวชี้วัด พร้อมคำบอกระดับ 1 ถึง 4</source>
        <translation>Every indicator with its four levels in words</translation>
    </message>
    <message>
        <source>สิบหกหัวข้อ พร้อมที่ลงชื่อและลายนิ้วมือ</source>
        <translation>Sixteen headings, room for signatures and thumbprints</translation>
    </message>
    <message>
        <source>หน้าสมุดเงินสดเปล่า มีเลขแถวและรหัสหน้า</source>
        <translation>An empty page of a cash book, with row numbers and a page code</translation>
    </message>
    <message>
        <source>ให้ผู้บริจาคหนึ่งใบ เก็บไว้หนึ่งใบ</source>
        <translation>One for the giver, one to keep</translation>
    </message>
    <message>
        <source>กิจกรรมและผู้เรียนรู้ (OneRoster)</source>
        <translation>Courses and learners (OneRoster)</translation>
    </message>
    <message>
        <source>ให้ระบบเรียนออนไลน์ของหน่วยงานอื่น มีชื่อ ไม่มีเลขประจำตัว</source>
        <translation>For another agency&apos;s learning system: names, no national numbers</translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message>
        <source>รายงาน</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>ไม่แสดง</source>
        <translation>hidden</translation>
    </message>
    <message>
        <source>ไม่ระบุหมู่บ้าน</source>
        <translation>No village noted</translation>
    </message>
    <message>
        <source>หมู่ {moo}</source>
        <translation>Moo {moo}</translation>
    </message>
    <message>
        <source>ทุกตัวเลขเปิดดูรายชื่อได้ กดที่แท่งหรือตัวเลข หรือเลื่อนด้วยลูกศรแล้วกด Enter ถ้าจะใช้นอกหน่วยงาน ให้กดซ่อนจำนวน 1 ถึง 4 คน เพื่อไม่ให้เดาได้ว่าเป็นใคร เลือกปีงบประมาณหรือช่วงวันเพื่อนับถึงเวลานั้น เอกสารและตารางก็นับตามช่วงที่เลือก แท็บเอกสารและตารางใช้พิมพ์สรุป ทะเบียน แบบฟอร์มเปล่า และส่งออกเป็น Excel</source>
        <translation>Every number opens its list of people: click a bar or a number, or move with the arrows and press Enter. For use outside the unit hide counts of 1 to 4, so that nobody can be guessed. Choose a fiscal year or days to count up to that time; papers and tables follow. Papers and tables has summaries, registers, blank forms and exports to Excel.</translation>
    </message>
    <message>
        <source>ใช้นอกหน่วยงาน: ซ่อนจำนวน 1 ถึง 4 คน</source>
        <translation>For use outside: hide counts of 1 to 4</translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Villages</translation>
    </message>
    <message>
        <source>ช่วงเวลา</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>เฉพาะที่ลงทะเบียนใหม่ในปีนั้น</source>
        <translation>Only those new in that year</translation>
    </message>
    <message>
        <source>ลงทะเบียนตั้งแต่วันที่</source>
        <translation>Registered from</translation>
    </message>
    <message>
        <source>ถึงวันที่</source>
        <translation>to</translation>
    </message>
    <message>
        <source>ภาพรวม</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>กลุ่มและเหตุผล</source>
        <translation>Groups and reasons</translation>
    </message>
    <message>
        <source>HETT</source>
        <translation>HETT</translation>
    </message>
    <message>
        <source>ความช่วยเหลือ</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>การเรียนรู้</source>
        <translation>Learning</translation>
    </message>
    <message>
        <source>เอกสารและตาราง</source>
        <translation>Papers and tables</translation>
    </message>
    <message>
        <source>ยังไม่มีอะไรให้นับ</source>
        <translation>Nothing to count yet</translation>
    </message>
    <message>
        <source>เมื่อมีผู้เรียนรู้แล้ว จำนวนตามหมู่บ้าน สถานะ และ HETT จะอยู่ที่นี่</source>
        <translation>Once there are learners, counts by village, status and HETT will be here.</translation>
    </message>
    <message>
        <source>ไปที่ผู้เรียนรู้</source>
        <translation>Go to learners</translation>
    </message>
    <message>
        <source>สถานะและแผนเป็นของวันนี้ HETT จากการประเมินล่าสุดในช่วงนั้น</source>
        <translation>Status and plans are today&apos;s; HETT is of the last assessment by then</translation>
    </message>
    <message>
        <source>ทั้งตำบล</source>
        <translation>Whole tambon</translation>
    </message>
    <message>
        <source>ปีงบประมาณ {year}</source>
        <translation>Fiscal year {year}</translation>
    </message>
    <message>
        <source>ทุกช่วงเวลา</source>
        <translation>All time</translation>
    </message>
    <message>
        <source>ระบุช่วงวันเอง</source>
        <translation>Between two days</translation>
    </message>
    <message>
        <source>สถานะการเรียนรู้</source>
        <translation>Learning status</translation>
    </message>
    <message>
        <source>ช่วงอายุ</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>แผนรายบุคคล</source>
        <translation>Individual plans</translation>
    </message>
    <message>
        <source>เพศ</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>กลุ่มเป้าหมาย</source>
        <translation>Target groups</translation>
    </message>
    <message>
        <source>หนึ่งคนอยู่ได้หลายกลุ่ม</source>
        <translation>One person may be in several</translation>
    </message>
    <message>
        <source>เหตุที่ออกจากการเรียน</source>
        <translation>Why they left school</translation>
    </message>
    <message>
        <source>หนึ่งคนมีได้หลายเหตุผล</source>
        <translation>One person may have several reasons</translation>
    </message>
    <message>
        <source>คน</source>
        <translation>people</translation>
    </message>
    <message>
        <source>ยังไม่มีใครบันทึกเรื่องนี้</source>
        <translation>Nobody has noted this yet</translation>
    </message>
    <message>
        <source>ผู้เรียนรู้ตามหมู่บ้าน</source>
        <translation>Learners by village</translation>
    </message>
    <message>
        <source>หมู่บ้านกับสถานะ</source>
        <translation>Villages and status</translation>
    </message>
    <message>
        <source>กดตัวเลขเพื่อดูรายชื่อ</source>
        <translation>Press a number to see who</translation>
    </message>
    <message>
        <source>รวม</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>ผู้เรียนรู้</source>
        <translation>Learners</translation>
    </message>
    <message>
        <source>มีแผนรายบุคคล</source>
        <translation>Have a plan</translation>
    </message>
    <message>
        <source>ยังไม่มีแผน</source>
        <translation>No plan yet</translation>
    </message>
    <message>
        <source>ประเมิน HETT แล้ว</source>
        <translation>Assessed in HETT</translation>
    </message>
    <message>
        <source>ระดับ HETT ของทุกคน</source>
        <translation>Everyone&apos;s HETT levels</translation>
    </message>
    <message>
        <source>จากอ่อนไปเข้ม: ระดับ 1 ปรับปรุง · 2 พอใช้ · 3 ดี · 4 ดีมาก</source>
        <translation>Light to dark: 1 needs work · 2 fair · 3 good · 4 very good</translation>
    </message>
    <message>
        <source>ค่าเฉลี่ยแต่ละไตรมาส</source>
        <translation>Mean of each quarter</translation>
    </message>
    <message>
        <source>ไตรมาส/ปีงบประมาณ ของการประเมินที่ทำในไตรมาสนั้น</source>
        <translation>Quarter/fiscal year, of the assessments made in it</translation>
    </message>
    <message>
        <source>แต่ละหมู่บ้าน</source>
        <translation>Each village</translation>
    </message>
    <message>
        <source>ระดับ {n}</source>
        <translation>Level {n}</translation>
    </message>
    <message numerus="yes">
        <source>ยังไม่ประเมิน %n คน</source>
        <translation>
            <numerusform>%n person not assessed</numerusform>
            <numerusform>%n people not assessed</numerusform>
        </translation>
    </message>
    <message>
        <source>ไม่ระบุ</source>
        <translation>Not noted</translation>
    </message>
</context>
</TS>
