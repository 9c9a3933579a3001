"""ทำเนียบภาคี: the directory of partners on paper, by sector; what is confidential stays out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from desktop import reports
from desktop.errors import UserError
from desktop.models.partners import Partner
from desktop.reports.list_data import ListColumn, ListPaper, ListSection
from desktop.reports.paper_data import PaperOptions, PrintStamp
from desktop.services import audit
from desktop.services.papers.learner import PaperDesk
from desktop.services.partners.reading import contact_lines, found
from desktop.services.partners.records import PartnerQuery
from desktop.services.rights import Right, needs
from desktop.services.vocabularies import CentreLookup
from desktop.services.workspace import Workspace
from resources.clock import in_thailand

_COLUMNS: Final = (
    ("ภาคี", "Partner", 132.0),
    ("ทำอะไรได้ รับใคร", "What it does, for whom", 170.0),
    ("หมู่บ้าน ภาษา เดือนที่เปิด", "Villages, languages, months", 128.0),
    ("รับได้", "Capacity", 86.0),
    ("บันทึกข้อตกลง", "Agreement", 92.0),
    ("ถามใคร", "Whom to ask", 128.0),
)
_MONTHS_TH: Final = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
_MONTHS_EN: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip


class PartnerDirectory:
    """Prints the partners that a question finds."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def write_pdf(
        self,
        path: Path,
        query: PartnerQuery | None = None,
        options: PaperOptions | None = None,
        words: str = "",
    ) -> int:
        """Write the directory and return its pages; `words` say which partners they are.

        Raises:
            UserError: `paper_nothing_to_print`, `paper_cannot_write`.
        """
        options = options or PaperOptions()
        english = options.language == "en"
        today = self._workspace.today()
        with self._workspace.read() as session:
            rows = found(session, query or PartnerQuery(), today)
            if not rows:
                raise UserError("paper_nothing_to_print", unchanged=0)
            desk = PaperDesk(session, options.language, today)
            sections: dict[str, list[tuple[str, ...]]] = defaultdict(list)
            for row in rows:
                partner = session.get_one(Partner, row.id)
                sections[row.sector].append(_line(desk, partner, row.state))
            order = {code: place for place, code in enumerate(_sectors(desk, sections))}
            count = f"{len(rows)} partners" if english else f"{len(rows)} แห่ง"
            paper = ListPaper(
                title="Directory of partners" if english else "ทำเนียบภาคี",
                columns=tuple(ListColumn(en if english else th, s) for th, en, s in _COLUMNS),
                sections=tuple(
                    ListSection(_sector(desk, code), tuple(sections[code]))
                    for code in sorted(sections, key=lambda code: order[code])
                ),
                letterhead=desk.letterhead(),
                under=" · ".join(part for part in (words, count) if part),
                names=tuple(row.name for row in rows),
                printed=PrintStamp(
                    at=in_thailand(self._workspace.now()), by=self._workspace.user.name
                ),
            )
            options = replace(options, places=(*options.places, *desk.places))
        pages = reports.write_list(paper, path, options)
        with self._workspace.write() as session:
            audit.note(session, self._workspace, "printed_partners", count=len(rows))
        return pages


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
        for line in contact_lines(desk.session, partner.id)
        if not line.confidential
        and not line.person.restricted
        and line.entry.values["until"] is None
    ]
    served = [
        code for code in partner.groups_served or () if not desk.is_sensitive("target_groups", code)
    ]
    return (
        _lines(partner.name, desk.label("partner_states", state), partner.address),
        _lines(partner.skills, ", ".join(desk.labels("target_groups", served))),
        _lines(
            _villages(desk, partner),
            ", ".join(desk.labels("languages", partner.languages)),
            _months(partner.months_open, english),
        ),
        _capacity(desk, partner, english),
        _lines(
            partner.mou_number,
            " – ".join(filter(None, (desk.date(partner.mou_from), desk.date(partner.mou_until)))),
        ),
        _lines(*contacts, partner.phone),
    )


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def _villages(desk: PaperDesk, partner: Partner) -> str:
    served = (desk.villages.get(UUID(each)) for each in partner.villages or ())
    moos = [village.moo for village in served if village is not None]
    word = "Moo" if desk.language == "en" else "หมู่"
    return f"{word} {', '.join(moos)}" if moos else ""


def _months(months: list[int] | None, english: bool) -> str:
    if not months or len(months) == 12:
        return ""
    words = _MONTHS_EN if english else _MONTHS_TH
    return " ".join(words[each - 1] for each in sorted(months) if 1 <= each <= 12)


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
