"""What is offered, on paper: the list, one offer as a promise to sign, and a form for a meeting."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Final
from uuid import UUID

from desktop.models.needs import Offer
from desktop.reports.paper_data import PaperOptions
from desktop.services.consent.of_persons import person_said_no
from desktop.services.offers.reading import found, offer_detail
from desktop.services.offers.records import OfferQuery, OfferRow
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import (
    Listed,
    WithForm,
    lines,
    shown_amount,
    shown_assistance,
    shown_months,
    shown_villages,
    write_list,
)
from desktop.services.restricted import refuse
from desktop.services.rights import Right, needs

_COLUMNS: Final = (
    ("ให้อะไร", "What is offered", 200.0),
    ("จำนวน", "How much", 100.0),
    ("ใครให้", "Who gives", 170.0),
    ("เงื่อนไข", "Conditions", 140.0),
    ("ให้ใคร เมื่อใด", "For whom, when", 140.0),
)
_ONE: Final = (("เรื่อง", "Matter", 150.0), ("รายละเอียด", "Details", 600.0))
_FORM: Final = (
    ("ใครให้ โทรศัพท์", "Who gives, phone", 150.0),
    ("ให้อะไร", "What", 200.0),
    ("จำนวน หน่วย", "How much, unit", 90.0),
    ("ให้หมู่ใด เดือนใด ถึงเมื่อใด", "Villages, months, until", 150.0),
    ("เงื่อนไข ลงชื่อ", "Conditions, signature", 130.0),
)


class OfferList(WithForm[OfferQuery]):
    """Prints offers, by kind; of people whose record is closed to use none."""

    event = "printed_offers"
    form_code = "OFFER-1"
    form_title = ("ใบรับคำเสนอให้ความช่วยเหลือ", "What can be given")
    form_columns = _FORM

    def _listed(self, desk: PaperDesk, query: OfferQuery | None) -> Listed:
        english = desk.language == "en"
        asked = query or OfferQuery()
        rows = [
            row
            for row in found(desk.session, asked, desk.today)
            if (row.state == "open" or row.state in asked.states) and not row.restricted
        ]
        sections: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for row in rows:
            sections[row.kind].append(_line(desk, row))
        return Listed(
            "What is offered" if english else "สิ่งที่เสนอให้",
            _COLUMNS,
            [(shown_assistance(desk, code), sections[code]) for code in sorted(sections)],
            f"{len(rows)} offers" if english else f"{len(rows)} รายการ",
            tuple(row.giver for row in rows if row.giver),
            len(rows),
        )

    @needs(Right.PRINT)
    def write_promise(self, path: Path, offer_id: UUID, options: PaperOptions | None = None) -> int:
        """Write one offer for its giver to sign, and return its pages.

        Raises:
            UserError: `record_unknown`; `person_restricted`.
        """

        def told(desk: PaperDesk) -> Listed:
            row = offer_detail(desk.session, offer_id, desk.today).row
            if row.person_id is not None:
                refuse(desk.session, row.person_id)
            what, amount, giver, conditions, when = _line(desk, row)
            english = desk.language == "en"
            said = (
                ("ใครให้", "Who gives", giver),
                ("ให้อะไร", "What is offered", lines(shown_assistance(desk, row.kind), what)),
                ("จำนวน", "How much", amount),
                ("ให้ใคร เมื่อใด", "For whom, when", when),
                ("เงื่อนไข", "Conditions", conditions),
                ("ผู้ให้ ลงชื่อ", "Whoever gives: signature", "\n\n"),
                ("ศูนย์รับเรื่อง ลงชื่อ", "For the centre: signature", "\n\n"),
            )
            return Listed(
                "Offer of help" if english else "คำเสนอให้ความช่วยเหลือ",
                _ONE,
                [("", [(en if english else th, text) for th, en, text in said if text])],
                names=(row.giver,) if row.giver else (),
                count=1,
            )

        return write_list(self._workspace, path, options, told, "printed_offers")


def _line(desk: PaperDesk, row: OfferRow) -> tuple[str, ...]:
    offer = desk.session.get_one(Offer, row.id)
    silent = row.person_id is not None and person_said_no(desk.session, row.person_id, "directory")
    unnamed = "Not named" if desk.language == "en" else "ไม่ประสงค์ออกชื่อ"
    return (
        lines(row.name, offer.text),
        shown_amount(desk, row.quantity, row.unit),
        unnamed if silent else lines(row.giver, row.phone),
        offer.conditions or "",
        lines(
            shown_villages(desk, offer.villages),
            shown_months(desk, offer.months_open),
            ", ".join(desk.labels("languages", offer.languages)),
            _until(desk, row.until),
        ),
    )


def _until(desk: PaperDesk, iso: str) -> str:
    if not iso:
        return ""
    word = "until" if desk.language == "en" else "ถึง"
    return f"{word} {desk.date(iso)}"
