"""Prints of a learner's plans, each with its stamp, and whether the plan still says the same."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.papers.prints import PlanPrinted
from desktop.ui.plan.printed_words import PrintedWords
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import StatusPill, Tone
from desktop.ui.widgets.layouts import clear_layout


class PrintsCard(Adaptive, Card):
    """`opened(plan id)`; not there while nothing was printed."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._prints: Sequence[PlanPrinted] = ()
        self.buttons: dict[str, Button] = {}
        self.adapt()

    def show_prints(self, prints: Sequence[PlanPrinted]) -> None:
        """Show these, newest first."""
        self._prints = prints
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(
            self.tr("ฉบับที่พิมพ์แล้ว"), self.tr("ได้กระดาษคืนมา พิมพ์เลขที่พิมพ์ลงใน Ctrl+K ก็เปิดแผนนั้นได้")
        )
        self.setVisible(bool(self._prints))
        clear_layout(self.body)
        words = PrintedWords()
        self.buttons = {}
        for printed in self._prints:
            button = Button(f"{printed.stamp}  ·  {words.when(printed)}", "link", "printer")
            button.clicked.connect(lambda _on=False, plan=printed.plan_id: self._open(plan))
            line = QHBoxLayout()
            line.addWidget(button)
            tone: Tone = "success" if printed.current else "warning"
            icon = "check" if printed.current else "pencil"
            line.addWidget(StatusPill(words.state(printed), tone, icon))
            line.addStretch(1)
            self.buttons[printed.stamp] = button
            self.body.addLayout(line)

    def _open(self, plan: UUID) -> None:
        self.opened.emit(plan)
