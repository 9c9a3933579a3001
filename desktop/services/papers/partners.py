"""ทำเนียบภาคี: the directory of partners on paper, by sector; what is confidential stays out."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final

from desktop.models.partners import Partner
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import (
    Listed,
    SubjectDirectory,
    lines,
    shown_groups,
    shown_months,
    shown_villages,
)
from desktop.services.partners.reading import found, told_outside
from desktop.services.partners.records import PartnerQuery
from desktop.services.vocabularies import CentreLookup

_COLUMNS: Final = (
    ("ภาคี", "Partner", 132.0),
    ("ทำอะไรได้ รับใคร", "What it does, for whom", 170.0),
    ("หมู่บ้าน ภาษา เดือนที่เปิด", "Villages, languages, months", 128.0),
    ("รับได้", "Capacity", 86.0),
    ("บันทึกข้อตกลง", "Agreement", 92.0),
    ("ถามใคร", "Whom to ask", 128.0),
)


class PartnerDirectory(SubjectDirectory[PartnerQuery]):
    """Prints partners, by their sector."""

    event = "printed_partners"

    def _listed(self, desk: PaperDesk, query: PartnerQuery | None) -> Listed:
        rows = found(desk.session, query or PartnerQuery(), desk.today)
        sections: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for row in rows:
            partner = desk.session.get_one(Partner, row.id)
            sections[row.sector].append(_line(desk, partner, row.state))
        english = desk.language == "en"
        return Listed(
            "Directory of partners" if english else "ทำเนียบภาคี",
            _COLUMNS,
            [(_sector(desk, code), sections[code]) for code in _sectors(desk, sections)],
            f"{len(rows)} partners" if english else f"{len(rows)} แห่ง",
            tuple(row.name for row in rows),
            len(rows),
        )


def _sectors(desk: PaperDesk, sections: dict[str, Any]) -> list[str]:
    """The sectors in the order of their list; partners without one last."""
    terms = CentreLookup(desk.session).vocabulary("partner_types").terms
    known = [term.code for term in terms if term.code in sections]
    return [*known, *sorted(set(sections) - set(known))]


def _sector(desk: PaperDesk, code: str) -> str:
    if code:
        return desk.label("partner_types", code)
    return "Sector not stated" if desk.language == "en" else "ยังไม่ระบุภาคส่วน"


def _line(desk: PaperDesk, partner: Partner, state: str) -> tuple[str, ...]:
    english = desk.language == "en"
    contacts = [
        " ".join(part for part in (line.person.full_name, line.role, line.person.phone) if part)
        for line in told_outside(desk.session, partner.id)
        if line.entry.values["until"] is None
    ]
    return (
        lines(partner.name, desk.label("partner_states", state), partner.address),
        lines(partner.skills, shown_groups(desk, partner.groups_served)),
        lines(
            shown_villages(desk, partner.villages),
            ", ".join(desk.labels("languages", partner.languages)),
            shown_months(desk, partner.months_open),
        ),
        _capacity(desk, partner, english),
        lines(
            partner.mou_number,
            " – ".join(filter(None, (desk.date(partner.mou_from), desk.date(partner.mou_until)))),
        ),
        lines(*contacts, partner.phone),
    )


def _capacity(desk: PaperDesk, partner: Partner, english: bool) -> str:
    unit = partner.capacity_unit or ""
    parts = []
    if partner.capacity_number is not None:
        parts.append(f"{partner.capacity_number} {unit}".strip())
    if partner.capacity_free is not None:
        free = f"{partner.capacity_free} free" if english else f"ว่าง {partner.capacity_free}"
        parts.append(free)
    if parts and partner.capacity_on:
        parts.append(("as of " if english else "ณ ") + desk.date(partner.capacity_on))
    return "\n".join(parts)
