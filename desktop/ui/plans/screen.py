"""The list of plans: what is due first, filters, a quick look, and printing many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal

from desktop.services.plans.records import PlanLine, PlanOrder
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.list_head import Empty
from desktop.ui.forms.list_screen import ListScreen
from desktop.ui.plans.table_model import columns
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.table_model import DataclassTableModel
from resources import clock

_ORDERS: dict[str, PlanOrder] = {"name": "name", "village": "village", "due": "due"}


@dataclass(frozen=True)
class PlanWish:
    """What the person wants to see."""

    search: str = ""
    statuses: tuple[str, ...] = ()
    due: bool = False
    village: str | None = None
    sort: PlanOrder = "due"
    descending: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether anything but the order was chosen."""
        return bool(self.search or self.statuses or self.due or self.village is not None)


@dataclass(frozen=True)
class PlansFound:
    """What the list shows: plans, how many of each chip, villages, who has no plan."""

    ids: Sequence[UUID]
    counts: Mapping[str, int]
    villages: Sequence[tuple[str, str]]
    without: int


class PlansScreen(ListScreen[PlanLine]):
    """Wishes: `find_wanted(PlanWish)`, `rows_wanted(ids)`, `print_wanted()`, `new_wanted()`."""

    find_wanted = Signal(object)
    rows_wanted = Signal(object)

    def __init__(self) -> None:
        self.codes = CodeBook()
        self.day: date = clock.today()
        model = DataclassTableModel(columns(self.codes, lambda: self.day), lambda line: line.id)
        super().__init__(
            DataTable(model),
            "plan",
            Button("", "secondary", "file-plus"),
            Button("", "primary", "printer"),
        )
        self._villages: tuple[tuple[str, str], ...] = ()
        self._counts: dict[str, int] = {}
        self._without = 0
        self._total = 0
        self._sort: tuple[PlanOrder, bool] = ("due", False)
        self.village = ChoiceField()
        self.head.add_filter(self.village)
        self.lay_out(self.new_button, self.print_button)
        self._connect()
        self.adapt()

    def allow(self, *, plan: bool, print_: bool) -> None:
        """Offer what the person may do: begin plans, print them."""
        self.new_button.setVisible(plan)
        self.print_button.setVisible(print_)

    # What the presenter shows

    def show_found(self, found: PlansFound) -> None:
        """Show these plans; rows follow as they come into view."""
        self._total = len(found.ids)
        self._counts = dict(found.counts)
        self._without = found.without
        self._villages = tuple(found.villages)
        self.table.model.set_ids(found.ids)
        self.retranslate()
        self.table.show_table()

    def show_rows(self, rows: Sequence[PlanLine]) -> None:
        """Show rows that were asked for."""
        self.table.model.put_rows(rows)

    def show_codes(self, codes: CodeBook, day: date) -> None:
        """The centre's own words for statuses and paths, and today."""
        self.codes, self.day = codes, day
        self.table.model.columns = tuple(columns(codes, lambda: self.day))
        self.retranslate()

    # What the person wants

    def ask(self) -> None:
        self.find_wanted.emit(self.wish)

    @property
    def wish(self) -> PlanWish:
        """What is chosen now."""
        chosen = self.head.chips.value()
        village = self.village.value()
        return PlanWish(
            search=self.head.text,
            statuses=tuple(code for code in chosen if code != "due"),
            due="due" in chosen,
            village=None if village in ("", "*") else ("" if village == "-" else village),
            sort=self._sort[0],
            descending=self._sort[1],
        )

    def selected_learners(self) -> tuple[UUID, ...]:
        """The learners of the plans that are selected, where more than one is."""
        chosen = self.table.selected_ids()
        if len(chosen) < 2:
            return ()
        places = (self.table.model.place_of(known) for known in chosen)
        rows = (self.table.model.row_at(place) for place in places if place >= 0)
        return tuple(row.learner_id for row in rows if row is not None)

    # Screen

    def help_text(self) -> str:
        return self.tr(
            "รายการนี้เรียงแผนที่ถึงกำหนดทบทวนไว้บนสุด กด Enter เพื่อเปิดแผน พิมพ์ชื่อหรือชื่อเล่นเพื่อค้นหา "
            "กดป้ายด้านบนเพื่อดูเฉพาะขั้นที่ต้องการ กด Ctrl+P เพื่อพิมพ์ทั้งหมู่บ้านหรือทั้งตำบล "
            "ถ้าเลือกหลายแถวไว้ จะพิมพ์เฉพาะที่เลือกได้"
        )

    def enter(self, argument: object) -> None:
        if argument == "due":
            self.head.chips.set_value(("due",))
        self.ask()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & {"plan", "goal", "review", "signature", "learner", "village", "plan_print"}:
            self.ask()

    def retranslate(self) -> None:
        self.head.set_words(
            self.tr("แผนรายบุคคล"),
            self.tr("%n แผน", "", self._total),
            self.tr("ค้นชื่อ ชื่อเล่น หรือรหัส"),
        )
        self.print_button.setText(self.tr("พิมพ์แผน"))
        self.new_button.setText(
            self.tr("ยังไม่มีแผน %n คน", "", self._without) if self._without else self.tr("เริ่มแผนใหม่")
        )
        self.new_button.setToolTip(self.tr("ดูคนที่ยังไม่มีแผน แล้วเริ่มแผนให้เขา"))
        statuses = self.codes.choices("plan_status")
        self.head.chips.set_choices([("due", self.tr("ถึงกำหนดทบทวน")), *statuses])
        self.head.chips.set_counts(self._counts)
        self.head.chips.setAccessibleName(self.tr("ดูเฉพาะขั้นของแผน"))
        own = [(moo or "-", self._village_word(moo, name)) for moo, name in self._villages]
        self.village.set_choices([("*", self.tr("ทุกหมู่บ้าน")), *own, ("-", self.tr("ไม่ระบุหมู่บ้าน"))])
        if not self.village.value():
            self.village.set_value("*")
        self.village.setAccessibleName(self.tr("หมู่บ้าน"))
        self.table.model.retranslate()
        self._word_empty()

    def redress(self) -> None:
        self.village.setFixedWidth(theme().px(190))

    # Inside

    def _connect(self) -> None:
        self.head.cleared.connect(lambda: self.village.set_value("*"))
        self.village.chosen.connect(lambda _code: self.ask())
        self.table.model.rows_wanted.connect(self.rows_wanted)
        self.table.model.order_wanted.connect(self._on_order)

    def _on_order(self, key: str, ascending: bool) -> None:
        order = _ORDERS.get(key)
        if order is not None:
            self._sort = (order, not ascending)
            self.ask()

    def _village_word(self, moo: str, name: str) -> str:
        said = self.tr("หมู่ {moo}").replace("{moo}", moo)
        return f"{said} {name}".strip()

    def _word_empty(self) -> None:
        self.head.word_empty(
            narrowed=self.wish.narrowed,
            nothing=Empty(
                "clipboard-list",
                self.tr("ยังไม่มีแผน"),
                self.tr("แผนของแต่ละคนจะอยู่ที่นี่ เริ่มจากเลือกคนที่อยากคุยด้วยก่อน แล้วถามว่าเขาอยากทำอะไร"),
                self.tr("เลือกคนที่ยังไม่มีแผน"),
            ),
            none_found=Empty(
                "search",
                self.tr("ไม่พบแผนตามที่เลือก"),
                self.tr("ลองพิมพ์ชื่อเล่น หรือเอาตัวกรองออก"),
                self.tr("ดูทุกแผน"),
            ),
        )
