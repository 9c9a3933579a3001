"""Examples of referrals, one of which not everybody may know of."""

from __future__ import annotations

from typing import Any

from desktop.services.all import Services
from desktop.services.referrals.records import ReferralQuery
from desktop.services.workspace import Workspace
from tests.services.rights_world import CANARY, Call, Place, call
from tests.subjects.referrals import refer


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a referral that may go out, and one to those who protect children."""
    services = Services(workspace)
    ids["referral"] = refer(services, "ดอกแก้ว", {"service": "health"})
    hidden = {"service": "protection", "asked": CANARY}
    ids["referral_hidden"] = refer(services, "ลับ", hidden)
    sent = refer(services, "คำแพง", {})
    services.referrals.move(sent, "send", {"channel": "slip"})
    row = services.referrals.get(sent).row
    ids["referral_sent"], ids["agency"], ids["slip"] = sent, row.partner_id, row.number
    services.referrals.answer("ZZ-0404", "accept", {"institution": "ห้องบัตร"})
    ids["reply"] = services.referrals.replies()[0].id
    ids["referral_gone"] = refer(services, "แสงดาว", {})


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    return {
        "ReferralService.find": call(ReferralQuery(search="ดอก")),
        "ReferralService.board": call(ReferralQuery(), done=True),
        "ReferralService.of_slip": call(place.ids["slip"]),
        "ReferralService.near_slips": call(place.ids["slip"]),
        "ReferralService.replies": call(),
        "ReferralService.get": call(place.ids["referral"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "ReferralService.add": call({"learner_id": ids["learner"], "reason": "ตรวจสายตา"}),
        "ReferralService.edit": call(ids["referral"], {"asked": "ตัดแว่น"}),
        "ReferralService.answer": call(ids["slip"], "accept", {"institution": "ห้องบัตร"}),
        "ReferralService.drop_reply": call(ids["reply"]),
        "ReferralService.confirm": call(ids["referral"]),
        "ReferralService.move": call(ids["referral"], "send", {"channel": "slip"}),
        "ReferralService.hide": call([ids["referral_gone"]]),
    }
