"""The centre: its name and place, and what stands at the head of its papers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal

from desktop.models import areas
from desktop.services.entries import Entry
from desktop.ui.first_run.area_picker import AreaPicker
from desktop.ui.record_names import field_name
from desktop.ui.settings.page import Page, put
from desktop.ui.translation import language
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import Separator, ThaiLabel
from desktop.ui.widgets.layouts import beside
from desktop.ui.widgets.text_fields import TextArea, TextField

_OWN = ("name", "organisation", "address", "phone", "goal")
_HEAD = ("organisation", "place", "contact")


class CentrePage(Page):
    """`saved({field: value})` as one types."""

    saved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[str, Any] = {}
        self.fields = {name: TextField() for name in _OWN if name != "goal"}
        self.goal = TextArea(2)
        self.area = AreaPicker()
        self.head = {name: TextField() for name in _HEAD}
        self.rows = {name: FormRow(field) for name, field in self.fields.items()}
        self.rows["goal"] = FormRow(self.goal)
        self.rows["tambon"] = FormRow(self.area)
        self.head_rows = {name: FormRow(field) for name, field in self.head.items()}
        self._own, self._paper, self._preview = Card(), Card(), Card()
        own = self._own.body
        own.setSpacing(12)
        own.addLayout(beside(self.rows["name"], self.rows["organisation"]))
        own.addWidget(self.rows["tambon"])
        own.addLayout(beside(self.rows["address"], self.rows["phone"]))
        own.addWidget(self.rows["goal"])
        paper = self._paper.body
        paper.setSpacing(12)
        paper.addWidget(self.head_rows["organisation"])
        paper.addLayout(beside(self.head_rows["place"], self.head_rows["contact"]))
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
        for name, field in self.fields.items():
            field.autosave.connect(lambda text, name=name: self._save({name: text}))
        self.goal.autosave.connect(lambda text: self._save({"goal": text}))
        self.area.picked.connect(self._on_area)
        for field in self.head.values():
            field.autosave.connect(lambda _text: self._save({"letterhead": self._letterhead()}))
            field.edited.connect(lambda _text: self._show_paper())
        self.adapt()

    def show_centre(self, centre: Entry | None) -> None:
        """Show what is stored; a field that has the keyboard is left alone."""
        self.setEnabled(centre is not None)
        if centre is None:
            self.lead.set_text(self.tr("ข้อมูลศูนย์ยังมาไม่ถึงเครื่องนี้ จะมาเมื่อส่งกับจังหวัดครั้งแรก"))
            return
        self._values = dict(centre.values)
        for name, field in self.fields.items():
            put(field, centre.text(name))
        put(self.goal, centre.text("goal"))
        if self.area.value() != centre.text("tambon"):
            self.area.set_value(centre.text("tambon"))
        head: Mapping[str, Any] = centre.values.get("letterhead") or {}
        for name, field in self.head.items():
            put(field, str(head.get(name) or ""))
        self._show_paper()

    def retranslate(self) -> None:
        self.set_words(self.tr("ศูนย์และหัวกระดาษ"), self.tr("ชื่อและที่อยู่นี้อยู่บนแผนและเอกสารทุกแผ่นที่พิมพ์"))
        self._own.set_title(self.tr("ศูนย์"))
        self._paper.set_title(self.tr("หัวกระดาษ"), self.tr("เว้นว่างไว้ก็ได้ จะใช้ชื่อและที่อยู่ของศูนย์"))
        for name, row in self.rows.items():
            row.set_words(field_name("centre", name))
        heads = {
            "organisation": self.tr("บรรทัดแรก: ชื่อหน่วยงาน"),
            "place": self.tr("บรรทัดที่สอง: ที่ตั้ง"),
            "contact": self.tr("ติดต่อ"),
        }
        for name, row in self.head_rows.items():
            row.set_words(heads[name])
        self._seen.set_text(self.tr("บนกระดาษจะเห็นแบบนี้"))
        self._show_paper()

    def flush(self) -> None:
        for field in (*self.fields.values(), *self.head.values()):
            field.flush()
        self.goal.flush()

    def _save(self, values: dict[str, Any]) -> None:
        self._values.update(values)
        self._show_paper()
        self.saved.emit(values)

    def _on_area(self, code: str) -> None:
        if code:
            self._save({"tambon": code})

    def _letterhead(self) -> dict[str, Any]:
        kept = dict(self._values.get("letterhead") or {})
        for name, field in self.head.items():
            kept[name] = field.value().strip()
        return {name: value for name, value in kept.items() if value}

    def _show_paper(self) -> None:
        own, typed = self._values, {name: f.value().strip() for name, f in self.head.items()}
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
