"""Second step of the import: what each column of the file holds."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.exchange.columns import Column
from desktop.services.rosters.importing import ImportPreview
from desktop.ui.importing.words import ImportWords
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.labels import OneLine, Separator, StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.scrolling import Scrolling

_SURE = 0.85
_SHOWN_SAMPLES = 3
# From this width on, at 100 %, samples stand beside their headings.
_BESIDE = 760
# Several columns may say nothing, and several may be left out.
_SHARED = frozenset({"", "ignore", "order"})


class ColumnsPage(Adaptive, QWidget):
    """Each heading with samples from below it and the field it was taken for."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._remembered = False
        self._mapping: dict[str, str] = {}
        self._guessed: dict[str, str] = {}
        self.fields: dict[str, ChoiceField] = {}
        self._pills: dict[str, StatusPill] = {}
        self.note = Banner()
        self._inside = QWidget()
        self._inside.setProperty("surface", "scroll")
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        # The page may be made narrower than its columns stand beside one another: then the samples
        # go below the headings.
        self._narrow = False
        scroll = Scrolling(self._inside)
        scroll.setMinimumWidth(1)
        card = Card()
        card.body.addWidget(scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.note)
        column.addWidget(card, 1)
        self.adapt()

    def show_preview(self, preview: ImportPreview) -> None:
        """Show the columns as they were guessed or remembered."""
        found: dict[str, Column] = {}
        for sheet in preview.roster.tables:
            for each in sheet.columns:
                found.setdefault(each.label, each)
        self._columns = tuple(found.values())
        self._remembered = preview.remembered
        self._guessed = {each.label: each.field for each in self._columns}
        self._mapping = dict(self._guessed)
        self._fill()

    @property
    def mapping(self) -> dict[str, str]:
        """Column label to field, as the person left it."""
        return dict(self._mapping)

    @property
    def corrected(self) -> bool:
        """Whether the person changed anything."""
        return self._mapping != self._guessed

    @property
    def problem(self) -> str:
        """What keeps the columns from being used, or ""."""
        counts = Counter(self._mapping.values())
        words = dict(ImportWords().fields())
        for field, count in counts.items():
            if count > 1 and field not in _SHARED:
                said = self.tr("มีสองคอลัมน์ที่เลือกเป็น “{field}” ให้เหลือคอลัมน์เดียว")
                return said.replace("{field}", words[field])
        if not {"name", "given", "identity"} & counts.keys():
            return self.tr("ยังไม่มีคอลัมน์ชื่อ เลือกว่าคอลัมน์ไหนคือชื่อ")
        return ""

    def in_doubt(self) -> ChoiceField | None:
        """The first field that a person should look at, None where all are known."""
        if self._remembered and not self.problem:
            return None
        return next(
            (
                self.fields[each.label]
                for each in self._columns
                if self._mapping[each.label] == self._guessed[each.label]
                and (not each.field or each.confidence < _SURE)
            ),
            next(iter(self.fields.values())) if self.problem and self.fields else None,
        )

    def retranslate(self) -> None:
        self._fill()

    def redress(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < theme().px(_BESIDE)
        if narrow != self._narrow:
            self._narrow = narrow
            self._fill()

    def _fill(self) -> None:
        clear_layout(self._grid)
        self._grid.setColumnMinimumWidth(2, theme().px(200 if self._narrow else 250))
        self.fields, self._pills = {}, {}
        heads = (
            self.tr("หัวคอลัมน์ในแฟ้ม"), self.tr("ตัวอย่างข้อมูล"), self.tr("คือช่องใด"), "",
        )  # fmt: skip
        for place, head in enumerate(heads):
            if place != 1 or not self._narrow:
                self._grid.addWidget(ThaiLabel(head, "caption", wrap=False), 0, place)
        choices = ImportWords().fields()
        for number, each in enumerate(self._columns):
            line = number * 2 + 1
            heading = each.heading or self.tr("(ไม่มีหัว)")
            title = ThaiLabel(f"{each.letters}  {heading}", "strong")
            said = " · ".join(each.samples[:_SHOWN_SAMPLES]) or self.tr("ว่างทั้งคอลัมน์")
            samples = OneLine(said, "muted") if self._narrow else ThaiLabel(said, "muted")
            if self._narrow:
                box = QVBoxLayout()
                box.setSpacing(0)
                box.addWidget(title)
                box.addWidget(samples)
                self._grid.addLayout(box, line, 0)
            else:
                self._grid.addWidget(title, line, 0)
                self._grid.addWidget(samples, line, 1)
            field = ChoiceField(choices)
            field.set_value(self._mapping[each.label])
            field.setAccessibleName(f"{self.tr('คือช่องใด')} {heading}")
            field.chosen.connect(lambda code, label=each.label: self._on_chosen(label, code))
            self.fields[each.label] = field
            self._grid.addWidget(field, line, 2)
            pill = StatusPill()
            self._pills[each.label] = pill
            self._grid.addWidget(pill, line, 3)
            self._grid.addWidget(Separator(), line + 1, 0, 1, 4)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 0 if self._narrow else 3)
        self._grid.setColumnStretch(2, 2)
        self._grid.setRowStretch(len(self._columns) * 2 + 1, 1)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._say()

    def _say(self) -> None:
        for each in self._columns:
            pill, chosen = self._pills[each.label], self._mapping[each.label]
            if chosen != self._guessed[each.label]:
                pill.set_state(self.tr("แก้แล้ว"), "info", "pencil")
            elif self._remembered:
                pill.set_state(self.tr("จำจากครั้งก่อน"), "info", "history")
            elif not chosen:
                pill.set_state(self.tr("ยังไม่รู้จัก"), "warning")
            elif each.confidence < _SURE:
                pill.set_state(self.tr("เดา ให้ตรวจ"), "warning")
            else:
                pill.set_state(self.tr("รู้จัก"), "success")
        if self.problem:
            self.note.say(self.problem, "danger")
        elif self._remembered:
            self.note.say(self.tr("แฟ้มแบบนี้เคยนำเข้าแล้ว จึงใช้คอลัมน์ตามที่แก้ไว้ครั้งก่อน"), "info")
        else:
            self.note.hide()

    def _on_chosen(self, label: str, code: str) -> None:
        self._mapping[label] = code
        self._say()
        self.changed.emit()
