<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>EvidenceCard</name>
    <message>
        <source>ยังไม่มีหลักฐาน</source>
        <translation>No evidence yet</translation>
    </message>
</context>
<context>
    <name>EvidenceCommands</name>
    <message>
        <source>แยกตามสถานะ พร้อมสิ่งที่ยังขาด ไม่มีภาพ</source>
        <translation>By state, with what is lacking, without pictures</translation>
    </message>
    <message>
        <source>ชิ้นงาน ภาพถ่าย ใบรับรอง แฟ้มสะสมงาน</source>
        <translation>Work, photograph, certificate, portfolio</translation>
    </message>
    <message>
        <source>รายการหลักฐานการเรียนรู้</source>
        <translation>Evidence of learning</translation>
    </message>
</context>
<context>
    <name>EvidenceListScreen</name>
    <message>
        <source>ค้นหลักฐาน หรือชื่อผู้เรียนรู้</source>
        <translation>Search evidence, or whose</translation>
    </message>
    <message>
        <source>เริ่มจากภาพชิ้นงาน ใบรับรอง หรือสิ่งที่เห็นเขาทำ</source>
        <translation>Begin with a picture of work, a certificate, or what you saw them do</translation>
    </message>
    <message>
        <source>ยังขาดอะไร</source>
        <translation>Something is lacking</translation>
    </message>
    <message>
        <source>สิ่งที่แสดงว่าผู้เรียนรู้ทำได้ เปิดดูแล้วกดดูแล้ว หรือบอกว่ายังไม่พอเพราะอะไร
ภาพที่มีคนอื่นพิมพ์หรือส่งออกไม่ได้จนกว่าทุกคนยินยอม
กด Enter เพื่อเปิดดู กด Ctrl+N เพื่อเพิ่ม</source>
        <translation>What shows that a learner can do something. Open it, say that it was seen, or why it is not enough.
A picture of others cannot be printed or exported until all of them agreed.
Enter opens one, Ctrl+N adds one.</translation>
    </message>
    <message>
        <source>ยังขาด</source>
        <translation>Lacking</translation>
    </message>
</context>
<context>
    <name>EvidencePresenter</name>
    <message>
        <source>เพิ่ม {name} แล้ว</source>
        <translation>{name} added</translation>
    </message>
</context>
<context>
    <name>EvidenceScreen</name>
    <message>
        <source>หลักฐานอะไร ใครอยู่ในภาพ</source>
        <translation>What it is, who is seen</translation>
    </message>
    <message>
        <source>ไม่ใช่ครั้งใดครั้งหนึ่ง</source>
        <translation>Of no one session</translation>
    </message>
    <message>
        <source>ใช้แสดงได้แค่ไหน</source>
        <translation>How far it may be shown</translation>
    </message>
    <message>
        <source>เอกสารของผู้เรียนรู้</source>
        <translation>Documents of the learner</translation>
    </message>
    <message>
        <source>เลือกภาพหรือเอกสาร</source>
        <translation>Choose a picture or paper</translation>
    </message>
    <message>
        <source>ภาพและ PDF (*.jpg *.jpeg *.png *.webp *.heic *.heif *.pdf)</source>
        <translation>Pictures and PDF (*.jpg *.jpeg *.png *.webp *.heic *.heif *.pdf)</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ ภาพหรือเอกสารเลือกจากของผู้เรียนรู้ หรือของครั้งที่พบกัน
บอกว่ามีคนอื่นในภาพไหม ถ้ามี ถามทุกคนก่อนบอกว่ายินยอมแล้ว
เมื่อดูแล้วว่าใช้ได้ กดดูแล้ว ใช้ได้ ถ้ายังไม่พอ บอกเหตุผลไว้</source>
        <translation>Every field stores itself. The picture or paper is one of the learner&apos;s, or of the session.
Say whether others are seen on it; if so, ask all of them before you say that they agreed.
Once it was looked at and is enough, press Seen, it is enough. If not, say why.</translation>
    </message>
    <message>
        <source>พร้อมแสดงและพิมพ์</source>
        <translation>Ready to be shown</translation>
    </message>
    <message>
        <source>เปิดหน้าของ {name}</source>
        <translation>Open the page of {name}</translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>หลักฐานที่รอคนดู</source>
        <translation>Evidence to be seen</translation>
    </message>
    <message>
        <source>ของ {who} เปิดดูว่าแสดงว่าทำได้จริงไหม แล้วกดดูแล้ว</source>
        <translation>Of {who}: look whether it shows it, then say that it was seen</translation>
    </message>
</context>
<context>
    <name>NewEvidenceScreen</name>
    <message>
        <source>ภาพหรือเอกสาร และใครอยู่ในภาพ เลือกในหน้าถัดไป</source>
        <translation>The picture or paper, and who is seen, follow on the next page</translation>
    </message>
</context>
</TS>
