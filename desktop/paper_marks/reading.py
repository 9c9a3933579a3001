"""Reads a photographed sheet: its page, and for each row and date what is marked, or doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PIL import Image

from desktop.paper_marks.deciding import Chances, weights
from desktop.paper_marks.finding import find_page
from desktop.paper_marks.ink import measures
from desktop.paper_marks.layout import BOX
from desktop.paper_marks.page_codes import PageCode
from desktop.paper_marks.picture import grey_picture
from desktop.paper_marks.straightening import SCALE, Flat, lay_flat

State = Literal["marked", "blank", "doubtful"]
_AROUND: Final = int((BOX / 2 + 3.0) * SCALE)
_SURELY_BLANK: Final = 0.98


@dataclass(frozen=True, slots=True)
class Grey:
    """A grey picture: `width` bytes a row, 0 black."""

    width: int
    height: int
    dots: bytes


@dataclass(frozen=True, slots=True)
class Cell:
    """One box: what it holds, and where its middle lies on the page laid flat, in dots."""

    state: State
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Group:
    """The boxes of one row, or of one date in a row, of which exactly one is to be marked.

    Attributes:
        row: 0 is the first person's.
        number: of the date; 0 on a sheet of codes.
        marked: which box is marked or most likely is; None for none.
        sure: False: a person decides; what is said is only a guess.
    """

    row: int
    number: int
    marked: int | None
    sure: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet read from a photograph.

    Attributes:
        page: laid flat, eight dots a millimetre.
        groups: row by row.
    """

    code: PageCode
    page: Grey
    groups: tuple[Group, ...]

    def cut_out(self, group: Group) -> Grey:
        """Return the piece of the page that shows the boxes of a group."""
        first, last = group.cells[0], group.cells[-1]
        left, right = first.x - _AROUND, last.x + _AROUND
        middle = (first.y + last.y) // 2
        top, bottom = max(0, middle - _AROUND), min(self.page.height, middle + _AROUND)
        left, right = max(0, left), min(self.page.width, right)
        rows = (
            self.page.dots[row * self.page.width + left : row * self.page.width + right]
            for row in range(top, bottom)
        )
        return Grey(right - left, bottom - top, b"".join(rows))


def read_sheet(content: bytes) -> ReadSheet:
    """Read a photograph of a sheet.

    Args:
        content: JPEG, PNG, WebP or HEIC, as a telephone or a scanner wrote it.

    Raises:
        UserError: `photo_unreadable`, `photo_heic`; `photo_too_many_dots` and
            `document_too_large` (`most`); `sheet_no_codes`, `sheet_few_codes`,
            `sheet_two_pages`, `sheet_not_clear`.
    """
    grey = grey_picture(content)
    found = find_page(grey)
    flat = lay_flat(grey, found)
    chances = [weights().chances(each) for each in measures(flat)]
    return ReadSheet(found.code, _grey(flat.page), _groups(flat, chances))


def _groups(flat: Flat, chances: list[Chances]) -> tuple[Group, ...]:
    layout = flat.layout
    groups = []
    for place, verdict in enumerate(weights().verdicts(layout, chances)):
        row, number = divmod(place, layout.groups)
        start = (row + 1) * layout.code.boxes + number * layout.in_group
        own = slice(start, start + layout.in_group)
        cells = []
        pairs = zip(chances[own], flat.centres[own], strict=True)
        for index, (chance, (x, y)) in enumerate(pairs):
            state: State = "doubtful"
            if verdict.sure:
                state = "marked" if index == verdict.marked else "blank"
            elif chance.blank > _SURELY_BLANK:
                state = "blank"
            cells.append(Cell(state, x, y))
        groups.append(Group(row, number, verdict.marked, verdict.sure, tuple(cells)))
    return tuple(groups)


def _grey(image: Image.Image) -> Grey:
    return Grey(image.width, image.height, image.tobytes())
