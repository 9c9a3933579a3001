"""One kind of record as commands know it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cached_property
from typing import Any
from uuid import UUID

from desktop.models.base import SyncedRecord
from desktop.models.fields import Field, FieldType, fields_of
from desktop.models.moves import EVERY_MOVE, move_class, state_lists
from desktop.services.all import Services
from desktop.services.entries import Entry
from desktop.services.moves import Lifecycle, Transition
from desktop.services.subject_service import OfAnySubject

Values = dict[str, Any]
Add = Callable[[Services, Values], UUID]
Edit = Callable[[Services, UUID, Values], object]
Do = Callable[[Services, UUID, Values], UUID | None]
"""Performs an act; returns the record that it made, None where it made none."""
Shown = tuple[UUID, Mapping[str, Any]]
"""A record's id and its values by field."""
Find = Callable[[Services, str, Mapping[str, Any], int | None], Iterable[Shown]]
Get = Callable[[Services, UUID], Shown]

_NEVER_GIVEN = frozenset({"deleted", "erased", "merged_into", "verified_on"})


@dataclass(frozen=True)
class Argument:
    """A value that an act takes; `type` and `list` as of a field."""

    name: str
    required: bool = False
    type: FieldType = "text"
    list: str = ""
    link: str = ""

    @property
    def field(self) -> Field:
        """How its value is read."""
        return Field(self.type, vocabulary=self.list, link=self.link, name=self.name)


@dataclass(frozen=True)
class Act:
    """Something that can be done with a record besides changing its fields.

    `of`: the kind of the record that it is done with, where that is another one: writing into the
    book of a fund.
    """

    name: str
    do: Do
    arguments: tuple[Argument, ...] = ()
    of: str = ""


@dataclass(frozen=True)
class Told:
    """A code that a service derives of a record, and the list that has its words."""

    ask: Callable[[Services, UUID], str]
    list: str


@dataclass(frozen=True)
class Subject:
    """A kind and what its service offers.

    Attributes:
        cls: the mapped class, whose fields are declared.
        add: makes a record of given values; None where records come about otherwise.
        edit: changes given values; None for what is only added to.
        acts: what else can be done.
        also: values that `add` takes besides the fields of the record.
        fixed: fields that no command gives, since another act or the program sets them.
        needed: fields that `add` cannot do without; the service gives the others by its rules.
        find: reads several, where the ordinary reader may not.
        get: reads one, where the ordinary reader may not.
        told: what is told of a record beside its fields, derived by the service.
    """

    cls: type[SyncedRecord]
    add: Add | None = None
    edit: Edit | None = None
    acts: tuple[Act, ...] = ()
    also: tuple[Argument, ...] = ()
    fixed: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    find: Find | None = None
    get: Get | None = None
    told: Mapping[str, Told] = dataclass_field(default_factory=dict)

    @property
    def kind(self) -> str:
        """Its stable name."""
        return self.cls.kind

    @cached_property
    def shown(self) -> dict[str, Field]:
        """The fields that answers hold."""
        return {
            name: field
            for name, field in fields_of(self.cls).items()
            if not field.machine and name not in ("deleted", "erased")
        }

    @cached_property
    def given(self) -> dict[str, Argument]:
        """What `add` and `set` take, by name."""
        fields = {
            name: Argument(
                name,
                name in self.needed,
                field.type,
                field.vocabulary,
                field.link,
            )
            for name, field in self.shown.items()
            if name not in self.fixed | _NEVER_GIVEN
            and (field.by_hand or field.owner or name in self.needed)
        }
        return {**fields, **{each.name: each for each in self.also}}

    def act(self, name: str) -> Act | None:
        """The act of this name."""
        return next((each for each in self.acts if each.name == name), None)


def shown(found: Entry) -> Shown:
    """What an answer holds of a record."""
    return found.id, found.values


def hide(act: Callable[[Services, UUID], object], name: str = "hide") -> Act:
    """An act that takes nothing."""

    def do(services: Services, record_id: UUID, _values: Values) -> None:
        act(services, record_id)

    return Act(name, do)


def _facts(lifecycle: Lifecycle, transition: Transition) -> tuple[Argument, ...]:
    """What a move may be told: what it asks first, then what every move has room for."""
    fields = fields_of(move_class(lifecycle.thing))
    return tuple(
        Argument(
            name,
            name in transition.needed,
            fields[name].type,
            fields[name].vocabulary,
            fields[name].link,
        )
        for name in dict.fromkeys((*transition.facts, *EVERY_MOVE))
    )


def served(
    lifecycle: Lifecycle,
    service: Callable[[Services], OfAnySubject],
    acts: tuple[Act, ...] = (),
    also: tuple[Argument, ...] = (),
    needed: frozenset[str] = frozenset(),
) -> Subject:
    """A thing that moves through states; `acts`: those of its own service beside the usual."""

    def moving(transition: Transition) -> Act:
        def do(services: Services, thing_id: UUID, values: Values) -> None:
            service(services).move(thing_id, transition.code, values)

        return Act(transition.code, do, _facts(lifecycle, transition))

    def confirm(services: Services, thing_id: UUID, values: Values) -> None:
        service(services).confirm(thing_id, values.get("on") or "")

    def state(services: Services, thing_id: UUID) -> str:
        told: str = service(services).get(thing_id).row.state
        return told

    states, _moves = state_lists(lifecycle.thing.kind)
    return Subject(
        lifecycle.thing,
        add=lambda services, values: service(services).add(values),
        edit=lambda services, thing_id, values: service(services).edit(thing_id, values),
        acts=(
            *map(moving, lifecycle.transitions),
            *(
                [Act("confirm", confirm, (Argument("on", type="day"),))]
                if "confirmed_on" in fields_of(lifecycle.thing)
                else []
            ),
            *acts,
            hide(lambda services, thing_id: service(services).hide([thing_id])),
        ),
        also=also,
        needed=needed,
        told={"state": Told(state, states)},
    )


def split(values: Values, *names: str) -> tuple[Values, Values]:
    """The values of these names, and the others."""
    own = {name: values[name] for name in names if name in values}
    return own, {name: value for name, value in values.items() if name not in own}
