"""Replies that come before their referral: they wait, are put when it comes, and are never lost."""

from __future__ import annotations

from itertools import permutations
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.referrals import ReferralMove, ReferralReply
from desktop.services.all import Services
from desktop.services.sync.conflicts import ConflictService
from desktop.services.workspace import Workspace
from sync.texts import LINE_LETTERS
from tests.factories import open_workspace
from tests.services.referrals.course import BY, state
from tests.services.sync.test_store import all_changes, exchange, give
from tests.subjects.referrals import refer

SERVED = {"served_what": "แว่นตา", **BY}
TURNS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("acknowledge", {"done_on": "2026-11-20", **BY}),
    ("waitlist", {"done_on": "2026-11-21", "until": "2026-12-25", **BY}),
    ("serve", {"done_on": "2026-11-22", **SERVED}),
)


@pytest.fixture
def there(other: Workspace) -> Services:
    return Services(other)


@pytest.fixture
def sent(services: Services) -> UUID:
    """Sent here; the other laptop has not heard of it."""
    known = refer(services, "ดอกแก้ว", {})
    services.referrals.move(known, "send", {"channel": "slip", "done_on": "2026-11-19"})
    return known


def number_of(services: Services, known: UUID) -> str:
    return services.referrals.get(known).row.number


def meet(one: Workspace, two: Workspace) -> None:
    """Both hear everything, and do what is to be done then, until neither has news."""
    for _ in range(3):
        exchange(one, two)
        one.news_came()
        two.news_came()


def moves(workspace: Workspace, known: UUID) -> list[tuple[str, str]]:
    with workspace.read() as session:
        wanted = select(ReferralMove).where(ReferralMove.referral_id == known)
        return sorted((each.move, each.id.hex) for each in session.scalars(wanted))


@pytest.mark.parametrize("turn", list(permutations(range(3))))
def test_replies_in_any_turn_wait_and_are_put_as_they_were_answered(
    workspace: Workspace,
    other: Workspace,
    services: Services,
    there: Services,
    sent: UUID,
    turn: tuple[int, ...],
) -> None:
    number = number_of(services, sent)
    for place in turn:
        code, facts = TURNS[place]
        assert there.referrals.answer(f" {number.lower()} ", code, facts) is None
    kept = there.referrals.replies()
    assert [each.answer for each in kept] == ["acknowledge", "waitlist", "serve"]
    assert {each.problem for each in kept} == {"slip_unknown"}
    codes = [line.code for line in there.today.get().lines]
    assert codes.count("referral_reply_waiting") == 3

    meet(workspace, other)

    for laptop in (services, there):
        assert state(laptop, sent) == "served"
        assert laptop.referrals.replies() == ()
        assert "referral_reply_waiting" not in {each.code for each in laptop.today.get().lines}
    made = [move for move, _ in moves(workspace, sent)]
    assert made == ["accept", "acknowledge", "send", "serve", "waitlist"]
    assert moves(workspace, sent) == moves(other, sent)
    assert ConflictService(workspace).open() == ConflictService(other).open() == []


@pytest.mark.parametrize("first", ["reply", "referral"])
def test_two_laptops_that_have_both_make_the_same_moves(
    workspace: Workspace,
    other: Workspace,
    services: Services,
    there: Services,
    sent: UUID,
    first: str,
) -> None:
    there.referrals.answer(number_of(services, sent), "accept", BY)
    mine, theirs = all_changes(workspace), all_changes(other)
    # Each hears of what it lacks before either has put the reply.
    for laptop, news in (
        ((workspace, theirs), (other, mine))
        if first == "reply"
        else ((other, mine), (workspace, theirs))
    ):
        give(news, laptop)
    other.news_came()
    workspace.news_came()
    assert state(services, sent) == state(there, sent) == "accepted"
    assert moves(workspace, sent) == moves(other, sent)

    meet(workspace, other)

    assert state(services, sent) == state(there, sent) == "accepted"
    assert len(moves(workspace, sent)) == 3
    assert ConflictService(workspace).open() == ConflictService(other).open() == []


def test_one_paper_keyed_where_it_is_known_and_where_it_is_not_is_one_answer(
    workspace: Workspace, other: Workspace, services: Services, there: Services, sent: UUID
) -> None:
    number = number_of(services, sent)
    told = all_changes(workspace)
    there.referrals.answer(number, "accept", BY)
    services.referrals.answer(number, "accept", BY)
    give(told, other)
    other.news_came()

    meet(workspace, other)

    assert state(services, sent) == state(there, sent) == "accepted"
    assert len(moves(workspace, sent)) == 3
    assert ConflictService(workspace).open() == []
    with workspace.read() as session:
        (reply,) = session.scalars(select(ReferralReply))
        assert reply.referral_id == sent


def test_two_laptops_that_key_one_paper_keep_one_reply(
    workspace: Workspace, other: Workspace, services: Services, there: Services
) -> None:
    for laptop in (services, there):
        laptop.referrals.answer("ZZ-0404", "accept", {"done_on": "2026-11-20", **BY})
    meet(workspace, other)
    (here,), (elsewhere,) = services.referrals.replies(), there.referrals.replies()
    assert here.id == elsewhere.id
    services.referrals.answer("ZZ-0404", "accept", {"done_on": "2026-11-21", **BY})
    assert len(services.referrals.replies()) == 2


