"""Registers on paper, of a meeting and of a course: to sign, to keep, to mark and photograph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
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
from desktop.services.papers.lists import Listed, shown_months, write_list, write_lists
from desktop.services.rights import Right, needs
from desktop.services.sessions import registers, sheets
from desktop.services.sessions.records import SessionRow
from desktop.services.sessions.register_records import Grid, Register
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
_SUMS: Final = (("มา/ต้องมา", "Came/due", 52.0), ("ร้อยละ", "Percent", 44.0))
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
    """Prints the register of a meeting before it is held, and that of whole courses.

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

        def told(desk: PaperDesk) -> list[MarksPaper]:
            return _papers(desk, register(desk.session, session_id, desk.today))

        return self._write_marks(path, options, told)

    def _write_marks(
        self,
        path: Path,
        options: PaperOptions | None,
        told: Callable[[PaperDesk], list[MarksPaper]],
    ) -> int:
        workspace, options = self._workspace, options or PaperOptions()
        with workspace.read() as session:
            desk = PaperDesk(session, options.language, workspace.today())
            papers = told(desk)
            options = replace(options, places=(*options.places, *desk.places))
        if not papers:
            raise UserError("paper_nothing_to_print", unchanged=0)
        written = reports.write_marks(papers, path, options)
        with workspace.write() as session:
            count = sum(len(each.names) for each in papers)
            audit.note(session, workspace, EVENT, count=count)
        return written

    @needs(Right.PRINT)
    def write_dates(
        self, path: Path, course_ids: Sequence[UUID], options: PaperOptions | None = None
    ) -> int:
        """Write the sheets of courses with two boxes a date, to be photographed; the pages."""
        return self._write_marks(
            path,
            options,
            lambda desk: [paper for each in course_ids for paper in _dated(desk, each)],
        )

    @needs(Right.PRINT)
    def write_courses(
        self,
        path: Path,
        course_ids: Sequence[UUID],
        options: PaperOptions | None = None,
        *,
        blank: bool = False,
    ) -> int:
        """Write the register of courses, ten dates a sheet, as it is or for the pen; the pages."""

        def told(desk: PaperDesk) -> list[Listed]:
            return [each for known in course_ids for each in _registers(desk, known, blank=blank)]

        return write_lists(self._workspace, path, options, told, EVENT)


def _dated(desk: PaperDesk, course_id: UUID) -> Iterator[MarksPaper]:
    course = course_detail(desk.session, course_id, desk.today).row
    english = desk.language == "en"
    title = f"{'Register' if english else 'ทะเบียนเวลาเรียน'} {course.name}"
    for page in sheets.DateSheets(desk.session, course_id, desk.today).pages():
        first, last = desk.date(page.meetings[0].on), desk.date(page.meetings[-1].on)
        yield MarksPaper(
            PageCode("dates", len(page.lines), 2 * len(page.meetings), page.code),
            title,
            " · ".join(filter(None, (f"{first} – {last}", course.place, course.teacher))),
            tuple(_short(desk, each.on) for each in page.meetings),
            tuple(line.name for line in page.lines),
            desk.letterhead(),
        )


def _registers(desk: PaperDesk, course_id: UUID, *, blank: bool) -> Iterator[Listed]:
    """A list for each ten dates; the last bears what all come to."""
    course = course_detail(desk.session, course_id, desk.today).row
    grid, marks = registers.grid(desk.session, course_id, desk.today), codes(desk.session).marks
    english = desk.language == "en"
    shown = [line for line in grid.lines if not line.restricted]
    for start in range(0, len(grid.meetings), sheets.DATES):
        dates = grid.meetings[start : start + sheets.DATES]
        days = [(_short(desk, each.on), _short(desk, each.on), 42.0) for each in dates]
        rows = []
        for line in shown:
            places = [(line.enrolment_id, each.id) for each in dates]
            cells = [
                "–" if place in grid.closed else "" if blank else _letter(desk, grid, marks, place)
                for place in places
            ]
            found = line.attended
            percent = "" if found.percent is None else str(found.percent)
            sums = ["", "\n"] if blank else [f"{found.present}/{found.expected}", percent]
            rows.append((line.name, *cells, *sums))
        legend = " · ".join(
            f"{mark} {desk.label('attendance_codes', code)}" for code, mark in marks.items()
        )
        span = f"{desk.date(dates[0].on)} – {desk.date(dates[-1].on)}"
        yield Listed(
            "Attendance register" if english else "ทะเบียนเวลาเรียน",
            (("ชื่อ–สกุล", "Name", 150.0), *days, *_SUMS),
            [(legend, rows)],
            " · ".join(filter(None, (course.name, course.place, course.teacher, span))),
            tuple(line.name for line in shown),
            len(shown),
            signers=("Teacher", "Responsible") if english else ("ผู้สอน", "ผู้รับผิดชอบ"),
        )


def _letter(desk: PaperDesk, grid: Grid, marks: Mapping[str, str], place: tuple[UUID, UUID]) -> str:
    code = grid.marks.get(place, "")
    return marks.get(code) or (desk.label("attendance_codes", code) if code else "")


def _short(desk: PaperDesk, day: str) -> str:
    """Day and month, as they find room over a box."""
    month = shown_months(desk, [int(day[5:7])])
    return f"{int(day[8:10])} {month}"


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
