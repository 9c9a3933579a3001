"""The sheet of many dates: printed, photographed, and found again whatever changed since."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random
from uuid import UUID

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image

from desktop.errors import UserError
from desktop.paper_marks.layout import HEIGHT, WIDTH, Layout
from desktop.paper_marks.page_codes import PageCode
from desktop.paper_marks.proposing import Deciding, Proposal, SheetPage
from desktop.paper_marks.reading import read_sheet
from desktop.services.all import Services
from desktop.services.sessions.sheets import DatePage, DateSheets
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.paper.pen import DOTS, Hand
from tests.reports.paper_reader import page_count, reversed_text, squeezed
from tests.services.attendance.made import course, enrol, meeting

DAYS = ("2026-11-10", "2026-11-12", "2026-11-14")
NAMES = ("กาญจนา", "ขวัญใจ", "คำแก้ว", "จันทร์แรม")


@pytest.fixture
def made(workspace: Workspace, services: Services) -> tuple[UUID, list[UUID], list[UUID]]:
    """A course, its meetings, and four people in the order of their names."""
    known = course(workspace, place="ศาลาบ้านแม่สวด")
    people = [enrol(workspace, known, name=name) for name in NAMES]
    return known, [meeting(services, known, day) for day in DAYS], people


def pages(workspace: Workspace, known: UUID) -> list[DatePage]:
    with workspace.read() as session:
        return list(DateSheets(session, known, workspace.today()).pages())


def ticked(pdf: Path, code: PageCode, marks: dict[int, list[int]]) -> bytes:
    """The first page as a scanner sees it, with ticks in these boxes of these rows."""
    document = pypdfium2.PdfDocument(pdf.read_bytes())
    page: Image.Image = document[0].render(scale=DOTS * 25.4 / 72).to_pil().convert("RGB")
    document.close()
    page = page.resize((int(WIDTH * DOTS), int(HEIGHT * DOTS)))
    layout, hand = Layout(code), Hand(Random(3))
    hand.tool, hand.colour, hand.strength, hand.width = "black", (20, 20, 20), 1.0, 0.6
    hand.size, hand.off, hand.shake, hand.style = 1.0, 0.2, 0.05, "tick"
    for row, boxes in marks.items():
        for box in boxes:
            hand.draw(page, "tick", layout.box_x(box), layout.row_y(row))
    out = io.BytesIO()
    page.resize((1240, 1754), Image.Resampling.BOX).save(out, "JPEG", quality=85)
    return out.getvalue()


def test_a_sheet_of_many_dates_comes_back_into_the_register(
    workspace: Workspace,
    services: Services,
    made: tuple[UUID, list[UUID], list[UUID]],
    tmp_path: Path,
) -> None:
    known, meetings, people = made
    services.attendance.mark(meetings[0], {people[0]: "late"})
    assert services.register_papers.write_dates(tmp_path / "d.pdf", [known]) == 1
    (page,) = pages(workspace, known)
    code = PageCode("dates", 4, 6, page.code)

    marks = {0: [0, 3], 1: [0, 2], 2: [1, 2], 3: [0, 2]}
    sheet = read_sheet(ticked(tmp_path / "d.pdf", code, marks))
    assert sheet.code == code
    rows = services.attendance.dates_page(known, sheet.code.page)
    assert rows.now == {(0, 0): "present"}
    names, dates = tuple(line.name for line in rows.lines), tuple(each.on for each in rows.meetings)
    assert (names, dates) == (NAMES, DAYS)
    deciding = Deciding(sheet, SheetPage("", names, rows.codes, rows.codes, dates, rows.now))
    assert not deciding.waiting
    marked = services.attendance.take_dates(known, deciding.proposal())

    grid = services.attendance.grid(known)
    said = [[grid.marks.get((who, on), "") for on in meetings] for who in people]
    assert said == [
        ["late", "absent", ""],
        ["present", "present", ""],
        ["absent", "present", ""],
        ["present", "present", ""],
    ]
    assert [each.state for each in grid.meetings] == ["held", "held", "planned"]
    assert marked.action is not None
    services.undo.undo_action(marked.action)
    assert services.attendance.grid(known).marks == {(people[0], meetings[0]): "late"}


def test_a_page_is_read_by_what_it_was_printed_with(
    workspace: Workspace, services: Services, made: tuple[UUID, list[UUID], list[UUID]]
) -> None:
    known, meetings, people = made
    (page,) = pages(workspace, known)
    services.attendance.walk_in(meetings[0], "กอ คนใหม่")
    services.enrolments.move(people[1], "leave", {"leaving_reason": "LR01"})
    services.sessions.move(meetings[1], "cancel", {"cancel_reason": "flood"})
    meeting(services, known, "2026-11-08")
    (now,) = pages(workspace, known)
    assert now.code != page.code
    assert [line.name for line in now.lines] == ["กอ คนใหม่", NAMES[0], *NAMES[2:]]

    rows = services.attendance.dates_page(known, page.code)
    assert [line.name for line in rows.lines] == list(NAMES)
    assert [each.on for each in rows.meetings] == list(DAYS)
    services.attendance.take_dates(known, Proposal(page.code, {(2, 0): "present"}))
    assert services.attendance.grid(known).marks[people[2], meetings[0]] == "present"


def test_whose_record_may_not_be_used_since_is_left_as_it_is(
    workspace: Workspace, services: Services, made: tuple[UUID, list[UUID], list[UUID]]
) -> None:
    known, meetings, people = made
    learner = add_learner(workspace, "มูแฮ")
    who = enrol(workspace, known, learner_id=learner)
    (page,) = pages(workspace, known)
    row = next(place for place, line in enumerate(page.lines) if line.enrolment_id == who)
    services.restrictions.restrict(learner, "ขอให้ระงับ")
    assert who not in [line.enrolment_id for line in pages(workspace, known)[0].lines]

    services.attendance.take_dates(
        known, Proposal(page.code, {(row, 0): "present", (0, 0): "present"})
    )
    marks = services.attendance.grid(known).marks
    assert marks == {(page.lines[0].enrolment_id, meetings[0]): "present"}
    assert people


def test_a_page_of_another_course_is_not_taken(
    workspace: Workspace, services: Services, made: tuple[UUID, list[UUID], list[UUID]]
) -> None:
    other = course(workspace)
    enrol(workspace, other, name="แดง")
    meeting(services, other)
    (page,) = pages(workspace, other)
    with pytest.raises(UserError, match="sheet_page_other"):
        services.attendance.take_dates(made[0], Proposal(page.code, {(0, 0): "present"}))
    assert not services.attendance.grid(made[0]).marks


def test_places_before_joining_and_after_leaving_are_closed(
    workspace: Workspace, services: Services, made: tuple[UUID, list[UUID], list[UUID]]
) -> None:
    known, meetings, people = made
    late = enrol(workspace, known, name="ฮ มาทีหลัง", joined_on="2026-11-12")
    gone = enrol(workspace, known, name="ฮ ออกไป", left_on="2026-11-11", state="left")
    services.attendance.mark(meetings[2], {gone: "present"})
    closed = services.attendance.grid(known).closed
    assert closed == {(late, meetings[0]): "before", (gone, meetings[1]): "after"}
    assert people


@pytest.mark.parametrize("blank", [False, True])
def test_the_register_of_courses_is_printed_filled_or_for_the_pen(
    workspace: Workspace,
    services: Services,
    made: tuple[UUID, list[UUID], list[UUID]],
    tmp_path: Path,
    blank: bool,
) -> None:
    known, meetings, people = made
    services.attendance.mark(meetings[0], dict.fromkeys(people, "present"))
    other = course(workspace, name="จักสาน")
    enrol(workspace, other, name="แดง")
    for day in range(1, 13):
        meeting(services, other, f"2026-10-{day:02}")
    services.register_papers.write_courses(tmp_path / "t.pdf", [known, other], blank=blank)
    assert page_count(tmp_path / "t.pdf") == 3
    text = squeezed(reversed_text(tmp_path / "t.pdf"))
    for word in (*NAMES, "จักสาน", "10พ.ย."):
        assert word in text
    assert ("1/1100" in text) is not blank
    assert services.register_papers.write_dates(tmp_path / "d.pdf", [known, other]) == 3
