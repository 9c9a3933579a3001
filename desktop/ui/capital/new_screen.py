"""Writing community capital down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.services.all import Services
from desktop.services.capital.records import CapitalQuery
from desktop.ui.capital.words import CAPITAL
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("name", span=12, required=True),
    FieldSpec("capital_type", span=6),
    FieldSpec("village_id", span=6),
    FieldSpec("place", span=12),
    FieldSpec("person_id", span=12, search="user"),
    FieldSpec("partner_id", span=12, search="handshake"),
    FieldSpec("owner_name", span=12),
    FieldSpec("teaches", span=6),
    FieldSpec("told_by_id", span=12, search="user"),
    FieldSpec("note", span=12),
)


class NewCapitalScreen(NewScreen):
    """The few things one knows at first."""

    def __init__(self) -> None:
        super().__init__(EntryForm(CAPITAL, FIRST), ("name", "village_id"))

    def hint(self) -> str:
        return self.tr("มีแค่ว่ามีอะไรก็เก็บได้ เดือน จำนวน และกลุ่มที่เหมาะ เติมในหน้าถัดไป")


class NewCapitalPresenter(NewPresenter):
    """Owners, and whoever told of it, are found by their name."""

    def __init__(self, screen: NewCapitalScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.capital.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """Capital of the same words."""
        name = str(values.get("name") or "").strip()
        rows = self._services.capital.find(CapitalQuery(name)) if name else ()
        wanted = "".join(name.split())
        return [
            (" · ".join(filter(None, (row.name, row.owner))), (CAPITAL, row.id))
            for row in rows
            if "".join(row.name.split()) == wanted
        ]
