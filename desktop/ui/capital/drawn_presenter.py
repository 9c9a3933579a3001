"""Answers แผนที่วาดมือ: reads maps and decodes their pictures in jobs, and stores each pin."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop.services.all import Services
from desktop.services.capital.maps import MapDetail, MapLine
from desktop.services.centre import VillageLine
from desktop.ui.capital.drawn_screen import DrawnMapScreen
from desktop.ui.capital.words import DRAWN_PAPER
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.pictures import picture_of_document
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.subjects.links import finders
from desktop.ui.wording import refusal, sentence
from desktop.ui.writes import Writes

_LARGE = 2400
_Read = tuple[tuple[MapLine, ...], MapDetail | None, tuple[VillageLine, ...], CodeBook]


class DrawnMapPresenter(QObject):
    """One map at a time."""

    def __init__(self, screen: DrawnMapScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._drawn: UUID | None = None
        self.writes = Writes(screen, jobs, services.undo)
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        screen.search.set_finder(finders(services, jobs, screen)["capital"])
        screen.maps_wanted.connect(self.read)
        screen.added.connect(self.add)
        screen.put.connect(self.put)
        screen.off_wanted.connect(self.take_off)
        screen.edited.connect(self.edit)
        screen.hide_wanted.connect(self.hide)
        screen.print_wanted.connect(self.print_map)

    def read(self, map_id: UUID | None, capital_id: UUID | None = None) -> None:
        """Read the maps, and one whole: this one, that of a capital's village, or the first."""
        services = self._services

        def work(_progress: object) -> _Read:
            lines = services.maps.all()
            known = [each.id for each in lines]
            wanted = map_id if map_id in known else None
            if wanted is None and capital_id is not None:
                row = services.capital.get(capital_id).row
                same = (each.id for each in lines if each.village_id == row.village_id)
                wanted = next(same, None)
            wanted = wanted or next(iter(known), None)
            detail = services.maps.get(wanted) if wanted is not None else None
            own = CodeBook(services.centre.own_words())
            return lines, detail, services.centre.villages(), own

        def show(found: _Read) -> None:
            if self.writes.outdated(lambda: self.read(map_id, capital_id)):
                return
            self._screen.show_maps(*found)
            detail = found[1]
            if detail is not None and detail.line.id != self._drawn:
                self._draw(detail.line)
            if capital_id is not None:
                self._screen.choose(capital_id)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="drawn maps",
        )

    def add(self, path: Path) -> None:
        """Take the picture of a map in, and show it."""
        screen = self._screen
        text = self.tr("เพิ่มแผนที่ {name} แล้ว").replace("{name}", path.name)
        detail = screen.detail
        village = detail.line.village_id if detail is not None else None
        self.writes.do(
            lambda: self._services.maps.add(path, {"village_id": village} if village else None),
            lambda made: self.read(made),
            lambda error: screen.show_refused(sentence(error)),
            undo=text,
        )

    def put(self, capital_id: UUID, across: int, down: int) -> None:
        """Put a pin, or move it."""

        def act(map_id: UUID) -> UUID:
            return self._services.maps.put(map_id, capital_id, across, down)

        self._do(act, self.tr("ปักหมุดแล้ว"), capital_id)

    def take_off(self, pin_id: UUID) -> None:
        """Take a pin off."""
        self._do(lambda _map: self._services.maps.take_off(pin_id), self.tr("เอาหมุดออกแล้ว"))

    def edit(self, name: str, value: Any) -> None:
        """Store what is noted of the map."""
        detail, form = self._screen.detail, self._screen.form
        if detail is None:
            return
        self.writes.save(
            lambda: self._services.maps.edit(detail.line.id, {name: value}),
            lambda _none: form.clear_error(name),
            lambda error: self._beside(error, name),
            told=self.tr("บันทึกแล้ว"),
        )

    def _beside(self, error: Exception, name: str) -> None:
        field, text = refusal(error)
        self._screen.form.show_error(field or name, text)

    def hide(self) -> None:
        """Take the map out; it can be brought back."""
        self._do(lambda map_id: self._services.maps.hide([map_id]), self.tr("เอาแผนที่ออกแล้ว"))

    def print_map(self) -> None:
        """Ask how, then print the map that is shown."""
        detail, paper = self._screen.detail, self._services.map_paper
        if detail is not None:
            known = detail.line.id
            self.printing.print_list(
                DRAWN_PAPER, lambda path, looks: paper.write_pdf(path, [known], looks)
            )

    def _do(self, act: Any, undo: str, capital_id: UUID | None = None) -> None:
        detail = self._screen.detail
        if detail is None:
            return
        known = detail.line.id
        self.writes.do(
            lambda: act(known),
            lambda _done: self.read(known, capital_id),
            lambda error: self._screen.show_refused(sentence(error)),
            undo=undo,
        )

    def _draw(self, line: MapLine) -> None:
        """Decode a picture in the background; while it is on its way, say so."""
        self._drawn = None
        if not line.here:
            self._screen.show_picture(line.id, QImage())
            self._screen.show_refused(
                self.tr("ภาพแผนที่นี้อยู่ในเครื่องที่เพิ่มไว้ เมื่อซิงก์ไม่ส่งภาพ หมุดยังเห็นในรายการ")
            )
            return

        def work(_progress: object) -> QImage:
            content = self._services.maps.content(line.id)
            return picture_of_document(content.content, content.media_type, _LARGE)

        def show(image: QImage) -> None:
            self._drawn = line.id
            self._screen.show_picture(line.id, image)

        self._jobs.run(
            work,
            show,
            lambda error: self._screen.show_refused(sentence(error)),
            owner=self._screen,
            supersedes="drawn picture",
        )
