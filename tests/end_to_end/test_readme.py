"""README's commands, as printed and in order, in a folder that is not the checkout."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.keys import KEY_FILE
from installer.environment import Environment, link
from tests.factories import PASSCODE, quicken

ROOT = Path(__file__).resolve().parents[2]
_CODE = "รหัสเข้าร่วม"
_START_SECONDS = 120


def _blocks() -> list[list[str]]:
    """The commands of each block that a person is to give after setting up."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [block.splitlines() for block in blocks]


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment as the set-up leaves it, with this one's libraries.

    Its own lies in the checkout, which may belong to somebody else.
    """
    root = tmp_path_factory.mktemp("checkout") / "ตำบล เรียนรู้"
    place = Environment(root)
    venv.create(place.folder, symlinks=os.name != "nt")
    for name in ("desktop", "sync", "resources"):
        (root / name).symlink_to(ROOT / name, target_is_directory=True)
    link(place)
    (pth,) = (path for path in place.links() if path.suffix == ".pth")
    pth.with_name("libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return place.python.parent


@contextmanager
def _serving(command: str, environ: dict[str, str], folder: Path) -> Iterator[None]:
    """Give a command that stays, and wait until it says that it is ready."""
    log = folder / "serving.log"
    with (
        log.open("wb") as words,
        subprocess.Popen(
            f"exec {command}", shell=True, cwd=folder, env=environ, stdout=words, stderr=words
        ) as process,
    ):
        try:
            deadline = time.monotonic() + _START_SECONDS
            while "ready" not in log.read_text(encoding="utf-8"):
                assert process.poll() is None, log.read_text(encoding="utf-8")
                assert time.monotonic() < deadline
                time.sleep(0.05)
            yield
        finally:
            process.terminate()


def _free_port() -> str:
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        return str(own.getsockname()[1])


@pytest.mark.skipif(sys.platform == "win32", reason="given to sh")
@pytest.mark.long
def test_the_commands_run_as_printed(commands: Path, tmp_path: Path) -> None:
    laptop, province, second = _blocks()
    environ = {
        **os.environ,
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "TAMBON_RIANRU_PASSCODE": PASSCODE,
    }
    port = _free_port()  # 8000 may be somebody's on this machine
    said: list[str] = []

    def give(command: str) -> None:
        done = subprocess.run(
            command.replace("8000", port).replace(_CODE, said[-1].strip() if said else ""),
            shell=True, cwd=tmp_path, env=environ, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, (command, done.stderr)
        said.append(done.stdout)
        if " init " in command:
            for keys in tmp_path.glob(f"*/{KEY_FILE}"):
                quicken(keys.parent)

    for command in [*laptop, *province[:-1]]:
        give(command)
    assert "serve" in province[-1]
    with _serving(province[-1].replace("8000", port), environ, tmp_path):
        for command in second:
            give(command)
    made = {path.name for path in tmp_path.iterdir()}
    assert {"ศูนย์", "รายชื่อ.xlsx", "แผน.pdf", "hub.sqlite"} <= made
    give("tambon-rianru --json --data ศูนย์ status")
    assert '"waiting": 0' in said[-1]
    assert len(_blocks()) == 3
