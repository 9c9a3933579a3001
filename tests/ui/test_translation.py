"""Thai in the code, English beside it, and both complete."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

import desktop.ui
from desktop.ui import translation_files
from desktop.ui.translation import Language, LanguageSwitch, language
from desktop.ui.widgets.states import StateStack
from desktop.ui.widgets.text_fields import SearchBox


def test_the_files_are_complete_and_fresh() -> None:
    assert translation_files.problems() == []


def test_a_language_switch_reaches_open_widgets(qtbot: QtBot, switch: LanguageSwitch) -> None:
    box = SearchBox()
    qtbot.addWidget(box)
    assert box.placeholderText() == "ค้นหา"
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: box.placeholderText() == "Search")
    assert language() is Language.ENGLISH
    switch.choose(Language.THAI)
    qtbot.waitUntil(lambda: box.placeholderText() == "ค้นหา")


def test_counts_take_the_plural(switch: LanguageSwitch) -> None:
    def said(count: int) -> str:
        return QCoreApplication.translate("StatusLine", "รอส่ง %n รายการ", "", count)

    assert said(12) == "รอส่ง 12 รายการ"
    switch.choose(Language.ENGLISH)
    assert [said(1), said(12)] == ["1 record waiting", "12 records waiting"]


def test_a_subclass_speaks_with_the_words_of_its_base(qtbot: QtBot, switch: LanguageSwitch) -> None:
    class Special(StateStack):
        """A context of its own, without words."""

    switch.choose(Language.ENGLISH)
    special = Special(QLineEdit())
    qtbot.addWidget(special)
    assert special.failed.button.text() == "Try again"


@pytest.mark.parametrize(
    ("button", "thai"),
    [("Ok", "ตกลง"), ("Cancel", "ยกเลิก"), ("Save", "บันทึก"), ("Yes", "ใช่"), ("Close", "ปิด")],
)
def test_standard_buttons_are_thai(
    qtbot: QtBot, switch: LanguageSwitch, button: str, thai: str
) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton[button])
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == thai


def test_menus_of_fields_are_thai(qapp: QApplication, qtbot: QtBot, switch: LanguageSwitch) -> None:
    field = QLineEdit("น้ำ")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert any(action.text().startswith("คัดลอก") for action in menu.actions())
    menu.deleteLater()


def test_a_missing_placeholder_is_found(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("ts") / "x.ts"
    path.write_text(
        "<TS><context><name>A</name>"
        "<message><source>ถึง {name}</source><translation>to {nam}</translation></message>"
        "<message><source>ถึง</source><translation>to</translation></message>"
        "</context></TS>",
        encoding="utf-8",
    )
    assert translation_files.placeholder_problems(path) == ["A: ถึง {name}: placeholders differ"]


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else owner
        if (
            isinstance(child, ast.Call)
            and isinstance(child.func, ast.Attribute)
            and child.func.attr in {"tr", "translate"}
            and child.args
        ):
            yield inside, child
        yield from _calls(child, inside)


def test_what_is_shown_is_what_was_extracted() -> None:
    """lupdate skips what it does not understand without a word: such text would stay Thai."""
    root = Path(desktop.ui.__file__).parent
    known = {
        (context.findtext("name"), message.findtext("source"))
        for path in (root.parents[1] / "resources" / "translations" / "en").glob("*.ts")
        for context in ElementTree.parse(path).getroot().findall("context")
        for message in context.findall("message")
    }
    lost = []
    for path in sorted(root.rglob("*.py")):
        for owner, call in _calls(ast.parse(path.read_text(encoding="utf-8")), ""):
            assert isinstance(call.func, ast.Attribute)
            words, context = call.args[0], owner
            if call.func.attr == "translate" and len(call.args) > 1:
                if isinstance(words, ast.Constant):
                    context = str(words.value)
                words = call.args[1]
            elif call.func.attr == "tr" and ast.unparse(call.func.value) != "self":
                lost.append(f"{path.name}:{call.lineno}: tr of something else")
                continue
            if isinstance(words, ast.Constant) and (context, words.value) not in known:
                lost.append(f"{path.name}:{call.lineno}: {context}: {words.value!r}")

    assert lost == []
