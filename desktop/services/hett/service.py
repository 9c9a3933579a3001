"""HETT: the framework in the centre's words, assessments, ratings, averages and the way taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models import framework as shipped
from desktop.models.framework import Framework
from desktop.models.hett import Assessment, Rating
from desktop.models.ids import derived_id
from desktop.models.people import Learner, RiskFlag
from desktop.models.plan import Goal, Plan
from desktop.models.program import User
from desktop.services.entries import entry
from desktop.services.hett.framework import centre_framework
from desktop.services.hett.records import (
    AssessmentDetail,
    AssessmentLine,
    HettPicture,
    RatingView,
)
from desktop.services.record_values import live, owned, set_values
from desktop.services.rights import Right, needs, open_to_all
from desktop.services.same_person import of_person
from desktop.services.workspace import Workspace

LOW = 1.5
"""A dimension's mean below this reads as level 1."""

_LOW_DIMENSIONS = 2


class HettService:
    """Assessments of learners; each method is one transaction."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @open_to_all
    def framework(self) -> Framework:
        """Return the framework in the centre's own words."""
        with self._workspace.read() as session:
            return centre_framework(session)

    @needs(Right.PLAN)
    def start(
        self, learner_id: UUID, round_code: str = "", on: object | None = None, note: str = ""
    ) -> UUID:
        """Begin an assessment today, or on the day given; returns it.

        Args:
            learner_id: whose.
            round_code: code of `rounds`; "" takes `entry` for the first and `extra` after it.
            on: the day.
            note: a remark.

        Raises:
            UserError: `learner_unknown`, `unknown_code`, `bad_date`.
        """
        user = self._workspace.user
        with self._workspace.write() as session:
            live(session, Learner, learner_id)
            if not round_code:
                before = session.scalars(owned(Assessment, learner_id).limit(1)).first()
                round_code = "extra" if before else "entry"
            made = Assessment(
                learner_id=learner_id,
                on=self._workspace.today().isoformat(),
                assessor_id=user.user_id,
                assessor_name=user.name,
                framework_version=centre_framework(session).version,
            )
            set_values(session, made, {"round": round_code, "note": note})
            if on:
                set_values(session, made, {"on": on})
            session.add(made)
            return made.id

    @needs(Right.PLAN)
    def edit(self, assessment_id: UUID, values: Mapping[str, Any]) -> None:
        """Change `round`, `on`, `assessor_name` or `note` of an assessment."""
        with self._workspace.write() as session:
            set_values(session, live(session, Assessment, assessment_id), values)

    @needs(Right.PLAN)
    def rate(
        self,
        assessment_id: UUID,
        indicator: str,
        level: int | None = None,
        *,
        state: str = "",
        self_level: int | None = None,
        raw: Mapping[str, Any] | None = None,
        evidence: str | None = None,
    ) -> RatingView:
        """Rate one indicator; what is not given stays as it was rated last in this assessment.

        Args:
            assessment_id: in which round.
            indicator: its code.
            level: 1 to 4.
            state: `rated`, `not_assessed` or `not_applicable`; the last two take the level away.
            self_level: what the learner says, 1 to 4; 0 takes it away.
            raw: the raw values by key; {} takes them away.
            evidence: what was seen; "" takes it away.

        Raises:
            UserError: `record_unknown`, `indicator_unknown`, `bad_level`, `unknown_code`,
                `bad_raw` (a raw value out of its bounds).
        """
        with self._workspace.write() as session:
            assessment = live(session, Assessment, assessment_id)
            framework = centre_framework(session)
            _check_rating(framework, indicator, level, self_level, state, raw)
            last = _latest(session, [assessment_id]).get((assessment_id, indicator))
            made = Rating(
                assessment_id=assessment_id,
                learner_id=assessment.learner_id,
                indicator=indicator,
                state=state or ("rated" if level else last.state if last else "not_assessed"),
                level=level if level else last.level if last else None,
                self_level=last.self_level if last and self_level is None else self_level or None,
                raw=(dict(raw) or None) if raw is not None else last.raw if last else None,
                evidence=(evidence.strip() or None)
                if evidence is not None
                else last.evidence
                if last
                else None,
            )
            if made.state != "rated":
                made.level = None
            elif made.level is None:
                raise UserError("bad_level", indicator=indicator)
            if last is not None and _same(last, made):
                return _rating_view(framework, last)
            session.add(made)
            session.flush()
            return _rating_view(framework, made)

    @needs(Right.PLAN)
    def complete(self, assessment_id: UUID, complete: bool = True) -> None:
        """Say that an assessment is done; two dimensions at level 1 raise a risk flag.

        Raises:
            UserError: `record_unknown`, `nothing_rated`.
        """
        with self._workspace.write() as session:
            assessment = live(session, Assessment, assessment_id)
            if complete:
                finish(session, assessment)
            else:
                assessment.complete = False

    @needs(Right.PLAN)
    def hide(self, assessment_id: UUID) -> None:
        """Hide an assessment that was begun by mistake."""
        with self._workspace.write() as session:
            live(session, Assessment, assessment_id).deleted = True

    @needs(Right.READ)
    def get(self, assessment_id: UUID) -> AssessmentDetail:
        """Return an assessment with its ratings by indicator; UserError `record_unknown`."""
        with self._workspace.read() as session:
            assessment = live(session, Assessment, assessment_id)
            framework = centre_framework(session)
            ratings = {
                code: _rating_view(framework, each)
                for (_, code), each in _latest(session, [assessment_id]).items()
            }
            return AssessmentDetail(
                line=_lines(session, framework, [assessment])[0],
                values=entry(assessment).values,
                ratings=ratings,
            )

    @needs(Right.READ)
    def of(self, learner_id: UUID) -> tuple[AssessmentLine, ...]:
        """Return the learner's assessments, oldest first."""
        with self._workspace.read() as session:
            live(session, Learner, learner_id)
            return assessment_lines(session, learner_id)

    @needs(Right.READ)
    def picture(self, learner_id: UUID) -> HettPicture:
        """Return first, last and target per dimension, and the way between."""
        with self._workspace.read() as session:
            live(session, Learner, learner_id)
            return hett_picture(session, learner_id)


