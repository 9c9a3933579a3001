"""Two laptops make the same thing offline: one record on both, and no word of either is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.models.area import Hamlet, Village
from desktop.models.derived import ensure, id_of
from desktop.models.people import LearnerGroup
from desktop.models.program import Change, Conflict
from desktop.services.centre import CentreService
from desktop.services.learners.service import LearnerService
from desktop.services.sync.conflicts import ConflictService
from desktop.services.workspace import Workspace
from tests.factories import Clock, add_learner, make_workspace
from tests.services.sync.test_store import all_changes, exchange, give


@pytest.fixture
def other(tmp_path: Path, workspace: Workspace) -> Iterator[Workspace]:
    """A second laptop of the same centre, its clock a minute later."""
    clock = Clock(Clock().now_ms + 60_000)
    opened = make_workspace(tmp_path / "other", clock, joining=workspace.centre_id)
    yield opened
    opened.close()


def test_a_village_noted_on_two_laptops_is_one(workspace: Workspace, other: Workspace) -> None:
    first = CentreService(workspace).save_village("3", {"name": "ห้วยปูลิง", "people": 210})
    second = CentreService(other).save_village("หมู่ 3", {"name": "ห้วยปูลิง", "households": 48})
    CentreService(other).add_hamlet(second, {"name": "หย่อมบน", "people": 30})
    CentreService(workspace).add_hamlet(first, {"name": "บ้านหย่อมบน", "households": 7})

    exchange(workspace, other)

    for laptop in (workspace, other):
        with laptop.read() as session:
            village = session.scalars(select(Village)).one()
            hamlet = session.scalars(select(Hamlet)).one()
            assert (village.name, village.people, village.households) == ("ห้วยปูลิง", 210, 48)
            assert (hamlet.people, hamlet.households) == (30, 7)
            assert [c.field for c in session.scalars(select(Conflict))] == ["name"]  # the hamlet's
    assert first == second


def test_what_the_two_say_otherwise_is_listed(workspace: Workspace, other: Workspace) -> None:
    CentreService(workspace).save_village("3", {"people": 210})
    CentreService(other).save_village("3", {"people": 190})

    exchange(workspace, other)

    rows = [ConflictService(laptop).open() for laptop in (workspace, other)]
    assert [(row.field, row.mine, row.theirs, row.base) for row in rows[0]] == [
        ("people", 210, 190, None)
    ]
    assert rows[0][0].id == rows[1][0].id
    ConflictService(workspace).decide([rows[0][0].id], "mine")
    exchange(workspace, other)
    with other.read() as session:
        assert session.scalars(select(Village.people)).one() == 210


def test_one_laptop_hides_what_another_makes(workspace: Workspace, other: Workspace) -> None:
    who = add_learner(workspace)
    exchange(workspace, other)
    for laptop in (workspace, other):
        LearnerService(laptop).set_groups(who, ["TG01"])
    LearnerService(workspace).set_groups(who, [])

    exchange(workspace, other)

    # Somebody said that the person belongs to it, unseen by who took it away: a person is asked.
    (row,) = ConflictService(workspace).open()
    assert row.asked
    ConflictService(workspace).decide([row.id], "theirs")
    exchange(workspace, other)
    for laptop in (workspace, other):
        with laptop.read() as session:
            assert not session.scalars(select(LearnerGroup.deleted)).one()
        assert ConflictService(laptop).open() == []


def test_first_arrivals_in_bulk_meet_what_was_made_here(
    workspace: Workspace, other: Workspace
) -> None:
    people = [add_learner(workspace, f"คน {number}") for number in range(40)]
    LearnerService(workspace).add_group(people, "TG02")
    with other.write() as session:
        for each in people[:20]:
            ensure(session, LearnerGroup, learner_id=each, code="TG02").note = "จากอีกเครื่อง"

    give(all_changes(workspace), other)
    give(all_changes(other), workspace)

    for laptop in (workspace, other):
        with laptop.read() as session:
            groups = list(session.scalars(select(LearnerGroup)))
            assert len(groups) == 40
            assert sum(each.note == "จากอีกเครื่อง" for each in groups) == 20
            of = {"learner_id": people[0], "code": "TG02"}
            record = id_of(LearnerGroup, of, laptop.centre_id)
            made = session.scalars(select(Change.created).where(Change.record_id == record)).all()
            assert len(made) == 2
            assert session.scalars(select(Conflict)).all() == []
