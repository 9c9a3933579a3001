"""What is told of urgent cases: lists, a case whole, and that one exists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop.services.tries.records import TryLine
from desktop.services.urgent.chain import HandingLine, StepLine
from desktop.services.urgent.hours import Pace


@dataclass(frozen=True)
class UrgentLine:
    """One case in a list.

    Attributes:
        who: the learner's name, or what was written of an unnamed person.
        case_kind: code of `urgent_kinds`.
        state: code of `urgent_states`.
        opened_on: ISO day.
        days: whole days since it was opened, or that it lasted once closed.
        responsible: the user's name.
        mine: who asks is the responsible one.
        last_note: ISO day of the newest note, "" without any.
        protected: under child protection; nothing of it leaves the unit.
        pace: how it stands to its hours, None where nobody is waited for.
        told_step: code of `urgent_steps`, of the last step that was told; "" before any.
        next_step: whom one tells next, None after the last step.
    """

    id: UUID
    learner_id: UUID | None
    who: str
    case_kind: str
    state: str
    opened_on: str
    days: int
    responsible: str
    mine: bool
    last_note: str
    protected: bool
    pace: Pace | None
    told_step: str
    next_step: StepLine | None


@dataclass(frozen=True)
class UrgentEntry:
    """A note along the way."""

    id: UUID
    at: datetime
    author_name: str
    text: str


@dataclass(frozen=True)
class NamedUser:
    """Somebody who may read a case; `active`: still works here."""

    id: UUID
    name: str
    active: bool


@dataclass(frozen=True)
class UrgentDetail:
    """A case whole: its line, its text, its notes and tries, newest first, and who may read it."""

    line: UrgentLine
    person_note: str
    summary: str
    outcome: str
    closed_on: str
    responsible_id: UUID | None
    named: tuple[NamedUser, ...]
    notes: tuple[UrgentEntry, ...]
    tries: tuple[TryLine, ...]
    handings: tuple[HandingLine, ...]


@dataclass(frozen=True)
class UrgentShadow:
    """That a case exists: what an administrator learns who is not named in it.

    `orphaned`: none of the named works here any more, so another person may be named.
    """

    id: UUID
    state: str
    days: int
    orphaned: bool
