"""Writing an offer down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.offers.records import OfferQuery
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.offers.words import OFFER
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("name", span=12, required=True),
    FieldSpec("partner_id", span=12, search="handshake"),
    FieldSpec("person_id", span=12, search="user"),
    FieldSpec("capital_id", span=12, search="sprout"),
    FieldSpec("assistance", span=6),
    FieldSpec("quantity", span=3),
    FieldSpec("unit", span=3),
    FieldSpec("until", span=6, compact=True, ahead=True),
    FieldSpec("conditions", span=12),
)


class NewOfferScreen(NewScreen):
    """The few things one knows at first; opened for a partner, it begins with them.

    Opened with values (of community capital), it begins with those.
    """

    def __init__(self) -> None:
        super().__init__(EntryForm(OFFER, FIRST), ("name", "partner_id"))

    def hint(self) -> str:
        return self.tr("มีแค่ว่าให้อะไรก็เก็บได้ หมู่บ้าน เดือน และภาษา เติมในหน้าถัดไป")

    def enter(self, argument: object) -> None:
        super().enter(argument)
        if isinstance(argument, UUID):
            self.form.begin({"partner_id": argument})
        elif isinstance(argument, Mapping):
            self.form.begin(dict(argument))


class NewOfferPresenter(NewPresenter):
    """Partners and people are found by their name."""

    def __init__(self, screen: NewOfferScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.offers.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """Offers of the same words, of the same partner where one is chosen."""
        name = str(values.get("name") or "").strip()
        whose = values.get("partner_id") or None
        rows = self._services.offers.find(OfferQuery(name, partner_id=whose)) if name else ()
        wanted = "".join(name.split())
        return [
            (" · ".join(filter(None, (row.name, row.giver))), (OFFER, row.id))
            for row in rows
            if "".join(row.name.split()) == wanted
        ]
