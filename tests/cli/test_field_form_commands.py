"""Forms for telephones by commands: made, and their answers looked at and taken in."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from tests.cli.conftest import Command


def test_a_form_is_made_and_its_answers_are_taken_in_once(command: Command, tmp_path: Path) -> None:
    form, answers = tmp_path / "form.xlsx", tmp_path / "answers.csv"
    made = command("field-form", "visit", form)
    assert made.code == 0, made.err
    assert made.json["version"].startswith("1.")
    assert load_workbook(form).sheetnames == ["survey", "choices", "settings"]

    code = command("learner", "add", "given=ดาวเรือง").json["code"]
    answers.write_text(
        "learner_code,on,contact_kind,text,KEY\n"
        f"{code},2026-01-05,home_visit,ยายปวดเข่า,uuid:1\n"
        "ไม่มี,2026-01-05,home_visit,ใคร,uuid:2\n",
        encoding="utf-8",
    )
    looked = command("field-answers", answers, "--dry-run").json
    assert (looked["new"], looked["taken"]) == (1, 0)
    assert looked["refused"] == [{"row": 3, "code": "learner_unknown"}]
    assert command("field-answers", answers).json["taken"] == 1
    again = command("field-answers", answers).json
    assert (again["repeats"], again["taken"]) == (1, 0)
    told = command("field-answers", answers, "--dry-run", text=True)
    assert "3: " in told.out

    strange = tmp_path / "b.csv"
    strange.write_text("ชื่อ\nดาวเรือง\n", encoding="utf-8")
    refused = command("field-answers", strange, text=True)
    assert refused.code == 1
    assert "b.csv" in refused.err
