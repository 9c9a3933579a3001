"""Conflicts are shown with both values and decided once, everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.learners import LearnerService
from desktop.services.sync_conflicts import ConflictService
from desktop.services.workspace import Workspace
from tests.factories import Clock, add_learner, make_workspace
from tests.services.test_sync_store import exchange, shown


@pytest.fixture
def other(tmp_path: Path, workspace: Workspace) -> Iterator[Workspace]:
    """A second laptop of the same centre, its clock a minute later."""
    clock = Clock(Clock().now_ms + 60_000)
    opened = make_workspace(tmp_path / "other", clock, workspace.centre_id, user="ครูอีกคน")
    yield opened
    opened.close()


@pytest.fixture
def disputed(workspace: Workspace, other: Workspace) -> UUID:
    """A learner whose surname two laptops changed without seeing each other."""
    learner_id = add_learner(workspace, surname="เดิม")
    exchange(workspace, other)
    LearnerService(workspace).edit(learner_id, {"surname": "ใจงาม"})
    LearnerService(other).edit(learner_id, {"surname": "ใจดี"})
    exchange(workspace, other)
    return learner_id


def test_each_laptop_sees_its_own_value_as_mine(
    workspace: Workspace, other: Workspace, disputed: UUID
) -> None:
    (here,) = ConflictService(workspace).open()
    (there,) = ConflictService(other).open()

    assert (here.mine, here.theirs, here.base) == ("ใจงาม", "ใจดี", "เดิม")
    assert (there.mine, there.theirs, there.base) == ("ใจดี", "ใจงาม", "เดิม")
    assert (here.mine_shown, there.mine_shown) == (False, True)
    assert (here.who, there.who) == ("ครูอีกคน", "ครูทดสอบ")
    assert here.id == there.id
    assert here.learner == disputed
    assert here.asked


@pytest.mark.parametrize(("choice", "kept"), [("mine", "ใจงาม"), ("theirs", "ใจดี")])
def test_a_decision_settles_it_on_both(
    workspace: Workspace, other: Workspace, disputed: UUID, choice: str, kept: str
) -> None:
    service = ConflictService(workspace)

    assert service.decide([service.open()[0].id], choice) == 1  # type: ignore[arg-type]

    assert service.open() == []
    assert shown(workspace, disputed)["surname"] == kept
    exchange(workspace, other)
    assert ConflictService(other).open() == []
    assert shown(other, disputed)["surname"] == kept


def test_a_third_value_settles_it_too(
    workspace: Workspace, other: Workspace, disputed: UUID
) -> None:
    service = ConflictService(other)

    service.decide_with(service.open()[0].id, "ใจกลาง")
    exchange(workspace, other)

    for laptop in (workspace, other):
        assert ConflictService(laptop).open() == []
        assert shown(laptop, disputed)["surname"] == "ใจกลาง"


def test_an_edit_that_a_hiding_did_not_see_can_bring_the_record_back(
    workspace: Workspace, other: Workspace
) -> None:
    learner_id = add_learner(workspace)
    exchange(workspace, other)
    LearnerService(workspace).edit(learner_id, {"phone": "0800000000"})
    LearnerService(other).hide([learner_id])
    exchange(workspace, other)
    (conflict,) = ConflictService(workspace).open()
    assert (conflict.field, conflict.other_field) == ("deleted", "phone")

    ConflictService(workspace).decide([conflict.id], "mine")
    exchange(workspace, other)

    for laptop in (workspace, other):
        assert shown(laptop, learner_id)["phone"] == "0800000000"
        assert ConflictService(laptop).open() == []


def test_what_is_decided_already_is_refused(workspace: Workspace, disputed: UUID) -> None:
    service = ConflictService(workspace)
    identity = service.open()[0].id
    service.decide([identity], "mine")

    for gone in (identity, "00ff", "not hex"):
        with pytest.raises(UserError, match="conflict_unknown"):
            service.decide([gone], "mine")
