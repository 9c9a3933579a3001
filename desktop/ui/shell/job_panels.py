"""Work that takes its time, shown at the foot of the window with a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.jobs import Job, JobRunner, Jobs
from desktop.ui.widgets.progress_panel import ProgressPanel
from desktop.ui.wording_progress import doing


class JobPanels(QWidget):
    """A panel for each job with a title that has been running for a while."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._panels: dict[Job, ProgressPanel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 0, 24, 0)
        self.hide()
        if isinstance(jobs, JobRunner):
            jobs.slow.connect(self._on_slow)
            jobs.finished.connect(self._on_finished)

    def _on_slow(self, job: Job) -> None:
        # Work without a title is a short look-up of a screen that shows its own loading state.
        if job.title and not job.ended:
            panel = ProgressPanel(job, doing)
            self._panels[job] = panel
            self._column.addWidget(panel)
            self.show()

    def _on_finished(self, job: Job) -> None:
        panel = self._panels.pop(job, None)
        if panel is not None:
            self._column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
            self.setVisible(bool(self._panels))
