"""Courses of help on two laptops: no step past its guard, and every step in every history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.models.moves import MoveRecord, WithStates, effective, moves_of, state_of
from desktop.services.all import Services
from desktop.services.moves import Lifecycle, missing_facts
from desktop.services.subject_service import OfAnySubject
from desktop.services.workspace import Workspace
from tests.services.matches.test_matches import facts as match_facts
from tests.services.referrals.course import FACTS as REFERRAL_FACTS
from tests.services.sync.test_store import exchange
from tests.subjects import EXAMPLES

WHY = {"reason": "เปลี่ยนใจ"}


def made(kind: str) -> Callable[[Services], UUID]:
    example = next(each for each in EXAMPLES if each.kind == kind)
    return lambda services: example.add(services, "คำแพง", {})


def matched(services: Services) -> UUID:
    asked = {"assistance": "clothes", "quantity": 10, "unit": "pair"}
    known = services.needs.add({"name": "รองเท้า", "course": "กลุ่มทอผ้า", **asked})
    return services.matches.add(
        {"need_id": known, "offer_id": services.offers.add({"name": "รองเท้า", **asked})}
    )


def match_step(services: Services, code: str) -> Mapping[str, Any]:
    return match_facts(code, 2, services.persons.add({"given": "คำมูล"}))


def lead_step(services: Services, code: str) -> Mapping[str, Any]:
    if code == "enrol":
        return {"registered_id": services.learners.add({"given": "คำแพง"}).id}
    return {"institution": "โรงเรียน", "place": "เมือง", **WHY}


def referral_step(_services: Services, code: str) -> Mapping[str, Any]:
    return REFERRAL_FACTS[code]


def plain_step(_services: Services, _code: str) -> Mapping[str, Any]:
    return WHY


Facts = Callable[[Services, str], Mapping[str, Any]]
COURSES: dict[str, tuple[Callable[[Services], UUID], Facts, Callable[[Services], OfAnySubject]]] = {
    "referral": (made("referral"), referral_step, lambda services: services.referrals),
    "need": (made("need"), plain_step, lambda services: services.needs),
    "offer": (made("offer"), plain_step, lambda services: services.offers),
    "match": (matched, match_step, lambda services: services.matches),
    "lead": (made("lead"), lead_step, lambda services: services.leads),
    "fund": (made("fund"), plain_step, lambda services: services.funds),
}
_HOW = st.sampled_from(["likely", "likely", "likely", "any", "bare"])
_STEPS = st.lists(
    st.tuples(st.integers(0, 63), st.booleans(), _HOW),
    min_size=4,
    max_size=12,
)


class Course:
    """One thing on two laptops, and every move that was ever made of it."""

    def __init__(self, kind: str, one: Workspace, two: Workspace) -> None:
        self.laptops = Services(one), Services(two)
        make, self.facts, self.of = COURSES[kind]
        self.known = make(self.laptops[0])
        exchange(one, two)
        self.lifecycle: Lifecycle = self.of(self.laptops[0]).lifecycle
        self.codes = [each.code for each in self.lifecycle.transitions]
        self.ever: set[UUID] = set()

    def step(self, number: int, here: bool, how: str) -> None:
        """Move it, take back, decide, or let both laptops hear of each other."""
        laptop = self.laptops[not here]
        likely = how == "likely" and self.there(laptop)
        codes = self.of(laptop).get(self.known).possible if likely else self.codes
        acts = [*codes, "undo", "sync", "decide"]
        code = acts[number % len(acts)]
        if code == "sync":
            self.meet()
        elif code == "undo":
            action = laptop.undo.last_action()
            if action is not None and self.ever:
                laptop.undo.undo_action(action)
        elif code == "decide":
            for row in laptop.conflicts.open():
                laptop.conflicts.decide([row.id], "theirs" if here else "mine")
        else:
            self.move(laptop, code, bare=how == "bare")
        for each in self.laptops:
            self.check(each)

    def move(self, laptop: Services, code: str, *, bare: bool) -> None:
        """Where its course and its guard allow it; elsewhere it is refused, and nothing changes."""
        if not self.there(laptop):
            return
        service, transition = self.of(laptop), self.lifecycle.transition(code)
        given = self.facts(laptop, code) if not bare else {}
        taken = {*transition.facts, "reason"} if code != "propose" else set(transition.facts)
        told = {name: value for name, value in given.items() if name in taken}
        before, moves = self.state(laptop), self.history(laptop)
        try:
            self.ever.add(service.move(self.known, code, told))
        except UserError:
            assert (self.state(laptop), self.history(laptop)) == (before, moves)
            return
        assert transition.leaves(before), f"{code} was made from {before}"
        assert not bare or not transition.needs

    def meet(self) -> None:
        one, two = (each.workspace for each in self.laptops)
        exchange(one, two)

    def there(self, laptop: Services) -> bool:
        with laptop.workspace.read() as session:
            record = session.get(self.lifecycle.thing, self.known)
            return record is not None and not record.deleted

    def state(self, laptop: Services) -> str:
        with laptop.workspace.read() as session:
            return state_of(session, self.thing(session))

    def history(self, laptop: Services) -> set[UUID]:
        with laptop.workspace.read() as session:
            return {each.id for each in moves_of(session, self.thing(session))}

    def thing(self, session: Any) -> WithStates:
        found: WithStates = session.get_one(self.lifecycle.thing, self.known)
        return found

    def check(self, laptop: Services) -> None:
        """What stands leads without a gap from the beginning to where the thing is."""
        with laptop.workspace.read() as session:
            thing = self.thing(session)
            at = thing.first_state
            for move in reversed(effective(session, thing)):
                if move.reverses_id is None:
                    assert move.from_state == at
                    self.rightly(move)
                at = move.to_state
            assert at == state_of(session, thing)
            for move in moves_of(session, thing):
                if move.reverses_id is None:
                    self.rightly(move)

    def rightly(self, move: MoveRecord) -> None:
        """Whether it was made from where it may be, with all that it needs, to where it leads."""
        transition = self.lifecycle.transition(move.move)
        assert transition.leaves(move.from_state)
        assert missing_facts(move, transition) == []
        assert transition.leads(move) == move.to_state


@pytest.mark.parametrize("kind", sorted(COURSES))
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=_STEPS)
def test_every_step_is_in_every_history_and_none_is_past_its_guard(
    workspace: Workspace, other: Workspace, kind: str, steps: list[tuple[int, bool, str]]
) -> None:
    course = Course(kind, workspace, other)
    for number, here, how in steps:
        course.step(number, here, how)
    course.meet()
    course.meet()
    one, two = course.laptops
    for laptop in course.laptops:
        course.check(laptop)
    assert course.history(one) == course.history(two)
    assert course.ever <= course.history(one)
    assert course.state(one) == course.state(two)
