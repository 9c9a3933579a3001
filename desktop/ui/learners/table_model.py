"""The columns of the list of learners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.learners.records import LearnerRow
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook
from desktop.ui.person_words import PLAN_TONES, STATUS_TONES, PersonWords
from desktop.ui.widgets.labels import Tone
from desktop.ui.widgets.table_model import Column, DataclassTableModel

SORTS = {"name": "name", "village": "village", "moo": "village", "birth": "birth"}
"""Columns by which the list can be put in order, and what is asked then."""

NAME_WIDTH = 236
"""Pixels at 100 % that a name needs to be read whole, with its icon."""

# The columns from the richest to the poorest set; the first that leaves names their room is shown.
COLUMN_SETS = (
    ("name", "nickname", "birth", "village", "status", "plan", "sent"),
    ("name", "nickname", "birth", "village", "status", "plan"),
    ("name", "nickname", "birth", "moo", "status", "plan"),
    ("name", "nickname", "birth", "moo", "status"),
    ("name", "nickname", "moo", "status"),
    ("name", "moo"),
)

_TONE_ICONS: dict[Tone, tuple[str, str]] = {
    "neutral": ("circle", "muted"),
    "info": ("circle-dot", "primary"),
    "success": ("circle-check", "success"),
    "warning": ("triangle-alert", "warning"),
    "danger": ("circle-alert", "danger"),
}


class ListWords(QObject):
    """Words of the list's cells and headings."""

    def __init__(self, codes: Callable[[], CodeBook], today: Callable[[], date]) -> None:
        super().__init__()
        self._codes = codes
        self._today = today

    def age(self, row: LearnerRow) -> str:
        """Years of age; "ราว" where the birth is known only in part."""
        birth = row.birth_date
        age = birth.age_on(self._today()) if birth else None
        if age is None:
            return "–"
        if age.approximate:
            return self.tr("ราว %n ปี", "", age.years)
        return self.tr("%n ปี", "", age.years)

    def birth(self, row: LearnerRow) -> str:
        """When the learner was born, as far as known."""
        return thai_time.shown_date(row.birth_date)

    def village(self, row: LearnerRow) -> str:
        """`หมู่ 4 บ้านดอย`, a dash where it is not known."""
        return PersonWords().village(row.village, row.village_name) if row.village else "–"

    def status(self, row: LearnerRow) -> str:
        """The status in words."""
        return self._codes().label("status", row.status) or "–"

    def status_icon(self, row: LearnerRow) -> tuple[str, str] | None:
        """The sign of the status's tone."""
        return _TONE_ICONS[STATUS_TONES.get(row.status, "neutral")] if row.status else None

    def plan(self, row: LearnerRow) -> str:
        """How far the newest plan is."""
        if not row.plan_status:
            return self.tr("ยังไม่มีแผน")
        return self._codes().label("plan_status", row.plan_status)

    def plan_icon(self, row: LearnerRow) -> tuple[str, str]:
        """A sheet; the tone of how far the plan is."""
        if not row.plan_status:
            return ("file-plus", "muted")
        tone = PLAN_TONES.get(row.plan_status, "neutral")
        role = {"success": "success", "info": "primary"}.get(tone, "muted")
        return ("file-check" if tone == "success" else "file-text", role)

    def sent(self, row: LearnerRow) -> str:
        """Whether the province has everything of this learner."""
        return self.tr("รอส่ง") if row.waiting else self.tr("ส่งแล้ว")

    def risks(self, row: LearnerRow) -> str:
        """The open risk flags but for sensitive ones, which the mark alone tells of."""
        codes = self._codes()
        shown = [code for code in row.risks if not codes.is_sensitive("risk_flags", code)]
        if not shown:
            return ""
        risks = codes.labels("risk_flags", shown)
        return self.tr("สัญญาณเสี่ยง: {risks}").replace("{risks}", risks)

    def head(self, key: str) -> str:
        """The heading of a column."""
        return {
            "name": self.tr("ชื่อ–สกุล"),
            "code": self.tr("รหัส"),
            "nickname": self.tr("ชื่อเล่น"),
            "birth": self.tr("อายุ"),
            "village": self.tr("หมู่บ้าน"),
            "moo": self.tr("หมู่"),
            "status": self.tr("สถานะ"),
            "plan": self.tr("แผน"),
            "sent": self.tr("จังหวัด"),
        }[key]


def learners_model(words: ListWords) -> DataclassTableModel[LearnerRow]:
    """The table model; a missing nickname or village is a dash, never an empty hole."""

    def risk_icon(row: LearnerRow) -> tuple[str, str]:
        return ("flag", "danger") if row.risks else ("user", "muted")

    columns = [
        Column[LearnerRow](
            "name", lambda: words.head("name"), lambda row: row.full_name, None, 0,
            icon=risk_icon, hint=lambda row: words.risks(row) or row.full_name,
        ),
        Column[LearnerRow]("code", lambda: words.head("code"), lambda row: row.code, None, 120),
        Column[LearnerRow](
            "nickname", lambda: words.head("nickname"), lambda row: row.nickname or "–", None, 84,
        ),
        Column[LearnerRow](
            "birth", lambda: words.head("birth"), words.age, None, 88, hint=words.birth,
        ),
        Column[LearnerRow](
            "village", lambda: words.head("village"), words.village, None, 176, hint=words.village,
        ),
        Column[LearnerRow](
            "moo", lambda: words.head("moo"), lambda row: row.village or "–", None, 64,
            hint=words.village,
        ),
        Column[LearnerRow](
            "status", lambda: words.head("status"), words.status, None, 150,
            icon=words.status_icon, hint=words.status,
        ),
        Column[LearnerRow](
            "plan", lambda: words.head("plan"), words.plan, None, 134, icon=words.plan_icon,
            hint=words.plan,
        ),
        Column[LearnerRow](
            "sent", lambda: words.head("sent"), words.sent, None, 104,
            icon=lambda row: ("clock", "warning") if row.waiting else ("check", "success"),
        ),
    ]  # fmt: skip
    return DataclassTableModel(columns, lambda row: row.id)


def fitting_columns(
    model: DataclassTableModel[LearnerRow], width: float, chosen: Sequence[str] | None = None
) -> tuple[str, ...]:
    """The columns that somebody chose, else the richest set for `width` pixels at 100 %."""
    if chosen is not None:
        return ("name", *(column.key for column in model.columns if column.key in chosen))
    widths = {column.key: column.width for column in model.columns}
    for keys in COLUMN_SETS:
        if width - sum(widths[key] for key in keys) >= NAME_WIDTH:
            return keys
    return COLUMN_SETS[-1]
