"""Learners as the sheets of a workbook: the list, its groups one by one, and sums by village."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.exchange.learner_columns import FROZEN, learner_columns
from desktop.exchange.marks import mark_text
from desktop.exchange.writing import Column, Table, Value, cell_text, named
from desktop.models.area import Hamlet
from desktop.models.people import Carer, Learner, LeavingReason
from desktop.services.consent.gates import stopped
from desktop.services.learners.lists import learner_ids, learner_rows
from desktop.services.learners.records import LearnerQuery, LearnerRow
from desktop.services.rosters.export_words import ExportWords, kept_in, outside, person_values
from desktop.services.workbooks.declared import Asked, Export

_STEP: Final = 500
_GROUP_COLUMNS: Final = (
    Column("local_code", "รหัสผู้เรียนรู้", "Learner code", "code", width=17, back=False),
    Column("name", "ชื่อ-สกุล", "Name", width=26, back=False),
    named("village", "moo", "number", width=7, back=False),
    named("learner", "sex", width=8, back=False),
    Column("age", "อายุ", "Age", "number", width=7, back=False),
    Column("list", "รายการ", "List", width=16, back=False),
    Column("value", "ค่า", "Value", width=40, back=False),
)
_SUM: Final = ("รวม", "Total")


@dataclass
class _Sheets:
    """Gathers the rows of the list and of what is told beside it."""

    columns: tuple[Column, ...]
    words: ExportWords
    rows: list[list[Value]] = field(default_factory=list)
    groups: list[list[Value]] = field(default_factory=list)
    sexes: dict[tuple[Value, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    statuses: dict[tuple[Value, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )

    def add(self, row: LearnerRow, value: dict[str, Value], items: dict[str, list[str]]) -> None:
        """Take in a learner."""
        texts = {
            column.key: cell_text(value.get(column.key))
            for column in self.columns
            if column.key != "mark"
        }
        value["mark"] = mark_text("learners", texts, items)
        self.rows.append([value.get(column.key) for column in self.columns])
        lists = (
            ("groups", "target_groups", ("กลุ่มเป้าหมาย", "Target group")),
            ("reasons", "leaving_reasons", ("สาเหตุ", "Reason")),
        )
        told = {**value, "name": row.full_name}
        for key, name, heading in lists:
            for code in items[key]:
                told |= {"list": heading[self.words.english], "value": self.words.label(name, code)}
                self.groups.append([told.get(column.key) for column in _GROUP_COLUMNS])
        place = value.get("moo"), row.village_name
        self.sexes[place][row.sex] += 1
        self.statuses[place][row.status or ""] += 1

    def tables(self) -> list[Table]:
        """The list, its groups with one value a cell, and sums by village."""
        english = self.words.english
        frozen = sum(1 for column in self.columns if column.key in FROZEN)
        groups = Table(
            "Groups" if english else "กลุ่มและสาเหตุ", _GROUP_COLUMNS, self.groups,
            frozen=2, view=True,
        )  # fmt: skip
        title = LEARNERS.title(self.words.language)
        return [Table(title, self.columns, self.rows, frozen=frozen), groups, self._by_village()]

    def _by_village(self) -> Table:
        english = self.words.english
        sexes = sorted({sex for counts in self.sexes.values() for sex in counts})
        statuses = sorted({each for counts in self.statuses.values() for each in counts})
        nothing = "Not stated" if english else "ไม่ระบุ"
        heads = [
            *(self.words.label("sex", each) or nothing for each in sexes),
            *(self.words.label("status", each) or nothing for each in statuses),
        ]
        columns = (
            named("village", "moo", "number", width=8, back=False),
            named("learner", "village_id", key="village", width=20, back=False),
            Column("people", "คน", "People", "number", width=8, back=False),
            *(Column(f"c{at}", head, head, "number", back=False) for at, head in enumerate(heads)),
        )
        rows: list[list[Value]] = []
        for place in sorted(self.sexes, key=_village_order):
            counts = [self.sexes[place][each] for each in sexes]
            counts += [self.statuses[place][each] for each in statuses]
            rows.append([*place, self.sexes[place].total(), *counts])
        sums = [sum(_whole(row[at]) for row in rows) for at in range(2, len(columns))]
        rows.append([_SUM[english], "", *sums])
        return Table("By village" if english else "ตามหมู่บ้าน", columns, rows, frozen=2, view=True)


class LearnerExport(Export):
    """The list, which comes back in as a roster does; sensitive words only when asked for."""

    what = "learners"
    model = Learner
    asks = LearnerQuery

    def tables(self, session: Session, asked: Asked) -> list[Table]:
        words = ExportWords(session, asked.language)
        ids = learner_ids(session, outside(asked.question(LearnerQuery)))
        # Whoever took back their consent to sensitive data keeps theirs inside.
        covered = stopped(session, ids, "sensitive", asked.today) if asked.sensitive else set(ids)
        lists = {name: words.choices(of) for name, of in _DROP_DOWNS.items()}
        columns = learner_columns(lists, asked.columns, numbers=asked.numbers)
        sheets = _Sheets(columns, words)
        hamlets = {each.id: each.name for each in session.scalars(select(Hamlet))}
        for start in range(0, len(ids), _STEP):
            asked.progress.step(start, len(ids), "gathering")
            step = list(ids[start : start + _STEP])
            found = session.scalars(select(Learner).where(Learner.id.in_(step)))
            people = {each.id: each for each in found}
            carers = _carers(session, step)
            reasons = _reasons(session, step)
            for row in learner_rows(session, step):
                person, told = people[row.id], row.id not in covered
                items = {
                    "reasons": words.told("leaving_reasons", reasons[row.id], sensitive=told),
                    "groups": words.told("target_groups", row.groups, sensitive=told),
                }
                birth = row.birth_date
                value: dict[str, Value] = {
                    **person_values(words, row),
                    "identity": row.national_id,
                    "g_code": row.g_code,
                    "middle": row.middle,
                    "title": row.title,
                    "given": row.given,
                    "surname": row.surname,
                    "sex": words.label("sex", row.sex) if row.sex != "unspecified" else "",
                    "birth": birth,
                    "age": birth.age_on(asked.today).years if birth is not None else None,
                    "hamlet": hamlets.get(person.hamlet_id, "") if person.hamlet_id else "",
                    "carer": carers.get(row.id, ""),
                    "phone": person.phone,
                    "level": words.label(
                        "levels",
                        person.level_current or person.level_last or person.level_completed,
                    ),
                    "reasons": words.several("leaving_reasons", items["reasons"]),
                    "groups": words.several("target_groups", items["groups"]),
                    "note": person.note,
                    "record_id": str(row.id),
                }
                sheets.add(row, value, items)
        first, *others = sheets.tables()
        stay = kept_in(session, asked.question(LearnerQuery))
        return [replace(first, kept_in=stay), *others]


LEARNERS: Final = LearnerExport()
_DROP_DOWNS: Final = {"sex": "sex", "level": "levels", "status": "status"}


def _carers(session: Session, ids: list[UUID]) -> dict[UUID, str]:
    carers: dict[UUID, str] = {}
    ordered = (
        _of(Carer, ids)
        .with_only_columns(Carer.learner_id, Carer.name)
        .order_by(Carer.cares_daily.desc(), Carer.first_stamp)
    )
    for owner, name in session.execute(ordered):
        carers.setdefault(owner, name)
    return carers


def _reasons(session: Session, ids: list[UUID]) -> dict[UUID, list[str]]:
    reasons: dict[UUID, list[str]] = defaultdict(list)
    ordered = (
        _of(LeavingReason, ids)
        .with_only_columns(LeavingReason.learner_id, LeavingReason.code)
        .order_by(LeavingReason.main.desc(), LeavingReason.code)
    )
    for owner, code in session.execute(ordered):
        reasons[owner].append(code)
    return reasons


def _of(cls: Any, ids: Iterable[UUID]) -> Select[Any]:
    return select(cls).where(cls.learner_id.in_(ids), cls.deleted.is_(False))


def _village_order(place: tuple[Value, str]) -> tuple[int, str]:
    moo, name = place
    return (moo if isinstance(moo, int) else 1_000), name


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0
