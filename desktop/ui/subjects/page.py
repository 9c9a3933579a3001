"""The page of one record of a subject: what is known of it, how it stands, and what is asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.base import synced_classes
from desktop.models.fields import fields_of
from desktop.models.moves import state_lists
from desktop.services.centre import VillageLine
from desktop.services.details import Detail
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.record_screen import RecordScreen
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.person_words import village_choices
from desktop.ui.shell.screens import Action
from desktop.ui.subjects.links import set_papers, set_villages
from desktop.ui.subjects.moves_card import Drafts, MovesCard
from desktop.ui.subjects.words import SubjectWords, state_tone
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choice_popup import Choice
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling

D = TypeVar("D", bound=Detail[Any])


class SubjectPage(RecordScreen[D]):
    """`confirmed()`, `moved(code, facts)`, `drafted(drafts)` of moves that are half told,
    `hide_wanted()`, and what a record's screen has.

    Override `about`, `doubts`, `help_text`, and `show_more` for the parts beside.

    Args:
        kind: of the record; its states and moves follow from it.
        facts: its fields in the order of the page; the first takes the keyboard.
        reads: the kinds that are shown besides it.
        beside: parts that stand over the moves.
        above: what stands over all of it.
        course: what tells the moves that were made, below the card of those that may be.
        below: parts that stand under the moves.
    """

    confirmed = Signal()
    moved = Signal(str, object)
    drafted = Signal(object)
    hide_wanted = Signal()

    def __init__(
        self,
        rights: Collection[Right],
        kind: str,
        facts: Sequence[FieldSpec],
        reads: Collection[str] = (),
        beside: Sequence[QWidget] = (),
        above: QWidget | None = None,
        course: QWidget | None = None,
        below: Sequence[QWidget] = (),
    ) -> None:
        super().__init__(
            rights, RecordForm(kind, facts), frozenset({kind, f"{kind}_move", "village", *reads})
        )
        self.kind = kind
        self.codes = CodeBook()
        self._states, _moves = state_lists(kind)
        self._first = facts[0].name
        self._villages: Sequence[VillageLine] = ()
        self._words = SubjectWords(kind)
        self.name = ThaiLabel("", "title")
        self.state = StatusPill("", "neutral", "circle")
        self.again = StatusPill("", "warning", "triangle-alert")
        self.missing = ThaiLabel("", "muted")
        self.confirm_button = Button("", "secondary", "check")
        self._leads = above is None  # else what stands above says what is to be done first
        self.moves_card, self._facts_card = MovesCard(kind, history=course is None), Card("")
        self.hide_button = Button("", "quiet", "trash-2")
        self.lay_out(self._laid_out(beside, above, course, below))
        self.confirm_button.clicked.connect(self.confirmed)
        self.hide_button.clicked.connect(self.hide_wanted)
        self.moves_card.moved.connect(self.moved)
        self.moves_card.drafted.connect(self.drafted)
        self.adapt()

    def about(self) -> str:
        """The heading over the facts."""
        return self.tr("ข้อมูล")

    def doubts(self) -> Mapping[str, str]:
        """What is said of facts that cannot be quite right, by code."""
        return {}

    def asked(self, detail: D) -> str:
        """What is said of one that was asked, or tried, long ago."""
        return self._words.asked(detail.row)

    def show_more(self, detail: D, *, keep: bool) -> None:
        """Show the parts beside; `keep`: what is being typed stays."""

    def show_record(
        self,
        detail: D,
        codes: CodeBook,
        villages: Sequence[VillageLine],
        papers: Sequence[Choice] = (),
        drafts: Drafts | None = None,
    ) -> None:
        """Show a record whole; what is being typed of the same one stays.

        Args:
            papers: documents that a move may rest on.
            drafts: what was half told of its moves.
        """
        same = self.begin(detail)
        self.codes, self._villages = codes, villages
        self.form.set_codes(codes)
        set_villages(self.form, villages)
        set_papers(self.form, papers)
        self.form.show_values(detail.values, detail.typed, keep=same)
        self.show_more(detail, keep=same)
        self.shown()
        self.moves_card.set_choices({"village": village_choices(villages), "document": papers})
        self.moves_card.show_drafts(drafts or {}, keep=same)
        if not same:
            self.filled.emit()

    def title(self) -> str:
        return self.detail.row.name if self.detail else ""

    def first_focus(self) -> QWidget | None:
        half_told = self.moves_card.form
        return half_told.first() if half_told is not None else self.form.field(self._first)

    def tour(self) -> Sequence[tuple[str, Action]]:
        return [("move", self.moves_card.press_last)] if self.moves_card.buttons else []

    def save_action(self) -> Action | None:
        return self.leave

    def leave(self) -> None:
        self.form.flush()
        self.moves_card.flush()

    def retranslate(self) -> None:
        self._facts_card.set_title(self.about())
        set_villages(self.form, self._villages)
        self.confirm_button.setText(self.tr("ถามแล้ว ข้อมูลยังถูกต้อง"))
        self.hide_button.setText(self._words.take_out())
        detail = self.detail
        if detail is None:
            return
        row = detail.row
        self.name.set_text(row.name)
        self.state.set_state(self.codes.label(self._states, row.state), *state_tone(row.state))
        self.again.set_state(self.asked(detail), "warning", "triangle-alert")
        self.again.setVisible(row.ask_again)
        self.missing.set_text(self._words.missing(detail.missing))
        self.missing.setVisible(bool(detail.missing))
        may = Right.WRITE in self._rights
        confirmed = "confirmed_on" in fields_of(synced_classes()[self.kind])
        self.confirm_button.setVisible(may and confirmed)
        self.confirm_button.set_kind("primary" if row.ask_again and self._leads else "secondary")
        self.hide_button.setVisible(Right.DELETE in self._rights)
        doubts = self.doubts()
        for name in self.form.names:
            code = detail.doubtful.get(name)
            self.form.row(name).set_warning(doubts[code] if code else "")
        self.moves_card.show_moves(detail.possible if may else (), detail.moves, self.codes)

    def _laid_out(
        self,
        beside: Sequence[QWidget],
        above: QWidget | None,
        course: QWidget | None,
        below: Sequence[QWidget],
    ) -> QWidget:
        how = QHBoxLayout()
        how.setSpacing(12)
        how.addWidget(self.state)
        how.addWidget(self.again)
        how.addStretch(1)
        how.addWidget(self.confirm_button)
        head = Folding(12)
        head.add(self.name, 1, wish=280)
        head.add(how)
        self._facts_card.body.addWidget(self.form)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._facts_card)
        left.addStretch(1)
        for part in (*beside, self.moves_card, course, *below):
            if part is not None:
                right.addWidget(part)
        right.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        inside = Folding()
        inside.add(left, 3)
        inside.add(right, 2)
        both = QWidget()
        over = QVBoxLayout(both)
        over.setContentsMargins(0, 0, 0, 0)
        over.setSpacing(16)
        for part in (above, inside):
            if part is not None:
                over.addWidget(part)
        place = Scrolling(both)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(head)
        column.addWidget(self.missing)
        # Beside a label that wraps, its height would be asked for, and the page scroll twice.
        place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        place.setMinimumHeight(160)
        column.addWidget(place, 1)
        return whole
