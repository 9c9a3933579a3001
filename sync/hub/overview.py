"""What province staff look at: centres, records by kind, devices, what still waits."""

from __future__ import annotations

from collections import defaultdict

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync.hub.anchors import tampered
from sync.hub.enrolment import device_name
from sync.hub.scope import Scope, within
from sync.hub.tables import centre, device, held, record, set_aside
from sync.roster import Member


class DeviceLine(msgspec.Struct, frozen=True):
    """One laptop."""

    device: str  # hex
    name: str
    letters: str
    centre: str  # hex
    enrolled_ms: int
    seen_ms: int | None
    revoked_ms: int | None
    waiting: int
    restarts: int
    clock_off_ms: int
    tampered: bool  # its audit anchors contradict each other


class CentreLine(msgspec.Struct, frozen=True):
    """One centre."""

    centre: str  # hex
    name: str
    tambon: str
    changes: int
    newest_ms: int | None
    records: dict[str, int]  # by kind
    set_aside: int
    held: int
    devices: tuple[DeviceLine, ...]


class Overview(msgspec.Struct, frozen=True):
    """The whole hub at one moment."""

    now_ms: int
    centres: tuple[CentreLine, ...]


def read_devices(connection: Connection) -> list[DeviceLine]:
    """Every device, by centre and letters."""
    suspects = tampered(connection)
    rows = connection.execute(
        sa.select(device).order_by(device.c.province, device.c.centre, device.c.letters)
    )
    return [
        DeviceLine(
            device=bytes(row.device).hex(),
            name=device_name(connection, row),
            letters=row.letters,
            centre=bytes(row.centre).hex(),
            enrolled_ms=row.enrolled_ms,
            seen_ms=row.seen_ms,
            revoked_ms=row.revoked_ms,
            waiting=row.waiting,
            restarts=row.restarts,
            clock_off_ms=row.clock_off_ms,
            tampered=bytes(row.device).hex() in suspects,
        )
        for row in rows
    ]


def read_members(connection: Connection, scope: Scope) -> tuple[Member, ...]:
    """The laptops of a centre and their keys, the revoked ones marked."""
    rows = connection.execute(
        sa.select(device).where(within(device, scope)).order_by(device.c.letters)
    )
    return tuple(
        Member(
            device=bytes(row.device),
            public_key=bytes(row.public_key),
            seal_key=bytes(row.seal_key),
            letters=row.letters,
            revoked=row.revoked_ms is not None,
        )
        for row in rows
    )


def read_overview(connection: Connection, now_ms: int) -> Overview:
    """Counts and last times of every centre, by tambon."""
    kinds: dict[bytes, dict[str, int]] = defaultdict(dict)
    for identity, kind, count in connection.execute(
        sa.select(record.c.centre, record.c.kind, sa.func.count())
        .where(record.c.hidden.is_(False))
        .group_by(record.c.centre, record.c.kind)
        .order_by(record.c.kind)
    ):
        kinds[bytes(identity)][kind] = count
    devices: dict[str, list[DeviceLine]] = defaultdict(list)
    for line in read_devices(connection):
        devices[line.centre].append(line)
    aside = _counts(connection, set_aside)
    waiting = _counts(connection, held)
    lines = []
    for row in connection.execute(sa.select(centre).order_by(centre.c.tambon, centre.c.name)):
        identity = bytes(row.centre)
        seen = [line.seen_ms for line in devices[identity.hex()] if line.seen_ms is not None]
        lines.append(
            CentreLine(
                centre=identity.hex(),
                name=row.name,
                tambon=row.tambon,
                changes=row.feed,
                newest_ms=max(seen, default=None),
                records=kinds[identity],
                set_aside=aside.get(identity, 0),
                held=waiting.get(identity, 0),
                devices=tuple(devices[identity.hex()]),
            )
        )
    return Overview(now_ms, tuple(lines))


def _counts(connection: Connection, table: sa.Table) -> dict[bytes, int]:
    rows = connection.execute(sa.select(table.c.centre, sa.func.count()).group_by(table.c.centre))
    return {bytes(identity): count for identity, count in rows}
