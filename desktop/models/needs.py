"""What is needed, what is offered, and how the two come together."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base
from desktop.models.ids import DerivedId
from desktop.models.moves import MoveRecord, WithStates
from desktop.models.named import NamedRecord


class Need(NamedRecord, WithStates, Base):
    """What a learner, a household, a village or a course asks for.

    A learner's need is theirs and goes with them. How far it is met is nowhere written: it is the
    sum of what receivers confirmed. `share` is what may be told outside.
    """

    __tablename__ = "need"
    kind = "need"
    first_state = "open"
    move_kind = "need_move"
    found_by = ("text", "course")

    name: Mapped[str] = field.line()
    learner_id: Mapped[UUID | None] = field.owner("learner", by_hand=True, index=True)
    household_id: Mapped[UUID | None] = field.owner("household", by_hand=True, index=True)
    village_id: Mapped[UUID | None] = field.link("village", index=True)
    course: Mapped[str | None] = field.line()
    assistance: Mapped[str | None] = field.coded("assistance", index=True)
    text: Mapped[str | None] = field.text()
    quantity: Mapped[float | None] = field.amount()
    unit: Mapped[str | None] = field.line("need_units")
    urgency: Mapped[str | None] = field.coded("need_urgency")
    needed_by: Mapped[str | None] = field.day(part_known=True)
    repeats: Mapped[str | None] = field.coded("need_repeats")
    share: Mapped[str | None] = field.coded("need_sharing")
    confirmed_on: Mapped[str | None] = field.day(part_known=True)
    confirmed_by: Mapped[UUID | None] = field.user()
    note: Mapped[str | None] = field.text()


class NeedMove(MoveRecord, Base):
    """One step of a need: paused, opened again, ended."""

    __tablename__ = "need_move"
    kind = "need_move"

    need_id: Mapped[UUID] = field.owner("need", index=True)
    move: Mapped[str] = field.coded("need_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("need_states", by_hand=False)
    to_state: Mapped[str] = field.coded("need_states", by_hand=False)


class Offer(NamedRecord, WithStates, Base):
    """What a partner, or a person, would give: how much, to whom, when and where."""

    __tablename__ = "offer"
    kind = "offer"
    first_state = "open"
    move_kind = "offer_move"
    found_by = ("text", "conditions")

    name: Mapped[str] = field.line()
    partner_id: Mapped[UUID | None] = field.link("partner", index=True)
    person_id: Mapped[UUID | None] = field.link("person", on_erase="follow", index=True)
    capital_id: Mapped[UUID | None] = field.link("capital", on_erase="cut", index=True)
    assistance: Mapped[str | None] = field.coded("assistance", index=True)
    text: Mapped[str | None] = field.text()
    quantity: Mapped[float | None] = field.amount()
    unit: Mapped[str | None] = field.line("need_units")
    conditions: Mapped[str | None] = field.text()
    since: Mapped[str | None] = field.day(part_known=True)
    until: Mapped[str | None] = field.day(part_known=True)
    months_open: Mapped[list[int] | None] = field.months()
    villages: Mapped[list[str] | None] = field.links("village")
    languages: Mapped[list[str] | None] = field.coded_list("languages")
    confirmed_on: Mapped[str | None] = field.day(part_known=True)
    confirmed_by: Mapped[UUID | None] = field.user()
    note: Mapped[str | None] = field.text()


class OfferMove(MoveRecord, Base):
    """One step of an offer: paused, opened again, ended."""

    __tablename__ = "offer_move"
    kind = "offer_move"

    offer_id: Mapped[UUID] = field.owner("offer", index=True)
    move: Mapped[str] = field.coded("offer_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("offer_states", by_hand=False)
    to_state: Mapped[str] = field.coded("offer_states", by_hand=False)


class Match(WithStates, Base):
    """A need and an offer that may come together; one a pair, whoever puts them together.

    Goods and money belong to nobody who receives them: once the need is destroyed with its
    learner, what was given stays, as numbers without a link. So neither a match nor its moves hold
    words of anybody; words belong to the need or to the offer.
    """

    __tablename__ = "match"
    kind = "match"
    first_state = "suggested"
    move_kind = "match_move"
    derived = DerivedId("need_id", ("match", "{offer_id}"))

    need_id: Mapped[UUID | None] = field.owner("need", on_erase="cut", index=True)
    offer_id: Mapped[UUID | None] = field.link("offer", on_erase="cut", index=True)
    assistance: Mapped[str | None] = field.coded("assistance", by_hand=False)
    unit: Mapped[str | None] = field.line("need_units", by_hand=False)
    due_on: Mapped[str | None] = field.day(part_known=True)


class MatchMove(MoveRecord, Base):
    """One step of a match, and how much of it: agreed, delivered, or confirmed by the receiver.

    `by_id` is who said yes, or brought it, for whoever gives; `receiver` who did on the other side.
    """

    __tablename__ = "match_move"
    kind = "match_move"

    match_id: Mapped[UUID] = field.owner("match", index=True)
    move: Mapped[str] = field.coded("match_moves", by_hand=False)
    from_state: Mapped[str] = field.coded("match_states", by_hand=False)
    to_state: Mapped[str] = field.coded("match_states", by_hand=False)
    quantity: Mapped[float | None] = field.amount()
    receiver: Mapped[str | None] = field.coded("match_receivers")
    how: Mapped[str | None] = field.coded("match_ways")
    reason: Mapped[str | None] = field.coded("match_reasons")
    institution: Mapped[str | None] = field.line(by_hand=False)
    note: Mapped[str | None] = field.text(by_hand=False)
