"""Moves of a thing from state to state: what is refused, what is derived, and taking back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.capture import UncapturedWriteError
from desktop.models.moves import state_column, state_of
from desktop.models.partners import Partner, PartnerMove
from desktop.services import moves
from desktop.services.history import HistoryService
from desktop.services.moves import Lifecycle, MoveLine, Transition, make_move
from desktop.services.partners.lifecycle import PARTNERSHIP
from desktop.services.persons.service import PersonService
from desktop.services.undo import Left, UndoService
from desktop.services.workspace import Workspace


def add_partner(workspace: Workspace, name: str = "วัดห้วยปูลิง") -> UUID:
    """Note a partner."""
    with workspace.write() as session:
        partner = Partner(name=name)
        session.add(partner)
        return partner.id


def move(
    workspace: Workspace,
    partner_id: UUID,
    code: str,
    facts: Mapping[str, Any] | None = None,
    *,
    seen: UUID | None = None,
    lifecycle: Lifecycle = PARTNERSHIP,
) -> UUID:
    """Move a partner."""
    with workspace.write() as session:
        partner = session.get_one(Partner, partner_id)
        return make_move(session, workspace, lifecycle, partner, code, facts or {}, seen=seen).id


def state(workspace: Workspace, partner_id: UUID) -> str:
    """Return where a partner is, in Python and in the database."""
    with workspace.read() as session:
        told = state_of(session, session.get_one(Partner, partner_id))
        asked = session.scalar(select(state_column(Partner)).where(Partner.id == partner_id))
        assert told == asked
        return told


def lines(workspace: Workspace, partner_id: UUID) -> tuple[MoveLine, ...]:
    """Return the history of a partner's moves."""
    with workspace.read() as session:
        return moves.history(session, session.get_one(Partner, partner_id))


def told(workspace: Workspace, partner_id: UUID) -> list[tuple[str, str, bool]]:
    """Return move, day and whether it stands, the latest first."""
    return [
        (line.move.text("move"), line.move.text("done_on"), line.stands)
        for line in lines(workspace, partner_id)
    ]


def undo(workspace: Workspace) -> Any:
    """Take the last action back."""
    service = UndoService(workspace)
    action = service.last_action()
    assert action is not None
    return service.undo_action(action)


def test_a_thing_is_where_its_last_move_led(workspace: Workspace) -> None:
    partner = add_partner(workspace)
    assert state(workspace, partner) == "candidate"

    begun = move(workspace, partner, "begin", {"done_on": "2026-11-03", "number": "ตย 12/2569"})
    move(workspace, partner, "pause", {"reason": "น้ำท่วม"}, seen=begun)

    assert state(workspace, partner) == "paused"
    assert told(workspace, partner) == [
        ("pause", "2026-11-22", True), ("begin", "2026-11-03", True),
    ]  # fmt: skip
    with workspace.read() as session:
        records = session.scalars(select(PartnerMove).order_by(PartnerMove.first_stamp)).all()
        first, second = records
        assert (first.from_state, first.to_state, first.number) == (
            "candidate",
            "active",
            "ตย 12/2569",
        )
        assert (second.after_id, second.number) == (first.id, None)


def test_lists_filter_and_order_by_state(workspace: Workspace) -> None:
    named = {name: add_partner(workspace, name) for name in ("ก", "ข", "ค")}
    move(workspace, named["ข"], "begin", {"done_on": "2026-11"})
    move(workspace, named["ค"], "begin", {"done_on": "2026-10-01"})
    move(workspace, named["ค"], "end", {"reason": "เลิกกิจการ"})

    with workspace.read() as session:
        current = state_column(Partner)
        active = select(Partner.name).where(current == "active")
        assert session.scalars(active).all() == ["ข"]
        candidates = select(Partner.name).where(current.in_(("candidate", "ended")))
        assert session.scalars(candidates.order_by(current, Partner.name)).all() == ["ก", "ค"]


@pytest.mark.parametrize(
    ("code", "facts", "refused"),
    [
        ("resume", {}, "move_not_from"),
        ("fly", {}, "unknown_code"),
        ("reverse", {}, "unknown_code"),
        ("end", {}, "field_missing"),
        ("end", {"reason": "  "}, "field_missing"),
        ("begin", {"done_on": "2026-11-23"}, "date_ahead"),
        ("begin", {"done_on": "2026-12"}, "date_ahead"),
        ("begin", {"done_on": "เมื่อวาน"}, "bad_date"),
        ("begin", {"done_on": ""}, "field_missing"),
        ("begin", {"by_id": UUID(int=7)}, "record_unknown"),
        ("begin", {"to_state": "ended"}, "unknown_field"),
        ("begin", {"after_id": UUID(int=7)}, "unknown_field"),
    ],
)
def test_what_a_move_cannot_be(
    workspace: Workspace, code: str, facts: dict[str, Any], refused: str
) -> None:
    partner = add_partner(workspace)

    with pytest.raises(UserError, match=refused):
        move(workspace, partner, code, facts)

    assert told(workspace, partner) == []
    assert state(workspace, partner) == "candidate"


