"""Local curricula as a workbook: which version each row is, and its units in one cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, Value
from desktop.models.base import SyncedRecord
from desktop.models.curricula import Curriculum
from desktop.services.curricula.reading import capital_of, found, units_of
from desktop.services.curricula.records import CurriculumQuery, CurriculumRow
from desktop.services.curricula.service import (
    begun,
    check_facts,
    check_open,
    fill,
    fill_unit,
    unit_of,
)
from desktop.services.needs.amounts import shown
from desktop.services.record_values import read_value
from desktop.services.workbooks.of_subjects import SubjectBook
from resources.clock import today

_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("ชื่อ", "หลักสูตร", "ชื่อวิชา", "title"), "name"),
    **dict.fromkeys(("ชั่วโมง", "จำนวนชั่วโมง", "เวลาเรียน"), "hours"),
    **dict.fromkeys(("เนื้อหา", "โครงสร้างเนื้อหา", "หน่วย", "content"), "units"),
    **dict.fromkeys(("หมู่", "หมู่ที่", "moo"), "village_id"),
}
_PART: Final = "|"


class CurriculumBook(SubjectBook):
    """Every version in a row; a new row begins with its units, one a line: title | hours | how.

    The units of one that is known are changed in the program.
    """

    what = "curricula"
    word = "curriculum"
    model = Curriculum
    asks = CurriculumQuery
    find = staticmethod(found)
    identity = ("name", "version")
    may_lack = frozenset({"version"})
    begins = ("version", "units")
    left_out = frozenset({"capital"})
    before = (Column("version", "ฉบับที่", "Version", width=9, back=False),)
    after = (
        Column("units", "หน่วยการเรียน | ชั่วโมง | วิธี", "Units | hours | how", width=44, back=False),
        Column("capital", "ใช้ทุนชุมชน", "Community capital", width=28, back=False),
    )
    noted = frozenset({"units", "capital"})
    aliases = _OTHER_HEADINGS

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        known = [session.get_one(Curriculum, each) for each in ids]
        return {
            each.id: {
                "name": each.name,
                "version": str(each.version),
                "units": _units(session, each.id),
            }
            for each in known
        }

    def more(self, session: Session, record: Curriculum, row: CurriculumRow) -> Mapping[str, Value]:
        del row
        drawn = ", ".join(name for _known, name in capital_of(session, record))
        return {
            "version": str(record.version),
            "units": _units(session, record.id),
            "capital": drawn,
        }

    def check(self, session: Session, record: SyncedRecord, values: Mapping[str, Any]) -> None:
        assert isinstance(record, Curriculum)
        check_open(session, record, values)
        check_facts(values, today())

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        check_facts(values, today())
        _version(session, values.get("version"))
        for hours in (hours for _name, hours, _method in _read(str(values.get("units") or ""))):
            if hours is not None:
                check_facts({"hours": hours}, today())

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = dict(values)
        version, units = given.pop("version", ""), str(given.pop("units", "") or "")
        if isinstance(record, Curriculum):
            fill(session, record, given, today())
            return
        record = begun(today())
        record.version = _version(session, version)
        fill(session, record, given, today())
        session.add(record)
        for name, hours, method in _read(units):
            session.flush()
            unit = unit_of(session, record)
            fill_unit(session, unit, {"name": name, "hours": hours, "method": method})
            session.add(unit)


def _version(session: Session, text: object) -> int:
    version = read_value(session, Curriculum, "version", text) if text else 1
    if version < 1:
        raise UserError("quantity_not_positive", field="version", value=version)
    return int(version)


def _units(session: Session, curriculum_id: UUID) -> str:
    """The units as one cell holds them, a line each."""
    return "\n".join(
        f" {_PART} ".join(
            (each.name, "" if each.hours is None else shown(each.hours), _line(each.method))
        ).rstrip(f" {_PART}")
        for each in units_of(session, curriculum_id)
    )


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _read(text: str) -> Iterable[tuple[str, float | None, str]]:
    """The units of a cell: name, hours, how; what is no number of hours belongs to how."""
    for line in filter(None, map(str.strip, text.splitlines())):
        name, *more = (part.strip() for part in line.split(_PART))
        hours: float | None = None
        if more:
            try:
                hours = float(more[0].replace(",", "")) if more[0] else None
                more = more[1:]
            except ValueError:
                hours = None
        yield name, hours, " ".join(filter(None, more))
