"""Villages and hamlets: a table, and what is known of the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.centre import VillageLine
from desktop.services.entries import Entry
from desktop.ui import wording
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.settings.menu import RENUMBER
from desktop.ui.settings.page import Page
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.table_model import Column, DataclassTableModel
from desktop.ui.widgets.text_fields import TextField

FIELDS = (
    FieldSpec("name", 12),
    FieldSpec("households", 6),
    FieldSpec("people", 6),
    FieldSpec("flood_months", 12),
    FieldSpec("closed_months", 12),
    FieldSpec("work_months", 12),
    FieldSpec("festival_months", 12),
    FieldSpec("income_months", 12),
    FieldSpec("note", 12),
)


class _Table(DataTable[VillageLine]):
    def __init__(self) -> None:
        columns: list[Column[VillageLine]] = [
            Column("moo", lambda: self.tr("หมู่"), lambda row: row.moo, width=56),
            Column("name", lambda: self.tr("หมู่บ้าน"), lambda row: row.name, width=0),
            Column(
                "learners",
                lambda: self.tr("ผู้เรียนรู้"),
                lambda row: f"{row.learners:,}",
                width=96,
                numeric=True,
            ),
            Column(
                "hamlets",
                lambda: self.tr("หย่อมบ้าน"),
                lambda row: f"{len(row.hamlets):,}" if row.hamlets else "",
                width=96,
                numeric=True,
                spare=1,
            ),
        ]
        super().__init__(DataclassTableModel(columns, lambda row: row.id))
        self.view.setSortingEnabled(False)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_name(self.tr("หมู่บ้าน"))
        self.empty.set_icon("house", "muted")
        self.empty.set_words(
            self.tr("ยังไม่มีหมู่บ้าน"), self.tr("พิมพ์เลขหมู่ด้านบนแล้วกด เพิ่ม หรือนำเข้ารายชื่อ หมู่บ้านจะมาเอง")
        )


class VillagesPage(Page):
    """`village_added(moo)`, `village_edited(id, {field: value})`, `renumbered(id, moo)`,
    `hide_wanted(id)`, `hamlet_added(village, name)`, `hamlet_renamed(id, name)`,
    `hamlet_hidden(id)`.
    """

    village_added = Signal(str)
    village_edited = Signal(object, object)
    renumbered = Signal(object, str)
    hide_wanted = Signal(object)
    hamlet_added = Signal(object, str)
    hamlet_renamed = Signal(object, str)
    hamlet_hidden = Signal(object)

    def __init__(self) -> None:
        super().__init__(scrolls=False)
        self._villages: dict[UUID, VillageLine] = {}
        self._shown: UUID | None = None
        self.table = _Table()
        self.new_moo = TextField()
        self.add_button = Button("", "secondary", "plus")
        self.form = RecordForm("village", FIELDS)
        self._hamlets_host = QWidget()
        self._hamlets = QVBoxLayout(self._hamlets_host)
        self._hamlets.setContentsMargins(0, 0, 0, 0)
        self._hamlets.setSpacing(4)
        self._hamlet_fields: dict[UUID, TextField] = {}
        self._hamlets_title = ThaiLabel("", "field")
        self.new_hamlet = TextField()
        self.hamlet_button = Button("", "secondary", "plus")
        self.other_moo = TextField()
        self._other_row = FormRow(self.other_moo)
        self.renumber_button = Button("", "secondary", "pencil")
        self._asked = False  # for another number, before the villages were there
        self.hide_button = Button("", "quiet", "trash-2")
        self._card = Card()
        self.detail = Scrolling(self._card)
        self._lay_out()
        self.table.current_changed.connect(self._show_village)
        self.add_button.clicked.connect(self._on_add)
        self.new_moo.returnPressed.connect(self._on_add)
        self.form.edited.connect(self._save)
        self.hamlet_button.clicked.connect(self._on_hamlet)
        self.new_hamlet.returnPressed.connect(self._on_hamlet)
        self.renumber_button.clicked.connect(self._on_renumber)
        self.other_moo.returnPressed.connect(self._on_renumber)
        self.hide_button.clicked.connect(self._on_hide)
        self.detail.hide()
        self.adapt()

    def show_villages(self, villages: Sequence[VillageLine]) -> None:
        """Show these; the one chosen stays chosen."""
        self._villages = {each.id: each for each in villages}
        kept = self._shown
        self.table.model.set_rows(list(villages))
        self.table.show_table()
        if kept in self._villages:
            self._show_village(kept)
        elif villages:
            self.table.go_to(villages[0].id)
        else:
            self._show_village(None)
        if self._asked:
            self.do(RENUMBER)

    def do(self, what: str) -> None:
        """RENUMBER: put the keyboard to the number of the village that is chosen."""
        self._asked = what == RENUMBER and self._shown is None
        if what == RENUMBER and self._shown is not None:
            self.other_moo.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(
                0, self, lambda: self.detail.ensureWidgetVisible(self.renumber_button)
            )

    def moo_changed(self) -> None:
        """The village has its other number."""
        self.other_moo.set_value("")
        self._other_row.set_error("")

    def moo_refused(self, error: Exception) -> None:
        """Say beside the number why the village cannot have it."""
        self._other_row.set_error(wording.sentence(error))
        self.other_moo.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_moo(self, moo: str) -> None:
        """Choose a village by its number."""
        for each in self._villages.values():
            if each.moo == moo:
                self.table.go_to(each.id)

    def village_noted(self, moo: str) -> None:
        """The new village is stored."""
        if self.new_moo.value().strip() == moo:
            self.new_moo.set_value("")

    def hamlet_noted(self, name: str) -> None:
        """The new hamlet is stored."""
        self.banner.dismiss()
        if self.new_hamlet.value().strip() == name:
            self.new_hamlet.set_value("")

    def retranslate(self) -> None:
        self.set_words(
            self.tr("หมู่บ้านและหย่อมบ้าน"), self.tr("เดือนที่น้ำหลากทำให้หน้า วันนี้ เตือนล่วงหน้าก่อนทางขาด")
        )
        self.new_moo.setPlaceholderText(self.tr("หมู่ที่"))
        self.new_moo.setAccessibleName(self.tr("เลขหมู่ของหมู่บ้านใหม่"))
        self.add_button.setText(self.tr("เพิ่มหมู่บ้าน"))
        self._hamlets_title.set_text(self.tr("หย่อมบ้าน"))
        self.new_hamlet.setPlaceholderText(self.tr("ชื่อหย่อมบ้าน"))
        self.new_hamlet.setAccessibleName(self.tr("ชื่อหย่อมบ้านใหม่"))
        self.hamlet_button.setText(self.tr("เพิ่ม"))
        self.renumber_button.setText(self.tr("เปลี่ยนเลขหมู่"))
        self.hide_button.setText(self.tr("เอาหมู่บ้านนี้ออก"))
        if self._shown is not None:
            self._show_village(self._shown)

    def redress(self) -> None:
        super().redress()
        # The words of an empty table are wider than the table needs to be.
        self.table.setMinimumWidth(theme().px(300))

    def flush(self) -> None:
        self.form.flush()
        for field in self._hamlet_fields.values():
            field.flush()

    def _lay_out(self) -> None:
        add = QHBoxLayout()
        add.addWidget(self.new_moo)
        add.addWidget(self.add_button)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(add)
        left.addWidget(self.table, 1)
        body = self._card.body
        body.setSpacing(10)
        body.addWidget(self.form)
        body.addWidget(self._hamlets_title)
        body.addWidget(self._hamlets_host)
        more = QHBoxLayout()
        more.addWidget(self.new_hamlet, 1)
        more.addWidget(self.hamlet_button)
        body.addLayout(more)
        number = QHBoxLayout()
        number.addWidget(self._other_row, 1)
        number.addWidget(self.renumber_button, 0, Qt.AlignmentFlag.AlignBottom)
        body.addLayout(number)
        body.addStretch(1)
        body.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignLeft)
        row = Folding()
        row.add(left, 5)
        row.add(self.detail, 4)
        self.content.addWidget(row, 1)

    def _show_village(self, village_id: object) -> None:
        self.detail.begin_for(village_id)
        if self._shown is not None and self._shown != village_id:
            self.flush()
        line = self._villages.get(village_id) if isinstance(village_id, UUID) else None
        same = line is not None and line.id == self._shown
        self._shown = line.id if line else None
        self.detail.setVisible(line is not None)
        if line is None:
            return
        self._card.set_title(self.tr("หมู่ {moo}").replace("{moo}", line.moo))
        self.form.show_values(line.village.values, keep=same)
        self._other_row.set_words(
            self.tr("เลขหมู่ใหม่"),
            self.tr("มีผู้เรียนรู้ %n คนในหมู่นี้ ทุกคนจะอยู่ในเลขใหม่ เปลี่ยนกลับได้", "", line.learners),
        )
        if not same:
            self.moo_changed()
        self._fill_hamlets(line.hamlets)

    def _fill_hamlets(self, hamlets: Sequence[Entry]) -> None:
        if [*self._hamlet_fields] == [each.id for each in hamlets]:
            for hamlet in hamlets:
                field = self._hamlet_fields[hamlet.id]
                if not field.hasFocus() and not field.unsaved:
                    field.set_value(hamlet.text("name"))
            return
        for field in self._hamlet_fields.values():
            field.flush()
        clear_layout(self._hamlets)
        self._hamlet_fields.clear()
        for hamlet in hamlets:
            field = self._hamlet_fields[hamlet.id] = TextField()
            field.set_value(hamlet.text("name"))
            field.setAccessibleName(self.tr("ชื่อหย่อมบ้าน"))
            field.autosave.connect(
                lambda text, known=hamlet.id: self.hamlet_renamed.emit(known, text)
            )
            away = IconButton("x", self.tr("เอาหย่อมบ้านออก"))
            away.clicked.connect(lambda _on, known=hamlet.id: self.hamlet_hidden.emit(known))
            host = QWidget()
            row = QHBoxLayout(host)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(field, 1)
            row.addWidget(away)
            self._hamlets.addWidget(host)

    def _save(self, name: str, value: Any) -> None:
        if self._shown is not None:
            self.village_edited.emit(self._shown, {name: value})

    def _on_add(self) -> None:
        moo = self.new_moo.value().strip()
        if moo:
            self.village_added.emit(moo)
        else:
            self.new_moo.setFocus()

    def _on_hamlet(self) -> None:
        name = self.new_hamlet.value().strip()
        if name and self._shown is not None:
            self.hamlet_added.emit(self._shown, name)

    def _on_renumber(self) -> None:
        moo = self.other_moo.value().strip()
        if moo and self._shown is not None:
            self.flush()
            self.renumbered.emit(self._shown, moo)
        else:
            self.other_moo.setFocus()

    def _on_hide(self) -> None:
        if self._shown is not None:
            self.hide_wanted.emit(self._shown)
