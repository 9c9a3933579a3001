"""Rosters made for tests: the three shapes of the samples, in other spellings and sizes."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop.exchange.person_cells import ShippedLookup
from desktop.exchange.preview import Hidden, Preview, read_roster
from desktop.models.identity import check_digit

TODAY = date(2026, 11, 22)
SAMPLES = Path(__file__).parent.parent / "samples"
MONTHS = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
SHORT = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."
GIVEN = "ศรีวรรณ บุญยืน ดาวเรือง สุรชัย อรพินท์ มานะ นภา วีรชน ซอวาทู หน่อแอริ พอคี มูแฮ นอพอ สาวิตรี"
SURNAMES = "ธารน้ำเงา คีรีพนาสุข ไพรวัลย์งามดี ดอยสงบสุข พนาเจริญธรรม วนารุ่งเรืองดี"
NICKNAMES = "ดาว ต้น มะลิ บอย นุ่น เอ็ม"
TITLES = {
    "เด็กชาย": ("ด.ช.", "ด.ช. ", "เด็กชาย", "เด็กชาย ", "ดช."),
    "เด็กหญิง": ("ด.ญ.", "ด.ญ. ", "เด็กหญิง", "เด็กหญิง "),
    "นาย": ("นาย", "นาย "),
    "นาง": ("นาง", "นาง "),
    "นางสาว": ("น.ส.", "น.ส. ", "นางสาว", "นางสาว  "),
}
LEVELS = {"ม.3": "m3", "ป.6": "p6", "อ.2": "k2", "ไม่เคยเรียน": "none"}
STATUS = {"นอกระบบ": "out_of_school", "เรียนอยู่": "studying", "เสี่ยงหลุด": "at_risk"}
REASONS = {"ความพิการ": "LR03", "เรียนไม่ทัน": "LR22", "ตั้งครรภ์": "LR16"}


def thai(text: str) -> str:
    """The text with Thai digits."""
    return text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def read(path: Path, mapping: dict[str, str] | None = None, *, hidden: Hidden = "") -> Preview:
    """Read a roster as on the day of the vectors, with the shipped vocabularies."""
    return read_roster(path, ShippedLookup(), mapping, today=TODAY, hidden=hidden)


@dataclass(frozen=True)
class Somebody:
    """A person as they are, from whom a clerk wrote a row."""

    title: str
    given: str
    surname: str
    nickname: str
    birth: str
    number: str
    moo: str
    village: str
    carer_title: str
    carer: str
    phone: str
    level: str
    status: str
    reason: str


def somebody(chance: random.Random, number: int) -> Somebody:
    """An invented person; numbers carry the fictional registry code."""
    born = date(chance.randint(1995, 2019), chance.randint(1, 12), chance.randint(1, 28))
    body = f"{chance.randint(1, 8)}9999{number:07d}"
    identity = chance.choice(
        [body + str(check_digit(body))] * 5 + ["", f"G66{chance.randint(10, 99)}{number:08d}"]
    )
    moo = chance.randint(1, 13)
    return Somebody(
        title=chance.choice(list(TITLES)),
        given=chance.choice(GIVEN.split()),
        surname=chance.choice([*SURNAMES.split(), ""]),
        nickname=chance.choice([*NICKNAMES.split(), ""]),
        birth=chance.choice(
            [f"{born:%Y-%m-%d}", f"{born:%Y-%m-%d}", f"{born:%Y-%m}", f"{born:%Y}", ""]
        ),
        number=identity,
        moo=str(moo),
        village=f"บ้านตัวอย่าง{moo}",
        carer_title="นาง",
        carer=f"{chance.choice(GIVEN.split())} {chance.choice(SURNAMES.split())}",
        phone=chance.choice([f"08{chance.randint(10_000_000, 99_999_999)}", ""]),
        level=chance.choice(list(LEVELS)),
        status=chance.choice(list(STATUS)),
        reason=chance.choice(list(REASONS)),
    )


def written_birth(who: Somebody, chance: random.Random) -> object:
    """One of the ways in which clerks write that date."""
    if not who.birth:
        return chance.choice(["", "-", "ไม่ทราบ"])
    parts = [int(part) for part in who.birth.split("-")]
    year = parts[0] + 543
    if len(parts) == 1:
        return chance.choice([str(year), f"พ.ศ. {year}", thai(str(year)), year])
    if len(parts) == 2:
        month = chance.choice([MONTHS, SHORT]).split()[parts[1] - 1]
        return chance.choice([f"{month} {year}", f"{parts[1]:02d}/{year}", thai(f"{month} {year}")])
    day = parts[2]
    long, short = MONTHS.split()[parts[1] - 1], SHORT.split()[parts[1] - 1]
    return chance.choice(
        [
            f"{day}/{parts[1]}/{year}",
            f"{day:02d}-{parts[1]:02d}-{year}",
            f"{day}.{parts[1]}.{year}",
            f"{day} {short} {year}",
            f"{day} {short}{year}",
            f"{day} {short.replace('.', '')} {year}",
            thai(f"{day} {long} {year}"),
            f"{day} {long} พ.ศ. {year}",
            who.birth,
            datetime(*parts),  # type: ignore[arg-type] # noqa: DTZ001
            datetime(year, parts[1], day),  # noqa: DTZ001 - a year that the clerk typed in BE
        ]
    )


def written_number(who: Somebody, chance: random.Random) -> object:
    """One of the ways in which that number reaches a cell."""
    number = who.number
    if not number:
        return chance.choice(["", "-", "ไม่มี"])
    if number.startswith("G"):
        return chance.choice([number, number.lower(), f"G {number[1:]}"])
    dashed = f"{number[0]}-{number[1:5]}-{number[5:10]}-{number[10:12]}-{number[12]}"
    return chance.choice(
        [number, f" {number} ", dashed, dashed.replace("-", " "), thai(number), int(number),
         float(number), f"{number}.0"]
    )  # fmt: skip


def written_moo(who: Somebody, chance: random.Random) -> object:
    """One of the ways of naming a village by its number."""
    moo = who.moo
    return chance.choice([moo, int(moo), thai(moo), f"หมู่ {moo}", f"หมู่ที่ {moo}", f"ม.{moo}"])


def joined_name(who: Somebody, chance: random.Random) -> str:
    """Title, name and surname in one cell."""
    gap = chance.choice([" ", "  ", "\u00a0"])
    surname = who.surname or chance.choice(["", "-"])
    text = chance.choice(TITLES[who.title]) + who.given + (gap + surname if surname else "")
    return chance.choice([text, f"  {text} ", f"\ufeff{text}"])


Maker = Callable[[Somebody, random.Random], object]

# Field -> spellings of its heading, and how the cell is written.
COLUMNS: dict[str, tuple[Sequence[str], Maker]] = {
    "identity": (
        ("เลขประจำตัวประชาชน", "เลขบัตรประชาชน", "เลข 13 หลัก", "รหัสประจำตัว", "ID Card"),
        written_number,
    ),
    "name": (
        ("ชื่อ - สกุล", "ชื่อ-นามสกุล", "ชื่อ – สกุล", "ชื่อและนามสกุล", "รายชื่อ"),
        joined_name,
    ),
    "nickname": (("ชื่อเล่น", "ชื่อเล่น ", "Nickname"), lambda who, _chance: who.nickname),
    "birth": (
        ("วัน/เดือน/ปีเกิด", "วันเดือนปีเกิด", "ว.ด.ป. เกิด", "วันเกิด (พ.ศ.)", "เกิดวันที่"),
        written_birth,
    ),
    "moo": (("หมู่ที่", "หมู่", "ม.", "หมู่ ที่"), written_moo),
    "village": (("บ้าน", "ชื่อหมู่บ้าน", "หมู่บ้าน"), lambda who, _chance: who.village),
    "carer": (
        ("ผู้ปกครอง", "ชื่อผู้ปกครอง", "ชื่อ-สกุล ผู้ปกครอง", "ผู้ดูแล"),
        lambda who, _chance: who.carer_title + who.carer,
    ),
    "phone": (("เบอร์โทร", "โทรศัพท์", "เบอร์โทรศัพท์", "โทร."), lambda who, _chance: who.phone),
    "level": (("ชั้นสุดท้าย", "ระดับการศึกษา", "วุฒิการศึกษา"), lambda who, _chance: who.level),
    "status": (("สถานะ", "สถานภาพ", "สถานะการเรียน"), lambda who, _chance: who.status),
    "reasons": (("สาเหตุ", "สาเหตุที่ออก", "สาเหตุที่ออกกลางคัน"), lambda who, _chance: who.reason),
}


def fill(
    sheet: Worksheet,
    people: Sequence[Somebody],
    chance: random.Random,
    *,
    titles: bool = True,
    total: bool = True,
) -> None:
    """Write people as an office would: title rows, any column order, a total at the foot."""
    fields = list(COLUMNS)
    chance.shuffle(fields)
    if titles:
        sheet.append(["ทะเบียนเด็กและเยาวชน (ข้อมูลตัวอย่าง)"])
        sheet.append(["องค์การบริหารส่วนตำบลตัวอย่าง ปีงบประมาณ ๒๕๖๙"])
        sheet.append([])
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(fields) + 1)
        sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=len(fields) + 1)
    sheet.append(["ลำดับ", *(chance.choice(COLUMNS[name][0]) for name in fields)])
    for number, who in enumerate(people, 1):
        sheet.append([number, *(COLUMNS[name][1](who, chance) or None for name in fields)])
        if chance.random() < 0.03:
            sheet.append([])
    if total:
        sheet.append([None, None, "รวม", len(people), "คน"])


def office_book(path: Path, seed: int, count: int) -> list[Somebody]:
    """The shape of the OAO's roster: two sheets, titles, totals; the people in their order."""
    chance = random.Random(seed)
    people = [somebody(chance, seed * 10_000 + number) for number in range(count)]
    book = Workbook()
    book.remove(book.worksheets[0])
    half = count // 2
    for name, part in (("หมู่ 1-6", people[:half]), ("หมู่ 7-13", people[half:])):
        sheet: Worksheet = book.create_sheet(name)
        fill(sheet, part, chance)
    book.save(path)
    return people


def plain_csv(path: Path, seed: int, count: int, encoding: str) -> list[Somebody]:
    """The shape of the plain file: title, name and surname apart, no titles, any encoding."""
    chance = random.Random(seed)
    people = [somebody(chance, seed * 10_000 + number) for number in range(count)]
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=chance.choice([",", ";", "\t"]))
    headings = ["เลขบัตร", "คำนำหน้าชื่อ", "ชื่อ", "สกุล", "เกิด", "หมู่", "สถานะการเรียน"]
    order = list(range(len(headings)))
    chance.shuffle(order)
    writer.writerow([headings[place] for place in order])
    for who in people:
        birth = written_birth(who, chance)
        cells = [
            written_number(who, chance),
            chance.choice(TITLES[who.title]).strip(),
            who.given,
            who.surname,
            f"{birth:%d/%m/}{birth.year}" if isinstance(birth, datetime) else birth,
            written_moo(who, chance),
            who.status,
        ]
        writer.writerow([cells[place] for place in order])
    path.write_bytes(stream.getvalue().encode(encoding))
    return people
