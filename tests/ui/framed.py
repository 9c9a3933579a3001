"""A frame with screens that note what is asked of them, for tests of the shell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.roles import Right
from desktop.ui.shell.feature import BuiltScreen, Feature, Features, ScreenEntry, ShellContext
from desktop.ui.shell.finding import Command, Found, RecordSearch
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.shell.shell import Shell
from tests.ui.fakes import InlineJobRunner


class Page(Screen):
    """Notes what the shell does with it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.own_title = ""
        self.log: list[object] = []
        self.before, self.button = QPushButton(f"ก่อน {name}"), QPushButton(name)
        column = QVBoxLayout(self)
        column.addWidget(self.before)
        column.addWidget(self.button)
        self.adapt()

    def first_focus(self) -> QWidget | None:
        return self.button

    def title(self) -> str:
        return self.own_title

    def help_text(self) -> str:
        return f"วิธีใช้ {self.name}"

    def save_action(self) -> Action | None:
        return lambda: self.log.append("save")

    def new_action(self) -> Action | None:
        return None

    def enter(self, argument: object) -> None:
        self.log.append(("enter", argument))

    def leave(self) -> None:
        self.log.append("leave")

    def refresh(self, kinds: frozenset[str]) -> None:
        self.log.append(("refresh", set(kinds)))


class Presenter:
    """Kept by nobody but the shell."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.button.clicked.connect(self.pressed)

    def pressed(self) -> None:
        self.page.log.append("pressed")


NAMES = {
    "today": "วันนี้",
    "learners": "ผู้เรียนรู้",
    "lost": "ที่หายไป",
    "learner": "คน",
    "settings": "ตั้งค่า",
}


built: list[str] = []


def entry(key: str, place: str = "main", parent: str = "") -> ScreenEntry:
    def make(_context: ShellContext) -> BuiltScreen:
        built.append(key)
        page = Page(key)
        return BuiltScreen(page, Presenter(page))

    shown = "foot" if place == "foot" else place if place in {"none", "tab"} else "main"
    return ScreenEntry(key, "users", lambda: NAMES[key], make, shown, parent)  # type: ignore[arg-type]


def find(words: str) -> list[Found]:
    people = [
        Found("ดาวเรือง ธารน้ำเงา", "หมู่ 4", destination=("learner", 7)),
        Found("ดวงดี", "หมู่ 1", destination=("learner", 8), exact=words == "ดวงดี"),
    ]
    return [found for found in people if words in found.title]


done: list[str] = []


COMMANDS = [
    Command("plus", lambda: "ดวงใหม่", act=lambda: done.append("new"), frequent=True),
    Command("bell", lambda: "ดวงด่วน", ("learner", "new"), once=True),
    Command("lock", lambda: "ดวงปิด", right=Right.ERASE, frequent=True),
]


def framed(qtbot: QtBot) -> Shell:
    """The frame, shown, with five screens."""
    built.clear()
    made = Shell(
        Features(
            [
                Feature([entry("today"), entry("learners"), entry("lost", "tab", "learners")]),
                Feature(
                    [entry("learner", "none", "learners"), entry("settings", "foot")],
                    commands=COMMANDS,
                    search=RecordSearch(lambda: "คน", find),
                ),
            ],
            lambda right: right is not Right.ERASE,
        ),
        InlineJobRunner(),
    )
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def page(shell: Shell, key: str) -> Page:
    found = shell.screen_of(key)
    assert isinstance(found, Page)
    return found


def chord(shell: Shell, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(shell, key, modifiers)


CTRL = Qt.KeyboardModifier.ControlModifier
