"""F6: from part to part of a page, where Tab would go through every field of each."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.ui.widgets.cards import Card


def next_part(page: QWidget, now: QWidget | None, *, back: bool = False) -> QWidget | None:
    """Return who has the keyboard after F6: the first stop of the part after, or before, this one.

    A part is a card that lies in no other, a list, or what stands in neither. The order is that of
    Tab, the last is followed by the first; None where there is no other part.
    """
    parts: list[list[QWidget]] = []
    for stop in _stops(page):
        if parts and _part(page, parts[-1][0]) is _part(page, stop):
            parts[-1].append(stop)
        else:
            parts.append([stop])
    if not parts:
        return None
    place = _place(page, parts, now) if now is not None and page.isAncestorOf(now) else None
    if place is None:
        return parts[-1 if back else 0][0]
    return parts[(place + (-1 if back else 1)) % len(parts)][0] if len(parts) > 1 else None


def _place(page: QWidget, parts: list[list[QWidget]], now: QWidget) -> int | None:
    """Which part has the keyboard. What stands in no card may be above and below a list: two."""
    for at, stops in enumerate(parts):
        if any(stop is now or stop.isAncestorOf(now) for stop in stops):
            return at
    here = _part(page, now)
    return next((at for at, stops in enumerate(parts) if _part(page, stops[0]) is here), None)


def _stops(page: QWidget) -> Iterator[QWidget]:
    """Where Tab stops on a page, in its order."""
    seen = page.nextInFocusChain()
    while seen is not None and seen is not page:
        if (
            page.isAncestorOf(seen)
            and seen.focusPolicy() & Qt.FocusPolicy.TabFocus
            and seen.isEnabled()
            and seen.isVisibleTo(page)
        ):
            yield seen
        seen = seen.nextInFocusChain()


def _part(page: QWidget, widget: QWidget) -> QWidget:
    """The part of a page that a widget belongs to."""
    found: QWidget | None = None
    above: QWidget | None = widget
    while above is not None and above is not page:
        if isinstance(above, Card) or (found is None and isinstance(above, QAbstractItemView)):
            found = above
        above = above.parentWidget()
    return found or page
