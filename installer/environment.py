"""The program's own Python environment: made once, kept while its lock is unchanged."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from installer.saying import SetupError, say

STAMP_NAME = "tambon-setup.json"
RUN_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"


# Our commands, and the module that each runs.
COMMANDS = {"tambon-rianru": "desktop", "tambon-hub": "sync.hub"}


@dataclass(frozen=True)
class Environment:
    """Where the environment of one checkout lies."""

    root: Path

    @property
    def folder(self) -> Path:
        """The environment itself, inside the checkout."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        if os.name == "nt":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    @property
    def stamp(self) -> Path:
        """Written last: without it the environment counts as half-made."""
        return self.folder / STAMP_NAME

    def links(self) -> dict[Path, str]:
        """The files that make our packages and commands usable from any folder.

        They say where they lead from where they stand, so the checkout may be moved.
        """
        if os.name == "nt":
            packages, up = self.folder / "Lib" / "site-packages", "../../.."
            commands = {
                f"{name}.cmd": f'@"%~dp0python.exe" -m {module} %*\r\n'
                for name, module in COMMANDS.items()
            }
        else:
            packages, up = next(self.folder.glob("lib/python3*/site-packages")), "../../../.."
            commands = {
                name: f'#!/bin/sh\nexec "${{0%/*}}/python" -m {module} "$@"\n'
                for name, module in COMMANDS.items()
            }
        made = {self.python.with_name(name): text for name, text in commands.items()}
        return {packages / "tambon_rianru.pth": f"{up}\n", **made}

    def linked(self) -> bool:
        """True if those files are there."""
        return all(path.is_file() for path in self.links())

    def lock_hash(self, lock: str) -> str:
        """SHA-256 of a lock file, blind to the line ends of the platform."""
        text = (self.root / lock).read_bytes().replace(b"\r\n", b"\n")
        return hashlib.sha256(text).hexdigest()

    def installed(self) -> dict[str, str]:
        """What the stamp says: lock name to hash, and `python`; empty without a usable stamp."""
        try:
            read = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(read, dict):
            return {}
        return {str(key): str(value) for key, value in read.items()}

    def ready(self, development: bool) -> bool:
        """True if every library of the lock is there and the interpreter still runs.

        The development lock holds all of the other, so either serves to open the program.
        """
        stamp = self.installed()
        locks = [DEV_LOCK] if development else [DEV_LOCK, RUN_LOCK]
        if not any(stamp.get(lock) == self.lock_hash(lock) for lock in locks):
            return False
        return self.python_version() == stamp.get("python")

    def python_version(self) -> str | None:
        """`3.11` as the environment's interpreter says it, or None if it does not run."""
        question = "import sys; print('%d.%d' % sys.version_info[:2])"
        try:
            answer = subprocess.run(
                [str(self.python), "-I", "-S", "-c", question],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
            )
        except OSError:
            return None
        return answer.stdout.strip() if answer.returncode == 0 else None


def ensure(environment: Environment, development: bool) -> None:
    """Make, complete or repair the environment so that the lock is installed exactly.

    Downloads nothing when it is ready already. A run that was interrupted left no stamp, and the
    next one begins anew.

    Raises:
        SetupError: the checkout cannot be written, or the libraries cannot be had.
    """
    if environment.ready(development) and environment.linked():
        return
    with _alone(environment):
        if not environment.ready(development):  # else another run finished it meanwhile
            _make(environment, development)
        link(environment)


def link(environment: Environment) -> None:
    """Let the environment find the checkout, and give it our commands, as pip would.

    pip itself would have to build the checkout, with libraries that only that needs.
    """
    for path, content in environment.links().items():
        path.write_text(content, encoding="utf-8", newline="")
        if path.parent == environment.python.parent:
            path.chmod(0o755)


def _make(environment: Environment, development: bool) -> None:
    lock = DEV_LOCK if development else RUN_LOCK
    say(
        "กำลังเตรียมโปรแกรม (ครั้งแรกต้องใช้อินเทอร์เน็ต ใช้เวลาไม่กี่นาที)",
        "Preparing the program (the first time needs the internet and takes a few minutes).",
    )
    stamp = environment.installed()
    sound = bool(stamp) and environment.python_version() == stamp.get("python")
    if not sound:
        _create(environment)
        stamp = {}
    environment.stamp.unlink(missing_ok=True)
    _install(environment, lock)
    kept = {
        name: value
        for name, value in stamp.items()
        if name in (RUN_LOCK, DEV_LOCK) and value == environment.lock_hash(name)
    }
    kept[lock] = environment.lock_hash(lock)
    kept["python"] = f"{sys.version_info.major}.{sys.version_info.minor}"
    if sound:
        kept["python"] = stamp["python"]
    _write_stamp(environment, kept)


