"""Read the command line, do it, answer: exit 0 done, 1 refused with a sentence, 2 usage."""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from desktop.cli import (
    backups,
    centres,
    deciding,
    field_forms,
    law,
    learners,
    marked_sheets,
    near,
    papers,
    persons,
    province,
    records,
    recovery,
    rosters,
    urgent_hours,
)
from desktop.cli.context import Context
from desktop.cli.parser import build_parser
from desktop.durable_files import name_too_long
from desktop.errors import TambonError
from desktop.wording import command_sentence

_log = logging.getLogger(__name__)

_Command = Callable[[Context, argparse.Namespace], int]
OpenWindow = Callable[[Path | None], int]

_COMMANDS: Final[dict[str, _Command]] = {
    "init": centres.init,
    "recovery make": recovery.make,
    "recovery status": recovery.status,
    "recover": recovery.recover_user,
    "backup": backups.backup,
    "backups": backups.backups,
    "restore": backups.restore_backup,
    "check": backups.check,
    "erase": law.erase,
    "erasures": law.places,
    "erasures done": law.place_done,
    "anonymise": law.anonymise,
    "retention": law.retention,
    "retention keep": law.retention_keep,
    "retention years": law.retention_years,
    "breach": law.breach,
    "urgent-hours": urgent_hours.show,
    "urgent-hours set": urgent_hours.change,
    "field-form": field_forms.write,
    "field-answers": field_forms.take,
    "import": rosters.import_roster,
    "export": rosters.export,
    "learners": learners.listing,
    "learner show": learners.show,
    "learner set": learners.change,
    "learner add": learners.add,
    "records": records.listing,
    "record kinds": records.kinds,
    "record show": records.show,
    "record add": records.add,
    "record set": records.change,
    "record do": records.act,
    "consent list": persons.consents,
    "consent record": persons.record_consent,
    "consent withdraw": persons.withdraw_consent,
    "restrict": persons.restrict,
    "rectify": persons.rectify,
    **{paper.command: paper.run for paper in papers.PAPERS},
    "sheets read": marked_sheets.read,
    "enrol": province.enrol,
    "hub show": province.hub_show,
    "hub move": province.hub_move,
    "hub proxy": province.hub_proxy,
    "sync": province.sync,
    "status": province.status,
    "sessions": province.sessions,
    "receipts": province.receipts,
    "laptops": province.laptops,
    "set-aside": province.set_aside,
    "conflicts": deciding.conflicts,
    "conflicts resolve": deciding.resolve,
    "conflicts reopen": deciding.reopen,
    "duplicates": deciding.duplicates,
    "duplicates join": deciding.join,
    "duplicates apart": deciding.apart,
    "duplicates undo": deciding.undo,
    "bundle export": province.bundle_export,
    "bundle import": province.bundle_import,
    "diagnostics": near.diagnostics,
    "near serve": near.serve,
    "near visit": near.visit,
    "near visits": near.visits,
    "bundle laptops": province.bundle_laptops,
}


def run(options: argparse.Namespace) -> int:
    """Do one sub-command; returns its exit code."""
    prepare_streams()
    with Context(options.data, options.json) as context:
        try:
            return _COMMANDS[options.command](context, options)
        except TambonError as error:
            print(command_sentence(error), file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            print("หยุดแล้ว ไม่มีอะไรค้างครึ่งทาง / Stopped; nothing is half-done.", file=sys.stderr)
            return 1
        except OSError as error:
            if not name_too_long(error, Path(os.fsdecode(error.filename or ""))):
                return _fault(options)
            print(command_sentence(error), file=sys.stderr)
            return 1
        except Exception:  # noqa: BLE001 - the edge: nobody above would see it
            return _fault(options)


def _fault(options: argparse.Namespace) -> int:
    _log.exception("%s failed", options.command)
    print(
        "โปรแกรมผิดพลาด ข้อมูลที่เก็บแล้วยังอยู่ / A fault of the program; what was stored is safe.",
        file=sys.stderr,
    )
    return 1


def main(arguments: Sequence[str] | None = None, open_window: OpenWindow | None = None) -> int:
    """Do a sub-command; without one, open the window on `--data` (2 where there is none)."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        if open_window is None:
            parser.error("ใส่คำสั่ง / name a command")
        return open_window(options.data)
    return run(options)


def prepare_streams() -> None:
    """Thai goes out as UTF-8 whatever the console's code page says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
