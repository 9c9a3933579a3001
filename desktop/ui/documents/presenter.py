"""Answers a panel of documents: takes files in one by one, shows one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop.services.documents.records import DocumentLine
from desktop.ui.documents.panel import THUMBNAIL, DocumentsPanel
from desktop.ui.pictures import picture_of_document, png_of
from desktop.ui.record_work import RecordWork
from desktop.ui.theme import theme
from desktop.ui.wording import refusal, sentence

_LARGE = 360


class DocumentsPresenter(QObject):
    """Files are read in the background; the bytes decide what they are.

    Args:
        tab: the panel.
        work: of the page that it stands on; its `whose` is the record.
        kind: of the record.
    """

    def __init__(self, tab: DocumentsPanel, work: RecordWork, kind: str = "learner") -> None:
        super().__init__(tab)
        self._tab, self._work, self._documents = tab, work, work.services.documents
        self._kind = kind
        work.writes.settled.connect(self._on_settled)
        tab.files_chosen.connect(self.add)
        tab.pasted.connect(self.paste)
        tab.chosen.connect(self.show)
        tab.thumbnails_wanted.connect(self.draw)
        tab.edited.connect(self.edit)
        tab.photo_wanted.connect(self.set_photo)
        tab.copy_wanted.connect(self.save_copy)
        tab.hidden.connect(self.hide)

    def load(self) -> None:
        """Read the documents."""
        self._work.read(
            lambda whose: self._documents.of(whose, self._kind), self._tab.show_lines, "documents"
        )

    def add(self, paths: Sequence[Path]) -> None:
        """Take files in; each is one change that can be taken back."""
        for path in paths:
            self._work.write(
                lambda whose, path=path: self._documents.add(whose, path, of=self._kind),  # type: ignore[misc]
                None,
                lambda error, name=path.name: self._tab.show_refused(name, sentence(error)),  # type: ignore[misc]
                undo=self.tr("เพิ่ม {name} แล้ว").replace("{name}", path.name),
            )

    def paste(self, image: QImage) -> None:
        """Take a picture in that was copied elsewhere."""
        name = self.tr("ภาพที่คัดลอกมา")
        self._work.write(
            lambda whose: self._documents.add(whose, png_of(image), {"title": name}, of=self._kind),
            None,
            lambda error: self._tab.show_refused(name, sentence(error)),
            undo=self.tr("เพิ่ม {name} แล้ว").replace("{name}", name),
        )

    def show(self, document_id: UUID) -> None:
        """Draw one document as large as there is room, in the background."""
        side = theme().px(_LARGE)
        self._work.read(
            lambda _who: self._picture(document_id, side),
            lambda image: self._tab.show_picture(document_id, image),
            "document",
        )

    def draw(self, lines: Sequence[DocumentLine]) -> None:
        """Draw documents in small, each as soon as it is read."""
        side = theme().px(THUMBNAIL) * 2  # for screens with two dots a pixel
        for line in lines:
            self._work.read(
                lambda _who, line=line: self._picture(line.id, side),  # type: ignore[misc]
                lambda image, line=line: self._tab.show_thumbnail(line.id, image),  # type: ignore[misc]
                f"thumbnail {line.id}",
            )

    def edit(self, document_id: UUID, name: str, value: Any) -> None:
        """Store what is noted about a document."""
        self._work.save(
            lambda _who: self._documents.edit(document_id, {name: value}),
            None,
            lambda error: self._tab.show_error(document_id, name, refusal(error)[1]),
        )

    def set_photo(self, document_id: UUID) -> None:
        """Show a document as the learner's photo."""
        self._work.write(
            lambda learner_id: self._documents.set_photo(learner_id, document_id),
            undo=self.tr("เปลี่ยนภาพประจำตัวแล้ว"),
        )

    def hide(self, document_id: UUID) -> None:
        """Take a document away."""
        self._work.write(
            lambda _who: self._documents.hide(document_id), undo=self.tr("เอาเอกสารออกแล้ว")
        )

    def save_copy(self, document_id: UUID, target: Path) -> None:
        """Write a document's bytes to a file of the person's choice."""

        text = self.tr("บันทึกสำเนาไว้ที่ {name}").replace("{name}", target.name)
        # It is noted that a copy went out: a change, in the lane of changes.
        self._work.write(
            lambda _who: self._documents.save_copy(document_id, target),
            lambda _none: self._work.screen.wrote.emit(text, target),
        )

    def _picture(self, document_id: UUID, side: int) -> QImage:
        content = self._documents.content(document_id)
        return picture_of_document(content.content, content.media_type, side)

    def _on_settled(self, stored: bool) -> None:
        if stored and self._tab.isVisible():
            self.load()
