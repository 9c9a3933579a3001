<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>GridPresenter</name>
    <message>
        <source>ลงจากใบเก่าแล้ว</source>
        <translation>Marked from the old sheet</translation>
    </message>
</context>
<context>
    <name>GridScreen</name>
    <message>
        <source>กดเลข 1 ถึง 9 ลงเวลาช่องที่อยู่ แล้วลงไปคนถัดไปเอง ลูกศรไปช่องอื่น 0 หรือ Delete ถอนที่ลงไว้
Page Up และ Page Down ไปวันก่อนหน้าและวันถัดไป ทุกการกดเก็บทันที ลงใหม่ทับได้
ช่องสีเทาคือยังไม่ได้จัด ก่อนวันที่เข้าร่วม หรือหลังวันที่ออก บรรทัดล่างบอกเหตุ
พิมพ์ใบหลายวัน กาด้วยปากกา แล้วอ่านจากภาพถ่ายของใบ</source>
        <translation>Keys 1 to 9 mark the place you are at and go down to the next person. Arrows go to other places; 0 or Delete takes a mark back.
Page Up and Page Down go to the days before and after. Every key is stored at once, and a newer mark replaces the older.
Grey: not held yet, before somebody joined, or after they left; the line below says which.
Print the sheet of many days, tick it with a pen, and read it back from a photograph.</translation>
    </message>
    <message>
        <source>วันก่อนหน้า</source>
        <translation>Earlier days</translation>
    </message>
    <message>
        <source>วันถัดไป</source>
        <translation>Later days</translation>
    </message>
    <message>
        <source>อ่านจากภาพถ่าย</source>
        <translation>Read a photograph</translation>
    </message>
    <message>
        <source>พิมพ์ทะเบียน</source>
        <translation>Print the register</translation>
    </message>
    <message>
        <source>นำใบเก่าเข้า</source>
        <translation>Take an old sheet in</translation>
    </message>
    <message>
        <source>ส่งออก Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>ใบลงเวลาของวันนี้ที่อยู่</source>
        <translation>Register of this day</translation>
    </message>
    <message>
        <source>หน้ากิจกรรม</source>
        <translation>Page of the course</translation>
    </message>
    <message>
        <source>ทะเบียนเวลาเรียน</source>
        <translation>Attendance register</translation>
    </message>
    <message>
        <source>ยังไม่มีชื่อในกิจกรรมนี้</source>
        <translation>Nobody is in this course yet</translation>
    </message>
    <message>
        <source>เพิ่มชื่อที่หน้ากิจกรรม แล้วกลับมาลงเวลา</source>
        <translation>Add names on the page of the course, then come back</translation>
    </message>
    <message>
        <source>ครั้งที่ {first}–{last} จาก {count} ครั้ง</source>
        <translation>Sessions {first}–{last} of {count}</translation>
    </message>
    <message>
        <source>ยังไม่ได้กำหนดวัน</source>
        <translation>No days set yet</translation>
    </message>
    <message>
        <source>ตาราง (*.xlsx *.csv)</source>
        <translation>Tables (*.xlsx *.csv)</translation>
    </message>
</context>
<context>
    <name>GridTable</name>
    <message>
        <source>ก่อนวันที่เข้าร่วม</source>
        <translation>Before they joined</translation>
    </message>
    <message>
        <source>หลังวันที่ออก</source>
        <translation>After they left</translation>
    </message>
    <message>
        <source>ยังไม่ถึงวัน ลงได้เฉพาะที่ลาไว้</source>
        <translation>Still to come: only leave can be marked</translation>
    </message>
    <message>
        <source>ยังไม่ได้จัด ลงคนแรกว่ามาแล้วนับว่าจัด</source>
        <translation>Not held yet: the first mark of somebody there holds it</translation>
    </message>
    <message>
        <source>ชื่อ</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ร้อยละ</source>
        <translation>Percent</translation>
    </message>
    <message>
        <source>ขาดได้อีก</source>
        <translation>May miss</translation>
    </message>
</context>
<context>
    <name>MarkQueue</name>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Saved</translation>
    </message>
