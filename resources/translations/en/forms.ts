<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>EntryForm</name>
    <message>
        <source>นี่คือร่างที่เขียนค้างไว้</source>
        <translation>This is the draft you had begun</translation>
    </message>
    <message>
        <source>ทิ้งร่าง เริ่มใหม่</source>
        <translation>Discard the draft and begin anew</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>{field} (บรรทัดละรายการ)</source>
        <translation>{field} (one per line)</translation>
    </message>
    <message>
        <source>พิมพ์ไว้เดิมว่า {typed}</source>
        <translation>Typed before: {typed}</translation>
    </message>
</context>
<context>
    <name>RecordItem</name>
    <message>
        <source>พับเก็บ</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>ดูและแก้</source>
        <translation>See and edit</translation>
    </message>
    <message>
        <source>ดู</source>
        <translation>View</translation>
    </message>
    <message>
        <source>เอาออก</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>รายการใหม่</source>
        <translation>New record</translation>
    </message>
</context>
</TS>
