"""ที่ขอและที่ได้: what a learner asks for, what is promised and given, and why it is stuck."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt

from desktop.services.funds.given import Given
from desktop.services.matches.records import MatchQuery, MatchRow
from desktop.services.needs.records import NeedQuery, NeedRow
from desktop.ui.funds.given_words import GivenWords, place_of
from desktop.ui.learner.records_tab import RecordsTab
from desktop.ui.learner.tab import TabPresenter
from desktop.ui.learner.work import LearnerWork
from desktop.ui.matches.words import MatchWords
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import StatusPill, ThaiLabel

Found = tuple[Sequence[NeedRow], Sequence[MatchRow], Sequence[Given]]


class LearnerNeedsTab(RecordsTab[Found]):
    """A card for each need with its matches, and one of what was paid and given."""

    def __init__(self) -> None:
        super().__init__(((), (), ()))

    def add(self) -> str:
        return self.tr("เพิ่มสิ่งที่ขอ")

    def none_yet(self) -> str:
        return self.tr("ยังไม่มีสิ่งที่ขอ จดสิ่งที่ขาดแล้วเรียนต่อไม่ได้")

    def cards(self, found: Found) -> list[Card]:
        needs, matches, given = found
        made = [
            self._card(need, [each for each in matches if each.need_id == need.id])
            for need in needs
        ]
        return [*made, self._books(given)] if given else made

    def _card(self, need: NeedRow, matches: Sequence[MatchRow]) -> Card:
        words, card = MatchWords(), Card("")
        self.line(card, need.name, "inbox", "need", need.id)
        card.body.addWidget(ThaiLabel(words.far(need, self.codes), "body"))
        if stuck := words.stuck(need):
            pill = StatusPill("", "warning", "triangle-alert")
            pill.set_state(stuck, "warning", "triangle-alert")
            card.body.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
        for match in matches:
            state = self.codes.label("match_states", match.state)
            told = (match.giver, state, words.sums(match, self.codes))
            self.line(card, " · ".join(filter(None, told)), "merge", "match", match.id)
        return card

    def _books(self, given: Sequence[Given]) -> Card:
        words, card = GivenWords(), Card(self.tr("ที่จ่ายและที่ให้แล้ว"))
        taken_back = self.tr("ยกเลิกแล้ว")
        for each in given:
            icon = "book-open" if each.record == "fund_entry" else "package"
            said = words.told(each, self.codes)
            if each.taken_back:
                said = f"{said} ({taken_back})"
            self.line(card, said, icon, *place_of(each))
        if not all(each.told for each in given):
            card.body.addWidget(ThaiLabel(words.note(), "muted"))
        return card


class LearnerNeedsPresenter(TabPresenter):
    """Reads the needs of the learner that is looked at, and of their house."""

    def __init__(self, tab: LearnerNeedsTab, work: LearnerWork) -> None:
        super().__init__(tab)
        self._tab, self._work = tab, work
        tab.opened.connect(work.screen.open_requested)
        tab.begun.connect(lambda whose: work.screen.open_requested.emit("need_new", whose))

    def load(self) -> None:
        """Read them again."""
        services = self._work.services

        def ask(learner_id: UUID) -> Found:
            needs = services.needs.find(NeedQuery(learner_id=learner_id))
            matches = services.matches.find(MatchQuery(learner_id=learner_id))
            return needs, matches, services.fund_entries.given_to(learner_id)

        self._work.read(ask, self._tab.show_found, "needs")
