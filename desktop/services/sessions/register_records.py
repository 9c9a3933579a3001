"""What is told of a register: whom it lists, what is marked of each, and many days side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from desktop.services.attendance.counting import Attended
from desktop.services.sessions.records import SessionRow

Source = Literal["screen", "paper", "import"]
Closed = Literal["before", "after"]


@dataclass(frozen=True)
class Mark:
    """What is to be marked of somebody; `code` "" takes back what is marked.

    Attributes:
        minutes: how long they were there, where that is not the whole time.
    """

    code: str
    minutes: int | None = None
    note: str = ""


@dataclass(frozen=True)
class RegisterLine:
    """Somebody on a register.

    Attributes:
        enrolment_id: to mark them by; of joined twins the one that has been marked.
        name: what they are called; `nickname` beside it.
        known: they are a learner or a person, not only a name.
        role: code of `enrolment_roles`; `staff` for who teaches or helps.
        state: code of `enrolment_states`.
        code: what is marked, "" for nothing.
        advance: it was marked before the meeting, as leave is told in advance.
        restricted: their record may not be used now, so they cannot be marked.
        attended: what their marks come to so far.
    """

    enrolment_id: UUID
    name: str
    nickname: str
    learner_id: UUID | None
    known: bool
    role: str
    staff: bool
    state: str
    code: str
    minutes: int | None
    note: str
    source: str
    advance: bool
    restricted: bool
    attended: Attended


@dataclass(frozen=True)
class Register:
    """The register of a meeting; learners by name, then who teaches or helps.

    Attributes:
        later: enrolments of those who came into the course after that day, and so are not on it.
    """

    meeting: SessionRow
    lines: tuple[RegisterLine, ...]
    later: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class SheetRows:
    """Who stands on a printed page, row by row, and what the boxes of a row stand for."""

    lines: tuple[RegisterLine, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """Everybody of a course with every meeting that is not cancelled.

    Attributes:
        marks: codes by enrolment and meeting; what is not marked is not there.
        closed: places at which somebody is not expected: before they came into the course, or after
            they left it; nothing that is marked is among them.
    """

    course_id: UUID
    course: str
    meetings: tuple[SessionRow, ...]
    lines: tuple[RegisterLine, ...]
    marks: dict[tuple[UUID, UUID], str]
    closed: Mapping[tuple[UUID, UUID], Closed]


@dataclass(frozen=True)
class DateRows:
    """A page of the many-date sheet: who stands on it, which meetings, what the two boxes mean."""

    lines: tuple[RegisterLine, ...]
    meetings: tuple[SessionRow, ...]
    codes: tuple[str, ...]
    now: Mapping[tuple[int, int], str]


@dataclass(frozen=True)
class Marked:
    """What marking did.

    Attributes:
        count: how many marks were written; what was marked so already is not written again.
        held: the meeting was noted as held by it.
        action: to take all of it back by; None where nothing changed.
    """

    count: int
    held: bool
    action: bytes | None
