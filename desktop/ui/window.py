"""The program's window: first run or sign-in, then the frame; lock and back again."""

from __future__ import annotations

import gc
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from desktop.errors import StorageError, TambonError, UserError
from desktop.progress import Progress
from desktop.services.looks import LookFile
from desktop.services.sign_in import Beginning, Joining, SignInService
from desktop.ui import wording
from desktop.ui.absence import Absence
from desktop.ui.entry_flows import RecoverFlow, SheetFlow
from desktop.ui.jobs import Jobs
from desktop.ui.looks import Looks
from desktop.ui.other_windows import OtherWindows
from desktop.ui.restore.flow import RestoreFlow
from desktop.ui.sign_in.name_chips import Person
from desktop.ui.sign_in.screen import SignInScreen
from desktop.ui.theme import theme
from desktop.ui.translation import LanguageSwitch
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.keyboard import InView, is_alt_unanswered

if TYPE_CHECKING:
    from desktop.reports.recovery_sheet import RecoveryPaper
    from desktop.services.workspace import Workspace
    from desktop.ui.first_run.screen import FirstRunScreen
    from desktop.ui.session import Session

logger = logging.getLogger(__name__)

_INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})
_LOOK_MILLISECONDS = 5_000
_FRAME = 48  # pixels that a title bar and borders may take


