"""Writing a need down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.needs.records import NeedQuery
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.needs.words import NEED
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("name", span=12, required=True),
    FieldSpec("learner_id", span=12, search="user"),
    FieldSpec("assistance", span=6),
    FieldSpec("quantity", span=3),
    FieldSpec("unit", span=3),
    FieldSpec("urgency", span=4),
    FieldSpec("needed_by", span=4, compact=True, ahead=True),
    FieldSpec("repeats", span=4),
    FieldSpec("share", span=12),
    FieldSpec("text", span=12),
)


class NewNeedScreen(NewScreen):
    """The few things one knows at first; opened for a learner, it begins with them."""

    def __init__(self) -> None:
        super().__init__(EntryForm(NEED, FIRST), ("name", "learner_id"))

    def hint(self) -> str:
        return self.tr("มีแค่ว่าขออะไรก็เก็บได้ ของทั้งบ้าน หมู่บ้าน หรือวิชา เลือกในหน้าถัดไป")

    def enter(self, argument: object) -> None:
        super().enter(argument)
        if isinstance(argument, UUID):
            self.form.begin({"learner_id": argument})


class NewNeedPresenter(NewPresenter):
    """Learners are found by their name."""

    def __init__(self, screen: NewNeedScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.needs.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """Needs of the same words, of the same learner where one is chosen."""
        name = str(values.get("name") or "").strip()
        whose = values.get("learner_id") or None
        rows = self._services.needs.find(NeedQuery(name, learner_id=whose)) if name else ()
        wanted = "".join(name.split())
        return [
            (" · ".join(filter(None, (row.name, row.who))), (NEED, row.id))
            for row in rows
            if "".join(row.name.split()) == wanted
        ]
