"""Why a line stands in the day, in a sentence; how it is put away, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from desktop.models.dates import PartialDate
from desktop.services.today.records import TodayLine
from desktop.ui.shell.feature import DraftForm, Features


class TodayWords(QObject):
    """The words of a line, which its feature declares, and those of the day itself."""

    def __init__(self, features: Features) -> None:
        super().__init__()
        self._features = features

    def group(self, urgency: int) -> str:
        """The heading over the lines of one urgency."""
        return (
            self.tr("ด่วน ต้องทำเดี๋ยวนี้"),
            self.tr("วันนี้"),
            self.tr("สัปดาห์นี้"),
            self.tr("เมื่อมีเวลา"),
        )[min(urgency, 3)]

    def kind(self, code: str) -> str:
        """What lines of one code are about, for a chip."""
        return self._features.reasons[code].name()

    def icon(self, line: TodayLine) -> str:
        """The sign of a line."""
        form = self._form(line)
        return form.icon if form else self._features.reasons[line.code].icon

    def who(self, line: TodayLine) -> str:
        """The name with the nickname, or what the line is about besides learners."""
        if line.learner_name:
            return f"{line.learner_name} ({line.nickname})" if line.nickname else line.learner_name
        reason, form = self._features.reasons[line.code], self._form(line)
        if form is not None:
            return form.name()
        return reason.who(line) if reason.who is not None else reason.name()

    def why(self, line: TodayLine, today: date) -> str:
        """The reason in one sentence."""
        text, form = self._features.reasons[line.code].why(line, today), self._form(line)
        return f"{form.name()} · {text}" if form is not None and line.learner_name else text

    def cannot_open(self, line: TodayLine) -> str:
        """Why the place of a line stays closed."""
        if line.screen == "draft" and self._form(line) is None:
            return self.tr("โปรแกรมรุ่นนี้ไม่มีแบบฟอร์มนี้ สิ่งที่พิมพ์ไว้ยังอยู่ เปิดได้ในรุ่นที่ใหม่กว่า")
        return self.tr("บทบาทของคุณเปิดเรื่องนี้ไม่ได้ ขอให้คนที่มีสิทธิ์เปิดให้")

    def _form(self, line: TodayLine) -> DraftForm | None:
        if line.screen != "draft":
            return None
        return self._features.drafts.get(str(line.values["form"]))

    def due(self, line: TodayLine, today: date) -> str:
        """How the day of the line stands to today; "" where the day says nothing."""
        if not line.due or not self._features.reasons[line.code].dated:
            return ""
        # What is known to its month or year alone is due on the last day that it may mean.
        days = (PartialDate.from_iso(line.due).last_day - today).days
        if days == 0:
            return self.tr("วันนี้")
        if days > 0:
            return self.tr("อีก %n วัน", "", days)
        return self.tr("เลยมา %n วัน", "", -days)

    def postpone_choices(self) -> list[tuple[int, str]]:
        """Days from today, and the words of the chip."""
        return [
            (1, self.tr("พรุ่งนี้")),
            (3, self.tr("อีก 3 วัน")),
            (7, self.tr("สัปดาห์หน้า")),
            (30, self.tr("เดือนหน้า")),
        ]

    def reasons(self) -> list[str]:
        """Reasons for putting a line away that are often given."""
        return [
            self.tr("ทำไปแล้วแต่ไม่ได้บันทึก"),
            self.tr("ไม่เกี่ยวกับเราแล้ว"),
            self.tr("ครอบครัวไม่สะดวก"),
            self.tr("ข้อมูลไม่ถูกต้อง"),
        ]
