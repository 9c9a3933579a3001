<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>CourseWords</name>
    <message>
        <source>{what} (ถอนแล้ว)</source>
        <translation>{what} (taken back)</translation>
    </message>
</context>
<context>
    <name>LearnerReferralsTab</name>
    <message>
        <source>ยังไม่เคยส่งต่อ เขียนเรื่องที่ต้องขอให้หน่วยงานช่วย</source>
        <translation>Nothing referred yet. Write down what an agency is to be asked for.</translation>
    </message>
    <message>
        <source>จบแล้ว</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>NewReferralScreen</name>
    <message>
        <source>เลือกผู้เรียนรู้ และหน่วยงานที่จะขอ เขียนแล้วยังไม่ส่งจนกว่าจะกดส่งเรื่อง</source>
        <translation>Choose the learner and the agency to be asked. Nothing is sent before you press Send.</translation>
    </message>
</context>
<context>
    <name>ReferralBoardScreen</name>
    <message>
        <source>แต่ละแถวตั้งคือขั้นหนึ่ง เรื่องด่วนอยู่บนสุด แล้วเรื่องที่อยู่ขั้นนั้นมานานที่สุด
ลูกศรขึ้นลงไปทีละเรื่อง ลูกศรซ้ายขวาไปแถวข้าง ๆ กด Enter เพื่อเปิด กลับมาแล้วอยู่ที่เรื่องเดิม
ป้ายบนเรื่องบอกว่าควรถามเมื่อใด ตามจำนวนวันของบริการนั้น เรื่องที่จบแล้วนับไว้ และเปิดดูได้</source>
        <translation>Each column is a step. Urgent ones are on top, then those that have been there longest.
