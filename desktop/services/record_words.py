"""What a record says, in words that a person reads: names of fields, labels instead of codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.area import Hamlet, Village
from desktop.models.base import SyncedRecord
from desktop.models.dates import PartialDate
from desktop.models.fields import fields_of
from desktop.models.hett import Assessment, Rating
from desktop.models.identity import format_national
from desktop.models.people import Carer, Document, Household
from desktop.models.plan import Goal, Plan
from desktop.models.program import User
from desktop.services.hett.framework import centre_framework
from desktop.services.learners.fields import CODED as LEARNER_CODED
from desktop.services.record_values import CODED, CODED_LISTS
from desktop.services.vocabularies import CentreLookup
from resources.words import names

_MOMENTS: Final = frozenset({"at", "printed_at"})
_USERS: Final = frozenset(
    {"facilitator_id", "assessor_id", "done_by", "seen_by", "responsible", "author"}
)
_OTHER_CODES: Final[dict[str, dict[str, str]]] = {
    "learner": LEARNER_CODED,
    "learner_group": {"code": "target_groups"},
    "leaving_reason": {"code": "leaving_reasons"},
    "learner_code": {"code_kind": "identity_papers"},
    "plan": {"status": "plan_status"},
    "rating": {"state": "rating_states"},
    "household": {"family_status": "family_status"},
}
_NEVER: Final = frozenset(
    {"learner_id", "plan_id", "assessment_id", "case_id", "sha256", "content_hash", "stamp",
     "record_id", "framework_version", "position", "framework", "media_type", "deleted"}
)  # fmt: skip
"""What only the program reads."""


class RecordWords:
    """Words of records in one language; `session` gives the centre's own codes and names."""

    def __init__(self, session: Session, language: str) -> None:
        self._session = session
        self.language = language
        self._english = language == "en"
        self._lookup = CentreLookup(session)
        self._users = {each.id: each.name for each in session.scalars(select(User))}
        self._places: dict[UUID, str] = {
            each.id: f"{'Moo' if self._english else 'หมู่'} {each.moo} {each.name or ''}".strip()
            for each in session.scalars(select(Village))
        }
        self._places.update((each.id, each.name) for each in session.scalars(select(Hamlet)))
        self._framework = centre_framework(session)

    def kind(self, kind: str) -> str:
        """Return the name of a kind of record."""
        return names.kind_name(kind, self.language)

    def field(self, kind: str, name: str) -> str:
        """Return the name of a field."""
        return names.field_name(kind, name, self.language)

    def event(self, event: str) -> str:
        """Return what an audit entry tells of."""
        return names.event_name(event, self.language)

    def say(self, thai: str, english: str) -> str:
        """Return one of two wordings."""
        return english if self._english else thai

    def user(self, user_id: UUID | None) -> str:
        """Return the name of a user, "" for none."""
        return self._users.get(user_id, "") if user_id else ""

    def facts(self, record: SyncedRecord) -> list[tuple[str, str]]:
        """Return what a record says, field by field, without what only the program reads."""
        found = []
        for name in fields_of(type(record)):
            value = getattr(record, name)
            if value in (None, "", [], {}, False) or name in _NEVER:
                continue
            if name == "raw" and isinstance(record, Rating):
                value = self.raw(record.indicator, value)
            found.append((self.field(record.kind, name), self.value(record.kind, name, value)))
        return found

    def tells(self, name: str) -> bool:
        """Whether a field says something to a person."""
        return name not in _NEVER

    def raw(self, indicator: str, raw: Mapping[str, Any]) -> dict[str, Any]:
        """Return the raw values of a rating by their labels."""
        known = next((each for each in self._framework.indicators if each.code == indicator), None)
        found = {}
        for field in known.raw if known else ():
            value = raw.get(field.key)
            if value in (None, "", []):
                continue
            options = {option.code: option.label(self.language) for option in field.options}
            several = value if isinstance(value, list) else [value]
            shown = ", ".join(
                self._lookup.vocabulary(field.vocabulary).label(str(each), self.language)
                if field.vocabulary
                else options.get(str(each), self.value("rating", "", each))
                for each in several
            )
            found[field.label(self.language)] = f"{shown} {field.unit(self.language)}".strip()
        return found or dict(raw)

    def value(self, kind: str, name: str, value: Any) -> str:
        """Return a field's value in words."""
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return self.say("ใช่", "Yes") if value else self.say("ไม่ใช่", "No")
        if isinstance(value, UUID):
            return self._named(name, value)
        if isinstance(value, list | tuple):
            return ", ".join(self.value(kind, name, each) for each in value)
        if isinstance(value, Mapping):
            return ", ".join(
                f"{key}: {self.value(kind, name, each)}" for key, each in value.items()
            )
        if isinstance(value, bytes):
            return f"({len(value)})"
        if isinstance(value, int) and name in _MOMENTS:
            return self.moment(datetime.fromtimestamp(value / 1000, UTC))
        if isinstance(value, str):
            return self._text(kind, name, value)
        return f"{value:,}" if isinstance(value, int) and abs(value) > 9999 else str(value)

    def date(self, iso: str) -> str:
        """Return a date as far as known: พ.ศ. in Thai, CE in English; other text as it is."""
        try:
            known = PartialDate.from_iso(iso)
        except ValueError:
            return iso
        return iso if self._english else known.long()

    def moment(self, when: datetime) -> str:
        """Return a moment in the laptop's own time."""
        local = when.astimezone()
        return f"{self.date(local.date().isoformat())} {local:%H:%M}"

    def _text(self, kind: str, name: str, text: str) -> str:
        vocabulary = (
            CODED.get(kind, {}).get(name)
            or CODED_LISTS.get(kind, {}).get(name)
            or _OTHER_CODES.get(kind, {}).get(name)
        )
        if vocabulary is not None:
            if vocabulary == "identity_papers" and text in _NUMBERS:
                return _NUMBERS[text][self._english]
            return self._lookup.vocabulary(vocabulary).label(text, self.language)
        if name == "indicator":
            found = next((each for each in self._framework.indicators if each.code == text), None)
            return f"{text} {found.label(self.language)}" if found else text
        if name == "dimension":
            own = next((each for each in self._framework.dimensions if each.code == text), None)
            return own.label(self.language) if own else text
        if name == "record_kind":
            return self.kind(text)
        if name == "value" and len(text) == 13 and text.isdigit():
            return format_national(text)
        if name in ("birth", "on", "until", "started", "ended", "since") or name.endswith(
            ("_on", "_left", "_until")
        ):
            return self.date(text)
        return text

    def _named(self, name: str, value: UUID) -> str:
        if value in self._places:
            return self._places[value]
        if name in _USERS or value in self._users:
            return self._users.get(value, self.say("ผู้ใช้ที่เครื่องนี้ไม่รู้จัก", "A user not known here"))
        if name in ("goal_id", "assessment_id", "previous_id", "carer_id", "photo_id"):
            return self._linked(name, value)
        if name == "household_id":
            house = self._session.get(Household, value)
            return (house.house_number or house.name or self.say("มี", "Yes")) if house else ""
        return str(value)

    def _linked(self, name: str, value: UUID) -> str:
        """What an id leads to: a goal's text, a carer's name, a document's title."""
        linked: dict[str, tuple[type[SyncedRecord], str]] = {
            "goal_id": (Goal, "text"),
            "carer_id": (Carer, "name"),
            "photo_id": (Document, "title"),
            "assessment_id": (Assessment, "on"),
            "previous_id": (Plan, "version"),
        }
        cls, said = linked[name]
        record = self._session.get(cls, value)
        return self.value(cls.kind, said, getattr(record, said)) if record is not None else ""


_NUMBERS: Final[dict[str, tuple[str, str]]] = {
    "national": ("เลขประจำตัว 13 หลัก", "National number"),
    "g_code": ("รหัส G", "G code"),
    "local": ("รหัสชั่วคราวของศูนย์", "Temporary code of the centre"),
}
