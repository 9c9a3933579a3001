"""Sealing everything anew under a new data key, while laptops sync.

The new key is current at once, and each portion of rows is a transaction of its own: cut off
anywhere, the same command goes on, and until it has ended both keys open. What lies here of before
there was a vault is sealed in the same way.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import Any, Final, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync.errors import SyncError
from sync.hub import enrolment
from sync.hub.database import Database
from sync.hub.encrypted import connect, open_file
from sync.hub.enrolment import device_name_place
from sync.hub.escrow import opened_place
from sync.hub.feed import change_place
from sync.hub.holding import held_place
from sync.hub.keeping import aside_place
from sync.hub.projection import is_current, note_current, rebuild
from sync.hub.records import all_scopes, state_place
from sync.hub.tables import change, device, held, record, recovery_opened, sealing_key, set_aside
from sync.hub.vault import HEAD_BYTES, Place, current_key, head_of, is_sealed, seal, unseal

_ROWS: Final = 500
# Between two portions: time for the laptops that wait for the same lock.
_PAUSE_SECONDS: Final = 0.005


class _Field(NamedTuple):
    """A column with something sealed, and where a row's is sealed for."""

    column: sa.Column[Any]
    place: Callable[[Any], Place]


def _opened_place(name: str) -> Callable[[Any], Place]:
    return lambda row: opened_place(bytes(row.centre), bytes(row.device), row.number, name)


_FIELDS: Final = (
    _Field(
        change.c.fields,
        lambda row: change_place(bytes(row.centre), bytes(row.record), bytes(row.stamp), row.kind),
    ),
    _Field(record.c.state, lambda row: state_place(bytes(row.centre), bytes(row.record), row.kind)),
    _Field(
        set_aside.c.body,
        lambda row: aside_place(bytes(row.centre), bytes(row.record), bytes(row.stamp)),
    ),
    _Field(
        held.c.body,
        lambda row: held_place(bytes(row.centre), bytes(row.device), row.request_no),
    ),
    _Field(device.c.name, lambda row: device_name_place(bytes(row.centre), bytes(row.device))),
    *(_Field(recovery_opened.c[name], _opened_place(name)) for name in ("opened_by", "reason")),
)


class Rotated(NamedTuple):
    """What a rotation did: the data key and the root that stand now, and how much was resealed."""

    key: int
    root: int
    fields: int


def prepare(database: Database, now_ms: int) -> Any:
    """The hub's own row; the first start of this program seals what an older one left in the clear.

    Raises:
        SyncError: `hub_keys_foreign`, `hub_data_damaged`, `hub_key_unknown`.
    """
    with database.write() as connection:
        if connection.execute(_HIGHEST).scalar_one() is None:
            _alone(connection)
            if connection.execute(_HIGHEST).scalar_one() is None:
                database.vault.add(connection, now_ms)
        row = enrolment.prepare_hub(connection, now_ms)
        ready = is_current(connection)
        scopes = all_scopes(connection)
    if not ready:
        if row.projection is None:
            reseal(database, of_before=True)
        for scope in scopes:
            database.retried(partial(rebuild, scope=scope))
        if row.projection is None and scopes:
            compact(database)
        # Last: what was cut off before is done again by the next start.
        with database.write() as connection:
            note_current(connection)
    return row


def rotate(database: Database, now_ms: int, keep_root: bool = False) -> Rotated:
    """Put a new data key, and unless `keep_root` a new root, in the place of the ones before.

    One that was cut off is brought to its end instead of beginning another.

    Raises:
        SyncError: `hub_keys_fixed`, where the roots are given from outside; as `prepare`.
    """
    keys = database.keys
    with database.read() as connection:
        known = connection.execute(sa.select(sealing_key.c.number, sealing_key.c.root)).all()
    root = max(known)[1]
    if len(known) == 1 and len(keys.numbers) == 1 and not keep_root:
        keys.add_root()
    if root < keys.numbers[0] or len(known) == 1:
        database.retried(lambda connection: _begin(connection, database, now_ms))
    if database.file is not None:
        _change_page_key(database)
    fields = reseal(database)
    return database.retried(lambda connection: _end(connection, database, fields))


