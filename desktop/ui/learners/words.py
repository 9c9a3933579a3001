"""Words about learners that the list, the form, imports and duplicates share."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from desktop.models.dates import PartialDate
from desktop.ui import code_lists
from desktop.ui.widgets.labels import Tone

STATUS_TONES: dict[str, Tone] = {
    "studying": "success",
    "out_of_school": "warning",
    "at_risk": "warning",
    "general": "info",
    "completed": "success",
}
PLAN_TONES: dict[str, Tone] = {"agreed": "info", "active": "success", "reviewed": "info"}


class CodeLists(code_lists.CodeLists):
    """The code lists, and which of their codes are sensitive."""

    def is_sensitive(self, name: str, code: str) -> bool:
        """Whether a code belongs to the sensitive ones."""
        found = self._list(name)
        return code in found and found.term(code).sensitive


class PersonWords(QObject):
    """Sentences about one person."""

    def age(self, birth: PartialDate | None, today: date) -> str:
        """`อายุ 9 ปี`, `อายุราว 9 ปี`, or that it is not known."""
        if birth is None:
            return self.tr("ไม่ทราบอายุ")
        age = birth.age_on(today)
        if age.approximate:
            return self.tr("อายุราว %n ปี", "", age.years)
        return self.tr("อายุ %n ปี", "", age.years)

    def village(self, moo: str, name: str = "") -> str:
        """`หมู่ 4 บ้านดอยตัวอย่าง`, or that it is not known."""
        if not moo:
            return name or self.tr("ยังไม่ระบุหมู่บ้าน")
        numbered = self.tr("หมู่ {moo}").replace("{moo}", moo)
        return f"{numbered} {name}".strip()

    def missing(self, code: str) -> str:
        """What is still to be asked for."""
        return {
            "birth": self.tr("วันเกิด"),
            "village": self.tr("หมู่บ้าน"),
            "identity": self.tr("เลขหรือเอกสาร"),
            "status": self.tr("สถานะ"),
            "carer": self.tr("ผู้ดูแล"),
            "group": self.tr("กลุ่มเป้าหมาย"),
            "consent": self.tr("ความยินยอม"),
        }.get(code, code)

    def agreement(self, reason: str) -> str:
        """What two records of perhaps one person have in common."""
        return {
            "number": self.tr("เลขเดียวกัน"),
            "given": self.tr("ชื่อเหมือนกัน"),
            "given_nearly": self.tr("ชื่อเกือบเหมือนกัน"),
            "nickname": self.tr("ชื่อเล่นเหมือนกัน"),
            "birth_year": self.tr("ปีเกิดเดียวกัน"),
            "birth_year_next": self.tr("ปีเกิดต่างกันหนึ่งปี"),
            "village": self.tr("หมู่บ้านเดียวกัน"),
            "carer": self.tr("ผู้ดูแลคนเดียวกัน"),
            "surname": self.tr("นามสกุลเดียวกัน"),
            "by_hand": self.tr("มีคนบอกว่าอาจซ้ำ"),
        }.get(reason, reason)

    def agreements(self, reasons: tuple[str, ...]) -> str:
        """All of them in one line."""
        return " · ".join(self.agreement(reason) for reason in reasons)
