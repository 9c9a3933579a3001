"""Reviewing a plan with the learner: goal by goal, then what changes and when again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.services.entries import Entry
from desktop.services.record_values import add_months
from desktop.ui.plan.goals import partial
from desktop.ui.plan.page import PlanPage
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.hett_style import dimension
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.text_fields import TextArea, TextField
from desktop.ui.widgets.typing_pause import TypingPause


class GoalOutcome(Adaptive, QFrame):
    """What became of one goal."""

    changed = Signal()

    def __init__(self, goal: Entry, number: int, page: PlanPage) -> None:
        super().__init__()
        self.goal_id: UUID = goal.id
        code = goal.text("dimension")
        self._mark = IconLabel(dimension(code).icon if code else "target", "muted", 20)
        self._code = code
        self._text = ThaiLabel(f"{number}. {goal.text('text')}", "strong")
        aim = " → ".join(part for part in (goal.text("baseline"), goal.text("target")) if part)
        self._aim = ThaiLabel(aim, "muted")
        self._aim.setVisible(bool(aim))
        self.state = ChoiceField(page.codes.choices("goal_status"))
        self.state.set_value(goal.text("state"))
        self.result = TextField()
        self.result.set_value(goal.text("result"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._aim)
        row = QGridLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setHorizontalSpacing(12)
        row.setVerticalSpacing(4)
        row.addWidget(self._mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 0, 1)
        row.addWidget(self.state, 0, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.result, 1, 1, 1, 2)
        row.setColumnStretch(1, 1)
        self.state.chosen.connect(lambda _code: self.changed.emit())
        self.result.edited.connect(lambda _text: self.changed.emit())
        self.adapt()

    def values(self) -> dict[str, str]:
        """State and result as they stand."""
        return {"state": self.state.value(), "result": self.result.value().strip()}

    def retranslate(self) -> None:
        self.state.setAccessibleName(self.tr("ผลของเป้าหมาย"))
        self.result.setPlaceholderText(self.tr("เกิดอะไรขึ้นจริง เล่าสั้น ๆ"))
        self.result.setAccessibleName(self.tr("สิ่งที่เกิดขึ้นจริง"))

    def redress(self) -> None:
        self.state.setFixedWidth(theme().px(180))
        if self._code:
            self._mark.set_colour(dimension(self._code).colour)


class ReviewForm(Adaptive, QWidget):
    """`given(values, goal results)` when saved, `left` by Esc or the button, `drafted(content)`."""

    given = Signal(object, object)
    left = Signal()
    drafted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: PlanPage | None = None
        self.outcomes: list[GoalOutcome] = []
        self._title = ThaiLabel("", "title")
        self._name = ThaiLabel("", "muted")
        self._goals = Card(" ")
        self._after = Card(" ")
        self.says, self.adjustment = TextArea(2), TextArea(2)
        self.result = ChoiceField()
        self.day = ThaiDateField(partial=False)
        self.next_day = ThaiDateField(partial=False, future=True)
        self._says_row, self._adjustment_row = FormRow(self.says), FormRow(self.adjustment)
        self._result_row = FormRow(self.result, required=True)
        self._day_row, self._next_row = FormRow(self.day), FormRow(self.next_day)
        self.save_button = Button("", "primary", "check")
        self.leave_button = Button("", "secondary", "arrow-left")
        self._pause = TypingPause(self)
        self._pause.timeout.connect(lambda: self.drafted.emit(self.content()))
        self._lay_out()
        self._connect()
        self.adapt()

    def begin(self, page: PlanPage, draft: dict[str, Any] | None) -> None:
        """Begin a review, or go on with one that was half written."""
        self._page = page
        self.flush_draft()
        for outcome in self.outcomes:
            outcome.hide()
            outcome.deleteLater()
        self.outcomes = []
        for number, goal in enumerate(page.plan.goals, 1):
            outcome = GoalOutcome(goal, number, page)
            outcome.changed.connect(self._pause.touch)
            self._goals.body.addWidget(outcome)
            self.outcomes.append(outcome)
        self.retranslate()
        self.result.set_value("")
        for area in (self.says, self.adjustment):
            area.set_value("")
        self.day.set_value(PartialDate.from_date(page.today))
        months = int(page.plan.values.get("review_months") or 3)
        self.next_day.set_value(PartialDate.from_date(add_months(page.today, months)))
        self._result_row.set_error("")
        if draft:
            self._restore(draft)

    def take_focus(self) -> None:
        """Put the keyboard where one begins."""
        first = self.outcomes[0].state if self.outcomes else self.says
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def content(self) -> dict[str, Any]:
        """Everything as it stands, in primitives, for the draft."""
        return {
            **self._values(),
            "goals": {str(each.goal_id): each.values() for each in self.outcomes},
        }

    def flush_draft(self) -> None:
        """Keep what is half written now."""
        if self._pause.isActive():
            self._pause.stop()
            self.drafted.emit(self.content())

    def save(self) -> None:
        """Give the review, unless how it goes on was not said."""
        if not self.result.value():
            self._result_row.set_error(self.tr("เลือกว่าจะไปต่ออย่างไร"))
            self.result.setFocus()
            return
        self._pause.stop()
        self.given.emit(self._values(), {each.goal_id: each.values() for each in self.outcomes})

    def retranslate(self) -> None:
        self._title.set_text(self.tr("ทบทวนแผนด้วยกัน"))
        self._goals.set_title(
            self.tr("เป้าหมายแต่ละข้อไปถึงไหน"), self.tr("ถามเขาก่อนว่าคิดอย่างไร แล้วค่อยดูหลักฐาน")
        )
        self._after.set_title(self.tr("จากนี้จะไปต่ออย่างไร"))
        self._says_row.set_words(self.tr("เขาพูดว่าอย่างไร"))
        self._adjustment_row.set_words(self.tr("จะปรับอะไร"))
        self._result_row.set_words(self.tr("ผลการทบทวน"))
        self._day_row.set_words(self.tr("ทบทวนวันที่"))
        self._next_row.set_words(self.tr("ทบทวนครั้งต่อไป"))
        self.save_button.setText(self.tr("บันทึกการทบทวน"))
        self.leave_button.setText(self.tr("กลับไปที่แผน"))
        if self._page is not None:
            self._name.set_text(self._page.learner.row.full_name)
            self.result.set_choices(self._page.codes.choices("review_results"))

    def redress(self) -> None:
        self._after.setFixedWidth(theme().px(400))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.flush_draft()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _values(self) -> dict[str, str]:
        day, next_day = self.day.value(), self.next_day.value()
        values = {
            "result": self.result.value(),
            "learner_says": self.says.value().strip(),
            "adjustment": self.adjustment.value().strip(),
        }
        if day is not None:
            values["on"] = day.iso()
        if next_day is not None and self.result.value() != "close":
            values["next_on"] = next_day.iso()
        return values

    def _restore(self, draft: dict[str, Any]) -> None:
        self.result.set_value(str(draft.get("result", "")))
        self.says.set_value(str(draft.get("learner_says", "")))
        self.adjustment.set_value(str(draft.get("adjustment", "")))
        for name, field in (("on", self.day), ("next_on", self.next_day)):
            day = partial(draft.get(name))
            if day is not None:
                field.set_value(day)
        goals = draft.get("goals", {})
        for outcome in self.outcomes:
            kept = goals.get(str(outcome.goal_id))
            if kept:
                outcome.state.set_value(str(kept.get("state", "")))
                outcome.result.set_value(str(kept.get("result", "")))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._name)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self.leave_button)
        head.addWidget(self.save_button)
        for row in (
            self._says_row, self._result_row, self._adjustment_row, self._next_row, self._day_row,
        ):  # fmt: skip
            self._after.body.addWidget(row)
        self._after.body.addStretch(1)
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        both = QHBoxLayout(inside)
        both.setContentsMargins(0, 0, 8, 0)
        both.setSpacing(16)
        both.addWidget(self._goals, 1, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self._after, 0, Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def _connect(self) -> None:
        for area in (self.says, self.adjustment):
            area.edited.connect(lambda _text: self._pause.touch())
        self.result.chosen.connect(self._on_result)
        for field in (self.day, self.next_day):
            field.changed.connect(lambda _day: self._pause.touch())
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self._on_leave)

    def _on_result(self, code: str) -> None:
        self._result_row.set_error("")
        self._next_row.setVisible(code != "close")
        self._pause.touch()

    def _on_leave(self) -> None:
        self.flush_draft()
        self.left.emit()
