"""Invented people's records: for training the dictionary, tests and benchmarks, never for use.

National numbers carry the registry code 9999, which no real person has.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any, Final

from sync.protocol import Value

_GIVEN: Final = [
    "สมหมาย",
    "บุญมี",
    "จันทร์เพ็ญ",
    "แสงดาว",
    "มะลิ",
    "ก้องภพ",
    "พิมพ์ใจ",
    "ธนกร",
    "ศิริพร",
    "วันเพ็ญ",
    "ปรีชา",
    "อนงค์",
    "ทองคำ",
    "ชูใจ",
    "นภา",
    "กล้าหาญ",
    "ดวงใจ",
    "สายฝน",
    "พะเลอะ",
    "หน่อแอ",
    "จอเงย",
    "มึดา",
    "ศรีวรรณ",
    "ไพรวัลย์",
    "วิชัย",
    "รุ่งนภา",
    "เกษม",
    "อรทัย",
    "ประเสริฐ",
    "สุดา",
    "กมล",
    "ขวัญชัย",
    "ลำดวน",
    "บัวผัน",
    "เดือนเพ็ญ",
    "พรทิพย์",
    "สมบูรณ์",
    "ชาลี",
    "อารีย์",
    "ดารุณี",
]
_SURNAME: Final = [
    "ใจดี",
    "รักเรียน",
    "ทองสุข",
    "แก้วมณี",
    "ศรีสวัสดิ์",
    "วงศ์คำ",
    "ปัญญาดี",
    "พนาไพร",
    "สุขสันต์",
    "บุญเรือง",
    "คำแปง",
    "ไพรสณฑ์",
    "ดอยงาม",
    "ธารน้ำใส",
    "ขุนเขา",
    "ป่าซาง",
    "แสนสุข",
    "มั่นคง",
    "เจริญผล",
    "ชมภู",
    "อินต๊ะ",
    "กันทะ",
    "ยอดดอย",
    "สายธาร",
]
_NICKNAMES: Final = ["หนึ่ง", "แดง", "นิด", "ต้น", "แอน", "เล็ก", "โอ๋", "ฝน", "เมย์", "บอย", "กุ้ง", "ปุ้ย"]
_TITLES: Final = ("เด็กชาย", "เด็กหญิง", "นาย", "นางสาว")
_STATUSES: Final = ("out_of_school", "at_risk", "in_school", "adult", "unknown")
_NOTES: Final = (
    "ไปเยี่ยมบ้าน พบยาย ยังไม่อยากกลับไปเรียน อยากฝึกอาชีพ",
    "โทรแล้วไม่มีสัญญาณ จะไปใหม่สัปดาห์หน้า",
    "ทำตามแผนได้ดี ขอเพิ่มชั่วโมงฝึกทำขนม",
    "ช่วยพ่อแม่ทำไร่ เรียนได้ช่วงเย็นและวันเสาร์",
    "แม่ขอให้ช่วยเรื่องเอกสารและบัตรประชาชน",
)
_GOALS: Final = (
    "อ่านและเขียนภาษาไทยได้คล่อง",
    "ขายของออนไลน์และทำบัญชีครัวเรือนได้",
    "เลี้ยงไก่พื้นเมืองให้มีรายได้เดือนละ 2,000 บาท",
    "สอบเทียบระดับมัธยมศึกษาตอนต้น",
    "ดูแลสุขภาพตนเองและคนในบ้าน",
)

Record = tuple[bytes, str, dict[str, Value]]


def record_id(random: Random, ms: int) -> bytes:
    """A UUIDv7 out of the given randomness."""
    tail = bytearray(random.randbytes(10))
    tail[0] = 0x70 | (tail[0] & 0x0F)
    tail[2] = 0x80 | (tail[2] & 0x3F)
    return ms.to_bytes(6, "big") + bytes(tail)


def national_number(random: Random) -> str:
    """A 13-digit number with a right check digit and the registry code of nobody."""
    digits = [random.randint(1, 8), 9, 9, 9, 9, *(random.randint(0, 9) for _ in range(7))]
    total = sum(digit * (13 - place) for place, digit in enumerate(digits))
    return "".join(map(str, [*digits, (11 - total % 11) % 10]))


def learner(random: Random, ms: int, village: bytes, number: int) -> Record:
    """A learner as a roster brings one in."""
    birth = f"{random.randint(1995, 2018)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    fields: dict[str, Value] = {
        "code": f"580604-MB-{number:05}",
        "title": random.choice(_TITLES),
        "given": random.choice(_GIVEN) + random.choice(["", "", "", "พร", "ชัย", "วดี"]),
        "surname": random.choice(_SURNAME) + random.choice(["", "", "กุล", "สกุล", "วัฒนา"]),
        "nickname": random.choice(_NICKNAMES),
        "sex": random.choice(("male", "female")),
        "birth": birth[: random.choice((4, 7, 10, 10, 10, 10, 10))],
        "status": random.choice(_STATUSES),
        "village_id": village,
        "house_number": f"{random.randint(1, 240)}/{random.randint(1, 9)}",
        "mother_tongue": random.choice(("kxm", "ksw", "nod", "tha")),
        "level_completed": random.choice(("p3", "p6", "m3", "none")),
        "registered_on": "2026-11-20",
    }
    if random.random() < 0.3:
        fields["phone"] = f"09900{random.randint(0, 99999):05}"
    return record_id(random, ms), "learner", fields


def belongings(random: Random, ms: int, owner: bytes) -> Iterator[Record]:
    """What comes to a learner with time: number, carer, contact, assessment, plan."""
    yield (
        record_id(random, ms),
        "learner_code",
        {
            "learner_id": owner,
            "code_kind": "national",
            "value": national_number(random),
            "current": True,
        },
    )
    yield (
        record_id(random, ms + 1),
        "carer",
        {
            "learner_id": owner,
            "name": f"{random.choice(_GIVEN)} {random.choice(_SURNAME)}",
            "relation": random.choice(("mother", "father", "grandparent")),
            "cares_daily": True,
        },
    )
    yield (
        record_id(random, ms + 2),
        "contact",
        {
            "learner_id": owner,
            "contact_kind": random.choice(("visit", "phone")),
            "on": "2026-11-21",
            "text": random.choice(_NOTES),
        },
    )
    assessment, plan = record_id(random, ms + 3), record_id(random, ms + 4)
    header: dict[str, Any] = {"learner_id": owner, "framework": "hett", "framework_version": "1"}
    yield assessment, "assessment", {**header, "round": 1, "on": "2026-11-21", "complete": True}
    for number in range(4):
        yield (
            record_id(random, ms + 5),
            "rating",
            {
                "assessment_id": assessment,
                "learner_id": owner,
                "indicator": f"{random.choice('HETN')}{number + 1}",
                "state": "rated",
                "level": random.randint(1, 4),
            },
        )
    yield (
        plan,
        "plan",
        {
            "learner_id": owner,
            "version": 1,
            "status": random.choice(("draft", "agreed", "active")),
            "pathway": random.choice(("vocational", "non_formal", "return_to_school")),
            "dream": random.choice(_GOALS),
            "strengths": random.choice(_NOTES),
            "starts_on": "2026-11-25",
        },
    )
    yield (
        record_id(random, ms + 6),
        "goal",
        {
            "plan_id": plan,
            "position": 1,
            "dimension": random.choice(("health", "education", "talent", "tradition")),
            "text": random.choice(_GOALS),
            "due_on": "2027-03-31",
            "state": "open",
        },
    )


def edit(random: Random) -> dict[str, Value]:
    """One changed field of a learner."""
    name, value = random.choice(
        (
            ("phone", f"09900{random.randint(0, 99999):05}"),
            ("nickname", random.choice(_NICKNAMES)),
            ("status", random.choice(_STATUSES)),
            ("note", random.choice(_NOTES)),
            ("given", random.choice(_GIVEN)),
            ("surname", random.choice(_SURNAME)),
            ("occupation", random.choice(("ทำไร่", "รับจ้าง", "ค้าขาย"))),
        )
    )
    return {name: value}
