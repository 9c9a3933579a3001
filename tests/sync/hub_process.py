"""A hub in a process of its own, as the province runs it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from unittest.mock import patch

from sync.hub.__main__ import main

_ROOT = Path(__file__).parents[2]
# Far beyond any honest start: a hub that says nothing is ended, and the test tells so.
_START_SECONDS = 60.0


def run_hub(database: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "sync.hub", *arguments],
        cwd=_ROOT,
        env={**os.environ, "TAMBON_HUB_DATABASE": database},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def hub_json(database: str, *arguments: str) -> Any:
    """Give one command with --json, in this process: to start one takes most of its time.

    Returns what it printed.
    """
    said, refused = io.StringIO(), io.StringIO()
    before = os.umask(0o077)
    try:
        with (
            patch.dict(os.environ, {"TAMBON_HUB_DATABASE": database}),
            redirect_stdout(said),
            redirect_stderr(refused),
        ):
            assert main(["--json", *arguments]) == 0, refused.getvalue()
    finally:
        os.umask(before)
    return json.loads(said.getvalue())


def no_authority(pem: bytes) -> None:
    """For joining a hub that nobody but browsers' authorities vouches for, or that is plain."""
    assert pem == b""


class HubProcess:
    """Serves until the block ends; what it logs goes to the file `log`, if one is given.

    Attributes:
        url: where it answers.
    """

    def __init__(self, database: str, log: Path | None = None) -> None:
        self._database = database
        self._log = log
        self.url = ""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._end()

    def start(self, port: int = 0) -> None:
        """Start and wait for the ready line."""
        log = self._log.open("ab") if self._log is not None else None
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "sync.hub",
                "serve",
                "--port",
                str(port),
                "--json",
                *self.arguments(),
            ],
            cwd=_ROOT,
            env={**os.environ, "TAMBON_HUB_DATABASE": self._database},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        if log is not None:
            log.close()
        assert self._process.stdout is not None
        patience = threading.Timer(_START_SECONDS, self._process.kill)
        patience.start()
        try:
            line = self._process.stdout.readline()
        finally:
            patience.cancel()
            patience.join()
        if not line:
            self.kill()
            raise AssertionError("the hub ended before it was ready")
        self.url = json.loads(line)["url"]

    @property
    def pid(self) -> int:
        """The process that serves."""
        return self._process.pid

    def arguments(self) -> tuple[str, ...]:
        """More for `serve`."""
        return ()

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        self._end()

    def _end(self) -> None:
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            # Left alone it would hold the test's end of its pipe for ever.
            self._process.kill()
            self._process.wait(timeout=20)
        if self._process.stdout is not None:
            self._process.stdout.close()
