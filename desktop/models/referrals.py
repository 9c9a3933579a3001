"""Referrals: what is asked of an agency for a learner, followed until it was served."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.ids import CENTRE, DerivedId
from desktop.models.moves import MoveRecord, WithStates
from desktop.models.snapshots import SealedSending, SentSnapshot


class Referral(WithStates, Base):
    """What is asked for a learner, and of whom. A sensitive service hides it whole."""

    __tablename__ = "referral"
    kind = "referral"
    first_state = "draft"
    move_kind = "referral_move"

    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    partner_id: Mapped[UUID | None] = field.link("partner", index=True)
    receiver_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    service: Mapped[str | None] = field.coded("referral_services", guards=True)
    urgency: Mapped[str | None] = field.coded("referral_urgency")
    reason: Mapped[str | None] = field.text()
    done_already: Mapped[str | None] = field.text()
    asked: Mapped[str | None] = field.text()
    language: Mapped[str | None] = field.coded("languages")
    cautions: Mapped[str | None] = field.text()
    enter_by: Mapped[str | None] = field.day(part_known=True)
    stay_until: Mapped[str | None] = field.day(part_known=True)
    work_by: Mapped[str | None] = field.day(part_known=True)
    confirmed_on: Mapped[str | None] = field.day(part_known=True)
    confirmed_by: Mapped[UUID | None] = field.user()
    note: Mapped[str | None] = field.text()


class ReferralMove(MoveRecord, Base):
    """One step of a referral: sent, answered, served, closed, begun anew.

    Attributes:
        channel: how it went out, or how the answer came.
        basis: the law that it was sent under without consent, with `basis_reason`.
        consent_id: the consent that it was sent under.
        until: the day that the agency asks to wait for.
        next_id: the referral that goes elsewhere instead.
        served_what: what was given.
        after_days: which of the checks after the service it is, and what was found.

    The `number` of a sending is that of its slip.
    """

    __tablename__ = "referral_move"
    kind = "referral_move"

    referral_id: Mapped[UUID] = field.owner("referral", index=True)
    move: Mapped[str] = field.coded("referral_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("referral_states", by_hand=False)
    to_state: Mapped[str] = field.coded("referral_states", by_hand=False)
    channel: Mapped[str | None] = field.coded("referral_channels")
    basis: Mapped[str | None] = field.coded("legal_bases")
    basis_reason: Mapped[str | None] = field.text()
    consent_id: Mapped[UUID | None] = field.link("consent", by_hand=False)
    until: Mapped[str | None] = field.day()
    decline_reason: Mapped[str | None] = field.coded("referral_declines")
    decision: Mapped[str | None] = field.coded("referral_decisions")
    next_id: Mapped[UUID | None] = field.link("referral")
    extent: Mapped[str | None] = field.coded("referral_extents")
    served_what: Mapped[str | None] = field.line()
    known_by: Mapped[str | None] = field.coded("referral_known_by")
    result: Mapped[str | None] = field.coded("referral_results")
    after_days: Mapped[str | None] = field.coded("referral_checks")
    check_result: Mapped[str | None] = field.coded("referral_check_results")


class ReferralSending(SealedSending, Base):
    """That a slip of this number went to an agency; it stays, and names nobody once cut."""

    __tablename__ = "referral_sending"
    kind = "referral_sending"
    snapshot = "referral_words"

    whom_id: Mapped[UUID | None] = field.link("learner", on_erase="cut", index=True)
    matter_id: Mapped[UUID | None] = field.link("referral", on_erase="cut", index=True)
    words_id: Mapped[UUID | None] = field.link("referral_words", on_erase="cut")
    partner_id: Mapped[UUID | None] = field.link("partner")
    receiver_id: Mapped[UUID | None] = field.link("person", on_erase="cut")
    number: Mapped[str] = field.plain(by_hand=False, index=True)
    sent_on: Mapped[str] = field.day(part_known=True, by_hand=False)
    channel: Mapped[str | None] = field.coded("referral_channels", by_hand=False)


class ReferralWords(SentSnapshot, Base):
    """What stood on a slip when it was sent."""

    __tablename__ = "referral_words"
    kind = "referral_words"

    learner_id: Mapped[UUID] = field.owner("learner", index=True)


class ReferralReply(SyncedRecord, Base):
    """What an agency answers to a slip that the laptop it was keyed on has not heard of.

    It waits for its referral, is made the moves that it means once that comes, and stays with it.
    Two laptops that key one paper make one record.

    Attributes:
        number: of the slip, in capitals and without spaces.
        answer: the move that it is.
        said: what else tells two answers of one day apart.
        referral_id: the referral that it was put to; none while it waits.
    """

    __tablename__ = "referral_reply"
    kind = "referral_reply"
    derived = DerivedId(CENTRE, ("reply", "{number}", "{answer}", "{done_on}", "{said}"))

    referral_id: Mapped[UUID | None] = field.owner("referral", index=True)
    number: Mapped[str] = field.plain(index=True)
    answer: Mapped[str] = field.coded("referral_moves")
    done_on: Mapped[str] = field.day(part_known=True)
    said: Mapped[str] = field.machine()
    channel: Mapped[str | None] = field.coded("referral_channels")
    by_id: Mapped[UUID | None] = field.link("person", on_erase="cut", index=True)
    institution: Mapped[str | None] = field.line()
    until: Mapped[str | None] = field.day()
    decline_reason: Mapped[str | None] = field.coded("referral_declines")
    extent: Mapped[str | None] = field.coded("referral_extents")
    served_what: Mapped[str | None] = field.line()
    note: Mapped[str | None] = field.text()
