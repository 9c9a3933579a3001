"""What is told of community capital: a line of the list, one whole, and the table of the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow


@dataclass(frozen=True)
class CapitalQuery(Question):
    """Which capital is wanted; words are found in what it is, where, or whose.

    Attributes:
        kinds: codes of `capital_types`; "" among them for those without one.
        nowhere: only what is of no village, or of one that is no longer listed.
        teaches: only where somebody would teach it.
        keen: only where interest is 3 or 4.
        unhelped: only what has helped nobody yet.
    """

    kinds: tuple[str, ...] = ()
    nowhere: bool = False
    teaches: bool = False
    keen: bool = False
    unhelped: bool = False


@dataclass(frozen=True)
class CapitalRow(SubjectRow):
    """Capital in a list, by what it is.

    Attributes:
        kind: code of `capital_types`, "" where nobody said.
        owner: the name of the person, the partner, or another group.
        phone: by which they are asked.
        village_id: the listed village that it is in; None for elsewhere or not known.
        village, village_name: moo number and name of it.
        place: where, in words.
        capacity: how many of `unit` at once; None where nobody said.
        unit: code of `need_units`, or a word of one's own.
        interest: code of `capital_interest`, "" where nobody asked.
        teaches: None where nobody asked.
        noted_on: when it was written down first, as far as known.
        helped: how many learners and houses it has helped, by what receivers confirmed.
        confidential: it is in no paper and no workbook.
        restricted: the record of the person whose it is may not be used now.
    """

    kind: str
    owner: str
    phone: str
    partner_id: UUID | None
    person_id: UUID | None
    village_id: UUID | None
    village: str
    village_name: str
    place: str
    capacity: int | None
    unit: str
    interest: str
    teaches: bool | None
    noted_on: str
    helped: int
    confidential: bool
    restricted: bool


@dataclass(frozen=True)
class CapitalDetail(Detail[CapitalRow]):
    """One capital whole.

    Attributes:
        offers: what is offered of it, by id, with what each is called.
        maps: the hand-drawn maps that it stands on, likewise.
    """

    offers: tuple[tuple[UUID, str], ...]
    maps: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True)
class VillageCapital:
    """A line of the map: a village, or None for what is of no listed village.

    Attributes:
        counts: by code of `capital_types`, "" for those without one.
    """

    village_id: UUID | None
    village: str
    village_name: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class CapitalTable:
    """Counts of what is there now, by village and kind; a village without any has its line."""

    kinds: tuple[str, ...]
    villages: tuple[VillageCapital, ...]

    def of_kind(self, kind: str) -> int:
        """How many of a kind there are in all villages."""
        return sum(each.counts.get(kind, 0) for each in self.villages)

    @property
    def total(self) -> int:
        """All of them."""
        return sum(each.total for each in self.villages)
