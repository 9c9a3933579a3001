<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>ConsentForm</name>
    <message>
        <source>เลือกว่ายินยอมหรือไม่</source>
        <translation>Choose whether they consent</translation>
    </message>
    <message>
        <source>บันทึกคำตอบ</source>
        <translation>Save the answer</translation>
    </message>
    <message>
        <source>ยินยอม</source>
        <translation>Consents</translation>
    </message>
    <message>
        <source>ไม่ยินยอม</source>
        <translation>Does not consent</translation>
    </message>
</context>
<context>
    <name>ConsentRow</name>
    <message>
        <source>ถอนความยินยอม</source>
        <translation>Take consent back</translation>
    </message>
    <message>
        <source>ถอนตามนี้</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>ยังไม่ถอน</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>ไม่บันทึก</source>
        <translation>Do not save</translation>
    </message>
    <message>
        <source>ถ้าถอน จะเป็นอย่างนี้</source>
        <translation>If it is taken back, this follows</translation>
    </message>
    <message>
        <source>ขออีกครั้ง</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>บันทึกการขอ</source>
        <translation>Note the asking</translation>
    </message>
    <message>
        <source>ถึง {date}</source>
        <translation>until {date}</translation>
    </message>
</context>
<context>
    <name>ConsentWords</name>
    <message>
        <source>อายุไม่เกิน 10 ปี: ผู้ใช้อำนาจปกครองลงชื่อแทนเด็ก ผู้ดูแลจริงที่ไม่มีอำนาจปกครองลงแทนไม่ได้</source>
        <translation>At most 10 years old: the holder of parental power signs for the child; a daily carer without that power cannot</translation>
    </message>
    <message>
        <source>อายุเกิน 10 ปี ไม่ถึง 20 ปี: ต้องได้ทั้งคำตอบตกลงของเจ้าตัว และลายชื่อของผู้ใช้อำนาจปกครอง</source>
        <translation>Over 10 and under 20: both the learner’s own agreement and the signature of the holder of parental power</translation>
    </message>
    <message>
        <source>ยังไม่ถึง 20 ปี แต่สมรสตามกฎหมายแล้ว: เจ้าตัวลงชื่อเอง</source>
        <translation>Under 20 but lawfully married: the learner signs alone</translation>
    </message>
    <message>
        <source>อายุ 20 ปีขึ้นไป: เจ้าตัวลงชื่อเอง คนอื่นลงแทนไม่ได้</source>
        <translation>Aged 20 or over: the learner signs; nobody can sign for them</translation>
    </message>
    <message>
        <source>ศาลสั่งให้เป็นคนไร้ความสามารถ: ผู้อนุบาลลงชื่อแทน</source>
        <translation>Incompetent by order of a court: the guardian signs</translation>
    </message>
    <message>
        <source>ศาลสั่งให้เป็นคนเสมือนไร้ความสามารถ: ผู้พิทักษ์ลงชื่อ</source>
        <translation>Quasi-incompetent by order of a court: the curator signs</translation>
    </message>
    <message>
        <source>ไม่รู้วันเกิด เลือกอายุและสถานะก่อน จึงจะรู้ว่าใครต้องลงชื่อ</source>
        <translation>The birth date is not known: choose age and situation first, to know who signs</translation>
    </message>
    <message>
        <source>(นับจากวันเกิดที่รู้เพียงบางส่วน เลือกใหม่ได้ถ้าไม่ตรง)</source>
        <translation>(counted from a birth date known in part; choose another if it does not fit)</translation>
    </message>
</context>
<context>
    <name>ConsentsCard</name>
    <message>
        <source>พิมพ์แบบขอความยินยอม</source>
        <translation>Print the consent form</translation>
    </message>
    <message>
        <source>ความยินยอม</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>อ่านให้ฟังในภาษาของเขา ทีละเรื่อง ถอนได้ทุกเมื่อโดยไม่กระทบการรับบริการ</source>
        <translation>Read it out in their language, one matter at a time. It can be withdrawn at any time; the help goes on.</translation>
    </message>
</context>
<context>
    <name>EditWords</name>
    <message>
        <source>หมู่ {moo}</source>
        <translation>Moo {moo}</translation>
    </message>
    <message>
        <source>เอาออก: {kind}</source>
        <translation>Removed: {kind}</translation>
    </message>
    <message>
        <source>เพิ่ม: {kind}</source>
        <translation>Added: {kind}</translation>
    </message>
    <message>
        <source>แก้: {kind}</source>
        <translation>Changed: {kind}</translation>
    </message>
    <message>
        <source>(ปิดไว้)</source>
        <translation>(covered)</translation>
    </message>
    <message>
        <source>ภาพใหม่</source>
        <translation>New picture</translation>
    </message>
