<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>DutyCommands</name>
    <message>
        <source>จัดเวร</source>
        <translation>Fill the roster</translation>
    </message>
    <message>
        <source>เวรคืนนี้ ใครรับโทรศัพท์ อยู่เวร</source>
        <translation>on duty tonight who answers the phone</translation>
    </message>
    <message>
        <source>ติดข้างโทรศัพท์ทั้งเดือน ช่องว่างเติมด้วยปากกา</source>
        <translation>A month to hang beside the telephone; gaps are filled with a pen</translation>
    </message>
</context>
<context>
    <name>DutyPresenter</name>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>ไม่มีช่องว่างที่สัปดาห์ก่อนมีคน</source>
        <translation>No gap that was taken the week before</translation>
    </message>
    <message>
        <source>คัดลอกสัปดาห์ก่อนแล้ว</source>
        <translation>Copied the week before</translation>
    </message>
</context>
<context>
    <name>DutyRow</name>
    <message>
        <source>ยังไม่มี</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>โทรศัพท์</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>โทรศัพท์คืนนั้น</source>
        <translation>Telephone for this time</translation>
    </message>
    <message>
        <source>ทั้งตำบล</source>
        <translation>Whole tambon</translation>
    </message>
    <message>
        <source>ดูแลหมู่ใด</source>
        <translation>For which villages</translation>
    </message>
</context>
<context>
    <name>DutyScreen</name>
    <message>
        <source>ไม่มีช่องว่างในสองเดือนข้างหน้า</source>
        <translation>No gap in the next two months</translation>
    </message>
    <message>
        <source>เลือกว่าใครรับโทรศัพท์ในแต่ละวันและคืน เลือกแล้วไปช่องว่างถัดไปเอง โทรศัพท์และหมู่เว้นว่างได้
Alt+ขึ้น และ Alt+ลง เปลี่ยนสัปดาห์ Ctrl+ลง ไปช่องว่างถัดไป คัดลอกสัปดาห์ก่อนเติมเฉพาะช่องว่าง
กลางคืนนับตั้งแต่หกโมงเย็นถึงแปดโมงเช้า</source>
        <translation>Choose who answers the telephone each day and night; the keyboard then goes to the next gap. Telephone and villages may stay empty.
Alt+Up and Alt+Down change the week, Ctrl+Down goes to the next gap, copying the week before fills gaps only.
A night lasts from six in the evening to eight in the morning.</translation>
    </message>
    <message>
        <source>ตารางเวร</source>
        <translation>Roster</translation>
    </message>
    <message numerus="yes">
        <source>ว่าง %n ช่อง</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
    <message>
        <source>ครบทุกช่อง</source>
        <translation>No gap</translation>
    </message>
    <message>
        <source>สัปดาห์ก่อน</source>
        <translation>Week before</translation>
    </message>
    <message>
        <source>สัปดาห์ถัดไป</source>
        <translation>Next week</translation>
    </message>
    <message>
        <source>คัดลอกสัปดาห์ก่อน</source>
        <translation>Copy the week before</translation>
    </message>
    <message>
        <source>ช่องว่างถัดไป</source>
        <translation>Next gap</translation>
    </message>
    <message>
        <source>พิมพ์ทั้งเดือน</source>
        <translation>Print the month</translation>
    </message>
    <message>
        <source>ส่งออก</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>นำเข้า</source>
        <translation>Import</translation>
    </message>
</context>
<context>
    <name>DutyWords</name>
    <message>
        <source>ตารางเวร</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>ยังไม่มีเวรคืนนี้</source>
        <translation>Nobody on duty tonight</translation>
    </message>
    <message>
        <source>เวรคืนนี้: {who}</source>
        <translation>Tonight: {who}</translation>
    </message>
    <message>
        <source>มีผู้อยู่เวร</source>
        <translation>Somebody is on duty</translation>
    </message>
    <message>
        <source>จ.</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>อ.</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>พ.</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>พฤ.</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>ศ.</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>ส.</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>อา.</source>
        <translation>Sun</translation>
    </message>
</context>
<context>
    <name>SubjectWords</name>
    <message>
        <source>แก้ใน Excel แล้วนำเข้ากลับได้</source>
        <translation>Edit in Excel and bring it back</translation>
    </message>
</context>
</TS>
