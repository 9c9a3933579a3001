"""Examples of offers."""

from __future__ import annotations

from typing import Any

from desktop.services.offers.records import OfferQuery
from desktop.services.offers.service import OfferService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down an offer that stands, and one written by mistake."""
    offers = OfferService(workspace)
    ids["offer"] = offers.add({"name": "รองเท้ามือสอง", "quantity": 5, "unit": "pair"})
    ids["offer_gone"] = offers.add({"name": "เขียนผิด"})


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    ids = place.ids
    return {
        "OfferService.find": call(OfferQuery(search="รองเท้า")),
        "OfferService.get": call(ids["offer"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "OfferService.add": call({"name": "ข้าวสาร"}),
        "OfferService.edit": call(ids["offer"], {"note": "โทรก่อน"}),
        "OfferService.confirm": call(ids["offer"]),
        "OfferService.move": call(ids["offer"], "pause", {"reason": "ของหมด"}),
        "OfferService.hide": call([ids["offer_gone"]]),
    }