Up and down go from card to card, left and right to the columns beside. Enter opens one; coming back you are at it again.
The word on a card says when to ask, by the days of its service. What is done is counted, and can be shown.</translation>
    </message>
    <message numerus="yes">
        <source>%n เรื่อง</source>
        <translation>
            <numerusform>%n referral</numerusform>
            <numerusform>%n referrals</numerusform>
        </translation>
    </message>
    <message>
        <source>คีย์ใบตอบรับ</source>
        <translation>Key replies back</translation>
    </message>
    <message numerus="yes">
        <source>ดูเรื่องที่จบแล้วด้วย (%n เรื่อง)</source>
        <translation>
            <numerusform>With what is done (%n)</numerusform>
            <numerusform>With what is done (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>ดูเรื่องที่จบแล้วด้วย</source>
        <translation>With what is done</translation>
    </message>
    <message>
        <source>ไม่พบตามที่เลือก</source>
        <translation>Nothing like what you chose</translation>
    </message>
    <message>
        <source>ไม่มีเรื่องที่รอใครอยู่</source>
        <translation>Nothing waits for anybody</translation>
    </message>
    <message>
        <source>เลือกหน่วยงาน หมู่บ้าน หรือผู้ดูแลเป็นทั้งหมด</source>
        <translation>Choose all agencies, villages or facilitators again</translation>
    </message>
    <message>
        <source>เริ่มจากเรื่องที่เคยโทรขอให้หน่วยงานช่วยแล้วยังไม่ได้คำตอบ</source>
        <translation>Begin with what you have asked an agency for and have no answer to</translation>
    </message>
    <message>
        <source>ดูทั้งหมด</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>{field}: ทั้งหมด</source>
        <translation>{field}: all</translation>
    </message>
    <message>
        <source>ส่งถึง</source>
        <translation>To</translation>
    </message>
    <message numerus="yes">
        <source>รอนาน %n</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message>
        <source>ด่วน</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>ตามปกติ</source>
        <translation>Ordinary</translation>
    </message>
    <message numerus="yes">
        <source>อีก %n เรื่อง</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>ยังไม่ได้เลือกผู้รับ</source>
        <translation>Receiver not chosen yet</translation>
    </message>
</context>
<context>
    <name>ReferralScreen</name>
    <message>
        <source>ขออะไร ของใคร</source>
        <translation>What is asked</translation>
    </message>
    <message>
        <source>ผู้รับ</source>
        <translation>the receiver</translation>
    </message>
    <message numerus="yes">
        <source>%n วัน</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>บอกเบอร์โทรหรือที่อยู่ ใบส่งต่อไปถึงหลายมือ บอกเท่าที่จำเป็น</source>
        <translation>This tells a telephone or an address. A slip goes through many hands: tell what is needed only</translation>
    </message>
    <message>
        <source>เอ่ยชื่อคนในบ้าน ใบส่งต่อไปถึงหลายมือ บอกชื่อเมื่อจำเป็นเท่านั้น</source>
        <translation>This names somebody at home. A slip goes through many hands: name them only where it is needed</translation>
    </message>
    <message>
        <source>ใบส่งต่อและการติดต่อ</source>
        <translation>Slip and contacts</translation>
    </message>
    <message>
        <source>เส้นเวลาของเรื่องนี้</source>
        <translation>All that happened</translation>
    </message>
    <message>
        <source>พิมพ์ใบส่งต่อ</source>
        <translation>Print the slip</translation>
    </message>
    <message>
        <source>พิมพ์หนังสือติดตามทุกเรื่องของหน่วยงานนี้</source>
        <translation>Print a reminder of all that this agency has</translation>
    </message>
    <message>
        <source>โทรหา {who} แล้ว ไม่มีคนรับ</source>
        <translation>Phoned {who}, no answer</translation>
    </message>
    <message>
        <source>เปิดหน้าของ {name}</source>
        <translation>Open the page of {name}</translation>
    </message>
    <message>
        <source>ปิดเรื่อง</source>
        <translation>Close it</translation>
    </message>
    <message>
        <source>พบหรือตามถามหลังได้รับบริการแล้ว</source>
        <translation>The family was met, or tried, since the service</translation>
    </message>
    <message>
        <source>ขั้นต่อไป: {step}</source>
        <translation>Next: {step}</translation>
    </message>
    <message>
        <source>ภายใน {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>ขอความยินยอม</source>
        <translation>Ask for consent</translation>
    </message>
    <message>
        <source>บันทึกการพบ</source>
        <translation>Note a contact</translation>
    </message>
    <message>
        <source>ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ ปุ่มด้านขวาบอกว่าเรื่องเดินถึงไหน แต่ละปุ่มถามสิ่งที่ต้องรู้
ส่งได้เมื่อมีความยินยอมให้ส่งต่อให้ผู้รับรายนี้ หรือเลือกฐานอื่นพร้อมเหตุผล
สิ่งที่ส่งไปถูกเก็บไว้ตามตัวอักษร แก้ทีหลังไม่ได้</source>
        <translation>Every field saves itself. The buttons at the right lead the referral on; each asks what must be known.
It can be sent once there is consent for this receiver, or another basis with its reason.
What was sent is kept word for word and cannot be changed.</translation>
    </message>
</context>
<context>
    <name>ReferralStepWords</name>
    <message>
        <source>ไม่มีความยินยอม</source>
        <translation>No consent</translation>
    </message>
    <message>
        <source>ถึงวันถามผล</source>
        <translation>Ask how it went</translation>
    </message>
    <message>
        <source>ค้าง ยังไม่ส่ง</source>
        <translation>Left unsent</translation>
    </message>
    <message>
        <source>ต้องตัดสินใจ</source>
        <translation>To be decided</translation>
    </message>
    <message>
        <source>เลยวันที่ให้รอ</source>
        <translation>Wait is over</translation>
    </message>
    <message>
        <source>เงียบนานมาก</source>
        <translation>Silent very long</translation>
    </message>
    <message>
        <source>ควรถามใหม่</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>รอซิงก์</source>
        <translation>Wait for sync</translation>
    </message>
    <message>
        <source>รอถึง {day}</source>
        <translation>Until {day}</translation>
    </message>
    <message numerus="yes">
        <source>ถามในอีก %n วัน</source>
        <translation>
            <numerusform>Ask in %n day</numerusform>
            <numerusform>Ask in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n วัน</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>ภายใน {day}</source>
        <translation>by {day}</translation>
    </message>
    <message>
        <source>ขอความยินยอมใหม่ หรือเรียกเรื่องคืน</source>
        <translation>Ask for consent anew, or recall it</translation>
    </message>
    <message>
        <source>ความยินยอมให้ส่งต่อให้ {receiver} ไม่มีผลแล้ว</source>
        <translation>The consent to refer to {receiver} no longer stands</translation>
    </message>
    <message>
        <source>เรื่องนี้ยังอยู่ในเครื่องนี้ ยังไม่ถึงเครื่องอื่น จึงยังไม่นับว่า {receiver} ไม่ตอบ</source>
        <translation>It has not left this laptop yet, so {receiver} is not counted as silent</translation>
    </message>
    <message>
        <source>ถามผล {check} แล้วกดบันทึกผลการติดตาม</source>
        <translation>Ask after {check}, then note the check</translation>
    </message>
    <message>
        <source>ยังเรียน ยังรับบริการ หรือมีงานอยู่ไหม ถ้าหลุดอีก เรื่องจะเปิดใหม่และขึ้นสัญญาณเสี่ยง</source>
        <translation>Still learning, served, or in work? Who left again is begun anew, with a risk flag</translation>
    </message>
    <message>
        <source>เลือกผู้รับ แล้วส่งเรื่อง</source>
        <translation>Choose the receiver, then send it</translation>
    </message>
    <message>
        <source>ยังไม่มีใครได้รับเรื่องนี้</source>
        <translation>Nobody has received this yet</translation>
    </message>
    <message>
        <source>ขอความยินยอมให้ส่งต่อ</source>
        <translation>Ask for consent to refer</translation>
    </message>
    <message>
        <source>ยังไม่มีความยินยอมให้ส่งต่อให้ {receiver} ถ้าจำเป็นต้องส่งก่อน กดส่งเรื่องแล้วเลือกฐานอื่น</source>
        <translation>No consent covers telling {receiver} yet. If it must go first, press send and choose another basis</translation>
    </message>
    <message>
        <source>ส่งเรื่อง</source>
        <translation>Send it</translation>
    </message>
    <message>
        <source>เขียนถึง {receiver} ไว้แล้ว ยังไม่ได้ส่ง</source>
        <translation>Written to {receiver}, not sent yet</translation>
    </message>
    <message>
        <source>โทรถามว่าได้รับเรื่องแล้วหรือยัง</source>
        <translation>Phone and ask whether it was received</translation>
    </message>
    <message>
        <source>ส่งให้ {receiver} แล้ว ยังไม่ตอบ</source>
        <translation>Sent to {receiver}, who has not answered</translation>
    </message>
    <message>
        <source>ถามว่ารับดูแลหรือไม่</source>
        <translation>Ask whether they take it on</translation>
    </message>
    <message>
        <source>{receiver} รับเรื่องไว้แล้ว</source>
        <translation>{receiver} has received it</translation>
    </message>
    <message>
        <source>ถามว่าได้รับบริการแล้วหรือยัง</source>
        <translation>Ask whether the service was given</translation>
    </message>
    <message>
        <source>{receiver} รับดูแลแล้ว</source>
        <translation>{receiver} takes it on</translation>
    </message>
    <message>
        <source>รอถึงวันที่นัด แล้วถามอีกครั้ง</source>
        <translation>Wait for the day that was named, then ask again</translation>
    </message>
    <message>
        <source>{receiver} ให้รอคิว</source>
        <translation>{receiver} asks to wait</translation>
    </message>
    <message>
        <source>ตามส่วนที่ยังไม่ได้</source>
        <translation>Follow up the part that is missing</translation>
    </message>
    <message>
        <source>ได้รับจาก {receiver} บางส่วน</source>
        <translation>{receiver} gave a part of it</translation>
    </message>
    <message>
        <source>ไปถามผู้เรียนรู้หรือครอบครัว แล้วปิดเรื่อง</source>
        <translation>Ask the learner or the family, then close it</translation>
    </message>
    <message>
        <source>บันทึกการพบหลังได้รับบริการก่อน จึงจะปิดได้</source>
        <translation>Note a meeting after the service first; then it can be closed</translation>
    </message>
    <message>
        <source>ตัดสินใจว่าทำอย่างไรต่อ</source>
        <translation>Decide what follows</translation>
    </message>
    <message>
        <source>{receiver} รับไม่ได้ ส่งที่อื่น ขออีกครั้ง หรือบันทึกว่ายังไม่มีใครรับ</source>
        <translation>{receiver} cannot take it: send it elsewhere, ask again, or note it as unmet</translation>
    </message>
    <message>
        <source>หาผู้รับรายอื่น แล้วเปิดเรื่องใหม่</source>
        <translation>Find another receiver, then open it anew</translation>
    </message>
    <message>
        <source>ยังไม่มีใครรับ ผู้เรียนรู้ยังรออยู่</source>
        <translation>Nobody has taken it; the learner still waits</translation>
    </message>
    <message>
        <source>จบแล้ว</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>เปิดใหม่ได้ถ้ามีเรื่องอีก ประวัติยังอยู่ครบ</source>
        <translation>It can be reopened; its history stays whole</translation>
    </message>
    <message>
        <source>ผู้รับ</source>
        <translation>the receiver</translation>
    </message>
</context>
<context>
    <name>ReferralWords</name>
    <message>
        <source>ส่งต่อที่เงียบไป</source>
        <translation>Referrals gone silent</translation>
    </message>
    <message>
        <source>โทรถามผู้รับว่าถึงไหนแล้ว</source>
        <translation>Phone the receiver and ask how far it is</translation>
    </message>
    <message>
        <source>ส่งต่อที่รอเลยวัน</source>
        <translation>Referrals waiting past their day</translation>
    </message>
    <message>
        <source>ส่งต่อที่รับไม่ได้</source>
        <translation>Referrals declined</translation>
    </message>
    <message>
        <source>ส่งต่อที่ถึงวันถามผล</source>
        <translation>Referrals to be asked after</translation>
    </message>
    <message>
        <source>ใบตอบรับรอเรื่อง</source>
        <translation>Replies awaiting their referral</translation>
    </message>
    <message>
        <source>ใบเลขที่ {number}</source>
        <translation>Slip {number}</translation>
    </message>
    <message>
        <source>ส่งต่อที่ต้องโทรอีกครั้ง</source>
        <translation>Referrals to phone about again</translation>
    </message>
    <message>
        <source>ส่งต่อที่ไม่มีความยินยอม</source>
        <translation>Referrals without consent</translation>
    </message>
    <message>
        <source>{receiver} ให้รอถึง {day} ซึ่งเลยมาแล้ว ถามว่ารับได้หรือยัง</source>
        <translation>{receiver} asked to wait until {day}, which has passed. Ask whether they can take it now.</translation>
    </message>
    <message>
        <source>{receiver} รับไม่ได้ ตัดสินใจว่าส่งที่อื่น ขออีกครั้ง หรือยังไม่มีใครรับ</source>
        <translation>{receiver} declined. Decide: elsewhere, again, or unmet.</translation>
    </message>
    <message>
        <source>ถึงวันถามว่ายังเรียน ยังรับบริการ หรือมีงานอยู่ไหม ตั้งแต่ {day}</source>
        <translation>Still learning, served, or in work? To be asked since {day}</translation>
    </message>
    <message>
        <source>{agency} ตอบมาแล้ว</source>
        <translation>{agency} has answered.</translation>
    </message>
    <message>
        <source>รอซิงก์ ยังไม่มีใบเลขที่นี้ในเครื่องนี้ ถ้ารอนานให้ดูว่าเลขที่ถูกหรือไม่</source>
        <translation>Awaiting sync: no slip of this number here yet. If it waits long, check the number.</translation>
    </message>
    <message>
        <source>เรื่องของใบนี้จบหรือส่งใหม่แล้ว เปิดเรื่องดูก่อน แล้วคีย์ใหม่หรือไม่ใช้ใบนี้</source>
        <translation>The referral of this slip has ended or was sent anew. Look at it first, then key anew or take this out.</translation>
    </message>
    <message>
        <source>ขัดกับที่บันทึกไว้ในเรื่องนี้ เปิดเรื่องดูก่อน แล้วคีย์ใหม่หรือไม่ใช้ใบนี้</source>
        <translation>This is contrary to what is noted of the referral. Look at it first, then key anew or take this out.</translation>
    </message>
    <message>
        <source>หน่วยงาน</source>
        <translation>The agency</translation>
    </message>
    <message>
        <source>ส่งให้ {receiver} แล้ว แต่ความยินยอมไม่มีผลแล้ว ขอใหม่หรือเรียกเรื่องคืน</source>
        <translation>It is with {receiver}, but the consent no longer stands. Ask anew or recall it.</translation>
    </message>
</context>
<context>
    <name>ReferralsCommands</name>
    <message>
        <source>เขียนด้วยปากกาในบ้าน มีใบตอบรับให้ฉีกส่งคืน</source>
        <translation>For the pen, with a reply to tear off</translation>
    </message>
    <message>
        <source>ส่งต่อ</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>ทุกใบที่ส่งแล้วยังไม่ตอบ เรียงตามหน่วยงาน ใบละหน้า</source>
        <translation>Every slip sent and not answered, by agency, a page each</translation>
    </message>
    <message>
        <source>รายการส่งต่อ</source>
        <translation>List of referrals</translation>
    </message>
    <message>
        <source>ส่งใครไปไหน ถึงขั้นใด แยกตามหน่วยงาน</source>
        <translation>Who was referred where, how far it is, by agency</translation>
    </message>
    <message>
        <source>ส่งตัว ประสานหน่วยงาน ใบส่งต่อ</source>
        <translation>refer agency slip</translation>
    </message>
    <message>
        <source>ใบตอบรับ ตอบกลับ เลขที่ใบส่งต่อ</source>
        <translation>reply slip number answer</translation>
    </message>
    <message>
        <source>คีย์ใบตอบรับ</source>
        <translation>Key replies back</translation>
    </message>
    <message>
        <source>ใบส่งต่อพร้อมใบตอบรับ</source>
        <translation>Referral slip with its reply</translation>
    </message>
    <message>
        <source>ใบส่งต่อทุกใบ</source>
        <translation>All slips</translation>
    </message>
    <message>
        <source>ใบส่งต่อเปล่า</source>
        <translation>Blank referral slip</translation>
    </message>
    <message>
        <source>หนังสือติดตามเรื่องที่ส่งต่อ</source>
        <translation>Reminder of referrals</translation>
    </message>
    <message>
        <source>สรุปการส่งต่อ</source>
        <translation>Summary of referrals</translation>
    </message>
</context>
<context>
    <name>ReferralsScreen</name>
    <message>
        <source>พิมพ์ใบส่งต่อทุกใบที่เห็น</source>
        <translation>Print all slips listed</translation>
    </message>
    <message numerus="yes">
        <source>%n เรื่อง</source>
        <translation>
            <numerusform>%n referral</numerusform>
            <numerusform>%n referrals</numerusform>
        </translation>
    </message>
    <message>
        <source>ค้นชื่อ หน่วยงาน หรือเลขที่ใบส่งต่อ</source>
        <translation>Search a name, an agency or a slip number</translation>
    </message>
    <message>
        <source>เริ่มจากเรื่องที่เคยโทรขอให้หน่วยงานช่วยแล้วยังไม่ได้คำตอบ</source>
        <translation>Begin with what you have asked an agency for and have no answer to</translation>
    </message>
    <message>
        <source>รอคนทำต่อ</source>
        <translation>Waits for somebody</translation>
    </message>
    <message>
        <source>ส่งแล้วยังไม่จบ แต่ละเรื่องบอกว่าอยู่ขั้นใดและนานกี่วัน เรื่องที่เงียบเกินกำหนดของบริการนั้นขึ้นว่า ควรถามใหม่
หน่วยงานรับไม่ได้ ต้องตัดสินใจว่าส่งที่อื่น ขออีกครั้ง หรือยังไม่มีใครรับ
ปิดเรื่องได้เมื่อผู้เรียนรู้หรือครอบครัวบอกเองว่าได้รับแล้ว หรือพยายามติดต่อครบ 3 ครั้ง</source>
        <translation>Sent is not done. Each referral says where it stands and for how many days; one that is silent longer than its service should take says Ask again.
A decline needs a decision: elsewhere, again or unmet.
It can be closed once the learner or the family says that it was received, or after three contacts were tried.</translation>
    </message>
    <message>
        <source>ส่งถึง</source>
        <translation>To</translation>
    </message>
    <message>
        <source>เลขที่</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>นาน</source>
        <translation>For</translation>
    </message>
    <message numerus="yes">
        <source>%n วัน</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplyForm</name>
    <message>
        <source>เลขที่บนใบตอบรับ</source>
        <translation>Number on the reply</translation>
    </message>
    <message>
        <source>เช่น A-0012</source>
        <translation>such as A-0012</translation>
    </message>
    <message>
        <source>หน่วยงานตอบว่า</source>
        <translation>The agency answers</translation>
    </message>
    <message>
        <source>เลือกคำตอบ</source>
        <translation>Choose the answer</translation>
    </message>
    <message>
        <source>ใครตอบ (หน่วยงานหรือฝ่าย)</source>
        <translation>Who answers (agency or office)</translation>
    </message>
    <message>
        <source>เก็บคำตอบ แล้วคีย์ใบต่อไป</source>
        <translation>Keep it, and key the next</translation>
    </message>
</context>
<context>
    <name>ReplyPresenter</name>
    <message>
        <source>ยังไม่มีใบเลขที่ {number} ในเครื่องนี้ เก็บคำตอบไว้รอแล้ว</source>
        <translation>Slip {number} is not on this laptop yet: the answer is kept and waits</translation>
    </message>
    <message>
        <source>เก็บคำตอบของ {number} แล้ว</source>
        <translation>Kept the answer to {number}</translation>
    </message>
    <message>
        <source>เอาใบตอบรับ {number} ออกแล้ว</source>
        <translation>Took out the reply {number}</translation>
    </message>
</context>
<context>
    <name>ReplyScreen</name>
    <message>
        <source>คีย์ใบตอบรับ</source>
        <translation>Key replies back</translation>
    </message>
    <message>
        <source>พิมพ์เลขที่บนใบตอบรับ เลือกคำตอบ แล้วกด Ctrl+S ใบเดียวตอบได้หลายครั้งจนกว่าจะปิดเรื่อง
ใบที่ยังไม่มีในเครื่องนี้ เก็บคำตอบไว้รอในทุกเครื่อง เมื่อเรื่องซิงก์มาถึง โปรแกรมเดินขั้นให้เอง</source>
        <translation>Type the number on the reply, choose the answer and press Ctrl+S. One slip can be answered several times until its referral is closed.
Where the slip is not on this laptop yet, the answer waits on every laptop. Once the referral syncs, the program takes the steps by itself.</translation>
    </message>
    <message>
        <source>เลขที่อยู่มุมบนของใบที่ฉีกส่งคืน</source>
        <translation>The number stands at the head of what was torn off</translation>
    </message>
    <message>
        <source>เปิดเรื่องนี้</source>
        <translation>Open this referral</translation>
    </message>
    <message>
        <source>หมายถึงใบใดต่อไปนี้หรือไม่</source>
        <translation>Is one of these slips meant?</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>ใบตอบรับที่รอเรื่อง</source>
        <translation>Replies awaiting their referral</translation>
    </message>
    <message>
        <source>เก็บไว้แล้วและไปถึงทุกเครื่อง เมื่อเรื่องซิงก์มาถึง โปรแกรมเดินขั้นให้เอง</source>
        <translation>They are kept and reach every laptop. Once the referral syncs, the program takes the steps by itself.</translation>
    </message>
    <message>
        <source>คีย์โดย {name}</source>
        <translation>Keyed by {name}</translation>
    </message>
    <message>
        <source>แก้แล้วคีย์ใหม่</source>
        <translation>Put right and key anew</translation>
    </message>
    <message>
        <source>ไม่ใช้ใบนี้</source>
        <translation>Not a reply</translation>
    </message>
</context>
</TS>
