"""Learners on the command line: list, show, set, add."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from desktop.cli.context import Context
from desktop.cli.words import RecordTeller, advice_words, code_words, field_words, kind_words
from desktop.errors import UserError
from desktop.exchange.advice import ADVICE
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
    with services.workspace.read() as session:
        lines = [f"  {line}" for line in _said(detail, RecordTeller(session), warnings or {})]
    line = _line(detail.row, services.centre.vocabulary("status"))
    return context.answer(result, [line, *lines])


def _said(
    detail: LearnerDetail, teller: RecordTeller, warnings: Mapping[str, str]
) -> Iterator[str]:
    """What is known, line by line, in words."""
    for name, value in detail.values.items():
        if value not in (None, "", [], {}, False) and teller.tells("learner", name):
            yield teller.line("learner", name, detail.values)
    for code in detail.codes:
        kind = teller.value("learner_code", "code_kind", code.values["code_kind"])
        yield f"{kind}: {teller.value('learner_code', 'value', code.values['value'])}"
    for carer in detail.carers:
        yield f"{kind_words('carer')}: {carer.text('name')}"
    for kind, parts in (("learner_group", detail.groups), ("leaving_reason", detail.reasons)):
        for part in parts:
            yield f"{kind_words(kind)}: {teller.value(kind, 'code', part.values['code'])}"
    for risk in detail.row.risks:
        yield f"{kind_words('risk_flag')}: {teller.value('risk_flag', 'code', risk)}"
    if detail.missing:
        asked = ", ".join(code_words("missing", code) for code in detail.missing)
        yield f"ยังขาด / still to ask for: {asked}"
    for name, warning in warnings.items():
        # The day that was read differently, or a number that fails its check: as in a roster.
        about = f"birth_{warning}" if name == "birth" else f"number_{warning}"
        if about in ADVICE:
            yield f"! {field_words('learner', name)}: {advice_words(about)}"
    if detail.row.waiting:
        yield "ยังไม่ได้ส่งถึงจังหวัด / not at the province yet"
    if detail.conflicts:
        yield f"ข้อมูลไม่ตรงกัน / in conflict: {detail.conflicts:,}"
    if detail.possible_duplicates:
        yield f"อาจซ้ำกับ / possible duplicates: {len(detail.possible_duplicates):,}"


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
