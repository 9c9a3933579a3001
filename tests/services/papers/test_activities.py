"""The record of a meeting on paper: who came, what was done, which photographs may be seen."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.factories import add_learner, picture
from tests.reports.paper_reader import page_count, reversed_text, squeezed
from tests.services.attendance.made import course, enrol, meeting

TOLD = {
    "topic": "ย้อมสี",
    "happened": "ต้มเปลือกไม้สามชนิด",
    "results": "ย้อมเองได้",
    "problems": "ฟืนเปียก",
    "next_step": "ขึ้นด้าย",
}


@pytest.fixture
def made(workspace: Workspace) -> UUID:
    return course(workspace, place="ศาลา")


def text_of(path: Path) -> str:
    return squeezed(reversed_text(path))


@pytest.mark.parametrize("language", ["th", "en"])
def test_it_names_those_who_came_and_says_what_was_done(
    workspace: Workspace, services: Services, made: UUID, tmp_path: Path, language: str
) -> None:
    here, away = enrol(workspace, made, name="กาญจนา"), enrol(workspace, made, name="ขวัญใจ")
    met = meeting(services, made, from_time="09:00", to_time="11:00", **TOLD)
    services.attendance.mark(met, {here: "late", away: "absent"})
    options = PaperOptions(language="th" if language == "th" else "en")
    services.activity_papers.write_sessions(tmp_path / "a.pdf", [met], options)

    page = text_of(tmp_path / "a.pdf")
    for word in (*TOLD.values(), "09:00–11:00", "ศาลา", "กาญจนา"):
        assert word in page
    assert "ขวัญใจ" not in page
    counted = "Whocame:1of2learners" if language == "en" else "ผู้เรียนรู้1จาก2คน"
    assert counted in page


def test_whose_record_may_not_be_used_is_counted_and_not_named(
    workspace: Workspace, services: Services, made: UUID, tmp_path: Path
) -> None:
    learner = add_learner(workspace, "มูแฮ")
    who = enrol(workspace, made, learner_id=learner)
    met = meeting(services, made)
    services.attendance.mark(met, {who: "present"})
    services.restrictions.restrict(learner, "ขอให้ระงับ")
    services.activity_papers.write_sessions(tmp_path / "a.pdf", [met])
    page = text_of(tmp_path / "a.pdf")
    assert "มูแฮ" not in page
    assert "ผู้เรียนรู้1จาก1คน" in page


def test_a_photograph_waits_until_it_was_said_that_those_seen_agreed(
    services: Services, made: UUID, tmp_path: Path
) -> None:
    met = meeting(services, made)
    photos = [
        services.documents.add(
            met, picture(), {"document_kind": "photo", "title": str(number)}, of="session"
        )
        for number in range(2)
    ]
    services.activity_papers.write_sessions(tmp_path / "a.pdf", [met])
    assert "อีก2ภาพไม่แสดง" in text_of(tmp_path / "a.pdf")
    services.documents.edit(photos[0], {"others_pictured": True, "others_agreed": True})
    services.activity_papers.write_sessions(tmp_path / "b.pdf", [met])
    assert "อีก1ภาพไม่แสดง" in text_of(tmp_path / "b.pdf")
    services.documents.edit(photos[1], {"others_pictured": False})
    services.activity_papers.write_sessions(tmp_path / "c.pdf", [met])
    assert "ไม่แสดง" not in text_of(tmp_path / "c.pdf")
    sizes = [(tmp_path / f"{name}.pdf").read_bytes().count(b"/Subtype /Image") for name in "abc"]
    assert sizes[0] < sizes[1]


def test_all_held_meetings_of_a_course_stand_in_one_file(
    workspace: Workspace, services: Services, made: UUID, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="paper_nothing_to_print"):
        services.activity_papers.write_course(tmp_path / "a.pdf", made)
    who = enrol(workspace, made, name="กาญจนา", joined_on="2026-10-01")
    for day in ("2026-11-20", "2026-11-21"):
        services.attendance.mark(meeting(services, made, day), {who: "present"})
    meeting(services, made, "2026-11-29")
    services.activity_papers.write_course(tmp_path / "a.pdf", made)
    assert page_count(tmp_path / "a.pdf") == 2


def test_the_blank_one_leaves_room_and_names_nobody(services: Services, tmp_path: Path) -> None:
    assert services.activity_papers.write_form(tmp_path / "a.pdf") == 1
    page = text_of(tmp_path / "a.pdf")
    for word in ("ACTIVITY-1/1", "ใครมา", "ได้ผลอย่างไร", "ผู้รับผิดชอบ"):
        assert word in page
