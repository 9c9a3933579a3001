"""Numbers of papers: given with the letters of the laptop, and never again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.dates import be_year
from desktop.models.funds import FundEntry, GoodsEntry
from desktop.models.program import DeviceState

SERIES: Final = {"receipt": "R", "payment": "P", "transfer": "T"}
GOODS_SERIES: Final = "G"


def next_number(
    session: Session, series: str, day: str, classes: Iterable[Any] = (FundEntry, GoodsEntry)
) -> str:
    """Return the next number of this laptop in the year of a day, such as MB-R-0007/2569.

    Args:
        classes: of the records that bear numbers of this series.
    """
    letters = session.get_one(DeviceState, 1).letters
    start, end = f"{letters}-{series}-", f"/{be_year(int(day[:4]), int(day[5:7]))}"
    last = 0
    for cls in classes:
        column = cls.number
        wanted = (
            select(column)
            .where(column.like(f"{start}%{end}"))
            .order_by(func.length(column).desc(), column.desc())
            .limit(1)
        )
        number = session.scalars(wanted).first()
        middle = number[len(start) : -len(end)] if number else ""
        last = max(last, int(middle) if middle.isdecimal() else 0)
    return f"{start}{last + 1:04d}{end}"


def number_used(session: Session, cls: Any, fund_id: UUID, kind: Any, number: str) -> bool:
    """Whether a number stands in a fund's book already, of an entry of that kind.

    Args:
        cls: the class of the entries.
        kind: the condition that an entry is of that kind.
    """
    return (
        session.scalars(
            select(cls.id).where(cls.fund_id == fund_id, cls.number == number, kind).limit(1)
        ).first()
        is not None
    )
