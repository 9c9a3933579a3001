"""How other screens open the list of learners: with a question, and a name for it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.services.learners.records import LearnerQuery

LEARNERS = "learners"
NEW_LEARNER = "learner_new"
LEARNER = "learner"
IMPORTING = "import"
SYNC = "sync"
DUPLICATES = "duplicates"


@dataclass(frozen=True)
class DrillDown:
    """The people behind something, such as a number of a report, and what it is called."""

    query: LearnerQuery
    title: str


def open_with(query: LearnerQuery, title: str) -> tuple[str, DrillDown]:
    """What to emit by `open_requested` to show these people: `open_requested.emit(*open_with(…))`.

    Args:
        query: which learners.
        title: what they are, in the language of the screens; shown on a chip that can be closed.
    """
    return LEARNERS, DrillDown(query, title)


def as_drill_down(argument: object) -> DrillDown | None:
    """What an argument of `open_requested` asks for, None where it asks nothing.

    A query, a query with its title, or words to look for are taken too.
    """
    match argument:
        case DrillDown():
            return argument
        case LearnerQuery():
            return DrillDown(argument, "")
        case (LearnerQuery() as query, str() as title):
            return DrillDown(query, title)
        case str() as words if words:
            return DrillDown(LearnerQuery(search=words), "")
    return None
