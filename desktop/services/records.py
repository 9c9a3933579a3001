"""Any kind of record, found and read by its declared fields, without what the reader may not see.

What asks for more than a look at rows (the recorded look at the sensitive part, urgent cases) is
not read here: their own services answer for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.fields import Field, fields_of
from desktop.models.search import key_of
from desktop.services.entries import Entry, entry
from desktop.services.record_values import live, read_as, read_value
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

LOOKS_AUDITED: Final = frozenset(
    {"learner_private", "urgent_case", "urgent_handing", "urgent_note", "urgent_try"}
)
"""Kinds of which each look is recorded, or which only the people named in them read."""

_LISTS: Final = frozenset({"codes", "lines", "links", "months"})
_STEP: Final = 500


class RecordService:
    """Reads records of one kind; every change goes through the service of its subject."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def find(
        self,
        kind: str,
        search: str = "",
        where: Mapping[str, Any] | None = None,
        limit: int | None = None,
    ) -> tuple[Entry, ...]:
        """Return the records that are not hidden, in Thai order where the kind has one.

        Args:
            kind: which.
            search: what one of the texts holds, as people type it.
            where: values that fields have, as people write them; of a list, one that is in it;
                of a day, its beginning; "" for an empty field.
            limit: how many at most.

        Raises:
            UserError: `kind_unknown`, `unknown_field`, and what reading a value raises.
        """
        cls = _class(kind)
        wanted = key_of(search)
        with self._workspace.read() as session:
            asked = _asked(session, cls, where or {})
            found: list[Entry] = []
            for record in _live(session, cls):
                if limit is not None and len(found) >= limit:
                    break
                if all(_has(record, each, value) for each, value in asked) and (
                    not wanted or wanted in _key(record)
                ):
                    found.append(entry(record))
            return tuple(found)

    @needs(Right.READ)
    def read(self, arguments: Iterable[Field], values: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the values of an act mean, in the centre's words.

        Args:
            arguments: what the act takes, by name, type and code list.
            values: as a person writes them; others than those named stay as they are.

        Raises:
            UserError: `unknown_code`, `bad_date`, `bad_yes_no`, `bad_whole_number`, `bad_amount`.
        """
        known = {each.name: each for each in arguments}
        with self._workspace.read() as session:
            return {
                name: read_as(session, known[name], value) if name in known else value
                for name, value in values.items()
            }

    @needs(Right.READ)
    def get(self, kind: str, record_id: UUID) -> Entry:
        """Return one record.

        Raises:
            UserError: `kind_unknown`, `record_unknown`, `learner_unknown`.
        """
        with self._workspace.read() as session:
            return entry(live(session, _class(kind), record_id))


def _class(kind: str) -> type[SyncedRecord]:
    cls = synced_classes().get(kind)
    if cls is None or kind in LOOKS_AUDITED:
        raise UserError("kind_unknown", kind=kind)
    return cls


def _asked(
    session: Session, cls: type[SyncedRecord], where: Mapping[str, Any]
) -> list[tuple[Field, Any]]:
    fields = fields_of(cls)
    asked = []
    for name, value in where.items():
        field = fields.get(name)
        if field is None or field.machine:
            raise UserError("unknown_field", field=name)
        blank = value is None or not str(value).strip()
        if blank or field.type == "day":
            asked.append((field, None if blank else str(value).strip()))
        elif field.type in _LISTS:
            one = read_value(session, cls, name, [value])
            asked.append((field, (one or [None])[0]))
        else:
            asked.append((field, read_value(session, cls, name, value)))
    return asked


def _has(record: SyncedRecord, field: Field, value: Any) -> bool:
    own = getattr(record, field.name)
    if value is None:
        return own in (None, "", [])
    if field.type == "day":
        return str(own or "").startswith(value)
    if field.type in _LISTS:
        return value in (own or [])
    return bool(own == value)


def _live(session: Session, cls: type[Any]) -> Iterator[SyncedRecord]:
    rows: Select[Any] = select(cls).where(cls.deleted.is_(False))
    if hasattr(cls, "merged_into"):
        rows = rows.where(cls.merged_into.is_(None))
    order = (cls.sort_key, cls.id) if hasattr(cls, "sort_key") else (cls.first_stamp,)
    yield from session.scalars(rows.order_by(*order).execution_options(yield_per=_STEP))


def _key(record: SyncedRecord) -> str:
    texts = []
    for field in fields_of(type(record)).values():
        if field.is_free_text or field.type == "plain":
            value = getattr(record, field.name)
            texts += value if isinstance(value, list) else [value]
    return "\n".join(key_of(str(each)) for each in texts if each)
