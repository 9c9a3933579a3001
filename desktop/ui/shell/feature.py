"""What one subject brings to the window, declared once in its own folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Literal, TypeVar
from uuid import UUID

from desktop.services.roles import Right
from desktop.services.today.records import TodayLine
from desktop.ui.code_book import CodeBook
from desktop.ui.jobs import Jobs
from desktop.ui.shell.finding import Command, Destination, Group, RecordSearch, Words
from desktop.ui.shell.offers import Offer
from desktop.ui.shell.screens import Screen
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import Tone

Place = Literal["main", "foot", "tab", "none"]

T = TypeVar("T")


@dataclass(frozen=True)
class ShellContext:
    """What a screen's factory is given."""

    jobs: Jobs
    features: Features


@dataclass(frozen=True)
class BuiltScreen:
    """A screen and whoever answers it; the shell keeps both, as Qt holds methods weakly."""

    screen: Screen
    presenter: object = None


@dataclass(frozen=True)
class ScreenEntry:
    """A screen known to the shell; it is built when it is first opened.

    `title()` in the language of the moment. `place`: in the rail above or at its foot, or none
    for a screen that is reached from others, which then shows under `parent` in the rail. A `tab`
    stands beside its `parent`, over both of them.
    Whoever has not the `right` has not the screen.
    """

    key: str
    icon: str
    title: Words
    factory: Callable[[ShellContext], BuiltScreen]
    place: Place = "main"
    parent: str = ""
    right: Right = Right.READ


@dataclass(frozen=True)
class DraftForm:
    """A form whose half-typed content is kept as a draft, and where one goes on with it.

    Attributes:
        name: what is being written, such as "a home visit".
        destination: given the draft's subject; ValueError where the subject names nothing.
        right: what one must still be allowed to do to go on.
    """

    icon: str
    name: Words
    destination: Callable[[str], Destination]
    right: Right = Right.WRITE


@dataclass(frozen=True)
class DayReason:
    """Why a line can stand in the day.

    Attributes:
        name: what such lines are about, for a chip.
        why: the reason in one sentence, given the line and today.
        destination: where the line is seen to.
        who: whom a line is about that belongs to no learner; without it the name stands there.
        right: what one must be allowed to do to go there.
        dated: whether the line says how its day stands to today.
    """

    icon: str
    name: Words
    why: Callable[[TodayLine, date], str]
    destination: Callable[[TodayLine], Destination]
    who: Callable[[TodayLine], str] | None = None
    right: Right = Right.READ
    dated: bool = False


@dataclass(frozen=True)
class Coming:
    """Something that is on its way to a learner, for the overview of their page.

    Attributes:
        text: what, from whom.
        detail: how far it is, and by when.
        mark: how it stands, in a word with a tone and an icon of its own; "" for none.
        destination: where it is seen to.
    """

    icon: str
    text: str
    detail: str
    destination: Destination
    mark: str = ""
    tone: Tone = "neutral"
    sign: str = ""


@dataclass(frozen=True)
class OnItsWay(Generic[T]):
    """How a subject tells what is on its way.

    Attributes:
        ask: given the services and the learner; asked in a job.
        word: what was asked, in words.
    """

    ask: Callable[[Any, UUID], T]
    word: Callable[[T, CodeBook], Sequence[Coming]]


@dataclass(frozen=True)
class LearningPart(Generic[T]):
    """What a subject shows on the tab of learning on a learner's page.

    Attributes:
        ask: given the services and the learner; asked in a job.
        cards: given what was asked and the tab (`credit_items.learner_tab.LearningTab`), which has
            lines that lead on, and the codes.
        right: what one must be allowed to do to see it.
    """

    key: str
    ask: Callable[[Any, UUID], T]
    cards: Callable[[T, Any], Sequence[Card]]
    right: Right = Right.READ


@dataclass(frozen=True)
class TabEntry:
    """A tab of the learner's page, made when it is first looked at.

    Attributes:
        build: given what the presenters of the page share, a `desktop.ui.learner.tab.BuiltTab`.
        kinds: the kinds of records whose events in the timeline open it.
        on_its_way: what of it the overview shows too.
    """

    key: str
    icon: str
    name: Words
    build: Callable[[Any], Any]
    right: Right = Right.READ
    kinds: Sequence[str] = ()
    on_its_way: OnItsWay[Any] | None = None


@dataclass(frozen=True)
class Feature:
    """Everything that one subject brings.

    Attributes:
        screens: in the order of the rail.
        drafts: the forms that keep drafts, by the name they are kept under.
        reasons: why its lines stand in the day, by the code that the today service gives.
        pages: parts of its screens that Ctrl+K finds by name, beside the screens of the rail.
        commands: what Ctrl+K offers to do.
        search: how Ctrl+K finds its records.
        papers: its papers and tables, for the page of them and for Ctrl+K.
        tabs: what it shows on a learner's page, asked when such a page is first opened.
        learning: what of it stands on the tab of learning there.
    """

    screens: Sequence[ScreenEntry] = ()
    drafts: Mapping[str, DraftForm] = field(default_factory=dict)
    reasons: Mapping[str, DayReason] = field(default_factory=dict)
    pages: Sequence[Command] = ()
    commands: Sequence[Command] = ()
    search: RecordSearch | None = None
    papers: Sequence[Offer] = ()
    tabs: Callable[[], Sequence[TabEntry]] = tuple
    learning: Sequence[LearningPart[Any]] = ()


