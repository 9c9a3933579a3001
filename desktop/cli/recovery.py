"""The recovery sheet and a forgotten passcode: recovery make, recovery status, recover."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path

from desktop.cli.context import Context
from desktop.cli.printed import with_boxes
from desktop.durable_files import refused
from desktop.errors import UserError
from desktop.services.opening import names_for, recover
from sync.own_files import open_own

WORDS = "TAMBON_RIANRU_RECOVERY"


def make(context: Context, options: argparse.Namespace) -> int:
    """Make a recovery key and write its sheet; the one before opens nothing any more."""
    service = context.services().recovery
    _claim(options.out)
    try:
        paper = service.make(context.passcode())
    except BaseException:
        options.out.unlink(missing_ok=True)
        raise
    with_boxes(
        lambda boxes: service.print_sheet(
            paper, options.out, language=options.language, boxes=boxes
        )
    )
    # The words are on the sheet and not on the screen, where a log or a neighbour reads along.
    return context.answer(
        {"id": paper.id, "file": options.out, "made": paper.made.isoformat()},
        [
            f"ทำใบกู้คืนแล้ว / Recovery sheet made: {options.out}",
            "พิมพ์แล้วลบแฟ้ม ใบเก่าใช้ไม่ได้อีก / Print it and delete the file; older sheets are void.",
        ],
    )


def _claim(path: Path) -> None:
    """Take the name of the sheet before there is one: the old sheet is void from then on."""
    try:
        open_own(path, "xb").close()
    except FileExistsError:
        raise UserError("file_exists", file=path.name) from None
    except OSError as error:
        otherwise = UserError("paper_cannot_write", path=str(path), reason=error.strerror)
        raise refused(error, path, otherwise) from error


def status(context: Context, options: argparse.Namespace) -> int:
    """Tell whether there is a recovery sheet, and whether the hub holds one."""
    found = context.services().recovery.status()
    sheet, hub = found.sheet, found.hub
    given = hub.given if hub is not None else None
    return context.answer(
        {
            "sheet": sheet.id if sheet is not None else "",
            "made": sheet.made if sheet is not None else None,
            "put_away": sheet is not None and sheet.put_away,
            "hub_given": given,
        },
        [
            f"ใบกู้คืน / sheet: {sheet.id if sheet is not None else '-'}"
            f"{' เก็บแล้ว / put away' if sheet is not None and sheet.put_away else ''}",
            f"ที่จังหวัด / at the hub: {given.isoformat() if given is not None else '-'}",
        ],
    )


def recover_user(context: Context, options: argparse.Namespace) -> int:
    """Set a user's passcode anew with the recovery words."""
    words = _words()
    wanted = options.user.strip()
    found = [each for each in names_for(context.folder, words) if each.name == wanted]
    if len(found) != 1:
        raise UserError("unknown_user")
    passcode = context.passcode(new=True)
    opened = recover(context.folder, words, found[0].user_id, passcode)
    context.keep(opened)
    return context.answer(
        {"user": found[0].user_id, "name": wanted},
        [f"ตั้งรหัสผ่านใหม่ให้ {wanted} แล้ว / New passcode set for {wanted}"],
    )


def _words() -> str:
    given = os.environ.get(WORDS)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UserError("recovery_words_missing", name=WORDS)
    return getpass.getpass("คำกู้คืน 18 คำ / Recovery words: ")
