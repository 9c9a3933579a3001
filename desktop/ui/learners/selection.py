"""What can be done with the people selected, or with all that are listed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.services.roles import Right
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choice_popup import Choice, ChoicePopup
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel


class SelectionBar(Adaptive, QWidget):
    """Stands under the list. `print_wanted` and `export_wanted` carry whether all are meant."""

    print_wanted = Signal(bool)
    export_wanted = Signal(bool)
    group_chosen = Signal(str)
    courses_wanted = Signal()
    course_chosen = Signal(str)
    hide_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selected = 0
        self._listed = 0
        self._groups: list[Choice] = []
        self._popup: ChoicePopup | None = None
        self._courses: ChoicePopup | None = None
        self.words = ThaiLabel("", "muted", wrap=False)
        self.print_button = Button("", "secondary", "printer")
        self.export_button = Button("", "secondary", "file-spreadsheet")
        self.group_button = Button("", "secondary", "users-round")
        self.course_button = Button("", "secondary", "graduation-cap")
        self.hide_button = Button("", "quiet", "eye-off")
        self.print_button.clicked.connect(self.choose_print)
        self.export_button.clicked.connect(self.choose_export)
        self.group_button.clicked.connect(self._on_group)
        self.course_button.clicked.connect(self.courses_wanted)
        self.hide_button.clicked.connect(self.hide_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (
            self.print_button, self.export_button, self.group_button, self.course_button,
            self.hide_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        row = Folding(8)
        row.add(self.words, 1)
        row.add(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self.adapt()

    def set_groups(self, groups: list[Choice]) -> None:
        """Target groups to add people to."""
        self._groups = groups

    def allow(self, rights: frozenset[Right]) -> None:
        """Show what the person may do; who may do nothing here sees no bar."""
        for button, right in (
            (self.print_button, Right.PRINT),
            (self.export_button, Right.EXPORT),
            (self.group_button, Right.WRITE),
            (self.course_button, Right.WRITE),
            (self.hide_button, Right.DELETE),
        ):
            button.setVisible(right in rights)
        self.setHidden(rights.isdisjoint({Right.PRINT, Right.EXPORT, Right.WRITE, Right.DELETE}))

    def show_counts(self, selected: int, listed: int) -> None:
        """How many are selected, of how many listed."""
        self._selected, self._listed = selected, listed
        self.retranslate()

    def retranslate(self) -> None:
        self.words.set_text(
            self.tr("เลือกไว้ %n คน", "", self._selected)
            if self._selected
            else self.tr("เลือกหลายคนพร้อมกันได้ด้วยปุ่ม Ctrl หรือ Shift")
        )
        self.print_button.setText(self.tr("พิมพ์แผน"))
        self.export_button.setText(self.tr("ส่งออก"))
        self.group_button.setText(self.tr("เพิ่มเข้ากลุ่ม"))
        self.course_button.setText(self.tr("เข้ากิจกรรม"))
        self.hide_button.setText(self.tr("ซ่อน"))
        self.hide_button.setToolTip(self.tr("ซ่อนจากรายการ เลิกทำได้ ข้อมูลไม่หาย"))
        for button in (self.print_button, self.export_button):
            button.setEnabled(self._listed > 0)
        for button in (self.group_button, self.course_button, self.hide_button):
            button.setEnabled(self._selected > 0)

    def choose_print(self) -> None:
        """Ask whose plans are meant where that is not plain."""
        self._choose(self.print_button, self.print_wanted.emit)

    def choose_export(self) -> None:
        """Ask whose rows are meant where that is not plain."""
        self._choose(self.export_button, self.export_wanted.emit)

    def _choose(self, button: Button, act: Callable[[bool], None]) -> None:
        if not self._listed:
            return
        if not self._selected or self._selected == self._listed:
            act(not self._selected)
            return
        menu = QMenu(self)
        chosen = menu.addAction(self.tr("เฉพาะที่เลือก %n คน", "", self._selected))
        chosen.triggered.connect(lambda: act(False))
        every = menu.addAction(self.tr("ทุกคนในรายการ %n คน", "", self._listed))
        every.triggered.connect(lambda: act(True))
        menu.setActiveAction(chosen)
        place = button.mapToGlobal(button.rect().topLeft())
        menu.popup(place - QPoint(0, menu.sizeHint().height()))

    def _on_group(self) -> None:
        if self._popup is None:
            self._popup = ChoicePopup(self)
            self._popup.picked.connect(self.group_chosen)
        self._popup.open_under(self.group_button, self._groups)

    def offer_courses(self, courses: list[Choice]) -> None:
        """Ask which of these courses they are to be taken into."""
        if self._courses is None:
            self._courses = ChoicePopup(self)
            self._courses.picked.connect(self.course_chosen)
        self._courses.open_under(self.course_button, courses)
