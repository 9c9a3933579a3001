"""Lines of referrals, read by columns for many at once: records whole take five times as long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.dates import PartialDate
from desktop.models.moves import REVERSE
from desktop.models.names import full_name
from desktop.models.partners import Partner
from desktop.models.people import Learner
from desktop.models.persons import Person, called
from desktop.models.program import Change
from desktop.models.referrals import Referral, ReferralMove
from desktop.models.restriction import restricted_ids
from desktop.services.record_values import centre_vocabulary
from desktop.services.referrals.consent import Told, uncovered
from desktop.services.referrals.lifecycle import DONE, FOLLOWED, OUT, checks_done
from desktop.services.referrals.records import ReferralQuery, ReferralRow
from desktop.services.sync.waiting import waiting_records

_STALL_DAYS: Final = 14
"""For services that say nothing of it, as a centre's own."""

_STEP: Final = 500


@dataclass(frozen=True)
class Narrowed:
    """A query of ids of referrals, and what can be asked of its lines.

    Attributes:
        wanted: the query.
        state: where each stands.
        silent: whether nobody has heard of it for too long.
        overdue: whether the day has passed that the agency asked to wait for.
        since: when it came to where it stands.
        until: the day that the agency asks to wait for.
    """

    wanted: Select[Any]
    state: ColumnElement[str]
    silent: ColumnElement[bool]
    overdue: ColumnElement[bool]
    since: ColumnElement[str]
    until: Any


def selected(session: Session, query: ReferralQuery, today: date) -> Narrowed:
    """Return the query of the referrals that a question finds, but for its words and flags."""
    last = aliased(ReferralMove)
    state = func.coalesce(last.to_state, Referral.first_state)
    wanted: Select[Any] = (
        select(Referral.id)
        .join(Learner, Learner.id == Referral.learner_id)
        .join(last, last.id == Referral.last_move_id, isouter=True)
        .where(Referral.deleted.is_(False), Learner.deleted.is_(False))
    )
    if query.states:
        wanted = wanted.where(state.in_(query.states))
    if query.sent_since is not None or query.sent_until is not None:
        sent = select(ReferralMove.referral_id).where(
            ReferralMove.move == "send", ReferralMove.deleted.is_(False)
        )
        if query.sent_since is not None:
            sent = sent.where(ReferralMove.done_on >= query.sent_since.isoformat())
        if query.sent_until is not None:
            sent = sent.where(ReferralMove.done_on <= query.sent_until.isoformat())
        wanted = wanted.where(Referral.id.in_(sent))
    if query.ids is not None:
        wanted = wanted.where(Referral.id.in_(query.ids))
    if query.services:
        wanted = wanted.where(Referral.service.in_(query.services))
    for column, value in (
        (Referral.learner_id, query.learner_id),
        (Referral.partner_id, query.partner_id),
        (Learner.village_id, query.village_id),
    ):
        if value is not None:
            wanted = wanted.where(column == value)
    if query.facilitator_id is not None:
        whose = (Learner.facilitator_id, Referral.created_by)
        wanted = wanted.where(or_(*(each == query.facilitator_id for each in whose)))
    heard = func.max(func.coalesce(last.done_on, ""), func.coalesce(Referral.confirmed_on, ""))
    limits = _limits(session, today)
    limit = case(limits, value=Referral.service, else_=_limit(today, _STALL_DAYS))
    return Narrowed(
        wanted,
        state,
        silent=and_(
            state.not_in(DONE | {"waitlisted"}),
            limit.is_not(None),
            or_(heard == "", heard < func.substr(limit, 1, func.length(heard))),
        ),
        overdue=and_(state == "waitlisted", last.until < today.isoformat()),
        since=func.coalesce(last.done_on, Referral.confirmed_on),
        until=last.until,
    )


