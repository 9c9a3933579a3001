"""A laptop whose every command is a process of its own, for tests."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

from desktop.cli import main
from desktop.cli.context import PASSCODE as PASSCODE_NAME
from tests.factories import PASSCODE

ROOT = Path(__file__).parents[2]
ENV = {
    **{name: value for name, value in os.environ.items() if name != "DISPLAY"},
    "PYTHONUTF8": "1",
    "TAMBON_RIANRU_PASSCODE": PASSCODE,
}


class LaptopProcess:
    """One data folder, worked on by commands.

    Attributes:
        program: the folder of the program that runs.
    """

    def __init__(self, folder: Path, program: Path = ROOT) -> None:
        self.folder, self.program = folder, program

    def run(self, *words: str) -> dict[str, Any]:
        """Run a command that must succeed; returns its JSON."""
        done = subprocess.run(
            self.words(*words), cwd=self.program, env=ENV, capture_output=True, encoding="utf-8",
            stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def ask(self, *words: str) -> dict[str, Any]:
        """Give a command in this process, where starting another proves nothing.

        To start takes most of a command's time.
        """
        assert self.program == ROOT
        said = io.StringIO()
        with redirect_stdout(said), patch.dict(os.environ, {PASSCODE_NAME: PASSCODE}):
            assert main(["--data", str(self.folder), "--json", *words]) == 0
        answer: dict[str, Any] = json.loads(said.getvalue())
        return answer

    def begin(self, *words: str) -> subprocess.Popen[bytes]:
        """Start a command and return its process."""
        return subprocess.Popen(
            self.words(*words), cwd=self.program, env=ENV, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def words(self, *words: str) -> list[str]:
        """The command line."""
        return [sys.executable, "-m", "desktop", "--data", str(self.folder), "--json", *words]
