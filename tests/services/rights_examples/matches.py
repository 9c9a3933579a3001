"""Examples of matches."""

from __future__ import annotations

from typing import Any

from desktop.services.matches.records import MatchQuery
from desktop.services.matches.service import MatchService
from desktop.services.needs.service import NeedService
from desktop.services.offers.service import OfferService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a match that may be proposed, and two sides that are not put together yet."""
    needs, offers, matches = (
        NeedService(workspace),
        OfferService(workspace),
        MatchService(workspace),
    )
    needed = [needs.add({"name": "หมวก", "course": "กลุ่มทอผ้า"}) for _ in range(2)]
    given = [offers.add({"name": "หมวกสาน"}) for _ in range(2)]
    ids["needed"], ids["given"] = needed, given
    ids["match"] = matches.add({"need_id": needed[0], "offer_id": given[0]})
    ids["match_gone"] = matches.add({"need_id": needed[0], "offer_id": given[1]})


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    ids = place.ids
    return {
        "MatchService.find": call(MatchQuery(search="หมวก")),
        "MatchService.get": call(ids["match"]),
        "MatchService.candidates": call(ids["needed"][0]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "MatchService.add": call({"need_id": ids["needed"][1], "offer_id": ids["given"][1]}),
        "MatchService.propose": call(ids["needed"][1], ids["given"][0]),
        "MatchService.edit": call(ids["match"], {"due_on": "2569-12"}),
        "MatchService.confirm": call(ids["match"]),
        "MatchService.move": call(ids["match"], "propose"),
        "MatchService.hide": call([ids["match_gone"]]),
    }
