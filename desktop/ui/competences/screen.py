"""The list of the team's competence."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.services.competences.records import CompetenceQuery, CompetenceRow
from desktop.services.roles import Right
from desktop.ui.competences.words import (
    COMPETENCE,
    MATRIX,
    CompetenceWords,
    matrix_title,
    team_title,
)
from desktop.ui.record_names import field_name
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.table_model import Column

_CURRENT = "current"


class CompetencesScreen(DirectoryScreen[CompetenceRow]):
    """Who was trained in what, and until when that holds."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.matrix_button = Button("", "secondary", "layout-grid")
        super().__init__(
            COMPETENCE, rights, CompetencesScreen.between, "competence", ("person", "partner")
        )
        self.matrix_button.clicked.connect(lambda: self.open_requested.emit(MATRIX, None))

    def lay_out(self, *buttons: Button) -> None:
        super().lay_out(self.matrix_button, *buttons)

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> CompetenceQuery:
        return CompetenceQuery(
            search, states, ask_again=AGAIN in flags, kinds=by, current=_CURRENT in flags
        )

    def enter(self, argument: object) -> None:
        """`argument`: the code of a competence, to see who may be relied on for it."""
        if isinstance(argument, str) and argument != AGAIN:
            self.head.chips.set_value((_CURRENT,))
            self.filter.set_value(argument)
        super().enter(argument)

    def heading(self) -> str:
        return team_title()

    def named(self) -> str:
        return self.tr("ใคร")

    def searched(self) -> str:
        return self.tr("ค้นชื่อคน หลักสูตร หรือเลขที่")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากใบรับรองที่มีวันหมดอายุ เช่น ปฐมพยาบาล")

    def flags(self) -> Mapping[str, str]:
        return {_CURRENT: self.tr("ใช้ได้วันนี้")}

    def again(self) -> str:
        return self.tr("หมดอายุหรือใกล้หมด")

    def retranslate(self) -> None:
        super().retranslate()
        self.matrix_button.setText(matrix_title())

    def asked_when(self) -> Column[CompetenceRow]:
        return Column(
            "valid_to",
            lambda: field_name(COMPETENCE, "valid_to"),
            lambda row: CompetenceWords().until(row),
            width=230,
            icon=lambda row: ("triangle-alert", "warning") if row.ask_again else None,
            hint=lambda row: CompetenceWords().until(row),
        )

    def help_text(self) -> str:
        return self.tr(
            "คนที่ทำงานกับผู้เรียนรู้อบรมอะไรมา จากที่ไหน ใช้ได้ถึงเมื่อใด\n"
            "ที่หมดอายุแล้วยังเห็นอยู่ แต่ไม่นับว่าทำได้ อบรมใหม่แล้วเพิ่มอีกรายการ\n"
            "ก่อนหมดอายุหกสิบวัน หน้าวันนี้จะเตือน"
        )

    def between(self) -> list[Column[CompetenceRow]]:
        """The columns between the name and how it stands."""
        return [
            self.coded("competence", lambda row: row.kind, 190),
            self.fact(
                "course",
                lambda row: row.course,
                width=200,
                hint=lambda row: " · ".join(filter(None, (row.course, row.provider))),
                spare=2,
            ),
            self.fact("number", lambda row: row.number, width=110, spare=3),
        ]
