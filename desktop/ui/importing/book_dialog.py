"""What a book that is brought in would do, before anything is stored."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.rosters.workbooks import BOOKS
from desktop.services.workbooks.declared import Book, BookPreview
from desktop.services.workbooks.problem_words import problem_words
from desktop.ui.theme import theme
from desktop.ui.translation import language, translate
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling

_MOST = 60


def taking_in(book: Book) -> str:
    """What one says to bring a book in."""
    words = translate("BookDialog", "นำเข้า{what}")
    return words.replace("{what}", book.title(language().value))


class BookDialog(Adaptive, QDialog):
    """`taken()` when the person says so; with nothing to store there is no such button."""

    taken = Signal()

    def __init__(self, preview: BookPreview, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._preview = preview
        self.summary = ThaiLabel("", "strong")
        self.problems = ThaiLabel("", "body")
        self.take_button = Button("", "primary", "check")
        self.close_button = Button("", "quiet")
        self.take_button.setVisible(preview.count("new", "update") > 0)
        self.take_button.clicked.connect(self._on_take)
        self.close_button.clicked.connect(self.reject)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(self.problems)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.take_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(self.summary)
        whole.addWidget(Scrolling(inside), 1)
        whole.addLayout(foot)
        self.adapt()
        (self.take_button if not self.take_button.isHidden() else self.close_button).setFocus()

    def retranslate(self) -> None:
        found = self._preview
        self.setWindowTitle(taking_in(BOOKS[found.what]))
        said = self.tr("ใหม่ {new} · ปรับปรุง {updated} · เหมือนเดิม {same} · ไม่นำเข้า {left}")
        for name, count in (
            ("{new}", found.count("new")),
            ("{updated}", found.count("update")),
            ("{same}", found.count("unchanged")),
            ("{left}", found.count("asked", "repeat", "error")),
        ):
            said = said.replace(name, str(count))
        self.summary.set_text(said)
        lines = []
        for problem in found.problems[:_MOST]:
            where = f"{problem.column}{problem.row}" if problem.row else problem.sheet
            words = problem_words(problem.code, language().value)
            lines.append(f"{where}  {problem.text}: {words}" if where else words)
        more = len(found.problems) - _MOST
        if more > 0:
            lines.append(self.tr("และอีก %n จุด", "", more))
        self.problems.set_text("\n".join(lines) if lines else self.tr("ไม่มีอะไรต้องดูเพิ่ม"))
        self.take_button.setText(self.tr("นำเข้า"))
        self.close_button.setText(self.tr("ยังไม่นำเข้า"))

    def redress(self) -> None:
        self.resize(theme().px(640), theme().px(420))

    def _on_take(self) -> None:
        self.taken.emit()
        self.accept()
