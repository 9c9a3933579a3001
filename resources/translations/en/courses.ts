<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>CourseCommands</name>
    <message>
        <source>ถามในเวทีหมู่บ้านว่าใครอยากเรียนอะไร ว่างเมื่อใด</source>
        <translation>Ask at a village meeting who wants to learn what, and when they are free</translation>
    </message>
    <message>
        <source>เรียนอะไร ที่ไหน ใครสอน กี่คน</source>
        <translation>What is learnt, where, who teaches, how many</translation>
    </message>
    <message>
        <source>วิชา กลุ่มสนใจ ฝึกอบรม เปิดสอน เปิดรุ่น ห้องเรียน</source>
        <translation>class, subject, interest group, training, workshop</translation>
    </message>
    <message>
        <source>กิจกรรมที่เข้าร่วม</source>
        <translation>Took part in</translation>
    </message>
    <message>
        <source>บัญชีกิจกรรม</source>
        <translation>List of courses</translation>
    </message>
    <message>
        <source>ใบสำรวจความอยากเรียน</source>
        <translation>Who wants to learn what (form)</translation>
    </message>
    <message>
        <source>รายชื่อผู้ร่วมกิจกรรม</source>
        <translation>People of the course</translation>
    </message>
    <message>
        <source>แบบสรุปรุ่น</source>
        <translation>Report of the course</translation>
    </message>
    <message>
        <source>วุฒิบัตร</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>กิจกรรม</source>
        <translation>Courses</translation>
    </message>
</context>
<context>
    <name>CoursePresenter</name>
    <message>
        <source>ชวนแล้ว</source>
        <translation>Invited</translation>
    </message>
    <message>
        <source>เพิ่มชื่อแล้ว</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>ให้จบทุกคนที่ครบเกณฑ์แล้ว</source>
        <translation>Everybody who met the rule has completed</translation>
    </message>
</context>
<context>
    <name>CourseScreen</name>
    <message>
        <source>เรียนอะไร ใครสอน ที่ไหน เมื่อใด ใช้เงินเท่าใด</source>
        <translation>What, who teaches, where, when, at what cost</translation>
    </message>
    <message>
        <source>เป็นอย่างไรแล้ว</source>
        <translation>How it stands</translation>
    </message>
    <message>
        <source>พิมพ์แบบสรุปรุ่น</source>
        <translation>Print the report</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ เปิดรับก่อน แล้วเริ่มเรียนเมื่อได้พบกันครั้งแรก
พิมพ์ชื่อผู้เรียนรู้แล้วกด Enter ทีละคน เกินจำนวนที่รับจะให้รอที่ว่าง
จบได้เมื่อทุกครั้งจัดแล้วหรืองด และบอกแล้วว่าใครจบ ใครไม่จบ</source>
        <translation>Every field keeps itself. Open the course first, and start it once you met.
Type a learner&apos;s name and press Enter, one after the other; beyond the places they wait.
It can end once every session was held or cancelled, and you said who completed it.</translation>
    </message>
