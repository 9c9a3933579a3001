"""Writing a partner down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.services.all import Services
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.partners.words import PARTNER
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("name", span=8, required=True),
    FieldSpec("sector", span=4),
    FieldSpec("phone", span=4),
    FieldSpec("address", span=8),
    FieldSpec("skills", span=12),
    FieldSpec("groups_served", span=12),
    FieldSpec("note", span=12),
)


class NewPartnerScreen(NewScreen):
    """The few things one knows at first."""

    def __init__(self) -> None:
        super().__init__(EntryForm(PARTNER, FIRST), ("name",))

    def hint(self) -> str:
        return self.tr("มีแค่ชื่อก็เก็บได้ เติมที่เหลือและผู้ประสานงานทีหลัง")


class NewPartnerPresenter(NewPresenter):
    """Partners are found by their name."""

    def __init__(self, screen: NewPartnerScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.partners.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        rows = self._services.partners.alike(str(values.get("name") or ""))
        return [(row.name, (PARTNER, row.id)) for row in rows]
