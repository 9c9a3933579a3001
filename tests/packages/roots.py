"""Bare Debian systems in folders, and what is run inside them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_MOUNTS = (
    ("proc", "-t proc proc"),
    ("dev", "--bind /dev"),
    ("tmp/.X11-unix", "--bind /tmp/.X11-unix"),
)


class Root:
    """One bare system; `run` runs a command in it with a bare environment."""

    def __init__(self, folder: Path, release: str) -> None:
        self.folder, self.release = folder, release

    def make(self) -> None:
        """Fetch the system where it is not there yet, and mount what programs expect."""
        if not (self.folder / "usr/bin/apt-get").exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            command = ["debootstrap", "--variant=minbase", self.release, str(self.folder)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for place, how in _MOUNTS:
            target = self.folder / place
            target.mkdir(parents=True, exist_ok=True)
            if not target.is_mount():
                subprocess.run(["mount", *how.split(), str(target)], check=True)
        shutil.copyfile("/etc/resolv.conf", self.folder / "etc/resolv.conf")
        self.folder.joinpath("proof").mkdir(exist_ok=True)

    def leave(self) -> None:
        """Take the mounts away again."""
        for place, _how in reversed(_MOUNTS):
            if (self.folder / place).is_mount():
                subprocess.run(["umount", "-l", str(self.folder / place)], check=True)

    def bring(self, file: Path) -> str:
        """Copy a file in; its path there."""
        shutil.copyfile(file, self.folder / "proof" / file.name)
        return f"/proof/{file.name}"

    def command(self, words: Sequence[str], environment: Mapping[str, str]) -> list[str]:
        """The command that runs `words` inside."""
        bare = {
            "PATH": "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/srv",
            "LANG": "C.UTF-8",
            **environment,
        }
        settings = [f"{name}={value}" for name, value in bare.items()]
        return ["chroot", str(self.folder), "env", "-i", *settings, *words]

    def run(
        self,
        words: Sequence[str],
        environment: Mapping[str, str] | None = None,
        seconds: float = 900,
    ) -> subprocess.CompletedProcess[str]:
        """Run a command inside; its output and exit code."""
        return subprocess.run(
            self.command(words, environment or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=seconds,
            check=False,
        )

    def start(
        self, words: Sequence[str], environment: Mapping[str, str]
    ) -> subprocess.Popen[bytes]:
        """Start a program inside and let it run."""
        return subprocess.Popen(
            self.command(words, environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def install(self, *packages: str) -> None:
        """Install packages, without what they merely recommend.

        Raises:
            AssertionError: apt refused.
        """
        self.run(["apt-get", "-q", "update"])
        quiet = ["apt-get", "-q", "-y", "--no-install-recommends", "install", *packages]
        done = self.run(quiet, {"DEBIAN_FRONTEND": "noninteractive"})
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
