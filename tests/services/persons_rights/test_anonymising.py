"""Making people unknown: nothing of them is left, and every count stays as it was."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import func, select

from desktop.errors import UserError
from desktop.models.hett import Assessment
from desktop.models.people import Learner, LearnerGroup, LearnerPrivate
from desktop.models.program import Change
from desktop.services.keeping.checking import CheckService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.persons_rights.anonymising import (
    FEWEST_IN_VILLAGE,
    NAMELESS,
    AnonymisingService,
)
from desktop.services.sample import SampleService
from desktop.services.tallies.service import TallyService
from desktop.services.today.service import TodayService
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.faults.erasing import everything

CANARY = "กระรอกบินลายจุด"


def _counts(workspace: Workspace) -> dict[str, object]:
    """Every count that a report holds."""
    service = TallyService(workspace)
    found: dict[str, object] = {
        name: {cell.key: cell.people for cell in service.by(name).cells}
        for name in TallyService.NAMES
    }
    found["hett"] = [
        ([cell.people for cell in each.levels], each.not_assessed.people, _rounded(each.mean))
        for each in service.hett()
    ]
    found["hett_by_village"] = {
        moo: [[cell.people for cell in each.levels] for each in tallies]
        for moo, tallies in service.hett_by_village().items()
    }
    found["trend"] = [
        (each.fiscal_year, each.quarter, each.assessments, _levels(each.means))
        for each in service.hett_trend()
    ]
    table = service.table("village", "status")
    found["table"] = [[cell.people for cell in line] for line in table.cells]
    return found


def _rounded(mean: float | None) -> float | None:
    """The same numbers added up in another order."""
    return None if mean is None else round(mean, 9)


def _levels(means: dict[str, float]) -> dict[str, float | None]:
    return {code: _rounded(mean) for code, mean in means.items()}


def _crowded_people(workspace: Workspace) -> list[UUID]:
    by_village = {
        cell.key: cell.people or 0 for cell in TallyService(workspace).by("village").cells
    }
    rows = LearnerLists(workspace).find(LearnerQuery())
    return [row.id for row in rows if by_village[row.village] >= FEWEST_IN_VILLAGE]


def test_every_count_of_the_sample_centre_stays(workspace: Workspace) -> None:
    SampleService(workspace).load()
    before = _counts(workspace)
    people = _crowded_people(workspace)[::2]
    with workspace.read() as session:
        learners = [session.get_one(Learner, each) for each in people]
        names = [f"{each.given} {each.surname}" for each in learners]
        words = [each.note for each in learners if each.note]
        codes = [each.code for each in learners]
    assert len(people) > 10

    done = AnonymisingService(workspace).anonymise(people, "ครบกำหนดเก็บ")

    assert done.people == len(people)
    assert done.villages_left_out == 0
    assert _counts(workspace) == before
    left = everything(workspace)
    for text in (*words, *codes):
        assert text.encode() not in left
    rows = LearnerLists(workspace).find(LearnerQuery())
    shown = {f"{row.given} {row.surname}" for row in rows}
    assert shown.isdisjoint(names)
    assert sum(row.given == NAMELESS for row in rows) == len(people)
    assert CheckService(workspace).check().findings == ()


def test_nothing_of_the_person_is_left(workspace: Workspace) -> None:
    gone = add_learner(
        workspace, CANARY, surname=CANARY, birth="2555-03-14", village="3", phone="0812345678"
    )
    LearnerService(workspace).edit(gone, {"note": CANARY, "house_number": "99/7"})

    AnonymisingService(workspace).anonymise([gone], "ครบกำหนดเก็บ")

    left = everything(workspace)
    for text in (CANARY, "0812345678", "99/7", "2012-03-14"):
        assert text.encode() not in left
    with workspace.read() as session:
        (kept,) = session.scalars(select(Learner))
        assert kept.id != gone
        assert kept.birth is not None
        assert len(kept.birth) == 4
        assert session.scalar(select(func.count()).select_from(LearnerPrivate)) == 0


def test_a_village_of_few_is_left_out(workspace: Workspace) -> None:
    gone = [add_learner(workspace, f"ดาว{n}", village="3") for n in range(FEWEST_IN_VILLAGE - 1)]
    for number in range(FEWEST_IN_VILLAGE):
        gone.append(add_learner(workspace, f"ฟ้า{number}", village="4"))

    done = AnonymisingService(workspace).anonymise(gone, "ครบกำหนดเก็บ")

    counts = {cell.key: cell.people for cell in TallyService(workspace).by("village").cells}
    assert done.villages_left_out == FEWEST_IN_VILLAGE - 1
    assert counts["4"] == FEWEST_IN_VILLAGE
    assert counts[""] == FEWEST_IN_VILLAGE - 1
    assert counts["3"] == 0


def test_neither_ids_nor_undo_lead_back(workspace: Workspace) -> None:
    gone = add_learner(workspace, CANARY)
    LearnerService(workspace).set_groups(gone, ["TG01"])

    AnonymisingService(workspace).anonymise([gone], "ขอ")
    action = UndoService(workspace).last_action()
    assert action is not None
    UndoService(workspace).undo_action(action)

    with workspace.read() as session:
        for change in session.scalars(select(Change).where(Change.record_id != gone)):
            assert gone.bytes not in [entry[0] for entry in change.fields.values()]
        names = set(session.scalars(select(Learner.given)))
    assert names == {NAMELESS}
    assert CANARY.encode() not in everything(workspace)


def test_it_needs_no_care_and_happens_once(workspace: Workspace) -> None:
    gone = add_learner(workspace, CANARY, status="out_of_school")
    service = AnonymisingService(workspace)
    with pytest.raises(UserError, match="reason_names_person"):
        service.anonymise([gone], f"คุณ{CANARY}ขอ")

    service.anonymise([gone], "ขอ")

    with workspace.read() as session:
        (kept,) = session.scalars(select(Learner))
        assert session.scalar(select(func.count()).select_from(Assessment)) == 0
        assert session.scalar(select(func.count()).select_from(LearnerGroup)) == 0
    assert all(line.learner_id != kept.id for line in TodayService(workspace).get().lines)
    with pytest.raises(UserError, match="already_anonymous"):
        service.anonymise([kept.id], "ขอ")