class Features:
    """All of them together, for whoever is signed in.

    Attributes:
        screens: every screen that they may open, in the order in which features are listed.
        rail: those in the rail, in its order.
        closed: the keys of those they may not.
        drafts: every form that keeps drafts.
        reasons: every reason of the day.
        searches: how the records of each feature are found.
        papers: every paper and table that they may have, by its key.
        learning: what the tab of learning is made of, in order.
    """

    def __init__(
        self,
        features: Iterable[Feature] = (),
        may: Callable[[Right], bool] = lambda _right: True,
    ) -> None:
        """Join them; ValueError where two of them claim the same key."""
        self._may = may
        self.screens: list[ScreenEntry] = []
        self.closed: set[str] = set()
        self.drafts: dict[str, DraftForm] = {}
        self.reasons: dict[str, DayReason] = {}
        self.searches: list[RecordSearch] = []
        self.papers: dict[str, Offer] = {}
        self.learning: list[LearningPart[Any]] = []
        self._tabs: list[Callable[[], Sequence[TabEntry]]] = []
        self._pages: list[Command] = []
        self._commands: list[Command] = []
        for feature in features:
            for entry in feature.screens:
                if entry.key in self.closed | {known.key for known in self.screens}:
                    raise ValueError(f"two screens are called {entry.key}")
                if may(entry.right):
                    self.screens.append(entry)
                else:
                    self.closed.add(entry.key)
            _join(self.drafts, feature.drafts)
            _join(self.reasons, feature.reasons)
            self._tabs.append(feature.tabs)
            self.learning += [each for each in feature.learning if may(each.right)]
            self._pages += feature.pages
            self._commands += feature.commands
            _join(self.papers, {each.key: each for each in feature.papers if may(each.right)})
            if feature.search is not None:
                self.searches.append(feature.search)
        rail = [entry for entry in self.screens if entry.place == "main"]
        rail += [entry for entry in self.screens if entry.place == "foot"]
        self.rail = rail

    def beside(self, key: str) -> list[ScreenEntry]:
        """The screens of a row of tabs of which this is one; none where it stands alone."""
        here = next((each for each in self.screens if each.key == key), None)
        if here is None or here.place == "none":
            return []
        first = here.parent if here.place == "tab" else here.key
        row = [
            each
            for each in self.screens
            if each.key == first or (each.place == "tab" and each.parent == first)
        ]
        return row if len(row) > 1 else []

    @property
    def pages(self) -> list[Command]:
        """The screens of the rail, its tabs, and pages that whoever is signed in may open now."""
        screens = [
            Command(entry.icon, entry.title, (entry.key, None), right=entry.right, frequent=True)
            for entry in [*self.rail, *(each for each in self.screens if each.place == "tab")]
        ]
        return [each for each in [*screens, *self._pages] if self._offered(each)]

    @property
    def commands(self) -> list[Command]:
        """What whoever is signed in may do now."""
        papers = [each.command() for each in self.papers.values()]
        return [each for each in [*self._commands, *papers] if self._offered(each)]

    @property
    def tabs(self) -> list[TabEntry]:
        """The tabs of the learner's page that whoever is signed in may see now."""
        found: dict[str, TabEntry] = {}
        for tabs in self._tabs:
            _join(found, {tab.key: tab for tab in tabs()})
        return [tab for tab in found.values() if self._may(tab.right)]

    def find_records(self, words: str) -> list[Group]:
        """Search the records of every feature; for a job."""
        return [Group(each.heading(), tuple(each.find(words))) for each in self.searches]

    def opens_draft(self, form: str, subject: str) -> Destination | None:
        """Return where a draft is gone on with.

        None for a form that this version does not have, a subject that it cannot read, and where
        whoever is signed in may not go.
        """
        known = self.drafts.get(form)
        if known is None:
            return None
        try:
            return self._allowed(known.destination(subject), known.right)
        except ValueError:
            return None

    def opens_line(self, line: TodayLine) -> Destination | None:
        """Return where a line of the day is seen to, None where that may not be opened."""
        if line.screen == "draft":
            return self.opens_draft(str(line.values["form"]), str(line.values["subject"]))
        reason = self.reasons[line.code]
        return self._allowed(reason.destination(line), reason.right)

    def _offered(self, command: Command) -> bool:
        there = command.destination is None or command.destination[0] not in self.closed
        return there and self._may(command.right)

    def _allowed(self, destination: Destination, right: Right) -> Destination | None:
        return destination if destination[0] not in self.closed and self._may(right) else None


def _join(all_of_them: dict[str, T], more: Mapping[str, T]) -> None:
    twice = all_of_them.keys() & more.keys()
    if twice:
        raise ValueError(f"declared twice: {', '.join(sorted(twice))}")
    all_of_them.update(more)
