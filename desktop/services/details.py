"""What is told of one record that moves through states, and whether it was asked of lately."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Generic, TypedDict, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.fields import fields_of
from desktop.models.moves import WithStates
from desktop.services.moves import Lifecycle, MoveLine, history
from desktop.services.record_values import set_values
from desktop.services.workspace import Workspace

Row = TypeVar("Row")

ASK_AGAIN_DAYS: Final = 180


@dataclass(frozen=True)
class Detail(Generic[Row]):
    """One record whole.

    Attributes:
        row: its line in a list.
        values: every field of the record by name.
        typed: the spelling as typed, for texts that were normalised.
        moves: how it stood, the latest first.
        possible: codes of the moves that may be made now, and the facts that each needs.
        last_move: the move that says the state, None before the first.
        missing: fields that are worth asking for.
        doubtful: codes of what cannot be quite right, by field.
    """

    row: Row
    values: dict[str, Any]
    typed: dict[str, str]
    moves: tuple[MoveLine, ...]
    possible: dict[str, tuple[str, ...]]
    last_move: UUID | None
    missing: tuple[str, ...]
    doubtful: dict[str, str]


class Told(TypedDict):
    """The parts of a `Detail` that are alike in every subject."""

    values: dict[str, Any]
    typed: dict[str, str]
    moves: tuple[MoveLine, ...]
    possible: dict[str, tuple[str, ...]]
    last_move: UUID | None


def told_of(session: Session, lifecycle: Lifecycle, thing: WithStates, state: str) -> Told:
    """Return what is told of a thing in a state, beside what only its subject knows."""
    return Told(
        values={name: getattr(thing, name) for name in fields_of(type(thing))},
        typed=dict(thing.typed or {}),
        moves=history(session, thing),
        possible={
            each.code: tuple(need for need in each.needs if isinstance(need, str))
            for each in lifecycle.possible(state)
        },
        last_move=thing.last_move_id,
    )


def empty_of(values: dict[str, Any], names: Collection[str]) -> Iterable[str]:
    """Return those of these fields that hold nothing."""
    return (name for name in names if values[name] in (None, "", []))


def known_before(day: str | None, limit: date) -> bool:
    """Whether a day, known as far as it is, lies before another; one that is not known does."""
    return not day or day < limit.isoformat()[: len(day)]


def ask_again(confirmed_on: str | None, today: date) -> bool:
    """Whether what is written was confirmed so long ago that it is to be asked again."""
    return known_before(confirmed_on, today - timedelta(ASK_AGAIN_DAYS))


def confirm(session: Session, workspace: Workspace, record: Any, on: str = "") -> None:
    """Note that all of a record was asked and still holds: today, or on the day given.

    Raises:
        UserError: `date_ahead`, and as `record_values.set_values`.
    """
    today = workspace.today().isoformat()
    set_values(session, record, {"confirmed_on": on or today})
    if str(record.confirmed_on) > today:
        raise UserError("date_ahead", field="confirmed_on", value=record.confirmed_on)
    record.confirmed_by = workspace.user.user_id
