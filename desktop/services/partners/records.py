"""What is told of partners: a line of the list, one partner whole, and the question asked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.services.details import Detail
from desktop.services.entries import Entry
from desktop.services.persons.records import PersonRow


@dataclass(frozen=True)
class PartnerQuery:
    """Which partners are wanted; what is empty does not narrow.

    Attributes:
        search: words, each found in the name, a telephone, or in whoever is to be asked there.
        sectors: codes of `partner_types`.
        states: codes of `partner_states`.
        village_id: one that is served, or where the partner is.
        month: 1 to 12, one in which it is open; 0 for any.
        group: code of `target_groups` that is served.
        ask_again: only those not confirmed for long.
        mou_ending: only those whose agreement has ended or ends soon.
    """

    search: str = ""
    sectors: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    village_id: UUID | None = None
    month: int = 0
    group: str = ""
    ask_again: bool = False
    mou_ending: bool = False


@dataclass(frozen=True)
class PartnerRow:
    """A partner in a list.

    Attributes:
        state: code of `partner_states`.
        contact: name of the first whom to ask, "" without one who may be shown.
        confirmed_on: when what is written of it was last asked, as far as known.
        ask_again: that is long ago.
        mou_ending: the agreement has ended, or ends soon.
    """

    id: UUID
    name: str
    sector: str
    state: str
    phone: str
    contact: str
    confirmed_on: str
    mou_until: str
    ask_again: bool
    mou_ending: bool
    sort_key: str


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
