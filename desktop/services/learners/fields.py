"""A learner's fields as people give them (text, names of villages) to what the record holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.area import Village
from desktop.models.dates import PartialDate, parse_date
from desktop.models.derived import ensure
from desktop.models.identity import Identity, parse_identity
from desktop.models.people import Learner
from desktop.models.text import digits, one_line
from desktop.models.titles import take_title
from desktop.services.record_values import read_values


@dataclass
class CheckedFields:
    """What a set of given values means.

    Attributes:
        columns: values of the learner record.
        identities: numbers to add as codes of the learner.
        village: moo number, None when it was not given, "" to clear it.
        warnings: codes that a person may confirm, by field.
    """

    columns: dict[str, Any] = field(default_factory=dict)
    identities: list[Identity] = field(default_factory=list)
    village: str | None = None
    warnings: dict[str, str] = field(default_factory=dict)


def check_fields(session: Session, values: Mapping[str, Any], today: date) -> CheckedFields:
    """Read given values; text is read as a person writes it (พ.ศ., Thai digits, labels).

    Raises:
        UserError: `given_missing`, `bad_number`, and what `read_values` raises; each with the
            field and the value.
    """
    checked = CheckedFields()
    rest: dict[str, Any] = {}
    for name, value in values.items():
        if name in ("national_id", "g_code", "identity"):
            _identity(checked, name, value)
        elif name == "village":
            checked.village = moo_number("" if value is None else str(value))
        elif name == "birth":
            _birth(checked, value, today)
        else:
            rest[name] = full_title(value) if name == "title" else value
    checked.columns.update(read_values(session, Learner, rest))
    if "given" in values and not str(values["given"] or "").strip():
        raise UserError("given_missing")
    return checked


def full_title(value: object) -> str | None:
    """Return a title in its full form: ด.ช. becomes เด็กชาย; an unknown one stays as it is."""
    text = one_line(str(value or ""))
    if not text:
        return None
    title, rest = take_title(text)
    return title if title and not rest else text


def moo_number(text: str) -> str:
    """Return a moo number as text: `หมู่ 3`, `หมู่ที่ ๓`, `ม.3`, `3.0` all give `3`."""
    plain = digits(one_line(text))
    for word in ("หมู่ที่", "หมู่", "ม.", "moo"):
        if plain.lower().startswith(word):
            plain = plain[len(word) :].strip()
            break
    plain = plain.removesuffix(".0")
    return str(int(plain)) if plain.isdigit() else plain


def village_for(session: Session, moo: str) -> UUID:
    """Return the id of the village with a moo number, making the village if it is new.

    Two laptops that meet the same village offline make the same record.
    """
    return ensure(session, Village, moo=moo).id


def _identity(checked: CheckedFields, name: str, value: object) -> None:
    identity = parse_identity(None if value is None else str(value))
    wanted = {"national_id": "national", "g_code": "g_code"}.get(name)
    if identity.kind == "none":
        return
    if identity.kind == "unreadable" or (wanted is not None and identity.kind != wanted):
        raise UserError("bad_number", field=name, value=str(value))
    if identity.warnings:
        checked.warnings[name] = identity.warnings[0]
    checked.identities.append(identity)


def _birth(checked: CheckedFields, value: object, today: date) -> None:
    if value is None or value == "":
        checked.columns.update(birth=None, birth_estimated=False)
        return
    if isinstance(value, PartialDate):
        checked.columns.update(birth=value.iso(), birth_estimated=value.estimated)
        return
    parsed = parse_date(str(value), today=today)
    if parsed.value is None and parsed.code not in ("empty", "unknown"):
        raise UserError("bad_date", field="birth", value=str(value), problem=parsed.code)
    if parsed.value is not None:
        checked.columns.update(birth=parsed.value.iso(), birth_estimated=parsed.value.estimated)
    else:
        checked.columns.update(birth=None, birth_estimated=False)
    checked.columns["birth_text"] = str(value)
    if parsed.code:
        checked.warnings["birth"] = parsed.code


def with_villages(session: Session, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values in which `villages` and `village_id` are ids, where they were moo numbers."""
    given = dict(values)
    if "villages" in given:
        given["villages"] = _villages(session, given["villages"])
    if given.get("village_id"):
        (given["village_id"],) = _villages(session, [given["village_id"]])
    return given


def _villages(session: Session, given: object) -> list[UUID]:
    parts = given.replace(";", ",").split(",") if isinstance(given, str) else given
    found = []
    for part in parts if isinstance(parts, Iterable) else ():
        if isinstance(part, UUID):
            found.append(part)
            continue
        text = str(part).strip()
        if not text:
            continue
        try:
            found.append(UUID(text))
        except ValueError:
            found.append(village_for(session, moo_number(text)))
    return list(dict.fromkeys(found))
