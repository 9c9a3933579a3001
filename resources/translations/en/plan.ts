<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="th_TH">
<context>
    <name>ActionLine</name>
    <message>
        <source>สิ่งที่จะทำ</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>จะทำอะไร</source>
        <translation>What will be done</translation>
    </message>
    <message>
        <source>เลื่อนขึ้น</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>เลื่อนลง</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>เอาสิ่งที่จะทำนี้ออก</source>
        <translation>Remove this action</translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message>
        <source>เปิดหน้าของผู้เรียนรู้</source>
        <translation>Open the learner&apos;s page</translation>
    </message>
    <message>
        <source>หัวข้อในแผน</source>
        <translation>Headings</translation>
    </message>
    <message>
        <source>ฉบับที่ผ่านมา</source>
        <translation>Other versions</translation>
    </message>
    <message>
        <source>ยังขาด</source>
        <translation>Still missing</translation>
    </message>
    <message>
        <source>ฉบับที่ {n} · {status}</source>
        <translation>Version {n} · {status}</translation>
    </message>
    <message>
        <source>เปลี่ยนจากฉบับก่อน</source>
        <translation>Changed since the last</translation>
    </message>
    <message numerus="yes">
        <source>และอีก %n เรื่อง</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>เป้าหมาย</source>
        <translation>goal </translation>
    </message>
    <message>
        <source>สิ่งที่จะทำ</source>
        <translation>action </translation>
    </message>
    <message>
        <source>เพิ่ม{what} “{about}”</source>
        <translation>Added {what}“{about}”</translation>
    </message>
    <message>
        <source>เอา{what}ออก “{about}”</source>
        <translation>Removed {what}“{about}”</translation>
    </message>
    <message>
        <source>{about}{field}: จาก “{before}” เป็น “{after}”</source>
        <translation>{about}{field}: from “{before}” to “{after}”</translation>
    </message>
    <message>
        <source>ว่าง</source>
        <translation>nothing</translation>
    </message>
</context>
<context>
    <name>CarrierRow</name>
    <message>
        <source>ทำผ่าน…</source>
        <translation>Done through…</translation>
    </message>
    <message>
        <source>เลือกใบส่งต่อ คู่ที่ตกลง เงิน หรือกิจกรรมที่ทำให้เรื่องนี้เป็นจริง</source>
        <translation>Choose the referral, match, money or activity that makes this real</translation>
    </message>
    <message>
        <source>ถึงขั้น {state} แล้ว</source>
        <translation>By that: {state}</translation>
    </message>
    <message>
        <source>ใช้: {state}</source>
        <translation>Set: {state}</translation>
    </message>
</context>
<context>
    <name>CarrierWords</name>
    <message>
        <source>เรียนแล้ว {hours} ชั่วโมง</source>
        <translation>{hours} hours done</translation>
    </message>
</context>
<context>
    <name>GoalCard</name>
    <message>
        <source>เป้าหมายข้อ {n}</source>
        <translation>Goal {n}</translation>
    </message>
    <message>
        <source>อยากทำอะไรให้ได้</source>
        <translation>What should become possible</translation>
    </message>
    <message>
        <source>ยังไม่เลือกด้าน</source>
        <translation>No dimension yet</translation>
    </message>
    <message>
        <source>ทำเพื่อแผนทั้งฉบับ</source>
        <translation>For the plan as a whole</translation>
    </message>
    <message>
        <source>เพิ่มสิ่งที่จะทำ แล้วกด Enter</source>
        <translation>Add an action, then press Enter</translation>
    </message>
    <message>
        <source>เลื่อนขึ้น</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>เลื่อนลง</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>เอาเป้าหมายนี้ออก</source>
        <translation>Remove this goal</translation>
    </message>
</context>
<context>
    <name>GoalOutcome</name>
    <message>
        <source>ผลของเป้าหมาย</source>
        <translation>Result of the goal</translation>
    </message>
    <message>
        <source>เกิดอะไรขึ้นจริง เล่าสั้น ๆ</source>
        <translation>What really happened, in a few words</translation>
    </message>
    <message>
        <source>สิ่งที่เกิดขึ้นจริง</source>
        <translation>What really happened</translation>
    </message>