</context>
<context>
    <name>MeetingsCard</name>
    <message>
        <source>กี่ครั้ง</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>มากกว่าหนึ่งครั้งคือทุกสัปดาห์วันเดียวกัน เดือนที่หมู่บ้านถูกตัดขาดข้ามไป</source>
        <translation>More than one: weekly on the same day; months in which a village is cut off are left out</translation>
    </message>
    <message>
        <source>เพิ่มครั้งที่พบกัน</source>
        <translation>Add meetings</translation>
    </message>
    <message>
        <source>ทะเบียนเวลาเรียน ทุกวันในหน้าเดียว</source>
        <translation>Attendance register, all days on one page</translation>
    </message>
    <message>
        <source>พิมพ์บันทึกกิจกรรมทุกครั้งที่จัด</source>
        <translation>Print the record of every session held</translation>
    </message>
    <message>
        <source>ยังไม่ได้กำหนดวัน</source>
        <translation>No days yet</translation>
    </message>
    <message>
        <source>ใส่วันที่พบกันก่อน</source>
        <translation>Give the day first</translation>
    </message>
</context>
<context>
    <name>MeetingsPresenter</name>
    <message numerus="yes">
        <source>ข้าม %n วันในเดือนที่หมู่บ้านถูกตัดขาด</source>
        <translation>
            <numerusform>%n day left out in months when a village is cut off</numerusform>
            <numerusform>%n days left out in months when a village is cut off</numerusform>
        </translation>
    </message>
    <message>
        <source>เพิ่มครั้งที่พบกันแล้ว</source>
        <translation>Meetings were added</translation>
    </message>
</context>
<context>
    <name>OldSheetDialog</name>
    <message>
        <source>นำใบเก่าเข้า</source>
        <translation>Take an old sheet in</translation>
    </message>
    <message>
        <source>{title}: {days} วัน {people} คน {marks} ช่องที่อ่านได้</source>
        <translation>{title}: {days} days, {people} people, {marks} places read</translation>
    </message>
    <message>
        <source>วันที่กิจกรรมยังไม่มี จะเพิ่มเมื่อมีคนลง: {days}</source>
        <translation>Days that the course does not have yet, added where somebody is marked: {days}</translation>
    </message>
    <message>
        <source>ยังไม่ตัดสิน</source>
        <translation>Not decided yet</translation>
    </message>
    <message>
        <source>คนใหม่ เพิ่มชื่อในกิจกรรม</source>
        <translation>Somebody new: add to the course</translation>
    </message>
    <message>
        <source>ไม่นำเข้าแถวนี้</source>
        <translation>Leave this row out</translation>
    </message>
    <message numerus="yes">
        <source>ชื่อที่ไม่แน่ใจทั้ง %n แถว</source>
        <translation>
            <numerusform>The %n row whose name is not sure</numerusform>
            <numerusform>All %n rows whose names are not sure</numerusform>
        </translation>
    </message>
    <message>
        <source>แต่ละแถวยังเปลี่ยนเองได้</source>
        <translation>Each row can still be changed by itself</translation>
    </message>
    <message>
        <source>คือ {name}</source>
        <translation>It is {name}</translation>
    </message>
    <message>
        <source>แถว {row}: {name}</source>
        <translation>Row {row}: {name}</translation>
    </message>
    <message>
        <source>คงไว้ตามเดิม</source>
        <translation>Leave as it is</translation>
    </message>
    <message numerus="yes">
        <source>ช่องที่ไม่แน่ใจทั้ง %n ช่อง</source>
        <translation>
            <numerusform>The %n place that is not sure</numerusform>
            <numerusform>All %n places that are not sure</numerusform>
        </translation>
    </message>
    <message>
        <source>แต่ละช่องยังเปลี่ยนเองได้</source>
        <translation>Each place can still be changed by itself</translation>
    </message>
    <message>
        <source>ยังไม่นำเข้า</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>อ่านไม่ออกว่ามาหรือไม่มา</source>
        <translation>It is not clear whether they came</translation>
    </message>
    <message>
        <source>ในทะเบียนตอนนี้: {code}</source>
        <translation>In the register now: {code}</translation>
    </message>
    <message numerus="yes">
        <source>เหลือตัดสิน %n ข้อ</source>
        <translation>
            <numerusform>%n still to decide</numerusform>
            <numerusform>%n still to decide</numerusform>
        </translation>
    </message>
    <message>
        <source>นำเข้า</source>
        <translation>Take in</translation>
    </message>
