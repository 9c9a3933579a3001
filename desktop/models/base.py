"""The base of mapped classes: column types, the synced-record mixin, and naming of constraints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    TypeDecorator,
    inspect,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, declared_attr, mapped_column
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from desktop import models
from desktop.models.fields import LOCAL, Field, Id, Packed, day, fields_of, machine
from desktop.models.ids import DerivedId, new_id

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Instant(TypeDecorator[datetime]):
    """A moment: an aware UTC `datetime` in Python, milliseconds since 1970 in the database."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_milliseconds(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else from_milliseconds(int(value))


def to_milliseconds(moment: datetime) -> int:
    """Return whole milliseconds since 1970; `moment` must be aware."""
    return (moment - EPOCH) // timedelta(milliseconds=1)


def from_milliseconds(value: int) -> datetime:
    """Return the aware UTC moment of `value` milliseconds since 1970."""
    return EPOCH + timedelta(milliseconds=value)


class Base(DeclarativeBase):
    """The declarative base of every table."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Id,
        datetime: Instant,
        bytes: LargeBinary,
        list[str]: Packed,
        list[int]: Packed,
        dict[str, Any]: Packed,
        list[dict[str, Any]]: Packed,
    }


class SyncedRecord:
    """What every record that reaches the province has.

    Subclasses set `kind`, the stable name on the wire, and `derived` where two laptops make the
    same record for the same thing. Columns without `info=LOCAL` are the record's fields, each
    made by a constructor of `fields` that says what it means. References between synced records
    are plain ids without a foreign key, since a parent may arrive after its child. `last_change`
    points at the change row that made the record as it is: the database refuses a row without
    one (see `capture`).
    """

    kind: ClassVar[str]
    derived: ClassVar[DerivedId | None] = None
    open_when_restricted: ClassVar[bool] = False
    """A restriction of the person leaves it open: their own rights, and help in danger."""
    rectifiable: ClassVar[bool] = False
    """Put right on request beside the person's own record; plans have versions, ratings rounds."""
    own_period: ClassVar[bool] = False
    """May be destroyed before the rest of the person's record, after a period of its own."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id, info=LOCAL)
    centre_id: Mapped[UUID] = mapped_column(index=True, info=LOCAL)
    created_at: Mapped[datetime] = mapped_column(info=LOCAL)
    created_by: Mapped[UUID | None] = mapped_column(info=LOCAL)
    edited_at: Mapped[datetime] = mapped_column(info=LOCAL)
    edited_by: Mapped[UUID | None] = mapped_column(info=LOCAL)
    first_stamp: Mapped[bytes] = mapped_column(LargeBinary(16), info=LOCAL)
    field_stamps: Mapped[bytes] = mapped_column(LargeBinary, info=LOCAL)
    unknown_fields: Mapped[bytes | None] = mapped_column(LargeBinary, info=LOCAL)
    typed: Mapped[dict[str, Any] | None] = mapped_column(Packed, info=LOCAL)
    verified_on: Mapped[str | None] = day(part_known=True)
    deleted: Mapped[bool] = machine(default=False)
    # Set (to the day) once the content was destroyed for good; every copy then blanks its own.
    erased: Mapped[str | None] = machine()

    def __init__(self, **values: Any) -> None:
        # Ids and defaults are needed before the flush: by children, and by the change row.
        super().__init__(**values)
        mapper: Mapper[Any] = inspect(type(self))
        for column in mapper.columns:
            default = column.default
            if column.key in values or default is None:
                continue
            if isinstance(default, ScalarElementColumnDefault):
                setattr(self, column.key, default.arg)
        if "id" not in values:
            self.id = new_id()

    @classmethod
    def local_values(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the local columns that follow from a record's fields: keys to sort and search by.

        `values` holds fields by name, text normalised; any may be absent.
        """
        return {}

    @declared_attr
    @classmethod
    def last_change(cls) -> Mapped[int]:
        return mapped_column(
            ForeignKey("change.number", deferrable=True, initially="DEFERRED"),
            info=LOCAL,
        )


@cache
def synced_classes() -> dict[str, type[SyncedRecord]]:
    """Return every synced mapped class by its kind.

    Each module of the models is read for it: services are made when they are first asked for,
    and a kind whose service nobody has asked for yet is no kind of a newer version.
    """
    for each in iter_modules(models.__path__):
        import_module(f"{models.__name__}.{each.name}")
    return {cls.kind: cls for cls in _mapped(SyncedRecord)}


def field_of(kind: str, name: str) -> Field | None:
    """Return a field of a kind of record, None for what only a newer version knows."""
    cls = synced_classes().get(kind)
    return fields_of(cls).get(name) if cls is not None else None


def _mapped(parent: type[SyncedRecord]) -> Iterator[type[SyncedRecord]]:
    for cls in parent.__subclasses__():
        if hasattr(cls, "__tablename__"):
            yield cls
        yield from _mapped(cls)
