"""Given values (text, labels, dates as people write them) put onto any record, and read back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import SyncedRecord
from desktop.models.dates import PartialDate, parse_date
from desktop.models.fields import Field, fields_of
from desktop.models.partners import Partner
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.models.text import digits
from desktop.models.vocabulary import Vocabulary
from desktop.services.same_person import of_person
from desktop.services.vocabularies import CentreLookup

Record = TypeVar("Record", bound=SyncedRecord)
Joinable = TypeVar("Joinable", Partner, Person)

_FIRST_BE_YEAR = 2400
_SATANG = 100
_MOST_MONEY = 10**14
_YES = frozenset({"1", "true", "yes", "ใช่", "y"})
_NO = frozenset({"0", "false", "no", "ไม่", "ไม่ใช่", "n"})
_SEVERAL = re.compile(r"[,;\n]")
_LINES = re.compile(r"[;\n]")


def live(session: Session, cls: type[Record], record_id: UUID) -> Record:
    """Return a record that is there and not hidden.

    Raises:
        UserError: `record_unknown`, or `learner_unknown` for a learner.
    """
    record = session.get(cls, record_id)
    if record is None or record.deleted:
        code = "learner_unknown" if cls is Learner else "record_unknown"
        raise UserError(code, kind=cls.kind, text=str(record_id))
    return record


def standing(session: Session, cls: type[Joinable], record_id: UUID) -> Joinable:
    """Return a record that is there; a joined twin leads to the one that stands.

    Raises:
        UserError: as `live`.
    """
    record = session.get(cls, record_id)
    kept = record.merged_into if record is not None else None
    return live(session, cls, kept or record_id)


def somebody(session: Session, record_id: UUID) -> Learner | Person:
    """Return a learner, or somebody who is none, by their id.

    Raises:
        UserError: `learner_unknown`, `record_unknown`.
    """
    if session.get(Person, record_id) is not None:
        return live(session, Person, record_id)
    return live(session, Learner, record_id)


def owned(cls: Any, learner_id: UUID) -> Select[Any]:
    """Return the query of a learner's records of one kind, oldest first."""
    return (
        select(cls)
        .where(of_person(cls.learner_id, learner_id), cls.deleted.is_(False))
        .order_by(cls.first_stamp)
    )


def centre_vocabulary(session: Session, name: str) -> Vocabulary:
    """Return a vocabulary with the centre's own words laid over it; raises KeyError."""
    return CentreLookup(session).vocabulary(name)


def set_values(
    session: Session, record: SyncedRecord, values: Mapping[str, Any], *also_not: str
) -> None:
    """Put given values onto a record; fields not named stay. See `read_values`."""
    for name, value in read_values(session, type(record), values, *also_not).items():
        setattr(record, name, value)


def read_values(
    session: Session, cls: type[SyncedRecord], values: Mapping[str, Any], *also_not: str
) -> dict[str, Any]:
    """Return what given values mean for a kind of record; "" empties a field.

    Args:
        session: the transaction, for the centre's own codes.
        cls: the kind of record.
        values: by field; dates and codes as a person writes them, several of them with commas.
        also_not: fields that this caller does not take by hand.

    Raises:
        UserError: `unknown_field`, `unknown_code`, `bad_date`, `bad_yes_no`,
            `bad_whole_number`, `bad_amount`, `field_missing`; each with the field and the value.
    """
    fields = fields_of(cls)
    lookup = CentreLookup(session)
    found = {}
    for name, value in values.items():
        field = fields.get(name)
        if field is None or not field.by_hand or name in also_not:
            raise UserError("unknown_field", field=name)
        found[name] = _read(lookup, cls.kind, field, value)
    return found


def read_value(session: Session, cls: type[SyncedRecord], name: str, value: Any) -> Any:
    """Return what one value means, of a field that a service sets by its own rule too."""
    return _read(CentreLookup(session), cls.kind, fields_of(cls)[name], value)


def read_as(session: Session, field: Field, value: Any) -> Any:
    """Return what a value means that is no field of a record: an argument of an act."""
    return _read(CentreLookup(session), "", field, value)


def iso_date(name: str, value: object, *, whole: bool = True) -> str | None:
    """Return a date as ISO text, None for nothing.

    Args:
        name: the field, for the message.
        value: a `date`, a `PartialDate`, or text as people write it.
        whole: the day must be known.

    Raises:
        UserError: `bad_date`, with the `problem` where the text is no date at all.
    """
    if value is None or value == "":
        return None
    problem: dict[str, str] = {}
    if isinstance(value, PartialDate):
        parsed: PartialDate | None = value
    elif isinstance(value, date):
        parsed = PartialDate.from_date(value)
    else:
        text = str(value).strip()
        try:
            parsed = PartialDate.from_iso(text)
        except ValueError:
            parsed = None
        # 2560 and 2560-05 have the shape of ISO, but a person who writes them means พ.ศ.
        if parsed is None or parsed.year >= _FIRST_BE_YEAR:
            read = parse_date(text, today=None)
            parsed = read.value
            problem = {"problem": read.code} if parsed is None else {}
    if parsed is None or (whole and parsed.day is None):
        raise UserError("bad_date", field=name, value=str(value), **problem)
    return parsed.iso()


