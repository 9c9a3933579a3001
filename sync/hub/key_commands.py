"""The commands about what the hub keeps: `keys`, `backup` and `projection`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sync.hub.backup import copy_hub
from sync.hub.projection import differing, rebuild
from sync.hub.records import all_scopes
from sync.hub.rotation import rotate
from sync.hub.service import Hub
from sync.hub.tables import sealing_key

Say = Callable[[argparse.Namespace, dict[str, Any], str], None]


def add_key_commands(subs: Any, common: argparse.ArgumentParser, add: Any, say: Say) -> None:
    """Put them into the parser; `add` makes one, and `say` prints its answer."""

    def show(hub: Hub, options: argparse.Namespace) -> None:
        keys = hub.database.keys
        with hub.database.read() as connection:
            rows = connection.execute(sa.select(sealing_key).order_by(sealing_key.c.number)).all()
        lines = [{"key": row.number, "root": row.root, "made_ms": row.made_ms} for row in rows]
        file = str(keys.path or "")
        text = "\n".join(
            [f"file {file or '-'}", *(f"key {row.number}  root {row.root}" for row in rows)]
        )
        say(options, {"file": file, "roots": list(keys.numbers), "keys": lines}, text)

    def turn(hub: Hub, options: argparse.Namespace) -> None:
        done = rotate(hub.database, hub.clock_ms(), options.keep_root)
        text = f"key {done.key}, root {done.root}, {done.fields} fields sealed anew"
        say(options, done._asdict(), text)

    def back_up(hub: Hub, options: argparse.Namespace) -> None:
        size = copy_hub(hub.database, options.out)
        say(
            options, {"file": str(options.out), "bytes": size}, f"{size} bytes; keep the keys apart"
        )

    def check(hub: Hub, options: argparse.Namespace) -> None:
        found = []
        with hub.database.read() as connection:
            for scope in all_scopes(connection):
                found += [identity.hex() for identity in differing(connection, scope)]
        text = "\n".join(found) or "as the feed says"
        say(options, {"differing": found}, text)

    def make_anew(hub: Hub, options: argparse.Namespace) -> None:
        with hub.database.read() as connection:
            scopes = all_scopes(connection)
        count = sum(hub.database.retried(partial(rebuild, scope=scope)) for scope in scopes)
        say(options, {"records": count}, f"{count} records")

    keys = subs.add_parser("keys", parents=[common], help="what the hub's data is sealed with")
    key_subs = keys.add_subparsers(required=True, metavar="SUB")
    add(key_subs, "show", show, "the key file, and the numbers of the keys in use")
    sub = add(key_subs, "rotate", turn, "seal everything under a new key, while laptops sync")
    sub.add_argument(
        "--keep-root", action="store_true", help="only the key in the database, not the key file"
    )
    sub = add(subs, "backup", back_up, "a copy of a SQLite hub, while it serves")
    sub.add_argument("out", metavar="OUT", type=Path, help="a new file")
    projection = subs.add_parser(
        "projection", parents=[common], help="records as they are now, which counts go by"
    )
    projection_subs = projection.add_subparsers(required=True, metavar="SUB")
    add(projection_subs, "check", check, "compare them with what the feed gives")
    add(projection_subs, "rebuild", make_anew, "make them anew from the feed")
