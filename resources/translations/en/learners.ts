<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>AlikePanel</name>
    <message>
        <source>อาจเป็นคนเดียวกัน</source>
        <translation>Maybe one person</translation>
    </message>
    <message>
        <source>ตรวจชื่อซ้ำให้ขณะพิมพ์</source>
        <translation>Names are compared as you type</translation>
    </message>
    <message>
        <source>ถ้าใช่ เปิดหน้าเดิมแล้วแก้ที่นั่น ไม่ต้องเพิ่มใหม่</source>
        <translation>If so, open that page and change it there; nobody new need be added.</translation>
    </message>
    <message>
        <source>พิมพ์ชื่อกับหมู่บ้าน ถ้ามีคนที่คล้ายกันอยู่แล้วจะแสดงที่นี่ คนคนเดียวจะได้ไม่ถูกบันทึกสองครั้ง</source>
        <translation>Type the name and village. People alike are shown here, so that nobody is recorded twice.</translation>
    </message>
    <message>
        <source>ผู้ดูแล: {name}</source>
        <translation>Carer: {name}</translation>
    </message>
    <message>
        <source>เปิดหน้าของคนนี้</source>
        <translation>Open this person&apos;s page</translation>
    </message>
    <message>
        <source>เปิดหน้าของ {name}</source>
        <translation>Open the page of {name}</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>คอลัมน์ที่แสดง</source>
        <translation>Columns shown</translation>
    </message>
    <message>
        <source>เลือกให้ตามความกว้างของจอ</source>
        <translation>As many as fit the screen</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>กลุ่ม</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>สาเหตุ</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>มีสัญญาณเสี่ยง</source>
        <translation>With risk flags</translation>
    </message>
    <message>
        <source>ยังไม่มีแผน</source>
        <translation>No plan yet</translation>
    </message>
    <message>
        <source>รอส่ง</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>ไม่มีเลข</source>
        <translation>No number</translation>
    </message>
    <message>
        <source>ที่เก็บไว้</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>ตัวกรองที่เก็บไว้</source>
        <translation>Kept filters</translation>
    </message>
    <message>
        <source>ล้างทั้งหมด</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>เอาตัวกรอง {filter} ออก</source>
        <translation>Remove the filter {filter}</translation>
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
        <source>ไม่ระบุ</source>
        <translation>Not noted</translation>
    </message>
    <message>
        <source>มีแผน</source>
        <translation>With a plan</translation>
    </message>
    <message>
        <source>ไม่มีสัญญาณเสี่ยง</source>
        <translation>No risk flags</translation>
    </message>
    <message>
        <source>ส่งครบแล้ว</source>
        <translation>All sent</translation>
    </message>
    <message>
        <source>ถึงกำหนดทบทวนแผน</source>
        <translation>Plan review due</translation>
    </message>
    <message>
        <source>ของครูพี่เลี้ยงคนเดียว</source>
        <translation>Of one facilitator</translation>
    </message>
    <message>
        <source>เฉพาะที่เลือกมา</source>
        <translation>Only those chosen</translation>
    </message>
</context>
<context>
    <name>KeptFilters</name>
    <message>
        <source>ลืมตัวกรอง {name}</source>
        <translation>Forget the filter {name}</translation>
    </message>
    <message>
        <source>ตัวกรองที่เก็บไว้</source>
        <translation>Kept filters</translation>
    </message>
    <message>
        <source>ยังไม่มี เลือกตัวกรองที่ใช้บ่อย แล้วตั้งชื่อเก็บไว้ที่นี่</source>
        <translation>None yet. Choose the filters you use often, then name and keep them here.</translation>
    </message>
    <message>
        <source>ตั้งชื่อให้ตัวกรองที่ใช้อยู่ตอนนี้</source>
        <translation>Name the filters in use now</translation>
    </message>
    <message>
        <source>เลือกตัวกรองก่อน จึงจะเก็บได้</source>
        <translation>Choose filters first; then they can be kept.</translation>
    </message>
    <message>
        <source>เช่น หมู่ 3 ที่ยังไม่มีแผน</source>
        <translation>e.g. Moo 3 without a plan</translation>
    </message>
    <message>
        <source>ชื่อของตัวกรอง</source>
        <translation>Name of the filter</translation>
    </message>
    <message>
        <source>เก็บ</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>LearnersCommands</name>
    <message>
        <source>ลงทะเบียน คนใหม่ สมัคร</source>
        <translation>register new person</translation>
    </message>
