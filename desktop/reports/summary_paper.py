"""The tambon summary: counts and charts for people outside the centre, no names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.reports.charts import bars, hett_bars, hidden_cells, hidden_table, shown_count, tiles
from desktop.reports.composing import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Desk,
    fewest_pages,
    foot,
    letterhead,
    page_number_above,
    print_pages,
)
from desktop.reports.layout import Block, Drawn, Page, Space, flow
from desktop.reports.palette import BODY, DOTS_TEAL, HEADING, NOTE, SMALL, TABLE_HEAD
from desktop.reports.paper_data import Count, CrossTable, PaperOptions, SummaryPaper
from desktop.reports.sheet import A4, Sheet
from desktop.reports.tables import Cell, Row, Table
from desktop.reports.text import Style

WIDTH = A4[0] - LEFT - RIGHT
_HEAD = 104.0


def draw_summary(sheet: Sheet, summary: SummaryPaper, options: PaperOptions) -> None:
    """Draw the summary."""

    def compose(desk: Desk) -> list[Page]:
        return flow(_blocks(summary, desk), WIDTH, A4[1] - BOTTOM - _HEAD, A4[1] - BOTTOM - TOP)

    desk, pages = fewest_pages(compose, options)
    words = desk.words
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


def _title(text: str, desk: Desk) -> list[Block]:
    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        sheet.fitted(text, HEADING, x, top, width)
        sheet.rule(x, top + 20, x + width, top + 20, DOTS_TEAL, 0.8)

    gap = 6.0 if desk.tight else 12.0
    return [Space(gap, keep_with_next=True), Drawn(25.0, draw, keep_with_next=True)]


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
    if desk.options.hide_small_cells:
        blocks.append(desk.text(words("hidden_cells"), NOTE))

    def chart(key: str, counts: tuple[Count, ...], *, exclusive: bool) -> None:
        blocks.extend(_title(words(key), desk))
        if not counts:
            blocks.append(desk.text(words("none_yet"), BODY))
            return
        blocks.extend(bars(counts, desk, WIDTH, exclusive=exclusive))
        if not exclusive:
            blocks.append(desk.text(words("several"), NOTE))

    chart("by_village", summary.villages, exclusive=True)
    chart("by_status", summary.statuses, exclusive=True)
    blocks.extend(_title(words("hett_levels"), desk))
    if summary.hett:
        blocks.extend(hett_bars(summary.hett, desk))
    else:
        blocks.append(desk.text(words("none_yet"), BODY))
    chart("by_group", summary.groups, exclusive=False)
    chart("by_reason", summary.reasons, exclusive=False)
    if summary.village_status is not None and summary.village_status.rows:
        blocks.extend(_title(words("village_status"), desk))
        blocks.append(_cross(summary.village_status, desk))
    return blocks


def _cross(table: CrossTable, desk: Desk) -> Block:
    values = [row for _, row in table.rows]
    hiding = desk.options.hide_small_cells
    hidden = hidden_table(values) if hiding else [[False] * len(row) for row in values]
    centred = SMALL.at(align="centre")
    head = (
        desk.cell(table.row_title, TABLE_HEAD),
        *(
            desk.cell(name, TABLE_HEAD.at(align="centre"))
            for name in (*table.columns, desk.words("total_word"))
        ),
    )
    rows: list[Row] = []

    def figures(counts: Sequence[int], hides: Sequence[bool], style: Style) -> list[Cell]:
        return [
            desk.cell(shown_count(count, hide, desk) if count else "–", style)
            for count, hide in zip(counts, hides, strict=True)
        ]

    # Sums are hidden by the same rule as the charts of the same figures above.
    sums, below = (
        [sum(row) for row in values],
        [sum(column) for column in zip(*values, strict=True)],
    )
    hidden_sums = hidden_cells(sums) if hiding else [False] * len(sums)
    hidden_below = hidden_cells(below) if hiding else [False] * len(below)
    strong = centred.at(face="Bold")
    for (label, counts), hides, total, hide in zip(
        table.rows, hidden, sums, hidden_sums, strict=True
    ):
        rows.append(
            (
                desk.cell(label, SMALL),
                *figures(counts, hides, centred),
                *figures((total,), (hide,), strong),
            )
        )
    last = figures((*below, sum(below)), (*hidden_below, False), strong)
    rows.append((desk.cell(desk.words("total_word"), SMALL.at(face="Bold")), *last))
    shares = (2.4, *(1.0 for _ in table.columns), 0.8)
    return Table(shares, head, tuple(rows), striped=True)
