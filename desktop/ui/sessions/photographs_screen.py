"""ภาพและเอกสาร: the photographs and papers of one meeting."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.all import Services
from desktop.services.roles import Right
from desktop.services.sessions.records import SessionDetail
from desktop.ui.code_book import CodeBook
from desktop.ui.documents.panel import DocumentsPanel
from desktop.ui.documents.presenter import DocumentsPresenter
from desktop.ui.jobs import Jobs
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.record_work import RecordWork
from desktop.ui.sessions.words import SESSION, SessionWords, photographs
from desktop.ui.shell.screens import Screen
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.wording import sentence


class PhotographsScreen(Screen):
    """`session_wanted(id)`; what is taken in is the panel's."""

    session_wanted = Signal(object)

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__()
        self._may = Right.WRITE in rights
        self.session_id: UUID | None = None
        self.detail: SessionDetail | None = None
        self.heading, self.when = ThaiLabel("", "title"), ThaiLabel("", "muted")
        self.problem = ThaiLabel("", "error")
        self.page_button = Button("", "link", "calendar")
        self.done_bar = DoneBar()
        self.panel = DocumentsPanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for widget in (self.heading, self.when, self.problem, self.done_bar):
            column.addWidget(widget)
        column.addWidget(self.page_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.panel, 1)
        self.problem.hide()
        self.panel.hide()  # until it is known whose they are
        self.page_button.clicked.connect(lambda: self.open_requested.emit(SESSION, self.session_id))
        self.adapt()

    def show_session(self, detail: SessionDetail, codes: CodeBook) -> None:
        """Show whose photographs these are."""
        first = self.detail is None or self.detail.row.id != detail.row.id
        self.detail = detail
        self.problem.hide()
        self.panel.show()
        self.panel.show_owner(detail.row.id, codes, may_edit=self._may)
        self.retranslate()
        self.title_changed.emit()
        if first:
            self.filled.emit()

    def show_failed(self, text: str) -> None:
        """It could not be read."""
        self.problem.set_text(text)
        self.problem.show()

    def title(self) -> str:
        return f"{photographs()} {self.detail.row.name}" if self.detail else ""

    def help_text(self) -> str:
        return self.tr(
            "ภาพของครั้งนี้ เลือกไฟล์ ลากมาวาง หรือคัดลอกแล้วกด Ctrl+V ภาพใหญ่ย่อให้เอง\n"
            "บอกว่ามีคนในภาพไหม และทุกคนยินยอมแล้วหรือยัง ยังไม่บอก ภาพนั้นพิมพ์หรือส่งออกไม่ได้"
        )

    def first_focus(self) -> QWidget | None:
        first = self.panel.first_focus() if self.panel.isVisible() else None
        return first or self.page_button

    def enter(self, argument: object) -> None:
        """`argument`: the meeting."""
        if isinstance(argument, UUID):
            self.session_id = argument
        if self.session_id is not None:
            self.session_wanted.emit(self.session_id)

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & {"document", SESSION, "course"} and self.isVisible() and self.session_id:
            self.session_wanted.emit(self.session_id)

    def leave(self) -> None:
        self.panel.flush()

    def retranslate(self) -> None:
        self.page_button.setText(self.tr("หน้าของครั้งนี้"))
        if self.detail is not None:
            self.heading.set_text(self.title())
            self.when.set_text(SessionWords().when(self.detail.row))


class PhotographsPresenter(QObject):
    """Reads the meeting; its photographs are answered as those of any record."""

    def __init__(self, screen: PhotographsScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        self.work = RecordWork(screen, services, jobs, self.printing, lambda: screen.session_id)
        self.documents = DocumentsPresenter(screen.panel, self.work, SESSION)
        screen.session_wanted.connect(self.read)

    def read(self, session_id: UUID) -> None:
        """Read the meeting, then what there is of it."""
        services = self._services
        self.work.whose = session_id

        def show(found: tuple[SessionDetail, CodeBook]) -> None:
            if self.work.whose == session_id:
                self._screen.show_session(*found)
                self.documents.load()

        self._jobs.run(
            lambda _progress: (
                services.sessions.get(session_id),
                CodeBook(services.centre.own_words()),
            ),
            show,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="meeting of photographs",
        )
