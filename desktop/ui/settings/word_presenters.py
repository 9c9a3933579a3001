"""Answer the pages about words: the HETT framework and the code lists."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models import framework
from desktop.models.framework import Dimension, Framework, Indicator
from desktop.services.all import Services
from desktop.ui.jobs import Jobs
from desktop.ui.settings.hett_page import HettPage
from desktop.ui.settings.presenters import PagePresenter
from desktop.ui.settings.words_page import WordsPage
from desktop.ui.translation import Language, language


def _of(words: Framework, code: str) -> Dimension | Indicator | None:
    """The dimension or the indicator of a code; None where there is none."""
    both: tuple[Dimension | Indicator, ...] = (*words.dimensions, *words.indicators)
    return next((each for each in both if each.code == code), None)


class HettPresenter(PagePresenter):
    """Words are kept in the language of the screens; those of the other stay."""

    def __init__(self, page: HettPage, services: Services, jobs: Jobs) -> None:
        self._frameworks = services.framework
        self._own = page
        super().__init__(page, jobs)
        page.named.connect(self.name)
        page.level_worded.connect(self.word)
        page.shown.connect(self.ask)
        page.added.connect(self.add)

    def show(self) -> None:
        self.read(self._frameworks.framework, self._own.show_framework)

    def name(self, code: str, words: str) -> None:
        """Call an indicator or a dimension something else."""
        thai = language() is Language.THAI

        def act() -> None:
            known, shipped = _of(self._frameworks.framework(), code), _of(framework.load(), code)
            assert known is not None
            other = known.en if thai else known.th
            if shipped is not None and other == (shipped.en if thai else shipped.th):
                other = ""
            pair = (words, other) if thai else (other, words)
            if isinstance(known, Dimension):
                self._frameworks.name_dimension(code, *pair)
            else:
                self._frameworks.name_indicator(code, *pair)

        self.keep(act, QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"))

    def word(self, code: str, level: int, words: str) -> None:
        """Word one level."""
        thai = language() is Language.THAI

        def act() -> None:
            known = self._frameworks.framework().indicator(code)
            spoken = "en" if thai else "th"
            other = known.wording(level, spoken)
            shipped = _of(framework.load(), code)
            # A shipped word is no word of the centre's own: an update may better it.
            if isinstance(shipped, Indicator) and other == shipped.wording(level, spoken):
                other = ""
            pair = (words, other) if thai else (other, words)
            self._frameworks.word_level(code, level, *pair)

        self.keep(act, QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"))

    def ask(self, code: str, shown: bool) -> None:
        """Ask an indicator in assessments, or not."""
        self.keep(
            lambda: self._frameworks.show_indicator(code, shown),
            QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"),
        )

    def add(self, dimension: str, words: str) -> None:
        """An indicator of the centre's own."""
        thai = language() is Language.THAI
        self.keep(
            lambda: self._frameworks.add_indicator(dimension, words, "" if thai else words),
            QCoreApplication.translate("SettingsOutcome", "เพิ่มแล้ว"),
        )


class WordsPresenter(PagePresenter):
    """The centre's own words."""

    def __init__(self, page: WordsPage, services: Services, jobs: Jobs) -> None:
        self._centre = services.centre
        self._own = page
        super().__init__(page, jobs)
        page.list_wanted.connect(self.show_list)
        page.worded.connect(self.word)
        page.added.connect(self.add)

    def show(self) -> None:
        self.show_list(self._own.wanted)

    def show_list(self, name: str) -> None:
        """Show one list."""
        self.read(lambda: self._centre.vocabulary(name), self._own.show_list)

    def word(self, name: str, code: str, th: str, en: str, hidden: bool) -> None:
        """Give a code other words, or do not offer it."""
        self.keep(
            lambda: self._centre.set_term(name, code, th=th, en=en, hidden=hidden),
            QCoreApplication.translate("SettingsOutcome", "เก็บแล้ว"),
        )

    def add(self, name: str, words: str) -> None:
        """A code of the centre's own."""
        self.keep(
            lambda: self._centre.add_term(name, words),
            QCoreApplication.translate("SettingsOutcome", "เพิ่มแล้ว"),
        )
