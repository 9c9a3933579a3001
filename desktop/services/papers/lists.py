"""Lists of any subject on paper: what each says is its own, how one comes about is said here."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar, Final, Generic, TypeVar
from uuid import UUID

from desktop import reports
from desktop.errors import UserError
from desktop.progress import Progress
from desktop.reports.list_data import ListColumn, ListPaper, ListSection, MarkedPicture
from desktop.reports.paper_data import PaperOptions, PrintStamp
from desktop.services import audit
from desktop.services.details import Question
from desktop.services.needs.amounts import shown
from desktop.services.papers.learner import PaperDesk
from desktop.services.rights import Right, needs, require
from desktop.services.workspace import Workspace
from resources.clock import in_thailand

_MONTHS_TH: Final = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
_MONTHS_EN: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip

_FORM_ROWS: Final = 8

Asked = TypeVar("Asked", bound=Question)

Headings = Sequence[tuple[str, str, float]]
"""Of each column: its heading in Thai and in English, and its share of the width."""


@dataclass(frozen=True)
class Listed:
    """What a list says, in the language of its desk.

    Attributes:
        sections: heading and rows of each.
        under: below the title.
        names: words that are never broken.
        count: how many records it tells of; None for a form that tells of none.
        apart: each section begins a page.
        numeric: the columns, by their place, whose texts stand at the right.
        numbered: with the number of each row before it.
        certifies: what those who sign say.
        signers: who signs below it.
        picture: before the rows, with numbered marks.
        code: of a form for the pen, which its pages bear: on SLIP-1/2 it is the second.
    """

    title: str
    columns: Headings
    sections: Sequence[tuple[str, Sequence[tuple[str, ...]]]]
    under: str = ""
    names: tuple[str, ...] = ()
    count: int | None = None
    apart: bool = False
    numeric: frozenset[int] = frozenset()
    numbered: bool = True
    certifies: str = ""
    signers: tuple[str, ...] = ()
    picture: MarkedPicture | None = None
    code: str = ""


def write_list(
    workspace: Workspace,
    path: Path,
    options: PaperOptions | None,
    told: Callable[[PaperDesk], Listed],
    event: str = "",
) -> int:
    """Write a list, note this event where there is one, and return its pages.

    Raises:
        UserError: as `write_lists`.
    """
    return write_lists(workspace, path, options, lambda desk: [told(desk)], event)


def write_lists(
    workspace: Workspace,
    path: Path,
    options: PaperOptions | None,
    told: Callable[[PaperDesk], Sequence[Listed]],
    event: str = "",
    progress: Progress | None = None,
) -> int:
    """Write lists, each from a page of its own, note this event, and return their pages.

    `progress`: told per list.

    Raises:
        UserError: `paper_nothing_to_print`, `not_allowed` (whole numbers), and as
            `reports.write_lists`.
    """
    options = options or PaperOptions()
    if options.whole_numbers:
        require(workspace, Right.PRINT_SENSITIVE)
    with workspace.read() as session:
        desk = PaperDesk(
            session, options.language, workspace.today(), whole_numbers=options.whole_numbers
        )
        lists = told(desk)
        counts = [each.count for each in lists if each.count is not None]
        if not lists or (counts and not sum(counts)):
            raise UserError("paper_nothing_to_print", unchanged=0)
        stamp = PrintStamp(at=in_thailand(workspace.now()), by=workspace.user.name)
        papers = [_paper(desk, each, stamp) for each in lists]
        options = replace(options, places=(*options.places, *desk.places))
    pages = reports.write_lists(papers, path, options, progress)
    if event:
        with workspace.write() as session:
            audit.note(session, workspace, event, count=sum(counts) if counts else None)
    return pages


def _paper(desk: PaperDesk, listed: Listed, stamp: PrintStamp) -> ListPaper:
    english = desk.language == "en"
    form = "Form" if english else "แบบ"
    return ListPaper(
        title=listed.title,
        columns=tuple(
            ListColumn(en if english else th, share, place in listed.numeric)
            for place, (th, en, share) in enumerate(listed.columns)
        ),
        sections=tuple(ListSection(title, tuple(rows)) for title, rows in listed.sections),
        letterhead=desk.letterhead(),
        under=listed.under,
        names=listed.names,
        apart=listed.apart,
        numbered=listed.numbered,
        certifies=listed.certifies,
        signers=listed.signers,
        picture=listed.picture,
        code=f"{form} {listed.code}" if listed.code else "",
        printed=stamp,
    )


class SubjectDirectory(ABC, Generic[Asked]):
    """Prints what a question finds of a subject.

    Attributes:
        event: what is noted of it.
    """

    event: ClassVar[str]

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @abstractmethod
    def _listed(self, desk: PaperDesk, query: Asked | None) -> Listed:
        """What stands on it; all without a question."""

    def _begun(self, query: Asked | None) -> Asked | None:
        """What is asked, once what must be written down before printing is."""
        return query

    @needs(Right.PRINT)
    def write_pdf(
        self, path: Path, query: Asked | None = None, options: PaperOptions | None = None
    ) -> int:
        """Write the directory and return its pages.

        Raises:
            UserError: as `write_list`.
        """
        query = self._begun(query)
        return write_list(
            self._workspace, path, options, lambda desk: self._listed(desk, query), self.event
        )


class WithForm(SubjectDirectory[Asked]):
    """A directory that is also asked for with a pen, on a sheet that names nobody.

    Override `_blank` where it is no list of rows.

    Attributes:
        form_code: which form it is, on every page of it.
        form_title: in Thai and in English.
        form_columns: what is asked of each.
        form_room: the lines that a row has.
    """

    form_code: ClassVar[str]
    form_title: ClassVar[tuple[str, str]]
    form_columns: ClassVar[Headings]
    form_room: ClassVar[int] = 3

    @needs(Right.PRINT)
    def write_form(self, path: Path, options: PaperOptions | None = None) -> int:
        """Write the sheet to be filled in with a pen, and return its pages; nobody is named."""
        return write_list(
            self._workspace,
            path,
            options,
            lambda desk: replace(self._blank(desk), code=self.form_code),
        )

    def _blank(self, desk: PaperDesk) -> Listed:
        english = desk.language == "en"
        row = ("\n" * (self.form_room - 1), *[""] * (len(self.form_columns) - 1))
        return Listed(
            self.form_title[english],
            self.form_columns,
            [("", [row] * _FORM_ROWS)],
            "Place ................ Day ................"
            if english
            else "เวที/หมู่บ้าน ............................. วันที่ .....................",
        )


def lines(*parts: str | None) -> str:
    """Those that say something, below one another."""
    return "\n".join(part for part in parts if part)


def shown_villages(desk: PaperDesk, ids: Sequence[str] | None) -> str:
    """Villages by their moo numbers."""
    served = (desk.villages.get(UUID(each)) for each in ids or ())
    moos = [village.moo for village in served if village is not None]
    word = "Moo" if desk.language == "en" else "หมู่"
    return f"{word} {', '.join(moos)}" if moos else ""


def shown_months(desk: PaperDesk, months: list[int] | None) -> str:
    """Months by their short names; all of them say nothing."""
    if not months or len(months) == 12:
        return ""
    names = _MONTHS_EN if desk.language == "en" else _MONTHS_TH
    return " ".join(names[each - 1] for each in sorted(months) if 1 <= each <= 12)


def shown_assistance(desk: PaperDesk, code: str) -> str:
    """The kind of help."""
    if code:
        return desk.label("assistance", code)
    return "Kind not stated" if desk.language == "en" else "ยังไม่ระบุด้าน"


def shown_amount(desk: PaperDesk, quantity: float | None, unit: str) -> str:
    """How many of a unit; "" where nobody said."""
    if quantity is None:
        return ""
    return f"{shown(quantity)} {desk.worded('need_units', unit)}".strip()


def shown_groups(desk: PaperDesk, codes: Any) -> str:
    """Target groups that are not sensitive, by their labels."""
    open_ones = [each for each in codes or () if not desk.is_sensitive("target_groups", each)]
    return ", ".join(desk.labels("target_groups", open_ones))
