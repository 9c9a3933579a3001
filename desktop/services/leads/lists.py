"""Source lists, how the searches stand by village and source, and what goes back to an office."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, Table
from desktop.models.area import Village
from desktop.models.dates import PartialDate
from desktop.models.leads import Lead, LeadList, LeadRow
from desktop.models.moves import last_move, state_column, state_lists
from desktop.models.persons import Person
from desktop.services.leads.reading import lines_of
from desktop.services.leads.records import OPEN, Counted, LeadLine, LeadQuery, ListLine
from desktop.services.record_values import live, set_values
from desktop.services.rights import Right, needs
from desktop.services.vocabularies import CentreLookup
from desktop.services.workbooks.declared import Asked, Export
from desktop.services.workspace import Workspace

_RESULTS: Final = (
    Column("outcome", "ผลการตามหา", "Outcome", width=24),
    Column("on", "วันที่", "Date", "date"),
    Column("where", "ไปที่ไหน เรียนที่ไหน", "Where to", width=28),
    Column("told", "หมายเหตุของศูนย์", "Note of the centre", width=36),
)
_WHOSE: Final = (
    Column("row", "แถวในบัญชี", "Row of the list", "number"),
    Column("name", "ชื่อ", "Name", width=28),
)
"""What a row is known by where what the office wrote is not for whoever sends the results back."""

_NOT_TOLD: Final = ("ไม่มีข้อมูลแล้ว", "No longer held")


class LeadLists:
    """The lists that came in, and the counts of what was found."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def lists(self) -> tuple[ListLine, ...]:
        """Return the lists, the latest first."""
        with self._workspace.read() as session:
            state = state_column(Lead)
            # Whose row it is may be told without the row itself, which is covered.
            rows = session.execute(
                select(Lead.list_id, state, func.count())
                .join(Person, Person.id == Lead.person_id)
                .where(Lead.deleted.is_(False), Person.deleted.is_(False))
                .group_by(Lead.list_id, state)
            )
            counts: dict[UUID | None, Counter[str]] = defaultdict(Counter)
            for list_id, code, number in rows:
                counts[list_id][code] = number
            lists = session.scalars(
                select(LeadList)
                .where(LeadList.deleted.is_(False))
                .order_by(LeadList.first_stamp.desc())
            )
            return tuple(
                ListLine(
                    id=each.id,
                    name=each.name,
                    source=each.source or "",
                    received_on=each.received_on or "",
                    file_name=each.file_name or "",
                    rows=counts[each.id].total(),
                    waiting=sum(counts[each.id][code] for code in OPEN),
                    left_out=tuple(each.left_out or ()),
                )
                for each in lists
            )

    @needs(Right.WRITE)
    def edit(self, list_id: UUID, values: Mapping[str, Any]) -> None:
        """Change what is said of a list; another `source` is that of its people too, where theirs
        came with the list.
        """
        with self._workspace.write() as session:
            own = live(session, LeadList, list_id)
            before = own.source
            set_values(session, own, values)
            if own.source != before:
                for lead in session.scalars(select(Lead).where(Lead.list_id == list_id)):
                    if lead.source == before:
                        lead.source = own.source

    @needs(Right.COUNT)
    def counts(self, by: str = "village") -> tuple[Counted, ...]:
        """Return how the searches stand, by `village` or by `source`, in the order of these."""
        with self._workspace.read() as session:
            return tuple(_counted(session, by))


def _counted(session: Session, by: str) -> Iterator[Counted]:
    state, key = state_column(Lead), Lead.village_id if by == "village" else Lead.source
    rows = session.execute(
        select(key, state, func.count())
        .join(Person, Person.id == Lead.person_id)
        .where(Lead.deleted.is_(False), Person.deleted.is_(False))
        .group_by(key, state)
    )
    found: dict[Any, dict[str, int]] = defaultdict(dict)
    for each, code, number in rows:
        found[each][code] = number
    for each, name in _named(session, by):
        if each in found:
            yield Counted(by, each, name, found.pop(each))
    for each, states in found.items():
        yield Counted(by, each, "" if each is None else str(each), states)


def _named(session: Session, by: str) -> Iterator[tuple[UUID | str, str]]:
    if by == "source":
        terms = CentreLookup(session).vocabulary("lead_sources").terms
        yield from ((each.code, each.code) for each in terms)
        return
    villages = list(session.scalars(select(Village).where(Village.deleted.is_(False))))
    for each in sorted(villages, key=lambda one: _moo(one.moo)):
        yield each.id, each.moo