</context>
<context>
    <name>CourseWords</name>
    <message>
        <source>ควรเริ่มได้แล้ว</source>
        <translation>Should have started</translation>
    </message>
    <message>
        <source>ควรจบได้แล้ว</source>
        <translation>Should end</translation>
    </message>
    <message>
        <source>สรุปผู้เรียนรู้</source>
        <translation>Settle the learners</translation>
    </message>
    <message>
        <source>รอ {count}</source>
        <translation>{count} waiting</translation>
    </message>
    <message numerus="yes">
        <source>ผู้เรียนรู้ %n คน</source>
        <translation>
            <numerusform>%n learner</numerusform>
            <numerusform>%n learners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ว่าง %n ที่</source>
        <translation>
            <numerusform>%n place left</numerusform>
            <numerusform>%n places left</numerusform>
        </translation>
    </message>
    <message>
        <source>เต็ม</source>
        <translation>full</translation>
    </message>
    <message numerus="yes">
        <source>รอ %n คน</source>
        <translation>
            <numerusform>%n waits</numerusform>
            <numerusform>%n wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>สนใจ %n คน</source>
        <translation>
            <numerusform>%n interested</numerusform>
            <numerusform>%n interested</numerusform>
        </translation>
    </message>
    <message>
        <source>พบกันแล้ว {held} จาก {all} ครั้ง {hours} ชั่วโมง</source>
        <translation>Met {held} of {all} times, {hours} hours</translation>
    </message>
    <message>
        <source>ครั้งต่อไป {day}</source>
        <translation>Next on {day}</translation>
    </message>
    <message numerus="yes">
        <source>จบ %n คน</source>
        <translation>
            <numerusform>%n completed</numerusform>
            <numerusform>%n completed</numerusform>
        </translation>
    </message>
    <message>
        <source>วันสิ้นสุดมาก่อนวันเริ่ม ตรวจอีกครั้ง</source>
        <translation>It ends before it begins: check the days</translation>
    </message>
    <message>
        <source>มีผู้เรียนรู้เกินจำนวนที่รับ เพิ่มจำนวน หรือให้บางคนรอ</source>
        <translation>More learners than places: raise the number, or let some wait</translation>
    </message>
    <message>
        <source>ถึงวันเริ่มแล้ว ผู้เรียนรู้ยังไม่ครบจำนวนอย่างน้อย</source>
        <translation>It should begin, with fewer learners than the least</translation>
    </message>
    <message>
        <source>มา {present} จาก {expected} ครั้งที่ต้องมา</source>
        <translation>Came {present} of {expected} expected</translation>
    </message>
    <message numerus="yes">
        <source>จัดทั้งหมด %n ครั้ง</source>
        <translation>
            <numerusform>%n session held in all</numerusform>
            <numerusform>%n sessions held in all</numerusform>
        </translation>
    </message>
    <message>
        <source>เข้าร่วมแล้ว {hours} ชั่วโมง</source>
        <translation>{hours} hours in all</translation>
    </message>
    <message>
        <source>ยังไม่มีหลักฐาน</source>
        <translation>No evidence yet</translation>
    </message>
    <message>
        <source>หลักฐานรอคนดู</source>
        <translation>Evidence waits to be looked at</translation>
    </message>
    <message>
        <source>มีหลักฐานแล้ว</source>
        <translation>Evidence is there</translation>
    </message>
    <message>
        <source>ครบเกณฑ์แล้ว</source>
        <translation>Rule met</translation>
    </message>
    <message>
        <source>มาครบแล้ว</source>
        <translation>Came often enough</translation>
    </message>
    <message>
        <source>ผู้สอนเป็นผู้บอกว่าจบ</source>
        <translation>The teacher says who completes</translation>
    </message>
    <message numerus="yes">
        <source>ขาดได้อีก %n ครั้ง</source>
        <translation>
            <numerusform>may miss %n more</numerusform>
            <numerusform>may miss %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>ถึงเกณฑ์ไม่ได้แล้ว</source>
        <translation>The rule cannot be met any more</translation>
    </message>
    <message numerus="yes">
        <source>ชวนแล้ว %n คน</source>
        <translation>
            <numerusform>%n invited</numerusform>
            <numerusform>%n invited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>รับเข้าเรียนแล้ว %n คน</source>
        <translation>
            <numerusform>%n enrolled</numerusform>
            <numerusform>%n enrolled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ให้รอที่ว่าง %n คน</source>
        <translation>
            <numerusform>%n put on the waiting list</numerusform>
            <numerusform>%n put on the waiting list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>อยู่ในกิจกรรมแล้ว %n คน</source>
        <translation>
            <numerusform>%n was in it already</numerusform>
            <numerusform>%n were in it already</numerusform>
        </translation>
    </message>
    <message>
        <source>กิจกรรมที่ควรเริ่ม</source>
        <translation>Courses that should begin</translation>
    </message>
    <message>
        <source>กิจกรรมที่ควรจบ</source>
        <translation>Courses that should end</translation>
    </message>
    <message>
        <source>พบกันครบแล้ว กดจบ แล้วรายงานผล</source>
        <translation>All sessions are over: end it, then report it</translation>
    </message>
    <message>
        <source>กิจกรรมที่ยังไม่ได้สรุปผู้เรียนรู้</source>
        <translation>Courses whose learners are not settled</translation>
    </message>
    <message>
        <source>พบกันครบแล้ว บอกว่าใครจบ ใครไม่จบ</source>
        <translation>All sessions are over: say who completed it</translation>
    </message>
    <message>
        <source>มีที่ว่างและมีคนรอ</source>
        <translation>Free places, and people waiting</translation>
    </message>
    <message>
        <source>รับคนที่รออยู่เข้าเรียน</source>
        <translation>Enrol those who wait</translation>
    </message>
    <message>
        <source>วางแผนเริ่ม {day} เปิดรับ แล้วกดเริ่มเรียนเมื่อได้พบกัน</source>
        <translation>Planned for {day}: open it, and start it once you met</translation>
    </message>
    <message>
        <source>พบกันแล้ว กดเริ่มเรียน</source>
        <translation>You have met: start it</translation>
    </message>
