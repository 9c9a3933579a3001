"""Learners on the command line: list, show, set, add."""

from __future__ import annotations

import argparse
from typing import Any
from uuid import UUID

from desktop.cli.context import Context
from desktop.errors import UserError
from desktop.models.dates import PartialDate
from desktop.models.vocabulary import Vocabulary
from desktop.services.all import Services
from desktop.services.learners.fields import moo_number
from desktop.services.learners.records import LearnerDetail, LearnerQuery, LearnerRow

_MANY = {"groups": "target_groups", "reasons": "leaving_reasons"}


def listing(context: Context, options: argparse.Namespace) -> int:
    """List the learners that a search and a village find, in Thai order."""
    query = LearnerQuery(
        search=options.search,
        villages=(moo_number(options.village),) if options.village else (),
    )
    services = context.services()
    rows = services.lists.find(query, options.limit)
    statuses = services.centre.vocabulary("status")
    return context.answer(
        {"learners": [row_object(row) for row in rows]}, (_line(row, statuses) for row in rows)
    )


def row_object(row: LearnerRow) -> dict[str, Any]:
    """A learner of a list, as other tools read it."""
    return {
        "code": row.code,
        "id": row.id,
        "national_id": row.national_id,
        "g_code": row.g_code,
        "title": row.title,
        "given": row.given,
        "surname": row.surname,
        "nickname": row.nickname,
        "sex": row.sex,
        "birth": row.birth,
        "village": row.village,
        "status": row.status,
        "plan_status": row.plan_status,
    }


def show(context: Context, options: argparse.Namespace) -> int:
    """Show one learner whole, without the sensitive part."""
    services = context.services()
    return _answer(context, services, services.learners.resolve(options.code))


def change(context: Context, options: argparse.Namespace) -> int:
    """Change fields of a learner; `FIELD=` empties one."""
    services = context.services()
    learner_id = services.learners.resolve(options.code)
    values, many = _fields(services, options.fields)
    warnings: dict[str, str] = {}
    if values:
        warnings = dict(services.learners.edit(learner_id, values).warnings)
    _set_many(services, learner_id, many)
    return _answer(context, services, learner_id, warnings)


def add(context: Context, options: argparse.Namespace) -> int:
    """Register a learner; only `given` is required."""
    services = context.services()
    values, many = _fields(services, options.fields)
    saved = services.learners.add(values)
    _set_many(services, saved.id, many)
    return _answer(context, services, saved.id, dict(saved.warnings))


def _fields(
    services: Services, pairs: list[tuple[str, str]]
) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Fields of the learner, and lists of codes; words are read before anything is written."""
    values: dict[str, Any] = {}
    many: dict[str, list[str]] = {}
    for name, value in pairs:
        if name not in _MANY:
            values[name] = value
            continue
        codes = []
        for word in value.split(","):
            if not word.strip():
                continue
            term = services.centre.vocabulary(_MANY[name]).find(word)
            if term is None:
                raise UserError("unknown_code", field=name, value=word.strip())
            codes.append(term.code)
        many[name] = codes
    return values, many


def _set_many(services: Services, learner_id: UUID, many: dict[str, list[str]]) -> None:
    if "groups" in many:
        services.learners.set_groups(learner_id, many["groups"])
    if "reasons" in many:
        main = many["reasons"][0] if len(many["reasons"]) == 1 else ""
        services.learners.set_reasons(learner_id, many["reasons"], main)


def _answer(
    context: Context,
    services: Services,
    learner_id: UUID,
    warnings: dict[str, str] | None = None,
) -> int:
    detail = services.learners.get(learner_id)
    result = _detail_object(detail)
    if warnings is not None:
        result["warnings"] = warnings
    shown = {name: value for name, value in result.items() if value not in ("", None, [], {})}
    line = _line(detail.row, services.centre.vocabulary("status"))
    return context.answer(result, [line, *(f"  {name}: {value}" for name, value in shown.items())])


def _detail_object(detail: LearnerDetail) -> dict[str, Any]:
    row = detail.row
    known = row_object(row)
    more = {
        name: value
        for name, value in detail.values.items()
        if name not in known and name not in ("deleted", "erased", "village_id")
    }
    return {
        **known,
        **more,
        "name": row.full_name,
        "village_name": row.village_name,
        "numbers": [code.text("value") for code in detail.codes],
        "carers": [carer.text("name") for carer in detail.carers],
        "groups": [group.text("code") for group in detail.groups],
        "reasons": [reason.text("code") for reason in detail.reasons],
        "risks": list(row.risks),
        "missing": list(detail.missing),
        "waiting": row.waiting,
        "conflicts": detail.conflicts,
        "possible_duplicates": list(detail.possible_duplicates),
    }


def _line(row: LearnerRow, statuses: Vocabulary) -> str:
    parts = [
        row.code,
        row.full_name + (f" ({row.nickname})" if row.nickname else ""),
        PartialDate.from_iso(row.birth).short() if row.birth else "",
        f"หมู่ {row.village}" if row.village else "",
        statuses.label(row.status) if row.status else "",
    ]
    return "\t".join(parts).rstrip("\t")