</context>
<context>
    <name>PhotographsScreen</name>
    <message>
        <source>ภาพของครั้งนี้ เลือกไฟล์ ลากมาวาง หรือคัดลอกแล้วกด Ctrl+V ภาพใหญ่ย่อให้เอง
บอกว่ามีคนในภาพไหม และทุกคนยินยอมแล้วหรือยัง ยังไม่บอก ภาพนั้นพิมพ์หรือส่งออกไม่ได้</source>
        <translation>Pictures of this session: choose files, drop them here, or copy and press Ctrl+V. Large ones are made small.
Say whether people are seen on it and whether all of them agreed. Until then the picture is neither printed nor copied out.</translation>
    </message>
    <message>
        <source>หน้าของครั้งนี้</source>
        <translation>Page of this session</translation>
    </message>
</context>
<context>
    <name>RegisterPresenter</name>
    <message>
        <source>ลงว่าทุกคนมาแล้ว</source>
        <translation>Everybody was marked present</translation>
    </message>
    <message>
        <source>เพิ่ม {name} แล้ว</source>
        <translation>{name} was added</translation>
    </message>
    <message>
        <source>นับตั้งแต่วันนี้แล้ว</source>
        <translation>Counted from this day</translation>
    </message>
</context>
<context>
    <name>RegisterScreen</name>
    <message>
        <source>กดเลข 1 ถึง 9 ลงเวลาคนที่อยู่ที่แถบ แล้วไปคนถัดไปเอง Enter ข้ามไป 0 หรือ Delete ถอนที่ลงไว้
ทุกการกดเก็บทันที ลงใหม่ทับได้ ที่ลงล่าสุดนับ คนที่ไม่ได้ลงคือยังไม่ได้ลง ไม่ใช่ขาด
ทุกคนมา ลงให้คนที่ยังไม่ได้ลง แล้วแก้เฉพาะคนที่ไม่มา กดคืนได้ทั้งหมด
ลงบนกระดาษก่อนก็ได้ พิมพ์ใบกาช่อง แล้วอ่านจากภาพถ่ายของใบ</source>
        <translation>Keys 1 to 9 mark whoever is in the bar and go on to the next; Enter skips, 0 or Delete takes back.
Each key is stored at once. Mark again to correct: the latest counts. Who is not marked is not marked, not absent.
All came marks those not marked yet; then change only those who did not come. All of it can be taken back.
Or mark on paper first: print the sheet to mark, then read a photograph of it.</translation>
    </message>
    <message>
        <source>ทุกคนมา</source>
        <translation>All came</translation>
    </message>
    <message>
        <source>บันทึกกิจกรรม งด หรือแก้วันเวลา</source>
        <translation>Activity record, cancel, or change the time</translation>
    </message>
    <message>
        <source>คนที่เพิ่งมา พิมพ์ชื่อหรือชื่อเล่นแล้วกด Enter</source>
        <translation>Somebody who walked in: type a name or nickname and press Enter</translation>
    </message>
    <message>
        <source>รายชื่อผู้เรียนรู้</source>
        <translation>Learners</translation>
    </message>
    <message>
        <source>ยังไม่มีชื่อในใบนี้</source>
        <translation>Nobody is on this register yet</translation>
    </message>
    <message>
        <source>เพิ่มชื่อที่หน้ากิจกรรม หรือพิมพ์ชื่อคนที่มาด้านล่าง</source>
        <translation>Add names on the page of the course, or type below who came</translation>
    </message>
    <message numerus="yes">
        <source>เข้ากิจกรรมหลังวันนี้ %n คน จึงยังไม่อยู่ในใบนี้</source>
        <translation>
            <numerusform>%n person came into the course after this day, and so is not on this register</numerusform>
            <numerusform>%n people came into the course after this day, and so are not on this register</numerusform>
        </translation>
    </message>
    <message>
        <source>ให้นับตั้งแต่วันนี้</source>
        <translation>Count from this day</translation>
    </message>
    <message>
        <source>หน้ากิจกรรม</source>
        <translation>Page of the course</translation>
    </message>
    <message>
        <source>อ่านจากภาพถ่าย</source>
        <translation>Read a photograph</translation>
    </message>
    <message>
        <source>พิมพ์ใบลงเวลา</source>
        <translation>Print the register</translation>
    </message>
