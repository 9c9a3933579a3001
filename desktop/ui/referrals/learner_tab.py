"""ส่งต่อ of a learner: what was asked of whom, how far it is, and what is next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from desktop.services.referrals.reading import is_open
from desktop.services.referrals.records import ReferralQuery, ReferralRow
from desktop.ui.learner.records_tab import RecordsTab
from desktop.ui.learner.tab import TabPresenter
from desktop.ui.learner.work import LearnerWork
from desktop.ui.referrals.next_step import ReferralStepWords, named_receiver
from desktop.ui.referrals.words import REFERRAL
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import StatusPill, ThaiLabel

Found = Sequence[ReferralRow]


class LearnerReferralsTab(RecordsTab[Found]):
    """A card for each that is on its way, the oldest first; below, those that are done."""

    def __init__(self) -> None:
        super().__init__(())

    def add(self) -> str:
        return SubjectWords(REFERRAL).add()

    def none_yet(self) -> str:
        return self.tr("ยังไม่เคยส่งต่อ เขียนเรื่องที่ต้องขอให้หน่วยงานช่วย")

    def cards(self, found: Found) -> list[Card]:
        going = sorted(filter(is_open, found), key=lambda row: row.since or "9999")
        done = [row for row in found if not is_open(row)]
        made = [self._card(row) for row in going]
        return [*made, self._done(done)] if done else made

    def _card(self, row: ReferralRow) -> Card:
        words, card = ReferralStepWords(), Card("")
        self.line(card, named_receiver(row, self.codes), "send", REFERRAL, row.id)
        card.body.addWidget(ThaiLabel(words.told(row, self.codes), "body"))
        mark = words.mark(row)
        if mark.word:
            pill = StatusPill(mark.word, mark.tone, mark.icon)
            card.body.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _done(self, rows: Found) -> Card:
        card = Card(self.tr("จบแล้ว"))
        for row in sorted(rows, key=lambda row: row.since, reverse=True):
            state = self.codes.label("referral_states", row.state)
            day = shown_iso(row.since) if row.since else ""
            told = (named_receiver(row, self.codes), state, day)
            self.line(card, " · ".join(filter(None, told)), "send", REFERRAL, row.id)
        return card


class LearnerReferralsPresenter(TabPresenter):
    """Reads the referrals of the learner that is looked at."""

    def __init__(self, tab: LearnerReferralsTab, work: LearnerWork) -> None:
        super().__init__(tab)
        self._tab, self._work = tab, work
        tab.opened.connect(work.screen.open_requested)
        tab.begun.connect(lambda whose: work.screen.open_requested.emit(f"{REFERRAL}_new", whose))

    def load(self) -> None:
        """Read them again."""
        referrals = self._work.services.referrals
        self._work.read(
            lambda learner_id: referrals.find(ReferralQuery(learner_id=learner_id)),
            self._tab.show_found,
            "referrals",
        )
