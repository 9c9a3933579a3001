"""The page of one curriculum: what is taught, in which units, and how far it was adopted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.curricula.records import CurriculumDetail, Taught
from desktop.services.curricula.service import ALWAYS
from desktop.services.roles import Right
from desktop.ui.curricula.units_card import UnitsCard
from desktop.ui.curricula.words import CURRICULA, CURRICULUM, WHOLE, CurriculumWords
from desktop.ui.forms.record_list import RecordItem
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.subjects.printing import PrintButton, PrintedPage, printing
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.showing import show_if
from desktop.ui.wording import refusal

FACTS = (
    FieldSpec("name", span=12),
    FieldSpec("problem", span=12),
    FieldSpec("principles", span=12),
    FieldSpec("outcomes", span=12),
    FieldSpec("groups_served", span=12),
    FieldSpec("skill_groups", span=12),
    FieldSpec("key_skills", span=12),
    FieldSpec("dimensions", span=12),
    FieldSpec("hours", span=4),
    FieldSpec("written_on", span=8, compact=True),
    FieldSpec("months_open", span=12),
    FieldSpec("languages", span=12),
    FieldSpec("method", span=12),
    FieldSpec("materials", span=12),
    FieldSpec("capital", span=12, search="sprout"),
    FieldSpec("measuring", span=12),
    FieldSpec("completion", span=12),
    FieldSpec("transfer", span=12),
    FieldSpec("village_id", span=6),
    FieldSpec("community", span=6),
    FieldSpec("shareable", span=6),
    FieldSpec("note", span=12),
)


class CurriculumScreen(PrintedPage[CurriculumDetail]):
    """`version_wanted()`, beside what a page says; its units stand beside."""

    version_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        self.units, self.which = UnitsCard(), Card("")
        self.stays = ThaiLabel("", "body")
        self.version_button = Button("", "primary", "copy")
        self.print_button = PrintButton(rights)
        self.others = QVBoxLayout()
        self.which.body.addWidget(self.stays)
        self.which.body.addLayout(self.others)
        for button in (self.version_button, self.print_button):
            self.which.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        reads = ("curriculum_unit", "capital", "course", "course_move")
        beside = [self.which, self.print_button.done_bar, self.units]
        super().__init__(rights, CURRICULUM, FACTS, reads, beside)
        self.version_button.clicked.connect(self.version_wanted)

    def about(self) -> str:
        return self.tr("สอนอะไร ให้ใคร อย่างไร")

    def doubts(self) -> Mapping[str, str]:
        return CurriculumWords().doubts()

    def asked(self, detail: CurriculumDetail) -> str:
        return CurriculumWords().waits(detail.row)

    def first_focus(self) -> QWidget | None:
        locked = self.detail is not None and self.detail.row.locked
        asking = self.moves_card.form is not None
        return self.version_button if locked and not asking else super().first_focus()

    def show_more(self, detail: CurriculumDetail, *, keep: bool) -> None:
        row = detail.row
        locked = row.locked or Right.WRITE not in self._rights
        tried = next((each for each in detail.courses if each.held), None)
        self.moves_card.set_likely({"try": {"held": _told(tried)}} if tried else {})
        self.form.lock(locked, but=ALWAYS if Right.WRITE in self._rights else ())
        self.units.set_codes(self.codes)
        self.units.show_units(detail.units, row.hours, locked=locked, keep=keep)

    def retranslate(self) -> None:
        super().retranslate()
        self.version_button.setText(self.tr("ทำฉบับใหม่"))
        self.print_button.setText(self.tr("พิมพ์หลักสูตร"))
        if self.detail is None:
            return
        detail, row = self.detail, self.detail.row
        clear_layout(self.others)
        self._lead(detail.values["previous_id"], self.tr("ดูฉบับก่อน"))
        self._lead(row.newer_id, self.tr("ดูฉบับใหม่"))
        for known, name in detail.capital:
            self._lead(known, name, "capital", "sprout")
        for course in detail.courses:
            self._lead(course.id, _told(course), "course", "graduation-cap")
        self.which.set_title(CurriculumWords().version(row))
        self.stays.set_text(
            self.tr("ฉบับนี้ใช้สอนแล้ว จึงไม่แก้ ถ้าจะปรับ ให้ทำฉบับใหม่ ของเดิมยังอยู่ครบ")
            if row.locked
            else self.tr("แก้ได้จนกว่าจะทดลองจัดกับผู้เรียนรู้")
        )
        show_if(self.version_button, row.locked and Right.WRITE in self._rights)

    def leave(self) -> None:
        super().leave()
        self.units.flush()

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ ชั่วโมงรวมนับจากหน่วยการเรียน\n"
            "จัดกับผู้เรียนรู้แล้วกดทดลองจัดแล้ว เสนอที่ประชุมแล้วกดรับรองให้ใช้ พร้อมเลขที่มติหรือผู้รับรอง\n"
            "จากนั้นไม่แก้ในฉบับเดิม กดทำฉบับใหม่ แล้วแก้ในร่างนั้น"
        )

    def _lead(
        self, known: UUID | None, name: str, kind: str = CURRICULUM, icon: str = "book-open"
    ) -> None:
        if known is not None:
            button = Button(name, "link", icon)
            button.clicked.connect(partial(self.open_requested.emit, kind, known))
            self.others.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _told(course: Taught) -> str:
    """A course by its name, and the day on which it began."""
    day = shown_iso(course.starts_on) if course.starts_on else ""
    return " · ".join(filter(None, (course.name, day)))


class CurriculumPresenter(PagePresenter):
    """Stores the units, makes a new version, prints it whole."""

    def __init__(self, screen: CurriculumScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.curricula, CURRICULA)
        self._units, self._curricula = screen.units, services.curricula
        papers = services.curriculum_papers
        self.printing = printing(
            screen, services, jobs, WHOLE,
            lambda row, path, looks: papers.write_whole(path, row.id, looks),
        )  # fmt: skip
        screen.units.added.connect(self.add_unit)
        screen.units.edited.connect(self.edit_unit)
        screen.units.removed.connect(self.remove_unit)
        screen.version_wanted.connect(self.make_version)

    def add_unit(self, item: RecordItem, values: Mapping[str, Any]) -> None:
        """Store a new unit."""

        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                item.unbind()
            name, text = refusal(error)
            item.form.show_error(name or "name", text)

        self.write(lambda known: self._curricula.add_unit(known, values), item.bind, failed)

    def edit_unit(self, unit_id: UUID, name: str, value: Any) -> None:
        """Store one field of a unit."""
        units = self._units

        def failed(error: Exception) -> None:
            field, text = refusal(error)
            units.show_error(unit_id, field or name, text)

        self.write(
            lambda _known: self._curricula.edit_unit(unit_id, {name: value}),
            lambda _none: units.clear_error(unit_id, name),
            failed,
        )

    def remove_unit(self, unit_id: UUID) -> None:
        """Take a unit out; it can be brought back."""
        self.write(
            lambda _known: self._curricula.remove_unit(unit_id),
            undo=self.tr("เอาหน่วยการเรียนออกแล้ว"),
        )

    def make_version(self) -> None:
        """Copy it into a draft, and go there."""
        screen = self._page
        self.write(
            self._curricula.new_version,
            lambda made: screen.open_requested.emit(CURRICULUM, made),
            undo=self.tr("ทำฉบับใหม่แล้ว แก้ในร่างนี้ได้"),
        )