def whole(session: Session, query: ReferralQuery, today: date) -> Select[Any]:
    """Return the query of all that `rows` tells."""
    narrowed = selected(session, query, today)
    return narrowed.wanted.add_columns(
        Referral.service, Referral.urgency, Referral.confirmed_on, narrowed.state.label("state"),
        narrowed.silent.label("silent"), narrowed.overdue.label("overdue"),
        narrowed.since.label("since"), narrowed.until, Referral.learner_id, Referral.partner_id,
        Referral.receiver_id, Referral.last_move_id, Learner.title, Learner.given, Learner.middle,
        Learner.surname, Learner.birth, Learner.birth_estimated, Learner.village_id,
        Learner.facilitator_id, Partner.name.label("agency"),
    ).join(Partner, Partner.id == Referral.partner_id, isouter=True)  # fmt: skip


def _stalls(session: Session) -> dict[str, int]:
    """After how many days without news each service is asked about; 0: never."""
    terms = centre_vocabulary(session, "referral_services").terms
    return {term.code: int(term.extra.get("stall_days", _STALL_DAYS)) for term in terms}


def _limits(session: Session, today: date) -> dict[str, str | None]:
    """Of each service the day before which nothing may be heard last."""
    return {code: _limit(today, days) for code, days in _stalls(session).items()}


def _limit(today: date, days: int) -> str | None:
    return (today - timedelta(days)).isoformat() if days else None


def rows(session: Session, lines: Sequence[Any], today: date) -> list[ReferralRow]:
    """Return what is told of the lines of `whole`, in their order."""
    stalls = _stalls(session)
    sent = _sent(session, [line.id for line in lines if line.last_move_id is not None])
    checks = checks_due(session, today, [line.id for line in lines if line.state in FOLLOWED])
    receivers = _receivers(session, lines)
    out = [line for line in lines if line.state in OUT and line.id in sent]
    asked = [line for line in out if sent[line.id].basis is None]
    asked += [line for line in lines if line.state == "draft" and receivers[line.id]]
    told = {line.id: Told(line.learner_id, receivers[line.id], _birth(line)) for line in asked}
    bare, held = uncovered(session, set(told.values()), today), restricted_ids(session)
    here = _waiting(session, [each.last_move_id for each in out if sent[each.id].channel == "hub"])
    return [
        _row(
            line, receivers[line.id], sent.get(line.id), checks.get(line.id, ("", "")),
            stalls.get(line.service, _STALL_DAYS), today,
            bare=line.id in told and told[line.id] in bare,
            waits_here=line.last_move_id in here,
            restricted=line.learner_id in held,
        )
        for line in lines
    ]  # fmt: skip


def _row(
    line: Any,
    receiver: str,
    sent: Any,
    check: tuple[str, str],
    stall: int,
    today: date,
    *,
    bare: bool,
    waits_here: bool,
    restricted: bool,
) -> ReferralRow:
    since = line.since or ""
    return ReferralRow(
        id=line.id,
        name=full_name(line.title or "", line.given, line.surname or "", line.middle or ""),
        state=line.state,
        confirmed_on=line.confirmed_on or "",
        ask_again=bool(line.silent),
        learner_id=line.learner_id,
        partner_id=line.partner_id,
        village_id=line.village_id,
        facilitator_id=line.facilitator_id,
        receiver=receiver,
        service=line.service or "",
        urgency=line.urgency or "",
        number=sent.number or "" if sent is not None else "",
        sent_on=sent.done_on if sent is not None else "",
        since=since,
        days=(today - PartialDate.from_iso(since).first_day).days if since else 0,
        until=line.until or "" if line.state == "waitlisted" else "",
        overdue=bool(line.overdue),
        stall_days=stall,
        no_consent=bare and line.state in OUT,
        asks_consent=bare and line.state == "draft",
        check=check[0],
        check_on=check[1],
        waits_here=waits_here,
        restricted=restricted,
    )


def _birth(line: Any) -> PartialDate | None:
    if not line.birth:
        return None
    return PartialDate.from_iso(line.birth, estimated=line.birth_estimated)


