"""Photographs of marked sheets on the command line: what is read, and how much of it is right."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from desktop.cli.context import Context
from desktop.paper_marks.checking import (
    COLUMNS,
    HEADS,
    Figures,
    Tried,
    lines_of,
    read_folder,
    read_truth,
)
from desktop.reports.sheet import write_beside
from desktop.wording import command_sentence

_TEXT = "อ่านใบลงเวลาจากรูปถ่าย / read marked sheets from photographs"
_KINDS = {"codes": "แถวของใบวันเดียว / rows of one day", "dates": "ช่องวันที่ / dates"}


def add(commands: Any, group: Callable[..., Any], command: Callable[..., Any]) -> None:
    """Add the sub-commands."""
    sheets = group(commands, "sheets", _TEXT)
    read = command(sheets, "read", _TEXT, "sheets read")
    read.add_argument("folder", type=Path, metavar="FOLDER", help="JPEG, PNG, WebP, HEIC")
    read.add_argument("--out", type=Path, metavar="OUT.csv", help="เขียนทุกช่อง / write every box")
    read.add_argument(
        "--truth",
        type=Path,
        metavar="TRUTH.csv",
        help=f"เทียบกับที่รู้ / compare with what is known ({', '.join(COLUMNS)})",
    )


def read(context: Context, options: argparse.Namespace) -> int:
    """Read a folder; each picture that cannot be read says why, and the others go on."""
    truth = read_truth(options.truth) if options.truth else {}
    figures = Figures()
    told: list[dict[str, Any]] = []
    lines: list[str] = []
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(HEADS)
    for tried in read_folder(options.folder):  # a page is four megabytes: none is kept
        figures.count(tried.sheet, tried.name, truth)
        told.append(_plain(tried))
        writer.writerows(lines_of(tried))
        lines += _line(tried)
        if tried.refused is not None:
            print(f"{tried.name}: {command_sentence(tried.refused)}", file=sys.stderr)
    if options.out:
        write_beside(options.out, table.getvalue().encode("utf-8-sig"))
    compared = {
        kind: {
            "groups": count,
            "sure": figures.sure.get(kind, 0),
            "right": figures.right.get(kind, 0),
        }
        for kind, count in figures.groups.items()
    }
    result = {"pictures": figures.pictures, "taken": figures.taken, "compared": compared}
    return context.answer({**result, "sheets": told}, [*lines, *_sums(figures)])


def _plain(tried: Tried) -> dict[str, Any]:
    if tried.sheet is None:
        return {"file": tried.name, "refused": tried.refused.code if tried.refused else ""}
    groups = [
        {"row": each.row + 1, "date": each.number + 1, "marked": each.marked, "sure": each.sure}
        for each in tried.sheet.groups
    ]
    code = tried.sheet.code
    return {"file": tried.name, "page": code.page, "kind": code.kind, "groups": groups}


def _line(tried: Tried) -> Iterator[str]:
    if tried.sheet is not None:
        groups = tried.sheet.groups
        sure = sum(each.sure for each in groups)
        yield (
            f"{tried.name}  {tried.sheet.code.page}  "
            f"แน่ใจ / sure {sure:,}  ให้คนดู / doubtful {len(groups) - sure:,}"
        )


def _sums(figures: Figures) -> Iterator[str]:
    yield f"รูป / pictures {figures.pictures:,}  อ่านได้ / read {figures.taken:,}"
    for kind, count in figures.groups.items():
        sure, right = figures.sure.get(kind, 0), figures.right.get(kind, 0)
        yield (
            f"{_KINDS[kind]}: {count:,}  แน่ใจ / sure {100 * sure / count:.1f} %  "
            f"ในนั้นถูก / of those right {100 * right / max(1, sure):.2f} %"
        )
