"""Local curricula: locked once tried, copied into versions, units, hours, paper, workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from openpyxl import load_workbook

from desktop.errors import UserError
from desktop.models import framework, vocabulary
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.curricula import lifecycle, reading, service
from desktop.services.curricula.records import CurriculumQuery
from desktop.services.curricula.service import CurriculumService
from tests.reports.paper_reader import poppler_text, squeezed

TRIED = {"held": "รุ่นแรก ศาลาหมู่ 4"}


@pytest.fixture
def curricula(services: Services) -> CurriculumService:
    return services.curricula


def add(curricula: CurriculumService, name: str = "ทอผ้า", **more: Any) -> UUID:
    """One with two units."""
    known = curricula.add({"name": name, **more})
    curricula.add_unit(known, {"name": "ขึ้นเครือ", "hours": "18", "method": "ฝึกทำ"})
    curricula.add_unit(known, {"name": "ย้อมสี", "hours": "6.5"})
    return known


def test_hours_are_the_sum_of_the_units_and_a_total_that_differs_is_doubted(
    curricula: CurriculumService,
) -> None:
    known = add(curricula)
    assert (curricula.get(known).row.hours, curricula.get(known).row.units) == (24.5, 2)
    curricula.edit(known, {"hours": "30"})
    detail = curricula.get(known)
    assert (detail.row.hours, detail.doubtful) == (24.5, {"hours": "curriculum_hours_differ"})
    for unit in detail.units:
        curricula.remove_unit(unit.id)
    detail = curricula.get(known)
    assert (detail.row.hours, detail.row.units, detail.doubtful) == (30.0, 0, {})
    assert "curriculum_unit" in detail.missing


def test_units_stand_by_their_number_and_a_new_one_last(curricula: CurriculumService) -> None:
    known = add(curricula)
    first, second = curricula.get(known).units
    curricula.edit_unit(second.id, {"number": "1"})
    curricula.edit_unit(first.id, {"number": "2"})
    curricula.add_unit(known, {"name": "ขาย"})
    units = [(each.values["number"], each.text("name")) for each in curricula.get(known).units]
    assert units == [(1, "ย้อมสี"), (2, "ขึ้นเครือ"), (3, "ขาย")]


@pytest.mark.parametrize(
    ("values", "code"),
    [({"hours": "0"}, "quantity_not_positive"), ({"name": " "}, "field_missing")],
)
def test_units_refuse_what_cannot_be(
    curricula: CurriculumService, values: dict[str, str], code: str
) -> None:
    known = add(curricula)
    with pytest.raises(UserError, match=code):
        curricula.add_unit(known, {"name": "ขาย", **values})
    assert curricula.get(known).row.units == 2


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"hours": "-2"}, "quantity_not_positive"),
        ({"written_on": "1/1/2599"}, "date_ahead"),
        ({"capital": [uuid4().hex]}, "record_unknown"),
    ],
)
def test_facts_that_cannot_be_are_refused(
    curricula: CurriculumService, values: dict[str, Any], code: str
) -> None:
    known = add(curricula)
    with pytest.raises(UserError, match=code):
        curricula.edit(known, values)


def test_what_was_tried_stays_as_it_is(curricula: CurriculumService) -> None:
    known = add(curricula)
    unit = curricula.get(known).units[0].id
    curricula.move(known, "try", TRIED)
    for act in (
        lambda: curricula.edit(known, {"outcomes": "ทอได้สองผืน"}),
        lambda: curricula.add_unit(known, {"name": "ขาย"}),
        lambda: curricula.edit_unit(unit, {"hours": "9"}),
        lambda: curricula.remove_unit(unit),
    ):
        with pytest.raises(UserError, match="version_locked"):
            act()
    # What is said of it, and what changes nothing, is taken.
    curricula.edit(known, {"note": "ถามแม่ครู", "shareable": True, "name": "ทอผ้า"})
    detail = curricula.get(known)
    assert (detail.row.locked, detail.row.hours, detail.values["note"]) == (
        True, 24.5, "ถามแม่ครู",
    )  # fmt: skip


def test_a_draft_on_which_a_course_runs_stays_as_it_is_too(
    curricula: CurriculumService, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = add(curricula)
    for states, locked in ((("planned",), False), (("ended", "running"), True), (("open",), True)):
        for part in (reading, service):
            monkeypatch.setattr(
                part, "course_states", lambda _session, said=states: {known: frozenset(said)}
            )
        assert curricula.get(known).row.locked is locked
        if locked:
            with pytest.raises(UserError, match="version_locked"):
                curricula.edit(known, {"outcomes": "ทอได้สองผืน"})
        else:
            curricula.edit(known, {"outcomes": "ทอได้หนึ่งผืน"})


def test_without_courses_none_runs(services: Services) -> None:
    with services.workspace.read() as session:
        assert lifecycle.course_states(session) == {}


@pytest.mark.parametrize("facts", [{}, {"institution": "ที่ประชุมหมู่บ้าน"}, {"note": "ตกลงกันแล้ว"}])
def test_it_is_adopted_by_a_resolution_or_by_somebody(
    services: Services, curricula: CurriculumService, facts: dict[str, str]
) -> None:
    known = add(curricula)
    curricula.move(known, "try", TRIED)
    with pytest.raises(UserError, match="field_missing"):
        curricula.move(known, "adopt", facts)
    head = services.persons.add({"given": "สมชาย"})
    curricula.move(known, "adopt", {**facts, "by_id": head})
    assert curricula.get(known).row.state == "adopted"


def test_a_new_version_copies_and_leaves_the_old_one(curricula: CurriculumService) -> None:
    known = add(curricula, outcomes="ทอได้หนึ่งผืน", note="ของเดิม", months_open="11,12")
    with pytest.raises(UserError, match="version_still_draft"):
        curricula.new_version(known)
    curricula.move(known, "try", TRIED)
    new = curricula.new_version(known)
    assert curricula.new_version(known) == new
    detail = curricula.get(new)
    assert (detail.row.version, detail.row.state, detail.values["previous_id"]) == (
        2, "draft", known,
    )  # fmt: skip
    assert (detail.values["outcomes"], detail.values["months_open"]) == ("ทอได้หนึ่งผืน", [11, 12])
    assert detail.values["note"] is None
    assert [each.text("method") for each in detail.units] == ["ฝึกทำ", ""]
    curricula.edit_unit(detail.units[0].id, {"hours": "20"})
    old = curricula.get(known)
    assert (old.row.hours, old.row.newer_id) == (24.5, new)
    assert [row.version for row in curricula.find()] == [1, 2]


def test_an_undone_version_is_not_there(services: Services, curricula: CurriculumService) -> None:
    known = add(curricula)
    curricula.move(known, "try", TRIED)
    curricula.new_version(known)
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)
    assert [row.id for row in curricula.find()] == [known]
    assert curricula.get(known).row.newer_id is None


def test_the_old_version_waits_to_give_way_once_the_new_one_is_adopted(
    curricula: CurriculumService,
) -> None:
    known = add(curricula)
    curricula.move(known, "try", TRIED)
    curricula.move(known, "adopt", {"number": "1/2569"})
    new = curricula.new_version(known)
    assert curricula.get(known).row.waits == ""
    curricula.move(new, "try", TRIED)
    curricula.move(new, "adopt", {"number": "2/2569"})
    assert [(row.id, row.waits) for row in curricula.find(CurriculumQuery(ask_again=True))] == [
        (known, "newer")
    ]
    curricula.move(known, "retire", {"reason": "มีฉบับใหม่"})
    assert curricula.find(CurriculumQuery(ask_again=True)) == ()


def test_it_is_narrowed_by_skills_village_month_and_sharing(
    services: Services, curricula: CurriculumService
) -> None:
    here = add(
        curricula, skill_groups="technical", village_id="4", months_open="11", shareable=True
    )
    add(curricula, "จักสาน", skill_groups="soft")
    place = curricula.get(here).row.village_id
    for query in (
        CurriculumQuery(skills=("technical", "financial")),
        CurriculumQuery(village_id=place),
        CurriculumQuery(month=11),
        CurriculumQuery(shareable=True),
    ):
        assert [row.id for row in curricula.find(query)] == [here]
    assert curricula.find(CurriculumQuery(month=5)) == ()


def test_confidential_capital_is_neither_named_to_who_may_not_see_it_nor_printed(
    services: Services, curricula: CurriculumService, tmp_path: Path
) -> None:
    forest = services.capital.add({"name": "ป่าชุมชน"})
    grove = services.capital.add({"name": "ดงเจ้าที่", "confidential": True})
    known = add(curricula, capital=[forest.hex, grove.hex])
    assert curricula.get(known).capital == ((grove, "ดงเจ้าที่"), (forest, "ป่าชุมชน"))
    services.curriculum_papers.write_whole(tmp_path / "x.pdf", known)
    said = squeezed(poppler_text(tmp_path / "x.pdf"))
    assert "ป่าชุมชน" in said
    assert "ดงเจ้าที่" not in said


@pytest.mark.parametrize(("language", "sum_of"), [("th", "รวม"), ("en", "All")])
def test_the_paper_has_every_heading_the_units_and_how_it_stands(
    services: Services, curricula: CurriculumService, tmp_path: Path, language: str, sum_of: str
) -> None:
    known = add(curricula, measuring="ดูผลงาน", shareable=False)
    curricula.move(known, "try", TRIED)
    curricula.move(known, "adopt", {"number": "3/2569"})
    options = PaperOptions(language=language)
    assert services.curriculum_papers.write_whole(tmp_path / "x.pdf", known, options) >= 1
    said = squeezed(poppler_text(tmp_path / "x.pdf"))
    wanted = ("ขึ้นเครือ", "ฝึกทำ", "24.5", "ดูผลงาน", "3/2569", sum_of)
    assert [each for each in wanted if each not in said] == []


def test_all_are_printed_each_from_its_page_and_one_for_the_pen(
    services: Services, curricula: CurriculumService, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="paper_nothing_to_print"):
        services.curriculum_papers.write_all(tmp_path / "x.pdf")
    add(curricula)
    add(curricula, "จักสาน")
    assert services.curriculum_papers.write_all(tmp_path / "x.pdf") >= 2
    services.curriculum_papers.write_form(tmp_path / "form.pdf")
    said = squeezed(poppler_text(tmp_path / "form.pdf"))
    for heading in ("ความเป็นมา", "หลักการ", "จุดหมาย", "กลุ่มเป้าหมาย", "ระยะเวลา", "โครงสร้างเนื้อหา",
                    "กระบวนการ", "วัดผล", "การจบ", "เทียบโอน", "CURRICULUM-1"):  # fmt: skip
        assert heading in said


def test_units_go_into_the_workbook_and_come_back_with_a_new_row(
    services: Services, curricula: CurriculumService, tmp_path: Path
) -> None:
    known = add(curricula)
    services.exporting.export("curricula", tmp_path / "x.xlsx")
    curricula.hide([known])
    stored = services.workbooks.run(services.workbooks.preview("curricula", tmp_path / "x.xlsx"))
    assert stored.new == 1
    (row,) = curricula.find()
    units = [
        (each.text("name"), each.values["hours"], each.text("method"))
        for each in curricula.get(row.id).units
    ]
    assert units == [("ขึ้นเครือ", 18.0, "ฝึกทำ"), ("ย้อมสี", 6.5, "")]
    assert row.hours == 24.5


def test_a_locked_one_is_not_changed_from_the_workbook(
    services: Services, curricula: CurriculumService, tmp_path: Path
) -> None:
    known = add(curricula, outcomes="ทอได้หนึ่งผืน")
    curricula.move(known, "try", TRIED)
    services.exporting.export("curricula", tmp_path / "x.xlsx")
    book = load_workbook(tmp_path / "x.xlsx")
    sheet: Any = book.active
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("จุดหมาย เรียนแล้วทำอะไรได้") + 1).value = "ทอได้สองผืน"
    book.save(tmp_path / "x.xlsx")
    preview = services.workbooks.preview("curricula", tmp_path / "x.xlsx")
    assert [line.outcome for line in preview.lines] == ["error"]
    assert [each.code for each in preview.problems] == ["curriculum_version_locked"]
    assert curricula.get(known).values["outcomes"] == "ทอได้หนึ่งผืน"


def test_a_draft_is_not_retired_and_what_is_taken_up_again_is_adopted_anew(
    curricula: CurriculumService,
) -> None:
    known = add(curricula)
    assert curricula.get(known).possible == ("try",)
    curricula.move(known, "try", TRIED)
    curricula.move(known, "adopt", {"number": "1/2569"})
    curricula.move(known, "retire", {"reason": "ไม่มีแม่ครู"})
    curricula.move(known, "restore")
    detail = curricula.get(known)
    assert (detail.row.state, detail.possible) == ("tried", ("adopt", "retire"))


def test_the_dimensions_are_those_of_the_framework(
    services: Services, curricula: CurriculumService, tmp_path: Path
) -> None:
    said = {each.code: (each.th, each.en) for each in framework.load().dimensions}
    listed = vocabulary.load("hett_dimensions").terms
    assert {each.code: (each.label("th"), each.label("en")) for each in listed} == said
    known = add(curricula, dimensions="อาชีพ,D")
    assert curricula.get(known).values["dimensions"] == ["T", "D"]
    services.curriculum_papers.write_whole(tmp_path / "x.pdf", known)
    assert "อาชีพ,ทักษะชีวิต" in squeezed(poppler_text(tmp_path / "x.pdf"))
