"""`python -m tests.tour OUT`: pictures of every screen, in both languages, at 1366x768.

The real window on a sample centre made for the purpose; `--gallery` shows the widgets instead.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.errors import UserError
from desktop.services.sign_in import SignInService
from desktop.ui import wording
from desktop.ui.collecting import Collecting
from desktop.ui.jobs import JobRunner
from desktop.ui.shell.feature import Feature, Features
from desktop.ui.shell.palette import Palette
from desktop.ui.shell.screens import Screen
from desktop.ui.shell.shell import Shell
from desktop.ui.thai_wrap import give_own_words
from desktop.ui.theme import Scheme, theme
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.window import Window, open_window
from tests.tour import gallery
from tests.tour.stops import STOPS, Stop
from tests.tour.story import PASSCODE, QUICK, Story, tell

_LARGEST = 130
_SMALLEST = 1024, 700
_USUAL = 1366, 768
_EVERY_DAY = (
    "today", "learners", "learner", "learner_new", "plan", "plans", "reports", "urgent",
    "duplicates", "import", "sync", "settings",
)  # fmt: skip
_LONGEST_SECONDS = 30.0
_QUIET_SECONDS = 0.15


class Tour:
    """Goes from screen to screen and keeps a picture of each."""

    quiet = _QUIET_SECONDS

    def __init__(
        self,
        application: QApplication,
        out: Path,
        languages: list[Language],
        only: list[str],
        size: tuple[int, int] = _USUAL,
    ) -> None:
        self._application = application
        self._out = out
        self._size = size
        self._languages = languages
        self._only = only
        self._jobs = JobRunner()
        self.failed: list[str] = []

    def take(self, scheme: Scheme, scale: int) -> None:
        """Take every picture."""
        with tempfile.TemporaryDirectory() as folder:
            way_in = SignInService(Path(folder) / "centre", QUICK)
            window = self._open(way_in, scheme, scale)
            first_run = window.first_run
            assert first_run is not None
            if self._wanted("first_run"):
                self._picture(window, "first_run")
                for way in ("join", "new", "sample"):
                    first_run.choose(way)
                    self._picture(window, f"first_run.{way}")
            window.close()
            story = self._lived_in(way_in)
            sys.stdout.write(f"{json.dumps(story.counts)}\n")
            arguments = _arguments(story)
            window = self._open(way_in, scheme, scale)
            if self._wanted("sign_in"):
                self._visit_sign_in(window)
            if self._wanted("restore"):
                window.show_restore()
                self._picture(window, "restore")
                assert window.restoring.screen is not None
                window.restoring.screen.left.emit()
            window.sign_in.passcode.setText(PASSCODE)
            window.sign_in.enter_button.click()
            self._until(lambda: window.session is not None)
            assert window.session is not None
            self._visit(window, window.session.shell, arguments)
            self._visit_small(window, window.session.shell, arguments)
            if self._wanted("sheet"):
                recovery = window.session.services.recovery
                window.sheet.show(recovery.make(PASSCODE), recovery)
                self._picture(window, "sheet")
            window.close()
            self._jobs.shutdown()

    def _lived_in(self, way_in: SignInService) -> Story:
        """Let the centre be begun, and a story happen in it."""
        return tell(way_in, way_in.folder.parent)

    def _visit_sign_in(self, window: Window) -> None:
        self._picture(window, "sign_in")
        page = window.sign_in
        page.show_refused(wording.sentence(UserError("wrong_passcode")))
        self._picture(window, "sign_in.wrong")
        page.show_waiting(90)
        self._picture(window, "sign_in.waiting")
        page.show_waiting(0)
        page.forgotten_button.click()
        self._picture(window, "sign_in.forgotten")
        assert window.recovering.page is not None
        window.recovering.page.left.emit()

    def _visit(self, window: Window, shell: Shell, arguments: dict[str, object]) -> None:
        for key in shell.entries:
            if not self._wanted(key):
                continue
            shell.open(key, arguments.get(key))
            self._picture(window, key)
            screen = shell.screen_of(key)
            self._stop_at(window, key, [*screen.tour(), *STOPS.get(key, _none)(screen)])
            self._seen(shell, key)
        if self._wanted("search"):
            self._search(window, shell)

    def _seen(self, _shell: Shell, _key: str) -> None:
        """A screen was looked at from every side."""

    def _stop_at(self, window: Window, key: str, stops: Sequence[Stop]) -> None:
        for name, show in stops:
            self._settle()
            show()
            self._picture(window, f"{key}.{name}")
            _close_dialogs()

    def _search(self, window: Window, shell: Shell) -> None:
        """Ctrl+K: before anything is typed, a name, a number, an action."""
        palette = shell.finder.palette
        for name, words in (("", ""), (".name", "ดาว"), (".number", "08"), (".action", "พิมพ์")):
            shell.finder.open("")
            palette.box.setText(words)
            self._picture(window, f"search{name}")
            palette.hide()

    def _visit_small(self, window: Window, shell: Shell, arguments: dict[str, object]) -> None:
        """The screens of every day again, as on the smallest screen with the largest letters."""
        theme().choose(theme().choice, _LARGEST)
        window.resize(*_SMALLEST)
        for key in _EVERY_DAY:
            if self._wanted(key):
                shell.open(key, arguments.get(key))
                self._picture(window, f"small.{key}")

    def _open(self, way_in: SignInService, scheme: Scheme, scale: int) -> Window:
        window = open_window(way_in.folder, self._application, self._jobs, way_in)
        theme().choose(scheme, scale)
        window.resize(*self._size)
        window.show()
        return window

    def _wanted(self, key: str) -> bool:
        return not self._only or key in self._only

    def _picture(self, window: Window, name: str) -> None:
        for language in self._languages:
            window.looks.choose_language(language)
            self._settle()
            self._look_at(window, f"{name}.{language.value}")
        # The next begins with the one that stands: a change words every screen that is kept.
        self._languages.reverse()

    def _look_at(self, window: Window, name: str) -> None:
        target = self._out / f"{name}.png"
        if self._still(window).save(str(target)):
            sys.stdout.write(f"{target}\n")
        else:
            self.failed.append(name)

    def _still(self, window: Window) -> QPixmap:
        """The window once two looks at it agree: layouts may take several rounds on a busy day."""
        last = time.monotonic() + _LONGEST_SECONDS
        shown = _grab(window)
        while time.monotonic() < last:
            before = shown.toImage()
            self._settle()
            shown = _grab(window)
            if shown.toImage() == before:
                break
        return shown

    def _settle(self) -> None:
        """Let jobs, layouts and short pauses end."""
        quiet = time.monotonic() + self.quiet
        last = time.monotonic() + _LONGEST_SECONDS
        while time.monotonic() < quiet:
            self._application.processEvents()
            time.sleep(0.005)
            if self._jobs.running:
                quiet = min(time.monotonic() + self.quiet, last)

    def _until(self, there: Callable[[], bool]) -> None:
        last = time.monotonic() + _LONGEST_SECONDS
        while not there():
            if time.monotonic() > last:
                raise RuntimeError("the sample centre did not open")
            self._application.processEvents()


def _none(_screen: Screen) -> list[Stop]:
    return []


def _over_the_window() -> list[QWidget]:
    """What lies over the window: dialogs, and the search of everything."""
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog | Palette) and each.isVisible()
    ]


def _close_dialogs() -> None:
    for dialog in _over_the_window():
        dialog.close()


def _grab(window: Window) -> QPixmap:
    """The window, with what lies over it."""
    shown = window.grab()
    painter = QPainter(shown)
    for dialog in _over_the_window():
        picture = dialog.grab()
        room = shown.size() - picture.size()
        painter.drawPixmap(room.width() // 2, room.height() // 2, picture)
    painter.end()
    return shown


def _arguments(story: Story) -> dict[str, object]:
    """What the screens that show one thing are opened with: somebody with a full story."""
    return {
        "learner": story.learner,
        "learner_plan": story.learner,
        "plan": story.plan,
        "person": story.person,
        **story.subjects,
    }


def _gallery(application: QApplication, out: Path, languages: list[Language]) -> list[QWidget]:
    """Pictures of the parts that screens are made of."""
    switch = LanguageSwitch(application)
    jobs = JobRunner()
    shell = Shell(Features([Feature(gallery.entries())]), jobs)
    shell.resize(1366, 768)
    shell.show()
    for language in languages:
        switch.choose(language)
        for key in shell.entries:
            shell.open(key)
            for _ in range(20):
                application.processEvents()
            target = out / f"gallery.{key}.{language.value}.png"
            shell.grab().save(str(target))
            sys.stdout.write(f"{target}\n")
    shell.close()
    jobs.shutdown()
    return [shell]


def main() -> int:
    """Write the pictures; 0 when all were written."""
    parser = argparse.ArgumentParser(prog="python -m tests.tour")
    parser.add_argument("out", type=Path)
    parser.add_argument("only", nargs="*", help="keys of screens, or `search`; all without any")
    parser.add_argument("--scheme", choices=[scheme.value for scheme in Scheme], default="light")
    parser.add_argument("--scale", type=int, default=100)
    parser.add_argument("--size", default="1366x768", help="of the window, as 1024x700")
    parser.add_argument("--language", choices=[language.value for language in Language])
    parser.add_argument("--gallery", action="store_true")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    give_own_words()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    languages = [Language(given.language)] if given.language else list(Language)
    if given.gallery:
        theme().choose(Scheme(given.scheme), given.scale)
        _gallery(application, given.out, languages)
        return 0
    width, height = (int(part) for part in given.size.split("x"))
    _collecting = Collecting()  # as the program does
    tour = Tour(application, given.out, languages, given.only, (width, height))
    tour.take(Scheme(given.scheme), given.scale)
    return 1 if tour.failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