</context>
<context>
    <name>GoalSuggestions</name>
    <message>
        <source>เริ่มจากสิ่งที่เขาสนใจ</source>
        <translation>Begin with what they like</translation>
    </message>
    <message>
        <source>อาจเพิ่มเป้าหมายเรื่องนี้</source>
        <translation>This could become a goal</translation>
    </message>
    <message>
        <source>กดเพื่อเอามาเป็นเป้าหมาย แล้วแก้เป็นคำของเขา</source>
        <translation>Press one to make it a goal, then put it in their own words</translation>
    </message>
    <message>
        <source>เรียนรู้เรื่อง “{text}”</source>
        <translation>Learn about “{text}”</translation>
    </message>
    <message>
        <source>เขาพูดเองว่าสนใจ</source>
        <translation>They said so themselves</translation>
    </message>
    <message>
        <source>ตอนนี้: {baseline} → ขั้นต่อไป: {target}</source>
        <translation>Now: {baseline} → next: {target}</translation>
    </message>
</context>
<context>
    <name>HettSection</name>
    <message>
        <source>ยังไม่ประเมิน</source>
        <translation>Not assessed</translation>
    </message>
    <message>
        <source>{now} → เป้าหมาย {target}</source>
        <translation>{now} → target {target}</translation>
    </message>
    <message>
        <source>ประเมินล่าสุด {date}</source>
        <translation>Last assessed {date}</translation>
    </message>
    <message>
        <source>ดูการประเมิน</source>
        <translation>See the assessment</translation>
    </message>
    <message>
        <source>ยังไม่เคยประเมิน คุยสี่ด้านของชีวิตด้วยกันก่อนตั้งเป้าหมาย</source>
        <translation>Not assessed yet. Talk about the four sides of life before setting goals.</translation>
    </message>
    <message>
        <source>ไปประเมิน HETT</source>
        <translation>Assess HETT</translation>
    </message>
</context>
<context>
    <name>PlanDay</name>
    <message>
        <source>ทบทวนแผน</source>
        <translation>Review of a plan</translation>
    </message>
    <message>
        <source>ถึงกำหนดทบทวนแผนร่วมกับผู้เรียนรู้และผู้ดูแล</source>
        <translation>The plan is due for review with the learner and the carer</translation>
    </message>
    <message>
        <source>แผนยังร่างอยู่</source>
        <translation>Plan still a draft</translation>
    </message>
    <message>
        <source>แผนยังเป็นร่าง ชวนคุยและตกลงร่วมกัน</source>
        <translation>The plan is still a draft: talk it over and agree</translation>
    </message>
</context>
<context>
    <name>PlanDocument</name>
    <message>
        <source>เพิ่มเป้าหมาย แล้วกด Enter</source>
        <translation>Add a goal, then press Enter</translation>
    </message>
    <message>
        <source>บันทึกการทบทวน</source>
        <translation>Record a review</translation>
    </message>
    <message>
        <source>แผนการเรียนรู้รายบุคคลของ {name}</source>
        <translation>Individual learning plan of {name}</translation>
    </message>
    <message>
        <source>ฉบับที่ {n} · ปี {year}</source>
        <translation>Version {n} · {year}</translation>
    </message>
    <message>
        <source>เรียนรู้เรื่อง{text}</source>
        <translation>Learn about {text}</translation>
    </message>
</context>
<context>
    <name>PlanDrafts</name>
    <message>
        <source>ทบทวนแผน</source>
        <translation>Review of a plan</translation>
    </message>
    <message>
        <source>บรรทัดในแผน</source>
        <translation>A line in a plan</translation>
    </message>
