"""The house: how it fares, and which other learners live in it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.learners.people import HouseholdDetail
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.learner.profile_forms import HOUSEHOLD
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.link_field import RecordSearch


class HouseholdCard(Adaptive, Card):
    """`edited(name, value)`; `shared(id)`: the learner lives where that one lives."""

    edited = Signal(str, object)
    shared = Signal(object)
    left = Signal()
    member_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._learner: UUID | None = None
        self._house: HouseholdDetail | None = None
        self.form = RecordForm("household", HOUSEHOLD)
        self.form.edited.connect(self.edited)
        self._members = QWidget()
        self._member_flow = FlowLayout(self._members, 8)
        self._members_row = FormRow(self._members)
        self.search = RecordSearch("house")
        self._search_row = FormRow(self.search)
        self._leave = Button("", "quiet", "log-out")
        self._leave.clicked.connect(self.left)
        self.search.picked.connect(lambda found: self.shared.emit(UUID(found.id)))
        self.body.addWidget(self._members_row)
        self.body.addWidget(self._search_row)
        self.body.addWidget(self.form)
        self.header.add_action(self._leave)
        self.adapt()

    def set_codes(self, codes: CodeBook) -> None:
        """Take the code lists of the centre."""
        self.form.set_codes(codes)

    def show_house(self, learner: UUID, house: HouseholdDetail | None, *, keep: bool) -> None:
        """Show the house of a learner, or an empty form where none is noted."""
        self._learner, self._house = learner, house
        self.form.show_values(house.household.values if house else {}, keep=keep)
        if not keep:
            self.search.clear()
            self.search.leave_out([learner.hex])
        self.retranslate()

    def flush(self) -> None:
        """Send what is half typed."""
        self.form.flush()

    def retranslate(self) -> None:
        self.set_title(self.tr("ครัวเรือนและพี่น้อง"))
        self._members_row.set_words(self.tr("ผู้เรียนรู้ในบ้านเดียวกัน"))
        self._search_row.set_words(self.tr("อยู่บ้านเดียวกับใคร พิมพ์ชื่อเพื่อหา"))
        self._leave.setText(self.tr("ย้ายออกจากบ้านนี้"))
        self._leave.setVisible(self._house is not None)
        clear_layout(self._member_flow)
        members = self._house.members if self._house else ()
        for row in members:
            if row.id == self._learner:
                continue
            nickname = f" ({row.nickname})" if row.nickname else ""
            chip = Button(f"{row.full_name}{nickname}", "chip", "user")
            chip.clicked.connect(lambda _on=False, other=row.id: self.member_opened.emit(other))
            self._member_flow.addWidget(chip)
        self._members_row.setVisible(len(members) > 1)
