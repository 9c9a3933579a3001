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
        <source>กำลังรับข้อมูลของศูนย์จากจังหวัด</source>
        <translation>The centre&apos;s data is on its way here</translation>
    </message>
    <message>
        <source>เรื่องที่รอคุณอยู่ขึ้นเองเมื่อรับมาถึง</source>
        <translation>What waits for you appears as it arrives</translation>
    </message>
    <message>
        <source>ดูว่ารับถึงไหนแล้ว</source>
        <translation>See how far it is</translation>
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
        <source>พิมพ์ค้างไว้</source>
        <translation>Half typed</translation>
    </message>
    <message>
        <source>พิมพ์ค้างไว้ ยังไม่ได้บันทึก เปิดทำต่อได้</source>
        <translation>Half typed and not saved yet: open it and go on</translation>
    </message>
    <message>
        <source>โปรแกรมรุ่นนี้ไม่มีแบบฟอร์มนี้ สิ่งที่พิมพ์ไว้ยังอยู่ เปิดได้ในรุ่นที่ใหม่กว่า</source>
        <translation>This version has no such form. What was typed is still kept: a newer version opens it.</translation>
    </message>
    <message>
        <source>บทบาทของคุณเปิดเรื่องนี้ไม่ได้ ขอให้คนที่มีสิทธิ์เปิดให้</source>
        <translation>Your role cannot open this. Ask somebody who may.</translation>
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
