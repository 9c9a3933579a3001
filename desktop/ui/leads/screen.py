"""The list of those who are looked for, and who answers it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.centre import VillageLine
from desktop.services.leads.records import NOWHERE, LeadLine, LeadQuery, ListLine
from desktop.services.roles import Right
from desktop.services.users import UserLine
from desktop.ui.leads.words import LEAD, LISTS, TAKING_IN, WALK, LeadWords
from desktop.ui.person_words import village_choices
from desktop.ui.record_names import field_name
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.subjects.directory_presenter import DirectoryPresenter
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.table_model import Column

_ALL, _NOBODY = "*", "-"


@dataclass(frozen=True)
class Around:
    """What the list is narrowed by: villages, those who look, source lists."""

    villages: Sequence[VillageLine] = ()
    users: Sequence[UserLine] = ()
    lists: Sequence[ListLine] = ()


class LeadsScreen(DirectoryScreen[LeadLine]):
    """`around_wanted()` when it is entered: villages, users and lists to narrow by."""

    around_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        self.village, self.who, self.list = ChoiceField(), ChoiceField(), ChoiceField()
        self.around = Around()
        self.key_button = Button("", "secondary", "pencil")
        self.lists_button = Button("", "secondary", "list")
        super().__init__(
            LEAD, rights, LeadsScreen.between, "source", ("person", "user", "lead_list", "village")
        )
        self.key_button.clicked.connect(lambda: self.open_requested.emit(WALK, None))
        self.lists_button.clicked.connect(lambda: self.open_requested.emit(LISTS, None))
        show_if(self.key_button, Right.WRITE in rights)
        narrow = QWidget()
        flow = FlowLayout(narrow, 12)
        for part in (self.village, self.who, self.list, self.key_button, self.lists_button):
            flow.addWidget(part)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, narrow)
        for field in self._narrowing():
            field.chosen.connect(lambda _code: self.ask())
            self.head.cleared.connect(lambda field=field: field.set_value(_ALL))
        self.adapt()

    def _narrowing(self) -> tuple[ChoiceField, ...]:
        return self.village, self.who, self.list

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> LeadQuery:
        village, who, own = (each.value() for each in self._narrowing())
        nothing = ("", _ALL)
        return LeadQuery(
            search,
            states,
            village_id=None if village in nothing else UUID(village),
            ask_again=AGAIN in flags,
            sources=by,
            list_id=None if own in nothing else UUID(own),
            facilitators=() if who in nothing else (None if who == _NOBODY else UUID(who),),
        )

    def everything(self) -> LeadQuery:
        return LeadQuery()

    def show_around(self, around: Around) -> None:
        """Show what the list may be narrowed by."""
        self.around = around
        self.retranslate()

    def enter(self, argument: object) -> None:
        self.around_wanted.emit()
        if isinstance(argument, LeadQuery):
            self._show_query(argument)
        super().enter(argument)

    def counted(self, count: int) -> str:
        return self.tr("%n คน", "", count)

    def searched(self) -> str:
        return self.tr("ค้นชื่อ เลขประจำตัว โรงเรียน ผู้ดูแล หรือกลุ่มบ้าน")

    def begin_with(self) -> str:
        return self.tr("รับบัญชีจากหน่วยงานด้วยปุ่มนำเข้า หรือเขียนทีละคนตามที่เพื่อนบ้านบอก")

    def again(self) -> str:
        return self.tr("ควรไปหา")

    def to_print(self) -> str:
        return self.tr("พิมพ์ใบรายชื่อค้นหา")

    def help_text(self) -> str:
        return self.tr(
            "คนที่ควรได้รับการตามหา ยังไม่ใช่ผู้เรียนรู้\n"
            "นำเข้าบัญชี Zero Dropout หรือรายชื่อที่โรงเรียนแจ้งได้ทุกรูปแบบ แล้วพิมพ์ใบรายชื่อไปเดินหา\n"
            "กลับมาแล้วกด คีย์ผลจากใบ ส่วนผลกลับไปหน่วยงานอยู่ที่ บัญชีและผล"
        )

    def asked_when(self) -> Column[LeadLine]:
        return Column(
            "tried",
            lambda: self.tr("ไปหาล่าสุด"),
            lambda row: LeadWords().tried(row),
            width=200,
            icon=lambda row: ("triangle-alert", "warning") if row.ask_again else None,
            spare=3,
        )

    def between(self) -> list[Column[LeadLine]]:
        """The columns between the name and how it stands."""
        return [
            Column(
                "village",
                lambda: field_name(LEAD, "village_id"),
                lambda row: LeadWords().place(row),
                width=150,
            ),
            self.fact("school", lambda row: row.school, width=140, spare=2),
            Column(
                "who",
                lambda: field_name(LEAD, "facilitator_id"),
                lambda row: self._user(row.facilitator_id),
                width=130,
                spare=1,
            ),
        ]

    def retranslate(self) -> None:
        around = self.around
        everything = self.tr("{field}: ทั้งหมด")
        for field, word, choices in (
            (
                self.village,
                self.tr("หมู่บ้าน"),
                [*village_choices(around.villages), (NOWHERE.hex, self.tr("ไม่รู้หมู่บ้าน"))],
            ),
            (
                self.who,
                self.tr("ผู้ตามหา"),
                [
                    *((each.id.hex, each.name) for each in around.users),
                    (_NOBODY, self.tr("ยังไม่มีผู้ตามหา")),
                ],
            ),
            (self.list, self.tr("บัญชี"), [(each.id.hex, each.name) for each in around.lists]),
        ):
            field.set_choices([(_ALL, everything.replace("{field}", word)), *choices])
            if not field.value():
                field.set_value(_ALL)
            field.setAccessibleName(word)
        self.key_button.setText(self.tr("คีย์ผลจากใบ"))
        self.lists_button.setText(self.tr("บัญชีและผล"))
        super().retranslate()

    def redress(self) -> None:
        super().redress()
        for field in self._narrowing():
            field.setFixedWidth(theme().px(190))

    def _user(self, user_id: UUID | None) -> str:
        return next((each.name for each in self.around.users if each.id == user_id), "")

    def _show_query(self, query: LeadQuery) -> None:
        self.head.set_text(query.search)
        self.head.chips.set_value((*query.states, *((AGAIN,) if query.ask_again else ())))
        self.filter.set_value(query.sources[0] if query.sources else _ALL)
        self.village.set_value(query.village_id.hex if query.village_id else _ALL)
        self.list.set_value(query.list_id.hex if query.list_id else _ALL)
        self.who.set_value(_ALL)


class LeadsPresenter(DirectoryPresenter):
    """A file that the program did not write is a new list: it goes to the wizard."""

    def __init__(self, screen: LeadsScreen, *given: Any, **more: Any) -> None:
        super().__init__(screen, *given, **more)
        self._leads = screen
        screen.around_wanted.connect(self.look_around)

    def look_around(self) -> None:
        """Read what the list may be narrowed by."""
        services = self._services

        def work(_progress: object) -> Around:
            return Around(
                services.centre.villages(),
                [each for each in services.users.list() if each.active],
                services.lead_lists.lists(),
            )

        self._jobs.run(work, self._leads.show_around, owner=self._leads, supersedes="leads around")

    def take_in(self) -> None:
        self.books.choose(self._book, lambda path: self._leads.open_requested.emit(TAKING_IN, path))
