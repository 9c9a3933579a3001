"""Counts of help: what became of needs, how fast agencies answer, who came in and stayed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median
from typing import Any, Final
from uuid import UUID

from sqlalchemy import LargeBinary, func, select, type_coerce
from sqlalchemy.orm import Session

from desktop.models.area import Village
from desktop.models.dates import PartialDate, fiscal_quarter, fiscal_year
from desktop.models.partners import Partner
from desktop.models.people import Learner
from desktop.models.referrals import Referral, ReferralMove, ReferralSending
from desktop.models.text import sort_key
from desktop.services.learners.lists import learner_ids
from desktop.services.learners.records import LearnerQuery
from desktop.services.masking import sensitive_codes
from desktop.services.needs.fulfilment import counting
from desktop.services.needs.outside import never_told
from desktop.services.needs.reading import found as found_needs
from desktop.services.needs.records import NeedQuery, NeedRow
from desktop.services.record_values import centre_vocabulary
from desktop.services.sync.waiting import waiting_records
from desktop.services.tallies.help_tables import Figure, HelpRow, HelpTable, Pair, counted
from resources.clock import thai_day

ANSWERS: Final = frozenset({"acknowledge", "accept", "waitlist", "decline", "serve"})
COHORT: Final = ("known", "still_out", "re_engaging", "succeeded")
PARTS: Final = (
    "known", "nobody_has", "left_again", "not_in", "agency_has", "entered", "stayed", "in_work",
)  # fmt: skip
OF: Final[Mapping[str, str]] = {
    "nobody_has": "still_out", "left_again": "still_out", "not_in": "still_out",
    "agency_has": "re_engaging", "entered": "re_engaging",
    "stayed": "succeeded", "in_work": "succeeded",
}  # fmt: skip
"""By the part of the cohort: which of the three it belongs to."""

_OUT: Final = frozenset({"sent", "acknowledged", "accepted", "waitlisted"})
_SERVED: Final = frozenset({"served_part", "served"})
_ANEW: Final = frozenset({"send", "reopen", "recall"})
_DURABLE: Final = frozenset({"d90", "d180"})
_DURABLE_DAYS: Final = 90
_NOBODY: Final = ("ไม่ได้ระบุหน่วยงาน", "No agency stated")
_NO_PLACE: Final = ("ไม่ระบุหมู่บ้าน", "No village stated")
_NO_KIND: Final = ("ยังไม่ระบุด้าน", "Kind not stated")


def need_tables(
    session: Session, within: LearnerQuery, today: date, *, hidden: bool
) -> list[HelpTable]:
    """Return how far needs are met, by kind and by village; they are the same needs."""
    rows = _needs(session, within, today, hidden=hidden)
    kinds = {
        term.code: (term.label("th"), term.label("en"))
        for term in centre_vocabulary(session, "assistance").shown
    }
    places = select(Village).where(Village.deleted.is_(False))
    villages = {
        each.moo: _place(each)
        for each in session.scalars(places.order_by(func.length(Village.moo), Village.moo))
    }
    return [
        _met("needs_by_kind", rows, lambda row: row.kind, kinds, _NO_KIND),
        _met("needs_by_village", rows, lambda row: row.village, villages, _NO_PLACE),
    ]


def _place(village: Village) -> Pair:
    name = f"{village.moo} {village.name or ''}".strip()
    return f"หมู่ {name}", f"Moo {name}"


def _needs(session: Session, within: LearnerQuery, today: date, *, hidden: bool) -> list[NeedRow]:
    people = frozenset(learner_ids(session, replace(within, villages=())))
    never, houses = never_told(session) if hidden else (frozenset[UUID](), frozenset[UUID]())
    return [
        row
        for row in found_needs(session, NeedQuery(), today)
        if (row.learner_id is None or row.learner_id in people)
        and (not within.villages or row.village in within.villages)
        and row.learner_id not in never
        and row.household_id not in houses
        and not (hidden and row.restricted)
    ]


def _met(
    name: str,
    rows: Sequence[NeedRow],
    key: Callable[[NeedRow], str],
    words: Mapping[str, Pair],
    without: Pair,
) -> HelpTable:
    apart: dict[str, list[NeedRow]] = defaultdict(list)
    for row in rows:
        apart[key(row)].append(row)
    order = [*words, *sorted(set(apart) - set(words) - {""}), ""]
    return HelpTable(
        name,
        ("all", "met", "part", "none"),
        tuple(
            HelpRow(words.get(code, (code, code)) if code else without, _far(apart[code]))
            for code in order
            if code in apart
        ),
        "need",
        _far(rows),
    )


def _far(rows: Sequence[NeedRow]) -> tuple[Figure, ...]:
    return (
        counted([row.id for row in rows]),
        *(counted([row.id for row in rows if row.met == met]) for met in ("met", "part", "none")),
    )


@dataclass(frozen=True)
class _Sent:
    """One sending of a referral, and what came back.

    `answered_in`: days; `waited`: so far, where nothing came; `how`: a column of the table.
    """

    referral: UUID
    agency: UUID | None
    how: str
    days: int


def answer_table(session: Session, within: LearnerQuery, today: date, *, hidden: bool) -> HelpTable:
    """Return how many days agencies take to answer a slip, by agency.

    Of each sending: answered, not answered, not out of this laptop yet, or called back before
    anybody answered; these four are all that was sent.
    """
    found = _sent(session, _referrals(session, within, hidden=hidden), within, today)
    apart: dict[UUID | None, list[_Sent]] = defaultdict(list)
    for each in found:
        apart[each.agency].append(each)
    names = {
        known: (name, name)
        for known, name in session.execute(
            select(Partner.id, Partner.name).where(Partner.id.in_([e for e in apart if e]))
        )
    }
    order = sorted(apart, key=lambda known: (known not in names, sort_key(_said(names, known)[0])))
    return HelpTable(
        "answers",
        (
            "sent", "answered", "median", "longest", "unanswered", "oldest", "not_synced",
            "called_back",
        ),
        tuple(HelpRow(_said(names, known), _speed(apart[known])) for known in order),
        "referral",
        _speed(found),
    )  # fmt: skip


def _said(names: Mapping[UUID, Pair], known: UUID | None) -> Pair:
    return names.get(known, _NOBODY) if known is not None else _NOBODY


def _speed(found: Sequence[_Sent]) -> tuple[Figure, ...]:
    by: dict[str, list[_Sent]] = defaultdict(list)
    for each in found:
        by[each.how].append(each)
    days = [each.days for each in by["answered"]]
    waits = [each.days for each in by["unanswered"]]

    def of(how: str) -> Figure:
        return Figure(len(by[how]), _ids(by[how]))

    return (
        Figure(len(found), _ids(found)),
        of("answered"),
        Figure(median(days) if days else None, unit="days"),
        Figure(max(days, default=None), _longest(by["answered"]), unit="days"),
        of("unanswered"),
        Figure(max(waits, default=None), _longest(by["unanswered"]), unit="days"),
        of("not_synced"),
        of("called_back"),
    )


def _ids(found: Iterable[_Sent]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(each.referral for each in found))


def _longest(found: Sequence[_Sent]) -> tuple[UUID, ...]:
    most = max((each.days for each in found), default=0)
    return _ids(each for each in found if each.days == most)


@dataclass(frozen=True)
class _Referred:
    """A referral with the moves that count, the first first."""

    id: UUID
    learner: UUID
    begun: date
    state: str
    moves: Sequence[Any]


def _referrals(session: Session, within: LearnerQuery, *, hidden: bool) -> list[_Referred]:
    """Those of the people asked for; for use outside without what is never told."""
    people = frozenset(learner_ids(session, within))
    if hidden:
        people -= never_told(session)[0]
    never = sensitive_codes("referral_services") if hidden else frozenset[str]()
    raw = [
        type_coerce(column, LargeBinary).label(column.key)
        for column in (ReferralMove.id, ReferralMove.after_id, ReferralMove.reverses_id)
    ]
    wanted = select(
        *raw, ReferralMove.move, ReferralMove.to_state, ReferralMove.done_on, ReferralMove.number,
        ReferralMove.channel, ReferralMove.result, ReferralMove.after_days,
        ReferralMove.check_result,
    ).where(ReferralMove.deleted.is_(False))  # fmt: skip
    known = {each.id: each for each in session.execute(wanted)}
    of = select(
        Referral.id, Referral.learner_id, Referral.created_at, Referral.service,
        type_coerce(Referral.last_move_id, LargeBinary).label("last"), Learner.merged_into,
    ).join(Learner, Learner.id == Referral.learner_id)  # fmt: skip
    found = []
    for each in session.execute(of.where(Referral.deleted.is_(False))):
        learner = each.merged_into or each.learner_id
        if learner not in people or each.service in never:
            continue
        last = known.get(each.last)
        moves = [move for move in counting(last, known) if move.reverses_id is None]
        state = last.to_state if last is not None else Referral.first_state
        found.append(_Referred(each.id, learner, thai_day(each.created_at), state, moves[::-1]))
    return found


def _sent(
    session: Session, referrals: Sequence[_Referred], within: LearnerQuery, today: date
) -> list[_Sent]:
    agencies = {
        (matter, number): agency
        for matter, number, agency in session.execute(
            select(
                ReferralSending.matter_id, ReferralSending.number, ReferralSending.partner_id
            ).where(ReferralSending.deleted.is_(False))
        )
    }
    unsent = set(session.scalars(waiting_records(session)))
    return [
        _Sent(
            each.id,
            agencies.get((each.id, move.number)),
            *_came(each.moves[place + 1 :], move, unsent, today),
        )
        for each in referrals
        for place, move in enumerate(each.moves)
        if move.move == "send" and _inside(move.done_on, within)
    ]


def _came(later: Sequence[Any], sending: Any, unsent: set[UUID], today: date) -> tuple[str, int]:
    """What came of a sending, and in how many days."""
    since = _day(sending.done_on)
    for move in later:
        if move.move in ANSWERS:
            return "answered", max(0, (_day(move.done_on) - since).days)
        if move.move in ("recall", "send", "reopen"):
            return "called_back", 0
    if sending.channel == "hub" and UUID(bytes=sending.id) in unsent:
        return "not_synced", 0
    return "unanswered", (today - since).days


def cohort_tables(
    session: Session, within: LearnerQuery, *, hidden: bool
) -> tuple[HelpTable, HelpTable]:
    """Return who was ever referred, by the quarter they were first: where they are now.

    Everybody stands in one column only: known = still out + re-engaging + succeeded. The second
    table divides these three further.
    """
    apart: dict[UUID, list[_Referred]] = defaultdict(list)
    for each in _referrals(session, within, hidden=hidden):
        apart[each.learner].append(each)
    quarters: dict[tuple[int, int], dict[str, list[UUID]]] = defaultdict(lambda: defaultdict(list))
    for learner, mine in apart.items():
        first = min(map(_begun, mine))
        if _inside(first.isoformat(), within):
            quarter = fiscal_year(first), fiscal_quarter(first)
            quarters[quarter][part_of(mine)].append(learner)
    return (
        _cohort("cohort", COHORT, quarters, lambda part: OF[part]),
        _cohort("cohort_parts", PARTS, quarters, lambda part: part),
    )


def _cohort(
    name: str,
    columns: Sequence[str],
    quarters: Mapping[tuple[int, int], Mapping[str, Sequence[UUID]]],
    column: Callable[[str], str],
) -> HelpTable:
    def figures(parts: Iterable[tuple[str, Sequence[UUID]]]) -> tuple[Figure, ...]:
        people: dict[str, list[UUID]] = defaultdict(list)
        for part, ids in parts:
            people[column(part)] += ids
            people["known"] += ids
        return tuple(counted(people[each]) for each in columns)

    return HelpTable(
        name,
        tuple(columns),
        tuple(
            HelpRow(
                (
                    f"ไตรมาส {quarter} ปีงบประมาณ {year}",
                    f"Quarter {quarter} of fiscal year {year}",
                ),
                figures(quarters[year, quarter].items()),
            )
            for year, quarter in sorted(quarters)
        ),
        "learner",
        figures(part for each in quarters.values() for part in each.items()),
    )


def part_of(mine: Sequence[_Referred]) -> str:
    """Return where somebody is by all their referrals: a part of `PARTS`, the best of them."""
    return max((_part(each) for each in mine), key=PARTS.index)


def _part(referral: _Referred) -> str:
    served = max(
        (place for place, move in enumerate(referral.moves) if move.move == "serve"), default=-1
    )
    since = referral.moves[served].done_on if served >= 0 else ""
    for move in reversed(referral.moves[served + 1 :]):
        if move.move in _ANEW:
            break
        if move.move == "check" and move.check_result not in ("no_contact", "refused"):
            if move.check_result == "left_again":
                return "left_again"
            if move.check_result == "in_work":
                return "in_work"
            days = (_day(move.done_on) - _day(since)).days if since else 0
            late = move.after_days in _DURABLE or days >= _DURABLE_DAYS
            return "stayed" if late else "entered"
        if move.move == "close":
            if move.result == "working":
                return "in_work"
            return "entered" if move.result in ("entered", "staying") else "not_in"
    if referral.state in _SERVED or referral.state in ("closed", "followed_up"):
        return "entered"
    return "agency_has" if referral.state in _OUT else "nobody_has"


def _begun(referral: _Referred) -> date:
    sent = [move.done_on for move in referral.moves if move.move == "send"]
    return min([referral.begun, *map(_day, sent)])


def _day(iso: str) -> date:
    return PartialDate.from_iso(iso).first_day


def _inside(iso: str, within: LearnerQuery) -> bool:
    day = _day(iso)
    since, until = within.registered_since, within.registered_until
    return (since is None or day >= since) and (until is None or day <= until)
