"""What the quick look says of a learner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.learners.records import LearnerDetail, LearnerRow
from desktop.ui.code_book import CodeBook
from desktop.ui.person_words import PLAN_TONES, STATUS_TONES, PersonWords
from desktop.ui.record_names import code_name
from desktop.ui.widgets.quick_look import Fact, Pill


@dataclass(frozen=True)
class Look:
    """Title, line below, facts and pills, as `QuickLook.show_row` takes them."""

    title: str
    subtitle: str
    facts: tuple[Fact, ...]
    pills: tuple[Pill, ...]


class LookWords(QObject):
    """Puts a learner into words; nothing sensitive, as a villager may look over the shoulder."""

    def __init__(self, codes: Callable[[], CodeBook], today: Callable[[], date]) -> None:
        super().__init__()
        self._codes = codes
        self._today = today

    def of_row(self, row: LearnerRow) -> Look:
        """What the list already knows."""
        return Look(row.full_name, self._subtitle(row), (), self._pills(row))

    def of_detail(self, detail: LearnerDetail) -> Look:
        """The learner whole."""
        row, codes = detail.row, self._codes()
        carer = detail.carers[0] if detail.carers else None
        who = ""
        if carer is not None:
            relation = codes.label("relations", carer.values.get("relation"))
            who = f"{carer.text('name')} ({relation})" if relation else carer.text("name")
        phone = str(detail.values.get("phone") or "") or (carer.text("phone") if carer else "")
        level = (
            detail.values.get("level_current")
            or detail.values.get("level_last")
            or detail.values.get("level_completed")
        )
        facts: list[Fact] = [
            (self.tr("ผู้ดูแล"), who),
            (self.tr("โทรศัพท์"), phone),
            (self.tr("การศึกษา"), codes.label("levels", level)),
            (self.tr("ขั้นของการดูแล"), codes.label("case_steps", row.case_step)),
            (self.tr("กลุ่มเป้าหมาย"), self._open("target_groups", list(row.groups))),
            (
                self.tr("เหตุที่ไม่ได้เรียน"),
                self._open("leaving_reasons", [each.text("code") for each in detail.reasons]),
            ),
            (self.tr("รหัส"), row.national_id or row.g_code or row.code),
        ]
        if row.risks:
            facts.insert(0, (self.tr("สัญญาณเสี่ยง"), self._open("risk_flags", list(row.risks))))
        if detail.missing:
            missing = ", ".join(code_name("missing", code) for code in detail.missing)
            facts.append((self.tr("ยังขาด"), missing))
        return Look(row.full_name, self._subtitle(row), tuple(facts), self._pills(row, detail))

    def _subtitle(self, row: LearnerRow) -> str:
        words = PersonWords()
        parts = [
            row.nickname,
            words.age(row.birth_date.age_on(self._today()) if row.birth_date else None),
            words.village(row.village, row.village_name),
        ]
        return " · ".join(part for part in parts if part)

    def _pills(self, row: LearnerRow, detail: LearnerDetail | None = None) -> tuple[Pill, ...]:
        codes = self._codes()
        pills: list[Pill] = []
        if row.status:
            tone = STATUS_TONES.get(row.status, "neutral")
            pills.append((codes.label("status", row.status), tone))
        if row.plan_status:
            words = self.tr("แผน: {status}").replace(
                "{status}", codes.label("plan_status", row.plan_status)
            )
            pills.append((words, PLAN_TONES.get(row.plan_status, "neutral")))
        else:
            pills.append((self.tr("ยังไม่มีแผน"), "neutral"))
        if detail is not None and detail.possible_duplicates:
            pills.append((self.tr("อาจมีชื่อซ้ำ"), "warning"))
        if detail is not None and detail.conflicts:
            pills.append((self.tr("ข้อมูลไม่ตรงกัน"), "danger"))
        if row.waiting:
            pills.append((self.tr("รอส่งจังหวัด"), "info"))
        return tuple(pills)

    def _open(self, name: str, given: list[str]) -> str:
        codes = self._codes()
        shown = [code for code in given if not codes.is_sensitive(name, code)]
        words = codes.labels(name, shown)
        if len(shown) == len(given):
            return words
        covered = self.tr("ปกปิดไว้ %n ข้อ", "", len(given) - len(shown))
        return f"{words}, {covered}" if words else covered
