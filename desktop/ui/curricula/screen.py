"""The list of local curricula."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal

from desktop.services.all import Services
from desktop.services.curricula.records import CurriculumQuery, CurriculumRow
from desktop.services.papers.curricula import CurriculumPapers
from desktop.services.papers.lists import SubjectDirectory
from desktop.services.roles import Right
from desktop.services.subject_service import OfAnySubject
from desktop.ui.curricula.words import ALL, CURRICULUM, CurriculumWords, village_of
from desktop.ui.jobs import Jobs
from desktop.ui.printing.papers import Paper
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.subjects.directory_presenter import DirectoryPresenter
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.table_model import Column

_SHARED = "shared"


class CurriculaScreen(DirectoryScreen[CurriculumRow]):
    """`whole_wanted()`, beside what a directory says."""

    whole_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        self.whole_button = Button("", "secondary", "book-open")
        reads = ("curriculum_unit", "village", "course", "course_move")
        super().__init__(CURRICULUM, rights, CurriculaScreen.between, "skill_groups", reads)
        show_if(self.whole_button, Right.PRINT in rights)
        self.whole_button.clicked.connect(self.whole_wanted)

    def lay_out(self, *buttons: Button) -> None:
        super().lay_out(self.whole_button, *buttons)

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> CurriculumQuery:
        return CurriculumQuery(
            search, states, ask_again=AGAIN in flags, skills=by, shareable=_SHARED in flags
        )

    def searched(self) -> str:
        return self.tr("ค้นชื่อหลักสูตร ปัญหาที่ตอบ หรือชุมชน")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากสิ่งที่ปราชญ์สอนอยู่แล้ว เขียนเป็นหน่วยพร้อมชั่วโมง")

    def flags(self) -> Mapping[str, str]:
        return {_SHARED: self.tr("ให้ผู้อื่นนำไปใช้ได้")}

    def again(self) -> str:
        return self.tr("รอขั้นต่อไป")

    def retranslate(self) -> None:
        super().retranslate()
        self.whole_button.setText(self.tr("พิมพ์ทั้งเล่ม"))

    def asked_when(self) -> Column[CurriculumRow]:
        return Column(
            "since",
            lambda: self.tr("ตั้งแต่เมื่อใด"),
            lambda row: CurriculumWords().waits(row),
            width=210,
            icon=lambda row: ("triangle-alert", "warning") if row.ask_again else None,
            hint=lambda row: CurriculumWords().waits(row),
            spare=3,
        )

    def help_text(self) -> str:
        return self.tr(
            "หลักสูตรที่ชุมชนสร้างเอง ร่าง ทดลองจัดกับผู้เรียนรู้ แล้วรับรอง\n"
            "ที่ทดลองหรือรับรองแล้วไม่แก้ ให้เปิดหน้าของหลักสูตรแล้วกดทำฉบับใหม่\n"
            "พิมพ์ทั้งเล่มได้ทุกหลักสูตรที่เห็นในรายการ"
        )

    def between(self) -> list[Column[CurriculumRow]]:
        """The columns between the name and how it stands."""
        return [
            self.fact("version", lambda row: str(row.version), width=80, spare=1),
            self.coded("skill_groups", lambda row: list(row.skill_groups), 150, spare=4),
            self.fact("hours", lambda row: CurriculumWords().hours(row.hours), width=110),
            Column(
                "community",
                lambda: self.tr("ชุมชน"),
                lambda row: row.community or village_of(row),
                width=150,
                hint=lambda row: " · ".join(filter(None, (row.community, village_of(row)))),
                spare=2,
            ),
        ]


class CurriculaPresenter(DirectoryPresenter):
    """Prints those that are listed whole, too."""

    def __init__(
        self,
        screen: CurriculaScreen,
        services: Services,
        jobs: Jobs,
        service: OfAnySubject,
        directory: SubjectDirectory[CurriculumQuery],
        paper: Paper,
        book: str,
    ) -> None:
        super().__init__(screen, services, jobs, service, directory, paper, book)
        self._papers: CurriculumPapers = services.curriculum_papers
        screen.whole_wanted.connect(self.print_whole)

    def print_whole(self) -> None:
        """Ask how, then print every curriculum that is listed."""
        query, papers = self._screen.query, self._papers
        self.printing.print_list(ALL, lambda path, options: papers.write_all(path, query, options))
