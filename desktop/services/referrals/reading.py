"""Finding referrals, and one of them whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from desktop.models.dates import PartialDate
from desktop.models.moves import REVERSE, state_column, state_of
from desktop.models.partners import Partner
from desktop.models.people import Learner
from desktop.models.persons import Person, called
from desktop.models.referrals import Referral, ReferralMove
from desktop.models.search import key_of
from desktop.models.tries import ContactTry
from desktop.models.vocabulary import Term, Vocabulary
from desktop.services.details import empty_of, known_before, told_of
from desktop.services.record_values import centre_vocabulary, live
from desktop.services.referrals.consent import covering
from desktop.services.referrals.lifecycle import DONE, OUT, REFERRING, checks_done
from desktop.services.referrals.records import ReferralDetail, ReferralQuery, ReferralRow
from desktop.services.sync.waiting import waiting_records
from desktop.services.tries.reading import tries_of

WORTH_ASKING: Final = ("service", "urgency", "reason", "done_already", "asked", "language")
_STALL_DAYS: Final = 14
"""For services that say nothing of it, as a centre's own."""

_NOT_ANSWERED: Final = frozenset({"sent", "acknowledged", "accepted"})
"""States in which the agency is waited for."""


def found(session: Session, query: ReferralQuery, today: date) -> list[ReferralRow]:
    """Return the rows of the referrals that a question finds, by learner in Thai order."""
    last = aliased(ReferralMove)
    state = state_column(Referral)
    wanted: Select[Any] = (
        select(Referral)
        .add_columns(Learner, state, last.done_on, last.until)
        .join(Learner, Learner.id == Referral.learner_id)
        .join(last, last.id == Referral.last_move_id, isouter=True)
        .where(Referral.deleted.is_(False), Learner.deleted.is_(False))
        .order_by(Learner.sort_key, Referral.first_stamp)
    )
    if query.states:
        wanted = wanted.where(state.in_(query.states))
    for column, value in (
        (Referral.learner_id, query.learner_id),
        (Referral.partner_id, query.partner_id),
        (Learner.village_id, query.village_id),
        (Learner.facilitator_id, query.facilitator_id),
    ):
        if value is not None:
            wanted = wanted.where(column == value)
    if query.services:
        wanted = wanted.where(Referral.service.in_(query.services))
    rows = _rows(session, session.execute(wanted).all(), today)
    terms = [term for term in map(key_of, query.search.split()) if term]
    return [
        row
        for row in rows
        if all(term in key_of(f"{row.name}\n{row.receiver}\n{row.number}") for term in terms)
        and (not query.ask_again or row.ask_again)
        and (not query.waiting or waits(row))
    ]


def waits(row: ReferralRow) -> bool:
    """Whether somebody has to act on it, or to ask the agency."""
    return bool(
        row.ask_again or row.overdue or row.no_consent or row.state == "declined" or row.check
    )


def unanswered(row: ReferralRow) -> bool:
    """Whether the agency has it and is to be reminded; what it was never told of is not."""
    return row.state in _NOT_ANSWERED and not (row.no_consent or row.waits_here)


def referral_detail(session: Session, referral_id: UUID, today: date) -> ReferralDetail:
    """Return a referral whole; UserError `record_unknown`."""
    referral = live(session, Referral, referral_id)
    learner = live(session, Learner, referral.learner_id)
    state = state_of(session, referral)
    told = told_of(session, REFERRING, referral, state)
    last = session.get(ReferralMove, referral.last_move_id) if referral.last_move_id else None
    facts = (last.done_on, last.until) if last is not None else (None, None)
    (row,) = _rows(session, [(referral, learner, state, *facts)], today)
    return ReferralDetail(
        row=row,
        missing=tuple(empty_of(told["values"], WORTH_ASKING)),
        doubtful={},
        tries=tries_of(session, ContactTry, "referral_id", referral_id),
        **told,
    )


def receiver_of(session: Session, referral: Referral) -> str:
    """Return what the agency or the person is called that a referral goes to."""
    if referral.partner_id is not None:
        partner = session.get(Partner, referral.partner_id)
        return partner.name if partner is not None else ""
    person = session.get(Person, referral.receiver_id) if referral.receiver_id else None
    return called(person) if person is not None else ""


