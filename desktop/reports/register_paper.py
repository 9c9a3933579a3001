"""The learner register, on paper laid crosswise, its head on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.reports.composing import BOTTOM, Desk, foot, letterhead, print_pages
from desktop.reports.form_papers import pen_row
from desktop.reports.layout import Beside, Block, Space, flow
from desktop.reports.palette import BODY, SMALL, SMALL_STRONG
from desktop.reports.paper_data import PaperOptions, RegisterPaper, RegisterRow
from desktop.reports.sheet import A4_LANDSCAPE, MM, Sheet
from desktop.reports.tables import Cell, Row, Table

SIDE = 15 * MM
WIDTH = A4_LANDSCAPE[0] - 2 * SIDE
_HEAD = 100.0
_TOP = 18 * MM
_COLUMNS = (
    ("no", 24.0),
    ("name", 140.0),
    ("nickname", 46.0),
    ("national_id", 96.0),
    ("birth", 84.0),
    ("village", 92.0),
    ("education", 68.0),
    ("groups", 124.0),
    ("status", 62.0),
    ("plan_status", 54.0),
)


def draw_register(sheet: Sheet, register: RegisterPaper, options: PaperOptions) -> None:
    """Draw the register, one learner a row as given, or village after village.

    It ends with who made it and who checked it.
    """
    desk = Desk(options, [row.name for row in register.rows])
    words = desk.words
    blocks: list[Block] = []
    if options.by_village:
        villages: dict[tuple[str, str], list[RegisterRow]] = {}
        for row in register.rows:
            villages.setdefault((row.moo, row.village), []).append(row)
        for _, village in sorted(villages, key=lambda key: (not key[1], len(key[0]), key)):
            rows = villages[_, village]
            blocks += desk.heading(None, words.typed(village) or words("no_village"))
            blocks += [_table(rows, desk), _total(len(rows), desk)]
    elif register.rows:
        blocks = [_table(register.rows, desk)]
    if register.rows:
        closing = _total(len(register.rows), desk, whole=True)
        blocks.append(Beside([closing, *_signing(desk)], (), 1.0, 0.0))
    else:
        blocks = [desk.text(words("nobody"), BODY)]
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


def _table(rows: Sequence[RegisterRow], desk: Desk) -> Table:
    words = desk.words
    columns = [pair for pair in _COLUMNS if pair[0] != "village" or not desk.options.by_village]
    centred = SMALL.at(align="centre")
    made: list[Row] = []
    for number, row in enumerate(rows, 1):
        name = (desk.text(row.name, SMALL_STRONG), desk.text(row.code, SMALL))
        texts = {
            "nickname": row.nickname,
            "national_id": row.national_id or "-",
            "birth": row.birth + (f" ({row.age})" if row.age else ""),
            "village": row.village,
            "education": row.education,
            "groups": row.groups,
            "status": row.status,
            "plan_status": row.plan_status,
        }
        made.append(
            (
                desk.cell(words.number(number), centred),
                Cell(name if row.code else name[:1]),
                *(desk.cell(texts[key], SMALL) for key, _ in columns[2:]),
            )
        )
    head = tuple(desk.head("born" if key == "birth" else key)[0] for key, _ in columns)
    return Table(tuple(share for _, share in columns), head, tuple(made), pad_x=3.5, striped=True)


def _total(people: int, desk: Desk, *, whole: bool = False) -> Block:
    key = "total_all" if whole and desk.options.by_village else "total"
    style = SMALL_STRONG.at(align="right")
    return desk.text(desk.words(key, n=desk.words.number(people)), style, after=4.0)


def _signing(desk: Desk) -> list[Block]:
    """Return a line each for who made the list and who checked it, with office and day."""
    lines: list[Block] = [Space(6.0)]
    for key in ("maker", "checker"):
        lines.append(pen_row(desk, ((key, ""), ("position", ""), ("date", ""))))
    return lines
