"""Finding learners: search as you type, filters, order, and the rows a list shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Select,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    text,
)
from sqlalchemy.orm import Session

from desktop.models.area import Village
from desktop.models.people import (
    SHOWN_LEARNER,
    Carer,
    Learner,
    LearnerCode,
    LearnerGroup,
    LeavingReason,
    RiskFlag,
)
from desktop.models.plan import Plan
from desktop.models.program import LearnerSearch
from desktop.models.search import number_key, terms_of, whole_of
from desktop.services.consent.gates import said_no
from desktop.services.learners.records import LearnerMatch, LearnerQuery, LearnerRow, Telephone
from desktop.services.restricted import is_restricted
from desktop.services.rights import Right, needs
from desktop.services.same_person import of_that_learner, twins_of
from desktop.services.sync.waiting import waiting_learners, who_waits
from desktop.services.workspace import Workspace

_STEP = 500
_TRIGRAM = 3  # the trigram index answers nothing shorter
_FEW = 1_000  # hits that are sorted quicker than the list is walked
# The words of the partial index, with the table named where a join would be ambiguous.
_SHOWN = SHOWN_LEARNER.replace("deleted", "learner.deleted").replace(
    "merged_into", "learner.merged_into"
)
OPEN_PLANS = ("draft", "agreed", "active", "reviewed")


class LearnerLists:
    """Answers which learners there are."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def ids(self, query: LearnerQuery, limit: int | None = None) -> list[UUID]:
        """Return the ids that a query finds, in its order."""
        with self._workspace.read() as session:
            return learner_ids(session, query, limit)

    @needs(Right.COUNT)
    def count(self, query: LearnerQuery) -> int:
        """Return how many learners a query finds."""
        with self._workspace.read() as session:
            inner = _filtered(session, query).subquery()
            return session.scalar(select(func.count()).select_from(inner)) or 0

    @needs(Right.READ)
    def rows(self, ids: Sequence[UUID]) -> list[LearnerRow]:
        """Return the rows of these ids, in the order given; those gone meanwhile are left out."""
        with self._workspace.read() as session:
            return learner_rows(session, ids)

    @needs(Right.READ)
    def look_up(self, words: str, limit: int) -> list[LearnerMatch]:
        """Return whom a few words may mean: first those of exactly that name, code or number, then
        those whose own name begins so, then who is found by another name, a carer or a number.
        """
        terms = terms_of(words)
        if not terms:
            return []
        with self._workspace.read() as session:
            exact = list(session.scalars(_exact(whole_of(words)).limit(limit)))
            begins = list(session.scalars(_begins(terms).limit(limit)))
            others = learner_ids(session, LearnerQuery(search=words), limit)
            ids = list(dict.fromkeys([*exact, *begins, *others]))[:limit]
            numbers = _telephones(session, ids, terms)
            return [
                LearnerMatch(row, row.id in exact, numbers.get(row.id))
                for row in learner_rows(session, ids)
            ]

    @needs(Right.READ)
    def find(self, query: LearnerQuery, limit: int | None = None) -> list[LearnerRow]:
        """Return the rows that a query finds, in its order, from one snapshot."""
        with self._workspace.read() as session:
            return learner_rows(session, learner_ids(session, query, limit))


def learner_ids(session: Session, query: LearnerQuery, limit: int | None = None) -> list[UUID]:
    """Return the ids that a query finds, in its order."""
    quick = limit is not None and query.sort == "name"
    return list(session.scalars(_ordered(session, query, quick).limit(limit)))


def learner_rows(session: Session, ids: Sequence[UUID]) -> list[LearnerRow]:
    """Return the rows of these ids, in the order given."""
    found: dict[UUID, LearnerRow] = {}
    for start in range(0, len(ids), _STEP):
        found.update(_rows_step(session, list(ids[start : start + _STEP])))
    return [found[each] for each in ids if each in found]


