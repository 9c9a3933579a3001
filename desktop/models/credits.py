"""What learning is worth: evidence of it, and what an institution accepts it for."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base
from desktop.models.ids import DerivedId
from desktop.models.moves import MoveRecord, WithStates
from desktop.models.named import NamedRecord


class CreditItem(NamedRecord, WithStates, Base):
    """What a learner learnt somewhere, and what it is proposed to count for.

    What is proposed stands here; what was accepted is said by the move that decided it, and by
    nothing else.

    Attributes:
        name: what was learnt.
        provider: where, or with whom.
        assessor_id: who looked whether it was learnt.
        level, subject, credits: what is proposed.
        receiver_id: the institution that is asked.
    """

    __tablename__ = "credit_item"
    kind = "credit_item"
    first_state = "noted"
    move_kind = "credit_item_move"
    found_by = ("provider", "text")

    name: Mapped[str] = field.line()
    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    origin: Mapped[str | None] = field.coded("credit_origins")
    provider: Mapped[str | None] = field.line()
    hours: Mapped[float | None] = field.amount()
    starts_on: Mapped[str | None] = field.day(part_known=True)
    ends_on: Mapped[str | None] = field.day(part_known=True)
    text: Mapped[str | None] = field.text()
    assessor_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    level: Mapped[str | None] = field.coded("dole_curriculum")
    subject: Mapped[str | None] = field.coded("dole_subjects")
    credits: Mapped[float | None] = field.amount()
    receiver_id: Mapped[UUID | None] = field.link("partner", index=True)
    note: Mapped[str | None] = field.text()


class CreditItemMove(MoveRecord, Base):
    """One step of a credit item; a decision is one of them, with all its facts.

    Attributes:
        receiver_id: whom it was submitted to.
        committee: that decided.
        level, subject, credits, subject_code: what was accepted, in the receiver's own words.
        missing: what the receiver still asks for.
    """

    __tablename__ = "credit_item_move"
    kind = "credit_item_move"

    credit_item_id: Mapped[UUID] = field.owner("credit_item", index=True)
    move: Mapped[str] = field.coded("credit_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("credit_states", by_hand=False)
    to_state: Mapped[str] = field.coded("credit_states", by_hand=False)
    receiver_id: Mapped[UUID | None] = field.link("partner")
    committee: Mapped[str | None] = field.line()
    credits: Mapped[float | None] = field.amount()
    level: Mapped[str | None] = field.coded("dole_curriculum")
    subject: Mapped[str | None] = field.coded("dole_subjects")
    subject_code: Mapped[str | None] = field.plain()
    missing: Mapped[str | None] = field.text()


class Evidence(NamedRecord, WithStates, Base):
    """What shows that somebody learnt.

    The picture or paper is a document of the learner, or of the meeting that it is of; who else is
    seen on it, and whether they agreed, is said there. What was only watched or told has none.

    Attributes:
        course_id: where they learnt it; `session_id` at which of its meetings, where at one.
    """

    __tablename__ = "evidence"
    kind = "evidence"
    first_state = "waiting"
    move_kind = "evidence_move"
    found_by = ("text",)

    name: Mapped[str] = field.line()
    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    course_id: Mapped[UUID | None] = field.link("course", index=True)
    session_id: Mapped[UUID | None] = field.link("session", index=True)
    credit_item_id: Mapped[UUID | None] = field.link("credit_item", index=True)
    assessment_id: Mapped[UUID | None] = field.link("assessment")
    evidence_kind: Mapped[str | None] = field.coded("evidence_kinds")
    on: Mapped[str | None] = field.day(part_known=True)
    text: Mapped[str | None] = field.text()
    document_id: Mapped[UUID | None] = field.link("document", index=True)
    note: Mapped[str | None] = field.text()


class EvidenceMove(MoveRecord, Base):
    """One step of evidence: somebody looked at it, and it shows enough, or does not."""

    __tablename__ = "evidence_move"
    kind = "evidence_move"

    evidence_id: Mapped[UUID] = field.owner("evidence", index=True)
    move: Mapped[str] = field.coded("evidence_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("evidence_states", by_hand=False)
    to_state: Mapped[str] = field.coded("evidence_states", by_hand=False)


class KpcEntry(NamedRecord, WithStates, Base):
    """A life-quality activity (กพช.) of a learner in a term: what they do, for how many hours.

    Hours that are claimed stand here; those that were approved are said by the move that did.
    Two laptops that write down one project of one term make one record: `said` is what it was
    when it was first written down.
    """

    __tablename__ = "kpc_entry"
    kind = "kpc_entry"
    first_state = "proposed"
    move_kind = "kpc_entry_move"
    derived = DerivedId("learner_id", ("kpc", "{said}"))
    found_by = ("text", "term")

    name: Mapped[str] = field.line()
    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    level: Mapped[str | None] = field.coded("dole_curriculum")
    term: Mapped[str | None] = field.plain()
    part: Mapped[str | None] = field.coded("kpc_parts")
    hours: Mapped[float | None] = field.amount()
    text: Mapped[str | None] = field.text()
    note: Mapped[str | None] = field.text()
    said: Mapped[str] = field.machine()


class KpcEntryMove(MoveRecord, Base):
    """One step of an entry; the approval says how many hours."""

    __tablename__ = "kpc_entry_move"
    kind = "kpc_entry_move"

    kpc_entry_id: Mapped[UUID] = field.owner("kpc_entry", index=True)
    move: Mapped[str] = field.coded("kpc_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("kpc_states", by_hand=False)
    to_state: Mapped[str] = field.coded("kpc_states", by_hand=False)
    hours: Mapped[float | None] = field.amount()
