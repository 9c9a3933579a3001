"""The columns of an exported learner list: what `read_roster` takes back without loss.

They are headed as the register calls them where offices do too, else in the offices' own words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from desktop.exchange.writing import Column, named

_COLUMNS: Final = (
    Column("local_code", "รหัสผู้เรียนรู้", "Learner code", "code", width=17, back=False),
    Column("identity", "เลขประจำตัวประชาชน", "National id", "code", width=17),
    named("learner", "title", width=10),
    named("learner", "given", width=15),
    named("learner", "surname", width=18),
    named("learner", "middle", width=10),
    named("learner", "nickname", width=10),
    named("learner", "sex", width=8),
    named("learner", "birth", "date", width=13),
    Column("age", "อายุ", "Age", "number", width=7, back=False),
    named("village", "moo", "number", width=7),
    named("learner", "village_id", key="village", width=16),
    named("learner", "hamlet_id", key="hamlet", width=14),
    Column("carer", "ผู้ปกครอง", "Carer", width=22),
    Column("phone", "เบอร์โทร", "Phone", "code", width=13),
    Column("level", "ระดับการศึกษา", "Education", width=14),
    named("learner", "status", width=14),
    Column("reasons", "สาเหตุ", "Reasons", width=26),
    Column("groups", "กลุ่มเป้าหมาย", "Target group", width=26),
    Column("note", "หมายเหตุ", "Note", width=34),
    Column("g_code", "รหัส G", "G code", "code", width=14),
    Column("record_id", "รหัสระเบียน", "Record id", "code", hidden=True, back=False),
    Column("mark", "รอยตรวจ", "Row mark", "code", hidden=True, back=False),
)

FROZEN: Final = ("local_code", "identity", "title", "given", "surname")
"""Columns that stay in view: who it is."""

NUMBERS: Final = frozenset({"identity", "g_code", "phone"})
"""What a list for many hands does without."""

ALWAYS: Final = frozenset({"local_code", "title", "given", "surname", "record_id", "mark"})
"""Columns of every list: who it is, and what the program knows the row by."""

FEW_VALUES: Final = frozenset(
    {"title", "sex", "moo", "village", "hamlet", "level", "status", "reasons", "groups"}
)
"""Columns whose values repeat from row to row."""


def learner_columns(
    choices: Mapping[str, Sequence[str]] | None = None,
    chosen: frozenset[str] | None = None,
    *,
    numbers: bool = True,
) -> tuple[Column, ...]:
    """The columns in order.

    Args:
        choices: a drop-down for a column, by its key.
        chosen: keys of the wanted columns, all without them; who it is always stands there.
        numbers: with national number, G code and telephone.
    """
    wanted = choices or {}
    return tuple(
        replace(column, choices=tuple(wanted.get(column.key, ())))
        for column in _COLUMNS
        if (chosen is None or column.key in chosen | ALWAYS)
        and (numbers or column.key not in NUMBERS)
    )
