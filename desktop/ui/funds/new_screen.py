"""Setting up a fund: what it is called, whose it is and what for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.services.all import Services
from desktop.services.funds.records import FundQuery
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.funds.words import FUND
from desktop.ui.jobs import Jobs
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("name", span=8),
    FieldSpec("owner_kind", span=4),
    FieldSpec("owner_name", span=8),
    FieldSpec("fund_kind", span=4),
    FieldSpec("purpose", span=12),
    FieldSpec("purposes", span=12),
)


class NewFundScreen(NewScreen):
    """The few things one knows at first."""

    def __init__(self) -> None:
        super().__init__(EntryForm(FUND, FIRST), ("name",))

    def hint(self) -> str:
        return self.tr("ชื่อก็พอ เปิดกองทุนแล้วจึงเริ่มรับและจ่าย")


class NewFundPresenter(NewPresenter):
    """A fund of the name may be there already."""

    def __init__(self, screen: NewFundScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.funds.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """Funds that are called so."""
        name = str(values.get("name") or "").strip()
        rows = self._services.funds.find(FundQuery(search=name)) if name else ()
        return [(row.name, (FUND, row.id)) for row in rows]
