"""Things that move through states: each move is one record with all its facts, never edited.

The state of a thing is where its last move led. The thing leads to that move by `last_move_id`,
which is merged as any field: two moves that did not see each other are a conflict over it, so a
person chooses between two whole moves, and no number of one is ever joined to the paper of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Final, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Mapped, Session, aliased

from desktop.models import fields as field
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.fields import Field, fields_of
from desktop.models.ids import derived_id

REVERSE: Final = "reverse"
"""The move that takes back another; every list of moves has it."""

LAST_MOVE: Final = "last_move_id"

EVERY_MOVE: Final = ("done_on", "by_id", "number", "institution", "document_id", "reason", "note")
"""What may be told of every move."""


class AppendOnly(SyncedRecord):
    """A record that stays as it was written. What was wrong is taken back by a further record."""

    def in_effect(self, session: Session) -> bool:
        """Whether it counts: nothing took it back, and no other was chosen instead."""
        raise NotImplementedError

    def reverse(self, session: Session, day: str) -> bool:
        """Add the record that takes this one back, on a day (ISO).

        False where something that counts rests on it: then nothing is added.
        """
        raise NotImplementedError


class MoveRecord(AppendOnly):
    """One move of a thing from state to state.

    A class of moves declares the link to the thing (`owner`), and `move`, `from_state` and
    `to_state` as codes of its own lists; further facts of its own as it needs them. When it was
    entered, and by which user, is in `created_at` and `created_by`.

    Attributes:
        after_id: the last move that its author saw, None for the first.
        reverses_id: the move that it takes back.
        done_on: when it happened, as far as known; it may be long before it was entered.
        by_id: who did it: the person who signed, accepted or approved.
        number: of the paper or of the register.
        institution: who decided.
        document_id: the paper itself.
    """

    move: Mapped[str]
    from_state: Mapped[str]
    to_state: Mapped[str]

    after_id: Mapped[UUID | None] = field.machine()
    reverses_id: Mapped[UUID | None] = field.machine()
    done_on: Mapped[str] = field.day(part_known=True)
    by_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    number: Mapped[str | None] = field.plain()
    institution: Mapped[str | None] = field.line()
    document_id: Mapped[UUID | None] = field.link("document", on_erase="cut")
    reason: Mapped[str | None] = field.text()
    note: Mapped[str | None] = field.text()

    def in_effect(self, session: Session) -> bool:
        """Whether it led, or helped to lead, to where its thing is."""
        thing = thing_of(session, self)
        return thing is not None and self.id in {each.id for each in effective(session, thing)}

    def reverse(self, session: Session, day: str) -> bool:
        """Take this move back, where no later one rests on it: its thing is where it was."""
        thing = thing_of(session, self)
        last = last_move(session, thing) if thing is not None else None
        if thing is None or last is None:
            return False
        counting = effective(session, thing)
        if self is not last and self is not next(filter(_is_step, counting), None):
            return False
        back = reversal(self, last, self.from_state, day)
        session.add(back)
        thing.last_move_id = back.id
        return True


class WithStates(SyncedRecord):
    """A thing that moves through states.

    Subclasses set `first_state`, where it is before its first move, and `move_kind`.
    """

    first_state: ClassVar[str]
    move_kind: ClassVar[str]

    last_move_id: Mapped[UUID | None] = field.machine(index=True)


Thing = TypeVar("Thing", bound=WithStates)


def move_class(cls: type[WithStates]) -> type[MoveRecord]:
    """Return the class of the moves of a class of things."""
    found = synced_classes()[cls.move_kind]
    assert issubclass(found, MoveRecord)
    return found


def state_lists(kind: str) -> tuple[str, str]:
    """Return the code lists of the states of a kind of thing, and of its moves."""
    cls = synced_classes()[kind]
    assert issubclass(cls, WithStates)
    fields = fields_of(move_class(cls))
    return fields["to_state"].vocabulary, fields["move"].vocabulary


def thing_link(cls: type[MoveRecord]) -> Field:
    """Return the link that leads from a move to its thing."""
    return next(each for each in fields_of(cls).values() if each.owner)


def thing_of(session: Session, move: MoveRecord) -> WithStates | None:
    """Return what a move is of; None where it has not arrived yet."""
    link = thing_link(type(move))
    found = session.get(synced_classes()[link.link], getattr(move, link.name))
    return found if isinstance(found, WithStates) else None


def last_move(session: Session, thing: WithStates) -> MoveRecord | None:
    """Return the move that says where a thing is; None before the first."""
    if thing.last_move_id is None:
        return None
    return session.get(move_class(type(thing)), thing.last_move_id)


def state_of(session: Session, thing: WithStates) -> str:
    """Return the state of a thing."""
    move = last_move(session, thing)
    return thing.first_state if move is None else move.to_state


def state_column(cls: type[WithStates]) -> ColumnElement[str]:
    """Return the state of the things of a query, to be selected, filtered and ordered by."""
    move = aliased(move_class(cls))
    said = select(move.to_state).where(move.id == cls.last_move_id).scalar_subquery()
    return func.coalesce(said, cls.first_state)


def moves_of(session: Session, thing: WithStates) -> list[MoveRecord]:
    """Return every move of a thing, also those that do not stand, in the order of entering."""
    cls = move_class(type(thing))
    link: Any = getattr(cls, thing_link(cls).name)
    wanted = select(cls).where(link == thing.id, cls.deleted.is_(False))
    return list(session.scalars(wanted.order_by(cls.first_stamp, cls.id)))


def chain(session: Session, move: MoveRecord | None) -> Iterator[MoveRecord]:
    """Return a move and those it rests on, the last first."""
    seen: set[UUID] = set()
    while move is not None and move.id not in seen:
        seen.add(move.id)
        yield move
        move = session.get(type(move), move.after_id) if move.after_id is not None else None


def effective(session: Session, thing: WithStates) -> list[MoveRecord]:
    """Return the moves that count, reversals among them, the last first.

    They led a thing to where it is: nothing took them back, and no other was chosen instead.
    """
    found: list[MoveRecord] = []
    back: set[UUID] = set()
    for move in chain(session, last_move(session, thing)):
        if move.id in back:
            continue
        if move.reverses_id is not None:
            back.add(move.reverses_id)
        found.append(move)
    return found


def reversal(move: MoveRecord, after: MoveRecord, to_state: str, day: str) -> MoveRecord:
    """Return a new move that takes one back, behind the one that its author saw last."""
    cls = type(move)
    link = thing_link(cls).name
    return cls(
        **{link: getattr(move, link)},
        move=REVERSE,
        from_state=after.to_state,
        to_state=to_state,
        after_id=after.id,
        reverses_id=move.id,
        done_on=day,
    )


def decide_between(
    session: Session, cls: type[MoveRecord], chosen: UUID, others: Iterable[UUID], day: str
) -> None:
    """Note that moves which did not see another one were decided against: each is reversed.

    The reversals stand beside the course of the thing, which goes on from the chosen move. Two
    laptops that decide alike write the same records.
    """
    winner = session.get(cls, chosen)
    if winner is None:
        return
    kept = {each.id for each in chain(session, winner)}
    for other in others:
        for move in chain(session, session.get(cls, other)):
            if move.id in kept:
                break
            record_id = derived_id(move.id, "decided for", winner.id.hex)
            if session.get(cls, record_id) is None:
                back = reversal(move, winner, winner.to_state, day)
                back.id = record_id
                session.add(back)
    session.flush()


def _is_step(move: MoveRecord) -> bool:
    return move.reverses_id is None
