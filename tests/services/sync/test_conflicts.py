"""Conflicts are shown with both values and decided once, everywhere."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.people import Learner
from desktop.models.program import Conflict
from desktop.services.all import Services
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.sync.conflicts import ConflictService
from desktop.services.sync.service import SyncService
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.services.sync.test_store import exchange, shown


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


def test_taking_a_decision_back_opens_the_conflict_again_on_both(
    workspace: Workspace, other: Workspace, disputed: UUID
) -> None:
    here, there = ConflictService(workspace), ConflictService(other)
    identity = here.open()[0].id
    here.decide([identity], "mine")
    exchange(workspace, other)

    assert here.reopen([identity]) == 1
    exchange(workspace, other)

    (mine,), (theirs,) = here.open(), there.open()
    assert mine.id == theirs.id != identity
    # As before the decision: whose value is whose, who wrote it, and what stood there first.
    assert (mine.mine, mine.theirs, mine.base) == ("ใจงาม", "ใจดี", "เดิม")
    assert (theirs.mine, theirs.theirs, theirs.base) == ("ใจดี", "ใจงาม", "เดิม")
    assert (mine.my_who, mine.who) == ("ครูทดสอบ", "ครูอีกคน")
    assert mine.asked
    for laptop in (workspace, other):
        assert shown(laptop, disputed)["surname"] == "ใจดี"
        assert SyncService(laptop).status().conflicts == 1


@pytest.mark.parametrize("laptop", ["here", "there"])
def test_a_reopened_conflict_is_decided_and_reopened_again(
    workspace: Workspace, other: Workspace, disputed: UUID, laptop: str
) -> None:
    service = ConflictService(workspace if laptop == "here" else other)
    for _ in range(2):
        identity = service.open()[0].id
        service.decide([identity], "theirs")
        exchange(workspace, other)
        assert ConflictService(workspace).open() == ConflictService(other).open() == []
        (decided,) = service.settled()
        assert (decided.id, decided.decided) == (identity, "theirs")
        service.reopen([identity])
        exchange(workspace, other)
    (row,) = service.open()
    assert {row.mine, row.theirs} == {"ใจงาม", "ใจดี"}
    assert (row.my_who == "ครูทดสอบ") == (laptop == "here")


def test_two_who_decide_apart_and_one_takes_it_back(
    workspace: Workspace, other: Workspace, disputed: UUID
) -> None:
    here, there = ConflictService(workspace), ConflictService(other)
    identity = here.open()[0].id
    here.decide([identity], "mine")
    there.decide([identity], "theirs")
    here.reopen([identity])

    exchange(workspace, other)

    (mine,), (theirs,) = here.open(), there.open()
    assert mine.id == theirs.id
    assert {mine.mine, mine.theirs} == {"ใจงาม", "ใจดี"}
    there.decide([theirs.id], "theirs")
    exchange(workspace, other)
    assert here.open() == there.open() == []
    assert shown(workspace, disputed)["surname"] == shown(other, disputed)["surname"] == "ใจงาม"


def test_what_was_edited_since_the_decision_is_not_taken_back(
    workspace: Workspace, other: Workspace, disputed: UUID
) -> None:
    service = ConflictService(workspace)
    identity = service.open()[0].id
    service.decide([identity], "mine")
    LearnerService(workspace).edit(disputed, {"surname": "ใจใหม่"})

    with pytest.raises(UserError, match="conflict_moved_on"):
        service.reopen([identity])

    assert service.settled() == []
    assert shown(workspace, disputed)["surname"] == "ใจใหม่"


def test_the_end_of_a_record_and_all_edits_that_met_it_are_one_fact(
    workspace: Workspace, other: Workspace
) -> None:
    learner_id = add_learner(workspace)
    exchange(workspace, other)
    LearnerService(workspace).edit(learner_id, {"phone": "0800000000", "nickname": "ดาว"})
    LearnerService(other).hide([learner_id])
    exchange(workspace, other)
    here, there = ConflictService(workspace), ConflictService(other)
    (row,) = here.open()
    assert {part.field: part.mine for part in row.parts} == {
        "phone": "0800000000",
        "nickname": "ดาว",
    }
    assert SyncService(workspace).status().conflicts == 1

    here.decide([row.id], "mine")
    exchange(workspace, other)
    here.reopen([row.id])
    exchange(workspace, other)

    for laptop, service in ((workspace, here), (other, there)):
        (again,) = service.open()
        assert {part.field for part in again.parts} == {"phone", "nickname"}
        assert not LearnerLists(laptop).ids(LearnerQuery())
    there.decide([there.open()[0].id], "theirs")
    exchange(workspace, other)
    for laptop, service in ((workspace, here), (other, there)):
        assert service.open() == []
        assert LearnerLists(laptop).ids(LearnerQuery()) == [learner_id]


def test_a_birth_and_the_words_it_was_told_in_are_one_fact(
    workspace: Workspace, other: Workspace
) -> None:
    learner_id = add_learner(workspace, birth="2554")
    exchange(workspace, other)
    _told(workspace, learner_id, "2011-05", "เดือนหก ปีเถาะ")
    _told(other, learner_id, "2012", "ปีมะโรง")
    exchange(workspace, other)
    here, there = ConflictService(workspace), ConflictService(other)
    (row,) = here.open()
    assert [part.field for part in row.parts] == ["birth", "birth_text"]
    assert SyncService(workspace).status().conflicts == 1

    assert here.decide([row.id], "mine") == 1
    exchange(workspace, other)

    for laptop in (workspace, other):
        assert _birth(laptop, learner_id) == ("2011-05", "เดือนหก ปีเถาะ")
        assert ConflictService(laptop).open() == []
    assert there.reopen([there.settled()[0].id]) == 1
    exchange(workspace, other)
    for laptop in (workspace, other):
        assert _birth(laptop, learner_id) == ("2012", "ปีมะโรง")
        (again,) = ConflictService(laptop).open()
        assert len(again.parts) == 2


def test_what_the_losing_side_wrote_beside_its_value_goes_with_it(
    workspace: Workspace, other: Workspace
) -> None:
    learner_id = add_learner(workspace, birth="2554")
    exchange(workspace, other)
    _told(workspace, learner_id, "2011-05", None)
    _told(other, learner_id, "2012", "ปีมะโรง")
    exchange(workspace, other)
    here = ConflictService(workspace)
    (row,) = here.open()

    here.decide([row.id], "mine")
    exchange(workspace, other)

    assert _birth(workspace, learner_id) == _birth(other, learner_id) == ("2011-05", "2554")
    ConflictService(other).reopen([row.id])
    exchange(workspace, other)
    assert _birth(workspace, learner_id) == _birth(other, learner_id) == ("2012", "ปีมะโรง")


def test_the_same_value_twice_is_asked_once(workspace: Workspace, other: Workspace) -> None:
    learner_id = add_learner(workspace, surname="เดิม")
    exchange(workspace, other)
    LearnerService(workspace).edit(learner_id, {"surname": "ใจงาม"})
    LearnerService(other).edit(learner_id, {"surname": "ใจดี"})
    exchange(workspace, other)
    here, there = ConflictService(workspace), ConflictService(other)
    identity = here.open()[0].id
    here.decide([identity], "mine")
    exchange(workspace, other)
    here.reopen([identity])
    there.reopen([identity])

    exchange(workspace, other)

    for service in (here, there):
        (row,) = service.open()
        assert {row.mine, row.theirs} == {"ใจงาม", "ใจดี"}
    here.decide([here.open()[0].id], "mine")
    exchange(workspace, other)
    assert here.open() == there.open() == []


def _told(workspace: Workspace, learner_id: UUID, birth: str, text: str | None) -> None:
    with workspace.write() as session:
        learner = session.get_one(Learner, learner_id)
        learner.birth = birth
        if text is not None:
            learner.birth_text = text


def _birth(workspace: Workspace, learner_id: UUID) -> tuple[str | None, str | None]:
    with workspace.read() as session:
        learner = session.get_one(Learner, learner_id)
        return learner.birth, learner.birth_text


def test_taking_the_action_back_opens_the_conflict_again_too(
    workspace: Workspace, other: Workspace, disputed: UUID
) -> None:
    here, undo = ConflictService(workspace), UndoService(workspace)
    here.decide([here.open()[0].id], "mine")
    action = undo.last_action()
    assert action is not None

    undone = undo.undo_action(action)
    exchange(workspace, other)

    assert (undone.reverted, undone.left) == (1, ())
    for laptop in (workspace, other):
        (row,) = ConflictService(laptop).open()
        assert {row.mine, row.theirs} == {"ใจงาม", "ใจดี"}


def test_an_ordinary_edit_that_ends_a_conflict_ends_it_here_at_once(
    workspace: Workspace, other: Workspace
) -> None:
    learner_id = add_learner(workspace, nickname="เดิม", phone="1")
    exchange(workspace, other)
    LearnerService(workspace).edit(learner_id, {"nickname": "ต้น"})
    LearnerService(other).edit(learner_id, {"nickname": "บอย"})
    LearnerService(other).hide([learner_id])
    exchange(workspace, other)
    assert len(ConflictService(workspace).open()) == 2

    LearnerService(workspace).bring_back([learner_id])
    LearnerService(workspace).edit(learner_id, {"nickname": "ต้น"})

    assert ConflictService(workspace).open() == []
    exchange(workspace, other)
    assert ConflictService(workspace).open() == ConflictService(other).open() == []


def test_an_ordinary_edit_over_a_conflict_is_told_by_its_new_value(
    workspace: Workspace, other: Workspace
) -> None:
    learner_id = add_learner(workspace, nickname="เดิม")
    exchange(workspace, other)
    LearnerService(workspace).edit(learner_id, {"nickname": "ต้น"})
    LearnerService(other).edit(learner_id, {"nickname": "บอย"})
    exchange(workspace, other)

    LearnerService(workspace).edit(learner_id, {"nickname": "มะลิ"})

    (row,) = ConflictService(workspace).open()
    assert {row.mine, row.theirs} & {"มะลิ"}
    exchange(workspace, other)
    assert [each.id for each in ConflictService(other).open()] == [row.id]


def test_the_order_of_goals_is_never_put_before_a_person(
    workspace: Workspace, other: Workspace
) -> None:
    here, there = Services(workspace), Services(other)
    plan = here.plans.start(add_learner(workspace))
    goals = [here.plans.add_goal(plan, {"text": text}) for text in ("หนึ่ง", "สอง", "สาม")]
    exchange(workspace, other)
    here.plans.move_goal(goals[2], 0)
    there.plans.move_goal(goals[0], 2)
    exchange(workspace, other)

    with workspace.read() as session:
        fields = set(session.scalars(select(Conflict.field)))
    assert "position" in fields
    for laptop in (here, there):
        assert laptop.conflicts.open() == []
        assert "conflict" not in {line.code for line in laptop.today.get().lines}
    orders = [[goal.id for goal in each.plans.get(plan).goals] for each in (here, there)]
    assert orders[0] == orders[1]
    assert sorted(orders[0]) == sorted(goals)


def test_hiding_a_goal_that_was_moved_meanwhile_asks_nobody(
    workspace: Workspace, other: Workspace
) -> None:
    here, there = Services(workspace), Services(other)
    plan = here.plans.start(add_learner(workspace))
    goals = [here.plans.add_goal(plan, {"text": text}) for text in ("หนึ่ง", "สอง")]
    exchange(workspace, other)
    here.plans.remove_goal(goals[1])
    there.plans.move_goal(goals[1], 0)
    exchange(workspace, other)

    assert here.conflicts.open() == there.conflicts.open() == []
