"""All that happened with a referral by time: steps, slips, replies, checks, tries, contacts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from desktop.services.learners.contacts import ContactLine
from desktop.services.moves import MoveLine
from desktop.services.referrals.records import ReferralDetail
from desktop.services.tries.records import TryLine
from desktop.ui.code_book import CodeBook
from desktop.ui.person_words import CONTACT_ICONS
from desktop.ui.subjects.move_words import told
from desktop.ui.subjects.words import state_tone
from desktop.ui.thai_time import shown_iso
from desktop.ui.tries import TryWords
from desktop.ui.widgets.labels import Tone
from desktop.ui.widgets.timeline import TimelineEvent

_ROLES: Final[dict[Tone, str]] = {
    "neutral": "muted",
    "info": "primary",
    "success": "success",
    "warning": "warning",
    "danger": "danger",
}


class CourseWords(QObject):
    """Words every event; the key of one is `kind:id`."""

    def events(self, detail: ReferralDetail, codes: CodeBook) -> Sequence[TimelineEvent]:
        """The events, the latest first; those of one day as they were entered."""
        dated = [
            *((str(each.move.values["done_on"]), self._move(each, codes)) for each in detail.moves),
            *((each.on, self._try(each, codes)) for each in detail.tries),
            *((each.on, self._contact(each, codes)) for each in detail.contacts),
        ]
        dated.sort(key=lambda pair: pair[0], reverse=True)
        return [event for _on, event in dated]

    def _move(self, line: MoveLine, codes: CodeBook) -> TimelineEvent:
        values = line.move.values
        title = codes.label("referral_moves", values["move"])
        if not line.stands:
            title = self.tr("{what} (ถอนแล้ว)").replace("{what}", title)
        tone, icon = state_tone(str(values["to_state"]))
        return TimelineEvent(
            key=f"move:{line.move.id}",
            when=shown_iso(str(values["done_on"])),
            title=title,
            detail=" · ".join(told("referral_move", line, codes)),
            icon=icon if line.stands else "undo-2",
            role=_ROLES[tone] if line.stands else "muted",
        )

    def _try(self, tried: TryLine, codes: CodeBook) -> TimelineEvent:
        return TimelineEvent(
            key=f"try:{tried.id}",
            when=shown_iso(tried.on),
            title=codes.label("contact_kinds", tried.way),
            detail=" · ".join(filter(None, (TryWords().line(tried, codes), tried.by_name))),
            icon=CONTACT_ICONS.get(tried.way, "phone"),
            role="muted",
        )

    def _contact(self, line: ContactLine, codes: CodeBook) -> TimelineEvent:
        return TimelineEvent(
            key=f"contact:{line.id}",
            when=shown_iso(line.on),
            title=codes.label("contact_kinds", line.contact_kind),
            detail=" · ".join(filter(None, (line.text, line.by_name))),
            icon=CONTACT_ICONS.get(line.contact_kind, "message-square"),
        )
