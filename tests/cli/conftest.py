"""A centre to give commands to, and the commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import main
from desktop.cli.context import PASSCODE as PASSCODE_NAME
from tests.factories import PASSCODE, make_workspace


@dataclass(frozen=True)
class Done:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one object on stdout."""
        answer: dict[str, Any] = json.loads(self.out)
        return answer


Command = Callable[..., Done]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder of a fresh centre with a quick key."""
    make_workspace(tmp_path / "centre").close()
    return tmp_path / "centre"


@pytest.fixture
def command(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """Gives a command to the centre in `folder`, asking for JSON."""
    monkeypatch.setenv(PASSCODE_NAME, PASSCODE)

    def give(*words: str | Path, data: Path = folder, text: bool = False) -> Done:
        asked = [*([] if text else ["--json"]), "--data", str(data), *map(str, words)]
        try:
            code = main(asked)
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return give
