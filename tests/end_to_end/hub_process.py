"""A hub in a process of its own, for tests."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.sync.hub_process import hub_json

ROOT = Path(__file__).parents[2]


class HubProcess:
    """`tambon-hub serve` on a free port, over a database file that outlives it.

    Attributes:
        url: where it listens.
        program: the folder of the program that runs; another can be put there while it is ended.
    """

    def __init__(self, folder: Path, program: Path = ROOT) -> None:
        self.program = program
        folder.mkdir(parents=True, exist_ok=True)
        self._database = f"sqlite:///{folder / 'hub.db'}"
        self._process: subprocess.Popen[str] | None = None
        self.url = ""
        self._port = 0

    def start(self) -> None:
        """Serve; on the same port as before, if it served before."""
        self._process = subprocess.Popen(
            self._command("serve", "--port", str(self._port)),
            cwd=self.program, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env=_env(),
        )  # fmt: skip
        assert self._process.stdout is not None
        for line in self._process.stdout:
            found = re.search(r"http://[\w.]+:(\d+)", line)
            if found:
                self.url, self._port = found.group(0), int(found.group(1))
                return
        raise AssertionError("the hub ended before it was ready")

    def run(self, *words: str) -> dict[str, str]:
        """Run another command of the hub and return its JSON."""
        if self.program == ROOT:
            answer: dict[str, str] = hub_json(self._database, *words)
            return answer
        done = subprocess.run(
            self._command(*words, "--json"), cwd=self.program, capture_output=True, text=True,
            env=_env(), check=True,
        )  # fmt: skip
        answer = json.loads(done.stdout)
        return answer

    def new_centre(self) -> str:
        """Add a centre and return its id."""
        return self.run("centre", "add", "--name", "ศูนย์ตัวอย่าง", "--tambon", "580604")["centre"]

    def code(self, centre: str) -> str:
        """Return a one-time code to join a centre."""
        return self.run("enrol-code", centre)["code"]

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "sync.hub", "--database", self._database, *words]


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1"}
