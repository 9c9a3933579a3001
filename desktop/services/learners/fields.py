"""A learner's fields as people give them (text, names of villages) to what the record holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models import vocabulary
from desktop.models.area import Village
from desktop.models.dates import PartialDate, parse_date
from desktop.models.derived import ensure
from desktop.models.fields import fields_of
from desktop.models.identity import Identity, parse_identity
from desktop.models.people import Learner
from desktop.models.text import digits, one_line
from desktop.models.titles import take_title

CODED = {
    "sex": "sex",
    "status": "status",
    "case_step": "case_steps",
    "close_reason": "close_reasons",
    "trace_result": "trace_results",
    "level_completed": "levels",
    "level_last": "levels",
    "level_current": "levels",
    "mother_tongue": "languages",
    "talk_language": "languages",
}
"""Learner fields whose value is a code, and its vocabulary."""

_DATES = frozenset({"last_left", "registered_on", "verified_on"})
_NOT_BY_HAND = frozenset({"code", "deleted", "merged_into"})
_ONE_LINE = frozenset(
    {"given", "middle", "surname", "nickname", "call_as", "own_name", "house_number", "phone"}
)
_BOOLEANS = frozenset({"birth_estimated", "interpreter_needed"})
_YES = frozenset({"1", "true", "yes", "ใช่", "y"})
_NO = frozenset({"0", "false", "no", "ไม่", "ไม่ใช่", "n"})


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


def check_fields(values: Mapping[str, Any], today: date) -> CheckedFields:
    """Read given values; text is read as a person writes it (พ.ศ., Thai digits, labels).

    Raises:
        UserError: `unknown_field`, `unknown_code`, `bad_date`, `bad_number`, `bad_yes_no`,
            `given_missing`, each with the field and the value.
    """
    checked = CheckedFields()
    known = fields_of(Learner)
    for name, value in values.items():
        if name in ("national_id", "g_code", "identity"):
            _identity(checked, name, value)
        elif name == "village":
            checked.village = moo_number("" if value is None else str(value))
        elif name == "birth":
            _birth(checked, value, today)
        elif name not in known or name in _NOT_BY_HAND:
            raise UserError("unknown_field", field=name)
        elif name in CODED:
            checked.columns[name] = _code(name, value)
        elif name in _DATES:
            checked.columns[name] = _date(name, value)
        elif name in _BOOLEANS:
            checked.columns[name] = _yes_no(name, value)
        elif name == "title":
            checked.columns[name] = full_title(value)
        elif known[name].is_id:
            checked.columns[name] = _id(name, value)
        elif name in _ONE_LINE and isinstance(value, str):
            checked.columns[name] = " ".join(value.splitlines()) or None
        else:
            checked.columns[name] = None if value == "" else value
    if "given" in values and not str(values["given"] or "").strip():
        raise UserError("given_missing")
    if "sex" in checked.columns and checked.columns["sex"] is None:
        checked.columns["sex"] = "unspecified"
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


def _date(name: str, value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, PartialDate):
        return value.iso()
    if isinstance(value, date):
        return value.isoformat()
    parsed = parse_date(str(value), today=None)
    if parsed.value is None:
        raise UserError("bad_date", field=name, value=str(value), problem=parsed.code)
    return parsed.value.iso()


def _code(name: str, value: object) -> str | None:
    if value is None or value == "":
        return None
    term = vocabulary.load(CODED[name]).find(str(value))
    if term is None:
        raise UserError("unknown_code", field=name, value=str(value))
    return term.code


def _id(name: str, value: object) -> UUID | None:
    if isinstance(value, UUID):
        return value
    if value is None or value == "":
        return None
    try:
        return UUID(str(value))
    except ValueError as error:
        raise UserError("unknown_code", field=name, value=str(value)) from error


def _yes_no(name: str, value: object) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    text = str(value).strip().lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise UserError("bad_yes_no", field=name, value=str(value))