def _rows(session: Session, lines: Sequence[Any], today: date) -> list[ReferralRow]:
    services = centre_vocabulary(session, "referral_services")
    ids = [line[0].id for line in lines]
    sent = _sent(session, ids)
    checks = _checks(session, today)
    last = [line for line in lines if line[0].last_move_id is not None]
    unsent = set(session.scalars(waiting_records(session))) if last else set()
    return [
        _row(session, line, services, sent.get(line[0].id), checks, unsent, today) for line in lines
    ]


def _row(
    session: Session,
    line: Any,
    services: Vocabulary,
    sent: ReferralMove | None,
    checks: Mapping[UUID, tuple[str, str]],
    unsent: set[UUID],
    today: date,
) -> ReferralRow:
    referral, learner, state, done_on, until = line
    receiver = receiver_of(session, referral)
    stall = _stall(services, referral.service)
    heard = max(filter(None, (done_on, referral.confirmed_on)), default="")
    silent = known_before(heard, date.fromordinal(today.toordinal() - stall)) if stall else False
    since = done_on or referral.confirmed_on or ""
    out = sent is not None and state in OUT
    asked = sent is not None and sent.basis is None
    check, check_on = checks.get(referral.id, ("", ""))
    followed = state in ("closed", "followed_up")
    by_hub = sent is not None and sent.channel == "hub"
    return ReferralRow(
        id=referral.id,
        name=called(learner),
        state=state,
        confirmed_on=referral.confirmed_on or "",
        ask_again=state not in DONE and state != "waitlisted" and silent,
        learner_id=learner.id,
        partner_id=referral.partner_id,
        village_id=learner.village_id,
        facilitator_id=learner.facilitator_id,
        receiver=receiver,
        service=referral.service or "",
        urgency=referral.urgency or "",
        number=sent.number or "" if sent is not None else "",
        sent_on=sent.done_on if sent is not None else "",
        since=since,
        days=(today - PartialDate.from_iso(since).first_day).days if since else 0,
        until=until or "" if state == "waitlisted" else "",
        overdue=state == "waitlisted" and bool(until) and until < today.isoformat(),
        stall_days=stall,
        no_consent=out and asked and covering(session, learner, receiver, today) is None,
        check=check if followed else "",
        check_on=check_on if followed else "",
        waits_here=out and by_hub and referral.last_move_id in unsent,
    )


def _stall(services: Vocabulary, code: str | None) -> int:
    extra = services.term(code).extra if code and code in services else {}
    return int(extra.get("stall_days", _STALL_DAYS))


def _sent(session: Session, ids: Sequence[UUID]) -> dict[UUID, ReferralMove]:
    """The last sending of each."""
    wanted = (
        select(ReferralMove)
        .where(ReferralMove.move == "send", ReferralMove.deleted.is_(False))
        .order_by(ReferralMove.first_stamp)
    )
    if len(ids) == 1:
        wanted = wanted.where(ReferralMove.referral_id == ids[0])
    return {move.referral_id: move for move in session.scalars(wanted)}


def _checks(session: Session, today: date) -> dict[UUID, tuple[str, str]]:
    """Of each referral that was served: the first check that is due, and since when."""
    wanted = (
        select(ReferralMove)
        .where(ReferralMove.move.in_(("serve", "close", "check", REVERSE)))
        .where(ReferralMove.deleted.is_(False))
        .order_by(ReferralMove.first_stamp.desc())
    )
    back: set[UUID] = set()
    moves: dict[UUID, list[ReferralMove]] = defaultdict(list)
    for move in session.scalars(wanted):
        if move.reverses_id is not None:
            back.add(move.reverses_id)
        elif move.id not in back:
            moves[move.referral_id].append(move)
    # A word of the centre's own says no number of days: it is asked after only by hand.
    terms = [term for term in _check_terms(session) if "days" in term.extra]
    days = {term.code: int(term.extra["days"]) for term in terms}
    found = {}
    for known, mine in moves.items():
        served = next((each for each in mine if each.move == "serve"), None)
        if served is None or any(_settles(each) for each in mine):
            continue
        since, done = PartialDate.from_iso(served.done_on).first_day, checks_done(mine)
        due = {code: (since + timedelta(after)).isoformat() for code, after in days.items()}
        late = [code for code in due if code not in done and due[code] <= today.isoformat()]
        if late:
            found[known] = (late[0], due[late[0]])
    return found


def _check_terms(session: Session) -> Sequence[Term]:
    return centre_vocabulary(session, "referral_checks").terms


def _settles(move: ReferralMove) -> bool:
    """Whether nothing is asked after it any more."""
    return move.result in ("not_helped", "moved") or move.check_result == "refused"
