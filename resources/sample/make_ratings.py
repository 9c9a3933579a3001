"""Makes the HETT ratings of the sample centre, with raw values that fit the levels."""

from __future__ import annotations

from random import Random
from typing import Any

from desktop.models.framework import Framework, Indicator

# Asked only of the people whose story names them.
_ONLY_IN_STORIES = frozenset({"H7", "H8", "H9", "H12", "D7"})

EVIDENCE: dict[str, tuple[str, ...]] = {
    "H1": ("ชั่งและวัดที่ศาลาพร้อม อสม.", "อ่านจากสมุดบันทึกของ รพ.สต."),
    "H2": ("เปิดปากให้ดู ฟันกรามผุสองซี่ นัดทันตแพทย์แล้ว", "แปรงฟันเองก่อนนอน ยายยืนยัน"),
    "H10": ("ดูในครัว มีผักสวนครัวหลังบ้าน", "เล่าว่ามื้อเช้ากินข้าวกับน้ำพริกเป็นส่วนใหญ่"),
    "H13": ("เก็บยาฆ่าหญ้าไว้ในตู้ล็อกแล้ว", "ยังเห็นมีดพร้าวางใต้แคร่"),
    "E1": ("อ่านป้ายประกาศหน้าศาลาให้ฟัง", "อ่านฉลากยาได้ครบทุกบรรทัด", "สะกดคำสองพยางค์ช้า ๆ"),
    "E2": ("เล่าเรื่องที่อ่านให้น้องฟังได้ใจความ", "ตอบคำถามได้เมื่อถามทีละข้อ"),
    "E4": ("เขียนเล่าวันหยุดครึ่งหน้า", "กรอกใบสมัครเองทั้งใบ"),
    "E5": ("ทอนเงินจากการขายของถูกต้อง", "คิดค่าปุ๋ยต่อไร่ได้"),
    "E6": ("ส่งรูปงานทางไลน์ได้เอง", "ตั้งรหัสล็อกหน้าจอแล้ว"),
    "E9": ("ดูจากบัญชีเรียกชื่อ", "ครูประจำกลุ่มยืนยัน"),
    "T1": ("เล่าสิ่งที่ชอบได้ตาเป็นประกาย", "ลองทำแล้วขอทำต่อ"),
    "T2": ("ดูตอนลงมือทำ ทำครบขั้นตอน", "ครูช่างตรวจชิ้นงานแล้ว"),
    "T6": ("เปิดสมุดต้นทุนให้ดู", "ยังไม่ได้รวมค่าแรงตนเอง"),
    "T8": ("สมุดบัญชีครัวเรือนสามเดือน", "เพิ่งเริ่มจด"),
    "D1": ("พูดถึงตนเองในทางที่ดีขึ้น", "ก้มหน้าเวลาพูดเรื่องโรงเรียน"),
    "D2": ("เลือกทางเองหลังชั่งข้อดีข้อเสีย",),
    "D4": ("มีเพื่อนสนิทสองคน", "ช่วยรุ่นน้องถือของ"),
    "D6": ("สานตะกร้าให้ดูหนึ่งใบ", "ร้องเพลงกล่อมของย่าได้"),
    "D8": ("ร่วมทำแนวกันไฟ", "ช่วยงานบุญหมู่บ้าน"),
    "D12": ("บอกชื่อผู้ใหญ่ที่ไว้ใจได้", "ชอบอยู่ที่ศูนย์เพราะสบายใจ"),
}


def chosen_indicators(
    framework: Framework, age: int, rng: Random, *, all_of_them: bool, named: set[str]
) -> list[Indicator]:
    """What is assessed with one person, the same in every round."""
    found = []
    for indicator in framework.indicators_at(age):
        if indicator.code in _ONLY_IN_STORIES and indicator.code not in named:
            continue
        if all_of_them or indicator.code in named or rng.random() < 0.55:
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
        made["evidence"] = rng.choice(EVIDENCE[indicator.code])
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
