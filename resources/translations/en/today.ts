<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>Aside</name>
    <message>
        <source>เปิดดู</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>ทำแล้ว</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>เลื่อนไปก่อน</source>
        <translation>Postpone</translation>
    </message>
    <message>
        <source>ไม่ต้องทำ</source>
        <translation>Not needed</translation>
    </message>
    <message>
        <source>เพราะอะไร</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>นำออกจากรายการ</source>
        <translation>Take off the list</translation>
    </message>
    <message>
        <source>Enter เปิด · Ctrl+Enter ทำแล้ว
Ctrl+D เลื่อน · Delete ไม่ต้องทำ</source>
        <translation>Enter opens · Ctrl+Enter done
Ctrl+D postpones · Delete not needed</translation>
    </message>
    <message>
        <source>บอกเหตุผลสั้น ๆ เพื่อให้คนอื่นเข้าใจ</source>
        <translation>Give a short reason, so that others understand.</translation>
    </message>
</context>
<context>
    <name>DayList</name>
    <message>
        <source>เรื่องที่ต้องทำ</source>
        <translation>Things to do</translation>
    </message>
</context>
<context>
    <name>TodayOutcome</name>
    <message>
        <source>ทำแล้ว: {who}</source>
        <translation>Done: {who}</translation>
    </message>
    <message>
        <source>เลื่อนไปก่อน: {who}</source>
        <translation>Postponed: {who}</translation>
    </message>
    <message>
        <source>นำออกแล้ว: {who}</source>
        <translation>Taken off: {who}</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>วันนี้</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>หน้านี้รวมสิ่งที่รอคุณอยู่ พร้อมเหตุผล เรียงจากด่วนที่สุด
ใช้ลูกศรขึ้นลงเลือก กด Enter เพื่อเปิดไปทำต่อ
ทำแล้ว เลื่อนไปก่อน หรือไม่ต้องทำก็ได้ ทุกอย่างกดเลิกทำได้</source>
        <translation>What waits for you, with the reason, the most urgent first.