</context>
<context>
    <name>EditsTab</name>
    <message>
        <source>ดูที่เก่ากว่านี้</source>
        <translation>Show older ones</translation>
    </message>
    <message>
        <source>ประวัติและครอบครัว</source>
        <translation>Profile and family</translation>
    </message>
    <message>
        <source>HETT</source>
        <translation>HETT</translation>
    </message>
    <message>
        <source>แผน</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>ยังไม่มีการแก้ไข</source>
        <translation>No changes yet</translation>
    </message>
    <message>
        <source>ผู้ใช้จากเครื่องอื่น</source>
        <translation>A user of another laptop</translation>
    </message>
    <message>
        <source>จากอีกเครื่อง</source>
        <translation>From another laptop</translation>
    </message>
    <message>
        <source>จากการนำเข้า</source>
        <translation>From an import</translation>
    </message>
    <message>
        <source>นาฬิกาเครื่องนั้นไม่ตรง</source>
        <translation>That laptop&apos;s clock is off</translation>
    </message>
    <message>
        <source>คืนค่าเดิม</source>
        <translation>Put back</translation>
    </message>
    <message numerus="yes">
        <source>{kind} %n รายการ</source>
        <translation>
            <numerusform>{kind}: %n</numerusform>
            <numerusform>{kind}: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>ทำพร้อมกันในครั้งเดียว: {list}</source>
        <translation>Done at one stroke: {list}</translation>
    </message>
    <message numerus="yes">
        <source>และอีก %n ช่อง</source>
        <translation>
            <numerusform>and %n more field</numerusform>
            <numerusform>and %n more fields</numerusform>
        </translation>
    </message>
    <message>
        <source>(ว่าง)</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>รับเข้าทะเบียน</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>เริ่มแผนรายบุคคล</source>
        <translation>Individual plan begun</translation>
    </message>
    <message>
        <source>ตกลงแผนรายบุคคล</source>
        <translation>Individual plan agreed</translation>
    </message>
    <message>
        <source>ปิดแผนรายบุคคล</source>
        <translation>Individual plan closed</translation>
    </message>
    <message>
        <source>ได้เอกสาร</source>
        <translation>Received a paper</translation>
    </message>
    <message>
        <source>นัดต่อ {date} {text}</source>
        <translation>Next meeting {date} {text}</translation>
    </message>
    <message>
        <source>พยายามติดต่อ · {way}</source>
        <translation>Tried to reach them · {way}</translation>
    </message>
    <message>
        <source>ประเมิน HETT · {round}</source>
        <translation>HETT assessed · {round}</translation>
    </message>
    <message>
        <source>ทบทวนแผน · {result}</source>
        <translation>Plan reviewed · {result}</translation>
    </message>
    <message>
        <source>เริ่มเรียน {level}</source>
        <translation>Began {level}</translation>
    </message>
    <message>
        <source>ออกจาก {level}</source>
        <translation>Left {level}</translation>
    </message>
    <message>
        <source>เพิ่มเอกสาร · {title}</source>
        <translation>Document added · {title}</translation>
    </message>
    <message>
        <source>สัญญาณเสี่ยง · {risk}</source>
        <translation>Risk flag · {risk}</translation>
    </message>
    <message>
        <source>คลี่คลายแล้ว · {risk}</source>
        <translation>Resolved · {risk}</translation>
    </message>
    <message>
        <source>{what} ฉบับที่ {number}</source>
        <translation>{what}, version {number}</translation>
    </message>
</context>
<context>
    <name>GoalRow</name>
    <message>
        <source>วัดจาก {measure}</source>
        <translation>Measured by {measure}</translation>
    </message>
    <message>
        <source>เป้าหมาย {target}</source>
        <translation>Target {target}</translation>
    </message>
    <message>
        <source>ภายใน {date}</source>
        <translation>By {date}</translation>
    </message>
    <message>
        <source>ผล: {result}</source>
        <translation>Result: {result}</translation>
    </message>
</context>
<context>
    <name>HettPresenter</name>
    <message>
        <source>เริ่มรอบประเมินใหม่แล้ว</source>
        <translation>New round begun</translation>
    </message>
    <message>
        <source>เอารอบประเมินออกแล้ว</source>
        <translation>Round removed</translation>
    </message>
    <message>
        <source>ประเมินเสร็จแล้ว</source>
        <translation>Assessment finished</translation>
    </message>
</context>
<context>
    <name>HettTab</name>
    <message>
        <source>เริ่มประเมินรอบใหม่</source>
        <translation>Begin a new round</translation>
    </message>
    <message>
        <source>รอบประเมิน</source>
        <translation>Rounds</translation>
    </message>
    <message>
        <source>ครั้งแรก ล่าสุด และเป้าหมาย</source>
        <translation>First, latest and target</translation>
    </message>
    <message>
        <source>แต่ละด้านตามรอบ</source>
        <translation>Each dimension by round</translation>
    </message>
    <message>
        <source>ยังไม่เคยประเมิน HETT</source>
        <translation>No HETT assessment yet</translation>
    </message>
    <message>
        <source>สี่ด้านของชีวิต: สุขภาพ วิชาการ อาชีพ และทักษะชีวิต ให้ระดับทีละข้อด้วยปุ่ม 1–4 บันทึกให้เองทุกข้อ หยุดกลางทางแล้วกลับมาต่อได้</source>
        <translation>Four sides of life: health, education, occupation and life skills. Press 1–4 for each indicator. Each is saved by itself; stop whenever you like and come back.</translation>
    </message>
    <message>
        <source>เริ่มประเมินแรกเข้า</source>
        <translation>Begin the first assessment</translation>
    </message>
    <message>
        <source>{round} {date}</source>
        <translation>{round} {date}</translation>
    </message>
    <message>
        <source>โดย {name}</source>
        <translation>by {name}</translation>
    </message>
    <message>
        <source>เฉลี่ย {level}</source>
        <translation>Mean {level}</translation>
    </message>
    <message>
        <source>ยังไม่ประเมิน</source>
        <translation>Not assessed</translation>
    </message>
    <message>
        <source>ไม่เกี่ยวข้องกับคนนี้</source>
        <translation>Does not apply to this person</translation>
    </message>
    <message>
        <source>เห็นจาก {evidence}</source>
        <translation>Seen from {evidence}</translation>
    </message>
    <message>
        <source>ขึ้นจาก {level}</source>
        <translation>up from {level}</translation>
    </message>
    <message>
        <source>ลงจาก {level}</source>
        <translation>down from {level}</translation>
    </message>
    <message>
        <source>แก้หรือประเมินต่อ</source>
        <translation>Edit or go on</translation>
    </message>
    <message>
        <source>เอารอบนี้ออก</source>
        <translation>Remove this round</translation>
    </message>
</context>
<context>
    <name>HouseholdCard</name>
    <message>
        <source>ครัวเรือนและพี่น้อง</source>
        <translation>Household and siblings</translation>
    </message>
    <message>
        <source>ผู้เรียนรู้ในบ้านเดียวกัน</source>
        <translation>Learners of the same house</translation>
    </message>
    <message>
        <source>อยู่บ้านเดียวกับใคร พิมพ์ชื่อเพื่อหา</source>
        <translation>Who do they live with? Type a name to search</translation>
    </message>
    <message>
        <source>ย้ายออกจากบ้านนี้</source>
        <translation>Moved out of this house</translation>
    </message>
</context>
<context>
    <name>LearnerCommands</name>
    <message>
        <source>ยกหรือคลี่คลายสัญญาณเสี่ยง</source>
        <translation>Raise or clear a risk flag</translation>
    </message>
    <message>
        <source>ของผู้เรียนรู้ที่ดูล่าสุด</source>
        <translation>Of the learner looked at last</translation>
    </message>
    <message>
        <source>เฝ้าระวัง เตือน ธง</source>
        <translation>warning sign alert</translation>
    </message>
