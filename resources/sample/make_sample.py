"""Writes centre.json, the sample centre, from the stories in people.json and themes.json.

Run from the repository's root: `python -m resources.sample.make_sample`. The same files and seed
always give the same centre. Everybody in it is invented.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from desktop.models.framework import load as load_framework
from desktop.models.vocabulary import load
from resources.sample.make_contacts import make_contacts
from resources.sample.make_plans import PlanMaker
from resources.sample.make_ratings import chosen_indicators, make_rating
from resources.sample.sample_days import FACILITATOR, TODAY, Record, age_of, day, full_name, turn_of

FOLDER = Path(__file__).parent
SEED = 25691122

# Days from the first to each later assessment, by the number of rounds.
_ROUNDS = {1: [0], 2: [0, 96], 3: [0, 95, 188], 4: [0, 95, 186, 371]}
_ROUND_CODES = ["entry", "month_3", "month_6", "month_12"]
_CASE_STEPS = {
    "": "visited",
    "draft": "analysed",
    "agreed": "planned",
    "active": "learning",
    "reviewed": "followed_up",
    "closed": "closed",
}
_WISDOM = {"weaving": "craft", "elder": "craft", "music": "performing", "coffee": "nature"}
_TRADES = {
    "weaving": "ทอผ้า",
    "coffee": "กาแฟ",
    "moto": "ซ่อมรถจักรยานยนต์",
    "livestock": "เลี้ยงสัตว์",
    "mushroom": "เพาะเห็ด",
    "online": "ขายของออนไลน์",
    "care_health": "ดูแลผู้สูงอายุ",
    "solar": "ติดตั้งโซลาร์เซลล์",
}
_MOTHERS = ["นอพอ", "หน่อแอริ", "มูแฮ", "ศรีวรรณ", "จันทร์หอม", "สมร", "บัวจันทร์"]
_FATHERS = ["ลาเฮ", "โพดู", "จอหม่อ", "มานะ", "บุญยืน", "ประยูร", "คำมูล"]


def national_number(first: str, rng: Random) -> str:
    """A 13-digit number with the fictional registry code 9999 and the right last digit."""
    body = f"{first}9999{rng.randrange(10**7):07}"
    total = sum((13 - place) * int(digit) for place, digit in enumerate(body))
    return body + str((11 - total % 11) % 10)


class SampleMaker:
    """Makes the people one after another; `rng` is the only source of chance."""

    def __init__(self) -> None:
        self.rng = Random(SEED)
        self.people = _read("people.json")
        self.themes = _read("themes.json")
        self.framework = load_framework(1)
        self.used: Counter[str] = Counter()
        self.households: dict[str, Record] = {}
        self.count = 0

    def make(self) -> Record:
        """The whole centre as plain data."""
        villages = []
        for village in self.people["villages"]:
            made = {"key": f"village/{village['moo']}", "sample": True, **village}
            made["hamlets"] = [
                {"key": f"hamlet/{village['moo']}-{number}", "sample": True, **hamlet}
                for number, hamlet in enumerate(village["hamlets"], 1)
            ]
            villages.append(made)
        learners = [self.learner(entry["line"], entry) for entry in self.people["personas"]]
        learners += [self.learner(line, {}) for line in self.people["roster"]]
        return {
            "version": 1,
            "today": TODAY.isoformat(),
            "notice": "ข้อมูลตัวอย่าง บุคคลทั้งหมดเป็นบุคคลสมมติ",
            "centre": {"key": "centre", **self.people["centre"]},
            "users": [{**user, "key": f"user/{user['key']}"} for user in self.people["users"]],
            "villages": villages,
            "households": list(self.households.values()),
            "learners": learners,
            "persons": [_person(entry) for entry in self.people["persons"]],
        }

    def learner(self, line: str, story: Record) -> Record:
        """One learner with everything that is kept of them."""
        self.count += 1
        (given, surname, nickname, sex, birth, moo, home, status, level, groups, reasons,
         theme_name, rounds, plan_status, number) = line.split("|")  # fmt: skip
        theme = story.get("theme") or self.themes[theme_name]
        turn = self.used[theme_name]
        self.used[theme_name] += theme_name != "-"
        age = age_of(birth)
        key = f"learner/{self.count:02}"
        karen = moo in "2345" or (
            moo in "67" and not surname.startswith(("สุข", "บุญ", "จันทร์", "ศาลา"))
        )
        flooded = moo in ("4", "5")
        interests = turn_of(theme["interests"], turn)
        made: Record = {
            "key": key,
            "title": _title(sex, age),
            "given": given,
            "surname": surname or None,
            "nickname": nickname,
            "sex": "male" if sex in ("m", "novice") else "female",
            "birth": birth,
            "birth_estimated": False,
            "status": "completed" if plan_status == "closed" else status,
            "case_step": _CASE_STEPS[plan_status],
            "close_reason": "qualified" if plan_status == "closed" else None,
            "village_id": f"village/{moo}",
            "hamlet_id": f"hamlet/{moo}-{story['hamlet']}" if "hamlet" in story else None,
            "household_id": self.household(home or key, moo, bool(surname)),
            "phone": f"0800000{200 + self.count}"
            if age >= 15 and self.rng.random() < 0.7
            else None,
            "mother_tongue": "ksw" if karen else "nod",
            "talk_language": "ksw" if karen and (age > 60 or moo == "5") else "tha",
            "interpreter_needed": karen and age > 60,
            "level_completed": level,
            "interests": interests,
            "occupation": _TRADES.get(theme_name) if age >= 18 else None,
            "facilitator_id": "user/facilitator",
            "registered_on": None,
        }
        if status in ("out_of_school", "general"):
            made["level_last"] = level
        schools = [v["services"].get("school") for v in self.people["villages"] if v["moo"] == moo]
        school = schools[0] or "โรงเรียนบ้านตัวอย่าง"
        if status in ("studying", "at_risk") and age >= 6:
            made["level_current"], made["current_place"] = _next_level(level), school
        made.update(story.get("learner", {}))

        start = _ROUNDS[int(rounds)][-1] + self.rng.randrange(14, 48)
        if not plan_status:
            start += 110  # long unseen, so that the silent are found
        first = min((contact[0] for contact in story.get("contacts", [])), default=-start)
        made["registered_on"] = day(min(first, -start - self.rng.randrange(6, 25)))
        person = {
            "age": age,
            "mother_tongue": made["mother_tongue"],
            "stateless": number in "0g8",
            "trade": _TRADES.get(theme_name, "งานในครอบครัว"),
            "interest_list": interests.split(" "),
            "wisdom": _WISDOM.get(theme_name, "nature"),
            "conditions": ["กล้ามเนื้อขาอ่อนแรง"] if "DE4" in str(story) else [],
            "height_cm": round(76 + age * 6.0 if age < 15 else self.rng.uniform(150, 168), 1),
        }
        private = dict(story.get("private", {}))
        private.setdefault("ethnic_groups", ["sgaw" if karen else "yuan"])
        private.setdefault("treatment_right", "status_fund" if person["stateless"] else "universal")
        private["treatment_right"] = load("treatment_rights").label(private["treatment_right"])
        made["private"] = private
        made["codes"] = self.codes(number, story)
        made["carers"] = self.carers(story, age, surname)
        made["education"] = self.education(level, school, age, status, start)
        made["groups"] = [
            {"code": code, "since": made["registered_on"]} for code in groups.split(",")
        ]
        made["reasons"] = [
            {"code": code, "main": place == 0}
            for place, code in enumerate(reasons.split(","))
            if status in ("out_of_school", "at_risk") and code != "LR15"
        ]
        made["assessments"] = self.assessments(int(rounds), start, person, story, level)
        made["contacts"] = make_contacts(
            self.rng, story, theme, turn, start, school, bool(plan_status)
        )
        made["risks"] = self.risks(made, flooded and age < 19, number)
        made["consents"] = self.consents(made, age, bool(plan_status))
        made["plans"] = []
        if plan_status:
            maker = PlanMaker(self.people, self.rng, self.count)
            made["plans"].append(maker.plan(made, theme, turn, plan_status, start))
        return made

    def household(self, home: str, moo: str, settled: bool) -> str:
        """The key of a household, made when first met."""
        rng = self.rng
        key = f"household/{home.removeprefix('learner/')}"
        if key not in self.households:
            poor = ["income", *rng.sample(["dependants", "house", "land", "vehicles", "water"], 2)]
            family = rng.choice(["together", "together", "away", "separated"])
            self.households[key] = {
                "key": key,
                "house_number": f"{rng.randrange(1, 130)}" + rng.choice(["", "/1", "/2"]),
                "village_id": f"village/{moo}",
                "members": rng.randrange(3, 9),
                "income_per_person": rng.randrange(11, 42) * 100,
                "poverty_items": poor if rng.random() < 0.7 else [],
                "family_status": load("family_status").label(family),
                "travel": rng.choice(["มอเตอร์ไซค์", "เดินเท้า", "รถรับส่งของ อบต."]),
                "note": None if settled else "ครอบครัวไม่มีนามสกุล",
            }
        household = self.households[key]
        if household["income_per_person"] > 3000 and "income" in household["poverty_items"]:
            household["poverty_items"].remove("income")
        return key

    def codes(self, number: str, story: Record) -> list[Record]:
        """Numbers and papers: `n` usual, `x` fails its check, `g` G code, `0` none, 3 or 8."""
        codes: list[Record] = []
        if number == "g":
            codes.append({"code_kind": "g_code", "value": f"G6999{self.rng.randrange(10**8):08}"})
        elif number in ("n", "x", "3", "8"):
            first = number if number in "38" else self.rng.choice("1112")
            value = national_number(first, self.rng)
            if number == "x":
                value = value[:-1] + str((int(value[-1]) + 1) % 10)
            codes.append(
                {
                    "code_kind": "national",
                    "value": value,
                    "checksum_confirmed": number == "x",
                    "seen_by": FACILITATOR if number == "x" else None,
                    "note": "อ่านจากทะเบียนบ้านเล่มเก่า ตรงตามที่เขียนไว้" if number == "x" else None,
                }
            )
        if "paper" in story:
            kind, note = story["paper"]
            codes.append({"code_kind": kind, "value": "-", "note": note, "copy_kept": True})
        return codes

    def carers(self, story: Record, age: int, surname: str) -> list[Record]:
        """Who looks after the person; grown people have none unless the story says so."""
        if "carers" in story:
            return [
                {"name": name, "relation": relation, "cares_daily": daily, "parental_power": power}
                for name, relation, daily, power in story["carers"]
            ]
        if age >= 20:
            return []
        away = self.rng.random() < 0.3
        mother = f"{self.rng.choice(_MOTHERS)} {surname}".strip()
        father = f"{self.rng.choice(_FATHERS)} {surname}".strip()
        carers = [
            {"name": mother, "relation": "mother", "cares_daily": not away, "parental_power": True},
            {"name": father, "relation": "father", "cares_daily": not away, "parental_power": True},
        ]
        if away:
            carers.append(
                {
                    "name": f"{self.rng.choice(_MOTHERS)} {surname}".strip(),
                    "relation": "maternal_grandmother",
                    "cares_daily": True,
                    "parental_power": False,
                    "note": "พ่อแม่ไปทำงานต่างอำเภอ กลับบ้านเดือนละครั้ง",
                }
            )
        return carers

    def education(self, level: str, school: str, age: int, status: str, start: int) -> list[Record]:
        """The stays at school that are known, as far as they are known."""
        if level in ("none", "nursery") or age > 60:
            return []
        years = {"p": 0, "m": 6, "v": 9}[level[0]] + int(level[-1])
        left = status in ("out_of_school", "general")
        ended = TODAY.year - max(0, age - 6 - years) if left else None
        return [
            {
                "level": level,
                "place": school,
                "started": str((ended or TODAY.year) - years),
                "ended": str(ended) if ended else None,
                "outcome": "ออกก่อนจบ" if status == "out_of_school" else None,
            }
        ]

    def assessments(
        self, rounds: int, start: int, person: Record, story: Record, level: str
    ) -> list[Record]:
        """One to four rounds in which the person grows, slowly and not in everything."""
        rng = self.rng
        schooling = {"n": 1.3, "p": 1.8, "m": 2.5, "v": 2.6}[level[0]]
        base = story.get("base") or {
            "H": rng.uniform(1.9, 2.8),
            "E": schooling + rng.uniform(-0.2, 0.4),
            "T": rng.uniform(1.3, 2.4),
            "D": rng.uniform(1.9, 2.9),
        }
        growth = story.get("growth", rng.uniform(0.25, 0.6))
        evidence: dict[str, str] = story.get("evidence", {})
        asked = chosen_indicators(
            self.framework, person["age"], rng, all_of_them=bool(story), named=set(evidence)
        )
        lean = {indicator.code: rng.gauss(0, 0.45) for indicator in asked}
        made = []
        for place in range(rounds):
            on = day(_ROUNDS[rounds][place] - start)
            ratings = {}
            for indicator in asked:
                score = base[indicator.dimension] + lean[indicator.code] + growth * place
                last = place == rounds - 1
                ratings[indicator.code] = make_rating(
                    indicator,
                    min(4, max(1, round(score))),
                    rng,
                    {**person, "on": on},
                    evidence.get(indicator.code) if last else None,
                )
            made.append(
                {
                    "round": _ROUND_CODES[place],
                    "on": on,
                    "assessor_id": "user/facilitator",
                    "assessor_name": FACILITATOR,
                    "complete": True,
                    "ratings": ratings,
                }
            )
        return made

    def risks(self, made: Record, flooded: bool, number: str) -> list[Record]:
        """Warning signs that follow from what is known of the person."""
        codes = {group["code"] for group in made["groups"]}
        silent = max(contact["on"] for contact in made["contacts"]) < day(-90)
        held = [
            ("flood_village", flooded, "เตรียมใบงานก่อนทางขาด"),
            ("no_identity", number in "0g", "ติดตามเรื่องเอกสารกับอำเภอ"),
            ("carer_of_ill", "TG17" in codes, "ดูแลคนป่วยในบ้าน จัดคนเปลี่ยนเวร"),
            ("new_parent", "TG04" in codes, "ดูเรื่องสุขภาพแม่และลูก"),
            ("silent", silent, "ไม่ได้พบกันเกินสามเดือน"),
            ("absent", "TG03" in codes and self.rng.random() < 0.4, "ครูแจ้งว่าขาดเรียนหลายวัน"),
        ]
        raised = made["registered_on"]
        return [
            {"code": code, "raised_on": day(-5) if code == "silent" else raised, "note": note}
            for code, holds, note in held
            if holds
        ]

    def consents(self, made: Record, age: int, planned: bool) -> list[Record]:
        """Consent per purpose; a carer signs for everybody under twenty."""
        if not planned:
            return []
        with_power = [c for c in made["carers"] if c["parental_power"]] or made["carers"]
        signer = with_power[0] if age < 20 and with_power else None
        thumb = age > 60 and made["level_completed"] == "none"
        made_consents = []
        for purpose in ("plan", "referral", "report", "photo", "sensitive"):
            granted = purpose in ("plan", "referral", "report") or self.rng.random() < 0.7
            made_consents.append(
                {
                    "purpose": purpose,
                    "basis": "consent",
                    "granted": granted,
                    "signer": signer["name"] if signer else full_name(made),
                    "signer_relation": signer["relation"] if signer else "self",
                    "child_agrees": True if age < 20 else None,
                    "thumbprint": thumb,
                    "witnesses": [FACILITATOR, "สมร แก้วดวงมา"] if thumb else [],
                    "language": made["talk_language"],
                    "form_version": "1",
                    "signed_on": made["registered_on"],
                }
            )
        return made_consents


def _read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def _person(entry: Record) -> Record:
    """Somebody who is not a learner, as the record has it."""
    made = {**entry, "key": f"person/{entry['key']}", "village_id": f"village/{entry['moo']}"}
    del made["moo"]
    return made


def _title(sex: str, age: int) -> str:
    if sex in ("mrs", "novice"):
        return {"mrs": "นาง", "novice": "สามเณร"}[sex]
    young = age < 15
    if sex == "m":
        return "เด็กชาย" if young else "นาย"
    return "เด็กหญิง" if young else "นางสาว"


def _next_level(level: str) -> str:
    if level in ("none", "nursery"):
        return "p1"
    if level == "p6":
        return "m1"
    return f"{level[:-1]}{int(level[-1]) + 1}"


def main() -> None:
    """Write centre.json beside this script, a person a line so that changes can be read."""
    made = SampleMaker().make()
    parts = []
    for name, value in made.items():
        if isinstance(value, list):
            rows = ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in value)
            parts.append(f' "{name}": [\n  {rows}\n ]')
        else:
            parts.append(f' "{name}": {json.dumps(value, ensure_ascii=False)}')
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    (FOLDER / "centre.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
