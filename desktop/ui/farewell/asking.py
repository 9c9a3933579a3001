"""Erasing somebody, or making them unknown, from their page."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.ui.farewell.card import ERASE, UNKNOWN
from desktop.ui.farewell.dialog import FarewellDialog
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.shell.screens import Screen
from desktop.ui.wording import sentence


class Farewell(QObject):
    """Asks once, does it, and tells `gone`, which leaves the page."""

    def __init__(
        self, screen: Screen, services: Services, jobs: Jobs, gone: Callable[[], None]
    ) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs, self._gone = screen, services, jobs, gone
        self.dialog: FarewellDialog | None = None

    def ask_of_learner(self, learner_id: UUID, name: str) -> None:
        """Ask of a learner; whoever is also known as a person may be erased as both."""

        def show(person: UUID | None) -> None:
            self._ask(learner_id, FarewellDialog(name, self._screen, also=person is not None))

        self._jobs.run(
            lambda _progress: self._services.persons.of_learner(learner_id), show, owner=self
        )

    def ask_of_person(self, person_id: UUID, name: str) -> None:
        """Ask of somebody who is no learner: nothing of them is counted, so all goes."""
        self._ask(person_id, FarewellDialog(name, self._screen, choices=(ERASE,)))

    def _ask(self, whose: UUID, dialog: FarewellDialog) -> None:
        """Show the question; nothing is done before it is answered."""
        self.dialog = dialog

        def done(left: int) -> None:
            dialog.accept()
            told = self.tr("ทำลายแล้ว ไม่เหลือที่อื่น")
            if left:
                told = self.tr("ทำลายแล้ว ยังเหลืออีก %n ที่ ดูได้ที่ตั้งค่า ข้อมูลที่ครบกำหนด", "", left)
            self._screen.told.emit(told)
            self._gone()

        def act(what: str, reason: str, also: bool) -> int:
            if what == UNKNOWN:
                self._services.anonymising.anonymise([whose], reason)
            else:
                self._services.erasure.erase(whose, reason, as_person=also)
            return len(self._services.erasure.places(whose))

        def decide(what: str, reason: str) -> None:
            also = dialog.card.also.isChecked()
            self._jobs.run(
                lambda _progress: act(what, reason, also),
                done,
                lambda error: dialog.card.show_problem(sentence(error)),
                owner=dialog,
                lane=WRITES,
            )

        dialog.decided.connect(decide)
        dialog.finished.connect(self.deleteLater)
        dialog.open()
