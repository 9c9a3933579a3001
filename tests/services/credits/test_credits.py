"""Credits: proposed is never accepted, a decision is one move with all its facts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.models.credits import CreditItem, CreditItemMove
from desktop.services.all import Services
from desktop.services.credits.records import CreditQuery, CreditRow
from desktop.services.sync.conflicts import ConflictService
from desktop.services.workspace import Workspace
from tests.services.sync.test_store import exchange
from tests.subjects.credits import SUBMITTED, learnt

ACCEPTED: Final[Mapping[str, Any]] = {
    "credits": 3, "institution": "สกร.อำเภอ", "number": "45/2569",
}  # fmt: skip
PROPOSED: Final[Mapping[str, Any]] = {"credits": 3, "level": "dole_lower", "subject": "occupation"}


def submitted(services: Services, more: Mapping[str, Any] = PROPOSED) -> UUID:
    made = learnt(services, "ซ่อมรถ", more)
    for code, facts in SUBMITTED:
        services.credits.move(made, code, facts)
    return made


def row(services: Services, known: UUID) -> CreditRow:
    return services.credits.get(known).row


def undo(services: Services) -> None:
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)


def test_nothing_is_proposed_without_evidence_that_is_enough_and_an_assessor(
    services: Services,
) -> None:
    learner = services.learners.add({"given": "คำแพง"}).id
    known = services.credits.add({"name": "ทอผ้า", "learner_id": learner})
    with pytest.raises(UserError, match="credit_no_evidence"):
        services.credits.move(known, "propose")
    shown = services.evidence.add({"name": "ผ้าผืนหนึ่ง", "credit_item_id": known})
    services.evidence.move(shown, "doubt", {"reason": "ไม่รู้ว่าใครทอ"})
    with pytest.raises(UserError, match="credit_no_evidence"):
        services.credits.move(known, "propose")
    services.evidence.move(shown, "see")
    with pytest.raises(UserError, match="credit_no_assessor"):
        services.credits.move(known, "propose")
    assessor = services.persons.add({"given": "ปัญญา"})
    services.credits.edit(known, {"assessor_id": assessor})
    services.credits.move(known, "propose")
    (line,) = services.credits.get(known).moves
    assert line.move.values["by_id"] == assessor


def test_it_is_submitted_to_somebody_and_that_stays_a_fact(services: Services) -> None:
    made = learnt(services, "ซ่อมรถ", {"receiver_id": None})
    services.credits.move(made, "propose")
    with pytest.raises(UserError, match="credit_no_receiver"):
        services.credits.move(made, "submit")
    college = services.partners.add({"name": "วิทยาลัย"})
    services.credits.move(made, "submit", {"receiver_id": college})
    other = services.partners.add({"name": "โรงเรียน"})
    services.credits.edit(made, {"receiver_id": other})
    assert services.credits.get(made).moves[0].move.values["receiver_id"] == college
    assert row(services, made).receiver == "วิทยาลัย"


@pytest.mark.parametrize("lacking", ["institution", "number"])
def test_accepting_needs_institution_and_number_or_the_paper(
    services: Services, lacking: str
) -> None:
    made = submitted(services)
    facts = {name: each for name, each in ACCEPTED.items() if name != lacking}
    with pytest.raises(UserError, match="field_missing"):
        services.credits.move(made, "accept", facts)
    whose = row(services, made).learner_id
    paper = services.documents.add(whose, b"%PDF-1.4 result", {"document_kind": "other"})
    services.credits.move(made, "accept", {**facts, "document_id": paper})
    assert row(services, made).accepted == 3


def test_fewer_credits_than_proposed_are_a_part(services: Services) -> None:
    made = submitted(services)
    with pytest.raises(UserError, match="quantity_not_positive"):
        services.credits.move(made, "accept", {**ACCEPTED, "credits": 0})
    services.credits.move(made, "accept", {**ACCEPTED, "credits": 2})
    told = row(services, made)
    assert (told.state, told.proposed, told.accepted) == ("accepted_part", 3, 2)


def test_a_decision_keeps_its_level_whatever_is_edited_later(services: Services) -> None:
    made = submitted(services)
    services.credits.move(made, "accept", ACCEPTED)
    services.credits.edit(made, {"level": "dole_upper", "credits": 40})
    (level,) = services.credits.book(row(services, made).learner_id).levels
    assert (level.level, level.accepted, level.gap) == ("dole_lower", 3, 53)
    assert level.subjects == (("occupation", 3),)


def test_the_book_tells_proposed_and_accepted_apart_and_the_gap_by_what_counts(
    services: Services,
) -> None:
    made = submitted(services)
    whose = row(services, made).learner_id
    (before,) = services.credits.book(whose).levels
    assert (before.proposed, before.accepted, before.minimum, before.gap) == (3, 0, 56, 56)
    assert before.most_a_term == 16
    services.credits.move(made, "accept", ACCEPTED)
    (after,) = services.credits.book(whose).levels
    assert (after.proposed, after.accepted, after.gap) == (0, 3, 53)
    undo(services)
    assert services.credits.book(whose).levels == (before,)


def test_days_are_counted_while_somebody_is_waited_for(services: Services, clock: Any) -> None:
    made = submitted(services)
    clock.now_ms += 9 * 86_400_000
    assert row(services, made).days == 9
    services.credits.move(made, "accept", ACCEPTED)
    assert row(services, made).days == 0


def test_two_laptops_that_decide_differently_ask_a_person(
    workspace: Workspace, other: Workspace, services: Services
) -> None:
    made = submitted(services)
    exchange(workspace, other)
    there = Services(other)
    services.credits.move(made, "accept", ACCEPTED)
    there.credits.move(made, "refuse", {"reason": "หลักฐานไม่พอ"})
    exchange(workspace, other)

    (clash,) = ConflictService(workspace).open()
    assert clash.asked
    told = {part.field: (part.mine, part.theirs) for part in clash.parts}
    assert told["to_state"] == ("accepted", "refused")
    assert told["number"] == ("45/2569", None)
    assert row(services, made).accepted == row(there, made).accepted
    ConflictService(workspace).decide([clash.id], "mine")
    exchange(workspace, other)
    for each in (services, there):
        assert (row(each, made).state, row(each, made).accepted) == ("accepted", 3)


def test_erasing_the_learner_takes_items_decisions_and_evidence_along(
    workspace: Workspace, services: Services
) -> None:
    made = submitted(services)
    services.credits.move(made, "accept", ACCEPTED)
    services.erasure.erase(row(services, made).learner_id, "ขอให้ลบ")
    assert (services.credits.find(), services.evidence.find()) == ((), ())
    with workspace.read() as session:
        left = session.query(CreditItemMove).filter(CreditItemMove.erased.is_(None)).all()
    assert left == []


def test_requests_are_a_page_for_each_and_leave_the_restricted_out(
    services: Services, tmp_path: Path
) -> None:
    papers = services.credit_papers
    with pytest.raises(UserError, match="paper_nothing_to_print"):
        papers.write_requests(tmp_path / "none.pdf")
    first, second = submitted(services), submitted(services)
    assert papers.write_requests(tmp_path / "both.pdf") == 2
    services.restrictions.restrict(row(services, first).learner_id, "ขอให้พัก")
    assert papers.write_requests(tmp_path / "one.pdf") == 1
    services.credits.move(second, "accept", ACCEPTED)
    only = CreditQuery(ids=(second,))
    assert papers.write_requests(tmp_path / "result.pdf", only) == 1
    assert papers.write_form(tmp_path / "blank.pdf") == 1


STEPS: Final = ("propose", "submit", "accept", "return", "refuse", "withdraw", "undo", "sync")
FACTS: Final[Mapping[str, Mapping[str, Any]]] = {
    "accept": {"institution": "สกร.", "number": "1/2569"},
    "return": {"missing": "ชั่วโมง"},
    "refuse": {"reason": "ไม่พอ"},
}


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.booleans(), st.integers(1, 5)), max_size=14))
def test_only_what_stands_accepted_is_summed_after_any_order(
    workspace: Workspace, other: Workspace, steps: list[tuple[str, bool, int]]
) -> None:
    laptops, moved = (Services(workspace), Services(other)), [0, 0]
    made = learnt(laptops[0], "ซ่อมรถ", {"credits": 3, "level": "dole_lower"})
    exchange(workspace, other)
    for code, there, much in steps:
        services = laptops[there]
        if code == "sync":
            exchange(workspace, other)
        elif code == "undo" and moved[there]:
            undo(services)
            moved[there] -= 1
        elif code in services.credits.get(made).possible:
            more = {"credits": much} if code == "accept" else {}
            services.credits.move(made, code, {**FACTS.get(code, {}), **more})
            moved[there] += 1
        for each in (workspace, other):
            _sums_hold(each, made)
    exchange(workspace, other)
    for each in (workspace, other):
        _sums_hold(each, made)
    assert row(laptops[0], made).accepted == row(laptops[1], made).accepted


def _sums_hold(workspace: Workspace, made: UUID) -> None:
    """What is summed is what a replay of the moves from the first on says."""
    services = Services(workspace)
    with workspace.read() as session:
        last = session.get_one(CreditItem, made).last_move_id
        moves = {each.id: each for each in session.query(CreditItemMove)}
        course = []
        while last is not None:
            course.append(moves[last])
            last = moves[last].after_id
        standing: list[UUID] = []
        for move in reversed(course):
            if move.reverses_id is None:
                standing.append(move.id)
            elif move.reverses_id in standing:
                standing.remove(move.reverses_id)
            else:
                standing.append(moves[move.reverses_id].reverses_id or made)
        last_step = moves[standing[-1]] if standing else None
        accepted = last_step is not None and last_step.move == "accept"
        expected = last_step.credits if last_step is not None and accepted else None
    told = row(services, made)
    assert told.accepted == expected
    assert (told.state in ("accepted", "accepted_part")) == accepted
    (level,) = services.credits.book(told.learner_id).levels
    assert level.accepted == (expected or 0)
    assert not (accepted and level.proposed)
