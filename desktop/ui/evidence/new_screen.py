"""Writing evidence down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.evidence.records import EvidenceQuery
from desktop.ui.evidence.words import EVIDENCE
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.fields import HeldField
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("name", span=12, required=True),
    FieldSpec("learner_id", span=12, search="user", required=True),
    FieldSpec("course_id", span=12, search="graduation-cap"),
    FieldSpec("session_id", slot=HeldField),
    FieldSpec("credit_item_id", span=12, search="graduation-cap"),
    FieldSpec("evidence_kind", span=6),
    FieldSpec("on", span=6, compact=True),
    FieldSpec("text", span=12),
)


class NewEvidenceScreen(NewScreen):
    """The few things one knows at first; opened with values, it begins with those."""

    def __init__(self) -> None:
        super().__init__(EntryForm(EVIDENCE, FIRST), ("name", "learner_id"))

    def hint(self) -> str:
        return self.tr("ภาพหรือเอกสาร และใครอยู่ในภาพ เลือกในหน้าถัดไป")

    def enter(self, argument: object) -> None:
        super().enter(argument)
        if isinstance(argument, Mapping):
            self.form.begin(dict(argument))


class NewEvidencePresenter(NewPresenter):
    """Learners and credit items are found by their name."""

    def __init__(self, screen: NewEvidenceScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.evidence.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """Evidence of the same words, of the same learner where one is chosen."""
        name = str(values.get("name") or "").strip()
        whose = values.get("learner_id")
        learner = whose if isinstance(whose, UUID) else None
        found = self._services.evidence
        rows = found.find(EvidenceQuery(name, learner_id=learner)) if name else ()
        wanted = "".join(name.split())
        return [
            (f"{row.name} · {row.who}", (EVIDENCE, row.id))
            for row in rows
            if "".join(row.name.split()) == wanted
        ]
