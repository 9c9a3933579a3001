"""A list on paper: any subject's rows in ready words, in sections."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.reports.paper_data import Letterhead, PrintStamp


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its heading and its share of the width, in points of a full page of 750.

    `numeric`: its texts stand at the right.
    """

    heading: str
    share: float
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class ListSection:
    """Rows under one heading, "" for none; the first text of a row is printed strong."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class MarkedPicture:
    """A picture with numbered marks over it, such as a drawn map with its pins.

    Attributes:
        content: JPEG, PNG or WebP.
        marks: number, and the place per mille of the picture from its upper left corner.
    """

    content: bytes
    marks: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class ListPaper:
    """A list laid crosswise, its head on every page; rows come as they are printed.

    Attributes:
        under: below the title: which ones they are, how many.
        nothing: said where there is no row.
        names: words that are never broken.
        apart: each section begins a page.
        numbered: with the number of each row before it.
        certifies: what those who sign say, above their lines.
        signers: who signs below it, each on a line.
        picture: above the rows, on a page that it has to itself.
        code: which form it is, "" of what is none; its pages bear it with their number.
    """

    title: str
    columns: tuple[ListColumn, ...]
    sections: tuple[ListSection, ...]
    letterhead: Letterhead
    printed: PrintStamp
    under: str = ""
    nothing: str = ""
    names: tuple[str, ...] = ()
    apart: bool = False
    numbered: bool = True
    certifies: str = ""
    signers: tuple[str, ...] = ()
    picture: MarkedPicture | None = None
    code: str = ""
