"""What a record says, in words that a person reads: names of fields, labels instead of codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.area import Hamlet, Village
from desktop.models.base import SyncedRecord, field_of, synced_classes
from desktop.models.dates import PartialDate
from desktop.models.fields import Field, fields_of
from desktop.models.hett import Rating
from desktop.models.identity import format_national
from desktop.models.people import Household, Learner, LearnerCode
from desktop.models.persons import Person, called
from desktop.models.plan import Action, Goal, PlanPrint
from desktop.models.program import User
from desktop.services.hett.framework import centre_framework
from desktop.services.vocabularies import CentreLookup
from resources.clock import in_thailand
from resources.words import codes, names

_NAMING: Final = ("name", "title", "on", "version", "text", "move")
"""Fields that name a record, the first that it has."""


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

    def label(self, vocabulary: str, code: str) -> str:
        """Return the label of a code, "" for none."""
        return self._lookup.vocabulary(vocabulary).label(code, self.language)

    def say(self, thai: str, english: str) -> str:
        """Return one of two wordings."""
        return english if self._english else thai

    def user(self, user_id: UUID | None) -> str:
        """Return the name of a user, "" for none."""
        return self._users.get(user_id, "") if user_id else ""

    def facts(self, record: SyncedRecord) -> list[tuple[str, str]]:
        """Return what a record says, field by field, without what only the program reads."""
        found = []
        for name, field in fields_of(type(record)).items():
            value = getattr(record, name)
            if value in (None, "", [], {}, False) or not field.told:
                continue
            if name == "raw" and isinstance(record, Rating):
                value = self.raw(record.indicator, value)
            found.append((self.field(record.kind, name), self.value(record.kind, name, value)))
        return found

    def tells(self, kind: str, name: str) -> bool:
        """Whether a field says something to a person."""
        field = field_of(kind, name)
        return field is None or field.told

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
                else self.date(str(each))
                if field.type == "date"
                else options.get(str(each), self.value("rating", "", each))
                for each in several
            )
            found[field.label(self.language)] = f"{shown} {field.unit(self.language)}".strip()
        return found or dict(raw)

    def value(self, kind: str, name: str, value: Any) -> str:
        """Return a field's value in words."""
        if value is None or value == "":
            return ""
        field = field_of(kind, name)
        if isinstance(value, bool):
            return self.say("ใช่", "Yes") if value else self.say("ไม่ใช่", "No")
        if isinstance(value, UUID):
            return self._named(field, value)
        if isinstance(value, list | tuple):
            return ", ".join(self.value(kind, name, each) for each in value)
        if isinstance(value, Mapping):
            return ", ".join(self._part(kind, name, str(key), each) for key, each in value.items())
        if isinstance(value, bytes):
            return f"({len(value)})"
        if isinstance(value, int) and field is not None and field.type == "moment":
            return self.moment(datetime.fromtimestamp(value / 1000, UTC))
        if isinstance(value, str):
            return self._text(kind, field, value)
        return f"{value:,}" if isinstance(value, int) and abs(value) > 9999 else str(value)

    def _part(self, kind: str, name: str, key: str, value: Any) -> str:
        """One entry of what is kept packed: fields by their names, goals by their words."""
        if name == "goal_results" and isinstance(value, Mapping):
            results = [self.value(Goal.kind, each, value[each]) for each in value]
            goal = self._named(field_of(Action.kind, "goal_id"), UUID(key))
            return f"{goal}: {' '.join(each for each in results if each)}"
        said = self.date(value) if key == "until" else self.value(kind, name, value)
        return f"{self.field(kind, key) if names.knows_field(kind, key) else key}: {said}"

    def date(self, iso: str) -> str:
        """Return a date as far as known: พ.ศ. in Thai, CE in English; other text as it is."""
        try:
            known = PartialDate.from_iso(iso)
        except ValueError:
            return iso
        return iso if self._english else known.long()

    def moment(self, when: datetime) -> str:
        """Return a moment by the clock of Thailand."""
        local = in_thailand(when)
        return f"{self.date(local.date().isoformat())} {local:%H:%M}"

    def _text(self, kind: str, field: Field | None, text: str) -> str:
        if field is None:
            return text
        if field.vocabularies:
            return self._lookup.label(field, text, self.language)
        match field.type:
            case "hett":
                return self._hett(field.vocabulary, text)
            case "day":
                return self.date(text)
            case "links":
                return self.user(UUID(text)) or self._unknown_user()
            case _ if kind == PlanPrint.kind and field.name == "language":
                return codes.said("paper_language", text, self.language)
            case _ if kind == LearnerCode.kind and field.name == "value":
                return format_national(text) if text.isdigit() else text
        return text

    def _hett(self, part: str, code: str) -> str:
        if part == "dimensions":
            own = next((each for each in self._framework.dimensions if each.code == code), None)
            return own.label(self.language) if own else names.of_newer(code, self.language)
        found = next((each for each in self._framework.indicators if each.code == code), None)
        return (
            f"{code} {found.label(self.language)}" if found else names.of_newer(code, self.language)
        )

    def _named(self, field: Field | None, value: UUID) -> str:
        """What an id leads to: a place, a user, a goal's text, a carer's name."""
        if value in self._places:
            return self._places[value]
        link = field.link if field is not None else ""
        if link == "user" or value in self._users:
            return self._users.get(value) or self._unknown_user()
        cls = synced_classes().get(link)
        record = self._session.get(cls, value) if cls is not None else None
        if isinstance(record, Learner | Person):
            return called(record)
        if isinstance(record, Household):
            return record.house_number or record.name or self.say("มี", "Yes")
        said = next((each for each in _NAMING if hasattr(record, each)), "")
        return self.value(link, said, getattr(record, said)) if said else ""

    def _unknown_user(self) -> str:
        return self.say("ผู้ใช้ที่เครื่องนี้ไม่รู้จัก", "A user not known here")
