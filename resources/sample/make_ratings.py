"""Makes the HETT ratings of the sample centre, with raw values that fit the levels."""

from __future__ import annotations

from random import Random
from typing import Any

from desktop.models.framework import Framework, Indicator

# Asked only of the people whose story names them.
_ONLY_IN_STORIES = frozenset({"H7", "H8", "H9", "H12", "D7"})

# What was seen: at level 1 or 2, and at level 3 or 4.
EVIDENCE: dict[str, tuple[str, str]] = {
    "H1": (
        "อสม. ชั่งแล้วน้ำหนักยังไม่ขึ้น",
        "ชั่งและวัดที่ศาลาพร้อม อสม. อยู่ในเกณฑ์",
    ),
    "H2": (
        "ฟันกรามผุสองซี่ นัดทันตแพทย์แล้ว",
        "แปรงฟันเองก่อนนอน คนในบ้านยืนยัน",
    ),
    "H10": (
        "มื้อเช้ากินข้าวกับน้ำพริกเป็นส่วนใหญ่",
        "ดูในครัว มีผักสวนครัวและไข่ทุกวัน",
    ),
    "H13": (
        "ยังเห็นมีดพร้ากับยาฆ่าหญ้าวางใต้แคร่",
        "เก็บยาฆ่าหญ้าไว้ในตู้ล็อกแล้ว",
    ),
    "E1": (
        "สะกดคำสองพยางค์ช้า ๆ มีคนช่วย",
        "อ่านป้ายประกาศหน้าศาลาให้ฟังจนจบ",
    ),
    "E2": (
        "ตอบได้เมื่อถามทีละข้อ",
        "เล่าเรื่องที่อ่านให้คนอื่นฟังได้ใจความ",
    ),
    "E4": (
        "เขียนประโยคสั้น ๆ ใต้ภาพ",
        "กรอกใบสมัครเองทั้งใบ",
    ),
    "E5": (
        "นับเงินได้ แต่ทอนยังต้องมีคนช่วย",
        "ทอนเงินจากการขายของถูกต้อง",
    ),
    "E6": (
        "โทรออกได้ ยังไม่เคยตั้งรหัสเอง",
        "ส่งรูปงานทางไลน์ได้เอง ตั้งรหัสล็อกจอแล้ว",
    ),
    "E9": (
        "บัญชีเรียกชื่อขาดหลายครั้ง",
        "ดูจากบัญชีเรียกชื่อ มาเกือบทุกครั้ง",
    ),
    "T1": (
        "ยังลองหลายอย่าง ไม่แน่ใจว่าชอบอะไร",
        "เล่าสิ่งที่ชอบได้ตาเป็นประกาย ขอทำต่อ",
    ),
    "T2": (
        "ทำตามครูช่างทีละขั้น",
        "ดูตอนลงมือทำ ทำครบขั้นตอนเอง",
    ),
    "T6": (
        "ยังไม่ได้รวมค่าแรงตนเอง",
        "เปิดสมุดต้นทุนให้ดู ครบทุกรายการ",
    ),
    "T8": (
        "เพิ่งเริ่มจดรายจ่าย",
        "สมุดบัญชีครัวเรือนครบสามเดือน",
    ),
    "D1": (
        "ก้มหน้าเวลาพูดเรื่องตนเอง",
        "พูดถึงตนเองด้วยความภูมิใจ",
    ),
    "D2": (
        "ขอให้คนอื่นเลือกให้",
        "เลือกทางเองหลังชั่งข้อดีข้อเสีย",
    ),
    "D4": (
        "นั่งห่างกลุ่ม ยิ้มเมื่อมีคนทัก",
        "มีเพื่อนสนิท ช่วยรุ่นน้องถือของ",
    ),
    "D6": (
        "ลองทำโดยผู้ใหญ่จับมือ",
        "ทำให้ดูหนึ่งชิ้นและเล่าความหมายได้",
    ),
    "D8": (
        "มาช่วยงานเมื่อผู้ใหญ่บ้านเรียก",
        "ร่วมทำแนวกันไฟและช่วยงานบุญ",
    ),
    "D12": (
        "ยังนึกชื่อคนที่ไว้ใจไม่ออก",
        "บอกชื่อผู้ใหญ่ที่ไว้ใจได้ทันที",
    ),
}


def chosen_indicators(
    framework: Framework, age: int, rng: Random, *, all_of_them: bool, named: set[str]
) -> list[Indicator]:
    """What is assessed with one person, the same in every round."""
    found = []
    for indicator in framework.indicators_at(age):
        if indicator.code in _ONLY_IN_STORIES and indicator.code not in named:
            continue
        if all_of_them or indicator.code in named or rng.random() < 0.45:
            found.append(indicator)
    return found


