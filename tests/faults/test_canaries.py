"""Names looked for byte by byte in all that the program leaves outside what somebody asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.persons_rights.erasing import ErasureService
from tests.factories import make_workspace, open_workspace
from tests.faults.canary_laptop import CANARY, CANARY_LATIN
from tests.faults.erasing import everything

_READY_SECONDS = 120.0
_ROOT = Path(__file__).parents[2]
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp874")
NEEDLES = (
    *(text.encode(name) for text in (CANARY, CANARY_LATIN, "0812345678") for name in ENCODINGS),
    # As workbooks and JSON may spell it.
    "".join(f"&#{ord(letter)};" for letter in CANARY).encode(),
    json.dumps(CANARY)[1:-1].encode(),
)


def found_in(*folders: Path) -> list[str]:
    """The files below that hold a canary in any spelling, or bear one in their name."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if CANARY in path.name or CANARY_LATIN in path.name:
                found.append(path.name)
            elif path.is_file():
                content = path.read_bytes()
                found += [path.name for needle in NEEDLES if needle in content][:1]
    return found


class Desk:
    """A laptop's folders: the data, the temporary ones, a home, and files somebody asked for."""

    def __init__(self, folder: Path) -> None:
        self.data, self.temp = folder / "data", folder / "temp"
        self.home, self.asked = folder / "home", folder / "asked"
        for each in (self.temp, self.home, self.asked):
            each.mkdir()
        make_workspace(self.data).close()

    @property
    def watched(self) -> tuple[Path, Path, Path]:
        """Where nothing may be found."""
        return self.data, self.temp, self.home

    def work(self, hold: Path | None = None) -> subprocess.Popen[bytes]:
        """A process of its own that works a day; the system takes no right from what it makes."""
        temp = str(self.temp)
        environment = {
            **os.environ,
            "PYTHONPATH": str(_ROOT),
            **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), temp),
            **dict.fromkeys(("HOME", "USERPROFILE", "XDG_CACHE_HOME"), str(self.home)),
        }
        return subprocess.Popen(
            [sys.executable, "-m", "tests.faults.canary_laptop", str(self.data), str(self.asked),
             str(hold or "")],
            cwd=self.temp,
            env=environment,
            umask=-1 if sys.platform == "win32" else 0,
        )  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A laptop's folders."""
    return Desk(tmp_path)


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    for number, needle in enumerate(NEEDLES):
        (tmp_path / f"{number}").write_bytes(b"\x00" + needle + b"\xff")
    (tmp_path / f"{CANARY_LATIN}.txt").write_bytes(b"")
    (tmp_path / "clean").write_bytes(b"nobody")

    assert len(found_in(tmp_path)) == len(NEEDLES) + 1


def test_a_days_work_leaves_nothing_behind(desk: Desk) -> None:
    assert desk.work().wait(timeout=_READY_SECONDS) == 0

    assert {path.name for path in desk.asked.iterdir()} == {
        "roster.csv", "plan.pdf", "people.xlsx", "people.csv", "work.bundle"
    }  # fmt: skip
    # A plan's PDF and a workbook are packed: what was asked for is not part of the promise.
    assert set(found_in(desk.asked)) == {"roster.csv", "people.csv"}, "there to be found"
    assert found_in(*desk.watched) == []
    # The copy of the schema is the test's own, and goes with its process.
    own = "tambon-schema-"
    assert [each for each in desk.temp.iterdir() if not each.name.startswith(own)] == []
    if sys.platform != "win32":
        of_the_test = {desk.data / "program.log", desk.asked / "roster.csv"}
        made = {*desk.data.rglob("*"), *desk.asked.iterdir()} - of_the_test
        modes = {path.name: path.stat().st_mode & 0o7777 for path in made}
        assert modes == {path.name: 0o700 if path.is_dir() else 0o600 for path in made}
    assert "refused" in (desk.data / "program.log").read_text(encoding="utf-8")


def test_killed_in_the_midst_of_an_export_and_then_erased(desk: Desk, tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    process = desk.work(ready)
    try:
        deadline = time.monotonic() + _READY_SECONDS
        while not ready.exists():
            assert process.poll() is None, "it ended by itself"
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert found_in(*desk.watched) == [], "while it runs"
    finally:
        process.kill()
        process.wait()

    assert found_in(*desk.watched) == []
    assert not (desk.asked / "half.xlsx").exists()
    workspace = open_workspace(desk.data)
    for row in LearnerLists(workspace).find(LearnerQuery()):
        assert CANARY.encode() in everything(workspace)
        ErasureService(workspace).erase(row.id, "ขอ")
    assert CANARY.encode() not in everything(workspace)
    workspace.close()
    assert found_in(*desk.watched) == []


@pytest.mark.skipif(sys.platform == "win32", reason="the system writes no core files")
def test_no_core_file_can_be_written(tmp_path: Path) -> None:
    code = (
        "from desktop.crash_dumps import forbid_crash_dumps as f; f(); import resource;"
        "print(resource.getrlimit(resource.RLIMIT_CORE), flush=True); import os; os.abort()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        capture_output=True,
        check=False,
    )

    assert done.returncode != 0
    assert done.stdout.strip() == b"(0, 0)"
    assert list(tmp_path.iterdir()) == []
