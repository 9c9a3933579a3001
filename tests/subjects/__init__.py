"""Examples of every subject that has a directory: the same checks go through all of them.

A module here is a subject's `EXAMPLE`, found by being here. The tests that go through `EXAMPLES`
are in the folders of what they test: services, ui, cli, end_to_end.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.factories import Clock

Arise = Callable[[Workspace, Clock, UUID], None]
Move = tuple[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Example:
    """What the checks need to know of a subject.

    Attributes:
        kind: of its records; the keys of its screens follow from it.
        listed: the key of its directory, which is also the name of its book and of its paper.
        paper: the member of `Services` that prints the directory.
        service: its service.
        add: writes one down that is called so, with values more.
        query: the question that finds by these words.
        full: values for every field that a workbook takes back, but for what it is called by.
        begun: how the form of a new one is filled with the least: the field, and what is typed.
        whose: what is typed to say whose a new one is, where it must be said.
        typed: a line or a text of its page, and what is typed.
        other: another text of it.
        moves: that lead through its states from the first, with the facts that each needs.
        words: what `record KIND add` takes at least, and two values that two laptops `set`.
        ready: commands without which it may not be moved; `{field}` is a field of the record.
        first: commands that make what it belongs to; `{name}` in `words` is its id.
        before: writes that down for the form of a new one.
        day: what makes each of its reasons of the day arise.
        confirmed: whether what is written of one is confirmed from time to time.
        empty: a state that none of those just added is in.
    """

    kind: str
    listed: str
    paper: str
    service: Callable[[Services], Any]
    add: Callable[[Services, str, Mapping[str, Any]], UUID]
    query: Callable[[str], Any]
    full: Mapping[str, Any]
    begun: tuple[str, str]
    typed: tuple[str, str]
    moves: Sequence[Move]
    words: tuple[Sequence[str], str, str]
    whose: str = ""
    ready: Sequence[Sequence[str]] = ()
    other: str = "skills"
    first: Mapping[str, Sequence[str]] = field(default_factory=dict)
    before: Callable[[Services], object] = lambda _services: None
    day: Mapping[str, Arise] = field(default_factory=dict)
    confirmed: bool = True
    empty: str = "ended"

    def __str__(self) -> str:
        return self.kind


EXAMPLES: tuple[Example, ...] = tuple(
    importlib.import_module(f"{__name__}.{each.name}").EXAMPLE
    for each in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name)
)
CONFIRMED: tuple[Example, ...] = tuple(each for each in EXAMPLES if each.confirmed)
