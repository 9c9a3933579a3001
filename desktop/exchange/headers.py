"""What people write above the columns of a roster, and the field each spelling means."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from desktop.models.text import digits, one_line

# Fields of a roster. "ignore" is a column that says nothing about the person (order, signatures).
SPELLINGS: Final[dict[str, tuple[str, ...]]] = {
    "record_id": ("รหัสระเบียน", "รหัสในโปรแกรม", "record id", "uuid",),
    "mark": ("รอยตรวจ", "row mark",),
    "order": (
        "ลำดับ", "ลำดับที่", "ที่", "เลขที่", "no", "no.", "#", "อันดับ", "ลําดับ", "ลำดับเดิม",
    ),
    "identity": (
        "เลขประจำตัวประชาชน", "เลขประจําตัวประชาชน", "รหัสประจำตัวประชาชน", "หมายเลขบัตรประชาชน",
        "เลขบัตรประชาชน", "เลขบัตรประจำตัวประชาชน", "เลขที่บัตรประชาชน", "เลขที่บัตรประจำตัวประชาชน",
        "หมายเลขประจำตัวประชาชน", "บัตรประชาชน", "บัตรประจำตัวประชาชน", "เลขบัตร", "เลขบัตร ปชช",
        "เลข ปชช", "เลขประชาชน", "ปชช", "เลขปชช.", "เลข 13 หลัก", "เลขประจำตัว 13 หลัก",
        "เลขประจำตัวประชาชน 13 หลัก", "รหัสประจำตัว", "เลขประจำตัว", "เลขประจำตัวบุคคล",
        "เลขประจำตัวผู้เรียน", "รหัสบัตรประชาชน", "เลขไอดี", "id", "id card", "id number",
        "id card no", "id no", "id card number",
        "national id", "citizen id", "cid", "pid", "เลขประจำตัวประชาชน/รหัส g",
        "เลขประจำตัวประชาชน/g code", "เลขประจำตัวหรือรหัส g", "เลขบัตรประชาชน/รหัส g",
        "หมายเลขบัตร", "เลขที่บัตร", "person id",
    ),
    "g_code": ("รหัส g", "รหัสจี", "g code", "gcode", "เลข g", "รหัส g code", "เลขรหัส g",),
    "school_code": (
        "รหัสนักเรียน", "รหัสประจำตัวนักเรียน", "เลขประจำตัวนักเรียน", "รหัสนักศึกษา",
        "เลขประจำตัวนักศึกษา", "รหัสประจำตัวนักศึกษา", "student id", "student no", "pupil code",
    ),
    "local_code": ("รหัสชั่วคราว", "รหัสผู้เรียน", "รหัสผู้เรียนรู้", "รหัส", "code", "learner code",),
    "other_paper": ("เอกสารอื่น", "เลขเอกสารอื่น", "หนังสือเดินทาง", "passport", "เลขหนังสือเดินทาง",),
    "title": (
        "คำนำหน้า", "คำนำหน้าชื่อ", "คํานําหน้า", "คํานําหน้าชื่อ", "คำนำหน้านาม", "คำหน้า", "คำนำ",
        "นำหน้า", "title", "prefix",
    ),
    "name": (
        "ชื่อ - สกุล", "ชื่อ - นามสกุล", "ชื่อสกุล", "ชื่อนามสกุล", "ชื่อ-สกุลผู้เรียน", "ชื่อและนามสกุล",
        "ชื่อ และ สกุล", "ชื่อและสกุล", "ชื่อ-ชื่อสกุล", "ชื่อตัว-ชื่อสกุล", "ชื่อตัวชื่อสกุล", "ชื่อเต็ม", "ชื่อผู้เรียน",
        "ชื่อผู้เรียนรู้", "ชื่อเด็ก", "ชื่อนักเรียน", "ชื่อเด็กและเยาวชน", "ชื่อ-สกุลเด็ก", "ชื่อ-สกุลนักเรียน",
        "ชื่อ-นามสกุลนักเรียน", "ชื่อ-นามสกุลผู้เรียน", "ชื่อ-นามสกุลเด็ก", "คำนำหน้า ชื่อ สกุล",
        "คำนำหน้า ชื่อ นามสกุล", "คำนำหน้าชื่อ-สกุล", "คำนำหน้าชื่อ-นามสกุล", "รายชื่อ", "รายนาม", "รายชื่อเด็ก",
        "รายชื่อนักเรียน", "รายชื่อผู้เรียน", "full name",
        "name-surname", "name", "student name", "ผู้เรียน", "นักเรียน", "ชื่อผู้เข้าร่วม", "ชื่อสมาชิก", "สมาชิก",
        "ชื่อ-สกุล (ผู้เรียน)",
    ),
    "given": (
        "ชื่อ", "ชื่อตัว", "ชื่อจริง", "ชื่อต้น", "first name", "firstname", "given name", "given",
        "fname", "ชือ",
    ),
    "middle": ("ชื่อกลาง", "middle name", "middle", "ชื่อรอง",),
    "surname": (
        "นามสกุล", "สกุล", "ชื่อสกุล (นามสกุล)", "นามสกุล/ชื่อสกุล", "last name", "lastname",
        "surname", "family name", "lname", "นามสกล", "ชื่อวงศ์",
    ),
    "nickname": (
        "ชื่อเล่น", "ชื่อเรียก", "ชื่อที่เรียก", "nickname", "nick name", "ฉายา", "ชื่อเล่น/ชื่อเรียก",
    ),
    "own_name": ("ชื่อภาษาถิ่น", "ชื่อในภาษาของตน", "ชื่อชนเผ่า", "ชื่อปกาเกอะญอ", "ชื่อกะเหรี่ยง",),
    "birth": (
        "วันเกิด", "วันเดือนปีเกิด", "วัน/เดือน/ปีเกิด", "วัน เดือน ปี เกิด", "วันเดือนปี", "ว/ด/ป เกิด",
        "ว.ด.ป.", "ว.ด.ป.เกิด", "วดป", "วดปเกิด", "วันที่เกิด", "เกิด", "เกิดวันที่", "เกิดเมื่อ",
        "เกิดเมื่อวันที่", "วันเกิด (พ.ศ.)", "วันเดือนปีเกิด (พ.ศ.)", "วัน/เดือน/ปี", "ว/ด/ป", "ว ด ป",
        "วันเดือนปีที่เกิด", "birth", "birthday", "birth date", "birthdate", "date of birth",
        "dob", "bdate", "วดป.เกิด", "วันเกิด(ว/ด/ป)", "วัน/เดือน/พ.ศ.เกิด", "วันเดือนพ.ศ.เกิด",
        "วันเดือนปีเกิดตามบัตร",
    ),
    "birth_day": ("เกิด วัน", "วันเกิด วัน", "วันเดือนปีเกิด วันที่", "วัน",),
    "birth_month": ("เดือนเกิด", "เกิด เดือน", "เดือน (เกิด)", "วันเกิด เดือน", "เดือน",),
    "birth_year": (
        "ปีเกิด", "ปี พ.ศ. เกิด", "พ.ศ.เกิด", "เกิด พ.ศ.", "ปี พ.ศ. ที่เกิด", "ปีที่เกิด", "เกิดปี",
        "เกิด ปี", "ปี", "พ.ศ.", "ปี พ.ศ.", "birth year", "เกิดปี พ.ศ.", "ปีเกิด พ.ศ.",
        "ปีที่เกิด พ.ศ.", "เกิดเมื่อปี พ.ศ.", "year of birth",
    ),
    "age": ("อายุ", "อายุ (ปี)", "อายุปี", "age",),
    "sex": ("เพศ", "sex", "gender", "เพศสภาพ",),
    "moo": (
        "หมู่", "หมู่ที่", "หมุ่", "หมุ่ที่", "ม.ที่", "หมู่ที", "moo", "เลขหมู่", "เลขที่หมู่บ้าน", "หมู่ (ที่)",
        "village no", "ม",
    ),
    "village": (
        "บ้าน", "หมู่บ้าน", "ชื่อหมู่บ้าน", "ชื่อบ้าน", "บ้าน (ชื่อหมู่บ้าน)", "ชุมชน", "หมู่บ้าน/ชุมชน",
        "village", "ชื่อหมู่บ้าน/ชุมชน",
    ),
    "hamlet": ("หย่อมบ้าน", "หย่อม", "ป๊อก", "คุ้ม", "กลุ่มบ้าน", "hamlet",),
    "house_number": ("บ้านเลขที่", "เลขที่บ้าน", "house no",),
    "address": ("ที่อยู่", "ที่อยู่ปัจจุบัน", "address", "ภูมิลำเนา",),
    "carer_title": (
        "carer title", "guardian title", "คำนำหน้าผู้ปกครอง", "ผู้ปกครอง คำนำหน้า",
        "คำนำหน้าชื่อผู้ปกครอง",
    ),
    "carer": (
        "ผู้ปกครอง", "ชื่อผู้ปกครอง", "ชื่อ-สกุลผู้ปกครอง", "ชื่อ-นามสกุลผู้ปกครอง", "ชื่อสกุลผู้ปกครอง", "ผู้ดูแล",
        "ชื่อผู้ดูแล", "ผู้ดูแลหลัก", "ผู้ดูแลจริง", "ชื่อ-สกุลผู้ดูแล", "ผู้ปกครอง/ผู้ดูแล", "ผู้ปกครองหรือผู้ดูแล",
        "ผู้ปกครอง ชื่อ", "ผู้ปกครอง ชื่อสกุล", "ผู้ปกครอง ชื่อ-สกุล", "guardian", "parent", "carer",
        "บิดา/มารดา/ผู้ปกครอง", "ชื่อพ่อแม่/ผู้ปกครอง", "พ่อแม่ผู้ปกครอง", "ชื่อบิดามารดาหรือผู้ปกครอง",
    ),
    "carer_identity": (
        "เลขบัตรประชาชนผู้ปกครอง", "เลขประจำตัวประชาชนผู้ปกครอง", "เลขบัตรผู้ปกครอง",
        "เลขประจำตัวผู้ปกครอง", "ผู้ปกครอง เลขประจำตัวประชาชน", "ผู้ปกครอง เลขบัตรประชาชน",
        "guardian id",
    ),
    "carer_surname": ("นามสกุลผู้ปกครอง", "สกุลผู้ปกครอง", "ผู้ปกครอง นามสกุล", "ผู้ปกครอง สกุล",),
    "carer_role": ("ความสัมพันธ์", "เกี่ยวข้องเป็น", "ความเกี่ยวข้อง", "ความสัมพันธ์กับผู้เรียน",),
    "phone": (
        "โทรศัพท์", "เบอร์โทร", "เบอร์โทรศัพท์", "หมายเลขโทรศัพท์", "โทร", "โทร.", "เบอร์", "มือถือ",
        "เบอร์มือถือ", "เบอร์ติดต่อ", "เบอร์โทรติดต่อ", "โทรศัพท์ติดต่อ", "เบอร์โทรผู้ปกครอง",
        "โทรศัพท์ผู้ปกครอง", "เบอร์ผู้ปกครอง", "โทรศัพท์มือถือ", "ติดต่อ", "phone", "tel", "tel.",
        "mobile", "telephone", "phone number",
    ),
    "level": (
        "ชั้นสุดท้าย", "ระดับการศึกษา", "การศึกษา", "ชั้น", "ระดับชั้น", "วุฒิ", "วุฒิการศึกษา", "ชั้นเรียน",
        "ระดับชั้นสุดท้าย", "จบชั้น", "การศึกษาสูงสุด", "ชั้นที่จบ", "ชั้นสูงสุด", "ระดับการศึกษาสูงสุด", "ชั้นปี",
        "ชั้นที่ออก", "ออกกลางคันชั้น", "ชั้นที่เรียนล่าสุด", "การศึกษาล่าสุด", "level", "grade",
        "education", "class", "ระดับการศึกษาล่าสุด", "ระดับ", "ชั้นที่กำลังเรียน", "จบการศึกษาระดับ",
    ),
    "status": (
        "สถานะ", "สถานภาพ", "สถานะการเรียน", "สถานะผู้เรียน", "สถานภาพการเรียน",
        "สถานะทางการศึกษา", "สถานะการศึกษา", "สถานะปัจจุบัน", "สภาพปัจจุบัน", "status",
        "สถานภาพทางการศึกษา", "สถานภาพปัจจุบัน",
    ),
    "reasons": (
        "สาเหตุ", "สาเหตุที่ออก", "สาเหตุการออก", "เหตุที่ออก", "เหตุผล", "สาเหตุที่ออกกลางคัน",
        "สาเหตุที่ไม่เรียน", "สาเหตุการหลุดออกจากระบบ", "สาเหตุที่ไม่ได้เรียน", "เหตุผลที่ออก",
        "สาเหตุที่หลุดจากระบบ", "สาเหตุหลุดจากระบบ", "ปัญหา", "ปัญหา/สาเหตุ", "reason", "reasons",
        "สาเหตุออกกลางคัน", "สาเหตุที่ออกจากโรงเรียน",
    ),
    "groups": (
        "กลุ่ม", "กลุ่มเป้าหมาย", "ประเภท", "ประเภทกลุ่มเป้าหมาย", "กลุ่มผู้เรียน", "ประเภทผู้เรียน",
        "target group", "group", "กลุ่มเป้าหมายย่อย", "ประเภทกลุ่ม",
    ),
    "note": (
        "หมายเหตุ", "บันทึก", "ข้อสังเกต", "ข้อมูลเพิ่มเติม", "อื่น ๆ", "อื่นๆ", "note", "notes",
        "remark", "remarks", "รายละเอียดเพิ่มเติม", "หมายเหตู",
    ),
    "ignore": ("สิ่งที่ต้องแก้", "แถวเดิม", "ลงชื่อ", "ลายเซ็น", "ลายมือชื่อ",),
}  # fmt: skip

FIELDS: Final = tuple(SPELLINGS)
NAME_FIELDS: Final = frozenset({"name", "given"})
# One spelling stands for two things until the cells below it are looked at.
AMBIGUOUS: Final = {
    "ม": ("moo", "level"),
    "เลขที่": ("order", "house_number"),
    "id": ("identity", "order"),
    "รหัส": ("local_code", "identity"),
    "ชื่อสกุล": ("name", "surname"),
}
# These mean a birth date only beneath a heading that says so, or side by side.
BIRTH_PARTS: Final = ("birth_day", "birth_month", "birth_year")

_NOISE: Final = re.compile(r"[\s.\-–—_/\\:*()\[\]{},;'\"“”‘’]+")
_LONG_ENOUGH: Final = 7


def of_carer(heading: str) -> bool:
    """Whether a heading speaks of who looks after a learner."""
    return bool(_OF_CARER.search(header_key(heading)))


def header_key(text: str) -> str:
    """A heading without spaces, strokes, dots and letter case."""
    return _NOISE.sub("", digits(one_line(text)).lower()) or one_line(text)


_BY_KEY: Final[dict[str, str]] = {}
for _field, _texts in SPELLINGS.items():
    for _text in _texts:
        _BY_KEY.setdefault(header_key(_text), _field)
_BY_KEY["ชื่อสกุล"] = "name"
# Headings that contain a known one but speak of somebody or something else.
_OTHERS: Final = re.compile(
    "โรงเรียน|สถานศึกษา|สถาบัน|บิดา|มารดา|^พ่อ|^แม่|ครู|ผู้สำรวจ|ผู้บันทึก|ผู้รายงาน|สำรวจ|เยี่ยม"
    "|จบเมื่อ|ออกเมื่อ|ย้าย"
    "|ตำบล|อำเภอ|จังหวัด|รายได้|อาชีพ|สัญชาติ|เชื้อชาติ|ศาสนา|ออกบัตร|หมดอายุ"
    "|วันที่บันทึก|วันที่ออก"
)
# A heading about the carer says nothing of the learner, whatever else it names.
_OF_CARER: Final = re.compile("ผู้ปกครอง|ผู้ดูแล|guardian|parent|carer")
_CARER_FIELD: Final = {
    "identity": "carer_identity",
    "name": "carer",
    "given": "carer",
    "surname": "carer_surname",
    "title": "carer_title",
    "carer": "carer",
    "carer_role": "carer_role",
    "phone": "phone",
}
_OF_LEARNER: Final = re.compile("(?:ของ)?(?:ผู้เรียนรู้|ผู้เรียน|นักเรียน|นักศึกษา|เด็กและเยาวชน|เยาวชน|เด็ก)$")
_BRACKETED: Final = re.compile(r"[(\[].*?[)\]]")


@lru_cache(maxsize=8_192)
def field_of(heading: str) -> tuple[str, float]:
    """The field that a heading means and how sure that is, from 0 (no idea) to 1."""
    # A line break in a heading is only the office's way to make it fit.
    key = header_key(heading)
    if not key or len(key) > 60:
        return "", 0.0
    if key in _BY_KEY:
        return _BY_KEY[key], 1.0
    bare = header_key(_BRACKETED.sub("", heading))
    if bare in _BY_KEY:
        return _BY_KEY[bare], 0.95
    # "นามสกุลนักเรียน": the roster is about learners, so the word adds nothing.
    of_learner = _OF_LEARNER.sub("", bare)
    if of_learner != bare and of_learner in _BY_KEY:
        return _BY_KEY[of_learner], 0.9
    if _OTHERS.search(key):
        return "", 0.0
    if _OF_CARER.search(key):
        name, sure = _resembling(_OF_CARER.sub("", key)) if _OF_CARER.sub("", key) else ("", 0.0)
        return (_CARER_FIELD[name], min(sure, 0.9)) if name in _CARER_FIELD else ("", 0.0)
    return _resembling(key)


def _resembling(key: str) -> tuple[str, float]:
    if key in _BY_KEY:
        return _BY_KEY[key], 1.0
    best, reach = "", 0
    for spelling, name in _BY_KEY.items():
        if len(spelling) < max(_LONG_ENOUGH, reach + 1) or spelling not in key:
            continue
        # What a heading begins with says more than what it mentions.
        if len(spelling) * (2 if key.startswith(spelling) else 1.4) >= len(key):
            best, reach = name, len(spelling)
    if best:
        return best, 0.7
    return _nearly(key)


def _nearly(key: str) -> tuple[str, float]:
    """A heading with one slip of the keyboard; short ones are too easily something else."""
    if len(key) < 6:
        return "", 0.0
    found = process.extractOne(key, _BY_KEY.keys(), scorer=Levenshtein.distance, score_cutoff=1)
    return (_BY_KEY[found[0]], 0.6) if found is not None else ("", 0.0)
