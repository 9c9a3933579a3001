"""The course of a referral: what each step needs, and what must be so before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import takewhile
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.dates import PartialDate
from desktop.models.moves import effective
from desktop.models.people import Contact
from desktop.models.referrals import Referral, ReferralMove
from desktop.models.tries import ContactTry
from desktop.services.moves import Lifecycle, Transition
from desktop.services.same_person import of_person

DONE: Final = frozenset({"closed", "elsewhere", "followed_up", "recalled", "unmet"})
"""States in which nobody is waited for."""

OUT: Final = frozenset({"sent", "acknowledged", "accepted", "waitlisted", "served_part"})
"""States in which the agency has it."""

FOLLOWED: Final = frozenset({"closed", "followed_up"})
"""States in which it is asked from time to time how it went on."""

_TRIES: Final = 3
_NOT_WITH_THEM: Final = ("case_conference", "meeting", "referral")
"""Contacts in which neither the learner nor the family was asked."""

_WHO: Final = (("by_id",), ("institution",))


def _may_go(session: Session, referral: Referral, _move: ReferralMove) -> None:
    """Refuse a sending to nobody, or without a word of why; consent is asked by the sending."""
    if referral.partner_id is None and referral.receiver_id is None:
        raise UserError("referral_no_receiver", field="partner_id")
    if not (referral.reason or "").strip():
        raise UserError("referral_no_reason", field="reason")


def _later(_session: Session, _referral: Referral, move: ReferralMove) -> None:
    check_later(move)


def check_later(move: ReferralMove) -> None:
    """Refuse to wait for a day that is none to wait for; UserError `referral_until_past`."""
    if (move.until or "") <= move.done_on:
        raise UserError("referral_until_past", field="until")


def _leads_on(session: Session, referral: Referral, move: ReferralMove) -> None:
    """Elsewhere is another referral of the same learner."""
    if move.decision != "elsewhere":
        return
    other = session.get(Referral, move.next_id) if move.next_id is not None else None
    same = other is not None and not other.deleted and other.learner_id == referral.learner_id
    if other is None or not same or other.id == referral.id:
        raise UserError("referral_next_missing", field="next_id")


def _heard(session: Session, referral: Referral, move: ReferralMove) -> None:
    """After the service the learner or family was heard, or tried three times."""
    met, tried = met_and_tried(session, referral, move.done_on)
    if not (met if move.known_by == "learner_says" else met + tried >= _TRIES):
        raise UserError("referral_not_heard", field="known_by")


def heard(session: Session, referral: Referral, today: date) -> bool:
    """Whether it can be closed, as to whom was asked since the service."""
    met, tried = met_and_tried(session, referral, today.isoformat())
    return met > 0 or tried >= _TRIES


def met_and_tried(session: Session, referral: Referral, day: str) -> tuple[int, int]:
    """Return how often the learner or family was met since the service, and tried to be reached.

    Args:
        day: since when it is counted where no service is noted, ISO.
    """
    served = next((m for m in effective(session, referral) if m.move == "serve"), None)
    since = PartialDate.from_iso(served.done_on).first_day if served is not None else None
    first = since.isoformat() if since is not None else day
    met = _count(
        session,
        Contact,
        of_person(Contact.learner_id, referral.learner_id),
        Contact.contact_kind.not_in(_NOT_WITH_THEM),
        Contact.on >= first,
    )
    ours = ContactTry.referral_id == referral.id
    theirs = func.coalesce(ContactTry.whom, "person") != "agency"
    return met, _count(session, ContactTry, ours, theirs, ContactTry.on >= first)


def _count(
    session: Session, cls: type[Contact | ContactTry], *narrowed: ColumnElement[bool]
) -> int:
    wanted = select(func.count()).select_from(cls).where(cls.deleted.is_(False), *narrowed)
    return session.scalar(wanted) or 0


def checks_done(moves: Iterable[Any]) -> set[str]:
    """Codes of the checks that were made since the last service, of moves the last first."""
    since = takewhile(lambda move: move.move != "serve", moves)
    return {move.after_days for move in since if move.move == "check" and move.after_days}


def _once(session: Session, referral: Referral, move: ReferralMove) -> None:
    """Each check is made once after a service."""
    moves = [each for each in effective(session, referral) if isinstance(each, ReferralMove)]
    if move.after_days in checks_done(moves):
        raise UserError("referral_checked", field="after_days")


def _step(
    code: str,
    sources: str,
    to: str,
    needs: tuple[str | tuple[tuple[str, ...], ...], ...] = (),
    takes: tuple[str, ...] = (),
    forks: tuple[str, Mapping[str, str]] | None = None,
) -> Transition:
    return Transition(
        code, frozenset(sources.split()), to, needs, (*takes, "note"), _GUARDS.get(code), forks
    )


_GUARDS: Final = {
    "send": _may_go, "waitlist": _later, "decide": _leads_on, "close": _heard,
    "check": _once,
}  # fmt: skip

REFERRING: Final = Lifecycle(
    Referral,
    (
        _step("send", "draft", "sent", ("channel",), ("by_id", "basis", "basis_reason")),
        _step("acknowledge", "sent", "acknowledged", ("channel", _WHO), ("document_id",)),
        _step("accept", "acknowledged waitlisted", "accepted", (), ("by_id", "channel")),
        _step(
            "waitlist", "acknowledged accepted waitlisted", "waitlisted", ("until",), ("channel",)
        ),
        _step(
            "decline", "acknowledged accepted waitlisted", "declined", ("decline_reason",),
            ("by_id", "channel"),
        ),
        _step(
            "decide", "declined", "unmet", ("decision",), ("next_id",),
            ("decision", {"elsewhere": "elsewhere", "again": "draft"}),
        ),
        _step(
            "serve", "accepted served_part", "served",
            ("extent", "served_what", "known_by", _WHO), ("document_id",),
            ("extent", {"part": "served_part"}),
        ),
        _step("close", "served", "closed", ("result", "known_by")),
        _step(
            "check", "closed followed_up", "followed_up",
            ("after_days", "check_result", "known_by"), (),
            ("check_result", {"left_again": "draft"}),
        ),
        _step("recall", "draft declined served " + " ".join(sorted(OUT)), "recalled", ("reason",)),
        _step("reopen", " ".join(sorted(DONE)), "draft", ("reason",)),
    ),
)  # fmt: skip
"""Sent is not done: a decline needs a decision, a service the word of who received it."""
