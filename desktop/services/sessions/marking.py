"""Marking who came: one by one, all at once, and taking back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.capture_new import add_new
from desktop.models.courses import Course, Enrolment, EnrolmentMove
from desktop.models.moves import state_of
from desktop.models.sessions import Attendance, CourseSession
from desktop.paper_marks.proposing import Proposal
from desktop.services.attendance.counting import Attended, Codes, attendances, codes
from desktop.services.enrolments.lifecycle import ENROLLING
from desktop.services.enrolments.places import free_places
from desktop.services.enrolments.service import begun, moved
from desktop.services.moves import make_move
from desktop.services.record_values import live, read_value
from desktop.services.rights import Right, needs
from desktop.services.sessions import registers, sheets
from desktop.services.sessions.lifecycle import hold
from desktop.services.sessions.register_records import (
    DateRows,
    Grid,
    Mark,
    Marked,
    Register,
    SheetRows,
    Source,
)
from desktop.services.workspace import Workspace

PRESENT = "present"


class AttendanceService:
    """Registers; each method is one transaction, and nothing that was marked is ever changed.

    A first mark of somebody as there notes a planned meeting as held. Marks raise
    `session_cancelled`, `record_unknown`, `unknown_code`, `bad_whole_number`, `date_ahead` where
    somebody was there on a later day, and `learner_restricted` or `person_restricted`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def register(self, session_id: UUID) -> Register:
        """Return the register of a meeting."""
        with self._workspace.read() as session:
            return registers.register(session, session_id, self._workspace.today())

    @needs(Right.READ)
    def codes(self) -> Codes:
        """Return what each code of a mark counts as, its key and what stands on paper."""
        with self._workspace.read() as session:
            return codes(session)

    @needs(Right.READ)
    def grid(self, course_id: UUID) -> Grid:
        """Return everybody of a course with all its meetings that are not cancelled."""
        with self._workspace.read() as session:
            return registers.grid(session, course_id, self._workspace.today())

    @needs(Right.READ)
    def of_learner(self, learner_id: UUID) -> tuple[Attended, ...]:
        """Return what the marks of a learner come to, of each course."""
        with self._workspace.read() as session:
            found = attendances(session, self._workspace.today(), learners=[learner_id])
            return tuple(found)

    @needs(Right.WRITE)
    def mark(
        self,
        session_id: UUID,
        marks: Mapping[UUID, Mark | str],
        source: Source = "screen",
    ) -> Marked:
        """Mark some at a meeting, by enrolment; a code "" takes back what was marked of one."""
        with self._workspace.write() as session:
            return put(session, self._workspace, {session_id: marks}, source)

    @needs(Right.WRITE)
    def mark_many(
        self, marks: Mapping[UUID, Mapping[UUID, Mark | str]], source: Source = "screen"
    ) -> Marked:
        """Mark some at several meetings, by meeting and enrolment, as one act."""
        with self._workspace.write() as session:
            return put(session, self._workspace, marks, source)

    @needs(Right.WRITE)
    def all_came(self, session_id: UUID) -> Marked:
        """Mark all those present of whom nothing is marked; who teaches or helps too.

        Those whose record may not be used now are left as they are.
        """
        with self._workspace.write() as session:
            lines = registers.register(session, session_id, self._workspace.today()).lines
            marks: dict[UUID, Mark | str] = {
                line.enrolment_id: PRESENT
                for line in lines
                if not line.code and not line.restricted and line.state != "invited"
            }
            return put(session, self._workspace, {session_id: marks}, "screen")

    @needs(Right.READ)
    def sheet_page(self, session_id: UUID, page: str) -> SheetRows:
        """Return who stands on a printed page of a register, by its code.

        Raises:
            UserError: `record_unknown`, `sheet_page_other`.
        """
        with self._workspace.read() as session:
            register = registers.register(session, session_id, self._workspace.today())
            people = sheets.printed_page(session, register, page)
            return SheetRows(people, sheets.boxes(codes(session)))

    @needs(Right.WRITE)
    def take_sheet(self, session_id: UUID, proposal: Proposal) -> Marked:
        """Mark what a person saw on a photographed page and decided.

        Raises:
            UserError: `sheet_page_other`, and as marks do.
        """
        with self._workspace.write() as session:
            register = registers.register(session, session_id, self._workspace.today())
            people = sheets.printed_page(session, register, proposal.page)
            marks: dict[UUID, Mark | str] = {
                people[row].enrolment_id: code for (row, _date), code in proposal.marks.items()
            }
            return put(session, self._workspace, {session_id: marks}, "paper")

    @needs(Right.WRITE)
    def count_from(self, session_id: UUID) -> int:
        """Let those who came into the course after a meeting have come on its day; how many.

        For a register that is written down late: they were there, and were taken in afterwards.
        """
        with self._workspace.write() as session:
            register = registers.register(session, session_id, self._workspace.today())
            for enrolment_id in register.later:
                live(session, Enrolment, enrolment_id).joined_on = register.meeting.on
            return len(register.later)

    @needs(Right.READ)
    def dates_page(self, course_id: UUID, page: str) -> DateRows:
        """Return who and which meetings stand on a printed page of many dates, by its code.

        Raises:
            UserError: `record_unknown`, `sheet_page_other`.
        """
        with self._workspace.read() as session:
            known = sheets.DateSheets(session, course_id, self._workspace.today())
            printed, here = known.printed(page), codes(session).present
            marks = known.grid.marks
            now = {
                (row, number): sheets.CAME[code not in here]
                for row, line in enumerate(printed.lines)
                for number, meeting in enumerate(printed.meetings)
                if (code := marks.get((line.enrolment_id, meeting.id)))
            }
            return DateRows(printed.lines, printed.meetings, sheets.CAME, now)

    @needs(Right.WRITE)
    def take_dates(self, course_id: UUID, proposal: Proposal) -> Marked:
        """Mark what a person saw on a photographed page of many dates and decided.

        Raises:
            UserError: `sheet_page_other`, and as marks do.
        """
        with self._workspace.write() as session:
            known = sheets.DateSheets(session, course_id, self._workspace.today())
            page = known.printed(proposal.page)
            marks: dict[UUID, dict[UUID, Mark | str]] = defaultdict(dict)
            for (row, number), code in proposal.marks.items():
                line = page.lines[row]
                if not line.restricted:  # since it was printed: the others are marked
                    marks[page.meetings[number].id][line.enrolment_id] = code
            return put(session, self._workspace, marks, "paper")

    @needs(Right.WRITE)
    def walk_in(self, session_id: UUID, name: str) -> UUID:
        """Take somebody in of whom one knows a name so far, and mark them present.

        Where the course has no place left they wait for one, and are marked all the same.

        Raises:
            UserError: `field_missing` (`name`), `course_closed`, and as marks do.
        """
        with self._workspace.write() as session:
            meeting = live(session, CourseSession, session_id)
            course = live(session, Course, meeting.course_id)
            enrolment_id = took_in(session, self._workspace, course, name, meeting.on)
            put(session, self._workspace, {session_id: {enrolment_id: PRESENT}}, "screen")
            return enrolment_id


