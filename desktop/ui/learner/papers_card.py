"""Numbers and papers: the thirteen digits or G code first, then every other paper."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.identity import Identity
from desktop.services.learners.records import LearnerDetail
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_list import RecordList
from desktop.ui.learner.profile_forms import PAPERS, Summaries
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.field_grid import FieldGrid
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.identity_field import IdentityField
from desktop.ui.widgets.text_fields import TextField


class PapersCard(Adaptive, QWidget):
    """`number_settled(value)` for a number that is right or confirmed ("" when it was emptied)."""

    number_settled = Signal(str)
    paper_added = Signal(object)
    edited = Signal(object, str, object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summaries = Summaries()
        self.list = RecordList("learner_code", PAPERS, self._summaries.paper, ())
        self.list.add_button.hide()
        self.number = IdentityField()
        self._number_row = FormRow(self.number)
        self._kind = ChoiceField()
        self._kind_row = FormRow(self._kind)
        self._value = TextField()
        self._value_row = FormRow(self._value)
        self.add_button = Button("", "secondary", "plus")
        self.add_button.clicked.connect(self._on_add)
        self._value.returnPressed.connect(self._on_add)
        line = QHBoxLayout()
        line.setSpacing(16)
        fields = FieldGrid()
        for row, span in ((self._number_row, 5), (self._kind_row, 4), (self._value_row, 3)):
            fields.add(row, span)
        line.addWidget(fields, 1)
        line.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.list.body.insertLayout(0, line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.number.settled.connect(self._on_settled)
        self.list.edited.connect(self.edited)
        self.list.removed.connect(self.removed)
        self._codes = CodeBook()
        self.adapt()

    def set_codes(self, codes: CodeBook) -> None:
        """Take the code lists of the centre."""
        self._codes = self._summaries.codes = codes
        self.list.set_codes(codes)
        self.retranslate()

    def show_detail(self, detail: LearnerDetail, *, keep: bool) -> None:
        """Show a learner's numbers and papers, those in use first."""
        codes = sorted(detail.codes, key=lambda each: not each.values.get("current", True))
        self.list.show_entries(codes, keep=keep)
        for item in self.list.items:
            local = any(c.id == item.record_id and c.text("code_kind") == "local" for c in codes)
            item.set_removable(not local)
        if not (keep and self.number.hasFocus()):
            now = [each for each in codes if each.values.get("current", True)]
            shown = next((e for e in now if e.text("code_kind") in {"national", "g_code"}), None)
            self.number.set_identity(
                shown.text("value") if shown else "",
                confirmed=bool(shown and shown.values.get("checksum_confirmed")),
            )
        if not keep:
            self._value.set_value("")

    def show_error(self, name: str, text: str) -> None:
        """Say what is wrong with a number or paper."""
        (self._number_row if name in {"identity", "national_id"} else self._value_row).set_error(
            text
        )

    def clear(self) -> None:
        """The paper was stored: empty the line for the next."""
        self._value.set_value("")
        self._value_row.set_error("")

    def flush(self) -> None:
        """Send what is half typed."""
        self.number.flush()
        self.list.flush()

    def retranslate(self) -> None:
        self.list.set_words(
            self.tr("เลขและเอกสาร"),
            self.tr("ไม่มีเลขก็ทำแผนและรับความช่วยเหลือได้ เก็บทุกเลขที่เคยใช้ไว้ค้นหา"),
            "",
            "",
        )
        self._number_row.set_words(self.tr("เลข 13 หลัก หรือรหัส G"))
        self._kind_row.set_words(self.tr("เอกสารอื่น"))
        self._value_row.set_words(self.tr("เลขที่เอกสาร"))
        self.add_button.setText(self.tr("เพิ่ม"))
        self._kind.set_choices(
            [each for each in self._codes.choices("identity_papers") if each[0] != "national_card"]
        )

    def _on_settled(self, identity: Identity) -> None:
        if identity.kind == "none":
            self.number_settled.emit("")
        elif identity.kind in {"national", "g_code"} and (
            not identity.warnings or self.number.confirmed
        ):
            self.number_settled.emit(identity.value)

    def _on_add(self) -> None:
        values: dict[str, Any] = {"code_kind": self._kind.value(), "value": self._value.value()}
        if not values["code_kind"]:
            self._kind_row.set_error(self.tr("เลือกชนิดเอกสารก่อน"))
            return
        self._kind_row.set_error("")
        if not str(values["value"]).strip():
            if values["code_kind"] != "none":
                self._value_row.set_error(self.tr("พิมพ์เลขที่ตามเอกสาร"))
                return
            values["value"] = "-"
        self.paper_added.emit(values)
