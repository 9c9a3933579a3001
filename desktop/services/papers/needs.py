"""What is asked for, on paper: a list without names, one need as a request, a form."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Final
from uuid import UUID

from desktop.errors import UserError
from desktop.models.needs import Need
from desktop.reports.charts import SMALLEST_SHOWN
from desktop.reports.paper_data import PaperOptions
from desktop.services.needs.outside import OutsideNeed, may_be_told, never_told, outside
from desktop.services.needs.reading import found, need_detail
from desktop.services.needs.records import NeedQuery
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import (
    Listed,
    WithForm,
    lines,
    shown_amount,
    shown_assistance,
    write_list,
)
from desktop.services.rights import Right, needs

_COLUMNS: Final = (
    ("ขออะไร", "What is needed", 240.0),
    ("จำนวน", "How much", 110.0),
    ("หมู่บ้าน", "Village", 100.0),
    ("เมื่อใด", "When", 150.0),
    ("ใครให้ได้ ให้เท่าใด", "Who can give, and how much", 150.0),
)
_ONE: Final = (("เรื่อง", "Matter", 150.0), ("รายละเอียด", "Details", 600.0))
_FORM: Final = (
    ("ใครขอ (คน บ้าน หมู่บ้าน วิชา)", "Who asks (person, house, village, course)", 150.0),
    ("ขออะไร เพราะอะไร", "What, and why", 220.0),
    ("จำนวน หน่วย", "How much, unit", 90.0),
    ("ต้องได้เมื่อใด ขอซ้ำไหม", "By when; again?", 110.0),
    (
        "ให้บอกผู้ให้แค่ไหน: ไม่บอก / ไม่บอกชื่อ / บอกชื่อ ลงชื่อ",
        "May be told: no / no name / name. Signature",
        150.0,
    ),
)
_FORM_ROWS: Final = 7
_COUNTS: Final = (
    ("หมู่บ้าน", "Village", 260.0),
    ("ยังไม่ได้", "Not met", 120.0),
    ("ได้บางส่วน", "Partly met", 120.0),
    ("ได้ครบแล้ว", "Met", 120.0),
    ("รวม", "All", 120.0),
)
_MET: Final = ("none", "part", "met")


class NeedList(WithForm[NeedQuery]):
    """Prints needs as they may be told outside: nobody is named, and no small village."""

    event = "printed_needs"
    form_code = "NEED-1"
    form_title = ("ใบรับคำขอความช่วยเหลือ", "What our villages ask for")
    form_columns = _FORM
    form_room = 4

    def _listed(self, desk: PaperDesk, query: NeedQuery | None) -> Listed:
        english = desk.language == "en"
        asked = query or NeedQuery()
        rows = [
            row
            for row in found(desk.session, asked, desk.today)
            if row.state == "open" or row.state in asked.states
        ]
        told = outside(desk.session, rows)
        sections: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for need in sorted(told, key=lambda each: (each.urgency or "9", each.needed_by or "9")):
            sections[need.kind].append(_line(desk, need))
        left = len(rows) - len(told)
        count = f"{len(told)} needs" if english else f"{len(told)} รายการ"
        more = f"{left} not to be told" if english else f"ไม่ให้เล่า {left} รายการ"
        return Listed(
            "What is asked for" if english else "สิ่งที่ขอ",
            _COLUMNS,
            [(shown_assistance(desk, code), sections[code]) for code in sorted(sections)],
            " · ".join([count, *([more] if left else [])]),
            count=len(rows),
        )

    @needs(Right.PRINT)
    def write_request(self, path: Path, need_id: UUID, options: PaperOptions | None = None) -> int:
        """Write one need as a request to whoever may give, and return its pages.

        It names who needs it where they agreed to that, and never a child who was harmed.

        Raises:
            UserError: `record_unknown`; `need_not_shared`.
        """

        def told(desk: PaperDesk) -> Listed:
            detail = need_detail(desk.session, need_id, desk.today)
            row = detail.row
            never, houses = never_told(desk.session)
            if not may_be_told(row) or row.learner_id in never or row.household_id in houses:
                raise UserError("need_not_shared")
            need = desk.session.get_one(Need, need_id)
            (sparse,) = outside(desk.session, [row])
            named = row.share == "named" or not (row.learner_id or row.household_id)
            english = desk.language == "en"
            where = _village(desk, row.village_id if named else sparse.village_id)
            said = (
                ("ใครขอ", "Who asks", lines(row.who if named else _nameless(desk), where)),
                (
                    "ขออะไร",
                    "What is needed",
                    lines(shown_assistance(desk, row.kind), need.name if named else ""),
                ),
                ("เพราะอะไร", "Why", (need.text or "") if named else ""),
                ("จำนวน", "How much", shown_amount(desk, row.quantity, row.unit)),
                ("เมื่อใด", "When", _when(desk, sparse)),
                ("ผู้ให้ ลงชื่อ", "Whoever gives: signature", "\n\n"),
                ("ศูนย์รับเรื่อง ลงชื่อ", "For the centre: signature", "\n\n"),
            )
            return Listed(
                "Request for help" if english else "คำขอความช่วยเหลือ",
                _ONE,
                [("", [(en if english else th, text) for th, en, text in said if text])],
                names=(row.who,) if named and row.who else (),
                count=1,
            )

        return write_list(self._workspace, path, options, told, "printed_needs")

    @needs(Right.PRINT)
    def write_counts(self, path: Path, options: PaperOptions | None = None) -> int:
        """Write how many needs are met and unmet, by kind and village, and return its pages.

        Counts of one to four are not told where small cells are hidden.
        """
        hiding = (options or PaperOptions()).hide_small_cells

        def cell(count: int) -> str:
            small = hiding and 0 < count < SMALLEST_SHOWN
            return f"<{SMALLEST_SHOWN}" if small else f"{count:,}"

        def told(desk: PaperDesk) -> Listed:
            english = desk.language == "en"
            rows = [
                row
                for row in found(desk.session, NeedQuery(states=("open",)), desk.today)
                if not row.restricted
            ]
            counted: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
            for row in rows:
                counted[row.kind][_village(desk, row.village_id)][row.met] += 1
            sections = [
                (
                    shown_assistance(desk, kind),
                    [
                        (
                            place or ("No village" if english else "ไม่ระบุหมู่บ้าน"),
                            *(cell(each[met]) for met in _MET),
                            cell(each.total()),
                        )
                        for place, each in sorted(places.items())
                    ],
                )
                for kind, places in sorted(counted.items())
            ]
            return Listed(
                "Needs met and unmet" if english else "สิ่งที่ขอ ได้แล้วและยังไม่ได้",
                _COUNTS,
                sections,
                f"{len(rows):,} open needs" if english else f"ขออยู่ {len(rows):,} รายการ",
                count=len(rows),
            )

        return write_list(self._workspace, path, options, told, "printed_needs")


def _line(desk: PaperDesk, need: OutsideNeed) -> tuple[str, ...]:
    return (
        lines(need.name or shown_assistance(desk, need.kind)),
        shown_amount(desk, need.quantity, need.unit),
        _village(desk, need.village_id),
        _when(desk, need),
        "",
    )


def _when(desk: PaperDesk, need: OutsideNeed) -> str:
    day = ""
    if need.needed_by:
        word = "by" if desk.language == "en" else "ภายใน"
        day = f"{word} {desk.date(need.needed_by)}"
    repeats = "" if need.repeats == "once" else desk.label("need_repeats", need.repeats)
    return lines(desk.label("need_urgency", need.urgency), day, repeats)


def _village(desk: PaperDesk, village_id: UUID | None) -> str:
    village = desk.villages.get(village_id) if village_id else None
    if village is None:
        return ""
    word = "Moo" if desk.language == "en" else "หมู่"
    return f"{word} {village.moo} {village.name or ''}".strip()


def _nameless(desk: PaperDesk) -> str:
    return "Not named" if desk.language == "en" else "ไม่ระบุชื่อ"