</context>
<context>
    <name>LearnerDay</name>
    <message>
        <source>ต้องช่วยด่วน</source>
        <translation>Urgent help needed</translation>
    </message>
    <message>
        <source>สัญญาณเฝ้าระวัง</source>
        <translation>Risk flag</translation>
    </message>
    <message>
        <source>นัดหมายไว้</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>ไม่ได้ติดต่อนาน</source>
        <translation>Silent for long</translation>
    </message>
    <message>
        <source>ประเมินค้าง</source>
        <translation>Assessment open</translation>
    </message>
    <message>
        <source>ประเมิน HETT ไว้บางข้อ ยังไม่จบรอบ</source>
        <translation>Some HETT ratings are in; the round is not finished</translation>
    </message>
    <message>
        <source>ยังไม่ได้ประเมิน HETT</source>
        <translation>No HETT yet</translation>
    </message>
    <message>
        <source>เริ่มทำงานด้วยแล้ว แต่ยังไม่ได้ประเมิน HETT</source>
        <translation>Work has begun, but HETT was not assessed yet</translation>
    </message>
    <message>
        <source>เอกสารใกล้หมดอายุ</source>
        <translation>Paper expiring</translation>
    </message>
    <message>
        <source>เอกสารประจำตัวหมดอายุหรือใกล้หมด ช่วยนัดไปทำใหม่</source>
        <translation>An identity paper has expired or soon will: help to renew it</translation>
    </message>
    <message>
        <source>ยังไม่มีเอกสาร</source>
        <translation>No documents yet</translation>
    </message>
    <message>
        <source>มีแผนแล้วแต่ยังไม่มีเลขหรือเอกสารแสดงตัวตน</source>
        <translation>Has a plan, but no number or paper of identity yet</translation>
    </message>
    <message>
        <source>เปลี่ยนคำนำหน้า</source>
        <translation>Title change</translation>
    </message>
    <message>
        <source>ความยินยอมต้องขอใหม่</source>
        <translation>Consent to be asked anew</translation>
    </message>
    <message>
        <source>นัดไว้: {text}</source>
        <translation>Promised: {text}</translation>
    </message>
    <message numerus="yes">
        <source>ลงทะเบียนมา %n วัน ยังไม่มีใครติดต่อ</source>
        <translation>
            <numerusform>Registered %n day ago; nobody has been in touch</numerusform>
            <numerusform>Registered %n days ago; nobody has been in touch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ไม่มีใครติดต่อมา %n วันแล้ว</source>
        <translation>
            <numerusform>Nobody has been in touch for %n day</numerusform>
            <numerusform>Nobody has been in touch for %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>อายุครบ 15 ปี เสนอเปลี่ยนจาก {old} เป็น {new}</source>
        <translation>Has turned 15: change {old} to {new}?</translation>
    </message>
    <message>
        <source>ความยินยอมเรื่อง “{purpose}” หมดอายุแล้ว ขอใหม่</source>
        <translation>Consent to “{purpose}” has ended: ask anew</translation>
    </message>
    <message>
        <source>ความยินยอมเรื่อง “{purpose}” ใกล้หมดอายุ นัดขอใหม่</source>
        <translation>Consent to “{purpose}” ends soon: arrange to ask anew</translation>
    </message>
    <message>
        <source>อายุครบ 20 ปีแล้ว ขอความยินยอมเรื่อง “{purpose}” จากเจ้าตัว</source>
        <translation>Turned 20: ask the person for consent to “{purpose}”</translation>
    </message>
    <message>
        <source>ใกล้ครบ 20 ปี เตรียมขอความยินยอมเรื่อง “{purpose}” จากเจ้าตัว</source>
        <translation>Turns 20 soon: prepare to ask for consent to “{purpose}”</translation>
    </message>
</context>
<context>
    <name>LearnerDrafts</name>
    <message>
        <source>บันทึกการพบ</source>
        <translation>Note a meeting</translation>
    </message>
    <message>
        <source>สัญญาณเสี่ยง</source>
        <translation>Risk flag</translation>
    </message>
    <message>
        <source>คำตอบเรื่องความยินยอม</source>
        <translation>An answer about consent</translation>
    </message>
    <message>
        <source>คำขอแก้ให้ถูก</source>
        <translation>A request to put right</translation>
    </message>
</context>
<context>
    <name>LearnerHeader</name>
    <message>
        <source>บันทึกการพบ</source>
        <translation>Record a meeting</translation>
    </message>
    <message>
        <source>พิมพ์แผน</source>
        <translation>Print the plan</translation>
    </message>
    <message>
        <source>แก้ข้อมูล</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>อื่น ๆ</source>
        <translation>More</translation>
    </message>
    <message>
        <source>ลบหรือทำให้ไม่ระบุตัวตน…</source>
        <translation>Erase or make unknown…</translation>
    </message>
    <message>
        <source>ยังใช้คำเดิม</source>
        <translation>Keep the present one</translation>
    </message>
    <message>
        <source>ยังไม่มีแผนให้พิมพ์</source>
        <translation>No plan to print yet</translation>
    </message>
    <message>
        <source>อายุครบ 15 ปีแล้ว จะเปลี่ยนคำนำหน้าจาก {old} เป็น {new} ไหม</source>
        <translation>Has turned 15. Change the title from {old} to {new}?</translation>
    </message>
    <message>
        <source>ใช้ {new}</source>
        <translation>Use {new}</translation>
    </message>
    <message>
        <source>ระงับการใช้: {reason}</source>
        <translation>Restricted: {reason}</translation>
    </message>
    <message>
        <source>ขั้น: {step}</source>
        <translation>Step: {step}</translation>
    </message>
    <message>
        <source>รอส่งจังหวัด</source>
        <translation>Waiting for the province</translation>
    </message>
    <message>
        <source>ส่งถึงจังหวัดแล้ว</source>
        <translation>At the province</translation>
    </message>
    <message numerus="yes">
        <source>ข้อมูลขัดกัน %n จุด</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message>
        <source>อาจซ้ำกับคนอื่น</source>
        <translation>May be a duplicate</translation>
    </message>
    <message>
        <source>ยังขาด{field}</source>
        <translation>Missing: {field}</translation>
    </message>