def finish(session: Session, assessment: Assessment) -> None:
    """Say that an assessment is done; see `HettService.complete`.

    Raises:
        UserError: `nothing_rated`.
    """
    assessment.complete = True
    latest = _latest(session, [assessment.id])
    averages = centre_framework(session).averages(
        {code: each.level for (_, code), each in latest.items()}
    )
    if not averages:
        raise UserError("nothing_rated")
    low = [code for code, mean in averages.items() if mean < LOW]
    if len(low) >= _LOW_DIMENSIONS:
        _raise_low(session, assessment)


def assessment_lines(
    session: Session, learner_id: UUID, framework: Framework | None = None
) -> tuple[AssessmentLine, ...]:
    """Return a learner's assessments, oldest day first; a framework read before saves a look."""
    found = sorted(
        session.scalars(owned(Assessment, learner_id)), key=lambda each: (each.on, each.first_stamp)
    )
    return tuple(_lines(session, framework or centre_framework(session), found))


def hett_picture(
    session: Session, learner_id: UUID, framework: Framework | None = None
) -> HettPicture:
    """Return what the radar and the lines over time are drawn from."""
    rated = tuple(
        line for line in assessment_lines(session, learner_id, framework) if line.averages
    )
    target = plan_targets(session, learner_id)
    if not rated:
        return HettPicture({}, {}, target, ())
    return HettPicture(rated[0].averages, rated[-1].averages, target, rated)


def plan_targets(session: Session, learner_id: UUID) -> dict[str, float]:
    """Return the mean target level per dimension of the goals of the newest plan."""
    plan = session.scalars(
        select(Plan)
        .where(of_person(Plan.learner_id, learner_id), Plan.deleted.is_(False))
        .order_by(Plan.version.desc(), Plan.first_stamp.desc())
        .limit(1)
    ).first()
    if plan is None:
        return {}
    found: dict[str, list[int]] = {}
    for goal in session.scalars(
        select(Goal).where(
            Goal.plan_id == plan.id, Goal.deleted.is_(False), Goal.target_level.is_not(None)
        )
    ):
        if goal.dimension and goal.target_level and goal.state != "dropped":
            found.setdefault(goal.dimension, []).append(goal.target_level)
    return {code: sum(levels) / len(levels) for code, levels in found.items()}


