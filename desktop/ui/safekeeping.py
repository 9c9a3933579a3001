"""What keeps an open centre's data safe by itself: backups, checks, room, and the telling."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import StorageError, TambonError
from desktop.progress import Progress
from desktop.services.all import Services
from desktop.services.documents.kept_photos import clean_kept, photos_waiting
from desktop.services.drafts import KeptDraft
from desktop.services.keeping.backup_schedule import CLOSING, SIGN_IN, WORKING
from desktop.services.keeping.checking import DAMAGE, CheckReport, StorageNotice
from desktop.services.storage.disk_room import FULL, OK, Room
from desktop.ui import thai_time
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.settings.menu import BACKUP, SETTINGS
from desktop.ui.shell.feature import Features
from desktop.ui.shell.finding import Destination
from desktop.ui.shell.notices import Notice
from desktop.ui.storage_notices import StorageNotices
from desktop.ui.widgets.cards import BannerTone

logger = logging.getLogger(__name__)

_ROOM_MILLISECONDS = 60_000
_BACKUP_MILLISECONDS = 5 * 60_000
_SETTLED_MILLISECONDS = 20_000
Found = TypeVar("Found")
_BROKEN = frozenset({"page_damaged", "file_damaged", "search_index_damaged"})


class Safekeeping(QObject):
    """Looks after one open centre; `told` carries a `Notice`, or None to take it away.

    `restore_wanted`: the file is damaged and the person wants to put a backup back;
    `open_wanted(screen, argument)`: where a form was left half filled, or the check is.
    """

    told = Signal(object)
    restore_wanted = Signal()
    open_wanted = Signal(str, object)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        features: Features,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = services.workspace
        self._jobs = jobs
        self._features = features
        self._backups, self._checks = services.backups, services.checks
        self._drafts = services.drafts
        self._busy = False
        self._room: Room | None = None
        self._damaged = self._amiss = False
        self._notices: tuple[StorageNotice, ...] = ()
        self._left: tuple[KeptDraft, ...] = ()
        self._look_timer = QTimer(self)
        self._look_timer.setInterval(_ROOM_MILLISECONDS)
        self._look_timer.timeout.connect(self.look)
        self._backup_timer = QTimer(self)
        self._backup_timer.setInterval(_BACKUP_MILLISECONDS)
        self._backup_timer.timeout.connect(lambda: self._back_up(WORKING))
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MILLISECONDS)
        self._settled.timeout.connect(self.settle)

    def start(self) -> None:
        """Tell what was noticed and left behind, check after an unclean end, and keep looking."""
        self._run(lambda _progress: (self._checks.notices(), self._drafts.list()), self._on_found)
        if self._workspace.left_open:
            self._check(self._checks.quick)
        self.look()
        for timer in (self._look_timer, self._backup_timer, self._settled):
            timer.start()

    def stop(self) -> None:
        """No more work of its own."""
        for timer in (self._look_timer, self._backup_timer, self._settled):
            timer.stop()

    def settle(self) -> None:
        """Once the person has begun: the reserve, a backup, the weekly check, kept photographs."""
        self._run(lambda _progress: self._workspace.room.keep_reserve(), lambda _made: None)
        self._back_up(SIGN_IN)
        self._run(lambda _progress: self._checks.weekly_due(), self._on_weekly)
        self._run(lambda _progress: photos_waiting(self._workspace), self._clean_photos)

    def tell(self) -> None:
        """Say what matters most, in the words of the language in force."""
        self.told.emit(self._worst())

    def look_what_is_left(self, _kinds: object = None) -> None:
        """Ask again which forms lie half written, while some are told of.

        One that was gone on with or stored since needs no telling.
        """

        def looked(drafts: Sequence[KeptDraft]) -> None:
            kept = {(draft.form, draft.subject, draft.at) for draft in drafts}
            still = tuple(d for d in self._left if (d.form, d.subject, d.at) in kept)
            if still != self._left:
                self._left = still
                self.tell()

        if self._left:
            self._run(lambda _progress: self._drafts.list(), looked)

    def look(self) -> None:
        """Look how much room there is."""

        def looked(room: Room) -> None:
            self._room = room
            if room.level == OK:
                self._run(lambda _progress: self._workspace.room.keep_reserve(), lambda _made: None)
            self.tell()

        self._run(lambda _progress: self._workspace.room.look(), looked)

    def back_up_at_closing(self) -> None:
        """Make a backup before the program ends, where one is due; the window is hidden by then."""
        try:
            if self._backups.due(CLOSING):
                self._backups.keep()
        except TambonError as error:
            logger.warning("no backup at closing: %s", error.code)

    # Inside

    def _back_up(self, moment: str) -> None:
        if self._busy:
            return
        self._busy = True

        def work(progress: Progress) -> bool:
            if not self._backups.due(moment):
                return False
            self._backups.keep(progress)
            return True

        def ended(_made: object) -> None:
            self._busy = False

        def failed(error: Exception) -> None:
            self._busy = False
            if isinstance(error, StorageError) and error.code in {*DAMAGE, "backup_damaged"}:
                self._damaged = True
                self.tell()
            else:
                # The room is told of by itself; a folder that may not be written, by the page.
                logger.warning("no backup was made: %s", type(error).__name__)

        self._jobs.run(work, ended, failed, owner=self)

    def _clean_photos(self, waiting: int) -> None:
        def failed(error: Exception) -> None:
            logger.warning("photographs wait for the next start: %s", type(error).__name__)

        if waiting:
            self._jobs.run(
                lambda progress: clean_kept(self._workspace, progress),
                lambda _count: None,
                failed,
                title=self.tr("เอาที่อยู่ออกจากภาพถ่าย"),
                owner=self,
            )

    def _on_weekly(self, due: bool) -> None:
        if due:
            self._check(self._checks.weekly)

    def _check(self, check: Callable[[], CheckReport]) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, StorageError) and error.code in DAMAGE:
                self._damaged = True
                self.tell()
            else:
                logger.error("a check could not be made", exc_info=error)

        # With a title: it may last seconds, and its question to the search index takes the write
        # lock. In the lane of writes the last word typed would wait behind every page of the file.
        title = self.tr("ตรวจข้อมูล")
        self._jobs.run(lambda _progress: check(), self._on_checked, failed, title=title, owner=self)

    def _on_checked(self, report: CheckReport) -> None:
        if report.whole:
            return
        codes = sorted({finding.code for finding in report.findings})
        logger.warning("a check found: %s", ", ".join(codes))
        self._damaged = self._damaged or bool(_BROKEN & set(codes))
        self._amiss = True
        self.tell()

    def _on_found(self, found: tuple[tuple[StorageNotice, ...], tuple[KeptDraft, ...]]) -> None:
        self._notices = found[0]
        self._left = tuple(draft for draft in found[1] if self._opens(draft) is not None)
        self.tell()

    def _run(
        self,
        work: Callable[[Progress], Found],
        done: Callable[[Found], None],
        lane: str = "data",
    ) -> None:
        def failed(error: Exception) -> None:
            logger.warning("safekeeping could not look: %s", type(error).__name__)

        self._jobs.run(work, done, failed, owner=self, lane=lane)

    def _worst(self) -> Notice | None:
        """The one thing that matters most now."""
        if self._damaged:
            text = self.tr("แฟ้มข้อมูลเสียหายบางส่วน อย่าลบอะไร กู้คืนจากสำเนาล่าสุด งานที่ยังไม่ได้ส่งจะนำกลับมาด้วย")
            return Notice(
                "damage", text, "danger", self.tr("กู้คืนจากสำเนา"), self.restore_wanted.emit
            )
        if self._notices:
            text = "\n".join(
                StorageNotices().text(each.code, thai_time.shown_moment(each.at), each.missing)
                for each in self._notices
            )
            return Notice("lost", text, "warning", self.tr("รับทราบ"), self._read)
        if self._amiss:
            text = self.tr("ตรวจพบสิ่งที่ควรให้ผู้ดูแลดู ข้อมูลยังใช้งานได้")
            return Notice("check", text, "warning", self.tr("ดูผลตรวจ"), self._show_check)
        if self._room is not None and self._room.level != OK:
            megabytes = self._room.free // 1_000_000
            if self._room.level == FULL:
                text = self.tr("ดิสก์เกือบเต็ม เหลือ {free} MB บันทึกข้อความได้ แต่ไม่รับรูป แฟ้มนำเข้า และสำเนา")
            else:
                text = self.tr("ดิสก์ใกล้เต็ม เหลือ {free} MB ลบแฟ้มที่ไม่ใช้ หรือย้ายรูปออกจากเครื่อง")
            tone: BannerTone = "danger" if self._room.level == FULL else "warning"
            return Notice(self._room.level, text.replace("{free}", f"{megabytes:,}"), tone)
        if self._left:
            newest, count = self._left[0], len(self._left)
            when = thai_time.shown_moment(newest.at)
            text = self.tr("มีแบบฟอร์มที่พิมพ์ค้างไว้ %n เรื่อง", "", count)
            text += " · " + self.tr("ล่าสุด {time}").replace("{time}", when)
            return Notice("forms", text, "info", self.tr("พิมพ์ต่อ"), self._go_on)
        return None

    def _read(self) -> None:
        self._notices = ()
        self._run(lambda _progress: self._checks.notices_read(), lambda _nothing: None, lane=WRITES)
        self.tell()

    def _go_on(self) -> None:
        newest, self._left = self._left[0], ()
        place = self._opens(newest)
        if place is not None:
            self.open_wanted.emit(*place)
        self.tell()

    def _opens(self, draft: KeptDraft) -> Destination | None:
        return self._features.opens_draft(draft.form, draft.subject)

    def _show_check(self) -> None:
        self._amiss = False
        self.open_wanted.emit(SETTINGS, BACKUP)
        self.tell()
