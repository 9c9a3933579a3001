"""What is told of partners: a line of the list, one partner whole, and the question asked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow
from desktop.services.entries import Entry
from desktop.services.persons.records import PersonRow


@dataclass(frozen=True)
class PartnerQuery(Question):
    """Which partners are wanted; words are found in whoever is to be asked there, too.

    Attributes:
        sectors: codes of `partner_types`.
        mou_ending: only those whose agreement has ended or ends soon.
    """

    sectors: tuple[str, ...] = ()
    mou_ending: bool = False


@dataclass(frozen=True)
class PartnerRow(SubjectRow):
    """A partner in a list.

    Attributes:
        contact: name of the first whom to ask, "" without one who may be shown.
        mou_ending: the agreement has ended, or ends soon.
    """

    sector: str
    phone: str
    contact: str
    mou_until: str
    mou_ending: bool


@dataclass(frozen=True)
class ContactLine:
    """Whom to ask at a partner."""

    id: UUID
    person: PersonRow
    role: str
    confidential: bool
    entry: Entry


@dataclass(frozen=True)
class PartnerDetail(Detail[PartnerRow]):
    """One partner whole; `contacts`: whom to ask, those in office first, for who may see them."""

    contacts: tuple[ContactLine, ...]