</context>
<context>
    <name>RegisterTable</name>
    <message>
        <source>ชื่อ</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ขาดได้อีก</source>
        <translation>May miss</translation>
    </message>
    <message numerus="yes">
        <source>%n นาที</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>บอกไว้ก่อน</source>
        <translation>told before</translation>
    </message>
</context>
<context>
    <name>SessionCommands</name>
    <message>
        <source>ลงเวลา, เช็กชื่อ, เช็คชื่อ, ขานชื่อ, ใครมา, ใบลงเวลา</source>
        <translation>take the register, register, attendance, roll call, who came</translation>
    </message>
    <message>
        <source>ลงเวลา</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>ทะเบียนเวลาเรียน</source>
        <translation>Attendance register</translation>
    </message>
    <message>
        <source>เขียนหลังพบกัน ใครมา ทำอะไร ได้ผลอย่างไร</source>
        <translation>Written after the session: who came, what was done, what came of it</translation>
    </message>
    <message>
        <source>บัญชีลงเวลา</source>
        <translation>Sheet to sign</translation>
    </message>
    <message>
        <source>บันทึกกิจกรรม</source>
        <translation>Record of the session</translation>
    </message>
    <message>
        <source>ใบกาช่องสำหรับถ่ายรูป</source>
        <translation>Sheet to mark and photograph</translation>
    </message>
    <message>
        <source>ทะเบียนเวลาเรียนเปล่า</source>
        <translation>Attendance register, blank</translation>
    </message>
    <message>
        <source>ใบหลายวันสำหรับถ่ายรูป</source>
        <translation>Sheet of many days, to photograph</translation>
    </message>
    <message>
        <source>ภาพและเอกสาร</source>
        <translation>Pictures and papers</translation>
    </message>
</context>
<context>
    <name>SessionPresenter</name>
    <message>
        <source>ย้ายไป {day} แล้ว</source>
        <translation>Moved to {day}</translation>
    </message>
</context>
<context>
    <name>SessionScreen</name>
    <message>
        <source>บันทึกกิจกรรม</source>
        <translation>Activity record</translation>
    </message>
    <message>
        <source>เวลาเลิกอยู่ก่อนเวลาเริ่ม</source>
        <translation>It ends before it begins</translation>
    </message>
    <message>
        <source>ลงเวลา</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>เปิดใบลงเวลา</source>
        <translation>Open the register</translation>
    </message>
    <message>
        <source>หน้ากิจกรรม</source>
        <translation>Page of the course</translation>
    </message>
    <message>
        <source>เขียนว่าทำอะไร ได้อะไร และครั้งหน้าทำอะไรต่อ ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ
ลงเวลาคนแรกว่ามา โปรแกรมบันทึกว่าจัดแล้วเอง จะงดต้องบอกเหตุ
งดผิดหรือจัดผิด กดคืนค่า ย้ายไปวันอื่นคือ งดครั้งนี้แล้วนัดครั้งใหม่ ที่ลงเวลาไว้อยู่กับครั้งเดิม</source>
        <translation>Write what was done, what came of it and what comes next. Each field saves itself once typed.
The first mark of somebody as there notes the session as held. Cancelling asks for a reason.
What was held or cancelled by mistake is undone. Moving cancels this session and plans a new one; what was marked stays with this one.</translation>
    </message>
