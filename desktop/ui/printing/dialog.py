"""The printing dialog: which plans, how they look, and where the file goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.reports.paper_data import PaperOptions
from desktop.ui.printing.papers import Paper
from desktop.ui.printing.places import Places, SystemPlaces
from desktop.ui.printing.wish import PrintWish, Scope, free_name, with_ending
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choice_popup import Choice
from desktop.ui.widgets.choices import ChoiceField, MultiChoice
from desktop.ui.widgets.labels import IconLabel, Separator, ThaiLabel

_SCOPES: tuple[Scope, ...] = ("all", "villages", "selected")


class PrintDialog(Adaptive, QDialog):
    """`wished` carries a PrintWish when the person presses the button."""

    wished = Signal(object)

    def __init__(
        self,
        paper: Paper,
        folder: Path,
        file_name: str,
        options: PaperOptions,
        parent: QWidget | None = None,
        *,
        villages: Sequence[Choice] = (),
        selected: int = 0,
        per_village: bool = False,
        sensitive_allowed: bool = True,
        places: Places | None = None,
    ) -> None:
        super().__init__(parent)
        self._paper, self._many = paper, "many" in paper.asks
        self._folder = folder
        self._file = free_name(folder, file_name, ".pdf")
        self._selected = selected
        self._places: Places = places or SystemPlaces()
        self._title = ThaiLabel("", "title")
        self._make_scope(villages)
        self._make_looks(options, per_village)
        self._make_target()
        self.print_button = Button("", "primary", "file-text")
        self.look_button = Button("", "secondary", "printer")
        self.cancel_button = Button("", "secondary")
        self._lay_out(sensitive_allowed)
        self._connect()
        self.setSizeGripEnabled(False)
        self.adapt()
        self._check()
        self.print_button.setFocus()

    def wish(self) -> PrintWish:
        """What is chosen now."""
        per_village = self._many and self.per_village.isChecked()
        checked = self._scopes.checkedId()
        return PrintWish(
            target=self._folder if per_village else self._file,
            options=PaperOptions(
                language=self.language.value() or "th",
                thai_digits=self.thai_digits.isChecked(),
                include_sensitive=self.sensitive.isChecked() and not self.sensitive.isHidden(),
                hide_small_cells=self.hide_small.isChecked(),
                cover_list=self.cover_list.isChecked(),
                signature_sheet=self.signature_sheet.isChecked(),
                by_village=self.by_village.isChecked(),
                whole_numbers=self.whole_numbers.isChecked() and not self.whole_numbers.isHidden(),
            ),
            scope=_SCOPES[checked] if checked >= 0 else "all",
            villages=self.villages.value() if checked == 1 else (),
            only_changed=self.only_changed.isChecked(),
            begin=self.begin.isChecked(),
            per_village=per_village,
        )

    def retranslate(self) -> None:
        title = self._paper.wish()
        self._title.set_text(title)
        self.setWindowTitle(title)
        self._who.set_text(self.tr("พิมพ์ของใคร"))
        self.all_scope.setText(self.tr("ทุกคนที่มีแผน"))
        self.village_scope.setText(self.tr("เฉพาะหมู่บ้านที่เลือก"))
        self.selected_scope.setText(self.tr("%n คนที่เลือกไว้ในรายการ", "", self._selected))
        self.villages.setAccessibleName(self.tr("หมู่บ้าน"))
        self.only_changed.setText(self.tr("เฉพาะแผนที่เปลี่ยนไปจากที่พิมพ์ครั้งก่อน"))
        self.begin.setText(self.tr("แผ่นเริ่มต้นสำหรับคนที่ยังไม่มีแผนด้วย (เติมด้วยปากกา)"))
        self._look.set_text(self.tr("หน้าตาของเอกสาร"))
        self._language_word.set_text(self.tr("ภาษา"))
        self.language.set_choices([("th", self.tr("ไทย")), ("en", self.tr("อังกฤษ"))])
        self.language.setAccessibleName(self.tr("ภาษาของเอกสาร"))
        self.thai_digits.setText(self.tr("ใช้เลขไทย ๑ ๒ ๓"))
        self.cover_list.setText(self.tr("มีรายชื่อนำหน้า"))
        self.signature_sheet.setText(self.tr("มีใบลงชื่อรวม"))
        self.hide_small.setText(self.tr("ซ่อนจำนวน 1 ถึง 4 คน สำหรับใช้นอกหน่วยงาน"))
        self.by_village.setText(self.tr("แยกตามหมู่บ้าน มียอดรวมแต่ละหมู่"))
        self.whole_numbers.setText(self.tr("แสดงเลขประจำตัวครบทุกหลัก"))
        self.sensitive.setText(self.tr("รวมข้อมูลอ่อนไหว"))
        self._warning.set_text(
            self.tr("มีเรื่องสุขภาพ ความพิการ หรือคดี ให้เฉพาะผู้ที่ต้องรู้ และเก็บกระดาษไว้ในที่ล็อกได้")
        )
        self._where.set_text(self.tr("เก็บไว้ที่"))
        self.per_village.setText(self.tr("แยกหนึ่งแฟ้มต่อหนึ่งหมู่บ้าน"))
        self.change_place.setText(self.tr("เปลี่ยนที่เก็บ"))
        self.print_button.setText(self.tr("ทำเป็น PDF"))
        self.look_button.setText(self.tr("ดูก่อนพิมพ์"))
        self.cancel_button.setText(self.tr("ยกเลิก"))
        self._show_target()

    def redress(self) -> None:
        self.setFixedWidth(theme().px(840 if self._many else 560))
        self._village_room.setFixedHeight(150)

    def _make_scope(self, villages: Sequence[Choice]) -> None:
        self._who = ThaiLabel("", "section")
        self._scopes = QButtonGroup(self)
        self.all_scope, self.village_scope = QRadioButton(), QRadioButton()
        self.selected_scope = QRadioButton()
        for number, button in enumerate((self.all_scope, self.village_scope, self.selected_scope)):
            self._scopes.addButton(button, number)
        self.villages = MultiChoice(villages)
        # Thirteen villages as chips are taller than a laptop leaves room for.
        self._village_room = QScrollArea()
        self._village_room.setWidgetResizable(True)
        self._village_room.setFrameShape(QFrame.Shape.NoFrame)
        self._village_room.setWidget(self.villages)
        self.only_changed, self.begin = QCheckBox(), QCheckBox()

    def _make_looks(self, options: PaperOptions, per_village: bool) -> None:
        self._look = ThaiLabel("", "section")
        self._language_word = ThaiLabel("", "field", wrap=False)
        self.language = ChoiceField([("th", "ไทย"), ("en", "อังกฤษ")])
        self.language.set_value(options.language)
        self.thai_digits, self.cover_list = QCheckBox(), QCheckBox()
        self.signature_sheet, self.hide_small = QCheckBox(), QCheckBox()
        self.sensitive, self.per_village = QCheckBox(), QCheckBox()
        self.by_village, self.whole_numbers = QCheckBox(), QCheckBox()
        self.by_village.setChecked(options.by_village)
        self.thai_digits.setChecked(options.thai_digits)
        self.cover_list.setChecked(options.cover_list)
        self.signature_sheet.setChecked(options.signature_sheet)
        self.hide_small.setChecked(True)
        self.per_village.setChecked(per_village)
        self._warning = ThaiLabel("", "warning")

    def _make_target(self) -> None:
        self._where = ThaiLabel("", "section")
        self._target = ThaiLabel("", "muted")
        self.change_place = Button("", "secondary", "folder-open")

    def _lay_out(self, sensitive_allowed: bool) -> None:
        many, asks = self._many, self._paper.asks
        scope, looks = QFrame(), QFrame()
        inside = QVBoxLayout(scope)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for part in (
            self._who, self.all_scope, self.village_scope, self._village_room, self.selected_scope,
            self.only_changed, self.begin,
        ):  # fmt: skip
            inside.addWidget(part)
        inside.addStretch(1)
        self._lay_out_looks(looks)
        halves = QHBoxLayout()
        halves.setSpacing(32)
        halves.addWidget(scope, 1)
        halves.addWidget(looks, 1)
        place = QHBoxLayout()
        place.setSpacing(12)
        place.addWidget(self._target, 1)
        place.addWidget(self.change_place)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.look_button)
        buttons.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addLayout(halves)
        column.addSpacing(4)
        column.addWidget(Separator())
        column.addWidget(self._where)
        column.addLayout(place)
        column.addSpacing(8)
        column.addLayout(buttons)
        # Hidden only now that they have a parent: before, a widget would open as a window.
        scope.setVisible(many)
        self.selected_scope.setVisible(many and self._selected > 0)
        (self.selected_scope if self._selected else self.all_scope).setChecked(True)
        self._village_room.setVisible(False)
        for part in (self.cover_list, self.signature_sheet, self.per_village):
            part.setVisible(many)
        self.hide_small.setVisible("small_counts" in asks)
        self.by_village.setVisible("by_village" in asks)
        self.whole_numbers.setVisible("whole_numbers" in asks and sensitive_allowed)
        self.sensitive.setVisible("sensitive" in asks and sensitive_allowed)
        self._show_caution(False)

    def _lay_out_looks(self, looks: QWidget) -> None:
        tongue = QHBoxLayout()
        tongue.setSpacing(12)
        tongue.addWidget(self._language_word)
        tongue.addWidget(self.language, 1)
        caution = QHBoxLayout()
        caution.setContentsMargins(30, 0, 0, 0)
        caution.setSpacing(6)
        self._caution_sign = IconLabel("triangle-alert", "warning", 16)
        caution.addWidget(self._caution_sign, 0, Qt.AlignmentFlag.AlignTop)
        caution.addWidget(self._warning, 1)
        column = QVBoxLayout(looks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._look)
        column.addLayout(tongue)
        for part in (
            self.thai_digits, self.cover_list, self.signature_sheet, self.hide_small,
            self.per_village, self.by_village, self.whole_numbers, self.sensitive,
        ):  # fmt: skip
            column.addWidget(part)
        column.addLayout(caution)
        column.addStretch(1)

    def _connect(self) -> None:
        self.village_scope.toggled.connect(self._on_village_scope)
        self.villages.changed.connect(lambda _codes: self._check())
        self.sensitive.toggled.connect(self._show_caution)
        self.per_village.toggled.connect(lambda _on: self._show_target())
        self.per_village.toggled.connect(lambda _on: self._check())
        self.change_place.clicked.connect(self._on_change_place)
        self.cancel_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._on_print)
        self.look_button.clicked.connect(lambda: self._on_print(look=True))

    def _on_village_scope(self, chosen: bool) -> None:
        self._village_room.setVisible(chosen)
        self._check()
        self._fit()

    def _check(self) -> None:
        named = self._scopes.checkedId() != 1 or bool(self.villages.value())
        self.print_button.setEnabled(named)
        self.look_button.setEnabled(named and not self.per_village.isChecked())

    def _show_caution(self, on: bool) -> None:
        self._warning.setVisible(on)
        self._caution_sign.setVisible(on)
        self._fit()

    def _fit(self) -> None:
        """Grow or shrink to what is shown, once the layouts have seen it."""
        if self.isVisible():
            QTimer.singleShot(0, self, self.adjustSize)

    def _show_target(self) -> None:
        folder = self._many and self.per_village.isChecked()
        path = self._folder if folder else self._file
        shown = str(path) if folder else f"{path.name}\n{path.parent}"
        self._target.set_text(shown)
        self._target.setToolTip(str(path))

    def _on_change_place(self) -> None:
        title = self.tr("เก็บไว้ที่")
        if self._many and self.per_village.isChecked():
            found = self._places.ask_folder(self, title, self._folder)
            if found is not None:
                self._folder = found
        else:
            kinds = self.tr("เอกสาร PDF (*.pdf)")
            found = self._places.ask_file(self, title, self._file, kinds)
            if found is not None:
                self._file = with_ending(found, ".pdf")
                self._folder = self._file.parent
        self._show_target()

    def _on_print(self, *, look: bool = False) -> None:
        wish = replace(self.wish(), look=look)
        self.accept()
        self.wished.emit(wish)
