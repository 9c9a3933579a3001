"""Writing somebody down who should be looked for: what a neighbour or a headman said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.models.fields import Field
from desktop.services.all import Services
from desktop.services.leads.records import LeadQuery
from desktop.services.learners.records import LearnerQuery
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.leads.page import NUMBER
from desktop.ui.leads.words import LEAD
from desktop.ui.learners.opening import LEARNER
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("given", span=4, of="person.given", required=True),
    FieldSpec("surname", span=4, of="person.surname"),
    FieldSpec("nickname", span=4, of="person.nickname"),
    FieldSpec("title", span=4, of="person.title"),
    FieldSpec("birth", span=8, of="person.birth", compact=True),
    FieldSpec(NUMBER, span=6, meaning=Field("plain", name=NUMBER)),
    FieldSpec("village_id", span=6),
    FieldSpec("address", span=12, lines=1),
    FieldSpec("carer", span=6),
    FieldSpec("carer_phone", span=6),
    FieldSpec("school", span=6),
    FieldSpec("source", span=6),
    FieldSpec("says", span=12),
)
_MOST = 4


class NewLeadScreen(NewScreen):
    """The few things one knows at first."""

    def __init__(self) -> None:
        super().__init__(EntryForm(LEAD, FIRST), ("given", "surname", "nickname", NUMBER))

    def hint(self) -> str:
        return self.tr("ขอแค่ชื่อ กับหมู่บ้านถ้ารู้ ที่เหลือเติมทีหลัง")


class NewLeadPresenter(NewPresenter):
    """Learners of the name, and others who are looked for already, are told."""

    def __init__(self, screen: NewLeadScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.leads.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        services = self._services
        given, surname = (str(values.get(name) or "") for name in ("given", "surname"))
        number = str(values.get(NUMBER) or "").strip()
        told: list[Alike] = []
        for words in filter(None, (number, f"{given} {surname}".strip() if given else "")):
            told += [
                (row.name, (LEAD, row.id)) for row in services.leads.find(LeadQuery(words), _MOST)
            ]
            told += [
                (row.full_name, (LEARNER, row.id))
                for row in services.lists.find(LearnerQuery(search=words), _MOST)
            ]
        return list(dict.fromkeys(told))
