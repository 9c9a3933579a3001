"""Erasing, anonymising, retention and the breach pack on the command line."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Command


def test_erasing_lists_what_still_holds_the_person(command: Command, folder: Path) -> None:
    gone = command("learner", "add", "given=ดาวเรือง").json
    (folder / "backups").mkdir(exist_ok=True)
    command("backup", folder / "backups" / "a.backup")

    erased = command("erase", gone["code"], "--reason", "ขอให้ลบ").json

    assert [(each["place"], each["name"]) for each in erased["places"]] == [("backup", "a.backup")]
    assert command("erasures").json["places"] == erased["places"]
    (folder / "backups" / "a.backup").unlink()
    assert command("erasures").json == {"places": []}
    assert command("erasures", "done", "elsewhere", "E:/x").json == {"done": 0}


def test_anonymising_keeps_the_count(command: Command) -> None:
    gone = command("learner", "add", "given=ดาวเรือง", "sex=female").json
    assert command("anonymise", gone["code"], "--reason", "คุณดาวเรืองขอ").code == 1

    done = command("anonymise", gone["code"], "--reason", "ขอ").json

    assert done == {"people": 1, "villages_left_out": 0}
    (row,) = command("learners").json["learners"]
    assert row["given"] == "ไม่ระบุตัวตน"
    assert row["sex"] == "female"
    assert row["code"] != gone["code"]


def test_retention_lists_sets_and_keeps(command: Command) -> None:
    known = command("learner", "add", "given=ดาวเรือง").json
    assert command("retention").json == {
        "years": {"learner": 5, "document": 5, "learner_private": 5, "contact": 5, "lead": 5},
        "due": [],
    }

    assert command("retention", "years", "contact", "2").json["years"]["contact"] == 2
    assert command("retention", "years", "contact", "99").code == 1
    kept = command("retention", "keep", known["code"], "--reason", "เรื่องร้องเรียน").json
    assert len(kept["until"]) == 10


def test_the_breach_pack_of_this_laptop(command: Command, tmp_path: Path) -> None:
    command("learner", "add", "given=ดาวเรือง")
    device = command("status").json["device"]

    told = command("breach", device, tmp_path / "pack.xlsx", "--reason", "เครื่องหาย").json

    assert told["people"] == 1
    assert told["revoked"] is None
    sheets = load_workbook(tmp_path / "pack.xlsx").sheetnames
    assert len(sheets) == 4
    assert command("breach", "ffffffffffffffff", tmp_path / "no.xlsx", "--reason", "หาย").code == 1
    assert not (tmp_path / "no.xlsx").exists()


def test_hours_of_urgent_cases_are_listed_and_set(command: Command) -> None:
    assert command("urgent-hours").json["hours"]["at_risk"] == {"answer": 2, "hand_on": 24}
    changed = command("urgent-hours", "set", "at_risk", "answer", "3").json["hours"]
    assert changed["at_risk"] == {"answer": 3, "hand_on": 24}
    assert command("urgent-hours", "set", "at_risk", "answer", "0").code == 1
