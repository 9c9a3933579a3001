"""Asking the calendar: what is when, and what a session that is being planned would clash with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from desktop.errors import UserError
from desktop.models.courses import Course
from desktop.services.calendars.clashing import clashes
from desktop.services.calendars.reading import (
    learners_of,
    planned_of,
    planned_on,
    seasons_of,
    stretch,
)
from desktop.services.calendars.records import CalendarDays, Clash
from desktop.services.record_values import iso_date, live
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace


class CalendarService:
    """Reads; what is planned is planned with the course."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def days(self, first: date, days: int) -> CalendarDays:
        """Return the sessions of a stretch of days, with what clashes, and the seasons."""
        with self._workspace.read() as session:
            return stretch(session, first, days)

    @needs(Right.READ)
    def clashes(
        self,
        course_id: UUID,
        on: object,
        values: Mapping[str, Any] | None = None,
        session_id: UUID | None = None,
    ) -> tuple[Clash, ...]:
        """Return what a session of a course would clash with.

        Args:
            on: its day.
            values: `from_time`, `to_time`, `hours`, `place`, `village_id`, `teacher_id`,
                `responsible_id`, as far as the session says them itself.
            session_id: of one that is being changed.

        Raises:
            UserError: `bad_date`, `record_unknown`.
        """
        day = iso_date("on", on)
        if day is None:
            raise UserError("bad_date", field="on", value=str(on))
        with self._workspace.read() as session:
            course = live(session, Course, course_id)
            mine = learners_of(session, {course_id}).get(course_id, frozenset())
            seasons = {each.village_id: each for each in seasons_of(session)}
            one = planned_of(course, day, values or {}, mine, session_id)
            return clashes(one, planned_on(session, day), seasons)
