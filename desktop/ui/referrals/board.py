"""The board of referrals: where each stands, for how long, and what it waits for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.centre import VillageLine
from desktop.services.referrals.brought import REPLY
from desktop.services.referrals.records import Board, BoardColumn, ReferralQuery, ReferralRow
from desktop.services.roles import Right
from desktop.services.users import UserLine
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.board_head import BoardHead
from desktop.ui.person_words import village_choices
from desktop.ui.record_names import field_name
from desktop.ui.referrals.next_step import ReferralStepWords
from desktop.ui.referrals.words import REFERRAL, board_title
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card_board import BoardCard, CardBoard, CardColumn
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.tick import Tick

_READS = frozenset(
    {
        REFERRAL, "referral_move", "learner", "partner", "person", "consent", "user", "village",
        "vocabulary_term",
    }
)  # fmt: skip
_ALL = "*"


class ReferralBoardScreen(Screen):
    """`board_wanted(question, opened, done)`: with all cards of the columns that were opened, and
    with what is done. Enter opens a card; coming back, the keyboard is at it again.
    """

    board_wanted = Signal(object, object, bool)

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__()
        self.codes = CodeBook()
        self.found = Board((), 0, ())
        self._villages: Sequence[VillageLine] = ()
        self._users: Sequence[UserLine] = ()
        self._opened: set[str] = set()
        self.reply_button = Button("", "secondary", "inbox")
        self.new_button = Button("", "primary", "plus")
        for button in (self.reply_button, self.new_button):
            show_if(button, Right.WRITE in rights)
        self.head = BoardHead(self.reply_button, self.new_button)
        self.agency, self.village, self.who = ChoiceField(), ChoiceField(), ChoiceField()
        self.done = Tick()
        self.board = CardBoard()
        self._lay_out()
        for field in self._narrowing():
            field.chosen.connect(lambda _code: self.ask())
        self.done.ticked.connect(lambda _on: self.ask())
        self.board.opened.connect(lambda known: self.open_requested.emit(REFERRAL, known))
        self.board.more_wanted.connect(self._on_more)
        self.board.retried.connect(self.ask)
        self.board.empty.started.connect(self._on_empty)
        self.reply_button.clicked.connect(lambda: self.open_requested.emit(REPLY, None))
        self.new_button.clicked.connect(lambda: self.open_requested.emit(f"{REFERRAL}_new", None))
        self.adapt()

    @property
    def query(self) -> ReferralQuery:
        """What is asked for now."""
        agency, village, who = (self._chosen(field) for field in self._narrowing())
        return ReferralQuery(partner_id=agency, village_id=village, facilitator_id=who)

    def ask(self) -> None:
        """Ask for the board again."""
        self.board_wanted.emit(self.query, frozenset(self._opened), self.done.value())

    def show_board(
        self,
        found: Board,
        codes: CodeBook,
        villages: Sequence[VillageLine],
        users: Sequence[UserLine],
    ) -> None:
        """Show these columns; the keyboard stays at the card that it was at."""
        self.found, self.codes, self._villages, self._users = found, codes, villages, users
        self.retranslate()
        self.filled.emit()

    def show_failed(self, sentence: str) -> None:
        """The board could not be read."""
        self.board.show_failed(sentence)

    def enter(self, argument: object) -> None:
        """`argument`: what the board is to be narrowed by, a `ReferralQuery`."""
        if isinstance(argument, ReferralQuery):
            self._narrow(argument)
        self.ask()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & _READS:
            self.ask()

    def first_focus(self) -> QWidget | None:
        return self.board.first_focus() or self.agency

    def new_action(self) -> Action | None:
        return None if self.new_button.isHidden() else self.new_button.click

    def title(self) -> str:
        return board_title()

    def help_text(self) -> str:
        return self.tr(
            "แต่ละแถวตั้งคือขั้นหนึ่ง เรื่องด่วนอยู่บนสุด แล้วเรื่องที่อยู่ขั้นนั้นมานานที่สุด\n"
            "ลูกศรขึ้นลงไปทีละเรื่อง ลูกศรซ้ายขวาไปแถวข้าง ๆ กด Enter เพื่อเปิด กลับมาแล้วอยู่ที่เรื่องเดิม\n"
            "ป้ายบนเรื่องบอกว่าควรถามเมื่อใด ตามจำนวนวันของบริการนั้น เรื่องที่จบแล้วนับไว้ และเปิดดูได้"
        )

    def retranslate(self) -> None:
        words = SubjectWords(REFERRAL)
        self.head.heading.set_text(board_title())
        total = sum(column.count for column in self.found.columns)
        self.head.count.set_text(self.tr("%n เรื่อง", "", total))
        self.reply_button.setText(self.tr("คีย์ใบตอบรับ"))
        self.new_button.setText(words.add())
        self._word_filters()
        many = self.found.done or sum(
            column.count for column in self.found.columns if self.done.value()
        )
        self.done.set_text(
            self.tr("ดูเรื่องที่จบแล้วด้วย (%n เรื่อง)", "", self.found.done)
            if many and not self.done.value()
            else self.tr("ดูเรื่องที่จบแล้วด้วย")
        )
        narrowed = self.query != ReferralQuery()
        self.board.empty.set_words(
            self.tr("ไม่พบตามที่เลือก") if narrowed else self.tr("ไม่มีเรื่องที่รอใครอยู่"),
            self.tr("เลือกหน่วยงาน หมู่บ้าน หรือผู้ดูแลเป็นทั้งหมด")
            if narrowed
            else self.tr("เริ่มจากเรื่องที่เคยโทรขอให้หน่วยงานช่วยแล้วยังไม่ได้คำตอบ"),
            self.tr("ดูทั้งหมด") if narrowed else "" if self.new_button.isHidden() else words.add(),
        )
        self.board.show_columns([self._column(each) for each in self.found.columns])

    def redress(self) -> None:
        for field in self._narrowing():
            field.setFixedWidth(theme().px(190))

    def _narrowing(self) -> tuple[ChoiceField, ...]:
        return self.agency, self.village, self.who

    @staticmethod
    def _chosen(field: ChoiceField) -> UUID | None:
        return None if field.value() in ("", _ALL) else UUID(field.value())

    def _narrow(self, query: ReferralQuery) -> None:
        wanted = (query.partner_id, query.village_id, query.facilitator_id)
        for field, known in zip(self._narrowing(), wanted, strict=True):
            field.set_value(known.hex if known is not None else _ALL)

    def _word_filters(self) -> None:
        everything = self.tr("{field}: ทั้งหมด")
        for field, name, choices in (
            (self.agency, self.tr("ส่งถึง"), [(k.hex, name) for k, name in self.found.agencies]),
            (self.village, field_name("learner", "village_id"), village_choices(self._villages)),
            (
                self.who,
                field_name("learner", "facilitator_id"),
                [(each.id.hex, each.name) for each in self._users if each.active],
            ),
        ):
            field.set_choices([(_ALL, everything.replace("{field}", name)), *choices])
            field.setAccessibleName(name)
            if not field.value():
                field.set_value(_ALL)

    def _column(self, column: BoardColumn) -> CardColumn:
        note = self.tr("%n เรื่อง", "", column.count)
        if column.late:
            late = self.tr("รอนาน %n", "", column.late)
            note = f"{note} · {late}"
        groups = [(self.tr("ด่วน"), column.urgent), (self.tr("ตามปกติ"), column.rows)]
        return CardColumn(
            column.state,
            self.codes.label("referral_states", column.state),
            note,
            tuple(
                (heading if column.urgent else "", tuple(self._card(row) for row in rows))
                for heading, rows in groups
            ),
            self.tr("อีก %n เรื่อง", "", column.more) if column.more else "",
        )

    def _card(self, row: ReferralRow) -> BoardCard:
        words = ReferralStepWords()
        mark = words.mark(row)
        urgent = row.urgency and row.urgency != "ordinary"
        lines = (
            self.codes.label("referral_urgency", row.urgency) if urgent else "",
            row.receiver or self.tr("ยังไม่ได้เลือกผู้รับ"),
            self.codes.label("referral_services", row.service),
            self.codes.label("referral_checks", row.check),
        )
        return BoardCard(
            row.id,
            row.name,
            tuple(filter(None, lines)),
            words.age(row),
            mark.word,
            mark.tone,
            mark.icon,
        )

    def _on_more(self, state: str) -> None:
        self._opened.add(state)
        self.ask()

    def _on_empty(self) -> None:
        if self.query == ReferralQuery():
            self.new_button.click()
            return
        self._narrow(ReferralQuery())
        self.ask()

    def _lay_out(self) -> None:
        filters = FlowLayout(gap=12)
        for part in (*self._narrowing(), self.done):
            filters.addWidget(part)
        narrow = QHBoxLayout()
        narrow.addLayout(filters, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addLayout(narrow)
        column.addWidget(self.board, 1)
