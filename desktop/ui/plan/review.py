"""Reviewing a plan with the learner: goal by goal, then what changes and when again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.models.fields import Field
from desktop.services.entries import Entry
from desktop.services.record_values import add_months
from desktop.ui.forms.entry_form import EntryForm, filled
from desktop.ui.forms.field import FormField
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.plan.page import PlanPage
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.hett_style import dimension
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.text_fields import TextField


class GoalOutcome(Adaptive, QFrame):
    """What became of one goal."""

    changed = Signal()

    def __init__(self, goal: Entry, number: int, page: PlanPage) -> None:
        super().__init__()
        self.goal = goal
        code = goal.text("dimension")
        self._mark = IconLabel(dimension(code).icon if code else "target", "muted", 20)
        self._code = code
        self._text = ThaiLabel(f"{number}. {goal.text('text')}", "strong")
        aim = " → ".join(part for part in (goal.text("baseline"), goal.text("target")) if part)
        self._aim = ThaiLabel(aim, "muted")
        self._aim.setVisible(bool(aim))
        self.state = ChoiceField(page.codes.choices("goal_status"))
        self.result = TextField()
        self.put(goal.values)
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

    def put(self, values: Mapping[str, Any]) -> None:
        """Show state and result."""
        self.state.set_value(str(values.get("state") or ""))
        self.result.set_value(str(values.get("result") or ""))

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


class GoalsField(FormField):
    """What became of each goal: state and result by the goal's id."""

    def __init__(self) -> None:
        super().__init__(QWidget())
        self.outcomes: list[GoalOutcome] = []
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_goals(self, page: PlanPage) -> None:
        """The goals of another plan."""
        clear_layout(self._column)
        self.outcomes = []
        for number, goal in enumerate(page.plan.goals, 1):
            outcome = GoalOutcome(goal, number, page)
            outcome.changed.connect(self.touched)
            self._column.addWidget(outcome)
            self.outcomes.append(outcome)

    def value(self) -> dict[str, dict[str, str]]:
        return {str(each.goal.id): each.values() for each in self.outcomes}

    def put(self, value: Any) -> None:
        for each in self.outcomes:
            each.put((value or {}).get(str(each.goal.id), each.goal.values))

    def take_label(self, label: str) -> bool:
        self.widget.setAccessibleName(label)
        return True


class ReviewForm(EntryForm):
    """What the learner says, how it goes on, and until when."""

    def __init__(self) -> None:
        self.goals = GoalsField()
        super().__init__(
            "review",
            (
                FieldSpec("goals", meaning=Field("packed"), slot=lambda: self.goals, apart=True),
                FieldSpec("learner_says", 12),
                FieldSpec("result", 12, required=True),
                FieldSpec("adjustment", 12),
                FieldSpec("next_on", 12, ahead=True),
                FieldSpec("on", 12),
            ),
        )

    def words(self) -> Mapping[str, Words]:
        return {
            "learner_says": Words(self.tr("เขาพูดว่าอย่างไร")),
            "result": Words(self.tr("ผลการทบทวน"), missing=self.tr("เลือกว่าจะไปต่ออย่างไร")),
            "adjustment": Words(self.tr("จะปรับอะไร")),
            "next_on": Words(self.tr("ทบทวนครั้งต่อไป")),
            "on": Words(self.tr("ทบทวนวันที่")),
            "goals": Words(self.tr("เป้าหมายแต่ละข้อไปถึงไหน")),
        }

    def changed(self) -> None:
        self.row("next_on").setVisible(self.values()["result"] != "close")

    def retranslate(self) -> None:
        super().retranslate()
        self.save_button.setText(self.tr("บันทึกการทบทวน"))


class ReviewView(Adaptive, QWidget):
    """`given(values, goal results)` when saved, `left` by Esc or the button."""

    given = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: PlanPage | None = None
        self._title = ThaiLabel("", "title")
        self._name = ThaiLabel("", "muted")
        self._goals = Card(" ")
        self._after = Card(" ")
        self.form = ReviewForm()
        self.leave_button = Button("", "secondary", "arrow-left")
        self._lay_out()
        self.form.given.connect(self._on_given)
        self.leave_button.clicked.connect(self._on_leave)
        self.adapt()

    def begin(self, page: PlanPage, draft: Mapping[str, Any]) -> None:
        """Begin a review, or go on with one that was half written."""
        self.form.flush()
        self._page = page
        self.form.set_codes(page.codes)
        self.form.goals.show_goals(page)
        months = int(page.plan.values.get("review_months") or 3)
        next_on = PartialDate.from_date(add_months(page.today, months))
        self.form.begin({"on": PartialDate.from_date(page.today), "next_on": next_on})
        self.form.show_draft(draft)
        self.retranslate()

    def take_focus(self) -> None:
        """Put the keyboard where one begins."""
        outcomes = self.form.goals.outcomes
        first = outcomes[0].state if outcomes else self.form.field("learner_says")
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._title.set_text(self.tr("ทบทวนแผนด้วยกัน"))
        self._goals.set_title(
            self.tr("เป้าหมายแต่ละข้อไปถึงไหน"), self.tr("ถามเขาก่อนว่าคิดอย่างไร แล้วค่อยดูหลักฐาน")
        )
        self._after.set_title(self.tr("จากนี้จะไปต่ออย่างไร"))
        self.leave_button.setText(self.tr("กลับไปที่แผน"))
        if self._page is not None:
            self._name.set_text(self._page.learner.row.full_name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_leave()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._name)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.form.save_button)
        head = Folding(8)
        head.add(words, 1, wish=240)
        head.add(buttons)
        self._goals.body.addWidget(self.form.row("goals"))
        self._after.body.addWidget(self.form)
        self._after.body.addStretch(1)
        self._goals.body.addStretch(1)
        inside = Folding()
        inside.setProperty("surface", "scroll")
        inside.add(self._goals, 1, wish=380)
        inside.add_side(self._after, 400)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(Scrolling(inside), 1)

    def _on_given(self, values: dict[str, Any]) -> None:
        goals = values.pop("goals")
        if values["result"] == "close":
            values["next_on"] = None
        self.given.emit(filled(values), {UUID(goal): said for goal, said in goals.items()})

    def _on_leave(self) -> None:
        self.form.flush()
        self.left.emit()
