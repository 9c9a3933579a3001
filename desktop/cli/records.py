"""`records` and `record`: every kind of record, over the service of its subject."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.cli.context import Context
from desktop.cli.subjects import SUBJECTS, Argument, Subject
from desktop.cli.subjects.subject import Shown, shown
from desktop.cli.words import RecordTeller, field_words, kind_words
from desktop.errors import UserError
from desktop.models.base import from_milliseconds
from desktop.models.fields import Field
from desktop.services.all import Services
from desktop.services.learners.fields import moo_number

_SATANG = 100


def listing(context: Context, options: argparse.Namespace) -> int:
    """List the records of a kind that a search and the values of fields find."""
    services, subject = context.services(), _subject(options.kind)
    where = _asked(services, subject, options.where)
    if subject.find is not None:
        found = subject.find(services, options.search, where, options.limit)
    else:
        entries = services.records.find(subject.kind, options.search, where, options.limit)
        found = map(shown, entries)
    records = [_object(subject, each) for each in found]
    with services.workspace.read() as session:
        teller = RecordTeller(session)
        lines = [_line(subject, each, teller) for each in records]
    return context.answer({"records": records}, lines)


def kinds(context: Context, options: argparse.Namespace) -> int:
    """Tell which kinds there are, their fields and what can be done with each."""
    told = [_told(subject) for subject in SUBJECTS.values()]
    return context.answer(
        {"kinds": told},
        (
            f"{each['kind']}\t{', '.join(field['name'] for field in each['fields'])}"
            f"\t{', '.join(act['name'] for act in each['actions'])}\t{kind_words(each['kind'])}"
            for each in told
        ),
    )


def show(context: Context, options: argparse.Namespace) -> int:
    """Show one record."""
    services, subject = context.services(), _subject(options.kind)
    return _answer(context, services, subject, _known(services, subject, options.id))


def add(context: Context, options: argparse.Namespace) -> int:
    """Make a record of the given values."""
    services, subject = context.services(), _subject(options.kind)
    if subject.add is None:
        raise UserError("kind_not_added", kind=subject.kind)
    values = _values(services, subject.given, options.fields)
    values = services.records.read((each.field for each in subject.also), values)
    _need(subject, subject.given.values(), values)
    return _answer(context, services, subject, subject.add(services, values))


def change(context: Context, options: argparse.Namespace) -> int:
    """Change fields of a record; `FIELD=` empties one."""
    services, subject = context.services(), _subject(options.kind)
    if subject.edit is None:
        raise UserError("kind_not_changed", kind=subject.kind)
    record_id = _known(services, subject, options.id)
    subject.edit(services, record_id, _values(services, subject.given, options.fields))
    return _answer(context, services, subject, record_id)


def act(context: Context, options: argparse.Namespace) -> int:
    """Do something with a record; answers with the record that came of it, or as it is then."""
    services, subject = context.services(), _subject(options.kind)
    wanted = subject.act(options.action)
    if wanted is None:
        known = ", ".join(each.name for each in subject.acts)
        raise UserError("act_unknown", action=options.action, kind=subject.kind, known=known)
    arguments = {each.name: each for each in wanted.arguments}
    values = services.records.read(
        (each.field for each in wanted.arguments), _values(services, arguments, options.fields)
    )
    _need(subject, wanted.arguments, values)
    done_with = _subject(wanted.of) if wanted.of else subject
    record_id = _known(services, done_with, options.id)
    before = _read(services, done_with, record_id)
    made = wanted.do(services, record_id, values)
    try:
        return _answer(context, services, subject, made or record_id)
    except UserError as error:
        # What was hidden is not there to be read: it is told as it was.
        if made is not None or error.code not in ("record_unknown", "learner_unknown"):
            raise
        return _answered(context, services, subject, before, {})


def _need(subject: Subject, arguments: Iterable[Argument], values: Mapping[str, Any]) -> None:
    for argument in arguments:
        if argument.required and values.get(argument.name) in (None, "", []):
            raise UserError("field_missing", field=argument.name, kind=subject.kind)


def _subject(kind: str) -> Subject:
    found = SUBJECTS.get(kind)
    if found is None:
        raise UserError("kind_unknown", kind=kind)
    return found


def _known(services: Services, subject: Subject, text: str) -> UUID:
    """The id that a person means: the id itself, or a learner's code or number."""
    if subject.kind in ("learner", "learner_private"):
        return services.learners.resolve(text)
    try:
        return UUID(text)
    except ValueError as error:
        raise UserError("record_unknown", kind=subject.kind, text=text) from error


