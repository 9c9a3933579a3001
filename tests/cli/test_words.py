"""Commands answer people in words, in both languages; a stable name stands in brackets at most."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.models.program import SetAside
from desktop.services.learners.duplicates import DuplicateService
from desktop.services.learners.service import LearnerService
from desktop.services.sync.conversations import Conversation, keep_conversation
from tests.cli.conftest import Command
from tests.factories import Clock, add_learner, make_workspace, open_workspace
from tests.services.sync.test_store import exchange

_BRACKETS = re.compile(r"\([^()]*\)")
_CODE = re.compile(r"(?<![\w/.-])[a-z]+(?:_[a-z0-9]+)+(?![\w.])|\b(?:TG|LR)\d\d\b|\{\w*\}")


def said(command: Command, *words: str | Path, code: int = 0) -> str:
    """What a command says, once it is known to hold no code."""
    done = command(*words, text=True)
    assert done.code == code, done.err
    assert _CODE.findall(_BRACKETS.sub("", done.out + done.err)) == []
    return done.out + done.err


def test_a_learner_is_shown_in_words(command: Command) -> None:
    who = command(
        "learner", "add", "given=ดาวเรือง", "status=out_of_school", "sex=female",
        "mother_tongue=ไทใหญ่", "groups=TG02,TG05", "reasons=LR01", "national_id=1999900000014",
    ).json["code"]  # fmt: skip

    text = said(command, "learner", "show", who)

    for wanted in (
        "สถานะ / Status (status): ", "ไทใหญ่ / Shan", "ชื่อ / Given name (given): ดาวเรือง",
        "กลุ่มเป้าหมาย / Target group: ", "เหตุที่ไม่ได้เรียน / Reason out of school: ",
        "ยังขาด / still to ask for: วันเกิด / birth date",
    ):  # fmt: skip
        assert wanted in text
    shown = said(command, "record", "learner", "show", who)
    assert "สถานะ / Status (status): " in shown
    assert "ไทใหญ่ / Shan" in shown
    said(command, "records", "learner")
    said(command, "learners")


def test_consent_retention_checks_and_erasing_are_told_in_words(
    command: Command, folder: Path
) -> None:
    who = command("learner", "add", "given=ดาวเรือง", "birth=2530").json["code"]
    command("consent", "record", who, "photo", "yes", "signer=ดาวเรือง", "signer_power=self")
    assert "(photo)" in said(command, "consent", "list", who)
    assert "ภาพถ่าย" in said(command, "consent", "withdraw", who, "photo", "--by", "ดาวเรือง")
    assert "ทั้งระเบียน / The whole record" in said(command, "retention")
    assert "บันทึกการพบ / Meetings: 2" in said(command, "retention", "years", "contact", "2")
    said(command, "check")
    said(command, "backup")
    assert "จะหายเมื่อหมุนเวียน" in said(command, "erase", who, "--reason", "ขอให้ลบ")
    said(command, "erasures")


def test_somebody_whose_time_is_over_is_listed(command: Command, folder: Path) -> None:
    command("learner", "add", "given=ดาว", "status=completed", "closed_on=2540")

    (due,) = command("retention").json["due"]

    assert due["why"] == "completed"
    assert "completed" not in said(command, "retention")


def test_what_clashes_and_who_stands_twice_is_told_in_words(
    command: Command, folder: Path, tmp_path: Path
) -> None:
    here = open_workspace(folder)
    there = make_workspace(
        tmp_path / "other", Clock(Clock().now_ms + 60_000), here.centre_id, user="ครูอีกคน"
    )
    learner = add_learner(here, status="studying", village="3", nickname="ดา")
    twin = add_learner(here, village="3", nickname="ดา")
    DuplicateService(here).suspect(learner, twin, ("given", "village"))
    exchange(here, there)
    LearnerService(here).edit(learner, {"status": "completed"})
    LearnerService(there).edit(learner, {"status": "out_of_school"})
    exchange(here, there)
    here.close()
    there.close()

    text = said(command, "conflicts")
    assert "สถานะ / Status (status)" in text
    assert "out_of_school" not in text
    (row,) = command("conflicts").json["conflicts"]
    command("conflicts", "resolve", row["id"], "mine")
    assert "เลือกค่าของเครื่องนี้แล้ว" in said(command, "conflicts", "--settled")
    assert "ชื่อเหมือนกัน / same name" in said(command, "duplicates")


def test_what_sync_did_is_told_in_words(command: Command, folder: Path) -> None:
    opened = open_workspace(folder)
    learner = add_learner(opened, "มะลิ")
    with opened.database.write(applying=True) as session:
        for outcome in ("done", "visited", "mass_deletion", "too_many_tries", "of_tomorrow"):
            now = opened.now()
            keep_conversation(session, Conversation(now, now, "near", outcome))
        session.add(
            SetAside(
                device=b"elsewhe.", epoch=1, lane=1, seq=9, record_id=learner, kind="learner",
                reason="wrong_type:given", payload=b"", at=opened.now(),
            )
        )  # fmt: skip
    opened.close()

    assert "เครื่องใกล้กัน / Near by" in said(command, "sessions")
    assert "อ่านช่อง ชื่อ ไม่ออก" in said(command, "set-aside")
    said(command, "status")
    said(command, "laptops")
    said(command, "receipts")


def test_a_roster_and_its_problems_are_told_in_words(command: Command) -> None:
    samples = Path(__file__).parents[1] / "samples"
    for sample in ("roster-oao-240.xlsx", "roster-plain-30.csv"):
        said(command, "import", samples / sample, "--dry-run")
