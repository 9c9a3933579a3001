"""แผนที่ทุน: how much of each kind every village has, as bars and as a table; numbers open lists."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal

from desktop.services.all import Services
from desktop.services.capital.records import CapitalTable
from desktop.services.roles import Right
from desktop.ui.capital.words import (
    CAPITAL,
    CAPITALS,
    COUNTS,
    DRAWN,
    CapitalAt,
    drawn_title,
    map_title,
    place_of,
)
from desktop.ui.jobs import Jobs
from desktop.ui.person_words import PersonWords
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.record_names import kinds_name
from desktop.ui.shell.screens import Action
from desktop.ui.subjects.counts import CountsPresenter, CountsScreen
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.cross_table import CrossCell, CrossLine
from desktop.ui.widgets.distribution_bars import Bar, BarPart, DistributionBars
from desktop.ui.widgets.showing import show_if


class CapitalMapScreen(CountsScreen[CapitalTable]):
    """`print_wanted()`."""

    print_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__(CAPITAL, CAPITALS, rights, ("village",))
        self.drawn_button = Button("", "secondary", "map-pin")
        self.print_button = Button("", "secondary", "printer")
        self.kinds, self.bars = Card(""), DistributionBars()
        self.kinds.body.addWidget(self.bars)
        self.kinds.body.addStretch(1)
        self.body.addWidget(self.kinds)
        show_if(self.print_button, Right.PRINT in rights)
        self.bars.opened.connect(
            lambda kind, _part: self.open_requested.emit(CAPITALS, CapitalAt(kind=kind))
        )
        self.table.opened.connect(lambda at: self.open_requested.emit(CAPITALS, at))
        self.drawn_button.clicked.connect(lambda: self.open_requested.emit(DRAWN, None))
        self.print_button.clicked.connect(self.print_wanted)
        self.lay_out(self.drawn_button, self.list_button, self.print_button, self.new_button)

    def title(self) -> str:
        return map_title()

    def begin_with(self) -> str:
        return self.tr("เริ่มจากคนที่สอนได้ ป่า วัด กลุ่มอาชีพ และที่ว่างของหมู่บ้าน")

    def anything(self, found: CapitalTable) -> bool:
        return bool(found.total)

    def print_action(self) -> Action | None:
        return None if self.print_button.isHidden() else self.print_button.click

    def retranslate(self) -> None:
        self.drawn_button.setText(drawn_title())
        self.print_button.setText(self.tr("พิมพ์ตาราง"))
        self.kinds.set_title(self.tr("มีอะไรบ้าง"), self.tr("กดแท่งเพื่อดูรายการ"))
        super().retranslate()

    def fill(self, found: CapitalTable) -> None:
        self.count.set_text(self.tr("%n รายการ", "", found.total))
        kinds = [kind for kind in found.kinds if found.of_kind(kind)]
        unit = kinds_name(CAPITAL)
        self.bars.show_bars(
            [
                Bar(kind, self._kind(kind), (BarPart("all", unit, found.of_kind(kind)),))
                for kind in kinds
            ]
        )
        self._show_villages(found, kinds)

    def _show_villages(self, table: CapitalTable, kinds: list[str]) -> None:
        total, words = self.tr("รวม"), PersonWords()
        places = [(place_of(line), line) for line in table.villages]
        lines: list[CrossLine] = []
        for kind in kinds:
            cells = [
                CrossCell(line.counts.get(kind, 0), CapitalAt(place, line.village_id, kind))
                for place, line in places
            ]
            every = CrossCell(table.of_kind(kind), CapitalAt(kind=kind))
            lines.append((self._kind(kind), [*cells, every]))
        sums = [CrossCell(line.total, CapitalAt(place, line.village_id)) for place, line in places]
        lines.append((total, [*sums, CrossCell(table.total, CapitalAt())]))
        # By moo number alone: a tambon has more villages than a small window has room for names.
        heads = [words.village(line.village) if line.village_id else at for at, line in places]
        self.table.show_table(
            self.tr("หมู่บ้านใดมีอะไร"),
            self.tr("กดตัวเลขเพื่อดูรายการ ขีดคือยังไม่มีใครจด"),
            [*heads, total],
            lines,
        )

    def help_text(self) -> str:
        return self.tr(
            "จำนวนทุนชุมชนที่ยังมีอยู่ ตามประเภทและหมู่บ้าน ที่หมดไปแล้วไม่นับ\n"
            "กด Tab ไปยังแท่งหรือตัวเลข แล้วกด Enter เพื่อดูรายการ\n"
            "หมู่บ้านที่มีแต่ขีดคือยังไม่ได้ถาม ไม่ใช่ว่าไม่มีอะไร"
        )

    def _kind(self, code: str) -> str:
        unsorted = self.tr("ยังไม่ระบุประเภท")
        return self.codes.label("capital_types", code) if code else unsorted


class CapitalMapPresenter(CountsPresenter):
    """Prints the table, too."""

    def __init__(self, screen: CapitalMapScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, lambda: services.capital.table())
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        screen.print_wanted.connect(
            lambda: self.printing.print_list(COUNTS, services.capital_paper.write_counts)
        )
