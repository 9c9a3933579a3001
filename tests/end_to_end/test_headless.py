"""The program as other tools start it: no display, no Qt, ended at any moment."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.end_to_end.hub_process import HubProcess
from tests.factories import PASSCODE, make_workspace, national_number, quicken

ROOT = Path(__file__).parents[2]
_ENV = {
    **{name: value for name, value in os.environ.items() if name != "DISPLAY"},
    "PYTHONUTF8": "1",
    "TAMBON_RIANRU_PASSCODE": PASSCODE,
}


def _words(folder: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "desktop", "--data", str(folder), "--json", *words]


def _run(folder: Path, *words: str) -> dict[str, Any]:
    done = subprocess.run(
        _words(folder, *words), cwd=ROOT, env=_ENV, capture_output=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _big_roster(path: Path, people: int) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["เลขประจำตัวประชาชน", "ชื่อ", "นามสกุล", "หมู่ที่", "ผู้ปกครอง", "สถานะ"])
        for number in range(people):
            writer.writerow(
                [
                    national_number(),
                    f"ตัวอย่าง{number}",
                    "ธารน้ำเงา",
                    number % 13 + 1,
                    "นภา",
                    "นอกระบบ",
                ]
            )
    return path


def test_commands_never_load_qt(tmp_path: Path) -> None:
    make_workspace(tmp_path / "centre").close()
    program = (
        "import sys, desktop.__main__ as m; code = m.main(sys.argv[1:]);"
        "sys.exit(code or ('PySide6' in sys.modules) * 3)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, "learners", "--data", str(tmp_path / "centre")],
        cwd=ROOT, env=_ENV, capture_output=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, b"")


def test_an_import_that_is_killed_leaves_all_or_nothing(tmp_path: Path) -> None:
    people = 600
    folder = tmp_path / "centre"
    roster = _big_roster(tmp_path / "big.csv", people)
    make_workspace(folder).close()
    began = time.monotonic()
    _run(folder, "import", str(roster), "--dry-run")
    until_stored = time.monotonic() - began
    found = 0
    for share in (0.8, 1.0, 1.1):
        process = subprocess.Popen(
            _words(folder, "import", str(roster)),
            cwd=ROOT, env=_ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(until_stored * share)
        process.kill()
        process.wait()
        report = _run(folder, "check")
        assert report["ok"], report
        found = report["counts"]["learner"]
        assert found in (0, people)

    again = _run(folder, "import", str(roster))

    assert (again["new"], again["unchanged"]) == (people - found, found)


def test_from_a_roster_to_the_province_and_to_a_second_laptop(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    hub = HubProcess(tmp_path / "hub")
    hub.start()
    try:
        centre = hub.new_centre()
        _run(first, "init", "--centre", "ศูนย์ตัวอย่าง", "--tambon", "580604", "--user", "ครู")
        quicken(first)
        taken = _run(first, "import", str(ROOT / "tests" / "samples" / "roster-plain-30.csv"))
        assert taken["new"] == 30
        plans = _run(first, "print", "plans", "--all", str(tmp_path / "plans.pdf"))
        assert plans["begun"] == 30
        _run(first, "enrol", hub.url, hub.code(centre))
        sent = _run(first, "sync")
        assert {"sent", "received", "bytes_up", "bytes_down", "requests", "waiting", "receipt"} <= (
            sent.keys()
        )
        status = _run(first, "status")
        assert (status["waiting"], status["receipt"]) == (0, sent["receipt"])

        _run(second, "init", "--join", hub.url, hub.code(centre), "--user", "ครูคนที่สอง")
        quicken(second)
        assert _run(second, "status")["centre"] == status["centre"]
        rows = {row["id"]: row for row in _run(second, "learners")["learners"]}
        assert rows == {row["id"]: row for row in _run(first, "learners")["learners"]}
    finally:
        hub.kill()


def test_a_stick_carries_what_no_link_can(tmp_path: Path) -> None:
    laptop, stick, receipt = tmp_path / "laptop", tmp_path / "out.tbr", tmp_path / "receipt.tbr"
    hub = HubProcess(tmp_path / "hub")
    make_workspace(laptop).close()
    hub.start()
    try:
        _run(laptop, "enrol", hub.url, hub.code(hub.new_centre()))
    finally:
        hub.kill()
    _run(laptop, "learner", "add", "given=ดาวเรือง")
    written = _run(laptop, "bundle", "export", str(stick))
    waiting = _run(laptop, "status")["waiting"]
    assert written["changes"] == waiting > 0

    hub.run("bundle", "accept", str(stick), "--receipt", str(receipt))
    taken, again = (_run(laptop, "bundle", "import", str(receipt)) for _ in range(2))

    assert (taken["sent"], taken["waiting"]) == (waiting, 0)
    assert (again["sent"], again["waiting"]) == (0, 0)
    assert _run(laptop, "status")["receipt"] == taken["receipt"] != ""
