"""What the screens of subjects have alike: a directory, the page of one, and the form for a new."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from desktop.services.all import Services
from desktop.services.roles import Right
from desktop.services.today.records import TodayLine
from desktop.ui.importing.opening import book_drafts
from desktop.ui.jobs import Jobs
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
from desktop.ui.shell.finding import Command, Destination, Found, RecordSearch, Words
from desktop.ui.shell.offers import Offer, printed
from desktop.ui.subjects.words import SubjectWords
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.services.papers.lists import SubjectDirectory, WithForm
    from desktop.services.subject_service import OfAnySubject
    from desktop.ui.printing.presenter import Writing
    from desktop.ui.subjects.directory import DirectoryScreen
    from desktop.ui.subjects.new import NewScreen
    from desktop.ui.subjects.page import SubjectPage

MOST = 6
"""How many of a subject Ctrl+K shows."""

Presenting = Callable[[Any, Services, Jobs], object]
"""Answers a screen."""


@dataclass(frozen=True)
class Screens:
    """The screens of a subject.

    Attributes:
        directory: given the rights of who is signed in.
        page: likewise, and who answers it.
        new: the form, and who answers it.
        listing: who answers the directory; `DirectoryPresenter` without.
    """

    directory: Callable[[Collection[Right]], DirectoryScreen[Any]]
    page: tuple[Callable[[Collection[Right]], SubjectPage[Any]], Presenting]
    new: tuple[Callable[[], NewScreen], Presenting]
    listing: Callable[..., object] | None = None


def subject_feature(
    services: Services,
    kind: str,
    listed: str,
    icon: str,
    title: Callable[[], str],
    *,
    screens: Callable[[], Screens],
    service: Callable[[], OfAnySubject],
    directory: Callable[[], SubjectDirectory[Any]],
    question: Callable[[str], Any],
    detail: Callable[[Any], Sequence[str]],
    paper: Paper,
    good_for: Callable[[], str],
    also: Callable[[], str],
    reasons: Mapping[str, DayReason],
    place: Place = "main",
    parent: str = "",
    papers: Sequence[Offer] = (),
    form: tuple[Paper, Words] | None = None,
    writes: Right = Right.WRITE,
    more: Sequence[ScreenEntry] = (),
    commands: Sequence[Command] = (),
    also_found: Callable[[str], Sequence[Found]] = lambda _typed: (),
) -> Feature:
    """Return what a subject brings to the window.

    Args:
        kind: of its records, and the key of the page of one; `KIND_new` is the form for a new one.
        listed: the key of its directory, and the name of its workbook.
        icon: of all of them.
        title: of the directory.
        screens: imports them; asked when the first of them is opened.
        service: of the subject.
        directory: what prints all of them.
        question: what is asked of the service for the words that are typed at Ctrl+K.
        detail: what the quiet line says of one that Ctrl+K found, in parts.
        paper: the directory on paper.
        good_for: what that is good for.
        also: other words that a new one is looked for by.
        reasons: why its lines stand in the day.
        place, parent: of the directory, as a `ScreenEntry` has them.
        papers: others than the directory.
        form: the sheet for a pen of a `WithForm` directory, and what that is good for.
        writes: what one must be allowed to do to write a new one down.
        more: screens of its own beside these, and commands.
        also_found: what Ctrl+K finds of it beside its records; asked in a job.
    """
    new, move, words = f"{kind}_new", f"{kind}_move", SubjectWords(kind)
    top = parent or listed

    def all_of_them(context: ShellContext) -> BuiltScreen:
        from desktop.ui.subjects.directory_presenter import DirectoryPresenter

        made = screens()
        screen = made.directory(services.workspace.rights)
        presenter = (made.listing or DirectoryPresenter)(
            screen, services, context.jobs, service(), directory(), paper, listed
        )
        return BuiltScreen(screen, presenter)

    def page(context: ShellContext) -> BuiltScreen:
        make, answering = screens().page
        screen = make(services.workspace.rights)
        return BuiltScreen(screen, answering(screen, services, context.jobs))

    def adding(context: ShellContext) -> BuiltScreen:
        make, answering = screens().new
        screen = make()
        return BuiltScreen(screen, answering(screen, services, context.jobs))

    def found(typed: str) -> Sequence[Found]:
        return [
            Found(row.name, " · ".join(filter(None, detail(row))), icon, (kind, row.id))
            for row in service().find(question(typed), MOST)
        ] + list(also_found(typed))

    def to_fill(_of: Services) -> Writing:
        return cast("WithForm[Any]", directory()).write_form

    blank = [printed(f"form {listed}", icon, *form, to_fill, "blank")] if form else []

    return Feature(
        screens=[
            ScreenEntry(listed, icon, title, all_of_them, place=place, parent=parent),
            ScreenEntry(kind, icon, lambda: kind_name(kind), page, place="none", parent=top),
            ScreenEntry(new, "plus", words.add, adding, place="none", parent=top, right=writes),
            *more,
        ],
        drafts={
            new: DraftForm(icon, words.add, lambda subject: (new, subject or None), writes),
            move: DraftForm(
                icon, lambda: kind_name(move), lambda known: (kind, UUID(known)), writes
            ),
            **book_drafts(listed, (listed, None)),
        },
        reasons=reasons,
        commands=[
            Command("plus", words.add, (new, None), right=writes, also=also),
            *commands,
        ],
        papers=[
            printed(
                f"print {listed}",
                icon,
                paper,
                good_for,
                lambda _of: lambda path, looks: directory().write_pdf(path, None, looks),
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
            *blank,
        ],
        search=RecordSearch(lambda: kind_name(kind), found),
    )


def ask_again(icon: str, title: Callable[[], str], question: Callable[[], str]) -> DayReason:
    """Why one stands in the day that was confirmed long ago, or never; `question`: what to ask."""

    def told(line: TodayLine, _today: date) -> str:
        known = translate("SubjectWords", "ยืนยันข้อมูลล่าสุดเมื่อ {day}")
        never = translate("SubjectWords", "ยังไม่เคยยืนยันข้อมูล")
        asked = known.replace("{day}", shown_iso(line.due)) if line.due else never
        return f"{asked} {question()}"

    return DayReason(icon, title, told, page_of, who=named)


def named(line: TodayLine) -> str:
    """What the record is called that a line of the day is about."""
    return str(line.values["name"])


def page_of(line: TodayLine) -> Destination:
    """The page of the record that a line of the day is about."""
    return line.screen, UUID(line.subject)
