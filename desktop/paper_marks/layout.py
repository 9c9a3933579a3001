"""Where everything stands on a sheet, in millimetres from the upper left corner of A4.

The code of a page alone gives its layout, so that a photograph needs no record to be read. The
measures were tried on printed and photographed pages: nothing is printed inside a box, nothing
nearer than 1.5 mm to a square, and six millimetres lie between the boxes and a signature.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from desktop.paper_marks.page_codes import PageCode

WIDTH: Final = 210.0
HEIGHT: Final = 297.0
BOX: Final = 5.0
LINE: Final = 0.25
"""How thick the frame of a box is."""
MODULE: Final = 0.8
"""One dot of a QR."""
QR: Final = 21 * MODULE
SQUARE: Final = 2.0
"""The side of a solid square at the end of a row or column."""
TOP: Final = 47.0
"""The middle of the first row, which stays blank."""
LEFT_SQUARES: Final = 11.0
RIGHT_SQUARES: Final = WIDTH - 11.0
NAMES_FROM: Final = 15.0
SIGNING: Final = (167.8, 195.0)
"""Where one signs, on a sheet of codes."""

_EDGE: Final = 10.0
_LOWEST: Final = 262.0
_WIDEST_PITCH: Final = 11.0
_ABOVE: Final = 8.0
_BELOW: Final = 5.8
_CODES_FROM: Final = 88.0
_CODES_PITCH: Final = 8.2
_DATES_FROM: Final = 75.5
_DATES_PITCH: Final = 12.0
_PAIR: Final = 5.8

Side = Literal["left", "right", "top", "bottom"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A box to be marked; `row` is -1 and the number of rows for the two that stay blank."""

    row: int
    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet laid out as its code says."""

    code: PageCode

    @property
    def pitch(self) -> float:
        """How far apart rows stand."""
        return min(_WIDEST_PITCH, (_LOWEST - TOP) / (self.code.rows + 1))

    @property
    def rows(self) -> range:
        """Every row of boxes, the blank ones above and below with them."""
        return range(-1, self.code.rows + 1)

    @property
    def bottom(self) -> float:
        """The middle of the last row, which stays blank."""
        return self.row_y(self.code.rows)

    @property
    def boxes_from(self) -> float:
        """Where the first box begins."""
        return self.box_x(0) - BOX / 2

    @property
    def in_group(self) -> int:
        """How many boxes belong together, of which one is to be marked."""
        return 2 if self.code.kind == "dates" else self.code.boxes

    @property
    def groups(self) -> int:
        """How many such groups a row has."""
        return self.code.boxes // self.in_group

    def row_y(self, row: int) -> float:
        """The middle of a row."""
        return TOP + (row + 1) * self.pitch

    def box_x(self, number: int) -> float:
        """The middle of a box in its row."""
        if self.code.kind == "codes":
            return _CODES_FROM + (number + 0.5) * _CODES_PITCH
        date, second = divmod(number, 2)
        middle = _DATES_FROM + (date + 0.5) * _DATES_PITCH
        return middle + (second - 0.5) * _PAIR

    def boxes(self) -> Iterator[Box]:
        """Every box, row by row, the blank ones with them."""
        for row in self.rows:
            for number in range(self.code.boxes):
                yield Box(row, number, self.box_x(number), self.row_y(row))

    def squares(self) -> dict[Side, list[Point]]:
        """The middles of the solid squares that show how the paper is bent."""
        above, below = TOP - _ABOVE, self.bottom + _BELOW
        return {
            "left": [(LEFT_SQUARES, self.row_y(row)) for row in self.rows],
            "right": [(RIGHT_SQUARES, self.row_y(row)) for row in self.rows],
            "top": [(self.box_x(number), above) for number in range(self.code.boxes)],
            "bottom": [(self.box_x(number), below) for number in range(self.code.boxes)],
        }


def qr_corner(corner: int, wider: float = 0.0) -> list[Point]:
    """The corners of one QR, clockwise from its upper left; 0 is upper left, 2 lower right."""
    x = _EDGE if corner in (0, 3) else WIDTH - _EDGE - QR
    y = _EDGE if corner in (0, 1) else HEIGHT - _EDGE - QR
    left, top, right, bottom = x - wider, y - wider, x + QR + wider, y + QR + wider
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
