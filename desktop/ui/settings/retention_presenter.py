"""Answers the page of records whose time is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.services.all import Services
from desktop.services.persons_rights.erasing_places import PlaceLine
from desktop.services.persons_rights.retention import LOOKED_FOR, PARTS, DueLine
from desktop.services.rights import Right, may
from desktop.ui import wording
from desktop.ui.farewell.card import ERASE, KEEP
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.settings.presenters import PagePresenter
from desktop.ui.settings.retention_page import RetentionPage


class RetentionPresenter(PagePresenter):
    """Reads who is due, and does what is decided."""

    def __init__(self, page: RetentionPage, services: Services, jobs: Jobs) -> None:
        self._own = page
        self._workspace = services.workspace
        self._retention, self._erasure = services.retention, services.erasure
        self._anonymising, self._backups = services.anonymising, services.backups
        super().__init__(page, jobs)
        page.decided.connect(self.decide)
        page.place_done.connect(self.confirm)
        page.renew_wanted.connect(self.renew)
        page.years_chosen.connect(self.set_years)

    def show(self) -> None:
        """Read the list, the places and the periods."""

        def read() -> tuple[Any, Any, Any]:
            due = self._retention.due() if may(self._workspace, Right.ERASE) else ()
            return due, self._erasure.places(), self._retention.years()

        def shown(found: tuple[Any, Any, Any]) -> None:
            self._own.show_due(found[0])
            self._own.show_places(found[1])
            self._own.show_years(found[2])

        # Looking again at what still holds somebody notes what is gone by now.
        self._writes.ask(read, shown, self._own.show_error)

    def decide(self, line: DueLine, what: str, reason: str) -> None:
        """Erase, make unknown or keep."""
        told = QCoreApplication.translate("SettingsOutcome", "ทำแล้ว: ไม่เหลือข้อมูลที่บอกว่าเป็นใคร")
        act: Callable[[], object]
        if what == KEEP:
            told = QCoreApplication.translate("SettingsOutcome", "เก็บต่อแล้ว จะถามอีกครั้งในหนึ่งปี")
            act = lambda: self._retention.keep_longer(line.learner_id, reason)  # noqa: E731
        elif line.kind in PARTS:
            act = lambda: self._retention.erase_part(line.learner_id, line.kind, reason)  # noqa: E731
        elif what == ERASE or line.kind == LOOKED_FOR:
            act = lambda: self._erasure.erase(line.learner_id, reason)  # noqa: E731
        else:
            act = lambda: self._anonymising.anonymise([line.learner_id], reason)  # noqa: E731

        def done(_result: object) -> None:
            self._own.show_done(told)
            self.show()

        self._jobs.run(
            lambda _progress: act(),
            done,
            lambda error: self._own.show_problem(wording.sentence(error)),
            owner=self._own,
            title=QCoreApplication.translate("SettingsOutcome", "กำลังทำลายข้อมูล"),
            lane=WRITES,
        )

    def confirm(self, line: PlaceLine) -> None:
        """A person saw to a place."""
        self.do(
            lambda: self._erasure.confirm_gone(line.learner_id, line.place, line.name),
            told=QCoreApplication.translate("SettingsOutcome", "บันทึกว่าจัดการแล้ว"),
        )

    def renew(self) -> None:
        """A fresh backup, and those that hold erased people go."""

        def done(_made: object) -> None:
            self._own.show_done(
                QCoreApplication.translate("SettingsOutcome", "สำรองใหม่แล้ว สำเนาเก่าที่มีคนที่ลบออกไปแล้ว")
            )
            self.show()

        self._jobs.run(
            self._backups.renew,
            done,
            self._own.show_error,
            owner=self._own,
            title=QCoreApplication.translate("SettingsOutcome", "กำลังสำรองข้อมูล"),
        )

    def set_years(self, kind: str, years: int) -> None:
        """Another period."""
        self.keep(
            lambda: self._retention.set_years(kind, years),
            QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"),
        )
