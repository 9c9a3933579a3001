"""Who is due after the years that a record is kept, and what is decided of them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.documents import Document
from desktop.models.people import Learner
from desktop.models.program import ErasurePlace, User
from desktop.services.documents.service import DocumentService
from desktop.services.learners.service import LearnerService
from desktop.services.persons_rights.restrictions import RestrictionService
from desktop.services.persons_rights.retention import DEFAULT_YEARS, RetentionService
from desktop.services.today.service import TodayService
from desktop.services.workspace import Workspace
from tests.factories import Clock, add_learner, picture

YEAR_MS = 365 * 24 * 3600 * 1000 + 6 * 3600 * 1000
PHOTO = picture(b"portrait" * 20)


def _closed(workspace: Workspace, given: str = "ดาวเรือง", status: str = "completed") -> UUID:
    learner_id = add_learner(workspace, given)
    LearnerService(workspace).edit(learner_id, {"status": status})
    return learner_id


def _due(workspace: Workspace) -> list[tuple[UUID, str]]:
    return [(line.learner_id, line.kind) for line in RetentionService(workspace).due()]


def test_five_years_after_closing_and_not_a_day_sooner(workspace: Workspace, clock: Clock) -> None:
    gone = _closed(workspace)
    add_learner(workspace, "มานะ")
    start = clock.now_ms
    clock.now_ms = start + DEFAULT_YEARS * YEAR_MS - 2 * 24 * 3600 * 1000
    LearnerService(workspace).edit(gone, {"note": "แก้หลังปิด ไม่นับใหม่"})
    assert _due(workspace) == []

    clock.now_ms = start + DEFAULT_YEARS * YEAR_MS + 24 * 3600 * 1000

    (line,) = RetentionService(workspace).due()
    assert line.learner_id == gone
    assert line.closed_on == "2026-11-22"
    assert line.due_on == "2031-11-22"
    assert line.why.code == "completed"
    assert TodayService(workspace).get().counts["retention_due"] == 1


@pytest.mark.parametrize(
    ("closed_on", "due"),
    [("2021-11-22", True), ("2021-11-23", False), ("2021-11", False), ("2021-10", True),
     ("2021", False), ("2020", True)],
)  # fmt: skip
def test_a_day_that_was_told_counts_as_far_as_known(
    workspace: Workspace, closed_on: str, due: bool
) -> None:
    gone = _closed(workspace)
    with workspace.write() as session:
        session.get_one(Learner, gone).closed_on = closed_on

    assert bool(_due(workspace)) is due


def test_kept_longer_is_asked_again_after_a_year(workspace: Workspace, clock: Clock) -> None:
    gone = _closed(workspace)
    clock.now_ms += 6 * YEAR_MS
    service = RetentionService(workspace)
    with pytest.raises(UserError, match="reason_missing"):
        service.keep_longer(gone, " ")

    until = service.keep_longer(gone, "ยังมีเรื่องร้องเรียน")

    assert date.fromisoformat(until).year == 2033
    assert _due(workspace) == []
    clock.now_ms += YEAR_MS + 24 * 3600 * 1000
    (line,) = service.due()
    assert line.kept_reason == "ยังมีเรื่องร้องเรียน"


def test_a_restricted_record_is_kept_longer_too(workspace: Workspace, clock: Clock) -> None:
    gone = _closed(workspace)
    RestrictionService(workspace).restrict(gone, "ขอให้หยุดใช้ระหว่างตรวจสอบ")
    clock.now_ms += 6 * YEAR_MS
    assert _due(workspace) == [(gone, "learner")]

    RetentionService(workspace).keep_longer(gone, "ยังตรวจสอบไม่เสร็จ")

    assert _due(workspace) == []
    with pytest.raises(UserError, match="learner_restricted"):
        LearnerService(workspace).edit(gone, {"nickname": "ต้น"})


def test_a_part_may_go_sooner_than_the_person(workspace: Workspace, clock: Clock) -> None:
    gone = _closed(workspace)
    DocumentService(workspace).add(gone, PHOTO, {"title": "บัตร"}, as_photo=True)
    service = RetentionService(workspace)
    service.set_years("document", 2)
    assert service.years() == {
        "learner": 5, "document": 2, "learner_private": 5, "contact": 5, "lead": 5,
    }  # fmt: skip
    clock.now_ms += 3 * YEAR_MS
    assert _due(workspace) == [(gone, "document")]
    copy = workspace.folder / "backups"
    copy.mkdir(exist_ok=True)
    (copy / "a.backup").write_bytes(b"sealed")

    assert service.erase_part(gone, "document", "ครบกำหนด") == 1

    assert _due(workspace) == []
    with workspace.read() as session:
        assert session.get_one(Learner, gone).photo_id is None
        assert session.scalars(select(Document)).all() == []
        assert {row.place for row in session.scalars(select(ErasurePlace))} == {"backup"}
    clock.now_ms += 3 * YEAR_MS
    assert _due(workspace) == [(gone, "learner")]


@pytest.mark.parametrize("years", [0, 31, -1])
def test_periods_stay_sensible(workspace: Workspace, years: int) -> None:
    with pytest.raises(UserError, match="retention_years_wrong"):
        RetentionService(workspace).set_years("learner", years)


def test_only_the_administrator_is_asked(workspace: Workspace, clock: Clock) -> None:
    gone = _closed(workspace, status="moved")
    clock.now_ms += 6 * YEAR_MS
    assert _due(workspace) == [(gone, "learner")]
    with workspace.write() as session:
        session.get_one(User, workspace.user.user_id).role = "facilitator"

    assert "retention_due" not in TodayService(workspace).get().counts
