"""The learner's page: who this is, and tabs that are built when they are first opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from desktop.ui.code_book import CodeBook
from desktop.ui.icons import icon
from desktop.ui.learner.header import LearnerHeader
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.tab import LearnerTab
from desktop.ui.learner_place import PROFILE, TITLE, LearnerPlace
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.feature import LearningPart, TabEntry
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.theme import theme
from desktop.ui.widgets.pages import Pages
from desktop.ui.widgets.states import StateStack

_WITH_ICONS = 8  # so many tabs have room for an icon beside their word


class LearnerScreen(Screen):
    """`learner_wanted(place)`; `tab_wanted(key)` once, answered by `put_tab`; `tab_shown(key)`.

    Every tab has the same few methods, so that a feature can bring its own. `learning`: what the
    tab of learning is made of.
    """

    save_wanted = Signal()
    learner_wanted = Signal(object)
    tab_wanted = Signal(str)
    tab_shown = Signal(str)
    data_changed = Signal(object)
    leaving = Signal()

    def __init__(
        self,
        entries: Sequence[TabEntry],
        learning: Sequence[LearningPart[Any]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.entries = {entry.key: entry for entry in entries}
        self.learning = learning
        self.page: LearnerPage | None = None
        self.codes = CodeBook()
        self.header = LearnerHeader()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setUsesScrollButtons(True)
        self._place = Pages()
        self._stack = self._place.stack
        self._built: dict[str, LearnerTab] = {}
        # Tabs that show an earlier reading: filled when they are looked at.
        self._stale: set[str] = set()
        self._keys = list(self.entries)
        for _ in self._keys:
            self.tabs.addTab("")
            self._stack.addWidget(QWidget())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 12, 16, 0)
        column.setSpacing(4)
        self.done_bar = DoneBar()
        column.addWidget(self.header)
        column.addWidget(self.done_bar)
        column.addWidget(self.tabs)
        column.addWidget(self._place, 1)
        self.states = StateStack(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)
        self.tabs.currentChanged.connect(self._on_tab)
        self._add_keys()
        self.adapt()

    # What the presenter shows and asks

    @property
    def tab(self) -> str:
        """The key of the tab shown."""
        return self._keys[self.tabs.currentIndex()]

    def built(self, key: str) -> LearnerTab | None:
        """The tab, None while it was never opened."""
        return self._built.get(key)

    def tab_of(self, kind: str) -> str:
        """The key of the tab where a kind of record is seen."""
        having = (key for key, entry in self.entries.items() if kind in entry.kinds)
        return next(having, PROFILE)

    def put_tab(self, key: str, tab: LearnerTab) -> None:
        """Take the tab that was wanted into its place."""
        place = self._keys.index(key)
        empty = self._stack.widget(place)
        if empty is not None:
            self._stack.removeWidget(empty)
            empty.deleteLater()
        self._stack.insertWidget(place, tab)
        self._built[key] = tab
        if key == self.tab:
            self._stack.setCurrentWidget(tab)
        self._fill(key)

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        """Show a learner in the header and in every tab that is open."""
        self.page, self.codes = page, codes
        self.header.show_page(page, codes)
        self.states.show_content()
        self._stale = set(self._built)
        self._ensure(self.tab)
        self._fill(self.tab)
        self.title_changed.emit()

    def show_gone(self) -> None:
        """The learner is not here: hidden, or joined with another record."""
        self.page = None
        self.states.show_empty()

    def go_to_tab(self, key: str, at: str = "") -> None:
        """Open a tab, at a part of it; a tab that the role does not have is said."""
        if key not in self.entries:
            self.told.emit(self.tr("บทบาทของคุณเปิดส่วนนี้ไม่ได้"))
            return
        place = self._keys.index(key)
        if self.tabs.currentIndex() == place:
            self._on_tab(place)
        else:
            self.tabs.setCurrentIndex(place)
        tab = self._built.get(key)
        if tab is not None and at and not (at == TITLE and self.header.ask_title()):
            tab.go_to(at)

    def begin(self) -> None:
        """Put the keyboard to what is to be done first on the tab shown."""
        tab = self._built.get(self.tab)
        if tab is not None:
            tab.begin()
        focused = self.window().focusWidget()
        if tab is None or focused is None or not tab.isAncestorOf(focused):
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_room(self) -> None:
        """Show the head of the page, unless the tab needs its room."""
        tab = self._built.get(self.tab)
        self.header.setVisible(tab is None or not tab.wants_room)
        self.header.set_compact(theme().scale > 100 and self.tab != self._keys[0])

    # What the shell asks

    def title(self) -> str:
        return self.page.detail.row.full_name if self.page else ""

    def help_text(self) -> str:
        return self.tr(
            "หน้านี้รวมทุกอย่างของผู้เรียนรู้หนึ่งคน ปุ่ม “ขั้นต่อไป” บอกสิ่งที่ควรทำก่อน "
            "แก้ข้อมูลตรงไหนก็บันทึกให้เอง เปลี่ยนแท็บด้วย Ctrl+Tab หรือ Alt+1 ถึง Alt+7 "
            "Ctrl+N บันทึกการพบ Ctrl+P พิมพ์แผน"
        )

    def save_action(self) -> Action | None:
        return self._save

    def new_action(self) -> Action | None:
        return self.header.visit_wanted.emit if self.page and self.page.may_edit else None

    def print_action(self) -> Action | None:
        if self.page is None or self.page.plan is None or not self.page.may_print:
            return None
        return self.header.print_wanted.emit

    def first_focus(self) -> QWidget | None:
        tab = self._built.get(self.tab)
        wanted = tab.first_focus() if tab is not None and self.page is not None else None
        return wanted or self.tabs

    def enter(self, argument: object) -> None:
        """`argument` is a learner's id, or a place on their page."""
        if isinstance(argument, LearnerPlace) and argument.learner_id is not None:
            self.learner_wanted.emit(argument)
        elif isinstance(argument, LearnerPlace) and self.page is not None:
            self.learner_wanted.emit(replace(argument, learner_id=self.page.id))
        elif isinstance(argument, UUID):
            fresh = self.page is None or self.page.id != argument
            self.learner_wanted.emit(LearnerPlace(argument, self._keys[0] if fresh else ""))
        elif self.page is None:
            self.show_gone()

    def leave(self) -> None:
        """Send what is half typed."""
        for tab in self._built.values():
            tab.flush()
            tab.cover()
        self.leaving.emit()

    def refresh(self, kinds: frozenset[str]) -> None:
        self.data_changed.emit(kinds)

    def tour(self) -> Sequence[tuple[str, Action]]:
        pictures: list[tuple[str, Action]] = []
        for key in self._keys[1:]:
            pictures.append((key, partial(self.go_to_tab, key)))
        for key in self._keys:
            self.go_to_tab(key)
            for part in self._built[key].parts():
                pictures.append((f"{key}.{part}", partial(self.go_to_tab, key, part)))
        return [*pictures, ("farewell", self.header.farewell_wanted.emit)]

    # Words and events

    def retranslate(self) -> None:
        for place, entry in enumerate(self.entries.values()):
            self.tabs.setTabText(place, entry.name())
            self.tabs.setTabToolTip(place, f"Alt+{place + 1}")
        self.tabs.setAccessibleName(self.tr("ส่วนของหน้าผู้เรียนรู้"))
        self.states.empty.set_words(
            self.tr("ยังไม่ได้เลือกผู้เรียนรู้"),
            self.tr("คนที่เลือกจะอยู่ตรงนี้ ถ้าเคยเห็นแล้วหายไป เขาอาจถูกซ่อนหรือรวมกับอีกระเบียน"),
            self.tr("ไปที่รายชื่อ"),
        )

    def redress(self) -> None:
        size = theme().px(18)
        self.tabs.setIconSize(QSize(size, size))
        crowded = theme().scale > 100 or len(self.entries) > _WITH_ICONS
        for place, entry in enumerate(self.entries.values()):
            # With large letters, or many of them, the words alone fill the width.
            self.tabs.setTabIcon(place, QIcon() if crowded else icon(entry.icon, "muted"))
        self.give_room()

    def _add_keys(self) -> None:
        def key(sequence: str, act: Callable[[], None]) -> None:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

        key("Ctrl+Tab", lambda: self._step(1))
        key("Ctrl+Shift+Tab", lambda: self._step(-1))
        for number, name in enumerate(self._keys[:9], 1):
            key(f"Alt+{number}", partial(self.go_to_tab, name))

    def _step(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(self._keys))

    def _on_tab(self, place: int) -> None:
        if self.page is None:
            return
        key = self._keys[place]
        focused = self.window().focusWidget()
        worked = focused is not None and self._stack.isAncestorOf(focused)
        self._ensure(key)
        if key in self._stale:
            self._fill(key)
        tab = self._built[key]
        self._stack.setCurrentWidget(tab)
        self.give_room()
        self.tab_shown.emit(key)
        if tab.writes_first:
            tab.begin()
        elif worked:
            # The part where the keyboard stood is hidden now: it would fall to the rail.
            self.begin()

    def _ensure(self, key: str) -> None:
        if key not in self._built:
            self.tab_wanted.emit(key)

    def _fill(self, key: str) -> None:
        self._stale.discard(key)
        if self.page is not None:
            self._built[key].show_page(self.page, self.codes)

    def _save(self) -> None:
        tab = self._built.get(self.tab)
        if tab is None or not tab.save():
            self.save_wanted.emit()
