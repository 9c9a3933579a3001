"""Examples of the register of learners."""

from __future__ import annotations

from typing import Any

from desktop.services.learners.contacts import ContactService
from desktop.services.learners.duplicates import Typed
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.services.rights_world import CANARY, Call, Place, call

SAYS = {
    "DuplicateService.undo_join": {"not_joined", "learner_unknown", "record_unknown"},
}


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down one person with a full story, a twin, and four others."""
    learners, people = LearnerService(workspace), PeopleService(workspace)
    ids["learner"] = add_learner(workspace, "ดาวเรือง", surname="ใจดี", village="1")
    ids["twin"] = add_learner(workspace, "ดาวเรือง", surname="ใจดี", village="1")
    for name in ("other", "third", "fourth", "fifth"):
        ids[name] = add_learner(workspace, f"คน {name}", village="1", status="at_risk")
    who = ids["learner"]
    learners.set_groups(who, ["TG01", "TG05"])
    learners.set_reasons(who, ["LR09", "LR24"], "LR24")
    ids["carer"] = people.add_carer(who, {"name": "ยาย"})
    ids["stay"] = people.add_education(who, {"place": "โรงเรียน", "level": "p6"})
    ids["paper"] = people.add_paper(who, {"code_kind": "passport", "value": "A1"})
    people.add_paper(who, {"code_kind": "disability_card", "value": CANARY})
    people.save_household(who, {"name": "บ้านยาย"})
    people.share_household(ids["other"], who)
    ids["risk"] = people.raise_risk(who, "absent")
    people.raise_risk(who, "new_parent", CANARY)
    private = {"health_note": CANARY, "justice_note": CANARY, "religion": "buddhist"}
    people.save_private(who, {**private, "harm_note": CANARY, "disability_note": CANARY})
    ids["contact"] = ContactService(workspace).add(who, {"text": "พบที่บ้าน"})
    ContactService(workspace).add(who, {"text": CANARY, "next_text": CANARY, "private": True})


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    ids = place.ids
    who = ids["learner"]
    twin = ids["twin"]
    return {
        "ContactService.of": call(who),
        "ContactService.entry": call(ids["contact"]),
        "DuplicateService.like": call(Typed(given="ดาวเรือง", surname="ใจดี", village="1")),
        "DuplicateService.pairs": call(),
        "DuplicateService.twin": call(who),
        "LearnerLists.ids": call(LearnerQuery(search="ดาว")),
        "LearnerLists.count": call(LearnerQuery(groups=("TG05",))),
        "LearnerLists.rows": call([who, twin]),
        "LearnerLists.find": call(LearnerQuery()),
        "LearnerLists.look_up": call("ดาว", 5),
        "LearnerService.resolve": call(who.hex),
        "LearnerService.get": call(who),
        "PeopleService.household": call(who),
        "PeopleService.private": call(who),
        "DuplicateService.joined": call(),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    who = ids["learner"]
    twin = ids["twin"]
    other = ids["other"]
    third = ids["third"]
    fourth = ids["fourth"]
    fifth = ids["fifth"]
    return {
        "LearnerService.add": call({"given": "คนใหม่"}),
        "LearnerService.edit": call(who, {"nickname": "ดาว"}),
        "LearnerService.set_groups": call(who, ["TG01", "TG02"]),
        "LearnerService.add_group": call([other], "TG02"),
        "LearnerService.set_reasons": call(who, ["LR09"], "LR09"),
        "PeopleService.add_carer": call(who, {"name": "ป้า"}),
        "PeopleService.edit_carer": call(ids["carer"], {"phone": "0800000000"}),
        "PeopleService.remove_carer": call(ids["carer"]),
        "PeopleService.add_education": call(who, {"place": "ศกร."}),
        "PeopleService.edit_education": call(ids["stay"], {"place": "โรงเรียนใหม่"}),
        "PeopleService.remove_education": call(ids["stay"]),
        "PeopleService.save_household": call(who, {"members": 5}),
        "PeopleService.share_household": call(third, who),
        "PeopleService.leave_household": call(third),
        "PeopleService.raise_risk": call(fourth, "absent"),
        "PeopleService.clear_risk": call(ids["risk"]),
        "PeopleService.add_paper": call(who, {"code_kind": "passport", "value": "B2"}),
        "PeopleService.edit_paper": call(ids["paper"], {"note": "เห็นแล้ว"}),
        "PeopleService.remove_paper": call(ids["paper"]),
        "PeopleService.save_private": call(who, {"health_note": "แพ้ถั่ว"}),
        "ContactService.add": call(who, {"text": "คุยกัน"}),
        "ContactService.correct": call(ids["contact"], {"text": "พบที่สวน"}),
        "DuplicateService.suspect": call(who, twin, ("name",)),
        "DuplicateService.not_the_same": call(who, twin),
        "DuplicateService.ask_again": call(who, twin),
        "LearnerService.not_the_same": call(who, twin),
        "DuplicateService.join": call(who, twin, {}),
        "DuplicateService.separate": call(who, twin, {}),
        "DuplicateService.undo_join": call(twin),
        "LearnerService.join": call(who, twin),
        "LearnerService.separate": call(twin),
        "LearnerService.hide": call([fifth]),
        "LearnerService.bring_back": call([fifth]),
    }
