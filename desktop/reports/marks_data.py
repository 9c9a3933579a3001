"""A sheet whose marks are read back from a photograph: what stands on it, in ready words."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.paper_marks.page_codes import PageCode
from desktop.reports.paper_data import Letterhead


@dataclass(frozen=True, slots=True)
class MarksPaper:
    """A sheet to be marked with a pen.

    Attributes:
        title: what it is a sheet of, the day with it.
        under: where, when, who leads.
        heads: a word for each box of a sheet of codes; each date of a sheet of dates, as many
            as it has, in short words such as `22 พ.ย.`.
        names: of the people, in the order of the rows.
        letterhead: whose it is.
    """

    code: PageCode
    title: str
    under: str
    heads: tuple[str, ...]
    names: tuple[str, ...]
    letterhead: Letterhead = field(default_factory=Letterhead)
