"""Start lists in: rosters of any shape, whose people are looked for instead of registered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange.duplicates import Person as Comparable
from desktop.exchange.duplicates import find_duplicates, find_within
from desktop.exchange.preview import Preview
from desktop.exchange.rows import RosterRow, RowPlace
from desktop.models.leads import Lead, LeadRow
from desktop.models.moves import state_column
from desktop.models.restriction import restricted_ids, restricted_persons
from desktop.progress import Progress
from desktop.services.leads.reading import lines_of, numbers_of
from desktop.services.rosters.compared import KnownPerson, known_learners
from desktop.services.rosters.drafts import digest, row_key
from desktop.services.rosters.importing import RosterImport
from desktop.services.rosters.lead_drafts import add_to, lead_draft
from desktop.services.rosters.lead_storing import LeadPlan, row_cells, store
from desktop.services.rosters.matching import (
    EarlierRows,
    KnownLearner,
    Match,
    Matcher,
    joined_learners,
    load_known,
)
from desktop.services.rosters.plans import Candidate, RowDecision, RowPlan
from desktop.services.rosters.previews import Stored
from desktop.services.rosters.villages import Villages
from desktop.services.vocabularies import CentreLookup

_STEP = 500


class LeadImport(RosterImport[LeadPlan]):
    """Lists of people to be looked for: Zero Dropout lists, schools' leavers, any roster.

    Whoever is a learner already, or is looked for already, is joined (`update`): the row goes onto
    the list all the same, so that its office hears what became of everybody.
    """

    def _planned(
        self,
        session: Session,
        roster: Preview,
        decisions: Mapping[RowPlace, RowDecision],
        progress: Progress,
        found_before: Sequence[RowPlan] | None = None,
    ) -> LeadPlan:
        plan = _planned(session, roster, decisions, progress, self._workspace.today())
        if found_before is not None:
            for place, before in enumerate(found_before):
                plan.rows[place] = replace(plan.rows[place], candidates=before.candidates)
        return plan

    def _stored(
        self, session: Session, roster: Preview, plan: LeadPlan, progress: Progress
    ) -> Stored:
        store(session, self._workspace, roster, plan, progress)
        return Stored(0, {})

    def _known(self, session: Session, ids: Sequence[UUID]) -> Iterator[KnownPerson]:
        yield from known_learners(session, ids)
        pairs = session.execute(select(Lead, state_column(Lead)).where(Lead.id.in_(ids)))
        numbers = numbers_of(session, ids)
        for row in lines_of(
            session, [(lead, state) for lead, state in pairs], self._workspace.today()
        ):
            number = next((each.value for each in numbers.get(row.id, ())), "")
            yield KnownPerson(
                row.id,
                row.name,
                row.person.nickname,
                row.person.birth_date,
                row.moo,
                number,
                row.carer,
            )


def _planned(
    session: Session,
    roster: Preview,
    decisions: Mapping[RowPlace, RowDecision],
    progress: Progress,
    today: date,
) -> LeadPlan:
    words = CentreLookup(session)
    layouts = {layout.key: layout for layout in roster.tables}
    looked_for = _looked_for(session, today)
    known = {**looked_for, **load_known(session)}
    matcher = Matcher(known, EarlierRows(), joined_learners(session))
    told_before = _told_before(session)
    held = _held(session)
    villages = Villages(session, ((row.moo, row.village) for row in roster.rows))
    plan = LeadPlan([], {}, {}, villages)
    seen: list[int] = []
    for place, row in enumerate(roster.rows):
        if place % _STEP == 0:
            progress.step(place, len(roster.rows), "matching")
        decision = decisions.get(row.place)
        settled = _settled(row, decision, told_before)
        if settled is not None:
            plan.rows.append(settled)
            continue
        layout = layouts[row.table]
        draft = lead_draft(row, layout, words)
        draft.village = villages.resolved(*draft.village)
        placed = replace(row, moo=draft.village[0]) if draft.village[0] else row
        match = _decided(matcher.match(placed, digest(row), row_key(row, layout)), decision)
        seen.append(place)
        if match.learner in held:
            plan.rows.append(RowPlan(row, "left_out", match.learner))
            continue
        plan.drafts[place] = draft
        if match.learner is not None:
            plan.rows.append(RowPlan(row, "update", match.learner))
        elif match.repeats is not None:
            first = seen[match.repeats]
            first = plan.firsts.get(first, first)
            plan.firsts[place] = first
            if first in plan.drafts:
                add_to(plan.drafts[first], draft)
            plan.rows.append(RowPlan(row, "repeat", repeats=plan.rows[first].place))
        else:
            other = [Candidate(100, ("number",), match.another)] if match.another else []
            plan.rows.append(RowPlan(row, "new", candidates=tuple(other)))
    _note_alike(plan, known, decisions)
    progress.step(len(roster.rows), len(roster.rows), "matching")
    return plan


def _settled(
    row: RosterRow, decision: RowDecision | None, told_before: Mapping[tuple[str, ...], UUID]
) -> RowPlan | None:
    """A row of which nothing is to be found out; None where there is."""
    if not row.storable:
        return RowPlan(row, "error")
    if decision is not None and decision.kind == "leave_out":
        return RowPlan(row, "left_out")
    before = told_before.get(row_cells(row))
    if before is not None:
        return RowPlan(row, "unchanged", before)
    if row.doubtful and decision is None:
        return RowPlan(row, "asked")
    return None


def _decided(match: Match, decision: RowDecision | None) -> Match:
    if decision is None:
        return match
    if decision.kind == "same" and decision.learner_id is not None:
        return Match("decided", decision.learner_id)
    return Match() if decision.kind == "new" else match


def _looked_for(session: Session, today: date) -> dict[UUID, KnownLearner]:
    """Those who are looked for already, in the shape that rows are compared with."""
    pairs = session.execute(select(Lead, state_column(Lead)).where(Lead.deleted.is_(False)))
    rows = lines_of(session, [(lead, state) for lead, state in pairs], today)
    numbers = numbers_of(session, [row.id for row in rows])
    found = {}
    for row in rows:
        own: dict[str, list[str]] = defaultdict(list)
        for each in numbers.get(row.id, ()):
            own[each.kind].append(each.value)
        person = row.person
        found[row.id] = KnownLearner(
            row.id, row.id.hex, person.given, "", person.surname, person.nickname, person.birth,
            False, row.moo, dict(own), [row.carer] if row.carer else [],
        )  # fmt: skip
    return found


def _told_before(session: Session) -> dict[tuple[str, ...], UUID]:
    """The rows that were taken before, and whom they mean."""
    wanted = select(LeadRow.cells, LeadRow.lead_id).join(Lead, Lead.id == LeadRow.lead_id)
    rows = session.execute(wanted.where(LeadRow.deleted.is_(False), Lead.deleted.is_(False)))
    return {tuple(cells or ()): lead for cells, lead in rows}


def _held(session: Session) -> frozenset[UUID]:
    """Learners, and those who are looked for, whose record is not to be used."""
    persons = restricted_persons(session)
    leads = session.scalars(select(Lead.id).where(Lead.person_id.in_(persons))) if persons else ()
    return restricted_ids(session) | frozenset(leads)


def _note_alike(
    plan: LeadPlan,
    known: Mapping[UUID, KnownLearner],
    decisions: Mapping[RowPlace, RowDecision],
) -> None:
    """Note whom each new person may be; a row that a person has decided is asked no more."""
    fresh = [
        place
        for place, row in enumerate(plan.rows)
        if row.outcome == "new" and row.place not in decisions
    ]
    people = [_comparable(plan, place) for place in fresh]
    found: dict[int, list[Candidate]] = defaultdict(list)
    for pair in find_duplicates(people, [each.person() for each in known.values()]):
        found[int(pair.key)].append(Candidate(pair.score, pair.reasons, UUID(hex=pair.other)))
    for pair in find_within(people):
        other = plan.rows[int(pair.other)].place
        found[int(pair.key)].append(Candidate(pair.score, pair.reasons, row=other))
    for place, several in found.items():
        row = plan.rows[place]
        told = {each.learner_id for each in row.candidates} - {None}
        more = [each for each in several if each.learner_id not in told or each.row is not None]
        best = sorted(more, key=lambda each: -each.score)[:3]
        plan.rows[place] = replace(row, candidates=(*row.candidates, *best))


def _comparable(plan: LeadPlan, place: int) -> Comparable:
    row, draft = plan.rows[place].row, plan.drafts[place]
    return Comparable.of(
        str(place),
        identities=draft.numbers,
        given=row.given,
        surname=row.surname,
        nickname=row.nickname,
        birth=row.birth,
        moo=draft.village[0] or draft.village[1],
        carer=row.carer,
    )
