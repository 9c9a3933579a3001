"""Two laptops join people without seeing each other: nobody goes out of sight."""

from __future__ import annotations

from desktop.services.learners.contacts import ContactService
from desktop.services.learners.duplicates import DuplicateService, chosen_values, only_in_twin
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.persons.service import PersonService
from desktop.services.sync.conflicts import ConflictService
from desktop.services.sync.joins import settle_joins
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.services.sync.test_store import exchange


def _met(one: Workspace, two: Workspace) -> None:
    for _ in range(2):
        exchange(one, two)
        for laptop in (one, two):
            settle_joins(laptop)
    exchange(one, two)


def _listed(workspace: Workspace) -> list[object]:
    return list(LearnerLists(workspace).ids(LearnerQuery()))


def test_joined_in_opposite_directions_one_record_stands(
    workspace: Workspace, other: Workspace
) -> None:
    first, second = add_learner(workspace, "ซอวาทู"), add_learner(workspace, "ซอวาทู", nickname="ทู")
    exchange(workspace, other)
    DuplicateService(workspace).join(first, second, {})
    DuplicateService(other).join(second, first, {})

    _met(workspace, other)

    assert _listed(workspace) == _listed(other) == [min(first, second)]
    assert settle_joins(workspace) == settle_joins(other) == 0


def test_joined_on_elsewhere_nothing_of_the_first_is_out_of_reach(
    workspace: Workspace, other: Workspace
) -> None:
    first, second, third = (add_learner(workspace, "ซอวาทู") for _ in range(3))
    exchange(workspace, other)
    contacts = ContactService(workspace)
    contacts.add(first, {"contact_kind": "home_visit", "text": "พบที่บ้าน", "on": "2026-11-20"})
    DuplicateService(workspace).join(second, first, {})
    DuplicateService(other).join(third, second, {})

    _met(workspace, other)

    for laptop in (workspace, other):
        assert _listed(laptop) == [third]
        (contact,) = ContactService(laptop).of(third)
        assert contact.text == "พบที่บ้าน"


def test_joined_to_two_different_people_a_person_is_asked(
    workspace: Workspace, other: Workspace
) -> None:
    twin, one, two = (add_learner(workspace, "ซอวาทู") for _ in range(3))
    exchange(workspace, other)
    DuplicateService(workspace).join(one, twin, {})
    DuplicateService(other).join(two, twin, {})

    _met(workspace, other)

    rows = ConflictService(workspace).open()
    row = next(row for row in rows if row.field == "merged_into" == row.other_field)
    assert row.asked
    assert row.record == twin
    (part,) = row.parts
    assert part.mine_name == part.theirs_name == "ซอวาทู"
    ConflictService(workspace).decide([row.id], "mine")
    _met(workspace, other)
    for laptop in (workspace, other):
        assert set(_listed(laptop)) == {one, two}
        (pair,) = DuplicateService(laptop).joined()
        assert (pair.kept.id, pair.twin.id) == (one, twin)


def test_a_join_is_taken_back_later_with_what_was_taken(workspace: Workspace) -> None:
    duplicates, learners = DuplicateService(workspace), LearnerService(workspace)
    keep = add_learner(workspace, "ซอวาทู", nickname="ทู")
    twin = add_learner(workspace, "ซอวาทู", nickname="วา", phone="0800000000")
    duplicates.suspect(keep, twin, ("given",))
    ours, theirs = duplicates.twin(keep).detail, duplicates.twin(twin).detail
    assert only_in_twin(ours, theirs) == ["phone"]
    duplicates.join(keep, twin, chosen_values(ours, theirs, ["nickname", "phone"]))
    add_learner(workspace, "ดาวเรือง")
    learners.edit(keep, {"phone": "0811111111"})
    (pair,) = duplicates.joined()
    assert (pair.kept.id, pair.twin.id, pair.who) == (keep, twin, "ครูทดสอบ")

    duplicates.undo_join(twin)

    assert {keep, twin} <= set(_listed(workspace))
    assert learners.get(keep).row.nickname == "ทู"
    # Typed since, so it stays.
    assert learners.get(keep).values["phone"] == "0811111111"
    assert duplicates.joined() == ()
    assert len(duplicates.pairs()) == 1


def test_a_join_made_elsewhere_is_parted_here(workspace: Workspace, other: Workspace) -> None:
    keep, twin = add_learner(workspace, "ซอวาทู"), add_learner(workspace, "ซอวาทู")
    exchange(workspace, other)
    DuplicateService(workspace).join(keep, twin, {})
    exchange(workspace, other)

    assert DuplicateService(other).undo_join(twin) == 0
    exchange(workspace, other)

    assert set(_listed(workspace)) == set(_listed(other)) == {keep, twin}


def test_people_who_are_not_learners_too(workspace: Workspace, other: Workspace) -> None:
    persons, there = PersonService(workspace), PersonService(other)
    first, second = (persons.add({"given": "แสงเดือน"}) for _ in range(2))
    exchange(workspace, other)
    persons.join(first, second)
    there.join(second, first)

    _met(workspace, other)

    for laptop in (workspace, other):
        assert [row.id for row in PersonService(laptop).find()] == [min(first, second)]
