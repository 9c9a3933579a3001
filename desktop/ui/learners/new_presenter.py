"""Answers the form for a new learner: keeps the draft, finds twins, saves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.learners.duplicates import Typed
from desktop.services.learners.service import Saved
from desktop.ui.jobs import Jobs
from desktop.ui.learners.new_screen import NewLearnerScreen
from desktop.ui.learners.presenter import read_choices
from desktop.ui.writes import Writes

FORM = "learner_new"
"""Under this name the half-filled form is kept as a draft."""

_FIELDS = ("title", "given", "surname", "nickname", "sex", "village", "identity", "birth")


class NewLearnerPresenter(QObject):
    """Kept by the shell beside its screen."""

    def __init__(
        self,
        screen: NewLearnerScreen,
        services: Services,
        jobs: Jobs,
    ) -> None:
        super().__init__()
        self._screen = screen
        self._services = services
        self._jobs = jobs
        self._writes = Writes(screen, jobs)
        self._lead: UUID | None = None
        screen.entered.connect(self._read)
        screen.form.drafted.connect(self._keep)
        screen.alike_wanted.connect(self._look_for)
        screen.save_wanted.connect(self._save)

    def _read(self, lead: UUID | None) -> None:
        changed, self._lead = lead != self._lead, lead

        def ask() -> Any:
            known = self._services.leads.prefilled(lead) if lead is not None else None
            found = read_choices(self._services.centre, sensitive=False)
            return found, known, self._services.drafts.load(FORM, self._subject)

        def shown(choices: Any) -> None:
            found, known, draft = choices
            self._screen.set_choices(found.villages, found.codes)
            if changed or known:
                self._screen.begin_with(known or {})
            if draft is not None:
                self._screen.show_draft(draft.content)

        self._writes.ask(ask, shown, self._screen.form.refused)

    @property
    def _subject(self) -> str:
        return self._lead.hex if self._lead is not None else ""

    def _keep(self, content: Mapping[str, Any]) -> None:
        self._writes.keep_draft(self._services.drafts, FORM, self._subject, content)

    def _look_for(self, content: Mapping[str, Any]) -> None:
        words = ("given", "surname", "nickname", "village", "carer")
        typed = Typed(
            **{name: content.get(name, "") for name in words},
            birth=content.get("birth"),
            number=content.get("identity", ""),
        )
        self._jobs.run(
            lambda _progress: self._services.duplicates.like(typed),
            self._screen.show_alike,
            owner=self._screen,
            supersedes="alike",
        )

    def _save(self, content: Mapping[str, Any], another: bool) -> None:
        values: dict[str, Any] = {name: content[name] for name in _FIELDS if name in content}
        carer = {
            name: content[field]
            for name, field in (
                ("name", "carer"),
                ("relation", "relation"),
                ("phone", "phone"),
            )
            if field in content
        }

        lead, subject = self._lead, self._subject

        def save() -> Saved:
            if lead is not None:
                saved = self._services.leads.register(lead, values, carer)
            else:
                saved = self._services.learners.add(values, carer)
            self._services.drafts.discard(FORM, subject)
            for other in saved.number_also_at:
                self._services.duplicates.suspect(saved.id, other, ("number",))
            return saved

        def done(saved: Saved) -> None:
            self._lead = None
            self._screen.show_saved(saved.id, str(content["given"]), another=another)
            if saved.number_also_at:
                self._screen.told.emit(self.tr("เลขนี้มีอีกคนใช้อยู่ ดูได้ที่รายการคนที่อาจซ้ำ"))

        self._writes.do(save, done, self._screen.form.refused)
