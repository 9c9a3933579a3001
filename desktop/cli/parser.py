"""What can be asked on the command line; design: section 6 of the commands other tools call."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

from desktop.cli import (
    field_forms,
    marked_sheets,
    parser_law,
    parser_records,
    parser_sync,
    persons,
    urgent_hours,
)
from desktop.cli.papers import PAPERS
from desktop.services.rosters.workbooks import BOOKS, EXPORTS
from resources.version import VERSION

_DATA: Final = "โฟลเดอร์ข้อมูลของศูนย์ / folder of the centre's data"
_JSON: Final = "ตอบเป็น JSON / answer with one JSON object"


def build_parser() -> argparse.ArgumentParser:
    """Return the parser; `command` is None without a sub-command, else a name such as
    `learner show`.
    """
    parser = argparse.ArgumentParser(
        prog="tambon-rianru",
        description="ตำบลเรียนรู้ / Tambon Rianru. ไม่ใส่คำสั่งเพื่อเปิดหน้าต่าง / "
        "Without a command the window opens.",
    )
    parser.add_argument("--data", type=Path, default=None, help=_DATA)
    parser.add_argument("--json", action="store_true", default=False, help=_JSON)
    parser.add_argument("--version", action="version", version=f"%(prog)s {VERSION}")
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(metavar="COMMAND")
    _centre(commands)
    _rosters(commands)
    _learners(commands)
    parser_records.add(commands, _command, _field, _count)
    _papers(commands)
    marked_sheets.add(commands, _group, _command)
    parser_sync.add(commands, _command, _group)
    persons.add(commands, _command, _group, _field)
    _keeping(commands)
    _keys(commands)
    return parser


def _command(commands: Any, name: str, text: str, full: str = "") -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    # Given before or after the sub-command alike: absent here, the value from before stays.
    made.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=_DATA)
    made.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_JSON)
    made.set_defaults(command=full or name)
    return made


def _group(commands: Any, name: str, text: str) -> Any:
    made = _command(commands, name, text)
    return made.add_subparsers(metavar="WHAT", required=True)


def _centre(commands: Any) -> None:
    init = _command(commands, "init", "เริ่มศูนย์ใหม่ / begin a centre")
    init.add_argument("--centre", metavar="NAME", help="ชื่อศูนย์ / name of the centre")
    init.add_argument("--tambon", metavar="CODE", help="รหัสตำบล 6 หลัก / tambon code, 6 digits")
    init.add_argument("--user", metavar="NAME", required=True, help="ชื่อผู้ใช้คนแรก / first user")
    begin = init.add_mutually_exclusive_group()
    begin.add_argument(
        "--demo", action="store_true", help="ใส่ข้อมูลตัวอย่าง / with invented sample people"
    )
    begin.add_argument(
        "--join",
        nargs=2,
        metavar=("HUB_URL", "CODE"),
        help="เข้าร่วมศูนย์ที่มีอยู่แล้ว / join a centre that exists at a hub",
    )
    parser_sync.add_way(init)


def _rosters(commands: Any) -> None:
    taking = _command(commands, "import", "นำเข้ารายชื่อ / import a roster")
    what = taking.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", type=Path, metavar="FILE", help=".xlsx, .csv")
    what.add_argument("--undo", metavar="RUN", help="เลิกการนำเข้าครั้งนั้น / take a run back")
    taking.add_argument("--dry-run", action="store_true", help="ดูผลโดยไม่เก็บ / store nothing")
    taking.add_argument(
        "--problems",
        type=Path,
        metavar="OUT.xlsx",
        help="เขียนแถวที่ต้องแก้ลงแฟ้ม / write the rows that need a person",
    )
    taking.add_argument(
        "--what",
        choices=("learners", *BOOKS),
        default="",
        help="ตารางของใคร ดูจากแฟ้มเองถ้าไม่บอก / whose table; without it the file says",
    )
    taking.add_argument(
        "--hidden",
        choices=("take", "leave"),
        default="",
        help="แถว คอลัมน์ แผ่นงานที่ซ่อนไว้ / hidden rows, columns and sheets",
    )
    giving = _command(commands, "export", "ส่งออกเป็นตาราง / export a table")
    giving.add_argument("what", choices=(*EXPORTS, "oneroster", "person"))
    giving.add_argument(
        "code", nargs="?", metavar="CODE", help="คนเดียว (person) / of `person` only"
    )
    giving.add_argument("out", type=Path, metavar="OUT.xlsx|OUT.csv|OUT.zip")
    giving.add_argument("--village", metavar="N", default="", help="เฉพาะหมู่ / one village only")
    giving.add_argument(
        "--list", metavar="ID", default="", help="เฉพาะบัญชีต้นทาง / one source list only (leads)"
    )
    giving.add_argument(
        "--columns", metavar="KEY,...", default="", help="เฉพาะคอลัมน์ / these columns only"
    )
    giving.add_argument(
        "--without-numbers",
        action="store_true",
        help="ไม่มีเลขประจำตัวและเบอร์โทร / no national numbers and telephones",
    )


def _learners(commands: Any) -> None:
    listing = _command(commands, "learners", "รายชื่อผู้เรียนรู้ / list learners")
    listing.add_argument("--search", metavar="TEXT", default="")
    listing.add_argument("--village", metavar="N", default="")
    listing.add_argument("--limit", metavar="N", type=_count, default=None)
    one = _group(commands, "learner", "ผู้เรียนรู้หนึ่งคน / one learner")
    show = _command(one, "show", "ดู / show", "learner show")
    show.add_argument("code", metavar="CODE")
    change = _command(one, "set", "แก้ / change fields", "learner set")
    change.add_argument("code", metavar="CODE")
    change.add_argument("fields", nargs="+", metavar="FIELD=VALUE", type=_field)
    add = _command(one, "add", "เพิ่ม / register", "learner add")
    add.add_argument("fields", nargs="+", metavar="FIELD=VALUE", type=_field)


def _papers(commands: Any) -> None:
    groups = {
        "print": _group(commands, "print", "พิมพ์เป็น PDF / print to PDF"),
        "report": _group(commands, "report", "รายงาน / reports"),
    }
    for paper in PAPERS:
        paper.add_to(_command(groups[paper.group], paper.name, paper.text, paper.command))


def _keys(commands: Any) -> None:
    sheet = _group(commands, "recovery", "ใบกู้คืน / the recovery sheet")
    make = _command(sheet, "make", "ทำใบใหม่ / make a new one", "recovery make")
    make.add_argument("out", type=Path, metavar="OUT.pdf")
    make.add_argument("--language", choices=("th", "en"), default="th")
    _command(sheet, "status", "มีใบไหม อยู่ที่ใด / whether there is one", "recovery status")
    recover = _command(commands, "recover", "ตั้งรหัสใหม่ด้วยคำกู้คืน / a new passcode by the words")
    recover.add_argument("user", metavar="USER", help="ชื่อที่เห็นตอนเข้าใช้งาน / name at sign-in")


def _keeping(commands: Any) -> None:
    backup = _command(commands, "backup", "สำรองข้อมูล / back up")
    backup.add_argument("out", type=Path, metavar="OUT", nargs="?", default=None)
    _command(commands, "backups", "สำเนาในเครื่องนี้ / backups on this laptop")
    restore = _command(commands, "restore", "กู้จากสำเนา / restore a backup")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--look", action="store_true", help="ดูก่อน / only look, change nothing")
    restore.add_argument(
        "--with-unsent",
        action="store_true",
        help="นำงานที่ยังไม่ได้ส่งมาด้วย / bring along what was not sent",
    )
    check = _command(commands, "check", "ตรวจความครบถ้วน / check that all is whole")
    check.add_argument("--quick", action="store_true", help="เฉพาะแฟ้ม / the file alone")
    parser_law.add(commands, _command)
    urgent_hours.add(commands, _command)
    field_forms.add(commands, _command)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"a whole number, 0 or more: {text}")
    return int(text)


def _field(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"FIELD=VALUE: {text}")
    return name.strip(), value
