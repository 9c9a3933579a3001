"""The learner register, on paper laid crosswise, its head on every page."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.reports.composing import BOTTOM, Desk, foot, letterhead, print_pages
from desktop.reports.layout import Block, flow
from desktop.reports.palette import BODY, SMALL, SMALL_STRONG
from desktop.reports.paper_data import PaperOptions, RegisterPaper
from desktop.reports.sheet import A4_LANDSCAPE, MM, Sheet
from desktop.reports.tables import Cell, Row, Table

SIDE = 15 * MM
WIDTH = A4_LANDSCAPE[0] - 2 * SIDE
_HEAD = 100.0
_TOP = 18 * MM
_COLUMNS = (
    ("no", 24.0),
    ("name", 148.0),
    ("nickname", 46.0),
    ("national_id", 98.0),
    ("birth", 82.0),
    ("village", 92.0),
    ("education", 72.0),
    ("groups", 116.0),
    ("status", 62.0),
    ("plan_status", 50.0),
)


def draw_register(sheet: Sheet, register: RegisterPaper, options: PaperOptions) -> None:
    """Draw the register; rows stand as given, one learner each."""
    desk = Desk(options, [row.name for row in register.rows])
    words = desk.words
    centred = SMALL.at(align="centre")
    rows: list[Row] = []
    for number, row in enumerate(register.rows, 1):
        name = (desk.text(row.name, SMALL_STRONG), desk.text(row.code, SMALL.at(size=7.8)))
        born = row.birth + (f" ({row.age})" if row.age else "")
        texts = (row.nickname, row.national_id or "-", born, row.village, row.education)
        rest = (row.groups, row.status, row.plan_status)
        rows.append(
            (
                desk.cell(words.number(number), centred),
                Cell(name if row.code else name[:1]),
                *(desk.cell(text, SMALL) for text in (*texts, *rest)),
            )
        )
    head = tuple(desk.head("born" if key == "birth" else key)[0] for key, _ in _COLUMNS)
    table = Table(tuple(share for _, share in _COLUMNS), head, tuple(rows), pad_x=3.5, striped=True)
    blocks: list[Block] = [table] if rows else [desk.text(words("nobody"), BODY)]
    room = A4_LANDSCAPE[1] - BOTTOM
    pages = flow(blocks, WIDTH, room - _HEAD, room - _TOP)
    count = words("people", n=words.number(len(register.rows)))
    under = " · ".join(part for part in (words.typed(register.filter), count) if part)
    title = words("register")

    def furniture(on: Sheet, number: int, total: int) -> Iterator[None]:
        if number == 1:
            letterhead(on, desk, register.letterhead, title, under, left=SIDE)
        yield
        page = words("page", n=number, m=total)
        foot(on, desk, (title, under), register.printed, left=SIDE, right=SIDE, page=page)

    print_pages(sheet, pages, furniture, first_top=_HEAD, top=_TOP, left=SIDE, width=WIDTH)
