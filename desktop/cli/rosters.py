"""Rosters in and tables out: import, export."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from desktop.cli import persons
from desktop.cli.context import Context
from desktop.cli.words import advice_words
from desktop.errors import UserError
from desktop.exchange.learner_columns import learner_columns
from desktop.exchange.preview import LeftOut
from desktop.exchange.problems_book import write_problems
from desktop.exchange.rows import CellProblem
from desktop.services.all import Services
from desktop.services.leads.records import LeadQuery
from desktop.services.leads.workbook import LeadBook
from desktop.services.learners.fields import moo_number
from desktop.services.learners.records import LearnerQuery
from desktop.services.rosters.importing import Answers, ImportPreview, RosterImport
from desktop.services.rosters.oneroster import RosterWritten
from desktop.services.rosters.workbooks import BOOKS, EXPORTS
from desktop.services.workbooks.problem_words import problem_words

LEADS: Final = LeadBook.what


def import_roster(context: Context, options: argparse.Namespace) -> int:
    """Take a roster in, look at what it would do, or take a run back."""
    services = context.services()
    if options.undo is not None:
        return _undo(context, services, options.undo)
    is_now = services.workbooks.what_is(options.file)
    what = options.what or is_now
    # A list of an office is no book of ours: its people are looked for.
    strange = what == LEADS and is_now != LEADS
    if what in BOOKS and not strange:
        return _import_book(context, services, options, what)
    imports: RosterImport[Any] = services.lead_imports if strange else services.imports
    preview = imports.preview(options.file, Answers(hidden=options.hidden))
    result: dict[str, Any]
    if options.dry_run:
        result = {
            "rows": len(preview.rows),
            "new": preview.count("new"),
            "updated": preview.count("update"),
            "skipped": preview.count("asked", "error", "left_out", "repeat"),
            "unchanged": preview.count("unchanged"),
            "duplicates": sum(1 for row in preview.rows if row.candidates),
            "run": None,
        }
        problems = preview.problems
    else:
        done = imports.run(preview)
        result = {
            "rows": done.rows,
            "new": done.new,
            "updated": done.updated,
            "skipped": done.skipped,
            "unchanged": done.unchanged,
            "duplicates": done.duplicates,
            "run": done.number,
        }
        problems = done.problems
    written = _write_problems(options.problems, preview)
    result["asked"] = preview.count("asked")
    result["problems"] = [_problem(problem) for problem in problems]
    roster = preview.roster
    result["left_out"] = [_left_out(part) for part in roster.left_out]
    result["hidden"] = {
        "rows": roster.hidden.rows,
        "columns": roster.hidden.columns,
        "sheets": list(roster.hidden.sheets),
    }
    return context.answer(result, _lines(result, options.problems if written else None))


def _write_problems(path: Path | None, preview: ImportPreview) -> int:
    if path is None:
        return 0
    return write_problems(path, preview.roster)


def _problem(problem: CellProblem) -> dict[str, Any]:
    return {
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "code": problem.code,
        "text": problem.text,
        "severity": problem.severity,
        "field": problem.field,
    }


def _left_out(part: LeftOut) -> dict[str, Any]:
    return {
        "sheet": part.sheet,
        "row": part.row,
        "column": part.column,
        "reason": part.reason,
        "text": part.text,
        "cells": part.cells,
    }


def _lines(result: dict[str, Any], problems_file: Path | None) -> list[str]:
    lines = [
        f"แถว / rows {result['rows']:,}  ใหม่ / new {result['new']:,}  "
        f"ปรับปรุง / updated {result['updated']:,}  เหมือนเดิม / unchanged {result['unchanged']:,}  "
        f"ข้าม / skipped {result['skipped']:,}",
    ]
    if result["duplicates"]:
        lines.append(
            f"อาจเป็นคนเดียวกัน รอตัดสิน {result['duplicates']:,} คู่ / "
            "possible duplicates wait for a decision"
        )
    hidden = result["hidden"]
    if any(hidden.values()):
        lines.append(
            f"ซ่อนอยู่ในแฟ้ม / hidden in the file: {hidden['rows']:,} แถว / rows, "
            f"{hidden['columns']:,} คอลัมน์ / columns, {len(hidden['sheets']):,} แผ่นงาน / sheets "
            "(เลือกด้วย / choose with --hidden take|leave)"
        )
    for part in result["left_out"]:
        where = f"{part['sheet']}!{part['column']}{part['row'] or ''}".rstrip("!")
        said = advice_words(f"left_out_{part['reason']}")
        lines.append(f"  {where}: {part['cells']:,}: {said}: {part['text']}")
    for problem in result["problems"]:
        where = f"{problem['sheet']}!{problem['column']}{problem['row']}"
        lines.append(f"  {where}: {problem['text']}: {advice_words(problem['code'])}")
    if problems_file is not None:
        lines.append(f"แถวที่ต้องแก้อยู่ใน / the rows to mend are in: {problems_file}")
    if result["run"] is not None:
        lines.append(f"การนำเข้าครั้งที่ {result['run']} (เลิกด้วย / undo: import --undo {result['run']})")
    return lines


def _import_book(
    context: Context, services: Services, options: argparse.Namespace, what: str
) -> int:
    preview = services.workbooks.preview(what, options.file)
    done = None if options.dry_run else services.workbooks.run(preview)
    result = {
        "rows": len(preview.lines),
        "new": preview.count("new"),
        "updated": preview.count("update"),
        "unchanged": preview.count("unchanged"),
        "skipped": preview.count("asked", "repeat", "error"),
        "asked": preview.count("asked"),
        "run": done.number if done else None,
        "problems": [_problem(problem) for problem in preview.problems],
    }
    lines = [
        f"แถว / rows {result['rows']:,}  ใหม่ / new {result['new']:,}  "
        f"ปรับปรุง / updated {result['updated']:,}  เหมือนเดิม / unchanged {result['unchanged']:,}  "
        f"ข้าม / skipped {result['skipped']:,}",
        *(
            f"  {problem.sheet}!{problem.column}{problem.row or ''}: {problem.text}: "
            f"{problem_words(problem.code, 'th')} / {problem_words(problem.code, 'en')}"
            for problem in preview.problems
        ),
    ]
    if done is not None:
        lines.append(f"การนำเข้าครั้งที่ {done.number} (เลิกด้วย / undo: import --undo {done.number})")
    return context.answer(result, lines)


def _undo(context: Context, services: Services, text: str) -> int:
    run = services.imports.find_run(text)
    undone = services.undo.undo_run(run.id)
    result = {
        "run": run.number,
        "hidden": undone.hidden,
        "reverted": undone.reverted,
        "left": [
            {"id": left.record_id, "kind": left.kind, "field": left.field} for left in undone.left
        ],
    }
    return context.answer(
        result,
        [
            f"เลิกการนำเข้าครั้งที่ {run.number} แล้ว / Import {run.number} is taken back: "
            f"{undone.hidden:,} ระเบียน / records, {undone.reverted:,} ช่อง / fields",
            *(
                [f"คงไว้เพราะมีคนใช้ต่อแล้ว / kept, since in use: {len(undone.left):,}"]
                if undone.left
                else []
            ),
        ],
    )


def export(context: Context, options: argparse.Namespace) -> int:
    """Write learners, plans or progress to a table that can be brought in again."""
    if options.what == "person" or options.code:
        if options.what != "person" or not options.code:
            raise UserError("export_whom", what=options.what)
        return persons.export_person(context, options.code, options.out)
    services = context.services()
    if options.what == "oneroster":
        return _export_roster(context, services.oneroster.write(options.out))
    query: LearnerQuery | LeadQuery | None = None
    if options.list:
        query = LeadQuery(list_id=UUID(options.list))
    if options.village:
        if EXPORTS[options.what].asks is not LearnerQuery:
            raise UserError("export_not_by_village", what=options.what)
        query = LearnerQuery(villages=(known_village(services, options.village),))
    chosen = frozenset(part.strip() for part in options.columns.split(",") if part.strip())
    unknown = sorted(chosen - {column.key for column in learner_columns()})
    if unknown:
        raise UserError("unknown_field", field=", ".join(unknown))
    done = services.exporting.export(
        options.what, options.out, query,
        columns=chosen or None, numbers=not options.without_numbers,
    )  # fmt: skip
    return context.answer(
        {"file": done.path, "rows": done.rows, "kept_in": done.kept_in},
        [
            f"ส่งออกแล้ว / Exported: {done.path}  {done.rows:,} แถว / rows",
            *_kept_in(done.kept_in),
        ],
    )


def _kept_in(count: int) -> list[str]:
    if not count:
        return []
    return [f"ห้ามนำออกนอกศูนย์ จึงไม่รวม / left out, may not leave the centre: {count:,}"]


def _export_roster(context: Context, done: RosterWritten) -> int:
    lines = [
        f"ส่งออกแล้ว / Exported: {done.path}  {done.courses:,} กิจกรรม / courses, "
        f"{done.people:,} คน / people"
    ]
    for count, words in (
        (done.left_out, "ไม่ออกไปด้วย เพราะบอกคนนอกไม่ได้ / left out, may not be told of"),
        (done.unnamed, "ไม่ออกไปด้วย เพราะยังไม่อยู่ในทะเบียนใด / left out, in no register yet"),
        (done.undated, "กิจกรรมที่ไม่รู้วัน ไม่ออกไปด้วย / courses left out, no day known"),
    ):
        if count:
            lines.append(f"{words}: {count:,}")
    return context.answer(asdict(done), lines)


def known_village(services: Services, text: str) -> str:
    """Return the moo number a person means.

    Raises:
        UserError: `village_unknown`.
    """
    moo = moo_number(text)
    if moo not in {village.moo for village in services.centre.villages()}:
        raise UserError("village_unknown", village=text)
    return moo
