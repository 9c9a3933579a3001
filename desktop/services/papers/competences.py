"""สมรรถนะทีมงาน on paper: who was trained in what, and until when it holds."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from desktop.services.competences.reading import found
from desktop.services.competences.records import CompetenceQuery, CompetenceRow
from desktop.services.needs.amounts import shown
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, SubjectDirectory, lines

_COLUMNS: Final = (
    ("สมรรถนะ", "Competence", 190.0),
    ("หลักสูตรหรือการอบรม", "Course or training", 230.0),
    ("ชั่วโมง", "Hours", 60.0),
    ("ได้เมื่อ", "Got on", 90.0),
    ("ใช้ได้ถึง", "Holds until", 110.0),
    ("เลขที่", "Number", 90.0),
)


class CompetencePaper(SubjectDirectory[CompetenceQuery]):
    """Prints the competence of the team by person; of people whose record is closed none."""

    event = "printed_competences"

    def _listed(self, desk: PaperDesk, query: CompetenceQuery | None) -> Listed:
        english = desk.language == "en"
        asked = query or CompetenceQuery()
        rows = [
            row
            for row in found(desk.session, asked, desk.today)
            if not row.person.restricted and (row.state != "ended" or "ended" in asked.states)
        ]
        people = [
            (name, [_line(desk, row) for row in theirs])
            for name, theirs in groupby(rows, key=lambda row: row.name)
        ]
        count = f"{len(people)} people" if english else f"{len(people)} คน"
        return Listed(
            "Competence of the team" if english else "สมรรถนะทีมงาน",
            _COLUMNS,
            people,
            f"{count} · {desk.date(desk.today.isoformat())}",
            tuple(name for name, _lines in people),
            len(rows),
            numeric=frozenset({2}),
        )


def _line(desk: PaperDesk, row: CompetenceRow) -> tuple[str, ...]:
    english = desk.language == "en"
    over = {
        "expired": "Ran out" if english else "หมดอายุแล้ว",
        "expiring": "Runs out soon" if english else "ใกล้หมดอายุ",
        "ended": "Withdrawn" if english else "เพิกถอนแล้ว",
    }.get(row.holds, "")
    last = desk.date(row.valid_to, short=True)
    return (
        desk.label("competences", row.kind) or "–",
        lines(row.course, row.provider),
        "" if row.hours is None else shown(row.hours),
        desk.date(row.confirmed_on, short=True),
        lines(last or ("No end" if english else "ไม่มีกำหนด"), over),
        row.number,
    )
