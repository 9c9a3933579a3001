"""Who stands behind a record that a person or a partner gives or owns: names, telephones, use."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.names import split_name
from desktop.models.partners import Partner
from desktop.models.persons import Person
from desktop.models.restriction import restricted_persons
from desktop.models.search import key_of
from desktop.services.persons.reading import person_rows
from desktop.services.persons.records import PersonRow
from desktop.services.record_values import standing


class Theirs(Protocol):
    """A record that leads to a partner, to a person, or to both."""

    partner_id: UUID | None
    person_id: UUID | None


class Behind:
    """Who stands behind these records; who may not be seen has no name."""

    def __init__(self, session: Session, things: Collection[Theirs]) -> None:
        people = [each.person_id for each in things if each.person_id]
        self._people: dict[UUID, PersonRow] = {
            row.id: row for row in person_rows(session, list(dict.fromkeys(people)))
        }
        self._partners = {
            each.id: each
            for each in session.scalars(
                select(Partner).where(
                    Partner.id.in_({each.partner_id for each in things if each.partner_id})
                )
            )
        }
        self._held = restricted_persons(session)

    def told(self, thing: Theirs) -> tuple[str, str]:
        """Name and telephone."""
        partner = self._partners.get(thing.partner_id) if thing.partner_id else None
        person = self._people.get(thing.person_id) if thing.person_id else None
        names = [partner.name if partner else "", person.full_name if person else ""]
        phone = (partner.phone if partner else "") or (person.phone if person else "")
        return " · ".join(filter(None, names)), phone or ""

    def held(self, thing: Theirs) -> bool:
        """Whether the record of the person is closed to use."""
        return thing.person_id in self._held


def searched(kind: type[Any], words: str) -> Select[Any]:
    """Ask for what is shown of a kind in the order of names, by words of its own or of its people.

    Args:
        kind: a class whose records are `Theirs`, with a `search_key` and a `sort_key`.
    """
    wanted = (
        select(kind)
        .outerjoin(Partner, Partner.id == kind.partner_id)
        .outerjoin(Person, Person.id == kind.person_id)
        .where(kind.deleted.is_(False))
    )
    for term in filter(None, map(key_of, words.split())):
        keys = (kind.search_key, Partner.search_key, Person.search_key)
        wanted = wanted.where(or_(*(each.contains(term, autoescape=True) for each in keys)))
    return wanted.order_by(kind.sort_key, kind.id)


def check_behind(session: Session, thing: Theirs) -> None:
    """Lead a record to the partner and the person that stand for those given.

    Raises:
        UserError: `record_unknown`.
    """
    if thing.partner_id is not None:
        thing.partner_id = standing(session, Partner, thing.partner_id).id
    if thing.person_id is not None:
        thing.person_id = standing(session, Person, thing.person_id).id


def one_named(session: Session, text: str) -> dict[str, UUID]:
    """Return the one partner, or else the one person, of just this name, by the field of the link.

    Empty where nobody is called so, or several are.
    """
    partners = select(Partner.id).where(
        Partner.deleted.is_(False), Partner.merged_into.is_(None), Partner.name == text
    )
    name = split_name(text)
    people = select(Person.id).where(
        Person.deleted.is_(False),
        Person.merged_into.is_(None),
        Person.given == name.given,
        func.coalesce(Person.surname, "") == name.surname,
    )
    for field, wanted in (("partner_id", partners), ("person_id", people)):
        found = session.scalars(wanted.limit(2)).all()
        if len(found) == 1:
            return {field: found[0]}
    return {}