def _create(environment: Environment) -> None:
    try:
        if environment.folder.is_symlink():
            environment.folder.unlink()
        elif environment.folder.exists():
            shutil.rmtree(environment.folder)
    except OSError as error:
        raise SetupError(
            f"ลบ {environment.folder} ที่ทำค้างไว้ไม่ได้ ({error.strerror})\n"
            "ปิดโปรแกรมที่เปิดอยู่ หรือให้ผู้ดูแลเครื่องลบโฟลเดอร์นั้น แล้วสั่งใหม่",
            f"The half-made {environment.folder} cannot be removed ({error.strerror}).\n"
            "Close the program where it is open, or have that folder removed, and try again.",
        ) from error
    made = subprocess.run(
        [_base_python(), "-m", "venv", str(environment.folder)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        close_fds=False,  # keeps the lock of _alone for as long as it works
    )
    if made.returncode != 0:
        raise SetupError(
            f"สร้างสภาพแวดล้อม Python ไม่สำเร็จ:\n{made.stdout}{made.stderr}",
            "Python could not make its environment; its words are above.",
        )


def _base_python() -> str:
    """The interpreter outside any environment, so that this one does not hang on another."""
    base = getattr(sys, "_base_executable", None)
    return str(base or sys.executable)


def _install(environment: Environment, lock: str) -> None:
    command = [
        str(environment.python),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "--no-deps",  # the lock names every library itself
        "-r",
        str(environment.root / lock),
    ]
    if not sys.stdout.isatty():
        command.append("-q")
    # Someone else's settings must not lead the installation elsewhere than into the environment.
    settings = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_USER")
    }
    settings["PIP_USER"] = "0"
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        env=settings,
        check=False,
        close_fds=False,  # keeps the lock of _alone for as long as it works
    )
    if done.returncode != 0:
        raise SetupError(
            "ติดตั้งไลบรารีไม่สำเร็จ (ดูข้อความด้านบน) ตรวจว่าต่ออินเทอร์เน็ตและมีที่ว่างพอ (1.5 GB) แล้วสั่งคำเดิมอีกครั้ง",
            "The libraries could not be installed (see above). Check the internet connection and "
            "the free space (1.5 GB), then give the same command again.",
        )


def _write_stamp(environment: Environment, content: dict[str, str]) -> None:
    beside = environment.stamp.with_suffix(".new")
    beside.write_text(json.dumps(content, indent=1), encoding="utf-8")
    beside.replace(environment.stamp)


@contextmanager
def _alone(environment: Environment) -> Iterator[None]:
    """One set-up of a checkout at a time; the lock goes with the process, however it ends.

    The installer that it starts shares the lock: killed alone, the set-up leaves one behind that
    still writes, and the next set-up waits for that.
    """
    path = environment.root / ".venv-setup.lock"
    try:
        handle = path.open("a+b")
    except OSError as error:
        raise SetupError(
            f"เขียนในโฟลเดอร์ {environment.root} ไม่ได้ ({error.strerror})\n"
            "คัดลอกโปรแกรมไปไว้ในโฟลเดอร์ของตนเองที่เขียนได้ แล้วสั่งจากที่นั่น",
            f"The folder {environment.root} cannot be written ({error.strerror}).\n"
            "Copy the program to a folder of your own and give the command there.",
        ) from error
    with handle:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(0)
            try:
                msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)  # gives up after ten seconds
            except OSError as error:
                raise SetupError(
                    "มีการเตรียมโปรแกรมอีกหน้าต่างหนึ่งอยู่ รอให้เสร็จแล้วสั่งใหม่",
                    "Another window is preparing the program; wait for it and try again.",
                ) from error
            try:
                yield
            finally:
                handle.seek(0)
                msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            os.set_inheritable(handle.fileno(), True)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("รอการเตรียมโปรแกรมที่ทำอยู่…", "Waiting for another set-up to finish...")
                fcntl.flock(handle, fcntl.LOCK_EX)
            yield
