"""Answers the card of a person's own rights: restriction, facts put right, a copy of it all."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.ui.own_rights.card import OwnRightsCard
from desktop.ui.record_work import RecordWork
from desktop.ui.wording import refusal


class OwnRightsPresenter(QObject):
    """The same for whoever the page is about.

    Args:
        draft: the form under which a fact to put right is kept while it is written.
        code: names the file of a copy.
    """

    def __init__(
        self, card: OwnRightsCard, work: RecordWork, draft: str, code: Callable[[], str]
    ) -> None:
        super().__init__(card)
        self._card, self._work, self._draft, self._code = card, work, draft, code
        card.restrict_wanted.connect(self.restrict)
        card.lift_wanted.connect(self.lift)
        card.rectified.connect(self.put_right)
        card.form.drafted.connect(lambda content: work.keep_draft(draft, content))
        card.paper_wanted.connect(self._print)
        card.book_wanted.connect(self._export)

    def load(self) -> None:
        """Show what was put right before, and what is half written of it."""
        self._work.read(self._work.services.rectifying.of, self._card.show_done, "corrections")
        self._work.ask_draft(self._draft, self._card.form.show_draft)

    def restrict(self, reason: str) -> None:
        """Hold the record still."""
        self._work.write(
            lambda whose: self._work.services.restrictions.restrict(whose, reason),
            lambda _none: self._card.held(),
            lambda error: self._card.show_problem(*refusal(error)),
            told=self.tr("ระงับการใช้แล้ว"),
        )

    def lift(self, reason: str) -> None:
        """Let the record be used again."""
        self._work.write(
            lambda whose: self._work.services.restrictions.lift(whose, reason),
            lambda _none: self._card.held(),
            lambda error: self._card.show_problem(*refusal(error)),
            told=self.tr("ยกเลิกการระงับแล้ว"),
        )

    def put_right(
        self, name: str, value: str, asked_by: str, asked_on: object, reason: str
    ) -> None:
        """Put one fact right, with who asked and why."""
        work = self._work

        def act(whose: UUID) -> None:
            work.services.rectifying.put_right(
                whose, {name: value}, asked_by=asked_by, asked_on=asked_on, reason=reason
            )
            work.drop_draft(self._draft, whose)

        def done(_none: None) -> None:
            self._card.form.stored()
            self.load()

        work.write(
            act,
            done,
            lambda error: self._card.show_problem(*refusal(error)),
            told=self.tr("แก้ให้ถูกแล้ว"),
        )

    def _print(self) -> None:
        if self._work.whose is not None:
            self._work.printing.print_person(self._work.whose, self._code())

    def _export(self) -> None:
        if self._work.whose is not None:
            self._work.printing.export_person(self._work.whose, self._code())
