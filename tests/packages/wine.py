"""The package for Windows under Wine: installed, used, upgraded, cut off at any moment, removed."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from tests.packages import a_day
from tests.packages.a_day import PASSCODE, Times
from tests.packages.roots import Root
from tests.packages.screen import DISPLAY, Display

PREFIX = "/srv/prefix"
PROGRAMS = r"C:\users\root\AppData\Local\Programs\TambonRianru"
THAI_PLACE = r"C:\ศูนย์เรียนรู้\โปรแกรม"
_ENVIRONMENT = {
    "WINEPREFIX": PREFIX,
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree,mshtml=",
    "DISPLAY": DISPLAY,
    "TAMBON_RIANRU_PASSCODE": PASSCODE,
}


class Windows:
    """A fresh Windows of Wine in a bare Debian."""

    def __init__(self, root: Root) -> None:
        self.root = root
        self.drive = root.folder / PREFIX.lstrip("/") / "drive_c"

    def make(self) -> None:
        """Install Wine where it is not there, and begin an empty Windows."""
        if self.root.run(["which", "wine"]).returncode != 0:
            self.root.install("wine", "wine64")
        self.end()
        shutil.rmtree(self.root.folder / PREFIX.lstrip("/"), ignore_errors=True)
        self.root.run(["wineboot", "-i"], _ENVIRONMENT)
        self.root.run(["wineserver", "-w"], _ENVIRONMENT)
        stub = Path(__file__).with_name("icuuc.c")
        target = self.drive / "windows/system32/icuuc.dll"
        compiler = "x86_64-w64-mingw32-gcc"
        command = [compiler, "-shared", "-O2", "-s", "-o", str(target), str(stub)]
        subprocess.run(command, check=True)

    def run(self, words: Sequence[str], seconds: float = 900) -> subprocess.CompletedProcess[str]:
        """Run a Windows program to its end."""
        return self.root.run(["wine", *words], _ENVIRONMENT, seconds)

    def start(self, words: Sequence[str]) -> subprocess.Popen[bytes]:
        """Start one and let it run."""
        return self.root.start(["wine", *words], _ENVIRONMENT)

    def end(self) -> None:
        """End everything at once, as a power cut would."""
        self.root.run(["wineserver", "-k9"], _ENVIRONMENT)
        self.root.run(["wineserver", "-w"], _ENVIRONMENT, 60)

    def path(self, inside: str) -> Path:
        """Where a path of this Windows lies on the disk."""
        return self.drive / inside.removeprefix("C:\\").replace("\\", "/")

    def say(self, place: str, words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """Give a command to the installed program."""
        return self.run([rf"{place}\tambon-rianru-commands.exe", *words])


def prove(root: Root, setup: Path, roster: Path, pictures: Path, times: Times) -> None:
    """Install silently into a Thai path, spend a day, look, remove; the data stays."""
    windows = Windows(root)
    windows.make()
    installer = root.bring(setup)
    sheet = root.bring(roster)
    done = times.take("wine: install", lambda: windows.run([installer, "/S", f"/D={THAI_PLACE}"]))
    assert done.returncode == 0, done.returncode
    place = windows.path(THAI_PLACE)
    assert (place / "current/python/thai.dll").is_file()
    menu = windows.path(r"C:\users\root\AppData\Roaming\Microsoft\Windows\Start Menu\Programs")
    assert (menu / "ตำบลเรียนรู้.lnk").is_file()

    def run(words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return windows.say(THAI_PLACE, words)

    day = Times()
    a_day.by_commands(run, "Z:" + sheet.replace("/", "\\"), r"C:\แผน.pdf", day, 240)
    assert (windows.drive / "แผน.pdf").stat().st_size > 100_000
    with Display(pictures) as screen:
        told = _breaks(windows)
        assert "ผู้เรียนรู้|ตำบล" in told, told
        assert "Tambon Sarabun, Tambon Sarabun, Tambon Sarabun" in told, told
        program = windows.start([rf"{THAI_PLACE}\tambon-rianru.exe"])
        a_day.in_the_window(screen, "wine", day)
        # While it is open, neither another version nor the remover touches it.
        assert windows.run([installer, "/S", f"/D={THAI_PLACE}"]).returncode == 5
        removing = windows.run([rf"{THAI_PLACE}\uninstall.exe", "/S", rf"_?={THAI_PLACE}"])
        assert removing.returncode == 5
        assert (place / "current/python/python.exe").is_file()
        windows.start([rf"{THAI_PLACE}\tambon-rianru.exe"])  # a second start: one window
        screen.picture("wine-second-start", after=6)
        # A double click on a bundle: the open program comes forward and says what became of it.
        (windows.drive / "ของจังหวัด.bundle").write_bytes(b"PK no bundle of ours")
        windows.start(_opening(windows, r"C:\ของจังหวัด.bundle"))
        screen.wait_for("ซิงก์", 60)
        screen.picture("wine-bundle", after=3)
        windows.end()
        program.wait(60)
    times.steps.update({f"wine: {name}": taken for name, taken in day.steps.items()})
    assert run(["check"]).returncode == 0
    removed = windows.run([rf"{THAI_PLACE}\uninstall.exe", "/S", rf"_?={THAI_PLACE}"])
    assert removed.returncode == 0
    assert not (place / "current").exists()
    assert not (menu / "ตำบลเรียนรู้.lnk").exists()
    kept = windows.path(r"C:\users\root\AppData\Local\tambon-rianru\centre.db")
    assert kept.stat().st_size > 100_000
    windows.end()


def prove_upgrade(
    root: Root, before: Path, after: Path, centre: Path, people: int, times: Times
) -> None:
    """Put a version over another with a large centre; the data is whole and was backed up."""
    windows = Windows(root)
    windows.make()
    assert windows.run([root.bring(before), "/S"]).returncode == 0
    home = windows.path(r"C:\users\root\AppData\Local\tambon-rianru")
    shutil.copytree(centre, home)
    assert _people(windows) == people
    backups = len(list((home / "backups").glob("*")))
    done = times.take("wine: upgrade", lambda: windows.run([root.bring(after), "/S"]))
    assert done.returncode == 0
    counted = times.take("wine: first command after the upgrade", lambda: _people(windows))
    assert counted == people
    assert windows.say(PROGRAMS, ["check"]).returncode == 0
    assert len(list((home / "backups").glob("*"))) > backups, "no backup before the first start"
    # The way back: an older version must not be put over a newer one.
    assert windows.run([root.bring(before), "/S"]).returncode == 7
    windows.end()


def prove_cuts(root: Root, setup: Path, rounds: int, times: Times, seed: int = 20261130) -> None:
    """End an upgrade at random moments; a whole program starts each time."""
    windows = Windows(root)
    windows.make()
    installer = root.bring(setup)
    assert times.take("one install", lambda: windows.run([installer, "/S"])).returncode == 0
    lasts = times.steps["one install"]
    begun = windows.say(PROGRAMS, ["init", "--centre", "ก", "--tambon", "580604", "--user", "ข"])
    assert begun.returncode == 0, begun.stderr
    chance = random.Random(seed)
    left: dict[str, int] = {}
    for number in range(rounds):
        upgrade = windows.start([installer, "/S"])
        time.sleep(chance.uniform(0.05, lasts))
        windows.end()
        upgrade.send_signal(signal.SIGKILL)
        upgrade.wait(60)
        lying = sorted(each.name for each in windows.path(PROGRAMS).iterdir() if each.is_dir())
        left["+".join(lying)] = left.get("+".join(lying), 0) + 1
        started = windows.say(PROGRAMS, ["check"])
        assert started.returncode == 0, (number, lying, started.stdout, started.stderr)
    times.steps.update({f"cut off with {name} there": float(n) for name, n in left.items()})
    assert windows.run([installer, "/S"]).returncode == 0
    assert not windows.path(PROGRAMS + r"\old").exists()
    windows.end()


def _people(windows: Windows) -> int:
    done = windows.say(PROGRAMS, ["check"])
    assert done.returncode == 0, done.stdout + done.stderr
    digits = done.stdout.partition("learners")[2].split()[0]
    return int(digits.replace(",", ""))


_BREAKS = """\
from PySide6.QtCore import QTextBoundaryFinder
text = "ผู้เรียนรู้ตำบลเรียนรู้"
finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
pieces, last = [], 0
while (place := finder.toNextBoundary()) > 0:
    pieces.append(text[last:place])
    last = place
