"""What referrals bring: their workbook, and what is stuck, for the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.people import Contact
from desktop.models.tries import ContactTry
from desktop.services.brought import Brought, Found, about, ask_again
from desktop.services.referrals.lifecycle import DONE
from desktop.services.referrals.reading import found
from desktop.services.referrals.records import ReferralQuery, ReferralRow
from desktop.services.referrals.waiting import waiting
from desktop.services.referrals.workbook import ReferralBook
from desktop.services.tries.reading import due_again, last_tries

_CODES: Final = (
    "referral_ask_again", "referral_waiting", "referral_declined", "referral_consent",
    "referral_check", "referral_reply_waiting", "referral_try",
)  # fmt: skip
REPLY: Final = "referral_reply"
"""The screen on which answers are keyed."""


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each referral that waits for somebody."""
    rows = found(session, ReferralQuery(), today)
    yield from _tries(session, rows, today)
    for row in rows:
        for line in _of(row):
            told = {**line.values, "receiver": row.receiver, "state": row.state, "days": row.days}
            told["check"] = row.check
            yield replace(line, values=told)
    for reply in waiting(session):
        at = f"{REPLY}:{reply.id}:{reply.problem}"
        said = {"name": reply.number, "institution": reply.institution, "answer": reply.answer}
        said["problem"] = reply.problem
        urgency = 3 if reply.problem == "slip_unknown" else 2
        yield Found(
            at, "referral_reply_waiting", urgency, reply.done_on, None, REPLY, str(reply.id), said
        )


def _tries(session: Session, rows: Sequence[ReferralRow], today: date) -> Iterator[Found]:
    """Give a line for each of which somebody was not reached, once the day came to try again."""
    going = {row.id: row for row in rows if row.state not in DONE or row.check}
    for known, last in last_tries(session, ContactTry, "referral_id", going).items():
        row = going[known]
        met = session.scalar(
            select(func.max(Contact.on)).where(
                Contact.learner_id == row.learner_id, Contact.deleted.is_(False)
            )
        )
        if due_again(last, today, max(row.since, met or "")):
            day = last.next_on or ""
            told = about("referral", row, f"try:{last.id}", "referral_try", 1, day)
            yield replace(told, values={**told.values, "whom": last.whom or "", "on": last.on})


def _of(row: ReferralRow) -> Iterator[Found]:
    at = f"{row.id}:{row.since}"
    if row.no_consent:
        yield about("referral", row, f"referral_consent:{at}", "referral_consent", 1)
    if row.check:
        line = f"referral_check:{row.id}:{row.check}:{row.check_on}"
        yield about("referral", row, line, "referral_check", 2, row.check_on)
    if row.state == "declined":
        yield about("referral", row, f"referral_declined:{at}", "referral_declined", 1, row.since)
    elif row.overdue:
        line = f"referral_waiting:{at}:{row.until}"
        yield about("referral", row, line, "referral_waiting", 2, row.until)
    elif row.ask_again:
        yield replace(ask_again("referral", row), urgency=1 if row.urgency == "now" else 2)


REFERRALS: Final = Brought(codes=_CODES, day=_lines, book=ReferralBook())
