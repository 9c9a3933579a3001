"""Possible duplicates: found while typing, joined, kept apart, and undone."""

from __future__ import annotations

from desktop.models.dates import PartialDate
from desktop.models.people import Learner
from desktop.services.all import Services
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.duplicates import (
    DuplicateService,
    Typed,
    chosen_values,
    only_in_twin,
)
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.workspace import Workspace
from tests.factories import add_learner, national_number


def test_name_and_village_are_enough_to_show_somebody(workspace: Workspace) -> None:
    known = add_learner(workspace, "ซอวาทู", village="3", nickname="ทู")
    add_learner(workspace, "ซอวาทู", village="5")
    add_learner(workspace, "ดาวเรือง", village="3")

    found = DuplicateService(workspace).like(Typed(given="ซอวาทู", village="หมู่ 3"))

    assert [each.row.id for each in found] == [known]
    assert set(found[0].reasons) == {"given", "village"}


def test_a_name_alone_shows_nobody(workspace: Workspace) -> None:
    add_learner(workspace, "ซอวาทู", village="3")
    assert DuplicateService(workspace).like(Typed(given="ซอวาทู")) == ()


def test_the_same_number_shows_its_holder_whatever_the_name(workspace: Workspace) -> None:
    number = national_number()
    known = add_learner(workspace, "ดาวเรือง", national_id=number)
    found = DuplicateService(workspace).like(Typed(given="บุญยืน", number=number))
    assert [(each.row.id, each.score) for each in found] == [(known, 100)]


def test_the_carer_is_compared(workspace: Workspace) -> None:
    known = LearnerService(workspace).add({"given": "ซอวาทู"}, {"name": "ยายบุญยืน"}).id
    found = DuplicateService(workspace).like(Typed(given="ซอวาทู", carer="ยายบุญยืน"))
    assert [(each.row.id, each.carer) for each in found] == [(known, "ยายบุญยืน")]


def test_joining_can_be_undone_with_the_values_from_before(workspace: Workspace) -> None:
    duplicates, learners = DuplicateService(workspace), LearnerService(workspace)
    keep = add_learner(workspace, "ซอวาทู", nickname="ทู")
    twin = add_learner(workspace, "ซอวาทู", nickname="วา", birth="2554")
    duplicates.suspect(keep, twin, ("given",))

    duplicates.join(keep, twin, {"nickname": "วา", "birth": PartialDate(2011)})
    assert duplicates.pairs() == ()
    assert learners.get(keep).row.nickname == "วา"

    duplicates.separate(keep, twin, {"nickname": "ทู", "birth": None})
    assert set(LearnerLists(workspace).ids(LearnerQuery())) == {keep, twin}
    assert (learners.get(keep).row.nickname, learners.get(keep).row.birth) == ("ทู", "")
    assert len(duplicates.pairs()) == 1


def test_a_join_keeps_the_longer_time_that_was_promised(workspace: Workspace) -> None:
    duplicates, learners = DuplicateService(workspace), LearnerService(workspace)
    keep = add_learner(workspace, "ซอวาทู")
    twin = add_learner(workspace, "ซอวาทู", phone="0800000000")
    with workspace.write() as session:
        known = session.get_one(Learner, twin)
        known.kept_until, known.kept_reason = "2031-05-01", "ศาลขอ"
    ours, theirs = duplicates.twin(keep).detail, duplicates.twin(twin).detail

    # A promise is the program's to carry over, not a value to choose.
    assert only_in_twin(ours, theirs) == ["phone"]
    duplicates.join(keep, twin, chosen_values(ours, theirs, only_in_twin(ours, theirs)))

    values = learners.get(keep).values
    assert (values["kept_until"], values["kept_reason"]) == ("2031-05-01", "ศาลขอ")


def test_two_people_are_asked_about_no_more_until_undone(workspace: Workspace) -> None:
    duplicates = DuplicateService(workspace)
    one, other = add_learner(workspace, "ซอวาทู"), add_learner(workspace, "ซอวาทู")
    duplicates.suspect(one, other, ("given",))
    duplicates.not_the_same(other, one)
    duplicates.suspect(one, other, ("given",))
    assert duplicates.pairs() == ()
    duplicates.ask_again(one, other)
    assert [set(pair.key) for pair in duplicates.pairs()] == [{one, other}]


def test_hidden_learners_leave_their_pairs(workspace: Workspace) -> None:
    duplicates = DuplicateService(workspace)
    one, other = add_learner(workspace, "ซอวาทู"), add_learner(workspace, "ซอวาทู")
    duplicates.suspect(one, other, ("given",))
    LearnerService(workspace).hide([other])
    assert duplicates.pairs() == ()


def test_the_work_on_each_record_is_counted(workspace: Workspace) -> None:
    learner = add_learner(workspace)
    contacts = ContactService(workspace)
    contacts.add(learner, {"contact_kind": "home_visit", "text": "ไปเยี่ยม"})
    twin = DuplicateService(workspace).twin(learner)
    assert (twin.contacts, twin.plans, twin.work) == (1, 0, 1)


def test_whoever_is_flagged_at_a_learner_is_in_the_list_with_what_is_true_now(
    workspace: Workspace,
) -> None:
    duplicates, learners = DuplicateService(workspace), LearnerService(workspace)
    one = add_learner(workspace, "สมศรี", nickname="แดง", village="3", birth=PartialDate(2012))
    other = add_learner(workspace, "สมศรี", nickname="แดง", village="3", birth=PartialDate(2013))
    duplicates.suspect(one, other, ("given", "nickname", "birth_year_next", "village", "by_hand"))

    (pair,) = duplicates.pairs()
    assert learners.get(one).possible_duplicates == (other,)
    assert set(pair.key) == {one, other}
    told = {"given", "nickname", "birth_year_next", "village", "by_hand"}
    assert set(pair.reasons) == told

    learners.edit(other, {"given": "สมร", "birth": PartialDate(2001)})
    (pair,) = duplicates.pairs()
    assert pair.reasons == ("by_hand",)
    learners.edit(other, {"given": "สมศรี"})
    (pair,) = duplicates.pairs()
    assert set(pair.reasons) == told - {"birth_year_next"}
    line = next(each for each in Services(workspace).today.get().lines if each.code == "duplicate")
    assert line.values["reasons"] == list(pair.reasons)

    LearnerService(workspace).hide([other])
    assert (duplicates.pairs(), learners.get(one).possible_duplicates) == ((), ())
