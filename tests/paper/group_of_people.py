"""What a group of people does to a sheet in a lesson, box by box, with the truth of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from PIL import Image

from desktop.paper_marks.layout import BOX, SIGNING, Layout
from tests.paper.pen import Hand

NO_MARK = ("blank", "struck", "stray", "overrun")
"""What does not count: nothing, crossed out, a pen put down, somebody's signature running in."""


@dataclass
class Marked:
    """A page while it is marked.

    Attributes:
        slips: how many times as often as people do, a mark is crossed out.
        truth: what was done to each box (row, number).
    """

    page: Image.Image
    layout: Layout
    chance: Random
    slips: float = 1.0
    truth: dict[tuple[int, int], str] = field(default_factory=dict)

    def put(self, row: int, box: int, what: str, hand: Hand) -> None:
        """Let a hand do something to a box."""
        hand.draw(self.page, what, self.layout.box_x(box), self.layout.row_y(row))
        self.truth[row, box] = what

    def right_of(self, row: int, number: int) -> int | None:
        """The box that counts in a group; None for none."""
        first = number * self.layout.in_group
        boxes = range(first, first + self.layout.in_group)
        counting = [box - first for box in boxes if self.truth[row, box] not in NO_MARK]
        return counting[0] if counting else None


def mark_page(page: Image.Image, layout: Layout, chance: Random, slips: float = 1.0) -> Marked:
    """Mark a drawn page."""
    marked = Marked(page, layout, chance, slips)
    rows, boxes = range(layout.code.rows), range(layout.code.boxes)
    marked.truth = {(row, box): "blank" for row in rows for box in boxes}
    each_own = chance.random() < (0.6 if layout.code.kind == "codes" else 0.25)
    teacher = Hand(chance)
    came = chance.uniform(0.5, 0.97)
    held = layout.groups if chance.random() < 0.6 else chance.randint(1, layout.groups)
    for row in rows:
        hand = Hand(chance) if each_own else teacher
        if layout.code.kind == "codes":
            _codes(marked, row, hand)
        else:
            for date in range(held):  # the others are still to come
                _date(marked, row, date, hand, came)
    for (row, box), what in marked.truth.items():
        if what == "blank" and chance.random() < 0.012:
            marked.put(row, box, "stray", teacher)
    if chance.random() < 0.08:
        _long_line(marked, teacher)
    return marked


def _codes(marked: Marked, row: int, hand: Hand) -> None:
    chance, boxes = marked.chance, marked.layout.code.boxes
    right = 0 if chance.random() < 0.6 else chance.randrange(1, boxes)
    luck = chance.random()
    if luck < 0.05:
        return
    if luck < 0.05 + 0.08 * marked.slips:
        marked.put(row, (right + chance.randrange(1, boxes)) % boxes, "struck", hand)
        marked.put(row, right, hand.mark(), hand)
    else:
        what = hand.mark() if chance.random() > 0.06 else chance.choice(["letter", "hook"])
        marked.put(row, right, what, hand)
    if right < 3 and chance.random() < 0.85:
        _signature(marked, row, hand)


def _date(marked: Marked, row: int, date: int, hand: Hand, came: float) -> None:
    chance = marked.chance
    right = int(chance.random() >= came)
    luck = chance.random()
    if luck < 0.03:
        return  # forgotten
    if luck < 0.03 + 0.02 * marked.slips:
        marked.put(row, 2 * date + 1 - right, "struck", hand)
    if luck > 1 - 0.003 * marked.slips:  # and does not know the right one
        marked.put(row, 2 * date + right, "struck", hand)
    else:
        what = hand.mark() if chance.random() > 0.02 else "letter"
        marked.put(row, 2 * date + right, what, hand)


def _signature(marked: Marked, row: int, hand: Hand) -> None:
    """Sign, now and then back into the boxes."""
    chance = marked.chance
    off = chance.uniform(2.5, 8) if chance.random() < 0.85 else chance.uniform(-14, 1)
    # As a person does who begins where the space begins, six millimetres from the last box.
    x, y = SIGNING[0] - 6 + off, marked.layout.row_y(row)
    points = [
        (x + turn * chance.uniform(1.8, 3) + chance.gauss(0, 0.8), y + chance.gauss(0, 2.2))
        for turn in range(chance.randrange(7, 13))
    ]
    hand.line(marked.page, points)
    _run_over(marked, row, min(point[0] for point in points), 999)


def _long_line(marked: Marked, hand: Hand) -> None:
    """A remark, or a slip of the pen, across some boxes."""
    chance, layout = marked.chance, marked.layout
    x = layout.box_x(chance.randrange(layout.code.boxes - 2))
    row = chance.randrange(layout.code.rows)
    y = layout.row_y(row)
    hand.line(marked.page, [(x + step, y + chance.gauss(0, 2)) for step in (-4, 9, 22)])
    _run_over(marked, row, x - 4, x + 22)


def _run_over(marked: Marked, row: int, start: float, end: float) -> None:
    for box in range(marked.layout.code.boxes):
        x = marked.layout.box_x(box)
        if marked.truth[row, box] == "blank" and start < x + BOX / 2 and end > x - BOX / 2:
            marked.truth[row, box] = "overrun"
