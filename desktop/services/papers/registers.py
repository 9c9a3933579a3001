"""The register of one meeting on paper: to sign, and to mark with a pen and photograph."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import UUID

from desktop import reports
from desktop.errors import UserError
from desktop.paper_marks.page_codes import PageCode
from desktop.reports.marks_data import MarksPaper
from desktop.reports.paper_data import PaperOptions
from desktop.services import audit
from desktop.services.attendance.counting import codes
from desktop.services.courses.reading import course_detail
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, write_list
from desktop.services.rights import Right, needs
from desktop.services.sessions import sheets
from desktop.services.sessions.records import SessionRow
from desktop.services.sessions.register_records import Register
from desktop.services.sessions.registers import register
from desktop.services.workspace import Workspace

EVENT: Final = "printed_attendance"

_SIGNING: Final = (
    ("ชื่อ–สกุล", "Name", 180.0),
    ("หมู่", "Moo", 40.0),
    ("ลายมือชื่อ เช้า", "Signature, morning", 150.0),
    ("เวลา", "Time", 55.0),
    ("ลายมือชื่อ บ่าย", "Signature, afternoon", 150.0),
    ("เวลา", "Time", 55.0),
    ("หมายเหตุ", "Note", 90.0),
)
_CERTIFIES: Final = (
    "ขอรับรองว่าผู้มีชื่อและลายมือชื่อข้างต้นเข้าร่วมกิจกรรมจริงตามวันและเวลานี้",
    "We certify that those who signed above took part on this day and at these times.",
)
_ROOM: Final = 5
"""Rows without a name, for who walks in."""
_HEADS: Final = {
    "present": ("มา", "Here"),
    "late": ("สาย", "Late"),
    "left_early": ("กลับ\nก่อน", "Left\nearly"),
    "excused": ("ลากิจ", "On\nleave"),
    "sick": ("ป่วย", "Sick"),
    "absent": ("ขาด", "Away"),
    "for_centre": ("แทน\nศูนย์", "On\nduty"),
    "cut_off": ("ทาง\nขาด", "Cut\noff"),
    "not_expected": ("ไม่\nต้อง", "Not\ndue"),
}
"""Words that find room over a box."""


class RegisterPapers:
    """Prints the register of a meeting before it is held.

    All raise UserError `record_unknown`, `paper_nothing_to_print`, `paper_cannot_write`,
    `paper_letters_missing`. Whose record may not be used now stands on none of them.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def write_signatures(
        self, path: Path, session_id: UUID, options: PaperOptions | None = None
    ) -> int:
        """Write the sheet of one day that people sign, with no number of theirs; its pages."""

        def told(desk: PaperDesk) -> Listed:
            taken = register(desk.session, session_id, desk.today)
            course = course_detail(desk.session, taken.meeting.course_id, desk.today)
            moo = {row.id: row.village for row in course.people}
            shown = [line for line in taken.lines if not line.restricted]
            english = desk.language == "en"
            rows = [
                (line.name, moo.get(line.enrolment_id, ""), "", "", "", "", "\n") for line in shown
            ]
            rows += [("", "", "", "", "", "", "\n")] * _ROOM
            teacher = course.row.teacher
            return Listed(
                "Attendance sheet" if english else "บัญชีลงเวลา",
                _SIGNING,
                [("", rows)],
                " · ".join(filter(None, (taken.meeting.name, _when(desk, taken, teacher)))),
                tuple(line.name for line in shown),
                certifies=_CERTIFIES[english],
                signers=("Organiser", "Teacher") if english else ("ผู้จัด", "วิทยากร"),
            )

        return write_list(self._workspace, path, options, told, EVENT)

    @needs(Right.PRINT)
    def write_marks(self, path: Path, session_id: UUID, options: PaperOptions | None = None) -> int:
        """Write the sheets with a box for each code, to be photographed; return the pages."""
        workspace, options = self._workspace, options or PaperOptions()
        with workspace.read() as session:
            desk = PaperDesk(session, options.language, workspace.today())
            taken = register(session, session_id, desk.today)
            papers = _papers(desk, taken)
            options = replace(options, places=(*options.places, *desk.places))
        if not papers:
            raise UserError("paper_nothing_to_print", unchanged=0)
        written = reports.write_marks(papers, path, options)
        with workspace.write() as session:
            count = sum(len(each.names) for each in papers)
            audit.note(session, workspace, EVENT, count=count)
        return written


def _papers(desk: PaperDesk, taken: Register) -> list[MarksPaper]:
    meeting = taken.meeting
    teacher = course_detail(desk.session, meeting.course_id, desk.today).row.teacher
    kept = sheets.boxes(codes(desk.session))
    english = desk.language == "en"
    heads = tuple(
        _HEADS[code][english] if code in _HEADS else desk.label("attendance_codes", code)
        for code in kept
    )
    title = f"{'Register' if english else 'ใบลงเวลา'} {meeting.name}"
    return [
        MarksPaper(
            PageCode("codes", len(people), len(kept), code),
            title,
            _when(desk, taken, teacher),
            heads,
            tuple(line.name for line in people),
            desk.letterhead(),
        )
        for code, people in sheets.pages(meeting.id, taken.lines)
    ]


def _when(desk: PaperDesk, taken: Register, teacher: str) -> str:
    """The day, the hours, the place, and who teaches."""
    row = taken.meeting
    hours = "–".join(filter(None, (row.from_time, row.to_time)))
    return " · ".join(filter(None, (desk.date(row.on), hours, _place(desk, row), teacher)))


def _place(desk: PaperDesk, row: SessionRow) -> str:
    word = "Moo" if desk.language == "en" else "หมู่"
    return " ".join(filter(None, (row.place, f"{word} {row.village}" if row.village else "")))
