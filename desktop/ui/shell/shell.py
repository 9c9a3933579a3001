"""The main window: shows one screen at a time and carries keys and wishes to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.data_changes import DataChanges
from desktop.ui.jobs import JobRunner, Jobs, log_failure
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.beside import Beside
from desktop.ui.shell.feature import BuiltScreen, Features, ShellContext
from desktop.ui.shell.finder import Finder
from desktop.ui.shell.finding import Found
from desktop.ui.shell.help_panel import HelpPanel
from desktop.ui.shell.job_panels import JobPanels
from desktop.ui.shell.manual import CONTENTS, PAGES, ManualDialog
from desktop.ui.shell.notices import Notice, NoticeRow, SuggestionRow
from desktop.ui.shell.over import Over
from desktop.ui.shell.own_commands import own_commands
from desktop.ui.shell.rail import Rail
from desktop.ui.shell.screens import Action, Screen, Visit
from desktop.ui.shell.status_line import StatusLine
from desktop.ui.shell.top_bar import TopBar
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.cards import Banner
from desktop.ui.widgets.going_round import next_part
from desktop.ui.widgets.layouts import in_margins, tight
from desktop.ui.wording import sentence

_HISTORY = 50
_NARROW = 900  # at 100 %: below it the rail's words stand under its icons


class Shell(Adaptive, QMainWindow):
    """The window. `lock_wanted` by Ctrl+L; `closing` before it closes, after screens were left.

    Before anyone is signed in, `cover()` shows a page in the place of everything.
    """

    lock_wanted = Signal()
    closing = Signal()
    worded = Signal()

    def __init__(
        self,
        features: Features,
        jobs: Jobs,
        changes: DataChanges | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.features = features
        self.entries = {entry.key: entry for entry in features.screens}
        self.jobs = jobs
        self.changes = changes if changes is not None else DataChanges(parent=self)
        self._built: dict[str, BuiltScreen] = {}
        self._places: dict[str, QScrollArea] = {}
        self._history: list[Visit] = []
        self._here: Visit | None = None
        self._given: QWidget | None = None
        self._undo: Callable[[], None] | None = None
        self._undo_at: str | None = None
        self._lay_out()
        self._connect()
        self._add_keys()
        self.adapt()

    # What the shell shows

    @property
    def current(self) -> Screen | None:
        """The screen shown."""
        return self._built[self._here.key].screen if self._here is not None else None

    @property
    def current_key(self) -> str:
        """The key of the screen shown, or ""."""
        return self._here.key if self._here is not None else ""

    def open(self, key: str, argument: object = None, *, once: bool = False) -> None:
        """Go to a screen, keeping the way back, or say that the role may not.

        Args:
            key: the screen's.
            argument: what it is entered with.
            once: on coming back it is entered without that.

        Raises:
            KeyError: no feature has such a screen.
        """
        if key in self.features.closed:
            self.tell(self.tr("บทบาทของคุณเปิดหน้านี้ไม่ได้"))
            return
        if self._here is not None:
            self._history = [*self._history[1 - _HISTORY :], self._here]
        self._go(Visit(key, argument))
        if once:
            self._here = Visit(key)

    def back(self) -> None:
        """Go to where one was before; nothing at the beginning."""
        if self._history:
            self._go(self._history.pop())

    def screen_of(self, key: str) -> Screen:
        """The screen with `key`, built if it never was."""
        return self._build(key).screen

    def show_identity(self, centre: str, user: str) -> None:
        """The centre's name and who is signed in."""
        self.top_bar.show_identity(centre, user)

    def tell(self, text: str) -> None:
        """A small outcome, on the status line."""
        self.status_line.tell(text)

    def tell_error(self, error: Exception) -> None:
        """Something failed that no screen took: a sentence that says what to do."""
        self.banner.say(sentence(error), "danger")
        self._undo = None

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done and how to undo it: for some seconds, by Ctrl+Z until one leaves."""
        self._undo, self._undo_at = undo, self.current_key
        self.banner.offer_undo(text)

    def show_notice(self, notice: Notice | None) -> None:
        """Say something of the data's safety above everything, until it no longer holds."""
        self.notice.show_notice(notice)

    def suggest(self, text: str, action: str, act: Callable[[], None]) -> None:
        """Say something that should be done some time, with the button that leads there."""
        self._undo, self._undo_at = act, None
        self.suggestion.suggest(Notice("", text, "warning", action, act))

    def cover(self, page: QWidget) -> None:
        """Show `page` in the place of everything, until `uncover`: sign-in, first run."""
        self._leave_current()
        self.finder.palette.hide()
        if self._outer.indexOf(page) < 0:
            self._outer.addWidget(page)
        self._outer.setCurrentWidget(page)
        page.setFocus()

    def uncover(self) -> None:
        """Take the covering page away and show the frame."""
        page = self._outer.currentWidget()
        if page is not None and page is not self._frame:
            self._outer.setCurrentWidget(self._frame)
            self._outer.removeWidget(page)
            page.setParent(None)
        if self.current is not None and self._here is not None:
            self.current.enter(self._here.argument)

    @property
    def covered(self) -> bool:
        """Whether a page stands in the place of everything."""
        return self._outer.currentWidget() is not self._frame

    # Words and events

    def retranslate(self) -> None:
        title = self.tr("ตำบลเรียนรู้")
        if self._here is not None:
            title = f"{self._title_here()} · {title}"
        self.setWindowTitle(title)
        self.tabs.word()
        self._show_help_words()
        self.worded.emit()

    def redress(self) -> None:
        self.setMinimumSize(theme().least_window())
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave_current()
        self.closing.emit()
        super().closeEvent(event)

    # Inside

    def _make_room(self) -> None:
        self.rail.set_narrow(self.width() < theme().px(_NARROW))

    def _lay_out(self) -> None:
        self.rail = Rail(self.features.rail)
        self.top_bar = TopBar()
        self.status_line = StatusLine()
        self.wrote = DoneBar()
        self.banner = Banner()
        self.notice = NoticeRow()
        self.suggestion = SuggestionRow(self.banner)
        self.help_panel = HelpPanel()
        self.help_panel.hide()
        self.manual: ManualDialog | None = None
        self.finder = Finder(
            self,
            self.features,
            self.jobs,
            own_commands(self._lock, self._toggle_help, self.open_manual),
        )
        self._stack = QStackedWidget()
        self.tabs = Beside(lambda: self.covered)
        ground = QWidget()
        middle = tight(QHBoxLayout(ground))
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.help_panel)
        right = tight(QVBoxLayout())
        right.addWidget(self.top_bar)
        right.addLayout(in_margins(self.notice, top=8))
        right.addLayout(in_margins(self.suggestion, top=8))
        right.addWidget(self.tabs)
        Over(self.banner, ground)
        right.addWidget(ground, 1)
        right.addWidget(JobPanels(self.jobs))
        right.addLayout(in_margins(self.wrote))
        right.addWidget(self.status_line)
        self._frame = QWidget()
        across = tight(QHBoxLayout(self._frame))
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        self._outer = QStackedWidget()
        self._outer.addWidget(self._frame)
        self.setCentralWidget(self._outer)
        self.resize(1366, 768)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.open)
        self.tabs.chosen.connect(self.open)
        self.top_bar.back_wanted.connect(self.back)
        self.top_bar.search_wanted.connect(lambda: self.finder.open(self._title_here()))
        self.top_bar.help_wanted.connect(self._toggle_help)
        self.top_bar.lock_wanted.connect(self._lock)
        self.help_panel.closed.connect(self._close_help)
        self.help_panel.manual_wanted.connect(self.open_manual)
        self.banner.acted.connect(self._on_undo)
        self.finder.chosen.connect(self._on_found_chosen)
        self.changes.announced.connect(self._on_changes)
        if isinstance(self.jobs, JobRunner):
            self.jobs.failed.connect(self._on_failed)

    def _add_keys(self) -> None:
        def key(sequence: str, act: Callable[[], None]) -> None:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(lambda: None if self.covered else act())

        key("Ctrl+K", lambda: self.finder.open(self._title_here()))
        key("Ctrl+L", self._lock)
        key("Alt+Left", self.back)
        key("F1", self._toggle_help)
        key("F6", self._go_round)
        key("Shift+F6", partial(self._go_round, back=True))
        # In a field it takes back letters: the field is asked before the window.
        key("Ctrl+Z", self._undo_last)
        key("Ctrl+S", lambda: self._act(lambda screen: screen.save_action()))
        key("Ctrl+N", lambda: self._act(lambda screen: screen.new_action()))
        key("Ctrl+P", lambda: self._act(lambda screen: screen.print_action()))
        for number, entry in enumerate(self.rail.entries[:9], 1):
            key(f"Ctrl+{number}", lambda wanted=entry.key: self.open(wanted))  # type: ignore[misc]

    def _go_round(self, *, back: bool = False) -> None:
        """Put the keyboard into the next part of the page."""
        if self.current is not None:
            self.current.order_stops()
            part = next_part(self.current, self.focusWidget(), back=back)
            if part is not None:
                part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self, key: str) -> BuiltScreen:
        built = self._built.get(key)
        if built is None:
            built = self.entries[key].factory(ShellContext(self.jobs, self.features))
            self._built[key] = built
            # On a small or enlarged screen a tall page scrolls; it never makes the window larger
            # than the laptop's.
            place = QScrollArea()
            place.setWidgetResizable(True)
            place.setFrameShape(QFrame.Shape.NoFrame)
            place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            place.setWidget(built.screen)
            self._places[key] = place
            self._stack.addWidget(place)
            built.screen.open_requested.connect(self.open)
            built.screen.told.connect(self.tell)
            built.screen.wrote.connect(self.wrote.say_done)
            built.screen.undo_offered.connect(self.offer_undo)
            built.screen.title_changed.connect(self.retranslate)
            built.screen.filled.connect(partial(self._on_filled, built.screen))
        return built

    def _go(self, visit: Visit) -> None:
        built = self._build(visit.key)
        self._remember()
        self._leave_current()
        self._here = visit
        place = self._places[visit.key]
        turned = self._stack.currentWidget() is not place
        if turned:
            self.wrote.hide()
            self.suggestion.settle()
            if not self.banner.undoing:
                self._undo_at = None
        self._stack.setCurrentWidget(place)
        # Turning the page, Qt puts the keyboard into whatever comes first: that is nobody's wish.
        before, self._given = self.focusWidget(), None
        built.screen.enter(visit.argument)
        focused, stays = self.focusWidget(), not turned and visit.argument is None
        inside = focused is not None and built.screen.isAncestorOf(focused)
        if not inside or (focused is before and not stays):
            self._give_focus(built.screen)
        entry = self.entries[visit.key]
        self.rail.show_current(entry.parent or entry.key)
        self.tabs.show_current(self.features.beside(visit.key), visit.key)
        self.top_bar.back.setEnabled(bool(self._history))
        self.retranslate()

    def give_focus(self) -> None:
        """Put the keyboard to what is to be done first on the screen shown."""
        if self.current is not None:
            self._give_focus(self.current)

    def _give_focus(self, screen: Screen) -> None:
        """Put the keyboard to what is to be done first, so that Tab need not cross the rail."""
        wanted, candidate = screen.first_focus(), screen.nextInFocusChain()
        while wanted is None and candidate is not None and candidate is not screen:
            takes = candidate.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and screen.isAncestorOf(candidate) and candidate.isVisibleTo(screen):
                wanted = candidate if candidate.isEnabled() else None
            candidate = candidate.nextInFocusChain()
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        self._given = self.focusWidget()  # perhaps a part of what was wanted

    def _on_filled(self, screen: Screen) -> None:
        """What was read is there: give the keyboard anew, unless somebody has moved it since."""
        given = self._given
        there = given is not None and shiboken6.isValid(given) and given.isVisible()
        if not self.isVisible() or screen is not self.current:
            return  # what stands over the frame, a lock or a sheet, keeps the keyboard
        if not there or self.focusWidget() is given:
            self._give_focus(screen)

    def _leave_current(self) -> None:
        if self.current is not None:
            self.current.leave()

    def _act(self, wanted: Callable[[Screen], Action | None]) -> None:
        screen = self.current
        if screen is None:
            return
        action = wanted(screen)
        if action is not None:
            action()
        else:
            self.tell(self.tr("หน้านี้ไม่มีสิ่งที่ปุ่มลัดนี้ทำ"))

    def _lock(self) -> None:
        self._leave_current()
        self.lock_wanted.emit()

    def _title_here(self) -> str:
        if self._here is None:
            return ""
        own = self._built[self._here.key].screen.title()
        return own or self.entries[self._here.key].title()

    def open_manual(self) -> None:
        """Show what the manual tells of the screen at hand, in a window of its own."""
        if self.manual is None:
            self.manual = ManualDialog(self)
        self.manual.open_page(PAGES.get(self.current_key, CONTENTS))

    def _toggle_help(self) -> None:
        if self.help_panel.isVisible():
            self._close_help()
        else:
            self.help_panel.show()
            self._show_help_words()

    def _close_help(self) -> None:
        held = self.focusWidget()
        self.help_panel.hide()
        # Whoever closed it by its own keys goes on in the screen.
        if held is not None and self.help_panel.isAncestorOf(held):
            self.give_focus()

    def _show_help_words(self) -> None:
        if self.current is not None:
            self.help_panel.show_help(self._title_here(), self.current.help_text())

    def _on_found_chosen(self, found: Found) -> None:
        if found.act is not None:
            found.act()
        if found.destination is not None:
            key, argument = found.destination
            self.open(key, argument, once=found.once)

    def _remember(self) -> None:
        """Keep what is left, a person or a plan, for the next search."""
        here, screen = self._here, self.current
        if here is not None and screen is not None:
            self.finder.left(self.entries[here.key], screen.title(), here.argument)

    def _undo_last(self) -> None:
        if self.banner.undoing:
            self.banner.button.click()
        elif self._undo is not None and self._undo_at == self.current_key:
            self._on_undo()
        else:
            self.tell(self.tr("ไม่มีสิ่งที่เลิกทำได้ตอนนี้"))

    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()
            if self._undo_at is not None:
                self.tell(self.tr("เลิกทำแล้ว"))

    def _on_changes(self, kinds: frozenset[str]) -> None:
        for built in list(self._built.values()):
            built.screen.refresh(kinds)

    def _on_failed(self, error: Exception) -> None:
        log_failure("work failed", error)
        self.tell_error(error)
