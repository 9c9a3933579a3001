"""How long each kind of urgent case has until somebody answers and until it is handed on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.all import Services
from desktop.services.urgent.hours import STEPS
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.settings.page import Page
from desktop.ui.settings.presenters import PagePresenter
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.field_grid import FieldGrid
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout

_HOURS = (1, 2, 4, 6, 8, 12, 24, 48, 72, 168)


class UrgentHoursPage(Page):
    """`hours_chosen(kind, step, hours)`."""

    hours_chosen = Signal(str, str, int)

    def __init__(self) -> None:
        super().__init__()
        self._hours: Mapping[str, Mapping[str, int]] = {}
        self._codes = CodeBook()
        self.fields: dict[tuple[str, str], ChoiceField] = {}
        self._card = Card()
        self.content.addWidget(self._card)
        self.content.addStretch(1)
        self.adapt()

    def show_hours(self, hours: Mapping[str, Mapping[str, int]], codes: CodeBook) -> None:
        """Show the hours by kind and step."""
        self._codes = codes
        if {*hours} != {*self._hours}:
            self._build(hours)
        self._hours = hours
        self.retranslate()
        self.filled.emit()

    def first_focus(self) -> QWidget | None:
        return next(iter(self.fields.values()), None)

    def retranslate(self) -> None:
        self.set_words(
            self.tr("เวลาของเรื่องเร่งด่วน"),
            self.tr("นับจากเวลาที่เปิดเรื่อง ใช้กับทุกเครื่องของศูนย์ รายการและหน้าวันนี้บอกเมื่อใกล้ครบหรือเกินเวลา"),
        )
        waits = {"answer": self.tr("ตอบครั้งแรกภายใน"), "hand_on": self.tr("ส่งถึงมือผู้ช่วยภายใน")}
        for kind, title in self._titles.items() if self.fields else ():
            title.set_text(self._codes.label("urgent_kinds", kind))
        for (kind, step), field in self.fields.items():
            number = self._hours[kind][step]
            listed = sorted({*_HOURS, number})
            field.set_choices([(str(n), self.tr("%n ชั่วโมง", "", n)) for n in listed])
            field.set_value(str(number))
            self._rows[kind, step].set_words(waits[step])

    def _build(self, hours: Mapping[str, Mapping[str, int]]) -> None:
        clear_layout(self._card.body)
        self.fields, self._titles, self._rows = {}, {}, {}
        for kind in hours:
            title = ThaiLabel("", "field")
            grid = FieldGrid()
            for step in STEPS:
                field = ChoiceField()
                row = FormRow(field)
                grid.add(row, 6)
                self.fields[kind, step], self._rows[kind, step] = field, row
                field.chosen.connect(
                    lambda code, kind=kind, step=step: self.hours_chosen.emit(kind, step, int(code))
                )
            self._titles[kind] = title
            self._card.body.addWidget(title)
            self._card.body.addWidget(grid)


class UrgentHoursPresenter(PagePresenter):
    """Reads the hours, and stores others."""

    def __init__(self, page: UrgentHoursPage, services: Services, jobs: Jobs) -> None:
        self._own, self._services = page, services
        super().__init__(page, jobs)
        page.hours_chosen.connect(self.set_hours)

    def show(self) -> None:
        """Read them."""
        services = self._services
        self._writes.ask(
            lambda: (services.urgent_hours.all(), CodeBook(services.centre.own_words())),
            lambda found: self._own.show_hours(*found),
            self._own.show_error,
        )

    def set_hours(self, kind: str, step: str, number: int) -> None:
        """Another number of hours."""
        self.keep(
            lambda: self._services.urgent_hours.set(kind, step, number),
            QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"),
        )