</context>
<context>
    <name>LearnerPresenter</name>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>ไม่มีอะไรค้าง เก็บไว้ครบแล้ว</source>
        <translation>Nothing was waiting: all is kept already</translation>
    </message>
    <message>
        <source>เปลี่ยนคำนำหน้าเป็น {title} แล้ว</source>
        <translation>Title changed to {title}</translation>
    </message>
    <message>
        <source>ยังใช้คำนำหน้าเดิม แก้ได้ทุกเมื่อในประวัติ</source>
        <translation>The title stays; it can be changed in the profile at any time</translation>
    </message>
</context>
<context>
    <name>LearnerScreen</name>
    <message>
        <source>ผู้เรียนรู้</source>
        <translation>Learner</translation>
    </message>
    <message>
        <source>หน้านี้รวมทุกอย่างของผู้เรียนรู้หนึ่งคน ปุ่ม “ขั้นต่อไป” บอกสิ่งที่ควรทำก่อน แก้ข้อมูลตรงไหนก็บันทึกให้เอง เปลี่ยนแท็บด้วย Ctrl+Tab หรือ Alt+1 ถึง Alt+7 Ctrl+N บันทึกการพบ Ctrl+P พิมพ์แผน</source>
        <translation>All about one learner. The button of the next step tells what to do first. Whatever you change is saved by itself. Ctrl+Tab or Alt+1 to Alt+7 change the tab, Ctrl+N records a meeting, Ctrl+P prints the plan.</translation>
    </message>
    <message>
        <source>บทบาทของคุณเปิดส่วนนี้ไม่ได้</source>
        <translation>Your role cannot open this part.</translation>
    </message>
    <message>
        <source>ส่วนของหน้าผู้เรียนรู้</source>
        <translation>Parts of the learner&apos;s page</translation>
    </message>
    <message>
        <source>ยังไม่ได้เลือกผู้เรียนรู้</source>
        <translation>No learner chosen yet</translation>
    </message>
    <message>
        <source>คนที่เลือกจะอยู่ตรงนี้ ถ้าเคยเห็นแล้วหายไป เขาอาจถูกซ่อนหรือรวมกับอีกระเบียน</source>
        <translation>Whoever you choose is shown here. If someone was here before, they may have been hidden or merged with another record.</translation>
    </message>
    <message>
        <source>ไปที่รายชื่อ</source>
        <translation>Go to the list</translation>
    </message>
</context>
<context>
    <name>LearnerTabs</name>
    <message>
        <source>ภาพรวม</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>ประวัติและครอบครัว</source>
        <translation>Profile and family</translation>
    </message>
    <message>
        <source>HETT</source>
        <translation>HETT</translation>
    </message>
    <message>
        <source>แผน</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>บันทึก/เยี่ยมบ้าน</source>
        <translation>Notes and visits</translation>
    </message>
    <message>
        <source>เอกสาร</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>ประวัติการแก้ไข</source>
        <translation>Change history</translation>
    </message>
</context>
<context>
    <name>LearnerUrgentCard</name>
    <message numerus="yes">
        <source>มี %n เรื่องที่ยังไม่ปิด</source>
        <translation>
            <numerusform>%n still open</numerusform>
            <numerusform>%n still open</numerusform>
        </translation>
    </message>
    <message>
        <source>เรื่องเร่งด่วน</source>
        <translation>Urgent cases</translation>
    </message>
    <message>
        <source>เปิดเรื่อง</source>
        <translation>Open a case</translation>
    </message>
    <message>
        <source>เปิดวันนี้</source>
        <translation>opened today</translation>
    </message>
    <message numerus="yes">
        <source>ผ่านมา %n วัน</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextStepWords</name>
    <message>
        <source>ต้องช่วยด่วน</source>
        <translation>Urgent help needed</translation>
    </message>
    <message>
        <source>บันทึกสิ่งที่ทำ</source>
        <translation>Record what was done</translation>
    </message>
    <message>
        <source>นัดไว้ {date} ({when})</source>
        <translation>Promised for {date} ({when})</translation>
    </message>
    <message>
        <source>ไปพบตามที่นัดไว้</source>
        <translation>Meet them as promised</translation>
    </message>
    <message>
        <source>บันทึกการพบ</source>
        <translation>Record a meeting</translation>
    </message>
    <message>
        <source>ไปเยี่ยมครั้งแรก</source>
        <translation>Make the first visit</translation>
    </message>
    <message>
        <source>ยังไม่มีบันทึกการพบ เริ่มจากฟังเรื่องราวที่บ้าน</source>
        <translation>No meeting recorded yet. Begin by listening, at their home.</translation>
    </message>
    <message>
        <source>ขอความยินยอมทำแผน</source>
        <translation>Ask consent for the plan</translation>
    </message>
    <message>
        <source>อ่านให้ฟังในภาษาของเขา แล้วบันทึกคำตอบ</source>
        <translation>Read it out in their language, then record the answer</translation>
    </message>
    <message>
        <source>ไปที่ความยินยอม</source>
        <translation>Go to consent</translation>
    </message>
    <message>
        <source>ประเมิน HETT แรกเข้า</source>
        <translation>First HETT assessment</translation>
    </message>
    <message>
        <source>เพื่อเห็นสี่ด้านของชีวิตก่อนคุยเรื่องแผน</source>
        <translation>To see the four sides of life before talking of a plan</translation>
    </message>
    <message>
        <source>เริ่มประเมิน</source>
        <translation>Begin assessing</translation>
    </message>
    <message>
        <source>เริ่มแผนรายบุคคล</source>
        <translation>Begin the individual plan</translation>
    </message>
    <message>
        <source>เริ่มจากสิ่งที่เขาสนใจและอยากเป็น</source>
        <translation>Begin with what they like and wish to be</translation>
    </message>
    <message>
        <source>เริ่มแผน</source>
        <translation>Begin the plan</translation>
    </message>
    <message>
        <source>คุยแผนให้ตกลงกัน</source>
        <translation>Talk the plan over and agree</translation>
    </message>
    <message>
        <source>แผนยังเป็นร่าง อ่านด้วยกันแล้วลงชื่อ</source>
        <translation>The plan is a draft. Read it together, then sign.</translation>
    </message>
    <message>
        <source>เริ่มทำตามแผน</source>
        <translation>Start the plan</translation>
    </message>
    <message>
        <source>ตกลงกันแล้ว เริ่มกิจกรรมแรกได้</source>
        <translation>It is agreed. The first action can begin.</translation>
    </message>
    <message>
        <source>ทบทวนแผนด้วยกัน</source>
        <translation>Review the plan together</translation>
    </message>
    <message>
        <source>ครบกำหนดทบทวน {date} ({when})</source>
        <translation>Review due {date} ({when})</translation>
    </message>
    <message>
        <source>เปิดแผน</source>
        <translation>Open the plan</translation>
    </message>
    <message>
        <source>ไปหากันหน่อย</source>
        <translation>Drop in on them</translation>
    </message>
    <message numerus="yes">
        <source>ไม่ได้พบกัน %n วันแล้ว</source>
        <translation>
            <numerusform>Not met for %n day</numerusform>
            <numerusform>Not met for %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>เป้าหมายถัดไป</source>
        <translation>The next goal</translation>
    </message>
    <message>
        <source>ภายใน {date}</source>
        <translation>By {date}</translation>
    </message>
    <message>
        <source>ไปต่อตามแผน</source>
        <translation>Go on as planned</translation>
    </message>
    <message>
        <source>ไม่มีอะไรค้าง เจอกันครั้งหน้าก็บันทึกไว้</source>
        <translation>Nothing waits. Record it when you next meet.</translation>
    </message>
