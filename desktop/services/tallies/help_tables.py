"""What the reports of help hand out: tables whose numbers carry what is behind them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal
from uuid import UUID

from desktop.models.money import baht_text
from desktop.services.needs.amounts import shown
from desktop.services.tallies.records import hide_small_table

Unit = Literal["count", "days", "satang", "amount"]
Opens = Literal[
    "need", "referral", "learner", "cash_book", "goods", "course", "credit_item", "skill_measure"
]
"""The list that a number opens."""

Pair = tuple[str, str]
"""Words in Thai and in English."""

WORDS: Final[Mapping[str, Pair]] = {
    "needs_by_kind": ("สิ่งที่ขอ แยกตามด้าน", "Needs by kind"),
    "needs_by_village": ("สิ่งที่ขอ แยกตามหมู่บ้าน", "Needs by village"),
    "answers": ("หน่วยงานตอบในกี่วัน", "Days until agencies answer"),
    "cohort": ("คนที่ส่งต่อ เข้า อยู่ ทำงาน", "In, staying, at work"),
    "cohort_parts": ("คนที่ส่งต่อ แยกละเอียด", "People referred, in detail"),
    "money": ("เงินของกองทุน (บาท)", "Money of funds (baht)"),
    "goods": ("สิ่งของ ตามหน่วย ไม่รวมกับเงิน", "Goods apart, in their units"),
    "learning_by_course": ("การเรียนรู้ แยกตามกิจกรรม", "Learning by course"),
    "learning_by_skill": ("การเรียนรู้ แยกตามกลุ่มทักษะ", "Learning by skill group"),
    "learning_by_village": ("คนและชั่วโมง แยกตามหมู่บ้านและวัย", "By village and age"),
    "learning_mixed": ("ข้ามวัย: ผู้เฒ่ากับเยาวชนพบกัน", "Old and young together"),
    "demand": ("สิ่งที่อยากเรียน", "What people want to learn"),
    "demand_by_village": ("สิ่งที่อยากเรียน ในแต่ละหมู่บ้าน", "What people want to learn, by village"),
    "credits_by_institution": ("หน่วยกิต แยกตามสถานศึกษา", "Credits by institution"),
    "credits_by_village": ("หน่วยกิต แยกตามหมู่บ้าน", "Credits by village"),
    "credits_by_strand": ("หน่วยกิต แยกตามสาระ", "Credits by strand"),
    "credit_items": ("รายการ", "Items"),
    "not_proposed": ("ยังไม่เสนอ", "Not proposed"),
    "proposed": ("เสนอ", "Proposed"),
    "submitted": ("ยื่นแล้ว", "Submitted"),
    "returned": ("ส่งกลับ", "Returned"),
    "refused": ("ไม่รับ", "Refused"),
    "credits_taken": ("รับแล้ว", "Accepted"),
    "credits_accepted": ("หน่วยกิตที่รับ", "Credits accepted"),
    "skills_by_skill": ("ทักษะก่อน–หลัง แยกตามทักษะ", "Skills before and after"),
    "skills_by_course": ("ทักษะก่อน–หลัง แยกตามกิจกรรม", "Skills by course"),
    "skills_by_village": ("ทักษะก่อน–หลัง แยกตามหมู่บ้าน", "Skills by village"),
    "skills_by_group": ("ทักษะก่อน–หลัง แยกตามกลุ่มทักษะ", "Skills by skill group"),
    "measured": ("วัดแล้ว", "Measured"),
    "measured_once": ("วัดครั้งเดียว", "Once only"),
    "risen": ("เพิ่มขึ้น", "Rose"),
    "same": ("เท่าเดิม", "Same"),
    "fallen": ("ลดลง", "Fell"),
    "mean_before": ("เฉลี่ยก่อน", "Mean before"),
    "mean_after": ("เฉลี่ยหลัง", "Mean after"),
    "from_register": ("จากทะเบียน", "Register"),
    "from_hett": ("จาก HETT", "HETT"),
    "from_plan": ("จากแผน", "Plan"),
    "all": ("ทั้งหมด", "All"),
    "met": ("ได้ครบ", "Met"),
    "part": ("ได้บางส่วน", "Partly met"),
    "none": ("ยังไม่ได้", "Unmet"),
    "sent": ("ส่งแล้ว", "Sent"),
    "answered": ("ตอบแล้ว", "Answered"),
    "median": ("ค่ากลาง (วัน)", "Median (days)"),
    "longest": ("นานสุด (วัน)", "Longest (days)"),
    "unanswered": ("ยังไม่ตอบ", "Not answered"),
    "oldest": ("รอนานสุด (วัน)", "Oldest (days)"),
    "not_synced": ("ยังไม่ซิงก์", "Not synced yet"),
    "called_back": ("เรียกคืนก่อนตอบ", "Recalled unanswered"),
    "known": ("รู้จักทั้งหมด", "Known"),
    "still_out": ("ยังอยู่นอกระบบ", "Still out"),
    "re_engaging": ("กำลังกลับ", "Re-engaging"),
    "succeeded": ("สำเร็จ", "Succeeded"),
    "nobody_has": ("ยังไม่มีใครรับ", "Nobody has it"),
    "left_again": ("หลุดอีก", "Left again"),
    "not_in": ("ไม่ได้เข้าหรือติดต่อไม่ได้", "Not in, or no contact"),
    "agency_has": ("หน่วยงานรับอยู่", "An agency has it"),
    "entered": ("เข้าแล้ว", "Entered"),
    "stayed": ("อยู่ครบ 90 วัน", "Stayed 90 days"),
    "in_work": ("มีงานทำ", "In work"),
    "people": ("คน", "People"),
    "hours": ("ชั่วโมงที่มา", "Hours attended"),
    "present": ("มา", "Present"),
    "expected": ("ควรมา", "Expected"),
    "all_held": ("ทุกครั้งที่จัด", "All held"),
    "reached": ("ถึงเกณฑ์", "Reach the rule"),
    "below": ("ต่ำกว่าเกณฑ์", "Below the rule"),
    "not_counted": ("ยังไม่ลงเวลา", "Not marked yet"),
    "child": ("ไม่ถึง 15 ปี", "Under 15"),
    "youth": ("15–24 ปี", "15 to 24"),
    "adult": ("25–59 ปี", "25 to 59"),
    "elder": ("60 ปีขึ้นไป", "60 and over"),
    "age_unknown": ("ไม่ทราบวัย", "Age not known"),
    "came_to": ("ครั้งที่มีคนมา", "Sessions"),
    "mixed": ("พบกันสองวัย", "Both there"),
    "not_mixed": ("วัยเดียว", "One age only"),
    "opening": ("ยกมา", "Opening"),
    "received": ("รับ", "In"),
    "paid": ("จ่าย", "Out"),
    "closing": ("คงเหลือ", "Closing"),
}
"""Titles and columns, in Thai and in English."""


@dataclass(frozen=True)
class Figure:
    """A number of a report.

    Attributes:
        number: None where it is hidden, or where there is none, such as a median of nothing.
        ids: the records behind it; of a book the fund.
        hidden: it is there and not shown.
        unit: satang of money; of `amount` how many of what the row names.
    """

    number: float | None
    ids: tuple[UUID, ...] = ()
    hidden: bool = False
    unit: Unit = "count"


@dataclass(frozen=True)
class HelpRow:
    """A line: what it is of, and its figures in the order of the columns.

    Attributes:
        month: of a book.
        wish: what people want to learn, who are behind its numbers.
        village_id: where they live, None for anywhere.
    """

    name: Pair
    figures: tuple[Figure, ...]
    month: str = ""
    wish: str = ""
    village_id: UUID | None = None


@dataclass(frozen=True)
class HelpTable:
    """A table of a report; `name` and `columns` are words of `WORDS`.

    Attributes:
        opens: which list the numbers open.
        total: what stands below the rows, none where nothing adds up.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[HelpRow, ...]
    opens: Opens
    total: tuple[Figure, ...] = ()


