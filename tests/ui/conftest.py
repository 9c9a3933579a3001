"""Every screen test begins in Thai, in the light scheme, at 100 %."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import Scheme, theme
from desktop.ui.translation import Language, LanguageSwitch


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme().choose(Scheme.LIGHT, 100)
    yield
    theme().choose(Scheme.LIGHT, 100)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def switch(qapp: QApplication) -> Iterator[LanguageSwitch]:
    """Changes the language of the screens; Thai again afterwards."""
    made = LanguageSwitch(qapp)
    yield made
    made.choose(Language.THAI)
    made.remove()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says these of every window that pops up."""
    ignored = pytest.mark.qt_log_ignore(
        "This plugin does not support (raise|grabbing the keyboard)", extend=True
    )
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(ignored)
