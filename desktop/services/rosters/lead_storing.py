"""Storing a start list: the list itself, its people in bulk, and the row of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange.columns import shown
from desktop.exchange.preview import Preview
from desktop.exchange.rows import CellProblem, RosterRow
from desktop.models.capture_new import add_new
from desktop.models.dates import parse_date
from desktop.models.derived import ensure
from desktop.models.ids import new_id
from desktop.models.leads import Lead, LeadList, LeadNumber, LeadRow
from desktop.models.moves import state_of
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.progress import Progress
from desktop.services.leads.lifecycle import SEARCH
from desktop.services.leads.service import number
from desktop.services.moves import make_move
from desktop.services.persons.reading import person_of_learner
from desktop.services.rosters.lead_drafts import LeadDraft, differs
from desktop.services.rosters.plans import RowPlan
from desktop.services.rosters.villages import Villages
from desktop.services.workspace import Workspace

_STEP: Final = 500
_SOURCES: Final = (
    ("zero_dropout", ("zero", "tzd", "dropout", "ซีโร่", "นอกระบบ", "ตกหล่น")),
    ("school", ("โรงเรียน", "จำหน่าย", "ออกกลางคัน", "leaver", "school")),
)
"""Words in the name or the titles of a file that tell where it comes from."""


@dataclass
class LeadPlan:
    """All rows with what storing them needs.

    Attributes:
        rows: what becomes of each; `learner_id` is a learner or another who is looked for.
        drafts: what the rows say that are stored, by their place among the rows.
        firsts: for a row that repeats another of the file, the place of that.
    """

    rows: list[RowPlan]
    drafts: dict[int, LeadDraft]
    firsts: dict[int, int]
    villages: Villages
    problems: list[CellProblem] = field(default_factory=list)


@dataclass
class _New:
    """New people, gathered to be stored at once."""

    persons: list[dict[str, Any]] = field(default_factory=list)
    leads: list[dict[str, Any]] = field(default_factory=list)
    numbers: list[tuple[int, str, str, bool]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


def row_cells(row: RosterRow) -> tuple[str, ...]:
    """The cells of a row as its office wrote them, whatever was corrected on the way in."""
    texts = [shown(cell) for cell in (row.as_read or row).cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def store(
    session: Session, workspace: Workspace, roster: Preview, plan: LeadPlan, progress: Progress
) -> LeadList:
    """Store what was planned of a list.

    Raises:
        Cancelled: from `progress`; the transaction is then given up whole.
    """
    day = None if roster.clock_suspected else workspace.today().isoformat()
    own = LeadList(
        name=PurePath(roster.file_name).stem,
        source=_source(roster),
        received_on=day,
        file_name=roster.file_name,
        headings=_headings(roster),
        left_out=_left_out(plan),
    )
    session.add(own)
    session.flush()
    meant = _store_new(session, own, plan, progress)
    for place, row in enumerate(plan.rows):
        if row.outcome == "update" and row.learner_id is not None:
            meant[place] = _joined(session, workspace, own, row.learner_id, plan, place)
        elif row.outcome == "repeat":
            meant[place] = meant[plan.firsts[place]]
    rows = [
        {
            "lead_id": lead,
            "list_id": own.id,
            "sheet": plan.rows[place].row.sheet,
            "number": plan.rows[place].row.row,
            "cells": list(row_cells(plan.rows[place].row)),
        }
        for place, lead in sorted(meant.items())
    ]
    add_new(session, LeadRow, rows)
    progress.step(len(plan.rows), len(plan.rows), "storing")
    return own


def _store_new(
    session: Session, own: LeadList, plan: LeadPlan, progress: Progress
) -> dict[int, UUID]:
    new = _New()
    for place, row in enumerate(plan.rows):
        if row.outcome != "new":
            continue
        if len(new.places) % _STEP == 0:
            progress.step(place, len(plan.rows), "storing")
        draft = plan.drafts[place]
        person = {"id": new_id(), **draft.person}
        kinds: set[str] = set()
        for each in draft.numbers:
            if each.kind not in kinds:
                wrong = each.checksum_ok is False
                new.numbers.append((len(new.places), each.kind, each.value, wrong))
                kinds.add(each.kind)
        new.persons.append(person)
        new.leads.append(
            {"person_id": person["id"], "list_id": own.id, **_fields(own, plan.villages, draft)}
        )
        new.places.append(place)
    add_new(session, Person, new.persons)
    ids = add_new(session, Lead, new.leads)
    add_new(
        session,
        LeadNumber,
        [
            {"lead_id": ids[at], "code_kind": kind, "value": value, "checksum_confirmed": wrong}
            for at, kind, value, wrong in new.numbers
        ],
    )
    session.flush()
    return dict(zip(new.places, ids, strict=True))


def _fields(own: LeadList, villages: Villages, draft: LeadDraft) -> dict[str, Any]:
    left_on = parse_date(draft.left_on, today=None).value if draft.left_on else None
    says = draft.lead.get("says", "")
    if draft.left_on and left_on is None:
        says = "\n".join(filter(None, (says, draft.left_on)))
    return {
        **draft.lead,
        "says": says or None,
        "village_id": villages.place(*draft.village),
        "left_on": left_on.iso() if left_on is not None else None,
        "source": own.source,
    }


def _joined(
    session: Session,
    workspace: Workspace,
    own: LeadList,
    known: UUID,
    plan: LeadPlan,
    place: int,
) -> UUID:
    """Put a row to somebody who is looked for already, or is a learner: that is said of them."""
    draft = plan.drafts[place]
    learner = session.get(Learner, known)
    if learner is not None:
        person_id = person_of_learner(session, known)
        if person_id is None:
            names = {
                name: getattr(learner, name)
                for name in ("title", "given", "surname", "nickname", "sex", "birth")
            }
            person = Person(same_learner_id=known, **names)
            session.add(person)
            session.flush()
            person_id = person.id
        lead = ensure(session, Lead, person_id=person_id)
        session.flush()
    else:
        lead = session.get_one(Lead, known)
    person = session.get_one(Person, lead.person_id)
    _fill(lead, {"list_id": own.id, **_fields(own, plan.villages, draft)})
    _fill(person, draft.person)
    held = {each.code_kind for each in session.scalars(_numbers(lead.id))}
    for each in draft.numbers:
        if each.kind not in held:
            number(session, lead.id, each)
    if learner is not None and state_of(session, lead) != "learner":
        make_move(session, workspace, SEARCH, lead, "enrol", {"registered_id": known})
    session.flush()
    return lead.id


def _numbers(lead_id: UUID) -> Any:
    return select(LeadNumber).where(LeadNumber.lead_id == lead_id, LeadNumber.deleted.is_(False))


def _fill(record: Lead | Person, said: Mapping[str, Any]) -> None:
    stored = {name: getattr(record, name) for name in said}
    for name, value in differs(stored, said).items():
        setattr(record, name, value)


def _headings(roster: Preview) -> dict[str, Any]:
    """The headings of each sheet by the place of their column, as its office wrote them."""
    found: dict[str, Any] = {}
    for layout in roster.tables:
        own = found.setdefault(layout.sheet, {})
        for column in layout.columns:
            own.setdefault(str(column.index), column.heading)
    return found


def _left_out(plan: LeadPlan) -> list[str] | None:
    """Where rows stand that are on no list: they named nobody, or somebody left them out."""
    places = [
        f"{row.row.sheet} {row.row.row}"
        for row in plan.rows
        if row.outcome in ("error", "left_out", "asked")
    ]
    return places or None


def _source(roster: Preview) -> str | None:
    titles = " ".join([roster.file_name, *(each.text for each in roster.headings)]).lower()
    return next((code for code, words in _SOURCES if any(word in titles for word in words)), None)
