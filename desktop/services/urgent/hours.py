"""How long an urgent case has until somebody answers and until it is handed on, by its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.derived import ensure
from desktop.models.program import VocabularyTerm
from desktop.models.urgent import UrgentCase
from desktop.services import audit
from desktop.services.record_values import centre_vocabulary
from desktop.services.rights import Right, needs
from desktop.services.vocabularies import own_numbers
from desktop.services.workspace import Workspace
from resources.clock import midnight, thai_day

STEPS: Final = ("answer", "hand_on")
"""What a case waits for: the first answer, then to be in the hands of who can help."""

FEWEST_HOURS: Final = 1
MOST_HOURS: Final = 720
_NEAR: Final = 4
"""Within the last quarter of the time, and the last half hour, it is nearly over."""

_USUAL: Final[Mapping[str, int]] = {"answer": 4, "hand_on": 24}
"""For a kind of the centre's own."""


@dataclass(frozen=True)
class Pace:
    """How a case stands to its hours.

    Attributes:
        step: what it waits for, of `STEPS`; `next` where one step of the chain was told, and
            nothing is settled.
        due_at: until when.
        pace: `in_time`, `near` or `overdue`.
        minutes: how many are left; below nothing, how many it is late.
    """

    step: str
    due_at: datetime
    pace: str
    minutes: int


class UrgentHourService:
    """The hours, which every laptop of the centre shares as it does its words."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def all(self) -> dict[str, dict[str, int]]:
        """Return the hours of each step, by kind of case in its order."""
        with self._workspace.read() as session:
            return hours(session)

    @needs(Right.CENTRE)
    def set(self, case_kind: str, step: str, number: int) -> None:
        """Change the hours of a step for the whole centre.

        Raises:
            UserError: `unknown_code` of the kind or the step; `urgent_hours_wrong` with `least`
                and `most`.
        """
        with self._workspace.write() as session:
            if case_kind not in centre_vocabulary(session, "urgent_kinds"):
                raise UserError("unknown_code", field="case_kind", value=case_kind)
            if step not in STEPS:
                raise UserError("unknown_code", field="step", value=step)
            if not FEWEST_HOURS <= number <= MOST_HOURS:
                raise UserError("urgent_hours_wrong", least=FEWEST_HOURS, most=MOST_HOURS)
            term = ensure(session, VocabularyTerm, vocabulary=_list(step), code=case_kind)
            term.position = number
            audit.note(
                session, self._workspace, "urgent_hours_set",
                kind=case_kind, step=step, hours=number,
            )  # fmt: skip


def hours(session: Session) -> dict[str, dict[str, int]]:
    """Return the hours of each step, by kind: the centre's own, else the shipped ones."""
    own = {step: own_numbers(session, _list(step)) for step in STEPS}
    return {
        term.code: {
            step: own[step].get(term.code) or int(term.extra.get(_list(step), _USUAL[step]))
            for step in STEPS
        }
        for term in centre_vocabulary(session, "urgent_kinds").shown
    }


def pace_of(
    case: UrgentCase,
    targets: Mapping[str, Mapping[str, int]],
    now: datetime,
    *,
    answered: bool,
    handed: datetime | None = None,
) -> Pace | None:
    """Return how a case stands that is not settled; None where nobody is waited for.

    Args:
        answered: somebody wrote down what was done, or was reached.
        handed: when the last step of the chain was told, behind which there is another.
    """
    if case.state == "closed" or (case.state != "open" and handed is None):
        return None
    step = "next" if handed is not None else "hand_on" if answered else "answer"
    hours_of = targets.get(case.case_kind, _USUAL)
    given = timedelta(hours=hours_of["hand_on" if step == "next" else step])
    due = (min(handed, now) if handed is not None else _opened(case, now)) + given
    left = due - now
    near = max(given / _NEAR, timedelta(minutes=30))
    pace = "overdue" if left <= timedelta() else "near" if left <= near else "in_time"
    return Pace(step, due, pace, int(left.total_seconds() // 60))


def _opened(case: UrgentCase, now: datetime) -> datetime:
    """When a case began: as written down, or the beginning of an earlier day that was given.

    A laptop whose clock ran ahead must not put the end off: what seems not to have begun yet
    begins now.
    """
    opened = case.created_at
    try:
        day = date.fromisoformat(case.opened_on)
    except ValueError:  # of a wrong shape when it came
        return min(opened, now)
    if day < thai_day(opened):
        opened = midnight(day)
    return min(opened, now)


def _list(step: str) -> str:
    # The hours are the centre's and travel as its words do; no vocabulary bears these names.
    return f"urgent_{step}_hours"
