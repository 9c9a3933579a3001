"""Saving the recovery sheet as a PDF, opening it for printing, and deleting it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.reports.recovery_sheet import RecoveryPaper
from desktop.ui import file_asking, wording
from desktop.ui.printing.wish import with_ending
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel


class SheetSaving(Adaptive, QWidget):
    """`save_wanted(path)` once a place was chosen; the file can be deleted when it was printed."""

    save_wanted = Signal(object)

    def __init__(self, paper: RecoveryPaper | None = None) -> None:
        super().__init__()
        self.paper = paper
        self._file: Path | None = None
        self._note = ThaiLabel("", "caption")
        self.save_button = Button("", "secondary", "printer")
        self.open_button = Button("", "secondary", "external-link")
        self.delete_button = Button("", "quiet", "trash-2")
        self.anyway_button = Button("", "secondary", "printer")
        self._asked, self._go_on = "", _nothing
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save_button)
        row.addWidget(self.open_button)
        row.addWidget(self.delete_button)
        row.addWidget(self.anyway_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._note)
        self.save_button.clicked.connect(self._on_save)
        self.open_button.clicked.connect(self._on_open)
        self.delete_button.clicked.connect(self.delete)
        self.anyway_button.clicked.connect(lambda: self._go_on())
        self.adapt()

    def show_saved(self, path: Path | None) -> None:
        """The PDF lies at `path`; None: nowhere."""
        self._file, self._asked = path, ""
        self.retranslate()

    def ask(self, error: Exception, go_on: Callable[[], None]) -> bool:
        """Offer to print all the same where it is only letters that no typeface has."""
        if not isinstance(error, UserError) or error.code != "paper_letters_missing":
            return False
        self._asked, self._go_on = wording.sentence(error), go_on
        self.retranslate()
        self.anyway_button.setFocus()
        return True

    def delete(self) -> None:
        """Delete the PDF: the words belong on paper, not on the laptop they open."""
        if self._file is not None:
            self._file.unlink(missing_ok=True)
        self.show_saved(None)

    def retranslate(self) -> None:
        saved = self._file is not None
        self.save_button.setText(self.tr("ทำใบ PDF สำหรับพิมพ์…"))
        self.open_button.setText(self.tr("เปิดเพื่อพิมพ์"))
        self.delete_button.setText(self.tr("พิมพ์แล้ว ลบแฟ้มนี้"))
        self.save_button.setVisible(not saved)
        self.open_button.setVisible(saved)
        self.delete_button.setVisible(saved)
        self.anyway_button.setText(self.tr("พิมพ์โดยมี □"))
        self.anyway_button.setVisible(bool(self._asked))
        if self._file is not None:
            text = self.tr("แฟ้มอยู่ที่ {file} พิมพ์แล้วลบทันที อย่าส่งทางไลน์หรืออีเมล")
            self._note.set_text(text.replace("{file}", str(self._file)))
        else:
            self._note.set_text(self._asked or self.tr("ไม่มีเครื่องพิมพ์ จดคำตามลำดับลงกระดาษก็ได้"))

    def _on_save(self) -> None:
        name = f"recovery-{self.paper.id}.pdf" if self.paper is not None else "recovery.pdf"
        chosen = file_asking.ask_save(self, self.save_button.text(), name, "PDF (*.pdf)")
        if chosen is not None:
            self.save_wanted.emit(with_ending(chosen, ".pdf"))

    def _on_open(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file)))


def _nothing() -> None:
    """Nothing was asked."""
