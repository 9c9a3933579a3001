"""Files and folders are their owner's alone, whatever the umask, and one module makes them."""

from __future__ import annotations

import ast
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sync import own_files
from sync.own_files import (
    begin_private,
    make_own_folder,
    open_own,
    replace_own,
    touch_own,
    write_new,
)

_ROOT = Path(__file__).resolve().parent.parent
_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has lists instead of modes")

# Scripts that make what the repository holds, and the module itself.
_FREE = ("desktop/ui/translation_files.py", "sync/dictionaries/train.py", "sync/own_files.py")
# Archives over a file that `open_own` opened, or in memory.
_ARCHIVES = (
    "desktop/exchange/book_in_memory.py",
    "desktop/exchange/oneroster.py",
    "desktop/services/storage/backup_files.py",
    "sync/hub/memory_book.py",
)
_ALWAYS = frozenset(
    [
        "write_text",
        "write_bytes",
        "mkdir",
        "makedirs",
        "copyfile",
        "copy",
        "copy2",
        "copytree",
        "NamedTemporaryFile",
    ]
)
_OF_MODULES = frozenset({"copy", "copy2"})  # also methods of other things


@pytest.fixture
def open_umask() -> Iterator[None]:
    """Nothing is taken from what a file is made with."""
    before = os.umask(0)
    yield
    os.umask(before)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@_posix
@pytest.mark.parametrize(
    "make",
    [
        lambda path: open_own(path, "wb").close(),
        lambda path: open_own(path, "x", encoding="utf-8").close(),
        lambda path: open_own(path, "ab").close(),
        lambda path: write_new(path, b"x"),
        lambda path: replace_own(path, b"x"),
        touch_own,
    ],
)
def test_a_file_is_its_owners_alone(
    tmp_path: Path, open_umask: None, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "file")
    assert _mode(tmp_path / "file") == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@_posix
def test_one_that_others_could_read_is_shut(tmp_path: Path, open_umask: None) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "file").chmod(0o644)
    touch_own(tmp_path / "file")
    assert _mode(tmp_path / "file") == 0o600
    assert (tmp_path / "file").read_bytes() == b"old"


@_posix
def test_folders_that_were_missing_too_and_no_others(tmp_path: Path, open_umask: None) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    make_own_folder(shared / "a" / "b")
    assert [_mode(path) for path in (shared, shared / "a", shared / "a" / "b")] == [
        0o755, 0o700, 0o700,
    ]  # fmt: skip
    make_own_folder(shared)
    assert _mode(shared) == 0o755


@_posix
def test_a_process_begins_with_nothing_for_others(tmp_path: Path, open_umask: None) -> None:
    begin_private()
    (tmp_path / "of a library").write_bytes(b"")
    assert _mode(tmp_path / "of a library") == 0o600


def test_nothing_is_read_that_way(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="rb"):
        open_own(tmp_path / "file", "rb")


def test_a_new_file_is_never_in_anothers_place(tmp_path: Path) -> None:
    write_new(tmp_path / "file", b"old")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"


def test_what_the_disk_refuses_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_more: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(os, "fsync", refuse)
    for make in (write_new, replace_own):
        with pytest.raises(OSError, match="full"):
            make(tmp_path / "file", b"x")
        assert list(tmp_path.iterdir()) == []


def test_windows_folders_get_a_list_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    monkeypatch.setattr(own_files, "_SHUT", given.append)
    monkeypatch.setattr(sys, "platform", "win32")
    make_own_folder(tmp_path / "a" / "b")
    assert given == [str(tmp_path / "a"), str(tmp_path / "a" / "b")]


def _makers(source: str) -> list[str]:
    """The calls in a program text that make a file or a folder by themselves."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = (
            function.attr
            if isinstance(function, ast.Attribute)
            else function.id
            if isinstance(function, ast.Name)
            else ""
        )
        owner = ast.unparse(function.value) if isinstance(function, ast.Attribute) else ""
        words = [
            each.value
            for each in (*node.args, *(word.value for word in node.keywords))
            if isinstance(each, ast.Constant) and isinstance(each.value, str)
        ]
        writes = any(word and set(word) <= set("rwxabt+") and set(word) & set("wxa")
                     for word in words)  # fmt: skip
        if (
            (name in _ALWAYS and (name not in _OF_MODULES or owner == "shutil"))
            or (name == "open" and owner == "os" and "O_CREAT" in ast.unparse(node))
            or (name == "open" and owner != "os" and writes)
            or (name == "ZipFile" and writes)
        ):
            found.append(f"{node.lineno}: {ast.unparse(node)[:60]}")
    return found


def test_the_search_finds_each_way_of_making_one() -> None:
    for source in (
        "open(path, 'wb')", "path.open('x')", "path.open(mode='a')", "path.write_text('')",
        "path.write_bytes(b'')", "path.mkdir()", "os.makedirs(path)", "shutil.copy(a, b)",
        "os.open(path, os.O_CREAT | os.O_RDWR)", "ZipFile(path, 'w')", "io.open(path, 'w+b')",
    ):  # fmt: skip
        assert _makers(source), source
    for source in (
        "path.open('rb')",
        "path.open('rb+')",
        "open(path)",
        "values.copy()",
        "archive.open(name)",
    ):
        assert not _makers(source), source


def test_one_module_makes_every_file() -> None:
    found = {}
    for package in ("desktop", "sync"):
        for path in sorted((_ROOT / package).rglob("*.py")):
            name = path.relative_to(_ROOT).as_posix()
            if name in _FREE:
                continue
            calls = _makers(path.read_text("utf-8"))
            if name in _ARCHIVES:
                calls = [call for call in calls if "ZipFile" not in call and "archive" not in call]
            if calls:
                found[name] = calls
    assert found == {}
