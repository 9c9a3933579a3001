"""Records whose id follows from what they are: made once, however many laptops make them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import Any, Final, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.models.base import SyncedRecord
from desktop.models.ids import DerivedId
from desktop.models.program import DeviceState, Erasure

Record = TypeVar("Record", bound=SyncedRecord)

_MADE: Final = "derived records"
_STEP: Final = 500
_CHECKED: Final = 100  # ids of one thing; a village is not renumbered as often


class DerivedIdError(RuntimeError):
    """A record of a derived kind was about to get another id than its own: a fault of the program.

    Records of such a kind are made by `ensure`, and the fields that make the id stay.
    """


def ensure(session: Session, cls: type[Record], **of: Any) -> Record:
    """Return the one record of a thing: found, brought back where it was hidden, or made.

    Args:
        session: a write transaction; what is made is added to it.
        cls: a class with `derived`.
        of: the values of its fields (`DerivedId.fields`). Its other fields stay as they are.
    """
    derived = _derived(cls)
    centre_id = session.get_one(DeviceState, 1).centre_id
    made: dict[UUID, Record] = session.info.setdefault(_MADE, {})
    known = None if derived.fixed else _by_fields(session, cls, derived, of)
    if known is not None:
        return known
    for record_id in derived.ids(of, centre_id):
        record = made.get(record_id) or session.get(cls, record_id)
        if record is None:
            if session.get(Erasure, record_id) is not None:
                continue
            record = made[record_id] = cls(id=record_id, **of)
            session.add(record)
            return record
        if record.erased is None and (derived.fixed or derived.same(_values(record, derived), of)):
            record.deleted = False
            return record
    raise AssertionError("the ids of a thing have no end")


def find(session: Session, cls: type[Record], **of: Any) -> Record | None:
    """Return the record of a thing whose fields never change, hidden or not; None without one."""
    centre_id = session.get_one(DeviceState, 1).centre_id
    return session.get(cls, id_of(cls, of, centre_id))


def id_of(cls: type[SyncedRecord], values: Mapping[str, Any], centre_id: UUID) -> UUID:
    """Return the usual id of a record with these values, for rows that are stored in bulk."""
    return next(_derived(cls).ids(values, centre_id))


def bring_back(
    session: Session, cls: type[SyncedRecord], rows: Sequence[Mapping[str, Any]], centre_id: UUID
) -> tuple[list[UUID], list[Mapping[str, Any]]]:
    """Give rows to be stored in bulk their ids; what is there already takes its row's values.

    Returns the ids in order, and the rows of records that are new.
    """
    derived = _derived(cls)
    ids = [id_of(cls, row, centre_id) for row in rows]
    taken: set[UUID] = set()
    for start in range(0, len(ids), _STEP):
        taken.update(session.scalars(select(cls.id).where(cls.id.in_(ids[start : start + _STEP]))))
    fresh: dict[UUID, Mapping[str, Any]] = {}
    for place, (record_id, row) in enumerate(zip(ids, rows, strict=True)):
        if derived.fixed and record_id not in taken:
            fresh[record_id] = {**fresh.get(record_id, {}), **row, "id": record_id}
            continue
        record = ensure(session, cls, **{name: row[name] for name in derived.fields})
        for name, value in row.items():
            if name != "id" and name not in derived.fields:
                setattr(record, name, value)
        ids[place] = record.id
    return ids, list(fresh.values())


def check_id(
    cls: type[SyncedRecord], record_id: UUID, values: Mapping[str, Any], centre_id: UUID
) -> None:
    """Refuse a new record of a derived kind that bears an id of its own.

    Raises:
        DerivedIdError: it was not made by `ensure`.
    """
    if cls.derived is None:
        return
    if record_id not in islice(cls.derived.ids(values, centre_id), _CHECKED):
        raise DerivedIdError(f"a {cls.kind} is made by what it is, not under an id of its own")


def check_edit(cls: type[SyncedRecord], changed: Collection[str]) -> None:
    """Refuse an edit of the fields that make a record's id.

    Raises:
        DerivedIdError: one of them was changed.
    """
    if cls.derived is not None and cls.derived.fixed and {*cls.derived.fields} & {*changed}:
        raise DerivedIdError(f"what makes the id of a {cls.kind} stays")


def _derived(cls: type[SyncedRecord]) -> DerivedId:
    if cls.derived is None:
        raise DerivedIdError(f"the id of a {cls.kind} follows from nothing")
    return cls.derived


def _by_fields(
    session: Session,
    cls: type[Record],
    derived: DerivedId,
    of: Mapping[str, Any],
) -> Record | None:
    """Return the shown record with these values, whatever its id; the smallest of several.

    Of a thing that belongs to something large, such as a course, only what may be it is read.
    """
    conditions: list[ColumnElement[bool]] = [cls.deleted.is_(False)]
    for name in derived.fields:
        # Words are the same in several spellings, which the database knows nothing of.
        if derived.key is None or not isinstance(of[name], str):
            conditions.append(getattr(cls, name) == of[name])
    unstored = [each for each in (*session.new, *session.dirty) if isinstance(each, cls)]
    found: list[Record] = [
        *session.scalars(select(cls).where(*conditions).order_by(cls.id)),
        *sorted(unstored, key=lambda each: each.id),
    ]
    for record in found:
        if not record.deleted and derived.same(_values(record, derived), of):
            return record
    return None


def _values(record: SyncedRecord, derived: DerivedId) -> dict[str, Any]:
    return {name: getattr(record, name) for name in derived.fields}
