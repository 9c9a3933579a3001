"""Matches: candidates and why, moves with their facts, sums of what was confirmed, erasing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop.errors import UserError
from desktop.models.moves import effective
from desktop.models.needs import Match, MatchMove
from desktop.services.all import Services
from desktop.services.matches.lifecycle import MATCHING
from desktop.services.needs.fulfilment import MatchSums, free, fulfilment, period_begun, sums
from desktop.services.sync.conflicts import ConflictService
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.services.sync.test_store import exchange

TODAY = date(2026, 11, 30)


@pytest.fixture
def giver(services: Services) -> UUID:
    return services.persons.add({"given": "คำมูล"})


def need(services: Services, **more: Any) -> UUID:
    values = {"name": "รองเท้า", "assistance": "clothes", "quantity": 10, "unit": "pair"}
    return services.needs.add({**values, "course": "กลุ่มทอผ้า", **more})


def offer(services: Services, **more: Any) -> UUID:
    values = {"name": "รองเท้าใหม่", "assistance": "clothes", "quantity": 4, "unit": "pair"}
    return services.offers.add({**values, **more})


def facts(code: str, quantity: float, giver: UUID) -> Mapping[str, Any]:
    """What each move needs."""
    both: dict[str, Any] = {"quantity": quantity, "how": "phone"}
    each: dict[str, Mapping[str, Any]] = {
        "agree": {**both, "by_id": giver, "receiver": "teacher"},
        "deliver": both,
        "confirm": {**both, "receiver": "teacher"},
        "end": {"reason": "whole"},
    }
    return each.get(code, {})


def given_whole(services: Services, match: UUID, quantity: float, giver: UUID) -> None:
    """Agree, deliver and confirm so much."""
    for code in ("agree", "deliver", "confirm"):
        services.matches.move(match, code, facts(code, quantity, giver))


def test_one_confirmed_match_does_not_close_a_need_of_ten(services: Services, giver: UUID) -> None:
    known = need(services)
    match = services.matches.propose(known, offer(services))
    services.matches.move(match, "agree", facts("agree", 4, giver))
    row = services.needs.get(known).row
    assert (row.met, row.confirmed, row.promised) == ("none", 0, 4)
    services.matches.move(match, "deliver", facts("deliver", 4, giver))
    services.matches.move(match, "confirm", facts("confirm", 3, giver))
    detail = services.matches.get(match)
    assert detail.warnings == ("less_received",)
    row = services.needs.get(known).row
    assert (row.met, row.confirmed, row.promised, row.state) == ("part", 3, 1, "open")
    other = services.matches.propose(known, offer(services, quantity=20))
    given_whole(services, other, 7, giver)
    row = services.needs.get(known).row
    assert (row.met, row.confirmed) == ("met", 10)
    assert services.offers.get(detail.row.offer_id or other).row.free == 0
    assert [each.met for each in services.needs.find()] == ["met"]


def test_what_is_given_in_parts_is_added_and_taken_back(services: Services, giver: UUID) -> None:
    known = need(services)
    match = services.matches.propose(known, offer(services))
    given_whole(services, match, 2, giver)
    for code in ("deliver", "confirm"):
        services.matches.move(match, code, facts(code, 1.5, giver))
    assert services.needs.get(known).row.confirmed == 3.5
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)
    assert services.needs.get(known).row.confirmed == 2
    services.matches.move(match, "end", {"reason": "whole"})
    assert services.needs.get(known).row.confirmed == 2


def test_each_move_says_who_when_and_how(services: Services, giver: UUID) -> None:
    match = services.matches.propose(need(services), offer(services))
    whole = facts("agree", 4, giver)
    for name in whole:
        with pytest.raises(UserError, match="field_missing") as refused:
            services.matches.move(match, "agree", {**whole, name: ""})
        assert refused.value.values["field"] == name
    with pytest.raises(UserError, match="quantity_not_positive"):
        services.matches.move(match, "agree", {**whole, "quantity": -4})
    with pytest.raises(UserError, match="date_ahead"):
        services.matches.move(match, "agree", {**whole, "done_on": "1/1/2599"})
    with pytest.raises(UserError, match="unknown_field"):
        services.matches.move(match, "agree", {**whole, "note": "แม่ของนุชรับ"})


def test_more_agreed_than_is_offered_or_needed_is_told(services: Services, giver: UUID) -> None:
    match = services.matches.propose(need(services, quantity=5), offer(services))
    services.matches.move(match, "agree", facts("agree", 6, giver))
    assert services.matches.get(match).warnings == ("over_offer", "over_need")
    services.matches.edit(match, {"due_on": "1/11/2569"})
    assert services.matches.get(match).warnings == ("over_offer", "over_need", "late")


def test_nothing_is_proposed_that_may_not_be_told_or_cannot_be_compared(
    services: Services, workspace: Workspace
) -> None:
    learner = add_learner(workspace)
    known = need(services, course="", learner_id=learner)
    shoes = offer(services)
    with pytest.raises(UserError, match="need_not_shared"):
        services.matches.propose(known, shoes)
    services.needs.edit(known, {"share": "named"})
    services.urgent.open({"learner_id": learner, "case_kind": "harmed"})
    with pytest.raises(UserError, match="need_not_shared"):
        services.matches.propose(known, shoes)
    with pytest.raises(UserError, match="match_units_differ"):
        services.matches.propose(need(services), offer(services, unit="baht"))
    services.offers.move(shoes, "pause", {"reason": "ของหมด"})
    with pytest.raises(UserError, match="match_sides_gone"):
        services.matches.propose(need(services), shoes)


def test_candidates_come_by_kind_place_month_language_and_what_is_left(
    services: Services, workspace: Workspace
) -> None:
    learner = add_learner(workspace, village="3", mother_tongue="ksw")
    known = need(services, course="", learner_id=learner, share="named", needed_by="2570-01")
    offers = {
        "here": offer(services, name="ก", villages="3", languages="ksw", quantity=20),
        "little": offer(services, name="ข", villages="3", languages="ksw"),
        "tongue": offer(services, name="ค", villages="3", languages="tha"),
        "month": offer(services, name="ง", villages="3", months_open="6"),
        "until": offer(services, name="จ", villages="3", until="2569-12-31", languages="tha"),
        "any": offer(services, name="ฉ"),
        "other": offer(services, name="ช", villages="5"),
        "baht": offer(services, name="ซ", villages="5", unit="baht"),
        "unknown": offer(services, name="ฌ", assistance="", villages="3"),
    }
    offer(services, name="ข้าวสาร", assistance="food")
    found = services.matches.candidates(known)
    names = {record_id: name for name, record_id in offers.items()}
    assert [names[each.offer.id] for each in found] == list(offers)
    why = {names[each.offer.id]: each.why for each in found}
    assert why["here"] == (
        "same_kind", "their_village", "in_month", "same_language", "enough",
    )  # fmt: skip
    assert why["little"][4] == "a_part"
    assert why["until"][2:4] == ("not_in_month", "other_language")
    assert why["baht"][4] == "units_differ"
    match = services.matches.propose(known, offers["little"])
    state = {names[each.offer.id]: each.state for each in services.matches.candidates(known)}
    assert state["little"] == "proposed"
    assert services.matches.propose(known, offers["little"]) == match


def test_a_need_that_comes_back_is_met_anew() -> None:
    given = (("2026-10-31", 5.0), ("2026-11", 4.0), ("2026-11-30", 1.0))
    match = MatchSums(UUID(int=1), UUID(int=2), UUID(int=3), "confirmed", 10, 10, 10, given)
    for repeats, confirmed in (("", 10), ("once", 10), ("monthly", 5), ("weekly", 5)):
        assert fulfilment(5, repeats, [match], TODAY).confirmed == confirmed, repeats
    assert fulfilment(None, "", [match], TODAY).met == "part"
    assert fulfilment(None, "", [], TODAY).met == "none"
    assert free(None, [match]) is None
    assert period_begun("termly", TODAY) == date(2026, 11, 1)
    assert period_begun("termly", date(2026, 3, 1)) == date(2025, 11, 1)
    assert period_begun("yearly", date(2026, 3, 1)) == date(2025, 5, 16)


def test_two_laptops_that_match_the_same_make_one_and_their_moves_are_decided(
    workspace: Workspace, other: Workspace, services: Services, giver: UUID
) -> None:
    known, shoes = need(services), offer(services)
    exchange(workspace, other)
    there = Services(other)
    match = services.matches.propose(known, shoes)
    assert there.matches.propose(known, shoes) == match
    exchange(workspace, other)
    for each in (services, there):
        (row,) = each.matches.find()
        assert row.state == "proposed"
    for laptop in (workspace, other):
        (clash,) = ConflictService(laptop).open()
        assert (clash.asked, clash.kind) == (True, "match")


def test_what_was_given_stays_once_who_got_it_is_destroyed(
    services: Services, workspace: Workspace, other: Workspace, giver: UUID
) -> None:
    learner = add_learner(workspace)
    known = need(services, course="", learner_id=learner, share="named")
    shoes = offer(services)
    match = services.matches.propose(known, shoes)
    given_whole(services, match, 3, giver)
    exchange(workspace, other)
    services.erasure.erase(learner, "asked")
    services.erasure.erase(giver, "asked")
    exchange(workspace, other)
    for laptop in (workspace, other):
        here = Services(laptop)
        (row,) = here.matches.find()
        assert (row.id, row.need_id, row.who, row.confirmed) == (match, None, "", 3)
        assert here.offers.get(shoes).row.free == 1
        assert here.needs.find() == ()
        with laptop.database.read() as session:
            assert {each.by_id for each in session.query(MatchMove)} == {None}


def test_matches_go_out(services: Services, giver: UUID, tmp_path: Path) -> None:
    given_whole(services, services.matches.propose(need(services), offer(services)), 3, giver)
    assert services.exporting.export("matches", tmp_path / "x.xlsx").rows == 1
    sheet: Any = load_workbook(tmp_path / "x.xlsx").active
    said = dict(
        zip(*([cell.value for cell in row] for row in sheet.iter_rows(max_row=2)), strict=True)
    )
    assert (said["ตกลง"], said["ผู้รับยืนยัน"], said["สถานะ"]) == (3, 3, "ผู้รับยืนยันแล้ว")


STEPS = st.lists(
    st.tuples(
        st.sampled_from([*(each.code for each in MATCHING.transitions), "undo", "sync"]),
        st.sampled_from([1, 2.5, 4]),
        st.booleans(),
    ),
    max_size=14,
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_no_move_is_made_past_its_guard_and_what_is_met_is_the_sum_of_what_was_confirmed(
    workspace: Workspace, other: Workspace, steps: list[tuple[str, float, bool]]
) -> None:
    services, there = Services(workspace), Services(other)
    giver = services.persons.add({"given": "คำมูล"})
    known, shoes = need(services), offer(services)
    match = services.matches.add({"need_id": known, "offer_id": shoes})
    exchange(workspace, other)
    for code, quantity, here in steps:
        laptop = services if here else there
        if code == "sync":
            exchange(workspace, other)
        elif code == "undo":
            action = laptop.undo.last_action()
            if action is not None:
                laptop.undo.undo_action(action)
        else:
            move(laptop, match, code, quantity, giver)
        for each in (services, there):
            check(each, known, match)
    exchange(workspace, other)
    assert services.needs.get(known).row == there.needs.get(known).row


def move(laptop: Services, match: UUID, code: str, quantity: float, giver: UUID) -> None:
    """Make a move where its course allows it; elsewhere it is refused and changes nothing."""
    if not laptop.matches.find():
        return
    before = laptop.matches.get(match)
    if code in before.possible:
        laptop.matches.move(match, code, facts(code, quantity, giver))
        assert laptop.matches.get(match).row.state == MATCHING.transition(code).to
    else:
        with pytest.raises(UserError, match="move_not_from"):
            laptop.matches.move(match, code, facts(code, quantity, giver))
        assert laptop.matches.get(match).row == before.row


def check(laptop: Services, known: UUID, match: UUID) -> None:
    """What is told is the sum of the confirmations that count, one by one."""
    with laptop.workspace.read() as session:
        record = session.get(Match, match)
        if record is None or record.deleted:
            return
        wanted = sum(
            each.quantity or 0
            for each in effective(session, record)
            if isinstance(each, MatchMove) and each.move == "confirm"
        )
        assert sums(session)[match].confirmed == wanted
    if laptop.needs.find():
        assert laptop.needs.get(known).row.confirmed == wanted
