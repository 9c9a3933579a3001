"""ใบส่งต่อ with its reply to tear off, a blank one, and the letter after what is unanswered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.partners import Partner
from desktop.models.referrals import Referral, ReferralSending, ReferralWords
from desktop.models.text import sort_key
from desktop.progress import Progress, SilentProgress
from desktop.reports.paper_data import PaperOptions
from desktop.services.masking import sensitive_codes
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, lines, write_list, write_lists
from desktop.services.record_values import live
from desktop.services.referrals.reading import found, unanswered
from desktop.services.referrals.records import ReferralQuery, ReferralRow
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

_SLIP: Final = (
    ("เรื่อง", "Matter", 120.0),
    ("รายละเอียด", "Details", 255.0),
    ("เรื่อง", "Matter", 120.0),
    ("รายละเอียด", "Details", 255.0),
)
_COVER: Final = (
    ("ส่งถึง", "To", 190.0),
    ("ใบ", "Slips", 45.0),
    ("เลขที่", "Numbers", 270.0),
    ("ผู้รับ ลงชื่อ วันที่", "Received by: signature, date", 200.0),
)
_LETTER: Final = (
    ("เลขที่", "Number", 75.0),
    ("ส่งเมื่อ นานแล้ว", "Sent on, ago", 110.0),
    ("ผู้เรียนรู้", "Learner", 150.0),
    ("ขออะไร", "Asked for", 170.0),
    ("รับ / รอถึง / รับไม่ได้เพราะ", "Accepted / wait until / declined since", 200.0),
)


class ReferralSlips:
    """Prints what goes to agencies; a slip says what was sent, word for word."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def write_slip(self, path: Path, referral_id: UUID, options: PaperOptions | None = None) -> int:
        """Write the last slip that was sent of a referral, and return its pages.

        Raises:
            UserError: `record_unknown`; `referral_not_sent`; as `write_list`.
        """

        def told(desk: PaperDesk) -> Listed:
            content = _sent(desk.session, referral_id)
            return _slip(desk, content)

        return write_list(self._workspace, path, options, told, "printed_referral_slip")

    @needs(Right.PRINT)
    def write_slips(
        self,
        path: Path,
        query: ReferralQuery | None = None,
        options: PaperOptions | None = None,
        progress: Progress | None = None,
    ) -> int:
        """Write the last slip of each referral that a question finds, a page each, by agency.

        Over several lies a sheet that names no learner, by which each agency signs for its slips.

        What tells of protection or justice is printed by itself, not among others; who may not be
        used, or took consent back, is left out.

        Raises:
            UserError: `paper_nothing_to_print`; as `write_lists`.
            Cancelled: once the person has asked to stop; no file is left.
        """
        progress = progress or SilentProgress()

        def told(desk: PaperDesk) -> list[Listed]:
            never = sensitive_codes("referral_services")
            rows = [
                row
                for row in found(desk.session, query or ReferralQuery(), desk.today)
                if row.number
                and not row.restricted
                and row.service not in never
                and not row.no_consent
            ]
            rows.sort(key=lambda row: (sort_key(row.receiver), row.number))
            slips = []
            for number, row in enumerate(rows):
                progress.step(number, len(rows), "gathering")
                slips.append(_slip(desk, _sent(desk.session, row.id)))
            return [_cover(desk, rows), *slips] if len(slips) > 1 else slips

        return write_lists(self._workspace, path, options, told, "printed_referral_slip", progress)

    @needs(Right.PRINT)
    def write_form(self, path: Path, options: PaperOptions | None = None) -> int:
        """Write a blank slip to be filled in with a pen, and return its pages; nobody is named."""
        return write_list(self._workspace, path, options, lambda desk: _slip(desk, {}))

    @needs(Right.PRINT)
    def write_letter(
        self, path: Path, partner_id: UUID, options: PaperOptions | None = None
    ) -> int:
        """Write the letter that lists all an agency has not answered, and return its pages.

        Who has taken consent back, or may not be used, is left out, and so is whatever tells of
        protection or justice: a list goes through many hands.

        Raises:
            UserError: `record_unknown`; `paper_nothing_to_print`.
        """

        def told(desk: PaperDesk) -> Listed:
            english = desk.language == "en"
            agency = live(desk.session, Partner, partner_id)
            never = sensitive_codes("referral_services")
            rows = [
                row
                for row in found(desk.session, ReferralQuery(partner_id=partner_id), desk.today)
                if unanswered(row) and not row.restricted and row.service not in never
            ]
            rows.sort(key=lambda row: row.sent_on)
            asks = (
                f"To {agency.name}. Please say how far these are; {len(rows)} are unanswered."
                if english
                else f"เรียน {agency.name} ขอทราบความคืบหน้า {len(rows)} เรื่อง กรุณาเขียนตอบแล้วส่งคืน"
            )
            return Listed(
                "Reminder of referrals" if english else "หนังสือติดตามเรื่องที่ส่งต่อ",
                _LETTER,
                [
                    (
                        "",
                        [
                            (
                                row.number,
                                lines(
                                    desk.date(row.sent_on, short=True),
                                    f"{row.days} days" if english else f"{row.days} วัน",
                                ),
                                row.name,
                                lines(
                                    desk.label("referral_services", row.service),
                                    desk.session.get_one(Referral, row.id).asked,
                                ),
                                "\n",
                            )
                            for row in rows
                        ],
                    )
                ],
                asks,
                tuple(row.name for row in rows),
                len(rows),
            )

        return write_list(self._workspace, path, options, told, "printed_referral_letter")


