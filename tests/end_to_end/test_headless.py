"""The program as other tools start it: no display, no Qt, ended at any moment."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from pathlib import Path

from tests.end_to_end.hub_process import HubProcess
from tests.end_to_end.laptop_process import ENV, ROOT, LaptopProcess
from tests.factories import make_workspace, national_number, quicken


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
        cwd=ROOT, env=ENV, capture_output=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, b"")


def test_an_import_that_is_killed_leaves_all_or_nothing(tmp_path: Path) -> None:
    people = 600
    laptop = LaptopProcess(tmp_path / "centre")
    roster = _big_roster(tmp_path / "big.csv", people)
    make_workspace(laptop.folder).close()
    began = time.monotonic()
    laptop.run("import", str(roster), "--dry-run")
    until_stored = time.monotonic() - began
    found = 0
    for share in (0.8, 1.0, 1.1):
        process = laptop.begin("import", str(roster))
        time.sleep(until_stored * share)
        process.kill()
        process.wait()
        report = laptop.ask("check")
        assert report["ok"], report
        found = report["counts"]["learner"]
        assert found in (0, people)

    again = laptop.ask("import", str(roster))

    assert (again["new"], again["unchanged"]) == (people - found, found)


def test_from_a_roster_to_the_province_and_to_a_second_laptop(tmp_path: Path) -> None:
    first, second = (LaptopProcess(tmp_path / name) for name in ("first", "second"))
    hub = HubProcess(tmp_path / "hub")
    hub.start()
    try:
        centre = hub.new_centre()
        first.run("init", "--centre", "ศูนย์ตัวอย่าง", "--tambon", "580604", "--user", "ครู")
        quicken(first.folder)
        taken = first.run("import", str(ROOT / "tests" / "samples" / "roster-plain-30.csv"))
        assert taken["new"] == 30
        plans = first.run("print", "plans", "--all", str(tmp_path / "plans.pdf"))
        assert plans["begun"] == 30
        first.run("enrol", hub.url, hub.code(centre))
        sent = first.run("sync")
        assert {"sent", "received", "bytes_up", "bytes_down", "requests", "waiting", "receipt"} <= (
            sent.keys()
        )
        status = first.run("status")
        assert (status["waiting"], status["receipt"]) == (0, sent["receipt"])

        second.run("init", "--join", hub.url, hub.code(centre), "--user", "ครูคนที่สอง")
        quicken(second.folder)
        assert second.run("status")["centre"] == status["centre"]
        rows = {row["id"]: row for row in second.ask("learners")["learners"]}
        assert rows == {row["id"]: row for row in first.ask("learners")["learners"]}
    finally:
        hub.kill()


def test_a_stick_carries_what_no_link_can(tmp_path: Path) -> None:
    laptop = LaptopProcess(tmp_path / "laptop")
    stick, receipt = tmp_path / "out.tbr", tmp_path / "receipt.tbr"
    hub = HubProcess(tmp_path / "hub")
    make_workspace(laptop.folder).close()
    hub.start()
    try:
        laptop.ask("enrol", hub.url, hub.code(hub.new_centre()))
    finally:
        hub.kill()
    laptop.ask("learner", "add", "given=ดาวเรือง")
    written = laptop.run("bundle", "export", str(stick))
    waiting = laptop.ask("status")["waiting"]
    assert written["changes"] == waiting > 0

    hub.run("bundle", "accept", str(stick), "--receipt", str(receipt))
    taken, again = (way("bundle", "import", str(receipt)) for way in (laptop.run, laptop.ask))

    assert (taken["sent"], taken["waiting"]) == (waiting, 0)
    assert (again["sent"], again["waiting"]) == (0, 0)
    assert laptop.ask("status")["receipt"] == taken["receipt"] != ""
