"""Making a person unknown while the counts stay: the record is erased, a nameless one begins.

What can be counted goes over to a record with an id of its own; nothing says whose it was. See the
decision on anonymising.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from secrets import SystemRandom
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models import dates
from desktop.models.area import Centre
from desktop.models.base import SyncedRecord
from desktop.models.capture import Editing
from desktop.models.dates import PartialDate
from desktop.models.derived import ensure
from desktop.models.fields import fields_of
from desktop.models.hett import Assessment, Rating
from desktop.models.ids import new_id
from desktop.models.people import Learner, LearnerGroup, LeavingReason
from desktop.models.plan import Plan
from desktop.services import audit
from desktop.services.persons_rights.erasing import ErasureService, fit_reason
from desktop.services.persons_rights.erasing_places import note_copies_elsewhere, note_copies_here
from desktop.services.persons_rights.erasing_rows import Owned, owned_by
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace, next_learner_code
from sync.kinds import kind_of

NAMELESS: Final = "ไม่ระบุตัวตน"
"""What stands in the place of the name."""

FEWEST_IN_VILLAGE: Final = 5
"""A village with fewer people than this would say who it was: only the tambon is kept then."""

_OLDEST: Final = 80

_Record = TypeVar("_Record", bound=SyncedRecord)


@dataclass(frozen=True)
class Anonymised:
    """How many people became unknown, and of how many the village had to go too."""

    people: int
    villages_left_out: int


@dataclass
class _Facts:
    """What of a person can be counted."""

    learner: dict[str, Any]
    groups: list[str] = field(default_factory=list)
    reasons: list[tuple[str, bool]] = field(default_factory=list)
    plan: dict[str, Any] | None = None
    assessments: list[tuple[dict[str, Any], list[dict[str, Any]]]] = field(default_factory=list)


class AnonymisingService:
    """Turns people into numbers. It cannot be taken back."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._erasure = ErasureService(workspace)

    @needs(Right.ERASE)
    def anonymise(self, learner_ids: Sequence[UUID], reason: str) -> Anonymised:
        """Erase these people and keep what counts of each under a new, nameless record.

        Several at once are mixed, so that their order tells nothing. Everything that erasing
        reaches is reached, on this laptop and, by sync, elsewhere.

        Raises:
            UserError: `learner_unknown`, `already_anonymous`, `reason_missing`,
                `reason_names_person`.
        """
        workspace = self._workspace
        together: Owned = {}
        with workspace.database.write(workspace.user.user_id, erasing=True) as session:
            people = [_live(session, each) for each in dict.fromkeys(learner_ids)]
            for learner in people:
                reason = fit_reason(session, learner, reason)
            crowded = _crowded(session)
            left_out = sum(
                1 for each in people if each.village_id and each.village_id not in crowded
            )
            facts = [_facts(session, each, crowded, workspace.today()) for each in people]
            for learner in people:
                note_copies_elsewhere(session, workspace, learner.id)
                note_copies_here(session, workspace, learner.id)
                for cls, ids in owned_by(session, learner).items():
                    together.setdefault(cls, []).extend(ids)
            self._erasure.destroy(session, together, reason)
            editing: Editing = session.info["editing"]
            # An action of its own: taking the last action back must find nothing of the person.
            editing.action = None
            SystemRandom().shuffle(facts)
            tambon = session.scalars(select(Centre.tambon)).first() or ""
            for each in facts:
                self._begin(session, each, tambon)
            audit.note(session, workspace, "learners_anonymised", people=len(people))
        self._erasure.finish(together)
        return Anonymised(len(people), left_out)

    def _begin(self, session: Session, facts: _Facts, tambon: str) -> None:
        learner_id = new_id()
        learner = Learner(
            id=learner_id,
            code=next_learner_code(session, tambon),
            given=NAMELESS,
            anonymised_on=self._workspace.today().isoformat(),
            **facts.learner,
        )
        session.add(learner)
        for code in facts.groups:
            ensure(session, LearnerGroup, learner_id=learner_id, code=code)
        for code, main in facts.reasons:
            ensure(session, LeavingReason, learner_id=learner_id, code=code).main = main
        if facts.plan is not None:
            session.add(Plan(learner_id=learner_id, **facts.plan))
        session.flush()
        for values, ratings in facts.assessments:
            assessment = Assessment(learner_id=learner_id, **values)
            session.add(assessment)
            for rating in ratings:
                session.add(Rating(assessment_id=assessment.id, learner_id=learner_id, **rating))
            # Each in a change of its own: which came last is told by the stamps.
            session.flush()


