"""Moving a thing from state to state: which moves there are, what each needs, and what it did.

A `Lifecycle` declares the course of a kind of thing. `make_move` checks a move against it and
writes it as one record; nothing else writes states.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.moves import (
    MoveRecord,
    WithStates,
    effective,
    last_move,
    move_class,
    moves_of,
    state_of,
    thing_link,
)
from desktop.models.persons import Person
from desktop.services.entries import Entry, entry
from desktop.services.record_values import live, set_values
from desktop.services.workspace import Workspace

Guard = Callable[[Session, Any, Any], None]
"""Given the session, the thing and the move that is about to be written; raises UserError."""


@dataclass(frozen=True)
class Transition:
    """A move that may be made.

    Attributes:
        code: of the list of moves.
        sources: the states it may be made from; none: from any but where it leads.
        to: the state it leads to.
        needs: facts that must be given; of a tuple inside, all facts of one of its parts
            (`(("institution", "number"), ("document_id",))`: both, or the paper itself).
        takes: facts that are asked for besides, and may be left out.
        guard: what else must be so.
        forks: a fact whose code may lead elsewhere, and where each leads.
    """

    code: str
    sources: frozenset[str]
    to: str
    needs: tuple[str | tuple[tuple[str, ...], ...], ...] = ()
    takes: tuple[str, ...] = ("note",)
    guard: Guard | None = None
    forks: tuple[str, Mapping[str, str]] | None = None

    def leads(self, move: MoveRecord) -> str:
        """The state that it leads to, given its facts."""
        if self.forks is None:
            return self.to
        name, states = self.forks
        return states.get(getattr(move, name), self.to)

    def leaves(self, state: str) -> bool:
        """Whether it may be made from a state."""
        return state in self.sources if self.sources else state != self.to

    @property
    def needed(self) -> tuple[str, ...]:
        """The facts that it cannot be without, alternatives left aside."""
        return tuple(each for each in self.needs if isinstance(each, str))

    @property
    def alternatives(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """What can be given one for another: of each, all facts of one of its parts."""
        return tuple(each for each in self.needs if not isinstance(each, str))

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact that is asked for, in order; the day it happened is one of every move."""
        either = (name for group in self.alternatives for part in group for name in part)
        return tuple(dict.fromkeys(("done_on", *self.needed, *either, *self.takes)))


@dataclass(frozen=True)
class Lifecycle:
    """The course of a kind of thing through its states."""

    thing: type[WithStates]
    transitions: tuple[Transition, ...]

    def possible(self, state: str) -> tuple[Transition, ...]:
        """Return the moves that may be made from a state, in their order."""
        return tuple(each for each in self.transitions if each.leaves(state))

    def transition(self, code: str) -> Transition:
        """Return a transition by its code.

        Raises:
            UserError: `unknown_code`.
        """
        for each in self.transitions:
            if each.code == code:
                return each
        raise UserError("unknown_code", field="move", value=code)


@dataclass(frozen=True)
class MoveLine:
    """A move in the history of its thing.

    Attributes:
        move: the record with all its facts, when it was entered and by whom.
        stands: it led to where the thing is. Otherwise it was taken back, or another move that
            it did not see was chosen.
        reversed_by: the move that took it back, None for one that stands.
    """

    move: Entry
    stands: bool
    reversed_by: UUID | None


def make_move(
    session: Session,
    workspace: Workspace,
    lifecycle: Lifecycle,
    thing: WithStates,
    code: str,
    facts: Mapping[str, Any],
    *,
    seen: UUID | None = None,
    move_id: UUID | None = None,
) -> MoveRecord:
    """Move a thing; the move is added to the session, and the thing is where it leads.

    Args:
        session: a write transaction.
        workspace: for the day it is.
        lifecycle: of the thing.
        thing: what moves.
        code: of the transition.
        facts: of the move, by field, as a person writes them; `done_on` is today unless given.
        seen: the last move that the person saw; another one since refuses the move.
        move_id: of the move, where it follows from what it is; a new one without.

    Raises:
        UserError: `unknown_code`; `move_not_from` with `state` and `move`; `moved_meanwhile`;
            `field_missing`; `date_ahead` (`done_on`); `record_unknown` (`by_id`); the codes of
            `set_values`; what the guard raises.
    """
    transition = lifecycle.transition(code)
    before = last_move(session, thing)
    if seen is not None and (before is None or before.id != seen):
        raise UserError("moved_meanwhile")
    state = state_of(session, thing)
    if not transition.leaves(state):
        raise UserError("move_not_from", state=state, move=code)
    cls = move_class(type(thing))
    today = workspace.today()
    move = cls(
        **({"id": move_id} if move_id is not None else {}),
        **{thing_link(cls).name: thing.id},
        move=code,
        from_state=state,
        to_state=transition.to,
        after_id=before.id if before is not None else None,
        done_on=today.isoformat(),
    )
    set_values(session, move, {name: each for name, each in facts.items() if each is not None})
    check_facts(session, move, transition, today)
    move.to_state = transition.leads(move)
    if transition.guard is not None:
        transition.guard(session, thing, move)
    session.add(move)
    thing.last_move_id = move.id
    return move


def history(session: Session, thing: WithStates) -> tuple[MoveLine, ...]:
    """Return every move of a thing, by when it happened and then as entered, the latest first.

    Late entries stand where they belong in time; where the thing is, the moves that stand say.
    """
    moves = moves_of(session, thing)
    count = {each.id for each in effective(session, thing)}
    taken_back = {each.reverses_id: each.id for each in moves if each.reverses_id is not None}
    ordered = sorted(moves, key=lambda each: (each.done_on, each.first_stamp), reverse=True)
    return tuple(
        MoveLine(
            entry(each), each.id in count, None if each.id in count else taken_back.get(each.id)
        )
        for each in ordered
    )


def missing_facts(move: MoveRecord, transition: Transition) -> Sequence[str]:
    """Return the facts that a move still needs, of alternatives the first."""
    missing: list[str] = []
    for need in transition.needs:
        if isinstance(need, str):
            if not _said(move, need):
                missing.append(need)
        elif not any(all(_said(move, name) for name in part) for part in need):
            missing += [name for name in need[0] if not _said(move, name)]
    return missing


def check_facts(session: Session, move: MoveRecord, transition: Transition, today: date) -> None:
    """Refuse a move without what it needs, or that lies ahead.

    Raises:
        UserError: `field_missing`, `date_ahead`, `record_unknown`.
    """
    for name in missing_facts(move, transition):
        raise UserError("field_missing", field=name, kind=move.kind)
    if move.done_on > today.isoformat():
        raise UserError("date_ahead", field="done_on", value=move.done_on)
    if move.by_id is not None:
        live(session, Person, move.by_id)


def _said(move: MoveRecord, name: str) -> bool:
    value = getattr(move, name)
    return value is not None and (not isinstance(value, str) or bool(value.strip()))
