"""Who gave, or to whom it went: a partner or a person, never a name alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.funds import TakenBack
from desktop.models.names import split_name
from desktop.models.needs import Match, Need
from desktop.models.partners import Partner
from desktop.models.persons import Person
from desktop.services.partners.service import fill as fill_partner
from desktop.services.persons.reading import found as found_people
from desktop.services.persons.reading import person_rows
from desktop.services.persons.service import fill as fill_person
from desktop.services.record_values import live, standing

_UNNAMED: Final = frozenset({"ไม่ประสงค์ออกนาม", "ผู้ไม่ประสงค์ออกนาม", "anonymous"})
_AGENCIES: Final = (
    "ร้าน", "บริษัท", "หจก", "ห้าง", "วัด", "มัสยิด", "โบสถ์", "โรงเรียน", "อบต", "อบจ", "เทศบาล", "กลุ่ม",
    "ชมรม", "สหกรณ์", "โรงพยาบาล", "รพ", "มูลนิธิ", "สมาคม", "วิทยาลัย", "กองทุน",
)  # fmt: skip
"""How the names of those begin that are nobody's own."""


@dataclass(frozen=True)
class Party:
    """Somebody who may give or get, by a name that nobody else is told by."""

    id: UUID
    name: str


def known_parties(session: Session) -> tuple[Party, ...]:
    """Return every partner and person in Thai order, with what tells those of one name apart."""
    partners = select(Partner.id, Partner.name, Partner.phone).where(
        Partner.deleted.is_(False), Partner.merged_into.is_(None)
    )
    people = person_rows(session, list(session.scalars(found_people(""))))
    known = [
        *(
            (each.id, each.name, each.phone or "")
            for each in session.execute(partners.order_by(Partner.sort_key))
        ),
        *(
            (each.id, each.full_name, each.position or each.phone)
            for each in people
            if not each.restricted
        ),
    ]
    often = Counter(name for _id, name, _note in known)
    told = Counter[str]()
    parties = []
    for known_id, name, note in known:
        if often[name] > 1:
            told[name] += 1
            name = f"{name} ({note or told[name]})"
        parties.append(Party(known_id, name))
    return tuple(parties)


def put_party(session: Session, entry: TakenBack, party: Any) -> None:
    """Note from whom, or to whom: an id, or a name as it is typed; "" for nobody.

    A name that is just one partner's or person's means them; one that nobody has is written down.

    Raises:
        UserError: `record_unknown`; `fund_party_unclear` where several are called so.
    """
    entry.party_id = entry.partner_id = None
    if isinstance(party, UUID):
        known: UUID | None = party
    else:
        text = " ".join(str(party or "").split())
        if not text:
            return
        if text.lower() in _UNNAMED:
            entry.anonymous = True
            return
        known = _as_id(text)
    if known is None:
        known = _named(session, text)
    if session.get(Partner, known) is not None:
        entry.partner_id = standing(session, Partner, known).id
    else:
        entry.party_id = standing(session, Person, known).id


def check_people(session: Session, entry: TakenBack, *also: str) -> None:
    """Refuse people who are not there; UserError `record_unknown`."""
    for name in ("by_id", "approved_by_id", *also):
        if (known := getattr(entry, name)) is not None:
            live(session, Person, known)


def put_helped(session: Session, entry: TakenBack) -> None:
    """Note whose need it is for, where only the match or the need was said.

    Raises:
        UserError: `record_unknown`.
    """
    if entry.match_id is not None:
        match = live(session, Match, entry.match_id)
        entry.need_id = entry.need_id or match.need_id
    if entry.need_id is not None:
        need = live(session, Need, entry.need_id)
        entry.helped_id = entry.helped_id or need.learner_id


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _named(session: Session, text: str) -> UUID:
    joined = text.replace(" ", "")
    partners = select(Partner.id).where(
        Partner.deleted.is_(False),
        Partner.merged_into.is_(None),
        func.replace(Partner.name, " ", "") == joined,
    )
    name = split_name(text)
    people = select(Person.id).where(
        Person.deleted.is_(False),
        Person.merged_into.is_(None),
        Person.given == name.given,
        func.coalesce(Person.surname, "") == name.surname,
    )
    found: list[UUID] = [*session.scalars(partners), *session.scalars(people)]
    if len(found) > 1:
        raise UserError("fund_party_unclear", field="party", name=text)
    if found:
        return found[0]
    if text.startswith(_AGENCIES):
        partner = Partner(name="")
        fill_partner(session, partner, {"name": text})
        session.add(partner)
        session.flush()
        return partner.id
    person = Person(given="")
    fill_person(
        session,
        person,
        {
            "title": name.title,
            "given": name.given,
            "surname": name.surname,
            "nickname": name.nickname,
        },
    )
    session.add(person)
    session.flush()
    return person.id
