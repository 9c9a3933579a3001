"""The reports: people by village and situation, HETT, and papers to take along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.services.learners.period import of_fiscal_year, period_words
from desktop.services.learners.records import LearnerQuery
from desktop.services.tallies.records import VOCABULARIES
from desktop.ui import thai_time
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.reports.help_page import HELP, LEARNING, HelpPage
from desktop.ui.reports.page import ReportsPage
from desktop.ui.reports.panels import (
    HettCard,
    NumberCard,
    Page,
    PaperOffer,
    PaperPage,
    TallyCard,
    cross,
)
from desktop.ui.shell.offers import Offer, heading
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.theme import theme
from desktop.ui.translation import Language, language
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.cross_table import CrossTable
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.dimension_trend import DimensionTrend, Round
from desktop.ui.widgets.field_grid import COLUMNS, FieldGrid
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.states import StateStack

_FEWEST = 5
_DAYS = "days"
_TALLIES = ("status", "age_band", "plan", "sex", "group", "reason")


class ReportsScreen(Screen):
    """Wishes: `counts_wanted(within, hidden)`, `help_wanted(page, within, hidden)` once a page of
    help or of learning is looked at, `paper_wanted(key)`.

    Args:
        offers: the papers and tables to take along, by their keys.
    """

    counts_wanted = Signal(object, bool)
    help_wanted = Signal(object, object, bool)
    paper_wanted = Signal(str)

    def __init__(self, offers: Mapping[str, Offer], *, teaches: bool = True) -> None:
        super().__init__()
        self.offers = offers
        self._page: ReportsPage | None = None
        self._heading = ThaiLabel("", "title", wrap=False)
        self._about = ThaiLabel("", "caption")
        self.village = ChoiceField()
        self.period = ChoiceField()
        self.new_only = QCheckBox()
        self.since = ThaiDateField(partial=False, whole=True)
        self.until = ThaiDateField(partial=False, whole=True)
        self.outside = QCheckBox()
        self.done_bar = DoneBar()
        self.numbers = {
            "people": NumberCard("users"),
            "plans": NumberCard("clipboard-list"),
            "without": NumberCard("file-plus", "warning"),
            "assessed": NumberCard("radar"),
        }
        self.tallies = {name: TallyCard() for name in _TALLIES}
        self.villages = TallyCard()
        self.table = CrossTable()
        self.hett = HettCard()
        self._trend_card = Card(" ")
        self.trend = DimensionTrend()
        self.village_cards: dict[str, HettCard] = {}
        self.help = HelpPage(offers, HELP)
        self.learning = HelpPage(offers, LEARNING, teaches=teaches)
        self.papers = PaperPage()
        self.tabs = QTabWidget()
        self._lay_out()
        self.state = StateStack(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self.outside)
        column.addLayout(head)
        asked = QWidget()
        flow = FlowLayout(asked, 12)
        self._days: dict[ThaiDateField, tuple[QWidget, ThaiLabel]] = {}
        for part in (self.village, self.period, self.new_only):
            flow.addWidget(part)
        for field in (self.since, self.until):
            label = ThaiLabel("", "field", wrap=False)
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label)
            row.addWidget(field)
            self._days[field] = pair, label
            flow.addWidget(pair)
        column.addWidget(asked)
        column.addWidget(self._about)
        column.addWidget(self.done_bar)
        column.addWidget(self.state, 1)
        self._connect()
        self.adapt()

    @property
    def within(self) -> LearnerQuery:
        """Which people are counted."""
        moo = self.village.value()
        query = LearnerQuery()
        if moo not in ("", "*"):
            query = LearnerQuery(villages=("" if moo == "-" else moo,))
        period = self.period.value()
        if period == _DAYS:
            since, until = (_day(field.value()) for field in (self.since, self.until))
            return replace(query, registered_since=since, registered_until=until)
        if period.isdigit():
            return of_fiscal_year(query, int(period), new=self.new_only.isChecked())
        return query

    def village_word(self, moo: str) -> str:
        """How a village is called; "" for people without one."""
        if not moo:
            return self.tr("ไม่ระบุหมู่บ้าน")
        name = self._page.villages.get(moo, "") if self._page is not None else ""
        said = self.tr("หมู่ {moo}").replace("{moo}", moo)
        return f"{said} {name}".strip()

    def show_page(self, page: ReportsPage) -> None:
        """Show these counts."""
        self._page = page
        self.retranslate()
        if page.people or self.within != LearnerQuery():
            self.state.show_content()
        else:
            self.state.show_empty()

    def show_failed(self, sentence: str) -> None:
        """Say why it could not be counted."""
        self.state.show_failed(sentence)

    # Screen

    def help_text(self) -> str:
        return self.tr(
            "ทุกตัวเลขเปิดดูรายชื่อได้ กดที่แท่งหรือตัวเลข หรือเลื่อนด้วยลูกศรแล้วกด Enter "
            "ถ้าจะใช้นอกหน่วยงาน ให้กดซ่อนจำนวน 1 ถึง 4 คน เพื่อไม่ให้เดาได้ว่าเป็นใคร "
            "เลือกปีงบประมาณหรือช่วงวันเพื่อนับถึงเวลานั้น เอกสารและตารางก็นับตามช่วงที่เลือก "
            "แท็บเอกสารและตารางใช้พิมพ์สรุป ทะเบียน แบบฟอร์มเปล่า และส่งออกเป็น Excel"
        )

    def print_action(self) -> Action | None:
        return lambda: self.paper_wanted.emit("summary")

    def first_focus(self) -> QWidget | None:
        return self.village

    def enter(self, argument: object) -> None:
        """`argument`: the key of a paper or table that is wanted at once."""
        self._ask()
        if isinstance(argument, str):
            self.tabs.setCurrentWidget(self.papers)
            self.paper_wanted.emit(argument)

    def refresh(self, kinds: frozenset[str]) -> None:
        if self.isVisible():
            self._ask(quiet=True)

    def retranslate(self) -> None:
        self._heading.set_text(self.tr("รายงาน"))
        self.outside.setText(self.tr("ใช้นอกหน่วยงาน: ซ่อนจำนวน 1 ถึง 4 คน"))
        self.village.setAccessibleName(self.tr("หมู่บ้าน"))
        self.period.setAccessibleName(self.tr("ช่วงเวลา"))
        self.new_only.setText(self.tr("เฉพาะที่ลงทะเบียนใหม่ในปีนั้น"))
        for field, words in (
            (self.since, self.tr("ลงทะเบียนตั้งแต่วันที่")),
            (self.until, self.tr("ถึงวันที่")),
        ):
            self._days[field][1].set_text(words)
            field.setAccessibleName(words)
        for number, word in enumerate(
            (
                self.tr("ภาพรวม"),
                self.tr("หมู่บ้าน"),
                self.tr("กลุ่มและเหตุผล"),
                self.tr("HETT"),
                self.tr("ความช่วยเหลือ"),
                self.tr("การเรียนรู้"),
                self.tr("เอกสารและตาราง"),
            )
        ):
            self.tabs.setTabText(number, word)
        self.state.empty.set_icon("chart-column")
        self.state.empty.set_words(
            self.tr("ยังไม่มีอะไรให้นับ"),
            self.tr("เมื่อมีผู้เรียนรู้แล้ว จำนวนตามหมู่บ้าน สถานะ และ HETT จะอยู่ที่นี่"),
            self.tr("ไปที่ผู้เรียนรู้"),
        )
        self._word_papers()
        if self._page is not None:
            self._word_page(self._page)

    def redress(self) -> None:
        for choice in (self.village, self.period):
            choice.setFixedWidth(theme().px(210))
        for field in self._days:
            field.setFixedWidth(theme().px(190))
        self.new_only.setMinimumHeight(self.period.sizeHint().height())
        self.trend.setMinimumHeight(theme().px(230))

    # Inside

    def _lay_out(self) -> None:
        whole, villages, groups, hett = Page(), Page(), Page(), Page()
        for page in (whole, villages, groups, hett, self.help, self.learning, self.papers):
            self.tabs.addTab(page, "")
        numbers, pairs, both = FieldGrid(), FieldGrid(), FieldGrid()
        for card in self.numbers.values():
            numbers.add(card, COLUMNS // len(self.numbers))
        whole.body.addWidget(numbers)
        for name in ("status", "age_band", "plan", "sex"):
            pairs.add(self.tallies[name], 6)
        whole.body.addWidget(pairs)
        whole.body.addStretch(1)
        villages.body.addWidget(self.villages)
        villages.body.addWidget(self.table)
        villages.body.addStretch(1)
        for name in ("group", "reason"):
            both.add(self.tallies[name], 6)
        groups.body.addWidget(both)
        groups.body.addStretch(1)
        top = Folding()
        self._trend_card.body.addWidget(self.trend)
        top.add(self.hett, 1)
        top.add(self._trend_card, 1)
        hett.body.addWidget(top)
        self._multiples_word = ThaiLabel("", "section")
        self._multiples = FieldGrid()
        hett.body.addWidget(self._multiples_word)
        hett.body.addWidget(self._multiples)
        hett.body.addStretch(1)

    def _connect(self) -> None:
        self.village.chosen.connect(lambda _code: self._ask())
        self.period.chosen.connect(self._on_period)
        self.new_only.toggled.connect(lambda _on: self._ask())
        for field in (self.since, self.until):
            field.changed.connect(lambda _day: self._ask())
        self.outside.toggled.connect(lambda _on: self._ask())
        for tally in (*self.tallies.values(), self.villages):
            tally.people_wanted.connect(self._open)
        self.table.opened.connect(self._open)
        self.hett.people_wanted.connect(self._open)
        for name, number in self.numbers.items():
            number.opened.connect(lambda name=name: self._open_number(name))
        self.papers.wanted.connect(self.paper_wanted)
        for page in (self.help, self.learning):
            page.paper_wanted.connect(self.paper_wanted)
            page.list_wanted.connect(self.open_requested)
        self.tabs.currentChanged.connect(lambda _place: self._ask_help())
        self.state.retried.connect(self._ask)
        self.state.empty.started.connect(lambda: self.open_requested.emit("learners", None))

    def _ask(self, *, quiet: bool = False) -> None:
        if not quiet and self._page is None:
            self.state.show_loading()
        self._show_period()
        self.counts_wanted.emit(self.within, self.outside.isChecked())
        self._ask_help()

    def _ask_help(self) -> None:
        page = self.tabs.currentWidget()
        if isinstance(page, HelpPage):
            self.help_wanted.emit(page, self.within, self.outside.isChecked())

    def _on_period(self, _code: str) -> None:
        self._show_period()
        self._ask()

    def _show_period(self) -> None:
        """Show the fields of the period that is chosen, and what is counted by it."""
        chosen = self.period.value()
        for pair, _label in self._days.values():
            pair.setVisible(chosen == _DAYS)
        self.new_only.setVisible(chosen.isdigit())
        period = period_words(
            self.within, thai_time.shown_date, english=language() is Language.ENGLISH
        )
        note = self.tr("สถานะและแผนเป็นของวันนี้ HETT จากการประเมินล่าสุดในช่วงนั้น")
        self._about.set_text(f"{period} · {note}" if period else "")
        self._about.setVisible(bool(period))

    def _open(self, query: LearnerQuery) -> None:
        self.open_requested.emit("learners", query)

    def _open_number(self, name: str) -> None:
        page = self._page
        if page is None:
            return
        if name == "people":
            self._open(self.within)
        elif name == "plans":
            self._open(replace(self.within, plan="any"))
        elif name == "without":
            self._open(replace(self.within, plan="none"))
        elif name == "assessed" and page.hett:
            known = [
                each
                for tally in page.hett
                for cell in tally.levels
                for each in cell.query.ids or ()
            ]
            if not page.hidden:
                self._open(LearnerQuery(ids=tuple(dict.fromkeys(known))))

    def _word_page(self, page: ReportsPage) -> None:
        places = [(moo or "-", self.village_word(moo)) for moo in page.villages]
        self.village.set_choices([("*", self.tr("ทั้งตำบล")), *places, ("-", self.tr("ไม่ระบุหมู่บ้าน"))])
        if not self.village.value():
            self.village.set_value("*")
        year = self.tr("ปีงบประมาณ {year}")
        self.period.set_choices(
            [
                ("*", self.tr("ทุกช่วงเวลา")),
                *((str(each), year.replace("{year}", str(each))) for each in page.years),
                (_DAYS, self.tr("ระบุช่วงวันเอง")),
            ]
        )
        if not self.period.value():
            self.period.set_value("*")
        self._show_period()
        self._word_numbers(page)
        titles = {
            "status": (self.tr("สถานะการเรียนรู้"), ""),
            "age_band": (self.tr("ช่วงอายุ"), ""),
            "plan": (self.tr("แผนรายบุคคล"), ""),
            "sex": (self.tr("เพศ"), ""),
            "group": (self.tr("กลุ่มเป้าหมาย"), self.tr("หนึ่งคนอยู่ได้หลายกลุ่ม")),
            "reason": (self.tr("เหตุที่ออกจากการเรียน"), self.tr("หนึ่งคนมีได้หลายเหตุผล")),
        }
        people = self.tr("คน")
        for name, card in self.tallies.items():
            title, note = titles[name]
            nothing = self.tr("ยังไม่มีใครบันทึกเรื่องนี้")
            card.show_tally(title, note, page.tallies[name], self._label(name), people, nothing)
        self.villages.show_tally(
            self.tr("ผู้เรียนรู้ตามหมู่บ้าน"), "", page.tallies["village"], self.village_word, people, ""
        )
        self.table.show_table(
            self.tr("หมู่บ้านกับสถานะ"),
            self.tr("กดตัวเลขเพื่อดูรายชื่อ"),
            *cross(page.table, self.village_word, self._label("status"), self.tr("รวม")),
        )
        self._word_hett(page)

    def _word_numbers(self, page: ReportsPage) -> None:
        plan = page.tallies["plan"]
        without = next((cell.people for cell in plan.cells if cell.key == "none"), 0)
        having = None if without is None else page.people - without
        missing = [each.not_assessed.people for each in page.hett]
        known = [number for number in missing if number is not None]
        assessed = page.people - min(known) if known and len(known) == len(missing) else None
        words = {
            "people": (page.people, self.tr("ผู้เรียนรู้")),
            "plans": (having, self.tr("มีแผนรายบุคคล")),
            "without": (without, self.tr("ยังไม่มีแผน")),
            "assessed": (assessed, self.tr("ประเมิน HETT แล้ว")),
        }
        for name, (number, word) in words.items():
            self.numbers[name].show_number(number, word)

    def _word_hett(self, page: ReportsPage) -> None:
        self.hett.show_hett(
            self.tr("ระดับ HETT ของทุกคน"),
            self.tr("จากอ่อนไปเข้ม: ระดับ 1 ปรับปรุง · 2 พอใช้ · 3 ดี · 4 ดีมาก"),
            page.hett,
            self._level,
            self._waiting,
        )
        self._trend_card.set_title(
            self.tr("ค่าเฉลี่ยแต่ละไตรมาส"), self.tr("ไตรมาส/ปีงบประมาณ ของการประเมินที่ทำในไตรมาสนั้น")
        )
        points = [point for point in page.trend if not page.hidden or point.assessments >= _FEWEST]
        said = "{quarter}/{year}"
        self.trend.show_rounds(
            [
                Round(
                    said.replace("{quarter}", str(point.quarter)).replace(
                        "{year}", str(point.fiscal_year)
                    ),
                    point.means,
                )
                for point in points
            ]
        )
        self._multiples_word.set_text(self.tr("แต่ละหมู่บ้าน"))
        self._multiples.clear()
        self.village_cards = {}
        for moo, tallies in page.by_village.items():
            card = HettCard()
            card.show_hett(self.village_word(moo), "", tallies, self._level, self._waiting)
            card.people_wanted.connect(self._open)
            self._multiples.add(card, 4)
            self.village_cards[moo] = card

    def _level(self, level: int) -> str:
        return self.tr("ระดับ {n}").replace("{n}", str(level))

    def _waiting(self, people: int) -> str:
        return self.tr("ยังไม่ประเมิน %n คน", "", people)

    def _label(self, name: str) -> Callable[[str], str]:
        def label(key: str) -> str:
            if self._page is None or not key:
                return self.tr("ไม่ระบุ")
            if name == "plan" and key == "none":
                return self.tr("ยังไม่มีแผน")
            return self._page.codes.label(VOCABULARIES[name], key)

        return label

    def _word_papers(self) -> None:
        offers: dict[str, list[PaperOffer]] = {}
        for each in self.offers.values():
            paper = PaperOffer(each.key, each.icon, each.name(), each.note())
            offers.setdefault(heading(each.way), []).append(paper)
        self.papers.show_offers(offers)


def _day(value: PartialDate | None) -> date | None:
    return value.first_day if value is not None else None
