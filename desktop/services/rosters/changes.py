"""What a row changes on a learner: the learner as stored, and the edits that are worked out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from desktop.models.identity import Identity
from desktop.models.people import Carer, Learner, LearnerCode

_LISTED: Final = {
    "sex": "sex", "status": "status", "group": "target_groups", "reason": "leaving_reasons",
    "level_current": "levels", "level_last": "levels", "level_completed": "levels",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One thing an import changes: a field of the learner, or `number`, `carer`, `group`, ..."""

    field: str
    before: str
    after: str

    @property
    def listed(self) -> str:
        """The code list whose codes stand in it, "" for plain text."""
        return _LISTED.get(self.field, "")


@dataclass(slots=True)
class Current:
    """A stored learner with what belongs to it."""

    learner: Learner
    moo: str = ""
    codes: list[LearnerCode] = field(default_factory=list)
    carers: list[Carer] = field(default_factory=list)
    groups: set[str] = field(default_factory=set)
    reasons: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Edits:
    """What a draft brings to a learner; nothing at all when every part is empty."""

    columns: dict[str, Any] = field(default_factory=dict)
    numbers: list[Identity] = field(default_factory=list)
    village: tuple[str, str] | None = None
    hamlet: str = ""
    carer: str = ""
    carer_note: str = ""
    groups: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    groups_gone: list[str] = field(default_factory=list)
    reasons_gone: list[str] = field(default_factory=list)
    past_numbers: list[LearnerCode] = field(default_factory=list)
    carer_gone: Carer | None = None
    carer_before: Carer | None = None
    carer_again: Carer | None = None
    carer_renamed: Carer | None = None
    changes: list[FieldChange] = field(default_factory=list)
