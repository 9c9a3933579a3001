"""ทำเนียบครูพี่เลี้ยง on paper, and the sheet on which they are written down at a village meeting."""

from __future__ import annotations

from typing import Final

from desktop.models.mentors import Mentor
from desktop.services.mentors.reading import found
from desktop.services.mentors.records import MentorQuery, MentorRow
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import (
    Listed,
    WithForm,
    lines,
    shown_groups,
    shown_months,
    shown_villages,
)

_COLUMNS: Final = (
    ("ครูพี่เลี้ยง", "Mentor", 150.0),
    ("สอนหรือช่วยอะไร", "What they can", 220.0),
    ("รับใคร", "For whom", 150.0),
    ("ที่ไหน ว่างเมื่อใด", "Where, when", 150.0),
    ("โทรศัพท์", "Phone", 80.0),
)
_FORM: Final = (
    ("ชื่อ–สกุล ชื่อเล่น", "Name, nickname", 150.0),
    ("หมู่ โทรศัพท์", "Moo, phone", 90.0),
    ("สอนหรือช่วยอะไรได้", "What they can teach or help with", 200.0),
    ("ที่ไหน ว่างวันเวลาใด เดือนใด", "Where; days, times, months", 150.0),
    ("ยินยอมลงทำเนียบ ลงชื่อ", "Agrees to be listed: signature", 110.0),
)


class MentorDirectory(WithForm[MentorQuery]):
    """Prints mentors, of those who agreed to stand in the directory."""

    event = "printed_mentors"
    form_code = "MENTOR-1"
    form_title = ("ใบสำรวจครูพี่เลี้ยงและปราชญ์ในหมู่บ้าน", "Who can teach in our villages")
    form_columns = _FORM

    def _listed(self, desk: PaperDesk, query: MentorQuery | None) -> Listed:
        english = desk.language == "en"
        asked = query or MentorQuery()
        rows = [
            row
            for row in found(desk.session, asked, desk.today)
            if row.state != "ended" or "ended" in asked.states
        ]
        shown = [row for row in rows if row.consents and not row.person.restricted]
        count = f"{len(shown)} mentors" if english else f"{len(shown)} คน"
        left = len(rows) - len(shown)
        more = f"{left} have not agreed" if english else f"ยังไม่ยินยอม {left} คน"
        return Listed(
            "Directory of mentors" if english else "ทำเนียบครูพี่เลี้ยง",
            _COLUMNS,
            [("", [_line(desk, row) for row in shown])],
            " · ".join([count, *([more] if left else [])]),
            tuple(row.name for row in shown),
            len(rows),
        )


def _line(desk: PaperDesk, row: MentorRow) -> tuple[str, ...]:
    mentor = desk.session.get_one(Mentor, row.id)
    at_once = mentor.capacity_number
    room = f"at most {at_once}" if desk.language == "en" else f"คราวละไม่เกิน {at_once} คน"
    return (
        lines(row.name, desk.label("mentor_states", row.state)),
        lines(
            mentor.skills,
            ", ".join(desk.labels("mentor_ways", mentor.ways)),
            ", ".join(desk.labels("wisdom_branches", mentor.wisdom)),
        ),
        lines(shown_groups(desk, mentor.groups_served), room if at_once else ""),
        lines(
            mentor.place,
            shown_villages(desk, mentor.villages),
            shown_months(desk, mentor.months_open),
            mentor.free_when,
        ),
        row.phone,
    )