def _rows_step(session: Session, ids: list[UUID]) -> dict[UUID, LearnerRow]:
    twins = twins_of(session, ids)
    owners = [*ids, *twins]
    codes: dict[UUID, dict[str, str]] = defaultdict(dict)
    for owner, kind, value in session.execute(
        select(LearnerCode.learner_id, LearnerCode.code_kind, LearnerCode.value)
        .where(
            LearnerCode.learner_id.in_(ids),
            LearnerCode.deleted.is_(False),
            LearnerCode.current.is_(True),
        )
        .order_by(LearnerCode.first_stamp)
    ):
        codes[owner][kind] = value
    plans: dict[UUID, str] = {}
    for owner, status in session.execute(
        select(Plan.learner_id, Plan.status)
        .where(Plan.learner_id.in_(owners), Plan.deleted.is_(False))
        .order_by(Plan.version, Plan.first_stamp)
    ):
        plans[twins.get(owner, owner)] = status
    groups: dict[UUID, list[str]] = defaultdict(list)
    for owner, code in session.execute(
        select(LearnerGroup.learner_id, LearnerGroup.code)
        .where(LearnerGroup.learner_id.in_(owners), LearnerGroup.deleted.is_(False))
        .order_by(LearnerGroup.code)
    ):
        of_one = groups[twins.get(owner, owner)]
        if code not in of_one:
            of_one.append(code)
    risks: dict[UUID, list[str]] = defaultdict(list)
    for owner, code in session.execute(
        select(RiskFlag.learner_id, RiskFlag.code).where(
            RiskFlag.learner_id.in_(owners),
            RiskFlag.deleted.is_(False),
            RiskFlag.cleared_on.is_(None),
        )
    ):
        risks[twins.get(owner, owner)].append(code)
    waiting = {twins.get(each, each) for each in who_waits(session, owners)}
    rows = {}
    # Columns and not objects: a list shows a fraction of a learner's fields, many times over.
    people = session.execute(
        select(
            Learner.id, Learner.code, Learner.title, Learner.given, Learner.middle,
            Learner.surname, Learner.nickname, Learner.sex, Learner.birth,
            Learner.birth_estimated, Learner.status, Learner.case_step, Learner.edited_at,
            Learner.sort_key, Learner.photo_id, Village.moo, Village.name.label("village"),
        )
        .join(Village, Village.id == Learner.village_id, isouter=True)
        .where(Learner.id.in_(ids))
    )  # fmt: skip
    for person in people:
        own = codes[person.id]
        rows[person.id] = LearnerRow(
            id=person.id,
            code=person.code,
            title=person.title or "",
            given=person.given,
            middle=person.middle or "",
            surname=person.surname or "",
            nickname=person.nickname or "",
            sex=person.sex,
            birth=person.birth or "",
            birth_estimated=person.birth_estimated,
            village=person.moo or "",
            village_name=person.village or "",
            status=person.status or "",
            case_step=person.case_step or "",
            national_id=own.get("national", ""),
            g_code=own.get("g_code", ""),
            plan_status=plans.get(person.id, ""),
            groups=tuple(groups[person.id]),
            risks=tuple(risks[person.id]),
            waiting=person.id in waiting,
            edited_at=person.edited_at,
            sort_key=person.sort_key,
            photo_id=person.photo_id,
        )
    return rows


def _ordered(session: Session, query: LearnerQuery, quick: bool) -> Select[UUID]:
    statement = _filtered(session, query, quick)
    keys: dict[str, list[Any]] = {
        "name": [Learner.sort_key, Learner.id],
        "village": [literal_column("length(v.moo)"), literal_column("v.moo"), Learner.sort_key],
        "birth": [Learner.birth.is_(None), Learner.birth, Learner.sort_key],
        "edited": [Learner.edited_at, Learner.id],
        "code": [Learner.code],
    }
    if query.sort == "village":
        statement = statement.join(
            Village.__table__.alias("v"), literal_column("v.id") == Learner.village_id, isouter=True
        )
    order = keys[query.sort]
    if query.descending:
        order = [key.desc() for key in order]
    return statement.order_by(*order)


def _filtered(session: Session, query: LearnerQuery, quick: bool = False) -> Select[UUID]:
    statement = select(Learner.id).where(text(_SHOWN))
    terms = terms_of(query.search)
    if terms:
        statement = statement.join(LearnerSearch, LearnerSearch.learner_id == Learner.id)
    rare = _rarest(session, terms) if quick else None
    if rare is not None:
        statement = statement.where(LearnerSearch.rowid.in_(rare))
    for number, term in enumerate(terms):
        # For a first screenful of a frequent word the list is walked in its order until it is
        # full; for a rare one its few rows are sorted. Both beat sorting all hits.
        if quick:
            statement = statement.where(LearnerSearch.key.contains(term, autoescape=True))
        else:
            statement = statement.where(_matches(term, number))
    return statement.where(*_conditions(session, query))


def _rarest(session: Session, terms: Sequence[str]) -> list[int] | None:
    """Return the search rows of the rarest term, None where every term is frequent."""
    best: list[int] | None = None
    for term in terms:
        if len(term) >= _TRIGRAM:
            found = session.scalars(
                text("SELECT rowid FROM learner_fts WHERE learner_fts MATCH :term LIMIT :most"),
                {"term": '"' + term.replace('"', '""') + '"', "most": _FEW + 1},
            ).all()
        else:
            found = session.scalars(
                select(LearnerSearch.rowid)
                .where(LearnerSearch.key.contains(term, autoescape=True))
                .limit(_FEW + 1)
            ).all()
        if len(found) <= _FEW and (best is None or len(found) < len(best)):
            best = list(found)
    return best