</context>
<context>
    <name>OverviewPresenter</name>
    <message>
        <source>ยกสัญญาณเสี่ยงแล้ว</source>
        <translation>Risk flag raised</translation>
    </message>
    <message>
        <source>คลี่คลายสัญญาณเสี่ยงแล้ว</source>
        <translation>Risk flag cleared</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>HETT</source>
        <translation>HETT</translation>
    </message>
    <message>
        <source>พบกันล่าสุด</source>
        <translation>Last meeting</translation>
    </message>
    <message>
        <source>ผู้ดูแล</source>
        <translation>Carers</translation>
    </message>
    <message>
        <source>เส้นเวลา</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>ดูทั้งหมด</source>
        <translation>See all</translation>
    </message>
    <message>
        <source>ขั้นต่อไป: {step}</source>
        <translation>Next step: {step}</translation>
    </message>
    <message>
        <source>ยังไม่เคยประเมิน</source>
        <translation>Not assessed yet</translation>
    </message>
    <message>
        <source>ล่าสุด {date}</source>
        <translation>Latest {date}</translation>
    </message>
    <message>
        <source>HETT สี่ด้านของชีวิต</source>
        <translation>HETT: four sides of life</translation>
    </message>
    <message>
        <source>ยังไม่มีบันทึกการพบ กด “บันทึกการพบ” ด้านบนเพื่อเริ่ม</source>
        <translation>No meeting recorded yet. Press “Record a meeting” above to begin.</translation>
    </message>
    <message>
        <source>นัดต่อ {date} {text}</source>
        <translation>Next meeting {date} {text}</translation>
    </message>
    <message>
        <source>แผนรายบุคคล</source>
        <translation>Individual plan</translation>
    </message>
    <message>
        <source>ยังไม่มีแผน เมื่อมีแผน เป้าหมายและความก้าวหน้าจะอยู่ตรงนี้</source>
        <translation>No plan yet. Once there is one, its goals and progress are here.</translation>
    </message>
    <message>
        <source>{status} · ทำได้แล้ว {done} จาก {total} เป้าหมาย</source>
        <translation>{status} · {done} of {total} goals done</translation>
    </message>
    <message>
        <source>“{dream}”</source>
        <translation>“{dream}”</translation>
    </message>
    <message>
        <source>ยังไม่มีเป้าหมายในแผน</source>
        <translation>The plan has no goals yet</translation>
    </message>
    <message>
        <source>ภายใน {date}</source>
        <translation>By {date}</translation>
    </message>
    <message>
        <source>ดูแลทุกวัน</source>
        <translation>Daily care</translation>
    </message>
    <message>
        <source>ใช้อำนาจปกครอง</source>
        <translation>Legal guardian</translation>
    </message>
    <message>
        <source>ไม่มีเบอร์โทรศัพท์</source>
        <translation>No phone number</translation>
    </message>
    <message>
        <source>ยังไม่รู้ว่าใครดูแลอยู่</source>
        <translation>Who cares for them is not known yet</translation>
    </message>
    <message>
        <source>เบอร์เจ้าตัว {phone}</source>
        <translation>Own number {phone}</translation>
    </message>
    <message>
        <source>กำลังมา</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>ที่ส่งต่อ และที่มีคนรับปากไว้</source>
        <translation>Referrals, and what somebody has promised</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>เลขและเอกสาร</source>
        <translation>Numbers and papers</translation>
    </message>
    <message>
        <source>ไม่มีเลขก็ทำแผนและรับความช่วยเหลือได้ เก็บทุกเลขที่เคยใช้ไว้ค้นหา</source>
        <translation>Plans and help need no number. Keep every number ever used, so that it can be found.</translation>
    </message>
    <message>
        <source>เลข 13 หลัก หรือรหัส G</source>
        <translation>13 digits or a G code</translation>
    </message>
    <message>
        <source>เอกสารอื่น</source>
        <translation>Other paper</translation>
    </message>
    <message>
        <source>เลขที่เอกสาร</source>
        <translation>Number on the paper</translation>
    </message>
    <message>
        <source>เพิ่ม</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>เลือกชนิดเอกสารก่อน</source>
        <translation>Choose the kind of paper first.</translation>
    </message>
    <message>
        <source>พิมพ์เลขที่ตามเอกสาร</source>
        <translation>Type the number as on the paper.</translation>
    </message>
</context>
<context>
    <name>PlanPresenter</name>
    <message>
        <source>เริ่มแผนแล้ว</source>
        <translation>Plan begun</translation>
    </message>
