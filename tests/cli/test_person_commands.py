"""A person's rights by command: consent, restriction, putting right, the whole record."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Command


def _learner(command: Command, *more: str) -> str:
    code: str = command("learner", "add", "given=ดาวเรือง", "birth=5/5/2555", *more).json["code"]
    return code


def test_consent_is_recorded_listed_and_taken_back(command: Command) -> None:
    code = _learner(command)
    listed = command("consent", "list", code).json
    assert (listed["situation"], listed["own_agreement"]) == ("minor", True)
    assert "parental_power" in listed["powers"]
    assert {each["status"] for each in listed["consents"]} == {"pending"}

    refused = command(
        "consent", "record", code, "plan", "yes", "signer=แม่", "signer_power=daily_carer"
    )
    assert refused.code == 1
    assert "ผู้ดูแลจริง" in refused.err
    made = command(
        "consent", "record", code, "plan", "yes", "signer=แม่", "signer_power=parental_power",
        "child_agrees=yes",
    )  # fmt: skip
    assert made.json["id"]
    assert command("consent", "list", code).json["consents"][0]["status"] == "given"
    taken = command("consent", "withdraw", code, "plan", "--by", "แม่").json
    assert "plans_not_exported" in {each["code"] for each in taken["consequences"]}
    assert command("consent", "withdraw", code, "plan").code == 1


def test_a_fact_is_put_right_and_a_record_held(command: Command, tmp_path: Path) -> None:
    code = _learner(command, "nickname=ต้น")

    done = command("rectify", code, "nickname=ต้นน้ำ", "--asked-by", "แม่", "--reason", "สะกดผิด").json

    (one,) = done["corrections"]
    assert (one["before"], one["after"], one["asked_by"]) == ("ต้น", "ต้นน้ำ", "แม่")
    assert command("restrict", code, "--reason", "ตามคำขอ").json == {"restricted": True}
    assert command("learner", "set", code, "nickname=อื่น").code == 1
    assert command("print", "person", code, tmp_path / "a.pdf").code == 1
    assert command("restrict", code, "--lift", "--reason", "ตรวจแล้ว").json == {"restricted": False}
    assert command("learner", "set", code, "nickname=อื่น").code == 0


def test_the_whole_record_goes_to_paper_and_workbook(command: Command, tmp_path: Path) -> None:
    code = _learner(command)

    assert command("print", "person", code, tmp_path / "a.pdf").json["pages"] >= 1
    assert command("export", "person", code, tmp_path / "a.xlsx").json["rows"] > 5
    assert command("print", "form", "consent", "--for", code, tmp_path / "f.pdf").json["pages"] == 1
    refused = command("export", "person", tmp_path / "b.xlsx")
    assert refused.code == 1
    assert command("export", "learners", code, tmp_path / "c.xlsx").code == 1
