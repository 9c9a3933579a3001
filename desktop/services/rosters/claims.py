"""Whose a row of an export is: its hidden id, its code, its number and its name must agree.

Where they part, the row was torn from its id, or written over for somebody else. It is then asked
about at its cell; nobody is changed by it until a person has decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID

from rapidfuzz import fuzz

from desktop.exchange.columns import Layout, TableKey, shown
from desktop.exchange.rows import CellProblem, RosterRow
from desktop.models.identity import Identity
from desktop.models.text import one_line, search_key
from desktop.services.rosters.drafts import births_agree, digest
from desktop.services.rosters.matching import STRONG, KnownLearner

_SAME_NAME: Final = 75
_NAMES: Final = ("given", "name", "surname")
_TOLD: Final = ("local_code", "age")
_ONLY_TOLD: Final = frozenset({"column_not_read_back", "village_by_number"})


@dataclass(frozen=True, slots=True)
class Claim:
    """Whom a row means by its own id or code.

    Attributes:
        learner: who it is; None where the row makes no claim, or one that is asked about.
        asked: what does not fit, at its cell.
        others: whom the parts of the row mean.
        renewed: the row was copied or written over for somebody new: its id means nothing.
    """

    learner: UUID | None = None
    asked: tuple[CellProblem, ...] = ()
    others: tuple[UUID, ...] = ()
    renewed: bool = False


@dataclass(slots=True)
class _Parts:
    """What of a row speaks against whom its id or code names."""

    against: list[str] = field(default_factory=list)
    others: list[UUID] = field(default_factory=list)


class Claims:
    """Reads the claims of a roster's rows.

    Args:
        known: the learners that lists show.
        joined: whom a learner that was joined stands for now.
        rows: all rows, since two of one id must be looked at together.
        layouts: those of their tables.
        gone: the learners that were hidden or erased: an old list must not bring them back by
            itself.
    """

    def __init__(
        self,
        known: Mapping[UUID, KnownLearner],
        joined: Mapping[UUID, UUID],
        rows: Sequence[RosterRow],
        layouts: Mapping[TableKey, Layout],
        gone: frozenset[UUID] = frozenset(),
    ) -> None:
        self._known = known
        self._gone = gone
        self._layouts = layouts
        self._joined = joined
        self._by_code: dict[str, UUID] = {}
        self._by_number: dict[str, list[UUID]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[UUID]] = defaultdict(list)
        for each in known.values():
            for code in (each.code, *each.numbers.get("local", ())):
                self._by_code.setdefault(code, each.id)
            for kind in STRONG:
                for number in each.numbers.get(kind, ()):
                    self._by_number[number].append(each.id)
            self._by_name[_name(each)].append(each.id)
        self._made = {row.place: self._alone(row) for row in rows if row.storable}
        self._claimants: dict[UUID, list[RosterRow]] = defaultdict(list)
        for row in rows:
            by_id = self._by_id(row)
            if by_id is not None and row.storable and not self._made[row.place].renewed:
                self._claimants[by_id].append(row)

    def of(self, row: RosterRow) -> Claim:
        """Whom a row means; it must be one of those given, and storable."""
        claim = self._made[row.place]
        by_id = self._by_id(row)
        if row.torn:
            others = claim.others or ((claim.learner,) if claim.learner else ())
            return Claim(
                asked=claim.asked or (self._problem(row, "row_torn", row.torn),), others=others
            )
        if claim.asked or claim.renewed or by_id is None:
            return claim
        several = self._claimants[by_id]
        as_it_was = row.check is not None and not row.check.new
        if len(several) > 1 and not as_it_was and len({digest(each) for each in several}) > 1:
            changed = min(row.check.new) if row.check else "given"
            return Claim(asked=(self._problem(row, "row_copied", changed),), others=(by_id,))
        return claim

    def not_read(self, row: RosterRow) -> tuple[CellProblem, ...]:
        """Edits of an export that take no effect, at their cells."""
        check = row.check
        if check is None:
            return ()
        found = [(name, "column_not_read_back") for name in _TOLD if check.says(name)]
        if check.says("village") and not check.says("moo") and row.moo:
            found.append(("village", "village_by_number"))
        return tuple(self._problem(row, code, name) for name, code in found)

    def is_code(self, number: Identity) -> bool:
        """Whether a number is the code of somebody who is known."""
        return number.kind == "local" and number.value in self._by_code

    def _by_id(self, row: RosterRow) -> UUID | None:
        learner = _id(row)
        if learner is None:
            return None
        seen: set[UUID] = set()
        while learner in self._joined and learner not in seen:
            seen.add(learner)
            learner = self._joined[learner]
        return learner if learner in self._known else None

    def _alone(self, row: RosterRow) -> Claim:
        by_id = self._by_id(row)
        codes = [each.value for each in _numbers(row) if each.kind == "local"]
        by_code = next((self._by_code[code] for code in codes if code in self._by_code), None)
        meant = by_id or by_code
        if meant is None:
            own_name = row.check is None or row.check.moved.isdisjoint(_NAMES)
            if own_name and _id(row) in self._gone:
                return Claim(asked=(self._problem(row, "row_gone", "given"),))
            return Claim()
        if row.as_exported:
            return Claim(meant)
        check = row.check
        known = self._known[meant]
        numbers = [each.value for each in _numbers(row) if each.kind in STRONG]
        own = {number for kind in STRONG for number in known.numbers.get(kind, ())}
        fits = self._name_fits(row, known)
        holders = [each for number in numbers for each in self._by_number.get(number, ())]
        namesakes = [] if fits else self._by_name.get(_name(row), [])
        known_already = [*holders, *namesakes]
        if not fits and by_id is not None and not codes and not known_already:
            return Claim(renewed=True)
        parts = _Parts(others=[meant])
        if by_code not in (None, meant):
            parts.against.append("local_code")
            parts.others.append(by_code or meant)
        if check is not None and "record_id" in check.moved:
            parts.against.append("record_id")
        if holders and meant not in holders:
            parts.against.append("identity")
            parts.others += holders
        if not fits:
            renamed = bool(own.intersection(numbers)) and by_code == meant and not namesakes
            birth = "" if row.birth is None else row.birth.iso()
            if not (renamed and birth and known.birth and births_agree(birth, known.birth)):
                parts.against.append("given")
                parts.others += namesakes
        if not parts.against:
            return Claim(meant)
        asked = tuple(self._problem(row, "row_torn", name) for name in parts.against)
        return Claim(asked=asked, others=tuple(dict.fromkeys(parts.others)))

    def _name_fits(self, row: RosterRow, known: KnownLearner) -> bool:
        """Whether the name is the learner's: the same, or spelt a little otherwise."""
        if row.check is not None and row.check.moved.isdisjoint(_NAMES):
            return True
        given, surname = _name(row)
        own_given, own_surname = _name(known)
        if (given, surname) == (own_given, own_surname):
            return True
        if row.check is not None and "local_code" in row.check.moved and not _codes(row):
            return False  # the code was emptied and the name is another: a row for somebody new
        if known.id not in self._by_name.get((given, surname), [known.id]):
            return False
        return fuzz.ratio(given, own_given) >= _SAME_NAME

    def _problem(self, row: RosterRow, code: str, name: str) -> CellProblem:
        columns = {each.field: each for each in self._layouts[row.table].columns if each.field}
        column = columns.get(name) or (columns.get("name") if name == "given" else None)
        cells = row.cells
        at_cell = column is not None and column.index < len(cells)
        text = one_line(shown(cells[column.index])) if column and at_cell else ""
        return CellProblem(
            row.sheet, row.row, column.letters if column else "", code, text,
            "warning" if code in _ONLY_TOLD else "ask",
            column.field if column else name,
        )  # fmt: skip


def _id(row: RosterRow) -> UUID | None:
    """The row's hidden id; None where there is none that can be read."""
    try:
        return UUID(row.record_id)
    except ValueError:
        return None


def without_claim(row: RosterRow) -> RosterRow:
    """The row as somebody's whose id and code stand elsewhere."""
    return replace(row, record_id="", check=None, torn="")


def asked_row(row: RosterRow, claim: Claim) -> RosterRow:
    """The row with what is asked about it at its cells."""
    return replace(row, problems=(*row.problems, *claim.asked))


def _numbers(row: RosterRow) -> tuple[Identity, ...]:
    return (row.identity, *row.other_identities)


def _codes(row: RosterRow) -> list[str]:
    return [each.value for each in _numbers(row) if each.kind == "local"]


def _name(person: RosterRow | KnownLearner) -> tuple[str, str]:
    return search_key(person.given), search_key(person.surname)
