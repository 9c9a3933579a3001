"""What an open centre does for its safety by itself, and what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.drafts import DraftService
from desktop.services.keeping.checking import CheckReport, CheckService, Finding
from desktop.services.keeping.marks import NOTICES, WRITES_LOST
from desktop.services.settings import SettingService
from desktop.services.storage.backup_files import kept_backups
from desktop.services.storage.disk_room import RESERVE_FILE
from desktop.services.workspace import Workspace
from desktop.ui.learner_place import LearnerPlace
from desktop.ui.safekeeping import Safekeeping
from desktop.ui.shell.feature import Features
from desktop.ui.shell.notices import Notice
from desktop.ui.shell.shell import Shell
from desktop.ui.sign_in.screen import SignInScreen
from desktop.ui.translation import LanguageSwitch
from tests.factories import NOON, add_learner, make_workspace
from tests.ui.centre import features_of
from tests.ui.fakes import InlineJobRunner

MB = 1_000_000


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A centre, with a small reserve."""
    monkeypatch.setattr("desktop.services.storage.disk_room.RESERVE_BYTES", 100_000)
    opened = make_workspace(tmp_path / "centre")
    yield opened
    opened.close()


class Watched:
    """Safekeeping of a workspace, and the last thing it told."""

    def __init__(self, workspace: Workspace, switch: LanguageSwitch) -> None:
        self.keeping = Safekeeping(
            Services(workspace), InlineJobRunner(), features_of(workspace, switch)
        )
        self.notice: Notice | None = None
        self.opened: list[tuple[str, object]] = []
        self.keeping.told.connect(self._take)
        self.keeping.open_wanted.connect(lambda key, argument: self.opened.append((key, argument)))

    def _take(self, notice: Notice | None) -> None:
        self.notice = notice

    def start(self) -> Notice | None:
        """As when somebody has signed in; the timers are not waited for."""
        self.keeping.start()
        self.keeping.stop()
        return self.notice


@pytest.fixture
def watched(qtbot: QtBot, workspace: Workspace, switch: LanguageSwitch) -> Watched:
    """Safekeeping over the centre."""
    return Watched(workspace, switch)


def test_nothing_is_told_of_a_centre_that_is_well(watched: Watched) -> None:
    assert watched.start() is None


def test_once_somebody_works_there_is_a_reserve_a_backup_and_a_check(
    watched: Watched, workspace: Workspace
) -> None:
    watched.keeping.settle()

    assert (workspace.folder / RESERVE_FILE).exists()
    assert len(kept_backups(workspace.folder)) == 1
    assert not CheckService(workspace).weekly_due()
    watched.keeping.settle()
    assert len(kept_backups(workspace.folder)) == 1


def test_at_closing_a_backup_holds_the_last_word(watched: Watched, workspace: Workspace) -> None:
    watched.keeping.settle()
    add_learner(workspace)
    clock = workspace.database.clock
    clock.now_ms += 20 * 60_000  # type: ignore[attr-defined]

    watched.keeping.back_up_at_closing()

    newest = kept_backups(workspace.folder)[0].manifest
    assert newest is not None
    assert newest.learners == 1


@pytest.mark.parametrize(
    ("free", "tone", "said"),
    [(199, "warning", "ใกล้เต็ม เหลือ 199 MB"), (49, "danger", "เกือบเต็ม เหลือ 49 MB")],
)
def test_little_room_is_told_until_there_is_more(
    watched: Watched, workspace: Workspace, free: int, tone: str, said: str
) -> None:
    left = [free * MB]
    workspace.room._free = lambda _folder: left[0]

    notice = watched.start()

    assert notice is not None
    assert (notice.tone, said in notice.text) == (tone, True)
    left[0] = 500 * MB
    watched.keeping.look()
    assert watched.notice is None


