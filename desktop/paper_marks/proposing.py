"""From what a photograph says to what may be stored: sure marks, and what a person must decide.

Whoever keeps the marks tells what a page is a sheet of (`SheetPage`) and is given `Proposal`:
nothing else passes between the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from desktop.errors import UserError
from desktop.paper_marks.reading import Group, ReadSheet

Place = tuple[int, int]
"""Row and date, both from 0; the date is 0 on a sheet of one day."""
Why = Literal["doubtful", "blank", "differs"]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """What the keeper of the marks knows of a page.

    Attributes:
        title: what the sheet is of, in words for a person.
        names: of the people, in the order of the rows.
        codes: what each box of a group stands for; as many as a group has boxes.
        labels: what those are called on screen, as many.
        dates: of a sheet of dates, in words, as many as it has; nothing for one of one day.
        now: the codes that are stored already.
    """

    title: str
    names: tuple[str, ...]
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    dates: tuple[str, ...] = ()
    now: Mapping[Place, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to be stored; a person saw the page, and decided all that was not sure.

    Attributes:
        page: the page's code.
        marks: the code of each place that is to be marked; places left as they are stand not in it.
    """

    page: str
    marks: Mapping[Place, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A place that a person must decide.

    `why`: what is on it is doubtful; it seems blank where others are marked; or it is other than
    what is stored.
    """

    group: Group
    why: Why

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.group.row, self.group.number


class Deciding:
    """A read sheet while a person decides."""

    def __init__(self, sheet: ReadSheet, page: SheetPage) -> None:
        """Take both; UserError `sheet_page_other` if they do not fit each other."""
        groups = {each.number for each in sheet.groups}
        boxes = len(sheet.groups[0].cells)
        fits = (
            len(page.names) == sheet.code.rows
            and len(page.codes) == len(page.labels) == boxes
            and len(page.dates) == (len(groups) if sheet.code.kind == "dates" else 0)
        )
        if not fits:
            raise UserError("sheet_page_other", page=sheet.code.page)
        self.sheet, self.page = sheet, page
        self.asked = tuple(self._asked())
        self._decided: dict[Place, int | None] = {}

    def _asked(self) -> Iterator[Asked]:
        for group in self.sheet.groups:
            stored = self.page.now.get((group.row, group.number))
            said = None if group.marked is None else self.page.codes[group.marked]
            if not group.sure:
                blank = all(cell.state == "blank" for cell in group.cells)
                yield Asked(group, "blank" if blank else "doubtful")
            elif said is not None and stored is not None and stored != said:
                yield Asked(group, "differs")

    @property
    def waiting(self) -> int:
        """How many are still to be decided."""
        return len(self.asked) - len(self._decided)

    def decide(self, place: Place, box: int | None) -> None:
        """Decide which box of a place is marked; None leaves the place as it is stored.

        Raises:
            ValueError: nobody asked about this place, or it has no such box.
        """
        if all(each.place != place for each in self.asked):
            raise ValueError(f"{place} was not asked about")
        if box is not None and not 0 <= box < len(self.page.codes):
            raise ValueError(f"no box {box}")
        self._decided[place] = box

    def leave_blank(self) -> None:
        """Leave all that seem blank as they are stored: somebody marks only who came."""
        for asked in self.asked:
            if asked.why == "blank":
                self._decided.setdefault(asked.place, None)

    @property
    def blank_waiting(self) -> int:
        """How many of those that are still to be decided seem blank."""
        return sum(each.why == "blank" and not self.is_decided(each.place) for each in self.asked)

    def take_back(self, place: Place) -> None:
        """Ask about a place again."""
        self._decided.pop(place, None)

    def is_decided(self, place: Place) -> bool:
        """Whether a person decided it."""
        return place in self._decided

    def box_of(self, place: Place) -> int | None:
        """The box that is to be stored of a place so far; None for none, and for undecided ones."""
        if any(each.place == place for each in self.asked):
            return self._decided.get(place)
        group = self._group(place)
        return group.marked

    def _group(self, place: Place) -> Group:
        dates = max(1, len(self.page.dates))
        return self.sheet.groups[place[0] * dates + place[1]]

    def proposal(self) -> Proposal:
        """Return what is to be stored.

        Raises:
            ValueError: something is still to be decided.
        """
        if self.waiting:
            raise ValueError("not all is decided")
        marks = {}
        for group in self.sheet.groups:
            place = (group.row, group.number)
            box = self.box_of(place)
            if box is not None and self.page.now.get(place) != self.page.codes[box]:
                marks[place] = self.page.codes[box]
        return Proposal(self.sheet.code.page, marks)