def required(record: SyncedRecord, *also: str) -> None:
    """Refuse a record without what its kind cannot be made without, or without these fields.

    Raises:
        UserError: `field_missing` with the field.
    """
    own = (each.name for each in fields_of(type(record)).values() if each.required)
    for name in (*own, *also):
        value = getattr(record, name)
        if value is None or not str(value).strip():
            raise UserError("field_missing", field=name, kind=record.kind)


def refuse_ahead(values: Mapping[str, Any], name: str, today: date) -> None:
    """Refuse a day that lies ahead; UserError `date_ahead` with the `field`."""
    if (day := values.get(name)) and str(day) > today.isoformat():
        raise UserError("date_ahead", field=name, value=day)


def refuse_nothing(values: Mapping[str, Any], *names: str) -> None:
    """Refuse less than something; UserError `quantity_not_positive` with the `field`."""
    for name in names:
        if (number := values.get(name)) is not None and number <= 0:
            raise UserError("quantity_not_positive", field=name, value=number)


def add_months(day: date, months: int) -> date:
    """Return the day that many months later; the 31st becomes a shorter month's last day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _read(lookup: CentreLookup, kind: str, field: Field, value: Any) -> Any:
    if isinstance(value, str):
        value = value.strip()
    if value is None or value in ("", [], {}, ()):
        return _nothing(kind, field)
    name = field.name
    match field.type:
        case "line" | "plain" | "phone":
            return " ".join(str(value).splitlines())
        case "code":
            return _code(lookup, field, value)
        case "codes":
            return [_code(lookup, field, each) for each in _several(value)] or None
        case "day":
            return iso_date(name, value, whole=not field.part_known)
        case "yes_no":
            return _yes_no(name, value)
        case "count" | "moment":
            return _whole_number(name, value)
        case "money":
            return _money(field, value)
        case "amount":
            return _amount(name, value)
        case "link":
            return _id(name, value)
        case "links":
            return [_id(name, each).hex for each in _several(value)]
        case "lines":
            return _several(value, _LINES)
        case "months":
            return [_whole_number(name, each) for each in _several(value)]
        case "packed":
            return value
        case _:
            return str(value)


def _nothing(kind: str, field: Field) -> Any:
    if field.nullable:
        return None
    if field.empty is not None:
        return field.empty
    if field.type == "yes_no":
        return False
    if field.is_text:
        return ""
    raise UserError("field_missing", field=field.name, kind=kind)


def _several(value: Any, between: re.Pattern[str] = _SEVERAL) -> list[Any]:
    """Several values, given as such or in one text."""
    if not isinstance(value, str):
        return list(value)
    return [each.strip() for each in between.split(value) if each.strip()]


def _code(lookup: CentreLookup, field: Field, value: object) -> str:
    code = lookup.code(field.vocabulary, str(value))
    if code is None:
        raise UserError("unknown_code", field=field.name, value=str(value))
    return code


def _id(name: str, value: object) -> UUID:
    try:
        return value if isinstance(value, UUID) else UUID(str(value))
    except ValueError:
        raise UserError("unknown_code", field=name, value=str(value)) from None


def _yes_no(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = str(value).strip().lower()
    if text in _YES | _NO:
        return text in _YES
    raise UserError("bad_yes_no", field=name, value=str(value))


def _whole_number(name: str, value: object) -> int:
    amount = _amount(name, value)
    if amount != int(amount):
        raise UserError("bad_whole_number", field=name, value=str(value))
    return int(amount)


def _money(field: Field, value: object) -> int:
    """Baht as a person writes them, with satang behind the point, in whole units of the field."""
    if isinstance(value, int):
        return value
    try:
        baht = Decimal(digits(str(value)).replace(",", "").removesuffix("บาท").strip())
    except InvalidOperation:
        raise UserError("bad_amount", field=field.name, value=str(value)) from None
    units = baht * (_SATANG if field.unit == "satang" else 1)
    if not units.is_finite() or units != units.to_integral_value() or abs(units) > _MOST_MONEY:
        raise UserError("bad_amount", field=field.name, value=str(value))
    return int(units)


def _amount(name: str, value: object) -> float:
    try:
        amount = float(digits(str(value)).replace(",", ""))
    except ValueError:
        raise UserError("bad_amount", field=name, value=str(value)) from None
    if not -1e12 < amount < 1e12:
        raise UserError("bad_amount", field=name, value=str(value))
    return amount
