"""The HETT framework in the centre's own words: each indicator and what its levels mean."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from desktop.models.framework import Framework
from desktop.ui.settings.page import Page, put
from desktop.ui.translation import Language, language
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.hett_style import DimensionMark
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.text_fields import TextArea, TextField

_CODE = Qt.ItemDataRole.UserRole
_LEVELS = (1, 2, 3, 4)


class HettPage(Page):
    """`named(code, words)`, `level_worded(code, level, words)`, `shown(code, bool)`,
    `added(dimension, words)`: words in the language of the screens.
    """

    named = Signal(str, str)
    level_worded = Signal(str, int, str)
    shown = Signal(str, bool)
    added = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(scrolls=False)
        self._framework: Framework | None = None
        self._code = ""
        self.indicators = QListWidget()
        self.name = TextField()
        self.name_row = FormRow(self.name)
        self.asked = QCheckBox()
        self.levels = {level: TextArea(2) for level in _LEVELS}
        self.level_rows = {level: FormRow(field) for level, field in self.levels.items()}
        self.new_name = TextField()
        self.add_button = Button("", "secondary", "plus")
        self._mark_place = QHBoxLayout()
        self._mark: DimensionMark | None = None
        self._note = ThaiLabel("", "caption")
        self._card = Card()
        self.detail = Scrolling(self._card)
        body = self._card.body
        body.setSpacing(8)
        body.addLayout(self._mark_place)
        body.addWidget(self.name_row)
        body.addWidget(self.asked, 0, Qt.AlignmentFlag.AlignLeft)
        for row in self.level_rows.values():
            body.addWidget(row)
        body.addWidget(self._note)
        body.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.indicators, 1)
        more = QHBoxLayout()
        more.addWidget(self.new_name, 1)
        more.addWidget(self.add_button)
        left.addLayout(more)
        row_layout = QHBoxLayout()
        row_layout.setSpacing(16)
        row_layout.addLayout(left, 4)
        row_layout.addWidget(self.detail, 6)
        self.content.addLayout(row_layout, 1)
        self.indicators.currentItemChanged.connect(lambda _now, _before: self._show_current())
        self.name.autosave.connect(lambda text: self.named.emit(self._code, text))
        self.asked.toggled.connect(lambda on: self.shown.emit(self._code, on))
        for level, field in self.levels.items():
            field.autosave.connect(
                lambda text, level=level: self.level_worded.emit(self._code, level, text)
            )
        self.add_button.clicked.connect(self._on_add)
        self.new_name.returnPressed.connect(self._on_add)
        self.adapt()

    def show_framework(self, framework: Framework) -> None:
        """Show the indicators, the one chosen kept."""
        self._framework = framework
        kept = self._code
        words = language().value
        self.indicators.blockSignals(True)
        self.indicators.clear()
        for dimension in framework.dimensions:
            head = QListWidgetItem(dimension.label(words))
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            self.indicators.addItem(head)
            # Those that are not asked stand here too: only here can they be asked again.
            own = [each for each in framework.indicators if each.dimension == dimension.code]
            for indicator in own:
                text = f"   {indicator.label(words)}"
                if indicator.hidden:
                    text += self.tr(" (ไม่ถาม)")
                item = QListWidgetItem(text)
                item.setData(_CODE, indicator.code)
                item.setToolTip(indicator.label(words))
                self.indicators.addItem(item)
        self.indicators.blockSignals(False)
        self.choose(kept or framework.indicators[0].code)

    def choose(self, code: str) -> None:
        """Show one indicator."""
        for place in range(self.indicators.count()):
            item = self.indicators.item(place)
            if item.data(_CODE) == code:
                self.indicators.setCurrentItem(item)
        self._show_current()

    def retranslate(self) -> None:
        self.set_words(
            self.tr("คำอธิบาย HETT"),
            self.tr("ปรับคำให้เข้ากับคนในพื้นที่ได้ ลบข้อความจนว่างเพื่อกลับไปใช้คำเดิม ผลประเมินเก่าไม่เปลี่ยน"),
        )
        self.indicators.setAccessibleName(self.tr("ตัวชี้วัด"))
        thai = language() is Language.THAI
        self.name_row.set_words(
            self.tr("ชื่อตัวชี้วัด (ภาษาไทย)") if thai else self.tr("ชื่อตัวชี้วัด (ภาษาอังกฤษ)")
        )
        self.asked.setText(self.tr("ใช้ถามในการประเมิน"))
        for level, row in self.level_rows.items():
            row.set_words(self.tr("ระดับ {level}").replace("{level}", str(level)))
        self.new_name.setPlaceholderText(self.tr("ตัวชี้วัดของเราเอง"))
        self.new_name.setAccessibleName(self.tr("ชื่อตัวชี้วัดใหม่ในด้านที่เลือกอยู่"))
        self.add_button.setText(self.tr("เพิ่ม"))
        self._note.set_text(self.tr("เขียนคำในภาษาที่เปิดอยู่ สลับภาษาเพื่อเขียนอีกภาษาหนึ่ง"))
        if self._framework is not None:
            self.show_framework(self._framework)

    def flush(self) -> None:
        self.name.flush()
        for field in self.levels.values():
            field.flush()

    def _show_current(self) -> None:
        item = self.indicators.currentItem()
        code = item.data(_CODE) if item is not None else None
        if not code or self._framework is None:
            return
        if code != self._code:
            self.flush()
        self._code = str(code)
        indicator = self._framework.indicator(self._code)
        words = language().value
        if self._mark is not None:
            self._mark_place.removeWidget(self._mark)
            self._mark.deleteLater()
        self._mark = DimensionMark(indicator.dimension)
        self._mark_place.addWidget(self._mark)
        put(self.name, indicator.label(words))
        self.asked.blockSignals(True)
        self.asked.setChecked(not indicator.hidden)
        self.asked.blockSignals(False)
        for level, field in self.levels.items():
            put(field, indicator.wording(level, words))

    def _on_add(self) -> None:
        name = self.new_name.value().strip()
        if name and self._framework is not None and self._code:
            self.new_name.set_value("")
            self.added.emit(self._framework.indicator(self._code).dimension, name)
