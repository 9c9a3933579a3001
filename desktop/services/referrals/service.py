"""Referrals: finding, writing down, leading them on, and what was sent with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.partners import Partner
from desktop.models.people import Learner
from desktop.models.persons import Person
from desktop.models.referrals import Referral, ReferralMove
from desktop.services.learners.people import raise_risk
from desktop.services.record_values import live, set_values, standing
from desktop.services.referrals import reading
from desktop.services.referrals.board import board
from desktop.services.referrals.lifecycle import OUT, REFERRING
from desktop.services.referrals.records import (
    Board,
    ReferralDetail,
    ReferralQuery,
    ReferralRow,
    WaitingReply,
)
from desktop.services.referrals.replies import nearest, of_number
from desktop.services.referrals.sending import send
from desktop.services.referrals.waiting import drop, settle_number, take, waiting
from desktop.services.rights import Right, needs
from desktop.services.subject_service import SubjectService

MOST: Final = 40
"""How many cards a column of the board shows at first."""

LEFT_AGAIN: Final = "left_again"
"""The risk that is raised for whoever left again after they were helped."""


class ReferralService(SubjectService[Referral, ReferralQuery, ReferralRow, ReferralDetail]):
    """What can be done with referrals; one is added of a learner (`learner_id`).

    A move raises the codes of its guard (`lifecycle`) and of the sending (`sending.send`).
    """

    model = Referral
    lifecycle = REFERRING

    def _found(self, session: Session, query: ReferralQuery | None) -> list[ReferralRow]:
        return reading.found(session, query or ReferralQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> ReferralDetail:
        return reading.referral_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Referral:
        return begun(session, given.pop("learner_id", None))

    def _fill(self, session: Session, thing: Referral, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)

    def _moved(self, session: Session, thing: Referral, move: ReferralMove) -> None:
        if move.move == "send":
            send(session, self._workspace, thing, move)
            settle_number(session, self._workspace, move.number or "")
        if move.move == "check" and move.check_result == "left_again":
            raise_risk(session, thing.learner_id, LEFT_AGAIN, move.done_on, move.note or "")

    @needs(Right.READ)
    def board(
        self,
        query: ReferralQuery | None = None,
        *,
        most: int = MOST,
        opened: Collection[str] = (),
        done: bool = False,
    ) -> Board:
        """Return the referrals that a question finds, by state; see `board.board`."""
        with self._workspace.read() as session:
            return board(
                session,
                query or ReferralQuery(),
                self._workspace.today(),
                most=most,
                opened=frozenset(opened),
                done=done,
            )

    @needs(Right.READ)
    def of_slip(self, number: str) -> ReferralRow:
        """Return the referral of a slip's number.

        Raises:
            UserError: `slip_unknown`, `slip_done`.
        """
        with self._workspace.read() as session:
            return self._told(session, of_number(session, number).id).row

    @needs(Right.READ)
    def near_slips(self, number: str, institution: str = "") -> tuple[ReferralRow, ...]:
        """Return the few referrals whose slip may be meant by a number that is nobody's.

        Those out whose numbers are nearly the same, the nearest first, then those that went to
        whom the answer comes from, sent last first.
        """
        question = ReferralQuery(states=tuple(OUT | {"served"}))
        with self._workspace.read() as session:
            return nearest(number, institution, self._found(session, question))

    @needs(Right.WRITE)
    def answer(
        self, number: str, answer: str, facts: Mapping[str, Any], instead: UUID | None = None
    ) -> UUID | None:
        """Note what came back on a slip, with the steps that it takes for granted.

        Where its referral is not on this laptop yet, it waits for that, on every laptop.

        Args:
            number: of the slip.
            answer: code of the move that it is (`replies.ANSWERS`).
            facts: of that move, as a person writes them.
            instead: a waiting reply that was keyed wrongly, which this one replaces.

        Returns:
            The referral; None where the answer waits for it.

        Raises:
            UserError: `slip_done`; as `move`.
        """
        with self._workspace.write() as session:
            if instead is not None:
                drop(session, [instead])
            return take(session, self._workspace, number, answer, facts)

    @needs(Right.READ)
    def replies(self) -> tuple[WaitingReply, ...]:
        """Return the replies that wait for their referral, the oldest first."""
        with self._workspace.read() as session:
            return tuple(waiting(session))

    @needs(Right.WRITE)
    def drop_reply(self, reply_id: UUID) -> None:
        """Hide a waiting reply that was keyed by mistake; UserError `record_unknown`."""
        with self._workspace.write() as session:
            drop(session, [reply_id])


def begun(session: Session, learner_id: object) -> Referral:
    """Return a new referral of a learner.

    Raises:
        UserError: `field_missing`, `learner_unknown`.
    """
    if not learner_id:
        raise UserError("field_missing", field="learner_id", kind=Referral.kind)
    return Referral(learner_id=live(session, Learner, UUID(str(learner_id))).id)


def fill(session: Session, referral: Referral, values: Mapping[str, Any]) -> None:
    """Put values onto a referral, inside the caller's transaction.

    Raises:
        UserError: `record_unknown` of a receiver; as `set_values`.
    """
    set_values(session, referral, values)
    if values.get("partner_id"):
        assert referral.partner_id is not None
        referral.partner_id = standing(session, Partner, referral.partner_id).id
    if values.get("receiver_id"):
        assert referral.receiver_id is not None
        referral.receiver_id = standing(session, Person, referral.receiver_id).id
