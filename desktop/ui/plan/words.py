"""What the page of a plan says: headings as on paper, questions in plain words, what is missing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from desktop.services.learners.records import LearnerDetail
from desktop.ui.code_book import CodeBook
from desktop.ui.thai_time import shown_iso

MISSING_PLACES = {
    "dream": 2, "assessment": 4, "goal": 7, "goal_due": 7, "goal_measure": 7, "action": 7,
    "pathway": 8, "facilitator": 10,
}  # fmt: skip
"""In which section what is missing is mended."""


class PlanWords(QObject):
    """The sentences; a class of its own so that they stand together in the translation."""

    def headings(self) -> dict[int, str]:
        """The sixteen headings, as on paper."""
        return {
            1: self.tr("ข้อมูลผู้เรียนรู้และครอบครัว"),
            2: self.tr("ความฝัน ความสนใจ ความถนัด"),
            3: self.tr("ทุนเดิม: สิ่งที่ทำได้แล้ว ประสบการณ์ ภูมิปัญญา"),
            4: self.tr("สภาพปัจจุบัน HETT"),
            5: self.tr("เงื่อนไขและข้อจำกัดชีวิต"),
            6: self.tr("เป้าหมายระยะยาว"),
            7: self.tr("เป้าหมายระยะสั้น และสิ่งที่จะทำ"),
            8: self.tr("เส้นทางการเรียนรู้ และรายวิชา/กิจกรรม"),
            9: self.tr("วิธีเรียน เวลา สถานที่ สื่อ"),
            10: self.tr("ผู้รับผิดชอบ ครูพี่เลี้ยง ปราชญ์ ภาคี"),
            11: self.tr("ความช่วยเหลือ สิ่งอำนวยความสะดวก ทุน"),
            12: self.tr("การวัดผลและหลักฐาน เทียบโอน"),
            13: self.tr("กำหนดทบทวน"),
            14: self.tr("ผลการทบทวน/ปรับแผน"),
            15: self.tr("ความเห็นของผู้เรียนรู้และผู้ปกครอง"),
            16: self.tr("ลงชื่อ"),
        }

    def short_headings(self) -> dict[int, str]:
        """The headings in a word or two, for the list beside the paper."""
        return {
            1: self.tr("ผู้เรียนรู้และครอบครัว"),
            2: self.tr("ความฝัน ความสนใจ"),
            3: self.tr("ทุนเดิม"),
            4: self.tr("สภาพตาม HETT"),
            5: self.tr("เงื่อนไขชีวิต"),
            6: self.tr("เป้าหมายระยะยาว"),
            7: self.tr("เป้าหมายระยะสั้น"),
            8: self.tr("เส้นทางการเรียนรู้"),
            9: self.tr("วิธีเรียน เวลา สถานที่"),
            10: self.tr("ผู้รับผิดชอบ"),
            11: self.tr("ความช่วยเหลือ"),
            12: self.tr("วัดผลและหลักฐาน"),
            13: self.tr("กำหนดทบทวน"),
            14: self.tr("ผลการทบทวน"),
            15: self.tr("ความเห็น"),
            16: self.tr("ลงชื่อ"),
        }

    def prompts(self) -> dict[str, str]:
        """What is asked where nothing is written yet."""
        return {
            "dream": self.tr("ถ้าทำได้ทุกอย่าง อยากเป็นหรืออยากทำอะไร (เขียนด้วยคำของเขาเอง)"),
            "interests": self.tr("เวลาว่างชอบทำอะไร เรื่องไหนที่เล่าแล้วตาเป็นประกาย"),
            "aptitudes": self.tr("ทำอะไรได้ดีโดยไม่ต้องมีใครบอก คนอื่นชมเรื่องอะไร"),
            "strengths": self.tr("ทำอะไรเป็นแล้วบ้าง ช่วยงานอะไรที่บ้าน เคยเรียนหรือเคยทำงานอะไร"),
            "constraints": self.tr("ต้องดูแลใคร ทำงานวันไหน เดินทางอย่างไร มีเอกสารครบไหม"),
            "free_time": self.tr("วันและเวลาที่เรียนได้จริง"),
            "long_qualification": self.tr("อยากได้วุฒิอะไรภายในหนึ่งปี"),
            "long_occupation": self.tr("อยากมีอาชีพหรือรายได้จากอะไร"),
            "long_life": self.tr("อยากให้ชีวิตดีขึ้นเรื่องไหน"),
            "courses": self.tr("วิชา หลักสูตร หรือกิจกรรมที่จะเรียน"),
            "method": self.tr("เรียนแบบไหนถึงเข้าใจ"),
            "times": self.tr("เช่น เย็นวันพุธ หรือหลังเก็บเกี่ยว"),
            "places": self.tr("เช่น ศาลาหมู่บ้าน หรือที่บ้าน"),
            "media": self.tr("ใบงาน คลิป ของจริง"),
            "facilitator": self.tr("ใครเดินไปกับเขา"),
            "mentors": self.tr("ใครในชุมชนสอนได้"),
            "partners": self.tr("หน่วยงานใดช่วยเรื่องใด"),
            "codesigned_by": self.tr("ชื่อผู้แทน สกร."),
            "support": self.tr("ต้องมีใครช่วยอะไรก่อนจึงจะเรียนได้"),
            "accommodations": self.tr("รถรับส่ง ล่าม อุปกรณ์ คนดูแลแทน"),
            "funds": self.tr("ทุนหรือของที่มีให้ ทั้งเงินและของ"),
            "measurement": self.tr("จะรู้ได้อย่างไรว่าทำได้แล้ว"),
            "evidence": self.tr("ภาพ ผลงาน สมุดบันทึก คำบอกเล่า"),
            "credit_transfer": self.tr("เทียบโอนกับที่ใด กี่หน่วยกิต"),
            "learner_comment": self.tr("เขาพูดว่าอย่างไรกับแผนนี้"),
            "guardian_comment": self.tr("ที่บ้านพูดว่าอย่างไร"),
            "measure": self.tr("ดูจากอะไร"),
            "baseline": self.tr("ตอนนี้ทำได้แค่ไหน"),
            "target": self.tr("อยากให้ทำได้แค่ไหน"),
            "result": self.tr("เกิดอะไรขึ้นจริง"),
            "provider": self.tr("ชื่อคนหรือหน่วยงาน"),
            "place": self.tr("สถานที่"),
            "hours": self.tr("เช่น 12"),
            "budget": self.tr("เช่น 500"),
            "fund": self.tr("แหล่งทุน"),
        }

    def learner_facts(
        self, learner: LearnerDetail, codes: CodeBook, today: date
    ) -> list[tuple[str, str]]:
        """Section 1: who it is about."""
        row = learner.row
        born = shown_iso(row.birth)
        if row.birth_date is not None:
            years = self.tr("อายุ %n ปี", "", row.birth_date.age_on(today).years)
            born = f"{born} · {years}"
        place = self.tr("หมู่ {moo}").replace("{moo}", row.village) if row.village else ""
        carers = " · ".join(
            " ".join(part for part in (carer.text("name"), self._relation(carer, codes)) if part)
            for carer in learner.carers
        )
        level = (
            learner.values.get("level_current")
            or learner.values.get("level_last")
            or learner.values.get("level_completed")
        )
        facts = [
            (self.tr("ชื่อเล่น"), row.nickname),
            (self.tr("เกิด"), born),
            (self.tr("หมู่บ้าน"), f"{place} {row.village_name}".strip()),
            (self.tr("การศึกษา"), codes.label("levels", level)),
            (self.tr("ผู้ดูแล"), carers),
            (self.tr("รหัสผู้เรียนรู้"), row.code),
        ]
        return [(label, text or self.tr("ยังไม่มีข้อมูล")) for label, text in facts]

    def _relation(self, carer: object, codes: CodeBook) -> str:
        said = codes.label("relations", getattr(carer, "values", {}).get("relation"))
        return f"({said})" if said else ""

    def months(self, count: int) -> str:
        """`3 เดือน`."""
        return self.tr("%n เดือน", "", count)