def _matches(term: str, number: int) -> ColumnElement[bool]:
    if len(term) >= _TRIGRAM:
        name = f"term_{number}"
        quoted = '"' + term.replace('"', '""') + '"'
        return text(
            "learner_search.rowid IN"
            f" (SELECT rowid FROM learner_fts WHERE learner_fts MATCH :{name})"  # nosec B608
        ).bindparams(**{name: quoted})  # type: ignore[return-value]
    return LearnerSearch.key.contains(term, autoescape=True)


def _exact(term: str) -> Select[UUID]:
    """Return the query of shown learners of whom one whole name, code or number is the term."""
    line = func.char(10)
    whole = func.instr(line + LearnerSearch.key + line, line + term + line) > 0
    return (
        select(Learner.id)
        .where(text(_SHOWN))
        .join(LearnerSearch, LearnerSearch.learner_id == Learner.id)
        .where(_matches(term, 0), whole)
        .order_by(Learner.sort_key, Learner.id)
    )


def _begins(terms: Sequence[str]) -> Select[UUID]:
    """Return the query of shown learners whose own name begins with the first of these terms.

    What they are called stands at the head of what they are found by.
    """
    return (
        select(Learner.id)
        .where(text(_SHOWN))
        .join(LearnerSearch, LearnerSearch.learner_id == Learner.id)
        .where(LearnerSearch.key.startswith(terms[0], autoescape=True))
        .where(*(_matches(term, number) for number, term in enumerate(terms)))
        .order_by(Learner.sort_key, Learner.id)
    )


def _telephones(
    session: Session, ids: Sequence[UUID], terms: Sequence[str]
) -> dict[UUID, Telephone]:
    """Return the telephone number that each was found by, and whose it is."""
    wanted = [term for term in terms if term.isdecimal()]
    if not wanted:
        return {}
    found: dict[UUID, Telephone] = {}
    own = select(Learner.id, Learner.phone, literal("")).where(Learner.id.in_(ids))
    carers = (
        select(Carer.learner_id, Carer.phone, Carer.name)
        .where(Carer.learner_id.in_(ids), Carer.deleted.is_(False))
        .order_by(Carer.first_stamp)
    )
    for statement in (own, carers):
        for owner, phone, name in session.execute(statement):
            if phone and any(term in number_key(phone) for term in wanted):
                found.setdefault(owner, Telephone(phone, name))
    return found


def _conditions(session: Session, query: LearnerQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.ids is not None:
        conditions.append(Learner.id.in_(query.ids))
    if query.villages:
        wanted = select(Village.id).where(Village.moo.in_(query.villages))
        inside: ColumnElement[bool] = Learner.village_id.in_(wanted)
        if "" in query.villages:
            inside = or_(inside, Learner.village_id.is_(None))
        conditions.append(inside)
    if query.statuses:
        conditions.append(func.coalesce(Learner.status, "").in_(query.statuses))
    if query.case_steps:
        conditions.append(func.coalesce(Learner.case_step, "").in_(query.case_steps))
    if query.facilitator:
        conditions.append(Learner.facilitator_id == query.facilitator)
    if query.groups:
        conditions.append(_has(LearnerGroup, LearnerGroup.code.in_(query.groups)))
    if query.reasons:
        conditions.append(_has(LeavingReason, LeavingReason.code.in_(query.reasons)))
    if query.risk is not None:
        flagged = _has(RiskFlag, RiskFlag.cleared_on.is_(None))
        conditions.append(flagged if query.risk else ~flagged)
    if query.no_identity:
        conditions.append(~_has(LearnerCode, LearnerCode.code_kind.in_(("national", "g_code"))))
    if query.plan == "none":
        conditions.append(~_has(Plan))
    elif query.plan == "any":
        conditions.append(_has(Plan))
    elif query.plan:
        conditions.append(_has(Plan, Plan.status == query.plan))
    if query.review_before is not None:
        conditions.append(
            _has(
                Plan,
                Plan.status.in_(OPEN_PLANS),
                Plan.next_review_on <= query.review_before.isoformat(),
            )
        )
    if query.registered_since is not None:
        # A day known in part may be its last one: 2025-10 counts as not before 2025-10-01.
        conditions.append(Learner.registered_on.op("||")("~") >= query.registered_since.isoformat())
    if query.registered_until is not None:
        by_then = Learner.registered_on <= query.registered_until.isoformat()
        conditions.append(or_(Learner.registered_on.is_(None), by_then))
    if query.outside:
        conditions.append(~is_restricted())
    if query.outside == "counts":
        conditions.append(~said_no("report"))
    if query.waiting is not None:
        inside = Learner.id.in_(waiting_learners(session))
        conditions.append(inside if query.waiting else ~inside)
    return conditions


def _has(cls: Any, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(of_that_learner(cls.learner_id), cls.deleted.is_(False), *conditions)