</context>
<context>
    <name>PlanEvents</name>
    <message>
        <source>เอาเป้าหมายออกแล้ว</source>
        <translation>Goal removed</translation>
    </message>
    <message>
        <source>เอาสิ่งที่จะทำออกแล้ว</source>
        <translation>Action removed</translation>
    </message>
    <message>
        <source>ทิ้งร่างแล้ว</source>
        <translation>Draft dropped</translation>
    </message>
    <message>
        <source>แผนกลับไปเป็นร่างแล้ว</source>
        <translation>The plan is a draft again</translation>
    </message>
    <message>
        <source>ตกลงแผนร่วมกันแล้ว พิมพ์ไปให้ลงชื่อได้</source>
        <translation>The plan is agreed. It can be printed and signed.</translation>
    </message>
    <message>
        <source>เริ่มทำตามแผนแล้ว</source>
        <translation>The plan is under way</translation>
    </message>
    <message>
        <source>ปิดแผนแล้ว</source>
        <translation>Plan closed</translation>
    </message>
    <message>
        <source>บันทึกการทบทวนแล้ว</source>
        <translation>Review recorded</translation>
    </message>
    <message>
        <source>บันทึกการลงชื่อแล้ว ข้อความในแผนล็อกไว้</source>
        <translation>Signature noted. The words of the plan are fixed now.</translation>
    </message>
    <message>
        <source>เอาการลงชื่อออกแล้ว</source>
        <translation>Signature taken back</translation>
    </message>
    <message>
        <source>เริ่มแผนฉบับใหม่แล้ว ฉบับเดิมยังใช้อยู่จนกว่าจะตกลงกัน</source>
        <translation>New version begun. The present one holds until it is agreed.</translation>
    </message>
    <message>
        <source>เริ่มแผนแล้ว</source>
        <translation>Plan begun</translation>
    </message>
