"""A screen of its own on which a program is used by keys, and photographed."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

DISPLAY = ":83"
_WAIT_SECONDS = 120.0


class Display:
    """An X server of 1366x768 with a window manager; `with Display(folder) as screen`."""

    def __init__(self, pictures: Path, size: str = "1366x768") -> None:
        self._pictures, self._size = pictures, size
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Display:
        self._pictures.mkdir(parents=True, exist_ok=True)
        Path("/tmp/.X11-unix").mkdir(mode=0o1777, exist_ok=True)
        self._start(
            ["Xvfb", DISPLAY, "-screen", "0", f"{self._size}x24", "-nolisten", "tcp", "-ac"]
        )
        until = time.monotonic() + 20
        while self._say("xdotool", "getdisplaygeometry").returncode != 0:
            assert time.monotonic() < until, "Xvfb does not answer"
            time.sleep(0.2)
        self._start(["openbox"])
        return self

    def __exit__(self, *_what: object) -> None:
        for program in reversed(self._running):
            program.terminate()
            program.wait(20)

    def wait_for(self, title: str, seconds: float = _WAIT_SECONDS) -> float:
        """Wait until a window of that title is shown; how many seconds it took."""
        begun = time.monotonic()
        while not self._windows(title):
            assert time.monotonic() - begun < seconds, f"no window {title!r}: {self.titles()}"
            time.sleep(0.1)
        return time.monotonic() - begun

    def titles(self) -> list[str]:
        """The titles of all windows, to tell what is there instead."""
        found = self._say("xdotool", "search", "--onlyvisible", "--name", ".*").stdout.split()
        return [self._say("xdotool", "getwindowname", each).stdout.strip() for each in found]

    def type(self, text: str) -> None:
        """Type into what has the keyboard."""
        self._say("xdotool", "type", "--delay", "60", text)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their names to X."""
        for key in keys:
            self._say("xdotool", "key", "--clearmodifiers", key)
            time.sleep(0.3)

    def picture(self, name: str, after: float = 1.5) -> Path:
        """Photograph the screen, when it has had time to settle."""
        time.sleep(after)
        target = self._pictures / f"{name}.png"
        done = self._say("import", "-window", "root", str(target))
        assert done.returncode == 0, done.stderr
        return target

    def _windows(self, title: str) -> list[str]:
        return self._say("xdotool", "search", "--onlyvisible", "--name", title).stdout.split()

    def _start(self, command: list[str]) -> None:
        environment = {**os.environ, "DISPLAY": DISPLAY}
        self._running.append(
            subprocess.Popen(
                command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        )

    def _say(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "DISPLAY": DISPLAY}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