def _read(services: Services, subject: Subject, record_id: UUID) -> Shown:
    if subject.get is not None:
        return subject.get(services, record_id)
    return shown(services.records.get(subject.kind, record_id))


def _answer(context: Context, services: Services, subject: Subject, record_id: UUID) -> int:
    found = _read(services, subject, record_id)
    derived = {name: each.ask(services, record_id) for name, each in subject.told.items()}
    return _answered(context, services, subject, found, derived)


def _answered(
    context: Context, services: Services, subject: Subject, found: Shown, derived: dict[str, str]
) -> int:
    told = {**_object(subject, found), **derived}
    with services.workspace.read() as session:
        teller = RecordTeller(session)
        rest = [
            f"  {teller.line(subject.kind, name, found[1])}"
            for name, value in found[1].items()
            if name in subject.shown and value not in ("", None, [])
        ]
        rest += [
            f"  {field_words(subject.kind, name)}: {teller.label(subject.told[name].list, code)}"
            for name, code in derived.items()
        ]
        line = _line(subject, told, teller)
    return context.answer(told, [line, *rest])


def _asked(
    services: Services, subject: Subject, pairs: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    fields = subject.shown
    found: dict[str, Any] = {}
    for name, text in pairs:
        field = fields.get(name)
        if field is None:
            raise UserError("unknown_field", field=name)
        found[name] = _link(services, field.link, text) if field.link and text.strip() else text
    return found


def _values(
    services: Services, known: Mapping[str, Argument], pairs: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, text in pairs:
        argument = known.get(name)
        if argument is None:
            raise UserError("unknown_field", field=name)
        values[name] = _given(services, argument, text)
    return values


def _given(services: Services, argument: Argument, text: str) -> Any:
    """A value as the services take it: text as a person writes it, ids where it names records."""
    if not text.strip():
        return ""
    if argument.type == "links":
        parts = [part.strip() for part in text.split(",") if part.strip()]
        return [_link(services, argument.link, part) for part in parts]
    if argument.type == "link":
        return _link(services, argument.link, text)
    return text


def _link(services: Services, kind: str, text: str) -> UUID:
    """The record that a value leads to: by id, a learner by code or number, a village by moo, a
    partner by its name.
    """
    if kind == "learner":
        return services.learners.resolve(text)
    try:
        return UUID(text)
    except ValueError:
        if kind == "village":
            moo = moo_number(text)
            for line in services.centre.villages():
                if line.moo == moo:
                    return line.id
            raise UserError("village_unknown", village=text) from None
        if kind == "partner":
            alike = services.partners.alike(text)
            if len(alike) == 1:
                return alike[0].id
        raise UserError("record_unknown", kind=kind, text=text) from None


def _object(subject: Subject, found: Shown) -> dict[str, Any]:
    """A record as other tools read it: codes as codes, days as known, money in baht as text."""
    record_id, values = found
    told = {
        name: _plain(field, values[name]) for name, field in subject.shown.items() if name in values
    }
    return {"id": record_id, "kind": subject.kind, **told}


def _plain(field: Field, value: Any) -> Any:
    if value is None:
        return [] if field.type in ("codes", "lines", "links", "months") else ""
    if field.type == "money":
        satang = value if field.unit == "satang" else value * _SATANG
        sign = "-" if satang < 0 else ""
        return f"{sign}{abs(satang) // _SATANG}.{abs(satang) % _SATANG:02d}"
    if field.type == "moment":
        return from_milliseconds(value)
    if field.type == "links":
        return [UUID(each) for each in value]
    return value


def _line(subject: Subject, told: Mapping[str, Any], teller: RecordTeller) -> str:
    said = [
        teller.value(subject.kind, name, told[name])
        for name, field in subject.shown.items()
        if field.type in ("line", "text", "code", "plain", "day") and told.get(name)
    ]
    return "\t".join([str(told["id"]), *said[:6]])


def _told(subject: Subject) -> dict[str, Any]:
    return {
        "kind": subject.kind,
        "fields": [_argument(each) for each in _fields(subject)],
        "actions": [
            {"name": each.name, "fields": [_argument(part) for part in each.arguments]}
            for each in subject.acts
        ],
    }


def _fields(subject: Subject) -> Iterator[Argument]:
    """What can be given first, then what is only shown."""
    yield from subject.given.values()
    for name, field in subject.shown.items():
        if name not in subject.given:
            yield Argument(name, False, field.type, field.vocabulary, field.link)


def _argument(argument: Argument) -> dict[str, Any]:
    return {
        "name": argument.name,
        "type": argument.type,
        "list": argument.list or argument.link,
        "required": argument.required,
    }
