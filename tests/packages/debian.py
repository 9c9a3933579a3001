"""The packages for Linux in bare roots: installed, used, removed; and the folder from a stick."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.packages import a_day
from tests.packages.a_day import PASSCODE, Times
from tests.packages.roots import Root
from tests.packages.screen import DISPLAY, Display

_HOME = "/srv/kru"
_ENVIRONMENT = {"HOME": _HOME, "TAMBON_RIANRU_PASSCODE": PASSCODE, "DISPLAY": DISPLAY}


def prove(root: Root, package: Path, roster: Path, pictures: Path, times: Times) -> None:
    """Install the .deb, spend a day, look, remove; the data stays."""
    root.run(["apt-get", "-q", "update"])
    root.run(["apt-get", "-q", "-y", "purge", "tambon-rianru"])
    times.take(f"{root.release}: install", lambda: root.install(root.bring(package)))
    _use(root, ["tambon-rianru"], roster, pictures, times)
    assert root.run(["apt-get", "-q", "-y", "remove", "tambon-rianru"]).returncode == 0
    assert root.run(["which", "tambon-rianru"]).returncode != 0
    assert (root.folder / _HOME.lstrip("/") / ".local/share/tambon-rianru/centre.db").is_file()


def prove_portable(root: Root, archive: Path, roster: Path, pictures: Path, times: Times) -> None:
    """Unpack the folder onto a stick and use it there: its data lies beside it."""
    root.install("xz-utils")
    root.run(["rm", "-rf", "/media/stick"])
    root.run(["mkdir", "-p", "/media/stick"])
    unpacked = root.run(["tar", "-C", "/media/stick", "-xf", root.bring(archive)])
    assert unpacked.returncode == 0, unpacked.stderr
    program = "/media/stick/tambon-rianru/tambon-rianru"
    _use(root, [program], roster, pictures, times, name=f"{root.release}-portable")
    assert (root.folder / "media/stick/tambon-rianru/data/centre.db").is_file()
    assert not (root.folder / _HOME.lstrip("/") / ".local/share/tambon-rianru").exists()


def _use(
    root: Root,
    program: Sequence[str],
    roster: Path,
    pictures: Path,
    times: Times,
    name: str = "",
) -> None:
    name = name or root.release
    root.run(["rm", "-rf", _HOME])
    root.run(["mkdir", "-p", _HOME])
    without = root.run(program, {"HOME": _HOME})
    assert without.returncode == 1, "a machine without a display must be told"
    assert "ไม่มีจอภาพ" in without.stderr, without.stderr

    def run(words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return root.run([*program, *words], _ENVIRONMENT)

    day = Times()
    a_day.by_commands(run, root.bring(roster), f"{_HOME}/plans.pdf", day, 240)
    with Display(pictures) as screen:
        running = root.start(program, _ENVIRONMENT)
        a_day.in_the_window(screen, name, day)
        screen.press("alt+F4")
        assert running.wait(60) == 0
    times.steps.update({f"{name}: {step}": taken for step, taken in day.steps.items()})


def prove_hub(root: Root, package: Path, times: Times) -> None:
    """Install the hub, register a centre, answer a laptop, remove; the data stays."""
    times.take(f"{root.release}: install hub", lambda: root.install(root.bring(package)))
    added = root.run(["tambon-hub", "centre", "add", "--name", "แม่สวด", "--tambon", "580604"])
    assert added.returncode == 0, added.stderr
    data = root.folder / "var/lib/tambon-hub"
    assert data.stat().st_mode & 0o777 == 0o700
    assert (data / "hub.db").stat().st_mode & 0o777 == 0o600
    assert (data / "hub.db").stat().st_uid != 0, "root's file is closed to the service"
    keys = root.folder / "var/lib/tambon-hub-keys/hub.keys"
    assert keys.stat().st_mode & 0o777 == 0o600
    assert keys.parent.stat().st_mode & 0o777 == 0o700
    assert not (data / "hub.keys").exists()
    listed = root.run(["tambon-hub", "centre", "list"])
    assert "แม่สวด" in listed.stdout
    root.install("systemd")
    unit = root.run(["systemd-analyze", "verify", "/usr/lib/systemd/system/tambon-hub.service"])
    assert "tambon-hub.service" not in unit.stderr, unit.stderr
    assert root.run(["apt-get", "-q", "-y", "purge", "tambon-hub"]).returncode == 0
    assert (data / "hub.db").is_file()
    assert keys.is_file()
