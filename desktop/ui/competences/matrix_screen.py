"""ใครทำอะไรได้: the team and its competences; each cell opens one, each sum who may be relied on."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from desktop.services.competences.records import TeamMatrix, TeamMember
from desktop.services.roles import Right
from desktop.ui.competences.words import COMPETENCE, COMPETENCES, CompetenceWords, matrix_title
from desktop.ui.subjects.counts import CountsScreen
from desktop.ui.widgets.cross_table import CrossCell, CrossLine


class MatrixScreen(CountsScreen[TeamMatrix]):
    """Who can do what."""

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__(COMPETENCE, COMPETENCES, rights, ("person",))
        self.table.opened.connect(self._open)
        self.lay_out(self.list_button, self.new_button)

    def title(self) -> str:
        return matrix_title()

    def begin_with(self) -> str:
        return self.tr("จดใบรับรองของครูพี่เลี้ยงและทีมงาน แล้วจะเห็นว่าใครทำอะไรได้")

    def anything(self, found: TeamMatrix) -> bool:
        return bool(found.members)

    def help_text(self) -> str:
        return self.tr(
            "ใครทำอะไรได้ และใช้ได้ถึงเมื่อใด ขีดคือยังไม่มีใครจด\n"
            "ที่หมดอายุแล้วยังเห็นอยู่ แต่ไม่นับในช่องรวม\n"
            "กด Tab ไปยังช่อง แล้วกด Enter เพื่อเปิดรายการนั้น"
        )

    def fill(self, found: TeamMatrix) -> None:
        able = {kind: len(found.able(kind)) for kind in found.kinds}
        sums = [CrossCell(able[kind], kind) for kind in found.kinds]
        people = CrossCell(sum(1 for each in found.members if _grants(each)))
        self.table.show_table(
            self.tr("ทีมงานกับสมรรถนะ"),
            self.tr("วันที่คือใช้ได้ถึงวันนั้น"),
            [
                *(self.codes.label("competences", kind) for kind in found.kinds),
                self.tr("ใช้ได้วันนี้"),
            ],
            [
                *(self._line(each, found.kinds) for each in found.members),
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
