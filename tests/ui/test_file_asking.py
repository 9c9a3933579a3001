"""Files are asked for in one way: in Thai words, beginning in the person's documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui import file_asking
from desktop.ui.translation import LanguageSwitch

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's documents; nothing was chosen yet."""
    folder = tmp_path / "เอกสาร"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(folder))
    monkeypatch.setattr(file_asking._Last, "folder", None)
    return folder


ASKED: dict[str, tuple[str, Callable[[QWidget], Any]]] = {
    "open": ("getOpenFileName", lambda host: file_asking.ask_open(host, "เลือก", "*")),
    "open many": ("getOpenFileNames", lambda host: file_asking.ask_open_many(host, "เลือก", "*")),
    "save": ("getSaveFileName", lambda host: file_asking.ask_save(host, "เก็บ", "ก.pdf", "*")),
    "folder": ("getExistingDirectory", lambda host: file_asking.ask_folder(host, "เลือก")),
}


@pytest.mark.parametrize("way", ASKED)
def test_a_dialog_begins_in_the_documents_and_then_where_one_chose_last(
    qtbot: QtBot, documents: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    name, ask = ASKED[way]
    stick = documents.parent / "stick"
    stick.mkdir()
    began: list[str] = []
    chosen = stick if way == "folder" else stick / "ก.pdf"
    answers: dict[str, Any] = {
        "open": (str(chosen), ""), "open many": ([str(chosen)], ""), "save": (str(chosen), ""),
        "folder": str(chosen),
    }  # fmt: skip

    def answer(_host: QWidget, _title: str, place: str, *_kinds: str) -> Any:
        began.append(place)
        return answers[way]

    monkeypatch.setattr(QFileDialog, name, answer)

    found = [ask(host), ask(host)]

    assert found == [[chosen], [chosen]] if way == "open many" else found == [chosen, chosen]
    folders = [Path(place).parent if way == "save" else Path(place) for place in began]
    assert folders == [documents, stick]


def test_every_word_of_the_dialog_is_thai(qtbot: QtBot, switch: LanguageSwitch) -> None:
    """As where the system brings no dialog of its own."""
    for mode in (QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave):
        dialog = QFileDialog()
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.setAcceptMode(mode)
        dialog.show()

        words = [part.text() for part in dialog.findChildren(QLabel)]
        words += [part.text() for part in dialog.findChildren(QAbstractButton)]
        words += [part.toolTip() for part in dialog.findChildren(QWidget)]
        words += [part.accessibleName() for part in dialog.findChildren(QWidget)]
        for box in dialog.findChildren(QDialogButtonBox):
            words += [button.text() for button in box.buttons()]
        kinds = dialog.findChild(QComboBox, "fileTypeCombo")
        words += [kinds.itemText(0)] if isinstance(kinds, QComboBox) else []
        for header in dialog.findChildren(QHeaderView):
            model = header.model()
            words += [
                str(model.headerData(each, Qt.Orientation.Horizontal) or "")
                for each in range(model.columnCount())
            ]

        shown = [word.replace("&", "") for word in words if word]
        assert any(re.search("[ก-ฮ]", word) for word in shown)
        assert not [word for word in shown if re.search("[A-Za-z]{3}", word) and "/" not in word]


def test_no_screen_asks_in_another_way() -> None:
    asking = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "desktop").rglob("*.py")
        if "QFileDialog" in file.read_text("utf-8")
    }

    assert asking == {"desktop/ui/file_asking.py"}
