"""Examples of what stands in no room."""

from __future__ import annotations

from typing import Any

from desktop.exchange.writing import Column, Table
from desktop.models.fields import Field
from desktop.models.program import User
from desktop.services.centre import CentreService
from desktop.services.learners.records import LearnerQuery
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE
from tests.services.rights_world import ROLES, Call, Later, Place, call

_TABLE = Table("รายการ", (Column("number", "ที่", "No."),), ((1,),))

SAYS = {
    "SampleService.load": {"sample_needs_empty_centre"},
    "UndoService.undo_run": {"run_unknown"},
}


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a user for each role, and villages."""
    users = ids["users"] = {"administrator": workspace.user.user_id}
    with workspace.write() as session:
        for role in ROLES:
            if role != "administrator":
                user = User(name=role, role=role)
                session.add(user)
                users[role] = user.id
    centre = CentreService(workspace)
    for moo in ("1", "2", "3", "4"):
        ids[f"village_{moo}"] = centre.save_village(moo, {"name": f"บ้าน {moo}"})
    ids["village_empty"] = centre.save_village("97", {"name": "บ้านร้าง"})
    ids["hamlet"] = centre.add_hamlet(ids["village_1"], {"name": "หย่อม"})


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    ids = place.ids
    who = ids["learner"]
    return {
        "TimelineService.of": call(place.ids["learner"]),
        "AuditService.entries": call(),
        "AuditService.events": call(),
        "AuditService.first_broken": call(),
        "AuditService.state": call(),
        "RecordService.find": call("carer", "ก", {"relation": "mother"}),
        "RecordService.get": call("village", ids["village_1"]),
        "RecordService.read": call(
            (Field("code", vocabulary="status", name="s"),), {"s": "general"}
        ),
        "CentreService.get": call(),
        "CentreService.villages": call(),
        "CentreService.own_words": call(),
        "CentreService.vocabulary": call("levels"),
        "HistoryService.of_record": call(who),
        "HistoryService.of_learner": call(who),
        "SettingService.get": call("nothing"),
        "SettingService.filters": call(),
        "UndoService.last_action": call(),
        "UserService.list": call(),
        "AuditService.export": call(place.file("audit.csv"), _TABLE),
        "AuditService.anchor": call(),
        "DraftService.save": call("contact", who.hex, {"text": "ร่าง"}),
        "DraftService.load": call("contact", who.hex),
        "DraftService.list": call(),
        "DraftService.discard": call("contact", who.hex),
        "SettingService.set": call("look", "warm"),
        "SettingService.save_filter": call("ของฉัน", LearnerQuery(search="ดาว")),
        "SettingService.remove_filter": call("ของฉัน"),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    who = ids["learner"]
    return {
        "UndoService.undo_action": call(Later(_an_action)),
        "UndoService.undo_run": call(who),
        "CentreService.save": call({"phone": "053000000"}),
        "CentreService.save_village": call("2", {"name": "บ้านสอง"}),
        "CentreService.edit_village": call(ids["village_3"], {"people": 120}),
        "CentreService.renumber_village": call(ids["village_3"], "13"),
        "CentreService.hide_village": call(ids["village_empty"]),
        "CentreService.add_hamlet": call(ids["village_1"], {"name": "หย่อมใหม่"}),
        "CentreService.edit_hamlet": call(ids["hamlet"], {"name": "หย่อมเก่า"}),
        "CentreService.hide_hamlet": call(ids["hamlet"]),
        "CentreService.set_term": call("levels", "p1", th="ประถมหนึ่ง"),
        "CentreService.add_term": call("contact_kinds", "พบที่วัด"),
        "SampleService.load": call(),
        "UserService.add": call("ครูอีกคน", "facilitator", "ยาว-5678-ดี", PASSCODE),
        "UserService.edit": call(ids["users"]["viewer"], {"position": "ผู้สังเกต"}),
        "UserService.let_sign_in": call(ids["users"]["viewer"], "ยาว-4321-ดี", PASSCODE),
        "UserService.deactivate": call(ids["users"]["viewer"]),
        "UserService.activate": call(ids["users"]["viewer"]),
    }


def destroying(place: Place) -> dict[str, Call]:
    """What takes things away for good: the passcode that the other examples are given."""
    return {"UserService.change_passcode": call(PASSCODE, "ใหม่-9876")}


def _an_action(place: Place) -> Any:
    """Do something that can be undone."""
    place.service("LearnerService").edit(place.ids["learner"], {"nickname": "ดาวดวงน้อย"})
    return place.service("UndoService").last_action()
