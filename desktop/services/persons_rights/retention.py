"""How long a person's record is kept after closing, who is due, and what is decided of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models import vocabulary
from desktop.models.area import Village
from desktop.models.base import SyncedRecord, from_milliseconds, synced_classes
from desktop.models.dates import PartialDate
from desktop.models.derived import ensure
from desktop.models.leads import Lead, LeadMove
from desktop.models.moves import state_column
from desktop.models.names import full_name
from desktop.models.owners import steps
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.models.program import Change, User, VocabularyTerm
from desktop.models.vocabulary import Term
from desktop.services import audit
from desktop.services.leads.lifecycle import SEARCH_ENDED
from desktop.services.persons.reading import something_else
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.persons_rights.erasing_places import note_copies_elsewhere, note_copies_here
from desktop.services.persons_rights.restrictions import permit
from desktop.services.record_values import live
from desktop.services.rights import Right, needs
from desktop.services.same_person import of_person
from desktop.services.vocabularies import CentreLookup, own_numbers
from desktop.services.workspace import Workspace
from resources.clock import midnight, thai_day

WHOLE: Final = "learner"
LOOKED_FOR: Final = Lead.kind
PARTS: Final = tuple(kind for kind, cls in synced_classes().items() if cls.own_period)
KINDS: Final = (WHOLE, *PARTS, LOOKED_FOR)
"""What has a period of its own: the whole record, a part that may go sooner, and who was looked for
in vain.
"""

DEFAULT_YEARS: Final = 5
FEWEST_YEARS: Final = 1
MOST_YEARS: Final = 30
ASKED_AGAIN_YEARS: Final = 1

_CLOSED: Final = "closed"
# Periods are the centre's and travel as its words do; no vocabulary bears this name.
_VOCABULARY: Final = "retention_years"


@dataclass(frozen=True)
class DueLine:
    """Somebody whose time is over.

    Attributes:
        learner_id: who; of somebody who was looked for, the person.
        kind: `learner`, the kind of the part whose shorter time is over, or `lead`.
        why: the status or step that closed the record, in the centre's words.
        closed_on: ISO, as far as known.
        due_on: since when it is due.
        kept_reason: why it was kept longer last time, "" for never.
    """

    learner_id: UUID
    kind: str
    name: str
    code: str
    village: str
    why: Term
    closed_on: str
    due_on: str
    years: int
    kept_reason: str


class RetentionService:
    """The periods, the list of who is due, and keeping somebody longer."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def years(self) -> dict[str, int]:
        """Return the years that each of `KINDS` is kept after closing."""
        with self._workspace.read() as session:
            return periods(session)

    @needs(Right.CENTRE)
    def set_years(self, kind: str, years: int) -> None:
        """Change a period for the whole centre.

        Raises:
            UserError: `retention_years_wrong` with `least` and `most`.
        """
        if kind not in KINDS:
            raise KeyError(kind)
        if not FEWEST_YEARS <= years <= MOST_YEARS:
            raise UserError("retention_years_wrong", least=FEWEST_YEARS, most=MOST_YEARS)
        with self._workspace.write() as session:
            term = ensure(session, VocabularyTerm, vocabulary=_VOCABULARY, code=kind)
            term.position = years
            audit.note(session, self._workspace, "retention_set", kind=kind, years=years)

    @needs(Right.ERASE)
    def due(self) -> tuple[DueLine, ...]:
        """Return who is due, the longest first."""
        with self._workspace.database.read() as session:
            today = self._workspace.today()
            lines = [*_due(session, today), *_looked_for(session, today)]
        return tuple(sorted(lines, key=lambda line: (line.due_on, line.name, line.kind)))

    @needs(Right.ERASE)
    def keep_longer(self, learner_id: UUID, reason: str) -> str:
        """Keep somebody for another year, when it is asked again; return that day (ISO).

        Raises:
            UserError: `learner_unknown`, `record_unknown`, `reason_missing`.
        """
        if not reason.strip():
            raise UserError("reason_missing")
        until = _years_after(self._workspace.today(), ASKED_AGAIN_YEARS).isoformat()
        with self._workspace.write() as session:
            learner = _kept_for(session, learner_id)
            # A restricted record is kept longer too: it is no edit of the person's facts.
            permit(session, learner_id)
            learner.kept_until, learner.kept_reason = until, reason
            audit.note(session, self._workspace, "kept_longer", learner_id, until=until)
        return until

    @needs(Right.ERASE)
    def erase_part(self, learner_id: UUID, kind: str, reason: str) -> int:
        """Destroy only the part whose time is over, everywhere; how many records that were.

        Raises:
            UserError: `learner_unknown`, `reason_missing`.
        """
        if kind not in PARTS:
            raise KeyError(kind)
        if not reason.strip():
            raise UserError("reason_missing")
        workspace = self._workspace
        erasure = ErasureService(workspace)
        cls = synced_classes()[kind]
        with workspace.database.write(workspace.user.user_id, erasing=True) as session:
            live(session, Learner, learner_id)
            ids = sorted(_part(session, cls, learner_id))
            owned = {cls: ids}
            if ids:
                erasure.destroy(session, owned, reason.strip())
                # Where it may still lie is listed by the last record: the learner stays.
                note_copies_elsewhere(session, workspace, ids[-1])
                note_copies_here(session, workspace, ids[-1])
            audit.note(session, workspace, "part_erased", learner_id, kind=kind, records=len(ids))
        erasure.finish(owned)
        return len(ids)


