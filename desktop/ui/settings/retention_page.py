"""Whose time is over, what the erased still lie in, and how long records are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.services.persons_rights.erasing_places import PlaceLine
from desktop.services.persons_rights.retention import KINDS, WHOLE, DueLine
from desktop.ui import thai_time
from desktop.ui.farewell.card import FarewellCard
from desktop.ui.record_names import code_name
from desktop.ui.settings.page import Page
from desktop.ui.theme import theme
from desktop.ui.translation import language
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.field_grid import FieldGrid
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.table_model import Column, DataclassTableModel

_YEARS = (1, 2, 3, 5, 7, 10, 15, 20, 30)
_ICONS = {
    "backup": "save", "kept": "folder-open", "elsewhere": "usb", "device": "monitor",
    "hub": "cloud-upload",
}  # fmt: skip


class _DueTable(DataTable[DueLine]):
    def __init__(self) -> None:
        columns: list[Column[DueLine]] = [
            Column("name", lambda: self.tr("ชื่อ"), lambda row: row.name, width=0),
            Column("kind", lambda: self.tr("ส่วนที่ครบกำหนด"), lambda row: _part(row.kind), width=170),
            Column("why", lambda: self.tr("ปิดเพราะ"), self._why, width=170),
            Column("closed", lambda: self.tr("ปิดเมื่อ"), lambda row: _day(row.closed_on), width=120),
            Column("due", lambda: self.tr("ครบกำหนด"), lambda row: _day(row.due_on), width=120),
        ]  # fmt: skip
        super().__init__(DataclassTableModel(columns, lambda row: (row.learner_id, row.kind)))

    def retranslate(self) -> None:
        super().retranslate()
        self.set_name(self.tr("คนที่ครบกำหนด"))
        self.empty.set_words(
            self.tr("ยังไม่มีใครครบกำหนด"),
            self.tr("คนที่ปิดไปนานเกินเวลาเก็บจะขึ้นที่นี่ ให้เลือกว่าจะลบ ทำให้ไม่ระบุตัวตน หรือเก็บต่อ"),
            "",
        )

    def _why(self, row: DueLine) -> str:
        return row.why.label(language().value)


class RetentionPage(Page):
    """`decided(DueLine, what, reason)`, `place_done(PlaceLine)`, `renew_wanted`,
    `years_chosen(kind, years)`.
    """

    decided = Signal(object, str, str)
    place_done = Signal(object)
    renew_wanted = Signal()
    years_chosen = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._due: dict[tuple[Any, str], DueLine] = {}
        self._places: Sequence[PlaceLine] = ()
        self._due_card, self._place_card, self._year_card = Card(), Card(), Card()
        self.table = _DueTable()
        self.farewell = FarewellCard()
        self._due_card.body.addWidget(self.table)
        self._place_lead = ThaiLabel("", "muted")
        self._rows = QWidget()
        self._row_column = QVBoxLayout(self._rows)
        self._row_column.setContentsMargins(0, 0, 0, 0)
        self._row_column.setSpacing(8)
        self.renew_button = Button("", "secondary", "refresh-cw")
        renew = QHBoxLayout()
        renew.addStretch(1)
        renew.addWidget(self.renew_button)
        self._place_card.body.addWidget(self._place_lead)
        self._place_card.body.addWidget(self._rows)
        self._place_card.body.addLayout(renew)
        self._year_lead = ThaiLabel("", "muted")
        self.years = {kind: ChoiceField() for kind in KINDS}
        self._year_rows = {kind: FormRow(field) for kind, field in self.years.items()}
        self._year_card.body.addWidget(self._year_lead)
        years = FieldGrid()
        for row in self._year_rows.values():
            years.add(row, 4)
        self._year_card.body.addWidget(years)
        for widget in (self._due_card, self.farewell, self._place_card, self._year_card):
            self.content.addWidget(widget)
        self.content.addStretch(1)
        self.farewell.hide()
        self.table.current_changed.connect(self._on_current)
        self.farewell.decided.connect(self._on_decided)
        self.renew_button.clicked.connect(self.renew_wanted)
        for kind, field in self.years.items():
            field.chosen.connect(lambda code, kind=kind: self.years_chosen.emit(kind, int(code)))
        self.adapt()

    def show_due(self, due: Sequence[DueLine]) -> None:
        """Show who is due."""
        shown = self.table.current_id()
        self._due = {(line.learner_id, line.kind): line for line in due}
        self.table.model.set_rows(list(due))
        self.table.show_table()
        self._fit_table()
        if shown not in self._due or not self.table.go_to(shown):
            self.farewell.hide()
        self.filled.emit()

    def first_focus(self) -> QWidget | None:
        return self.table.view if self._due else super().first_focus()

    def show_places(self, places: Sequence[PlaceLine]) -> None:
        """Show where erased people may still lie; one line for each place."""
        self._places = places
        clear_layout(self._row_column)
        seen: dict[tuple[str, str], list[PlaceLine]] = {}
        for place in places:
            seen.setdefault((place.place, place.name), []).append(place)
        for lines in seen.values():
            self._row_column.addWidget(self._place_row(lines[0], len(lines)))
        self.renew_button.setVisible(any(each.place == "backup" for each in places))
        self._word_places()

    def show_years(self, years: Mapping[str, int]) -> None:
        """Show how long each kind is kept."""
        for kind, field in self.years.items():
            field.set_value(str(years[kind]))

    def show_problem(self, text: str) -> None:
        """What was asked did not work: said beside the reason."""
        self.farewell.show_problem(text)

    def retranslate(self) -> None:
        self.set_words(
            self.tr("ข้อมูลที่ครบกำหนด"),
            self.tr("กฎหมายให้เก็บข้อมูลเท่าที่จำเป็น เมื่อพ้นเวลาให้ลบหรือทำให้ไม่ระบุตัวตน โปรแกรมไม่ลบให้เอง"),
        )
        self._due_card.set_title(self.tr("ครบกำหนดแล้ว"))
        self._place_card.set_title(self.tr("คนที่ลบแล้ว ยังเหลืออยู่ที่"))
        self.renew_button.setText(self.tr("สำรองใหม่ แล้วเอาสำเนาเก่าออก"))
        self._year_card.set_title(self.tr("เก็บไว้กี่ปีหลังปิด"))
        self._year_lead.set_text(
            self.tr("ใช้กับทุกเครื่องของศูนย์ นับจากวันที่ปิดกรณี บรรลุแผน ย้ายออก หรือเสียชีวิต")
        )
        for kind, row in self._year_rows.items():
            row.set_words(_part(kind))
            self.years[kind].set_choices([(str(n), self.tr("%n ปี", "", n)) for n in _YEARS])
        self.show_places(self._places)
        self._show_chosen()

    def redress(self) -> None:
        self._fit_table()
        for field in self.years.values():
            field.setMinimumWidth(theme().px(150))

    def _fit_table(self) -> None:
        lines = max(3, min(7, len(self._due)))
        self.table.setFixedHeight(theme().px(46 + 38 * lines) if self._due else theme().px(190))

    def _word_places(self) -> None:
        if self._places:
            text = self.tr("แต่ละบรรทัดหายไปเองเมื่อที่นั้นไม่มีข้อมูลแล้ว ที่โปรแกรมเอื้อมไม่ถึง ให้จัดการแล้วกดยืนยัน")
        else:
            text = self.tr("ไม่เหลือที่ใดแล้ว")
        self._place_lead.set_text(text)

    def _place_row(self, line: PlaceLine, people: int) -> QWidget:
        host = QWidget()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(IconLabel(_ICONS.get(line.place, "info"), "muted", 20))
        since = self.tr("ตั้งแต่ {day}").replace("{day}", thai_time.shown_moment(line.since))
        count = self.tr("%n คน", "", people)
        text = ThaiLabel(f"{self._place_words(line)}  ·  {count}  ·  {since}")
        row.addWidget(text, 1)
        if line.by_hand:
            button = Button(self.tr("จัดการแล้ว"), "secondary", "check")
            button.clicked.connect(lambda _on=False: self._on_place(line))
            row.addWidget(button)
        return host

    def _place_words(self, line: PlaceLine) -> str:
        name = line.letters or line.name
        shut_out = line.place == "device" and line.by_hand
        return code_name("erasing_place", "device_shut_out" if shut_out else line.place, name=name)

    def _on_place(self, chosen: PlaceLine) -> None:
        for line in self._places:
            if (line.place, line.name) == (chosen.place, chosen.name):
                self.place_done.emit(line)

    def _on_current(self, row_id: object) -> None:
        self._show_chosen()
        self.farewell.setVisible(row_id in self._due)

    def _chosen(self) -> DueLine | None:
        current = self.table.current_id()
        return self._due.get(current) if isinstance(current, tuple) else None

    def _show_chosen(self) -> None:
        line = self._chosen()
        if line is None:
            return
        why = self.tr("{part} พ้นกำหนด {years} ปีตั้งแต่ {day}").replace("{years}", str(line.years))
        why = why.replace("{part}", _part(line.kind)).replace("{day}", _day(line.due_on))
        if line.kept_reason:
            why += "\n" + self.tr("ครั้งก่อนเก็บต่อเพราะ: {reason}").replace(
                "{reason}", line.kept_reason
            )
        self.farewell.show_person(f"{line.name}  {line.code}", why, part=line.kind != WHOLE)

    def _on_decided(self, what: str, reason: str) -> None:
        line = self._chosen()
        if line is not None:
            self.decided.emit(line, what, reason)


def _day(text: str) -> str:
    return thai_time.shown_date(PartialDate.from_iso(text))


def _part(kind: str) -> str:
    return code_name("retention_part", kind)