def _begin(connection: Connection, database: Database, now_ms: int) -> None:
    _alone(connection)
    database.vault.add(connection, now_ms)


def _end(connection: Connection, database: Database, fields: int) -> Rotated:
    number = current_key(connection)
    root = connection.execute(
        sa.select(sealing_key.c.root).where(sealing_key.c.number == number)
    ).scalar_one()
    connection.execute(sa.delete(sealing_key).where(sealing_key.c.number < number))
    if not database.keys.fixed and min(database.keys.numbers) < root:
        database.keys.drop_roots(root)
    return Rotated(number, root, fields)


def _alone(connection: Connection) -> None:
    """Wait for all who have asked for the current key, and keep others from asking."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("LOCK TABLE sealing_key IN ACCESS EXCLUSIVE MODE")


def reseal(database: Database, of_before: bool = False) -> int:
    """Bring everything under the current data key; how many fields were not.

    `of_before` takes what is not sealed for what an older program left.
    """
    count = 0
    for field in _FIELDS:
        last: tuple[Any, ...] | None = None
        while True:
            last, done = database.retried(partial(_portion, field, last, of_before))
            count += done
            if last is None:
                break
            time.sleep(_PAUSE_SECONDS)
    return count


def _portion(
    field: _Field, last: tuple[Any, ...] | None, of_before: bool, connection: Connection
) -> tuple[tuple[Any, ...] | None, int]:
    """Seal some rows after the last one; the new last one, None at the end, and how many."""
    column, table = field.column, field.column.table
    keys = list(table.primary_key.columns)
    number = current_key(connection)
    old = sa.select(table).where(
        sa.func.length(column) > 0,
        sa.func.substr(column, 1, HEAD_BYTES, type_=column.type) != head_of(number),
    )
    if last is not None:
        reached = sa.tuple_(
            *(sa.literal(value, key.type) for value, key in zip(last, keys, strict=True))
        )
        old = old.where(sa.tuple_(*keys) > reached)
    rows = connection.execute(old.order_by(*keys).limit(_ROWS).with_for_update()).all()
    update = (
        sa.update(table)
        .where(*(key == sa.bindparam(f"of_{key.name}") for key in keys))
        .values({column.name: sa.bindparam("sealed")})
    )
    changed = []
    for row in rows:
        of = row._mapping
        content, place = bytes(of[column]), field.place(row)
        plain = (
            content if of_before and not is_sealed(content) else unseal(connection, place, content)
        )
        changed.append(
            {
                **{f"of_{key.name}": of[key] for key in keys},
                "sealed": seal(connection, number, place, plain),
            }
        )
    if not changed:
        return None, 0
    connection.execute(update, changed)
    return tuple(rows[-1]._mapping[key] for key in keys), len(rows)


def _change_page_key(database: Database) -> None:
    file, keys = database.file, database.keys
    if file is None or not file.exists():
        return
    newest = keys.page_key(keys.numbers[0])
    for root in keys.numbers:
        connection = open_file(file, keys.page_key(root))
        if connection is None:
            continue
        try:
            if root != keys.numbers[0]:
                connection.execute(f"PRAGMA rekey = \"x'{newest.hex()}'\"")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
        return
    raise SyncError("hub_keys_foreign")


def compact(database: Database) -> None:
    """Write the tables anew, so that nothing of what their rows held before stays in the files."""
    if database.file is not None:
        with closing(connect(database.file, database.keys)) as raw:
            raw.execute("VACUUM")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if database.sqlite:
        return
    with database.engine.connect() as connection:
        alone = connection.execution_options(isolation_level="AUTOCOMMIT")
        for table in ("hub", *dict.fromkeys(field.column.table.name for field in _FIELDS)):
            alone.exec_driver_sql(f"VACUUM FULL {table}")


_HIGHEST: Final = sa.select(sa.func.max(sealing_key.c.number))