def _cover(desk: PaperDesk, rows: Sequence[ReferralRow]) -> Listed:
    """What goes to whom, to be signed for; what lies on top names no learner."""
    english = desk.language == "en"
    by_agency: dict[str, list[str]] = {}
    for row in rows:
        by_agency.setdefault(row.receiver, []).append(row.number)
    return Listed(
        "Referral slips handed over" if english else "ใบปะหน้าใบส่งต่อ",
        _COVER,
        [("", [(to, str(len(each)), "  ".join(each), "\n") for to, each in by_agency.items()])],
        f"{len(rows)} slips" if english else f"รวม {len(rows)} ใบ",
        tuple(by_agency),
        numeric=frozenset({1}),
        numbered=True,
    )


def _sent(session: Session, referral_id: UUID) -> Mapping[str, Any]:
    live(session, Referral, referral_id)
    wanted = (
        select(ReferralWords)
        .join(ReferralSending, ReferralSending.words_id == ReferralWords.id)
        .where(ReferralSending.matter_id == referral_id, ReferralSending.deleted.is_(False))
        .order_by(ReferralSending.first_stamp.desc())
    )
    words = session.scalars(wanted).first()
    if words is None:
        raise UserError("referral_not_sent")
    return words.content


def _slip(desk: PaperDesk, content: Mapping[str, Any]) -> Listed:
    english = desk.language == "en"
    number = str(content.get("number") or "................")
    reply = (
        f"Reply to {number} (tear off and return)" if english else f"ใบตอบรับ เลขที่ {number} (ฉีกส่งคืน)"
    )
    return Listed(
        f"Referral {number}" if english else f"ใบส่งต่อ เลขที่ {number}",
        _SLIP,
        [
            ("", _paired(desk, _asked(desk, content))),
            (reply, _paired(desk, [(th, en, "\n") for th, en in _REPLY])),
        ],
        names=(str(content["name"]),) if content else (),
        count=1 if content else None,
        code="" if content else "SLIP-1",
    )


def _paired(desk: PaperDesk, said: Sequence[tuple[str, str, str]]) -> list[tuple[str, ...]]:
    """Two headings to a row with what stands there, so that slip and reply are one sheet."""
    cells = [(en if desk.language == "en" else th, text or "\n") for th, en, text in said]
    half = (len(cells) + 1) // 2
    return [
        (*left, *right)
        for left, right in zip_longest(cells[:half], cells[half:], fillvalue=("", ""))
    ]


_REPLY: Final = (
    ("รับเรื่องวันที่", "Received on"),
    ("รับ / รอคิวถึงวันที่ / รับไม่ได้เพราะ", "Accepted / wait until / declined since"),
    ("บริการที่ให้ วันที่", "Service given, on"),
    ("นัดครั้งต่อไป", "Next appointment"),
    ("ผู้รับ ลงชื่อ โทร", "Received by: signature, phone"),
)


def _asked(desk: PaperDesk, said: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """The upper part: each heading in both languages, and what stands there."""

    def of(name: str) -> str:
        return str(said.get(name) or "")

    born = desk.date(of("birth"), estimated=bool(said.get("birth_estimated"))) if said else ""
    age = desk.age(of("birth"), bool(said.get("birth_estimated"))) if said else ""
    carers = [
        " ".join(
            filter(None, (each["name"], desk.label("relations", each["relation"]), each["phone"]))
        )
        for each in said.get("carers", ())
    ]
    place = " ".join(filter(None, (of("house_number"), of("village"), of("address"))))
    schooling = " · ".join(
        filter(
            None,
            (desk.label("levels", of("level_current") or of("level_last")), of("current_place")),
        )
    )
    asked = lines(desk.label("referral_services", of("service")), of("asked"))
    return [
        ("วันที่ จาก", "Day, from", lines(desk.date(of("sent_on")), of("sender"))),
        ("ถึง", "To", of("receiver")),
        ("ชื่อ อายุ", "Name, age", lines(of("name"), " · ".join(filter(None, (born, age))))),
        ("ที่อยู่ โทรศัพท์", "Address, phone", lines(place, of("phone"))),
        ("ผู้ดูแล", "Carers", lines(*carers)),
        ("การเรียน", "Schooling", schooling),
        ("เหตุที่ส่งต่อ", "Reason", of("reason")),
        ("สิ่งที่ทำแล้ว", "Done already", of("done_already")),
        ("สิ่งที่ขอให้ช่วย", "What is asked", asked),
        (
            "ภาษา ข้อควรระวัง",
            "Language, cautions",
            lines(desk.label("languages", of("language")), of("cautions")),
        ),
        ("ผู้ส่ง ลงชื่อ โทร", "Sent by: signature, phone", ""),
    ]
