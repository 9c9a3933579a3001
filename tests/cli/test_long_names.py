"""Files with names near what a system takes, in Thai: written, or refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command

LIMIT = 255
ROSTER = Path(__file__).parents[1] / "samples" / "roster-plain-30.csv"


def _named(folder: Path, ending: str, size: int) -> Path:
    room = size - len(ending)
    return folder / ("ก" * (room // 3) + "a" * (room % 3) + ending)


def _words(code: str) -> dict[str, list[str | Path]]:
    return {
        "plan": ["print", "plan", code, ".pdf"],
        "plans": ["print", "plans", "--all", ".pdf"],
        "register": ["print", "register", ".pdf"],
        "form": ["print", "form", "survey", ".pdf"],
        "person": ["print", "person", code, ".pdf"],
        "tambon": ["report", "tambon", ".pdf"],
        "learners": ["export", "learners", ".xlsx"],
        "csv": ["export", "learners", ".csv"],
        "plan table": ["export", "plans", ".csv"],
        "person table": ["export", "person", code, ".xlsx"],
        "problems": ["import", ROSTER, "--dry-run", "--problems", ".xlsx"],
        "backup": ["backup", ".backup"],
        "recovery": ["recovery", "make", ".pdf"],
        "diagnostics": ["diagnostics", ".json"],
    }


@pytest.mark.parametrize("what", _words(""))
def test_a_file_of_the_longest_name_is_written_and_a_longer_one_refused(
    command: Command, tmp_path: Path, what: str
) -> None:
    code = command("learner", "add", "given=ดาว", "village=3").json["code"]
    *words, ending = _words(code)[what]
    folder = tmp_path / "papers"
    folder.mkdir()
    for size in (LIMIT - 6, LIMIT):
        path = _named(folder, str(ending), size)
        assert len(path.name.encode()) == size
        done = command(*words, path)
        assert (done.code, done.err) == (0, "")
        assert path.stat().st_size > 0
        path.unlink()
    for size in (LIMIT + 1, 3 * LIMIT):
        done = command(*words, _named(folder, str(ending), size))
        assert done.code == 1
        assert "ยาวเกิน" in done.err
        assert "too long" not in done.err.lower().replace("longer", "")
        assert "Traceback" not in done.err
    assert list(folder.iterdir()) == []
    assert command("recovery", "status").json["sheet"] == "" or what == "recovery"


@pytest.mark.parametrize("words", [["import"], ["bundle", "import"], ["restore", "--look"]])
def test_a_file_to_read_with_such_a_name_is_told_as_any_other(
    command: Command, tmp_path: Path, words: list[str]
) -> None:
    for size in (LIMIT, 3 * LIMIT):
        done = command(*words, _named(tmp_path, ".xlsx", size))
        assert done.code == 1
        assert done.err.strip()
        assert "Traceback" not in done.err
        assert "โปรแกรมผิดพลาด" not in done.err


def test_a_sheet_that_cannot_be_written_leaves_the_old_one_in_force(
    command: Command, tmp_path: Path
) -> None:
    old = command("recovery", "make", tmp_path / "old.pdf").json["id"]
    assert command("recovery", "make", tmp_path / "none" / "sheet.pdf").code == 1
    assert command("recovery", "make", tmp_path / "old.pdf").code == 1
    assert command("recovery", "status").json["sheet"] == old