def test_a_late_entry_stands_where_it_happened(workspace: Workspace) -> None:
    partner = add_partner(workspace)
    move(workspace, partner, "begin", {"done_on": "2026-11-20"})
    move(workspace, partner, "pause", {"done_on": "2026-11-05", "reason": "ถนนขาด"})

    # The day that was told is kept, and where the partner is follows from what was entered last.
    assert [line[0] for line in told(workspace, partner)] == ["begin", "pause"]
    assert state(workspace, partner) == "paused"


def test_who_saw_another_state_is_asked_to_look_again(workspace: Workspace) -> None:
    partner = add_partner(workspace)
    begun = move(workspace, partner, "begin")
    move(workspace, partner, "pause", {"reason": "น้ำท่วม"})

    with pytest.raises(UserError, match="moved_meanwhile"):
        move(workspace, partner, "end", {"reason": "เลิก"}, seen=begun)


def test_either_both_facts_or_the_paper(workspace: Workspace) -> None:
    either = Transition(
        "begin", frozenset(), "active", needs=("by_id", (("institution", "number"), ("note",)))
    )
    course = Lifecycle(Partner, (either,))
    by = PersonService(workspace).add({"given": "ประยูร"})
    partner = add_partner(workspace)
    for facts, missing in (
        ({}, "by_id"),
        ({"by_id": by}, "institution"),
        ({"by_id": by, "institution": "สกร."}, "number"),
        ({"by_id": by, "number": "12"}, "institution"),
    ):
        with pytest.raises(UserError) as caught:
            move(workspace, partner, "begin", facts, lifecycle=course)
        assert (caught.value.code, caught.value.values["field"]) == ("field_missing", missing)

    move(workspace, partner, "begin", {"by_id": by, "note": "ตามสำเนา"}, lifecycle=course)

    assert state(workspace, partner) == "active"


def test_a_guard_is_asked_with_the_move(workspace: Workspace) -> None:
    def guard(_session: object, partner: Partner, made: PartnerMove) -> None:
        if made.number != partner.mou_number:
            raise UserError("move_not_from", state="candidate", move=made.move)

    course = Lifecycle(Partner, (Transition("begin", frozenset(), "active", guard=guard),))
    partner = add_partner(workspace)

    with pytest.raises(UserError, match="move_not_from"):
        move(workspace, partner, "begin", {"number": "9"}, lifecycle=course)
    move(workspace, partner, "begin", lifecycle=course)


def test_a_move_is_never_edited(workspace: Workspace) -> None:
    partner = add_partner(workspace)
    made = move(workspace, partner, "begin", {"number": "1"})

    with pytest.raises(UncapturedWriteError), workspace.write() as session:
        session.get_one(PartnerMove, made).number = "2"

    with workspace.read() as session:
        assert session.get_one(PartnerMove, made).number == "1"


def test_taking_back_adds_a_reversal(workspace: Workspace) -> None:
    partner = add_partner(workspace)
    begun = move(workspace, partner, "begin", {"done_on": "2026-11-03"})

    undone = undo(workspace)

    assert (undone.reversed, undone.hidden, undone.reverted, undone.left) == (1, 0, 0, ())
    assert state(workspace, partner) == "candidate"
    back, first = lines(workspace, partner)
    assert (back.move.text("move"), back.move.values["reverses_id"]) == ("reverse", begun)
    assert (first.move.id, first.stands, first.reversed_by) == (begun, False, back.move.id)
    with workspace.read() as session:
        assert not session.get_one(PartnerMove, begun).deleted
    again = undo(workspace)
    assert again.reversed == 1
    assert state(workspace, partner) == "active"
    assert [line.stands for line in lines(workspace, partner) if line.move.id == begun] == [True]
    assert len(lines(workspace, partner)) == 3


def test_what_was_moved_on_since_is_left(workspace: Workspace) -> None:
    partner = add_partner(workspace)
    begun = move(workspace, partner, "begin")
    action = UndoService(workspace).last_action()
    assert action is not None
    move(workspace, partner, "pause", {"reason": "น้ำท่วม"})

    undone = UndoService(workspace).undo_action(action)

    assert undone.left == (Left(begun, "partner_move", ""),)
    assert state(workspace, partner) == "paused"


def test_a_partner_taken_back_with_its_first_move_comes_back_with_it(workspace: Workspace) -> None:
    with workspace.write() as session:
        partner = Partner(name="วัด")
        session.add(partner)
        session.flush()
        make_move(session, workspace, PARTNERSHIP, partner, "begin", {})

    undone = undo(workspace)

    assert (undone.hidden, undone.reversed, undone.left) == (1, 0, ())
    undo(workspace)
    assert state(workspace, partner.id) == "active"
    assert len(lines(workspace, partner.id)) == 1


def test_the_edit_history_of_a_thing_tells_its_moves(workspace: Workspace) -> None:
    partner = add_partner(workspace)
    begun = move(workspace, partner, "begin", {"number": "12/2569"})

    history = HistoryService(workspace).of_record(partner)

    assert [(line.kind, line.record_id) for line in history] == [
        ("partner_move", begun), ("partner", partner),
    ]  # fmt: skip
    assert "last_move_id" not in {edit.field for line in history for edit in line.fields}
