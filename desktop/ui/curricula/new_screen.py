"""Writing a local curriculum down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.services.all import Services
from desktop.services.curricula.records import CurriculumQuery
from desktop.ui.curricula.words import CURRICULUM
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("name", span=12, required=True),
    FieldSpec("problem", span=12),
    FieldSpec("outcomes", span=12),
    FieldSpec("skill_groups", span=12),
    FieldSpec("village_id", span=6),
    FieldSpec("community", span=6),
)


class NewCurriculumScreen(NewScreen):
    """The few things one knows at first."""

    def __init__(self) -> None:
        super().__init__(EntryForm(CURRICULUM, FIRST), ("name",))

    def hint(self) -> str:
        return self.tr("มีแค่ชื่อก็เก็บได้ หน่วยการเรียนและหัวข้ออื่น เติมในหน้าถัดไป")


class NewCurriculumPresenter(NewPresenter):
    """Stores it as a draft."""

    def __init__(self, screen: NewCurriculumScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.curricula.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """Curricula of the same title."""
        name = str(values.get("name") or "").strip()
        rows = self._services.curricula.find(CurriculumQuery(name)) if name else ()
        wanted = "".join(name.split())
        return [
            (row.name, (CURRICULUM, row.id)) for row in rows if "".join(row.name.split()) == wanted
        ]
