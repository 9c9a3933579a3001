"""แผนที่ทุน on paper: by village, as counts, and a sheet for a village meeting."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Final
from uuid import UUID

from desktop.models.capital import Capital
from desktop.reports.paper_data import PaperOptions
from desktop.services.capital.reading import found, table
from desktop.services.capital.records import CapitalQuery, CapitalRow
from desktop.services.consent.of_persons import person_said_no
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import (
    Headings,
    Listed,
    WithForm,
    lines,
    shown_amount,
    shown_groups,
    shown_months,
    write_list,
)
from desktop.services.rights import Right, needs

_COLUMNS: Final = (
    ("ทุนชุมชน", "Capital", 200.0),
    ("ตรงไหน ใครเป็นเจ้าของ", "Where, whose", 190.0),
    ("ใช้ได้เมื่อใด รองรับเท่าใด", "When, how many", 120.0),
    ("เหมาะกับใคร", "For whom", 130.0),
    ("สนใจร่วม ยินดีสอน ช่วยแล้ว", "Interest, teaching, helped", 130.0),
)
_FORM: Final = (
    ("มีอะไรดี (คน ความรู้ ป่า วัด กลุ่ม กองทุน ที่ว่าง ผลผลิต งาน)", "What there is", 190.0),
    ("ใครเป็นเจ้าของ โทรศัพท์", "Whose, phone", 130.0),
    ("อยู่ตรงไหน", "Where", 100.0),
    ("เดือนที่ใช้ได้ รับได้กี่คน", "Months, how many", 110.0),
    ("สนใจร่วม ๑ ๒ ๓ ๔ ยินดีสอน", "Interest 1 2 3 4, teaches", 100.0),
    ("ใครเล่า", "Told by", 80.0),
)


class CapitalPaper(WithForm[CapitalQuery]):
    """Prints what is not confidential, by village; of people whose record is closed none."""

    event = "printed_capital"
    form_code = "CAPITAL-1"
    form_title = ("ใบสำรวจทุนชุมชน", "What our village has")
    form_columns = _FORM

    def _listed(self, desk: PaperDesk, query: CapitalQuery | None) -> Listed:
        english = desk.language == "en"
        asked = query or CapitalQuery()
        rows = [
            row
            for row in found(desk.session, asked, desk.today)
            if row.state != "ended" or "ended" in asked.states
        ]
        told = [row for row in rows if not row.restricted and not row.confidential]
        sections: dict[UUID | None, list[tuple[str, ...]]] = defaultdict(list)
        order = {each.village_id: each for each in table(desk.session).villages}
        for row in told:
            sections[row.village_id].append(_line(desk, row))
        left = len(rows) - len(told)
        count = f"{len(told)} entries" if english else f"{len(told)} รายการ"
        more = f"{left} not shown" if english else f"ไม่แสดง {left} รายการ"
        return Listed(
            "Map of community capital" if english else "แผนที่ทุนชุมชน",
            _COLUMNS,
            [
                (_place(desk, village_id), sections[village_id])
                for village_id in (*(each for each in order if each is not None), None)
                if village_id in sections
            ],
            " · ".join([count, *([more] if left else [])]),
            tuple(row.owner for row in told if row.owner),
            len(rows),
        )

    @needs(Right.PRINT)
    def write_counts(self, path: Path, options: PaperOptions | None = None) -> int:
        """Write how much of each kind every village has, and return its pages."""

        def told(desk: PaperDesk) -> Listed:
            english = desk.language == "en"
            counted = table(desk.session, outside=True)
            kinds = [kind for kind in counted.kinds if kind or counted.of_kind(kind)]
            columns: Headings = (
                ("หมู่บ้าน", "Village", 130.0),
                *((_kind(desk, kind),) * 2 + (62.0,) for kind in kinds),
                ("รวม", "All", 50.0),
            )
            rows = [
                (
                    _place(desk, each.village_id),
                    *(_number(each.counts.get(kind, 0)) for kind in kinds),
                    _number(each.total),
                )
                for each in counted.villages
            ]
            sums = (_number(counted.of_kind(kind)) for kind in kinds)
            every = ("All" if english else "รวม", *sums, _number(counted.total))
            return Listed(
                "Community capital by village and kind" if english else "ทุนชุมชนรายหมู่บ้าน",
                columns,
                [("", [*rows, every])],
                count=counted.total,
                numeric=frozenset(range(1, len(columns))),
                numbered=False,
            )

        return write_list(self._workspace, path, options, told, self.event)


def _number(count: int) -> str:
    return f"{count:,}" if count else "–"


def _kind(desk: PaperDesk, code: str) -> str:
    if code:
        return desk.label("capital_types", code)
    return "Kind not stated" if desk.language == "en" else "ยังไม่ระบุประเภท"


def _place(desk: PaperDesk, village_id: UUID | None) -> str:
    village = desk.villages.get(village_id) if village_id else None
    if village is None:
        return "Elsewhere, or not stated" if desk.language == "en" else "นอกหมู่บ้าน หรือยังไม่ระบุ"
    word = "Moo" if desk.language == "en" else "หมู่"
    return f"{word} {village.moo} {village.name or ''}".strip()


def _line(desk: PaperDesk, row: CapitalRow) -> tuple[str, ...]:
    capital = desk.session.get_one(Capital, row.id)
    english = desk.language == "en"
    silent = row.person_id is not None and person_said_no(desk.session, row.person_id, "directory")
    unnamed = "Not named" if english else "ไม่ประสงค์ออกชื่อ"
    helped = f"helped {row.helped}" if english else f"ช่วยแล้ว {row.helped} ราย"
    return (
        lines(
            row.name,
            _kind(desk, row.kind),
            capital.text,
            desk.label("capital_states", row.state) if row.state != "confirmed" else "",
        ),
        lines(row.place, unnamed if silent else lines(row.owner, row.phone)),
        lines(
            shown_months(desk, capital.months_open),
            shown_amount(desk, row.capacity, row.unit),
        ),
        shown_groups(desk, capital.groups_served),
        lines(
            desk.label("capital_interest", row.interest),
            ("Teaches" if english else "ยินดีสอน") if row.teaches else "",
            helped if row.helped else "",
        ),
    )
