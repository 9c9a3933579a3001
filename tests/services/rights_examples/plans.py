"""Examples of the learning plans."""

from __future__ import annotations

from typing import Any

from desktop.services.plans.records import PlanQuery
from desktop.services.plans.service import PlanService
from desktop.services.workspace import Workspace
from tests.services.rights_world import Call, Place, call


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a plan with goals and steps, a draft, and a signed one."""
    plans = PlanService(workspace)
    ids["plan"] = plans.start(ids["learner"])
    ids["goal"] = plans.add_goal(ids["plan"], {"text": "อ่านออก", "dimension": "E"})
    ids["goal_2"] = plans.add_goal(ids["plan"], {"text": "คิดเลข"})
    ids["action"] = plans.add_action(ids["plan"], {"text": "อ่านทุกวัน"})
    ids["action_2"] = plans.add_action(ids["plan"], {"text": "วาดรูป"})
    ids["draft_plan"] = plans.start(ids["other"])
    ids["signed_plan"] = plans.start(ids["fourth"])
    plans.add_goal(ids["signed_plan"], {"text": "ว่ายน้ำ"})
    ids["signature"] = plans.sign(ids["signed_plan"], "learner", {"name": "ดาวเรือง"})


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    ids = place.ids
    who = ids["learner"]
    return {
        "PlanLists.ids": call(PlanQuery()),
        "PlanLists.count": call(PlanQuery()),
        "PlanLists.lines": call([ids["plan"]]),
        "PlanLists.find": call(PlanQuery()),
        "PlanSuggestions.goals": call(ids["plan"]),
        "PlanCarriers.of_plan": call(ids["plan"]),
        "PlanService.templates": call(),
        "PlanService.get": call(ids["plan"]),
        "PlanService.current": call(who),
        "PlanService.what_changed": call(ids["plan"]),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    third = ids["third"]
    return {
        "PlanService.start": call(third),
        "PlanService.save": call(ids["plan"], {"dream": "ครู"}),
        "PlanService.add_goal": call(ids["plan"], {"text": "วิ่งเร็ว"}),
        "PlanService.edit_goal": call(ids["goal"], {"measure": "อ่านได้"}),
        "PlanService.move_goal": call(ids["goal_2"], 0),
        "PlanService.remove_goal": call(ids["goal_2"]),
        "PlanService.add_action": call(ids["plan"], {"text": "ไปห้องสมุด"}),
        "PlanService.edit_action": call(ids["action"], {"place": "บ้าน"}),
        "PlanService.move_action": call(ids["action_2"], 0),
        "PlanService.remove_action": call(ids["action_2"]),
        "PlanService.sign": call(ids["signed_plan"], "guardian", {"name": "ยาย"}),
        "PlanService.unsign": call(ids["signature"]),
        "PlanService.set_status": call(ids["plan"], "agreed"),
        "PlanService.review": call(ids["plan"], {"on": "2026-11-22"}),
        "PlanService.new_version": call(ids["plan"]),
        "PlanService.hide": call(ids["draft_plan"]),
    }
