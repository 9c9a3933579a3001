"""บันทึกกิจกรรม on paper: of one meeting, of all of a course, and blank for the pen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import UUID

from desktop import reports
from desktop.errors import UserError
from desktop.models.documents import Document
from desktop.models.persons import Person, called
from desktop.models.program import Attachment
from desktop.models.restriction import restricted_persons
from desktop.models.sessions import CourseSession
from desktop.pictures import leaving
from desktop.reports.activity_data import ActivityPaper
from desktop.reports.paper_data import PaperOptions, PrintStamp
from desktop.services import audit
from desktop.services.attendance.counting import codes
from desktop.services.courses.reading import course_detail
from desktop.services.documents.leaving import refuse_leaving
from desktop.services.documents.records import document_lines
from desktop.services.papers.learner import PaperDesk
from desktop.services.rights import Right, needs
from desktop.services.sessions.reading import found
from desktop.services.sessions.records import SessionQuery, SessionRow
from desktop.services.sessions.registers import register
from desktop.services.workspace import Workspace
from resources.clock import in_thailand

EVENT: Final = "printed_activity"
FORM: Final = "ACTIVITY-1"
_MOST_PICTURES: Final = 4
_TOLD: Final = (
    ("happened", "ทำอะไร", "What was done"),
    ("results", "ได้ผลอย่างไร", "What came of it"),
    ("problems", "ติดขัดอะไร", "What went badly"),
    ("next_step", "ครั้งหน้าทำอะไรต่อ", "What comes next"),
)
_FACTS: Final = (
    ("กิจกรรม", "Course"),
    ("เรื่องที่เรียน", "Topic"),
    ("วันและเวลา", "Day and time"),
    ("ที่ไหน", "Where"),
    ("ผู้สอน", "Teacher"),
)
_SIGNERS: Final = (("ผู้บันทึก", "Written by"), ("ผู้สอน", "Teacher"), ("ผู้รับผิดชอบ", "Responsible"))


class ActivityPapers:
    """Prints what happened at meetings.

    Who came is named, but for those whose record may not be used now; a photograph stands on it
    once it was said that those who are seen agreed. All raise UserError `record_unknown`,
    `paper_nothing_to_print`, `paper_cannot_write`, `paper_letters_missing`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def write_sessions(
        self, path: Path, session_ids: Iterable[UUID], options: PaperOptions | None = None
    ) -> int:
        """Write the record of each of these meetings, by a page of its own; their pages.

        What is not written yet of one leaves room for the pen.
        """
        wanted = tuple(session_ids)
        return self._write(path, options, lambda _desk: wanted)

    @needs(Right.PRINT)
    def write_course(self, path: Path, course_id: UUID, options: PaperOptions | None = None) -> int:
        """Write the record of every meeting of a course that was held, by day; their pages."""

        def told(desk: PaperDesk) -> Iterable[UUID]:
            query = SessionQuery(course_id=course_id, states=("held",))
            return [row.id for row in found(desk.session, query, desk.today)]

        return self._write(path, options, told)

    @needs(Right.PRINT)
    def write_form(self, path: Path, options: PaperOptions | None = None) -> int:
        """Write the sheet to be filled in with a pen, of no meeting yet; its pages."""
        workspace, options = self._workspace, options or PaperOptions()
        with workspace.read() as session:
            desk = PaperDesk(session, options.language, workspace.today())
            paper = replace(_blank(desk), printed=self._stamp())
        return reports.write_activities([paper], path, options)

    def _stamp(self) -> PrintStamp:
        workspace = self._workspace
        return PrintStamp(at=in_thailand(workspace.now()), by=workspace.user.name)

    def _write(
        self, path: Path, options: PaperOptions | None, told: Callable[[PaperDesk], Iterable[UUID]]
    ) -> int:
        workspace, options = self._workspace, options or PaperOptions()
        stamp = self._stamp()
        with workspace.read() as session:
            desk = PaperDesk(session, options.language, workspace.today())
            papers = [replace(_record(desk, each), printed=stamp) for each in told(desk)]
            options = replace(options, places=(*options.places, *desk.places))
        if not papers:
            raise UserError("paper_nothing_to_print", unchanged=0)
        pages = reports.write_activities(papers, path, options)
        with workspace.write() as session:
            audit.note(session, workspace, EVENT, count=sum(len(each.names) for each in papers))
        return pages


