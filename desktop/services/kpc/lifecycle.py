"""How a life-quality activity is approved, done and assessed."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.credits import KpcEntry, KpcEntryMove
from desktop.services.moves import Lifecycle, Transition

COUNTS: Final = frozenset({"approved", "done", "passed"})
"""States in which approved hours count; what was not passed does not."""


def _hours(_session: Session, _entry: KpcEntry, move: KpcEntryMove) -> None:
    """An approval of nothing is none."""
    if move.hours is not None and move.hours <= 0:
        raise UserError("quantity_not_positive", field="hours", value=move.hours)


ACTING: Final = Lifecycle(
    KpcEntry,
    (
        Transition(
            "approve", frozenset({"proposed"}), "approved",
            needs=("hours", (("by_id",), ("institution",))), takes=("number", "note"),
            guard=_hours,
        ),
        Transition("finish", frozenset({"approved", "failed"}), "done"),
        Transition("pass", frozenset({"done"}), "passed", takes=("by_id", "note")),
        Transition(
            "fail", frozenset({"done"}), "failed", needs=("reason",), takes=("by_id", "note")
        ),
    ),
)  # fmt: skip
"""Claimed is never approved: whoever approves says how many hours. What was not passed may be done
again.
"""
