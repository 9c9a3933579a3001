"""Where a form that was left half filled is gone on with."""

from __future__ import annotations

from uuid import UUID

from desktop.services.drafts import KeptDraft


def place_of(draft: KeptDraft) -> tuple[str, object] | None:
    """Return the screen and its argument, None for a form that no screen of this version has."""
    try:
        if draft.form in ("learner_new", "import", "urgent"):
            return draft.form, None
        if draft.form == "contact":
            return "learner", (UUID(draft.subject), "visits")
        if draft.form == "consent":
            return "learner", (UUID(draft.subject.partition(":")[0]), "profile")
        if draft.form in ("plan_review", "plan_lines"):
            return "plan", UUID(draft.subject)
    except ValueError:
        return None
    return None
