"""What an import would do, row by row, before anything is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange.columns import Layout
from desktop.exchange.duplicates import Person, compare, find_duplicates, find_within
from desktop.exchange.preview import Preview
from desktop.exchange.rows import CellProblem, RosterRow, RowPlace
from desktop.models.area import Village
from desktop.models.restriction import restricted_ids
from desktop.progress import Progress
from desktop.services.rosters.changes import Current, Edits, FieldChange
from desktop.services.rosters.claims import Claim, Claims, asked_row, without_claim
from desktop.services.rosters.drafts import (
    Draft,
    ages_of,
    as_edited,
    digest,
    draft_of,
    fill,
    row_key,
)
from desktop.services.rosters.edits import by_learner, edits_for, load_current
from desktop.services.rosters.matching import (
    KnownLearner,
    Match,
    Matcher,
    joined_learners,
    load_earlier,
    load_gone,
    load_known,
)
from desktop.services.rosters.villages import Villages
from desktop.services.vocabularies import CentreLookup

Outcome = Literal["new", "update", "unchanged", "asked", "repeat", "error", "left_out"]
"""What becomes of a row; `asked`: its parts mean several people, and it is not stored undecided."""

_STEP: Final = 500


@dataclass(frozen=True, slots=True)
class RowDecision:
    """What a person decided of a row: it is `same` as a learner, somebody `new`, or left out."""

    kind: Literal["same", "new", "leave_out"]
    learner_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody the row may be: a stored learner, or the person of an earlier row of the file.

    `score` runs to 100; `reasons` as in `desktop.exchange.duplicates`.
    """

    score: int
    reasons: tuple[str, ...]
    learner_id: UUID | None = None
    row: RowPlace | None = None


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What becomes of one row. `repeats` is the earlier row that tells of the same new person."""

    row: RosterRow
    outcome: Outcome
    learner_id: UUID | None = None
    changes: tuple[FieldChange, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    repeats: RowPlace | None = None

    @property
    def place(self) -> RowPlace:
        """Where the row stands in the file."""
        return self.row.place

    @property
    def question(self) -> str:
        """What a person is asked of it: the code of the cell in doubt, `twins`, "" for nothing."""
        if self.outcome == "asked":
            return next((each.code for each in self.row.problems if each.severity == "ask"), "")
        return "twins" if self.candidates else ""

    def alike(self, decision: RowDecision) -> RowDecision | None:
        """The same answer for this row; None where it names nobody that it could be."""
        if decision.kind != "same":
            return decision
        ids = (each.learner_id for each in self.candidates)
        known = next((each for each in ids if each is not None), None)
        return RowDecision("same", known) if known is not None else None


@dataclass
class ImportPlan:
    """All rows with what storing them needs."""

    rows: list[RowPlan]
    drafts: dict[int, Draft]
    edits: list[tuple[Current, Edits]]
    villages: Villages
    remembered: dict[int, list[tuple[bytes, bytes]]]
    problems: list[CellProblem] = field(default_factory=list)


def make_plan(
    session: Session,
    roster: Preview,
    decisions: Mapping[RowPlace, RowDecision],
    progress: Progress,
    today: date,
    found_before: Sequence[RowPlan] | None = None,
) -> ImportPlan:
    """Find out what each row means for what is stored now.

    `found_before` are the rows of an earlier plan that is known to hold still: its candidates
    are taken over.

    Raises:
        Cancelled: from `progress`.
    """
    words = CentreLookup(session)
    layouts = {layout.key: layout for layout in roster.tables}
    known = load_known(session)
    joined = joined_learners(session)
    claims = Claims(known, joined, roster.rows, layouts, load_gone(session))
    matcher = Matcher(known, load_earlier(session), joined)
    villages = Villages(session, ((row.moo, row.village) for row in roster.rows))
    plan = ImportPlan([], {}, [], villages, {})
    # Where the rows stand that the matcher has seen, in its order.
    meant: list[int] = []
    found: list[tuple[UUID, Draft]] = []
    changing: list[int] = []
    for place, row in enumerate(roster.rows):
        if place % _STEP == 0:
            progress.step(place, len(roster.rows), "matching")
        layout = layouts[row.table]
        decision = decisions.get(row.place)
        if not row.storable:
            plan.rows.append(RowPlan(row, "error"))
            continue
        if decision is not None and decision.kind == "leave_out":
            plan.rows.append(RowPlan(row, "left_out"))
            continue
        claim = claims.of(row)
        marks = digest(row), row_key(row, layout)
        if row.doubtful and decision is None and not matcher.told_before(marks[0]):
            plan.rows.append(_asked(row, claim, known))
            plan.problems += claim.asked
            continue
        if claim.asked and decision is None and not matcher.told_before(marks[0]):
            plan.rows.append(_asked(row, claim, known))
            plan.problems += claim.asked
            continue
        if decision is not None and decision.learner_id != claim.learner:
            claim = Claim()
        unread = claims.not_read(row) if claim.learner is not None else ()
        row, edited = _meant(row, claim, layout)
        if unread:
            row = replace(row, problems=(*row.problems, *unread))
            plan.problems += unread
        moo, name = villages.resolved(edited.moo, edited.village)
        placed = row if edited.moo == moo else replace(row, moo=moo)
        match = matcher.match(placed, *marks, claim.learner)
        meant.append(place)
        draft = draft_of(edited, layout, words)
        draft.village = moo, name
        match = _decided(match, decision)
        if match.learner is None:
            draft.numbers = [each for each in draft.numbers if not claims.is_code(each)]
        if match.another is not None:
            plan.problems.append(_another(row))
        if match.how == "unchanged":
            plan.rows.append(RowPlan(row, "unchanged", match.learner))
            continue
        plan.remembered[place] = [marks]
        if row.as_read is not None:
            # The file says otherwise, and is known again all the same.
            plan.remembered[place].append((digest(row.as_read), row_key(row.as_read, layout)))
        first = None if match.repeats is None else meant[match.repeats]
        learner = match.learner if first is None else plan.rows[first].learner_id
        if learner is not None:
            for heading in ages_of(row, layout, today):
                draft.extra.pop(heading, None)
            plan.rows.append(RowPlan(row, "unchanged", learner))
            found.append((learner, draft))
            changing.append(place)
        elif first is not None:
            plan.rows.append(RowPlan(row, "repeat", repeats=plan.rows[first].place))
            fill(plan.drafts[first], draft, f"{row.sheet} {row.row}")
        else:
            plan.rows.append(RowPlan(row, "new"))
            plan.drafts[place] = draft
            if match.another is not None:
                candidate = Candidate(100, ("number",), match.another)
                plan.rows[place] = replace(plan.rows[place], candidates=(candidate,))
    _plan_edits(session, plan, found, changing, today)
    if found_before is None:
        _plan_duplicates(plan, known, decisions)
    else:
        for place, before in enumerate(found_before):
            plan.rows[place] = replace(plan.rows[place], candidates=before.candidates)
    progress.step(len(roster.rows), len(roster.rows), "matching")
    return plan


def _asked(row: RosterRow, claim: Claim, known: Mapping[UUID, KnownLearner]) -> RowPlan:
    person = Person.of_row(row)
    candidates = []
    for each in claim.others:
        pair = compare(person, known[each].person())
        candidates.append(Candidate(pair.score, pair.reasons or ("record",), each))
    return RowPlan(asked_row(row, claim), "asked", candidates=tuple(candidates))


def _meant(row: RosterRow, claim: Claim, layout: Layout) -> tuple[RosterRow, RosterRow]:
    """The row by which somebody is looked for, and what it says of them."""
    if claim.learner is None:
        row = without_claim(row)
    return row, as_edited(row, layout)


def _decided(match: Match, decision: RowDecision | None) -> Match:
    if decision is None or match.how == "unchanged":
        return match
    if decision.kind == "same" and decision.learner_id is not None:
        return Match("decided", decision.learner_id)
    return Match() if decision.kind == "new" else match


def _another(row: RosterRow) -> CellProblem:
    return CellProblem(
        row.sheet, row.row, "", "number_of_another", row.identity.value, "warning", "identity"
    )


def _plan_edits(
    session: Session,
    plan: ImportPlan,
    found: list[tuple[UUID, Draft]],
    changing: list[int],
    today: date,
) -> None:
    moos = {row.id: row.moo for row in session.execute(select(Village.id, Village.moo))}
    current = load_current(session, list(dict.fromkeys(each for each, _draft in found)), moos)
    edited: dict[UUID, Edits] = {}
    # One restricted person must not keep a whole roster out: their rows alone are left.
    held = restricted_ids(session)
    for learner_id, drafts in by_learner(found).items():
        stored = current.get(learner_id)
        if stored is None or learner_id in held:
            continue
        first, *others = drafts
        for other in others:
            fill(first, other, "again")
        edits = edits_for(stored, first, today.isoformat())
        if edits.changes:
            edited[learner_id] = edits
            plan.edits.append((stored, edits))
    for place in changing:
        row = plan.rows[place]
        # Several rows of one learner make one edit: the first of them shows it.
        if row.learner_id in held:
            plan.rows[place] = replace(row, outcome="left_out")
            continue
        edits_of = edited.pop(row.learner_id, None) if row.learner_id else None
        if edits_of is not None:
            plan.rows[place] = replace(row, outcome="update", changes=tuple(edits_of.changes))


def _plan_duplicates(
    plan: ImportPlan,
    known: Mapping[UUID, KnownLearner],
    decisions: Mapping[RowPlace, RowDecision],
) -> None:
    """Note whom each new person may be; a row that a person has decided is asked no more."""
    fresh = [
        place
        for place in plan.drafts
        if (decision := decisions.get(plan.rows[place].place)) is None or decision.kind != "new"
    ]
    people = [_person(plan, place) for place in fresh]
    stored = [learner.person() for learner in known.values()]
    pairs = [(pair, True) for pair in find_duplicates(people, stored)]
    pairs += [(pair, False) for pair in find_within(people)]
    candidates: dict[int, list[Candidate]] = {}
    for pair, is_stored in pairs:
        candidates.setdefault(int(pair.key), []).append(
            Candidate(pair.score, pair.reasons, UUID(hex=pair.other))
            if is_stored
            else Candidate(pair.score, pair.reasons, row=plan.rows[int(pair.other)].place)
        )
    for place, several in candidates.items():
        row = plan.rows[place]
        told = {candidate.learner_id for candidate in row.candidates} - {None}
        more = [each for each in several if each.learner_id not in told]
        plan.rows[place] = replace(row, candidates=(*row.candidates, *_best(more)))


def _person(plan: ImportPlan, place: int) -> Person:
    row, draft = plan.rows[place].row, plan.drafts[place]
    return Person.of(
        str(place),
        identities=draft.numbers,
        given=row.given,
        surname=row.surname,
        nickname=row.nickname,
        birth=row.birth,
        moo=draft.moo,
        carer=row.carer,
    )


def _best(candidates: Iterable[Candidate]) -> Sequence[Candidate]:
    return sorted(candidates, key=lambda candidate: -candidate.score)[:3]
