"""The learner's page: who this is, and tabs that are built when they are first opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.ui.code_book import CodeBook
from desktop.ui.icons import icon
from desktop.ui.learner.documents import DocumentsTab
from desktop.ui.learner.edits import EditsTab
from desktop.ui.learner.header import LearnerHeader
from desktop.ui.learner.hett import HettTab
from desktop.ui.learner.overview import OverviewTab
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.plan import PlanTab
from desktop.ui.learner.profile import ProfileTab
from desktop.ui.learner.visits import VisitsTab
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.theme import theme
from desktop.ui.widgets.states import StateStack

TABS: dict[str, tuple[str, Callable[[], QWidget]]] = {
    "overview": ("layout-grid", OverviewTab),
    "profile": ("user", ProfileTab),
    "hett": ("radar", HettTab),
    "plan": ("notebook-pen", PlanTab),
    "visits": ("house", VisitsTab),
    "documents": ("file-text", DocumentsTab),
    "edits": ("history", EditsTab),
}


class _Place(QWidget):
    """Holds the tabs without asking for their height: each of them scrolls by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = QStackedWidget(self)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), theme().px(240))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stack.setGeometry(self.rect())


class LearnerScreen(Screen):
    """`learner_wanted(id, tab)`; `tab_built(key)` once, `tab_shown(key)` each time."""

    learner_wanted = Signal(object, str)
    tab_built = Signal(str)
    tab_shown = Signal(str)
    data_changed = Signal(object)
    leaving = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: LearnerPage | None = None
        self.codes = CodeBook()
        self.header = LearnerHeader()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setUsesScrollButtons(True)
        self._place = _Place()
        self._stack = self._place.stack
        self._built: dict[str, QWidget] = {}
        # Tabs that show an earlier reading: filled when they are looked at.
        self._stale: set[str] = set()
        self._wants_focus = False
        self._keys = list(TABS)
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

    def built(self, key: str) -> QWidget | None:
        """The tab, None while it was never opened."""
        return self._built.get(key)

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

    def take_focus(self) -> None:
        """Another learner is shown: the keyboard goes to what is to be done first."""
        wanted = self.first_focus()
        if self._wants_focus and wanted is not None and self.tab == "overview":
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wants_focus = False

    def go_to_tab(self, key: str) -> None:
        """Open a tab."""
        place = self._keys.index(key)
        if self.tabs.currentIndex() == place:
            self._on_tab(place)
        else:
            self.tabs.setCurrentIndex(place)

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
        overview = self._built.get("overview")
        if self.tab == "overview" and isinstance(overview, OverviewTab):
            return self.tabs if overview.step_button.isHidden() else overview.step_button
        return self.tabs

    def enter(self, argument: object) -> None:
        """`argument` is a learner's id, or the id and the key of a tab."""
        tab = ""
        if isinstance(argument, tuple):
            argument, tab = argument
        if isinstance(argument, str):
            argument = UUID(argument)
        if isinstance(argument, UUID):
            fresh = self.page is None or self.page.id != argument
            self._wants_focus = self._wants_focus or fresh
            self.learner_wanted.emit(argument, tab or ("overview" if fresh else ""))
        elif self.page is None:
            self.show_gone()

    def leave(self) -> None:
        """Send what is half typed."""
        for tab in self._built.values():
            flush = getattr(tab, "flush", None)
            if flush is not None:
                flush()
            cover = getattr(tab, "cover", None)
            if cover is not None:
                cover()
        self.leaving.emit()

    def refresh(self, kinds: frozenset[str]) -> None:
        self.data_changed.emit(kinds)

    def tour(self) -> Sequence[tuple[str, Action]]:
        pictures: list[tuple[str, Action]] = [
            (name, lambda name=name: self.go_to_tab(name))  # type: ignore[misc]
            for name in self._keys[1:]
        ]
        parts = ("reasons", "private", "consents", "law")
        sections: list[tuple[str, Action]] = [
            (f"profile.{name}", lambda name=name: self._show_section(name))  # type: ignore[misc]
            for name in parts
        ]
        farewell = ("farewell", self.header.farewell_wanted.emit)
        return [*pictures, *sections, ("rating", self._show_rating), farewell]

    def _show_section(self, name: str) -> None:
        self.go_to_tab("profile")
        profile = self._built["profile"]
        assert isinstance(profile, ProfileTab)
        profile.go_to(name)

    # Words and events

    def retranslate(self) -> None:
        titles = {
            "overview": self.tr("ภาพรวม"),
            "profile": self.tr("ประวัติและครอบครัว"),
            "hett": self.tr("HETT"),
            "plan": self.tr("แผน"),
            "visits": self.tr("บันทึก/เยี่ยมบ้าน"),
            "documents": self.tr("เอกสาร"),
            "edits": self.tr("ประวัติการแก้ไข"),
        }
        for place, key in enumerate(self._keys):
            self.tabs.setTabText(place, titles[key])
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
        large = theme().scale > 100
        for place, (name, _) in enumerate(TABS.values()):
            # With large letters the words alone fill the width.
            self.tabs.setTabIcon(place, QIcon() if large else icon(name, "muted"))
        self._show_header()

    def _add_keys(self) -> None:
        def key(sequence: str, act: Callable[[], None]) -> None:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

        key("Ctrl+Tab", lambda: self._step(1))
        key("Ctrl+Shift+Tab", lambda: self._step(-1))
        for number, name in enumerate(self._keys, 1):
            key(f"Alt+{number}", lambda name=name: self.go_to_tab(name))  # type: ignore[misc]

    def _step(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(self._keys))

    def _on_tab(self, place: int) -> None:
        if self.page is None:
            return
        key = self._keys[place]
        self._ensure(key)
        if key in self._stale:
            self._fill(key)
        self._stack.setCurrentWidget(self._built[key])
        self._show_header()
        self.tab_shown.emit(key)

    def _ensure(self, key: str) -> None:
        if key in self._built:
            return
        tab = TABS[key][1]()
        place = self._keys.index(key)
        empty = self._stack.widget(place)
        if empty is not None:
            self._stack.removeWidget(empty)
            empty.deleteLater()
        self._stack.insertWidget(place, tab)
        self._built[key] = tab
        if key == self.tab:
            self._stack.setCurrentWidget(tab)
        if isinstance(tab, HettTab):
            tab.immersed.connect(lambda _on: self._show_header())
        self.tab_built.emit(key)
        self._fill(key)

    def _show_rating(self) -> None:
        self.go_to_tab("hett")
        hett = self._built["hett"]
        if isinstance(hett, HettTab) and hett.chosen_id is not None:
            hett.rate_wanted.emit(hett.chosen_id)

    def _show_header(self) -> None:
        # Rating wants every line of a small screen; it names the person itself.
        hett = self._built.get("hett")
        rating = self.tab == "hett" and isinstance(hett, HettTab) and hett.rates
        self.header.setVisible(not rating)
        self.header.set_compact(theme().scale > 100 and self.tab != "overview")

    def _fill(self, key: str) -> None:
        self._stale.discard(key)
        show = getattr(self._built[key], "show_page", None)
        if show is not None and self.page is not None:
            show(self.page, self.codes)

    def _save(self) -> None:
        save = getattr(self._built.get(self.tab), "save", None)
        if save is not None:
            save()
        else:
            self.leave()
            self.told.emit(self.tr("บันทึกแล้ว"))
