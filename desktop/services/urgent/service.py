"""Urgent restricted cases: somebody in danger, read by the people named in the case and no others.

Sessions of every other service leave these records out (`masking`); here the case's own list of
names decides. An administrator who is not named learns that a case exists, not what is in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from math import inf
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import from_milliseconds, to_milliseconds
from desktop.models.names import full_name
from desktop.models.people import Learner
from desktop.models.program import User
from desktop.models.tries import UrgentTry
from desktop.models.urgent import UrgentCase, UrgentHanding, UrgentNote
from desktop.services import audit
from desktop.services.record_values import centre_vocabulary, live, required, set_values
from desktop.services.rights import Right, needs, require
from desktop.services.roles import rights_of
from desktop.services.same_person import of_person
from desktop.services.tries.reading import filled, tries_of
from desktop.services.urgent.chain import handing_lines, handings, next_step
from desktop.services.urgent.hours import hours, pace_of
from desktop.services.urgent.reading import answered_of, handed_of, last_notes
from desktop.services.urgent.records import NamedUser as NamedUser
from desktop.services.urgent.records import UrgentDetail as UrgentDetail
from desktop.services.urgent.records import UrgentEntry as UrgentEntry
from desktop.services.urgent.records import UrgentLine as UrgentLine
from desktop.services.urgent.records import UrgentShadow as UrgentShadow
from desktop.services.workspace import Workspace
from resources.clock import thai_day

OPEN, REFERRED, CLOSED = "open", "referred", "closed"


class UrgentService:
    """What can be done with urgent cases; each method is one transaction."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.URGENT)
    def open(self, values: Mapping[str, Any], named: Iterable[UUID] = ()) -> UUID:
        """Open a case; who opens it is named and responsible for it until another is.

        Args:
            values: `case_kind` and one of `learner_id`, `person_note`; as known `summary`,
                `opened_on` (today unless given), `protected`.
            named: further users who may read it.

        Raises:
            UserError: `field_missing`, `unknown_code`, `bad_date`, `date_ahead`, `learner_unknown`,
                `urgent_user_unfit` (a user who may not work with urgent cases).
        """
        me = self._workspace.user.user_id
        with self._workspace.write() as session:
            case = UrgentCase(
                case_kind="",
                opened_on=self._workspace.today().isoformat(),
                responsible=me,
                named=self._checked(session, [me, *named]),
            )
            self._fill(session, case, values)
            session.add(case)
            audit.note(session, self._workspace, "urgent_opened", case.id)
            return case.id

    @needs(Right.URGENT)
    def edit(self, case_id: UUID, values: Mapping[str, Any]) -> None:
        """Change what is written of a case; UserError as `open` and `record_unknown`."""
        with self._workspace.write() as session:
            case = self._mine(session, case_id)
            self._fill(session, case, values)
            audit.note(session, self._workspace, "urgent_changed", case_id, fields=sorted(values))

    @needs(Right.URGENT)
    def add_note(self, case_id: UUID, text: str) -> UUID:
        """Add a note; notes are never changed. UserError `record_unknown`, `field_missing`."""
        if not text.strip():
            raise UserError("field_missing", field="text", kind=UrgentNote.kind)
        with self._workspace.write() as session:
            self._mine(session, case_id)
            made = UrgentNote(
                case_id=case_id,
                at=to_milliseconds(self._workspace.now()),
                author=self._workspace.user.user_id,
                text=text.strip(),
            )
            session.add(made)
            audit.note(session, self._workspace, "urgent_noted", case_id)
            return made.id

    @needs(Right.URGENT)
    def note_try(self, case_id: UUID, values: Mapping[str, Any] | None = None) -> UUID:
        """Note that somebody was phoned and did not answer; as `TryService.note`."""
        with self._workspace.write() as session:
            self._mine(session, case_id)
            made = UrgentTry(case_id=case_id, by=self._workspace.user.user_id)
            filled(session, made, UrgentCase.kind, dict(values or {}), self._workspace.today())
            session.add(made)
            audit.note(session, self._workspace, "urgent_tried", case_id)
            return made.id

    @needs(Right.URGENT)
    def hand_on(self, case_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Note that the next step of the chain was told, which is never changed; it is referred.

        Args:
            case_id: the case.
            values: `reason`; as known `how` (by telephone unless given) and `whom` (who stands at
                that step unless given).

        Raises:
            UserError: `record_unknown`, `urgent_no_step` (all were told), `urgent_ended`,
                `field_missing` (`reason`); as `set_values`.
        """
        with self._workspace.write() as session:
            case = self._mine(session, case_id)
            if case.state == CLOSED:
                raise UserError("urgent_ended")
            step = next_step(session, handings(session, [case_id]).get(case_id, []))
            if step is None:
                raise UserError("urgent_no_step")
            made = UrgentHanding(
                case_id=case_id,
                step=step.step,
                at=to_milliseconds(self._workspace.now()),
                by=self._workspace.user.user_id,
                whom=step.whom or None,
                how="phone",
                reason="",
            )
            set_values(session, made, values)
            required(made)
            session.add(made)
            case.state = REFERRED
            audit.note(session, self._workspace, "urgent_handed_on", case_id, step=step.step)
            return made.id

    @needs(Right.URGENT)
    def name_people(
        self, case_id: UUID, named: Iterable[UUID], responsible: UUID | None = None
    ) -> None:
        """Make these the people who may read a case; the responsible one is always among them.

        Raises:
            UserError: `record_unknown`, `urgent_nobody`, `urgent_user_unfit`.
        """
        with self._workspace.write() as session:
            case = self._mine(session, case_id)
            answers = responsible or case.responsible
            people = list(named)
            if responsible is not None and responsible not in people:
                people.append(responsible)
            if not people:
                raise UserError("urgent_nobody")
            if answers not in people:
                answers = people[0]
            stay = set(_named(case))
            case.named = self._checked(session, people, stay)
            case.responsible = answers
            audit.note(
                session, self._workspace, "urgent_named", case_id,
                named=sorted(each.hex for each in people),
            )  # fmt: skip

    @needs(Right.URGENT)
    def set_state(self, case_id: UUID, state: str, outcome: str = "") -> None:
        """Refer, close or take up a case again; closing asks how it ended.

        Raises:
            UserError: `record_unknown`, `unknown_code`, `field_missing` (outcome, on closing).
        """
        with self._workspace.write() as session:
            case = self._mine(session, case_id)
            if centre_vocabulary(session, "urgent_states").find(state) is None:
                raise UserError("unknown_code", field="state", value=state)
            if state == CLOSED and not outcome.strip():
                raise UserError("field_missing", field="outcome", kind=UrgentCase.kind)
            case.state = state
            case.closed_on = self._workspace.today().isoformat() if state == CLOSED else None
            if outcome.strip():
                case.outcome = outcome.strip()
            audit.note(session, self._workspace, "urgent_state", case_id, state=state)

    @needs(Right.URGENT)
    def get(self, case_id: UUID) -> UrgentDetail:
        """Return a case whole; the look is recorded. UserError `record_unknown`."""
        with self._workspace.write() as session:
            case = self._mine(session, case_id)
            audit.note(session, self._workspace, "urgent_seen", case_id)
            users = {user.id: user for user in session.scalars(select(User))}
            notes = list(
                session.scalars(
                    select(UrgentNote)
                    .where(UrgentNote.case_id == case_id, UrgentNote.deleted.is_(False))
                    .order_by(UrgentNote.at.desc(), UrgentNote.id.desc())
                )
            )
            (line,) = self._lines(session, [case])
            return UrgentDetail(
                line=line,
                person_note=case.person_note or "",
                summary=case.summary or "",
                outcome=case.outcome or "",
                closed_on=case.closed_on or "",
                responsible_id=case.responsible,
                named=tuple(_user(users, each) for each in _named(case)),
                notes=tuple(
                    UrgentEntry(
                        each.id,
                        from_milliseconds(each.at),
                        users[each.author].name if each.author in users else "",
                        each.text,
                    )
                    for each in notes
                ),
                tries=tries_of(session, UrgentTry, "case_id", case_id),
                handings=handing_lines(session, handings(session, [case_id]).get(case_id, [])),
            )

    @needs(Right.URGENT)
    def mine(self, states: Sequence[str] = (OPEN, REFERRED)) -> tuple[UrgentLine, ...]:
        """Return the cases that name who asks, by what is due first; then the others by age."""
        with self._reading() as session:
            lines = self._lines(session, self._cases(session, states=states))
        return tuple(sorted(lines, key=_by_due))

    @needs(Right.READ)
    def of_learner(self, learner_id: UUID) -> tuple[UrgentLine, ...]:
        """Return a learner's cases that name who asks; nothing at all to anybody else."""
        with self._reading() as session:
            return self._lines(session, self._cases(session, learner_id=learner_id))

    @needs(Right.READ)
    def waiting(self) -> int:
        """Return how many open cases name who asks: for the day's list."""
        with self._reading() as session:
            return len(self._cases(session, states=(OPEN, REFERRED)))

    @needs(Right.READ)
    def whole_of_learner(self, learner_id: UUID) -> tuple[UrgentDetail, ...]:
        """Return a learner's cases whole, of those that name who asks; each look is recorded."""
        return tuple(self.get(line.id) for line in self.of_learner(learner_id))

    @needs(Right.USERS)
    def unseen(self) -> tuple[UrgentShadow, ...]:
        """Return that cases exist which do not name who asks; nothing of their content."""
        me = self._workspace.user.user_id
        with self._reading() as session:
            here = _working(session)
            today = self._workspace.today()
            return tuple(
                UrgentShadow(case.id, case.state, _days(case, today), not set(_named(case)) & here)
                for case in session.scalars(
                    select(UrgentCase)
                    .where(UrgentCase.deleted.is_(False))
                    .order_by(UrgentCase.opened_on, UrgentCase.id)
                )
                if me not in _named(case)
            )

    @needs(Right.USERS)
    def name_another(self, case_id: UUID, user_id: UUID) -> None:
        """Name a person in a case whose named people have all left.

        Raises:
            UserError: `record_unknown`, `urgent_named_there` (one of them still works here),
                `urgent_user_unfit`.
        """
        with self._workspace.write() as session:
            case = live(session, UrgentCase, case_id)
            if set(_named(case)) & _working(session):
                raise UserError("urgent_named_there")
            case.named = self._checked(session, [*_named(case), user_id], set(_named(case)))
            case.responsible = user_id
            audit.note(session, self._workspace, "urgent_handed_over", case_id, named=[user_id.hex])

    @needs(Right.URGENT)
    def people(self) -> tuple[NamedUser, ...]:
        """Return the users who can be named."""
        with self._reading() as session:
            fit = _working(session)
            users = session.scalars(select(User).order_by(User.name, User.first_stamp))
            return tuple(NamedUser(user.id, user.name, True) for user in users if user.id in fit)

    # Inside

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        # Past what other sessions leave out: here the list of names decides.
        with self._workspace.database.read() as session:
            yield session

    def _mine(self, session: Session, case_id: UUID) -> UrgentCase:
        # To somebody not named a case is not there at all.
        case = live(session, UrgentCase, case_id)
        if self._workspace.user.user_id not in _named(case):
            raise UserError("record_unknown", kind=UrgentCase.kind, text=str(case_id))
        return case

    def _cases(
        self,
        session: Session,
        *,
        states: Sequence[str] = (),
        learner_id: UUID | None = None,
    ) -> list[UrgentCase]:
        if Right.URGENT not in self._workspace.rights:
            return []
        wanted = select(UrgentCase).where(UrgentCase.deleted.is_(False))
        if states:
            wanted = wanted.where(UrgentCase.state.in_(states))
        if learner_id is not None:
            wanted = wanted.where(of_person(UrgentCase.learner_id, learner_id))
        me = self._workspace.user.user_id
        found = session.scalars(wanted.order_by(UrgentCase.opened_on, UrgentCase.id))
        return [case for case in found if me in _named(case)]

    def _fill(self, session: Session, case: UrgentCase, values: Mapping[str, Any]) -> None:
        set_values(session, case, values)
        required(case)
        if case.opened_on > self._workspace.today().isoformat():
            raise UserError("date_ahead", field="opened_on", value=case.opened_on)
        if case.learner_id is not None:
            require(self._workspace, Right.READ)
            live(session, Learner, case.learner_id)
        elif not (case.person_note or "").strip():
            raise UserError("field_missing", field="person_note", kind=UrgentCase.kind)

    def _checked(
        self, session: Session, people: Iterable[UUID], stay: set[UUID] | None = None
    ) -> list[str]:
        fit = _working(session) | (stay or set())
        named: dict[UUID, None] = {}
        for each in people:
            if each not in fit and each != self._workspace.user.user_id:
                raise UserError("urgent_user_unfit")
            named[each] = None
        return [each.hex for each in named]

    def _lines(self, session: Session, cases: Sequence[UrgentCase]) -> tuple[UrgentLine, ...]:
        users = {user.id: user.name for user in session.scalars(select(User))}
        today, me = self._workspace.today(), self._workspace.user.user_id
        newest = last_notes(session, [case.id for case in cases])
        targets, now = hours(session), self._workspace.now()
        answered = answered_of(session, [case.id for case in cases])
        told = handings(session, [case.id for case in cases])
        handed = handed_of(session, told)
        return tuple(
            UrgentLine(
                id=case.id,
                learner_id=case.learner_id,
                who=_who(session, case),
                case_kind=case.case_kind,
                state=case.state,
                opened_on=case.opened_on,
                days=_days(case, today),
                responsible=users.get(case.responsible, "") if case.responsible else "",
                mine=case.responsible == me,
                last_note=(
                    thai_day(from_milliseconds(newest[case.id])).isoformat()
                    if case.id in newest
                    else ""
                ),
                protected=case.protected,
                pace=pace_of(
                    case, targets, now, answered=case.id in answered, handed=handed.get(case.id)
                ),
                told_step=told[case.id][-1].step if case.id in told else "",
                next_step=next_step(session, told.get(case.id, ())),
            )
            for case in cases
        )


def _by_due(line: UrgentLine) -> float:
    """What is longest overdue first; the sort keeps the order of those that wait for nobody."""
    return line.pace.due_at.timestamp() if line.pace is not None else inf


def _named(case: UrgentCase) -> list[UUID]:
    named = []
    for each in case.named or ():
        try:
            named.append(UUID(each))
        except (ValueError, TypeError, AttributeError):  # of a wrong shape when it came
            continue
    return named


def _working(session: Session) -> set[UUID]:
    """Return the users who work here and whose role works with urgent cases."""
    users = session.scalars(select(User).where(User.deleted.is_(False)))
    return {user.id for user in users if Right.URGENT in rights_of(user.role, active=user.active)}


def _user(users: Mapping[UUID, User], user_id: UUID) -> NamedUser:
    user = users.get(user_id)
    if user is None:
        return NamedUser(user_id, "", False)
    return NamedUser(user_id, user.name, user.active and not user.deleted)


def _who(session: Session, case: UrgentCase) -> str:
    learner = session.get(Learner, case.learner_id) if case.learner_id else None
    if learner is None:
        return case.person_note or ""
    return full_name(
        learner.title or "", learner.given, learner.surname or "", learner.middle or ""
    )


def _days(case: UrgentCase, today: date) -> int:
    try:
        opened = date.fromisoformat(case.opened_on)
        ended = date.fromisoformat(case.closed_on) if case.closed_on else today
    except ValueError:
        return 0
    return max(0, (ended - opened).days)
