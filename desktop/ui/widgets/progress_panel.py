"""What long work is doing, how far it got, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.jobs import Job
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel


class ProgressPanel(Adaptive, QFrame):
    """Shows one `Job`; `words` turns the code of what is being done into words."""

    def __init__(
        self, job: Job, words: Callable[[str], str] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.job = job
        self._words = words
        self._title = ThaiLabel("", "strong")
        self._doing = ThaiLabel("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel_button = Button("", "secondary", "x")
        self.cancel_button.clicked.connect(self._on_cancel)
        words_column = QVBoxLayout()
        words_column.setSpacing(4)
        words_column.addWidget(self._title)
        words_column.addWidget(self._bar)
        words_column.addWidget(self._doing)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 12)
        row.setSpacing(16)
        row.addLayout(words_column, 1)
        row.addWidget(self.cancel_button)
        job.progressed.connect(self._on_progressed)
        self.adapt()

    @property
    def text(self) -> str:
        """The line under the bar."""
        return self._doing.typed

    def retranslate(self) -> None:
        self.cancel_button.setText(self.tr("กำลังหยุด…") if self.job.cancelling else self.tr("ยกเลิก"))
        self._on_progressed(self.job.done, self.job.total, self.job.doing)

    def _on_progressed(self, done: int, total: int, doing: str) -> None:
        self._title.set_text(self.job.title or self.tr("กำลังทำงาน"))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        said = self._words(doing) if self._words is not None and doing else ""
        if total:
            counted = self.tr("{done} จาก {total}")
            counted = counted.replace("{done}", f"{done:,}").replace("{total}", f"{total:,}")
            said = f"{said} · {counted}" if said else counted
        self._doing.set_text(said)
        self._doing.setVisible(bool(said))
        self._bar.setAccessibleName(said or self.job.title)

    def _on_cancel(self) -> None:
        self.job.cancel()
        self.cancel_button.setEnabled(False)
        self.retranslate()
