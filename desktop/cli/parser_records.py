"""The words of `records` and `record`: every kind by one set of commands."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any


def add(
    commands: Any,
    command: Callable[..., argparse.ArgumentParser],
    field: Callable[[str], tuple[str, str]],
    count: Callable[[str], int],
) -> None:
    """Add both commands; `field` reads FIELD=VALUE, `count` a whole number."""
    several = command(commands, "records", "ระเบียนชนิดหนึ่ง / records of one kind")
    several.add_argument("kind", metavar="KIND")
    several.add_argument("--search", metavar="TEXT", default="")
    several.add_argument(
        "--where", nargs="+", action="extend", metavar="FIELD=VALUE", type=field, default=[]
    )
    several.add_argument("--limit", metavar="N", type=count, default=None)
    one = command(commands, "record", "ระเบียนหนึ่งรายการ / one record", "record kinds")
    one.add_argument("kind", metavar="KIND", nargs="?", default="")
    one.add_argument(
        "--kinds",
        action="store_true",
        help="ชนิด ช่อง และสิ่งที่ทำได้ / kinds, fields and what can be done",
    )
    what = one.add_subparsers(metavar="WHAT")
    show = command(what, "show", "ดู / show", "record show")
    show.add_argument("id", metavar="ID")
    made = command(what, "add", "เพิ่ม / add", "record add")
    made.add_argument("fields", nargs="*", metavar="FIELD=VALUE", type=field)
    change = command(what, "set", "แก้ / change fields", "record set")
    change.add_argument("id", metavar="ID")
    change.add_argument("fields", nargs="+", metavar="FIELD=VALUE", type=field)
    do = command(what, "do", "ทำสิ่งอื่นกับระเบียน / do something else with it", "record do")
    do.add_argument("id", metavar="ID")
    do.add_argument("action", metavar="ACTION")
    do.add_argument("fields", nargs="*", metavar="FIELD=VALUE", type=field)
