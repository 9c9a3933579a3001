"""Erasing a learner, or making them unknown, from their page."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.ui.farewell.card import ERASE
from desktop.ui.farewell.dialog import FarewellDialog
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.wording import sentence


class Farewell(QObject):
    """Asks once, does it, and goes back to the list."""

    def __init__(self, screen: LearnerScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self.dialog: FarewellDialog | None = None

    def ask(self, learner_id: UUID, name: str) -> None:
        """Show the question; nothing is done before it is answered."""
        dialog = FarewellDialog(name, self._screen)
        self.dialog = dialog

        def done(left: int) -> None:
            dialog.accept()
            told = self.tr("ทำลายแล้ว ไม่เหลือที่อื่น")
            if left:
                told = self.tr("ทำลายแล้ว ยังเหลืออีก %n ที่ ดูได้ที่ตั้งค่า ข้อมูลที่ครบกำหนด", "", left)
            self._screen.told.emit(told)
            self._screen.show_gone()
            self._screen.open_requested.emit("learners", None)

        def act(what: str, reason: str) -> int:
            if what == ERASE:
                self._services.erasure.erase(learner_id, reason)
            else:
                self._services.anonymising.anonymise([learner_id], reason)
            return len(self._services.erasure.places(learner_id))

        dialog.decided.connect(
            lambda what, reason: self._jobs.run(
                lambda _progress: act(what, reason),
                done,
                lambda error: dialog.card.show_problem(sentence(error)),
                owner=dialog,
                lane=WRITES,
            )
        )
        dialog.finished.connect(self.deleteLater)
        dialog.open()