def _receivers(session: Session, lines: Sequence[Any]) -> dict[UUID, str]:
    """What the agency or the person is called that each goes to."""
    wanted = {line.receiver_id for line in lines if line.partner_id is None and line.receiver_id}
    persons = {
        each.id: called(each)
        for some in _steps(wanted)
        for each in session.scalars(select(Person).where(Person.id.in_(some)))
    }
    return {
        line.id: (line.agency or "")
        if line.partner_id is not None
        else persons.get(line.receiver_id, "")
        for line in lines
    }


def _sent(session: Session, ids: Sequence[UUID]) -> dict[UUID, Any]:
    """The last sending of each."""
    wanted = select(
        ReferralMove.referral_id, ReferralMove.number, ReferralMove.done_on, ReferralMove.channel,
        ReferralMove.basis,
    ).where(ReferralMove.move == "send", ReferralMove.deleted.is_(False))  # fmt: skip
    return {
        move.referral_id: move
        for some in _steps(ids)
        for move in session.execute(
            wanted.where(ReferralMove.referral_id.in_(some)).order_by(ReferralMove.first_stamp)
        )
    }


def _waiting(session: Session, moves: Sequence[UUID]) -> set[UUID]:
    """Those of these moves that have not left this laptop."""
    return {
        each
        for some in _steps(moves)
        for each in session.scalars(waiting_records(session, Change.record_id.in_(some)))
    }


def checks_due(
    session: Session, today: date, ids: Sequence[UUID] | None = None
) -> dict[UUID, tuple[str, str]]:
    """Return the first check that is due, and since when, of referrals that were closed.

    Args:
        ids: of which referrals; all that are being followed without.
    """
    reversal = aliased(ReferralMove)
    taken_back = select(reversal.reverses_id).where(
        reversal.move == REVERSE, reversal.reverses_id.is_not(None)
    )
    wanted = (
        select(
            ReferralMove.referral_id, ReferralMove.move, ReferralMove.done_on,
            ReferralMove.after_days, ReferralMove.result, ReferralMove.check_result,
        )
        .where(ReferralMove.move.in_(("serve", "close", "check")))
        .where(ReferralMove.deleted.is_(False), ReferralMove.id.not_in(taken_back))
        .order_by(ReferralMove.first_stamp.desc())
    )  # fmt: skip
    if ids is None:
        last = aliased(ReferralMove)
        followed = select(Referral.id).join(last, last.id == Referral.last_move_id)
        followed = followed.where(last.to_state.in_(FOLLOWED), Referral.deleted.is_(False))
        return _due(
            session, session.execute(wanted.where(ReferralMove.referral_id.in_(followed))), today
        )
    found: dict[UUID, tuple[str, str]] = {}
    for some in _steps(ids):
        lines = session.execute(wanted.where(ReferralMove.referral_id.in_(some)))
        found |= _due(session, lines, today)
    return found


def _due(session: Session, lines: Iterable[Any], today: date) -> dict[UUID, tuple[str, str]]:
    moves: dict[UUID, list[Any]] = defaultdict(list)
    for move in lines:
        moves[move.referral_id].append(move)
    days = _check_days(session)
    found = {}
    for known, mine in moves.items():
        served = next((each for each in mine if each.move == "serve"), None)
        if served is None or any(_settles(each) for each in mine):
            continue
        since, done = PartialDate.from_iso(served.done_on).first_day, checks_done(mine)
        for code, after in days.items():
            due = since + timedelta(after)
            if code not in done and due <= today:
                found[known] = (code, due.isoformat())
                break
    return found


def _check_days(session: Session) -> Mapping[str, int]:
    """After how many days each check is made: a word of the centre's own says none."""
    terms = centre_vocabulary(session, "referral_checks").terms
    return {term.code: int(term.extra["days"]) for term in terms if "days" in term.extra}


def _settles(move: Any) -> bool:
    """Whether nothing is asked after it any more."""
    return move.result in ("not_helped", "moved") or move.check_result == "refused"


def _steps(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    left = iter(ids)
    while some := list(islice(left, _STEP)):
        yield some
