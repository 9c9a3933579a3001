<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>CalendarCommands</name>
    <message>
        <source>ดูว่าวันไหนมีกิจกรรม</source>
        <translation>See which days have sessions</translation>
    </message>
    <message>
        <source>ปฏิทิน ตารางกิจกรรม เดือน สัปดาห์ ฤดู ชนกัน นัดสอน</source>
        <translation>calendar timetable month week season clash sessions</translation>
    </message>
    <message>
        <source>ทั้งเดือน A4 แนวนอน พร้อมเรื่องที่ต้องระวัง</source>
        <translation>The whole month, A4 crosswise, with what to mind</translation>
    </message>
</context>
<context>
    <name>CalendarGrid</name>
    <message>
        <source>วันของปฏิทิน</source>
        <translation>Days of the calendar</translation>
    </message>
</context>
<context>
    <name>CalendarPresenter</name>
    <message>
        <source>นัดแล้ว</source>
        <translation>Planned</translation>
    </message>
</context>
<context>
    <name>CalendarScreen</name>
    <message>
        <source>ลูกศรเลื่อนทีละวัน PageUp และ PageDown เลื่อนทีละเดือน Home กลับมาวันนี้
Enter เปิดครั้งที่พบกันของวันนั้น N เพิ่มครั้งใหม่ในวันนั้น
แถบด้านบนบอกเดือนที่ทางขาด งานไร่นา ประเพณี และช่วงมีรายได้ของแต่ละหมู่ ตั้งได้ที่ ตั้งค่า หมู่บ้าน
สีเหลืองกับรูปสามเหลี่ยมคือมีเรื่องต้องระวัง เหตุผลอยู่ด้านขวา ยังจัดได้ถ้าตกลงกันแล้ว</source>
        <translation>The arrows go from day to day, PageUp and PageDown from month to month, Home comes back to today.
Enter opens the session of that day, N adds one.
The band above tells the months of closed roads, field work, festivals and income by village; they are set under Settings, Villages.
Yellow with a triangle means something to mind; why stands at the right. It may still be held where that was agreed.</translation>
    </message>
    <message>
        <source>ปฏิทินกิจกรรม</source>
        <translation>Calendar of courses</translation>
    </message>
    <message>
        <source>ก่อนหน้า</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>ถัดไป</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>วันนี้</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>ทั้งเดือน</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>สัปดาห์</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>ดูทีละ</source>
        <translation>Shown at once</translation>
    </message>
    <message>
        <source>ทุกหมู่บ้าน</source>
        <translation>All villages</translation>
    </message>
    <message>
        <source>ทุกคน</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>ผู้สอนหรือผู้รับผิดชอบ</source>
        <translation>Who teaches or answers for it</translation>
    </message>
    <message>
        <source>พิมพ์ทั้งเดือน</source>
        <translation>Print the month</translation>
    </message>
</context>
<context>
    <name>CalendarWords</name>
    <message>
        <source>ปฏิทิน</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>ปฏิทินกิจกรรม</source>
        <translation>Calendar of courses</translation>
    </message>
    <message>
        <source>ม.{moo}</source>
        <translation>M.{moo}</translation>
    </message>
    <message>
        <source>ไม่มีกิจกรรม</source>
        <translation>nothing planned</translation>
    </message>
    <message numerus="yes">
        <source>%n ครั้ง</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message>
        <source>งดแล้ว</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>มีเรื่องต้องระวัง</source>
        <translation>something to mind</translation>
    </message>
</context>
<context>
    <name>DayPanel</name>
    <message>
        <source>วันนี้ยังไม่มีกิจกรรม</source>
        <translation>Nothing on this day yet</translation>
    </message>
    <message>
        <source>เปิด</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>ย้ายไปวันอื่น</source>
        <translation>Move to another day</translation>
    </message>
    <message>
        <source>เพิ่มครั้งในวันนี้</source>
        <translation>Add a session on this day</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>ยังไม่มีกิจกรรมที่นัดได้ เพิ่มกิจกรรมก่อน</source>
        <translation>No course that could meet yet. Add a course first</translation>
    </message>
    <message>
        <source>นัดวันนี้</source>
        <translation>Plan it on this day</translation>
    </message>
    <message>
        <source>ไม่นัด</source>
        <translation>Do not</translation>
    </message>
    <message>
        <source>เลือกกิจกรรมก่อน</source>
        <translation>Choose a course first</translation>
    </message>
</context>
<context>
    <name>SeasonBand</name>
    <message>
        <source>ทุกหมู่</source>
        <translation>All</translation>
    </message>
    <message>
        <source>ฤดูของหมู่บ้าน</source>
        <translation>Seasons of the villages</translation>
    </message>
    <message>
        <source>หมู่ {moos}</source>
        <translation>Moo {moos}</translation>
    </message>
</context>
</TS>