def periods(session: Session) -> dict[str, int]:
    """Return the years of each kind, as the centre set them."""
    own = own_numbers(session, _VOCABULARY)
    return {kind: own.get(kind, DEFAULT_YEARS) for kind in KINDS}


def count_due(session: Session, today: date, user_id: UUID) -> int:
    """Return how many people are due, 0 for whoever does not decide of it."""
    user = session.get(User, user_id)
    if user is None or user.role != "administrator":
        return 0
    lines = (*_due(session, today), *_looked_for(session, today))
    return len({line.learner_id for line in lines})


def _due(session: Session, today: date) -> Iterator[DueLine]:
    years = periods(session)
    least = min(years.values())
    closed = _closed(session, _years_after(today, -least))
    villages = {each.id: each.moo for each in session.scalars(select(Village))}
    words = CentreLookup(session)
    for learner, why, closed_on in closed:
        if learner.kept_until and learner.kept_until > today.isoformat():
            continue
        whole = _due_on(closed_on, years[WHOLE])
        for kind in (WHOLE, *PARTS):
            due_on = _due_on(closed_on, years[kind])
            if due_on > today or (kind != WHOLE and whole <= today):
                continue
            if kind != WHOLE and not _part(session, synced_classes()[kind], learner.id):
                continue
            yield DueLine(
                learner_id=learner.id,
                kind=kind,
                name=full_name(learner.title or "", learner.given, learner.surname or ""),
                code=learner.code,
                village=villages.get(learner.village_id, "") if learner.village_id else "",
                why=words.term("status" if why else "case_steps", why or _CLOSED),
                closed_on=closed_on,
                due_on=due_on.isoformat(),
                years=years[kind],
                kept_reason=learner.kept_reason or "",
            )


def _kept_for(session: Session, whose: UUID) -> Learner | Lead:
    """The record that says how long somebody is kept: their own, or that of the search."""
    if session.get(Person, whose) is None:
        return live(session, Learner, whose)
    own = select(Lead).where(Lead.person_id == whose, Lead.deleted.is_(False))
    found = session.scalars(own).first()
    if found is None:
        raise UserError("record_unknown", kind=Lead.kind, text=str(whose))
    return found


