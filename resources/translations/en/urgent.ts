<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>CaseCard</name>
    <message>
        <source>เปิดเมื่อ {date}</source>
        <translation>opened {date}</translation>
    </message>
    <message>
        <source>ผู้รับผิดชอบ {name}</source>
        <translation>responsible: {name}</translation>
    </message>
    <message>
        <source>คุ้มครองเด็ก</source>
        <translation>Child protection</translation>
    </message>
    <message>
        <source>เนื้อหาปิดไว้ ทุกครั้งที่เปิดอ่านจะบันทึกว่าใครอ่าน</source>
        <translation>The text is closed; each reading is recorded</translation>
    </message>
    <message>
        <source>เปิดอ่าน</source>
        <translation>Open to read</translation>
    </message>
    <message>
        <source>เกิดอะไรขึ้น</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>บันทึกเพิ่ม</source>
        <translation>Add a note</translation>
    </message>
    <message>
        <source>เช่น คุยกับบ้านพักเด็กแล้ว นัดไปพบพรุ่งนี้เก้าโมง</source>
        <translation>e.g. spoke with the children&apos;s shelter, meeting tomorrow at nine</translation>
    </message>
    <message>
        <source>บันทึก</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>คนที่อ่านเรื่องนี้ได้</source>
        <translation>Who may read this case</translation>
    </message>
    <message>
        <source>จบอย่างไร</source>
        <translation>How did it end</translation>
    </message>
    <message>
        <source>ไปหน้าผู้เรียนรู้</source>
        <translation>To the learner</translation>
    </message>
    <message>
        <source>ยืนยันว่าบอก {step} แล้ว</source>
        <translation>Confirm that {step} was told</translation>
    </message>
    <message>
        <source>ส่งต่อ {step}</source>
        <translation>Hand on: {step}</translation>
    </message>
    <message>
        <source>ติดต่อ {whom}</source>
        <translation>Tell {whom}</translation>
    </message>
    <message>
        <source>ส่งต่อเพราะอะไร</source>
        <translation>Why it is handed on</translation>
    </message>
    <message>
        <source>บอกอย่างไร</source>
        <translation>How they were told</translation>
    </message>
    <message>
        <source>ยืนยันการปิดเรื่อง</source>
        <translation>Confirm closing</translation>
    </message>
    <message>
        <source>ปิดเรื่อง</source>
        <translation>Close the case</translation>
    </message>
    <message>
        <source>เปิดเรื่องอีกครั้ง</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>ปิดเมื่อ {date}: {outcome}</source>
        <translation>Closed {date}: {outcome}</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>มีเรื่องที่เขียนค้างไว้ เปิดเรื่องนี้ก่อน หรือกด ยังไม่เปิด แล้วเริ่มใหม่</source>
        <translation>A case is half written here: open it first, or press Not now and begin anew</translation>
    </message>
    <message>
        <source>เขียนว่าเป็นใคร เท่าที่รู้</source>
        <translation>Write who it is, as far as known</translation>
    </message>
    <message>
        <source>เรื่องอะไร</source>
        <translation>What is it about</translation>
    </message>
    <message>
        <source>เลือกว่าเป็นเรื่องอะไร</source>
        <translation>Choose what it is about</translation>
    </message>
    <message>
        <source>ใคร (ค้นจากรายชื่อผู้เรียนรู้)</source>
        <translation>Who (search the learners)</translation>
    </message>
    <message>
        <source>หรือเขียนว่าเป็นใคร ถ้ายังไม่มีในรายชื่อ</source>
        <translation>Or write who it is, if not in the list</translation>
    </message>
    <message>
        <source>เช่น เด็กหญิงราวสิบขวบ พบที่ตลาดเช้า</source>
        <translation>e.g. a girl of about ten, met at the morning market</translation>
    </message>
    <message>
        <source>เกิดอะไรขึ้น ต้องทำอะไรก่อน</source>
        <translation>What happened, what comes first</translation>
    </message>
    <message>
        <source>คุ้มครองเด็ก: ห้ามเปิดเผยตัวตนนอกหน่วยงาน</source>
        <translation>Child protection: identity stays in the unit</translation>
    </message>
