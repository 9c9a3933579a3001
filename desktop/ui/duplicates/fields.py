"""The fields of two records as pairs to choose from, and what the choice means to the service."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.learners.records import LearnerDetail
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook
from desktop.ui.person_words import PersonWords
from desktop.ui.value_words import ValueWords
from desktop.ui.widgets.side_by_side import FieldPair

_TEXTS = (
    "title", "given", "middle", "surname", "nickname", "own_name", "call_as", "sex", "birth",
    "village", "house_number", "address", "phone", "status", "case_step", "close_reason",
    "trace_result", "level_completed", "level_last", "last_place", "last_left", "level_current",
    "current_place", "mother_tongue", "talk_language", "occupation",
)  # fmt: skip


class DuplicateFields(QObject):
    """Names the fields and shows their values; a class of its own for the translation."""

    def __init__(self, codes: CodeBook) -> None:
        super().__init__()
        self._values = ValueWords(codes)

    def pairs(self, left: LearnerDetail, right: LearnerDetail) -> list[FieldPair]:
        """Every field that one of them has; texts of which both are kept are left out."""
        labels = self._labels()
        pairs = []
        for name in _TEXTS:
            ours, theirs = self._shown(name, left), self._shown(name, right)
            if ours or theirs:
                pairs.append(FieldPair(name, labels[name], ours, theirs))
        return pairs

    def _shown(self, name: str, detail: LearnerDetail) -> str:
        row = detail.row
        if name == "birth":
            return thai_time.shown_date(row.birth_date)
        if name == "village":
            return PersonWords().village(row.village, row.village_name) if row.village else ""
        value = detail.values.get(name)
        # "Not specified" is no answer that another could contradict.
        return "" if value == "unspecified" else self._values.value("learner", name, value)

    def _labels(self) -> dict[str, str]:
        return {
            "title": self.tr("คำนำหน้า"),
            "given": self.tr("ชื่อ"),
            "middle": self.tr("ชื่อกลาง"),
            "surname": self.tr("นามสกุล"),
            "nickname": self.tr("ชื่อเล่น"),
            "own_name": self.tr("ชื่อในภาษาของตน"),
            "call_as": self.tr("เรียกว่า"),
            "sex": self.tr("เพศ"),
            "birth": self.tr("วันเกิด"),
            "village": self.tr("หมู่บ้าน"),
            "house_number": self.tr("บ้านเลขที่"),
            "address": self.tr("ที่อยู่"),
            "phone": self.tr("โทรศัพท์"),
            "status": self.tr("สถานะ"),
            "case_step": self.tr("ขั้นของการดูแล"),
            "close_reason": self.tr("เหตุที่ปิด"),
            "trace_result": self.tr("ผลการตามหา"),
            "level_completed": self.tr("ระดับที่จบ"),
            "level_last": self.tr("ระดับที่เรียนล่าสุด"),
            "last_place": self.tr("ที่เรียนล่าสุด"),
            "last_left": self.tr("ออกเมื่อ"),
            "level_current": self.tr("ระดับที่เรียนอยู่"),
            "current_place": self.tr("ที่เรียนอยู่"),
            "mother_tongue": self.tr("ภาษาแม่"),
            "talk_language": self.tr("ภาษาที่คุยกัน"),
            "occupation": self.tr("อาชีพ"),
        }