def _live(session: Session, learner_id: UUID) -> Learner:
    learner = session.get(Learner, learner_id)
    if learner is None or learner.deleted or learner.merged_into is not None:
        raise UserError("learner_unknown", text=str(learner_id))
    if learner.anonymised_on is not None:
        raise UserError("already_anonymous")
    return learner


def _crowded(session: Session) -> frozenset[UUID]:
    """Return the villages with enough people to be lost among."""
    return frozenset(
        village
        for village, people in session.execute(
            select(Learner.village_id, func.count())
            .where(Learner.deleted.is_(False), Learner.merged_into.is_(None))
            .group_by(Learner.village_id)
        )
        if village is not None and people >= FEWEST_IN_VILLAGE
    )


def _facts(session: Session, learner: Learner, crowded: frozenset[UUID], today: date) -> _Facts:
    values: dict[str, Any] = _counted(learner)
    values["village_id"] = learner.village_id if learner.village_id in crowded else None
    birth = _blurred_birth(learner, today)
    if birth is not None:
        values["birth"], values["birth_estimated"] = birth, True
    for name in ("registered_on", "closed_on"):
        day = getattr(learner, name)
        values[name] = day[:4] if day else None
    facts = _Facts(values)
    facts.groups = [each.code for each in _of(session, LearnerGroup, learner.id)]
    facts.reasons = [(each.code, each.main) for each in _of(session, LeavingReason, learner.id)]
    plans = sorted(
        _of(session, Plan, learner.id), key=lambda plan: (plan.version, plan.first_stamp)
    )
    if plans:
        facts.plan = _counted(plans[-1])
    for assessment in sorted(
        _of(session, Assessment, learner.id), key=lambda each: (each.on, each.first_stamp)
    ):
        ratings: dict[str, Rating] = {}
        for rating in _of(session, Rating, learner.id):
            if rating.assessment_id == assessment.id:
                ratings[rating.indicator] = rating  # the latest stands
        facts.assessments.append(
            (
                {
                    "framework": assessment.framework,
                    "framework_version": assessment.framework_version,
                    "round": assessment.round,
                    "complete": assessment.complete,
                    "on": _quarter_of(assessment.on),
                },
                [
                    {
                        "indicator": each.indicator,
                        "state": each.state,
                        "level": each.level,
                        "self_level": each.self_level,
                    }
                    for each in ratings.values()
                ],
            )
        )
    return facts


def _counted(record: SyncedRecord) -> dict[str, Any]:
    """Return what of a record is counted in the open: the codes that the hub may read too."""
    open_ones = kind_of(record.kind).open
    return {
        name: getattr(record, name)
        for name, meaning in fields_of(type(record)).items()
        if meaning.type == "code" and name in open_ones
    }


def _of(session: Session, cls: type[_Record], learner_id: UUID) -> list[_Record]:
    owner: Any = cls
    return list(
        session.scalars(
            select(cls)
            .where(owner.learner_id == learner_id, cls.deleted.is_(False))
            .order_by(cls.first_stamp)
        )
    )


def _blurred_birth(learner: Learner, today: date) -> str | None:
    """Return a year in the middle of the age band of today, None where no age is known."""
    if not learner.birth:
        return None
    known = PartialDate.from_iso(learner.birth, estimated=learner.birth_estimated)
    years = known.age_on(today).years
    for _name, low, high in dates.AGE_BANDS:
        if low <= years <= high:
            return str(today.year - (low + min(high, _OLDEST)) // 2)
    return None


def _quarter_of(on: str) -> str:
    """Return the first day of the quarter: assessments are counted by quarters."""
    day = PartialDate.from_iso(on).first_day
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1).isoformat()
