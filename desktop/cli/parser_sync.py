"""What can be asked of sync on the command line: the hub, conflicts, sticks, neighbours, twins."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., argparse.ArgumentParser]
Group = Callable[[Any, str, str], Any]


def add(commands: Any, command: Command, group: Group) -> None:
    """Add the sub-commands of sync; `command` and `group` make them as all others are made."""
    _hub(commands, command, group)
    _conflicts(commands, command)
    _duplicates(commands, command)
    _sticks(commands, command, group)
    _near(commands, command, group)


def add_way(to: argparse.ArgumentParser) -> None:
    """Add what is said about the way to a hub that is joined."""
    to.add_argument(
        "--proxy",
        default="",
        metavar="HOST:PORT",
        help="พร็อกซีของสำนักงาน / the office's proxy: host:port or name:password@host:port",
    )
    _add_unencrypted(to)


def _add_unencrypted(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "--unencrypted",
        action="store_true",
        help="ยอมต่อด้วย http ที่คนอื่นอ่านได้ / allow plain http, which others can read",
    )


def _hub(commands: Any, command: Command, group: Group) -> None:
    enrol = command(commands, "enrol", "เข้าร่วมศูนย์จังหวัด / join a hub")
    enrol.add_argument("hub", metavar="HUB_URL")
    enrol.add_argument("code", metavar="CODE")
    add_way(enrol)
    hub = group(commands, "hub", "ทางไปศูนย์จังหวัด / the way to the hub")
    command(hub, "show", "ที่อยู่และพร็อกซีที่ใช้อยู่ / its address and proxy now", "hub show")
    move = command(hub, "move", "ศูนย์จังหวัดย้ายที่อยู่ / the hub has moved", "hub move")
    move.add_argument("hub", metavar="HUB_URL")
    _add_unencrypted(move)
    proxy = command(hub, "proxy", "ตั้งพร็อกซี / set the proxy", "hub proxy")
    which = proxy.add_mutually_exclusive_group(required=True)
    which.add_argument("proxy", nargs="?", default="", metavar="HOST:PORT")
    which.add_argument("--none", action="store_true", help="ต่อตรง / connect directly")
    sync = command(commands, "sync", "ส่งและรับ / send and receive")
    sync.add_argument("--max-seconds", type=float, metavar="N", default=None)
    sync.add_argument(
        "--allow-mass-deletion",
        action="store_true",
        help="ยอมให้ข้อมูลจำนวนมากถูกซ่อน / agree to the hiding of many records",
    )
    command(commands, "status", "สถานะการส่ง / where sync stands")
    command(commands, "sessions", "การส่งที่ผ่านมา / past conversations")
    command(commands, "receipts", "ใบรับจากจังหวัด / receipts of the hub")
    command(commands, "laptops", "เครื่องของศูนย์ที่เคยเห็น / laptops of the centre as seen here")
    aside = command(commands, "set-aside", "รายการที่พักไว้ / changes set aside")
    aside.add_argument(
        "--retry", action="store_true", help="ลองรับใหม่ / take in again what came from elsewhere"
    )
    told = command(commands, "diagnostics", "แฟ้มวินิจฉัยไม่มีชื่อคน / a file about sync without names")
    told.add_argument("out", type=Path, metavar="OUT.json")


def _conflicts(commands: Any, command: Command) -> None:
    conflicts = command(commands, "conflicts", "ข้อมูลที่ขัดกัน / edits that clash")
    conflicts.add_argument(
        "--settled", action="store_true", help="ที่ตัดสินแล้ว / those that were decided"
    )
    deciding = conflicts.add_subparsers(metavar="WHAT")
    resolve = command(deciding, "resolve", "ตัดสิน / decide", "conflicts resolve")
    resolve.add_argument("ids", metavar="ID", nargs="+")
    resolve.add_argument("choice", choices=("mine", "theirs"))
    again = command(deciding, "reopen", "ย้อนคำตัดสิน / take decisions back", "conflicts reopen")
    again.add_argument("ids", metavar="ID", nargs="+")


def _duplicates(commands: Any, command: Command) -> None:
    twins = command(commands, "duplicates", "คนที่อาจซ้ำกัน / people who may stand twice")
    twins.add_argument("--joined", action="store_true", help="ที่รวมแล้ว / those that were joined")
    what = twins.add_subparsers(metavar="WHAT")
    join = command(what, "join", "รวมเป็นคนเดียว / B is led to A", "duplicates join")
    join.add_argument("keep", metavar="A")
    join.add_argument("twin", metavar="B")
    join.add_argument(
        "--take",
        metavar="FIELD,...",
        default="",
        help="ช่องที่ใช้ของ B / fields taken from B, besides those that A lacks",
    )
    apart = command(what, "apart", "คนละคน / they are two people", "duplicates apart")
    apart.add_argument("keep", metavar="A")
    apart.add_argument("twin", metavar="B")
    undo = command(what, "undo", "แยกกลับ / part them again", "duplicates undo")
    undo.add_argument("twin", metavar="B", help="รหัสเดิมของคนที่ถูกรวม / the code that B had")


def _sticks(commands: Any, command: Command, group: Group) -> None:
    bundle = group(commands, "bundle", "ส่งทางแฟ้ม / send by a file on a stick")
    out = command(bundle, "export", "เขียนสิ่งที่ค้างส่ง / write what waits", "bundle export")
    out.add_argument(
        "out",
        type=Path,
        metavar="OUT",
        help="แฟ้มใหม่ หรือโฟลเดอร์ / a new file, or a folder that it is named in",
    )
    out.add_argument(
        "--to-laptop",
        metavar="ID",
        default="",
        help="ให้เครื่องอื่นของศูนย์ (รหัสหรืออักษร) / for another laptop (its id or letters)",
    )
    command(bundle, "laptops", "เครื่องของศูนย์ / laptops of the centre", "bundle laptops")
    back = command(bundle, "import", "รับแฟ้ม / take a receipt or a file", "bundle import")
    back.add_argument("file", type=Path, metavar="FILE")


def _near(commands: Any, command: Command, group: Group) -> None:
    near = group(commands, "near", "เครื่องใกล้กัน / laptops on one local network")
    serve = command(near, "serve", "เปิดให้เครื่องอื่น / serve neighbours", "near serve")
    serve.add_argument("--host", default="", help="ไม่ใส่คือทุกที่อยู่ของเครื่อง / every address without")
    serve.add_argument("--port", type=int, default=8461)
    serve.add_argument("--max-seconds", type=float, metavar="N", default=None)
    visit = command(near, "visit", "แลกเปลี่ยน / exchange with who serves", "near visit")
    visit.add_argument("address", metavar="ADDRESS")
    command(near, "visits", "ใครมาเมื่อไร / who came and when", "near visits")