def _looked_for(session: Session, today: date) -> Iterator[DueLine]:
    """Give those whose search ended long ago, and who are nothing else to the centre."""
    years = periods(session)[LOOKED_FOR]
    villages = {each.id: each.moo for each in session.scalars(select(Village))}
    words, state = CentreLookup(session), state_column(Lead)
    rows = session.execute(
        select(Lead, Person, LeadMove.done_on, state)
        .join(Person, Person.id == Lead.person_id)
        .join(LeadMove, LeadMove.id == Lead.last_move_id)
        .where(
            Lead.deleted.is_(False),
            Person.deleted.is_(False),
            Person.same_learner_id.is_(None),
            Person.id.not_in(something_else()),
            state.in_(SEARCH_ENDED),
        )
    )
    for lead, person, ended_on, code in rows:
        due_on = _due_on(ended_on, years)
        if due_on > today or (lead.kept_until and lead.kept_until > today.isoformat()):
            continue
        yield DueLine(
            learner_id=person.id,
            kind=LOOKED_FOR,
            name=full_name(person.title or "", person.given, person.surname or ""),
            code="",
            village=villages.get(lead.village_id, "") if lead.village_id else "",
            why=words.term("lead_states", code),
            closed_on=ended_on,
            due_on=due_on.isoformat(),
            years=years,
            kept_reason=lead.kept_reason or "",
        )


def _closed(session: Session, by: date) -> list[tuple[Learner, str | None, str]]:
    """Return learners whose record was closed on a day or before: by which status, and when."""
    ended = _ended_statuses()
    limit = by.isoformat()
    people = session.scalars(
        select(Learner).where(
            Learner.deleted.is_(False),
            Learner.merged_into.is_(None),
            Learner.anonymised_on.is_(None),
            _is_closed(ended),
            # Nothing is closed before it is begun, unless somebody says so.
            or_(Learner.closed_on <= limit, Learner.created_at < _midnight_after(by)),
        )
    ).all()
    untold = [each for each in people if not each.closed_on]
    told = _closing_days(session, untold, ended)
    found = []
    for learner in people:
        day = learner.closed_on or told.get(learner.id, "")
        if day and day <= limit:
            found.append((learner, learner.status if learner.status in ended else None, day))
    return found


def _closing_days(
    session: Session, people: Sequence[Learner], ended: frozenset[str]
) -> dict[UUID, str]:
    """Return the day on which each was closed, by the change that did it."""
    found: dict[UUID, str] = {}
    last = {each.id: (each.status, each.case_step) for each in people}
    for step in steps([each.id for each in people]):
        for change in session.scalars(
            select(Change).where(Change.record_id.in_(step)).order_by(Change.stamp)
        ):
            status, case_step = last[change.record_id]
            closing = False
            for name, value in (("status", status), ("case_step", case_step)):
                entry = change.fields.get(name)
                shuts = value in ended if name == "status" else value == _CLOSED
                closing = closing or (entry is not None and shuts and entry[0] == value)
            if closing:
                wall = change.wall_ms + (change.offset_ms or 0)
                found[change.record_id] = _day(from_milliseconds(wall))
    for each in people:
        found.setdefault(each.id, _day(each.edited_at))
    return found


def _part(session: Session, cls: type[SyncedRecord], learner_id: UUID) -> list[UUID]:
    owner: Any = cls
    return list(session.scalars(select(cls.id).where(of_person(owner.learner_id, learner_id))))


def _is_closed(ended: frozenset[str]) -> ColumnElement[bool]:
    return or_(
        Learner.case_step == _CLOSED,
        and_(Learner.status.is_not(None), Learner.status.in_(sorted(ended))),
    )


def _ended_statuses() -> frozenset[str]:
    return frozenset(
        term.code for term in vocabulary.load("status").terms if not term.extra["active"]
    )


def _day(moment: datetime) -> str:
    return thai_day(moment).isoformat()


def _midnight_after(day: date) -> datetime:
    return midnight(day + timedelta(days=1))


def _due_on(closed_on: str, years: int) -> date:
    # A day known in part is over when its month or year is: nobody is forgotten a day too soon.
    return _years_after(_last_day(closed_on), years)


def _last_day(text: str) -> date:
    known = PartialDate.from_iso(text)
    if known.month is None:
        return date(known.year, 12, 31)
    if known.day is None:
        following = date(known.year + known.month // 12, known.month % 12 + 1, 1)
        return following - timedelta(days=1)
    return date(known.year, known.month, known.day)


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