</context>
<context>
    <name>LearnersPresenter</name>
    <message>
        <source>เก็บตัวกรอง “{name}” แล้ว</source>
        <translation>Filter “{name}” kept</translation>
    </message>
    <message>
        <source>ลืมตัวกรอง “{name}” แล้ว</source>
        <translation>Filter “{name}” forgotten</translation>
    </message>
    <message numerus="yes">
        <source>ซ่อน %n คนจากรายการแล้ว</source>
        <translation>
            <numerusform>%n person hidden from the list</numerusform>
            <numerusform>%n people hidden from the list</numerusform>
        </translation>
    </message>
    <message>
        <source>ทุกคนอยู่ในกลุ่มนี้แล้ว</source>
        <translation>All are in this group already</translation>
    </message>
    <message>
        <source>กิจกรรมใหม่กับคนเหล่านี้</source>
        <translation>New activity with these people</translation>
    </message>
    <message numerus="yes">
        <source>รับ %n คนเข้ากิจกรรมแล้ว</source>
        <translation>
            <numerusform>%n taken into the course</numerusform>
            <numerusform>%n taken into the course</numerusform>
        </translation>
    </message>
    <message>
        <source>ทุกคนอยู่ในกิจกรรมนี้แล้ว</source>
        <translation>Everybody is in this course already</translation>
    </message>
    <message numerus="yes">
        <source>ที่เต็มแล้ว ให้รอที่ว่าง %n คน</source>
        <translation>
            <numerusform>It is full: %n waits</numerusform>
            <numerusform>It is full: %n wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>เพิ่ม %n คนเข้ากลุ่ม {group} แล้ว</source>
        <translation>
            <numerusform>%n person added to {group}</numerusform>
            <numerusform>%n people added to {group}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearnersScreen</name>
    <message>
        <source>ผู้เรียนรู้</source>
        <translation>Learners</translation>
    </message>
    <message>
        <source>พิมพ์ชื่อ ชื่อเล่น ชื่อผู้ดูแล รหัส หรือเลขบางส่วน ไม่ต้องใส่วรรณยุกต์ก็พบ</source>
        <translation>Type a name, nickname, carer, code or part of a number. Tone marks are not needed.</translation>
    </message>
    <message>
        <source>ลูกศรลงแล้ว Enter เปิดหน้าของคนนั้น Ctrl+F กลับมาช่องค้นหา Esc ล้างคำค้น</source>
        <translation>Down, then Enter opens a page. Ctrl+F goes back to the search, Esc clears it.</translation>
    </message>
    <message>
        <source>Ctrl+N เพิ่มคนใหม่ Ctrl+D เปิดหรือปิดแผงดูเร็ว</source>
        <translation>Ctrl+N adds someone new. Ctrl+D shows or hides the quick look.</translation>
    </message>
    <message>
        <source>คลิกขวา ปุ่มเมนู หรือ Shift+F10 ที่แถว เปิดสิ่งที่ทำกับคนนั้นได้ และเลือกคอลัมน์ที่แสดง</source>
        <translation>The right button, the menu key or Shift+F10 on a row opens what can be done with that person, and the choice of columns</translation>
    </message>
    <message>
        <source>เลือกหลายคนด้วย Ctrl หรือ Shift แล้วพิมพ์แผน ส่งออก หรือเพิ่มเข้ากลุ่มจากแถบล่าง</source>
        <translation>Choose several people with Ctrl or Shift, then print plans, export or add to a group from the bar below.</translation>
    </message>
    <message>
        <source>นำเข้ารายชื่อ</source>
        <translation>Import a roster</translation>
    </message>
    <message>
        <source>เพิ่มผู้เรียนรู้</source>
        <translation>Add a learner</translation>
    </message>
    <message>
        <source>เพิ่มผู้เรียนรู้ (Ctrl+N)</source>
        <translation>Add a learner (Ctrl+N)</translation>
    </message>
    <message>
        <source>ดูเร็วด้านข้าง</source>
        <translation>Quick look at the side</translation>
    </message>
    <message>
        <source>เรียงได้ตามชื่อ อายุ และหมู่บ้าน</source>
        <translation>Can be sorted by name, age and village</translation>
    </message>
    <message numerus="yes">
        <source>พบ %n คน</source>
        <translation>
            <numerusform>%n person found</numerusform>
            <numerusform>%n people found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ทั้งหมด %n คน</source>
        <translation>
            <numerusform>%n person in all</numerusform>
            <numerusform>%n people in all</numerusform>
        </translation>
    </message>
    <message>
        <source>กำลังรับรายชื่อของศูนย์จากจังหวัด</source>
        <translation>The centre&apos;s people are on their way here</translation>
    </message>
    <message>
        <source>รายชื่อขึ้นเองเมื่อรับมาถึง ไม่ต้องนำเข้าแฟ้มอีก</source>
        <translation>They appear by themselves as they arrive; nothing needs importing</translation>
    </message>
    <message>
        <source>ดูว่ารับถึงไหนแล้ว</source>
        <translation>See how far it is</translation>
    </message>
    <message>
        <source>ไม่พบใครตามที่ค้น</source>
        <translation>Nobody found</translation>
    </message>
    <message>
        <source>ลองพิมพ์สั้นลง ใช้ชื่อเล่น หรือเอาตัวกรองออก</source>
        <translation>Type less, use the nickname, or take filters off.</translation>
    </message>
    <message>
        <source>ล้างคำค้นและตัวกรอง</source>
        <translation>Clear search and filters</translation>
    </message>
    <message>
        <source>ยังไม่มีผู้เรียนรู้</source>
        <translation>No learners yet</translation>
    </message>
    <message>
        <source>ชื่อ ชื่อเล่น ผู้ดูแล รหัส หรือเลขบางส่วน</source>
        <translation>Name, nickname, carer, code or part of a number</translation>
    </message>
    <message>
        <source>เริ่มจากแฟ้มรายชื่อที่มีอยู่แล้ว หรือเพิ่มทีละคนก็ได้ ไม่มีเลขประจำตัวก็เพิ่มได้</source>
        <translation>Begin with a roster that you have, or add people one by one. No ID number is needed.</translation>
    </message>
    <message>
        <source>นำเข้ารายชื่อจากแฟ้ม</source>
        <translation>Import a roster from a file</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>เปิดหน้าของคนนี้	Enter</source>
        <translation>Open this person	Enter</translation>
    </message>
    <message>
        <source>พิมพ์แผนของที่เลือก</source>
        <translation>Print the plans of those selected</translation>
    </message>
    <message>
        <source>ส่งออกที่เลือก</source>
        <translation>Export those selected</translation>
    </message>
    <message>
        <source>เพิ่มเข้ากลุ่ม</source>
        <translation>Add to a group</translation>
    </message>
    <message>
        <source>ซ่อนจากรายการ	Delete</source>
        <translation>Hide from the list	Delete</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message numerus="yes">
        <source>ราว %n ปี</source>
        <translation>
            <numerusform>about %n</numerusform>
            <numerusform>about %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ปี</source>
        <translation>
            <numerusform>%n</numerusform>
            <numerusform>%n</numerusform>
        </translation>
    </message>
    <message>
        <source>ยังไม่มีแผน</source>
        <translation>No plan yet</translation>
    </message>
    <message>
        <source>รอส่ง</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>ส่งแล้ว</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>สัญญาณเสี่ยง: {risks}</source>
        <translation>Risk flags: {risks}</translation>
    </message>
    <message>
        <source>ชื่อ–สกุล</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>รหัส</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>ชื่อเล่น</source>
        <translation>Nick</translation>
    </message>
    <message>
        <source>อายุ</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>หมู่</source>
        <translation>Moo</translation>
    </message>
    <message>
        <source>สถานะ</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>แผน</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>จังหวัด</source>
        <translation>Province</translation>
    </message>
