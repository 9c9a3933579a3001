"""ใครทำอะไรได้: the team and its competences; each cell opens one, each sum who may be relied on."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.all import Services
from desktop.services.competences.records import TeamMatrix, TeamMember
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.competences.words import COMPETENCE, COMPETENCES, CompetenceWords, matrix_title
from desktop.ui.jobs import Jobs
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cross_table import CrossCell, CrossLine, CrossTable
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.states import StateStack
from desktop.ui.wording import sentence

_READS = frozenset({COMPETENCE, f"{COMPETENCE}_move", "person", "vocabulary_term"})


class MatrixScreen(Screen):
    """`matrix_wanted()`."""

    matrix_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__()
        self._matrix: TeamMatrix | None = None
        self._codes, self._words = CodeBook(), SubjectWords(COMPETENCE)
        self.heading = ThaiLabel("", "title")
        self.list_button = Button("", "secondary", "list")
        self.new_button = Button("", "primary", "plus")
        self.table = CrossTable()
        show_if(self.new_button, Right.WRITE in rights)
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table)
        inside.addStretch(1)
        self.state = StateStack(Scrolling(whole))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.list_button, self.new_button):
            acts.addWidget(button)
        head = Folding(12)
        title = QHBoxLayout()
        title.addWidget(self.heading)
        head.add(title, 1)
        head.add(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.state, 1)
        self.table.opened.connect(self._open)
        self.list_button.clicked.connect(lambda: self.open_requested.emit(COMPETENCES, None))
        for begin in (self.new_button.clicked, self.state.empty.started):
            begin.connect(lambda *_on: self.open_requested.emit(f"{COMPETENCE}_new", None))
        self.state.retried.connect(self.matrix_wanted)
        self.adapt()

    def show_matrix(self, matrix: TeamMatrix, codes: CodeBook) -> None:
        """Show who can do what."""
        self._matrix, self._codes = matrix, codes
        self.retranslate()
        if matrix.members:
            self.state.show_content()
        else:
            self.state.show_empty()
        self.filled.emit()

    def show_failed(self, sentence: str) -> None:
        """It could not be read."""
        self.state.show_failed(sentence)

    def enter(self, argument: object) -> None:
        self.matrix_wanted.emit()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & _READS:
            self.matrix_wanted.emit()

    def title(self) -> str:
        return matrix_title()

    def first_focus(self) -> QWidget | None:
        return next(iter(self.table.numbers), None)

    def new_action(self) -> Action | None:
        return None if self.new_button.isHidden() else self.new_button.click

    def help_text(self) -> str:
        return self.tr(
            "ใครทำอะไรได้ และใช้ได้ถึงเมื่อใด ขีดคือยังไม่มีใครจด\n"
            "ที่หมดอายุแล้วยังเห็นอยู่ แต่ไม่นับในช่องรวม\n"
            "กด Tab ไปยังช่อง แล้วกด Enter เพื่อเปิดรายการนั้น"
        )

    def retranslate(self) -> None:
        self.heading.set_text(matrix_title())
        self.list_button.setText(self.tr("ดูรายการ"))
        self.new_button.setText(self._words.add())
        self.state.empty.set_words(
            self._words.none_yet(),
            self.tr("จดใบรับรองของครูพี่เลี้ยงและทีมงาน แล้วจะเห็นว่าใครทำอะไรได้"),
            self._words.add() if not self.new_button.isHidden() else "",
        )
        matrix = self._matrix
        if matrix is None:
            return
        able = {kind: len(matrix.able(kind)) for kind in matrix.kinds}
        sums = [CrossCell(able[kind], kind) for kind in matrix.kinds]
        people = CrossCell(sum(1 for each in matrix.members if _grants(each)))
        self.table.show_table(
            self.tr("ทีมงานกับสมรรถนะ"),
            self.tr("วันที่คือใช้ได้ถึงวันนั้น"),
            [
                *(self._codes.label("competences", kind) for kind in matrix.kinds),
                self.tr("ใช้ได้วันนี้"),
            ],
            [
                *(self._line(each, matrix.kinds) for each in matrix.members),
                (self.tr("คนที่ทำได้วันนี้"), [*sums, people]),
            ],
        )

    def _line(self, member: TeamMember, kinds: Collection[str]) -> CrossLine:
        words = CompetenceWords()
        cells: list[CrossCell | str] = []
        for kind in kinds:
            row = member.has.get(kind)
            cells.append(CrossCell(1, row.id, words.cell(row)) if row is not None else "–")
        return member.person.full_name, [*cells, CrossCell(_grants(member))]

    def _open(self, what: object) -> None:
        if isinstance(what, UUID):
            self.open_requested.emit(COMPETENCE, what)
        else:
            self.open_requested.emit(COMPETENCES, what)


def _grants(member: TeamMember) -> int:
    return sum(1 for row in member.has.values() if row.grants)


class MatrixPresenter(QObject):
    """Reads who can do what."""

    def __init__(self, screen: MatrixScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        screen.matrix_wanted.connect(self.read)

    def read(self) -> None:
        """Read the matrix."""
        services = self._services

        def work(_progress: object) -> tuple[TeamMatrix, CodeBook]:
            return services.competences.matrix(), CodeBook(services.centre.own_words())

        self._jobs.run(
            work,
            lambda found: self._screen.show_matrix(*found),
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="competence matrix",
        )