</context>
<context>
    <name>PlanScreen</name>
    <message>
        <source>แผนรายบุคคล</source>
        <translation>Individual plan</translation>
    </message>
    <message>
        <source>ลองบันทึกอีกครั้ง</source>
        <translation>Try to save again</translation>
    </message>
    <message>
        <source>หน้านี้คือแผนแบบเดียวกับกระดาษที่จะลงชื่อ กดที่ข้อความเพื่อพิมพ์แก้ได้ทันที ระบบบันทึกให้เอง ปุ่มสีเข้มด้านบนคือขั้นถัดไป ป้ายข้างใต้บอกว่ายังขาดอะไร กดป้ายเพื่อไปที่นั่น กด Ctrl+N เพื่อเพิ่มเป้าหมาย Ctrl+P เพื่อพิมพ์ เมื่อมีคนลงชื่อแล้ว ข้อความจะล็อก ให้ทำฉบับใหม่แทน</source>
        <translation>This is the plan just as the paper that will be signed. Click any words to change them; everything is saved by itself. The dark button above is the next step; the tags below it say what is still missing, and lead there. Ctrl+N adds a goal, Ctrl+P prints. Once somebody has signed, the words are fixed: make a new version instead.</translation>
    </message>
    <message>
        <source>บันทึกแล้ว</source>
        <translation>Saved</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>ข้อมูลผู้เรียนรู้และครอบครัว</source>
        <translation>The learner and the family</translation>
    </message>
    <message>
        <source>ความฝัน ความสนใจ ความถนัด</source>
        <translation>Dream, interests, aptitudes</translation>
    </message>
    <message>
        <source>ทุนเดิม: สิ่งที่ทำได้แล้ว ประสบการณ์ ภูมิปัญญา</source>
        <translation>What is there already: skills, experience, wisdom</translation>
    </message>
    <message>
        <source>สภาพปัจจุบัน HETT</source>
        <translation>Where things stand: HETT</translation>
    </message>
    <message>
        <source>เงื่อนไขและข้อจำกัดชีวิต</source>
        <translation>Conditions and limits of life</translation>
    </message>
    <message>
        <source>เป้าหมายระยะยาว</source>
        <translation>Long-term goals</translation>
    </message>
    <message>
        <source>เป้าหมายระยะสั้น และสิ่งที่จะทำ</source>
        <translation>Short-term goals and actions</translation>
    </message>
    <message>
        <source>เส้นทางการเรียนรู้ และรายวิชา/กิจกรรม</source>
        <translation>Learning pathway, courses and activities</translation>
    </message>
    <message>
        <source>วิธีเรียน เวลา สถานที่ สื่อ</source>
        <translation>How, when, where, with what</translation>
    </message>
    <message>
        <source>ผู้รับผิดชอบ ครูพี่เลี้ยง ปราชญ์ ภาคี</source>
        <translation>People: facilitator, mentors, partners</translation>
    </message>
    <message>
        <source>ความช่วยเหลือ สิ่งอำนวยความสะดวก ทุน</source>
        <translation>Support, accommodations, funds</translation>
    </message>
    <message>
        <source>การวัดผลและหลักฐาน เทียบโอน</source>
        <translation>Measuring, evidence, credit transfer</translation>
    </message>
    <message>
        <source>กำหนดทบทวน</source>
        <translation>Reviews due</translation>
    </message>
    <message>
        <source>ผลการทบทวน/ปรับแผน</source>
        <translation>Review results and changes</translation>
    </message>
    <message>
        <source>ความเห็นของผู้เรียนรู้และผู้ปกครอง</source>
        <translation>What the learner and the guardian say</translation>
    </message>
    <message>
        <source>ลงชื่อ</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>ผู้เรียนรู้และครอบครัว</source>
        <translation>Learner and family</translation>
    </message>
    <message>
        <source>ความฝัน ความสนใจ</source>
        <translation>Dream, interests</translation>
    </message>
    <message>
        <source>ทุนเดิม</source>
        <translation>Strengths</translation>
    </message>
    <message>
        <source>สภาพตาม HETT</source>
        <translation>HETT now</translation>
    </message>
    <message>
        <source>เงื่อนไขชีวิต</source>
        <translation>Conditions of life</translation>
    </message>
    <message>
        <source>เป้าหมายระยะสั้น</source>
        <translation>Short-term goals</translation>
    </message>
    <message>
        <source>เส้นทางการเรียนรู้</source>
        <translation>Learning pathway</translation>
    </message>
    <message>
        <source>วิธีเรียน เวลา สถานที่</source>
        <translation>How, when, where</translation>
    </message>
    <message>
        <source>ผู้รับผิดชอบ</source>
        <translation>People</translation>
    </message>
    <message>
        <source>ความช่วยเหลือ</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>วัดผลและหลักฐาน</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>ผลการทบทวน</source>
        <translation>Review results</translation>
    </message>
    <message>
        <source>ความเห็น</source>
        <translation>What they say</translation>
    </message>
    <message>
        <source>สถานที่</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>ถ้าทำได้ทุกอย่าง อยากเป็นหรืออยากทำอะไร (เขียนด้วยคำของเขาเอง)</source>
        <translation>If anything were possible, what would they like to be or do? (in their own words)</translation>
    </message>
    <message>
        <source>เวลาว่างชอบทำอะไร เรื่องไหนที่เล่าแล้วตาเป็นประกาย</source>
        <translation>What do they like doing? What makes their eyes shine?</translation>
    </message>
    <message>
        <source>ทำอะไรได้ดีโดยไม่ต้องมีใครบอก คนอื่นชมเรื่องอะไร</source>
        <translation>What do they do well unasked? What do others praise?</translation>
    </message>
    <message>
        <source>ทำอะไรเป็นแล้วบ้าง ช่วยงานอะไรที่บ้าน เคยเรียนหรือเคยทำงานอะไร</source>
        <translation>What can they do already? Which work at home, which schooling, which jobs?</translation>
    </message>
    <message>
        <source>ต้องดูแลใคร ทำงานวันไหน เดินทางอย่างไร มีเอกสารครบไหม</source>
        <translation>Whom do they care for, when do they work, how do they travel, have they papers?</translation>
    </message>
    <message>
        <source>วันและเวลาที่เรียนได้จริง</source>
        <translation>Days and hours when they can really learn</translation>
    </message>
    <message>
        <source>อยากได้วุฒิอะไรภายในหนึ่งปี</source>
        <translation>Which qualification within a year</translation>
    </message>
    <message>
        <source>อยากมีอาชีพหรือรายได้จากอะไร</source>
        <translation>Which work or income</translation>
    </message>
    <message>
        <source>อยากให้ชีวิตดีขึ้นเรื่องไหน</source>
        <translation>What should become better in life</translation>
    </message>
    <message>
        <source>วิชา หลักสูตร หรือกิจกรรมที่จะเรียน</source>
        <translation>Subjects, courses or activities</translation>
    </message>
    <message>
        <source>เรียนแบบไหนถึงเข้าใจ</source>
        <translation>Which way of learning works</translation>
    </message>
    <message>
        <source>เช่น เย็นวันพุธ หรือหลังเก็บเกี่ยว</source>
        <translation>Wednesday evenings, after the harvest…</translation>
    </message>
    <message>
        <source>เช่น ศาลาหมู่บ้าน หรือที่บ้าน</source>
        <translation>Village hall, at home…</translation>
    </message>
    <message>
        <source>ใบงาน คลิป ของจริง</source>
        <translation>Worksheets, clips, real things</translation>
    </message>
    <message>
        <source>ใครเดินไปกับเขา</source>
        <translation>Who goes along with them</translation>
    </message>
    <message>
        <source>ใครในชุมชนสอนได้</source>
        <translation>Who in the community can teach</translation>
    </message>
    <message>
        <source>หน่วยงานใดช่วยเรื่องใด</source>
        <translation>Who helps with what</translation>
    </message>
    <message>
        <source>ชื่อผู้แทน สกร.</source>
        <translation>Name of the DOLE representative</translation>
    </message>
    <message>
        <source>ต้องมีใครช่วยอะไรก่อนจึงจะเรียนได้</source>
        <translation>What help comes before learning</translation>
    </message>
    <message>
        <source>รถรับส่ง ล่าม อุปกรณ์ คนดูแลแทน</source>
        <translation>Transport, interpreter, aids, someone to stand in</translation>
    </message>
    <message>
        <source>ทุนหรือของที่มีให้ ทั้งเงินและของ</source>
        <translation>What there is, in money and in kind</translation>
    </message>
    <message>
        <source>จะรู้ได้อย่างไรว่าทำได้แล้ว</source>
        <translation>How will one know</translation>
    </message>
    <message>
        <source>ภาพ ผลงาน สมุดบันทึก คำบอกเล่า</source>
        <translation>Pictures, work, notebooks, what people tell</translation>
    </message>
    <message>
        <source>เทียบโอนกับที่ใด กี่หน่วยกิต</source>
        <translation>With whom, how many credits</translation>
    </message>
    <message>
        <source>เขาพูดว่าอย่างไรกับแผนนี้</source>
        <translation>What do they say to this plan</translation>
    </message>
    <message>
        <source>ที่บ้านพูดว่าอย่างไร</source>
        <translation>What does the family say</translation>
    </message>
    <message>
        <source>ดูจากอะไร</source>
        <translation>Seen from what</translation>
    </message>
    <message>
        <source>ตอนนี้ทำได้แค่ไหน</source>
        <translation>How far now</translation>
    </message>
    <message>
        <source>อยากให้ทำได้แค่ไหน</source>
        <translation>How far to go</translation>
    </message>
    <message>
        <source>เกิดอะไรขึ้นจริง</source>
        <translation>What really happened</translation>
    </message>
    <message>
        <source>ชื่อคนหรือหน่วยงาน</source>
        <translation>A person or agency</translation>
    </message>
    <message>
        <source>เช่น 12</source>
        <translation>e.g. 12</translation>
    </message>
    <message>
        <source>เช่น 500</source>
        <translation>e.g. 500</translation>
    </message>
    <message>
        <source>แหล่งทุน</source>
        <translation>Fund</translation>
    </message>
    <message numerus="yes">
        <source>อายุ %n ปี</source>
        <translation>
            <numerusform>aged %n</numerusform>
            <numerusform>aged %n</numerusform>
        </translation>
    </message>
    <message>
        <source>หมู่ {moo}</source>
        <translation>Moo {moo}</translation>
    </message>
    <message>
        <source>ชื่อเล่น</source>
        <translation>Nickname</translation>
    </message>
    <message>
        <source>เกิด</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>หมู่บ้าน</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>การศึกษา</source>
        <translation>Schooling</translation>
    </message>
    <message>
        <source>ผู้ดูแล</source>
        <translation>Carers</translation>
    </message>
    <message>
        <source>รหัสผู้เรียนรู้</source>
        <translation>Learner code</translation>
    </message>
    <message>
        <source>ยังไม่มีข้อมูล</source>
        <translation>Not known yet</translation>
    </message>
    <message numerus="yes">
        <source>%n เดือน</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintedWords</name>
    <message>
        <source>แผนฉบับที่ {version} พิมพ์ {when}</source>
        <translation>Version {version} of the plan, printed {when}</translation>
    </message>
    <message>
        <source>โดย {name}</source>
        <translation>by {name}</translation>
    </message>
    <message>
        <source>ตรงกับแผนตอนนี้</source>
        <translation>Still as the plan is now</translation>
    </message>
    <message>
        <source>แผนแก้ไปหลังพิมพ์</source>
        <translation>The plan was changed since</translation>
    </message>
    <message>
        <source>แผนที่พิมพ์แล้ว</source>
        <translation>Printed plans</translation>
    </message>
