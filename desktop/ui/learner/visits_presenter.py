"""Answers บันทึก/เยี่ยมบ้าน: stores entries, keeps what is half written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.learners.contacts import ContactLine
from desktop.ui.learner.tab import TabPresenter
from desktop.ui.learner.visits import VisitsTab
from desktop.ui.learner.work import LearnerWork

FORM = "contact"


class VisitsPresenter(TabPresenter):
    """Entries are added and corrected, never changed."""

    def __init__(self, tab: VisitsTab, work: LearnerWork) -> None:
        super().__init__(tab)
        self._tab, self._work = tab, work
        self._contacts = work.services.contacts
        self._loaded: UUID | None = None
        tab.saved.connect(self.store)
        tab.form.drafted.connect(self.keep)
        tab.earlier_wanted.connect(self.show_earlier)

    def load(self) -> None:
        """Bring back a draft of this learner, once."""
        if self._loaded == self._work.whose:
            return
        self._loaded = self._work.whose
        self._work.ask_draft(FORM, self._tab.show_draft)

    def store(self, values: Mapping[str, Any], corrects: UUID | None) -> None:
        """Store an entry, or what stands in the place of another."""

        def act(learner_id: UUID) -> UUID:
            if corrects is not None:
                made = self._contacts.correct(corrects, values)
            else:
                made = self._contacts.add(learner_id, values)
            self._work.drop_draft(FORM, learner_id)
            return made

        self._work.write(
            act,
            lambda _id: self._tab.stored(),
            self._tab.form.refused,
            undo=self.tr("แก้คำบันทึกแล้ว") if corrects else self.tr("บันทึกการพบแล้ว"),
        )

    def keep(self, content: Mapping[str, Any]) -> None:
        """Keep what is half written, or let it go when nothing is any more."""
        self._work.keep_draft(FORM, content)

    def show_earlier(self, line: ContactLine) -> None:
        """Read what an entry said before it was corrected."""
        self._work.read(
            lambda _who: tuple(self._contacts.entry(each) for each in line.earlier),
            lambda lines: self._tab.show_earlier(line.id, lines),
            "earlier",
        )
