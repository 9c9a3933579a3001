"""Section 4 of the plan: the radar, the averages, and what the levels mean in words."""

from __future__ import annotations

from desktop.reports.composing import Desk
from desktop.reports.layout import Beside, Block, Drawn, Space, Text
from desktop.reports.palette import NOTE, SMALL, TABLE, TABLE_STRONG, dimension_badge
from desktop.reports.paper_data import HettDimension, HettPaper, HettRating
from desktop.reports.radar import draw_radar
from desktop.reports.sheet import Sheet
from desktop.reports.tables import Cell, Row, Table

_HEIGHT = 158.0
_MANY = 16
_COLUMN = 200.0
CODES = "HETD"


def hett_blocks(hett: HettPaper | None, desk: Desk) -> list[Block]:
    """Return the radar beside the averages, and the ratings; an empty radar for the pen."""
    picture = hett or HettPaper()
    by_code = {dimension.code: dimension for dimension in picture.dimensions}
    dimensions = tuple(by_code.get(code, HettDimension(code)) for code in CODES)

    def radar(sheet: Sheet, x: float, top: float, width: float) -> None:
        draw_radar(sheet, x, top, width, _HEIGHT, dimensions, desk.words)

    blocks: list[Block] = [
        Beside([Drawn(_HEIGHT, radar)], _averages(picture, dimensions, desk), 0.5)
    ]
    shown = desk.options.include_sensitive
    ratings = [rating for rating in picture.ratings if shown or not rating.sensitive]
    table = _wordings(ratings, desk)
    return [*blocks, Space(3.0), table] if table else blocks


def _averages(picture: HettPaper, dimensions: tuple[HettDimension, ...], desk: Desk) -> list[Block]:
    words = desk.words
    centred = TABLE.at(align="centre")
    strong = TABLE_STRONG.at(align="centre")
    blank = not picture.dimensions

    def figure(value: float | None) -> str:
        """Return the average, or room for the pen."""
        return "" if blank else words.average(value)

    rows: list[Row] = [
        (
            Cell(badge=dimension_badge(dimension.code)),
            desk.cell(dimension.name or words.dimension(dimension.code)),
            desk.cell(figure(dimension.first), centred),
            desk.cell(figure(dimension.last), strong),
            desk.cell(figure(dimension.target), centred),
        )
        for dimension in dimensions
    ]
    head = (
        Cell(),
        *desk.head("dimension"),
        *(_centred(cell) for cell in desk.head("first", "last", "target")),
    )
    table = Table((30.0, 78.0, 34.0, 38.0, 42.0), head, tuple(rows), pad_x=3.0, least_row=22.0)
    when = ""
    if picture.last_on is not None:
        when = words("assessed_on", date=words.date(picture.last_on))
    if picture.assessor:
        when += " " + words("by", who=picture.assessor)
    notes: list[Block] = [Space(8.0), table, Space(4.0), desk.text(words("scale"), NOTE)]
    if when:
        notes.append(desk.text(when.strip(), NOTE))
    return notes


def _centred(cell: Cell) -> Cell:
    blocks = tuple(
        Text(block.text, block.style.at(align="centre"), block.breaker)
        for block in cell.blocks
        if isinstance(block, Text)
    )
    return Cell(blocks)


def _wordings(ratings: list[HettRating], desk: Desk) -> Block | None:
    """Return the ratings by dimension, in two columns.

    With many ratings only the levels that need work keep their wording; the others stand
    together by name, so that the plan stays a paper that people read.
    """
    rows: list[Row] = []
    many = len(ratings) > _MANY
    for code in CODES:
        rated = [rating for rating in ratings if rating.dimension == code]
        if not rated:
            continue
        told = [rating for rating in rated if not many or (rating.level or 0) in (1, 2)]
        lines = [desk.text(_told(rating, desk), SMALL, after=1.5) for rating in told]
        brief = [rating for rating in rated if rating not in told]
        if brief:
            lines.append(desk.text(_brief(brief, desk), SMALL))
        half = _half([line.height(_COLUMN) for line in lines])
        rows.append(
            (
                Cell(badge=dimension_badge(code)),
                Cell(tuple(lines[:half])),
                Cell(tuple(lines[half:])),
            )
        )
    head = desk.head("goal_dimension", "ratings", "ratings")
    return Table((34.0, 210.0, 210.0), head, tuple(rows), cut_over=55.0) if rows else None


def _half(heights: list[float]) -> int:
    """Return how many go to the left column, so that the taller column is lowest."""
    return min(
        range(len(heights) + 1),
        key=lambda count: (max(sum(heights[:count]), sum(heights[count:])), -count),
    )


def _told(rating: HettRating, desk: Desk) -> str:
    words = desk.words
    level = words("not_assessed") if rating.level is None else f"{words('level')} {rating.level}"
    more = " ".join(part for part in (rating.wording, rating.raw) if part)
    return f"{rating.name} · {level}" + (f" – {more}" if more else "")


def _brief(ratings: list[HettRating], desk: Desk) -> str:
    parts = [f"{rating.name} {'–' if rating.level is None else rating.level}" for rating in ratings]
    return " · ".join(parts)