</context>
<context>
    <name>LookWords</name>
    <message>
        <source>ผู้ดูแล</source>
        <translation>Carers</translation>
    </message>
    <message>
        <source>โทรศัพท์</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>การศึกษา</source>
        <translation>Schooling</translation>
    </message>
    <message>
        <source>ขั้นของการดูแล</source>
        <translation>Step of care</translation>
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
        <source>รหัส</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>สัญญาณเสี่ยง</source>
        <translation>Risk flags</translation>
    </message>
    <message>
        <source>ยังขาด</source>
        <translation>Still missing</translation>
    </message>
    <message>
        <source>แผน: {status}</source>
        <translation>Plan: {status}</translation>
    </message>
    <message>
        <source>ยังไม่มีแผน</source>
        <translation>No plan yet</translation>
    </message>
    <message>
        <source>อาจมีชื่อซ้ำ</source>
        <translation>May be a duplicate</translation>
    </message>
    <message>
        <source>ข้อมูลไม่ตรงกัน</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>รอส่งจังหวัด</source>
        <translation>Waiting for the province</translation>
    </message>
    <message numerus="yes">
        <source>ปกปิดไว้ %n ข้อ</source>
        <translation>
            <numerusform>%n covered</numerusform>
            <numerusform>%n covered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewLearnerForm</name>
    <message>
        <source>พิมพ์ชื่อผู้ดูแล หรือลบเบอร์โทรและความเกี่ยวข้องออก</source>
        <translation>Type the carer&apos;s name, or clear the phone and the relation.</translation>
    </message>
    <message>
        <source>พิมพ์ชื่อก่อน นามสกุลเว้นว่างได้</source>
        <translation>Type the given name first. The surname may stay empty.</translation>
    </message>
    <message>
        <source>เลขประจำตัว</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>ผู้ดูแล</source>
        <translation>Carer</translation>
    </message>
    <message>
        <source>โทรศัพท์ของผู้ดูแล</source>
        <translation>Carer&apos;s phone</translation>
    </message>
