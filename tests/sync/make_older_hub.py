"""A hub as the step before sealing left it, filled by what hubs of today are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

import sync.hub
from sync.hub.feed import change_of
from sync.hub.holding import held_place
from sync.hub.tables import change, device, held, record
from sync.hub.vault import unseal
from tests.sync.hub_keys import hub_keys
from tests.sync.world import Laptop, World

_COPIED = ("accepted", "centre", "enrol_code", "receipt", "recovery")


def older_hub(world: World, engine: sa.Engine) -> None:
    """Write what a world's hub holds into an empty database, as its program of before would."""
    config = Config()
    config.set_main_option("script_location", str(Path(sync.hub.__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        old = sa.MetaData()
        old.reflect(connection)
        for name, rows in _rows(world).items():
            if rows:
                connection.execute(sa.insert(old.tables[name]), rows)


def _rows(world: World) -> dict[str, list[dict[str, Any]]]:
    with world.hub.database.read() as connection:
        found = {
            name: [
                dict(row._mapping) for row in connection.execute(sa.text(f"SELECT * FROM {name}"))
            ]
            for name in _COPIED
        }
        own = connection.execute(sa.text("SELECT * FROM hub")).one()
        found["hub"] = [
            {
                "id": 1,
                "hub": own.hub,
                "generation": own.generation,
                "private_key": hub_keys().signing.private_bytes_raw(),
                "created_ms": own.created_ms,
            }
        ]
        found["change"] = [
            {
                **row._mapping,
                "fields": msgspec.msgpack.encode(change_of(connection, row).fields),
            }
            for row in connection.execute(sa.select(change))
        ]
        found["record"] = [
            dict(row._mapping)
            for row in connection.execute(
                sa.select(
                    record.c.province, record.c.centre, record.c.record, record.c.kind,
                    record.c.erased, record.c.hidden,
                )
            )
        ]  # fmt: skip
        found["device"] = [
            {**row._mapping, "name": "เครื่องครูดาว"} for row in connection.execute(sa.select(device))
        ]
        found["held"] = [
            {**row._mapping, "body": _held(connection, row)}
            for row in connection.execute(sa.select(held))
        ]
        found["set_aside"] = []
        found["recovery_opened"] = [
            {
                "province": "58", "centre": world.centre, "device": each["device"], "number": 1,
                "key_id": "0a", "opened_ms": 1, "opened_by": "ดาว", "reason": "ครูมะลิลืมรหัส",
            }
            for each in found["device"][:1]
        ]  # fmt: skip
    return found


def _held(connection: sa.Connection, row: Any) -> bytes:
    place = held_place(bytes(row.centre), bytes(row.device), row.request_no)
    return unseal(connection, place, bytes(row.body))


def populated() -> tuple[World, list[Laptop]]:
    """A hub in memory with two laptops' work, and what a third brought once it was shut out."""
    world = World()
    one, two, third = (world.join(letters) for letters in ("AA", "AB", "AC"))
    learner = world.record_id()
    one.store.edit(learner, "learner", {"given": "มะลิ", "sex": "female"})
    one.store.edit(world.record_id(), "contact", {"text": "พบที่บ้าน", "on": "2569-11-22"})
    one.sync()
    two.sync()
    for laptop, name in ((one, "มาลี"), (two, "มะลิวัลย์")):
        laptop.store.edit(learner, "learner", {"given": name})
        laptop.sync()
    third.sync()
    third.store.edit(world.record_id(), "learner", {"given": "ดาว"})
    world.hub.revoke(third.store.device)
    return world, [one, two, third]
