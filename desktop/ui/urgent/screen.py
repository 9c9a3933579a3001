"""เร่งด่วน: the cases at the left by age, the one looked at, or a new one, at the right."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.services.duty.records import OnDuty
from desktop.services.urgent.records import NamedUser, UrgentDetail, UrgentLine, UrgentShadow
from desktop.ui.code_book import CodeBook
from desktop.ui.duty.words import DUTY, DutyWords, week_with
from desktop.ui.forms.list_head import Empty, ListHead
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.theme import theme
from desktop.ui.urgent.detail import CaseCard
from desktop.ui.urgent.new_form import NewForm
from desktop.ui.urgent.table_model import columns
from desktop.ui.urgent.unseen import UnseenCard
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.table_model import DataclassTableModel

OPEN_STATES = ("open", "referred")
_SHOWN = frozenset(
    ["urgent_case", "urgent_note", "urgent_try", "urgent_handing", "urgent_step", "duty", "user"]
)
LOOKED_AGAIN_MILLISECONDS = 5 * 60_000


class UrgentScreen(Screen):
    """`list_wanted(states)`, `case_wanted(id)`, `new_wanted(learner)`."""

    list_wanted = Signal(object)
    case_wanted = Signal(object)
    new_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.codes = CodeBook()
        self._wanted: UUID | None = None
        self._noting: UUID | None = None
        self.new_button = Button("", "primary", "plus")
        self.new_button.clicked.connect(lambda: self.new_wanted.emit(None))
        self.table: DataTable[UrgentLine] = DataTable(
            DataclassTableModel(columns(lambda: self.codes), lambda line: line.id)
        )
        self.head = ListHead(self, self.table, search=False)
        self.card = CaseCard()
        new = NewForm()
        self.form = new.form
        self.unseen = UnseenCard()
        self._duty: OnDuty | None = None
        self.duty_button = Button("", "secondary", "moon")
        self.duty_button.clicked.connect(self._open_duty)
        self._beside = QStackedWidget()
        self._place = Scrolling(self.card)
        self._form_place = new
        self._beside.addWidget(self._place)
        self._beside.addWidget(self._form_place)
        self._lay_out()
        self.head.asked.connect(self.ask)
        self.table.row_opened.connect(lambda row_id: self.case_wanted.emit(row_id))
        self.table.current_changed.connect(lambda _row: self._on_current())
        self.head.begun.connect(lambda: self.new_wanted.emit(None))
        self.card.read_wanted.connect(lambda: self.case_wanted.emit(self.card.case_id))
        new.left.connect(self.show_cases)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            send = QShortcut(QKeySequence(keys), self.card)
            send.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            send.activated.connect(self.card.save)
        # What is due draws nearer while one looks.
        self._minutes = QTimer(self)
        self._minutes.setInterval(LOOKED_AGAIN_MILLISECONDS)
        self._minutes.timeout.connect(self._look_again)
        self._minutes.start()
        self.adapt()

    @property
    def states(self) -> tuple[str, ...]:
        """Which states are looked at; those still open unless some are chosen."""
        chosen: tuple[str, ...] = tuple(self.head.chips.value())
        return chosen or OPEN_STATES

    @property
    def looked_at(self) -> UUID | None:
        """The case that is looked at, or will be once the list is there."""
        return self._wanted or self.card.case_id

    def ask(self) -> None:
        """Ask for the list."""
        self.list_wanted.emit(self.states)

    def show_cases(self) -> None:
        """Show the list with the case beside it."""
        self._beside.setCurrentWidget(self._place)
        self._beside.setVisible(self.table.model.rowCount() > 0)

    def show_found(
        self,
        lines: Sequence[UrgentLine],
        codes: CodeBook,
        unseen: Sequence[UrgentShadow],
        duty: OnDuty | None = None,
    ) -> None:
        """Show these cases, and who answers tonight."""
        self.codes, self._duty = codes, duty
        self.form.set_codes(codes)
        self.table.model.set_rows(lines)
        self.table.show_table()
        self.unseen.show_shadows(unseen)
        self.retranslate()
        if self._wanted is not None:
            self.table.go_to(self._wanted)
            self._wanted = None
        elif lines and self.table.current_id() is None:
            self.table.go_to(lines[0].id)
        if self._beside.currentWidget() is self._place:
            self.show_cases()
        self._on_current()
        self.filled.emit()
        noting, self._noting = self._noting, None
        if noting is not None and noting == self.card.case_id:
            if self.card.reading:
                self.card.note.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.case_wanted.emit(noting)

    def show_detail(self, detail: UrgentDetail, people: Sequence[NamedUser]) -> None:
        """Show a case whole."""
        self.show_cases()
        self.card.show_detail(detail, people)
        self._place.begin_for(detail.line.id)

    def show_new(self) -> None:
        """Show the form for another case."""
        self.card.close_text()
        self._beside.show()
        self._beside.setCurrentWidget(self._form_place)
        self.form.focus_first()

    def go_to(self, case_id: UUID) -> None:
        """Look at a case once the list is there."""
        self._wanted = case_id
        self.show_cases()

    def help_text(self) -> str:
        return self.tr(
            "เรื่องเร่งด่วนคือคนที่กำลังเสี่ยง ถูกกระทำ หรือต้องการโอกาสทันที เปิดเรื่องได้ทุกวัน กด Ctrl+N\n"
            "มีเพียงคนที่มีชื่อในเรื่องที่เห็น ผู้ดูแลระบบรู้เพียงว่ามีเรื่องอยู่\n"
            "เลือกเรื่องแล้วกด Enter เพื่อเปิดอ่าน เขียนบันทึกแล้วกด Ctrl+S"
        )

    def new_action(self) -> Action | None:
        return self.new_button.click

    def save_action(self) -> Action | None:
        return self._save

    def first_focus(self) -> QWidget | None:
        return self.table.view if self.table.model.rowCount() else self.table.empty.button

    def tour(self) -> Sequence[tuple[str, Action]]:
        return [("new", self.new_button.click)]

    def enter(self, argument: object) -> None:
        """`argument`: a case's id, `("note", its id)` or `("new", learner's id)`."""
        what, known = argument if isinstance(argument, tuple) else ("", argument)
        if what != "new" and isinstance(known, UUID):
            self.go_to(known)
            # Whoever goes on with a note has asked to read: it is noted down as each look is.
            self._noting = known if what == "note" else None
        self.ask()
        if what == "new":
            self.new_wanted.emit(known)

    def leave(self) -> None:
        self.form.flush()
        self.card.close_text()

    def refresh(self, kinds: frozenset[str]) -> None:
        if (
            kinds
            & {
                "urgent_case",
                "urgent_note",
                "urgent_try",
                "urgent_handing",
                "urgent_step",
                "duty",
                "user",
            }
            and self.isVisible()
        ):
            self.ask()

    def retranslate(self) -> None:
        count = self.table.model.rowCount()
        self.head.set_words(
            self.tr("เร่งด่วน"),
            self.tr("%n เรื่องที่มีชื่อคุณ", "", count) if count else self.tr("เห็นเฉพาะเรื่องที่มีชื่อคุณ"),
        )
        self.new_button.setText(self.tr("เปิดเรื่องใหม่"))
        self.new_button.setToolTip("Ctrl+N")
        duty = DutyWords().tonight(self._duty) if self._duty is not None else ""
        self.duty_button.setText(duty or self.tr("จัดเวร"))
        self.head.chips.set_choices(self.codes.choices("urgent_states"))
        self.head.chips.setAccessibleName(self.tr("ดูเฉพาะสถานะ"))
        self.table.model.retranslate()
        self.head.word_empty(
            narrowed=bool(self.head.chips.value()),
            nothing=Empty(
                "bell",
                self.tr("ไม่มีเรื่องเร่งด่วนที่รออยู่"),
                self.tr("ถ้ามีคนกำลังเสี่ยง ถูกกระทำ หรือต้องการโอกาสทันที เปิดเรื่องได้ในหนึ่งนาที ทุกวัน"),
                self.tr("เปิดเรื่องใหม่"),
            ),
            none_found=Empty("search", self.tr("ไม่มีเรื่องในสถานะนี้"), "", self.tr("ดูเรื่องที่ยังไม่ปิด")),
        )

    def redress(self) -> None:
        self.table.setMinimumHeight(theme().px(150))
        # It scrolls by itself, and asks the page for little height.
        self._beside.setMinimumHeight(theme().px(220))

    def _lay_out(self) -> None:
        self.head.add_action(self.duty_button)
        self.head.add_action(self.new_button)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.table, 1)
        left.addWidget(self.unseen)
        # With large letters the list keeps the wider part.
        row = Folding()
        row.add(left, 1)
        row.add_side(self._beside, 478, 0.4)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(row, 1)

    def _open_duty(self) -> None:
        night = self._duty.line.on if self._duty is not None else ""
        self.open_requested.emit(*(week_with(night) if night else (DUTY, None)))

    def _look_again(self) -> None:
        if self.isVisible():
            self.ask()

    def _on_current(self) -> None:
        current = self.table.current_id()
        place = self.table.model.place_of(current) if current is not None else -1
        line = self.table.model.row_at(place) if place >= 0 else None
        if line is not None:
            self.card.show_line(line, self.codes)

    def _save(self) -> None:
        if self._beside.currentWidget() is self._form_place:
            self.form.save()
        else:
            self.card.save()
