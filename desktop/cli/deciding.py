"""What a person decides, on the command line: edits that clash, and people who stand twice."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from desktop.cli.context import Context
from desktop.cli.words import RecordTeller, code_words, field_words, kind_words
from desktop.errors import UserError
from desktop.services.learners.duplicates import (
    BOTH,
    JoinedPair,
    chosen_values,
    field_value,
    only_in_twin,
)
from desktop.services.learners.records import LearnerRow
from desktop.services.sync.conflicts import ConflictRow


def conflicts(context: Context, options: argparse.Namespace) -> int:
    """List the edits that clash, or those that were decided."""
    services = context.services()
    service = services.conflicts
    rows = service.settled() if options.settled else service.open()
    with services.workspace.read() as session:
        teller = RecordTeller(session)
        lines = [_conflict_line(row, teller) for row in rows]
    return context.answer({"conflicts": [_conflict(row) for row in rows]}, lines)


def resolve(context: Context, options: argparse.Namespace) -> int:
    """Decide conflicts."""
    services = context.services()
    count = services.conflicts.decide(options.ids, options.choice)
    left = len(services.conflicts.open())
    return context.answer(
        {"resolved": count, "conflicts": left},
        [f"ตัดสินแล้ว / Decided: {count}  เหลือ / left {left}"],
    )


def reopen(context: Context, options: argparse.Namespace) -> int:
    """Take decisions back: both values are to be decided again, on every laptop."""
    services = context.services()
    count = services.conflicts.reopen(options.ids)
    left = len(services.conflicts.open())
    return context.answer(
        {"reopened": count, "conflicts": left},
        [f"ย้อนแล้ว / Reopened: {count}  รอตัดสิน / to decide {left}"],
    )


def duplicates(context: Context, options: argparse.Namespace) -> int:
    """List people who may stand twice, or who were joined."""
    service = context.services().duplicates
    if options.joined:
        joined = service.joined()
        return context.answer(
            {
                "joined": [
                    {
                        "keep": _person(row.kept),
                        "twin": _person(row.twin),
                        "at": row.at,
                        "who": row.who,
                    }
                    for row in joined
                ]
            },
            (
                f"{row.twin.code} -> {row.kept.code}\t{row.kept.full_name}\t{row.who}"
                for row in joined
            ),
        )
    pairs = service.pairs()
    return context.answer(
        {
            "duplicates": [
                {
                    "first": _person(pair.first),
                    "second": _person(pair.second),
                    "score": pair.score,
                    "reasons": list(pair.reasons),
                }
                for pair in pairs
            ]
        },
        (
            f"{pair.first.code}\t{pair.second.code}\t{pair.first.full_name}\t{pair.second.full_name}\t"
            f"{', '.join(code_words('agreement', each) for each in pair.reasons)}"
            for pair in pairs
        ),
    )


def join(context: Context, options: argparse.Namespace) -> int:
    """Lead B to A; A takes what it lacks and the named fields, and long texts of both."""
    services = context.services()
    keep = services.duplicates.twin(services.learners.resolve(options.keep)).detail
    twin = services.duplicates.twin(services.learners.resolve(options.twin)).detail
    named = [name.strip() for name in options.take.split(",") if name.strip()]
    for name in named:
        if name in BOTH or (field_value(name, twin) is None and name not in twin.values):
            raise UserError("unknown_field", field=name)
    values = chosen_values(keep, twin, dict.fromkeys((*only_in_twin(keep, twin), *named)))
    services.duplicates.join(keep.row.id, twin.row.id, values)
    return context.answer(
        {"keep": _person(keep.row), "twin": _person(twin.row), "taken": sorted(values)},
        [
            f"รวมแล้ว / Joined: {twin.row.code} -> {keep.row.code}",
            *(f"  {field_words('learner', name)}" for name in sorted(values)),
        ],
    )


def apart(context: Context, options: argparse.Namespace) -> int:
    """Note that two records are two people."""
    services = context.services()
    first, second = (services.learners.resolve(each) for each in (options.keep, options.twin))
    services.duplicates.not_the_same(first, second)
    return context.answer(
        {"apart": [str(first), str(second)]}, ["จดแล้วว่าเป็นคนละคน / Noted: two people"]
    )


def undo(context: Context, options: argparse.Namespace) -> int:
    """Part a joined twin again, found by the code it had."""
    services = context.services()
    wanted = options.twin.strip()
    for pair in services.duplicates.joined():
        if wanted in (pair.twin.code, str(pair.twin.id)):
            back = services.duplicates.undo_join(pair.twin.id)
            return context.answer(
                {"keep": _person(pair.kept), "twin": _person(pair.twin), "reverted": back},
                [f"แยกกลับแล้ว / Parted: {pair.twin.code}  {pair.kept.code}"],
            )
    raise UserError("learner_unknown", text=wanted)


def _person(row: LearnerRow) -> dict[str, Any]:
    return {"id": row.id, "code": row.code, "name": row.full_name, "village": row.village}


def _joined(row: JoinedPair) -> dict[str, Any]:
    return {"keep": _person(row.kept), "twin": _person(row.twin), "at": row.at, "who": row.who}


def _conflict(row: ConflictRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "record": row.record,
        "field": row.field,
        "mine": row.mine,
        "theirs": row.theirs,
        "base": row.base,
        "who": row.who,
        "when": row.when,
        "kind": row.kind,
        "learner": row.learner,
        "other_field": row.other_field,
        "mine_shown": row.mine_shown,
        "asked": row.asked,
        "masked": row.masked,
        "decided": row.decided,
        "decided_by": row.decided_by,
        "parts": [asdict(part) for part in row.parts],
    }


def _conflict_line(row: ConflictRow, teller: RecordTeller) -> str:
    def side(mine: bool) -> str:
        return "; ".join(
            (part.mine_name if mine else part.theirs_name)
            or teller.value(row.kind, part.field, part.mine if mine else part.theirs)
            for part in row.parts
        )

    fields = "; ".join(field_words(row.kind, part.field) for part in row.parts)
    decided = code_words("conflict_decided", row.decided) if row.decided else ""
    return (
        f"{row.id}\t{row.learner_name or kind_words(row.kind)}\t{fields}\t"
        f"ของเรา / mine: {side(True)}\tของเขา / theirs: {side(False)}\t{row.who}\t{decided}"
    )
