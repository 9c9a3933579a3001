"""What meetings bring to the day: those of today, registers not taken, and signs of risk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.services.attendance.flags import flags
from desktop.services.brought import Brought, Found, about
from desktop.services.sessions.reading import found
from desktop.services.sessions.records import SessionQuery

REGISTER: Final = "register"
"""The place where a register is taken."""

_LOOKED_BACK: Final = 60
"""So many days back a register that is not taken still stands in the day."""


def _lines(session: Session, today: date, _user: UUID) -> Iterator[Found]:
    """Give a line for each meeting of today, each register not taken, each sign of a learner."""
    query = SessionQuery(first=today - timedelta(_LOOKED_BACK), last=today, untaken=True)
    for row in found(session, query, today):
        code = "session_today" if row.on == today.isoformat() else "register_untaken"
        line = f"{code}:{row.id}"
        yield about(REGISTER, row, line, code, 1 if code == "session_today" else 2, row.on)
    for flag in flags(session, today):
        state = flag.since or f"{flag.present}/{flag.expected}"
        yield Found(
            f"{flag.sign}:{flag.course_id}:{flag.learner_id}:{state}",
            flag.sign,
            1,
            flag.since,
            flag.learner_id,
            "contacts",
            str(flag.learner_id),
            {
                "course": flag.course,
                "present": flag.present,
                "expected": flag.expected,
                "rule": flag.rule,
                "reachable": flag.reachable,
            },
        )


SESSIONS: Final = Brought(
    codes=("absent_in_a_row", "attendance_low", "register_untaken", "session_today"),
    day=_lines,
)