def make_rating(
    indicator: Indicator,
    level: int,
    rng: Random,
    person: dict[str, Any],
    evidence: str | None,
) -> dict[str, Any]:
    """One rating: level, self-rating, raw value and sometimes evidence."""
    if indicator.code == "E11" and person["mother_tongue"] == "tha":
        return {"state": "not_applicable"}
    own = min(4, max(1, level + rng.choice((-1, 0, 0, 0, 1))))
    made: dict[str, Any] = {"level": level, "self_level": own}
    raw = _raw(indicator.code, level, rng, person)
    if raw:
        made["raw"] = raw
    if evidence:
        made["evidence"] = evidence
    elif indicator.code in EVIDENCE and rng.random() < 0.5:
        made["evidence"] = EVIDENCE[indicator.code][level > 2]
    return made


def _body(person: dict[str, Any], level: int, rng: Random) -> dict[str, Any]:
    age, height = person["age"], person["height_cm"]
    mass_index = {1: 14.2, 2: 15.4, 3: 17.2, 4: 17.8}[level] + max(0, age - 10) * 0.3
    band = {1: "wfh_thin", 2: "wfh_rather_thin", 3: "wfh_fit", 4: "wfh_fit"}[level]
    if age >= 20:
        mass_index = {1: 17.4, 2: 24.1, 3: 21.8, 4: 21.0}[level]
        band = {1: "bmi_low", 2: "bmi_over", 3: "bmi_normal", 4: "bmi_normal"}[level]
    return {
        "weight_kg": round(mass_index * (height / 100) ** 2 + rng.uniform(-0.4, 0.4), 1),
        "height_cm": height,
        "measured_on": person["on"],
        "band": [band],
    }


def _raw(code: str, level: int, rng: Random, person: dict[str, Any]) -> dict[str, Any] | None:
    pick = level - 1
    stateless = person["stateless"]
    simple: dict[str, dict[str, Any]] = {
        "H2": {"result": ("problem", "referred", "normal", "normal")[pick]},
        "H3": {"result": ("problem", "referred", "normal", "normal")[pick], "glasses": level == 4},
        "H4": {"result": ("problem", "referred", "normal", "normal")[pick], "aid": False},
        "H5": {
            "result": ("unknown", "incomplete", "complete", "complete")[pick],
            "source": ("told", "clinic", "pink_book", "pink_book")[pick],
        },
        "H6": {"result": ("delayed", "suspected", "as_age", "as_age")[pick]},
        "H7": {
            "tool": "2Q",
            "screened_on": person["on"],
            "result": ("problem", "risk", "normal", "normal")[pick],
        },
        "H9": {"care_arranged": level > 1},
        "H11": {"sleep_hours": (5, 6, 7.5, 8)[pick]},
        "H14": {"entitlement": "status_fund" if stateless else "universal"},
        "E1": {"reading": ("cannot", "some", "well", "fluent")[pick]},
        "E6": {"has_device": level > 1, "level": str(level)},
        "E7": {"years_behind": (4, 1, 0, 0)[pick]},
        "E8": {"credits": (0, 8, 22, 40)[pick], "activity_hours": (0, 30, 90, 160)[pick]},
        "E9": {"attendance_percent": (42, 68, 86, 97)[pick]},
        "E11": {"thai_second": str(level), "mother_tongue": str(max(1, level - 1))},
        "T1": {"interests": person["interest_list"]},
        "T2": {
            "occupation": person["trade"],
            "skill": ("follow", "alone", "solve", "teach")[pick],
        },
        "T6": {"cost_baht": 38, "price_baht": (35, 45, 60, 75)[pick]},
        "T7": {"before_baht": 1200, "now_baht": (600, 1800, 3900, 6800)[pick]},
        "T8": {
            "accounts_kept": level > 1,
            "savings_baht": (0, 300, 2400, 7500)[pick],
            "debt_baht": (18000, 12000, 5000, 0)[pick],
        },
        "D5": {"language": person["mother_tongue"]},
        "D6": {"branches": [person["wisdom"]]},
        "D8": {"times": (0, 1, 4, 9)[pick]},
        "D12": {"trusted_adults": (0, 1, 2, 4)[pick]},
    }
    if code == "H1":
        return _body(person, level, rng)
    if code == "H12":
        return {"conditions": person["conditions"], "care_arranged": level > 2}
    if code in ("E2", "E3", "E4", "E5"):
        return {"school_level": str(level)}
    if code in ("E10", "T10"):
        return {"level": str(level)}
    return simple.get(code)
