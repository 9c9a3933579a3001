"""People who are looked for: lists in, walks, outcomes, learners made of them, results back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from desktop.errors import UserError
from desktop.models.leads import Lead, LeadMove, LeadNumber, LeadRow
from desktop.models.persons import Person
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.leads.records import OUTCOMES, LeadQuery
from desktop.services.rosters.plans import RowDecision
from desktop.services.workspace import Workspace
from tests.factories import add_learner, national_number
from tests.services.leads.lists import ZERO_DROPOUT, written
from tests.services.sync.test_store import exchange


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "Zero Dropout 2569.xlsx")


def taken_in(services: Services, path: Path) -> Any:
    return services.lead_imports.run(services.lead_imports.preview(path))


def names(services: Services, **asked: Any) -> list[str]:
    return [row.person.given for row in services.leads.find(LeadQuery(**asked))]


def back(services: Services, tmp_path: Path) -> list[tuple[Any, ...]]:
    (own, *_others) = services.lead_lists.lists()
    target = tmp_path / "back.xlsx"
    services.exporting.export("lead_results", target, LeadQuery(list_id=own.id))
    sheet: Any = load_workbook(target).active
    return [row for row in sheet.iter_rows(values_only=True) if any(row)]


def test_a_list_of_any_shape_comes_in_as_people_to_look_for(services: Services, path: Path) -> None:
    done = taken_in(services, path)

    assert (done.new, done.skipped) == (3, 0)
    assert names(services) == ["ธาดา", "มาลี", "ศักดิ์"]
    detail = services.leads.get(services.leads.find()[0].id)
    told = {"school": "บ้านห้วย", "school_class": "p6", "address": "45/1", "source": "zero_dropout"}
    assert {name: detail.values[name] for name in told} == told
    assert detail.values["says"] == "รหัสอำเภอ: A-17"
    assert (detail.row.moo, detail.lists[0].number) == ("3", 4)
    with services.workspace.read() as session:
        assert session.scalar(select(func.count()).select_from(Person)) == 3
    # They are nobody to us yet, and stand in no list of people we work with.
    assert services.persons.find() == ()
    assert [row.outcome for row in services.lead_imports.preview(path).rows] == ["unchanged"] * 3
    services.undo.undo_run(done.run_id)
    assert services.leads.find() == ()


def test_who_is_there_already_is_joined_and_who_may_be_is_asked(
    services: Services, workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    learner = add_learner(workspace, given="ธาดา", surname="ป่าแก้ว", birth="12/5/2555", village="3")
    add_learner(workspace, given="มาลี", surname="ป่าแก้ว", birth="2556", village="3")
    preview = services.lead_imports.preview(path)
    assert [row.outcome for row in preview.rows] == ["update", "new", "new"]
    (asked,) = [row for row in preview.rows if row.candidates]
    assert asked.row.given == "มาลี"
    other = asked.candidates[0].learner_id
    assert other is not None
    assert services.lead_imports.known([other])[other].name.endswith("มาลี ป่าแก้ว")

    decided = services.lead_imports.decided(preview, {asked.place: RowDecision("same", other)})
    services.lead_imports.run(decided)

    states = {row.person.given: row.state for row in services.leads.find()}
    assert states == {"ธาดา": "learner", "มาลี": "learner", "ศักดิ์": "new"}
    (first,) = services.leads.find(LeadQuery("ธาดา"))
    assert first.learner_id == learner
    # The office hears of everybody on its list, in its own order.
    assert [row[13] for row in back(services, tmp_path)[1:]] == [
        "เป็นผู้เรียนรู้แล้ว", "เป็นผู้เรียนรู้แล้ว", "ยังไม่ได้ไปหา",
    ]  # fmt: skip


def test_two_lists_that_name_one_child_lead_to_one(services: Services, tmp_path: Path) -> None:
    number = national_number()
    rows = [*ZERO_DROPOUT[:3], (1, number, "เด็กชาย", "ธาดา", "ป่าแก้ว", "12/05/2555", "", 3)]
    taken_in(services, written(tmp_path / "a.xlsx", rows))
    leavers = [("ที่", "ชื่อ-สกุล", "เลขประจำตัวประชาชน", "ชั้น"), (9, "ธาดา ป่าแก้ว", number, "ป.6")]
    done = taken_in(services, written(tmp_path / "โรงเรียน.xlsx", leavers))

    assert (done.new, done.updated) == (0, 1)
    (row,) = services.leads.find()
    detail = services.leads.get(row.id)
    assert len(detail.lists) == 2
    assert detail.values["school_class"] == "p6"  # what the first list had not said


def test_a_walk_is_printed_keyed_by_its_numbers_and_goes_back_to_the_office(
    services: Services, workspace: Workspace, path: Path, tmp_path: Path
) -> None:
    taken_in(services, path)
    assert services.lead_sheets.write_pdf(tmp_path / "a.pdf") == 2  # a page for each village
    # Looked at before it is printed, a sheet keeps its code.
    services.lead_sheets.write_pdf(tmp_path / "a.pdf")
    sheets = services.lead_walks.sheets()
    assert [(each.village, each.people) for each in sheets] == [("4", 1), ("3", 2)]
    code = sheets[1].code
    keyed = services.lead_walks.key(code.lower(), 1, "๒", "20/11/2569", "สกร. อำเภอ")
    assert (keyed.name, keyed.state, keyed.on) == ("เด็กชายธาดา ป่าแก้ว", "elsewhere", "2026-11-20")
    services.lead_walks.key(code, 2, "seek", words="บ้านปิด")
    for wrong, problem in (
        ((code, 3, "1"), "lead_row_unknown"),
        (("QQ999", 1, "1"), "lead_sheet_unknown"),
        ((code, 2, "8"), "unknown_code"),
        ((code, 2, "3"), "field_missing"),
        ((code, 2, "1", "1/1/2599"), "date_ahead"),
    ):
        with pytest.raises(UserError, match=problem):
            services.lead_walks.key(*wrong)
    found = back(services, tmp_path)
    assert found[0][:3] == ("ลำดับ", "เลขประจำตัวประชาชน", "คำนำหน้า")
    assert found[1][12:14] == ("A-17", "เรียนอยู่ที่อื่น")
    assert found[1][15] == "สกร. อำเภอ"
    assert (found[2][13], found[2][16]) == ("กำลังตามหา", "บ้านปิด")
    (waiting,) = services.lead_walks.rows(sheets[0].code)
    assert waiting is not None
    assert waiting.state == "new"
    assert names(services, ask_again=True) == ["ศักดิ์"]
    clock = workspace.database.clock
    workspace.database.clock = lambda: clock() + 31 * 86_400_000
    assert names(services, ask_again=True) == ["มาลี", "ศักดิ์"]


def test_every_outcome_can_be_keyed(services: Services, tmp_path: Path) -> None:
    for each in OUTCOMES:
        services.leads.add({"given": f"คนที่{each.digit}", "village_id": "3"})
    services.lead_sheets.write_pdf(tmp_path / "a.pdf")
    (sheet,) = services.lead_walks.sheets()
    for number, each in enumerate(OUTCOMES, 1):
        services.lead_walks.key(sheet.code, number, each.digit, words="ตามที่เล่า")
    states = {row.state for row in services.leads.find()}
    assert states == {"found", "elsewhere", "moved", "dead", "not_found", "refused", "sought"}
    assert services.lead_walks.sheets()[0].waiting == 2


def test_a_learner_is_made_with_what_is_known_and_its_source_kept(
    services: Services, path: Path
) -> None:
    taken_in(services, path)
    (row,) = services.leads.find(LeadQuery("มาลี"))
    known = services.leads.prefilled(row.id)
    assert (known["given"], known["village"], known["carer"]) == ("มาลี", "3", "นางคำ ป่าแก้ว")
    values = {name: each for name, each in known.items() if name not in ("carer", "phone")}
    saved = services.leads.register(row.id, values, {"name": known["carer"]})

    learner = services.learners.get(saved.id)
    assert learner.values["extra"] == {"ที่มาของรายชื่อ": "Zero Dropout 2569"}
    assert (learner.carers[0].text("name"), learner.row.village) == ("นางคำ ป่าแก้ว", "3")
    detail = services.leads.get(row.id)
    assert (detail.row.state, detail.row.learner_id) == ("learner", saved.id)
    with pytest.raises(UserError, match="move_not_from"):
        services.leads.register(row.id, values)
    services.leads.move(row.id, "reopen", {"reason": "คนละคน"})
    assert services.leads.get(row.id).row.state == "sought"


def test_who_may_be_the_same_is_told(services: Services, workspace: Workspace) -> None:
    learner = add_learner(workspace, given="คำแพง", surname="ใจดี", nickname="แพง", village="3")
    facts = {"given": "คำแพง", "surname": "ใจดี", "nickname": "แพง", "village_id": "3"}
    one, two = services.leads.add(facts), services.leads.add(facts)
    assert [(each.kind, each.id) for each in services.leads.alike(one)] == [
        ("learner", learner), ("lead", two),
    ]  # fmt: skip
    services.leads.move(one, "enrol", {"registered_id": learner})
    assert [each.id for each in services.leads.alike(one)] == [two]
    with pytest.raises(UserError, match="learner_unknown"):
        services.leads.move(two, "enrol", {"registered_id": one})


def test_numbers_follow_the_rules_of_the_register(services: Services) -> None:
    right = national_number()
    lead = services.leads.add({"given": "คำแพง", "identity": right})
    assert services.leads.get(lead).doubtful == {}
    assert [row.id for row in services.leads.find(LeadQuery(right))] == [lead]
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    services.leads.edit(lead, {"identity": wrong})
    assert services.leads.get(lead).doubtful == {"identity": "checksum"}
    with pytest.raises(UserError, match="bad_number"):
        services.leads.edit(lead, {"identity": "12345"})
    services.leads.edit(lead, {"identity": ""})
    assert services.leads.get(lead).values["identity"] == ""


def test_numbers_are_masked_on_paper_unless_they_may_be_whole(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = national_number()
    services.leads.add({"given": "คำแพง", "identity": number, "village_id": "3"})
    papers: list[Any] = []

    def write(made: list[object], _path: Path, *_more: object) -> int:
        papers.extend(made)
        return 1

    monkeypatch.setattr("desktop.reports.write_lists", write)
    services.lead_sheets.write_pdf(tmp_path / "a.pdf")
    services.lead_sheets.write_pdf(tmp_path / "a.pdf", None, PaperOptions(whole_numbers=True))
    masked, whole = (paper.sections[0].rows[0][0] for paper in papers)
    assert number[:8] not in masked.replace("-", "")
    assert number in whole.replace("-", "")


def test_counts_open_the_people_behind_them(services: Services, path: Path) -> None:
    taken_in(services, path)
    services.leads.add({"given": "ไม่รู้บ้าน"})
    (malee,) = services.leads.find(LeadQuery("มาลี"))
    services.leads.move(malee.id, "move_away", {"place": "เชียงใหม่"})
    for by in ("village", "source"):
        rows = services.lead_lists.counts(by)
        assert sum(row.total for row in rows) == 4
        for row in rows:
            assert len(services.leads.find(row.query())) == row.total
            for state, number in row.states.items():
                assert len(services.leads.find(row.query(state))) == number
    assert [row.name for row in services.lead_lists.counts()] == ["3", "4", ""]


def test_a_list_that_is_called_otherwise_takes_its_people_along(
    services: Services, path: Path
) -> None:
    taken_in(services, path)
    (own,) = services.lead_lists.lists()
    assert (own.rows, own.waiting, own.source) == (3, 3, "zero_dropout")
    kept = services.leads.find()[0].id
    services.leads.edit(kept, {"source": "neighbour"})
    services.lead_lists.edit(own.id, {"name": "บัญชีอำเภอ", "source": "office"})
    assert {row.source for row in services.leads.find()} == {"neighbour", "office"}


def test_the_whole_record_tells_all_and_erasing_reaches_all(
    services: Services, path: Path, tmp_path: Path
) -> None:
    taken_in(services, path)
    (row,) = services.leads.find(LeadQuery("ธาดา"))
    services.leads.move(row.id, "seek", {"note": "ถามยายแล้ว"})
    written_to = services.person_records.write_xlsx(row.person.id, tmp_path / "a.xlsx")
    sheets = load_workbook(written_to.path)
    told = "\n".join(
        str(cell)
        for sheet in sheets.worksheets
        for line in sheet.iter_rows(values_only=True)
        for cell in line
    )
    for words in ("ถามยายแล้ว", "9999000000014", "บ้านห้วย", "รหัสอำเภอ: A-17"):
        assert words in told
    services.erasure.erase(row.person.id, "ขอให้ลบ")
    with services.workspace.database.read() as session:
        assert row.id not in session.scalars(select(Lead.id)).all()
        for whose in (LeadNumber.lead_id, LeadRow.lead_id, LeadMove.lead_id):
            assert row.id not in session.scalars(select(whose)).all()
    assert [line[:4] for line in back(services, tmp_path)[1:]] == [
        ("2", "9999000000022", "เด็กหญิง", "มาลี"), ("3", None, "นาย", "ศักดิ์"),
    ]  # fmt: skip


def test_who_is_restricted_is_on_no_paper_and_in_no_table(
    services: Services, path: Path, tmp_path: Path
) -> None:
    taken_in(services, path)
    (row,) = services.leads.find(LeadQuery("ธาดา"))
    services.restrictions.restrict(row.person.id, "ขอให้ระงับ")
    services.lead_sheets.write_pdf(tmp_path / "a.pdf")
    assert sum(each.people for each in services.lead_walks.sheets()) == 2
    assert services.exporting.export("leads", tmp_path / "b.xlsx").rows == 2
    assert back(services, tmp_path)[1][:4] == (None, None, None, None)
    with pytest.raises(UserError, match="person_restricted"):
        services.leads.move(row.id, "seek")


def test_two_laptops_look_for_the_same_people(
    workspace: Workspace, other: Workspace, services: Services, path: Path, tmp_path: Path
) -> None:
    taken_in(services, path)
    services.lead_sheets.write_pdf(tmp_path / "a.pdf")
    exchange(workspace, other)
    there = Services(other)
    assert [row.name for row in there.leads.find()] == [row.name for row in services.leads.find()]
    code = there.lead_walks.sheets()[1].code
    there.lead_walks.key(code, 1, "1", words="อยู่กับยาย")
    there.lead_sheets.write_pdf(tmp_path / "b.pdf", LeadQuery(states=("found",)))
    exchange(workspace, other)
    assert [row.told for row in services.leads.find(LeadQuery("ธาดา"))] == ["อยู่กับยาย"]
    codes = [each.code for each in services.lead_walks.sheets()]
    assert len(set(codes)) == len(codes) == 3
    assert back(services, tmp_path) == back(there, tmp_path)


def test_who_was_looked_for_in_vain_is_kept_no_longer_than_the_period(
    services: Services, workspace: Workspace, path: Path
) -> None:
    taken_in(services, path)
    moved, found, mentor = (row for row in services.leads.find())
    services.leads.move(moved.id, "move_away", {"place": "เชียงใหม่", "done_on": "2564-06"})
    services.leads.move(found.id, "find", {"done_on": "2564-06"})
    services.leads.move(mentor.id, "give_up", {"done_on": "2564-06"})
    services.mentors.add({"person_id": mentor.person.id})

    (due,) = services.retention.due()

    assert (due.kind, due.learner_id, due.due_on) == ("lead", moved.person.id, "2026-06-30")
    services.retention.keep_longer(due.learner_id, "ญาติขอผลค้นหา")
    assert services.retention.due() == ()
    clock = workspace.database.clock
    workspace.database.clock = lambda: clock() + 370 * 86_400_000
    (again,) = services.retention.due()
    assert again.kept_reason == "ญาติขอผลค้นหา"
    services.erasure.erase(again.learner_id, "ครบกำหนด")
    assert len(services.leads.find()) == 2


def test_results_go_back_without_the_offices_words_by_whoever_may_not_see_them(
    workspace: Workspace, services: Services, path: Path, tmp_path: Path
) -> None:
    taken_in(services, path)
    lead = services.leads.find()[0]
    services.leads.move(lead.id, "move_away", {"place": "เชียงใหม่", "note": "แม่ป่วย"})
    whole = back(services, tmp_path)
    assert any("แม่ป่วย" in str(cell) for row in whole for cell in row)
    workspace.user = replace(workspace.user, role="officer", sees_sensitive=False)
    head, *rows = back(services, tmp_path)
    assert head == ("แถวในบัญชี", "ชื่อ", "ผลการตามหา", "วันที่", "ไปที่ไหน เรียนที่ไหน")
    assert len(rows) == len(whole) - 1
    told = "\n".join(str(cell) for row in rows for cell in row)
    assert lead.name in told
    assert "เชียงใหม่" in told
    assert "แม่ป่วย" not in told
    assert "A-17" not in told
    assert len({row[0] for row in rows}) == len(rows)
