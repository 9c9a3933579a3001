"""How a fund is opened and closed."""

from __future__ import annotations

from typing import Final

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.funds import Fund, FundMove
from desktop.services.funds.sums import by_purpose, stock
from desktop.services.moves import Lifecycle, Transition


def _empty(session: Session, fund: Fund, _move: FundMove) -> None:
    """Refuse a fund in which anything is left."""
    if sum(by_purpose(session, fund.id).get(fund.id, {}).values()) or stock(session, fund.id):
        raise UserError("fund_not_empty")


FUNDING: Final = Lifecycle(
    Fund,
    (
        Transition(
            "open", frozenset({"candidate", "ended"}), "active", takes=("by_id", "number", "note")
        ),
        Transition("close", frozenset({"active"}), "ended", needs=("reason",), guard=_empty),
    ),
)
"""Money comes and goes while a fund is open."""
