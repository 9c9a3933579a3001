"""รายงาน กพช. on paper: the activities of a learner with the hours that count, and a blank one."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from typing import Final

from desktop.models.people import Learner
from desktop.reports.paper_data import PaperOptions
from desktop.services.kpc.reading import found, sums
from desktop.services.kpc.records import KpcQuery, KpcRow, KpcSum
from desktop.services.needs.amounts import shown
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, WithForm, lines, write_lists
from desktop.services.rights import Right, needs

_COLUMNS: Final = (
    ("ภาคเรียน/ปี", "Term and year", 90.0),
    ("โครงการ/กิจกรรม", "Project or activity", 330.0),
    ("ส่วน", "Part", 130.0),
    ("จำนวนชั่วโมง", "Hours", 90.0),
    ("รวม", "Sum", 90.0),
)
_SIGNERS: Final = (
    ("ผู้เรียนรู้", "Learner"), ("ครูผู้รับผิดชอบ", "Teacher"), ("ผู้อนุมัติ", "Approved by"),
)  # fmt: skip
_FORM_ROWS: Final = 10


class KpcPapers(WithForm[KpcQuery]):
    """Prints activities by learner; only approved hours are added up."""

    event = "printed_kpc"
    form_code = "KPC-1"

    def _listed(self, desk: PaperDesk, query: KpcQuery | None) -> Listed:
        english = desk.language == "en"
        mine = _by_learner(desk, query)
        return Listed(
            "Life-quality activities" if english else "กิจกรรมพัฒนาคุณภาพชีวิต (กพช.)",
            _COLUMNS,
            [(rows[0].who, _lines(desk, rows)) for rows in mine],
            f"{len(mine)} learners" if english else f"{len(mine)} คน",
            tuple(rows[0].who for rows in mine),
            sum(map(len, mine)),
            numeric=frozenset({3, 4}),
        )

    @needs(Right.PRINT)
    def write_reports(
        self, path: Path, query: KpcQuery | None = None, options: PaperOptions | None = None
    ) -> int:
        """Write the report of each learner that a question finds, a page each.

        Raises:
            UserError: `paper_nothing_to_print`; as `write_lists`.
        """

        def told(desk: PaperDesk) -> list[Listed]:
            return [_report(desk, rows) for rows in _by_learner(desk, query)]

        return write_lists(self._workspace, path, options, told, self.event)

    def _blank(self, desk: PaperDesk) -> Listed:
        under = (
            "Name ............................................ Level ....................."
            if desk.language == "en"
            else "ชื่อ–สกุล ............................................... "
            "ระดับ ..............................."
        )
        row = ("\n", *[""] * (len(_COLUMNS) - 1))
        return _paper(desk, [row] * _FORM_ROWS, under)


def _by_learner(desk: PaperDesk, query: KpcQuery | None) -> list[list[KpcRow]]:
    """What is not restricted, of each learner together, the first term first."""
    apart: dict[object, list[KpcRow]] = {}
    rows = [row for row in found(desk.session, query or KpcQuery()) if not row.restricted]
    for row in sorted(rows, key=lambda row: row.term.split("/")[::-1]):
        apart.setdefault(row.learner_id, []).append(row)
    return sorted(
        apart.values(), key=lambda mine: desk.session.get_one(Learner, mine[0].learner_id).sort_key
    )


def _lines(desk: PaperDesk, rows: list[KpcRow]) -> list[tuple[str, ...]]:
    """A line for each; the sum goes on by what counts, and what does not is told as it stands."""
    so_far = accumulate(row.approved or 0 for row in rows)
    return [
        (
            row.term,
            lines(row.name, "" if row.approved else desk.label("kpc_states", row.state)),
            desk.label("kpc_parts", row.part),
            shown(row.approved) if row.approved else "–",
            shown(total),
        )
        for row, total in zip(rows, so_far, strict=True)
    ]


def _report(desk: PaperDesk, rows: list[KpcRow]) -> Listed:
    learner = desk.session.get_one(Learner, rows[0].learner_id)
    told = (_level(desk, each) for each in sums(desk.session, rows))
    under = " · ".join(filter(None, (rows[0].who, learner.code, *told)))
    return _paper(desk, _lines(desk, rows), under, rows[0].who)


def _level(desk: PaperDesk, level: KpcSum) -> str:
    english = desk.language == "en"
    name = desk.label("dole_curriculum", level.level)
    of = " of " if english else " จาก "
    hours = f"{shown(level.approved)}{of}{shown(level.asked)}" if level.asked else ""
    own = f"{shown(level.own)}{of}{shown(level.own_asked)}" if level.own_asked else ""
    word = "own project" if english else "โครงการตนเอง"
    return " ".join(
        filter(None, (name, hours or shown(level.approved), f"({word} {own})" if own else ""))
    )


def _paper(desk: PaperDesk, rows: list[tuple[str, ...]], under: str, who: str = "") -> Listed:
    english = desk.language == "en"
    return Listed(
        "Report of life-quality activities" if english else "รายงานกิจกรรมพัฒนาคุณภาพชีวิต (กพช.)",
        _COLUMNS,
        [("", rows)],
        under,
        names=(who,) if who else (),
        count=len(rows) if who else None,
        numeric=frozenset({3, 4}),
        signers=tuple(each[english] for each in _SIGNERS),
        code=KpcPapers.form_code,
    )
