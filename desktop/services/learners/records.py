"""What the learner services hand out: rows of lists, one learner whole, and the question asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from desktop.models.dates import PartialDate
from desktop.models.names import full_name
from desktop.services.entries import Entry

SortOrder = Literal["name", "village", "birth", "edited", "code"]
Outside = Literal["", "people", "counts"]


@dataclass(frozen=True)
class LearnerQuery:
    """Which learners, in which order. Empty fields ask nothing; `ids` limits to a given set.

    Attributes:
        search: words as typed; each must be found in names, nickname, codes, telephone numbers or
            the names of carers.
        villages: moo numbers.
        plan: `none` (no plan), `any`, or a plan status.
        risk: True: at least one open risk flag.
        waiting: True: has changes the province has not got yet.
        review_before: an active plan whose review is due on or before this day.
        registered_since, registered_until: on the register since or by then; of a day known in
            part, any day of it. Counts of HETT go by assessments up to `registered_until`.
        outside: for use outside the centre: `people` leaves out those whose record is restricted,
            `counts` also those who said no to being counted in reports.
    """

    search: str = ""
    villages: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    case_steps: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    plan: str = ""
    risk: bool | None = None
    waiting: bool | None = None
    review_before: date | None = None
    registered_since: date | None = None
    registered_until: date | None = None
    facilitator: UUID | None = None
    no_identity: bool = False
    ids: tuple[UUID, ...] | None = None
    outside: Outside = ""
    sort: SortOrder = "name"
    descending: bool = False


@dataclass(frozen=True)
class LearnerRow:
    """A learner in a list."""

    id: UUID
    code: str
    title: str
    given: str
    middle: str
    surname: str
    nickname: str
    sex: str
    birth: str
    birth_estimated: bool
    village: str
    village_name: str
    status: str
    case_step: str
    national_id: str
    g_code: str
    plan_status: str
    groups: tuple[str, ...]
    risks: tuple[str, ...]
    waiting: bool
    edited_at: datetime
    sort_key: str = ""
    photo_id: UUID | None = None

    @property
    def full_name(self) -> str:
        """The formal name; no surname leaves it out."""
        return full_name(self.title, self.given, self.surname, self.middle)

    @property
    def birth_date(self) -> PartialDate | None:
        """The birth date as far as it is known."""
        if not self.birth:
            return None
        return PartialDate.from_iso(self.birth, estimated=self.birth_estimated)


@dataclass(frozen=True)
class Telephone:
    """A number as it was written, and whose it is: a carer's name, "" the learner's own."""

    number: str
    name: str


@dataclass(frozen=True)
class LearnerMatch:
    """Whom a few words may mean.

    Attributes:
        exact: the words are a whole name, code or number of theirs.
        telephone: the number that they were found by.
    """

    row: LearnerRow
    exact: bool = False
    telephone: Telephone | None = None


Missing = Literal["birth", "village", "identity", "status", "carer", "group", "consent"]
"""What a careful clerk would still ask for."""


@dataclass(frozen=True)
class LearnerDetail:
    """One learner whole, without the sensitive part, which is asked for apart.

    Attributes:
        row: what lists show.
        values: every field of the learner record by name.
        typed: the spelling as typed, for texts that were normalised.
        missing: codes of what a careful clerk would still ask for.
    """

    row: LearnerRow
    values: dict[str, Any]
    typed: dict[str, str]
    codes: tuple[Entry, ...]
    carers: tuple[Entry, ...]
    education: tuple[Entry, ...]
    groups: tuple[Entry, ...]
    reasons: tuple[Entry, ...]
    risks: tuple[Entry, ...]
    consents: tuple[Entry, ...]
    household: Entry | None
    missing: tuple[Missing, ...]
    conflicts: int = 0
    possible_duplicates: tuple[UUID, ...] = field(default=())
