"""HETT: the rounds, where the learner stands and what way was made, and the rating mode."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.services.hett.records import AssessmentLine
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.hett_data import HettRound, wordings
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.rating import RatingMode
from desktop.ui.learner.tab import LearnerTab
from desktop.ui.learner_place import RATE, START
from desktop.ui.thai_time import shown_iso
from desktop.ui.theme import theme
from desktop.ui.translation import language
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.dimension_trend import DimensionTrend, Round
from desktop.ui.widgets.hett_radar import HettRadar, RadarLevels
from desktop.ui.widgets.hett_style import DimensionMark, dimensions
from desktop.ui.widgets.labels import IconLabel, StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.panes import Pane
from desktop.ui.widgets.states import EmptyState


class _RoundCard(Card):
    """One round: when, which, how far. Made anew when the language changes."""

    def __init__(self, line: AssessmentLine, codes: CodeBook, *, chosen: bool) -> None:
        super().__init__(clickable=True)
        if chosen:
            self.setProperty("surface", "banner")
            self.setProperty("tone", "info")
        name = codes.label("rounds", line.round)
        done = self.tr("เสร็จแล้ว") if line.complete else self.tr("ยังไม่เสร็จ")
        count = self.tr("%n ข้อ", "", line.rated)
        row = QHBoxLayout()
        row.setSpacing(10)
        sign = IconLabel(
            "circle-check" if line.complete else "circle-dot",
            "success" if line.complete else "warning",
            20,
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ThaiLabel(name, "strong", wrap=False))
        said = shown_iso(line.on) if line.complete else f"{shown_iso(line.on)} · {done}"
        words.addWidget(ThaiLabel(f"{said} · {count}", "caption", wrap=False))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.setAccessibleName(f"{shown_iso(line.on)} {name} {done} {count}")
        self.setToolTip(line.assessor)


class HettTab(LearnerTab, QStackedWidget):
    """`started` a new round; `chosen(id)` to look at one, `rate_wanted(id)` to go on rating it."""

    started = Signal()
    chosen = Signal(object)
    rate_wanted = Signal(object)
    hidden = Signal(object)
    immersed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: LearnerPage | None = None
        self._codes = CodeBook()
        self._lines: Sequence[AssessmentLine] = ()
        self._shown: HettRound | None = None
        self.rating = RatingMode()
        self.rating.closed.connect(self.show_overview)
        self._overview = self._make_overview()
        self.empty = EmptyState("radar")
        self.empty.started.connect(self.started)
        for part in (self._overview, self.empty, self.rating):
            self.addWidget(part)
        self.currentChanged.connect(lambda _place: self.immersed.emit(self.rates))
        self.adapt()

    @property
    def rates(self) -> bool:
        """Whether the rating mode is shown."""
        return self.currentWidget() is self.rating

    @property
    def chosen_id(self) -> UUID | None:
        """The round whose wordings are shown."""
        return self._shown.detail.line.id if self._shown else None

    @property
    def wants_room(self) -> bool:
        # Rating wants every line of a small screen; it names the person itself.
        return self.rates

    def first_focus(self) -> QWidget | None:
        if self.rates:
            return None
        wanted = self.empty.button if self.currentWidget() is self.empty else self.start_button
        return None if wanted.isHidden() else wanted

    def begin(self) -> None:
        if self.rates:
            self.rating.focus_first()
        else:
            super().begin()

    def go_to(self, at: str) -> None:
        """`at`: `start` a round, go on with a round as `rate:ID`, or look at one by its id."""
        how, _, record = at.partition(":")
        round_id = UUID(record) if record else self.chosen_id
        if how not in (START, RATE):
            self.chosen.emit(UUID(at))
        elif self._page is None or not self._page.may_plan:
            self.begin()
        elif how == START:
            self.started.emit()
        elif round_id is not None:
            self.rate_wanted.emit(round_id)

    def parts(self) -> tuple[str, ...]:
        return (RATE,)

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        """Show a learner's way."""
        if self._page is not None and self._page.id != page.id:
            self._shown = None
            self._lines = ()
            self.setCurrentWidget(self._overview)
        self._page, self._codes = page, codes
        row = page.detail.row
        self.rating.show_name(row.nickname or row.full_name)
        self.retranslate()

    def show_lines(self, lines: Sequence[AssessmentLine]) -> None:
        """The rounds, oldest first."""
        self._lines = lines
        before = self.currentWidget()
        if not self.rates:
            held = self.isAncestorOf(self.window().focusWidget() or self.window())
            self.setCurrentWidget(self._overview if lines else self.empty)
            if held and self.currentWidget() is not before:
                self.begin()
        self.retranslate()

    def show_round(self, shown: HettRound) -> None:
        """The wordings of one round."""
        self._shown = shown
        self.retranslate()

    def show_rating(self, shown: HettRound) -> None:
        """Rate this round."""
        self._shown = shown
        self.setCurrentWidget(self.rating)
        self.rating.show_round(shown, self._codes)

    def show_overview(self) -> None:
        """Leave the rating mode."""
        self.setCurrentWidget(self._overview if self._lines else self.empty)
        self.retranslate()
        self.start_button.setFocus()

    def flush(self) -> None:
        """Send what is half typed."""
        if self.currentWidget() is self.rating:
            self.rating.flush()

    def retranslate(self) -> None:
        self.start_button.setText(self.tr("เริ่มประเมินรอบใหม่"))
        self._rounds_title.set_text(self.tr("รอบประเมิน"))
        self._radar_card.set_title(self.tr("ครั้งแรก ล่าสุด และเป้าหมาย"))
        self._trend_card.set_title(self.tr("แต่ละด้านตามรอบ"))
        self.empty.set_words(
            self.tr("ยังไม่เคยประเมิน HETT"),
            self.tr(
                "สี่ด้านของชีวิต: สุขภาพ วิชาการ อาชีพ และทักษะชีวิต "
                "ให้ระดับทีละข้อด้วยปุ่ม 1–4 บันทึกให้เองทุกข้อ หยุดกลางทางแล้วกลับมาต่อได้"
            ),
            self.tr("เริ่มประเมินแรกเข้า"),
        )
        page = self._page
        self.start_button.setVisible(page is None or page.may_plan)
        if page is not None and not page.may_plan:
            self.empty.set_words(self.tr("ยังไม่เคยประเมิน HETT"))
        if page is None or self.rates:
            return
        self._fill_rounds()
        picture = page.picture
        first = picture.first if len(picture.rounds) > 1 else {}
        self.radar.show_levels(RadarLevels(last=picture.last, first=first, target=picture.target))
        self.trend.show_rounds([Round(shown_iso(r.on), r.averages) for r in picture.rounds])
        self._trend_card.setVisible(len(picture.rounds) > 1)
        self._fill_wordings()

    def redress(self) -> None:
        self._rounds.setFixedWidth(theme().px(250))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(1000)
        self._charts.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def _make_overview(self) -> QWidget:
        whole = QWidget()
        self._rounds = QFrame()
        self._rounds.setProperty("surface", "card")
        self._rounds_title = ThaiLabel("", "section")
        self.start_button = Button("", "primary", "plus")
        self.start_button.clicked.connect(self.started)
        self._round_list = QVBoxLayout()
        self._round_list.setSpacing(6)
        rounds = Pane()
        rounds.body.setContentsMargins(0, 0, 6, 0)
        rounds.body.addLayout(self._round_list)
        rounds.body.addStretch(1)
        side = QVBoxLayout(self._rounds)
        side.setContentsMargins(12, 10, 6, 6)
        side.setSpacing(10)
        side.addWidget(self._rounds_title)
        side.addWidget(self.start_button)
        side.addWidget(rounds, 1)
        self._radar_card, self._trend_card, self._words_card = Card(), Card(), Card()
        self.radar, self.trend = HettRadar(), DimensionTrend()
        self.radar.setFixedHeight(300)
        self.trend.setFixedHeight(300)
        self._radar_card.body.addWidget(self.radar)
        self._trend_card.body.addWidget(self.trend)
        self._charts = QHBoxLayout()
        self._charts.setSpacing(16)
        self._charts.addWidget(self._radar_card, 1)
        self._charts.addWidget(self._trend_card, 1)
        self._words = QGridLayout()
        self._words.setHorizontalSpacing(12)
        self._words.setVerticalSpacing(6)
        self._words.setColumnStretch(1, 1)
        self._words_card.body.addLayout(self._words)
        pane = Pane()
        pane.body.addLayout(self._charts)
        pane.body.addWidget(self._words_card)
        pane.body.addStretch(1)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        side_column = QVBoxLayout()
        side_column.setContentsMargins(0, 12, 0, 12)
        side_column.addWidget(self._rounds)
        row.addLayout(side_column)
        row.addWidget(pane, 1)
        return whole

    def _fill_rounds(self) -> None:
        clear_layout(self._round_list)
        for line in reversed(self._lines):
            card = _RoundCard(line, self._codes, chosen=line.id == self.chosen_id)
            card.opened.connect(lambda i=line.id: self.chosen.emit(i))
            self._round_list.addWidget(card)

    def _fill_wordings(self) -> None:
        clear_layout(self._words)
        shown = self._shown
        self._words_card.setVisible(shown is not None)
        if shown is None:
            return
        line = shown.detail.line
        title = self.tr("{round} {date}").replace("{date}", shown_iso(line.on))
        title = title.replace("{round}", self._codes.label("rounds", line.round))
        note = self.tr("โดย {name}").replace("{name}", line.assessor)
        self._words_card.set_title(title.strip(), note if line.assessor else "")
        row = self._add_actions(line) if self._page is not None and self._page.may_plan else 0
        for part in dimensions():
            mark = DimensionMark(part.code)
            average = line.averages.get(part.code)
            self._words.addWidget(mark, row, 0, 1, 2)
            level = self.tr("เฉลี่ย {level}").replace("{level}", f"{average:.1f}") if average else ""
            self._words.addWidget(
                ThaiLabel(level or self.tr("ยังไม่ประเมิน"), "muted", wrap=False), row, 2
            )
            row += 1
            for indicator in shown.asked(part.code):
                rating = shown.rating(indicator.code)
                if rating is None or shown.covered(indicator) or rating.state == "not_assessed":
                    continue
                before = shown.earlier(indicator.code)
                badge = ThaiLabel(str(rating.level or "–"), "strong", wrap=False)
                badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
                badge.setMinimumWidth(theme().px(28))
                words = QVBoxLayout()
                words.setSpacing(0)
                words.addWidget(ThaiLabel(indicator.label(language().value)))
                said = (
                    wordings(indicator)[rating.level - 1]
                    if rating.level
                    else self.tr("ไม่เกี่ยวข้องกับคนนี้")
                )
                words.addWidget(ThaiLabel(said, "muted"))
                if rating.evidence:
                    seen = self.tr("เห็นจาก {evidence}").replace("{evidence}", rating.evidence)
                    words.addWidget(ThaiLabel(seen, "caption"))
                self._words.addWidget(badge, row, 0, Qt.AlignmentFlag.AlignTop)
                self._words.addLayout(words, row, 1)
                change = _change(before.level if before else None, rating.level)
                if change is not None:
                    was, up = change
                    text = self.tr("ขึ้นจาก {level}") if up else self.tr("ลงจาก {level}")
                    pill = StatusPill(
                        text.replace("{level}", str(was)),
                        "success" if up else "warning",
                        "arrow-up" if up else "arrow-down",
                    )
                    self._words.addWidget(pill, row, 2, Qt.AlignmentFlag.AlignTop)
                row += 1

    def _add_actions(self, line: AssessmentLine) -> int:
        go_on = Button(self.tr("แก้หรือประเมินต่อ"), "secondary", "pencil")
        go_on.clicked.connect(lambda: self.rate_wanted.emit(line.id))
        away = Button(self.tr("เอารอบนี้ออก"), "quiet", "trash-2")
        away.clicked.connect(lambda: self.hidden.emit(line.id))
        row = QHBoxLayout()
        row.addWidget(go_on)
        row.addWidget(away)
        row.addStretch(1)
        self._words.addLayout(row, 0, 0, 1, 3)
        return 1


def _change(before: int | None, now: int | None) -> tuple[int, bool] | None:
    if before is None or now is None or before == now:
        return None
    return before, now > before
