"""บันทึกกิจกรรม: what happened at a meeting, in ready words."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.reports.paper_data import Letterhead, PrintStamp


@dataclass(frozen=True, slots=True)
class ActivityPaper:
    """The record of one meeting; what says nothing leaves room for the pen.

    Attributes:
        title: what it is called.
        under: below the title: of what, when.
        facts: label and text of each.
        came: heading of those who came, and who that is.
        told: heading and text of each part that is written.
        pictures: JPEG, PNG or WebP, four at most.
        heading: over the pictures.
        unseen: said below them of those that are not shown; "" for nothing.
        signers: who signs, side by side.
        names: words that are never broken.
        code: which form it is; its pages bear it with their number.
        qr: what its code says, "" for none.
    """

    title: str
    under: str
    facts: tuple[tuple[str, str], ...]
    came: tuple[str, str]
    told: tuple[tuple[str, str], ...]
    signers: tuple[str, ...]
    letterhead: Letterhead
    printed: PrintStamp
    pictures: tuple[bytes, ...] = ()
    heading: str = ""
    unseen: str = ""
    names: tuple[str, ...] = ()
    code: str = ""
    qr: str = ""
