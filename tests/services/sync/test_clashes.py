"""One number on two people who arrive from two laptops: both stand, and somebody is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from desktop.services.learners.duplicates import DuplicateService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.sync.store import DesktopStore
from desktop.services.workspace import Workspace
from sync.kinds import Lane
from sync.ports import Incoming, LinkState
from sync.protocol import Change, FieldWrite
from tests.factories import Clock, add_learner, make_workspace


@pytest.fixture
def other(tmp_path: Path, workspace: Workspace) -> Iterator[Workspace]:
    """A second laptop of the same centre, its clock a minute later."""
    clock = Clock(Clock().now_ms + 60_000)
    opened = make_workspace(tmp_path / "other", clock, joining=workspace.centre_id)
    yield opened
    opened.close()


def _changes(workspace: Workspace) -> list[Change]:
    store = DesktopStore(workspace)
    return [change for lane in Lane for change in store.pending(lane, 0, 1 << 30)]


def _give(changes: list[Change], to: Workspace) -> None:
    store = DesktopStore(to)
    store.apply(Incoming(LinkState(), store.acknowledged(), tuple(changes)))


def _pairs(workspace: Workspace) -> list[set[UUID]]:
    return [set(pair.key) for pair in DuplicateService(workspace).pairs()]


def _code_of(changes: list[Change], learner: UUID) -> str:
    code = next(
        each.fields["code"].value for each in changes
        if each.kind == "learner" and each.record == learner.bytes
    )  # fmt: skip
    assert isinstance(code, str)
    return code


def test_a_code_given_out_twice_by_a_copied_laptop_is_listed(
    workspace: Workspace, other: Workspace
) -> None:
    here, there = add_learner(workspace, "มะลิ"), add_learner(other, "บุญยืน")
    code = _code_of(_changes(workspace), here)
    # As the copy made it before anybody knew that it was one.
    changes = [
        msgspec.structs.replace(each, fields={**each.fields, "code": FieldWrite(code)})
        if each.record == there.bytes
        else each
        for each in _changes(other)
    ]
    _give(changes, workspace)
    assert set(LearnerLists(workspace).ids(LearnerQuery())) == {here, there}
    assert _pairs(workspace) == [{here, there}]
    DuplicateService(workspace).not_the_same(here, there)
    _give(changes, workspace)
    assert _pairs(workspace) == []


def test_one_national_number_on_two_people_is_listed_on_both_laptops(
    workspace: Workspace, other: Workspace
) -> None:
    here = add_learner(workspace, "มะลิ", national_id="1999900000013")
    there = add_learner(other, "บุญยืน", national_id="1999900000013")
    add_learner(other, "ดาว", national_id="2999900000026")
    mine, theirs = _changes(workspace), _changes(other)
    _give(theirs, workspace)
    _give(mine, other)
    assert _pairs(workspace) == _pairs(other) == [{here, there}]


def test_one_person_registered_on_two_laptops_by_name_alone_is_listed_with_the_reason(
    workspace: Workspace, other: Workspace
) -> None:
    here = add_learner(workspace, "หน่อแอริ", surname="ไพรวัลย์งามดี", birth="2551")
    there = add_learner(other, "หน่อแอริ", surname="ไพรวัลย์งามดี", birth="2551")
    add_learner(other, "หน่อแอริ", surname="ดอยสงบสุข", birth="2540")
    add_learner(other, "หน่อ", surname="ไพรวัลย์งามดี", birth="2551")
    mine, theirs = _changes(workspace), _changes(other)

    _give(theirs, workspace)
    _give(mine, other)

    assert _pairs(workspace) == _pairs(other) == [{here, there}]
    (pair,) = DuplicateService(workspace).pairs()
    assert pair.reasons == ("given", "birth_year", "surname")
