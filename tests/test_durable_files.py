"""Files that outlive a power cut: what is written, and what is said when the disk refuses."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from desktop.durable_files import make_folder_durably, move_durably, sync_folder, write_durably

_no_folder_sync = pytest.mark.skipif(sys.platform == "win32", reason="folders are not synced there")


def _refusing(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)


def test_a_file_is_replaced_whole_and_nothing_stays_beside(tmp_path: Path) -> None:
    write_durably(tmp_path / "a", b"old")
    write_durably(tmp_path / "a", b"new")

    assert (tmp_path / "a").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_refused_write_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_durably(tmp_path / "a", b"old")
    _refusing(monkeypatch, errno.ENOSPC)

    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        write_durably(tmp_path / "a", b"new")

    assert (tmp_path / "a").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@_no_folder_sync
def test_each_name_is_synced_with_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr("desktop.durable_files.sync_folder", synced.append)

    make_folder_durably(tmp_path / "a" / "b")
    write_durably(tmp_path / "a" / "file", b"x")
    move_durably(tmp_path / "a" / "file", tmp_path / "a" / "b" / "file")

    assert set(synced[:2]) == {tmp_path, tmp_path / "a"}
    assert synced[2:] == [tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a"]


@_no_folder_sync
def test_a_failed_sync_of_a_folder_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _refusing(monkeypatch, errno.EIO)

    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        sync_folder(tmp_path)


@_no_folder_sync
def test_a_file_system_without_such_a_sync_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _refusing(monkeypatch, errno.EINVAL)

    sync_folder(tmp_path)
