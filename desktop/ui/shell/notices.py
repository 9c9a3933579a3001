"""Something told above the screens: what it is, how grave, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.ui.widgets.cards import Banner, BannerTone

DAMAGED = "damaged"
"""The kind that is said again after it was closed, as long as it holds."""


@dataclass(frozen=True)
class Notice:
    """`kind` tells one from another; `action` is the word of its button, `act` what that does."""

    kind: str
    text: str
    tone: BannerTone
    action: str = ""
    act: Callable[[], None] | None = None


class NoticeRow(Banner):
    """Says something of the data's safety above everything, until it no longer holds."""

    def __init__(self) -> None:
        super().__init__()
        self._notice: Notice | None = None
        self._read: set[str] = set()
        self.acted.connect(self._on_button)
        self.closed.connect(self._on_read)

    def show_notice(self, notice: Notice | None) -> None:
        """Say it, unless it was closed since somebody signed in; None takes it away."""
        self._notice = notice
        if notice is None or notice.kind in self._read:
            self.hide()
        else:
            self.say(notice.text, notice.tone, action=notice.action)

    def _on_button(self) -> None:
        if self._notice is not None and self._notice.act is not None:
            self._notice.act()

    def _on_read(self) -> None:
        if self._notice is not None and self._notice.kind != DAMAGED:
            self._read.add(self._notice.kind)


class SuggestionRow(Banner):
    """What should be done some time, until it is done or closed.

    It lies over the screen on which it comes up, in the banner `over`, and moves nothing there.
    From the next screen on it stands in this row, and covers nothing.
    """

    def __init__(self, over: Banner) -> None:
        super().__init__()
        self._over = over
        self._kept: Notice | None = None
        self._stands: Notice | None = None
        over.closed.connect(self._on_over_closed)
        self.acted.connect(self._on_stands_acted)

    def suggest(self, suggestion: Notice) -> None:
        """Say it over the screen that is shown."""
        self.dismiss()
        self._kept = suggestion
        self._over.say(suggestion.text, suggestion.tone, action=suggestion.action)

    def settle(self) -> None:
        """Another screen is shown: what still holds takes its place in the row."""
        kept, self._kept = self._kept, None
        if kept is not None:
            if self._over.text == kept.text:
                self._over.hide()
            self._stands = kept
            self.say(kept.text, kept.tone, action=kept.action)

    def withdraw(self, text: str) -> None:
        """It was done elsewhere, or does not hold any more."""
        if self._kept is not None and self._kept.text == text:
            self._kept = None
        for banner in (self, self._over):
            if banner.text == text:
                banner.dismiss()

    def _on_stands_acted(self) -> None:
        if self._stands is not None and self._stands.act is not None:
            self._stands.act()

    def _on_over_closed(self) -> None:
        if self._kept is not None and self._over.text == self._kept.text:
            self._kept = None
