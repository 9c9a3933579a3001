"""The centre: its name and place, and what stands at the head of its papers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal

from desktop.models import areas
from desktop.models.fields import Field
from desktop.services.entries import Entry
from desktop.ui.first_run.area_picker import AreaPicker
from desktop.ui.forms.field import FormField
from desktop.ui.forms.record_form import RecordForm, Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.settings.logo import LogoRow
from desktop.ui.settings.page import Page
from desktop.ui.translation import language
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import Separator, ThaiLabel


class TambonField(FormField):
    """The code of the sub-district, found by its name; while none is found the last one stays."""

    def __init__(self) -> None:
        self.area = AreaPicker()
        super().__init__(self.area)
        self.area.picked.connect(self._on_picked)

    def value(self) -> str:
        return self.area.value()

    def put(self, value: Any) -> None:
        if self.area.value() != value:
            self.area.set_value(str(value or ""))

    def _on_picked(self, code: str) -> None:
        if code:
            self.touched.emit()
            self.settled.emit()


CENTRE = (
    FieldSpec("name", 6),
    FieldSpec("organisation", 6),
    FieldSpec("tambon", 12, slot=TambonField),
    FieldSpec("address", 6, lines=1),
    FieldSpec("phone", 6),
    FieldSpec("goal", 12),
)


class HeadForm(RecordForm):
    """The lines at the head of every paper; empty ones are made from the centre."""

    def __init__(self) -> None:
        line = Field("line")
        super().__init__(
            "centre",
            (
                FieldSpec("organisation", 12, meaning=line),
                FieldSpec("place", 6, meaning=line),
                FieldSpec("contact", 6, meaning=line),
            ),
        )

    def words(self) -> Mapping[str, Words]:
        return {
            "organisation": Words(self.tr("บรรทัดแรก: ชื่อหน่วยงาน")),
            "place": Words(self.tr("บรรทัดที่สอง: ที่ตั้ง")),
            "contact": Words(self.tr("ติดต่อ")),
        }


class CentrePage(Page):
    """`saved({field: value})` as one types."""

    saved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[str, Any] = {}
        self.form, self.head = RecordForm("centre", CENTRE), HeadForm()
        self._own, self._paper = Card(), Card()
        self._own.body.addWidget(self.form)
        paper = self._paper.body
        paper.setSpacing(12)
        paper.addWidget(self.head)
        self.logo = LogoRow()
        paper.addWidget(self.logo)
        self._lines = [ThaiLabel("", words) for words in ("section", "body", "muted")]
        self._sheet = Card()
        for line in self._lines:
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._sheet.body.addWidget(line)
        self._sheet.body.addWidget(Separator())
        self._seen = ThaiLabel("", "caption")
        paper.addWidget(self._seen)
        paper.addWidget(self._sheet)
        for card in (self._own, self._paper):
            self.content.addWidget(card)
        self.content.addStretch(1)
        self.form.edited.connect(lambda name, value: self._save({name: value}))
        self.head.edited.connect(lambda *_line: self._save({"letterhead": self._letterhead()}))
        self.head.typed.connect(self._show_paper)
        self.logo.removed.connect(lambda: self.put_logo(""))
        self.adapt()

    def show_centre(self, centre: Entry | None) -> None:
        """Show what is stored; a field that somebody is at is left alone."""
        self.setEnabled(centre is not None)
        if centre is None:
            self.lead.set_text(self.tr("ข้อมูลศูนย์ยังมาไม่ถึงเครื่องนี้ จะมาเมื่อส่งกับจังหวัดครั้งแรก"))
            return
        self._values = dict(centre.values)
        self.form.show_values(self._values, keep=True)
        self.head.show_values(self._values.get("letterhead") or {}, keep=True)
        self.logo.show_logo((self._values.get("letterhead") or {}).get("logo"))
        self._show_paper()

    def put_logo(self, logo: str) -> None:
        """Take a mark into the head of the papers, "" for none."""
        kept = {**self._letterhead(), "logo": logo}
        self.logo.show_logo(logo)
        self._save({"letterhead": {name: value for name, value in kept.items() if value}})

    def retranslate(self) -> None:
        self.set_words(self.tr("ศูนย์และหัวกระดาษ"), self.tr("ชื่อและที่อยู่นี้อยู่บนแผนและเอกสารทุกแผ่นที่พิมพ์"))
        self._own.set_title(self.tr("ศูนย์"))
        self._paper.set_title(self.tr("หัวกระดาษ"), self.tr("เว้นว่างไว้ก็ได้ จะใช้ชื่อและที่อยู่ของศูนย์"))
        self._seen.set_text(self.tr("บนกระดาษจะเห็นแบบนี้"))
        self._show_paper()

    def flush(self) -> None:
        self.form.flush()
        self.head.flush()

    def _save(self, values: dict[str, Any]) -> None:
        self._values.update(values)
        self._show_paper()
        self.saved.emit(values)

    def _letterhead(self) -> dict[str, Any]:
        # What another version keeps there too stays.
        kept = {**(self._values.get("letterhead") or {}), **self._typed()}
        return {name: value for name, value in kept.items() if value}

    def _typed(self) -> dict[str, str]:
        return {name: line.strip() for name, line in self.head.values().items()}

    def _show_paper(self) -> None:
        own, typed = self._values, self._typed()
        tambon = areas.tambon(str(own.get("tambon") or ""))
        place = tambon.address(language().value) if tambon else ""
        for line, text in zip(
            self._lines,
            (
                typed["organisation"] or own.get("organisation") or own.get("name") or "",
                typed["place"] or own.get("address") or place,
                typed["contact"] or own.get("phone") or "",
            ),
            strict=True,
        ):
            line.set_text(str(text))
            line.setVisible(bool(text))