Up and down choose, Enter opens.
Mark it done, postpone it or say that it is not needed; each can be undone.</translation>
    </message>
    <message>
        <source>วัน{weekday}ที่ {date}</source>
        <translation>{weekday}, {date}</translation>
    </message>
    <message>
        <source>จันทร์</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>อังคาร</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>พุธ</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>พฤหัสบดี</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>ศุกร์</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>เสาร์</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>อาทิตย์</source>
        <translation>Sunday</translation>
    </message>
    <message numerus="yes">
        <source>มี %n เรื่องรออยู่</source>
        <translation>
            <numerusform>%n thing waits</numerusform>
            <numerusform>%n things wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>เลื่อนไว้ %n เรื่อง</source>
        <translation>
            <numerusform>%n postponed</numerusform>
            <numerusform>%n postponed</numerusform>
        </translation>
    </message>
    <message>
        <source>เฉพาะคนที่ฉันดูแล</source>
        <translation>Only those I look after</translation>
    </message>
    <message numerus="yes">
        <source>เร่งด่วน %n เรื่อง</source>
        <translation>
            <numerusform>%n urgent case</numerusform>
            <numerusform>%n urgent cases</numerusform>
        </translation>
    </message>
    <message>
        <source>เริ่มจากรายชื่อ</source>
        <translation>Begin with names</translation>
    </message>
    <message>
        <source>ยังไม่มีผู้เรียนรู้ในศูนย์ เพิ่มคนแรก หรือนำเข้าจากแฟ้มรายชื่อที่มีอยู่แล้ว</source>
        <translation>There are no learners yet. Add the first, or import a roster that you have.</translation>
    </message>
    <message>
        <source>ไปหน้าผู้เรียนรู้</source>
        <translation>Go to learners</translation>
    </message>
    <message>
        <source>วันนี้ไม่มีอะไรค้าง</source>
        <translation>Nothing waits today</translation>
    </message>
    <message>
        <source>ขอบคุณที่ดูแลกันมา จะพักสักหน่อย หรือแวะเยี่ยมใครสักคนก็ได้</source>
        <translation>Thank you for your care. Rest a little, or drop in on somebody.</translation>
    </message>
    <message>
        <source>ดูรายชื่อผู้เรียนรู้</source>
        <translation>See the learners</translation>
    </message>
    <message numerus="yes">
        <source>ดูรายชื่อทั้งหมดของ “{kind}” (%n เรื่อง)</source>
        <translation>
            <numerusform>See all of “{kind}” (%n)</numerusform>
            <numerusform>See all of “{kind}” (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>ด่วน ต้องทำเดี๋ยวนี้</source>
        <translation>Urgent, now</translation>
    </message>
    <message>
        <source>วันนี้</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>สัปดาห์นี้</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>เมื่อมีเวลา</source>
        <translation>When there is time</translation>
    </message>
    <message>
        <source>ต้องช่วยด่วน</source>
        <translation>Urgent help</translation>
    </message>
    <message>
        <source>นัดหมายไว้</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>ทบทวนแผน</source>
        <translation>Plan review</translation>
    </message>
    <message>
        <source>สัญญาณเฝ้าระวัง</source>
        <translation>Risk flag</translation>
    </message>
    <message>
        <source>ข้อมูลไม่ตรงกัน</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>พิมพ์ค้างไว้</source>
        <translation>Half typed</translation>
    </message>
    <message>
        <source>ใกล้น้ำหลาก</source>
        <translation>Flood season near</translation>
    </message>
    <message>
        <source>ประเมินค้าง</source>
        <translation>Assessment open</translation>
    </message>
    <message>
        <source>เอกสารใกล้หมดอายุ</source>
        <translation>Paper expiring</translation>
    </message>
    <message>
        <source>ยังไม่มีเอกสาร</source>
        <translation>No papers</translation>
    </message>
    <message>
        <source>เปลี่ยนคำนำหน้า</source>
        <translation>Title change</translation>
    </message>
    <message>
        <source>แผนยังร่างอยู่</source>
        <translation>Plan still a draft</translation>
    </message>
    <message>
        <source>ยังไม่ได้ประเมิน HETT</source>
        <translation>No HETT yet</translation>
    </message>
    <message>
        <source>ไม่ได้ติดต่อนาน</source>
        <translation>Silent for long</translation>
    </message>
    <message>
        <source>อาจเป็นคนเดียวกัน</source>
        <translation>Maybe one person</translation>
    </message>
    <message>
        <source>ครบกำหนดเก็บข้อมูล</source>
        <translation>Kept long enough</translation>
    </message>
    <message>
        <source>ความยินยอมต้องขอใหม่</source>
        <translation>Consent to be asked anew</translation>
    </message>
    <message>
        <source>หมู่ {moo}</source>
        <translation>Moo {moo}</translation>
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
        <source>น้ำมักหลากเดือน{month} เตรียมใบงานและของจำเป็นก่อนทางขาด</source>
        <translation>Floods often come in {month}: prepare worksheets and supplies before the road is cut</translation>
    </message>
    <message numerus="yes">
        <source>มี %n คนที่พ้นเวลาเก็บข้อมูลแล้ว เลือกว่าจะทำอย่างไร</source>
        <translation>
            <numerusform>%n person has been kept long enough: decide what is to become of the record</numerusform>
            <numerusform>%n people have been kept long enough: decide what is to become of their records</numerusform>
        </translation>
    </message>
    <message>
        <source>อาจเป็นคนเดียวกับ {other} ดูเทียบกันก่อน</source>
        <translation>May be the same person as {other}: compare them</translation>
    </message>
    <message>
        <source>ถึงกำหนดทบทวนแผนร่วมกับผู้เรียนและผู้ดูแล</source>
        <translation>The plan is due for review with the learner and the carer</translation>
    </message>
    <message>
        <source>สองเครื่องแก้เรื่องเดียวกันไม่เหมือนกัน เลือกว่าจะใช้ค่าใด</source>
        <translation>Two laptops changed the same thing differently: choose which holds</translation>
    </message>
    <message>
        <source>พิมพ์ค้างไว้ ยังไม่ได้บันทึก เปิดทำต่อได้</source>
        <translation>Half typed and not saved yet: open it and go on</translation>
    </message>
    <message>
        <source>ประเมิน HETT ไว้บางข้อ ยังไม่จบรอบ</source>
        <translation>Some HETT ratings are in; the round is not finished</translation>
    </message>
    <message>
        <source>เอกสารประจำตัวหมดอายุหรือใกล้หมด ช่วยนัดไปทำใหม่</source>
        <translation>An identity paper has expired or soon will: help to renew it</translation>
    </message>
    <message>
        <source>มีแผนแล้วแต่ยังไม่มีเลขหรือเอกสารแสดงตัวตน</source>
        <translation>Has a plan, but no number or paper of identity yet</translation>
    </message>
    <message>
        <source>แผนยังเป็นร่าง ชวนคุยและตกลงร่วมกัน</source>
        <translation>The plan is still a draft: talk it over and agree</translation>
    </message>
    <message>
        <source>เริ่มทำงานด้วยแล้ว แต่ยังไม่ได้ประเมิน HETT</source>
        <translation>Work has begun, but HETT was not assessed yet</translation>
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
    <message numerus="yes">
        <source>อีก %n วัน</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>เลยมา %n วัน</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message>
        <source>พรุ่งนี้</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>อีก 3 วัน</source>
        <translation>In 3 days</translation>
    </message>
    <message>
        <source>สัปดาห์หน้า</source>
        <translation>Next week</translation>
    </message>
    <message>
        <source>เดือนหน้า</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>ทำไปแล้วแต่ไม่ได้บันทึก</source>
        <translation>Done, but not recorded</translation>
    </message>
    <message>
        <source>ไม่เกี่ยวกับเราแล้ว</source>
        <translation>No longer ours</translation>
    </message>
    <message>
        <source>ครอบครัวไม่สะดวก</source>
        <translation>Not convenient for the family</translation>
    </message>
    <message>
        <source>ข้อมูลไม่ถูกต้อง</source>
        <translation>The data is wrong</translation>
    </message>
</context>
</TS>
