"""What the presenters of one page share: whose page it is, and writing with a way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.drafts import KeptDraft
from desktop.ui.jobs import Jobs
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.shell.screens import Screen
from desktop.ui.writes import Writes

T = TypeVar("T")


class RecordWork(QObject):
    """Carries wishes about one person to the services; `writes` tells when the page is stale.

    Args:
        shown: whose page is shown now, which may be somebody else's than what is asked for.
    """

    def __init__(
        self,
        screen: Screen,
        services: Services,
        jobs: Jobs,
        printing: PrintPresenter,
        shown: Callable[[], UUID | None],
    ) -> None:
        super().__init__(screen)
        self.screen, self.services, self.jobs = screen, services, jobs
        self.printing = printing
        self._shown = shown
        self.whose: UUID | None = None
        self.writes = Writes(screen, jobs, services.undo)

    def read(self, ask: Callable[[UUID], T], show: Callable[[T], None], word: str) -> None:
        """Ask for something of this person and show it, unless another is shown by then."""
        whose = self.whose
        if whose is None:
            return

        def done(answer: T) -> None:
            if whose == self.whose and not self.writes.outdated(
                lambda: self.read(ask, show, word), word
            ):
                show(answer)

        self.jobs.run(
            lambda _progress: ask(whose), done, owner=self.screen, supersedes=f"page {word}"
        )

    def ask(self, ask: Callable[[UUID], T], show: Callable[[T], None]) -> None:
        """Ask like `read`, after all that was to be stored before: for a draft, or a look."""
        whose = self.whose
        if whose is None:
            return

        def done(answer: T) -> None:
            if whose == self.whose:
                show(answer)

        self.writes.ask(lambda: ask(whose), done)

    def write(
        self,
        act: Callable[[UUID], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        undo: str = "",
        told: str = "",
    ) -> None:
        """Do what was asked for about this person, as `Writes.do` does.

        The page of another is not shown before all is stored, so that `done` meets its own; what
        the disk took only later may meet another's. What was refused when somebody is already on
        the way to another is told by the banner.
        """
        who = self.whose
        if who is not None:
            finish, refused = self._shown_for(who, done, failed)
            self.writes.do(lambda: act(who), finish, refused, undo=undo, told=told)

    def save(
        self,
        act: Callable[[UUID], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        told: str = "",
    ) -> None:
        """Store something typed of this person, as `Writes.save` does; else like `write`."""
        who = self.whose
        if who is not None:
            finish, refused = self._shown_for(who, done, failed)
            told = told or self.tr("บันทึกแล้ว")
            self.writes.save(lambda: act(who), finish, refused, told=told)

    def keep_draft(self, form: str, content: Mapping[str, Any], part: str = "") -> None:
        """Keep a form about this person, or a part of them, as `Writes.keep_draft` does."""
        if self.whose is not None:
            about = self._about(self.whose, part)
            self.writes.keep_draft(self.services.drafts, form, about, content)

    def ask_draft(
        self, form: str, show: Callable[[Mapping[str, Any]], None], part: str = ""
    ) -> None:
        """Show what was half written of a form about this person."""

        def found(draft: KeptDraft | None) -> None:
            if draft is not None:
                show(draft.content)

        self.ask(lambda who: self.services.drafts.load(form, self._about(who, part)), found)

    def drop_draft(self, form: str, who: UUID, part: str = "") -> None:
        """Forget a form that is being stored; called in the act that stores it."""
        self.services.drafts.discard(form, self._about(who, part))

    @staticmethod
    def _about(who: UUID, part: str) -> str:
        return f"{who}:{part}" if part else str(who)

    def _shown_for(
        self,
        who: UUID,
        done: Callable[[T], None] | None,
        failed: Callable[[Exception], None] | None,
    ) -> tuple[Callable[[T], None], Callable[[Exception], None]]:
        def finish(answer: T) -> None:
            if done is not None and self._shown() == who:
                done(answer)

        def refused(error: Exception) -> None:
            if failed is not None and who == self.whose:
                failed(error)
            else:
                self.jobs.tell(error)

        return finish, refused
