"""Below an action: what carries it out, how far that came, and choosing it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QWidget

from desktop.services.plans.carriers import Carrier, Carriers
from desktop.ui.code_book import CodeBook
from desktop.ui.funds.words import BOOK, BookPlace, money
from desktop.ui.icons import icon
from desktop.ui.shell.finding import Destination
from desktop.ui.thai_time import shown_iso
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import ThaiLabel

ENROLMENT = "enrolment"
"""What leads to its action itself, so that several may."""

_ICONS = {
    "referral": "send", "match": "merge", "fund_entry": "book-open", ENROLMENT: "graduation-cap",
}  # fmt: skip
_ABOUT = {"referral": "referral_services", "fund_entry": "fund_purposes"}
_STATES = {
    "referral": "referral_states", "match": "match_states", "fund_entry": "fund_entry_kinds",
    ENROLMENT: "enrolment_states",
}  # fmt: skip

_WIDEST = 460


class CarrierWords(QObject):
    """Puts what carries out an action into words."""

    def told(self, carrier: Carrier, codes: CodeBook) -> str:
        """What it is, who gives it, and where it stands."""
        about = carrier.name
        if carrier.about:
            label = codes.label(_ABOUT[carrier.kind], carrier.about)
            about = f"{label} {about}".strip()
        state = codes.label(_STATES[carrier.kind], carrier.state)
        if carrier.kind == "fund_entry":
            much = money(carrier.amount) if carrier.amount is not None else ""
            state = f"{state} {much}".strip()
            if carrier.on:
                state = f"{state} {shown_iso(carrier.on)}"
        if carrier.hours:
            done = self.tr("เรียนแล้ว {hours} ชั่วโมง").replace("{hours}", f"{carrier.hours:g}")
            state = f"{state} · {done}"
        what = " · ".join(filter(None, (about, carrier.other)))
        return f"{what} ({state})" if what else state


def place_of(carrier: Carrier) -> Destination:
    """Where it is opened: its page, or the month of the book that it stands in."""
    if carrier.kind == "fund_entry":
        return BOOK, BookPlace(carrier.fund_id, carrier.on[:7])
    return carrier.kind, carrier.id


class CarrierRow(Adaptive, QWidget):
    """`chosen(link, id or "")`, `enrolled(enrolment, on)`, `opened(carrier)`,
    `state_taken(code)`.
    """

    chosen = Signal(str, object)
    enrolled = Signal(object, bool)
    opened = Signal(object)
    state_taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._carriers: Sequence[Carrier] = ()
        self._choices: Sequence[Carrier] = ()
        self._codes = CodeBook()
        self._far = ""
        self._running = False
        self.links: list[Button] = []
        self.choose_button = Button("", "link", "link")
        self.menu = QMenu(self.choose_button)
        self.choose_button.setMenu(self.menu)
        self.note = ThaiLabel("", "muted", wrap=False)
        self.take_button = Button("", "chip", "check")
        self._flow = FlowLayout(self, 8)
        for part in (self.choose_button, self.note, self.take_button):
            self._flow.addWidget(part)
        self.take_button.clicked.connect(lambda: self.state_taken.emit(self._far))
        self.adapt()

    def show_carriers(
        self, action_id: UUID, state: str, found: Carriers, codes: CodeBook, *, running: bool
    ) -> None:
        """Show what carries out an action of this state; `running`: it may be chosen."""
        self._carriers = found.of_action.get(action_id, ())
        self._choices, self._codes, self._running = found.choices, codes, running
        far = found.suggests(action_id)
        self._far = far if far != state else ""
        self.retranslate()
        self.setVisible(bool(self._carriers or (running and self._choices)))

    def retranslate(self) -> None:
        words = CarrierWords()
        held = next((place for place, each in enumerate(self.links) if each.hasFocus()), -1)
        for button in self.links:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.links = []
        for place, carrier in enumerate(self._carriers):
            button = Button("", "link", _ICONS[carrier.kind])
            button.setToolTip(words.told(carrier, self._codes))
            button.setAccessibleName(button.toolTip())
            button.clicked.connect(lambda _on=False, each=carrier: self.opened.emit(each))
            self._flow.insert_widget(place, button)
            self.links.append(button)
        if 0 <= held < len(self.links):
            self.links[held].setFocus()
        self.choose_button.setText(self.tr("ทำผ่าน…"))
        self.choose_button.setToolTip(self.tr("เลือกใบส่งต่อ คู่ที่ตกลง เงิน หรือกิจกรรมที่ทำให้เรื่องนี้เป็นจริง"))
        self.choose_button.setVisible(self._running and bool(self._choices))
        self._word_far()
        self._fill_menu(words)
        self._fit()

    def redress(self) -> None:
        self.setContentsMargins(theme().px(24), 0, 0, 0)
        self._fit()

    def _fit(self) -> None:
        """No name is wider than the paper in the largest letters on the smallest screen."""
        metrics, most = QFontMetrics(theme().font()), theme().px(_WIDEST)
        for button in self.links:
            whole = button.toolTip()
            button.setText(metrics.elidedText(whole, Qt.TextElideMode.ElideRight, most))

    def _word_far(self) -> None:
        label = self._codes.label("action_status", self._far)
        shown = bool(self._far) and bool(self._carriers)
        self.note.set_text(self.tr("ถึงขั้น {state} แล้ว").replace("{state}", label))
        self.take_button.setText(self.tr("ใช้: {state}").replace("{state}", label))
        self.note.setVisible(shown and not self._running)
        self.take_button.setVisible(shown and self._running)

    def _fill_menu(self, words: CarrierWords) -> None:
        self.menu.clear()
        linked = {each.id for each in self._carriers}
        for kind in _ICONS:
            for carrier in (each for each in self._choices if each.kind == kind):
                act = self.menu.addAction(
                    icon(_ICONS[carrier.kind], "text"), words.told(carrier, self._codes)
                )
                act.setCheckable(True)
                act.setChecked(carrier.id in linked)
                act.triggered.connect(lambda on=False, each=carrier: self._choose(each, on=on))
            self.menu.addSeparator()

    def _choose(self, carrier: Carrier, *, on: bool) -> None:
        if carrier.kind == ENROLMENT:
            self.enrolled.emit(carrier.id, on)
        else:
            self.chosen.emit(carrier.link, str(carrier.id) if on else "")
