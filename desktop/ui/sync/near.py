"""The near link: letting neighbours send through this laptop, and going to one that lets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.services.sync.ledger import VisitRow
from desktop.services.sync.near import NearReport
from desktop.ui import thai_time
from desktop.ui.sync.near_words import NearWords
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.qr_code import QrCode
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.text_fields import TextField

_ADDRESS_POINTS = 20
_VISITS = 12


class NearPane(Adaptive, QWidget):
    """`serve_wanted(on)`, `visit_wanted(address)`, `stop_wanted` for a visit under way."""

    serve_wanted = Signal(bool)
    visit_wanted = Signal(str)
    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = NearWords()
        self._addresses: tuple[str, ...] = ()
        self._serving = False
        self._enrolled = True
        self._visits: tuple[VisitRow, ...] = ()
        self._report: NearReport | None = None
        self._stopped = False
        self._remembered: tuple[str, ...] = ()
        row = Folding()
        row.add(self._serve_card(), 3)
        row.add(self._visit_card(), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(row)
        self.adapt()

    # What is shown

    def show_serving(self, addresses: Sequence[str], *, serving: bool) -> None:
        """Whether neighbours are let in, and under which addresses they find this laptop."""
        self._serving = serving
        self._addresses = tuple(addresses) if serving else ()
        self.serve_button.setEnabled(True)
        self.qr.set_text(f"http://{self._addresses[0]}" if self._addresses else "")
        self.retranslate()

    def show_enrolled(self, enrolled: bool) -> None:
        """Nothing can be exchanged by a laptop that belongs nowhere."""
        self._enrolled = enrolled
        self.retranslate()

    def show_visits(self, rows: Sequence[VisitRow]) -> None:
        """Who came, and where this laptop went, newest first."""
        self._visits = tuple(rows)[:_VISITS]
        self.retranslate()

    def show_remembered(self, addresses: Sequence[str]) -> None:
        """Addresses visited before; a click goes there again."""
        if tuple(addresses) == self._remembered:
            return
        self._remembered = tuple(addresses)
        clear_layout(self._chips)
        for address in self._remembered:
            chip = Button(address, "chip")
            chip.clicked.connect(lambda _on, chosen=address: self._visit(chosen))
            self._chips.addWidget(chip)
        if self._remembered and not self.address.value():
            self.address.set_value(self._remembered[0])

    def show_visiting(self, count: int) -> None:
        """The visit is under way; so many changes went either way."""
        self._report, self._stopped = None, False
        self.problem.dismiss()
        self._bar.show()
        self.stop_button.show()
        self.visit_button.setEnabled(False)
        self._result.set_text(self._words.visiting(count))

    def show_visited(self, report: NearReport) -> None:
        """Say what the visit did."""
        self._end()
        self._report = report
        self.retranslate()

    def show_stopped(self) -> None:
        """It was stopped; the next visit goes on."""
        self._end()
        self._stopped = True
        self.retranslate()

    def show_refused(self, sentence: str) -> None:
        """Say why nobody was reached, or what was refused."""
        self._end()
        self._result.set_text("")
        self.problem.say(sentence, "danger")

    def show_not_served(self, sentence: str) -> None:
        """Say why neighbours could not be let in."""
        self.show_serving((), serving=False)
        self.serve_problem.say(sentence, "danger")

    @property
    def result(self) -> str:
        """What is said of the last visit."""
        return self._result.typed

    @property
    def addresses_shown(self) -> str:
        """The addresses as they are shown, the first one large."""
        return f"{self._address.typed}\n{self._others.typed}".strip()

    @property
    def visits_shown(self) -> list[str]:
        """The lines of who came and when."""
        return [line for line in self._visit_lines.typed.split("\n") if line]

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        return self.serve_button if self._serving else self.address

    def retranslate(self) -> None:
        words = self._words
        self._serve.set_title(words.serve())
        self._serve_text.set_text(words.serve_text())
        self.serve_button.setText(words.close() if self._serving else words.open())
        self.serve_button.set_kind("secondary" if self._serving else "primary")
        self.serve_button.setEnabled(self._enrolled)
        self.state.set_state(
            words.state(serving=self._serving), "success" if self._serving else "neutral"
        )
        some = bool(self._addresses)
        self._address.set_text(self._addresses[0] if some else "")
        self._address_lead.set_text(words.address() if some else words.no_address())
        self._others.set_text(
            words.others(", ".join(self._addresses[1:])) if len(self._addresses) > 1 else ""
        )
        for part in (self._address, self._others, self.qr):
            part.setVisible(self._serving and some)
        self._address_lead.setVisible(self._serving)
        self._others.setVisible(bool(self._others.typed))
        self._until.set_text(words.until())
        self._visits_head.set_text(words.visits())
        lines = [words.visit(row, thai_time.shown_moment(row.at)) for row in self._visits]
        self._visit_lines.set_text("\n".join(lines) if lines else words.nobody())
        self._visit_where.set_title(words.go())
        self._go_text.set_text(words.go_text() if self._enrolled else words.not_joined())
        self.address_row.set_words(words.address_label(), words.address_help())
        self.visit_button.setText(words.visit_now())
        self.visit_button.setEnabled(self._enrolled and not self._bar.isVisibleTo(self))
        self.stop_button.setText(words.stop())
        self._remembered_label.set_text(words.remembered() if self._remembered else "")
        self._remembered_label.setVisible(bool(self._remembered))
        if self._report is not None:
            self._result.set_text(words.visited(self._report))
        elif self._stopped:
            self._result.set_text(words.stopped())

    def redress(self) -> None:
        self._address.setFont(theme().font(_ADDRESS_POINTS))

    # Its cards

    def _serve_card(self) -> QWidget:
        self._serve = Card("…")
        self._serve_text = ThaiLabel("", "muted")
        self.serve_problem = Banner()
        self.serve_problem.hide()
        self.serve_button = Button("", "primary", "network")
        self.state = StatusPill("", "neutral")
        self._address_lead = ThaiLabel("", "field")
        self._address = ThaiLabel("", "title", wrap=False)
        self._address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._others = ThaiLabel("", "muted")
        self.qr = QrCode()
        self._until = ThaiLabel("", "caption")
        self._visits_head = ThaiLabel("", "strong")
        self._visit_lines = ThaiLabel("", "muted")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.serve_button)
        top.addWidget(self.state)
        top.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._address_lead)
        words.addWidget(self._address)
        words.addWidget(self._others)
        words.addStretch(1)
        found = QHBoxLayout()
        found.setSpacing(16)
        found.addLayout(words, 1)
        found.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        visits = QWidget()
        visits.setProperty("surface", "scroll")
        lines = QVBoxLayout(visits)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.addWidget(self._visit_lines)
        lines.addStretch(1)
        body = self._serve.body
        body.addWidget(self.serve_problem)
        body.addWidget(self._serve_text)
        body.addLayout(top)
        body.addLayout(found)
        body.addWidget(self._until)
        body.addWidget(self._visits_head)
        body.addWidget(Scrolling(visits), 1)
        self.serve_button.clicked.connect(self._on_serve)
        return self._serve

    def _visit_card(self) -> QWidget:
        self._visit_where = Card("…")
        self._go_text = ThaiLabel("", "muted")
        self.problem = Banner()
        self.problem.hide()
        self.address = TextField()
        self.address_row = FormRow(self.address)
        self._remembered_label = ThaiLabel("", "caption")
        chips = QWidget()
        self._chips = FlowLayout(chips, 6)
        self.visit_button = Button("", "primary", "arrow-up-down")
        self.stop_button = Button("", "secondary", "x")
        self.stop_button.hide()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._result = ThaiLabel("")
        go = QHBoxLayout()
        go.addWidget(self.visit_button)
        go.addWidget(self.stop_button)
        go.addStretch(1)
        body = self._visit_where.body
        for part in (self._go_text, self.address_row, self._remembered_label, chips):
            body.addWidget(part)
        body.addLayout(go)
        for part in (self.problem, self._bar, self._result):
            body.addWidget(part)
        body.addStretch(1)
        self.visit_button.clicked.connect(lambda: self._visit(self.address.value()))
        self.address.returnPressed.connect(lambda: self._visit(self.address.value()))
        self.stop_button.clicked.connect(self.stop_wanted)
        return self._visit_where

    # What is wished

    def _on_serve(self) -> None:
        self.serve_button.setEnabled(False)
        self.serve_problem.dismiss()
        self.serve_wanted.emit(not self._serving)

    def _visit(self, address: str) -> None:
        address = address.strip()
        self.address_row.set_error("" if address else self._words.address_missing())
        if address and self.visit_button.isEnabled():
            self.address.set_value(address)
            self.visit_wanted.emit(address)

    def _end(self) -> None:
        self._bar.hide()
        self.stop_button.hide()
        self.visit_button.setEnabled(self._enrolled)
