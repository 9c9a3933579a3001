"""Makes the plans of the sample centre: goals, actions, reviews and signatures."""

from __future__ import annotations

from random import Random
from typing import Any

from resources.sample.sample_days import FACILITATOR, Record, age_of, day, full_name, turn_of

# How far before today the next review lies or how long ago it was due: some need a person now.
_NEXT_REVIEWS = [9, -3, 34, 61, 2, -11, 20, 47, 5, 75]


class PlanMaker:
    """Makes the plan of the learner with this number."""

    def __init__(self, people: Record, rng: Random, number: int) -> None:
        self.people = people
        self.rng = rng
        self.number = number

    def plan(self, made: Record, theme: Record, turn: int, status: str, start: int) -> Record:
        """The plan with its goals, actions, reviews and signatures, as far as its status goes."""
        rng = self.rng
        days = start - 8
        held = status in ("active", "reviewed", "closed")
        agreed = status != "draft"
        signed = day(-days) if agreed else None
        kinds = theme["goals"] + self.extra_goal(made, turn)
        goals = []
        for position, goal in enumerate(kinds):
            goals.append(self.goal(position, goal, days, status, held))
        wait = _NEXT_REVIEWS[self.number % 10]
        reviews = self.reviews(theme, turn, days, wait, status) if held else []
        next_review = day(wait) if reviews else day(90 - days)
        months = next(
            v["flood_months"]
            for v in self.people["villages"]
            if made["village_id"].endswith(v["moo"])
        )
        guardian = next((carer["name"] for carer in made["carers"]), None)
        return {
            "version": 1,
            "status": status,
            "pathway": theme["pathway"],
            "pathway_more": theme["more"],
            "starts_on": signed,
            "ends_on": day(365 - days) if agreed else None,
            "agreed_on": signed,
            "closed_on": day(-7) if status == "closed" else None,
            "close_reason": "qualified" if status == "closed" else None,
            "dream": turn_of(theme["dreams"], turn),
            "interests": made["interests"],
            "aptitudes": theme["aptitudes"],
            "strengths": turn_of(theme["strengths"], turn),
            "constraints": turn_of(theme["constraints"], turn),
            "free_time": rng.choice(
                ["หลังสี่โมงเย็นและวันอาทิตย์", "วันเสาร์เช้า", "หลังเก็บเกี่ยวเสร็จ", "บ่ายวันพุธและวันอาทิตย์"]
            ),
            "flood_months": months,
            "long_qualification": theme["long"][0] or None,
            "long_occupation": theme["long"][1] or None,
            "long_life": theme["long"][2] or None,
            "method": "ลงมือทำจริง มีครูพี่เลี้ยงเยี่ยมเดือนละสองครั้ง และเรียนกับเพื่อนเป็นกลุ่มเล็ก",
            "times": "สัปดาห์ละสองครั้ง งดช่วงเก็บเกี่ยวสองสัปดาห์",
            "places": "บ้าน ศาลาหมู่บ้าน และศูนย์การเรียนรู้",
            "facilitator": FACILITATOR,
            "mentors": goals[0]["actions"][0]["provider"],
            "partners": "สกร. อำเภอสบเมย, รพ.สต. ตัวอย่าง, อบต.ตัวอย่าง",
            "codesigned_by": "ครู ศกร.ตำบลตัวอย่าง",
            "support": "ค่าเดินทางและสื่อการเรียนตามรายการกิจกรรม",
            "measurement": "ดูจากสิ่งที่ทำได้จริงตามเป้าหมาย เทียบกับวันแรก และฟังผู้เรียนเล่าเอง",
            "evidence": "ภาพถ่าย ชิ้นงาน สมุดบันทึก และคำบอกเล่าของคนในบ้าน",
            "review_months": 3,
            "next_review_on": None if status in ("draft", "closed") else next_review,
            "learner_comment": turn_of(theme["learner_says"], turn) if agreed else None,
            "guardian_comment": turn_of(theme["guardian"], turn) if agreed and guardian else None,
            "goals": goals,
            "reviews": reviews,
            "signatures": self.signatures(made, guardian, signed) if agreed else [],
        }

    def reviews(self, theme: Record, turn: int, days: int, wait: int, status: str) -> list[Record]:
        """The reviews so far, every three months, counted back from the next one."""
        told = theme["reviews"]
        if status == "closed":
            told = [self.people["closing_review"]]
        agos = [90 - wait + 90 * back for back in range(len(told))]
        agos = [ago for ago in agos if 4 < ago < days - 20]
        if not agos and status != "active":
            agos = [max(5, days // 2)]
        return [
            {
                "on": day(-ago),
                "by_name": FACILITATOR,
                "result": "close" if status == "closed" and ago == agos[0] else "adjust",
                "adjustment": f"{result} · ต่อไป: {adjustment}",
                "learner_says": turn_of(theme["learner_says"], turn),
                "next_on": day(90 - ago),
            }
            for ago, (result, adjustment) in zip(reversed(agos), told, strict=False)
        ]

    def extra_goal(self, made: Record, turn: int) -> list[Any]:
        """A goal that many share, so that plans of one theme differ."""
        age = age_of(made["birth"])
        band = "child" if age < 13 else "youth" if age < 25 else "adult"
        if age < 6 or self.number <= 10:
            return []
        goals = self.people["extra_goals"][band]
        return [goals[(turn + self.number) % len(goals)]]

    def goal(self, position: int, goal: list[Any], days: int, status: str, held: bool) -> Record:
        """A goal with its actions; the first goals are furthest."""
        dimension, text, measure, baseline, target, actions = goal
        state = "open"
        if held:
            state = "in_progress"
            if status == "closed" or (days > 150 and position == 0 and self.rng.random() < 0.5):
                state = "achieved"
        due = 90 * (position + 1) - days
        made = []
        for place, (what, provider, kind, where, hours, budget, fund) in enumerate(actions):
            done = state == "achieved" or (held and place == 0 and days > 120 and due < 0)
            made.append(
                {
                    "position": place,
                    "text": what,
                    "provider": provider,
                    "provider_type": kind,
                    "place": where,
                    "hours": hours or None,
                    "budget": budget or None,
                    "fund": fund or None,
                    "starts_on": day(7 - days),
                    "ends_on": day(min(due, -3) if done else max(due, 10)),
                    "state": "done" if done else "in_progress" if held else "open",
                }
            )
        return {
            "position": position,
            "dimension": dimension,
            "text": text,
            "measure": measure,
            "baseline": baseline,
            "target": target,
            "target_level": 3,
            "due_on": day(min(due, -3) if state == "achieved" else max(due, 14)),
            "state": state,
            "result": "ทำได้ตามที่ตั้งใจ" if state == "achieved" else None,
            "actions": made,
        }

    def signatures(self, made: Record, guardian: str | None, on: str | None) -> list[Record]:
        """Who signed, in the order of the paper."""
        thumb = made["level_completed"] == "none"
        names = [
            ("learner", full_name(made), None),
            ("guardian", guardian, None),
            ("facilitator", FACILITATOR, "ครูพี่เลี้ยง"),
            ("dole", "ปวีณา เครือวงค์ใจ", "ครู ศกร.ตำบลตัวอย่าง"),
            ("lao", "อินสอน มูลเมืองดี", "นักวิชาการศึกษา อบต.ตัวอย่าง"),
        ]
        return [
            {
                "role": role,
                "name": name,
                "position": position,
                "signed_on": on,
                "thumbprint": thumb and role == "learner",
                "witnesses": [FACILITATOR, "สมร แก้วดวงมา"] if thumb and role == "learner" else [],
            }
            for role, name, position in names
            if name
        ]