</context>
<context>
    <name>SessionWords</name>
    <message numerus="yes">
        <source>ครั้งที่ %n ของวัน</source>
        <translation>
            <numerusform>meeting %n of the day</numerusform>
            <numerusform>meeting %n of the day</numerusform>
        </translation>
    </message>
    <message>
        <source>ย้ายไป {day}</source>
        <translation>Moved to {day}</translation>
    </message>
    <message>
        <source>ย้ายมาจาก {day}</source>
        <translation>Moved from {day}</translation>
    </message>
    <message>
        <source>งด: {why}</source>
        <translation>Cancelled: {why}</translation>
    </message>
    <message>
        <source>ยังไม่ลงเวลา</source>
        <translation>Register not taken</translation>
    </message>
    <message>
        <source>ยังไม่ได้จัด</source>
        <translation>Not held yet</translation>
    </message>
    <message>
        <source>มา {present} จาก {listed} คน</source>
        <translation>{present} of {listed} came</translation>
    </message>
    <message numerus="yes">
        <source>ยังไม่ลง %n คน</source>
        <translation>
            <numerusform>%n not marked</numerusform>
            <numerusform>%n not marked</numerusform>
        </translation>
    </message>
    <message>
        <source>ลงครบแล้ว</source>
        <translation>all marked</translation>
    </message>
    <message numerus="yes">
        <source>ผู้เรียนรู้ทั้งหมด %n คน</source>
        <translation>
            <numerusform>%n learner in all</numerusform>
            <numerusform>%n learners in all</numerusform>
        </translation>
    </message>
    <message>
        <source>ข้อมูลของคนนี้ถูกระงับ จึงลงเวลาไม่ได้</source>
        <translation>This person&apos;s record is restricted, so they cannot be marked</translation>
    </message>
    <message>
        <source>{name}: มา {present} จาก {expected} ครั้งที่ต้องมา จัดแล้ว {held} ครั้ง</source>
        <translation>{name}: at {present} of {expected} expected meetings; {held} were held</translation>
    </message>
    <message>
        <source>ลงเวลาคนที่มา ไม่กี่นาทีก็เสร็จ ถ้าไม่ได้จัดให้งดและบอกเหตุ</source>
        <translation>Mark who came; it takes minutes. If it was not held, cancel it and say why.</translation>
    </message>
    <message>
        <source>ขาดสามครั้งติดกันที่ {course} ตั้งแต่ {day} ไปถามข่าว</source>
        <translation>Away three times in a row from {course}, since {day}: ask how they are</translation>
    </message>
    <message>
        <source>{course}: มา {present} จาก {expected} ครั้ง ถึง {rule} % ไม่ได้แล้ว</source>
        <translation>{course}: at {present} of {expected}; {rule} % cannot be reached any more</translation>
    </message>
    <message>
        <source>{course}: มา {present} จาก {expected} ครั้ง ต่ำกว่าเกณฑ์ {rule} %</source>
        <translation>{course}: at {present} of {expected}, under {rule} %</translation>
    </message>
    <message>
        <source>พบกันวันนี้</source>
        <translation>Meets today</translation>
    </message>
    <message>
        <source>ขาดติดกัน</source>
        <translation>Away in a row</translation>
    </message>
    <message>
        <source>มาไม่ถึงเกณฑ์</source>
        <translation>Under the rule</translation>
    </message>
    <message>
        <source>ถึง {rule} % ไม่ได้แล้ว</source>
        <translation>{rule} % cannot be reached any more</translation>
    </message>
    <message>
        <source>ขาดไม่ได้อีกแล้ว</source>
        <translation>May miss no more</translation>
    </message>
    <message numerus="yes">
        <source>ขาดได้อีก %n ครั้ง</source>
        <translation>
            <numerusform>May miss %n more</numerusform>
            <numerusform>May miss %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetReading</name>
    <message>
        <source>ลงจากภาพถ่ายแล้ว</source>
        <translation>Marked from a photograph</translation>
    </message>
</context>
<context>
    <name>ShiftCard</name>
    <message>
        <source>ย้ายไปวันอื่น</source>
        <translation>Move to another day</translation>
    </message>
    <message>
        <source>ครั้งนี้จะงดและบอกเหตุ ครั้งใหม่ได้เวลา สถานที่ และผู้สอนเดิม</source>
        <translation>This session is cancelled with its reason. The new one keeps time, place and teacher.</translation>
    </message>
    <message>
        <source>ย้ายไปวันที่</source>
        <translation>To the day</translation>
    </message>
    <message>
        <source>หมายเหตุ</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>ย้ายครั้งนี้</source>
        <translation>Move this session</translation>
    </message>
    <message>
        <source>ใส่วันที่จะย้ายไปก่อน</source>
        <translation>Give the day first</translation>
    </message>
    <message>
        <source>เลือกเหตุที่ย้ายก่อน</source>
        <translation>Choose why first</translation>
    </message>
</context>
</TS>
