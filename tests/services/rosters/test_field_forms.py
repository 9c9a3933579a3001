"""Forms for telephones: whole in both languages, and their answers taken in once."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import Workbook, load_workbook
from pyxform.xls2xform import convert  # type: ignore[import-untyped]

from desktop.errors import UserError
from desktop.exchange.xlsforms import Question, XlsForm, write_form
from desktop.models.people import Learner, RiskFlag
from desktop.services.all import Services
from desktop.services.rosters.field_forms import WHATS
from desktop.services.workspace import Workspace
from tests.factories import add_learner

XF = "{http://www.w3.org/2002/xforms}"


@pytest.fixture
def services(workspace: Workspace) -> Services:
    return Services(workspace)


def texts(xform: str) -> dict[str, dict[str, str]]:
    """What a form says, by language and what it is of, as a telephone reads it."""
    found: dict[str, dict[str, str]] = {}
    for language in ElementTree.fromstring(xform).iter(f"{XF}translation"):
        said = {
            str(text.get("id")): "".join(value.itertext())
            for text in language.iter(f"{XF}text")
            for value in text.iter(f"{XF}value")
        }
        found[str(language.get("lang"))] = said
    return found


@pytest.mark.parametrize("what", WHATS)
def test_a_form_is_converted_without_a_warning_and_whole_in_both_languages(
    services: Services, tmp_path: Path, what: Any
) -> None:
    path = tmp_path / "form.xlsx"
    version = services.field_forms.write(what, path, sensitive=True)
    warned: list[str] = []
    made = convert(path, warnings=warned)
    assert warned == []
    said = texts(made.xform)
    assert set(said) == {"ไทย (th)", "English (en)"}
    thai, english = said["ไทย (th)"], said["English (en)"]
    assert set(thai) == set(english)
    assert all(text.strip() not in ("", "-") for text in (*thai.values(), *english.values()))
    assert f'version="{version}"' in made.xform
    if what == "hett":
        levels = [text for text in thai.values() if text == "ยังไม่ประเมิน"]
        asked = [each for each in services.hett.framework().indicators if not each.hidden]
        assert len(levels) == len(asked)
        for each in asked:
            for level in (1, 2, 3, 4):
                assert f"{level} {each.wording(level)}" in thai.values()


def test_sensitive_indicators_go_out_only_where_they_are_asked_for(
    services: Services, tmp_path: Path
) -> None:
    sensitive = {each.code for each in services.hett.framework().indicators if each.sensitive}
    assert sensitive
    for asked in (False, True):
        services.field_forms.write("hett", tmp_path / "f.xlsx", sensitive=asked)
        rows = load_workbook(tmp_path / "f.xlsx")["survey"].iter_rows(values_only=True)
        assert bool(sensitive & {row[1] for row in rows}) == asked


def test_other_words_are_another_version_and_the_same_are_the_same(
    services: Services, tmp_path: Path
) -> None:
    def version() -> str:
        return services.field_forms.write("hett", tmp_path / "f.xlsx")

    first = version()
    assert version() == first
    services.framework.name_indicator("H1", "ร่างกายเติบโต")
    assert version() != first


@pytest.mark.parametrize(
    "question",
    [
        Question("text", "a", "ก", ""),
        Question("text", "a", "ก", "A", ("ช่วย", "")),
        Question("select_one", "a", "ก", "A", choices=(("1", "หนึ่ง", ""),)),
        Question("select_one", "a", "ก", "A", choices=(("1", "หนึ่ง", "1"), ("1", "สอง", "2"))),
    ],
)
def test_a_form_that_would_say_less_in_a_language_is_not_written(
    tmp_path: Path, question: Question
) -> None:
    with pytest.raises(ValueError, match=r"missing|of one name"):
        write_form(tmp_path / "f.xlsx", XlsForm("f", "f", "1", [question]))
    assert not (tmp_path / "f.xlsx").exists()


def answers(services: Services, code: str, **more: str) -> dict[str, str]:
    """A round as ODK Central exports it: groups before the names, `uuid:` before the id."""
    asked = [each for each in services.hett.framework().indicators if not each.hidden]
    said = {f"of_{each.dimension}-{each.code}": "1" for each in asked}
    return {
        "SubmissionDate": "2026-11-20T02:00:00.000Z", "learner_code": code, "on": "2026-11-19",
        "round": "entry", **said, "meta-instanceID": "uuid:0001", **more,
    }  # fmt: skip


def write_csv(path: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_a_round_is_looked_at_first_then_taken_in_whole_and_once(
    workspace: Workspace, services: Services, tmp_path: Path
) -> None:
    learner = add_learner(workspace, "ดาวเรือง")
    code = services.lists.rows([learner])[0].code
    row = answers(services, code)
    first = next(key for key in row if key.endswith("-H1"))
    second = next(key for key in row if key.endswith("-H2"))
    row |= {first: "not_assessed", second: "not_applicable", first + "_seen": "ไม่ได้ชั่ง"}
    path = write_csv(tmp_path / "a.csv", [row])

    (seen,) = services.field_forms.preview(path)
    assert (seen.learner_id, seen.on) == (learner, "2026-11-19")
    assert (seen.problem, seen.taken) == (None, False)
    assert services.hett.of(learner) == ()

    assert len(services.field_forms.take(path)) == 1
    (line,) = services.hett.of(learner)
    assert (line.on, line.round, line.complete) == ("2026-11-19", "entry", True)
    ratings = services.hett.get(line.id).ratings
    assert (ratings["H1"].state, ratings["H1"].level) == ("not_assessed", None)
    assert ratings["H1"].evidence == "ไม่ได้ชั่ง"
    assert (ratings["H2"].state, ratings["H2"].level) == ("not_applicable", None)
    assert {each.level for code, each in ratings.items() if code not in ("H1", "H2")} == {1}
    with workspace.read() as session:
        assert session.query(RiskFlag).filter_by(learner_id=learner).count() == 1

    assert [each.taken for each in services.field_forms.preview(path)] == [True]
    assert services.field_forms.take(path) == ()
    services.hett.hide(line.id)
    assert services.field_forms.take(path) == (), "what was put away does not come back"


def test_one_action_is_taken_back_whole(
    workspace: Workspace, services: Services, tmp_path: Path
) -> None:
    learner = add_learner(workspace, "ดาวเรือง")
    code = services.lists.rows([learner])[0].code
    rows = [answers(services, code, **{"meta-instanceID": f"uuid:{each}"}) for each in "ab"]
    assert len(services.field_forms.take(write_csv(tmp_path / "a.csv", rows))) == 2
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)
    assert services.hett.of(learner) == ()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"learner_code": "ไม่มี"}, "learner_unknown"),
        ({"meta-instanceID": ""}, "answer_without_id"),
        ({"on": "2027-01-01"}, "date_ahead"),
        ({"on": ""}, "field_missing"),
        ({"round": "never"}, "unknown_code"),
        ({"H1": ""}, "answer_level"),
        ({"H1": "5"}, "answer_level"),
        ({"H1": "-"}, "answer_level"),
    ],
)
def test_what_cannot_be_taken_says_why_and_the_others_go_on(
    workspace: Workspace, services: Services, tmp_path: Path, more: dict[str, str], code: str
) -> None:
    learner = add_learner(workspace, "ดาวเรือง")
    good = answers(services, services.lists.rows([learner])[0].code)
    keys = {name: next(key for key in good if key.endswith(name)) for name in more}
    given = {keys[name]: text for name, text in more.items()}
    path = write_csv(tmp_path / "a.csv", [{**good, "meta-instanceID": "uuid:9", **given}, good])
    bad, fine = services.field_forms.preview(path)
    assert bad.problem is not None
    assert bad.problem.code == code
    assert fine.problem is None
    assert [each.row for each in services.field_forms.take(path)] == [fine.row]
    assert len(services.hett.of(learner)) == 1


def test_a_restricted_learner_and_a_strange_file_are_refused(
    workspace: Workspace, services: Services, tmp_path: Path
) -> None:
    learner = add_learner(workspace, "ดาวเรือง")
    row = answers(services, services.lists.rows([learner])[0].code)
    path = write_csv(tmp_path / "a.csv", [row, row])
    assert [each.taken for each in services.field_forms.preview(path)] == [False, True]
    with workspace.write() as session:
        session.get_one(Learner, learner).restricted_on = "2026-11-01"
    problems = [each.problem for each in services.field_forms.preview(path)]
    assert [each.code for each in problems if each] == ["learner_restricted"] * 2
    assert services.field_forms.take(path) == ()
    with pytest.raises(UserError, match="answers_not_ours"):
        services.field_forms.preview(write_csv(tmp_path / "b.csv", [{"ชื่อ": "ดาวเรือง"}]))


def test_visits_come_from_a_workbook_as_kobo_writes_it(
    workspace: Workspace, services: Services, tmp_path: Path
) -> None:
    learner = add_learner(workspace, "ดาวเรือง")
    code = services.lists.rows([learner])[0].code
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    said = {
        "start": "x", "learner_code": code, "on": "2026-11-19", "contact_kind": "home_visit",
        "place": "บ้าน", "text": "ยายปวดเข่า", "next_on": "2026-12-01", "next_text": "พาไปหาหมอ",
        "_uuid": "77",
    }  # fmt: skip
    sheet.append(list(said))
    sheet.append(list(said.values()))
    book.save(tmp_path / "k.xlsx")
    assert len(services.field_forms.take(tmp_path / "k.xlsx")) == 1
    (line,) = services.contacts.of(learner)
    assert (line.text, line.on, line.place) == ("ยายปวดเข่า", "2026-11-19", "บ้าน")
    assert line.next_on == "2026-12-01"
    assert services.field_forms.take(tmp_path / "k.xlsx") == ()
