"""พื้นที่กลาง: what is asked for on the left, who may give it on the right, each with why."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.matches.records import Candidate
from desktop.services.needs.outside import OutsideNeed
from desktop.services.needs.records import NeedRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.board_head import BoardHead
from desktop.ui.matches.words import MatchWords, board_title
from desktop.ui.needs.words import amount, who
from desktop.ui.person_words import PersonWords
from desktop.ui.record_names import code_name, kinds_name
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.table_model import Column, DataclassTableModel
from desktop.ui.widgets.tick import Tick

Asked = NeedRow | OutsideNeed
"""A need as its facilitator sees it, or as a meeting may."""

MOST = 300
"""How many needs are looked through at a time, the most urgent first."""

_READS = frozenset({"need", "need_move", "offer", "offer_move", "match", "match_move", "learner"})


class BoardScreen(Screen):
    """`needs_wanted(nameless)`, `candidates_wanted(need_id)`, `proposed(need_id, offer_id)`.

    Enter on a need goes to who may give it; Enter there proposes, or opens what was proposed
    already. On the wall of a meeting (`nameless`) nobody is named and nothing is proposed.
    """

    needs_wanted = Signal(bool)
    candidates_wanted = Signal(object)
    proposed = Signal(object, object)

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__()
        self._may = Right.WRITE in rights
        self.codes = CodeBook()
        self._villages: dict[UUID, str] = {}
        self._candidates: dict[UUID, Candidate] = {}
        self._wanted: UUID | None = None
        self.wall = Tick()
        self.more_button = Button("", "link", "chevron-down")
        self.most, self._beyond = MOST, 0
        self.new_need, self.new_offer = (
            Button("", "secondary", "plus"),
            Button("", "secondary", "plus"),
        )
        self.head = BoardHead(self.wall, self.new_offer, self.new_need)
        self.asked, self.given = ThaiLabel("", "section"), ThaiLabel("", "section")
        self.needs = DataTable(DataclassTableModel(self._need_columns(), lambda row: row.id))
        self.offers = DataTable(
            DataclassTableModel(self._offer_columns(), lambda row: row.offer.id)
        )
        self.why = ThaiLabel("", "body")
        self.propose_button = Button("", "primary", "merge")
        for table in (self.needs, self.offers):
            table.view.setSortingEnabled(False)
        self._lay_out()
        self.wall.ticked.connect(lambda _on: self.ask())
        self.more_button.clicked.connect(self._on_more)
        self.new_need.clicked.connect(lambda: self.open_requested.emit("need_new", None))
        self.new_offer.clicked.connect(lambda: self.open_requested.emit("offer_new", None))
        self.needs.current_changed.connect(self._on_need)
        self.needs.row_opened.connect(lambda _id: self.offers.view.setFocus())
        self.offers.row_opened.connect(self._on_offer)
        self.offers.current_changed.connect(lambda _id: self._word_why())
        self.propose_button.clicked.connect(lambda: self._on_offer(self.offers.current_id()))
        self.adapt()

    @property
    def nameless(self) -> bool:
        """Whether it is shown on the wall of a meeting."""
        return self.wall.value()

    def ask(self) -> None:
        """Ask for the needs again."""
        self.needs_wanted.emit(self.nameless)

    def show_needs(
        self, rows: Sequence[Asked], codes: CodeBook, villages: dict[UUID, str], beyond: int
    ) -> None:
        """Show what is asked for; the one that was looked at stays in view.

        Args:
            beyond: how many were not looked at.
        """
        self._beyond = beyond
        before = self._wanted or self.needs.current_id()
        self._wanted = None
        self.codes, self._villages = codes, villages
        self.needs.model.set_rows(rows)
        self.retranslate()
        self.needs.show_table()
        wanted = (
            before
            if any(row.id == before for row in rows)
            else next((row.id for row in rows), None)
        )
        if wanted is None:
            self.show_candidates(())
        else:
            self.needs.go_to(wanted)
            self.candidates_wanted.emit(wanted)

    def show_candidates(self, found: Sequence[Candidate]) -> None:
        """Show who may give what is asked for, the likeliest first."""
        self._candidates = {each.offer.id: each for each in found}
        self.offers.model.set_rows(found)
        self.retranslate()
        self.offers.show_table()
        if found:
            self.offers.go_to(found[0].offer.id)
        self._word_why()

    def show_failed(self, sentence: str) -> None:
        """The board could not be read."""
        self.needs.show_failed(sentence)

    def enter(self, argument: object) -> None:
        """`argument`: the id of a need for which somebody is looked for."""
        if isinstance(argument, UUID):
            self._wanted = argument
        self.ask()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & _READS:
            self.ask()

    def first_focus(self) -> QWidget | None:
        return self.needs.view

    def new_action(self) -> Action | None:
        return self.new_need.click if self._may else None

    def title(self) -> str:
        return board_title()

    def retranslate(self) -> None:
        self.head.heading.set_text(board_title())
        self.wall.set_text(self.tr("ฉายในเวที ไม่มีชื่อ"))
        self.new_need.setText(self.tr("เพิ่มสิ่งที่ขอ"))
        self.new_offer.setText(self.tr("เพิ่มสิ่งที่เสนอให้"))
        for button in (self.new_need, self.new_offer):
            button.setVisible(self._may and not self.nameless)
        count = self.needs.model.rowCount()
        self.asked.set_text(kinds_name("need"))
        self.head.count.set_text(self.tr("ยังขาด %n รายการ", "", count))
        self.more_button.setText(self.tr("ยังมีอีก %n รายการ ดูต่อ", "", self._beyond))
        self.more_button.setVisible(self._beyond > 0)
        self.given.set_text(self.tr("ใครให้ได้ และเพราะอะไร"))
        self.propose_button.setToolTip("Enter")
        self.propose_button.setVisible(self._may and not self.nameless)
        self.propose_button.setEnabled(bool(self._candidates))
        self.needs.set_name(kinds_name("need"))
        self.offers.set_name(kinds_name("offer"))
        self.needs.empty.set_words(
            self.tr("ไม่มีสิ่งที่ขอค้างอยู่"), self.tr("ที่ขอไว้ได้ครบแล้ว หรือยังไม่มีใครจด"), ""
        )
        self.offers.empty.set_words(
            self.tr("ยังไม่มีใครเสนอสิ่งนี้"), self.tr("ถามภาคีในหมู่บ้าน แล้วจดสิ่งที่เขาให้ได้"), ""
        )
        self.needs.model.retranslate()
        self.offers.model.retranslate()
        self._word_why()

    def help_text(self) -> str:
        return self.tr(
            "ซ้ายคือสิ่งที่ยังขาด ด่วนขึ้นก่อน ขวาคือผู้ที่น่าจะให้ได้ พร้อมเหตุผล คนเป็นผู้ตัดสิน\n"
            "กด Enter ที่ซ้ายเพื่อไปขวา กด Enter ที่ขวาเพื่อเสนอคู่นั้น หรือเปิดคู่ที่เสนอไว้แล้ว\n"
            "ฉายในเวที: ไม่มีชื่อ ไม่มีหมู่บ้านเล็ก ไม่มีเด็กที่มีเรื่องเร่งด่วน"
        )

    def _word_why(self) -> None:
        """Say whole of the offer that is looked at why it may be for this need."""
        current = self.offers.current_id()
        found = self._candidates.get(current) if isinstance(current, UUID) else None
        told = [code_name("match_why", each) for each in found.why] if found else []
        self.why.set_text(" · ".join(told))
        self.why.setVisible(bool(told))
        again = found is not None and found.match_id is not None and found.state != "ended"
        self.propose_button.setText(self.tr("เปิดคู่นี้") if again else self.tr("เสนอคู่นี้"))

    def _on_more(self) -> None:
        self.most += MOST
        self.ask()
        self.needs.view.setFocus()

    def _on_need(self, need_id: object) -> None:
        if isinstance(need_id, UUID):
            self.candidates_wanted.emit(need_id)

    def _on_offer(self, offer_id: object) -> None:
        need_id = self.needs.current_id()
        if self.nameless or not isinstance(need_id, UUID) or not isinstance(offer_id, UUID):
            return
        candidate = self._candidates[offer_id]
        if candidate.match_id is not None and candidate.state != "ended":
            self.open_requested.emit("match", candidate.match_id)
        elif self._may:
            self.proposed.emit(need_id, offer_id)

    def _need_columns(self) -> list[Column[Asked]]:
        words = MatchWords()

        def what(row: Asked) -> str:
            return row.name or self.codes.label("assistance", row.kind)

        def whose(row: Asked) -> str:
            if isinstance(row, NeedRow):
                return who(row)
            return self._villages.get(row.village_id, "") if row.village_id else ""

        def far(row: Asked) -> str:
            if isinstance(row, NeedRow):
                return words.far(row, self.codes)
            return amount(self.codes, row.quantity, row.unit)

        return [
            Column("what", lambda: self.tr("ขออะไร"), what, width=0, hint=what),
            Column("who", lambda: self.tr("ใครขอ"), whose, width=150, hint=whose, spare=1),
            Column("far", lambda: self.tr("ได้แค่ไหน"), far, width=150, hint=far),
            Column(
                "by",
                lambda: self.tr("ภายใน"),
                lambda row: shown_iso(row.needed_by) if row.needed_by else "",
                width=120,
                icon=lambda row: ("triangle-alert", "warning") if row.urgency == "1" else None,
                spare=2,
            ),
        ]

    def _offer_columns(self) -> list[Column[Candidate]]:
        def what(row: Candidate) -> str:
            named = not self.nameless or row.offer.person_id is None
            return " · ".join(filter(None, (row.offer.name, row.offer.giver if named else "")))

        def why(row: Candidate) -> str:
            return ", ".join(code_name("match_why", each) for each in row.why)

        def left(row: Candidate) -> str:
            return amount(self.codes, row.offer.free, row.offer.unit)

        return [
            Column("offer", lambda: self.tr("ใครให้อะไร"), what, width=0, hint=what),
            Column("left", lambda: self.tr("เหลือ"), left, width=100, hint=left),
            Column("why", lambda: self.tr("เพราะอะไร"), why, width=150, hint=why, spare=2),
            Column(
                "state",
                lambda: self.tr("สถานะ"),
                lambda row: self.codes.label("match_states", row.state) if row.state else "",
                width=120,
                hint=lambda row: self.codes.label("match_states", row.state) if row.state else "",
                spare=1,
            ),
        ]

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.asked)
        left.addWidget(self.needs, 1)
        left.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.given)
        right.addWidget(self.offers, 1)
        right.addWidget(self.why)
        right.addWidget(self.propose_button, 0, Qt.AlignmentFlag.AlignRight)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addLayout(both, 1)


def village_names(lines: Sequence[tuple[UUID, str, str]]) -> dict[UUID, str]:
    """Villages as they are called, by their ids."""
    words = PersonWords()
    return {known: words.village(moo, name) for known, moo, name in lines}
