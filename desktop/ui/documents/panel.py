"""Photos and papers of a record: chosen, dropped or pasted, looked at safely."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.documents.records import DocumentLine
from desktop.ui import file_asking
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.icons import icon_pixmap
from desktop.ui.thai_time import shown_iso
from desktop.ui.theme import restyle, theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.panes import Pane
from desktop.ui.widgets.states import StateStack

THUMBNAIL = 48
"""Pixels at 100 % of the side of a small picture."""

FIELDS = (
    FieldSpec("document_kind", 12),
    FieldSpec("title", 12),
    FieldSpec("taken_on", 12, compact=True),
    FieldSpec("others_pictured", 6),
    FieldSpec("others_agreed", 6),
    FieldSpec("note", 12),
)


class Thumbnail(Adaptive, QLabel):
    """What a document looks like, in small; its sign until that is drawn."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self._sign = sign
        self._image = QImage()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.adapt()

    @property
    def drawn(self) -> bool:
        """Whether the document itself is seen."""
        return not self._image.isNull()

    def show_image(self, image: QImage) -> None:
        """Show it in the place of the sign."""
        self._image = image
        self.redress()

    def redress(self) -> None:
        side = theme().px(THUMBNAIL)
        self.setFixedSize(side, side)
        if self._image.isNull():
            colour = theme().colour("primary")
            self.setPixmap(icon_pixmap(self._sign, colour, side // 2, self.devicePixelRatioF()))
            return
        shown = self._image.scaled(
            QSize(side, side) * self.devicePixelRatioF(),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(self.devicePixelRatioF())
        self.setPixmap(QPixmap.fromImage(shown))


class _DocumentRow(Card):
    def __init__(self, line: DocumentLine, codes: CodeBook) -> None:
        super().__init__(clickable=True)
        self.line = line
        icon = "image" if line.media_type.startswith("image/") else "file-text"
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ThaiLabel(line.title, "strong"))
        kind = codes.label("document_kinds", line.document_kind)
        day = shown_iso(line.taken_on or line.added_on)
        words.addWidget(ThaiLabel(f"{kind}  ·  {day}", "muted"))
        row = QHBoxLayout()
        row.setSpacing(12)
        self.picture = Thumbnail(icon)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        if line.is_photo_of_learner:
            row.addWidget(StatusPill(self.tr("ภาพประจำตัว"), "success", "user"))
        if line.sensitive:
            row.addWidget(StatusPill(self.tr("อ่อนไหว"), "warning", "lock"))
        if not line.here:
            row.addWidget(StatusPill(self.tr("อยู่ในเครื่องอื่น"), "neutral", "clock"))
        self.body.addLayout(row)
        self.setAccessibleName(f"{line.title} {kind} {day}")


class DocumentsPanel(Adaptive, QWidget):
    """`files_chosen(paths)`; `pasted(image)`; `thumbnails_wanted(lines)` whose small pictures are
    not there yet; the rest about the document that is looked at.

    Whoever places it tells it whose documents they are (`show_owner`) and has them answered by a
    `DocumentsPresenter`.
    """

    files_chosen = Signal(object)
    pasted = Signal(QImage)
    chosen = Signal(object)
    thumbnails_wanted = Signal(object)
    edited = Signal(object, str, object)
    photo_wanted = Signal(object)
    photo_dropped = Signal()
    copy_wanted = Signal(object, object)
    hidden = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner: UUID | None = None
        self._may_edit = True
        self._portraits = False
        self._codes = CodeBook()
        self._lines: Sequence[DocumentLine] = ()
        self._line: DocumentLine | None = None
        self.rows: list[_DocumentRow] = []
        self._thumbnails: dict[UUID, QImage] = {}
        self.setAcceptDrops(True)
        self._lay_out()
        self.adapt()

    def show_owner(
        self, owner: UUID, codes: CodeBook, *, may_edit: bool, portraits: bool = False
    ) -> None:
        """Whose documents these are; of another than before what was looked at is forgotten.

        Args:
            owner: the record.
            codes: the code lists of the centre.
            may_edit: whether something can be added and noted.
            portraits: whether one of them can be shown as the picture of its owner.
        """
        if self._owner is not None and self._owner != owner:
            self._show_line(None)
            self._thumbnails.clear()
            self.show_lines(())
        self._owner, self._codes = owner, codes
        self._may_edit, self._portraits = may_edit, portraits
        self.form.set_codes(codes)
        self._drop.setVisible(may_edit)
        self.setAcceptDrops(may_edit)
        self.form.setEnabled(may_edit)
        self.hide_button.setVisible(may_edit)
        self.retranslate()

    def first_focus(self) -> QWidget | None:
        """Where one begins: what takes files in, for who may."""
        return None if self._drop.isHidden() else self.add_button

    def show_lines(self, lines: Sequence[DocumentLine]) -> None:
        """The documents, newest first."""
        self._lines = lines
        clear_layout(self._list)
        self.rows = []
        for line in lines:
            row = _DocumentRow(line, self._codes)
            row.opened.connect(lambda line=line: self.choose(line))
            self.rows.append(row)
            self._list.addWidget(row)
            if line.id in self._thumbnails:
                row.picture.show_image(self._thumbnails[line.id])
        # What is sensitive is looked at on purpose, not by whoever passes.
        missing = [
            line
            for line in lines
            if line.here and not line.sensitive and line.id not in self._thumbnails
        ]
        if missing:
            self.thumbnails_wanted.emit(missing)
        if lines:
            self.states.show_content()
        else:
            self.states.show_empty()
        now = next((each for each in lines if self._line and each.id == self._line.id), None)
        if now is not None:
            self._show_line(now)
        elif self._line is not None:
            self._show_line(None)

    def choose(self, line: DocumentLine) -> None:
        """Look at a document."""
        self._show_line(line)
        self._picture.clear()
        if line.here:
            self.chosen.emit(line.id)

    def show_thumbnail(self, document_id: UUID, image: QImage) -> None:
        """A document's small picture was drawn; a null one leaves its sign."""
        self._thumbnails[document_id] = image
        for row in self.rows:
            if row.line.id == document_id:
                row.picture.show_image(image)

    def show_picture(self, document_id: UUID, image: QImage) -> None:
        """Show what the document looks like; what cannot be drawn is only named."""
        if self._line is None or self._line.id != document_id:
            return
        self._picture.setPixmap(QPixmap.fromImage(image))
        self._picture.setVisible(not image.isNull())
        self._about.setVisible(image.isNull() or not self._line.media_type.startswith("image/"))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files were chosen or dropped."""
        if paths:
            self.files_chosen.emit(list(paths))

    def show_error(self, document_id: UUID, name: str, text: str) -> None:
        """Say beside a field what is wrong."""
        if self._line is not None and self._line.id == document_id:
            self.form.show_error(name, text)

    def show_refused(self, name: str, text: str) -> None:
        """Say why a file was not taken in."""
        said = self.tr("ไม่ได้เก็บ {name}: {why}").replace("{name}", name)
        self.problem.say(said.replace("{why}", text), "danger")

    def flush(self) -> None:
        """Send what is half typed."""
        if self._line is not None:
            self.form.flush()

    def retranslate(self) -> None:
        self.add_button.setText(self.tr("เพิ่มเอกสารหรือภาพ"))
        self._drop_words.set_text(self.tr("หรือลากไฟล์มาวางตรงนี้  (ภาพ JPEG PNG WebP HEIC หรือ PDF)"))
        self.states.empty.set_icon("file-plus")
        self.states.empty.set_words(
            self.tr("ยังไม่มีเอกสาร"),
            self.tr(
                "ภาพถ่าย บัตร ใบเกิด หนังสือยินยอม ผลงาน และแผนที่ลงชื่อแล้ว เก็บไว้ตรงนี้ "
                "ภาพใหญ่จะย่อให้เองและลบตำแหน่งที่ถ่ายออก"
            ),
            self.tr("เพิ่มเอกสารหรือภาพ") if self._may_edit else "",
        )
        self.photo_button.setText(self.tr("ใช้เป็นภาพประจำตัว"))
        self.copy_button.setText(self.tr("บันทึกสำเนาเป็นแฟ้ม"))
        self.hide_button.setText(self.tr("เอาออก"))
        if self._line is not None:
            self._show_line(self._line)

    def redress(self) -> None:
        self._look.setFixedWidth(theme().px(420))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            restyle(self._drop, tone="info")
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: object) -> None:
        restyle(self._drop, tone="")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V takes a picture, or copied files, in; a field takes its words before."""
        if not (self._may_edit and event.matches(QKeySequence.StandardKey.Paste)):
            super().keyPressEvent(event)
            return
        held = QApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
        if paths:
            self.take_files(paths)
        elif held.hasImage():
            self.pasted.emit(QApplication.clipboard().image())

    def dropEvent(self, event: QDropEvent) -> None:
        restyle(self._drop, tone="")
        self.take_files(
            [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        )
        event.acceptProposedAction()

    def _lay_out(self) -> None:
        self.add_button = Button("", "primary", "upload")
        self.add_button.clicked.connect(self._on_add)
        self._drop_words = ThaiLabel("", "muted")
        self._drop = QFrame()
        self._drop.setProperty("surface", "banner")
        top = QHBoxLayout(self._drop)
        top.setContentsMargins(12, 8, 12, 8)
        top.setSpacing(12)
        top.addWidget(self.add_button)
        top.addWidget(self._drop_words, 1)
        pane = Pane()
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        pane.body.addLayout(self._list)
        pane.body.addStretch(1)
        self.problem = Banner()
        content = QWidget()
        left = QVBoxLayout(content)
        left.setContentsMargins(0, 12, 0, 0)
        left.addWidget(self._drop)
        left.addWidget(pane, 1)
        self.states = StateStack(content)
        self.states.empty.started.connect(self._on_add)
        self._look = QFrame()
        self._look.setProperty("surface", "card")
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._about = ThaiLabel("", "muted")
        self.form = RecordForm("document", FIELDS)
        self.form.edited.connect(self._on_edited)
        self.photo_button = Button("", "secondary", "user")
        self.copy_button = Button("", "quiet", "download")
        self.hide_button = Button("", "quiet", "trash-2")
        self.photo_button.clicked.connect(self._on_photo)
        self.copy_button.clicked.connect(self._on_copy)
        self.hide_button.clicked.connect(self._on_hide)
        self._look_at = look = Pane()
        look.body.setContentsMargins(16, 14, 12, 14)
        look.body.setSpacing(10)
        look.body.addWidget(self._picture)
        look.body.addWidget(self._about)
        look.body.addWidget(self.photo_button)
        look.body.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(self.hide_button)
        look.body.addLayout(row)
        look.body.addStretch(1)
        inside = QVBoxLayout(self._look)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(look)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 8, 12)
        whole.setSpacing(16)
        main = QVBoxLayout()
        main.setSpacing(8)
        main.addWidget(self.problem)
        main.addWidget(self.states, 1)
        whole.addLayout(main, 1)
        side = QVBoxLayout()
        side.setContentsMargins(0, 12, 0, 0)
        side.addWidget(self._look)
        whole.addLayout(side)
        self._look.hide()

    def _show_line(self, line: DocumentLine | None) -> None:
        same = line is not None and self._line is not None and line.id == self._line.id
        if not same:
            self.flush()
            self._look_at.verticalScrollBar().setValue(0)
        self._line = line
        self._look.setVisible(line is not None)
        if line is None:
            return
        picture = line.media_type.startswith("image/")
        values = {
            "document_kind": line.document_kind,
            "title": line.title,
            "taken_on": line.taken_on or None,
            "note": line.note,
            "others_pictured": line.others_pictured,
            "others_agreed": line.others_agreed,
        }
        self.form.show_values(values, keep=same)
        self.form.row("others_pictured").setVisible(line.is_picture)
        self.form.row("others_agreed").setVisible(line.is_picture and bool(line.others_pictured))
        if not line.here:
            text = self.tr("แฟ้มนี้อยู่ในเครื่องที่เพิ่มไว้ เมื่อซิงก์ส่งเฉพาะคำ ไม่ส่งภาพและแฟ้ม")
        elif picture:
            text = self.tr("เปิดภาพนี้ดูไม่ได้ บันทึกสำเนาแล้วตรวจอีกครั้ง")
        else:
            text = self.tr("ในนี้เห็นเฉพาะหน้าแรกของ PDF บันทึกสำเนาเป็นแฟ้มแล้วเปิดเพื่ออ่านทั้งหมด")
        self._about.set_text(text)
        if not same:
            self._about.setVisible(not (picture and line.here))
            self._picture.hide()
        usable = picture and line.here and self._may_edit and self._portraits
        self.photo_button.setVisible(usable and not line.is_photo_of_learner)
        self.copy_button.setEnabled(line.here)

    def _on_edited(self, name: str, value: object) -> None:
        if self._line is not None:
            self.edited.emit(self._line.id, name, value)

    def _on_photo(self) -> None:
        if self._line is not None:
            self.photo_wanted.emit(self._line.id)

    def _on_hide(self) -> None:
        if self._line is not None:
            self.hidden.emit(self._line.id)

    def _on_add(self) -> None:
        kinds = self.tr("ภาพและ PDF (*.jpg *.jpeg *.png *.webp *.heic *.heif *.pdf)")
        self.take_files(file_asking.ask_open_many(self, self.tr("เลือกเอกสารหรือภาพ"), kinds))

    def _on_copy(self) -> None:
        if self._line is None:
            return
        ending = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}
        proposed = Path(self._line.title).name + ending.get(self._line.media_type, ".pdf")
        path = file_asking.ask_save(self, self.tr("บันทึกสำเนา"), proposed, "")
        if path is not None:
            self.copy_wanted.emit(self._line.id, path)
