"""Writing down a meeting in seconds: how, what, where, and what was promised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.models.dates import PartialDate
from desktop.services.learners.contacts import ContactLine
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.field import FormField
from desktop.ui.forms.fields import HeldField
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.form_row import FormRow
from resources import clock

QUICK_KINDS = ("home_visit", "phone", "centre_visit", "school_visit")


class KindField(FormField):
    """How they met: the usual ways as chips, any other from `other`, which stands elsewhere."""

    def __init__(self) -> None:
        super().__init__(QWidget())
        self._kind = QUICK_KINDS[0]
        self.chips: dict[str, Button] = {}
        self.other = ChoiceField()
        flow = FlowLayout(self.widget, 6)
        for code in QUICK_KINDS:
            chip = Button("", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on=False, code=code: self._choose(code))
            self.chips[code] = chip
            flow.addWidget(chip)
        self.other.chosen.connect(self._choose)

    def value(self) -> str:
        return self._kind

    def put(self, value: Any) -> None:
        self._kind = str(value or QUICK_KINDS[0])
        for code, chip in self.chips.items():
            chip.setChecked(code == self._kind)
        self.other.set_value("" if self._kind in QUICK_KINDS else self._kind)

    def set_codes(self, codes: CodeBook) -> None:
        for code, chip in self.chips.items():
            chip.setText(codes.label("contact_kinds", code))
        choices = codes.choices("contact_kinds")
        self.other.set_choices([each for each in choices if each[0] not in QUICK_KINDS])

    def take_label(self, label: str) -> bool:
        self.widget.setAccessibleName(label)
        return True

    def _choose(self, code: str) -> None:
        self.put(code)
        self.touched.emit()


class VisitForm(EntryForm):
    """An entry of the contact log, or what shall stand in the place of an earlier one."""

    def __init__(self) -> None:
        self.kind_field = KindField()
        self._other_row = FormRow(self.kind_field.other)
        super().__init__(
            "contact",
            (
                FieldSpec("contact_kind", 12, required=False, slot=lambda: self.kind_field),
                FieldSpec("text", 12, lines=4),
                FieldSpec("on", 6),
                FieldSpec("place", 6),
                FieldSpec("next_on", 6, ahead=True),
                FieldSpec("next_text", 6, lines=1),
                FieldSpec("private", 12, tick=True),
                FieldSpec("corrects", 12, slot=HeldField),
            ),
        )
        self.kind_field.touched.connect(self.focus_first)
        self.column.addWidget(self._other_row)

    @property
    def corrects(self) -> UUID | None:
        """The entry that is being corrected, None for a new one."""
        kept = self.values()["corrects"]
        return UUID(str(kept)) if kept else None

    def begin(self, values: Mapping[str, Any] | None = None) -> None:
        super().begin({"on": PartialDate.from_date(clock.today()), **(values or {})})

    def correct(self, line: ContactLine) -> None:
        """Begin with what an entry says, to say it better; what is half written comes first."""
        if self.untouched:
            values = {name: getattr(line, name, None) for name in self.names}
            self.begin({**values, "corrects": line.id})
        else:
            self.show_problem("", self.tr("บันทึกสิ่งที่เขียนค้างไว้ก่อน แล้วค่อยแก้คำเดิม"))
        self.focus_first()

    def words(self) -> Mapping[str, Words]:
        return {
            "text": Words(
                self.tr("พบอะไร คุยเรื่องอะไร"),
                self.tr("เช่น น้องเดินได้ไกลขึ้น ยายอยากให้ครูมาทุกวันพุธ"),
                missing=self.tr("เขียนสั้น ๆ ว่าพบอะไร คุยเรื่องอะไร"),
            ),
            "on": Words(self.tr("วันที่พบ")),
            "place": Words(self.tr("ที่ไหน")),
            "next_on": Words(self.tr("นัดครั้งต่อไป")),
            "next_text": Words(self.tr("นัดเรื่องอะไร")),
            "private": Words(self.tr("เห็นได้เฉพาะผู้ที่ดูข้อมูลอ่อนไหวได้")),
        }

    def retranslate(self) -> None:
        super().retranslate()
        self._other_row.set_words(self.tr("วิธีพบแบบอื่น"))
        self.save_button.setText(self.tr("บันทึก"))
        self.save_button.setToolTip("Ctrl+Enter")
