"""A directory: every record of a subject, searched, narrowed, printed, taken out and brought in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal

from desktop.models.base import synced_classes
from desktop.models.fields import fields_of
from desktop.models.moves import state_lists
from desktop.services.details import SubjectRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.list_head import Empty
from desktop.ui.forms.list_screen import ListScreen
from desktop.ui.record_names import field_name, kind_name, kinds_name
from desktop.ui.subjects.words import SubjectWords, state_tone
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.table_model import Column, DataclassTableModel

R = TypeVar("R", bound=SubjectRow)

AGAIN = "again"
_ONLY = "only"
ALL = "*"


@dataclass(frozen=True)
class OnlyThese:
    """What a list opens with that shows the records behind a number."""

    ids: tuple[UUID, ...]


class DirectoryScreen(ListScreen[R]):
    """`find_wanted(question)`, `new_wanted()`, `print_wanted()`, `export_wanted()`,
    `import_wanted()`.

    Override `question`, `counted`, `searched`, `begin_with`, `help_text`; `flags` for
    chips of one's own beside "ask again" and the states.

    Args:
        kind: of the records; the key of the page of one, too.
        rights: of who is signed in.
        columns: given the screen, between the name and what was asked last.
        by: the field by whose codes the list is narrowed.
        reads: other kinds that the list shows.
    """

    find_wanted = Signal(object)
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(
        self,
        kind: str,
        rights: Collection[Right],
        columns: Callable[[Any], Sequence[Column[R]]],
        by: str,
        reads: Collection[str] = (),
    ) -> None:
        self.kind, self.codes, self.words = kind, CodeBook(), SubjectWords(kind)
        self._by, self._list = by, fields_of(synced_classes()[kind])[by].vocabulary
        self._states, _moves = state_lists(kind)
        self._reads = frozenset({kind, f"{kind}_move", "vocabulary_term", *reads})
        self.total, self._only = 0, OnlyThese(())
        model = DataclassTableModel(self._columns(columns), lambda row: row.id)
        super().__init__(DataTable(model), kind)
        self.filter = ChoiceField()
        self.export_button = Button("", "secondary", "download")
        self.import_button = Button("", "secondary", "upload")
        self.table.view.setSortingEnabled(False)
        self.head.add_filter(self.filter)
        self.lay_out(self.import_button, self.export_button, self.print_button, self.new_button)
        for button, right in (
            (self.new_button, Right.WRITE),
            (self.print_button, Right.PRINT),
            (self.export_button, Right.EXPORT),
            (self.import_button, Right.IMPORT),
        ):
            button.setVisible(right in rights)
        self.head.cleared.connect(lambda: self.filter.set_value(ALL))
        self.filter.chosen.connect(lambda _code: self.ask())
        self.export_button.clicked.connect(self.export_wanted)
        self.import_button.clicked.connect(self.import_wanted)
        self.adapt()

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> Any:
        """What is asked of the service.

        Args:
            search: the words typed.
            by: the code chosen to narrow by, none for all.
            states: those whose chips are chosen.
            flags: the other chips that are chosen, `AGAIN` or one's own.
        """
        raise NotImplementedError

    def everything(self) -> Any:
        """What is asked where nothing is chosen."""
        return self.question("", (), (), frozenset())

    def heading(self) -> str:
        """What is listed."""
        return kinds_name(self.kind)

    def counted(self, count: int) -> str:
        """How many there are."""
        return self.words.counted(count)

    def named(self) -> str:
        """The heading over what each is called."""
        return kind_name(self.kind)

    def searched(self) -> str:
        """What can be searched."""
        raise NotImplementedError

    def begin_with(self) -> str:
        """How to begin while there is none."""
        raise NotImplementedError

    def flags(self) -> Mapping[str, str]:
        """Chips of one's own, by their code."""
        return {}

    def again(self) -> str:
        """The chip of those that are to be asked again."""
        return self.tr("ควรถามใหม่")

    def to_print(self) -> str:
        """The button that prints what is listed."""
        return self.tr("พิมพ์รายการ")

    def asked_when(self) -> Column[R]:
        """The last column: when each was asked."""
        return Column(
            "asked",
            lambda: field_name(self.kind, "confirmed_on"),
            self.words.asked,
            width=230,
            icon=lambda row: ("triangle-alert", "warning") if row.ask_again else None,
            spare=3,
        )

    @property
    def query(self) -> Any:
        """What is asked for now."""
        flags = {AGAIN, _ONLY, *self.flags()}
        chosen, by = self.head.chips.value(), self.filter.value()
        question = self.question(
            self.head.text,
            () if by in ("", ALL) else (by,),
            tuple(code for code in chosen if code not in flags),
            frozenset(chosen) & flags,
        )
        return replace(question, ids=self._only.ids) if _ONLY in chosen else question

    def ask(self) -> None:
        self.find_wanted.emit(self.query)

    def show_found(self, rows: Sequence[R], codes: CodeBook) -> None:
        """Show these records."""
        self.codes, self.total = codes, len(rows)
        self.table.model.set_rows(rows)
        self.retranslate()
        self.table.show_table()

    def enter(self, argument: object) -> None:
        if argument == AGAIN:
            self.head.chips.set_value((AGAIN,))
        elif isinstance(argument, OnlyThese):
            self._only = argument
            self.retranslate()
            self.head.set_text("")
            self.filter.set_value(ALL)
            self.head.chips.set_value((_ONLY,))
        self.ask()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & self._reads:
            self.ask()

    def retranslate(self) -> None:
        self.head.set_words(self.heading(), self.counted(self.total), self.searched())
        self.new_button.setText(self.words.add())
        self.print_button.setText(self.to_print())
        self.export_button.setText(self.tr("ส่งออก"))
        self.import_button.setText(self.tr("นำเข้า"))
        self.head.chips.set_choices(
            [
                *([(_ONLY, self.tr("จากรายงาน"))] if self._only.ids else []),
                (AGAIN, self.again()),
                *self.flags().items(),
                *self.codes.choices(self._states),
            ]
        )
        self.head.chips.setAccessibleName(self.tr("ดูเฉพาะ"))
        by = field_name(self.kind, self._by)
        everything = self.tr("{field}: ทั้งหมด").replace("{field}", by)
        self.filter.set_choices([(ALL, everything), *self.codes.choices(self._list)])
        if not self.filter.value():
            self.filter.set_value(ALL)
        self.filter.setAccessibleName(by)
        self.table.model.retranslate()
        self.head.word_empty(
            narrowed=self.query != self.everything(),
            nothing=Empty(
                "handshake",
                self.words.none_yet(),
                self.begin_with(),
                self.words.add() if not self.new_button.isHidden() else "",
            ),
            none_found=Empty(
                "search",
                self.tr("ไม่พบตามที่เลือก"),
                self.tr("ลองพิมพ์สั้นลง หรือเอาตัวกรองออก"),
                self.tr("ดูทั้งหมด"),
            ),
        )

    def redress(self) -> None:
        self.filter.setFixedWidth(theme().px(210))

    def coded(
        self, field: str, told: Callable[[R], object], width: int, spare: int = 0
    ) -> Column[R]:
        """A column of codes, under the name of their field."""
        vocabulary = fields_of(synced_classes()[self.kind])[field].vocabulary
        return self.worded(
            field,
            lambda: field_name(self.kind, field),
            lambda row: self.codes.labels(vocabulary, told(row)),
            width,
            spare,
        )

    def whose(self, told: Callable[[R], str], width: int) -> Column[R]:
        """A column of whose it is."""
        return self.worded("who", lambda: self.tr("ของใคร"), told, width)

    def worded(
        self,
        key: str,
        title: Callable[[], str],
        told: Callable[[R], str],
        width: int,
        spare: int = 0,
    ) -> Column[R]:
        """A column of words, which are told whole where it is too narrow for them."""
        return Column(key, title, told, width=width, hint=told, spare=spare)

    def fact(
        self,
        name: str,
        told: Callable[[R], str],
        width: int,
        hint: Callable[[R], str] | None = None,
        icon: Callable[[R], tuple[str, str] | None] | None = None,
        spare: int = 0,
    ) -> Column[R]:
        """A column of a field of the kind, headed as the field is called."""
        title = partial(field_name, self.kind, name)
        return Column(name, title, told, width=width, hint=hint, icon=icon, spare=spare)

    def _columns(self, more: Callable[[Any], Sequence[Column[R]]]) -> list[Column[R]]:
        return [
            self.worded("name", self.named, lambda row: row.name, 0),
            *more(self),
            Column(
                "state",
                lambda: self.tr("สถานะ"),
                lambda row: self.codes.label(self._states, row.state),
                width=185,
                icon=lambda row: (state_tone(row.state)[1], "muted"),
                hint=lambda row: self.codes.label(self._states, row.state),
            ),
            self.asked_when(),
        ]
