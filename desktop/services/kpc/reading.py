"""Finding life-quality activities, one whole, and what a learner's come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from desktop.models.credits import KpcEntry, KpcEntryMove
from desktop.models.moves import chain
from desktop.models.names import full_name
from desktop.models.people import Learner
from desktop.models.restriction import restricted_ids
from desktop.services.details import empty_of, told_of
from desktop.services.kpc.lifecycle import ACTING, COUNTS
from desktop.services.kpc.records import KpcBook, KpcDetail, KpcQuery, KpcRow, KpcSum
from desktop.services.learners.asking import narrowed
from desktop.services.needs.amounts import total
from desktop.services.record_values import centre_vocabulary, live

WORTH_ASKING: Final = ("level", "term", "part", "hours")
OWN: Final = "own_project"


def found(session: Session, query: KpcQuery) -> list[KpcRow]:
    """Return the rows of the entries that a question finds, in Thai order of the projects."""
    wanted = narrowed(_selected(), KpcEntry, query)
    if query.parts:
        wanted = wanted.where(KpcEntry.part.in_(query.parts))
    if query.term:
        wanted = wanted.where(KpcEntry.term == query.term)
    rows = _rows(session, wanted.order_by(KpcEntry.sort_key, KpcEntry.id))
    return [row for row in rows if not query.ask_again or row.ask_again]


def _selected() -> Select[Any]:
    last = aliased(KpcEntryMove)
    columns: tuple[Any, ...] = (
        KpcEntry, last, Learner.title, Learner.given, Learner.middle, Learner.surname,
    )  # fmt: skip
    return (
        select(*columns)
        .join(Learner, Learner.id == KpcEntry.learner_id)
        .outerjoin(last, last.id == KpcEntry.last_move_id)
        .where(KpcEntry.deleted.is_(False), Learner.deleted.is_(False))
    )


def _rows(session: Session, wanted: Select[Any]) -> list[KpcRow]:
    held = restricted_ids(session)
    return [_row(session, each, held) for each in session.execute(wanted)]


def _row(session: Session, line: Any, held: frozenset[UUID]) -> KpcRow:
    entry, last = line[0], line[1]
    names = (line.title, line.given, line.surname, line.middle)
    return KpcRow(
        id=entry.id,
        name=entry.name,
        state=last.to_state if last is not None else KpcEntry.first_state,
        confirmed_on="",
        ask_again=not all((entry.level, entry.term, entry.part, entry.hours)),
        learner_id=entry.learner_id,
        who=full_name(*(each or "" for each in names)),
        level=entry.level or "",
        term=entry.term or "",
        part=entry.part or "",
        claimed=entry.hours,
        approved=_approved(session, last),
        restricted=entry.learner_id in held,
    )


def _approved(session: Session, last: KpcEntryMove | None) -> float | None:
    """The hours that count, given the last move; those of an approval taken back do not."""
    if last is None or last.to_state not in COUNTS:
        return None
    back = set()
    for move in chain(session, last):
        if move.id in back:
            continue
        if move.reverses_id is not None:
            back.add(move.reverses_id)
        elif isinstance(move, KpcEntryMove) and move.move == "approve":
            return move.hours
    return None


def kpc_detail(session: Session, entry_id: UUID) -> KpcDetail:
    """Return an entry whole; UserError `record_unknown`, `learner_unknown`."""
    entry = live(session, KpcEntry, entry_id)
    live(session, Learner, entry.learner_id)
    (row,) = _rows(session, _selected().where(KpcEntry.id == entry_id))
    told = told_of(session, ACTING, entry, row.state)
    return KpcDetail(
        row=row, missing=tuple(empty_of(told["values"], WORTH_ASKING)), doubtful={}, **told
    )


def book(session: Session, learner_id: UUID) -> KpcBook:
    """Return a learner's entries, the latest term first, and their sums; `learner_unknown`."""
    live(session, Learner, learner_id)
    rows = found(session, KpcQuery(learner_id=learner_id))
    rows.sort(key=lambda row: row.term.split("/")[::-1], reverse=True)
    return KpcBook(tuple(rows), sums(session, rows))


def sums(session: Session, rows: Iterable[KpcRow]) -> tuple[KpcSum, ...]:
    """Return what entries of one learner come to, level by level in the order of their list."""
    rules = {t.code: t.extra for t in centre_vocabulary(session, "dole_curriculum").terms}
    levels: dict[str, list[KpcRow]] = defaultdict(list)
    for row in rows:
        levels[row.level].append(row)
    order = [*rules, *sorted(levels.keys() - rules.keys())]
    return tuple(
        KpcSum(
            level=level,
            approved=total(row.approved or 0 for row in levels[level]),
            own=total(row.approved or 0 for row in levels[level] if row.part == OWN),
            asked=rules.get(level, {}).get("activity_hours"),
            own_asked=rules.get(level, {}).get("own_project_hours"),
        )
        for level in order
        if level in levels
    )
