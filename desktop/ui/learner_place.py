"""How other screens open the page of a learner: at which tab, and where on it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from desktop.ui.shell.finding import Destination

LEARNER = "learner"
OVERVIEW = "overview"
PROFILE = "profile"
HETT = "hett"
PLAN = "plan"
VISITS = "visits"
DOCUMENTS = "documents"
LEARNING = "learning"
EDITS = "edits"

RISK = "risk"
"""On the overview: write down a risk flag, see to one that is up (`risk:ID`)."""

TITLE = "title"
"""At the head of the page: the title that is proposed for a grown-up."""

RATE, START = "rate", "start"
"""On HETT: go on with a round (`rate:ID`), begin one."""

CONSENTS, ANSWER = "consents", "answer"
"""In the profile: a consent (`consents:KEY`), and the form of its answer (`answer:KEY`)."""

RECTIFYING = "rectifying"
"""In the profile: the form where a fact is put right on request."""


@dataclass(frozen=True)
class LearnerPlace:
    """A learner's page at a tab; `at` names a part of the tab, "" where one begins.

    Without an id it is the page of whoever was looked at last.
    """

    learner_id: UUID | None
    tab: str = OVERVIEW
    at: str = ""


def page_of(learner_id: object, tab: str = OVERVIEW, at: str = "") -> Destination:
    """Where a learner's page is open at a tab; ValueError where the id is none."""
    known = learner_id if isinstance(learner_id, UUID) else UUID(str(learner_id))
    return LEARNER, LearnerPlace(known, tab, at)


def consent_key(purpose: str, recipient: str) -> str:
    """What tells a consent from the others: a referral has one for each agency."""
    return f"{purpose}|{recipient}" if recipient else purpose