def _moo(moo: str) -> tuple[int, str]:
    return (int(moo), "") if moo.isdigit() else (10_000, moo)


class LeadResults(Export):
    """The rows of one list in their order, as its office wrote them, with what was found.

    Those of all lists where none is asked for. A row whose person was erased or is restricted tells
    nothing any more. Whoever may not see what an office wrote of people sends its results back by
    row and name, without the notes of the centre. UserError `lead_list_empty` for a list without
    rows.
    """

    what = "lead_results"
    model = LeadRow
    asks = LeadQuery
    new_rows = False

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        list_id = asked.question(LeadQuery).list_id
        # The table itself: that there is a row is told to all, what stands in it is covered.
        row = LeadRow.__table__.c
        wanted = select(row.id, row.lead_id, row.list_id, row.sheet, row.number).where(
            row.deleted.is_(False)
        )
        if list_id is not None:
            wanted = wanted.where(row.list_id == live(session, LeadList, list_id).id)
        rows = session.execute(wanted.order_by(row.first_stamp, row.number)).all()
        if list_id is not None and not rows:
            raise UserError("lead_list_empty", field="list_id")
        told = _Told(session, asked, {each.lead_id for each in rows})
        sheets: dict[tuple[UUID, str], list[Any]] = defaultdict(list)
        for each in rows:
            sheets[each.list_id, each.sheet].append(each)
        tables = [told.table(own, sheet, of_it) for (own, sheet), of_it in sheets.items()]
        return tables or [Table(self.title(asked.language), _RESULTS, [])]


class _Told:
    """What is told of the people of a list."""

    def __init__(self, session: Session, asked: Asked, ids: set[UUID]) -> None:
        self._session, self._language = session, asked.language
        state = state_column(Lead)
        pairs = [
            (lead, said)
            for lead, said in session.execute(
                select(Lead, state).where(Lead.id.in_(ids), Lead.deleted.is_(False))
            )
        ]
        self._leads = {lead.id: lead for lead, _state in pairs}
        self._rows = {row.id: row for row in lines_of(session, pairs, asked.today)}
        self._states = CentreLookup(session).vocabulary(state_lists(Lead.kind)[0])
        written = select(LeadRow.id, LeadRow.cells).where(LeadRow.deleted.is_(False))
        self._cells: dict[UUID, list[str] | None] = dict(session.execute(written).all())

    def table(self, list_id: UUID, sheet: str, rows: Sequence[Any]) -> Table:
        """A sheet of a list: its own columns, then what was found."""
        own = self._session.get(LeadList, list_id)
        title = sheet or (own.name if own is not None else "")
        ordered = sorted(rows, key=lambda row: row.number)
        if not any(row.id in self._cells for row in rows):
            return Table(title, (*_WHOSE, *_RESULTS[:-1]), [self._known_by(row) for row in ordered])
        headings = ((own.headings if own is not None else None) or {}).get(sheet, {})
        head = {int(place): text for place, text in headings.items()}
        most = max(len(self._cells.get(row.id) or ()) for row in rows)
        width = max(most, max(head, default=-1) + 1)
        columns = [Column(f"c{at}", head.get(at, ""), head.get(at, "")) for at in range(width)]
        return Table(title, (*columns, *_RESULTS), [self.line(row, width) for row in ordered])

    def _known_by(self, row: Any) -> list[Any]:
        line = self._rows.get(row.lead_id)
        if line is None or line.person.restricted:
            return [row.number, None, _NOT_TOLD[self._language == "en"], None, None]
        return [row.number, line.name, *self._result(line)[:-1]]

    def line(self, row: Any, width: int) -> list[Any]:
        """A row with what was found."""
        line = self._rows.get(row.lead_id)
        if line is None or line.person.restricted:
            return [*[None] * width, _NOT_TOLD[self._language == "en"], None, None, None]
        cells = list(self._cells.get(row.id) or ())
        return [*cells, *[None] * (width - len(cells)), *self._result(line)]

    def _result(self, line: LeadLine) -> list[Any]:
        move = last_move(self._session, self._leads[line.id])
        where = (move.institution or getattr(move, "place", None)) if move is not None else None
        note = " · ".join(filter(None, (move.reason, move.note))) if move is not None else ""
        day = PartialDate.from_iso(move.done_on) if move is not None else None
        return [self._states.label(line.state, self._language), day, where, note or None]
