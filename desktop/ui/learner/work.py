"""What the presenters of a learner's page share."""

from __future__ import annotations

from uuid import UUID

from desktop.services.all import Services
from desktop.ui.jobs import Jobs
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.record_work import RecordWork


class LearnerWork(RecordWork):
    """Carries wishes about one learner to the services."""

    screen: LearnerScreen

    def __init__(
        self, screen: LearnerScreen, services: Services, jobs: Jobs, printing: PrintPresenter
    ) -> None:
        def shown() -> UUID | None:
            return screen.page.id if screen.page is not None else None

        super().__init__(screen, services, jobs, printing, shown)