</context>
<context>
    <name>PlanTab</name>
    <message>
        <source>เปิดแผน</source>
        <translation>Open the plan</translation>
    </message>
    <message>
        <source>พิมพ์</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>เริ่มแผนเปล่า</source>
        <translation>Begin an empty plan</translation>
    </message>
    <message>
        <source>แผนฉบับที่ {number}</source>
        <translation>Plan, version {number}</translation>
    </message>
    <message>
        <source>ความฝัน</source>
        <translation>Dream</translation>
    </message>
    <message>
        <source>ความสนใจ</source>
        <translation>Interests</translation>
    </message>
    <message>
        <source>ทุนเดิม</source>
        <translation>Strengths</translation>
    </message>
    <message>
        <source>เงื่อนไขชีวิต</source>
        <translation>Conditions of life</translation>
    </message>
    <message>
        <source>ตกลงกันเมื่อ</source>
        <translation>Agreed on</translation>
    </message>
    <message>
        <source>กำหนดทบทวน</source>
        <translation>Review due</translation>
    </message>
    <message>
        <source>ทำได้แล้ว {done} จาก {total}</source>
        <translation>{done} of {total} done</translation>
    </message>
    <message>
        <source>เป้าหมายและกิจกรรม</source>
        <translation>Goals and actions</translation>
    </message>
    <message>
        <source>ยังไม่มีเป้าหมาย เปิดแผนเพื่อเขียนเป้าหมายแรก</source>
        <translation>No goals yet. Open the plan to write the first.</translation>
    </message>
    <message>
        <source>ทุกฉบับ</source>
        <translation>All versions</translation>
    </message>
    <message>
        <source>ฉบับที่ {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>เริ่มจากสิ่งที่เขาสนใจ แล้วค่อยตั้งเป้าหมายด้วยกัน</source>
        <translation>Begin with what they like, then set goals together.</translation>
    </message>
    <message>
        <source>เขาสนใจ {interests}</source>
        <translation>They like {interests}</translation>
    </message>
    <message>
        <source>เริ่มแผนฉบับใหม่</source>
        <translation>Begin a new version</translation>
    </message>
    <message>
        <source>ยังไม่มีแผนรายบุคคล</source>
        <translation>No individual plan yet</translation>
    </message>
    <message>
        <source>หรือเริ่มจากแบบที่ใกล้เคียง</source>
        <translation>Or begin from a template close to it</translation>
    </message>
    <message numerus="yes">
        <source>%n เป้าหมาย</source>
        <translation>
            <numerusform>%n goal</numerusform>
            <numerusform>%n goals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintsCard</name>
    <message>
        <source>ฉบับที่พิมพ์แล้ว</source>
        <translation>Printed versions</translation>
    </message>
    <message>
        <source>ได้กระดาษคืนมา พิมพ์เลขที่พิมพ์ลงใน Ctrl+K ก็เปิดแผนนั้นได้</source>
        <translation>Type the print number of a paper into Ctrl+K and its plan opens</translation>
    </message>
</context>
<context>
    <name>PrivateCard</name>
    <message>
        <source>ข้อมูลอ่อนไหว</source>
        <translation>Sensitive details</translation>
    </message>
    <message>
        <source>แสดงข้อมูลอ่อนไหว</source>
        <translation>Show sensitive details</translation>
    </message>
    <message>
        <source>ปิดไว้เหมือนเดิม</source>
        <translation>Cover them again</translation>
    </message>
    <message>
        <source>ความพิการ สุขภาพ ความเชื่อ ชาติพันธุ์ และเรื่องที่ต้องระวัง ปิดไว้ก่อน ทุกครั้งที่เปิดดูจะบันทึกว่าใครดู</source>
        <translation>Disability, health, belief, ethnic group and matters of care stay covered. Each time they are opened, it is noted who looked.</translation>
    </message>
    <message>
        <source>บทบาทของคุณไม่เปิดดูข้อมูลส่วนนี้</source>
        <translation>Your role does not open this part</translation>
    </message>
</context>
<context>
    <name>ProfilePresenter</name>
    <message>
        <source>เอาเลขหรือเอกสารออกแล้ว</source>
        <translation>Number or paper removed</translation>
    </message>
    <message>
        <source>เอาผู้ดูแลออกแล้ว</source>
        <translation>Carer removed</translation>
    </message>
    <message>
        <source>เอาช่วงที่เรียนออกแล้ว</source>
        <translation>Time of schooling removed</translation>
    </message>
    <message>
        <source>บันทึกเลขแล้ว</source>
        <translation>Number saved</translation>
    </message>
    <message>
        <source>เพิ่มเอกสารแล้ว</source>
        <translation>Paper added</translation>
    </message>
    <message>
        <source>บันทึกกลุ่มแล้ว</source>
        <translation>Groups saved</translation>
    </message>
    <message>
        <source>บันทึกเหตุแล้ว</source>
        <translation>Reasons saved</translation>
    </message>
    <message>
        <source>อยู่บ้านเดียวกันแล้ว</source>
        <translation>They share a house now</translation>
    </message>
    <message>
        <source>ย้ายออกจากบ้านนี้แล้ว</source>
        <translation>Moved out of this house</translation>
    </message>
    <message>
        <source>บันทึกคำตอบเรื่องความยินยอมแล้ว</source>
        <translation>Answer on consent recorded</translation>
    </message>
    <message>
        <source>บันทึกการถอนความยินยอมแล้ว</source>
        <translation>Withdrawal of consent recorded</translation>
    </message>
    <message numerus="yes">
        <source>เลขนี้มีอีก %n คนใช้อยู่ ตรวจกับเอกสารอีกครั้ง</source>
        <translation>
            <numerusform>%n other person has this number. Compare it with the paper.</numerusform>
            <numerusform>%n other people have this number. Compare it with the paper.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileTab</name>
    <message>
        <source>เพิ่มช่วงที่เรียน</source>
        <translation>Add a time of schooling</translation>
    </message>
    <message>
        <source>ยังไม่มีประวัติการเรียน</source>
        <translation>No schooling recorded yet</translation>
    </message>
    <message>
        <source>เพิ่มผู้ดูแล</source>
        <translation>Add a carer</translation>
    </message>
    <message>
        <source>ยังไม่รู้ว่าใครดูแล ผู้ดูแลจริงอาจไม่ใช่พ่อแม่ เพิ่มได้หลายคน</source>
        <translation>Who cares for them is not known yet. It may not be the parents; there can be several.</translation>
    </message>
    <message>
        <source>ชื่อ</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>เลขและเอกสาร</source>
        <translation>Numbers and papers</translation>
    </message>
    <message>
        <source>ตัวตนและการดูแล</source>
        <translation>Identity and care</translation>
    </message>
    <message>
        <source>ที่อยู่และการติดต่อ</source>
        <translation>Address and contact</translation>
    </message>
    <message>
        <source>ภาษา</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>การเรียนและอาชีพ</source>
        <translation>Schooling and work</translation>
    </message>
    <message>
        <source>ประวัติการเรียน</source>
        <translation>Schooling so far</translation>
    </message>
    <message>
        <source>กลุ่มและเหตุ</source>
        <translation>Groups and reasons</translation>
    </message>
    <message>
        <source>ผู้ดูแล</source>
        <translation>Carers</translation>
    </message>
    <message>
        <source>ผู้ดูแลจริงกับผู้ใช้อำนาจปกครองอาจเป็นคนละคน</source>
        <translation>The daily carer and the legal guardian may be two people.</translation>
    </message>
    <message>
        <source>ครัวเรือนและพี่น้อง</source>
        <translation>Household and siblings</translation>
    </message>
    <message>
        <source>ข้อมูลอ่อนไหว</source>
        <translation>Sensitive details</translation>
    </message>
    <message>
        <source>ความยินยอม</source>
        <translation>Consent</translation>
    </message>
    <message>
        <source>สิทธิของเจ้าของข้อมูล</source>
        <translation>Rights of the person</translation>
    </message>
    <message>
        <source>ยังไม่ระบุ</source>
        <translation>Not noted</translation>
    </message>
    <message>
        <source>หมู่ {moo}</source>
        <translation>Moo {moo}</translation>
    </message>
</context>
<context>
    <name>RatingDetail</name>
    <message>
        <source>เจ้าตัวให้ตัวเอง</source>
        <translation>Own rating</translation>
    </message>
    <message>
        <source>หลักฐานหรือสิ่งที่เห็น</source>
        <translation>Evidence, or what was seen</translation>
    </message>
    <message>
        <source>รอบก่อน</source>
        <translation>Last round</translation>
    </message>
</context>
<context>
    <name>RatingMode</name>
    <message>
        <source>กลับไปดูภาพรวม</source>
        <translation>Back to the overview</translation>
    </message>
    <message>
        <source>รอบ</source>
        <translation>Round</translation>
    </message>
    <message>
        <source>กด 1–4 ให้ระดับ · N ยังไม่ประเมิน · X ไม่เกี่ยวข้อง · F2 รายละเอียด · Ctrl+Enter ด้านถัดไป</source>
        <translation>1–4 rate · N not assessed · X does not apply · F2 details · Ctrl+Enter next dimension</translation>
    </message>
    <message>
        <source>แสดงข้ออ่อนไหว</source>
        <translation>Show sensitive ones</translation>
    </message>
    <message>
        <source>เสร็จรอบนี้</source>
        <translation>Finish this round</translation>
    </message>
    <message>
        <source>ด้านถัดไป</source>
        <translation>Next dimension</translation>
    </message>
    <message>
        <source>รอบก่อน {level}</source>
        <translation>last round {level}</translation>
    </message>
</context>
<context>
    <name>ReasonsCard</name>
    <message>
        <source>กลุ่มและเหตุที่ไม่ได้เรียน</source>
        <translation>Groups and reasons out of school</translation>
    </message>
    <message>
        <source>กลุ่มเป้าหมาย</source>
        <translation>Target groups</translation>
    </message>
    <message>
        <source>เหตุที่ไม่ได้เรียน</source>
        <translation>Reasons out of school</translation>
    </message>
    <message>
        <source>เหตุหลักหนึ่งข้อ</source>
        <translation>The one main reason</translation>
    </message>
    <message>
        <source>เหตุอื่น ๆ ตามคำของเขา</source>
        <translation>Other reasons, in their words</translation>
    </message>
    <message>
        <source>แสดงข้อที่อ่อนไหว</source>
        <translation>Show sensitive ones</translation>
    </message>
    <message>
        <source>ปิดไว้เหมือนเดิม</source>
        <translation>Cover again</translation>
    </message>
    <message>
        <source>ข้อที่อ่อนไหว เช่น คดีความ ความรุนแรง หรือยาเสพติด ปิดไว้ก่อน ทุกครั้งที่เปิดดูจะบันทึกว่าใครดู</source>
        <translation>Sensitive ones, such as court cases, violence or drugs, are covered. Each time they are shown, it is recorded who looked</translation>
    </message>
</context>
<context>
    <name>RiskForm</name>
    <message>
        <source>บันทึกสิ่งที่เขียนค้างไว้ก่อน</source>
        <translation>Save what you were writing first</translation>
    </message>
    <message>
        <source>เห็นอะไร</source>
        <translation>What was noticed</translation>
    </message>
    <message>
        <source>เลือกว่าเห็นสัญญาณอะไร</source>
        <translation>Choose what was noticed</translation>
    </message>
    <message>
        <source>เหตุที่ยกสัญญาณ</source>
        <translation>Why the flag is raised</translation>
    </message>
    <message>
        <source>เช่น ไม่มาเรียนตั้งแต่แม่ป่วย</source>
        <translation>Such as: not at lessons since the mother fell ill</translation>
    </message>
    <message>
        <source>คลี่คลายอย่างไร</source>
        <translation>How it was resolved</translation>
    </message>
    <message>
        <source>เช่น แม่หายแล้ว กลับมาเรียนทุกวัน</source>
        <translation>Such as: the mother is well, back every day</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>คลี่คลายแล้ว</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>ยกสัญญาณ</source>
        <translation>Raise the flag</translation>
    </message>
</context>
<context>
    <name>RisksCard</name>
    <message>
        <source>สัญญาณเสี่ยง</source>
        <translation>Risk flags</translation>
    </message>
    <message>
        <source>ยกสัญญาณเสี่ยง</source>
        <translation>Raise a risk flag</translation>
    </message>
    <message>
        <source>ไม่มีสัญญาณเสี่ยงตอนนี้</source>
        <translation>No risk flag now</translation>
    </message>
    <message numerus="yes">
        <source>ที่คลี่คลายแล้ว %n เรื่อง</source>
        <translation>
            <numerusform>%n resolved</numerusform>
            <numerusform>%n resolved</numerusform>
        </translation>
    </message>
    <message>
        <source>ตั้งแต่ {date}</source>
        <translation>Since {date}</translation>
    </message>
    <message>
        <source>{since} คลี่คลาย {date}</source>
        <translation>{since}, resolved {date}</translation>
    </message>
    <message>
        <source>คลี่คลายแล้ว…</source>
        <translation>Resolved…</translation>
    </message>
    <message>
        <source>คลี่คลายแล้ว: {risk}</source>
        <translation>Resolved: {risk}</translation>
    </message>
</context>
<context>
    <name>Summaries</name>
    <message>
        <source>ผู้ดูแลจริง</source>
        <translation>Daily carer</translation>
    </message>
    <message>
        <source>ใช้อำนาจปกครอง</source>
        <translation>Legal guardian</translation>
    </message>
    <message>
        <source>ตั้งแต่ {date}</source>
        <translation>since {date}</translation>
    </message>
    <message>
        <source>เลขประจำตัว 13 หลัก</source>
        <translation>National ID number</translation>
    </message>
    <message>
        <source>รหัส G</source>
        <translation>G code</translation>
    </message>
    <message>
        <source>รหัสชั่วคราวของศูนย์</source>
        <translation>Temporary code of the centre</translation>
    </message>
    <message>
        <source>เลขเดิม</source>
        <translation>Former number</translation>
    </message>
    <message>
        <source>เลขไม่ผ่านการตรวจ</source>
        <translation>Number fails its check</translation>
    </message>
    <message>
        <source>ผู้เห็น {name}</source>
        <translation>seen by {name}</translation>
    </message>
    <message>
        <source>หมดอายุ {date}</source>
        <translation>expires {date}</translation>
    </message>
</context>
<context>
    <name>VisitForm</name>
    <message>
        <source>บันทึกสิ่งที่เขียนค้างไว้ก่อน แล้วค่อยแก้คำเดิม</source>
        <translation>Save what you were writing first, then correct the old words</translation>
    </message>
    <message>
        <source>วิธีพบแบบอื่น</source>
        <translation>Other ways of meeting</translation>
    </message>
    <message>
        <source>พบอะไร คุยเรื่องอะไร</source>
        <translation>What you saw and talked about</translation>
    </message>
    <message>
        <source>เช่น น้องเดินได้ไกลขึ้น ยายอยากให้ครูมาทุกวันพุธ</source>
        <translation>e.g. Walks further now; grandmother asks the facilitator to come every Wednesday</translation>
    </message>
    <message>
        <source>เขียนสั้น ๆ ว่าพบอะไร คุยเรื่องอะไร</source>
        <translation>Say in a few words what you saw and talked about.</translation>
    </message>
    <message>
        <source>วันที่พบ</source>
        <translation>Met on</translation>
    </message>
    <message>
        <source>ที่ไหน</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>นัดครั้งต่อไป</source>
        <translation>Next meeting</translation>
    </message>
    <message>
        <source>นัดเรื่องอะไร</source>
        <translation>What about</translation>
    </message>
    <message>
        <source>เห็นได้เฉพาะผู้ที่ดูข้อมูลอ่อนไหวได้</source>
        <translation>Only for those who may see sensitive parts</translation>
    </message>
    <message>
        <source>บันทึก</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>VisitRow</name>
    <message>
        <source>เฉพาะผู้มีสิทธิ</source>
        <translation>Private</translation>
    </message>
    <message>
        <source>แก้คำ</source>
        <translation>Correct</translation>
    </message>
    <message numerus="yes">
        <source>แก้มาแล้ว %n ครั้ง ดูคำเดิม</source>
        <translation>
            <numerusform>Corrected %n time, see the earlier words</numerusform>
            <numerusform>Corrected %n times, see the earlier words</numerusform>
        </translation>
    </message>
    <message>
        <source>เขียนเมื่อ {when} โดย {name}</source>
        <translation>Written {when} by {name}</translation>
    </message>
    <message>
        <source>นัด {date} {text}</source>
        <translation>Next meeting {date} {text}</translation>
    </message>
    <message>
        <source>ไปตามนัดแล้ว {date} {text}</source>
        <translation>Promise kept {date} {text}</translation>
    </message>
    <message>
        <source>เลยนัด {date} {text}</source>
        <translation>Promise overdue {date} {text}</translation>
    </message>
</context>
<context>
    <name>VisitsPresenter</name>
    <message>
        <source>แก้คำบันทึกแล้ว</source>
        <translation>Words corrected</translation>
    </message>
    <message>
        <source>บันทึกการพบแล้ว</source>
        <translation>Meeting recorded</translation>
    </message>
</context>
<context>
    <name>VisitsTab</name>
    <message>
        <source>แก้คำบันทึก</source>
        <translation>Correct the words</translation>
    </message>
    <message>
        <source>บันทึกการพบ</source>
        <translation>Record a meeting</translation>
    </message>
    <message>
        <source>คำเดิมยังอยู่ใต้รายการที่แก้ ไม่มีอะไรหาย</source>
        <translation>The earlier words stay below the record; nothing is lost.</translation>
    </message>
    <message>
        <source>เขียนเท่าที่มีเวลา ร่างเก็บให้เองทุกวินาที</source>
        <translation>Write what time allows. The draft is kept every second.</translation>
    </message>
    <message>
        <source>เลิกแก้</source>
        <translation>Stop correcting</translation>
    </message>
    <message>
        <source>ที่ผ่านมา</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>ยังไม่มีบันทึก การพบครั้งแรกเขียนไว้ทางซ้ายได้เลย</source>
        <translation>No notes yet. Write the first meeting at the left.</translation>
    </message>
</context>
<context>
    <name>_RoundCard</name>
    <message>
        <source>เสร็จแล้ว</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>ยังไม่เสร็จ</source>
        <translation>Not finished</translation>
    </message>
    <message numerus="yes">
        <source>%n ข้อ</source>
        <translation>
            <numerusform>%n indicator</numerusform>
            <numerusform>%n indicators</numerusform>
        </translation>
    </message>
</context>
</TS>
