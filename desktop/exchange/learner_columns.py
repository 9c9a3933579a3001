"""The columns of an exported learner list: what `read_roster` takes back without loss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop.exchange.writing import Column

_COLUMNS: Final = (
    Column("local_code", "รหัสผู้เรียน", "Learner code", "code", width=18),
    Column("identity", "เลขประจำตัวประชาชน", "National id", "code", width=20),
    Column("g_code", "รหัส G", "G code", "code", width=16),
    Column("title", "คำนำหน้า", "Title", width=12),
    Column("given", "ชื่อ", "Given name", width=18),
    Column("middle", "ชื่อกลาง", "Middle name"),
    Column("surname", "นามสกุล", "Surname", width=20),
    Column("nickname", "ชื่อเล่น", "Nickname"),
    Column("sex", "เพศ", "Sex", width=10),
    Column("birth", "วันเกิด", "Birth date", "date", width=14),
    Column("moo", "หมู่ที่", "Moo", "code", width=8),
    Column("village", "หมู่บ้าน", "Village", width=20),
    Column("hamlet", "หย่อมบ้าน", "Hamlet"),
    Column("carer_title", "คำนำหน้าผู้ปกครอง", "Carer title"),
    Column("carer", "ผู้ปกครอง", "Carer", width=24),
    Column("phone", "เบอร์โทร", "Phone", "code", width=14),
    Column("level", "ระดับการศึกษา", "Education", width=18),
    Column("status", "สถานะ", "Status", width=16),
    Column("reasons", "สาเหตุ", "Reasons", width=28),
    Column("groups", "กลุ่มเป้าหมาย", "Target group", width=28),
    Column("note", "หมายเหตุ", "Note", width=36),
    Column("record_id", "รหัสระเบียน", "Record id", "code", hidden=True),
    Column("mark", "รอยตรวจ", "Row mark", "code", hidden=True),
)

FEW_VALUES: Final = frozenset(
    {"title", "sex", "moo", "village", "hamlet", "level", "status", "reasons", "groups"}
)
"""Columns whose values repeat from row to row."""


def learner_columns(choices: Mapping[str, Sequence[str]] | None = None) -> tuple[Column, ...]:
    """The columns in order; `choices` gives a drop-down to a column by its key."""
    wanted = choices or {}
    return tuple(
        Column(
            column.key,
            column.header_th,
            column.header_en,
            column.kind,
            tuple(wanted.get(column.key, ())),
            column.hidden,
            column.width,
        )
        for column in _COLUMNS
    )
