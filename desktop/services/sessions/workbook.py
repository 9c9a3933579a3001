"""Who takes part and who came, as a workbook: people, and of each course its meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Table, Value, date_text
from desktop.models.courses import Course
from desktop.models.dates import PartialDate
from desktop.models.sessions import Attendance
from desktop.models.text import sort_key
from desktop.services.attendance.counting import codes
from desktop.services.sessions.register_records import Grid, RegisterLine
from desktop.services.sessions.registers import grid
from desktop.services.workbooks.declared import Asked, Export
from desktop.services.workbooks.values import CellWords

_PEOPLE: Final = (
    Column("course", "กิจกรรม", "Course", width=28),
    Column("name", "ชื่อ–สกุล", "Name", width=30),
    Column("nickname", "ชื่อเล่น", "Nickname", width=12),
    Column("role", "บทบาท", "Role", width=16),
    Column("state", "สถานะ", "State", width=18),
    Column("present", "มา (ครั้ง)", "Present", "number"),
    Column("expected", "ต้องมา (ครั้ง)", "Expected", "number"),
    Column("percent", "ร้อยละ", "Percent", "number"),
    Column("hours", "ชั่วโมง", "Hours", "number"),
)
_SUMS: Final = _PEOPLE[-4:]
_MOST_SHEETS: Final = 60
"""Of all courses together: a workbook with more is opened by nobody."""


@dataclass(frozen=True)
class AttendanceQuery:
    """Of which course; None for all of them."""

    course_id: UUID | None = None


class AttendanceExport(Export):
    """Everybody of a course and their marks; of whose record may not be used now none."""

    what = "attendance"
    model = Attendance
    asks = AttendanceQuery

    def title(self, language: str) -> str:
        return "Attendance register" if language == "en" else "ทะเบียนเวลาเรียน"

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        """The people of all courses asked for, then a sheet of meetings for each course."""
        question = asked.question(AttendanceQuery)
        wanted = select(Course.id, Course.name).where(Course.deleted.is_(False))
        if question.course_id is not None:
            wanted = wanted.where(Course.id == question.course_id)
        known = sorted(session.execute(wanted), key=lambda each: (sort_key(each.name), each.id))
        grids = [grid(session, each.id, asked.today) for each in known]
        words = CellWords(session, asked.language)
        roles, states = (
            words.lookup.vocabulary(name) for name in ("enrolment_roles", "enrolment_states")
        )
        people: list[list[Value]] = [
            [
                each.course,
                line.name,
                line.nickname,
                roles.label(line.role, asked.language),
                states.label(line.state, asked.language),
                *_sums(line),
            ]
            for each in grids
            for line in _open(each)
        ]
        first = Table(self.title(asked.language), _PEOPLE, people, frozen=2)
        marks = codes(session).marks
        labels = words.lookup.vocabulary("attendance_codes")
        met = [each for each in grids if each.meetings and each.lines][:_MOST_SHEETS]
        return [
            first,
            *(
                _matrix(each, lambda code: marks.get(code) or labels.label(code, asked.language))
                for each in met
            ),
        ]


def _open(found: Grid) -> Iterator[RegisterLine]:
    return (line for line in found.lines if not line.restricted)


def _sums(line: RegisterLine) -> list[Value]:
    found = line.attended
    percent: Value = "" if found.percent is None else found.percent
    return [found.present, found.expected, percent, round(found.hours, 2)]


def _matrix(found: Grid, said: Callable[[str], str]) -> Table:
    """A row a person, a column a meeting, as it is headed in พ.ศ."""
    days = tuple(
        Column(f"on_{place}", _day(each.on), _day(each.on), width=12)
        for place, each in enumerate(found.meetings)
    )
    columns = (_PEOPLE[1], *days, *_SUMS)
    rows: list[list[Value]] = []
    for line in _open(found):
        codes_of = (found.marks.get((line.enrolment_id, each.id), "") for each in found.meetings)
        rows.append([line.name, *(said(code) if code else "" for code in codes_of), *_sums(line)])
    return Table(found.course, columns, rows, frozen=1, view=True)


def _day(iso: str) -> str:
    return date_text(PartialDate.from_iso(iso))
