"""Examples of partners and whom to ask there."""

from __future__ import annotations

from typing import Any

from desktop.services.partners.records import PartnerQuery
from desktop.services.partners.service import PartnerService
from desktop.services.persons.service import PersonService
from desktop.services.workspace import Workspace
from tests.services.rights_world import CANARY, Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down partners, one of them twice, with one to ask whom not everybody may know."""
    partners, persons = PartnerService(workspace), PersonService(workspace)
    ids["partner"] = partners.add({"name": "โรงเรียนบ้านห้วย", "sector": "education"})
    ids["partner_twin"] = partners.add({"name": "โรงเรียนบ้านห้วย"})
    ids["partner_gone"] = partners.add({"name": "ร้านค้า"})
    ids["agent"] = persons.add({"given": "สมหมาย", "surname": "ใจเย็น"})
    hidden = persons.add({"given": "ลับ"})
    ids["contact_seen"] = partners.add_contact(ids["partner"], ids["agent"], {"role": "ครูใหญ่"})
    partners.add_contact(ids["partner"], hidden, {"role": CANARY, "confidential": True})


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    return {
        "PartnerService.find": call(PartnerQuery(search="โรงเรียน")),
        "PartnerService.get": call(place.ids["partner"]),
        "PartnerService.named": call("โรงเรียน"),
        "PartnerService.rows": call([place.ids["partner"]]),
        "PartnerService.alike": call("โรงเรียนบ้านห้วย"),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "PartnerService.add": call({"name": "กลุ่มทอผ้า"}),
        "PartnerService.edit": call(ids["partner"], {"skills": "ทอผ้า"}),
        "PartnerService.confirm": call(ids["partner"]),
        "PartnerService.move": call(ids["partner"], "begin"),
        "PartnerService.add_contact": call(ids["partner_gone"], ids["agent"], {"role": "เจ้าของ"}),
        "PartnerService.add_new_contact": call(ids["partner_gone"], {"given": "ใหม่"}),
        "PartnerService.edit_contact": call(ids["contact_seen"], {"role": "ผู้อำนวยการ"}),
        "PartnerService.remove_contact": call(ids["contact_seen"]),
        "PartnerService.join": call(ids["partner"], ids["partner_twin"]),
        "PartnerService.separate": call(ids["partner_twin"]),
        "PartnerService.hide": call([ids["partner_gone"]]),
    }
