"""Makes the visits and calls of the sample centre from its stories and themes."""

from __future__ import annotations

from random import Random

from resources.sample.sample_days import FACILITATOR, Record, day

# Looked for in this order; a note with none of these words is a home visit.
_CONTACT_WORDS = {
    "phone": ("โทรมา", "โทรหา", "โทรถาม"),
    "message": ("ส่งรูป", "พิมพ์ว่า"),
    "school_visit": (
        "ครูประจำชั้น",
        "ครูที่โรงเรียน",
        "ครูให้สอน",
        "กลับไปเตะ",
        "ครู ศศช.",
        "กลับเข้าห้อง",
        "เรียกแถว",
    ),
    "centre_visit": (
        *("นำเอกสาร", "ขอยืม", "มาพบกลุ่ม", "อบรม", "สอบกลางภาค", "เอาสมุด", "ส่งใบงาน"),
        *("ไปเป็นล่าม", "กรอกใบสมัครห้องสมุด", "ได้ใบ ปพ.", "ติดตั้งบทเรียน", "ครูให้ลองเล่า"),
        *("ชวนเพื่อนตั้งวง", "ขอให้ช่วยแปล", "กลุ่มตกลง", "เปิดคลิป", "อ่านป้าย", "วันนี้ไม่ค่อยมีแรง"),
    ),
    "work_visit": ("ไร่", "สวน", "ช่างที่ร้าน", "โรงเห็ด", "ปีนขึ้น", "ไฟศาลา", "หมออาสา", "พ่อค้า"),
    "referral": ("ไปอำเภอกับ", "รับเป็นพยาน"),
}


def make_contacts(
    rng: Random, story: Record, theme: Record, turn: int, start: int, school: str, planned: bool
) -> list[Record]:
    """The visits and calls: those of the story, else some of the theme."""
    told = story.get("contacts")
    if told is None:
        notes = theme["notes"]
        number = min(len(notes), 3 if planned else 2)
        last = rng.randrange(4, 45) if planned else rng.randrange(95, 130)
        gap = max(1, (start - last) // number) if start > last else 9
        # In the order they are written in, since the notes of a theme tell of progress.
        chosen = sorted((turn * 2 + place) % len(notes) for place in range(number))
        told = []
        for place, note in enumerate(chosen):
            promised = planned and place == number - 1
            on = -(last + gap * (number - 1 - place))
            following = [30 - last, "เยี่ยมตามนัด"] if promised else [None, ""]
            told.append([on, _contact_kind(notes[note]), notes[note], *following])
    return [
        {
            "contact_kind": kind,
            "on": day(on),
            "by_name": FACILITATOR,
            "place": school if kind == "school_visit" else None,
            "text": text,
            "next_on": None if next_on is None or not next_text else day(next_on),
            "next_text": next_text or None,
        }
        for on, kind, text, next_on, next_text in told
    ]


def _contact_kind(note: str) -> str:
    """How the meeting that a note tells of took place."""
    for kind, words in _CONTACT_WORDS.items():
        if any(word in note for word in words):
            return kind
    return "home_visit"
