"""The breach pack of a lost laptop as the hub can tell it: whose data, what kinds, what was unsent.

The hub knows what the laptop was sent: everything of its centre up to when it was last seen.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from sqlalchemy.engine import Connection

from resources.clock import in_thailand
from sync.errors import Rejected
from sync.hub.memory_book import begin_sheet, book_bytes
from sync.hub.overview import DeviceLine, read_devices
from sync.hub.records import read_records
from sync.hub.scope import Scope
from sync.hub.tables import centre, device
from sync.hub.tables import held as held_table
from sync.kinds import kind_of
from sync.own_files import write_new
from sync.protocol import Code
from sync.stamps import stamp_ms
from sync.texts import TEXT_LETTERS, seen

HOURS: Final = 72
# A cell that begins so would be run as a formula.
_RUNS: Final = ("=", "+", "-", "@", "\t", "\r")

_STEPS: Final = (
    ("0", "ตัดเครื่องออก: tambon-hub revoke {device}"),
    ("0", "แจ้งศูนย์ให้พิมพ์ชุดข้อมูลเหตุละเมิดจากเครื่องอื่นของศูนย์ด้วย"),
    ("24", "ประเมินความเสี่ยง ดูคนที่มีข้อมูลอ่อนไหวและเด็กก่อน"),
    ("72", "แจ้งสำนักงาน สคส. เว้นแต่ไม่มีความเสี่ยงต่อบุคคล (พ.ร.บ. ม.37(4))"),
    ("72", "ถ้าเสี่ยงสูง แจ้งเจ้าของข้อมูลและผู้ปกครองโดยไม่ชักช้า"),
    ("ต่อจากนั้น", "งานที่เครื่องนั้นส่งหลังถูกตัด ดูด้วย tambon-hub held show {device}"),
)


def write_breach(
    connection: Connection, identity: bytes, path: Path, now_ms: int
) -> dict[str, Any]:
    """Write the pack as a new workbook; what it holds in numbers.

    Raises:
        Rejected: UNKNOWN_DEVICE. FileExistsError: the file is there.
    """
    line = next((each for each in read_devices(connection) if each.device == identity.hex()), None)
    if line is None:
        raise Rejected(Code.UNKNOWN_DEVICE)
    row = connection.execute(sa.select(device).where(device.c.device == identity)).one()
    scope = Scope(row.province, bytes(row.centre))
    people, kinds = _held(connection, scope, line)
    told = {
        "device": line.device,
        "letters": line.letters,
        "people": sum(1 for each in people if each[-1] == "แน่นอน"),
        "possible": sum(1 for each in people if each[-1] != "แน่นอน"),
        "records": sum(kinds.values()),
        "waiting": line.waiting,
        "revoked": line.revoked_ms is not None,
        "deadline": _moment(now_ms + HOURS * 3_600_000),
    }
    kept = connection.execute(
        sa.select(sa.func.count()).select_from(held_table).where(held_table.c.device == identity)
    ).scalar_one()
    name = connection.execute(
        sa.select(centre.c.name).where(
            centre.c.province == scope.province, centre.c.centre == scope.centre
        )
    ).scalar_one()
    facts = [
        ("เครื่อง", f"{line.letters} {line.name} {line.device}"),
        ("ศูนย์", name),
        ("เข้าร่วมเมื่อ", _moment(line.enrolled_ms)),
        ("ติดต่อจังหวัดล่าสุด", _moment(line.seen_ms)),
        ("ตัดออกแล้วเมื่อ", _moment(line.revoked_ms) if line.revoked_ms else "ยังไม่ได้ตัด ทำทันที"),
        ("งานที่ยังไม่ได้ส่ง ณ เวลานั้น (ตามที่เครื่องบอก)", str(line.waiting)),
        ("งานหลังเวลานั้น", "ไม่มีใครทราบ อยู่ในเครื่องนั้นเท่านั้น"),
        ("คำขอที่เก็บไว้หลังถูกตัด", str(kept)),
        ("จำนวนคนที่ข้อมูลอยู่ในเครื่องแน่", str(told["people"])),
        ("จำนวนคนที่อาจอยู่ในเครื่อง (เพิ่มหลังติดต่อล่าสุด)", str(told["possible"])),
        ("การป้องกัน", "แฟ้มในเครื่องเข้ารหัส เปิดได้ด้วยรหัสผ่านเท่านั้น เว้นแต่เปิดค้างไว้หรือรหัสเดาง่าย"),
        ("พิมพ์ชุดนี้เมื่อ", _moment(now_ms)),
        ("แจ้ง สคส. ภายใน 72 ชั่วโมงนับแต่ทราบ หากทราบตอนนี้ คือไม่เกิน", str(told["deadline"])),
    ]
    steps = [(hours, text.replace("{device}", line.device), "", "") for hours, text in _STEPS]
    lines = [
        (kind, str(count), "ใช่" if kind_of(kind).sensitive else "") for kind, count in kinds.items()
    ]
    book = Workbook(write_only=True)
    _sheet(book, "สรุปเหตุ", ("เรื่อง", "ข้อมูล"), facts, (50, 90))
    _sheet(book, "สิ่งที่ต้องทำ", ("ภายใน (ชั่วโมง)", "ทำอะไร", "ใครทำ", "ทำเมื่อ"), steps, (16, 80, 24, 20))
    _sheet(book, "ผู้ที่ข้อมูลอยู่ในเครื่อง", ("รหัส", "ชื่อ", "วันเกิด", "มีข้อมูลอ่อนไหว", "ผู้ดูแล", "อยู่ในเครื่อง"),
           people, (20, 34, 14, 18, 44, 14))  # fmt: skip
    _sheet(book, "ชนิดข้อมูล", ("ชนิด", "ระเบียน", "อ่อนไหว"), lines, (30, 12, 12))
    content = book_bytes(book)
    write_new(path, content)
    return told


def _held(
    connection: Connection, scope: Scope, line: DeviceLine
) -> tuple[list[tuple[str, ...]], dict[str, int]]:
    """Return the people and the records by kind that the laptop was sent."""
    kinds: Counter[str] = Counter()
    people: dict[bytes, tuple[dict[str, Any], int]] = {}
    private: set[bytes] = set()
    carers: dict[bytes, list[str]] = {}
    for each in read_records(connection, scope):
        if each.erased:
            continue
        values = {name: field.value for name, field in each.state.items()}
        kinds[each.kind] += 1
        owner = values.get("learner_id")
        if each.kind == "learner":
            if values.get("anonymised_on") is None:
                stamps = [head.stamp for field in each.state.values() for head in field.heads]
                covered = [stamp for field in each.state.values() for stamp in field.covered]
                people[each.record] = (values, stamp_ms(min([*stamps, *covered])))
        elif each.kind == "learner_private" and isinstance(owner, bytes):
            private.add(owner)
        elif each.kind == "carer" and isinstance(owner, bytes):
            said = f"{values.get('name') or ''} {values.get('phone') or ''}".strip()
            carers.setdefault(owner, []).append(said)
    seen = line.seen_ms or 0
    rows = [
        (
            str(values.get("code") or ""),
            " ".join(str(values.get(name) or "") for name in ("title", "given", "surname")).strip(),
            str(values.get("birth") or ""),
            "ใช่" if identity in private else "",
            "; ".join(carers.get(identity, ())),
            "แน่นอน" if made_ms <= seen else "อาจจะ",
        )
        for identity, (values, made_ms) in people.items()
    ]
    ordered = {
        kind: kinds[kind] for kind in sorted(kinds, key=lambda k: (not kind_of(k).sensitive, k))
    }
    return sorted(rows, key=lambda each: each[1]), ordered


def _sheet(
    book: Workbook,
    title: str,
    head: tuple[str, ...],
    rows: list[Any],
    widths: tuple[int, ...],
) -> None:
    sheet = begin_sheet(book, title)
    for place, width in enumerate(widths):
        sheet.column_dimensions["ABCDEFGH"[place]].width = width
    sheet.freeze_panes = "A2"

    def cells(texts: tuple[str, ...], *, bold: bool) -> Iterator[Any]:
        for text in texts:
            # What came before texts were bounded may hold what no cell can.
            text = seen(text)[:TEXT_LETTERS]
            cell = WriteOnlyCell(sheet, f"'{text}" if text[:1] in _RUNS and len(text) > 1 else text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=bold)
            yield cell

    sheet.append(list(cells(head, bold=True)))
    for row in rows:
        sheet.append(list(cells(row, bold=False)))


def _moment(ms: int | None) -> str:
    if ms is None:
        return "ไม่ทราบ"
    local = in_thailand(datetime.datetime.fromtimestamp(ms / 1000, datetime.UTC))
    return f"{local.day}/{local.month}/{local.year + 543} {local:%H:%M}"
