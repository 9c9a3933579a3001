"""What a session may see: rows hidden from whoever may not read them, in every query alike.

A rule for each kind of record stands here once. It is laid over the session, not over single
queries, so that a list, a search, a timeline, a count and a paper cannot forget it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final
from uuid import UUID

from sqlalchemy import event, false, or_, select
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from desktop.models import framework, vocabulary
from desktop.models.base import SyncedRecord
from desktop.models.hett import HettIndicator, Rating
from desktop.models.people import (
    Contact,
    Document,
    LearnerCode,
    LearnerGroup,
    LearnerPrivate,
    LeavingReason,
    RiskFlag,
)
from desktop.models.urgent import UrgentCase, UrgentNote

SENSITIVE_CODES: Final = (
    (LearnerGroup, "code", "target_groups"),
    (LeavingReason, "code", "leaving_reasons"),
    (RiskFlag, "code", "risk_flags"),
    (Document, "document_kind", "document_kinds"),
    (LearnerCode, "code_kind", "identity_papers"),
)
"""Records that are sensitive where their code is: the class, its field, the code list."""

COVERED_KINDS: Final = frozenset(
    {cls.kind for cls, _, _ in SENSITIVE_CODES}
    | {LearnerPrivate.kind, Rating.kind, Contact.kind, UrgentCase.kind, UrgentNote.kind}
)
"""Kinds of which a session may hide some or all records."""

_SECRET_KINDS: Final = frozenset({UrgentCase.kind, UrgentNote.kind})


def told_kind(kind: str) -> str:
    """Return a kind as counts may name it: that an urgent case exists is itself a secret."""
    return "other" if kind in _SECRET_KINDS else kind


def sensitive_codes(name: str) -> frozenset[str]:
    """Return the sensitive codes of a shipped list; a centre's own codes are never sensitive."""
    return frozenset(term.code for term in vocabulary.load(name).terms if term.sensitive)


def sensitive_indicators(session: Session) -> frozenset[str]:
    """Return the sensitive HETT indicators, shipped ones and the centre's own."""
    own = session.scalars(select(HettIndicator.code).where(HettIndicator.sensitive.is_(True)))
    shipped = framework.load().indicators
    return frozenset(each.code for each in shipped if each.sensitive) | frozenset(own)


def urgent_rules(shown: Collection[UUID] = ()) -> tuple[Any, ...]:
    """Return the rules that hide urgent cases and their notes, but for the cases `shown`."""
    case = UrgentCase.id.in_(shown) if shown else false()
    note = UrgentNote.case_id.in_(shown) if shown else false()
    return (
        with_loader_criteria(UrgentCase, case, include_aliases=True),
        with_loader_criteria(UrgentNote, note, include_aliases=True),
    )


def cases_naming(session: Session, user_id: UUID) -> frozenset[UUID]:
    """Return the urgent cases that name a user, before rules are laid over the session."""
    # Columns, not records: a record once loaded would be found past every rule.
    rows = session.execute(select(UrgentCase.id, UrgentCase.named))
    return frozenset(case_id for case_id, named in rows if user_id.hex in (named or ()))


def sensitive_rules(indicators: Collection[str]) -> tuple[Any, ...]:
    """Return the rules that hide what is sensitive, given the sensitive HETT indicators."""
    wanted: list[tuple[type[SyncedRecord], Any]] = [
        (cls, getattr(cls, field).not_in(sorted(sensitive_codes(name))))
        for cls, field, name in SENSITIVE_CODES
    ]
    wanted += [
        (LearnerPrivate, false()),
        (Rating, Rating.indicator.not_in(sorted(indicators))),
        (Contact, or_(Contact.private.is_(None), Contact.private.is_(False))),
    ]
    return tuple(with_loader_criteria(cls, rule, include_aliases=True) for cls, rule in wanted)


def cover(session: Session, rules: tuple[Any, ...]) -> None:
    """Lay rules over all that a session reads from now on."""

    def lay(state: ORMExecuteState) -> None:
        if state.is_select:
            state.statement = state.statement.options(*rules)

    event.listen(session, "do_orm_execute", lay)
