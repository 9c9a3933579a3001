"""Runs cases in processes of their own, each forked off one that has the program read in.

A case may set the shim over its own SQLite, be killed, or leave anything behind. The process that
forks has one thread only, and no database open.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_RESERVE = 256 * 1024
ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Ended:
    """How a case ended: `signal` 0 unless it was killed; `value` is what it returned."""

    signal: int
    value: Any
    trouble: str


class Runner:
    """The process that forks, seen from the tests."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.storage.runner"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, case: str, *given: Any) -> Ended:
        """Run a case of `tests.faults.storage.cases` to its end, by kill or by itself."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([case, *given]) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the forking process is gone"
        return Ended(**json.loads(line))

    def value(self, case: str, *given: Any) -> Any:
        """Run a case that ends by itself, and return its value."""
        ended = self.run(case, *given)
        assert not ended.signal, f"killed by {ended.signal}"
        assert not ended.trouble, ended.trouble
        return ended.value

    def close(self) -> None:
        """End it."""
        self._process.communicate()


def _serve() -> None:
    from desktop.services.storage import disk_room
    from tests.faults.storage import cases

    # Still real bytes, but few: the cuts copy them a thousand times.
    setattr(disk_room, "RESERVE_BYTES", _RESERVE)  # noqa: B010
    with tempfile.TemporaryDirectory() as folder:
        # What the program works out once is worked out here, not in each case.
        cases.warm_up(Path(folder) / "disk")
    gc.collect()
    gc.freeze()
    answers = os.dup(1)
    # What the program itself prints must not be taken for an answer.
    os.dup2(2, 1)
    for line in sys.stdin:
        case, *given = json.loads(line)
        os.write(answers, (json.dumps(_forked(getattr(cases, case), given)) + "\n").encode())


def _forked(case: Any, given: list[Any]) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        answer: dict[str, Any] = {"value": None, "trouble": ""}
        try:
            answer["value"] = case(*given)
        except BaseException:  # noqa: BLE001 - the test says what it was
            answer["trouble"] = traceback.format_exc()
        content = json.dumps(answer).encode()
        while content:
            content = content[os.write(writing, content) :]
        # Nothing of the parent is closed or written a second time.
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        content = stream.read()
    _, status = os.waitpid(child, 0)
    killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    said = json.loads(content) if content else {"value": None, "trouble": ""}
    if not killed and not content:
        said["trouble"] = f"ended with {os.waitstatus_to_exitcode(status)} and said nothing"
    return {"signal": killed, **said}


if __name__ == "__main__":
    _serve()