class Window(Adaptive, QMainWindow):
    """Shows one of three: first run, sign-in, or the frame of an open centre.

    Locking keeps the frame and everything half typed in it behind the sign-in.
    """

    def __init__(self, way_in: SignInService, looks: Looks, jobs: Jobs) -> None:
        super().__init__()
        self._way_in = way_in
        self.looks = looks
        self._jobs = jobs
        self.session: Session | None = None
        self.sign_in = SignInScreen()
        self.first_run: FirstRunScreen | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sign_in)
        self.setCentralWidget(self._stack)
        self._watched = False
        self._brought: Path | None = None
        self._others = OtherWindows(self)
        self.recovering = RecoverFlow(self._stack, way_in, looks, jobs, self._close_centre, self)
        self.recovering.recovered.connect(self._enter)
        self.recovering.left.connect(self._on_recover_left)
        self.sheet = SheetFlow(self._stack, looks, jobs, self)
        self.sheet.left.connect(self._on_sheet_left)
        self.restoring = RestoreFlow(self._stack, way_in, looks, jobs, self._close_centre, self)
        self.restoring.left.connect(self._on_restore_left)
        self._in_view = InView(self)
        self._given_up = False
        self.absence = Absence(self)
        self.absence.noticed.connect(self.lock)
        self.sign_in.person_chosen.connect(self._on_person)
        self.sign_in.forgotten.connect(self._show_recover)
        self.sign_in.restore_wanted.connect(self.show_restore)
        self.sign_in.sign_in_requested.connect(self._on_sign_in)
        self.sign_in.language_chosen.connect(self.looks.choose_language)
        looks.changed.connect(self._on_looks)
        self.resize(1366, 768)
        self.adapt()

    # What can be done with the window

    def begin(self) -> None:
        """Show sign-in where there is a centre, first run where there is none."""
        if self._way_in.begun():
            self._show_sign_in(locked=False)
            # While the person types, what the frame needs is read from the disk.
            self._jobs.run(_read_ahead, lambda _nothing: None, lambda _error: None)
        else:
            self._show_first_run()

    def lock(self) -> None:
        """Hide everything behind the sign-in; it stays as it is."""
        if self.session is None or not self._framed:
            return
        current = self.session.shell.current
        if current is not None:
            current.leave()
        self.absence.stop()
        self._others.hide()
        self._show_sign_in(locked=True)

    def take(self, file: Path) -> None:
        """Take in a file that somebody opened with the program, once a person is signed in."""
        self._brought = file
        self._take_brought()

    def _take_brought(self) -> None:
        if self._framed and self._brought is not None and self.session is not None:
            from desktop.ui.sync import SYNC

            brought, self._brought = self._brought, None
            self.session.shell.open(SYNC, brought, once=True)

    def retranslate(self) -> None:
        if not self._framed:
            self.setWindowTitle(self.tr("ตำบลเรียนรู้"))

    def redress(self) -> None:
        self.setMinimumSize(theme().least_window())

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if not self._watched and handle is not None:
            # The window as the system sees it gets keys and clicks once each, before any widget.
            self._watched = True
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.absence.touched()
        if isinstance(event, QKeyEvent) and is_alt_unanswered(event):
            return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            if not self._given_up:
                self._store_all()
        except StorageError as error:
            event.ignore()
            self._tell_unstored(error)
            return
        self.absence.stop()
        # Hidden at once: ending a conversation with the hub may take some seconds.
        self.hide()
        self._end_session(closing=True)
        super().closeEvent(event)

    # Inside

    def _store_all(self) -> None:
        """Store all that was typed.

        Raises:
            StorageError: `words_not_stored`, `count` of them; they wait as they are.
        """
        unstored = self.session.store_all() if self.session is not None else 0
        if unstored:
            raise StorageError("words_not_stored", count=unstored)

    def _tell_unstored(self, error: StorageError) -> None:
        text = wording.sentence(error)
        if self._framed and self.session is not None:
            # Only who typed them can say that they are not wanted any more.
            self.session.shell.suggest(text, self.tr("ทิ้งสิ่งที่พิมพ์แล้วปิด"), self._give_up)
        else:
            self.sign_in.show_refused(text)

    def _give_up(self) -> None:
        if self.session is not None:
            self.session.give_up()
        self._given_up = True
        self.close()

    def _close_centre(self) -> None:
        """Close the open centre, that another may be opened in its place.

        Raises:
            StorageError: `words_not_stored`; then it stays open.
        """
        self._store_all()
        self._end_session()

    def _show_sign_in(self, *, locked: bool) -> None:
        people = [Person(each.user_id, each.name, each.role) for each in self._way_in.names()]
        self.sign_in.show_people(people, _id(self.looks.look.last_user), locked=locked)
        self._stack.setCurrentWidget(self.sign_in)
        self.sign_in.passcode.setFocus()
        self.retranslate()

    def _show_first_run(self) -> None:
        from desktop.ui.first_run.screen import FirstRunScreen

        page = FirstRunScreen()
        page.begin_requested.connect(self._on_begin)
        page.join_requested.connect(self._on_join)
        page.language_chosen.connect(self.looks.choose_language)
        self.first_run = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()

    def _on_person(self, user_id: UUID) -> None:
        self.sign_in.show_waiting(self._way_in.wait(user_id))

    def _show_recover(self) -> None:
        self.recovering.show(self.sign_in.chosen)

    def _on_recover_left(self) -> None:
        if not self._framed and not self.sheet.showing:
            self._show_sign_in(locked=self.session is not None)

    def _on_sheet_left(self) -> None:
        self._unlock()
        if self.session is not None:
            # Begun behind the sheet, the day has not had the keyboard yet.
            self.session.shell.give_focus()
            self.session.remind()

    def _on_sign_in(self, user_id: UUID, passcode: str) -> None:
        session = self.session
        if session is not None and session.workspace.user.user_id == user_id:
            self._jobs.run(
                lambda _progress: self._way_in.check(user_id, passcode),
                lambda _nothing: self._unlock(),
                self._on_refused,
                owner=self,
            )
            return
        job = self._jobs.run(
            lambda progress: self._way_in.open(user_id, passcode, progress),
            self._enter,
            self._on_refused,
            owner=self,
        )
        job.progressed.connect(self.sign_in.show_step)

    def _on_begin(self, wanted: Beginning) -> None:
        def begun() -> tuple[Workspace, RecoveryPaper | None]:
            workspace = self._way_in.begin(wanted)
            # Invented people need no recovery.
            return workspace, self._sheet_of(workspace, "" if wanted.sample else wanted.passcode)

        self._jobs.run(
            lambda _progress: begun(),
            self._enter_first,
            self._on_not_begun,
            owner=self,
        )

    def _on_join(self, wanted: Joining) -> None:
        def joined() -> tuple[Workspace, RecoveryPaper | None]:
            workspace = self._way_in.join(wanted)
            return workspace, self._sheet_of(workspace, wanted.passcode)

        self._jobs.run(
            lambda _progress: joined(),
            self._enter_first,
            self._on_not_begun,
            owner=self,
            lane="network",
        )

    def _sheet_of(self, workspace: Workspace, passcode: str) -> RecoveryPaper | None:
        if not passcode:
            return None
        try:
            return self._way_in.first_sheet(workspace, passcode)
        except TambonError:
            # The centre stands; the sheet is made later in the settings, and the reminder says so.
            logger.warning("the first recovery sheet could not be made")
            return None

    def _enter_first(self, begun: tuple[Workspace, RecoveryPaper | None]) -> None:
        workspace, paper = begun
        self._enter(workspace)
        if paper is not None and self.session is not None:
            self.absence.stop()
            self.sheet.show(paper, self.session.services.recovery)

    def show_restore(self) -> None:
        """Go to the wizard that puts a backup back; the open centre waits behind it."""
        framed = self._framed
        if framed and self.session is not None and self.session.shell.current is not None:
            self.session.shell.current.leave()
        self.restoring.show(from_frame=framed)

    def _on_restore_left(self) -> None:
        if self.session is not None and self.restoring.from_frame:
            self._stack.setCurrentWidget(self.session.shell)
            return
        try:
            begun = self._way_in.begun()
        except StorageError as error:
            # Its files lie between two places: what is begun now would be refused the same way.
            self._show_first_run()
            self._on_not_begun(error)
            return
        if begun:
            self._show_sign_in(locked=self.session is not None)
        elif self.first_run is not None:
            self._stack.setCurrentWidget(self.first_run)
        else:
            self._show_first_run()

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, TambonError):
            logger.error("the centre could not be opened", exc_info=error)
        self.sign_in.show_refused(wording.sentence(error))
        chosen = self.sign_in.chosen
        if isinstance(error, UserError) and chosen is not None:
            # The fifth wrong one: the wait begins at once, not with the sixth.
            self.sign_in.show_waiting(self._way_in.wait(chosen))

    def _on_not_begun(self, error: Exception) -> None:
        if not isinstance(error, TambonError):
            logger.error("the centre could not be begun", exc_info=error)
        if self.first_run is not None:
            self.first_run.show_refused(error)

    def _unlock(self) -> None:
        if self.session is not None:
            self.sign_in.passcode.clear()
            self.sign_in.show_busy(False)
            self._stack.setCurrentWidget(self.session.shell)
            self.setWindowTitle(self.session.shell.windowTitle())
            self._others.show()
            self._watch_idle()
            self._take_brought()

    def _enter(self, workspace: Workspace) -> None:
        from desktop.services.all import Services
        from desktop.ui.session import Session

        try:
            self._close_centre()
        except StorageError as error:
            workspace.close()
            self._on_refused(error)
            return
        self.looks.remember(workspace.user.user_id.hex)
        self.sign_in.show_busy(False)
        self.sign_in.passcode.clear()
        try:
            session = Session(Services(workspace), self._jobs, self.looks, self)
        except Exception as error:  # noqa: BLE001 - a page that waits for ever says nothing
            workspace.close()
            self._on_refused(error)
            return
        self.session = session
        session.shell.lock_wanted.connect(self.lock)
        session.wishes.restore_wanted.connect(self.show_restore)
        session.shell.windowTitleChanged.connect(self._on_title)
        self._stack.addWidget(session.shell)
        self._stack.setCurrentWidget(session.shell)
        session.start()
        if self.first_run is not None:
            self._stack.removeWidget(self.first_run)
            self.first_run.deleteLater()
            self.first_run = None
        self.recovering.end()
        self._watch_idle()
        self._take_brought()

    def _end_session(self, *, closing: bool = False) -> None:
        """Keep what is half typed, close the centre, and let go of all that was shown of it."""
        self._others.forget()
        session, self.session = self.session, None
        if session is not None:
            session.end(closing=closing)
            self._stack.removeWidget(session.shell)
            session.shell.deleteLater()
            session.deleteLater()
            QTimer.singleShot(0, _collect)

    def show_fitting(self) -> None:
        """Show the window whole: maximised where the screen has no room for it and its frame."""
        room = self.screen().availableSize()
        if room.width() < self.width() + _FRAME or room.height() < self.height() + _FRAME:
            self.showMaximized()
        else:
            self.show()

    def come_forward(self) -> None:
        """Be seen: a second start asked for it."""
        state = self.windowState() & ~Qt.WindowState.WindowMinimized
        self.setWindowState(state | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def _on_title(self, title: str) -> None:
        if self._framed:
            self.setWindowTitle(title)

    def _on_looks(self) -> None:
        if self._framed:
            self._watch_idle()

    @property
    def _framed(self) -> bool:
        """Whether the frame of an open centre is what is seen."""
        return self.session is not None and self._stack.currentWidget() is self.session.shell

    def _watch_idle(self) -> None:
        self.absence.watch(self.looks.look.lock_minutes)


def open_window(
    folder: Path,
    application: QApplication,
    jobs: Jobs,
    way_in: SignInService | None = None,
) -> Window:
    """Make the window with the look that was chosen on this laptop; it is not yet shown."""
    looks = Looks(LookFile(folder), LanguageSwitch(application))
    looks.apply()
    window = Window(way_in or SignInService(folder), looks, jobs)
    window.begin()
    return window


def _read_ahead(_progress: Progress) -> Any:
    import desktop.ui.session

    return desktop.ui.session.Session


def _collect() -> None:
    """Free what went out of use with a session: rows and texts that only cycles still hold."""
    gc.collect()


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
