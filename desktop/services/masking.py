"""What a session may see: rows hidden from whoever may not read them, in every query alike.

What is sensitive follows from the kind (`sync.kinds`) and its fields (`guards`). The rules are laid
over the session, not over single queries, so that a list, a search, a timeline, a count and a paper
cannot forget them.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final
from uuid import UUID

from sqlalchemy import and_, event, false, inspect, not_, or_, select
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from desktop.models import framework, vocabulary
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.fields import Field, fields_of
from desktop.models.funds import FundEntry, GoodsEntry
from desktop.models.hett import HettIndicator
from desktop.models.moves import MoveRecord
from desktop.models.partners import PartnerContact
from desktop.models.persons import Person
from desktop.models.tries import UrgentTry
from desktop.models.urgent import UrgentCase, UrgentHanding, UrgentNote
from sync.kinds import kind_of

_WITHOUT_WRITING: Final = frozenset(
    {Person.kind, PartnerContact.kind, FundEntry.kind, GoodsEntry.kind}
)

_OF_A_CASE: Final[tuple[type[UrgentNote | UrgentTry | UrgentHanding], ...]] = (
    UrgentNote, UrgentTry, UrgentHanding,
)  # fmt: skip


def told_kind(kind: str) -> str:
    """Return a kind as counts may name it: that an urgent case exists is itself a secret."""
    return "other" if kind_of(kind).secret else kind


def may_hide(kind: str) -> bool:
    """Whether a session may hide some or all records of a kind."""
    return kind_of(kind).sensitive or kind in _WITHOUT_WRITING or bool(_guarded_owners(kind))


def is_sensitive_whole(kind: str) -> bool:
    """Whether every record of a kind is for those only who see sensitive parts."""
    cls = synced_classes().get(kind)
    row = kind_of(kind)
    return row.sensitive and not row.secret and (cls is None or not _guards(cls))


def sensitive_codes(name: str) -> frozenset[str]:
    """Return the sensitive codes of a shipped list; a centre's own codes are never sensitive."""
    return frozenset(term.code for term in vocabulary.load(name).terms if term.sensitive)


def sensitive_indicators(session: Session) -> frozenset[str]:
    """Return the sensitive HETT indicators, shipped ones and the centre's own."""
    own = session.scalars(select(HettIndicator.code).where(HettIndicator.sensitive.is_(True)))
    shipped = framework.load().indicators
    return frozenset(each.code for each in shipped if each.sensitive) | frozenset(own)


def urgent_rules(shown: Collection[UUID] = ()) -> tuple[Any, ...]:
    """Return the rules that hide urgent cases and what is in them, but for the cases `shown`."""
    return (
        with_loader_criteria(UrgentCase, UrgentCase.id.in_(shown), include_aliases=True),
        *(
            with_loader_criteria(cls, cls.case_id.in_(shown), include_aliases=True)
            for cls in _OF_A_CASE
        ),
    )


def cases_naming(session: Session, user_id: UUID) -> frozenset[UUID]:
    """Return the urgent cases that name a user, before rules are laid over the session."""
    # Columns, not records: a record once loaded would be found past every rule.
    rows = session.execute(select(UrgentCase.id, UrgentCase.named))
    return frozenset(case_id for case_id, named in rows if user_id.hex in (named or ()))


def sensitive_rules(indicators: Collection[str]) -> tuple[Any, ...]:
    """Return the rules that hide what is sensitive, given the sensitive HETT indicators."""
    return (
        *(
            # A move under another name stands beside what it moves, which is hidden itself, and
            # joined on words of its own: there the rule would not find its columns.
            with_loader_criteria(
                cls,
                _with_its_owners(cls, indicators),
                include_aliases=not issubclass(cls, MoveRecord),
            )
            for kind, cls in synced_classes().items()
            if _guarded_owners(kind)
        ),
        *(
            with_loader_criteria(cls, _shown(cls, indicators), include_aliases=True)
            for kind, cls in synced_classes().items()
            if kind_of(kind).sensitive and not kind_of(kind).secret
        ),
    )


def confidential_rules() -> tuple[Any, ...]:
    """Return what is hidden from whoever only reads.

    Confidential contacts of partners and the people behind them, and who gave or got what: the
    balances of funds are summed past these rules.
    """
    # The table itself: over the class the rule would be laid over its own question too.
    contacts = PartnerContact.__table__.c
    hidden = select(contacts.person_id).where(
        contacts.confidential.is_(True), contacts.deleted.is_(False)
    )
    return (
        with_loader_criteria(
            PartnerContact, PartnerContact.confidential.is_(False), include_aliases=True
        ),
        # Asked of each name under which persons are joined: an expression of the class would not
        # be found where the join is on words of its own, as that of a joined twin is.
        with_loader_criteria(Person, lambda cls: cls.id.not_in(hidden), include_aliases=True),
        with_loader_criteria(FundEntry, false(), include_aliases=True),
        with_loader_criteria(GoodsEntry, false(), include_aliases=True),
    )


def _guards(cls: type[SyncedRecord]) -> list[Field]:
    return [each for each in fields_of(cls).values() if each.guards]


def is_guarded(record: SyncedRecord) -> bool:
    """Whether what a record says of itself keeps it from whoever does not see sensitive parts."""
    values = ((each, getattr(record, each.name)) for each in _guards(type(record)))
    return any(
        value is True if each.type == "yes_no" else value in sensitive_codes(each.vocabulary)
        for each, value in values
        if value is not None and each.type != "hett"
    )


def _guarded_owners(kind: str) -> list[Field]:
    """Return the links from a kind to what it belongs to, where that may be hidden by what it says.

    A move of a referral, a pin of a capital: that it is there tells of what is hidden.
    """
    classes = synced_classes()
    if kind not in classes or kind_of(kind).sensitive or kind_of(kind).secret:
        return []
    links = (each for each in fields_of(classes[kind]).values() if each.owner)
    return [each for each in links if each.link in classes and _guards(classes[each.link])]


def _with_its_owners(cls: type[SyncedRecord], indicators: Collection[str]) -> Any:
    """Return the condition of a record none of whose guarded owners is hidden."""
    rules = []
    for link in _guarded_owners(cls.kind):
        owner, column = synced_classes()[link.link], getattr(cls, link.name)
        # The table itself: over the class the rule would be laid over its own question too.
        table = inspect(owner).local_table.c
        hidden = select(table.id).where(not_(_shown(owner, indicators, table)))
        rules.append(or_(column.is_(None), column.not_in(hidden)))
    return and_(*rules)


def _shown(cls: type[SyncedRecord], indicators: Collection[str], of: Any = None) -> Any:
    """Return the condition of a record that is not sensitive; without guards none is.

    `of` is where its columns stand, the class itself where none is given.
    """
    rules = []
    for guard in _guards(cls):
        column = getattr(cls if of is None else of, guard.name)
        if guard.type == "yes_no":
            rules.append(or_(column.is_(None), column.is_(False)))
            continue
        hidden = indicators if guard.type == "hett" else sensitive_codes(guard.vocabulary)
        rules.append(or_(column.is_(None), column.not_in(sorted(hidden))))
    return and_(*rules) if rules else false()


def cover(session: Session, rules: tuple[Any, ...]) -> None:
    """Lay rules over all that a session reads from now on."""

    def lay(state: ORMExecuteState) -> None:
        if state.is_select:
            state.statement = state.statement.options(*rules)

    event.listen(session, "do_orm_execute", lay)
