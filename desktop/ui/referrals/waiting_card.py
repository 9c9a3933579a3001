"""Replies that wait for their referral, with what can be done about each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.referrals.records import WaitingReply
from desktop.ui.code_book import CodeBook
from desktop.ui.referrals.words import waits_for
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout


class WaitingCard(Adaptive, Card):
    """`rekey_wanted(reply)`: it is put right in the form; `drop_wanted(reply)`: it is no reply."""

    rekey_wanted = Signal(object)
    drop_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.replies: Sequence[WaitingReply] = ()
        self.rekey_buttons: list[Button] = []
        self.drop_buttons: list[Button] = []
        self._codes = CodeBook()
        self.hide()
        self.adapt()

    def show_replies(self, replies: Sequence[WaitingReply], codes: CodeBook) -> None:
        """Show those that wait; without any there is no card."""
        self.replies, self._codes = replies, codes
        self.retranslate()
        self.setVisible(bool(replies))

    def retranslate(self) -> None:
        self.set_title(
            self.tr("ใบตอบรับที่รอเรื่อง"),
            self.tr("เก็บไว้แล้วและไปถึงทุกเครื่อง เมื่อเรื่องซิงก์มาถึง โปรแกรมเดินขั้นให้เอง"),
        )
        clear_layout(self.body)
        self.rekey_buttons, self.drop_buttons = [], []
        for reply in self.replies:
            self._add(reply)

    def _add(self, reply: WaitingReply) -> None:
        answer = self._codes.label("referral_moves", reply.answer)
        day = shown_iso(reply.done_on)
        said = (reply.number, answer, reply.institution, day)
        self.body.addWidget(ThaiLabel(" · ".join(filter(None, said)), "strong"))
        waits = reply.problem == "slip_unknown"
        pill = StatusPill(
            waits_for(reply.problem), "info" if waits else "warning", "clock" if waits else "split"
        )
        row = QWidget()
        flow = FlowLayout(row, 8)
        flow.addWidget(pill)
        by = self.tr("คีย์โดย {name}").replace("{name}", reply.by)
        if reply.by:
            flow.addWidget(ThaiLabel(by, "caption", wrap=False))
        again = self._button(self.tr("แก้แล้วคีย์ใหม่"), "pencil", reply, self.rekey_wanted.emit)
        gone = self._button(self.tr("ไม่ใช้ใบนี้"), "x", reply, self.drop_wanted.emit)
        self.rekey_buttons.append(again)
        self.drop_buttons.append(gone)
        for button in (again, gone):
            flow.addWidget(button)
        self.body.addWidget(row)

    def _button(
        self, text: str, icon: str, reply: WaitingReply, wish: Callable[[WaitingReply], None]
    ) -> Button:
        button = Button(text, "link", icon)
        button.setAccessibleName(f"{text} {reply.number}")
        button.clicked.connect(lambda _on=False: wish(reply))
        return button
