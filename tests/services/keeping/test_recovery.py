"""Recovery words: made, put away, used; and whatever is done to the key file is noted once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import StorageError, UserError
from desktop.keys import HeldKey
from desktop.services.audit import AuditService
from desktop.services.keeping.key_events import note_key_events
from desktop.services.keeping.recovery import RecoveryService
from desktop.services.opening import names_for, recover
from desktop.services.users import UserService
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, QUICK, Clock, open_workspace

NEW = "ตั้งใหม่แล้ว"


@pytest.fixture
def recovery(workspace: Workspace) -> RecoveryService:
    return RecoveryService(workspace)


@pytest.fixture
def lost(workspace: Workspace, recovery: RecoveryService) -> tuple[Path, str]:
    """A folder whose passcode nobody knows any more, and the words of its sheet."""
    words = " ".join(recovery.make(PASSCODE).words)
    return workspace.folder, words


def events(workspace: Workspace) -> list[str]:
    return [line.event for line in AuditService(workspace).entries()]


def recovered(folder: Path, words: str, user: UUID, passcode: str = NEW) -> Workspace:
    return recover(folder, words, user, passcode, clock=Clock(), key_cost=QUICK)


def test_the_sheet_is_made_and_put_away(workspace: Workspace, recovery: RecoveryService) -> None:
    assert recovery.status().sheet is None

    paper = recovery.make(PASSCODE)
    state = recovery.status().sheet

    assert state is not None
    assert (state.id, state.put_away) == (paper.id, False)
    recovery.put_away()
    recovery.put_away()
    kept = recovery.status().sheet
    assert kept is not None
    assert kept.put_away
    assert events(workspace)[:2] == ["recovery_put_away", "recovery_made"]


def test_its_words_stand_nowhere_in_the_folder(
    workspace: Workspace, recovery: RecoveryService, tmp_path: Path
) -> None:
    paper = recovery.make(PASSCODE)
    recovery.print_sheet(paper, tmp_path / "sheet.pdf")
    workspace.database.close()

    run = "".join(paper.words).encode(), " ".join(paper.words).encode(), paper.code.encode()
    for path in workspace.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(each in content for each in run), path


def test_letters_without_a_typeface_are_told_before_the_sheet_is_printed(
    recovery: RecoveryService, tmp_path: Path
) -> None:
    paper = replace(recovery.make(PASSCODE), names=("ครูดาว", "ครู नमन"))
    with pytest.raises(UserError, match="paper_letters_missing") as refused:
        recovery.print_sheet(paper, tmp_path / "sheet.pdf")
    assert str(refused.value.values["whose"]).startswith("ครู नमन: न (U+0928)")
    assert not (tmp_path / "sheet.pdf").exists()
    assert recovery.print_sheet(paper, tmp_path / "sheet.pdf", boxes=True) == 1

    known = replace(paper, names=("ครูດາວ", "ครู李"))
    assert recovery.print_sheet(known, tmp_path / "known.pdf") == 1


def test_only_an_administrator_with_the_passcode_makes_one(workspace: Workspace) -> None:
    UserService(workspace).add("ครูสอง", "facilitator", "second one", PASSCODE)
    with pytest.raises(UserError, match="wrong_passcode"):
        RecoveryService(workspace).make("ไม่ใช่รหัส")
    other = open_workspace(workspace.folder, "second one")
    with pytest.raises(UserError, match="not_allowed"):
        RecoveryService(other).make("second one")
    other.close()


def test_a_lost_passcode_is_set_anew(lost: tuple[Path, str], workspace: Workspace) -> None:
    folder, words = lost
    user = workspace.user.user_id
    assert [each.user_id for each in names_for(folder, words)] == [user]

    opened = recovered(folder, words, user)

    assert opened.user.name == "ครูทดสอบ"
    assert events(opened)[0] == "passcode_recovered"
    opened.close()
    open_workspace(folder, NEW).close()
    with pytest.raises(UserError, match="wrong_passcode"):
        open_workspace(folder, PASSCODE)


def test_a_new_sheet_makes_the_old_one_void(
    lost: tuple[Path, str], workspace: Workspace, recovery: RecoveryService
) -> None:
    folder, old = lost
    new = " ".join(recovery.make(PASSCODE).words)

    with pytest.raises(UserError, match="recovery_replaced"):
        names_for(folder, old)
    recovered(folder, new, workspace.user.user_id).close()


def test_where_none_was_made_it_is_said(workspace: Workspace, recovery: RecoveryService) -> None:
    words = " ".join(recovery.make(PASSCODE).words)
    content = workspace.keys.path.read_text(encoding="utf-8")
    first = content[: content.index('"recovery"')].rstrip().rstrip(",") + "}"
    workspace.keys.path.write_text(first.replace('"format": 2', '"format": 1'), encoding="utf-8")

    with pytest.raises(UserError, match="recovery_none"):
        names_for(workspace.folder, words)


def test_who_left_is_not_let_in_by_the_words(lost: tuple[Path, str], workspace: Workspace) -> None:
    folder, words = lost
    second = UserService(workspace).add("ครูสอง", "facilitator", "second one", PASSCODE)
    with workspace.write() as session:
        from desktop.models.program import User

        session.get_one(User, second).active = False

    with pytest.raises(UserError, match="user_inactive"):
        recovered(folder, words, second)
    with pytest.raises(UserError, match="passcode_common"):
        recovered(folder, words, workspace.user.user_id, "123456")
    open_workspace(folder).close()


def test_an_end_between_the_key_file_and_the_entry_loses_neither(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut:

        def ended(_workspace: Workspace) -> int:
            raise KeyboardInterrupt

        cut.setattr("desktop.services.users.note_key_events", ended)
        with pytest.raises(KeyboardInterrupt):
            UserService(workspace).change_passcode(PASSCODE, NEW)
    assert "passcode_changed" not in events(workspace)
    assert len(workspace.keys.events()) == 1

    opened = open_workspace(workspace.folder, NEW)

    assert events(opened).count("passcode_changed") == 1
    assert opened.keys.events() == ()
    opened.close()
    again = open_workspace(workspace.folder, NEW)
    assert events(again).count("passcode_changed") == 1
    again.close()


def test_an_end_behind_the_entry_notes_nothing_twice(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut:
        cut.setattr("desktop.keys.KeyRing.forget_events", lambda *_given: None)
        UserService(workspace).change_passcode(PASSCODE, NEW)
    assert len(workspace.keys.events()) == 1

    assert note_key_events(workspace) == 0

    assert events(workspace).count("passcode_changed") == 1
    assert workspace.keys.events() == ()


def test_the_key_is_wiped_when_the_centre_closes(workspace: Workspace) -> None:
    held = workspace.database.key
    assert isinstance(held, HeldKey)
    assert len(held.plain()) == 32

    workspace.close()

    assert held.wiped
    with pytest.raises(StorageError, match="centre_closed"):
        held.plain()
