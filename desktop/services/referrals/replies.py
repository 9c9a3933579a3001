"""Answers that come back by the number of a slip: the steps that they mean, taken at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.moves import state_of
from desktop.models.referrals import Referral, ReferralMove
from desktop.models.text import search_key
from desktop.services.referrals.lifecycle import DONE
from desktop.services.referrals.records import ReferralRow

_BEFORE: Final[Mapping[str, Sequence[str]]] = {
    "acknowledge": (),
    "accept": ("acknowledge",),
    "waitlist": ("acknowledge",),
    "decline": ("acknowledge",),
    "serve": ("acknowledge", "accept"),
}
"""By the step that an answer is: those that it takes for granted."""

_FEW: Final = 6
_ALIKE: Final = 0.75  # a digit that was misread in a number as short as they are

ANSWERS: Final = tuple(_BEFORE)
_LEADS: Final[Mapping[str, frozenset[str]]] = {
    "acknowledge": frozenset({"sent"}),
    "accept": frozenset({"acknowledged", "waitlisted"}),
}


FACTS: Final = (
    "done_on", "channel", "by_id", "institution", "until", "decline_reason", "extent",
    "served_what", "note",
)  # fmt: skip
"""What an agency may say with an answer."""


def spelled(number: str) -> str:
    """Return a slip's number as it is kept, however somebody wrote it."""
    return "".join(number.split()).upper()


def of_number(session: Session, number: str) -> Referral:
    """Return the referral whose last slip has a number.

    Raises:
        UserError: `slip_unknown`; `slip_done` once its referral is closed, or was sent anew.
    """
    wanted = spelled(number)
    sent = session.scalars(
        select(ReferralMove)
        .where(
            ReferralMove.move == "send",
            func.upper(ReferralMove.number) == wanted,
            ReferralMove.deleted.is_(False),
        )
        .order_by(ReferralMove.first_stamp.desc())
    ).first()
    referral = session.get(Referral, sent.referral_id) if sent is not None else None
    if sent is None or referral is None or referral.deleted:
        raise UserError("slip_unknown", field="number", number=number)
    last = session.scalars(
        select(ReferralMove)
        .where(ReferralMove.move == "send", ReferralMove.referral_id == referral.id)
        .order_by(ReferralMove.first_stamp.desc())
    ).first()
    state = state_of(session, referral)
    if state in DONE | {"draft"} or last is not sent:
        raise UserError("slip_done", field="number", number=number)
    return referral


def nearest(number: str, institution: str, rows: Sequence[ReferralRow]) -> tuple[ReferralRow, ...]:
    """Return of these referrals the few whose slip may be meant; see `near_slips`."""
    wanted, from_whom = spelled(number), search_key(institution)
    sent = {spelled(row.number): row for row in rows if row.number}
    alike = get_close_matches(wanted, sent, n=_FEW, cutoff=_ALIKE) if wanted else []
    by_sender = [
        spelled(row.number)
        for row in sorted(sent.values(), key=lambda each: each.sent_on, reverse=True)
        if from_whom and search_key(row.receiver) == from_whom
    ]
    return tuple(sent[each] for each in dict.fromkeys([*alike, *by_sender]))[:_FEW]


def steps(state: str, answer: str, facts: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return the moves that an answer means from a state, with their facts.

    Raises:
        UserError: `field_missing` without an answer.
    """
    if answer not in _BEFORE:
        raise UserError("field_missing", field="move", kind="referral_move")
    shared = {
        name: facts[name]
        for name in ("done_on", "channel", "institution", "by_id")
        if facts.get(name)
    }
    found: list[tuple[str, dict[str, Any]]] = []
    for code in _BEFORE[answer]:
        if state in _LEADS[code]:
            found.append((code, {"channel": "slip", **shared}))
            state = {"acknowledge": "acknowledged", "accept": "accepted"}[code]
    own: dict[str, Any] = {"channel": "slip", **facts}
    if answer == "serve":
        own |= {"known_by": "slip", "extent": facts.get("extent") or "whole"}
        own.pop("channel")
    return [*found, (answer, own)]