</context>
<context>
    <name>NewForm</name>
    <message>
        <source>เปิดเรื่องเร่งด่วน</source>
        <translation>Open an urgent case</translation>
    </message>
    <message>
        <source>อ่านได้เฉพาะคุณและคนที่คุณเพิ่มชื่อ เนื้อหาไม่ไปอยู่ในการค้นหา รายการ ส่งออก หรืองานพิมพ์</source>
        <translation>Only you and the people you name can read it; nothing of it is in searches, lists, exports or prints</translation>
    </message>
    <message>
        <source>เปิดเรื่อง</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>ยังไม่เปิด</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>UnseenCard</name>
    <message numerus="yes">
        <source>มีเรื่องที่ไม่มีชื่อคุณ %n เรื่อง</source>
        <translation>
            <numerusform>%n case does not name you</numerusform>
            <numerusform>%n cases do not name you</numerusform>
        </translation>
    </message>
    <message>
        <source>คุณรู้เพียงว่ามีอยู่ คนที่มีชื่อในเรื่องเท่านั้นที่อ่านได้</source>
        <translation>You know only that they exist; only the people named can read them</translation>
    </message>
    <message numerus="yes">
        <source>ผ่านมา %n วัน ทุกคนที่มีชื่อไม่อยู่แล้ว ให้ใครรับต่อ</source>
        <translation>
            <numerusform>%n day old; everybody named has left. Who takes over</numerusform>
            <numerusform>%n days old; everybody named has left. Who takes over</numerusform>
        </translation>
    </message>
    <message>
        <source>มอบเรื่อง</source>
        <translation>Hand over</translation>
    </message>
</context>
<context>
    <name>UrgentCommands</name>
    <message>
        <source>เปิดเรื่องเร่งด่วน</source>
        <translation>Open an urgent case</translation>
    </message>
    <message>
        <source>ช่วยด่วน อันตราย คุ้มครองเด็ก</source>
        <translation>help danger child protection emergency</translation>
    </message>
</context>
<context>
    <name>UrgentDay</name>
    <message>
        <source>เรื่องเร่งด่วนที่ใกล้ครบหรือเกินเวลา</source>
        <translation>Urgent cases nearly or over time</translation>
    </message>
    <message>
        <source>เรื่องเร่งด่วนที่ต้องโทรอีกครั้ง</source>
        <translation>Urgent cases to phone about again</translation>
    </message>
    <message>
        <source>ยังไม่มีใครตอบ</source>
        <translation>Nobody has answered yet:</translation>
    </message>
    <message>
        <source>ยังไม่ได้ส่งถึงมือผู้ช่วย</source>
        <translation>Not handed on yet:</translation>
    </message>
    <message>
        <source>ยังไม่คลี่คลาย</source>
        <translation>Not settled yet:</translation>
    </message>
    <message>
        <source>ขั้นต่อไปบอก {step}</source>
        <translation>tell {step} next,</translation>
    </message>
    <message>
        <source>ครบกำหนดใน {time}</source>
        <translation>due in {time}</translation>
    </message>
    <message>
        <source>เกินกำหนดมาแล้ว {time}</source>
        <translation>overdue by {time}</translation>
    </message>
</context>
<context>
    <name>UrgentDrafts</name>
    <message>
        <source>เรื่องเร่งด่วน</source>
        <translation>Urgent case</translation>
    </message>
    <message>
        <source>บันทึกในเรื่องเร่งด่วน</source>
        <translation>A note in an urgent case</translation>
    </message>
