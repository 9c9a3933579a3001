"""The parts of a person's whole record: each kind of thing that is held, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.documents import Document
from desktop.models.fields import fields_of
from desktop.models.hett import Assessment, Rating
from desktop.models.owners import owner_links
from desktop.models.people import Consent, Household, Learner, LearnerPrivate, Rectification
from desktop.models.persons import Person
from desktop.models.plan import Plan
from desktop.models.program import AuditEntry, Change
from desktop.models.urgent import UrgentCase
from desktop.services.history import record_ids_of
from desktop.services.persons_rights.rectifying import put_right_of
from desktop.services.record_values import owned
from desktop.services.record_words import RecordWords
from desktop.services.same_person import of_person, of_twins
from desktop.services.sync.waiting import waiting_records

# Kinds of a learner that have a section of their own.
_APART: Final[tuple[type[SyncedRecord], ...]] = (
    Assessment, Rating, Plan, Document, Rectification, LearnerPrivate, UrgentCase,
)  # fmt: skip
_LOOKS: Final = ("private_seen", "urgent_seen")


@dataclass(frozen=True)
class Section:
    """A part of the record: its title, the heads of its columns, its rows in words."""

    title: str
    head: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


def _head(words: RecordWords) -> tuple[str, str, str]:
    return words.say("รายการ", "Record"), words.say("ช่อง", "Field"), words.say("ค่า", "Value")


def _listed(
    words: RecordWords, title: str, records: Sequence[SyncedRecord], place: str = ""
) -> Section:
    """A section of several records: each a number, then its fields."""
    rows = []
    for number, record in enumerate(records, start=1):
        label = f"{place}{number}"
        for name, value in words.facts(record):
            rows.append((label, name, value))
    return Section(title, _head(words), (0.35, 1.0, 2.0), tuple(rows))


def _belonging(owner: type[SyncedRecord]) -> list[type[SyncedRecord]]:
    """The kinds whose records belong to one of another kind, as they are declared."""
    return [
        cls
        for cls in synced_classes().values()
        if any(link.link == owner.kind for link in owner_links(cls))
    ]


def records(session: Session, words: RecordWords, learner: Learner) -> Iterator[Section]:
    """What hangs on the learner: numbers, carers, schooling, consents, visits, the house."""
    for cls in _belonging(Learner):
        if cls in _APART:
            continue
        found = list(session.scalars(owned(cls, learner.id)))
        yield _listed(words, words.kind(cls.kind), found)
    house = session.get(Household, learner.household_id) if learner.household_id else None
    if house is not None and not house.deleted:
        yield _listed(words, words.kind(house.kind), [house])
    private = list(session.scalars(owned(LearnerPrivate, learner.id)))
    yield _listed(words, words.kind(LearnerPrivate.kind), private)


def as_person(session: Session, words: RecordWords, learner: Learner) -> Iterator[Section]:
    """What is kept of a learner as a mentor, a donor, a contact: all that of the person."""
    found = session.scalars(
        select(Person).where(
            of_person(Person.same_learner_id, learner.id), Person.deleted.is_(False)
        )
    )
    for person in found:
        yield _listed(words, words.kind(person.kind), [person])
        yield from of_somebody(session, words, person)


def of_somebody(session: Session, words: RecordWords, person: Person) -> Iterator[Section]:
    """What hangs on somebody who is no learner, and where else they are named."""
    for cls in _belonging(Person):
        if cls is not Rectification:
            mine: Any = cls
            found = session.scalars(
                select(mine)
                .where(of_twins(Person, mine.person_id, person.id), mine.deleted.is_(False))
                .order_by(mine.first_stamp)
            ).all()
            yield _listed(words, words.kind(cls.kind), found)
            yield from _parts(session, words, cls, [each.id for each in found])
    rows = []
    for cls in synced_classes().values():
        for field in fields_of(cls).values():
            if field.link != Person.kind or field.owner or cls is Person:
                continue
            column: Any = getattr(cls, field.name)
            for record in session.scalars(
                select(cls)
                .where(of_twins(Person, column, person.id), cls.deleted.is_(False))
                .order_by(cls.first_stamp)
            ):
                said = [f"{name}: {value}" for name, value in words.facts(record)]
                where = (words.kind(cls.kind), words.field(cls.kind, field.name))
                rows.append((*where, _of_whom(session, words, record), "; ".join(said)))
    head = (
        words.say("รายการ", "Record"), words.say("ในฐานะ", "As"), words.say("ของ", "Of"),
        words.say("ค่า", "Value"),
    )  # fmt: skip
    yield Section(words.say("ที่อื่นที่มีชื่อ", "Named elsewhere"), head, (0.8, 0.8, 1.0, 1.6), tuple(rows))


def _parts(
    session: Session, words: RecordWords, owner: type[SyncedRecord], ids: Sequence[UUID]
) -> Iterator[Section]:
    """What belongs to records of somebody: the steps of a mentor, the rows that name a child."""
    for cls in _belonging(owner) if ids else ():
        links = [link.name for link in owner_links(cls) if link.link == owner.kind]
        own: Any = cls
        found = session.scalars(
            select(own)
            .where(or_(*(getattr(own, each).in_(ids) for each in links)), own.deleted.is_(False))
            .order_by(own.first_stamp)
        ).all()
        yield _listed(words, words.kind(cls.kind), found)


def _of_whom(session: Session, words: RecordWords, record: SyncedRecord) -> str:
    """What a record belongs to: a partner by its name, a learner by the code alone."""
    for link in owner_links(type(record)):
        owner = session.get(synced_classes()[link.link], getattr(record, link.name))
        if isinstance(owner, Learner):
            return owner.code
        return words.value(record.kind, link.name, getattr(record, link.name))
    return ""


def plans(session: Session, words: RecordWords, learner_id: UUID) -> Iterator[Section]:
    """Each plan with its goals, actions, reviews, signatures and prints."""
    for plan in session.scalars(owned(Plan, learner_id)):
        title = f"{words.kind('plan')} {plan.version}"
        rows = [*_listed(words, title, [plan]).rows]
        for cls in _belonging(Plan):
            parts: Any = cls
            found = list(
                session.scalars(
                    select(parts)
                    .where(parts.plan_id == plan.id, parts.deleted.is_(False))
                    .order_by(parts.first_stamp)
                )
            )
            rows += _listed(words, title, found, f"{words.kind(cls.kind)} ").rows
        yield Section(title, _head(words), (0.7, 1.0, 2.0), tuple(rows))


def assessments(session: Session, words: RecordWords, learner_id: UUID) -> Iterator[Section]:
    """Each assessment with its ratings."""
    for assessment in session.scalars(owned(Assessment, learner_id)):
        title = f"{words.kind('assessment')} {words.date(assessment.on)}"
        rows = [*_listed(words, title, [assessment]).rows]
        ratings = session.scalars(
            select(Rating)
            .where(Rating.assessment_id == assessment.id, Rating.deleted.is_(False))
            .order_by(Rating.indicator, Rating.first_stamp)
        )
        for rating in ratings:
            name = words.value("rating", "indicator", rating.indicator)
            said = [f"{label}: {value}" for label, value in words.facts(rating)[1:]]
            rows.append((words.kind("rating"), name, "; ".join(said)))
        yield Section(title, _head(words), (0.5, 1.2, 2.0), tuple(rows))


def documents(session: Session, words: RecordWords, learner_id: UUID, photo: bool) -> Section:
    """The list of papers; the bytes are given apart, photographs only with consent."""
    found = _listed(
        words, words.kind("document"), list(session.scalars(owned(Document, learner_id)))
    )
    if photo or not found.rows:
        return found
    note = words.say(
        "ไม่มีความยินยอมเรื่องภาพถ่าย ภาพจึงไม่ออกจากเครื่อง",
        "Without consent to photographs they do not leave the laptop",
    )
    return Section(found.title, found.head, found.shares, (*found.rows, ("", "", note)))


def corrections(session: Session, words: RecordWords, whose: UUID, sensitive: bool) -> Section:
    """What was put right, with both values, who asked and why."""
    head = (
        words.field("rectification", "asked_on"), words.field("rectification", "asked_by"),
        words.say("ช่องที่แก้", "Field"), words.say("ค่าเดิม", "Was"), words.say("ค่าใหม่", "Is"),
        words.field("rectification", "reason"),
    )  # fmt: skip
    rows = tuple(
        (
            words.date(each.asked_on),
            each.asked_by,
            words.field(each.record_kind, each.field),
            words.value(each.record_kind, each.field, each.before),
            words.value(each.record_kind, each.field, each.after),
            each.reason,
        )
        for each in put_right_of(session, whose, sensitive=sensitive)
    )
    return Section(words.kind(Rectification.kind), head, (0.8, 0.8, 0.9, 1.0, 1.0, 1.2), rows)


def urgent_cases(words: RecordWords, cases: Sequence[Any]) -> Iterator[Section]:
    """The urgent cases that name who asks."""
    for detail in cases:
        rows = [
            ("1", words.field("urgent_case", "opened_on"), words.date(detail.line.opened_on)),
            ("1", words.field("urgent_case", "summary"), detail.summary),
            ("1", words.field("urgent_case", "outcome"), detail.outcome),
            *(
                (words.kind("urgent_note"), words.moment(note.at), note.text)
                for note in detail.notes
            ),
            *(
                (
                    words.kind("urgent_try"),
                    words.date(each.on),
                    words.value("urgent_try", "result", each.result),
                )
                for each in detail.tries
            ),
            *(
                (words.kind("urgent_handing"), words.moment(each.at), each.reason)
                for each in detail.handings
            ),
        ]
        yield Section(
            words.kind("urgent_case"), _head(words), (0.7, 1.0, 2.0),
            tuple(row for row in rows if row[2]),
        )  # fmt: skip


def changes(session: Session, words: RecordWords, whose: UUID, lines: Sequence[Any]) -> Section:
    """The edit history, newest first; values of what the session may not read are left out."""
    readable = set(record_ids_of(session, whose))
    head = (
        words.say("เมื่อ", "When"), words.say("ผู้แก้", "By"), words.say("รายการ", "Record"),
        words.say("สิ่งที่แก้", "What was changed"),
    )  # fmt: skip
    rows = []
    for line in lines:
        if line.record_id not in readable:
            continue
        said = "\n".join(
            _edit(session, words, line, edit)
            for edit in line.fields
            if words.tells(line.kind, edit.field)
            and (edit.after or edit.before not in (None, "", [], {}))
        )
        what = words.kind(line.kind)
        if line.created:
            what += words.say(" (บันทึกครั้งแรก)", " (first noted)")
        if said:
            rows.append((words.moment(line.at), line.author_name, what, said))
    title = words.say("ประวัติการแก้ไข", "History of changes")
    return Section(title, head, (0.8, 0.7, 0.9, 2.8), tuple(rows))


def _edit(session: Session, words: RecordWords, line: Any, edit: Any) -> str:
    """One field of a change: what it was, and what it became."""
    before, after = edit.before, edit.after
    if edit.field == "raw":
        rating = session.get(Rating, line.record_id)
        code = rating.indicator if rating is not None else ""
        before, after = (words.raw(code, each) if each else None for each in (before, after))
    name = words.field(line.kind, edit.field)
    became = words.value(line.kind, edit.field, after)
    if line.hidden:
        return f"{name}: {words.say('(แก้แล้ว ค่าอยู่ในหัวข้อข้อมูลอ่อนไหว)', '(changed)')}"
    if line.created or before in (None, ""):
        return f"{name}: {became}"
    was = words.value(line.kind, edit.field, before)
    nothing = words.say("(ว่าง)", "(empty)")
    return f"{name}: {was or nothing} → {became or nothing}"


def looks(session: Session, words: RecordWords, whose: UUID) -> Iterator[Section]:
    """Who looked, and what else was done with the record on this laptop."""
    ids = record_ids_of(session, whose)
    entries = list(
        session.scalars(
            select(AuditEntry)
            .where(AuditEntry.record_id.in_(ids))
            .order_by(AuditEntry.number.desc())
        )
    )
    head = words.say("เมื่อ", "When"), words.say("ผู้ใช้", "User"), words.say("ทำอะไร", "What")
    for title, wanted in (
        (words.say("ใครเปิดดูข้อมูลอ่อนไหว", "Who looked at sensitive parts"), True),
        (words.say("สิ่งที่ทำกับข้อมูลนี้", "What was done with this record"), False),
    ):
        rows = tuple(
            (words.moment(each.at), words.user(each.author), words.event(each.event))
            for each in entries
            if (each.event in _LOOKS) == wanted
        )
        yield Section(title, head, (1.0, 1.0, 1.6), rows)


def sent(session: Session, words: RecordWords, whose: UUID) -> Section:
    """Where the record went: the province, agencies consented to, papers and tables."""
    waits = session.scalars(waiting_records(session, Change.record_id == whose)).first()
    state = (
        words.say("ยังมีส่วนที่รอส่ง", "parts wait to be sent") if waits else words.say("ส่งถึงแล้ว", "sent")
    )
    rows = [(words.say("ศูนย์กลางจังหวัด", "The province hub"), state)]
    for consent in session.scalars(owned(Consent, whose)):
        if consent.purpose == "referral" and consent.granted and consent.recipient:
            until = consent.withdrawn_on or consent.until or ""
            rows.append(
                (consent.recipient, words.date(until) if until else words.say("ยินยอม", "Given"))
            )
    whole = session.execute(
        select(AuditEntry.event, func.count(), func.max(AuditEntry.at))
        .where(
            AuditEntry.record_id.is_(None),
            AuditEntry.event.in_(("exported", "printed_register", "printed_plans")),
        )
        .group_by(AuditEntry.event)
    ).all()
    for event, count, last in whole:
        text = words.say(
            f"{count} ครั้ง ครั้งล่าสุด {words.moment(last)} (อาจมีคนนี้อยู่ด้วย)",
            f"{count} times, last {words.moment(last)} (may hold this person)",
        )
        rows.append((words.event(event), text))
    head = words.say("ที่ใด", "Where"), words.say("อย่างไร", "How")
    title = words.say("ส่งไปที่ใดบ้าง", "Where it went")
    return Section(title, head, (1.0, 2.0), tuple(rows))
