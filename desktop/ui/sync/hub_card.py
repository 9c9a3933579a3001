"""The way to the hub of a laptop that has joined: its address and proxy, and another one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.sync.hub_link import HubLink
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.text_fields import TextField
from desktop.ui.widgets.way_fields import WayFields


class HubCard(Adaptive, Card):
    """`move_wanted(address, unencrypted)`, `proxy_wanted(proxy)`, `unfolded`."""

    unfolded = Signal()
    move_wanted = Signal(str, bool)
    proxy_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._link: HubLink | None = None
        self._where = ThaiLabel("", "muted")
        self._risk = ThaiLabel("", "error")
        self.change_button = Button("", "link", "pencil")
        self.url = TextField()
        self.url_row = FormRow(self.url)
        self.way = WayFields(self.url)
        self.move_button = Button("", "secondary", "check")
        self.proxy_use_button = Button("", "secondary", "check")
        self.straight_button = Button("", "quiet", "x")
        self._moving = QWidget()
        self._form = QWidget()
        self._form.hide()
        self._risk.hide()
        self._lay_out()
        self.change_button.clicked.connect(self._on_change)
        self.move_button.clicked.connect(self._on_move)
        self.url.returnPressed.connect(self._on_move)
        self.proxy_use_button.clicked.connect(self._on_proxy)
        self.way.proxy.returnPressed.connect(self._on_proxy)
        self.straight_button.clicked.connect(lambda: self.proxy_wanted.emit(""))
        self.adapt()

    @property
    def words(self) -> str:
        """What is said of the way to the hub."""
        return "\n".join(part.typed for part in (self._where, self._risk) if not part.isHidden())

    def allow_move(self, allowed: bool) -> None:
        """Show the part that only an administrator may use."""
        self._moving.setVisible(allowed)

    def show_link(self, link: HubLink) -> None:
        """Show how the hub is reached now."""
        self._link = link
        self._risk.setVisible(link.unencrypted)
        self.straight_button.setVisible(bool(link.proxy))
        self._say()

    def show_done(self, link: HubLink) -> None:
        """Show the new way, and put the form away."""
        for field in (self.url, self.way.proxy):
            field.clear()
        self.url_row.set_error("")
        self.way.take_refusal("", "")
        self._form.hide()
        self._show_busy(False)
        self.show_link(link)
        self.change_button.setFocus()

    def show_refused(self, code: str, sentence: str) -> None:
        """Say why it stays as it was; what was typed stays too."""
        self._show_busy(False)
        elsewhere = self.way.take_refusal(code, sentence)
        self.url_row.set_error("" if elsewhere else sentence)
        (self.way.proxy if elsewhere else self.url).setFocus()

    def retranslate(self) -> None:
        self.change_button.setText(self.tr("เปลี่ยนที่อยู่หรือพร็อกซี"))
        self.url_row.set_words(
            self.tr("ที่อยู่ใหม่ของศูนย์กลางจังหวัด"),
            self.tr("เมื่อจังหวัดแจ้งว่าย้าย เครื่องนี้จะตรวจว่าเป็นจังหวัดเดิมก่อน"),
        )
        self.proxy_use_button.setText(self.tr("ใช้พร็อกซีนี้"))
        self.straight_button.setText(self.tr("ต่อตรง ไม่ใช้พร็อกซี"))
        self._risk.set_text(self.tr("ไม่เข้ารหัส: คนอื่นในเครือข่ายเดียวกันอ่านข้อมูลที่ส่งได้"))
        self._show_busy(not self.move_button.isEnabled())
        self._say()

    def _say(self) -> None:
        if self._link is None:
            return
        text = self.tr("ที่อยู่ของจังหวัด {address}").replace("{address}", self._link.address)
        if self._link.proxy:
            text += " · " + self.tr("ผ่านพร็อกซี {proxy}").replace("{proxy}", self._link.proxy)
        self._where.set_text(text)

    def _show_busy(self, busy: bool) -> None:
        self.move_button.setEnabled(not busy)
        self.move_button.setText(self.tr("กำลังตรวจ…") if busy else self.tr("ใช้ที่อยู่นี้"))

    def _on_change(self) -> None:
        self._form.setVisible(self._form.isHidden())
        if not self._form.isHidden():
            (self.url if not self._moving.isHidden() else self.way.proxy_button).setFocus()
            self.unfolded.emit()

    def _on_move(self) -> None:
        url = self.url.value().strip()
        self.url_row.set_error("" if url else self.tr("ใส่ที่อยู่ที่ได้รับมา"))
        if url and self.move_button.isEnabled():
            self._show_busy(True)
            self.move_wanted.emit(url, self.way.unencrypted.value())

    def _on_proxy(self) -> None:
        proxy = self.way.proxy.value().strip()
        if proxy:
            self.proxy_wanted.emit(proxy)
        else:
            self.way.ask_proxy()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._where)
        words.addWidget(self._risk)
        top.addLayout(words, 1)
        top.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignTop)
        moving = QVBoxLayout(self._moving)
        moving.setContentsMargins(0, 0, 0, 0)
        moving.setSpacing(12)
        moving.addWidget(self.url_row)
        moving.addWidget(self.move_button, 0, Qt.AlignmentFlag.AlignRight)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.straight_button)
        foot.addWidget(self.proxy_use_button)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 8, 0, 0)
        form.setSpacing(12)
        form.addWidget(self._moving)
        form.addWidget(self.way)
        form.addLayout(foot)
        self.body.addLayout(top)
        self.body.addWidget(self._form)
