"""The tambon summary: counts and charts for people outside the centre, no names."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.reports.charts import bars, hett_bars, hidden_table, shown_count, tiles
from desktop.reports.composing import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Desk,
    foot,
    letterhead,
    page_number_above,
    print_pages,
)
from desktop.reports.layout import Block, Drawn, Space, flow
from desktop.reports.palette import BODY, DOTS_TEAL, HEADING, NOTE, SMALL, TABLE_HEAD
from desktop.reports.paper_data import Count, CrossTable, PaperOptions, SummaryPaper
from desktop.reports.sheet import A4, Sheet
from desktop.reports.tables import Cell, Row, Table

WIDTH = A4[0] - LEFT - RIGHT
_HEAD = 104.0


def draw_summary(sheet: Sheet, summary: SummaryPaper, options: PaperOptions) -> None:
    """Draw the summary."""
    desk = Desk(options)
    words = desk.words
    blocks = _blocks(summary, desk)
    pages = flow(blocks, WIDTH, A4[1] - BOTTOM - _HEAD, A4[1] - BOTTOM - TOP)
    title = words("summary")

    def furniture(on: Sheet, number: int, total: int) -> Iterator[None]:
        if number == 1:
            letterhead(on, desk, summary.letterhead, title, words.typed(summary.period))
        else:
            page_number_above(on, desk, number)
        yield
        page = words("page", n=number, m=total)
        texts = (title, words.typed(summary.period))
        foot(on, desk, texts, summary.printed, page=page)

    print_pages(sheet, pages, furniture, first_top=_HEAD, top=TOP, width=WIDTH)


def _title(text: str) -> list[Block]:
    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        sheet.fitted(text, HEADING, x, top, width)
        sheet.rule(x, top + 20, x + width, top + 20, DOTS_TEAL, 0.8)

    return [Space(12.0, keep_with_next=True), Drawn(25.0, draw, keep_with_next=True)]


def _share(part: int, whole: int, desk: Desk) -> str:
    return desk.words.typed(f"{100 * part / whole:.0f} %") if whole else ""


def _blocks(summary: SummaryPaper, desk: Desk) -> list[Block]:
    words = desk.words
    figures = [
        (words.number(summary.learners), words("learners"), ""),
        (
            words.number(summary.plans),
            words("plans"),
            _share(summary.plans, summary.learners, desk),
        ),
        (
            words.number(summary.assessed),
            words("assessed"),
            _share(summary.assessed, summary.learners, desk),
        ),
    ]
    blocks: list[Block] = [tiles(figures)]

    def chart(key: str, counts: tuple[Count, ...], *, exclusive: bool) -> None:
        blocks.extend(_title(words(key)))
        if not counts:
            blocks.append(desk.text(words("none_yet"), BODY))
            return
        blocks.extend(bars(counts, desk, WIDTH, exclusive=exclusive))
        if not exclusive:
            blocks.append(desk.text(words("several"), NOTE))

    chart("by_village", summary.villages, exclusive=True)
    chart("by_status", summary.statuses, exclusive=True)
    blocks.extend(_title(words("hett_levels")))
    if summary.hett:
        blocks.extend(hett_bars(summary.hett, desk))
    else:
        blocks.append(desk.text(words("none_yet"), BODY))
    chart("by_group", summary.groups, exclusive=False)
    chart("by_reason", summary.reasons, exclusive=False)
    if summary.village_status is not None and summary.village_status.rows:
        blocks.extend(_title(words("village_status")))
        blocks.append(_cross(summary.village_status, desk))
    if desk.options.hide_small_cells:
        blocks += [Space(8.0), desk.text(words("hidden_cells"), NOTE)]
    return blocks


def _cross(table: CrossTable, desk: Desk) -> Block:
    values = [row for _, row in table.rows]
    hiding = desk.options.hide_small_cells
    hidden = hidden_table(values) if hiding else [[False] * len(row) for row in values]
    centred = SMALL.at(align="centre")
    head = (
        desk.cell(table.row_title, TABLE_HEAD),
        *(desk.cell(name, TABLE_HEAD.at(align="centre")) for name in table.columns),
    )
    rows: list[Row] = []
    for (label, counts), hides in zip(table.rows, hidden, strict=True):
        cells: list[Cell] = [desk.cell(label, SMALL)]
        for count, hide in zip(counts, hides, strict=True):
            text = shown_count(count, hide, desk) if count else "–"
            cells.append(desk.cell(text, centred))
        rows.append(tuple(cells))
    shares = (2.4, *(1.0 for _ in table.columns))
    return Table(shares, head, tuple(rows), striped=True)