def test_a_laptop_that_died_before_it_put_a_reply_puts_it_at_the_next_start(
    workspace: Workspace,
    other: Workspace,
    services: Services,
    there: Services,
    sent: UUID,
) -> None:
    there.referrals.answer(number_of(services, sent), "accept", BY)
    give(all_changes(workspace), other)
    assert state(there, sent) == "sent"
    other.close()
    again = open_workspace(other.folder)
    try:
        assert state(Services(again), sent) == "accepted"
        assert Services(again).referrals.replies() == ()
    finally:
        again.close()


def test_a_reply_to_what_is_closed_waits_for_somebody_to_look(
    workspace: Workspace, other: Workspace, services: Services, there: Services, sent: UUID
) -> None:
    there.referrals.answer(number_of(services, sent), "accept", BY)
    services.referrals.move(sent, "recall", {"reason": "ย้ายไปแล้ว"})
    meet(workspace, other)
    (kept,) = services.referrals.replies()
    assert kept.problem == "slip_done"
    services.referrals.drop_reply(kept.id)
    assert services.referrals.replies() == ()
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)
    assert [each.id for each in services.referrals.replies()] == [kept.id]


@pytest.mark.parametrize(
    ("before", "answer", "facts", "ends", "problem"),
    [
        # What is said already, or was overtaken, adds no step.
        (("accept",), "acknowledge", BY, "accepted", ""),
        (("accept",), "waitlist", {"until": "25/12/2569", **BY}, "accepted", ""),
        # A service is one, whatever else was heard.
        (("waitlist",), "serve", SERVED, "served", ""),
        # Against what was noted: a person looks.
        (("serve",), "decline", {"decline_reason": "full", **BY}, "served", "reply_contradicts"),
        (("decline",), "accept", {**BY, "done_on": "2026-11-22"}, "declined", "reply_contradicts"),
        (("decline",), "accept", BY, "declined", ""),
    ],
)
def test_a_reply_never_leads_backwards_nor_against_what_is_known(
    workspace: Workspace,
    other: Workspace,
    services: Services,
    there: Services,
    sent: UUID,
    before: tuple[str, ...],
    answer: str,
    facts: dict[str, Any],
    ends: str,
    problem: str,
) -> None:
    number = number_of(services, sent)
    there.referrals.answer(number, answer, {"done_on": "2026-11-20", **facts})
    told = {
        "accept": BY,
        "waitlist": {"until": "30/12/2569", **BY},
        "serve": SERVED,
        "decline": {"decline_reason": "full", **BY},
    }
    for code in before:
        services.referrals.answer(number, code, {"done_on": "2026-11-22", **told[code]})
    meet(workspace, other)
    left = [problem] if problem else []
    for laptop in (services, there):
        assert state(laptop, sent) == ends
        assert [each.problem for each in laptop.referrals.replies()] == left


def test_an_answer_as_long_as_a_line_may_be_reaches_the_other_laptop(
    workspace: Workspace, other: Workspace, services: Services, there: Services
) -> None:
    there.referrals.answer("ZZ-0404", "serve", {**SERVED, "served_what": "ก" * LINE_LETTERS})
    meet(workspace, other)
    (kept,) = services.referrals.replies()
    assert kept.facts["served_what"] == "ก" * LINE_LETTERS


def test_a_reply_keyed_wrongly_is_put_right_under_another_number(
    services: Services, sent: UUID
) -> None:
    services.referrals.answer("ZZ-0404", "accept", BY)
    (wrong,) = services.referrals.replies()
    number = number_of(services, sent)
    assert services.referrals.answer(number, "accept", BY, instead=wrong.id) == sent
    assert services.referrals.replies() == ()
    assert state(services, sent) == "accepted"


@pytest.mark.parametrize(
    ("number", "answer", "facts", "refused"),
    [
        (" ", "accept", BY, "field_missing"),
        ("ZZ-0404", "", BY, "field_missing"),
        ("ZZ-0404", "close", BY, "field_missing"),
        ("ZZ-0404", "accept", {}, "field_missing"),
        ("ZZ-0404", "waitlist", BY, "field_missing"),
        ("ZZ-0404", "waitlist", {"until": "1/1/2569", **BY}, "referral_until_past"),
        ("ZZ-0404", "serve", BY, "field_missing"),
        ("ZZ-0404", "decline", {"decline_reason": "ไม่มีในรายการ", **BY}, "unknown_code"),
        ("ZZ-0404", "accept", {"done_on": "1/1/2600", **BY}, "date_ahead"),
    ],
)
def test_what_could_not_be_put_later_is_refused_when_it_is_keyed(
    services: Services, number: str, answer: str, facts: dict[str, Any], refused: str
) -> None:
    with pytest.raises(UserError, match=refused):
        services.referrals.answer(number, answer, facts)
    assert services.referrals.replies() == ()


def test_a_slip_that_was_written_with_a_pen_finds_its_replies_when_it_is_written_down(
    services: Services,
) -> None:
    services.referrals.answer("กข-7", "accept", BY)
    known = refer(services, "ดอกแก้ว", {})
    services.referrals.move(known, "send", {"channel": "slip", "number": "กข-7"})
    assert state(services, known) == "accepted"
    assert services.referrals.replies() == ()


def test_replies_go_with_whom_they_are_about(
    workspace: Workspace, other: Workspace, services: Services, there: Services, sent: UUID
) -> None:
    there.referrals.answer(number_of(services, sent), "serve", SERVED)
    meet(workspace, other)
    learner = services.referrals.get(sent).row.learner_id
    services.erasure.erase(learner, "ตามคำขอ")
    meet(workspace, other)
    for laptop in (workspace, other):
        with laptop.read() as session:
            replies = session.scalars(select(ReferralReply)).all()
            assert all(each.erased and not each.served_what for each in replies)
