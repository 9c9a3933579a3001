"""How a hub is reached, beside its address: the office's proxy, and a risk somebody must allow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.text_fields import TextField
from desktop.ui.widgets.tick import Tick

_PLAIN = "hub_plain_address"


class WayFields(Adaptive, QWidget):
    """Stand under the field of an address, and take what concerns them of a refusal.

    The proxy is asked for by a button, the risk of plain http only once it was met.

    Args:
        address: the field of the hub's address: another address is another risk.
    """

    def __init__(self, address: TextField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proxy = TextField()
        self.proxy_row = FormRow(self.proxy)
        self.proxy_button = Button("", "link", "network")
        self.unencrypted = Tick()
        self._risk = ThaiLabel("", "error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.unencrypted)
        column.addWidget(self._risk)
        column.addWidget(self.proxy_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.proxy_row)
        self.proxy_row.hide()
        self._offer_risk(False)
        self.proxy_button.clicked.connect(self.ask_proxy)
        address.edited.connect(lambda _text: self._offer_risk(False))
        self.adapt()

    def take_refusal(self, code: str, sentence: str) -> bool:
        """Show a refusal where it can be mended here; returns whether nobody else need say it."""
        about_proxy = "proxy" in code
        if about_proxy:
            self._open_proxy()
        self.proxy_row.set_error(sentence if about_proxy else "")
        if code == _PLAIN:
            self._offer_risk(True)
        return about_proxy

    def ask_proxy(self) -> None:
        """Put the keyboard where the proxy is typed."""
        self._open_proxy()
        self.proxy.setFocus()

    def retranslate(self) -> None:
        self.proxy_button.setText(self.tr("เครือข่ายนี้ต้องผ่านพร็อกซี"))
        self.proxy_row.set_words(
            self.tr("พร็อกซีของสำนักงาน"),
            self.tr("เช่น proxy.example.go.th:8080 ถามผู้ดูแลเครือข่าย ไม่มีก็เว้นว่าง"),
        )
        self.unencrypted.set_text(self.tr("ยอมต่อโดยไม่เข้ารหัส"))
        self._risk.set_text(
            self.tr("คนอื่นในเครือข่ายเดียวกันอ่านข้อมูลผู้เรียนรู้ได้ทั้งหมด ใช้เมื่อจังหวัดบอกให้ใช้เท่านั้น")
        )

    def _open_proxy(self) -> None:
        self.proxy_row.show()
        self.proxy_button.hide()

    def _offer_risk(self, offered: bool) -> None:
        self.unencrypted.set_value(False)
        show_if(self.unencrypted, offered)
        show_if(self._risk, offered)
