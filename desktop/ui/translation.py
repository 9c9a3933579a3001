"""The language of the screens: Thai is written in the code, English is its translation.

`python -m desktop.ui.translation_files update|missing|fill|release|check` keeps the files of
`resources/translations`; see `docs/screens.md`.
"""

from __future__ import annotations

import enum
import logging
from collections.abc import Callable
from contextvars import ContextVar
from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from desktop.ui.theme import RESOURCES

logger = logging.getLogger(__name__)

TRANSLATIONS = RESOURCES / "translations"


class Language(enum.StrEnum):
    """The languages of the screens; the values are the codes kept in the settings."""

    THAI = "th"
    ENGLISH = "en"


class LanguageSwitch(QObject):
    """Puts one language in force; every widget then gets a LanguageChange event."""

    changed = Signal(str)

    def __init__(self, application: QCoreApplication, language: Language = Language.THAI) -> None:
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []
        self._language = Language.THAI
        self.choose(language)

    @property
    def language(self) -> Language:
        """The language in force."""
        return self._language

    def choose(self, language: Language) -> None:
        """Show `language` from now on, without a restart."""
        # Each removal and each installation sends LanguageChange; the last finds all in place.
        added = [
            translator
            for translator in (self._loaded(folder, name) for folder, name in _files(language))
            if translator is not None
        ]
        for old in self._installed:
            self._application.removeTranslator(old)
        self._installed = added
        self._language = language
        current.language = language
        QLocale.setDefault(
            QLocale(QLocale.Language.Thai, QLocale.Country.Thailand)
            if language is Language.THAI
            else QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        )
        for translator in added:
            self._application.installTranslator(translator)
        self.changed.emit(language.value)

    def remove(self) -> None:
        """Take the translations out again; the switch is of no use afterwards."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []
        self.deleteLater()

    def _loaded(self, folder: str, name: str) -> QTranslator | None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            return translator
        logger.error("translation file missing: %s", name)
        return None


class _Current:
    """What `language()` answers where no switch was made: Thai."""

    language = Language.THAI


current = _Current()


def language() -> Language:
    """The language in force or the one that is asked for, for words that do not come from `tr`."""
    return _asked.get() or current.language


_asked: ContextVar[Language | None] = ContextVar("_asked", default=None)


def translate(context: str, source: str) -> str:
    """Return words outside a widget, in the language in force or the one that is asked for."""
    asked = _asked.get()
    if asked is None:
        return QCoreApplication.translate(context, source)
    if asked is Language.THAI:
        return source
    return _english().translate(context, source) or source


def in_each_language(words: Callable[[], str]) -> tuple[str, ...]:
    """Return what `words`, which calls `translate`, says in each language."""
    said = []
    for each in Language:
        token = _asked.set(each)
        said.append(words())
        _asked.reset(token)
    return tuple(said)


@cache
def _english() -> QTranslator:
    """The catalogue, not installed: only asked."""
    translator = QTranslator()
    if not translator.load("tambon_en", str(TRANSLATIONS)):
        logger.error("translation file missing: tambon_en")
    return translator


def _files(language: Language) -> list[tuple[str, str]]:
    own = str(TRANSLATIONS)
    if language is Language.THAI:
        return [(own, "qt_th")]
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return [(own, "tambon_en"), (qt, "qtbase_en")]
