"""Consent, one purpose after another: how it stands, asking, and taking back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.dates import PartialDate
from desktop.services.consent.rules import Signing
from desktop.services.consent.service import ConsentState, Consequence
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.consent_row import ConsentRow
from desktop.ui.learner_place import consent_key
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.layouts import in_reading_order


class ConsentsCard(Adaptive, Card):
    """`recorded(key, answers, values)`, `withdrawn(key, consent id, values)`.

    `withdraw_asked(key, consent id)` before, to show what follows; `asked(key)` when a form
    opens, and `draft_changed(key, values)` while it is filled in ({} when it is given up).
    """

    recorded = Signal(str, object, object)
    withdraw_asked = Signal(str, object)
    withdrawn = Signal(str, object, object)
    asked = Signal(str)
    draft_changed = Signal(str, object)
    paper_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.rows: dict[str, ConsentRow] = {}
        self._show: Callable[[ConsentState], ConsentRow] | None = None
        self.paper = Button("", "secondary", "printer")
        self.paper.clicked.connect(self.paper_wanted)
        self.body.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        self.adapt()

    def show_states(
        self,
        states: Sequence[ConsentState],
        codes: CodeBook,
        signing: Signing,
        birth: PartialDate | None,
        today: date,
        *,
        keep: bool,
        givers: Mapping[str, str],
    ) -> None:
        """Show how things stand for each purpose, and who would have to sign today.

        `givers`: carers by name, with what they are to the learner.
        """

        def show(state: ConsentState) -> ConsentRow:
            row = self._row(key_of(state), state.purpose)
            row.show_state(state, codes, signing, birth, today, keep=keep)
            row.offer_givers(givers)
            return row

        self._show = show
        seen = {show(state).key for state in states}
        for key in set(self.rows) - seen:
            if keep and self.rows[key].answering:
                continue  # somebody is being asked for the first time
            self.rows[key].hide()
            self.rows.pop(key).deleteLater()
        in_reading_order(self)

    def row_of(self, key: str) -> ConsentRow | None:
        """Return the row of a consent; a new one for an agency that nobody was asked about yet."""
        purpose, _, recipient = key.partition("|")
        if key not in self.rows and recipient and self._show is not None:
            self._show(ConsentState(purpose, "pending", None, recipient))
            in_reading_order(self)
        return self.rows.get(key)

    def _row(self, key: str, purpose: str) -> ConsentRow:
        row = self.rows.get(key)
        if row is None:
            row = ConsentRow(key, purpose)
            row.recorded.connect(self.recorded)
            row.withdraw_asked.connect(self.withdraw_asked)
            row.withdrawn.connect(self.withdrawn)
            row.asked.connect(self.asked)
            row.draft_changed.connect(self.draft_changed)
            self.rows[key] = row
            self.body.addWidget(row)
        return row

    def restore(self, key: str, values: Mapping[str, Any]) -> None:
        """Bring back a form that was half filled."""
        if key in self.rows:
            self.rows[key].restore(values)

    def flush(self) -> None:
        """Send what is half typed."""
        for row in self.rows.values():
            row.flush()

    def save(self) -> bool:
        """Give the answer whose form stands open; False where none does."""
        for row in self.rows.values():
            if row.answering:
                row.form.save()
                return True
        return False

    def stored(self, key: str) -> None:
        """The answer was stored: close its form."""
        if key in self.rows:
            self.rows[key].close_form()

    def show_problem(self, key: str, name: str, text: str) -> None:
        """Say what is wrong with an answer."""
        if key in self.rows:
            self.rows[key].show_problem(name, text)

    def show_consequences(self, key: str, consequences: Sequence[Consequence]) -> None:
        """Show what taking a consent back brings about, and ask."""
        if key in self.rows:
            self.rows[key].show_consequences(consequences)

    def retranslate(self) -> None:
        self.paper.setText(self.tr("พิมพ์แบบขอความยินยอม"))
        self.set_title(
            self.tr("ความยินยอม"),
            self.tr("อ่านให้ฟังในภาษาของเขา ทีละเรื่อง ถอนได้ทุกเมื่อโดยไม่กระทบการรับบริการ"),
        )


def key_of(state: ConsentState) -> str:
    """Return what tells a row from the others: a referral has one for each agency."""
    return consent_key(state.purpose, state.recipient)