</context>
<context>
    <name>CoursesScreen</name>
    <message numerus="yes">
        <source>%n กิจกรรม</source>
        <translation>
            <numerusform>%n course</numerusform>
            <numerusform>%n courses</numerusform>
        </translation>
    </message>
    <message>
        <source>ค้นชื่อกิจกรรม สิ่งที่เรียน หรือสถานที่</source>
        <translation>Search a name, what is learnt, or a place</translation>
    </message>
    <message>
        <source>เริ่มจากสิ่งที่มีคนอยากเรียนและมีคนสอนได้ในหมู่บ้าน</source>
        <translation>Begin with what people want to learn and somebody in the village can teach</translation>
    </message>
    <message>
        <source>ถึงเวลา</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>ยังรับคน</source>
        <translation>Takes people</translation>
    </message>
    <message>
        <source>มีคนรอ</source>
        <translation>People waiting</translation>
    </message>
    <message>
        <source>พิมพ์บัญชี</source>
        <translation>Print the list</translation>
    </message>
    <message>
        <source>กิจกรรมที่วางแผน เปิดรับ กำลังเรียน และจบแล้ว
ตัวเลขคนและครั้งนับเองจากรายชื่อและการลงเวลา ไม่ต้องพิมพ์
กด ถึงเวลา เพื่อดูที่ควรเริ่ม ควรจบ หรือยังไม่ได้สรุปผู้เรียนรู้</source>
        <translation>Courses that are planned, open, running and ended.
People and sessions are counted from enrolments and registers; nobody types them.
Press Due for those that should begin, should end, or whose learners are not settled.</translation>
    </message>
    <message>
        <source>เมื่อใด</source>
        <translation>When</translation>
    </message>
    <message>
        <source>ที่ไหน ใครสอน</source>
        <translation>Where, who teaches</translation>
    </message>
    <message>
        <source>ผู้เรียนรู้</source>
        <translation>Learners</translation>
    </message>
</context>
<context>
    <name>EnrolmentPresenter</name>
    <message>
        <source>ผูกกับทะเบียนแล้ว</source>
        <translation>Joined to the learner</translation>
    </message>
    <message>
        <source>จับคู่แล้ว</source>
        <translation>Made a pair</translation>
    </message>
    <message>
        <source>เลิกคู่แล้ว</source>
        <translation>Parted the pair</translation>
    </message>
