"""What the today service hands out: lines with their reason and the place that they open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.services.subjects import SUBJECTS

CODES = (
    "risk_urgent", "promise", "review_due", "risk", "conflict", "half_typed", "flood_soon",
    "assessment_open", "paper_expiring", "no_identity", "title_change", "plan_draft",
    "hett_missing", "silent", "duplicate", "retention_due", "consent_due",
    "hub_plain",
    *(code for each in SUBJECTS for code in each.codes),
)  # fmt: skip
"""Every reason that a line can have."""


@dataclass(frozen=True)
class TodayLine:
    """One thing that needs a person.

    Attributes:
        line: its stable id, by which it is done, postponed or dismissed.
        code: why, one of `CODES`.
        urgency: 0 now, 1 today, 2 this week, 3 when there is time.
        due: the day that it is about, ISO, "" without one.
        screen: the place that it opens: `learner`, `plan`, `hett`, `contacts`, `conflicts`,
            `duplicates`, `draft`, `village`, `settings`, `sync`, or a subject's own.
        subject: the id of what is opened there.
        values: what the words need; a code comes as its term, in the centre's words.
    """

    line: str
    code: str
    urgency: int
    due: str
    learner_id: UUID | None
    learner_name: str
    nickname: str
    village: str
    village_name: str
    screen: str
    subject: str
    values: dict[str, Any]
    sort_key: str = ""


@dataclass(frozen=True)
class TodayList:
    """The lines shown, how many there are of each code in all, and how many are put away."""

    lines: tuple[TodayLine, ...]
    counts: dict[str, int]
    postponed: int
