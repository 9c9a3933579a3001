"""What Ctrl+K finds: how a line is declared, whom words may mean, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.models.text import search_key
from desktop.services.roles import Right
from desktop.ui.translation import in_each_language, translate

Destination = tuple[str, object]
"""The key of a screen and the argument that it is entered with."""

Words = Callable[[], str]
"""Words in the language of the moment, by `desktop.ui.translation.translate`."""


@dataclass(frozen=True)
class Found:
    """One line that is found.

    Attributes:
        detail: a quiet second line.
        destination: what it opens, after `act`, where there is one.
        once: what the argument of the destination asks for is not asked again on coming back.
        exact: the words are the whole name, code or number of it: it comes before all others.
        keys: the keys that do the same.
    """

    title: str
    detail: str = ""
    icon: str = "user"
    destination: Destination | None = None
    act: Callable[[], None] | None = None
    once: bool = False
    exact: bool = False
    keys: str = ""


@dataclass(frozen=True)
class Command:
    """A page or an action that is found by its name, in both languages.

    Attributes:
        also: other words that people look for it by, not shown.
        frequent: offered before anything is typed.
        right: what one must be allowed to do.
    """

    icon: str
    name: Words
    destination: Destination | None = None
    act: Callable[[], None] | None = None
    right: Right = Right.READ
    detail: Words = str
    also: Words = str
    once: bool = False
    frequent: bool = False
    keys: str = ""

    def line(self) -> Found:
        """Return it as it is shown."""
        return Found(
            self.name(), self.detail(), self.icon, self.destination, self.act, self.once,
            keys=self.keys,
        )  # fmt: skip


@dataclass(frozen=True)
class RecordSearch:
    """How the records of one feature are found; `find` runs in a job.

    Attributes:
        heading: over its lines.
        find: given words as typed, the lines in their order.
    """

    heading: Words
    find: Callable[[str], Sequence[Found]]


@dataclass(frozen=True)
class Group:
    """Lines under one heading."""

    heading: str
    lines: tuple[Found, ...]


def matching(commands: Iterable[Command], words: str) -> tuple[Found, ...]:
    """Return the commands whose name has every word, those that begin with the first one first."""
    terms = [key for key in map(search_key, words.split()) if key]
    ranked = []
    for command in commands:
        names = [search_key(name) for name in in_each_language(command.name)]
        all_of_it = "\n".join([*names, *map(search_key, in_each_language(command.also))])
        if all(term in all_of_it for term in terms):
            begins = any(name.startswith(terms[0]) for name in names) if terms else False
            ranked.append((not begins, command))
    return tuple(command.line() for _rank, command in sorted(ranked, key=lambda each: each[0]))


def in_groups(
    words: str, found: Iterable[Group], pages: tuple[Found, ...], commands: tuple[Found, ...]
) -> list[Group]:
    """Put what was found by these words in order: exact ones, records by feature, pages, commands.

    Whose whole name was typed comes before what only has to do with them. Where a learner, a mentor
    and a person have one name, the heading of its feature stands at each.
    """
    typed, records = search_key(words), list(found)

    def whole(line: Found) -> bool:
        return line.exact or search_key(line.title) == typed

    matches = [(group.heading, line) for group in records for line in group.lines if whole(line)]
    seen = {(page.title, page.destination) for page in pages}
    several = len({heading for heading, _line in matches}) > 1
    exact = tuple(
        replace(line, detail="  ·  ".join(filter(None, (heading, line.detail))))
        if several
        else line
        for heading, line in matches
    )
    groups = [
        Group(translate("Palette", "ตรงกับที่พิมพ์"), exact),
        *(
            replace(group, lines=tuple(line for line in group.lines if not whole(line)))
            for group in records
        ),
        Group(translate("Palette", "หน้าจอ"), pages),
        Group(
            translate("Palette", "คำสั่ง"),
            tuple(each for each in commands if (each.title, each.destination) not in seen),
        ),
    ]
    return [group for group in groups if group.lines]


def before_typing(
    recent: Iterable[Found], frequent: Iterable[Found], pages: Iterable[Found]
) -> Iterator[Group]:
    """Give what is offered while nothing is typed."""
    for heading, lines in (
        (translate("Palette", "เปิดล่าสุด"), tuple(recent)),
        (translate("Palette", "ทำบ่อย"), tuple(frequent)),
        (translate("Palette", "หน้าจอ"), tuple(pages)),
    ):
        if lines:
            yield Group(heading, lines)
