"""Registers on paper, and back: printed, marked with a pen, photographed and taken in."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random
from uuid import UUID

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image
from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.sessions import Attendance
from desktop.paper_marks.layout import HEIGHT, WIDTH, Layout
from desktop.paper_marks.page_codes import PageCode, derived_code
from desktop.paper_marks.proposing import Deciding, Proposal, SheetPage
from desktop.paper_marks.reading import read_sheet
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.paper.pen import DOTS, Hand
from tests.reports.paper_reader import page_count, reversed_text, squeezed
from tests.services.attendance.made import course, enrol, meeting

NAMES = ("กาญจนา", "ขวัญใจ", "คำแก้ว", "จันทร์แรม")


def ticked(pdf: Path, code: PageCode, marks: dict[int, int]) -> bytes:
    """The first page as a scanner sees it, with a tick in one box of these rows."""
    document = pypdfium2.PdfDocument(pdf.read_bytes())
    page: Image.Image = document[0].render(scale=DOTS * 25.4 / 72).to_pil().convert("RGB")
    document.close()
    page = page.resize((int(WIDTH * DOTS), int(HEIGHT * DOTS)))
    layout, hand = Layout(code), Hand(Random(3))
    hand.tool, hand.colour, hand.strength, hand.width = "black", (20, 20, 20), 1.0, 0.6
    hand.size, hand.off, hand.shake, hand.style = 1.0, 0.2, 0.05, "tick"
    for row, box in marks.items():
        hand.draw(page, "tick", layout.box_x(box), layout.row_y(row))
    out = io.BytesIO()
    page.resize((1240, 1754), Image.Resampling.BOX).save(out, "JPEG", quality=85)
    return out.getvalue()


@pytest.fixture
def place(workspace: Workspace, services: Services) -> tuple[UUID, list[UUID]]:
    """A meeting of four people, in the order of their names."""
    made = course(workspace, place="ศาลาบ้านแม่สวด")
    people = [enrol(workspace, made, name=name) for name in NAMES]
    times = {"from_time": "09:00", "to_time": "12:00"}
    return meeting(services, made, **times), people


def said(services: Services, session_id: UUID) -> list[tuple[str, str]]:
    lines = services.attendance.register(session_id).lines
    return [(line.code, line.source) for line in lines if line.code]


def test_a_marked_sheet_comes_back_into_the_register(
    services: Services, place: tuple[UUID, list[UUID]], tmp_path: Path
) -> None:
    session_id, people = place
    assert services.register_papers.write_marks(tmp_path / "m.pdf", session_id) == 1
    code = PageCode("codes", 4, 9, derived_code(session_id, 0, people))

    sheet = read_sheet(ticked(tmp_path / "m.pdf", code, {0: 0, 1: 5, 2: 1, 3: 0}))
    assert sheet.code == code
    rows = services.attendance.sheet_page(session_id, sheet.code.page)
    names = tuple(line.name for line in rows.lines)
    assert names == NAMES
    deciding = Deciding(sheet, SheetPage("", names, rows.codes, rows.codes))
    assert not deciding.waiting
    before = services.undo.last_action()
    marked = services.attendance.take_sheet(session_id, deciding.proposal())

    assert (marked.count, marked.held) == (4, True)
    codes = ("present", "absent", "late", "present")
    assert said(services, session_id) == [(code, "paper") for code in codes]
    assert marked.action is not None
    assert marked.action == services.undo.last_action() != before
    services.undo.undo_action(marked.action)
    assert said(services, session_id) == []


def test_a_page_is_found_again_though_others_walked_in_since(
    services: Services, place: tuple[UUID, list[UUID]]
) -> None:
    session_id, people = place
    page = derived_code(session_id, 0, people)
    for name in ("กอ คนใหม่", "ฮ คนใหม่"):
        services.attendance.walk_in(session_id, name)

    found = services.attendance.sheet_page(session_id, page)
    assert [line.enrolment_id for line in found.lines] == people
    services.attendance.take_sheet(session_id, Proposal(page, {(1, 0): "sick"}))
    lines = services.attendance.register(session_id).lines
    assert {line.name: line.code for line in lines if line.code == "sick"} == {NAMES[1]: "sick"}


def test_a_page_of_other_people_is_not_taken(
    services: Services, workspace: Workspace, place: tuple[UUID, list[UUID]]
) -> None:
    session_id, people = place
    others = [
        derived_code(session_id, 1, people),
        derived_code(session_id, 0, [people[1], people[0], *people[2:]]),
        derived_code(people[0], 0, people),  # of another meeting
    ]
    for page in others:
        with pytest.raises(UserError, match="sheet_page_other"):
            services.attendance.sheet_page(session_id, page)
        with pytest.raises(UserError, match="sheet_page_other"):
            services.attendance.take_sheet(session_id, Proposal(page, {(0, 0): "present"}))
    with workspace.read() as session:
        assert not session.scalars(select(Attendance)).all()


def test_more_than_a_page_holds_go_onto_several(
    services: Services, workspace: Workspace, tmp_path: Path
) -> None:
    made = course(workspace)
    people = [enrol(workspace, made, name=f"คน {number:02}") for number in range(27)]
    session_id = meeting(services, made)

    assert services.register_papers.write_marks(tmp_path / "m.pdf", session_id) == 2
    assert page_count(tmp_path / "m.pdf") == 2
    found = services.attendance.sheet_page(session_id, derived_code(session_id, 1, people[25:]))
    assert [line.name for line in found.lines] == ["คน 25", "คน 26"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_sheet_to_sign_names_place_and_time_and_leaves_room(
    services: Services, place: tuple[UUID, list[UUID]], tmp_path: Path, language: str
) -> None:
    session_id, _people = place
    options = PaperOptions(language="th" if language == "th" else "en")
    services.register_papers.write_signatures(tmp_path / "s.pdf", session_id, options)
    services.register_papers.write_marks(tmp_path / "m.pdf", session_id, options)

    page = squeezed(reversed_text(tmp_path / "s.pdf"))
    words = ("ลายมือชื่อ", "ขอรับรองว่า", "วิทยากร", "หมายเหตุ")
    if language == "en":
        words = ("Signature", "Wecertify", "Organiser", "afternoon")
    for word in (*words, "09:00–12:00", "ศาลาบ้านแม่สวด", *NAMES):
        assert word in page
    marks = squeezed(reversed_text(tmp_path / "m.pdf"))
    for word in ("09:00–12:00", *NAMES):
        assert word in marks


def test_whose_record_may_not_be_used_stands_on_neither(
    services: Services, workspace: Workspace, tmp_path: Path
) -> None:
    made = course(workspace)
    learner = add_learner(workspace, "มูแฮ")
    enrol(workspace, made, learner_id=learner)
    session_id = meeting(services, made)
    services.restrictions.restrict(learner, "ขอให้ระงับ")

    with pytest.raises(UserError, match="paper_nothing_to_print"):
        services.register_papers.write_marks(tmp_path / "m.pdf", session_id)
    services.register_papers.write_signatures(tmp_path / "s.pdf", session_id)
    assert "มูแฮ" not in squeezed(reversed_text(tmp_path / "s.pdf"))