def test_lost_writes_are_told_until_somebody_has_read_it(
    watched: Watched, workspace: Workspace
) -> None:
    SettingService(workspace).set(NOTICES, [[WRITES_LOST, NOON, 3]], laptop=True)

    notice = watched.start()

    assert notice is not None
    assert "22 พ.ย. 2569" in notice.text
    assert "ขาดไป 3 รายการ" in notice.text
    assert notice.act is not None
    notice.act()
    assert watched.notice is None
    assert CheckService(workspace).notices() == ()


def test_after_an_unclean_end_a_damaged_file_leads_to_the_wizard(
    watched: Watched, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    wished: list[bool] = []
    watched.keeping.restore_wanted.connect(lambda: wished.append(True))
    report = CheckReport({}, 0, (Finding("page_damaged", "7"),))
    monkeypatch.setattr(CheckService, "quick", lambda _self: report)
    assert watched.start() is None

    workspace.left_open = True
    notice = watched.start()

    assert notice is not None
    assert notice.tone == "danger"
    assert "กู้คืนจากสำเนา" in notice.action
    assert notice.act is not None
    notice.act()
    assert wished == [True]


def test_forms_left_half_filled_are_offered_and_opened(
    watched: Watched, workspace: Workspace
) -> None:
    learner = add_learner(workspace)
    drafts = DraftService(workspace)
    drafts.save("learner_new", "", {"given": "มานะ"})
    drafts.save("contact", str(learner), {"text": "พบที่บ้าน"})
    drafts.save("of_a_later_version", "x", {})

    notice = watched.start()

    assert notice is not None
    assert "พิมพ์ค้างไว้ 2 เรื่อง" in notice.text
    assert notice.act is not None
    notice.act()
    assert watched.opened == [("learner", LearnerPlace(learner, "visits"))]
    assert watched.notice is None


def test_a_form_that_was_gone_on_with_or_stored_is_told_of_no_more(
    watched: Watched, workspace: Workspace
) -> None:
    drafts = DraftService(workspace)
    drafts.save("learner_new", "", {"given": "มานะ"})
    drafts.save("need_new", "", {"need": "จักรยาน"})
    watched.start()

    drafts.discard("need_new")
    watched.keeping.look_what_is_left()
    assert watched.notice is not None
    assert "พิมพ์ค้างไว้ 1 เรื่อง" in watched.notice.text

    drafts.save("learner_new", "", {"given": "มานี"})
    watched.keeping.look_what_is_left()
    assert watched.notice is None


def test_sign_in_says_that_the_file_is_brought_to_this_version(qtbot: QtBot) -> None:
    screen = SignInScreen()
    qtbot.addWidget(screen)
    screen.show_step(0, 1, "migration")
    before = screen.enter_button.text()

    screen.show_busy(True)
    screen.show_step(0, 1, "migration")

    assert "ปรับแฟ้มข้อมูล" not in before
    assert screen.enter_button.text() == "กำลังปรับแฟ้มข้อมูล…"


def test_the_shell_shows_a_notice_and_does_what_it_offers(qtbot: QtBot) -> None:
    shell = Shell(Features(), InlineJobRunner())
    qtbot.addWidget(shell)
    shell.show()
    done: list[bool] = []

    shell.show_notice(Notice("low", "ดิสก์ใกล้เต็ม", "warning", "ดู", lambda: done.append(True)))
    shown = shell.notice.isVisibleTo(shell)
    shell.notice.button.click()

    assert shown
    assert done == [True]
    assert not shell.notice.isVisibleTo(shell)
    # Read and closed, it is not said again; what is graver is.
    shell.show_notice(Notice("low", "ดิสก์ใกล้เต็ม", "warning"))
    assert not shell.notice.isVisibleTo(shell)
    shell.show_notice(Notice("full", "ดิสก์เกือบเต็ม", "danger"))
    assert shell.notice.isVisibleTo(shell)
    shell.show_notice(None)
    assert not shell.notice.isVisibleTo(shell)
