<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>ไม่ได้เก็บ {name}: {why}</source>
        <translation>{name} was not kept: {why}</translation>
    </message>
    <message>
        <source>เพิ่มเอกสารหรือภาพ</source>
        <translation>Add a document or picture</translation>
    </message>
    <message>
        <source>หรือลากไฟล์มาวางตรงนี้  (ภาพ JPEG PNG WebP HEIC หรือ PDF)</source>
        <translation>or drop files here  (JPEG, PNG, WebP or HEIC pictures, or PDF)</translation>
    </message>
    <message>
        <source>ยังไม่มีเอกสาร</source>
        <translation>No documents yet</translation>
    </message>
    <message>
        <source>ภาพถ่าย บัตร ใบเกิด หนังสือยินยอม ผลงาน และแผนที่ลงชื่อแล้ว เก็บไว้ตรงนี้ ภาพใหญ่จะย่อให้เองและลบตำแหน่งที่ถ่ายออก</source>
        <translation>Photos, ID cards, birth papers, consent letters, their work and signed plans are kept here. Large pictures are made smaller, and where they were taken is wiped out.</translation>
    </message>
    <message>
        <source>ใช้เป็นภาพประจำตัว</source>
        <translation>Use as portrait</translation>
    </message>
    <message>
        <source>บันทึกสำเนาเป็นแฟ้ม</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>เอาออก</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>แฟ้มนี้อยู่ในเครื่องที่เพิ่มไว้ เมื่อซิงก์ส่งเฉพาะคำ ไม่ส่งภาพและแฟ้ม</source>
        <translation>This file is on the laptop it was added on. Syncing sends words, not pictures and files.</translation>
    </message>
    <message>
        <source>เปิดภาพนี้ดูไม่ได้ บันทึกสำเนาแล้วตรวจอีกครั้ง</source>
        <translation>This picture cannot be shown. Save a copy and check it.</translation>
    </message>
    <message>
        <source>ในนี้เห็นเฉพาะหน้าแรกของ PDF บันทึกสำเนาเป็นแฟ้มแล้วเปิดเพื่ออ่านทั้งหมด</source>
        <translation>Only the first page of a PDF is shown here. Save a copy as a file and open it to read all of it.</translation>
    </message>
    <message>
        <source>ภาพและ PDF (*.jpg *.jpeg *.png *.webp *.heic *.heif *.pdf)</source>
        <translation>Pictures and PDF (*.jpg *.jpeg *.png *.webp *.heic *.heif *.pdf)</translation>
    </message>
    <message>
        <source>เลือกเอกสารหรือภาพ</source>
        <translation>Choose a document or picture</translation>
    </message>
    <message>
        <source>บันทึกสำเนา</source>
        <translation>Save a copy</translation>
    </message>
</context>
<context>
    <name>DocumentsPresenter</name>
    <message>
        <source>เพิ่ม {name} แล้ว</source>
        <translation>{name} added</translation>
    </message>
    <message>
        <source>ภาพที่คัดลอกมา</source>
        <translation>Copied picture</translation>
    </message>
    <message>
        <source>เปลี่ยนภาพประจำตัวแล้ว</source>
        <translation>New portrait in place</translation>
    </message>
    <message>
        <source>เอาเอกสารออกแล้ว</source>
        <translation>Document removed</translation>
    </message>
    <message>
        <source>บันทึกสำเนาไว้ที่ {name}</source>
        <translation>Copy saved as {name}</translation>
    </message>
</context>
<context>
    <name>_DocumentRow</name>
    <message>
        <source>ภาพประจำตัว</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>อ่อนไหว</source>
        <translation>Sensitive</translation>
    </message>
    <message>
        <source>อยู่ในเครื่องอื่น</source>
        <translation>On another laptop</translation>
    </message>
</context>
</TS>
