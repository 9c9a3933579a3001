"""Work that takes its time, shown at the foot of the window with a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.jobs import Job, JobRunner, Jobs
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.progress_panel import ProgressPanel
from desktop.ui.wording_progress import doing


class JobPanels(Adaptive, QWidget):
    """A panel for each job with a title that has been running for a while.

    What is typed while something large is being stored is stored behind it: a line says so, since
    nothing else on the screen would.
    """

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._panels: dict[Job, ProgressPanel] = {}
        self._jobs = jobs if isinstance(jobs, JobRunner) else None
        self._waiting: set[Job] = set()
        self.waiting = ThaiLabel("", "muted")
        self.waiting.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 0, 24, 0)
        self._column.addWidget(self.waiting)
        self.hide()
        if self._jobs is not None:
            self._jobs.slow.connect(self._on_slow)
            self._jobs.finished.connect(self._on_finished)
        self.adapt()

    def retranslate(self) -> None:
        self.waiting.set_text(self.tr("กำลังบันทึกเรื่องใหญ่อยู่ สิ่งที่พิมพ์จะบันทึกต่อจากนั้น ทำงานต่อได้"))

    def _on_slow(self, job: Job) -> None:
        if job.ended:
            return
        # Work without a title is a short look-up of a screen that shows its own loading state.
        if job.title:
            panel = ProgressPanel(job, doing)
            self._panels[job] = panel
            self._column.addWidget(panel)
        elif self._jobs is not None and self._jobs.waits(job):
            self._waiting.add(job)
        self._show_what_there_is()

    def _on_finished(self, job: Job) -> None:
        self._waiting.discard(job)
        panel = self._panels.pop(job, None)
        if panel is not None:
            self._column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        self.waiting.setVisible(bool(self._waiting))
        self.setVisible(bool(self._panels or self._waiting))
