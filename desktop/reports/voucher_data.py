"""A receipt or a voucher: what came or went, in ready words."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.reports.paper_data import Letterhead, PrintStamp


@dataclass(frozen=True, slots=True)
class VoucherPaper:
    """One sheet for one entry of a book.

    Attributes:
        title: what it is called.
        of: whose book it is of, and that it is none of the local authority's.
        number: of the document.
        day: of the entry.
        facts: label and text, in their order; what has no text is left for the pen.
        amount: in figures, or a quantity with its unit.
        in_words: the amount written out.
        void: says that it was taken back, "" where it counts.
        signers: who signs, side by side.
    """

    title: str
    of: str
    number: str
    day: str
    facts: tuple[tuple[str, str], ...]
    amount: str
    in_words: str
    signers: tuple[str, ...]
    letterhead: Letterhead
    printed: PrintStamp
    void: str = ""
    names: tuple[str, ...] = ()
