"""What can be asked about the law on the command line: erasing, retention, a lost laptop."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.services.persons_rights.retention import KINDS

Command = Callable[..., argparse.ArgumentParser]


def add(commands: Any, command: Command) -> None:
    """Add the sub-commands; `command` makes them as all others are made."""
    erase = command(commands, "erase", "ทำลายข้อมูลของคนหนึ่ง / erase a person")
    erase.add_argument("code", metavar="CODE")
    erase.add_argument("--reason", metavar="TEXT", required=True)
    left = command(commands, "erasures", "ที่ที่ยังเหลือข้อมูลคนที่ลบแล้ว / where the erased still lie")
    seen_to = left.add_subparsers(metavar="WHAT")
    done = command(seen_to, "done", "จัดการแล้วด้วยมือ / seen to by hand", "erasures done")
    done.add_argument("place", metavar="PLACE")
    done.add_argument("name", metavar="NAME", nargs="?", default="")
    unknown = command(commands, "anonymise", "ทำให้ไม่ระบุตัวตน คงจำนวนนับไว้ / keep only what counts")
    unknown.add_argument("codes", metavar="CODE", nargs="+")
    unknown.add_argument("--reason", metavar="TEXT", required=True)
    kept = command(commands, "retention", "ใครครบกำหนดเก็บข้อมูล / whose time is over")
    deciding = kept.add_subparsers(metavar="WHAT")
    longer = command(deciding, "keep", "เก็บต่ออีกหนึ่งปี / keep a year longer", "retention keep")
    longer.add_argument("code", metavar="CODE")
    longer.add_argument("--reason", metavar="TEXT", required=True)
    years = command(deciding, "years", "เก็บกี่ปีหลังปิด / years after closing", "retention years")
    years.add_argument("kind", choices=KINDS)
    years.add_argument("years", type=int, metavar="N")
    lost = command(commands, "breach", "เครื่องหาย: มีข้อมูลใครบ้าง / whose data a lost laptop held")
    lost.add_argument("device", metavar="DEVICE", help="รหัสหรือตัวอักษร / its id or letters")
    lost.add_argument("out", type=Path, metavar="OUT.xlsx|OUT.pdf")
    lost.add_argument("--reason", metavar="TEXT", required=True)
    lost.add_argument("--english", action="store_true", help="เป็นภาษาอังกฤษ / in English")
