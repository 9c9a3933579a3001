"""The line at the foot: link, what waits, what the province has; and small outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.thai_time import shown_moment
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.labels import IconLabel, ThaiLabel

_TOLD_MILLISECONDS = 6000


@dataclass(frozen=True)
class SyncStatus:
    """What is known, and no more: None where it is not known.

    `sending`, `receiving` are (done, total) while work goes that way. `problem` is a sentence for
    something a person must do, such as a refused device; being offline is none.
    """

    enrolled: bool = False
    online: bool | None = None
    waiting: int = 0
    last_sent: datetime | None = None
    receipt: str = ""
    sending: tuple[int, int] | None = None
    receiving: tuple[int, int] | None = None
    problem: str = ""


class StatusLine(Adaptive, QWidget):
    """`ออฟไลน์ · รอส่ง 12 รายการ · ส่งถึงจังหวัดล่าสุด 20 พ.ย. 2569 14:05 (ใบรับ 8F3K)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._status = SyncStatus()
        self._icon = IconLabel("wifi-off", "muted", 16)
        self._sync = ThaiLabel("", wrap=False)
        self._told = ThaiLabel("", "strong", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 16, 2)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._sync)
        row.addStretch(1)
        row.addWidget(self._told)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(_TOLD_MILLISECONDS)
        self._forget.timeout.connect(lambda: self._told.set_text(""))
        self.adapt()

    @property
    def text(self) -> str:
        """The words about sync, as shown."""
        return self._sync.typed

    @property
    def told(self) -> str:
        """The last small outcome, while it is shown."""
        return self._told.typed

    def show_sync(self, status: SyncStatus) -> None:
        """Show this state of sync."""
        self._status = status
        self.retranslate()

    def tell(self, text: str) -> None:
        """Show a small outcome for some seconds."""
        self._told.set_text(text)
        announce(self, text)
        self._forget.start()

    def retranslate(self) -> None:
        status = self._status
        icon, role = {True: ("wifi", "success"), False: ("wifi-off", "muted")}.get(
            bool(status.online), ("wifi-off", "muted")
        )
        if not status.enrolled:
            icon, role = "database", "muted"
        elif status.problem:
            icon, role = "triangle-alert", "warning"
        elif status.sending is not None or status.receiving is not None:
            icon, role = "cloud-upload", "primary"
        self._icon.set_icon(icon, role)
        self._sync.set_text(" · ".join(self._parts(status)))

    def redress(self) -> None:
        self.setFixedHeight(theme().px(32))

    def _parts(self, status: SyncStatus) -> list[str]:
        if not status.enrolled:
            return self._here_only(status)
        parts = []
        if status.problem:
            parts.append(status.problem)
        if status.sending is not None:
            done, total = status.sending
            text = self.tr("กำลังส่ง {done} จาก {total} รายการ")
            parts.append(text.replace("{done}", f"{done:,}").replace("{total}", f"{total:,}"))
        elif status.receiving is not None:
            done, total = status.receiving
            text = self.tr("กำลังรับ {done} จาก {total} รายการ")
            parts.append(text.replace("{done}", f"{done:,}").replace("{total}", f"{total:,}"))
        elif status.online is None:
            parts.append(self.tr("ยังไม่ได้ตรวจเครือข่าย"))
        else:
            parts.append(self.tr("ออนไลน์") if status.online else self.tr("ออฟไลน์"))
        if status.sending is None:
            parts.append(
                counted(self.tr("รอส่ง %n รายการ", "", status.waiting), status.waiting)
                if status.waiting
                else self.tr("ไม่มีรายการรอส่ง")
            )
        if status.last_sent is None:
            parts.append(self.tr("ยังไม่เคยส่งถึงจังหวัด"))
        else:
            text = self.tr("ส่งถึงจังหวัดล่าสุด {time}")
            text = text.replace("{time}", shown_moment(status.last_sent))
            if status.receipt:
                text += self.tr(" (ใบรับ {receipt})").replace("{receipt}", status.receipt)
            parts.append(text)
        return parts

    def _here_only(self, status: SyncStatus) -> list[str]:
        """A laptop that belongs to no hub: whether there is a link does not matter to it."""
        parts = [self.tr("ยังไม่ได้เข้าร่วมกับจังหวัด")]
        if status.waiting:
            kept = self.tr("เก็บในเครื่องนี้ %n รายการ", "", status.waiting)
            parts.append(counted(kept, status.waiting))
        return parts


def counted(text: str, count: int) -> str:
    """Set the thousands of a count apart, which `%n` does not."""
    return text.replace(str(count), f"{count:,}", 1)
