"""Given values (text, labels, dates as people write them) put onto any record, and read back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Boolean, Float, Integer, Select, inspect, select
from sqlalchemy.orm import Mapper, Session

from desktop.errors import UserError
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.dates import PartialDate, parse_date
from desktop.models.fields import Id, Packed, ThaiString, fields_of
from desktop.models.people import Learner
from desktop.models.text import digits
from desktop.models.vocabulary import Vocabulary
from desktop.services.same_person import of_person
from desktop.services.vocabularies import CentreLookup

Record = TypeVar("Record", bound=SyncedRecord)

CODED: dict[str, dict[str, str]] = {
    "carer": {"relation": "relations", "language": "languages"},
    "consent": {
        "purpose": "consent_purposes",
        "basis": "legal_bases",
        "signer_relation": "relations",
        "language": "languages",
        "situation": "consent_situations",
        "signer_power": "signer_powers",
        "means": "consent_means",
    },
    "education": {"level": "levels", "pathway": "pathways"},
    "risk_flag": {"code": "risk_flags"},
    "contact": {"contact_kind": "contact_kinds"},
    "document": {"document_kind": "document_kinds"},
    "assessment": {"round": "rounds"},
    "plan": {"pathway": "pathways", "close_reason": "close_reasons"},
    "goal": {"state": "goal_status"},
    "action": {"state": "action_status", "provider_type": "provider_types"},
    "review": {"result": "review_results"},
    "signature": {"role": "signature_roles"},
    "learner_private": {"religion": "religions"},
    "user": {"role": "user_roles"},
    "urgent_case": {"case_kind": "urgent_kinds", "state": "urgent_states"},
}
"""Fields whose value is a code, by kind of record, and the vocabulary of each."""

CODED_LISTS: dict[str, dict[str, str]] = {
    "plan": {"pathway_more": "pathways"},
    "consent": {"data_items": "consent_data"},
    "household": {"poverty_items": "poverty_items"},
    "learner_private": {
        "ethnic_groups": "ethnic_groups",
        "disability_education": "disability_education",
        "disability_welfare": "disability_welfare",
        "disadvantaged_types": "disadvantaged_types",
        "welfare": "welfare",
    },
}
"""Fields whose value is a list of codes."""

_DATE_NAMES = frozenset({"on", "until", "started", "ended", "since"})
_WHOLE_DATES = frozenset({"on", "next_on", "next_review_on", "due_on"})
_FIRST_BE_YEAR = 2400
_NEVER_BY_HAND = frozenset({"deleted", "erased"})
_YES = frozenset({"1", "true", "yes", "ใช่", "y"})
_NO = frozenset({"0", "false", "no", "ไม่", "ไม่ใช่", "n"})


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
    """Put given values onto a record; "" empties a field, fields not named stay.

    Args:
        session: the transaction, for the centre's own codes.
        record: what is changed.
        values: by field; dates and codes as a person writes them.
        also_not: fields that this caller does not take by hand.

    Raises:
        UserError: `unknown_field`, `unknown_code`, `bad_date`, `bad_yes_no`,
            `bad_whole_number`, `bad_amount`, `field_missing`; each with the field and the value.
    """
    fields = fields_of(type(record))
    derived = type(record).derived
    never = {*_NEVER_BY_HAND, *also_not, *(derived.fields if derived and derived.fixed else ())}
    for name, value in values.items():
        if name not in fields or name in never:
            raise UserError("unknown_field", field=name)
        setattr(record, name, _read(session, type(record), name, value))


def iso_date(name: str, value: object, *, whole: bool = True) -> str | None:
    """Return a date as ISO text, None for nothing.

    Args:
        name: the field, for the message.
        value: a `date`, a `PartialDate`, or text as people write it.
        whole: the day must be known.

    Raises:
        UserError: `bad_date`.
    """
    if value is None or value == "":
        return None
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
            parsed = parse_date(text, today=None).value
    if parsed is None or (whole and parsed.day is None):
        raise UserError("bad_date", field=name, value=str(value))
    return parsed.iso()


def required(record: SyncedRecord, *names: str) -> None:
    """Refuse a record without these texts.

    Raises:
        UserError: `field_missing` with the field.
    """
    for name in names:
        value = getattr(record, name)
        if value is None or not str(value).strip():
            raise UserError("field_missing", field=name, kind=record.kind)


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


@cache
def _column_types(kind: str) -> dict[str, tuple[Any, bool]]:
    mapper: Mapper[Any] = inspect(synced_classes()[kind])
    return {column.key: (column.type, bool(column.nullable)) for column in mapper.columns}


def _read(session: Session, cls: type[SyncedRecord], name: str, value: Any) -> Any:
    kind, nullable = _column_types(cls.kind)[name]
    if isinstance(value, str):
        value = value.strip() or None
    if value is None:
        return _nothing(cls, name, kind, nullable)
    coded = CODED.get(cls.kind, {}).get(name)
    if coded is not None:
        return _code(session, coded, name, value)
    coded = CODED_LISTS.get(cls.kind, {}).get(name)
    if coded is not None:
        return [_code(session, coded, name, each) for each in value] or None
    if name.endswith("_on") or name in _DATE_NAMES:
        return iso_date(name, value, whole=name in _WHOLE_DATES)
    if isinstance(kind, Boolean):
        return _yes_no(name, value)
    if isinstance(kind, Integer):
        return _whole_number(name, value)
    if isinstance(kind, Float):
        return _amount(name, value)
    if isinstance(kind, Packed):
        return value or None
    if isinstance(kind, Id):
        return value if isinstance(value, UUID) else UUID(str(value))
    return str(value)


def _nothing(cls: type[SyncedRecord], name: str, kind: Any, nullable: bool) -> Any:
    if nullable:
        return None
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, ThaiString):
        return ""
    raise UserError("field_missing", field=name, kind=cls.kind)


def _code(session: Session, name: str, field: str, value: object) -> str:
    term = centre_vocabulary(session, name).find(str(value))
    if term is None:
        raise UserError("unknown_code", field=field, value=str(value))
    return term.code


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


def _amount(name: str, value: object) -> float:
    try:
        amount = float(digits(str(value)).replace(",", ""))
    except ValueError:
        raise UserError("bad_amount", field=name, value=str(value)) from None
    if not -1e12 < amount < 1e12:
        raise UserError("bad_amount", field=name, value=str(value))
    return amount
