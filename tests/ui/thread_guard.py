"""Notices a database call on the window's thread, and a change outside the lane of changes.

Every job runner marks the work that it does (`tests.ui.fakes.inside`, or a thread of its own).
What a test itself asks of a service is no screen's doing: only a call with a frame of
`desktop/ui` on its stack counts.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]
from sqlalchemy import Connection, Engine, event

import desktop.ui
from tests.ui.fakes import INSIDE

_UI = str(Path(desktop.ui.__file__).parent)

ALLOWED = {
    "Safekeeping.back_up_at_closing": "the window is hidden, and nothing else runs any more",
}
"""What may wait for the database on the window's thread, and why."""


class ThreadGuard:
    """Collects where the rule was broken, by the innermost place in a screen's code."""

    def __init__(self) -> None:
        self.broken: set[str] = set()

    def begun(self, connection: Connection) -> None:
        """A transaction begins."""
        changing = bool(connection.get_execution_options().get("immediate"))
        if INSIDE.lane:
            if changing and INSIDE.lane == "data" and not INSIDE.title:
                self._note("a change in the lane of reading")
        else:
            self.called()

    def called(self) -> None:
        """The database is asked for something."""
        if not INSIDE.lane and threading.current_thread() is threading.main_thread():
            self._note("on the window's thread")

    def _note(self, what: str) -> None:
        place = _place(sys._getframe(2))
        if place:
            self.broken.add(f"{place}: {what}")


def _place(frame: FrameType | None) -> str:
    """The innermost frame of a screen, "" without one or where it is allowed."""
    found = ""
    while frame is not None:
        code: CodeType = frame.f_code
        if code.co_filename.startswith(_UI):
            if code.co_qualname in ALLOWED:
                return ""
            name = code.co_filename[len(_UI) + 1 :]
            found = found or f"{name}:{frame.f_lineno} {code.co_qualname}"
        frame = frame.f_back
    return found


@contextmanager
def guarding(monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadGuard]:
    """Watch every database while this is open."""
    guard = ThreadGuard()
    connect = sqlcipher.connect

    def watched(*given: Any, **options: Any) -> Any:
        guard.called()
        return connect(*given, **options)

    monkeypatch.setattr(sqlcipher, "connect", watched)
    event.listen(Engine, "begin", guard.begun)
    try:
        yield guard
    finally:
        event.remove(Engine, "begin", guard.begun)
