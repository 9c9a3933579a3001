"""Every widget opens in both languages, every scheme and size, with a name on every control."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.shell.feature import Feature, Features
from desktop.ui.shell.shell import Shell
from desktop.ui.theme import Scheme, theme
from desktop.ui.translation import Language, LanguageSwitch
from tests.tour import gallery
from tests.ui.fakes import InlineJobRunner

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("scheme", "scale"), [(Scheme.LIGHT, 100), (Scheme.DARK, 130), (Scheme.CONTRAST, 115)]
)
def test_every_page_opens(
    qtbot: QtBot, switch: LanguageSwitch, language: Language, scheme: Scheme, scale: int
) -> None:
    switch.choose(language)
    theme().choose(scheme, scale)
    shell = Shell(Features([Feature(gallery.entries())]), InlineJobRunner())
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    ground = theme().colour("surface").name()
    for key in shell.entries:
        shell.open(key)
        image = shell.grab().toImage()
        assert image.pixelColor(shell.rail.width() + 8, 400).name() == ground
        assert len(inks(image)) > 20
        nameless = [
            repr(part)
            for part in shell.findChildren(QWidget)
            if isinstance(part, CONTROLS)
            and part.isVisible()
            and part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (part.accessibleName() or getattr(part, "text", lambda: "")())
            and not part.objectName().startswith("qt_")
        ]
        assert nameless == []
    assert shell.width() <= 1366
    assert shell.minimumSizeHint().width() <= 1366
    assert shell.minimumSizeHint().height() <= 768


def inks(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }


def test_the_tour_shows_screens_with_something_on_them(tmp_path: Path) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "tests.tour", str(tmp_path), "sync", "--language", "th"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert finished.returncode == 0, finished.stderr
    told, *written = finished.stdout.splitlines()
    story = json.loads(told)
    assert [name for name, count in story.items() if count == 0] == []
    assert {"conflicts", "settled", "pairs", "receipts", "set_aside", "drafts"} <= story.keys()
    pictures = sorted(tmp_path.glob("*.th.png"))
    assert len(pictures) == len(written) > 5
    assert tmp_path / "small.sync.th.png" in pictures
    large = [picture for picture in pictures if not picture.name.startswith("small.")]
    assert {QImage(str(picture)).width() for picture in large} == {1366}
