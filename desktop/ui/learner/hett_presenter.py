"""Answers the HETT tab: each rating is stored as it is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from desktop.services.hett.records import AssessmentLine
from desktop.ui.learner.hett import HettTab
from desktop.ui.learner.hett_data import HettRound
from desktop.ui.learner.tab import TabPresenter
from desktop.ui.learner.work import LearnerWork
from desktop.ui.widgets.level_picker import Rating
from desktop.ui.wording import refusal


class HettPresenter(TabPresenter):
    """Reads rounds with the one before, and stores ratings in the order they were given."""

    def __init__(self, tab: HettTab, work: LearnerWork) -> None:
        super().__init__(tab)
        self._tab, self._work, self._hett = tab, work, work.services.hett
        self._sensitive = False
        self._for: UUID | None = None
        self._asked: UUID | None = None
        tab.started.connect(self.start)
        tab.chosen.connect(lambda each: self._show(each, rate=False))
        tab.rate_wanted.connect(lambda each: self._show(each, rate=True))
        tab.hidden.connect(self.hide)
        rating = tab.rating
        rating.rated.connect(self.rate)
        rating.told.connect(self.tell)
        rating.edited.connect(self.edit)
        rating.finished.connect(self.finish)
        rating.closed.connect(self.load)
        rating.sensitive_asked.connect(self.show_sensitive)
        work.screen.leaving.connect(self._cover)
        tab.immersed.connect(lambda _on: work.screen.give_room())

    def load(self) -> None:
        """Read the rounds."""
        if self._for != self._work.whose:
            self._for, self._sensitive, self._asked = self._work.whose, False, None
        self._work.read(self._hett.of, self._show_lines, "rounds")

    def start(self) -> None:
        """Begin a round and rate it."""
        self._work.write(
            self._hett.start,
            lambda made: self._show(made, rate=True),
            undo=self.tr("เริ่มรอบประเมินใหม่แล้ว"),
        )

    def hide(self, assessment_id: UUID) -> None:
        """Take away a round that was begun by mistake."""

        def done(_none: None) -> None:
            self.load()

        self._work.write(
            lambda _learner: self._hett.hide(assessment_id),
            done,
            undo=self.tr("เอารอบประเมินออกแล้ว"),
        )

    def rate(self, code: str, rating: Rating) -> None:
        """Store one rating."""
        level = rating if isinstance(rating, int) else None
        state = "rated" if level else "not_applicable" if rating else "not_assessed"
        self._store(code, {"level": level, "state": state})

    def tell(self, code: str, what: Mapping[str, Any]) -> None:
        """Store a raw value, the learner's own view or the evidence."""
        self._store(code, what)

    def edit(self, name: str, value: Any) -> None:
        """Store the day or the kind of round."""
        assessment_id = self._tab.rating.assessment_id
        if isinstance(assessment_id, UUID):
            self._work.save(
                lambda _learner: self._hett.edit(assessment_id, {name: value}),
                lambda _none: self._show(assessment_id, rate=True),
            )

    def finish(self) -> None:
        """The round is done."""
        assessment_id = self._tab.rating.assessment_id
        if not isinstance(assessment_id, UUID):
            return

        def done(_none: None) -> None:
            self._tab.show_overview()
            self.load()
            self._show(assessment_id, rate=False)

        self._work.write(
            lambda _learner: self._hett.complete(assessment_id), done, told=self.tr("ประเมินเสร็จแล้ว")
        )

    def show_sensitive(self) -> None:
        """Show the sensitive indicators too; the look is recorded with the sensitive part."""

        def done(_entry: object) -> None:
            self._sensitive = True
            assessment_id = self._tab.rating.assessment_id
            if isinstance(assessment_id, UUID):
                self._show(assessment_id, rate=True)

        self._work.ask(self._work.services.people.private, done)

    def _cover(self) -> None:
        # The page is left: what was asked for is asked for anew the next time.
        self._sensitive = False

    def _store(self, code: str, what: Mapping[str, Any]) -> None:
        assessment_id = self._tab.rating.assessment_id
        if not isinstance(assessment_id, UUID):
            return

        def failed(error: Exception) -> None:
            name, text = refusal(error)
            self._tab.rating.detail.raw.show_problem(name, text)
            self._work.screen.told.emit(text)

        self._work.save(
            lambda _learner: self._hett.rate(assessment_id, code, **what),
            lambda _view: self._show(assessment_id, rate=True, only_here=True),
            failed,
        )

    def _show_lines(self, lines: tuple[AssessmentLine, ...]) -> None:
        self._tab.show_lines(lines)
        shown = self._tab.chosen_id
        # What somebody asked for is on its way: the newest round does not come before it.
        if lines and self._asked is None and shown not in {line.id for line in lines}:
            self._show(lines[-1].id, rate=False)

    def _show(self, assessment_id: UUID, *, rate: bool, only_here: bool = False) -> None:
        sensitive, self._asked = self._sensitive, assessment_id
        page = self._work.screen.page
        age = page.age.years if page is not None and page.age is not None else None

        def ask(learner_id: UUID) -> HettRound:
            rounds = self._hett.of(learner_id)
            places = [line.id for line in rounds]
            place = places.index(assessment_id) if assessment_id in places else 0
            before = self._hett.get(places[place - 1]) if place > 0 else None
            detail = self._hett.get(assessment_id)
            return HettRound(self._hett.framework(), detail, before, age, sensitive)

        def show(shown: HettRound) -> None:
            self._asked = None
            # Someone who has left the rating mode meanwhile is not brought back.
            if only_here and self._tab.currentWidget() is not self._tab.rating:
                return
            if rate:
                self._tab.show_rating(shown)
            else:
                self._tab.show_round(shown)

        self._work.read(ask, show, "round")
