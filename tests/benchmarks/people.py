"""Invented centres of a given size, quickly, through the services' own path."""

from __future__ import annotations

import csv
import random
from pathlib import Path

from openpyxl import Workbook

from desktop.models.capture_new import add_new
from desktop.models.identity import check_digit, local_code
from desktop.models.ids import derived_id
from desktop.models.people import Learner, LearnerCode, LearnerGroup
from desktop.services.learners.fields import check_fields, village_for
from desktop.services.workspace import Workspace


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GIVEN = _words(
    "ศรีวรรณ บุญยืน ดาวเรือง สุรชัย อรพินท์ มานะ นภา วีรชน พรสวรรค์ จันทร์หอม ซอวาทู หน่อแอริ "
    "พอคี มูแฮ นอพอ ดิโพ ลาเฮ จอหม่อ หน่อมูพอ โพดู คำมูล บัวจันทร์ อินสอน แสงเดือน ปวีณา ธนกฤต "
    "กัญญาพัชร ณัฐวุฒิ สมร บุญเลิศ ประยูร สุภาพ จิราพร อนุชา "
)
SURNAMES = _words(
    "ธารน้ำเงา คีรีพนาสุข ไพรวัลย์งามดี ดอยสงบสุข พนาเจริญธรรม วนารุ่งเรืองดี ใจคำหล้า "
    "ปินตาแสงคำ เครือวงค์ใจ แก้วดวงมา หล้าคำเงิน มูลเมืองดี สุขล้วนงาม บุญมั่งสุข "
)
NICKNAMES = _words("ดาว ต้น มะลิ บอย นุ่น เอ็ม ฟ้า หล้า น้อย จุ๋ม")
STATUSES = ("studying", "out_of_school", "at_risk", "general")
_STEP = 2_000  # learners a transaction: bounds the memory of one flush


def national(number: int) -> str:
    """Return the valid number of the fictional registry code with a running part."""
    twelve = f"{number // 10_000_000 % 8 + 1}9999{number % 10_000_000:07d}"
    return f"{twelve}{check_digit(twelve)}"


def values(number: int, chance: random.Random) -> dict[str, str]:
    """Return the fields of one invented person."""
    return {
        "title": chance.choice(("ด.ช.", "ด.ญ.", "นาย", "นางสาว")),
        "given": chance.choice(GIVEN) + chance.choice(("", "ชัย", "ศรี", "พร", "วัฒน์")),
        "surname": chance.choice(SURNAMES),
        "nickname": chance.choice(NICKNAMES),
        "birth": f"{chance.randint(1, 28)}/{chance.randint(1, 12)}/{chance.randint(2530, 2562)}",
        "sex": chance.choice(("ชาย", "หญิง")),
        "village": str(chance.randint(1, 13)),
        "status": chance.choice(STATUSES),
        "national_id": national(number),
        "phone": f"08{chance.randint(0, 99_999_999):08d}",
    }


def fill(workspace: Workspace, count: int, seed: int = 1) -> None:
    """Register `count` invented learners with numbers and a group each, the way an import does."""
    chance = random.Random(seed)
    today = workspace.today()
    for start in range(0, count, _STEP):
        with workspace.write() as session:
            villages = {str(moo): village_for(session, str(moo)) for moo in range(1, 14)}
            session.flush()
            numbers, learners = [], []
            for number in range(start, min(start + _STEP, count)):
                checked = check_fields(session, values(number, chance), today)
                # A laptop gives out 99,999 codes; a centre of more has several laptops.
                letters = "AB"[number // 90_000]
                learners.append(
                    {
                        **checked.columns,
                        "code": local_code("580604", f"X{letters}", number % 90_000 + 1),
                        "village_id": villages[checked.village or "1"],
                        "registered_on": today.isoformat(),
                    }
                )
                numbers.append(checked.identities[0].value)
            ids = add_new(session, Learner, learners)
            add_new(
                session,
                LearnerCode,
                [
                    {"learner_id": each, "code_kind": "national", "value": number}
                    for each, number in zip(ids, numbers, strict=True)
                ],
            )
            add_new(
                session,
                LearnerGroup,
                [
                    {"id": derived_id(each, "group", "TG02"), "learner_id": each, "code": "TG02"}
                    for each in ids
                ],
            )


_HEADINGS = (
    "ลำดับ", "เลขประจำตัวประชาชน", "ชื่อ - สกุล", "ชื่อเล่น", "วัน/เดือน/ปีเกิด", "เพศ", "หมู่ที่",
    "ผู้ปกครอง", "เบอร์โทร", "สถานะ",
)  # fmt: skip
_LABELS = {
    "studying": "เรียนอยู่", "out_of_school": "นอกระบบ", "at_risk": "เสี่ยงหลุด",
    "general": "ผู้สนใจทั่วไป",
}  # fmt: skip


def roster(path: Path, count: int, first: int, seed: int = 2) -> None:
    """Write an office's roster of `count` invented people, .xlsx or .csv by its name."""
    chance = random.Random(seed)
    rows = []
    for number in range(count):
        person = values(first + number, chance)
        rows.append(
            (
                number + 1, person["national_id"],
                f"{person['title']}{person['given']} {person['surname']}", person["nickname"],
                person["birth"], person["sex"], int(person["village"]),
                f"นาง{chance.choice(GIVEN)} {person['surname']}", person["phone"],
                _LABELS[person["status"]],
            )
        )  # fmt: skip
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([_HEADINGS, *rows])
        return
    book = Workbook(write_only=True)
    sheet = book.create_sheet("ทะเบียน")
    for row in (_HEADINGS, *rows):
        sheet.append(row)
    book.save(path)
