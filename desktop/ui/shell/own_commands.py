"""What the frame itself offers to do, whatever screen is at hand."""

from __future__ import annotations

from collections.abc import Callable

from desktop.ui.shell.finding import Command
from desktop.ui.translation import translate


def own_commands(
    lock: Callable[[], None], help_here: Callable[[], None], manual: Callable[[], None]
) -> list[Command]:
    """Locking, the help of the screen, and the manual."""
    return [
        Command(
            "lock",
            lambda: translate("Shell", "ล็อกหน้าจอ"),
            act=lock,
            also=lambda: translate("Shell", "ออก เปลี่ยนผู้ใช้"),
            keys="Ctrl+L",
            frequent=True,
        ),
        Command(
            "circle-help",
            lambda: translate("Shell", "วิธีใช้หน้านี้"),
            act=help_here,
            also=lambda: translate("Shell", "ช่วยเหลือ"),
            keys="F1",
        ),
        Command(
            "book-open",
            lambda: translate("Shell", "เปิดคู่มือ"),
            act=manual,
            also=lambda: translate("Shell", "ช่วยเหลือ วิธีทำ"),
        ),
    ]
