"""What is asked and told of records that move through states, and when they were asked last."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Generic, TypedDict, TypeVar
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.orm import Session

from desktop.models.fields import fields_of
from desktop.models.moves import WithStates, state_column
from desktop.services.moves import Lifecycle, MoveLine, history

ASK_AGAIN_DAYS: Final = 180
_ENDED: Final = "ended"


@dataclass(frozen=True)
class Question:
    """Which records of a subject are wanted; what is empty does not narrow.

    Attributes:
        search: words, each of which is found.
        states: codes of the states they are in.
        village_id: one that they lead to.
        month: 1 to 12, one in which they are open; 0 for any.
        group: code of `target_groups` that they take.
        ask_again: only those not confirmed for half a year.
    """

    search: str = ""
    states: tuple[str, ...] = ()
    village_id: UUID | None = None
    month: int = 0
    group: str = ""
    ask_again: bool = False


class Stands(TypedDict):
    """What every `SubjectRow` says beside its name."""

    id: UUID
    state: str
    confirmed_on: str
    ask_again: bool


@dataclass(frozen=True)
class SubjectRow:
    """A line of a directory.

    Attributes:
        name: what it is called.
        state: code of the states of its kind.
        confirmed_on: when what is written of it was last asked, as far as known.
        ask_again: that is long ago.
    """

    id: UUID
    name: str
    state: str
    confirmed_on: str
    ask_again: bool


Row = TypeVar("Row", bound=SubjectRow)


@dataclass(frozen=True)
class Detail(Generic[Row]):
    """One record whole.

    Attributes:
        row: its line in a list.
        values: every field of the record by name.
        typed: the spelling as typed, for texts that were normalised.
        moves: how it stood, the latest first.
        possible: codes of the moves that may be made now.
        last_move: the move that says the state, None before the first.
        missing: fields that are worth asking for.
        doubtful: codes of what cannot be quite right, by field.
    """

    row: Row
    values: dict[str, Any]
    typed: dict[str, str]
    moves: tuple[MoveLine, ...]
    possible: tuple[str, ...]
    last_move: UUID | None
    missing: tuple[str, ...]
    doubtful: dict[str, str]


class Told(TypedDict):
    """The parts of a `Detail` that are alike in every subject."""

    values: dict[str, Any]
    typed: dict[str, str]
    moves: tuple[MoveLine, ...]
    possible: tuple[str, ...]
    last_move: UUID | None


def told_of(session: Session, lifecycle: Lifecycle, thing: WithStates, state: str) -> Told:
    """Return what is told of a thing in a state, beside what only its subject knows."""
    return Told(
        values={name: getattr(thing, name) for name in fields_of(type(thing))},
        typed=dict(thing.typed or {}),
        moves=history(session, thing),
        possible=tuple(each.code for each in lifecycle.possible(state)),
        last_move=thing.last_move_id,
    )


def empty_of(values: dict[str, Any], names: Collection[str]) -> Iterable[str]:
    """Return those of these fields that hold nothing."""
    return (name for name in names if values[name] in (None, "", []))


def known_before(day: str | None, limit: date) -> bool:
    """Whether a day, known as far as it is, lies before another; one that is not known does."""
    return not day or day < limit.isoformat()[: len(day)]


def stands(thing: Any, state: str, today: date) -> Stands:
    """Return how a thing in a state stands; one that has ended is not asked again."""
    long_ago = known_before(thing.confirmed_on, today - timedelta(ASK_AGAIN_DAYS))
    return Stands(
        id=thing.id,
        state=state,
        confirmed_on=thing.confirmed_on or "",
        ask_again=state != _ENDED and long_ago,
    )


def asked_for(
    session: Session, wanted: Select[Any], cls: type[WithStates], question: Question, today: date
) -> Iterator[tuple[Any, Stands]]:
    """Give the things of a query that are in one of the states, and in the places, asked for.

    Each comes with how it stands. What a class has no field for is not to be asked of it.
    """
    state = state_column(cls)
    if question.states:
        wanted = wanted.where(state.in_(question.states))
    for thing, said in session.execute(wanted.add_columns(state)):
        how = stands(thing, said, today)
        if (
            (not question.village_id or question.village_id in _villages(thing))
            and (not question.month or question.month in (thing.months_open or ()))
            and (not question.group or question.group in (thing.groups_served or ()))
            and (not question.ask_again or how["ask_again"])
        ):
            yield thing, how


def _villages(thing: WithStates) -> set[UUID]:
    """Every village that a thing leads to."""
    found: set[UUID] = set()
    for name, each in fields_of(type(thing)).items():
        if each.link == "village" and (value := getattr(thing, name)):
            found |= {UUID(one) for one in value} if isinstance(value, list) else {value}
    return found
