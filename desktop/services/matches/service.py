"""Matches: putting a need and an offer together, and following them until the receiver confirms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.derived import ensure
from desktop.models.moves import state_of
from desktop.models.needs import Match
from desktop.services.matches import reading
from desktop.services.matches.lifecycle import MATCHING
from desktop.services.matches.records import Candidate, MatchDetail, MatchQuery, MatchRow
from desktop.services.moves import make_move
from desktop.services.record_values import set_values
from desktop.services.rights import Right, needs
from desktop.services.subject_service import SubjectService


class MatchService(SubjectService[Match, MatchQuery, MatchRow, MatchDetail]):
    """What can be done with matches; `need_id` and `offer_id` make one, and only once.

    Moves raise `need_not_shared`, `match_sides_gone`, `match_units_differ`,
    `quantity_not_positive`, and `learner_restricted` where the record may not be used.
    """

    model = Match
    lifecycle = MATCHING

    def _found(self, session: Session, query: MatchQuery | None) -> list[MatchRow]:
        return reading.found(session, query or MatchQuery(), self._workspace.today())

    def _told(self, session: Session, record_id: UUID) -> MatchDetail:
        return reading.match_detail(session, record_id, self._workspace.today())

    def _begun(self, session: Session, given: dict[str, Any]) -> Match:
        sides = {}
        for name in ("need_id", "offer_id"):
            value = given.pop(name, None)
            if not value:
                raise UserError("field_missing", field=name, kind=Match.kind)
            sides[name] = UUID(str(value))
        return _together(session, **sides)

    def _fill(self, session: Session, thing: Match, values: Mapping[str, Any]) -> None:
        set_values(session, thing, values)

    def _confirm(self, session: Session, thing: Any, on: str = "") -> None:
        """A match is confirmed by its receiver, with a move; what it says is nowhere asked."""

    @needs(Right.READ)
    def candidates(self, need_id: UUID) -> tuple[Candidate, ...]:
        """Return the offers that may be for a need, the likeliest first, each with why.

        Raises:
            UserError: `record_unknown`.
        """
        with self._workspace.read() as session:
            return tuple(reading.candidates(session, need_id, self._workspace.today()))

    @needs(Right.WRITE)
    def propose(self, need_id: UUID, offer_id: UUID) -> UUID:
        """Put a need and an offer together and propose it, in one; return the match.

        One that is on its way already stays as it is.
        """
        with self._workspace.write() as session:
            match = _together(session, need_id, offer_id)
            session.flush()
            if MATCHING.transition("propose").leaves(state_of(session, match)):
                make_move(session, self._workspace, MATCHING, match, "propose", {})
            return match.id


def _together(session: Session, need_id: UUID, offer_id: UUID) -> Match:
    need, offer = reading.propose_sides(session, need_id, offer_id)
    match = ensure(session, Match, need_id=need.id, offer_id=offer.id)
    match.assistance = match.assistance or need.assistance or offer.assistance
    match.unit = match.unit or need.unit or offer.unit
    return match