from PySide6.QtWidgets import QApplication, QMenu, QTableView
from desktop.ui.theme import Theme
application = QApplication([])
theme = Theme(application)
table = QTableView()
shown = [each.font().family() for each in (table, table.horizontalHeader(), QMenu())]
told = "|".join(pieces) + "\\n" + ", ".join(shown)
open(r"C:\\breaks.txt", "w", encoding="utf-8").write(told)
"""


def _opening(windows: Windows, file: str) -> list[str]:
    """What a double click on a bundle runs; Wine itself offers no list to choose from."""
    kind = r"HKCU\Software\Classes\TambonRianru.Bundle\shell\open\command"
    told = windows.run(["reg", "query", kind, "/ve"]).stdout
    # The Thai of the path is lost in what a console shows.
    _, program, option, place, _ = told.partition("REG_SZ")[2].strip().split('"')
    assert program.endswith(r"\tambon-rianru.exe"), told
    assert (option.strip(), place) == ("--take", "%1"), told
    return [rf"{THAI_PLACE}\tambon-rianru.exe", option.strip(), file]


def _breaks(windows: Windows) -> str:
    """Where Qt would break a line of Thai, and the letters of lists, headers and menus."""
    (windows.drive / "breaks.py").write_text(_BREAKS, encoding="utf-8")
    windows.run([rf"{THAI_PLACE}\current\python\python.exe", r"C:\breaks.py"])
    return (windows.drive / "breaks.txt").read_text(encoding="utf-8")
