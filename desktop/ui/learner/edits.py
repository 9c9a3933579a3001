"""ประวัติการแก้ไข: who changed what and when, in words, and taking an action back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.framework import Framework
from desktop.services.history import HistoryLine
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.edit_words import EditWords
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.tab import LearnerTab
from desktop.ui.record_names import kind_name
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import FilterChips
from desktop.ui.widgets.keyboard import give_keyboard
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout, in_reading_order
from desktop.ui.widgets.panes import Pane

_STEP = 25
_MOST_RECORDS = 6
_MOST_FIELDS = 6

# Kinds of records by what a person looks for.
GROUPS = {
    "person": (
        "learner", "learner_private", "learner_code", "household", "carer", "consent",
        "education", "learner_group", "leaving_reason", "risk_flag",
    ),
    "contact": ("contact",),
    "hett": ("assessment", "rating"),
    "plan": ("plan", "goal", "action", "review", "signature", "plan_print"),
    "document": ("document",),
}  # fmt: skip


class EditsTab(LearnerTab, QWidget):
    """`take_back_wanted(action)`."""

    take_back_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: LearnerPage | None = None
        self._codes = CodeBook()
        self._framework: Framework | None = None
        self._lines: Sequence[HistoryLine] = ()
        self._shown = _STEP
        self.kinds = FilterChips()
        self.kinds.changed.connect(lambda _codes: self._fill())
        self._pane = Pane()
        self.list = QVBoxLayout()
        self.list.setSpacing(10)
        self._backs: list[Button] = []
        self._more = Button("", "secondary", "chevron-down")
        self._more.hide()  # until there is more: the keyboard must not come to it unseen
        self._more.clicked.connect(self._on_more)
        self._pane.body.addLayout(self.list)
        self._pane.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._pane.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.kinds)
        column.addWidget(self._pane, 1)
        self.adapt()

    def first_focus(self) -> QWidget | None:
        return self.kinds.first

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        """Another learner begins from the newest edit again."""
        if self._page is not None and self._page.id != page.id:
            self._shown = _STEP
            self._lines = ()
            self.kinds.set_value(())
        self._page, self._codes = page, codes

    def show_history(self, lines: Sequence[HistoryLine], framework: Framework) -> None:
        """Show edits, newest first."""
        self._lines, self._framework = lines, framework
        self.retranslate()

    def retranslate(self) -> None:
        self._more.setText(self.tr("ดูที่เก่ากว่านี้"))
        self.kinds.set_choices(
            [
                ("person", self.tr("ประวัติและครอบครัว")),
                ("contact", kind_name("contact")),
                ("hett", self.tr("HETT")),
                ("plan", self.tr("แผน")),
                ("document", kind_name("document")),
            ]
        )
        self._fill()

    def _fill(self) -> None:
        """Show the edits anew; the keyboard stays at the place in the list where it stood."""
        held = self.window().focusWidget()
        place = next((at for at, back in enumerate(self._backs) if back is held), None)
        clear_layout(self.list)
        self._backs = []
        if self._page is None or self._framework is None:
            return
        wanted = {kind for group in self.kinds.value() for kind in GROUPS[group]}
        words = EditWords(self._page, self._codes, self._framework)
        lines = [line for line in self._lines if not wanted or line.kind in wanted]
        actions = [list(own) for _, own in groupby(lines, key=lambda line: line.action)]
        for own in actions[: self._shown]:
            self.list.addWidget(self._card(own, words))
        self._more.setVisible(len(actions) > self._shown)
        in_reading_order(self)
        if place is not None or (held is self._more and self._more.isHidden()):
            near = self._backs[: place + 1] if place is not None else self._backs
            give_keyboard(near[-1] if near else self.kinds.first)
        if not actions:
            self.list.addWidget(ThaiLabel(self.tr("ยังไม่มีการแก้ไข"), "muted"))

    def _card(self, lines: Sequence[HistoryLine], words: EditWords) -> Card:
        card = Card()
        first = lines[0]
        head = QHBoxLayout()
        head.setSpacing(8)
        name = first.author_name or self.tr("ผู้ใช้จากเครื่องอื่น")
        head.addWidget(ThaiLabel(name, "strong", wrap=False))
        head.addWidget(ThaiLabel(thai_time.shown_moment(first.at), "muted", wrap=False))
        if not first.own:
            head.addWidget(StatusPill(self.tr("จากอีกเครื่อง"), "neutral", "monitor"))
        if first.run_id is not None:
            head.addWidget(StatusPill(self.tr("จากการนำเข้า"), "neutral", "file-spreadsheet"))
        if first.doubtful:
            head.addWidget(StatusPill(self.tr("นาฬิกาเครื่องนั้นไม่ตรง"), "warning", "clock"))
        head.addStretch(1)
        may_edit = self._page is not None and self._page.may_edit
        if may_edit and _may_be_taken_back(self._lines, first):
            back = Button(self.tr("คืนค่าเดิม"), "quiet", "undo-2")
            back.setAccessibleDescription(words.heading(first))
            back.clicked.connect(lambda: self.take_back_wanted.emit(first.action))
            head.addWidget(back)
            self._backs.append(back)
        card.body.addLayout(head)
        card.body.setSpacing(4)
        if len(lines) > _MOST_RECORDS:
            counts = Counter(line.kind for line in lines)
            said = ", ".join(
                self.tr("{kind} %n รายการ", "", count).replace("{kind}", kind_name(kind))
                for kind, count in counts.most_common()
            )
            text = self.tr("ทำพร้อมกันในครั้งเดียว: {list}").replace("{list}", said)
            card.body.addWidget(ThaiLabel(text))
            return card
        for line in lines:
            card.body.addWidget(ThaiLabel(words.heading(line)))
            grid = QGridLayout()
            grid.setContentsMargins(16, 0, 0, 2)
            grid.setHorizontalSpacing(12)
            grid.setVerticalSpacing(0)
            grid.setColumnStretch(1, 1)
            edits = words.edits(line)
            for row, (label, before, after) in enumerate(edits[:_MOST_FIELDS]):
                grid.addWidget(
                    ThaiLabel(label, "caption", wrap=False), row, 0, Qt.AlignmentFlag.AlignTop
                )
                grid.addWidget(ThaiLabel(self._change(before, after, new=line.created)), row, 1)
            if len(edits) > _MOST_FIELDS:
                rest = self.tr("และอีก %n ช่อง", "", len(edits) - _MOST_FIELDS)
                grid.addWidget(ThaiLabel(rest, "caption"), _MOST_FIELDS, 1)
            card.body.addLayout(grid)
        return card

    def _change(self, before: str, after: str, *, new: bool) -> str:
        if new:
            return after
        nothing = self.tr("(ว่าง)")
        return f"{before or nothing}  →  {after or nothing}"

    def _on_more(self) -> None:
        self._shown += _STEP
        self._fill()


def _may_be_taken_back(lines: Sequence[HistoryLine], first: HistoryLine) -> bool:
    """Not from here: an import, which is undone as a whole, and what first made the learner."""
    made_learner = any(
        line.action == first.action and line.kind == "learner" and line.created for line in lines
    )
    return first.run_id is None and not made_learner
