"""Words of the import wizard: fields, problems, outcomes, what is being done."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.exchange.advice import advice
from desktop.exchange.rows import CellProblem
from desktop.ui.record_names import field_name
from desktop.ui.translation import Language, language
from desktop.ui.widgets.choice_popup import Choice
from desktop.ui.widgets.labels import Tone

OUTCOME_TONES: dict[str, Tone] = {
    "new": "success",
    "update": "info",
    "unchanged": "neutral",
    "asked": "warning",
    "repeat": "neutral",
    "error": "danger",
    "left_out": "neutral",
}
OUTCOME_ICONS: dict[str, tuple[str, str]] = {
    "new": ("user-plus", "success"),
    "update": ("pencil", "primary"),
    "unchanged": ("check", "muted"),
    "asked": ("circle-help", "warning"),
    "repeat": ("copy", "muted"),
    "error": ("circle-alert", "danger"),
    "left_out": ("minus", "muted"),
}

# Where a problem's mark stands in the preview.
CELL_OF_FIELD = {
    "name": "name", "given": "name", "surname": "name", "title": "name", "middle": "name",
    "nickname": "nickname", "birth": "birth", "birth_day": "birth", "birth_month": "birth",
    "birth_year": "birth", "age": "birth", "identity": "number", "g_code": "number",
    "local_code": "number", "other_paper": "number", "moo": "village", "village": "village",
    "hamlet": "village",
}  # fmt: skip


class ImportWords(QObject):
    """The words; a class of its own so that they stand together in the translation."""

    def fields(self) -> list[Choice]:
        """What a column may hold, in the order in which a person looks for it."""
        return [
            ("", self.tr("ไม่มีช่องเฉพาะ (เก็บไว้ในข้อมูลเพิ่มเติม)")),
            ("ignore", self.tr("ไม่นำเข้าคอลัมน์นี้")),
            ("name", self.tr("ชื่อและนามสกุล (ช่องเดียว)")),
            ("title", self.tr("คำนำหน้า")),
            ("given", self.tr("ชื่อ")),
            ("middle", self.tr("ชื่อกลาง")),
            ("surname", self.tr("นามสกุล")),
            ("nickname", self.tr("ชื่อเล่น")),
            ("own_name", self.tr("ชื่อในภาษาของตน")),
            ("sex", self.tr("เพศ")),
            ("birth", self.tr("วันเกิด")),
            ("birth_day", self.tr("วันที่เกิด (เฉพาะวัน)")),
            ("birth_month", self.tr("เดือนเกิด")),
            ("birth_year", self.tr("ปีเกิด")),
            ("age", self.tr("อายุ")),
            ("identity", self.tr("เลขประจำตัวประชาชน")),
            ("g_code", self.tr("รหัส G")),
            ("local_code", self.tr("รหัสผู้เรียนรู้ของศูนย์")),
            ("other_paper", self.tr("เลขเอกสารอื่น")),
            ("moo", self.tr("หมู่ที่")),
            ("village", self.tr("ชื่อหมู่บ้าน")),
            ("hamlet", self.tr("หย่อมบ้าน")),
            ("house_number", self.tr("บ้านเลขที่")),
            ("address", self.tr("ที่อยู่")),
            ("carer_title", self.tr("คำนำหน้าผู้ดูแล")),
            ("carer", self.tr("ผู้ดูแล/ผู้ปกครอง")),
            ("carer_role", self.tr("ผู้ดูแลเกี่ยวข้องเป็น")),
            ("phone", self.tr("โทรศัพท์")),
            ("level", self.tr("ระดับการศึกษา")),
            ("status", self.tr("สถานะ")),
            ("reasons", self.tr("สาเหตุที่ไม่ได้เรียน")),
            ("groups", self.tr("กลุ่มเป้าหมาย")),
            ("note", self.tr("หมายเหตุ")),
            ("order", self.tr("ลำดับที่ (ไม่นำเข้า)")),
            ("record_id", self.tr("รหัสระเบียนของโปรแกรม")),
            ("mark", self.tr("รอยตรวจของโปรแกรม")),
        ]

    def problem(self, problem: CellProblem) -> str:
        """What is wrong at a cell and what to do."""
        if problem.code == "number_of_another":
            return self.tr("เลขนี้เป็นของอีกคนที่ชื่อต่างกัน ให้ตรวจเลขกับเอกสาร")
        return advice(problem.code, english=language() is Language.ENGLISH)

    def left(self, reason: str) -> str:
        """Why a cell belongs to nobody."""
        return advice(f"left_out_{reason}", english=language() is Language.ENGLISH)

    def changed(self, field: str) -> str:
        """The name of something that an import changes on a learner."""
        named = {
            "number": self.tr("เลขประจำตัว"),
            "group": self.tr("กลุ่มเป้าหมาย"),
            "groups": self.tr("กลุ่มเป้าหมาย"),
            "reason": self.tr("สาเหตุที่ไม่ได้เรียน"),
            "reasons": self.tr("สาเหตุที่ไม่ได้เรียน"),
            "level_current": self.tr("ระดับการศึกษา"),
            "level_last": self.tr("ระดับการศึกษา"),
            "level_completed": self.tr("ระดับการศึกษา"),
            "birth_text": self.tr("วันเกิดตามที่บอก"),
            "extra": self.tr("ข้อมูลเพิ่มเติม"),
        }
        return named.get(field) or dict(self.fields()).get(field) or field_name("learner", field)

    def doing(self, code: str) -> str:
        """What long work is at."""
        return {
            "reading": self.tr("กำลังอ่านแฟ้ม"),
            "matching": self.tr("กำลังเทียบกับคนที่มีอยู่"),
            "storing": self.tr("กำลังบันทึก"),
            "updating": self.tr("กำลังปรับปรุง"),
        }.get(code, "")
