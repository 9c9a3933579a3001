"""A set-up that was cut off is moved aside; a centre without its key file is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.database import DATABASE_FILE
from desktop.errors import StorageError, UserError
from desktop.keys import KEY_FILE, KeyRing
from desktop.services.opening import centre_exists
from tests.factories import add_learner, make_workspace, open_workspace


def _cut_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Begin a centre and fail before its key file; returns the database that is left."""

    def refused(*_given: object) -> None:
        raise StorageError("disk_full")

    with monkeypatch.context() as patched:
        patched.setattr(KeyRing, "add", refused)
        with pytest.raises(StorageError, match="disk_full"):
            make_workspace(folder, stepwise=True)
    return (folder / DATABASE_FILE).read_bytes()


def test_before_its_key_file_there_is_no_centre(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _cut_off(tmp_path / "centre", monkeypatch)

    assert not centre_exists(tmp_path / "centre")


def test_a_set_up_can_be_begun_anew_and_what_was_left_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "centre"
    first = _cut_off(folder, monkeypatch)
    second = _cut_off(folder, monkeypatch)

    workspace = make_workspace(folder)
    add_learner(workspace)
    workspace.close()

    assert (folder / "unfinished-1" / DATABASE_FILE).read_bytes() == first
    assert (folder / "unfinished-2" / DATABASE_FILE).read_bytes() == second
    open_workspace(folder).close()


def test_a_centre_whose_key_file_was_lost_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "centre"
    workspace = make_workspace(folder)
    workspace.close()
    (folder / KEY_FILE).unlink()
    held = (folder / DATABASE_FILE).read_bytes()

    with pytest.raises(UserError, match="centre_exists"):
        make_workspace(folder, stepwise=True)

    assert (folder / DATABASE_FILE).read_bytes() == held
