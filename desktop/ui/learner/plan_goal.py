"""One goal of a plan with how far it came and what is done for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.services.entries import Entry
from desktop.ui.code_book import CodeBook
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.hett_style import dimensions
from desktop.ui.widgets.labels import IconLabel, StatusPill, ThaiLabel, Tone

GOAL_TONES: dict[str, tuple[Tone, str]] = {
    "open": ("neutral", "circle"),
    "in_progress": ("info", "circle-dot"),
    "achieved": ("success", "circle-check"),
    "partly": ("warning", "circle-dot"),
    "changed": ("neutral", "refresh-cw"),
    "dropped": ("neutral", "circle-minus"),
}
_DONE_ICONS = {"done": "circle-check", "in_progress": "circle-dot", "cancelled": "circle-minus"}


class GoalRow(QFrame):
    """A goal; the dimension shows by icon and name as well as by colour."""

    def __init__(self, goal: Entry, actions: Sequence[Entry], codes: CodeBook) -> None:
        super().__init__()
        part = next((each for each in dimensions() if each.code == goal.text("dimension")), None)
        sign = IconLabel(part.icon if part else "target", "primary", 20)
        if part is not None:
            sign.set_colour(part.colour)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(ThaiLabel(goal.text("text"), "strong"))
        facts = [part.name if part else ""]
        if goal.text("measure"):
            facts.append(self.tr("วัดจาก {measure}").replace("{measure}", goal.text("measure")))
        if goal.text("target"):
            facts.append(self.tr("เป้าหมาย {target}").replace("{target}", goal.text("target")))
        if goal.text("due_on"):
            due = shown_iso(goal.text("due_on"))
            facts.append(self.tr("ภายใน {date}").replace("{date}", due))
        words.addWidget(ThaiLabel("  ·  ".join(fact for fact in facts if fact), "muted"))
        if goal.text("result"):
            result = self.tr("ผล: {result}").replace("{result}", goal.text("result"))
            words.addWidget(ThaiLabel(result))
        for action in actions:
            line = QHBoxLayout()
            line.setSpacing(6)
            icon = _DONE_ICONS.get(action.text("state"), "circle")
            line.addWidget(IconLabel(icon, "muted", 14), 0, Qt.AlignmentFlag.AlignTop)
            state = codes.label("action_status", action.text("state"))
            line.addWidget(ThaiLabel(f"{action.text('text')}  ({state})"), 1)
            words.addLayout(line)
        tone, icon = GOAL_TONES.get(goal.text("state"), ("neutral", "circle"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 8)
        row.setSpacing(12)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        pill = StatusPill(codes.label("goal_status", goal.text("state")), tone, icon)
        row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
