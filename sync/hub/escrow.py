"""Recovery secrets that laptops handed over: kept sealed, opened by the hub's keeper, and noted."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec import Struct
from sqlalchemy import Connection

from resources.words.recovery import code_of, words_of
from sync.errors import Rejected
from sync.escrow import Escrow, open_secret
from sync.hub.enrolment import device_name
from sync.hub.scope import Scope
from sync.hub.tables import device, recovery, recovery_opened
from sync.hub.vault import Place, current_key, seal, unseal
from sync.protocol import Code


class RecoveryLine(Struct, frozen=True):
    """A laptop and whether its recovery secret is kept; ids as hex, times in milliseconds."""

    device: str
    letters: str
    name: str
    key_id: str
    made_ms: int | None
    kept_ms: int | None
    opened: int
    last_opened_ms: int | None


class OpenedRecovery(Struct, frozen=True):
    """The words of one laptop, once."""

    device: str
    letters: str
    name: str
    key_id: str
    words: tuple[str, ...]
    code: str


class Note(Struct, frozen=True):
    """Who did what with a laptop's secrets; `what` is `recovery` or `breach`."""

    device: str
    what: str
    at_ms: int
    by: str
    reason: str


BREACH: Final = "breach"
"""Stands for the id of a recovery key, which is hex, in the notes of breach packs."""


def keep_recovery(
    connection: Connection, scope: Scope, identity: bytes, escrow: Escrow, now_ms: int
) -> None:
    """Keep a laptop's newest sealed secret; an older one that comes again changes nothing."""
    kept = connection.execute(
        sa.select(recovery.c.made_ms).where(*_of(recovery, scope, identity)).with_for_update()
    ).scalar_one_or_none()
    values = {
        "key_id": escrow.key_id,
        "sealed": escrow.sealed,
        "made_ms": escrow.made_ms,
        "kept_ms": now_ms,
    }
    if kept is None:
        connection.execute(
            sa.insert(recovery).values(
                province=scope.province, centre=scope.centre, device=identity, **values
            )
        )
    elif escrow.made_ms > kept:
        connection.execute(
            sa.update(recovery).where(*_of(recovery, scope, identity)).values(**values)
        )


def open_recovery(
    connection: Connection,
    identity: bytes,
    key: Ed25519PrivateKey,
    now_ms: int,
    by: str,
    reason: str,
) -> OpenedRecovery:
    """Open a laptop's recovery secret and note who did so, when and why.

    Raises:
        Rejected: reason_missing; unknown_device; no_recovery when the laptop handed none over.
        Malformed: damaged.
    """
    known = connection.execute(sa.select(device).where(device.c.device == identity)).one_or_none()
    if known is None:
        raise Rejected("unknown_device", device=identity.hex())
    scope = Scope(known.province, bytes(known.centre))
    kept: Any = connection.execute(
        sa.select(recovery).where(*_of(recovery, scope, identity))
    ).one_or_none()
    if kept is None:
        raise Rejected("no_recovery", device=identity.hex())
    words = words_of(open_secret(bytes(kept.sealed), kept.key_id, identity, key))
    _note(connection, scope, identity, kept.key_id, now_ms, by, reason)
    name = device_name(connection, known)
    return OpenedRecovery(identity.hex(), known.letters, name, kept.key_id, words, code_of(words))


def note_breach(connection: Connection, identity: bytes, now_ms: int, by: str, reason: str) -> None:
    """Note who asked whose data a laptop held, when and why: it is a list of people.

    Raises:
        Rejected: reason_missing; UNKNOWN_DEVICE.
    """
    known = connection.execute(sa.select(device).where(device.c.device == identity)).one_or_none()
    if known is None:
        raise Rejected(Code.UNKNOWN_DEVICE)
    scope = Scope(known.province, bytes(known.centre))
    _note(connection, scope, identity, BREACH, now_ms, by, reason)


def read_notes(connection: Connection) -> list[Note]:
    """Return who opened recovery secrets and made breach packs, the last one first."""
    rows = connection.execute(
        sa.select(recovery_opened).order_by(recovery_opened.c.opened_ms.desc())
    )

    def told(row: Any, field: str) -> str:
        place = opened_place(bytes(row.centre), bytes(row.device), row.number, field)
        return unseal(connection, place, bytes(getattr(row, field))).decode()

    return [
        Note(
            bytes(row.device).hex(),
            "breach" if row.key_id == BREACH else "recovery",
            row.opened_ms,
            told(row, "opened_by"),
            told(row, "reason"),
        )
        for row in rows
    ]


def _note(
    connection: Connection,
    scope: Scope,
    identity: bytes,
    what: str,
    now_ms: int,
    by: str,
    reason: str,
) -> None:
    if not reason.strip():
        raise Rejected("reason_missing")
    number = connection.execute(
        sa.select(sa.func.coalesce(sa.func.max(recovery_opened.c.number), 0) + 1).where(
            *_of(recovery_opened, scope, identity)
        )
    ).scalar_one()
    key_number = current_key(connection)

    def sealed(field: str, text: str) -> bytes:
        place = opened_place(scope.centre, identity, number, field)
        return seal(connection, key_number, place, text.encode())

    connection.execute(
        sa.insert(recovery_opened).values(
            province=scope.province,
            centre=scope.centre,
            device=identity,
            number=number,
            key_id=what,
            opened_ms=now_ms,
            opened_by=sealed("opened_by", by),
            reason=sealed("reason", reason.strip()),
        )
    )


def opened_place(centre: bytes, identity: bytes, number: int, field: str) -> Place:
    """Where who opened a secret, and why, is sealed for."""
    bound = number.to_bytes(4, "big")
    return Place(f"recovery_opened.{field}".encode(), centre, identity, bound)


def _of(table: sa.Table, scope: Scope, identity: bytes) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        table.c.province == scope.province,
        table.c.centre == scope.centre,
        table.c.device == identity,
    )


def list_recoveries(connection: Connection) -> list[RecoveryLine]:
    """Every laptop, and how often its secret was opened."""
    opened = (
        sa.select(
            recovery_opened.c.device,
            sa.func.count().label("times"),
            sa.func.max(recovery_opened.c.opened_ms).label("last_ms"),
        )
        .where(recovery_opened.c.key_id != BREACH)
        .group_by(recovery_opened.c.device)
        .subquery()
    )
    rows = connection.execute(
        sa.select(
            device.c.device,
            device.c.centre,
            device.c.letters,
            device.c.name,
            recovery.c.key_id,
            recovery.c.made_ms,
            recovery.c.kept_ms,
            opened.c.times,
            opened.c.last_ms,
        )
        .outerjoin(recovery, recovery.c.device == device.c.device)
        .outerjoin(opened, opened.c.device == device.c.device)
        .order_by(device.c.enrolled_ms, device.c.device)
    )
    return [
        RecoveryLine(
            bytes(row.device).hex(),
            row.letters,
            device_name(connection, row),
            row.key_id or "",
            row.made_ms,
            row.kept_ms,
            row.times or 0,
            row.last_ms,
        )
        for row in rows
    ]
