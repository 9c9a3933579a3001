"""What a person does with a fresh installation: begin, import, print, sign in, look around."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.packages.screen import Display

PASSCODE = "48151623"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@dataclass
class Times:
    """How many seconds each step took."""

    steps: dict[str, float] = field(default_factory=dict)

    def take(self, name: str, work: Callable[[], Any]) -> Any:
        """Do the work and note how long it took."""
        begun = time.monotonic()
        made = work()
        self.steps[name] = round(time.monotonic() - begun, 1)
        return made


def by_commands(run: Run, roster: str, plans: str, times: Times, people: int) -> None:
    """Begin a centre, take a roster in, print everybody's plan, check."""
    begun = ["init", "--centre", "ศูนย์แม่สวด", "--tambon", "580604", "--user", "ครูดาว"]
    _good(times.take("init", lambda: run(begun)))
    taken = times.take("import", lambda: run(["--json", "import", roster]))
    _good(taken)
    assert json.loads(taken.stdout)["new"] == people, taken.stdout[:500]
    _good(times.take("print plans", lambda: run(["print", "plans", "--all", plans])))
    _good(times.take("check", lambda: run(["check"])))


def in_the_window(screen: Display, name: str, times: Times) -> None:
    """Sign in to the centre that lies there, and see today, the learners and the settings."""
    times.steps["window"] = round(screen.wait_for("ตำบลเรียนรู้"), 1)
    screen.picture(f"{name}-sign-in", after=3)
    screen.type(PASSCODE)
    screen.press("Return")
    screen.wait_for("วันนี้")
    screen.picture(f"{name}-today", after=3)
    screen.press("ctrl+2")
    screen.picture(f"{name}-learners", after=3)


def _good(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
