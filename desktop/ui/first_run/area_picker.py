"""Picking a tambon: type its name, or go down from the province."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models import areas
from desktop.ui.theme import theme
from desktop.ui.translation import Language, language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.field_grid import FieldGrid
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.text_fields import SearchBox

_FOUND = 5

_Area = areas.Province | areas.District | areas.Tambon


class _AreaSearch(SearchBox):
    def retranslate(self) -> None:
        self.setPlaceholderText(self.tr("พิมพ์ชื่อตำบลหรืออำเภอ เช่น แม่สวด"))
        self.setAccessibleName(self.tr("ค้นหาตำบล"))


class AreaPicker(Adaptive, QWidget):
    """`picked` carries the six-digit code of a tambon, "" while none is chosen."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = _AreaSearch()
        self._found_host = QWidget()
        self._found = QVBoxLayout(self._found_host)
        self._found.setContentsMargins(8, 0, 0, 0)
        self._found.setSpacing(2)
        self._nothing = ThaiLabel("", "caption")
        self.province = ChoiceField()
        self.district = ChoiceField()
        self.tambon = ChoiceField()
        self._rows = [FormRow(field) for field in (self.province, self.district, self.tambon)]
        choices = FieldGrid()
        for row in self._rows:
            choices.add(row, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self._found_host)
        column.addWidget(choices)
        column.addStretch(1)
        self._nothing.hide()
        self._found_host.hide()
        self.setFocusProxy(self.search)
        self.search.searched.connect(self._on_searched)
        self.province.chosen.connect(self._on_province)
        self.district.chosen.connect(self._on_district)
        self.tambon.chosen.connect(lambda code: self.picked.emit(code))
        self.adapt()

    def value(self) -> str:
        """The code of the tambon, or ""."""
        return self.tambon.value()

    def set_value(self, code: str) -> None:
        """Show this tambon with its district and province."""
        found = areas.tambon(code)
        if found is None:
            return
        self.province.set_value(found.province.code)
        self._fill_districts()
        self.district.set_value(found.district.code)
        self._fill_tambons()
        self.tambon.set_value(found.code)

    def offered(self) -> list[Button]:
        """The places found by what is typed."""
        return self._found_host.findChildren(Button)

    def retranslate(self) -> None:
        for row, words in zip(
            self._rows, (self.tr("จังหวัด"), self.tr("อำเภอ"), self.tr("ตำบล")), strict=True
        ):
            row.set_words(words)
        self._nothing.set_text(self.tr("ไม่พบตำบลนี้ ลองพิมพ์สั้นลง หรือเลือกจากจังหวัดด้านล่าง"))
        self.province.set_choices([(each.code, _name(each)) for each in areas.provinces()])
        self._fill_districts()
        self._fill_tambons()

    def redress(self) -> None:
        # Its rows say their height only for a width, which a form does not ask of a field.
        self.setMinimumHeight(theme().px(160))

    def _fill_districts(self) -> None:
        found = areas.districts(self.province.value())
        self.district.set_choices([(each.code, _name(each)) for each in found])
        self.district.setEnabled(bool(found))

    def _fill_tambons(self) -> None:
        found = areas.tambons(self.district.value())
        self.tambon.set_choices([(each.code, _name(each)) for each in found])
        self.tambon.setEnabled(bool(found))

    def _on_province(self, _code: str) -> None:
        self.district.set_value("")
        self.tambon.set_value("")
        self._fill_districts()
        self._fill_tambons()
        self.picked.emit("")

    def _on_district(self, _code: str) -> None:
        self.tambon.set_value("")
        self._fill_tambons()
        self.picked.emit("")

    def _on_searched(self, text: str) -> None:
        for button in self.offered():
            button.hide()
            button.setParent(None)
            button.deleteLater()
        found = areas.search(text, _FOUND) if text.strip() else []
        for area in found:
            button = Button(area.address(language().value), "link", "map-pin")
            button.clicked.connect(lambda _checked, code=area.code: self._take(code))
            self._found.addWidget(button)
        self._found_host.setVisible(bool(found))
        self._nothing.setVisible(bool(text.strip()) and not found)

    def _take(self, code: str) -> None:
        self.set_value(code)
        self.search.clear()
        self.tambon.setFocus()
        self.picked.emit(code)


def _name(area: _Area) -> str:
    return area.name_en if language() is Language.ENGLISH else area.name_th