def _blank(desk: PaperDesk) -> ActivityPaper:
    english = desk.language == "en"
    return ActivityPaper(
        title="Record of a meeting" if english else "บันทึกกิจกรรม",
        under="",
        facts=tuple((each[english], "") for each in _FACTS),
        came=("Who came" if english else "ใครมา", ""),
        told=tuple((en if english else th, "") for _name, th, en in _TOLD),
        signers=tuple(each[english] for each in _SIGNERS),
        letterhead=desk.letterhead(),
        printed=PrintStamp(),
        code=f"{'Form' if english else 'แบบ'} {FORM}",
    )


def _record(desk: PaperDesk, session_id: UUID) -> ActivityPaper:
    """The record of a meeting, not stamped yet."""
    english = desk.language == "en"
    taken = register(desk.session, session_id, desk.today)
    row = taken.meeting
    meeting = desk.session.get_one(CourseSession, session_id)
    here = codes(desk.session).present
    shown = [line for line in taken.lines if line.code in here and not line.restricted]
    names = tuple(line.name for line in shown)
    pictures, unseen = _pictures(desk, session_id)
    facts = (row.name, row.topic, _when(desk, row), _place(desk, row), _teacher(desk, meeting))
    blank = _blank(desk)
    not_shown = f"{unseen} more not shown: it was not said that all who are seen agreed."
    return replace(
        blank,
        under=" · ".join((row.name, desk.date(row.on))),
        facts=tuple((label, text) for (label, _), text in zip(blank.facts, facts, strict=True)),
        came=(_counted(desk, row), " · ".join(names)),
        told=tuple(
            (heading, getattr(meeting, name) or "")
            for (heading, _), (name, *_words) in zip(blank.told, _TOLD, strict=True)
        ),
        pictures=pictures,
        heading="Photographs" if english else "ภาพ",
        unseen=(
            ""
            if not unseen
            else not_shown
            if english
            else f"อีก {unseen} ภาพไม่แสดง ยังไม่ได้บอกว่าทุกคนในภาพยินยอม"
        ),
        names=names,
        qr=f"TAMBON-RIANRU:ACTIVITY:{session_id.hex}",
    )


def _counted(desk: PaperDesk, row: SessionRow) -> str:
    """Who came, in numbers, once it is marked."""
    english = desk.language == "en"
    if not row.marked:
        return "Who came" if english else "ใครมา"
    if english:
        return f"Who came: {row.present} of {row.listed} learners"
    return f"ใครมา: ผู้เรียนรู้ {row.present} จาก {row.listed} คน"


def _when(desk: PaperDesk, row: SessionRow) -> str:
    hours = "–".join(filter(None, (row.from_time, row.to_time)))
    word = "hours" if desk.language == "en" else "ชั่วโมง"
    long = f"{row.minutes / 60:g} {word}" if row.minutes else ""
    return " · ".join(filter(None, (desk.date(row.on), hours, long)))


def _place(desk: PaperDesk, row: SessionRow) -> str:
    word = "Moo" if desk.language == "en" else "หมู่"
    return " ".join(filter(None, (row.place, f"{word} {row.village}" if row.village else "")))


def _teacher(desk: PaperDesk, meeting: CourseSession) -> str:
    """Who taught it, or teaches the course; nobody whose record may not be used now."""
    whose = meeting.teacher_id
    if whose is not None and whose not in restricted_persons(desk.session):
        person = desk.session.get(Person, whose)
        return called(person) if person is not None else ""
    return course_detail(desk.session, meeting.course_id, desk.today).row.teacher


def _pictures(desk: PaperDesk, session_id: UUID) -> tuple[tuple[bytes, ...], int]:
    """The newest photographs that may be shown, and how many may not."""
    shown: list[bytes] = []
    unseen = 0
    for line in document_lines(desk.session, CourseSession.kind, session_id):
        if not line.is_picture or not line.here:
            continue
        document = desk.session.get_one(Document, line.id)
        try:
            refuse_leaving(desk.session, document, desk.today)
        except UserError:
            unseen += 1
            continue
        if len(shown) < _MOST_PICTURES:
            shown.append(leaving(desk.session.get_one(Attachment, document.sha256).content))
    return tuple(shown), unseen