def word(code: str, *, english: bool) -> str:
    """Return a title or a heading."""
    return WORDS[code][english]


def told(figure: Figure, hidden: str) -> str:
    """Return a figure as it is read; `hidden` stands for one that is not shown."""
    if figure.hidden:
        return hidden
    if figure.number is None:
        return "–"
    if figure.unit == "satang":
        return baht_text(int(figure.number))
    if figure.unit == "amount":
        return shown(figure.number)
    return f"{round(figure.number, 1):,g}"


def counted(ids: Sequence[UUID]) -> Figure:
    """How many records there are."""
    return Figure(len(ids), tuple(ids))


def hide(
    table: HelpTable, whole: int, parts: Sequence[int], also: Collection[int] = ()
) -> HelpTable:
    """Return a table with 1 to 4 hidden in a way that no sum gives away.

    Args:
        whole: the column that the parts add up to.
        parts: the columns that do. Figures of other columns tell of the part that stands before
            them, and are hidden with it; no number opens a list any more.
        also: parts whose sums another table of the same things hides.
    """
    cells, row_sums, column_sums = hide_small_table(
        [[_count(row.figures[place]) for place in parts] for row in table.rows],
        [_count(row.figures[whole]) for row in table.rows],
        [_count(table.total[place]) for place in parts],
        [list(parts).index(place) for place in also],
    )

    def shown_of(
        figures: Sequence[Figure], total: int | None, line: Sequence[int | None]
    ) -> tuple[Figure, ...]:
        numbers = {whole: total, **dict(zip(parts, line, strict=True))}
        made: list[Figure] = []
        for place, figure in enumerate(figures):
            # A median or a longest time tells of the count before it.
            unseen = (
                numbers[place] is None if place in numbers else figure.hidden or made[-1].hidden
            )
            number = numbers.get(place, figure.number)
            made.append(Figure(None if unseen else number, (), unseen, figure.unit))
        return tuple(made)

    rows = tuple(
        replace(row, figures=shown_of(row.figures, total, line))
        for row, total, line in zip(table.rows, row_sums, cells, strict=True)
    )
    below = shown_of(table.total, _count(table.total[whole]), column_sums)
    return replace(table, rows=rows, total=below)


def hide_alike(tables: Sequence[HelpTable], whole: int, parts: Sequence[int]) -> list[HelpTable]:
    """Return tables of one and the same things with the same sums hidden below all of them.

    What one of them hides of a sum another would tell.
    """
    also: set[int] = set()
    while True:
        done = [hide(each, whole, parts, sorted(also)) for each in tables]
        found = {place for each in done for place in parts if each.total[place].hidden}
        if found == also:
            return done
        also = found


def _count(figure: Figure) -> int:
    return int(figure.number or 0)