def took_in(session: Session, workspace: Workspace, course: Course, name: str, on: str) -> UUID:
    """Take somebody into a course by a name on a day, inside the caller's transaction.

    Where there is no place left they wait for one.
    """
    enrolment = begun(session, course, name=name)
    session.flush()
    if state_of(session, enrolment) == Enrolment.first_state:
        code = "wait" if free_places(session, course) == 0 else "enrol"
        move = make_move(session, workspace, ENROLLING, enrolment, code, {"done_on": on})
        assert isinstance(move, EnrolmentMove)
        moved(enrolment, move)
        session.flush()
    return enrolment.id


def put(
    session: Session,
    workspace: Workspace,
    marks: Mapping[UUID, Mapping[UUID, Mark | str]],
    source: Source,
) -> Marked:
    """Write marks by meeting and enrolment, inside the caller's transaction; see the service."""
    today = workspace.today()
    rows: list[dict[str, Any]] = []
    held = False
    here = codes(session).present
    for session_id, of_meeting in marks.items():
        meeting = live(session, CourseSession, session_id)
        new = _rows(session, meeting, of_meeting, source, today)
        rows += new
        came = any(row.get("code") in here for row in new)
        if came and state_of(session, meeting) == CourseSession.first_state:
            hold(session, workspace, meeting)
            held = True
    add_new(session, Attendance, rows)
    session.flush()
    action = session.info["editing"].action if rows or held else None
    return Marked(len(rows), held, action)


def _rows(
    session: Session,
    meeting: CourseSession,
    marks: Mapping[UUID, Mark | str],
    source: Source,
    today: date,
) -> list[dict[str, Any]]:
    """The marks that say something new, as rows."""
    if state_of(session, meeting) == "cancelled":
        raise UserError("session_cancelled")
    held = registers.restricted_among(session, marks)
    whose = registers.people_of(session, meeting.course_id)
    known: dict[UUID, list[Attendance]] = defaultdict(list)
    for each in registers.marks_of(session, meeting.course_id, [meeting.id]):
        known[whose.get(each.enrolment_id, each.enrolment_id)].append(each)
    rows: list[dict[str, Any]] = []
    for enrolment_id, given in marks.items():
        enrolment = live(session, Enrolment, enrolment_id)
        if enrolment.course_id != meeting.course_id:
            raise UserError("record_unknown", kind=Enrolment.kind, text=str(enrolment_id))
        if enrolment_id in held:
            raise UserError("learner_restricted", learner=str(held[enrolment_id]))
        mark = given if isinstance(given, Mark) else Mark(given)
        before = known[whose.get(enrolment_id, enrolment_id)]
        rows += _said(session, meeting, enrolment_id, mark, before, source, today)
    return rows


def _said(
    session: Session,
    meeting: CourseSession,
    enrolment_id: UUID,
    mark: Mark,
    known: list[Attendance],
    source: Source,
    today: date,
) -> list[dict[str, Any]]:
    of: dict[str, Any] = {"session_id": meeting.id, "enrolment_id": enrolment_id}
    if source != "screen":
        of["source"] = source
    if not mark.code:
        # The oldest first: whoever takes this back brings the latest one back first.
        return [{**of, "enrolment_id": each.enrolment_id, "reverses_id": each.id} for each in known]
    code = read_value(session, Attendance, "code", mark.code)
    if code in codes(session).present and meeting.on > today.isoformat():
        raise UserError("date_ahead", field="on", value=meeting.on)
    if mark.minutes is not None and mark.minutes < 0:
        raise UserError("bad_whole_number", field="minutes", value=str(mark.minutes))
    note = mark.note.strip() or None
    said = {"code": code, "minutes": mark.minutes, "note": note}
    last = known[-1] if known else None
    if last is not None and all(getattr(last, name) == value for name, value in said.items()):
        return []
    return [{**of, **{name: value for name, value in said.items() if value is not None}}]
