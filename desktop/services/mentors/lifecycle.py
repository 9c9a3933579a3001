"""How work with a mentor begins, pauses and ends, and what must be so before a learner comes."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.dates import PartialDate
from desktop.models.mentors import Mentor, MentorMove
from desktop.services.consent.of_persons import person_allows
from desktop.services.moves import Lifecycle, Transition

CONSENT: Final = "directory"
"""The purpose that a mentor agrees to before anybody is sent to them."""

_MAY_BE_WITH_CHILDREN: Final = frozenset({"clear", "accompanied"})


def _ready(session: Session, mentor: Mentor, move: MentorMove) -> None:
    """Refuse whoever has not agreed, or whose screening does not allow work with children."""
    if not mentor.screened_on or mentor.screening not in _MAY_BE_WITH_CHILDREN:
        raise UserError("mentor_not_screened", field="screening")
    day = PartialDate.from_iso(move.done_on).first_day
    if not person_allows(session, mentor.person_id, CONSENT, day):
        raise UserError("mentor_no_consent")


MENTORSHIP: Final = Lifecycle(
    Mentor,
    (
        Transition(
            "accept",
            frozenset({"candidate"}),
            "active",
            takes=("by_id", "number", "note"),
            guard=_ready,
        ),
        Transition("pause", frozenset({"active"}), "paused", needs=("reason",)),
        Transition("resume", frozenset({"paused", "ended"}), "active", guard=_ready),
        Transition("end", frozenset({"candidate", "active", "paused"}), "ended", needs=("reason",)),
    ),
)
