"""Brings what the packages are made of: from pip's index and apt, as this machine is set up.

Nothing that was fetched is run. What cannot be verified stops the build.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from installer.packaging.pins import Pin
from installer.saying import SetupError

_NO_BUILD_TOOL = Path(__file__).with_name("no_build_tool")
_WINDOWS = ("win_amd64",)
_LINUX = (
    *(f"manylinux_2_{minor}_x86_64" for minor in (34, 28, 27, 26, 24, 17)),
    "manylinux2014_x86_64",
)
PYTHON = "3.11"


def from_index(pin: Pin, folder: Path) -> bytes:
    """Fetch a pinned file by pip and return it, or its `member`.

    pip asks an archive of sources for its name by running its build tool; the one that it finds
    here answers from the pin and runs nothing of the archive.

    Raises:
        SetupError: it cannot be fetched, or is another file than the one pinned.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / pin.file
    if not kept.is_file():
        wheel = pin.file.endswith(".whl")
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as wanted:
            wanted.write(f"{pin.project}=={pin.release} --hash=sha256:{pin.sha256}\n")
            wanted.flush()
            kind = "--only-binary=:all:" if wheel else "--no-binary=:all:"
            words = ["download", "--quiet", "--no-deps", "--require-hashes", kind, "--dest"]
            _pip(
                [*words, str(folder), "--use-pep517", "--no-build-isolation", "-r", wanted.name],
                {
                    "PYTHONPATH": str(_NO_BUILD_TOOL),
                    "ARCHIVE_NAME": pin.project,
                    "ARCHIVE_VERSION": pin.release,
                },
            )
    held = checked(kept, pin.sha256)
    if not pin.member:
        return held
    return _member(pin, held)


def _member(pin: Pin, held: bytes) -> bytes:
    if pin.file.endswith(".whl"):
        with zipfile.ZipFile(io.BytesIO(held)) as archive:
            found = archive.read(pin.member)
    else:
        with tarfile.open(fileobj=io.BytesIO(held)) as packed:
            member = packed.extractfile(pin.member)
            if member is None:
                raise _other_file(pin.file)
            found = member.read()
    if pin.member_sha256 and hashlib.sha256(found).hexdigest() != pin.member_sha256:
        raise _other_file(f"{pin.file}: {pin.member}")
    return found


def checked(file: Path, sha256: str) -> bytes:
    """Return what a file holds.

    Raises:
        SetupError: its SHA-256 is another.
    """
    held = file.read_bytes()
    if hashlib.sha256(held).hexdigest() != sha256:
        raise _other_file(str(file))
    return held


def _other_file(name: str) -> SetupError:
    return SetupError(
        f"แฟ้มไม่ตรงกับที่กำหนดไว้: {name}\nไม่สร้างต่อ ลบแฟ้มนั้นแล้วลองใหม่ ถ้ายังไม่ตรง อย่าใช้",
        f"This file is not the one that is pinned: {name}\n"
        "The build stops. Delete it and try again; if it differs again, do not use it.",
    )


def install_locked(lock: Path, target: Path, windows: bool) -> None:
    """Put the wheels of a lock into a folder, for Windows or Linux on 64 bits.

    Raises:
        SetupError: a wheel is missing, or is another than the lock says.
    """
    words = ["install", "--quiet", "--no-compile", "--no-deps", "--require-hashes"]
    words += ["--only-binary=:all:", "--implementation", "cp", "--python-version", PYTHON]
    for platform in _WINDOWS if windows else _LINUX:
        words += ["--platform", platform]
    _pip([*words, "--target", str(target), "-r", str(lock)], {})


def _pip(words: Sequence[str], extra: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pip", *words],
        env={**os.environ, **extra},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SetupError(
            f"pip ทำไม่สำเร็จ:\n{done.stderr[-2000:]}", f"pip did not succeed:\n{done.stderr[-2000:]}"
        )


def debian_packages(names: Sequence[str], folder: Path) -> list[Path]:
    """Fetch packages of this Debian by apt, which verifies Debian's signature; the .deb files.

    Raises:
        SetupError: apt has no such package, or refuses it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _apt(["download", *names], folder)
    return [
        next(iter(sorted(folder.glob(f"{name}_*.deb"), reverse=True)), folder / name)
        for name in names
    ]


def debian_source(pin: Pin, folder: Path) -> bytes:
    """Fetch the pinned archive of a source package of this Debian.

    Raises:
        SetupError: apt does not bring it, or it is another file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / pin.file
    if not kept.is_file():
        with tempfile.TemporaryDirectory() as scratch:
            options = _source_lists(Path(scratch))
            _apt([*options, "update"], folder)
            version = f"{pin.source}={_source_version(pin, options, folder)}"
            _apt([*options, "source", "--download-only", "--tar-only", version], folder)
    return checked(kept, pin.sha256)


def _source_version(pin: Pin, options: Sequence[str], folder: Path) -> str:
    """The version of the source package that carries the pinned archive."""
    shown = _apt(["show", *options, pin.source], folder, program="apt-cache", verb="showsrc")
    for line in shown.splitlines():
        if line.startswith("Version: ") and pin.version in line:
            return line.removeprefix("Version: ").strip()
    raise _other_file(pin.file)


def _source_lists(scratch: Path) -> list[str]:
    """Options under which apt reads the sources of this machine's own Debian."""
    lists, parts = scratch / "lists", scratch / "parts"
    lists.mkdir()
    parts.mkdir()
    places = [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*")]
    for place in places:
        if place.suffix not in (".sources", ".list") or not place.is_file():
            continue
        text = place.read_text(encoding="utf-8")
        if place.suffix == ".sources":
            text = text.replace("Types: deb\n", "Types: deb-src\n")
        else:
            text = "".join(
                f"deb-src{line[3:]}\n" for line in text.splitlines() if line.startswith("deb ")
            )
        (parts / place.name).write_text(text, encoding="utf-8")
    return [
        *("-o", "Dir::Etc::sourcelist=/dev/null"),
        *("-o", f"Dir::Etc::sourceparts={parts}"),
        *("-o", f"Dir::State::lists={lists}"),
        *("-o", "APT::Sandbox::User=root"),
    ]


def _apt(words: Sequence[str], folder: Path, program: str = "apt-get", verb: str = "") -> str:
    if shutil.which(program) is None:
        raise SetupError(
            "ชุดสำหรับ Linux สร้างได้บน Debian เท่านั้น", "The packages can only be built on Debian."
        )
    command = [program, "-q"] + ([verb, *words[1:]] if verb else list(words))
    done = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        told = (done.stdout + done.stderr)[-2000:]
        raise SetupError(f"{program} ทำไม่สำเร็จ:\n{told}", f"{program} did not succeed:\n{told}")
    return done.stdout
