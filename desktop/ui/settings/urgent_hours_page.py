"""Whom one tells of an urgent case at each step, and how many hours each kind has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.all import Services
from desktop.services.urgent.chain import StepLine
from desktop.services.urgent.hours import STEPS
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.persons.opening import finder
from desktop.ui.settings.page import Page, put
from desktop.ui.settings.presenters import PagePresenter
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.field_grid import FieldGrid
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.link_field import Finder, LinkField
from desktop.ui.widgets.text_fields import TextField

_HOURS = (1, 2, 4, 6, 8, 12, 24, 48, 72, 168)


class UrgentHoursPage(Page):
    """`hours_chosen(kind, step, hours)`, `step_changed(step, values)`."""

    hours_chosen = Signal(str, str, int)
    step_changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._hours: Mapping[str, Mapping[str, int]] = {}
        self._codes = CodeBook()
        self.fields: dict[tuple[str, str], ChoiceField] = {}
        self._steps: Sequence[StepLine] = ()
        self._partners: list[tuple[str, str]] = []
        self.partners: dict[str, ChoiceField] = {}
        self.persons: dict[str, LinkField] = {}
        self.phones: dict[str, TextField] = {}
        self._finder: Finder | None = None
        self._card, self._chain = Card(), Card("")
        self._chain_lead = ThaiLabel("", "muted")
        self._rows_of_steps = QVBoxLayout()
        self._chain.body.addWidget(self._chain_lead)
        self._chain.body.addLayout(self._rows_of_steps)
        self.content.addWidget(self._chain)
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

    def set_finder(self, finder: Finder) -> None:
        """Who looks for people."""
        self._finder = finder

    def show_steps(self, steps: Sequence[StepLine], partners: Sequence[tuple[str, str]]) -> None:
        """Show whom one tells at each step, of these partners."""
        if [each.step for each in steps] != [each.step for each in self._steps]:
            self._build_steps(steps)
        self._steps, self._partners = steps, list(partners)
        for each in steps:
            put(self.phones[each.step], each.phone)
            person = each.person_id.hex if each.person_id is not None else ""
            if person != self.persons[each.step].value():
                self.persons[each.step].set_value(person)
        self.retranslate()

    def flush(self) -> None:
        for field in self.phones.values():
            field.flush()

    def first_focus(self) -> QWidget | None:
        return next(iter(self.fields.values()), None)

    def retranslate(self) -> None:
        self.set_words(
            self.tr("เวลาของเรื่องเร่งด่วน"),
            self.tr("นับจากเวลาที่เปิดเรื่อง ใช้กับทุกเครื่องของศูนย์ รายการและหน้าวันนี้บอกเมื่อใกล้ครบหรือเกินเวลา"),
        )
        self._chain.set_title(self.tr("ส่งต่อเป็นขั้น"))
        self._chain_lead.set_text(
            self.tr("ชื่อของแต่ละขั้นแก้ได้ที่หน้า คำเรียกในรายการ ทุกขั้นบอกว่าติดต่อใคร โทรเท่าไร")
        )
        for each in self._steps:
            called = self._codes.label("urgent_steps", each.step)
            self._step_titles[each.step].set_text(called)
            partner = self.partners[each.step]
            partner.set_choices([("", self.tr("ยังไม่ระบุ")), *self._partners])
            partner.set_value(each.partner_id.hex if each.partner_id is not None else "")
            self._partner_rows[each.step].set_words(self.tr("ภาคีที่รับเรื่อง"))
            self._person_rows[each.step].set_words(
                self.tr("คนที่รับเรื่อง"), self.tr("เบอร์ของคนนี้ใช้เมื่อไม่ได้ใส่เบอร์อื่น")
            )
            self._phone_rows[each.step].set_words(self.tr("โทรศัพท์"))
        waits = {"answer": self.tr("ตอบครั้งแรกภายใน"), "hand_on": self.tr("ส่งถึงมือผู้ช่วยภายใน")}
        for kind, title in self._titles.items() if self.fields else ():
            title.set_text(self._codes.label("urgent_kinds", kind))
        for (kind, step), field in self.fields.items():
            number = self._hours[kind][step]
            listed = sorted({*_HOURS, number})
            field.set_choices([(str(n), self.tr("%n ชั่วโมง", "", n)) for n in listed])
            field.set_value(str(number))
            self._rows[kind, step].set_words(waits[step])

    def _build_steps(self, steps: Sequence[StepLine]) -> None:
        clear_layout(self._rows_of_steps)
        self.partners, self.persons, self.phones = {}, {}, {}
        self._step_titles, self._partner_rows = {}, {}
        self._person_rows, self._phone_rows = {}, {}
        for each in steps:
            title, partner, phone = ThaiLabel("", "field"), ChoiceField(), TextField()
            person = LinkField()
            if self._finder is not None:
                person.set_finder(self._finder)
            grid = FieldGrid()
            rows = FormRow(partner), FormRow(phone), FormRow(person)
            for row, span in zip(rows, (6, 6, 12), strict=True):
                grid.add(row, span)
            person.chosen.connect(
                lambda key, step=each.step: self.step_changed.emit(step, {"person_id": key})
            )
            partner.chosen.connect(
                lambda key, step=each.step: self.step_changed.emit(step, {"partner_id": key})
            )
            phone.autosave.connect(
                lambda text, step=each.step: self.step_changed.emit(step, {"phone": text})
            )
            self._step_titles[each.step], self.partners[each.step] = title, partner
            self.persons[each.step], self.phones[each.step] = person, phone
            self._partner_rows[each.step], self._phone_rows[each.step] = rows[:2]
            self._person_rows[each.step] = rows[2]
            self._rows_of_steps.addWidget(title)
            self._rows_of_steps.addWidget(grid)

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
        page.set_finder(finder(services, jobs, page))
        super().__init__(page, jobs)
        page.hours_chosen.connect(self.set_hours)
        page.step_changed.connect(self.set_step)

    def show(self) -> None:
        """Read them."""
        services = self._services
        self._writes.ask(
            lambda: (
                services.urgent_hours.all(),
                CodeBook(services.centre.own_words()),
                services.urgent_chain.steps(),
                [(row.id.hex, row.name) for row in services.partners.find()],
            ),
            self._shown,
            self._own.show_error,
        )

    def _shown(self, found: tuple[Any, ...]) -> None:
        hours, codes, steps, partners = found
        self._own.show_hours(hours, codes)
        self._own.show_steps(steps, partners)

    def set_step(self, step: str, values: Mapping[str, Any]) -> None:
        """Somebody else is told at a step."""
        self.keep(
            lambda: self._services.urgent_chain.set_step(step, values),
            QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"),
        )

    def set_hours(self, kind: str, step: str, number: int) -> None:
        """Another number of hours."""
        self.keep(
            lambda: self._services.urgent_hours.set(kind, step, number),
            QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"),
        )
