"""Section 7: the goals, and under each what is done towards it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from desktop.models.dates import PartialDate
from desktop.services.entries import Entry
from desktop.services.plans.carriers import Carriers
from desktop.ui.code_book import CodeBook
from desktop.ui.plan.beginnings import NewLine
from desktop.ui.plan.carriers import CarrierRow
from desktop.ui.plan.paper_fields import PaperArea
from desktop.ui.plan.words import PlanWords
from desktop.ui.record_names import field_name
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.hett_style import dimension, dimensions
from desktop.ui.widgets.labels import IconLabel, ThaiLabel

_TEXTS = ("measure", "baseline", "target", "result")


def partial(text: object) -> PartialDate | None:
    """A stored day, None for nothing or one that cannot be read."""
    try:
        return PartialDate.from_iso(str(text)) if text else None
    except ValueError:
        return None


def shown_number(value: object) -> str:
    """Hours or baht as a person writes them."""
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else f"{value}"


class ActionLine(Adaptive, QFrame):
    """One thing that is done: what, by whom, where, how long, for how much, how far it is."""

    edited = Signal(str, object)
    removed = Signal()
    moved = Signal(int)
    carrier_opened = Signal(object)
    enrolled = Signal(object, bool)

    def __init__(self, action_id: UUID) -> None:
        super().__init__()
        self.action_id = action_id
        self._editable = True
        self._dot = IconLabel("footprints", "muted", 16)
        self.text = PaperArea()
        self.state = ChoiceField()
        self.details = {
            name: PaperArea(one_line=True) for name in ("provider", "place", "hours", "budget")
        }
        self._labels = {name: ThaiLabel("", "caption", wrap=False) for name in self.details}
        self.carriers = CarrierRow()
        self.up = IconButton("arrow-up")
        self.down = IconButton("arrow-down")
        self.remove = IconButton("trash-2")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.text, 1)
        head.addWidget(self.state)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        facts = QGridLayout()
        facts.setContentsMargins(24, 0, 0, 0)
        facts.setHorizontalSpacing(6)
        facts.setVerticalSpacing(0)
        for column, (name, area) in enumerate(self.details.items()):
            facts.addWidget(self._labels[name], 0, column)
            facts.addWidget(area, 1, column)
            facts.setColumnStretch(column, 3 if name in ("provider", "place") else 1)
            area.autosave.connect(lambda text, name=name: self.edited.emit(name, text))
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 2, 0, 4)
        column_.setSpacing(0)
        column_.addLayout(head)
        column_.addLayout(facts)
        column_.addWidget(self.carriers)
        self.carriers.chosen.connect(self.edited)
        self.carriers.enrolled.connect(self.enrolled)
        self.carriers.state_taken.connect(lambda code: self.edited.emit("state", code))
        self.carriers.opened.connect(self.carrier_opened)
        self.text.autosave.connect(lambda text: self.edited.emit("text", text))
        self.state.chosen.connect(lambda code: self.edited.emit("state", code))
        self.remove.clicked.connect(self.removed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.adapt()

    def show_entry(
        self, entry: Entry, codes: CodeBook, carriers: Carriers, *, editable: bool, running: bool
    ) -> None:
        """Show the action."""
        state = entry.text("state")
        self.carriers.show_carriers(self.action_id, state, carriers, codes, running=running)
        self._editable = editable
        self.text.set_editable(editable)
        self.text.show_value(entry.text("text"))
        for name, area in self.details.items():
            area.set_editable(editable)
            area.show_value(shown_number(entry.values.get(name)))
        self.state.set_choices(codes.choices("action_status"))
        self.state.set_value(entry.text("state"))
        self.state.setEnabled(running)
        for button in (self.up, self.down, self.remove):
            button.setVisible(editable)
        self.retranslate()

    def retranslate(self) -> None:
        prompts = PlanWords().prompts()
        self.text.setAccessibleName(self.tr("สิ่งที่จะทำ"))
        self.text.show_prompt(self.tr("จะทำอะไร"))
        self.state.setAccessibleName(field_name("action", "state"))
        for name, area in self.details.items():
            self._labels[name].set_text(field_name("action", name))
            area.setAccessibleName(field_name("action", name))
            area.show_prompt(prompts[name])
        self.up.set_name(self.tr("เลื่อนขึ้น"))
        self.down.set_name(self.tr("เลื่อนลง"))
        self.remove.set_name(self.tr("เอาสิ่งที่จะทำนี้ออก"))

    def show_heads(self, shown: bool) -> None:
        """Whether the small words over the facts are shown: once a goal is enough."""
        for label in self._labels.values():
            label.setVisible(shown)

    def redress(self) -> None:
        self.state.setFixedWidth(theme().px(128))
        for label in self._labels.values():
            label.setContentsMargins(theme().px(7), 0, 0, 0)


class GoalCard(Adaptive, QFrame):
    """One goal with the colour and sign of its dimension, and its actions.

    `edited(field, value)`, `removed()`, `moved(step)`; for actions `action_edited(id, field,
    value)`, `action_added(text)`, `action_removed(id)`, `action_moved(id, step)`,
    `carrier_opened(carrier)`, `enrolled(action, enrolment, on)`.
    """

    edited = Signal(str, object)
    removed = Signal()
    moved = Signal(int)
    action_edited = Signal(object, str, object)
    enrolled = Signal(object, object, bool)
    action_added = Signal(str)
    action_removed = Signal(object)
    action_moved = Signal(object, int)
    carrier_opened = Signal(object)

    def __init__(self, goal_id: UUID | None, action_ids: Sequence[UUID]) -> None:
        super().__init__()
        self.goal_id = goal_id
        self._number = 0
        self._dimension = ""
        self._level = 0
        self._mark = IconLabel("target", "muted", 22)
        self._title = ThaiLabel("", "strong", wrap=False)
        self.text = PaperArea()
        self.dimension = ChoiceField()
        self.state = ChoiceField()
        self.up, self.down = IconButton("arrow-up"), IconButton("arrow-down")
        self.remove = IconButton("trash-2")
        self.areas = {name: PaperArea() for name in _TEXTS}
        self.due = ThaiDateField(partial=False, future=True)
        self._labels = {name: ThaiLabel("", "caption", wrap=False) for name in (*_TEXTS, "due_on")}
        self.lines = [ActionLine(each) for each in action_ids]
        self.new_action = NewLine()
        self._lay_out()
        self._connect()
        self.adapt()

    def show_entry(
        self,
        entry: Entry | None,
        number: int,
        actions: Sequence[Entry],
        codes: CodeBook,
        carriers: Carriers,
        *,
        editable: bool,
        running: bool,
    ) -> None:
        """Show the goal (None: what serves the plan as a whole) and its actions."""
        self._number = number
        for line, action in zip(self.lines, actions, strict=True):
            line.show_entry(action, codes, carriers, editable=editable, running=running)
        self.new_action.setVisible(editable)
        if entry is not None:
            self._show_goal(entry, codes, editable=editable, running=running)
        self.retranslate()
        self.redress()

    def retranslate(self) -> None:
        prompts = PlanWords().prompts()
        for name, label in self._labels.items():
            label.set_text(field_name("goal", name))
        for name, area in self.areas.items():
            area.setAccessibleName(field_name("goal", name))
            area.show_prompt(prompts[name])
        self.due.setAccessibleName(field_name("goal", "due_on"))
        self.text.setAccessibleName(self.tr("เป้าหมายข้อ {n}").replace("{n}", str(self._number)))
        self.text.show_prompt(self.tr("อยากทำอะไรให้ได้"))
        self.dimension.set_choices(
            [
                ("", self.tr("ยังไม่เลือกด้าน")),
                *((each.code, f"{each.letter} · {each.name}") for each in dimensions()),
            ]
        )
        self.dimension.set_value(self._dimension)
        self.dimension.setAccessibleName(field_name("goal", "dimension"))
        self.state.setAccessibleName(field_name("goal", "state"))
        if self.goal_id is None:
            self._title.set_text(self.tr("ทำเพื่อแผนทั้งฉบับ"))
        else:
            self._title.set_text(f"{self._number}.")
        self.new_action.set_prompt(self.tr("เพิ่มสิ่งที่จะทำ แล้วกด Enter"))
        self.up.set_name(self.tr("เลื่อนขึ้น"))
        self.down.set_name(self.tr("เลื่อนลง"))
        self.remove.set_name(self.tr("เอาเป้าหมายนี้ออก"))

    def redress(self) -> None:
        self.dimension.setFixedWidth(theme().px(168))
        self._title.setContentsMargins(0, 4, 0, 0)
        for label in self._labels.values():
            label.setContentsMargins(theme().px(7), 0, 0, 0)
        self.state.setFixedWidth(theme().px(140))
        self.due.setFixedWidth(theme().px(168))
        if self._dimension:
            known = dimension(self._dimension)
            self._mark.set_icon(known.icon, "text")
            self._mark.set_colour(known.colour)
        else:
            self._mark.set_icon("target", "muted")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A strip at the left in the colour of the dimension; the sign beside it says it too."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        look = theme()
        colour = dimension(self._dimension).colour if self._dimension else look.colour("border")
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(0, 2, look.px(4), self.height() - 4), 2, 2)
        painter.end()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        sign = QVBoxLayout()
        sign.addSpacing(6)
        sign.addWidget(self._mark)
        sign.addStretch(1)
        head.addLayout(sign)
        head.addWidget(self._title, 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 0, 6)
        column.setSpacing(2)
        if self.goal_id is None:
            head.addStretch(1)
            column.addLayout(head)
        else:
            head.addWidget(self.text, 1)
            for button in (self.up, self.down, self.remove):
                head.addWidget(button, 0, top)
            column.addLayout(head)
            column.addLayout(self._facts())
        for line in self.lines:
            column.addWidget(line)
        column.addWidget(self.new_action)

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        for column, name in enumerate(("measure", "baseline", "target")):
            grid.addWidget(self._labels[name], 0, column)
            grid.addWidget(self.areas[name], 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._labels["due_on"], 0, 3)
        grid.addWidget(self.due, 1, 3, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.dimension)
        second.addWidget(self.state)
        second.addWidget(self._labels["result"])
        second.addWidget(self.areas["result"], 100)
        second.addStretch(1)
        grid.addLayout(second, 2, 0, 1, 4)
        return grid

    def _connect(self) -> None:
        self.text.autosave.connect(lambda text: self.edited.emit("text", text))
        for name, area in self.areas.items():
            area.autosave.connect(lambda text, name=name: self.edited.emit(name, text))
        self.due.autosave.connect(
            lambda day: self.edited.emit("due_on", "" if day is None else day.iso())
        )
        self.dimension.chosen.connect(lambda code: self.edited.emit("dimension", code))
        self.state.chosen.connect(lambda code: self.edited.emit("state", code))
        self.remove.clicked.connect(self.removed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.new_action.wanted.connect(self.action_added)
        for place, line in enumerate(self.lines):
            line.show_heads(place == 0)
            line.edited.connect(
                lambda name, value, line=line: self.action_edited.emit(line.action_id, name, value)
            )
            line.carrier_opened.connect(self.carrier_opened)
            line.enrolled.connect(
                lambda known, on, line=line: self.enrolled.emit(line.action_id, known, on)
            )
            line.removed.connect(lambda line=line: self.action_removed.emit(line.action_id))
            line.moved.connect(lambda step, line=line: self.action_moved.emit(line.action_id, step))

    def _show_goal(self, entry: Entry, codes: CodeBook, *, editable: bool, running: bool) -> None:
        values: dict[str, Any] = entry.values
        self._dimension = entry.text("dimension")
        self.text.set_editable(editable)
        self.text.show_value(entry.text("text"))
        for name, area in self.areas.items():
            area.set_editable(running if name == "result" else editable)
            area.show_value(entry.text(name))
        if not self.due.isAncestorOf(self.focusWidget() or self):
            self.due.set_value(partial(values.get("due_on")))
        self.due.setEnabled(editable)
        self.dimension.set_value(self._dimension)
        self.dimension.setEnabled(editable)
        self.state.set_choices(codes.choices("goal_status"))
        self.state.set_value(entry.text("state"))
        self.state.setEnabled(running)
        noted = running and entry.text("state") not in ("", "open")
        for part in (self._labels["result"], self.areas["result"]):
            part.setVisible(noted or bool(entry.text("result")))
        for button in (self.up, self.down, self.remove):
            button.setVisible(editable)
