"""Writing a life-quality activity down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.kpc.records import KpcQuery
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.kpc.words import KPC_ENTRY
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("name", span=12, required=True),
    FieldSpec("learner_id", span=12, search="user", required=True),
    FieldSpec("level", span=5),
    FieldSpec("term", span=3),
    FieldSpec("hours", span=4),
    FieldSpec("part", span=12),
    FieldSpec("text", span=12),
)


class NewKpcEntryScreen(NewScreen):
    """The few things one knows at first; opened with values, it begins with those."""

    def __init__(self) -> None:
        super().__init__(EntryForm(KPC_ENTRY, FIRST), ("name", "learner_id"))

    def hint(self) -> str:
        return self.tr("ภาคเรียนเขียนเป็น 1/2569 ชั่วโมงที่อนุมัติใส่เมื่อกดอนุมัติ")

    def enter(self, argument: object) -> None:
        super().enter(argument)
        if isinstance(argument, Mapping):
            self.form.begin(dict(argument))


class NewKpcEntryPresenter(NewPresenter):
    """Learners are found by their name."""

    def __init__(self, screen: NewKpcEntryScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.kpc.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """Entries of the same words, of the same learner where one is chosen."""
        name = str(values.get("name") or "").strip()
        whose = values.get("learner_id")
        learner = whose if isinstance(whose, UUID) else None
        found = self._services.kpc
        rows = found.find(KpcQuery(name, learner_id=learner)) if name else ()
        wanted = "".join(name.split())
        return [
            (" · ".join(filter(None, (row.name, row.who, row.term))), (KPC_ENTRY, row.id))
            for row in rows
            if "".join(row.name.split()) == wanted
        ]