</context>
<context>
    <name>NewLearnerPresenter</name>
    <message>
        <source>เลขนี้มีอีกคนใช้อยู่ ดูได้ที่รายการคนที่อาจซ้ำ</source>
        <translation>Somebody else has this number too; see possible duplicates</translation>
    </message>
</context>
<context>
    <name>NewLearnerScreen</name>
    <message>
        <source>เพิ่มผู้เรียนรู้</source>
        <translation>Add a learner</translation>
    </message>
    <message>
        <source>บันทึก {name} แล้ว กรอกคนต่อไปได้เลย</source>
        <translation>{name} saved. Go on with the next person.</translation>
    </message>
    <message>
        <source>ใส่เท่าที่รู้ ขอแค่ชื่อ ที่เหลือเติมทีหลังได้ในหน้าของคนนั้น</source>
        <translation>Enter what you know. Only a name is needed; the rest can follow on the person&apos;s page.</translation>
    </message>
    <message>
        <source>Enter ไปช่องต่อไป Ctrl+S บันทึกแล้วเปิดหน้า Ctrl+N บันทึกแล้วเพิ่มคนต่อไป</source>
        <translation>Enter goes to the next field, Ctrl+S saves and opens the page, Ctrl+N saves and adds the next person.</translation>
    </message>
    <message>
        <source>สิ่งที่พิมพ์ถูกเก็บไว้เอง แม้ไฟดับหรือออกไปหน้าอื่น</source>
        <translation>What you type is kept by itself, even if the power fails or you leave this screen.</translation>
    </message>
    <message>
        <source>ใส่เท่าที่รู้วันนี้ ที่เหลือเติมทีหลังได้</source>
        <translation>Enter what you know today; the rest can follow</translation>
    </message>
    <message>
        <source>บันทึกแล้วเปิดหน้า</source>
        <translation>Save and open</translation>
    </message>
    <message>
        <source>บันทึกแล้วเพิ่มคนต่อไป</source>
        <translation>Save and add the next</translation>
    </message>
    <message>
        <source>กลับไปรายชื่อ</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>สิ่งที่พิมพ์ถูกเก็บไว้เองทุกวินาที</source>
        <translation>What you type is kept every second</translation>
    </message>
</context>
<context>
    <name>PeopleFound</name>
    <message>
        <source>ดูทุกคนที่ตรงกับ “{words}”</source>
        <translation>See everybody who matches “{words}”</translation>
    </message>
    <message>
        <source>ผู้เรียนรู้</source>
        <translation>Learner</translation>
    </message>
    <message>
        <source>โทร. {number}</source>
        <translation>Tel. {number}</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>เลือกไว้ %n คน</source>
        <translation>
            <numerusform>%n person chosen</numerusform>
            <numerusform>%n people chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>เลือกหลายคนพร้อมกันได้ด้วยปุ่ม Ctrl หรือ Shift</source>
        <translation>Choose several people with Ctrl or Shift</translation>
    </message>
    <message>
        <source>พิมพ์แผน</source>
        <translation>Print plans</translation>
    </message>
    <message>
        <source>ส่งออก</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>เพิ่มเข้ากลุ่ม</source>
        <translation>Add to group</translation>
    </message>
    <message>
        <source>เข้ากิจกรรม</source>
        <translation>Into a course</translation>
    </message>
    <message>
        <source>ซ่อน</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>ซ่อนจากรายการ เลิกทำได้ ข้อมูลไม่หาย</source>
        <translation>Hides them from the list. It can be undone; nothing is lost.</translation>
    </message>
    <message numerus="yes">
        <source>เฉพาะที่เลือก %n คน</source>
        <translation>
            <numerusform>Only %n chosen person</numerusform>
            <numerusform>Only %n chosen people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ทุกคนในรายการ %n คน</source>
        <translation>
            <numerusform>Everyone listed: %n person</numerusform>
            <numerusform>Everyone listed: %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TwinsBanner</name>
    <message numerus="yes">
        <source>มี %n คู่ที่อาจเป็นคนเดียวกัน</source>
        <translation>
            <numerusform>%n pair may be one person</numerusform>
            <numerusform>%n pairs may be one person</numerusform>
        </translation>
    </message>
    <message>
        <source>ดูและตัดสิน</source>
        <translation>See and decide</translation>
    </message>
</context>
<context>
    <name>VillageDay</name>
    <message>
        <source>ใกล้น้ำหลาก</source>
        <translation>Flood season near</translation>
    </message>
    <message>
        <source>น้ำมักหลากเดือน{month} เตรียมใบงานและของจำเป็นก่อนทางขาด</source>
        <translation>Floods often come in {month}: prepare worksheets and supplies before the road is cut</translation>
    </message>
</context>
<context>
    <name>_DrillTag</name>
    <message>
        <source>กำลังดู</source>
        <translation>Showing</translation>
    </message>
</context>
</TS>
