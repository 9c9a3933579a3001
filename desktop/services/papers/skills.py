"""Key skills on paper: of each learner what was before and what came after."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, SubjectDirectory, lines
from desktop.services.skills.lifecycle import COUNTS
from desktop.services.skills.reading import found
from desktop.services.skills.records import SkillQuery, SkillRow

_COLUMNS: Final = (
    ("ทักษะ", "Skill", 200.0),
    ("กิจกรรม", "Course", 190.0),
    ("ก่อนหรือหลัง", "When", 90.0),
    ("ระดับ", "Level", 180.0),
    ("วัดเมื่อ", "Measured on", 110.0),
)


class SkillPaper(SubjectDirectory[SkillQuery]):
    """Prints key skills by learner; of learners whose record is closed none."""

    event = "printed_skills"

    def _listed(self, desk: PaperDesk, query: SkillQuery | None) -> Listed:
        english = desk.language == "en"
        asked = query or SkillQuery()
        rows = [
            row
            for row in found(desk.session, asked)
            if not row.restricted and (row.state == COUNTS or row.state in asked.states)
        ]
        people = [
            (theirs[0].name, [_line(desk, row) for row in theirs])
            for theirs in (list(each) for _who, each in groupby(rows, lambda row: row.learner_id))
        ]
        count = f"{len(people)} people" if english else f"{len(people)} คน"
        return Listed(
            "Key skills, before and after" if english else "ทักษะสำคัญ ก่อนและหลัง",
            _COLUMNS,
            people,
            f"{count} · {desk.date(desk.today.isoformat())}",
            tuple(name for name, _lines in people),
            len(rows),
        )


def _line(desk: PaperDesk, row: SkillRow) -> tuple[str, ...]:
    estimated = "said afterwards" if desk.language == "en" else "บอกย้อนหลัง"
    return (
        desk.label("key_skills", row.skill),
        row.course,
        desk.label("skill_phases", row.phase),
        lines(desk.label("skill_levels", row.level), estimated if row.estimated else ""),
        desk.date(row.on, short=True) if row.on else "",
    )
