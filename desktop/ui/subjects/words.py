"""What is said alike of every subject: adding one, taking it out, asking again."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from desktop.models.base import synced_classes
from desktop.services.details import SubjectRow
from desktop.ui.record_names import field_name, kind_name
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate
from desktop.ui.widgets.labels import Tone

_TONES: Final[dict[str, tuple[Tone, str]]] = {
    "noted": ("info", "message-square"),
    "candidate": ("info", "message-square"),
    "active": ("success", "handshake"),
    "open": ("success", "circle-dot"),
    "proposed": ("info", "message-square"),
    "agreed": ("info", "handshake"),
    "delivered": ("warning", "package"),
    "confirmed": ("success", "circle-check"),
    "paused": ("warning", "clock"),
    "draft": ("neutral", "pencil"),
    "held": ("success", "circle-check"),
    "tried": ("info", "users-round"),
    "adopted": ("success", "file-check"),
    "sent": ("info", "send"),
    "acknowledged": ("info", "message-square"),
    "accepted": ("info", "handshake"),
    "waitlisted": ("warning", "clock"),
    "served_part": ("success", "circle-dot"),
    "served": ("success", "check"),
    "declined": ("warning", "triangle-alert"),
    "unmet": ("warning", "circle-alert"),
    "closed": ("neutral", "circle-check"),
    "followed_up": ("success", "circle-check"),
    "ended": ("neutral", "circle-check"),
    "submitted": ("info", "send"),
    "accepted_part": ("success", "circle-dot"),
    "returned": ("warning", "undo-2"),
    "refused": ("warning", "circle-alert"),
    "approved": ("info", "circle-check"),
    "done": ("info", "check"),
    "passed": ("success", "circle-check"),
    "failed": ("warning", "circle-alert"),
    "seen": ("success", "circle-check"),
    "lacking": ("warning", "triangle-alert"),
    "new": ("info", "circle-dot"),
    "sought": ("warning", "clock"),
    "found": ("success", "user"),
    "learner": ("success", "circle-check"),
    "planned": ("info", "calendar"),
    "running": ("success", "circle-dot"),
    "reported": ("neutral", "circle-check"),
    "interested": ("info", "message-square"),
    "invited": ("info", "send"),
    "enrolled": ("success", "circle-dot"),
    "waiting": ("warning", "clock"),
    "completed": ("success", "circle-check"),
}


def state_tone(state: str) -> tuple[Tone, str]:
    """How a state looks: its tone and its icon."""
    return _TONES.get(state, ("neutral", "circle"))


class SubjectWords(QObject):
    """Sentences about records of one kind."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    def counted(self, count: int) -> str:
        """How many there are; a screen does not find the counted words of its base."""
        return self.tr("%n รายการ", "", count)

    def add(self) -> str:
        """The button that begins a new one, and the title of its form."""
        return self._of(translate("SubjectWords", "เพิ่ม{what}"))

    def added(self) -> str:
        """One was written down."""
        return self._of(self.tr("เพิ่ม{what}แล้ว"))

    def none_yet(self) -> str:
        """There is none at all."""
        return self._of(self.tr("ยังไม่มี{what}"))

    def taken_out(self) -> str:
        """One was taken out of the directory."""
        return self._of(self.tr("เอา{what}ออกแล้ว"))

    def take_out(self) -> str:
        """The button that takes one out of the directory."""
        return self._of(self.tr("เอา{what}นี้ออก"))

    def asked(self, row: SubjectRow) -> str:
        """When it was last asked; that it is to be asked again comes first."""
        day = shown_iso(row.confirmed_on) if row.confirmed_on else self.tr("ยังไม่เคยยืนยัน")
        return self.tr("ควรถามใหม่ · {day}").replace("{day}", day) if row.ask_again else day

    def missing(self, names: tuple[str, ...]) -> str:
        """What is worth asking for, by fields, or by kinds of what belongs to it."""
        words = [
            kind_name(name) if name in synced_classes() else field_name(self._kind, name)
            for name in names
        ]
        return self.tr("ยังไม่รู้: {what}").replace("{what}", ", ".join(words)) if words else ""

    def _of(self, text: str) -> str:
        name = kind_name(self._kind)
        return text.replace("{what}", name if text.startswith("{what}") else name.lower())
