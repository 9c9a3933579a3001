"""The mark of the office at the head of its papers: taken in small, shown, and taken away."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.errors import StorageError, UserError
from desktop.pictures import media_type_of, small_mark
from desktop.ui import file_asking
from desktop.ui.pictures import safe_image
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel

_SIDES: Final = (320, 240, 160, 100)
_MOST_BYTES: Final = 60_000  # it goes with the centre's record to every laptop
_LARGEST_FILE: Final = 20_000_000


def logo_from(path: Path) -> str:
    """The picture of a file as a letterhead keeps it: a small PNG, as base64 text.

    Raises:
        UserError: `file_type_unknown`, `document_too_large`, `photo_unreadable`,
            `photo_heic`, `photo_too_many_dots`. StorageError: `cannot_open`.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise UserError("document_too_large", most=_LARGEST_FILE // 1_000_000)
        content = path.read_bytes()
    except OSError as error:
        raise StorageError("cannot_open", file=path.name) from error
    if not media_type_of(content):
        raise UserError("file_type_unknown")
    for side in _SIDES:
        small = small_mark(content, side)
        if len(small) <= _MOST_BYTES:
            return base64.b64encode(small).decode("ascii")
    raise UserError("document_too_large", most=_LARGEST_FILE // 1_000_000)


class LogoRow(Adaptive, QWidget):
    """`chosen(path)`, and `removed()`; shows what is kept."""

    chosen = Signal(object)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choose_file = self._choose_file
        self._logo = ""
        self._word = ThaiLabel("", "field", wrap=False)
        self.picture = QLabel()
        self.choose = Button("", "secondary", "image")
        self.remove = Button("", "quiet", "x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for part in (self._word, self.picture, self.choose, self.remove):
            row.addWidget(part)
        row.addStretch(1)
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(self.removed)
        self.adapt()

    def show_logo(self, kept: object) -> None:
        """Show the mark of a letterhead, base64 text or bytes."""
        content = kept if isinstance(kept, bytes) else b""
        if isinstance(kept, str):
            content = bytes(
                QByteArray.fromBase64(QByteArray(kept.encode("ascii", "ignore"))).data()
            )
        image = safe_image(QByteArray(content), QSize(400, 400)) if content else QImage()
        self.picture.setVisible(not image.isNull())
        self.remove.setVisible(not image.isNull())
        if not image.isNull():
            side = theme().px(56)
            pixmap = QPixmap.fromImage(image)
            self.picture.setPixmap(pixmap.scaledToHeight(min(side, pixmap.height())))

    def retranslate(self) -> None:
        self._word.set_text(self.tr("ตราของหน่วยงาน"))
        self.choose.setText(self.tr("เลือกภาพ"))
        self.remove.setText(self.tr("เอาตราออก"))
        self.picture.setAccessibleName(self.tr("ตราของหน่วยงาน"))

    def _on_choose(self) -> None:
        path = self.choose_file()
        if path is not None:
            self.chosen.emit(path)

    def _choose_file(self) -> Path | None:
        kinds = self.tr("ภาพ (*.png *.jpg *.jpeg *.webp *.heic *.heif)")
        return file_asking.ask_open(self, self.choose.text(), kinds)
