"""Rosters in: whom each row means, idempotence, decisions, undo, and what is never lost."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.errors import Cancelled, UserError
from desktop.models.area import Village
from desktop.models.people import Carer, Learner, LearnerCode
from desktop.models.program import Change, DeviceState, ImportRun
from desktop.services.learners.duplicates import DuplicateService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery, LearnerRow
from desktop.services.learners.service import LearnerService
from desktop.services.rosters.importing import (
    Answers,
    ImportPreview,
    ImportResult,
    ImportService,
    RowDecision,
)
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from tests.factories import add_learner, national_number

SAMPLES = Path(__file__).parents[2] / "samples"
HEADINGS = (
    "เลขประจำตัวประชาชน", "ชื่อ - สกุล", "ชื่อเล่น", "วันเกิด", "หมู่", "ผู้ปกครอง", "เบอร์โทร", "หมายเหตุ",
)  # fmt: skip


def _roster(folder: Path, *rows: tuple[str, ...], name: str = "roster.csv") -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADINGS)
        for row in rows:
            writer.writerow([*row, *[""] * (len(HEADINGS) - len(row))])
    return path


def _take_in(workspace: Workspace, path: Path) -> ImportResult:
    service = ImportService(workspace)
    return service.run(service.preview(path))


def _rows(workspace: Workspace, search: str = "") -> list[LearnerRow]:
    return LearnerLists(workspace).find(LearnerQuery(search=search))


def _next_change(workspace: Workspace) -> int:
    with workspace.read() as session:
        return session.get_one(DeviceState, 1).next_number


@pytest.mark.parametrize(
    ("name", "people"),
    [("roster-oao-240.xlsx", 240), ("roster-plain-30.csv", 30), ("roster-school-60.xlsx", 60)],
)
def test_a_roster_comes_in_whole_and_again_changes_nothing(
    workspace: Workspace, name: str, people: int
) -> None:
    first = _take_in(workspace, SAMPLES / name)
    before = _next_change(workspace)
    again = _take_in(workspace, SAMPLES / name)

    assert (first.rows, first.new, first.skipped) == (people, people, 0)
    assert (again.rows, again.new, again.updated, again.unchanged) == (people, 0, 0, people)
    assert _next_change(workspace) == before
    assert LearnerLists(workspace).count(LearnerQuery()) == people


def test_the_same_words_in_another_file_change_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = (("", "ด.ญ. ดาวเรือง ธารน้ำเงา", "ดาว", "2554", "3"), ("", "ซอวาทู", "", "", "3"))
    _take_in(workspace, _roster(tmp_path, *rows))

    again = _take_in(workspace, _roster(tmp_path, *reversed(rows), name="other.csv"))

    assert (again.new, again.updated, again.unchanged) == (0, 0, 2)


def test_a_preview_stores_nothing(workspace: Workspace) -> None:
    preview = ImportService(workspace).preview(SAMPLES / "roster-oao-240.xlsx")

    assert preview.count("new") == 240
    assert _rows(workspace) == []
    assert ImportService(workspace).runs() == []


def test_a_known_number_updates_and_an_empty_cell_erases_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    number = national_number()
    learner_id = add_learner(
        workspace, "มานะ", surname="คีรีพนาสุข", national_id=number, nickname="ต้น",
        birth="2554-03-09", phone="0811111111", note="ชอบซ่อมรถ",
    )  # fmt: skip

    path = _roster(
        tmp_path, (number, "นายมานะ คีรีพนาสุข", "", "2554", "4", "", "0822222222", "ย้ายมา")
    )
    result = _take_in(workspace, path)

    detail = LearnerService(workspace).get(learner_id)
    assert (result.new, result.updated) == (0, 1)
    assert (detail.row.title, detail.row.nickname, detail.row.birth) == ("นาย", "ต้น", "2011-03-09")
    assert (detail.row.village, detail.values["phone"]) == ("4", "0822222222")
    assert detail.values["note"] == "ชอบซ่อมรถ\nย้ายมา"


def test_a_past_number_leads_to_its_learner_and_stays_past(
    workspace: Workspace, tmp_path: Path
) -> None:
    learner_id = add_learner(workspace, "พอคี", national_id="1999900000014")
    number = national_number()
    LearnerService(workspace).edit(learner_id, {"national_id": number})

    result = _take_in(workspace, _roster(tmp_path, ("1999900000014", "พอคี", "คี")))

    row = LearnerService(workspace).get(learner_id).row
    assert (result.new, result.updated) == (0, 1)
    assert (row.national_id, row.nickname) == (number, "คี")


def test_a_number_on_plainly_another_person_is_no_update(
    workspace: Workspace, tmp_path: Path
) -> None:
    number = national_number()
    add_learner(workspace, "มานะ", surname="คีรีพนาสุข", national_id=number, birth="2530")

    result = _take_in(workspace, _roster(tmp_path, (number, "ศรีวรรณ ไพรวัลย์งามดี", "", "2560")))

    assert (result.new, result.duplicates) == (1, 1)
    assert "number_of_another" in {problem.code for problem in result.problems}
    assert [row.given for row in _rows(workspace, "มานะ")] == ["มานะ"]


def test_a_row_without_a_number_finds_its_earlier_row(workspace: Workspace, tmp_path: Path) -> None:
    _take_in(workspace, _roster(tmp_path, ("", "หน่อแอริ", "แอ", "", "5", "พอคี ธารน้ำเงา")))

    number = national_number()
    mended = _roster(
        tmp_path, (number, "หน่อแอริ", "แอ", "12/3/2556", "5", "พอคี ธารน้ำเงา", "0899999999")
    )
    result = _take_in(workspace, mended)

    assert (result.new, result.updated) == (0, 1)
    (row,) = _rows(workspace)
    assert (row.national_id, row.birth) == (number, "2013-03-12")


def test_an_edit_made_since_is_not_undone_by_the_same_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = _roster(tmp_path, ("", "หน่อแอริ", "แอ", "", "5", "พอคี ธารน้ำเงา", "0811111111"))
    _take_in(workspace, path)
    learner_id = _rows(workspace)[0].id
    LearnerService(workspace).edit(learner_id, {"phone": "0822222222", "given": "นอพอ"})

    result = _take_in(workspace, path)

    assert (result.new, result.updated) == (0, 0)
    assert LearnerService(workspace).get(learner_id).values["phone"] == "0822222222"


def test_two_rows_alike_are_two_people_however_often(workspace: Workspace, tmp_path: Path) -> None:
    path = _roster(tmp_path, ("", "ซอวาทู", "", "", "3"), ("", "ซอวาทู", "", "", "3"))

    first, again = _take_in(workspace, path), _take_in(workspace, path)

    assert (first.new, again.new) == (2, 0)
    assert len(_rows(workspace)) == 2


def test_a_number_repeated_in_the_file_is_one_person(workspace: Workspace, tmp_path: Path) -> None:
    number = national_number()
    path = _roster(
        tmp_path,
        (number, "มานะ คีรีพนาสุข", "", "2550", "3", "", "0811111111"),
        (number, "มานะ คีรีพนาสุข", "นะ", "2550", "3", "", "0822222222"),
    )

    first, again = _take_in(workspace, path), _take_in(workspace, path)

    assert (first.new, first.skipped, again.new, again.updated) == (1, 1, 0, 0)
    detail = LearnerService(workspace).get(_rows(workspace)[0].id)
    assert (detail.row.nickname, detail.values["phone"]) == ("นะ", "0811111111")
    assert "0822222222" in detail.values["extra"].values()


def test_possible_duplicates_are_stored_and_wait(workspace: Workspace, tmp_path: Path) -> None:
    add_learner(workspace, "ดาวเรือง", surname="ธารน้ำเงา", nickname="ดาว", birth="2554", village="3")

    result = _take_in(workspace, _roster(tmp_path, ("", "ดาวเรื่อง ธารน้ำเงา", "ดาว", "2555", "3")))

    assert (result.new, result.duplicates) == (1, 1)
    assert len(DuplicateService(workspace).pairs()) == 1


def test_a_surname_alone_makes_nobody_a_duplicate(workspace: Workspace, tmp_path: Path) -> None:
    add_learner(workspace, "มานะ", surname="ธารน้ำเงา", birth="2554", village="3")

    result = _take_in(workspace, _roster(tmp_path, ("", "นภา ธารน้ำเงา", "", "2554", "3")))

    assert (result.new, result.duplicates) == (1, 0)


def test_decisions_join_or_leave_out_rows(workspace: Workspace, tmp_path: Path) -> None:
    known = add_learner(workspace, "ดาวเรือง", nickname="ดาว", birth="2554", village="3")
    path = _roster(tmp_path, ("", "ดาวเรื่อง", "ดาว", "2555", "3"), ("", "นภา", "", "2560", "1"))
    service = ImportService(workspace)
    preview = service.preview(path)
    assert [candidate.learner_id for candidate in preview.rows[0].candidates] == [known]

    decided = service.decided(
        preview,
        {
            preview.rows[0].place: RowDecision("same", known),
            preview.rows[1].place: RowDecision("leave_out"),
        },
    )
    assert [row.outcome for row in decided.rows] == ["update", "left_out"]
    result = service.run(decided)

    assert (result.new, result.updated, result.skipped) == (0, 1, 1)
    assert LearnerService(workspace).get(known).row.given == "ดาวเรื่อง"


def test_a_run_is_undone_whole_and_can_come_again(workspace: Workspace, tmp_path: Path) -> None:
    number = national_number()
    kept = add_learner(workspace, "มานะ", national_id=number, phone="0811111111")
    path = _roster(
        tmp_path, (number, "มานะ", "นะ", "", "", "", "0822222222"), ("", "นภา", "", "2560", "1")
    )
    result = _take_in(workspace, path)

    UndoService(workspace).undo_run(result.run_id)

    assert [row.id for row in _rows(workspace)] == [kept]
    assert LearnerService(workspace).get(kept).values["phone"] == "0811111111"
    assert ImportService(workspace).find_run(str(result.number)).undone_at is not None
    again = _take_in(workspace, path)
    assert (again.new, again.updated) == (1, 1)


def test_every_change_of_a_run_carries_it(workspace: Workspace) -> None:
    result = _take_in(workspace, SAMPLES / "roster-school-60.xlsx")

    with workspace.read() as session:
        made = session.scalars(select(Change.kind).where(Change.run_id == result.run_id)).all()
        runs = session.scalars(select(ImportRun.number)).all()
    assert made.count("learner") == 60
    assert runs == [result.number]


def test_what_no_field_holds_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text(
        "ชื่อ - สกุล,เลขประจำตัวประชาชน,สถานะ,วันเกิด,สีที่ชอบ\nนภา,12345,บินได้,32/2/54,ฟ้า\n",
        encoding="utf-8-sig",
    )

    _take_in(workspace, path)

    detail = LearnerService(workspace).get(_rows(workspace)[0].id)
    assert set(detail.values["extra"].values()) >= {"12345", "บินได้", "ฟ้า"}
    assert detail.values["birth_text"] == "32/2/54"


def test_villages_are_named_and_found_by_name(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text(
        "ชื่อ - สกุล,หมู่ที่,หมู่บ้าน\nนภา,3,บ้านห้วยตัวอย่าง\nมานะ,,ห้วยตัวอย่าง\nพอคี,,ดอยไกล\n",
        encoding="utf-8-sig",
    )

    _take_in(workspace, path)

    assert {row.given: row.village for row in _rows(workspace)} == {
        "นภา": "3", "มานะ": "3", "พอคี": "ดอยไกล",
    }  # fmt: skip
    with workspace.read() as session:
        names = {v.moo: v.name for v in session.scalars(select(Village))}
    assert names == {"3": "บ้านห้วยตัวอย่าง", "ดอยไกล": "ดอยไกล"}


def test_corrected_columns_are_remembered(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("ชื่อ - สกุล,หมู่ที่,ช่องลึกลับ\nนภา,3,ฟ้า\n", encoding="utf-8-sig")
    service = ImportService(workspace)
    guessed = service.preview(path)
    label = next(c.label for c in guessed.roster.tables[0].columns if c.heading == "ช่องลึกลับ")

    corrected = service.preview(path, Answers({**guessed.roster.mapping, label: "nickname"}))
    service.remember(corrected)
    later = service.preview(Path(shutil.copy(path, tmp_path / "later.csv")))

    assert not guessed.remembered
    assert later.remembered
    assert later.roster.rows[0].nickname == "ฟ้า"


def test_stopping_leaves_nothing(workspace: Workspace) -> None:
    class Impatient:
        def step(self, done: int, total: int, doing: str = "") -> None:
            if doing == "storing":
                raise Cancelled

    service = ImportService(workspace)
    preview: ImportPreview = service.preview(SAMPLES / "roster-plain-30.csv")
    before = _next_change(workspace)

    with pytest.raises(Cancelled):
        service.run(preview, Impatient())

    assert _rows(workspace) == []
    assert _next_change(workspace) == before


def test_an_unknown_run_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="run_unknown"):
        ImportService(workspace).find_run("7")


def names(workspace: Workspace) -> list[tuple[str, str]]:
    with workspace.read() as session:
        return sorted((each.given, each.surname or "") for each in session.scalars(select(Learner)))


def test_a_new_name_by_law_is_the_same_learner_and_the_old_one_is_found(
    workspace: Workspace,
) -> None:
    imports = ImportService(workspace)
    imports.run(imports.preview(SAMPLES / "field" / "29a-before.xlsx"))
    second = imports.run(imports.preview(SAMPLES / "field" / "29b-after.xlsx"))

    assert (second.new, second.updated) == (0, 2)
    assert names(workspace) == [("ณัฐชา", "ลมเหนือ"), ("ปกรณ์", "สายลม")]
    found = LearnerLists(workspace).find(LearnerQuery(search="บัวคำ"))
    assert [(row.given, row.village) for row in found] == [("ณัฐชา", "7")]
    with workspace.read() as session:
        learner = session.get_one(Learner, found[0].id)
        today = workspace.today().isoformat()
        assert learner.former_names == [{"name": "บัวคำ สายลม", "until": today}]


def test_one_number_for_two_siblings_is_two_people(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        "เลขประจำตัวประชาชน,ชื่อ,สกุล,วันเกิด\n"
        "1999900000013,ก้องภพ,ป่าแดง,05/10/2555\n"
        "1999900000013,ขวัญใจ,ป่าแดง,06/11/2557\n",
        encoding="utf-8",
    )
    imports = ImportService(workspace)
    done = imports.run(imports.preview(path))

    assert done.new == 2
    assert names(workspace) == [("ก้องภพ", "ป่าแดง"), ("ขวัญใจ", "ป่าแดง")]
    assert "number_again" in {problem.code for problem in done.problems}

    path.write_text(
        "เลขประจำตัวประชาชน,ชื่อ,สกุล,วันเกิด\n1999900000013,มะลิวัลย์,ป่าแดง,01/02/2560\n",
        encoding="utf-8",
    )
    third = imports.run(imports.preview(path))
    assert (third.new, third.updated) == (1, 0)
    assert len(names(workspace)) == 3


def test_people_beside_one_another_are_decided_apart(workspace: Workspace) -> None:
    imports = ImportService(workspace)
    preview = imports.preview(SAMPLES / "field" / "07-side-by-side.xlsx")
    first = preview.rows[0].place
    decided = imports.decided(preview, {first: RowDecision("leave_out")})

    assert imports.run(decided).new == 5


def test_a_carers_number_is_kept_with_the_carer(workspace: Workspace) -> None:
    imports = ImportService(workspace)
    imports.run(imports.preview(SAMPLES / "field" / "09-carer-number.xlsx"))

    with workspace.read() as session:
        assert session.scalars(select(LearnerCode)).all() == []
        carers = session.scalars(select(Carer)).all()
        assert {(each.name, each.note) for each in carers} == {
            ("นางมาลี สันเขา", "เลขประจำตัว 3999900000915")
        }


def test_births_are_not_dropped_by_a_wrong_clock(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("ชื่อ,สกุล,วันเกิด\nก้องภพ,ป่าแดง,05/10/2555\n", encoding="utf-8")
    workspace.database.clock = lambda: 946_684_800_000  # the year 2543
    imports = ImportService(workspace)
    preview = imports.preview(path)

    assert [problem.code for problem in preview.problems] == ["clock_suspected"]
    assert preview.roster.rows[0].birth is not None
