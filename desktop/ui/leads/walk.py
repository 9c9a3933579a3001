"""Keying what came of a walk: the number of a row, what was found, when, and where to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.models.dates import PartialDate
from desktop.models.text import digits
from desktop.services.all import Services
from desktop.services.leads.records import OPEN, OUTCOMES, Keyed, LeadLine, Outcome, SheetLine
from desktop.services.leads.walking import outcome_of
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.list_head import Empty
from desktop.ui.jobs import Jobs
from desktop.ui.leads.words import LEAD, LEADS
from desktop.ui.record_names import field_name, kind_name
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.subjects.words import state_tone
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.field_grid import FieldGrid
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.table_model import Column, DataclassTableModel
from desktop.ui.widgets.text_fields import TextField
from desktop.ui.wording import refusal
from desktop.ui.writes import Writes
from resources import clock

_MOVES: Final = "lead_moves"
_STATES: Final = "lead_states"
_ASKED: Final = ("institution", "place", "reason")
"""Facts that an outcome cannot do without."""


@dataclass(frozen=True)
class OnSheet:
    """A row of a sheet; nobody where they are no longer looked for here."""

    number: int
    line: LeadLine | None

    @property
    def waits(self) -> bool:
        """Whether nothing is known of them yet."""
        return self.line is not None and self.line.state in OPEN


class WalkScreen(Screen):
    """`sheets_wanted()`, `rows_wanted(code)`, `keyed(code, number, digit, day, words)`.

    Enter goes from field to field and stores in the last one that is needed; the day stays.
    """

    sheets_wanted = Signal()
    rows_wanted = Signal(str)
    keyed = Signal(str, int, str, object, str)

    def __init__(self, today: Callable[[], date] = clock.today) -> None:
        super().__init__()
        self._today = today
        self.codes = CodeBook()
        self.sheets: Sequence[SheetLine] = ()
        self.rows: Sequence[OnSheet] = ()
        self.sheet, self.number, self.outcome = ChoiceField(), TextField(), TextField()
        self.day = ThaiDateField(partial=False)
        self.words = TextField()
        self.save_button = Button("", "primary", "check")
        self.legend = ThaiLabel("", "caption")
        self._rows = {
            "sheet": FormRow(self.sheet),
            "number": FormRow(self.number, required=True),
            "outcome": FormRow(self.outcome, required=True),
            "day": FormRow(self.day),
            "words": FormRow(self.words),
        }
        self._card = Card("")
        grid = FieldGrid()
        for name, span in (("sheet", 12), ("number", 2), ("outcome", 3), ("day", 3), ("words", 4)):
            grid.add(self._rows[name], span)
        self._card.body.addWidget(grid)
        self._card.body.addWidget(self.legend)
        self._card.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignRight)
        model = DataclassTableModel(self._columns(), lambda row: row.number)
        self.table: DataTable[OnSheet] = DataTable(model)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._card)
        column.addWidget(self.table, 1)
        self.sheet.chosen.connect(self._on_sheet)
        self.outcome.edited.connect(lambda _text: self._word_outcome())
        self.save_button.clicked.connect(self.save)
        self.table.row_opened.connect(self._on_row)
        self.adapt()

    # What is shown

    def show_sheets(self, sheets: Sequence[SheetLine], codes: CodeBook) -> None:
        """Show the printed sheets; the first one that waits is taken."""
        self.sheets, self.codes = sheets, codes
        if not self.sheet.value() and sheets:
            waiting = next((each for each in sheets if each.waiting), sheets[0])
            self._word_sheets()
            self.sheet.set_value(waiting.code)
            self._on_sheet(waiting.code)
        self.retranslate()
        self.table.show_table()

    def show_rows(self, rows: Sequence[LeadLine | None]) -> None:
        """Show who stands on the sheet; the next that waits is proposed."""
        self.rows = [OnSheet(number, line) for number, line in enumerate(rows, 1)]
        self.table.model.set_rows(self.rows)
        self.table.show_table()
        if not self.number.value():
            self._propose(0)
        self.retranslate()

    def stored(self, keyed: Keyed) -> None:
        """A row was stored: on to the next."""
        self.outcome.set_value("")
        self.words.set_value("")
        self._propose(keyed.number)
        self._word_outcome()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    def refused(self, error: Exception) -> None:
        """Say beside its field why a row was not stored."""
        name, text = refusal(error)
        place = {"code": "sheet", "move": "outcome", "done_on": "day"}.get(name, name)
        row = self._rows.get(place, self._rows["words"])
        row.set_error(text)
        field = {"number": self.number, "outcome": self.outcome, "day": self.day}.get(place)
        (field or self.words).setFocus(Qt.FocusReason.OtherFocusReason)

    def problem(self, name: str) -> str:
        """What is said beside a field."""
        return self._rows[name].problem

    # As a screen

    def title(self) -> str:
        return self.tr("คีย์ผลการตามหา")

    def enter(self, argument: object) -> None:
        if isinstance(argument, str) and argument:
            self.sheet.set_value(argument)
            self._on_sheet(argument)
        if self.day.value() is None:
            self.day.set_value(PartialDate.from_date(self._today()))
        self.sheets_wanted.emit()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & {"lead", "lead_move", "lead_sheet", "person"} and self.isVisible():
            self.sheets_wanted.emit()
            if self.sheet.value():
                self.rows_wanted.emit(self.sheet.value())

    def first_focus(self) -> QWidget | None:
        return self.number

    def save_action(self) -> Action | None:
        return self.save

    def help_text(self) -> str:
        return self.tr(
            "เลือกรหัสใบที่มุมกระดาษ พิมพ์เลขที่ของแถว แล้ว Enter ใส่เลขผล แล้ว Enter\n"
            "วันที่ใช้ซ้ำของแถวก่อน แก้ได้ ช่องสุดท้ายคือเรียนหรือย้ายไปไหน หรือสิ่งที่พบ\n"
            "คีย์ผิดกดเลิกทำได้ทันที"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.open_requested.emit(LEADS, None)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        self._card.set_title(self.tr("คีย์ผลจากใบรายชื่อค้นหา"))
        self._word_sheets()
        self._rows["sheet"].set_words(self.tr("รหัสใบ"))
        self._rows["number"].set_words(self.tr("เลขที่"))
        self._rows["outcome"].set_words(self.tr("ผล (1–7)"))
        self._rows["day"].set_words(self.tr("วันที่ไปหา"))
        self.save_button.setText(self.tr("เก็บแล้วไปแถวต่อไป"))
        legend = (f"{each.digit} {self.codes.label(_MOVES, each.move)}" for each in OUTCOMES)
        self.legend.set_text("   ".join(legend))
        self._word_outcome()
        self.table.model.retranslate()
        self.table.set_name(kind_name("lead_sheet"))
        empty = Empty(
            "list",
            self.tr("ยังไม่มีใบรายชื่อค้นหา"),
            self.tr("พิมพ์ใบจากรายชื่อที่ต้องตามหาก่อน แล้วค่อยกลับมาคีย์"),
        )
        self.table.empty.set_icon(empty.icon)
        self.table.empty.set_words(empty.title, empty.text, empty.action)

    # Inside

    def save(self) -> None:
        """Store the row, or say what is amiss and go there."""
        for row in self._rows.values():
            row.set_error("")
        number = digits(self.number.value().strip())
        if not number.isdigit():
            self._rows["number"].set_error(self.tr("พิมพ์เลขที่ของแถวในใบ"))
            self.number.setFocus()
            return
        outcome = self._outcome()
        if outcome is None:
            self._rows["outcome"].set_error(self.tr("พิมพ์เลข 1 ถึง 7"))
            self.outcome.setFocus()
            return
        if outcome.fact in _ASKED and not self.words.value().strip():
            self._rows["words"].set_error(self.tr("เขียนสั้น ๆ"))
            self.words.setFocus()
            return
        day = self.day.value()
        self.keyed.emit(
            self.sheet.value(), int(number), outcome.digit, day, self.words.value().strip()
        )

    def _on_enter(self) -> None:
        outcome = self._outcome()
        needed = outcome is not None and outcome.fact in _ASKED
        if self.number.hasFocus():
            self.outcome.setFocus()
        elif self.outcome.hasFocus():
            self.day.setFocus()
        elif self.words.hasFocus() or not needed or self.save_button.hasFocus():
            self.save()
        else:
            self.words.setFocus()

    def _outcome(self) -> Outcome | None:
        try:
            return outcome_of(self.outcome.value())
        except UserError:
            return None

    def _propose(self, after: int) -> None:
        """Show the next number that waits."""
        waiting = [row.number for row in self.rows if row.waits and row.number != after]
        later = [number for number in waiting if number > after]
        self.number.set_value(next((str(number) for number in (*later, *waiting)), ""))

    def _word_outcome(self) -> None:
        outcome = self._outcome()
        said = self.codes.label(_MOVES, outcome.move) if outcome is not None else ""
        self._rows["outcome"].set_words(self.tr("ผล (1–7)"), said)
        names = {
            "institution": field_name("lead_move", "institution"),
            "place": field_name("lead_move", "place"),
            "reason": field_name("lead_move", "reason"),
        }
        fact = outcome.fact if outcome is not None else "note"
        self._rows["words"].set_words(names.get(fact, field_name("lead_move", "note")))

    def _word_sheets(self) -> None:
        said = self.tr("{code} · {place} · {who} · พิมพ์ {day} · รออีก {waiting} จาก {people} คน")
        nowhere, nobody = self.tr("ไม่รู้หมู่บ้าน"), self.tr("ยังไม่มีผู้ตามหา")
        moo = self.tr("หมู่ {moo}")
        self.sheet.set_choices(
            [
                (
                    each.code,
                    said.replace("{code}", each.code)
                    .replace(
                        "{place}", moo.replace("{moo}", each.village) if each.village else nowhere
                    )
                    .replace("{who}", each.facilitator or nobody)
                    .replace("{day}", shown_iso(each.printed_on))
                    .replace("{waiting}", str(each.waiting))
                    .replace("{people}", str(each.people)),
                )
                for each in self.sheets
            ]
        )
        self.sheet.setAccessibleName(self.tr("รหัสใบ"))

    def _on_sheet(self, code: str) -> None:
        self.number.set_value("")
        self.rows_wanted.emit(code)

    def _on_row(self, number: object) -> None:
        row = next((each for each in self.rows if each.number == number), None)
        if row is not None and row.line is not None and not row.waits:
            self.open_requested.emit(LEAD, row.line.id)
            return
        self.number.set_value(str(number))
        self.outcome.setFocus()

    def _columns(self) -> list[Column[OnSheet]]:
        return [
            Column("number", lambda: self.tr("เลขที่"), lambda row: str(row.number), width=70),
            Column(
                "name",
                lambda: kind_name(LEAD),
                lambda row: row.line.name if row.line else self.tr("(ไม่อยู่ในรายชื่อแล้ว)"),
                width=0,
            ),
            Column(
                "carer",
                lambda: field_name(LEAD, "carer"),
                lambda row: row.line.carer if row.line else "",
                width=180,
                spare=2,
            ),
            Column(
                "state",
                lambda: self.tr("สถานะ"),
                lambda row: self.codes.label(_STATES, row.line.state) if row.line else "",
                width=190,
                icon=lambda row: (state_tone(row.line.state)[1], "muted") if row.line else None,
            ),
            Column(
                "told",
                lambda: self.tr("พบอะไร ไปที่ไหน"),
                lambda row: row.line.told if row.line else "",
                width=200,
                spare=1,
            ),
        ]


class WalkPresenter(QObject):
    """Kept by the shell beside its screen."""

    def __init__(self, screen: WalkScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._writes = Writes(screen, jobs, services.undo)
        screen.sheets_wanted.connect(self.read)
        screen.rows_wanted.connect(self.read_rows)
        screen.keyed.connect(self.key)

    def read(self) -> None:
        """Read the sheets."""
        services = self._services

        def work(_progress: object) -> tuple[tuple[SheetLine, ...], CodeBook]:
            return services.lead_walks.sheets(), CodeBook(services.centre.own_words())

        self._jobs.run(
            work,
            lambda found: self._screen.show_sheets(*found),
            owner=self._screen,
            supersedes="lead sheets",
        )

    def read_rows(self, code: str) -> None:
        """Read who stands on a sheet."""
        self._jobs.run(
            lambda _progress: self._services.lead_walks.rows(code),
            self._screen.show_rows,
            self._screen.refused,
            owner=self._screen,
            supersedes="lead sheet rows",
        )

    def key(self, code: str, number: int, digit: str, day: PartialDate | None, words: str) -> None:
        """Store what came of a row, with a way back."""
        on = day.iso() if day is not None else ""
        said = self.tr("คีย์เลขที่ {number} แล้ว").replace("{number}", str(number))

        def done(keyed: Keyed) -> None:
            self._screen.stored(keyed)
            self.read_rows(code)

        self._writes.do(
            lambda: self._services.lead_walks.key(code, number, digit, on, words),
            done,
            self._screen.refused,
            undo=said,
        )
