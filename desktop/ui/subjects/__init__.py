"""What the screens of subjects have alike: a directory, the page of one, and the form for a new."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.reports.paper_data import PaperOptions
from desktop.services.roles import Right
from desktop.services.today.records import TodayLine
from desktop.ui.printing.papers import Paper
from desktop.ui.record_names import kind_name, kinds_name
from desktop.ui.shell.feature import (
    BuiltScreen,
    DayReason,
    DraftForm,
    Feature,
    Place,
    ScreenEntry,
    ShellContext,
)
from desktop.ui.shell.finding import Command, Destination, Found, RecordSearch
from desktop.ui.shell.offers import Offer
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.translation import translate

MOST = 6
"""How many of a subject Ctrl+K shows."""

Build = Callable[[ShellContext], BuiltScreen]


def subject_feature(
    kind: str,
    listed: str,
    icon: str,
    title: Callable[[], str],
    screens: tuple[Build, Build, Build],
    find: Callable[[str], Sequence[Any]],
    detail: Callable[[Any], str],
    paper: tuple[Paper, Callable[[], str], Callable[[Path, PaperOptions], int]],
    also: Callable[[], str],
    reasons: Mapping[str, DayReason],
    place: Place = "main",
    parent: str = "",
    papers: Sequence[Offer] = (),
) -> Feature:
    """Return what a subject brings to the window.

    Args:
        kind: of its records, and the key of the page of one; `KIND_new` is the form for a new one.
        listed: the key of its directory.
        icon: of all of them.
        title: of the directory.
        screens: make the directory, the page and the form.
        find: the rows that words may mean, at most `MOST`.
        detail: the quiet line of what Ctrl+K found.
        paper: the directory on paper: what it is called and asks, what it is good for, and how
            the whole of it is written.
        also: other words that a new one is looked for by.
        reasons: why its lines stand in the day.
        place, parent: of the directory, as a `ScreenEntry` has them.
        papers: others than the directory.
    """
    new, words = f"{kind}_new", SubjectWords(kind)
    directory, page, form = screens
    top = parent or listed
    printed, good_for, write = paper

    def found(words_typed: str) -> Sequence[Found]:
        rows = find(words_typed)
        return [Found(row.name, detail(row), icon, (kind, row.id)) for row in rows]

    return Feature(
        screens=[
            ScreenEntry(listed, icon, title, directory, place=place, parent=parent),
            ScreenEntry(kind, icon, lambda: kind_name(kind), page, place="none", parent=top),
            ScreenEntry(new, "plus", words.add, form, place="none", parent=top, right=Right.WRITE),
        ],
        drafts={new: DraftForm(icon, words.add, lambda _subject: (new, None))},
        reasons=reasons,
        commands=[
            Command("plus", words.add, (new, None), right=Right.WRITE, also=also),
        ],
        papers=[
            Offer(
                f"print {listed}",
                "print",
                icon,
                printed.name,
                good_for,
                Right.PRINT,
                lambda printing, _within: printing.print_list(printed, write),
            ),
            Offer(
                f"export {listed}",
                "export",
                icon,
                lambda: kinds_name(kind),
                lambda: translate("SubjectWords", "แก้ใน Excel แล้วนำเข้ากลับได้"),
                Right.EXPORT,
                lambda printing, _within: printing.export(listed),
            ),
            *papers,
        ],
        search=RecordSearch(lambda: kind_name(kind), found),
    )


def named(line: TodayLine) -> str:
    """What the record is called that a line of the day is about."""
    return str(line.values["name"])


def page_of(line: TodayLine) -> Destination:
    """The page of the record that a line of the day is about."""
    return line.screen, UUID(line.subject)