</context>
<context>
    <name>ReviewForm</name>
    <message>
        <source>เลือกว่าจะไปต่ออย่างไร</source>
        <translation>Choose how it goes on</translation>
    </message>
    <message>
        <source>เป้าหมายแต่ละข้อไปถึงไหน</source>
        <translation>How far each goal has come</translation>
    </message>
    <message>
        <source>เขาพูดว่าอย่างไร</source>
        <translation>What they say</translation>
    </message>
    <message>
        <source>จะปรับอะไร</source>
        <translation>What changes</translation>
    </message>
    <message>
        <source>ผลการทบทวน</source>
        <translation>Review results</translation>
    </message>
    <message>
        <source>ทบทวนวันที่</source>
        <translation>Reviewed on</translation>
    </message>
    <message>
        <source>ทบทวนครั้งต่อไป</source>
        <translation>Next review</translation>
    </message>
    <message>
        <source>บันทึกการทบทวน</source>
        <translation>Record a review</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>ยังไม่เคยทบทวน</source>
        <translation>Not reviewed yet</translation>
    </message>
    <message>
        <source>เขาบอกว่า “{text}”</source>
        <translation>They say: “{text}”</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>ทบทวนแผนด้วยกัน</source>
        <translation>Review the plan together</translation>
    </message>
    <message>
        <source>เป้าหมายแต่ละข้อไปถึงไหน</source>
        <translation>How far each goal has come</translation>
    </message>
    <message>
        <source>ถามเขาก่อนว่าคิดอย่างไร แล้วค่อยดูหลักฐาน</source>
        <translation>Ask first what they think, then look at the evidence</translation>
    </message>
    <message>
        <source>จากนี้จะไปต่ออย่างไร</source>
        <translation>How it goes on</translation>
    </message>
    <message>
        <source>กลับไปที่แผน</source>
        <translation>Back to the plan</translation>
    </message>
