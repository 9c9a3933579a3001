"""The restore wizard: what is offered, what would change, what was done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.database import DATABASE_FILE
from desktop.models.people import Learner
from desktop.services.keeping.backups import BackupService
from desktop.services.sign_in import SignInService
from desktop.services.storage.salvage import PAGE
from desktop.services.workspace import Workspace
from desktop.ui.restore.presenter import RestorePresenter
from desktop.ui.restore.screen import RestoreScreen
from desktop.ui.translation import Language, LanguageSwitch
from tests.factories import PASSCODE, QUICK, add_learner, make_workspace, open_workspace
from tests.ui.fakes import InlineJobRunner
from tests.ui.typing import press, type_text


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A centre with one backup and two later learners."""
    opened = make_workspace(tmp_path / "centre")
    add_learner(opened, "ดาวเรือง")
    BackupService(opened).keep()
    add_learner(opened, "มานะ")
    add_learner(opened, "นภา")
    yield opened
    opened.close()


@pytest.fixture
def wizard(qtbot: QtBot, workspace: Workspace) -> Iterator[RestoreScreen]:
    """The wizard over its folder."""
    screen = RestoreScreen()
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    presenter = RestorePresenter(
        screen, SignInService(workspace.folder, QUICK), InlineJobRunner(), workspace.close
    )
    presenter.start()
    yield screen
    assert presenter is not None


def _open(wizard: RestoreScreen, secret: str = PASSCODE) -> None:
    wizard.secret.clear()
    type_text(wizard.secret, secret)
    press(wizard.secret, Qt.Key.Key_Return)


def test_the_newest_backup_is_chosen_and_its_preview_tells_what_is_set_aside(
    wizard: RestoreScreen, workspace: Workspace
) -> None:
    assert wizard.file == BackupService(workspace).kept()[0].path

    _open(wizard)

    assert wizard.step == 1
    assert "ผู้เรียนรู้ 1 คน" in wizard._copy_text.typed
    assert "ผู้เรียนรู้ที่เพิ่มทีหลัง 2 คน" in wizard._later_text.typed
    assert "2 รายการยังไม่ได้ส่งถึงจังหวัด" in wizard._warning.typed
    assert wizard.salvage.isVisible()
    assert not wizard.salvage.isChecked()
    assert wizard.back_button.hasFocus()


def test_nothing_changes_until_the_last_button(wizard: RestoreScreen, workspace: Workspace) -> None:
    _open(wizard)
    press(wizard, Qt.Key.Key_Escape)
    assert wizard.step == 0
    left: list[bool] = []
    wizard.left.connect(lambda: left.append(True))
    press(wizard, Qt.Key.Key_Escape)

    assert left == [True]
    assert wizard.secret.value() == ""
    assert not list(workspace.folder.glob("before-restore*"))
    add_learner(workspace)


def test_a_wrong_passcode_is_told_beside_the_field(wizard: RestoreScreen) -> None:
    wizard.next_button.click()
    assert wizard.secret_row.problem == "พิมพ์รหัสนี้ก่อน"
    _open(wizard, "ไม่ใช่รหัสนี้")

    assert wizard.step == 0
    assert "รหัสผ่าน" in wizard.secret_row.problem
    assert wizard.next_button.isEnabled()


@pytest.mark.parametrize("salvaging", [False, True])
def test_a_backup_is_put_back(wizard: RestoreScreen, workspace: Workspace, salvaging: bool) -> None:
    _open(wizard)
    wizard.salvage.setChecked(salvaging)

    wizard.next_button.click()

    assert wizard.step == 2
    told = wizard._done_text.typed
    assert ("นำงานที่ยังไม่ได้ส่งกลับมา 2 รายการ" in told) is salvaging
    assert ("อีก 2 รายการอยู่ในแฟ้มเดิมเท่านั้น" in told) is not salvaging
    [kept] = workspace.folder.glob("before-restore*")
    assert str(kept) in told
    again = open_workspace(workspace.folder)
    with again.read() as session:
        assert session.query(Learner).count() == (3 if salvaging else 1)
    again.close()


def test_of_a_damaged_centre_the_unsent_work_is_brought_along_by_itself(
    wizard: RestoreScreen, workspace: Workspace
) -> None:
    workspace.close()
    path = workspace.folder / DATABASE_FILE
    with path.open("rb+") as file:
        file.seek(PAGE // 2)
        file.write(b"\xff\xff")

    _open(wizard)

    assert "เสียหาย" in wizard._later_text.typed
    assert wizard.salvage.isChecked()
    wizard.next_button.click()
    assert "นำงานที่ยังไม่ได้ส่งกลับมา 2 รายการ" in wizard._done_text.typed


def test_the_wizard_speaks_english(
    qtbot: QtBot, wizard: RestoreScreen, switch: LanguageSwitch
) -> None:
    _open(wizard)

    switch.choose(Language.ENGLISH)

    qtbot.waitUntil(lambda: wizard.next_button.text() == "Restore now")
    assert "2 learners added later" in wizard._later_text.typed