</context>
<context>
    <name>UrgentPresenter</name>
    <message>
        <source>เปิดเรื่องแล้ว จะส่งถึงจังหวัดก่อนเรื่องอื่น</source>
        <translation>Case opened; it goes to the province before all else</translation>
    </message>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>บันทึกการส่งต่อแล้ว</source>
        <translation>Handing on noted</translation>
    </message>
    <message>
        <source>เปลี่ยนคนที่อ่านได้แล้ว</source>
        <translation>Changed who may read it</translation>
    </message>
    <message>
        <source>บันทึกสถานะแล้ว</source>
        <translation>State saved</translation>
    </message>
    <message>
        <source>มอบเรื่องแล้ว</source>
        <translation>Handed over</translation>
    </message>
</context>
<context>
    <name>UrgentScreen</name>
    <message>
        <source>เร่งด่วน</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>เรื่องเร่งด่วนคือคนที่กำลังเสี่ยง ถูกกระทำ หรือต้องการโอกาสทันที เปิดเรื่องได้ทุกวัน กด Ctrl+N
มีเพียงคนที่มีชื่อในเรื่องที่เห็น ผู้ดูแลระบบรู้เพียงว่ามีเรื่องอยู่
เลือกเรื่องแล้วกด Enter เพื่อเปิดอ่าน เขียนบันทึกแล้วกด Ctrl+S</source>
        <translation>An urgent case is somebody at risk, harmed, or in need of a chance now. Open one any day with Ctrl+N
Only the people named in it see it; the administrator knows only that it exists
Choose a case and press Enter to read it; save a note with Ctrl+S</translation>
    </message>
    <message numerus="yes">
        <source>%n เรื่องที่มีชื่อคุณ</source>
        <translation>
            <numerusform>%n case names you</numerusform>
            <numerusform>%n cases name you</numerusform>
        </translation>
    </message>
    <message>
        <source>เห็นเฉพาะเรื่องที่มีชื่อคุณ</source>
        <translation>You see only cases that name you</translation>
    </message>
    <message>
        <source>เปิดเรื่องใหม่</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>จัดเวร</source>
        <translation>Fill the roster</translation>
    </message>
    <message>
        <source>ดูเฉพาะสถานะ</source>
        <translation>Only this state</translation>
    </message>
    <message>
        <source>ไม่มีเรื่องในสถานะนี้</source>
        <translation>No case in this state</translation>
    </message>
    <message>
        <source>ดูเรื่องที่ยังไม่ปิด</source>
        <translation>Show the open cases</translation>
    </message>
    <message>
        <source>ไม่มีเรื่องเร่งด่วนที่รออยู่</source>
        <translation>No urgent case is waiting</translation>
    </message>
    <message>
        <source>ถ้ามีคนกำลังเสี่ยง ถูกกระทำ หรือต้องการโอกาสทันที เปิดเรื่องได้ในหนึ่งนาที ทุกวัน</source>
        <translation>If somebody is at risk, harmed, or needs a chance now, open a case in a minute, any day</translation>
    </message>
</context>
<context>
    <name>UrgentWords</name>
    <message>
        <source>ใคร</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>เรื่อง</source>
        <translation>About</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>State</translation>
    </message>
    <message>
        <source>เวลา</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>ผ่านมา</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>ผู้รับผิดชอบ</source>
        <translation>Responsible</translation>
    </message>
    <message numerus="yes">
        <source>%n วัน</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>วันนี้</source>
        <translation>today</translation>
    </message>
    <message>
        <source>ทันเวลา</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>ใกล้ครบ</source>
        <translation>Nearly due</translation>
    </message>
    <message>
        <source>เกินเวลา</source>
        <translation>Overdue</translation>
    </message>
    <message numerus="yes">
        <source>%n ชม.</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n นาที</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>ตอบครั้งแรกภายใน {moment}</source>
        <translation>First answer by {moment}</translation>
    </message>
    <message>
        <source>ส่งถึงมือผู้ช่วยภายใน {moment}</source>
        <translation>Handed on by {moment}</translation>
    </message>
    <message>
        <source>ถ้ายังไม่คลี่คลาย ส่งต่อขั้นถัดไปภายใน {moment}</source>
        <translation>Unless settled, hand on to the next step by {moment}</translation>
    </message>
    <message>
        <source>คุณ</source>
        <translation>you</translation>
    </message>
</context>
</TS>
