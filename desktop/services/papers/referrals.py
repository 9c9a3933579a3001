"""สรุปการส่งต่อ on paper: who was referred where, and where each stands."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Final

from desktop.models.referrals import Referral
from desktop.models.text import sort_key
from desktop.services.masking import sensitive_codes
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, SubjectDirectory, lines
from desktop.services.record_values import centre_vocabulary
from desktop.services.referrals.reading import found
from desktop.services.referrals.records import ReferralQuery, ReferralRow

_COLUMNS: Final = (
    ("เลขที่ ส่งเมื่อ", "Number, sent on", 90.0),
    ("ผู้เรียนรู้", "Learner", 150.0),
    ("ขออะไร", "Asked for", 170.0),
    ("อยู่ขั้นใด", "Where it stands", 150.0),
    ("หมายเหตุ", "Note", 120.0),
)


class ReferralSummary(SubjectDirectory[ReferralQuery]):
    """Prints referrals by the agency that they go to, the longest unanswered first."""

    event = "printed_referrals"

    def _listed(self, desk: PaperDesk, query: ReferralQuery | None) -> Listed:
        english = desk.language == "en"
        never = sensitive_codes("referral_services")
        everybody = [
            row
            for row in found(desk.session, query or ReferralQuery(), desk.today)
            if not row.restricted
        ]
        # A list goes through many hands: what tells of protection or justice is only counted.
        rows = [row for row in everybody if row.service not in never]
        apart = len(everybody) - len(rows)
        rows.sort(key=lambda row: (not row.receiver, sort_key(row.receiver), -row.days))
        nobody = "Not yet said to whom" if english else "ยังไม่ได้เลือกผู้รับ"
        return Listed(
            "Referrals" if english else "สรุปการส่งต่อ",
            _COLUMNS,
            [
                _agency(desk, receiver or nobody, list(of_it))
                for receiver, of_it in groupby(rows, key=lambda row: row.receiver)
            ],
            " · ".join(
                filter(
                    None,
                    (
                        f"{len(rows)} referrals" if english else f"{len(rows)} เรื่อง",
                        _apart(apart, english=english),
                        _period(desk, query or ReferralQuery()),
                    ),
                )
            ),
            tuple(row.name for row in rows),
            len(rows),
        )


def _apart(count: int, *, english: bool) -> str:
    """How many are left out; only who may see them is told."""
    if not count:
        return ""
    if english:
        return f"{count} of protection or justice left out"
    return f"ไม่รวมเรื่องคุ้มครองและกระบวนการยุติธรรม {count} เรื่อง"


def _agency(
    desk: PaperDesk, receiver: str, rows: list[ReferralRow]
) -> tuple[str, list[tuple[str, ...]]]:
    """An agency with how many stand where, and its referrals."""
    states = Counter(row.state for row in rows)
    terms = centre_vocabulary(desk.session, "referral_states").terms
    told = [
        f"{desk.label('referral_states', term.code)} {states[term.code]}"
        for term in terms
        if states[term.code]
    ]
    return " · ".join([receiver, *told]), [_line(desk, row) for row in rows]


def _period(desk: PaperDesk, query: ReferralQuery) -> str:
    english = desk.language == "en"
    since, until = (
        desk.date(day.isoformat(), short=True) if day is not None else ""
        for day in (query.sent_since, query.sent_until)
    )
    if since and until:
        return f"sent {since} to {until}" if english else f"ส่งระหว่าง {since} ถึง {until}"
    if since or until:
        since_word, until_word = ("sent since", "sent by") if english else ("ส่งตั้งแต่", "ส่งถึง")
        return f"{since_word} {since}" if since else f"{until_word} {until}"
    return ""


def _line(desk: PaperDesk, row: ReferralRow) -> tuple[str, ...]:
    referral = desk.session.get_one(Referral, row.id)
    english = desk.language == "en"
    for_days = f"{row.days} days" if english else f"{row.days} วัน"
    until = desk.date(row.until, short=True)
    waiting = (f"until {until}" if english else f"ถึง {until}") if until else ""
    return (
        lines(row.number, desk.date(row.sent_on, short=True)),
        row.name,
        lines(desk.label("referral_services", row.service), referral.asked),
        lines(desk.label("referral_states", row.state), for_days, waiting),
        "",
    )
