"""The filters over the list: what can be asked, and what is asked now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.learners.period import period_words
from desktop.services.learners.records import LearnerQuery
from desktop.ui.code_book import CodeBook
from desktop.ui.thai_time import shown_date
from desktop.ui.translation import Language, language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choice_popup import Choice, ChoicePopup
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import IconLabel, ThaiLabel

# What a filter is called, and the question without it.
Tag = tuple[str, Callable[[], LearnerQuery]]

LISTS = ("villages", "statuses", "groups", "reasons")
_CODED = {
    "villages": "", "statuses": "status", "case_steps": "case_steps", "groups": "target_groups",
    "reasons": "leaving_reasons",
}  # fmt: skip


@dataclass(frozen=True)
class FilterChoices:
    """What can be chosen: villages as (moo, label) and the code lists of the centre.

    `sensitive`: whether sensitive groups and reasons are offered too.
    """

    villages: tuple[Choice, ...] = ()
    codes: CodeBook = field(default_factory=CodeBook)
    sensitive: bool = False

    def of(self, name: str, unknown: str) -> list[Choice]:
        """The choices of one of `LISTS`; `unknown` words that nothing is noted."""
        if name == "villages":
            return [*self.villages, ("", unknown)]
        list_name = _CODED[name]
        return [
            choice
            for choice in self.codes.choices(list_name)
            if self.sensitive or not self.codes.is_sensitive(list_name, choice[0])
        ]


class FilterButton(Button):
    """A chip that opens a list to pick several from; `picked` carries one code at a time."""

    picked = Signal(str)

    def __init__(self, left: Callable[[], list[Choice]]) -> None:
        self._left = left
        self._popup: ChoicePopup | None = None
        super().__init__("", "chip", "chevron-down")
        self.setCheckable(True)
        # The arrow stands after the word, where one expects that something opens.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.clicked.connect(self._on_clicked)
        self._active = False

    def show_count(self, label: str, count: int) -> None:
        """Word the chip; marked while something of its list is asked for."""
        self._active = count > 0
        self.setText(f"{label} ({count})" if count else label)
        self.setChecked(self._active)
        self.setAccessibleName(label)

    def open(self) -> None:
        """Show what can be picked."""
        if self._popup is None:
            self._popup = ChoicePopup(self, stays=True)
            self._popup.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self._popup.picked.connect(self._on_picked)
        left = self._left()
        # "" is a choice of its own here: without the first one named, it would be at hand.
        self._popup.open_under(self, left, left[0][0] if left else "")

    def _on_clicked(self) -> None:
        self.setChecked(self._active)
        self.open()

    def _on_picked(self, code: str) -> None:
        self.picked.emit(code)
        if self._popup is not None:
            self._popup.set_choices(self._left())


class FilterBar(Adaptive, QWidget):
    """`changed` carries the question as it stands after a filter was set or taken away."""

    changed = Signal(object)
    kept_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = LearnerQuery()
        self._choices = FilterChoices()
        self._drill_title = ""
        self.buttons: dict[str, FilterButton] = {}
        self.switches: dict[str, Button] = {}
        chips = QWidget()
        flow = FlowLayout(chips, 8)
        for name in LISTS:
            button = FilterButton(lambda name=name: self._left(name))  # type: ignore[misc]
            button.picked.connect(lambda code, name=name: self._on_picked(name, code))
            self.buttons[name] = button
            flow.addWidget(button)
        for name in ("risk", "no_plan", "waiting", "no_identity"):
            switch = Button("", "chip")
            switch.setCheckable(True)
            switch.clicked.connect(lambda checked, name=name: self._on_switched(name, checked))
            self.switches[name] = switch
            flow.addWidget(switch)
        self.kept = Button("", "chip", "star")
        self.kept.clicked.connect(self.kept_wanted)
        flow.addWidget(self.kept)
        self._asked = QWidget()
        self._asked_flow = FlowLayout(self._asked, 6)
        self.clear_button = Button("", "chip", "x")
        self.clear_button.clicked.connect(self.clear)
        self._tags: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(chips)
        column.addWidget(self._asked)
        self._asked.hide()
        self.adapt()

    @property
    def query(self) -> LearnerQuery:
        """What is asked now."""
        return self._query

    def show_query(self, query: LearnerQuery, drill_title: str = "") -> None:
        """Show a question that came from elsewhere; says nothing to `changed`."""
        self._query = query
        self._drill_title = drill_title
        self.retranslate()

    def set_choices(self, choices: FilterChoices) -> None:
        """What can be picked from now on."""
        self._choices = choices
        self.retranslate()

    def clear(self) -> None:
        """Ask for everyone again, keeping the order and the words searched for."""
        kept = self._query
        self._drill_title = ""
        self._change(LearnerQuery(search=kept.search, sort=kept.sort, descending=kept.descending))

    @property
    def asking(self) -> bool:
        """Whether anything but words is asked."""
        return bool(self._worded() or self._drill_title)

    def tags(self) -> list[str]:
        """The filters in force in words, as shown."""
        return [label for label, _ in self._worded()]

    @property
    def drill_title(self) -> str:
        """What other screens call the people shown, or ""."""
        return self._drill_title

    def retranslate(self) -> None:
        labels = {
            "villages": self.tr("หมู่บ้าน"),
            "statuses": self.tr("สถานะ"),
            "groups": self.tr("กลุ่ม"),
            "reasons": self.tr("สาเหตุ"),
        }
        for name, button in self.buttons.items():
            button.show_count(labels[name], len(getattr(self._query, name)))
        words = {
            "risk": self.tr("มีสัญญาณเสี่ยง"),
            "no_plan": self.tr("ยังไม่มีแผน"),
            "waiting": self.tr("รอส่ง"),
            "no_identity": self.tr("ไม่มีเลข"),
        }
        states = {
            "risk": self._query.risk is True,
            "no_plan": self._query.plan == "none",
            "waiting": self._query.waiting is True,
            "no_identity": self._query.no_identity,
        }
        for name, switch in self.switches.items():
            switch.setText(words[name])
            switch.setChecked(states[name])
            switch.set_icon("check" if states[name] else "plus")
        self.kept.setText(self.tr("ที่เก็บไว้"))
        self.kept.setToolTip(self.tr("ตัวกรองที่เก็บไว้"))
        self.clear_button.setText(self.tr("ล้างทั้งหมด"))
        self._show_asked()

    def _show_asked(self) -> None:
        for old in self._tags:
            self._asked_flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tags = []
        self._asked_flow.removeWidget(self.clear_button)
        if self._drill_title:
            self._add_tag(_DrillTag(self._drill_title, self.clear))
        # What the title names already is not said twice.
        for label, take_away in [] if self._drill_title else self._worded():
            tag = Button(label, "chip", "x")
            tag.setAccessibleName(self.tr("เอาตัวกรอง {filter} ออก").replace("{filter}", label))
            tag.clicked.connect(lambda _checked=False, away=take_away: self._change(away()))
            self._add_tag(tag)
        self._asked_flow.addWidget(self.clear_button)
        self._asked.setVisible(bool(self._tags))
        self._asked.updateGeometry()

    def _add_tag(self, tag: QWidget) -> None:
        self._tags.append(tag)
        self._asked_flow.addWidget(tag)

    def _worded(self) -> list[Tag]:
        """What is asked, in words, each with the question that is left without it."""
        query, codes = self._query, self._choices.codes
        found: list[Tag] = []

        def without(**values: Any) -> Callable[[], LearnerQuery]:
            return lambda: replace(self._query, **values)

        villages = dict(self._choices.of("villages", self.tr("ไม่ระบุหมู่บ้าน")))
        for name, list_name in _CODED.items():
            asked: tuple[str, ...] = getattr(query, name)
            for code in asked:
                rest = tuple(each for each in asked if each != code)
                label = codes.label(list_name, code) if list_name else villages.get(code, "")
                if not list_name and code and not label:
                    label = self.tr("หมู่ {moo}").replace("{moo}", code)
                found.append((label or self.tr("ไม่ระบุ"), without(**{name: rest})))
        if query.plan and query.plan != "none":
            words = (
                self.tr("มีแผน") if query.plan == "any" else codes.label("plan_status", query.plan)
            )
            found.append((words, without(plan="")))
        if query.risk is False:
            found.append((self.tr("ไม่มีสัญญาณเสี่ยง"), without(risk=None)))
        if query.waiting is False:
            found.append((self.tr("ส่งครบแล้ว"), without(waiting=None)))
        if query.review_before is not None:
            found.append((self.tr("ถึงกำหนดทบทวนแผน"), without(review_before=None)))
        if period := period_words(query, shown_date, english=language() is Language.ENGLISH):
            found.append((period, without(registered_since=None, registered_until=None)))
        if query.facilitator is not None:
            found.append((self.tr("ของครูพี่เลี้ยงคนเดียว"), without(facilitator=None)))
        if query.ids is not None and not self._drill_title:
            found.append((self.tr("เฉพาะที่เลือกมา"), without(ids=None)))
        return found

    def _left(self, name: str) -> list[Choice]:
        taken = set(getattr(self._query, name))
        choices = self._choices.of(name, self.tr("ไม่ระบุหมู่บ้าน"))
        return [choice for choice in choices if choice[0] not in taken]

    def _on_picked(self, name: str, code: str) -> None:
        self._change(_with(self._query, name, (*getattr(self._query, name), code)))

    def _on_switched(self, name: str, on: bool) -> None:
        match name:
            case "risk":
                self._change(replace(self._query, risk=True if on else None))
            case "no_plan":
                self._change(replace(self._query, plan="none" if on else ""))
            case "waiting":
                self._change(replace(self._query, waiting=True if on else None))
            case _:
                self._change(replace(self._query, no_identity=on))

    def _change(self, query: LearnerQuery) -> None:
        # People picked one by one stay under their title; any other question is a new one.
        if query.ids is None:
            self._drill_title = ""
        self._query = query
        self.retranslate()
        self.changed.emit(query)


def _with(query: LearnerQuery, name: str, value: Any) -> LearnerQuery:
    return replace(query, **{name: value})


class _DrillTag(QWidget):
    """Names the question that another screen asked; can be closed."""

    def __init__(self, title: str, close: Callable[[], None]) -> None:
        super().__init__()
        self.close_button = Button(title, "chip", "x")
        self.close_button.setCheckable(True)
        self.close_button.setChecked(True)
        self.close_button.clicked.connect(lambda _checked: close())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("list-filter", "primary", 16))
        row.addWidget(ThaiLabel(self.tr("กำลังดู"), "muted", wrap=False))
        row.addWidget(self.close_button)