</context>
<context>
    <name>EnrolmentScreen</name>
    <message>
        <source>ร่วมในบทบาทใด ตั้งแต่เมื่อใด</source>
        <translation>As what, and since when</translation>
    </message>
    <message>
        <source>มาเรียนอย่างไร</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>คนนี้คือผู้เรียนรู้คนใด พิมพ์ชื่อเพื่อหา</source>
        <translation>Which learner is this? Type a name</translation>
    </message>
    <message>
        <source>ยังไม่มีการลงเวลา</source>
        <translation>Nothing is marked yet</translation>
    </message>
    <message>
        <source>เปิดหน้าของ {name}</source>
        <translation>Open the page of {name}</translation>
    </message>
    <message>
        <source>ไม่มีคู่</source>
        <translation>No pair</translation>
    </message>
    <message>
        <source>จำนวนครั้งนับเองจากการลงเวลา ครั้งที่ทางขาดไม่นับว่าต้องมา
ครบเกณฑ์กดจบได้เลย ไม่ครบแต่ให้จบ บอกเหตุผลและผู้เห็นชอบ
คนที่มาเองเขียนชื่อไว้ก่อน รู้ว่าเป็นใครแล้วค้นชื่อผูกกับทะเบียน การลงเวลาตามไปด้วย</source>
        <translation>Sessions are counted from the registers; where the road was cut nobody was expected.
Who meets the rule may complete at once; otherwise say why, and who agreed.
Whoever came by is written down by name; once known, find them in the register of learners, and their marks go along.</translation>
    </message>
</context>
<context>
    <name>NewCourseScreen</name>
    <message>
        <source>มีแค่ว่าจะเรียนอะไรก็เก็บได้ คน วันพบกัน และเกณฑ์จบ เติมในหน้าถัดไป</source>
        <translation>What is to be learnt is enough; people, days and the rule come on the next page</translation>
    </message>
    <message numerus="yes">
        <source>เก็บแล้วจะชวน %n คน: {names}</source>
        <translation>
            <numerusform>Keeping it invites %n person: {names}</numerusform>
            <numerusform>Keeping it invites %n people: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>และอีก %n คน</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>ไม่ชวนตอนนี้</source>
        <translation>Invite nobody now</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>ผู้ร่วมกิจกรรม</source>
        <translation>People</translation>
    </message>
    <message>
        <source>รับเข้าเรียน</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>ชวนไว้ก่อน</source>
        <translation>Invite first</translation>
    </message>
    <message>
        <source>เมื่อเลือกชื่อ</source>
        <translation>When a name is chosen</translation>
    </message>
    <message>
        <source>ในบทบาท</source>
        <translation>As</translation>
    </message>
    <message>
        <source>ผู้เรียนรู้ พิมพ์ชื่อแล้วกด Enter ทีละคน</source>
        <translation>Learners: type a name and press Enter</translation>
    </message>
    <message>
        <source>คนที่ยังไม่มีทะเบียน เขียนชื่อที่เรียกกัน</source>
        <translation>Not registered: the name they go by</translation>
    </message>
    <message>
        <source>เพิ่มคนที่มาเอง</source>
        <translation>Add who came by</translation>
    </message>
    <message>
        <source>ให้จบทุกคนที่ครบเกณฑ์</source>
        <translation>Complete all who met the rule</translation>
    </message>
    <message>
        <source>พิมพ์รายชื่อ</source>
        <translation>Print the people</translation>
    </message>
    <message>
        <source>พิมพ์วุฒิบัตรผู้ที่จบ</source>
        <translation>Print certificates</translation>
    </message>
    <message>
        <source>ยังไม่มีใคร</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>คู่กับ {name}</source>
        <translation>pair with {name}</translation>
    </message>
    <message>
        <source>ยังไม่ผูกกับทะเบียน</source>
        <translation>not registered</translation>
    </message>
    <message>
        <source>ให้รอที่ว่าง</source>
        <translation>Let them wait</translation>
    </message>
    <message>
        <source>จบ</source>
        <translation>Completed</translation>
    </message>
</context>
</TS>
