"""Finding people who are not learners, and one of them whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import CompoundSelect, Select, or_, select, text, union_all
from sqlalchemy.orm import Session

from desktop.models.area import Village
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.fields import fields_of
from desktop.models.leads import Lead
from desktop.models.partners import Partner, PartnerContact
from desktop.models.people import Carer, Consent, Learner
from desktop.models.persons import SHOWN_PERSON, Person
from desktop.models.restriction import restricted_persons
from desktop.models.search import key_of
from desktop.services.entries import entry
from desktop.services.learners.lists import learner_rows
from desktop.services.persons.records import ContactOf, PersonDetail, PersonRow, kinds_of_persons
from desktop.services.record_values import standing
from desktop.services.same_person import of_twins

_STEP = 500


def found(search: str, *, looked_for: bool = False) -> Select[UUID]:
    """Return the query of people whom every typed word is found in, in Thai order.

    Names, nicknames, former names, positions and telephones are looked through, a telephone by
    any part of it, however it is written. Who is nothing to the centre yet but somebody to be
    looked for stands in the list of these; `looked_for`: they are wanted too.
    """
    shown = SHOWN_PERSON.replace("deleted", "person.deleted").replace(
        "merged_into", "person.merged_into"
    )
    wanted = select(Person.id).where(text(shown))
    if not looked_for:
        wanted = wanted.where(or_(Person.id.not_in(_of(Lead)), Person.id.in_(something_else())))
    for term in filter(None, map(key_of, search.split())):
        wanted = wanted.where(Person.search_key.contains(term, autoescape=True))
    return wanted.order_by(Person.sort_key, Person.id)


def _of(cls: type[SyncedRecord], link: str = "person_id") -> Select[UUID]:
    column: Any = getattr(cls, link)
    return select(column).where(cls.deleted.is_(False), column.is_not(None))


def something_else() -> CompoundSelect[Any]:
    """Return the query of people who are more to the centre than somebody to be looked for."""
    roles = {synced_classes()[kind]: link for kind, link in kinds_of_persons().items()}
    roles = {**roles, PartnerContact: "person_id", Carer: "person_id"}
    return union_all(*(_of(cls, link) for cls, link in roles.items() if cls is not Lead))


def person_rows(session: Session, ids: Sequence[UUID]) -> list[PersonRow]:
    """Return the rows of these people in the order given; those gone meanwhile are left out."""
    held = restricted_persons(session)
    rows: dict[UUID, PersonRow] = {}
    for start in range(0, len(ids), _STEP):
        step = list(ids[start : start + _STEP])
        # By columns: a record whole takes three times as long.
        for person in session.execute(
            select(
                Person.id, Person.title, Person.given, Person.surname, Person.nickname,
                Person.phone, Person.position, Person.occupation, Person.birth,
                Person.same_learner_id, Person.sort_key, Village.moo,
                Village.name.label("village_name"),
            )
            .join(Village, Village.id == Person.village_id, isouter=True)
            .where(Person.id.in_(step))
        ):  # fmt: skip
            rows[person.id] = PersonRow(
                id=person.id,
                title=person.title or "",
                given=person.given,
                surname=person.surname or "",
                nickname=person.nickname or "",
                phone=person.phone or "",
                position=person.position or "",
                occupation=person.occupation or "",
                village=person.moo or "",
                village_name=person.village_name or "",
                birth=person.birth or "",
                learner_id=person.same_learner_id,
                restricted=person.id in held,
                sort_key=person.sort_key,
            )
    return [rows[each] for each in ids if each in rows]


def person_detail(session: Session, person_id: UUID) -> PersonDetail:
    """Return a person whole; UserError `record_unknown`."""
    person = standing(session, Person, person_id)
    person_id = person.id
    (row,) = person_rows(session, [person_id])
    contacts = session.execute(
        select(PartnerContact, Partner.name)
        .join(Partner, Partner.id == PartnerContact.partner_id)
        .where(
            of_twins(Person, PartnerContact.person_id, person_id),
            PartnerContact.deleted.is_(False),
            Partner.deleted.is_(False),
        )
        .order_by(Partner.sort_key, PartnerContact.id)
    )
    cared_for = session.scalars(
        select(Carer.learner_id)
        .join(Learner, Learner.id == Carer.learner_id)
        .where(
            of_twins(Person, Carer.person_id, person_id),
            Carer.deleted.is_(False),
            Learner.deleted.is_(False),
        )
        .order_by(Learner.sort_key, Learner.id)
        .distinct()
    ).all()
    learner = learner_rows(session, [person.same_learner_id]) if person.same_learner_id else []
    consents = session.scalars(
        select(Consent)
        .where(of_twins(Person, Consent.person_id, person_id), Consent.deleted.is_(False))
        .order_by(Consent.first_stamp)
    )
    return PersonDetail(
        row=row,
        values={name: getattr(person, name) for name in fields_of(Person)},
        typed=dict(person.typed or {}),
        contacts=tuple(
            ContactOf(
                contact.partner_id, partner, contact.role or "", contact.confidential,
                entry(contact),
            )
            for contact, partner in contacts
        ),
        cares_for=tuple(learner_rows(session, cared_for)),
        learner=learner[0] if learner else None,
        consents=tuple(entry(each) for each in consents),
        roles=tuple(_roles(session, person_id)),
    )  # fmt: skip


def _roles(session: Session, person_id: UUID) -> Iterator[tuple[str, UUID]]:
    """The things with states that belong to a person: what they are to the centre."""
    for kind, link in kinds_of_persons().items():
        cls = synced_classes()[kind]
        whose = of_twins(Person, getattr(cls, link), person_id)
        ids = session.scalars(select(cls.id).where(whose, cls.deleted.is_(False)))
        yield from ((kind, known) for known in ids)


def person_of_learner(session: Session, learner_id: UUID) -> UUID | None:
    """Return the person who is the same human as a learner, the smallest id of several."""
    return session.scalars(
        select(Person.id)
        .where(
            of_twins(Learner, Person.same_learner_id, learner_id),
            Person.deleted.is_(False),
            Person.merged_into.is_(None),
        )
        .order_by(Person.id)
        .limit(1)
    ).first()


def alike(session: Session, given: str, surname: str, phone: str) -> list[UUID]:
    """Return people who may be the one being typed: of the same telephone, or the same names."""
    number, names = key_of(phone), key_of(given + surname)
    same = []
    if len(number) > _SHORTEST_PHONE:
        same.append(Person.search_key.contains(number, autoescape=True))
    if given.strip() and surname.strip():
        same.append(Person.search_key.startswith(names + "\n", autoescape=True))
        same.append(Person.search_key == names)
    if not same:
        return []
    return list(session.scalars(found("", looked_for=True).where(or_(*same)).limit(_ALIKE_AT_MOST)))


_SHORTEST_PHONE = 8
_ALIKE_AT_MOST = 5
