"""What needs a person today, and why; each line can be done, postponed or dismissed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.area import Village
from desktop.models.names import full_name
from desktop.models.people import Learner
from desktop.models.program import TodayMark
from desktop.services.brought import Found
from desktop.services.learners.records import LearnerQuery
from desktop.services.record_values import iso_date
from desktop.services.rights import Right, needs
from desktop.services.today.records import TodayLine, TodayList
from desktop.services.today.sources import HOUR_SOURCES, SOURCES
from desktop.services.workspace import Workspace

_STEP = 500


class TodayService:
    """Gathers the lines of the day and keeps what was decided about them on this laptop."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def get(self, limit: int = 30, *, mine: bool = False) -> TodayList:
        """Return what needs a person, the most urgent first.

        Args:
            limit: the most lines of one code that are shown; `counts` tells of all of them.
            mine: only learners whose facilitator is signed in.
        """
        today = self._workspace.today()
        with self._workspace.read(named=True) as session:
            found, postponed = self._found(session, today, mine)
            counts: dict[str, int] = {}
            shown: list[Found] = []
            for each in found:
                counts[each.code] = counts.get(each.code, 0) + 1
                if counts[each.code] <= limit:
                    shown.append(each)
            lines = _worded(session, shown)
        lines.sort(key=lambda line: (line.urgency, line.due or "9999", line.sort_key, line.line))
        return TodayList(tuple(lines), counts, postponed)

    @needs(Right.READ)
    def people(self, code: str, *, mine: bool = False) -> LearnerQuery:
        """Return the question that lists all learners behind one code."""
        with self._workspace.read() as session:
            found, _postponed = self._found(session, self._workspace.today(), mine)
        ids = dict.fromkeys(each.learner_id for each in found if each.code == code)
        return LearnerQuery(ids=tuple(each for each in ids if each is not None))

    @needs(Right.OWN)
    def done(self, line: str) -> None:
        """Note that a line was seen to; the same matter comes back only when it arises anew."""
        self._mark(line, "done", None, "")

    @needs(Right.OWN)
    def postpone(self, line: str, until: object) -> None:
        """Put a line away until a day; UserError `bad_date`, `date_past`."""
        day = iso_date("until", until)
        if day is None:
            raise UserError("bad_date", field="until", value="")
        if day <= self._workspace.today().isoformat():
            raise UserError("date_past", field="until", value=day)
        self._mark(line, "postponed", day, "")

    @needs(Right.OWN)
    def dismiss(self, line: str, reason: str) -> None:
        """Put a line away for good; UserError `reason_missing`."""
        if not reason.strip():
            raise UserError("reason_missing")
        self._mark(line, "dismissed", None, reason)

    @needs(Right.OWN)
    def bring_back(self, line: str) -> None:
        """Show a line again that was done, postponed or dismissed."""
        with self._workspace.write() as session:
            mark = session.get(TodayMark, line)
            if mark is not None:
                session.delete(mark)

    def _mark(self, line: str, state: str, until: str | None, reason: str) -> None:
        with self._workspace.write() as session:
            mark = session.get(TodayMark, line)
            if mark is None:
                mark = TodayMark(line=line)
                session.add(mark)
            mark.state, mark.until, mark.reason = state, until, reason.strip() or None
            mark.by, mark.at = self._workspace.user.user_id, self._workspace.now()

    def _found(self, session: Session, today: date, mine: bool) -> tuple[list[Found], int]:
        away, later = set(), set()
        for mark in session.scalars(select(TodayMark)):
            if mark.state != "postponed":
                away.add(mark.line)
            elif mark.until and mark.until > today.isoformat():
                later.add(mark.line)
        wanted = None
        user, now = self._workspace.user.user_id, self._workspace.now()
        if mine:
            wanted = set(session.scalars(select(Learner.id).where(Learner.facilitator_id == user)))
        found: list[Found] = []
        postponed = 0
        for lines in (
            *(source(session, today, user) for source in SOURCES),
            *(source(session, now, user) for source in HOUR_SOURCES),
        ):
            for each in lines:
                # A form that one left half filled is one's own, whoever it is about.
                theirs = each.learner_id is not None and each.code != "half_typed"
                if wanted is not None and theirs and each.learner_id not in wanted:
                    continue
                if each.line in later:
                    postponed += 1
                elif each.line not in away:
                    found.append(each)
        return found, postponed


def _worded(session: Session, found: Sequence[Found]) -> list[TodayLine]:
    ids = list({each.learner_id for each in found if each.learner_id})
    villages = {village.id: village for village in session.scalars(select(Village))}
    people: dict[UUID, Learner] = {}
    for start in range(0, len(ids), _STEP):
        step = ids[start : start + _STEP]
        for person in session.scalars(select(Learner).where(Learner.id.in_(step))):
            people[person.id] = person
    lines = []
    for each in found:
        learner = people.get(each.learner_id) if each.learner_id else None
        village = villages.get(learner.village_id) if learner and learner.village_id else None
        lines.append(
            TodayLine(
                line=each.line,
                code=each.code,
                urgency=each.urgency,
                due=each.due,
                learner_id=each.learner_id,
                learner_name=full_name(learner.title or "", learner.given, learner.surname or "")
                if learner
                else "",
                nickname=(learner.nickname or "") if learner else "",
                village=village.moo if village else "",
                village_name=(village.name or "") if village else "",
                screen=each.screen,
                subject=each.subject,
                values=each.values,
                sort_key=learner.sort_key if learner else "",
            )
        )
    return lines
