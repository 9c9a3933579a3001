"""About: what this is, its version, and whose work it stands on."""

from __future__ import annotations

from PySide6.QtCore import qVersion

from desktop.models import areas
from desktop.ui.settings.page import Page
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from resources.licences import WORKS
from resources.shipped import Component
from resources.version import VERSION


class AboutPage(Page):
    """Only to be read."""

    def __init__(self) -> None:
        super().__init__()
        self._device = ""
        self._what = ThaiLabel("")
        self._version = ThaiLabel("", "muted")
        self._card, self._thanks, self._parts = Card(), Card(), Card()
        self._components = ThaiLabel("")
        self._listed = ThaiLabel("", "caption")
        self._list_file = ""
        self._card.body.addWidget(self._what)
        self._card.body.addWidget(self._version)
        for licence, names in WORKS:
            self._thanks.body.addWidget(ThaiLabel(f"{', '.join(names)} · {licence}"))
        self._source = ThaiLabel("", "caption")
        self._thanks.body.addWidget(self._source)
        self.content.addWidget(self._card)
        self._parts.body.addWidget(self._components)
        self._parts.body.addWidget(self._listed)
        self.content.addWidget(self._thanks)
        self.content.addWidget(self._parts)
        self.content.addStretch(1)
        self.adapt()

    def show_device(self, letters: str) -> None:
        """The letters of this laptop in the codes that it gives."""
        self._device = letters
        self.retranslate()

    def show_components(self, components: tuple[Component, ...], list_file: str) -> None:
        """Everything that this copy is made of; `list_file` is empty outside a package."""
        self._components.set_text("\n".join(" · ".join(filter(None, each)) for each in components))
        self._list_file = list_file
        self.retranslate()

    def retranslate(self) -> None:
        self.set_words(self.tr("เกี่ยวกับโปรแกรม"), "")
        self._card.set_title(self.tr("ตำบลเรียนรู้"))
        self._what.set_text(
            self.tr(
                "โปรแกรมสำหรับศูนย์การเรียนรู้ระดับตำบล ทำงานได้แม้ไม่มีอินเทอร์เน็ต ข้อมูลทั้งหมดเข้ารหัสอยู่ในเครื่องนี้"
            )
        )
        text = self.tr("รุ่น {version} · Qt {qt} · เครื่อง {device}")
        self._version.set_text(
            text.replace("{version}", VERSION)
            .replace("{qt}", qVersion() or "")
            .replace("{device}", self._device)
        )
        self._thanks.set_title(self.tr("ขอบคุณงานของผู้อื่นที่เราใช้"), self.tr("ชื่อและสัญญาอนุญาต"))
        self._source.set_text(areas.source())
        self._parts.set_title(self.tr("ส่วนประกอบของชุดโปรแกรมนี้"), self.tr("ชื่อ รุ่น และสัญญาอนุญาต"))
        listed = self.tr("รายการทั้งหมดพร้อมชื่อแฟ้ม (CycloneDX): {file}")
        self._listed.setVisible(bool(self._list_file))
        self._listed.set_text(listed.replace("{file}", self._list_file))
