"""Writing down what somebody learnt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.credits.records import CreditQuery
from desktop.ui.credit_items.words import CREDIT_ITEM
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("name", span=12, required=True),
    FieldSpec("learner_id", span=12, search="user", required=True),
    FieldSpec("origin", span=6),
    FieldSpec("hours", span=6),
    FieldSpec("provider", span=12),
    FieldSpec("starts_on", span=6, compact=True),
    FieldSpec("ends_on", span=6, compact=True),
    FieldSpec("text", span=12),
)


class NewCreditItemScreen(NewScreen):
    """The few things one knows at first; opened for a learner, it begins with them."""

    def __init__(self) -> None:
        super().__init__(EntryForm(CREDIT_ITEM, FIRST), ("name", "learner_id"))

    def hint(self) -> str:
        return self.tr("มีแค่ว่าใครเรียนรู้อะไรก็เก็บได้ ระดับ หน่วยกิต และหลักฐาน เติมในหน้าถัดไป")

    def enter(self, argument: object) -> None:
        super().enter(argument)
        if isinstance(argument, UUID):
            self.form.begin({"learner_id": argument})


class NewCreditItemPresenter(NewPresenter):
    """Learners are found by their name."""

    def __init__(self, screen: NewCreditItemScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.credits.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """Items of the same words, of the same learner where one is chosen."""
        name = str(values.get("name") or "").strip()
        whose = values.get("learner_id")
        learner = whose if isinstance(whose, UUID) else None
        items = self._services.credits
        rows = items.find(CreditQuery(name, learner_id=learner)) if name else ()
        wanted = "".join(name.split())
        return [
            (f"{row.name} · {row.who}", (CREDIT_ITEM, row.id))
            for row in rows
            if "".join(row.name.split()) == wanted
        ]
