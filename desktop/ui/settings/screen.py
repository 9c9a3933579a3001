"""ตั้งค่า: the pages at the left, the one chosen at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.settings.page import Page
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.pages import Pages

_NARROW = 820  # at 100 %


@dataclass
class PageEntry:
    """A page: its key, icon, name, and how it is made with whoever answers it."""

    key: str
    icon: str
    title: Callable[[], str]
    make: Callable[[], tuple[Page, object]]
    page: Page | None = None
    presenter: object = field(default=None)


class SettingsScreen(Screen):
    """Builds a page when it is first chosen, and keeps its presenter."""

    page_changed = Signal(str)

    def __init__(self, pages: Sequence[PageEntry]) -> None:
        super().__init__()
        self._pages = {entry.key: entry for entry in pages}
        self._current = ""
        self._asked = False  # whether a page was asked for: the keyboard goes into it
        self._title = ThaiLabel("", "title", wrap=False)
        self._rail = QWidget()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        names = QVBoxLayout(self._rail)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(4)
        for entry in pages:
            button = Button("", "quiet", entry.icon)
            button.setCheckable(True)
            button.setProperty("place", "menu")
            button.clicked.connect(lambda _checked, key=entry.key: self.choose(key))
            self._group.addButton(button)
            self._buttons[entry.key] = button
            names.addWidget(button)
        names.addStretch(1)
        self._place = Pages()
        self.stack = self._place.stack
        self.menu = ChoiceField()
        self.menu.chosen.connect(self.choose)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self._rail)
        row.addWidget(self._place, 1)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self._title)
        head.addWidget(self.menu, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(row, 1)
        self.adapt()

    def choose(self, key: str) -> None:
        """Show a page; KeyError for one that is not there."""
        entry = self._pages[key]
        self._leave_page()
        if entry.page is None:
            entry.page, entry.presenter = entry.make()
            entry.page.told.connect(self.told)
            entry.page.wrote.connect(self.wrote)
            entry.page.undo_offered.connect(self.undo_offered)
            entry.page.filled.connect(self.filled)
            self.stack.addWidget(entry.page)
            entry.page.give_room(narrow=self._narrow)
        self._current = key
        menu = self._rail.focusWidget()
        self._buttons[key].setChecked(True)
        self.menu.set_value(key)
        if menu is not None and menu.hasFocus():
            self._buttons[key].setFocus()
        self.stack.setCurrentWidget(entry.page)
        self._place.updateGeometry()
        entry.page.entered.emit()
        self.title_changed.emit()
        self.page_changed.emit(key)

    def page(self, key: str) -> Page:
        """The page, built if it never was."""
        if self._pages[key].page is None:
            self.choose(key)
        page = self._pages[key].page
        assert page is not None
        return page

    def enter(self, argument: object) -> None:
        """`argument`: the key of a page, or the key and what is to be done there at once."""
        what = ""
        if isinstance(argument, tuple):
            argument, what = argument
        self._asked = argument is not None
        wanted = argument if isinstance(argument, str) and argument in self._pages else ""
        self.choose(wanted or self._current or next(iter(self._pages)))
        if wanted and what:
            self.page(wanted).do(what)

    def leave(self) -> None:
        self._leave_page()

    def refresh(self, kinds: frozenset[str]) -> None:
        page = self._pages[self._current].page if self._current else None
        if page is not None and self.isVisible():
            page.entered.emit()

    def first_focus(self) -> QWidget | None:
        page = self._pages[self._current].page if self._asked else None
        menu = self.menu if self._narrow else self._buttons.get(self._current)
        return (page.first_focus() if page is not None else None) or menu

    def tour(self) -> Sequence[tuple[str, Action]]:
        return [(key, lambda key=key: self.choose(key)) for key in self._pages]  # type: ignore[misc]

    def help_text(self) -> str:
        return self.tr(
            "เลือกเรื่องที่จะตั้งจากรายการทางซ้าย สิ่งที่พิมพ์เก็บให้เองทันที ไม่ต้องกดบันทึก\n"
            "สำรองข้อมูลไว้นอกเครื่องอย่างน้อยเดือนละครั้ง"
        )

    def retranslate(self) -> None:
        self._title.set_text(self.tr("ตั้งค่า"))
        for key, entry in self._pages.items():
            self._buttons[key].setText(entry.title())
            self._buttons[key].setAccessibleName(entry.title())
        self.menu.set_choices([(key, entry.title()) for key, entry in self._pages.items()])
        self.menu.setAccessibleName(self.tr("เรื่องที่จะตั้ง"))
        self._widen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @property
    def _narrow(self) -> bool:
        return self.width() < theme().px(_NARROW)

    def _make_room(self) -> None:
        """Where a menu at the side would leave the page too little, it lies at the top."""
        self._rail.setHidden(self._narrow)
        self.menu.setHidden(not self._narrow)
        for entry in self._pages.values():
            if entry.page is not None:
                entry.page.give_room(narrow=self._narrow)

    def redress(self) -> None:
        self._make_room()
        look = theme()
        # A menu: words at the left, the one chosen on its own ground.
        self._rail.setStyleSheet(
            f"QPushButton {{ text-align: left; color: {look.colour('text').name()}; }}"
            f"QPushButton:checked {{ background: {look.colour('primary_soft').name()};"
            f" color: {look.colour('on_primary_soft').name()}; font-weight: 600; }}"
        )
        self._widen()

    def _widen(self) -> None:
        """Let the longest of the menu's words stand whole, in either language."""
        widest = max((each.sizeHint().width() for each in self._buttons.values()), default=0)
        # The one chosen is bolder than its hint says.
        self._rail.setFixedWidth(max(theme().px(196), widest + theme().px(16)))

    def _leave_page(self) -> None:
        page = self._pages[self._current].page if self._current else None
        if page is not None:
            page.flush()
