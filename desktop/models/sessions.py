"""Meetings of courses, and who came to them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Index, select, text
from sqlalchemy.orm import Mapped, Session, aliased

from desktop.models import fields as field
from desktop.models.base import Base
from desktop.models.ids import DerivedId
from desktop.models.moves import AppendOnly, MoveRecord, WithStates


class CourseSession(WithStates, Base):
    """One meeting of a course. Its id comes from course, day and number: two laptops write one.

    Attributes:
        number: which of the meetings of that day, from 1.
        from_time: HH:MM, as `to_time`.
        happened: what was done, `results` what came of it, `problems` what went badly,
            `next_step` what follows: the activity record.
        moved_from_id: the meeting that was cancelled for this one, on another day.
    """

    __tablename__ = "course_session"
    kind = "session"
    first_state = "planned"
    move_kind = "session_move"
    derived = DerivedId("course_id", ("session", "{on}", "{number}"))

    course_id: Mapped[UUID] = field.owner("course", index=True)
    on: Mapped[str] = field.day(index=True)
    number: Mapped[int] = field.count(default=1)
    from_time: Mapped[str | None] = field.plain()
    to_time: Mapped[str | None] = field.plain()
    hours: Mapped[float | None] = field.amount()
    topic: Mapped[str | None] = field.line()
    place: Mapped[str | None] = field.line()
    village_id: Mapped[UUID | None] = field.link("village", index=True)
    teacher_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    responsible_id: Mapped[UUID | None] = field.user()
    happened: Mapped[str | None] = field.text()
    results: Mapped[str | None] = field.text()
    problems: Mapped[str | None] = field.text()
    next_step: Mapped[str | None] = field.text()
    note: Mapped[str | None] = field.text()
    moved_from_id: Mapped[UUID | None] = field.link("session", by_hand=False, index=True)


class SessionMove(MoveRecord, Base):
    """One step of a meeting: held, or cancelled, and why."""

    __tablename__ = "session_move"
    kind = "session_move"

    session_id: Mapped[UUID] = field.owner("session", index=True)
    move: Mapped[str] = field.coded("session_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("session_states", by_hand=False)
    to_state: Mapped[str] = field.coded("session_states", by_hand=False)
    cancel_reason: Mapped[str | None] = field.coded("session_cancel_reasons")


class Attendance(AppendOnly, Base):
    """One mark of somebody at a session; no mark means not marked, never absent.

    Of the marks that nothing took back the latest counts, whichever laptop it came from. Those of
    one turn are stored at once and share their stamp, so that of nobody there are two in a turn.

    Attributes:
        code: empty in what takes back a mark.
        source: how it was made; empty for one that was made on the screen.
        minutes: how long somebody was there who came late or left early.
        reverses_id: the mark that this takes back: what held before it counts again.
    """

    __tablename__ = "attendance"
    kind = "attendance"

    # There are more marks than anything else: those of a meeting are found by who is in its
    # course, and taking back is rare.
    __table_args__ = (
        Index(
            "ix_attendance_reverses_id", "reverses_id", sqlite_where=text("reverses_id IS NOT NULL")
        ),
    )

    session_id: Mapped[UUID] = field.link("session")
    enrolment_id: Mapped[UUID] = field.owner("enrolment", index=True)
    code: Mapped[str | None] = field.coded("attendance_codes")
    minutes: Mapped[int | None] = field.count()
    note: Mapped[str | None] = field.line()
    source: Mapped[str | None] = field.coded("attendance_sources", by_hand=False)
    reverses_id: Mapped[UUID | None] = field.machine()

    def in_effect(self, session: Session) -> bool:
        """Whether it is the mark that counts; of a taking back, that nothing was marked since."""
        if self.deleted:
            return False
        latest = _latest(session, self)
        if self.code is None:
            return latest is None or latest.first_stamp < self.first_stamp
        return latest is not None and latest.id == self.id

    def reverse(self, session: Session, day: str) -> bool:
        """Let what held before it count again; a taking back is taken back by a new mark."""
        del day
        same: dict[str, Any] = {"session_id": self.session_id, "enrolment_id": self.enrolment_id}
        if self.code is not None:
            session.add(Attendance(**same, source=self.source, reverses_id=self.id))
            return True
        taken = session.get(Attendance, self.reverses_id)
        if taken is None or taken.erased is not None:
            return False
        said = {name: getattr(taken, name) for name in ("code", "minutes", "note", "source")}
        session.add(Attendance(**same, **said))
        return True


def _latest(session: Session, mark: Attendance) -> Attendance | None:
    """The mark that counts of the same person at the same meeting."""
    return session.scalars(
        select(Attendance)
        .where(
            Attendance.session_id == mark.session_id,
            Attendance.enrolment_id == mark.enrolment_id,
            *counting(),
        )
        .order_by(Attendance.first_stamp.desc(), Attendance.id.desc())
        .limit(1)
    ).first()


def counting() -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a mark may count: it says something, and nothing took it back."""
    back = aliased(Attendance)
    taken = select(back.id).where(back.reverses_id == Attendance.id, back.deleted.is_(False))
    return Attendance.deleted.is_(False), Attendance.code.is_not(None), ~taken.exists()