def latest_levels(
    session: Session, assessment_ids: Sequence[UUID]
) -> dict[UUID, dict[str, int | None]]:
    """Return the level that counts of each indicator, by assessment."""
    found: dict[UUID, dict[str, int | None]] = {each: {} for each in assessment_ids}
    for start in range(0, len(assessment_ids), 500):
        step = assessment_ids[start : start + 500]
        for assessment_id, indicator, state, level in session.execute(
            select(Rating.assessment_id, Rating.indicator, Rating.state, Rating.level)
            .where(Rating.assessment_id.in_(step), Rating.deleted.is_(False))
            .order_by(Rating.first_stamp)
        ):
            found[assessment_id][indicator] = level if state == "rated" else None
    return found


def latest_ratings(
    session: Session, assessment_id: UUID, framework: Framework | None = None
) -> dict[str, RatingView]:
    """Return the rating that counts of each indicator of one assessment."""
    framework = framework or centre_framework(session)
    return {
        code: _rating_view(framework, each)
        for (_, code), each in _latest(session, [assessment_id]).items()
    }


def _latest(session: Session, assessment_ids: Iterable[UUID]) -> dict[tuple[UUID, str], Rating]:
    found = {}
    for rating in session.scalars(
        select(Rating)
        .where(Rating.assessment_id.in_(list(assessment_ids)), Rating.deleted.is_(False))
        .order_by(Rating.first_stamp)
    ):
        found[rating.assessment_id, rating.indicator] = rating
    return found


def _lines(
    session: Session, framework: Framework, assessments: Sequence[Assessment]
) -> list[AssessmentLine]:
    levels = latest_levels(session, [each.id for each in assessments])
    names = {user.id: user.name for user in session.scalars(select(User))}
    return [
        AssessmentLine(
            id=each.id,
            learner_id=each.learner_id,
            round=each.round or "",
            on=each.on,
            complete=each.complete,
            assessor=each.assessor_name
            or (names.get(each.assessor_id, "") if each.assessor_id else ""),
            averages=framework.averages(levels[each.id]),
            rated=sum(level is not None for level in levels[each.id].values()),
        )
        for each in assessments
    ]


def _rating_view(framework: Framework, rating: Rating) -> RatingView:
    try:
        indicator = framework.indicator(rating.indicator)
    except KeyError:  # rated elsewhere by a newer framework: shown by its code
        dimension, sensitive = "", True
    else:
        dimension, sensitive = indicator.dimension, indicator.sensitive
    return RatingView(
        id=rating.id,
        indicator=rating.indicator,
        dimension=dimension,
        sensitive=sensitive,
        state=rating.state,
        level=rating.level,
        self_level=rating.self_level,
        raw=dict(rating.raw or {}),
        evidence=rating.evidence or "",
        at=rating.created_at,
        by=rating.created_by,
    )


def _same(one: Rating, other: Rating) -> bool:
    names = ("state", "level", "self_level", "raw", "evidence")
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _check_rating(
    framework: Framework,
    code: str,
    level: int | None,
    self_level: int | None,
    state: str,
    raw: Mapping[str, Any] | None,
) -> None:
    try:
        indicator = framework.indicator(code)
    except KeyError:
        raise UserError("indicator_unknown", indicator=code) from None
    if level is not None and level not in shipped.LEVELS:
        raise UserError("bad_level", indicator=code, value=level)
    if self_level is not None and self_level not in (0, *shipped.LEVELS):
        raise UserError("bad_level", indicator=code, value=self_level)
    if state not in ("", "rated", "not_assessed", "not_applicable"):
        raise UserError("unknown_code", field="state", value=state)
    fields = {field.key: field for field in indicator.raw}
    for key, value in (raw or {}).items():
        field = fields.get(key)
        if field is None:
            raise UserError("bad_raw", indicator=code, field=key)
        if field.type == "number" and value is not None:
            low, high = field.minimum, field.maximum
            if not isinstance(value, int | float) or isinstance(value, bool):
                raise UserError("bad_raw", indicator=code, field=key, value=str(value))
            if (low is not None and value < low) or (high is not None and value > high):
                raise UserError(
                    "bad_raw", indicator=code, field=key, value=value, least=low, most=high
                )


def _raise_low(session: Session, assessment: Assessment) -> None:
    flag_id = derived_id(assessment.id, "risk", "two_dimensions_low")
    if session.get(RiskFlag, flag_id) is None:
        session.add(
            RiskFlag(
                id=flag_id,
                learner_id=assessment.learner_id,
                code="two_dimensions_low",
                raised_on=assessment.on,
            )
        )
