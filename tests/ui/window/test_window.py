"""The window as a whole: first run, sign-in, lock and back, another person, a look that stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from desktop.services.centre import CentreService
from desktop.services.drafts import DraftService
from desktop.services.keeping.backups import BackupService
from desktop.services.looks import LookFile
from desktop.services.sign_in import Beginning, SignInService
from desktop.services.users import UserService
from desktop.ui.settings.centre_page import CentrePage
from desktop.ui.settings.screen import SettingsScreen
from desktop.ui.sync.screen import SyncScreen
from desktop.ui.theme import Scheme, theme
from desktop.ui.translation import Language
from desktop.ui.window import Window
from tests.factories import PASSCODE, add_learner
from tests.ui.typing import press, type_text
from tests.ui.window.hands import Opening, begin_centre


def begin(way_in: SignInService) -> None:
    way_in.begin(Beginning("ศูนย์ตัวอย่าง", "580604", "ครูดาว", PASSCODE)).close()


def sign_in(qtbot: QtBot, window: Window, passcode: str = PASSCODE) -> None:
    window.sign_in.passcode.clear()
    type_text(window.sign_in.passcode, passcode)
    press(window.sign_in.passcode, Qt.Key.Key_Return)
    qtbot.waitUntil(window.sign_in.enter_button.isEnabled, timeout=20_000)


def _goal(centre: CentreService) -> str:
    found = centre.get()
    return found.text("goal") if found else ""


def test_a_file_that_was_opened_waits_for_somebody_to_sign_in(
    qtbot: QtBot, opening: Opening, way_in: SignInService, tmp_path: Path
) -> None:
    begin(way_in)
    window = opening()
    brought = tmp_path / "งาน.bundle"
    brought.write_bytes(b"nothing that the program knows")
    window.take(brought)
    assert window.session is None

    sign_in(qtbot, window)
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)

    assert window.session is not None
    shell = window.session.shell
    qtbot.waitUntil(lambda: shell.current_key == "sync")
    screen = shell.current
    assert isinstance(screen, SyncScreen)
    assert screen.tabs.currentWidget() is not None
    qtbot.waitUntil(lambda: bool(screen.stick.problem.text), timeout=20_000)


def test_first_run_begins_a_centre_and_shows_the_day(
    qtbot: QtBot, opening: Opening, way_in: SignInService
) -> None:
    window = opening()
    begin_centre(window, "ครูดาว")
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)

    assert window.session is not None
    assert window.session.shell.current_key == "today"
    assert way_in.begun()
    assert window.first_run is None


def test_a_wrong_passcode_is_refused_beside_the_field(
    qtbot: QtBot, opening: Opening, way_in: SignInService
) -> None:
    begin(way_in)
    window = opening()

    sign_in(qtbot, window, "ผิดแน่")

    assert window.session is None
    assert "รหัสผ่านไม่ถูกต้อง" in window.sign_in.row.problem


def test_lock_keeps_what_is_half_typed(
    qtbot: QtBot, opening: Opening, way_in: SignInService
) -> None:
    begin(way_in)
    window = opening()
    sign_in(qtbot, window)
    session = window.session
    assert session is not None
    session.shell.open("settings", "centre")
    screen = session.shell.current
    assert isinstance(screen, SettingsScreen)
    page = screen.page("centre")
    assert isinstance(page, CentrePage)
    qtbot.waitUntil(lambda: page.form.values()["name"] == "ศูนย์ตัวอย่าง")
    type_text(page.form.field("goal"), "ทุกคนมีทางเรียน")

    session.shell.top_bar.lock.click()
    assert window.sign_in.isVisible()
    assert not session.shell.isVisible()
    sign_in(qtbot, window)

    assert window.session is session
    assert session.shell.isVisible()
    assert page.form.values()["goal"] == "ทุกคนมีทางเรียน"
    centre = CentreService(session.workspace)
    qtbot.waitUntil(lambda: _goal(centre) == "ทุกคนมีทางเรียน")


def test_another_person_gets_a_frame_of_their_own(
    qtbot: QtBot, opening: Opening, way_in: SignInService
) -> None:
    workspace = way_in.begin(Beginning("ศูนย์ตัวอย่าง", "580604", "ครูดาว", PASSCODE))
    mali = UserService(workspace).add("ครูมะลิ", "facilitator", "มะลิ1234", PASSCODE)
    workspace.close()
    window = opening()
    window.sign_in.choose(
        next(p.user_id for p in window.sign_in.names._people if p.name == "ครูดาว")
    )
    sign_in(qtbot, window)
    first = window.session
    assert first is not None
    window.lock()

    window.sign_in.choose(mali)
    sign_in(qtbot, window, "มะลิ1234")

    assert window.session is not None
    assert window.session is not first
    assert window.session.workspace.user.name == "ครูมะลิ"


def test_the_look_stays_for_the_next_start(
    qtbot: QtBot, opening: Opening, way_in: SignInService
) -> None:
    begin(way_in)
    window = opening()
    window.looks.choose_scale(115)
    window.looks.choose_scheme(Scheme.DARK)
    window.looks.choose_language(Language.ENGLISH)

    kept = LookFile(way_in.folder).look

    assert (kept.language, kept.scheme, kept.scale) == ("en", "dark", 115)
    assert theme().scheme is Scheme.DARK
    qtbot.waitUntil(lambda: window.sign_in.enter_button.text() == "Sign in")


def test_a_look_that_cannot_be_read_is_the_usual(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text("{", encoding="utf-8")

    assert LookFile(tmp_path).look.language == "th"


def test_restoring_a_backup_asks_everybody_to_sign_in(
    qtbot: QtBot, opening: Opening, way_in: SignInService, tmp_path: Path
) -> None:
    begin(way_in)
    window = opening()
    sign_in(qtbot, window)
    session = window.session
    assert session is not None
    made = BackupService(session.workspace).make(tmp_path / "one.backup")

    add_learner(session.workspace, "มานะ")

    session.wishes.restore_wanted.emit()
    wizard = window.restoring.screen
    assert wizard is not None
    wizard.show_file(made.path)
    type_text(wizard.secret, PASSCODE)
    wizard.next_button.click()
    qtbot.waitUntil(lambda: wizard.step == 1, timeout=20_000)
    assert window.session is session
    wizard.next_button.click()
    qtbot.waitUntil(lambda: wizard.step == 2, timeout=20_000)
    assert window.session is None
    wizard.next_button.click()

    assert window.sign_in.isVisible()
    sign_in(qtbot, window)
    assert window.session is not None


@pytest.mark.parametrize(("wide", "high", "whole"), [(1366, 728, True), (1920, 1040, False)])
def test_the_window_fits_the_screen_it_is_on(
    opening: Opening, monkeypatch: pytest.MonkeyPatch, wide: int, high: int, whole: bool
) -> None:
    window = opening()
    window.hide()
    window.resize(1366, 768)

    class Room:
        def availableSize(self) -> QSize:
            return QSize(wide, high)

    monkeypatch.setattr(window, "screen", Room)
    window.show_fitting()

    assert window.isMaximized() is whole


def test_what_is_told_above_everything_follows_the_language(
    qtbot: QtBot, opening: Opening, way_in: SignInService
) -> None:
    workspace = way_in.begin(Beginning("ศูนย์ตัวอย่าง", "580604", "ครูดาว", PASSCODE))
    DraftService(workspace).save("learner_new", "", {"given": "มานะ"})
    workspace.close()
    window = opening()
    sign_in(qtbot, window)
    assert window.session is not None
    notice = window.session.shell.notice
    qtbot.waitUntil(notice.isVisible, timeout=20_000)
    assert "พิมพ์ค้างไว้" in notice.text

    window.looks.choose_language(Language.ENGLISH)

    qtbot.waitUntil(lambda: "half filled" in notice.text)


def test_the_largest_letters_fit_the_smallest_screen(
    qtbot: QtBot, opening: Opening, way_in: SignInService
) -> None:
    name = "ศูนย์การเรียนรู้ตำบลแม่สวดและตำบลใกล้เคียงอำเภอสบเมย"
    way_in.begin(Beginning(name, "580604", "ครูดาว", PASSCODE)).close()
    window = opening()
    sign_in(qtbot, window)
    theme().choose(Scheme.LIGHT, 130)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.width() == 1024)
    assert window.session is not None
    bar = window.session.shell.top_bar
    assert bar.minimumSizeHint().width() <= bar.width()
    assert bar.mapTo(window, bar.rect().topRight()).x() < 1024
