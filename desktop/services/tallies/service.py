"""Counts of people for reports: each number carries the question that lists who is behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from desktop.models import dates
from desktop.models.area import Village
from desktop.models.dates import PartialDate
from desktop.models.hett import Assessment, Rating
from desktop.models.people import Learner, LearnerGroup, LeavingReason
from desktop.models.plan import Plan
from desktop.services.hett.framework import centre_framework
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.masking import sensitive_codes
from desktop.services.record_values import centre_vocabulary
from desktop.services.rights import Right, may, needs
from desktop.services.tallies.records import (
    VOCABULARIES,
    Cell,
    HettTally,
    Tally,
    TallyTable,
    TrendPoint,
    hide_small,
    hide_small_table,
)
from desktop.services.workspace import Workspace

_OVERLAPPING = frozenset({"group", "reason"})
_NO_PLAN = "none"

Keys = Mapping[UUID, Sequence[str]]


class TallyService:
    """Counts learners. `within` limits whom; `hidden` hides small counts for use outside."""

    NAMES = ("village", "status", "case_step", "group", "reason", "sex", "age_band", "plan")

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lists = LearnerLists(workspace)

    @needs(Right.COUNT)
    def by(self, name: str, within: LearnerQuery | None = None, *, hidden: bool = False) -> Tally:
        """Return the counts by one thing; `name` is one of `NAMES`, else KeyError."""
        within = _whom(within, hidden)
        ids = self._lists.ids(within)
        with self._workspace.read() as session:
            keys = _keys_of(session, name, ids, self._workspace.today())
            order = _order(session, name, keys)
        people: dict[str, list[UUID]] = defaultdict(list)
        for each in ids:
            for key in keys.get(each, ("",)):
                people[key].append(each)
        # A nought beside what one may not see would be a false answer: it is left out.
        unseen = self._unseen(name)
        order = [key for key in order if (key or people.get("")) and key not in unseen]
        plain = [len(people.get(key, ())) for key in order]
        counts = hide_small(plain) if hidden else list(plain)
        cells = tuple(
            Cell(key, count, _query(within, ((name, key),), people.get(key, ())))
            for key, count in zip(order, counts, strict=True)
        )
        return Tally(name, cells, len(ids), name in _OVERLAPPING)

    def _unseen(self, name: str) -> frozenset[str]:
        if name not in _OVERLAPPING or may(self._workspace, Right.SENSITIVE):
            return frozenset()
        return sensitive_codes(VOCABULARIES[name])

    @needs(Right.COUNT)
    def table(
        self,
        rows: str,
        columns: str,
        within: LearnerQuery | None = None,
        *,
        hidden: bool = False,
    ) -> TallyTable:
        """Return the counts by two things; empty columns and rows of no one are left out."""
        within = _whom(within, hidden)
        ids = self._lists.ids(within)
        today = self._workspace.today()
        with self._workspace.read() as session:
            by_row = _keys_of(session, rows, ids, today)
            by_column = _keys_of(session, columns, ids, today)
            row_order = _order(session, rows, by_row)
            column_order = _order(session, columns, by_column)
        people: dict[tuple[str, str], list[UUID]] = defaultdict(list)
        in_row: dict[str, list[UUID]] = defaultdict(list)
        in_column: dict[str, list[UUID]] = defaultdict(list)
        for each in ids:
            row_keys, column_keys = by_row.get(each, ("",)), by_column.get(each, ("",))
            for row in row_keys:
                in_row[row].append(each)
                for column in column_keys:
                    people[row, column].append(each)
            for column in column_keys:
                in_column[column].append(each)
        row_order = [key for key in row_order if in_row.get(key)]
        column_order = [key for key in column_order if in_column.get(key)]
        counts = [[len(people.get((r, c), ())) for c in column_order] for r in row_order]
        shown: list[list[int | None]] = [list(each) for each in counts]
        row_sums: list[int | None] = [len(in_row[key]) for key in row_order]
        column_sums: list[int | None] = [len(in_column[key]) for key in column_order]
        if hidden:
            shown, row_sums, column_sums = hide_small_table(
                counts,
                [len(in_row[key]) for key in row_order],
                [len(in_column[key]) for key in column_order],
            )
        return TallyTable(
            rows=rows,
            columns=columns,
            row_keys=tuple(row_order),
            column_keys=tuple(column_order),
            cells=tuple(
                tuple(
                    Cell(
                        column,
                        count,
                        _query(
                            within,
                            ((rows, row), (columns, column)),
                            people.get((row, column), ()),
                        ),
                    )
                    for column, count in zip(column_order, line, strict=True)
                )
                for row, line in zip(row_order, shown, strict=True)
            ),
            row_totals=tuple(
                Cell(key, count, _query(within, ((rows, key),), in_row[key]))
                for key, count in zip(row_order, row_sums, strict=True)
            ),
            column_totals=tuple(
                Cell(key, count, _query(within, ((columns, key),), in_column[key]))
                for key, count in zip(column_order, column_sums, strict=True)
            ),
            total=len(ids),
        )

    @needs(Right.COUNT)
    def hett(
        self, within: LearnerQuery | None = None, *, hidden: bool = False
    ) -> tuple[HettTally, ...]:
        """Return how people stand in each dimension by their last rated assessment.

        A person's mean is rounded to the nearest level, halves upwards.
        """
        within = _whom(within, hidden)
        ids = self._lists.ids(within)
        with self._workspace.read() as session:
            means = _last_means(session, ids, within)
            codes = [each.code for each in centre_framework(session).dimensions]
        return _hett_tallies(codes, ids, means, hidden)

    @needs(Right.COUNT)
    def hett_by_village(
        self, within: LearnerQuery | None = None, *, hidden: bool = False
    ) -> dict[str, tuple[HettTally, ...]]:
        """Return `hett` for each village by its moo number, "" for people without one."""
        within = _whom(within, hidden)
        ids = self._lists.ids(within)
        with self._workspace.read() as session:
            keys = _keys_of(session, "village", ids, self._workspace.today())
            order = _order(session, "village", keys)
            means = _last_means(session, ids, within)
            codes = [each.code for each in centre_framework(session).dimensions]
        people: dict[str, list[UUID]] = defaultdict(list)
        for each in ids:
            for moo in keys.get(each, ("",)):
                people[moo].append(each)
        return {
            moo: _hett_tallies(codes, people[moo], means, hidden) for moo in order if moo in people
        }

    @needs(Right.COUNT)
    def fiscal_years(self) -> tuple[int, ...]:
        """Return the fiscal years (พ.ศ.) of the register, this one first."""
        latest = dates.fiscal_year(self._workspace.today())
        with self._workspace.read() as session:
            first = session.scalar(
                select(func.min(Learner.registered_on)).where(Learner.deleted.is_(False))
            )
        begun = dates.fiscal_year(PartialDate.from_iso(first).first_day) if first else latest
        return tuple(range(latest, min(begun, latest) - 1, -1))

    @needs(Right.COUNT)
    def hett_trend(self, within: LearnerQuery | None = None) -> tuple[TrendPoint, ...]:
        """Return the mean per dimension of all assessments of each fiscal quarter, oldest first."""
        within = within or LearnerQuery()
        wanted = set(self._lists.ids(within))
        found: dict[tuple[int, int], list[dict[str, float]]] = defaultdict(list)
        with self._workspace.read() as session:
            days = {
                assessment_id: on
                for assessment_id, learner_id, on in session.execute(
                    select(Assessment.id, Assessment.learner_id, Assessment.on).where(
                        Assessment.deleted.is_(False), *_by(within.registered_until)
                    )
                )
                if learner_id in wanted
            }
            for assessment_id, means in _means(session, list(days)).items():
                day = PartialDate.from_iso(days[assessment_id]).first_day
                found[dates.fiscal_year(day), dates.fiscal_quarter(day)].append(means)
        return tuple(
            TrendPoint(year, quarter, len(each), _mean_of(each))
            for (year, quarter), each in sorted(found.items())
        )


def _whom(within: LearnerQuery | None, hidden: bool) -> LearnerQuery:
    """Return whom to count: for use outside without the restricted and those who said no."""
    within = within or LearnerQuery()
    return replace(within, outside=within.outside or "counts") if hidden else within


def _hett_tallies(
    codes: Sequence[str],
    ids: Sequence[UUID],
    means: Mapping[UUID, Mapping[str, float]],
    hidden: bool,
) -> tuple[HettTally, ...]:
    tallies = []
    for code in codes:
        people: dict[int, list[UUID]] = defaultdict(list)
        for each in ids:
            mean = means.get(each, {}).get(code)
            people[0 if mean is None else min(4, int(mean + 0.5))].append(each)
        plain = [len(people.get(level, ())) for level in (1, 2, 3, 4, 0)]
        counts = hide_small(plain) if hidden else list(plain)
        cells = [
            Cell(str(level), count, LearnerQuery(ids=tuple(people.get(level, ()))))
            for level, count in zip((1, 2, 3, 4, 0), counts, strict=True)
        ]
        known = [means[each][code] for each in ids if code in means.get(each, {})]
        mean_of_all = sum(known) / len(known) if known and None not in counts else None
        tallies.append(
            HettTally(code, (cells[0], cells[1], cells[2], cells[3]), cells[4], mean_of_all)
        )
    return tuple(tallies)


def _mean_of(each: Iterable[Mapping[str, float]]) -> dict[str, float]:
    values: dict[str, list[float]] = defaultdict(list)
    for means in each:
        for code, mean in means.items():
            values[code].append(mean)
    return {code: sum(known) / len(known) for code, known in values.items()}


def _query(
    within: LearnerQuery, chosen: Sequence[tuple[str, str]], people: Sequence[UUID]
) -> LearnerQuery:
    """Return a question that stays true as people are added, or else these very people."""
    made = within
    for name, key in chosen:
        if name == "village":
            made = replace(made, villages=(key,))
        elif name == "status":
            made = replace(made, statuses=(key,))
        elif name == "case_step":
            made = replace(made, case_steps=(key,))
        elif name == "group" and key and not within.groups:
            made = replace(made, groups=(key,))
        elif name == "reason" and key and not within.reasons:
            made = replace(made, reasons=(key,))
        else:
            return LearnerQuery(ids=tuple(people), sort=within.sort)
    return made


def _keys_of(session: Session, name: str, ids: Sequence[UUID], today: date) -> Keys:
    """Return the keys of each learner; one left out has the key ""."""
    wanted = set(ids)
    if name in ("group", "reason"):
        cls = LearnerGroup if name == "group" else LeavingReason
        members: dict[UUID, list[str]] = defaultdict(list)
        for learner_id, code in session.execute(
            select(cls.learner_id, cls.code).where(cls.deleted.is_(False))
        ):
            if learner_id in wanted:
                members[learner_id].append(code)
        return members
    if name == "plan":
        latest = dict.fromkeys(ids, _NO_PLAN)
        for learner_id, status in session.execute(
            select(Plan.learner_id, Plan.status)
            .where(Plan.deleted.is_(False))
            .order_by(Plan.version, Plan.first_stamp)
        ):
            if learner_id in latest:
                latest[learner_id] = status
        return {each: (status,) for each, status in latest.items()}
    if name == "village":
        moos = dict(session.execute(select(Village.id, Village.moo)).all())
        return {
            each: (moos.get(village_id, ""),)
            for each, village_id in session.execute(select(Learner.id, Learner.village_id))
            if each in wanted and village_id
        }
    if name == "age_band":
        return {
            each: (_age_band(birth, estimated, today),)
            for each, birth, estimated in session.execute(
                select(Learner.id, Learner.birth, Learner.birth_estimated)
            )
            if each in wanted
        }
    column = {
        "status": Learner.status, "case_step": Learner.case_step, "sex": Learner.sex,
    }[name]  # fmt: skip
    return {
        each: (value or "",)
        for each, value in session.execute(select(Learner.id, column))
        if each in wanted
    }


def _order(session: Session, name: str, keys: Keys) -> list[str]:
    """Return the keys in the order of their vocabulary, those unknown to it last, "" at the end."""
    present = {key for own in keys.values() for key in own}
    if name == "village":
        moos = session.scalars(
            select(Village.moo)
            .where(Village.deleted.is_(False))
            .order_by(func.length(Village.moo), Village.moo)
        )
        known = list(dict.fromkeys(moos))
    else:
        known = [term.code for term in centre_vocabulary(session, VOCABULARIES[name]).shown]
    if name == "plan":
        known.append(_NO_PLAN)
    return [*known, *sorted(present - set(known) - {""}), ""]


def _age_band(birth: str | None, estimated: bool, today: date) -> str:
    if not birth:
        return "unknown"
    years = PartialDate.from_iso(birth, estimated=estimated).age_on(today).years
    band = dates.age_band(years)
    return {"60+": "60_up"}.get(band, band.replace("-", "_")) or "unknown"


def first_and_last_means(
    session: Session, ids: Sequence[UUID], until: date | None = None
) -> dict[UUID, tuple[dict[str, float], dict[str, float]]]:
    """Return each learner's means per dimension by the first and the last rated assessment.

    `until`: of assessments on or before that day.
    """
    wanted = set(ids)
    owners: dict[UUID, UUID] = {}
    for assessment_id, learner_id in session.execute(
        select(Assessment.id, Assessment.learner_id)
        .where(Assessment.deleted.is_(False), *_by(until))
        .order_by(Assessment.on, Assessment.first_stamp)
    ):
        if learner_id in wanted:
            owners[assessment_id] = learner_id
    means = _means(session, list(owners))
    found: dict[UUID, tuple[dict[str, float], dict[str, float]]] = {}
    for assessment_id, learner_id in owners.items():
        own = means.get(assessment_id)
        if own:
            first = found[learner_id][0] if learner_id in found else own
            found[learner_id] = (first, own)
    return found


def _last_means(
    session: Session, ids: Sequence[UUID], within: LearnerQuery
) -> dict[UUID, dict[str, float]]:
    found = first_and_last_means(session, ids, within.registered_until)
    return {each: last for each, (_, last) in found.items()}


def _by(until: date | None) -> list[ColumnElement[bool]]:
    return [] if until is None else [Assessment.on <= until.isoformat()]


def _means(session: Session, assessment_ids: Sequence[UUID]) -> dict[UUID, dict[str, float]]:
    wanted = set(assessment_ids)
    if not wanted:
        return {}
    framework = centre_framework(session)
    levels: dict[UUID, dict[str, int | None]] = defaultdict(dict)
    # SQLite takes the other columns from the row that holds the maximum: the latest rating.
    for assessment_id, indicator, state, level, _stamp in session.execute(
        select(
            Rating.assessment_id,
            Rating.indicator,
            Rating.state,
            Rating.level,
            func.max(Rating.first_stamp),
        )
        .where(Rating.deleted.is_(False))
        .group_by(Rating.assessment_id, Rating.indicator)
    ):
        if assessment_id in wanted and state == "rated":
            levels[assessment_id][indicator] = level
    return {each: framework.averages(own) for each, own in levels.items()}
