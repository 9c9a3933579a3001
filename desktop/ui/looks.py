"""The look in force and what was chosen: language, colours, size, when it locks by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.services.looks import Look, LookFile
from desktop.ui.theme import Scheme, theme
from desktop.ui.translation import Language, LanguageSwitch


class Looks(QObject):
    """Each choice holds at once and at the next start; `changed` after it."""

    changed = Signal()

    def __init__(self, file: LookFile, switch: LanguageSwitch) -> None:
        super().__init__(switch)
        self._file = file
        self._switch = switch

    @property
    def look(self) -> Look:
        """What was chosen."""
        return self._file.look

    def apply(self) -> None:
        """Put what was chosen in force, at the start; what is unknown is the usual."""
        look = self.look
        theme().choose(Scheme(look.scheme) if look.scheme in set(Scheme) else None, look.scale)
        known = look.language in set(Language)
        self._switch.choose(Language(look.language) if known else Language.THAI)

    def choose_language(self, language: Language) -> None:
        """Show this language."""
        self._switch.choose(language)
        self._keep(language=language.value)

    def choose_scheme(self, scheme: Scheme | None) -> None:
        """Show these colours; None follows the system."""
        theme().choose(scheme)
        self._keep(scheme=scheme.value if scheme else "")

    def choose_scale(self, scale: int) -> None:
        """Show text at this size in per cent."""
        theme().choose(theme().choice, scale)
        self._keep(scale=scale)

    def choose_lock(self, minutes: int) -> None:
        """Lock after so many minutes without a key or a click; 0 never."""
        self._keep(lock_minutes=minutes)

    def remember(self, user: str) -> None:
        """Who signed in last is offered first."""
        self._keep(last_user=user)

    def _keep(self, **values: object) -> None:
        self._file.change(**values)
        self.changed.emit()
