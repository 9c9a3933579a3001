"""First step of the import: which file; and the imports of the past."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.services.rosters.runs import ImportRunEntry
from desktop.ui import thai_time
from desktop.ui.theme import restyle, theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import IconLabel, Separator, StatusPill, ThaiLabel

_NAMED = 8


def named(cells: Sequence[str]) -> str:
    """The names of cells in one line, of many the first."""
    said = ", ".join(cells[:_NAMED])
    return said if len(cells) <= _NAMED else f"{said} …"


class DropArea(Adaptive, QFrame):
    """`dropped` carries the path of one file let go over it; `choose` its button."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setAcceptDrops(True)
        self._icon = IconLabel("file-spreadsheet", "primary", 56)
        self._title = ThaiLabel("", "section", wrap=False)
        self._text = ThaiLabel("", "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = Button("", "primary", "folder-open")
        self.blank = Button("", "link", "download")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addStretch(1)
        for part in (self._icon, self._title, self._text, self.choose, self.blank):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.adapt()

    def redress(self) -> None:
        # A fixed width: a centred label that wraps is otherwise given the height of another width.
        self._text.setFixedWidth(theme().px(330))
        self._hold_lines()

    def _hold_lines(self) -> None:
        self._text.setMinimumHeight(self._text.heightForWidth(theme().px(330)))

    def retranslate(self) -> None:
        self._title.set_text(self.tr("ลากแฟ้มรายชื่อมาวางที่นี่"))
        self._text.set_text(self.tr("Excel (.xlsx) หรือ CSV หัวตารางแบบไหนก็ได้ ยังไม่บันทึกจนกว่าจะตกลง"))
        self._hold_lines()
        self.choose.setText(self.tr("เลือกแฟ้ม"))
        self.blank.setText(self.tr("ยังไม่มีแฟ้ม? บันทึกแบบฟอร์มเปล่าไปกรอก"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()
            restyle(self, surface="sunken")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        restyle(self, surface="card")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        restyle(self, surface="card")
        event.acceptProposedAction()
        self.dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))


class ChoosePage(Adaptive, QWidget):
    """`undo_wanted` carries a run that is to be taken back, once the person has said yes."""

    undo_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[ImportRunEntry, ...] = ()
        self._asked: ImportRunEntry | None = None
        self._undo: dict[UUID, Button] = {}
        self._no: Button | None = None
        self._lines: list[QWidget] = []
        self.area = DropArea()
        self.past = Card()
        self._nothing = ThaiLabel("", "muted")
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(6)
        self._list.addWidget(self._nothing)
        self._list.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.past.body.addWidget(scroll, 1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.area, 3)
        across.addWidget(self.past, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(across, 1)
        self.adapt()

    @property
    def said(self) -> str:
        """All that is told of imports of the past."""
        labels = [label for line in self._lines for label in line.findChildren(ThaiLabel)]
        return "\n".join(label.typed for label in labels)

    def show_runs(self, runs: Sequence[ImportRunEntry]) -> None:
        """Show the imports of the past, the latest first."""
        self._runs = tuple(runs)
        self.retranslate()

    def retranslate(self) -> None:
        self.past.set_title(self.tr("นำเข้าที่ผ่านมา"))
        self._nothing.set_text(self.tr("ยังไม่เคยนำเข้า ทุกครั้งที่นำเข้าจะมีเลขครั้ง และเลิกทั้งครั้งได้ที่นี่"))
        self._nothing.setVisible(not self._runs)
        for old in self._lines:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._undo, self._no = {}, None
        self._lines = [self._line(run) for run in self._runs[:30]]
        for place, line in enumerate(self._lines):
            self._list.insertWidget(place + 1, line)

    def _line(self, run: ImportRunEntry) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        number = self.tr("ครั้งที่ {number}").replace("{number}", str(run.number))
        column.addWidget(ThaiLabel(f"{number} · {run.file_name}", "strong"))
        counts = self.tr("ใหม่ {new} · ปรับปรุง {updated} · {when}")
        counts = counts.replace("{new}", f"{run.counts.get('new', 0):,}")
        counts = counts.replace("{updated}", f"{run.counts.get('updated', 0):,}")
        column.addWidget(
            ThaiLabel(counts.replace("{when}", thai_time.shown_moment(run.at)), "muted")
        )
        if run.corrected:
            mended = self.tr("แก้ %n ช่องก่อนนำเข้า: {cells}", "", len(run.corrected))
            column.addWidget(ThaiLabel(mended.replace("{cells}", named(run.corrected)), "muted"))
        if run.undone_at is not None:
            column.addWidget(StatusPill(self.tr("เลิกทั้งครั้งแล้ว"), "neutral", "undo-2"))
        elif self._asked == run:
            column.addWidget(self._question(run))
        else:
            undo = Button(self.tr("เลิกทั้งครั้ง"), "link", "undo-2")
            undo.setAccessibleName(f"{self.tr('เลิกทั้งครั้ง')} {number}")
            undo.clicked.connect(lambda _checked=False: self._ask(run))
            self._undo[run.id] = undo
            column.addWidget(undo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Separator())
        return line

    def _question(self, run: ImportRunEntry) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ThaiLabel(self.tr("คนที่เพิ่มในครั้งนี้จะถูกซ่อน ส่วนที่มีคนทำงานต่อแล้วจะคงไว้"), "body"))
        yes = Button(self.tr("เลิกทั้งครั้ง"), "danger", "undo-2")
        self._no = no = Button(self.tr("ไม่เลิก"), "secondary")
        yes.clicked.connect(lambda _checked=False: self._on_yes(run))
        no.clicked.connect(lambda _checked=False: self._on_no(run))
        row = QHBoxLayout()
        row.addWidget(yes)
        row.addWidget(no)
        row.addStretch(1)
        column.addLayout(row)
        return box

    def _ask(self, run: ImportRunEntry | None) -> None:
        self._asked = run
        self.retranslate()
        if run is not None and self._no is not None:
            self._no.setFocus()

    def _on_no(self, run: ImportRunEntry) -> None:
        self._ask(None)
        self._undo[run.id].setFocus()

    def _on_yes(self, run: ImportRunEntry) -> None:
        self._asked = None
        self.area.choose.setFocus()
        self.undo_wanted.emit(run.id)