</context>
<context>
    <name>SignatureLine</name>
    <message>
        <source>บันทึกว่าลงชื่อแล้ว</source>
        <translation>Note that they signed</translation>
    </message>
    <message>
        <source>ยังไม่ได้ลงชื่อ</source>
        <translation>Not signed after all</translation>
    </message>
    <message>
        <source>เอาการลงชื่อที่บันทึกผิดออก</source>
        <translation>Take back a signature noted by mistake</translation>
    </message>
    <message>
        <source>ชื่อผู้ลงชื่อ</source>
        <translation>Who signed</translation>
    </message>
    <message>
        <source>ตำแหน่ง (ถ้ามี)</source>
        <translation>Position (if any)</translation>
    </message>
    <message>
        <source>ลงชื่อวันที่</source>
        <translation>Signed on</translation>
    </message>
    <message>
        <source>พิมพ์ลายนิ้วมือแทนการลงชื่อ (ต้องมีพยาน 2 คน)</source>
        <translation>Thumbprint instead of a signature (needs two witnesses)</translation>
    </message>
    <message>
        <source>พยานคนที่ 1</source>
        <translation>Witness 1</translation>
    </message>
    <message>
        <source>พยานคนที่ 2</source>
        <translation>Witness 2</translation>
    </message>
    <message>
        <source>บันทึกการลงชื่อ</source>
        <translation>Note the signature</translation>
    </message>
    <message>
        <source>ยกเลิก</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>ลายนิ้วมือ พยาน {names}</source>
        <translation>thumbprint, witnesses {names}</translation>
    </message>
    <message>
        <source>พิมพ์ชื่อพยาน</source>
        <translation>Type the witness&apos;s name</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>{name} · หมู่ {moo} · เป้าหมาย {goals} ข้อ</source>
        <translation>{name} · Moo {moo} · {goals} goals</translation>
    </message>
    <message>
        <source>เริ่มจากสิ่งที่เขาสนใจ</source>
        <translation>Begin with what they like</translation>
    </message>
    <message>
        <source>หรือเริ่มจากแม่แบบ</source>
        <translation>Or from a template</translation>
    </message>
    <message>
        <source>หรือคัดลอกเป้าหมายและวิธีจากแผนของคนอื่น</source>
        <translation>Or copy goals and ways from another plan</translation>
    </message>
    <message>
        <source>พิมพ์ชื่อคนที่มีแผนคล้ายกัน</source>
        <translation>Name of someone with a similar plan</translation>
    </message>
    <message>
        <source>เริ่มแผนของ {name}</source>
        <translation>Begin the plan of {name}</translation>
    </message>
    <message>
        <source>เขาบอกว่าสนใจ “{text}” แผนจะเริ่มจากตรงนี้</source>
        <translation>They like “{text}”: the plan begins there</translation>
    </message>
    <message>
        <source>ยังไม่รู้ว่าเขาสนใจอะไร ถามเขาก่อน แล้วค่อยตั้งเป้าหมายด้วยกัน</source>
        <translation>What they like is not known yet. Ask first, then set goals together.</translation>
    </message>
    <message>
        <source>คนนี้ยังไม่มีแผน ครูพี่เลี้ยงเป็นคนทำแผน ถ้าข้อมูลถูกระงับการใช้อยู่ ต้องยกเลิกการระงับก่อน</source>
        <translation>There is no plan yet. Facilitators make plans; if the record is restricted, the restriction must be lifted first</translation>
    </message>
    <message numerus="yes">
        <source>%n เป้าหมาย</source>
        <translation>
            <numerusform>%n goal</numerusform>
            <numerusform>%n goals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>พิมพ์</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>อื่น ๆ</source>
        <translation>More</translation>
    </message>
    <message>
        <source>ก่อนลงชื่อยังขาด</source>
        <translation>Before signing, still missing</translation>
    </message>
    <message>
        <source>ปิดแผนเพราะอะไร</source>
        <translation>Why is the plan closed</translation>
    </message>
    <message>
        <source>ปิดแผน</source>
        <translation>Close the plan</translation>
    </message>
    <message>
        <source>ยังไม่ปิด</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>ตั้งเป้าหมายข้อแรก</source>
        <translation>Set the first goal</translation>
    </message>
    <message>
        <source>ทำแผนฉบับใหม่</source>
        <translation>Make a new version</translation>
    </message>
    <message>
        <source>ตกลงแผนร่วมกัน</source>
        <translation>Agree the plan</translation>
    </message>
    <message>
        <source>เริ่มทำตามแผน</source>
        <translation>Start the plan</translation>
    </message>
    <message>
        <source>ทบทวนแผนด้วยกัน</source>
        <translation>Review it together</translation>
    </message>
    <message>
        <source>ทำต่อตามแผน</source>
        <translation>Go on as planned</translation>
    </message>
    <message>
        <source>ปิดเมื่อ {date} · {reason}</source>
        <translation>Closed {date} · {reason}</translation>
    </message>
    <message>
        <source>ทบทวน {date} ({when})</source>
        <translation>Review {date} ({when})</translation>
    </message>
    <message>
        <source>บันทึกการทบทวน</source>
        <translation>Record a review</translation>
    </message>
    <message>
        <source>กลับไปเป็นร่าง</source>
        <translation>Back to draft</translation>
    </message>
    <message>
        <source>เปิดแผนอีกครั้ง</source>
        <translation>Open the plan again</translation>
    </message>
    <message>
        <source>ทำแผนฉบับใหม่จากฉบับนี้</source>
        <translation>Make a new version of this plan</translation>
    </message>
    <message>
        <source>ปิดแผน…</source>
        <translation>Close the plan…</translation>
    </message>
    <message>
        <source>ทิ้งร่างนี้</source>
        <translation>Drop this draft</translation>
    </message>
    <message>
        <source>เปิดหน้าของผู้เรียนรู้</source>
        <translation>Open the learner&apos;s page</translation>
    </message>
    <message>
        <source>ดูฉบับที่ {n}</source>
        <translation>See version {n}</translation>
    </message>
    <message>
        <source>เลือกเหตุผลก่อน</source>
        <translation>Choose a reason first</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>ขั้นของแผน: {step}</source>
        <translation>Step of the plan: {step}</translation>
    </message>
</context>
</TS>
