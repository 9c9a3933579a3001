<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>PlanLineWords</name>
    <message>
        <source>ยังไม่ระบุ</source>
        <translation>Not noted</translation>
    </message>
    <message>
        <source>ยังไม่กำหนด</source>
        <translation>Not set</translation>
    </message>
    <message numerus="yes">
        <source>เลยมา %n วัน</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message>
        <source>ยังไม่มี</source>
        <translation>None yet</translation>
    </message>
    <message>
        <source>สำเร็จ {achieved} จาก {goals}</source>
        <translation>{achieved} of {goals} achieved</translation>
    </message>
    <message>
        <source>พิมพ์แล้ว</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>ยังไม่พิมพ์</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>ชื่อ–สกุล (ชื่อเล่น)</source>
        <translation>Name (nickname)</translation>
    </message>
    <message>
        <source>หมู่</source>
        <translation>Moo</translation>
    </message>
    <message>
        <source>ขั้นของแผน</source>
        <translation>Step of the plan</translation>
    </message>
    <message>
        <source>ทบทวนครั้งต่อไป</source>
        <translation>Next review</translation>
    </message>
    <message>
        <source>เป้าหมาย</source>
        <translation>Goals</translation>
    </message>
</context>
<context>
    <name>PlansCommands</name>
    <message>
        <source>แผนที่ถึงกำหนดทบทวน</source>
        <translation>Plans due for review</translation>
    </message>
</context>
<context>
    <name>PlansScreen</name>
    <message>
        <source>แผนรายบุคคล</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>ไม่ระบุหมู่บ้าน</source>
        <translation>No village noted</translation>
    </message>
    <message>
        <source>รายการนี้เรียงแผนที่ถึงกำหนดทบทวนไว้บนสุด กด Enter เพื่อเปิดแผน พิมพ์ชื่อหรือชื่อเล่นเพื่อค้นหา กดป้ายด้านบนเพื่อดูเฉพาะขั้นที่ต้องการ กด Ctrl+P เพื่อพิมพ์ทั้งหมู่บ้านหรือทั้งตำบล ถ้าเลือกหลายแถวไว้ จะพิมพ์เฉพาะที่เลือกได้</source>
        <translation>Plans whose review is due stand at the top. Press Enter to open a plan; type a name or nickname to search. Press a tag above to see only one step. Press Ctrl+P to print a whole village or the whole tambon. If several rows are selected, only those can be printed.</translation>
    </message>
    <message numerus="yes">
        <source>%n แผน</source>
        <translation>
            <numerusform>%n plan</numerusform>
            <numerusform>%n plans</numerusform>
        </translation>
    </message>
    <message>
        <source>พิมพ์แผน</source>
        <translation>Print plans</translation>
    </message>
    <message numerus="yes">
        <source>ยังไม่มีแผน %n คน</source>
        <translation>
            <numerusform>%n person without a plan</numerusform>
            <numerusform>%n people without a plan</numerusform>
        </translation>
    </message>
    <message>
        <source>เริ่มแผนใหม่</source>
        <translation>Begin a plan</translation>
    </message>
    <message>
        <source>ดูคนที่ยังไม่มีแผน แล้วเริ่มแผนให้เขา</source>
        <translation>See who has no plan yet and begin one</translation>
    </message>
    <message>
        <source>ถึงกำหนดทบทวน</source>
        <translation>Review due</translation>
    </message>
    <message>
        <source>ดูเฉพาะขั้นของแผน</source>
        <translation>Show only these steps</translation>
    </message>
    <message>
        <source>ทุกหมู่บ้าน</source>
        <translation>All villages</translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>ค้นชื่อ ชื่อเล่น หรือรหัส</source>
        <translation>Name, nickname or code</translation>
    </message>
    <message>
        <source>หมู่ {moo}</source>
        <translation>Moo {moo}</translation>
    </message>
    <message>
        <source>ไม่พบแผนตามที่เลือก</source>
        <translation>No plan matches</translation>
    </message>
    <message>
        <source>ลองพิมพ์ชื่อเล่น หรือเอาตัวกรองออก</source>
        <translation>Try the nickname, or take the filters off</translation>
    </message>
    <message>
        <source>ดูทุกแผน</source>
        <translation>Show all plans</translation>
    </message>
    <message>
        <source>ยังไม่มีแผน</source>
        <translation>No plan yet</translation>
    </message>
    <message>
        <source>แผนของแต่ละคนจะอยู่ที่นี่ เริ่มจากเลือกคนที่อยากคุยด้วยก่อน แล้วถามว่าเขาอยากทำอะไร</source>
        <translation>Everyone&apos;s plan will be here. Choose someone to talk with first, and ask what they would like to do.</translation>
    </message>
    <message>
        <source>เลือกคนที่ยังไม่มีแผน</source>
        <translation>Choose someone without a plan</translation>
    </message>
</context>
</TS>
