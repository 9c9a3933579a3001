"""Finding partners, and one of them whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from desktop.models.moves import state_of
from desktop.models.partners import Partner, PartnerContact
from desktop.models.persons import Person
from desktop.models.search import key_of
from desktop.services.consent.of_persons import person_said_no
from desktop.services.details import Stands, asked_for, empty_of, known_before, stands, told_of
from desktop.services.entries import entry
from desktop.services.partners.lifecycle import PARTNERSHIP
from desktop.services.partners.records import (
    ContactLine,
    PartnerDetail,
    PartnerQuery,
    PartnerRow,
)
from desktop.services.persons.reading import person_rows
from desktop.services.record_values import standing
from desktop.services.same_person import of_twins

MOU_DAYS: Final = 60
WORTH_ASKING: Final = (
    "sector", "phone", "skills", "groups_served", "villages", "months_open", "confirmed_on",
)  # fmt: skip


def found(session: Session, query: PartnerQuery, today: date) -> list[PartnerRow]:
    """Return the rows of the partners that a question finds, in Thai order."""
    rows = [
        row
        for partner, how in asked_for(session, _narrowed(query), Partner, query, today)
        if (row := _row(partner, how, "", today)).mou_ending or not query.mou_ending
    ]
    contacts = _first_contacts(session, [row.id for row in rows])
    return [replace(row, contact=contacts.get(row.id, "")) for row in rows]


def _narrowed(query: PartnerQuery) -> Select[Any]:
    wanted = select(Partner).where(Partner.deleted.is_(False), Partner.merged_into.is_(None))
    for term in filter(None, map(key_of, query.search.split())):
        asked = (
            select(PartnerContact.partner_id)
            .join(Person, Person.id == PartnerContact.person_id)
            .where(
                PartnerContact.deleted.is_(False),
                PartnerContact.confidential.is_(False),
                Person.deleted.is_(False),
                Person.search_key.contains(term, autoescape=True),
            )
        )
        wanted = wanted.where(
            or_(Partner.search_key.contains(term, autoescape=True), Partner.id.in_(asked))
        )
    if query.sectors:
        wanted = wanted.where(Partner.sector.in_(query.sectors))
    return wanted.order_by(Partner.sort_key, Partner.id)


def _row(partner: Partner, how: Stands, contact: str, today: date) -> PartnerRow:
    until = partner.mou_until or ""
    soon = bool(until) and known_before(until, today + timedelta(MOU_DAYS))
    return PartnerRow(
        **how,
        name=partner.name,
        sector=partner.sector or "",
        phone=partner.phone or "",
        contact=contact,
        mou_until=until,
        mou_ending=soon and how["state"] != "ended",
    )


def _first_contacts(session: Session, ids: Sequence[UUID]) -> dict[UUID, str]:
    """The first person to be asked at each partner, in Thai order; confidential ones in no list."""
    if not ids:
        return {}
    owners = session.execute(
        select(PartnerContact.partner_id, PartnerContact.person_id)
        .join(Person, Person.id == PartnerContact.person_id)
        .where(
            PartnerContact.deleted.is_(False),
            PartnerContact.confidential.is_(False),
            PartnerContact.until.is_(None),
            Person.deleted.is_(False),
        )
        .order_by(Person.sort_key, Person.id)
    )
    wanted = set(ids)
    first: dict[UUID, UUID] = {}
    for partner_id, person_id in owners:
        if partner_id in wanted:
            first.setdefault(partner_id, person_id)
    people = {row.id: row.full_name for row in person_rows(session, list(first.values()))}
    return {owner: people.get(person, "") for owner, person in first.items()}


def contact_lines(session: Session, partner_id: UUID) -> tuple[ContactLine, ...]:
    """Return whom to ask at a partner: those in office first, in Thai order."""
    contacts = list(
        session.scalars(
            select(PartnerContact)
            .join(Person, Person.id == PartnerContact.person_id)
            .where(
                of_twins(Partner, PartnerContact.partner_id, partner_id),
                PartnerContact.deleted.is_(False),
                Person.deleted.is_(False),
            )
            .order_by(PartnerContact.until.is_not(None), Person.sort_key, Person.id)
        )
    )
    people = {row.id: row for row in person_rows(session, [each.person_id for each in contacts])}
    return tuple(
        ContactLine(
            each.id, people[each.person_id], each.role or "", each.confidential, entry(each)
        )
        for each in contacts
        if each.person_id in people
    )


def told_outside(session: Session, partner_id: UUID) -> tuple[ContactLine, ...]:
    """Return whom to ask at a partner, as papers and tables may say.

    Nobody stands there who is confidential, whose record is closed to use, or who said no to
    standing in the directory.
    """
    return tuple(
        line
        for line in contact_lines(session, partner_id)
        if not line.confidential
        and not line.person.restricted
        and not person_said_no(session, line.person.id, "directory")
    )


def partner_detail(session: Session, partner_id: UUID, today: date) -> PartnerDetail:
    """Return a partner whole; UserError `record_unknown`."""
    partner = standing(session, Partner, partner_id)
    state = state_of(session, partner)
    contacts = contact_lines(session, partner.id)
    in_office = next((each for each in contacts if each.entry.values["until"] is None), None)
    told = told_of(session, PARTNERSHIP, partner, state)
    return PartnerDetail(
        row=_row(
            partner,
            stands(partner, state, today),
            in_office.person.full_name if in_office else "",
            today,
        ),
        contacts=contacts,
        missing=(
            *empty_of(told["values"], WORTH_ASKING),
            *(() if contacts else (PartnerContact.kind,)),
        ),
        doubtful=doubts(partner),
        **told,
    )


def doubts(partner: Partner) -> dict[str, str]:
    """Return what cannot be quite right of a partner, as codes by field; it is kept anyhow."""
    found: dict[str, str] = {}
    free, number = partner.capacity_free, partner.capacity_number
    if free is not None and number is not None and free > number:
        found["capacity_free"] = "partner_more_free_than_there_are"
    if free is not None and not partner.capacity_on:
        found["capacity_on"] = "partner_capacity_needs_day"
    if partner.mou_from and partner.mou_until and partner.mou_until < partner.mou_from:
        found["mou_until"] = "partner_mou_ends_before"
    if set(partner.groups_served or ()) & set(partner.groups_not_served or ()):
        found["groups_not_served"] = "partner_group_both_ways"
    return found
