"""Centres, the codes to join them, and the devices that did."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from hashlib import sha256
from itertools import chain, product
from string import ascii_uppercase
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync.errors import Rejected, SyncError
from sync.hub.scope import Scope, within
from sync.hub.tables import centre, device, enrol_code
from sync.hub.tables import hub as hub_table
from sync.hub.vault import Place, current_key, seal, unseal, vault_of
from sync.identity import code_secret, new_secret, write_code
from sync.ids import new_id
from sync.protocol import Code, EnrolAnswer, EnrolRequest
from sync.sealing import public_sealing_key

CODE_DAYS: Final = 30
_DAY_MS: Final = 24 * 60 * 60 * 1000
_MOST_NAME: Final = 200


def prepare_hub(connection: Connection, now_ms: int) -> Any:
    """The hub's own row, made at the first start: its id, public key and store generation.

    Raises:
        SyncError: `hub_keys_foreign`, when the key file is another hub's.
    """
    public_key = vault_of(connection).signing.public_key().public_bytes_raw()
    row = connection.execute(sa.select(hub_table)).one_or_none()
    if row is None:
        connection.execute(
            sa.insert(hub_table),
            {
                "id": 1,
                "hub": new_id(),
                "generation": secrets.token_bytes(4),
                "public_key": public_key,
                "created_ms": now_ms,
            },
        )
        row = connection.execute(sa.select(hub_table)).one()
    if bytes(row.public_key) != public_key:
        raise SyncError("hub_keys_foreign")
    return row


def add_centre(connection: Connection, name: str, tambon: str, now_ms: int) -> bytes:
    """Register a centre; returns its id. `tambon` is the six-digit code.

    Raises:
        Rejected: bad_tambon, bad_name.
    """
    if len(tambon) != 6 or not (tambon.isascii() and tambon.isdecimal()):
        raise Rejected("bad_tambon", tambon=tambon)
    if not 0 < len(name.strip()) <= _MOST_NAME:
        raise Rejected("bad_name")
    identity = new_id()
    connection.execute(
        sa.insert(centre),
        {
            "province": tambon[:2],
            "centre": identity,
            "name": name.strip(),
            "tambon": tambon,
            "feed": 0,
            "created_ms": now_ms,
        },
    )
    return identity


def find_centre(connection: Connection, identity: bytes) -> Any:
    """The centre's row.

    Raises:
        Rejected: unknown_centre.
    """
    row = connection.execute(sa.select(centre).where(centre.c.centre == identity)).one_or_none()
    if row is None:
        raise Rejected("unknown_centre", centre=identity.hex())
    return row


def centre_called(connection: Connection, text: str) -> bytes:
    """The id of the centre that a person means by its id or by its name.

    Raises:
        Rejected: unknown_centre, several_centres.
    """
    rows = connection.execute(sa.select(centre.c.centre, centre.c.name)).all()
    for names in (lambda row: bytes(row.centre).hex(), lambda row: row.name):
        found = [bytes(row.centre) for row in rows if names(row) == text.strip()]
        if found:
            if len(found) > 1:
                raise Rejected("several_centres", centre=text)
            return found[0]
    raise Rejected("unknown_centre", centre=text)


def make_code(connection: Connection, identity: bytes, now_ms: int, hub_key: bytes) -> str:
    """A new code to join a centre, for one device; only its hash is kept.

    It carries the fingerprint of the hub's key (`sync.identity.write_code`).

    Args:
        connection: in a transaction that writes.
        identity: of the centre.
        now_ms: from when it counts.
        hub_key: the hub's public key.

    Raises:
        Rejected: unknown_centre.
    """
    row = find_centre(connection, identity)
    secret = new_secret()
    connection.execute(
        sa.insert(enrol_code),
        {
            "code_hash": _hashed(secret),
            "province": row.province,
            "centre": identity,
            "created_ms": now_ms,
            "expires_ms": now_ms + CODE_DAYS * _DAY_MS,
        },
    )
    return write_code(secret, hub_key)


def enrol(
    connection: Connection, request: EnrolRequest, code_text: str, now_ms: int
) -> EnrolAnswer:
    """Let a device join. The same device and code again (its answer was lost) is answered alike.

    `code_text` is the code as the hub read it in the request.

    Raises:
        Rejected: BAD_CODE, DEVICE_TAKEN, REVOKED.
    """
    code = connection.execute(
        sa.select(enrol_code).where(enrol_code.c.code_hash == _hashed(code_text)).with_for_update()
    ).one_or_none()
    if code is None or code.expires_ms < now_ms:
        raise Rejected(Code.BAD_CODE)
    if code.used_key is not None and bytes(code.used_key) != request.public_key:
        raise Rejected(Code.BAD_CODE)
    scope = Scope(code.province, code.centre)
    row = connection.execute(sa.select(centre).where(within(centre, scope)).with_for_update()).one()
    letters = _joined(connection, scope, request, now_ms)
    record = row.record or request.centre
    if record and row.record is None:
        connection.execute(sa.update(centre).where(within(centre, scope)).values(record=record))
    connection.execute(
        sa.update(enrol_code)
        .where(enrol_code.c.code_hash == code.code_hash)
        .values(used_key=request.public_key)
    )
    own = prepare_hub(connection, now_ms)
    key = vault_of(connection).signing
    return EnrolAnswer(
        hub=own.hub,
        hub_key=key.public_key().public_bytes_raw(),
        scope=scope.centre,
        centre=record,
        centre_name=row.name,
        tambon=row.tambon,
        letters=letters,
        hub_ms=now_ms,
        hub_seal_key=public_sealing_key(key),
    )


def _joined(connection: Connection, scope: Scope, request: EnrolRequest, now_ms: int) -> str:
    """The letters of the device, which is in the centre afterwards."""
    known = connection.execute(
        sa.select(device).where(device.c.device == request.device)
    ).one_or_none()
    if known is not None:
        same = bytes(known.public_key) == request.public_key
        if not same or (known.province, bytes(known.centre)) != (scope.province, scope.centre):
            raise Rejected(Code.DEVICE_TAKEN)
        if known.revoked_ms is not None:
            raise Rejected(Code.REVOKED)
        return str(known.letters)
    taken = set(
        connection.execute(
            sa.select(device.c.letters).where(
                device.c.province == scope.province, device.c.centre == scope.centre
            )
        ).scalars()
    )
    letters = _free_letters(request.letters, taken)
    connection.execute(
        sa.insert(device),
        {
            "device": request.device,
            "province": scope.province,
            "centre": scope.centre,
            "public_key": request.public_key,
            "seal_key": request.seal_key[:32],
            "name": seal(
                connection,
                current_key(connection),
                device_name_place(scope.centre, request.device),
                request.name[:_MOST_NAME].encode(),
            ),
            "letters": letters,
            "enrolled_ms": now_ms,
            "request_no": 0,
            "epoch": 1,
            "restarts": 0,
            "waiting": 0,
            "clock_off_ms": 0,
            "receipts": 0,
        },
    )
    return letters


def device_name_place(centre_id: bytes, device_id: bytes) -> Place:
    """Where a laptop's name is sealed for: people call laptops by whose they are."""
    return Place(b"device.name", centre_id, device_id)


def device_name(connection: Connection, row: Any) -> str:
    """The name of a laptop; `row` has its centre, its id and the sealed name."""
    place = device_name_place(bytes(row.centre), bytes(row.device))
    return unseal(connection, place, bytes(row.name)).decode()


def _free_letters(proposed: str, taken: set[str]) -> str:
    pairs: Iterable[str] = map("".join, product(ascii_uppercase, repeat=2))
    wish = proposed.strip().upper()
    if len(wish) == 2 and set(wish) <= set(ascii_uppercase):
        pairs = chain([wish], pairs)
    for pair in pairs:
        if pair not in taken:
            return pair
    raise Rejected("no_letters_left")


def revoke(connection: Connection, identity: bytes, now_ms: int) -> None:
    """Shut a device out from now on.

    Raises:
        Rejected: UNKNOWN_DEVICE.
    """
    done = connection.execute(
        sa.update(device)
        .where(device.c.device == identity)
        .values(revoked_ms=sa.func.coalesce(device.c.revoked_ms, now_ms))
    )
    if not done.rowcount:
        raise Rejected(Code.UNKNOWN_DEVICE)


def _hashed(code: str) -> bytes:
    return sha256(b"tambon-rianru code\x00" + code_secret(code).encode()).digest()
