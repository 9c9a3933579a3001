"""Start lists as offices send them, made up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Cells = Sequence[Sequence[Any]]

NUMBERS = ("9999000000014", "9999000000022", "9999000000031")

ZERO_DROPOUT: Cells = (
    ("บัญชีรายชื่อเด็กนอกระบบ Thailand Zero Dropout ปี 2569",),
    ("อำเภอสมมติ จังหวัดสมมติ",),
    ("ลำดับ", "เลขประจำตัวประชาชน", "คำนำหน้า", "ชื่อ", "นามสกุล", "วันเกิด", "ที่อยู่", "หมู่ที่",
     "สถานศึกษาเดิม", "ชั้น", "ผู้ปกครอง", "โทรศัพท์", "รหัสอำเภอ"),
    (1, NUMBERS[0], "เด็กชาย", "ธาดา", "ป่าแก้ว", "12/05/2555", "45/1", 3, "บ้านห้วย", "ป.6",
     "นางคำ ป่าแก้ว", "0811111111", "A-17"),
    (2, NUMBERS[1], "เด็กหญิง", "มาลี", "ป่าแก้ว", "03/02/2556", "45/1", 3, "บ้านห้วย", "ป.5",
     "นางคำ ป่าแก้ว", "0811111111", "A-17"),
    (3, "", "นาย", "ศักดิ์", "ใจดี", "2552", "7", 4, "วัดป่า", "ม.2", "", "", "A-18"),
    ("", "", "", "", "", "", "", "", "", "", "", "", ""),
    ("รวม 3 คน",),
)  # fmt: skip


def written(path: Path, rows: Cells = ZERO_DROPOUT, title: str = "รายชื่อ") -> Path:
    """Write a list as a workbook and return its path."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path
