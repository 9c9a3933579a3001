"""ใบรายชื่อค้นหา: whom to look for on a walk, a sheet for each village and who looks there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from desktop.models.leads import Lead, LeadSheet
from desktop.models.program import User
from desktop.services.leads.reading import found, numbers_of
from desktop.services.leads.records import OPEN, OUTCOMES, LeadLine, LeadQuery
from desktop.services.leads.walking import sheets_for
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, SubjectDirectory, lines
from desktop.services.papers.overviews import shown_number

_COLUMNS: Final = (
    ("ชื่อ เกิด เลขประจำตัว", "Name, birth, number", 150.0),
    ("บ้าน ผู้ดูแล โทรศัพท์", "House, carer, telephone", 152.0),
    ("ออกจากไหน ต้นทางบอกว่า", "Left from, what the list says", 150.0),
    ("ไปหาแล้ว", "Tried before", 76.0),
    ("ผล", "Result", 36.0),
    ("วันที่", "Date", 58.0),
    ("พบอะไร เรียนหรือย้ายไปไหน", "What was found, where to", 128.0),
)


@dataclass(frozen=True)
class _OnSheets(LeadQuery):
    """Sheets that were noted: the id of each, and who stands on it."""

    sheets: tuple[tuple[UUID, tuple[LeadLine, ...]], ...] = ()


class LeadSheets(SubjectDirectory[LeadQuery]):
    """Prints search sheets; whoever is no longer looked for is on them only when asked for.

    Rows are keyed back by the code of their sheet and their number on it.
    """

    event = "printed_leads"

    def _begun(self, query: LeadQuery | None) -> LeadQuery:
        asked, today = query or LeadQuery(), self._workspace.today()
        if not asked.states:
            asked = replace(asked, states=OPEN)
        with self._workspace.write() as session:
            rows = [row for row in found(session, asked, today) if not row.person.restricted]
            sheets = sheets_for(session, rows, today.isoformat())
            return _OnSheets(sheets=tuple((sheet.id, tuple(own)) for sheet, own in sheets))

    def _listed(self, desk: PaperDesk, query: LeadQuery | None) -> Listed:
        return _told(desk, query.sheets if isinstance(query, _OnSheets) else ())


def _told(desk: PaperDesk, sheets: Sequence[tuple[UUID, Sequence[LeadLine]]]) -> Listed:
    english = desk.language == "en"
    rows = [row for _sheet, own in sheets for row in own]
    numbers = numbers_of(desk.session, [row.id for row in rows])
    sections = []
    for sheet_id, own in sheets:
        sheet = desk.session.get_one(LeadSheet, sheet_id)
        told = []
        for row in own:
            number = next((each.value for each in numbers.get(row.id, ())), "")
            told.append(_line(desk, row, number))
        sections.append((_heading(desk, sheet, own[0], english), told))
    results = "  ".join(f"{each.digit} {_result(desk, each.move)}" for each in OUTCOMES)
    return Listed(
        "Search sheet" if english else "ใบรายชื่อค้นหา",
        _COLUMNS,
        sections,
        ("Result: " if english else "ผล: ") + results,
        tuple(row.name for row in rows),
        len(rows),
        apart=True,
    )


def _result(desk: PaperDesk, move: str) -> str:
    return desk.label("lead_moves", move)


def _heading(desk: PaperDesk, sheet: LeadSheet, row: LeadLine, english: bool) -> str:
    village = desk.villages.get(sheet.village_id) if sheet.village_id else None
    if village is None:
        place = "Village not known" if english else "ยังไม่รู้หมู่บ้าน"
    else:
        place = f"{'Moo' if english else 'หมู่'} {row.moo} {village.name or ''}".strip()
    user = desk.session.get(User, sheet.facilitator_id) if sheet.facilitator_id else None
    looks = (user.name if user is not None else "") or "......................................"
    who, code = ("Looks: ", "Sheet ") if english else ("ผู้ตามหา ", "รหัสใบ ")
    return f"{code}{sheet.code}   ·   {place}   ·   {who}{looks}"


def _line(desk: PaperDesk, row: LeadLine, number: str) -> tuple[str, ...]:
    lead = desk.session.get_one(Lead, row.id)
    english = desk.language == "en"
    nick = f"({row.person.nickname})" if row.person.nickname else ""
    born = desk.date(row.person.birth or None, short=True)
    first = desk.label("lead_priorities", "high") if row.priority == "high" else ""
    tried = desk.date(row.tried_on, short=True) if row.tried_on else ""
    return (
        lines(
            f"{row.name} {nick}".strip(),
            ("born " if english else "เกิด ") + born if born else "",
            shown_number(number, whole=desk.whole_numbers),
            first,
        ),
        lines(
            " ".join(filter(None, (row.hamlet, lead.address))),
            row.carer,
            " ".join(filter(None, (lead.carer_phone, row.phone))),
        ),
        lines(
            " ".join(filter(None, (row.school, desk.worded("levels", lead.school_class)))),
            desk.date(lead.left_on, short=True) if lead.left_on else "",
            _short(lead.says or ""),
        ),
        lines(tried, _short(row.told, 60)),
        "\n\n",
        "",
        "",
    )


def _short(text: str, most: int = 160) -> str:
    """A text in one line, cut where a row would become a page."""
    told = " ".join(text.split())
    return told if len(told) <= most else f"{told[: most - 1]}…"
