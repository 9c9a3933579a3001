"""System libraries the program needs on Linux: found by loading them, installed where permitted."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from installer.saying import SetupError, say


class Kind(Enum):
    """How a need is looked for on this machine."""

    LIBRARY = "library"
    PROGRAM = "program"
    MODULE = "module"


@dataclass(frozen=True)
class Need:
    """One thing the machine must have, and the Debian package that brings it."""

    kind: Kind
    name: str
    package: str


def _libraries(*pairs: tuple[str, str]) -> tuple[Need, ...]:
    return tuple(Need(Kind.LIBRARY, name, package) for name, package in pairs)


# Qt's wheels bring Qt itself, not these. libthai is loaded by Qt at run time: without it Thai
# lines break inside syllables. Its dictionary is our own.
OFFSCREEN = (
    *_libraries(
        ("libGL.so.1", "libgl1"),
        ("libEGL.so.1", "libegl1"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libfreetype.so.6", "libfreetype6"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libthai.so.0", "libthai0"),
    ),
)
X_WINDOW = _libraries(
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-render.so.0", "libxcb-render0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-shm.so.0", "libxcb-shm0"),
    ("libxcb-sync.so.1", "libxcb-sync1"),
    ("libxcb-util.so.1", "libxcb-util1"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
)
WAYLAND = _libraries(
    ("libwayland-client.so.0", "libwayland-client0"),
    ("libwayland-cursor.so.0", "libwayland-cursor0"),
    ("libwayland-egl.so.1", "libwayland-egl1"),
)
# pdftotext and pdftoppm read the printed plans back.
TESTING = (
    Need(Kind.PROGRAM, "pdftotext", "poppler-utils"),
    Need(Kind.PROGRAM, "pdftoppm", "poppler-utils"),
)
# Tests with a real window use these where they exist and say so where they do not.
TESTING_WELCOME = (
    Need(Kind.PROGRAM, "Xvfb", "xvfb"),
    Need(Kind.PROGRAM, "xdotool", "xdotool"),
)
# Debian parts ensurepip from python3, in a package named after the minor version.
ENVIRONMENT = (
    Need(
        Kind.MODULE,
        "ensurepip",
        f"python{sys.version_info.major}.{sys.version_info.minor}-venv",
    ),
)


def present(need: Need) -> bool:
    """True if this machine can load, run or import what is needed."""
    if need.kind is Kind.LIBRARY:
        try:
            ctypes.CDLL(need.name)
        except OSError:
            return False
        return True
    if need.kind is Kind.PROGRAM:
        return shutil.which(need.name) is not None
    importlib.invalidate_caches()
    return importlib.util.find_spec(need.name) is not None


def missing(needs: Iterable[Need], is_present: Callable[[Need], bool] = present) -> list[Need]:
    """Those of `needs` that this machine lacks; nothing is asked of Windows and macOS."""
    if not sys.platform.startswith("linux"):
        return []
    return [need for need in needs if not is_present(need)]


def for_window(environ: Mapping[str, str] = os.environ) -> tuple[Need, ...]:
    """What a window needs in this session, beyond what Qt needs without one."""
    by_display = (("DISPLAY", X_WINDOW), ("WAYLAND_DISPLAY", WAYLAND))
    return tuple(need for name, needs in by_display if environ.get(name) for need in needs)


def packages_of(needs: Iterable[Need]) -> list[str]:
    """Debian package names, each once, in the order of `needs`."""
    return list(dict.fromkeys(need.package for need in needs))


def permitted_prefix() -> list[str] | None:
    """What to put before apt-get here: nothing for root, `sudo -n`; None where not permitted."""
    if sys.platform == "win32" or shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(
        ["sudo", "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return ["sudo", "-n"] if asked.returncode == 0 else None


def ensure(needs: Iterable[Need], welcome: Iterable[Need] = ()) -> None:
    """Install what is missing where that is permitted.

    `welcome` needs are installed on the way but never stop the set-up.

    Raises:
        SetupError: naming what is missing, when it may not or cannot be installed.
    """
    needs = tuple(needs)
    lacking = missing(needs)
    wished = missing(welcome)
    if not lacking and not wished:
        return
    prefix = permitted_prefix()
    if prefix is not None:
        _install(prefix, packages_of([*lacking, *wished]))
        lacking = missing(needs)
    if lacking:
        raise _lacking_error(lacking)


def _install(prefix: list[str], packages: list[str]) -> None:
    say(
        f"กำลังติดตั้งส่วนประกอบของระบบ: {' '.join(packages)}",
        f"Installing system libraries: {' '.join(packages)}",
    )
    # sudo drops the environment, so the setting travels as an argument of env.
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    # A failure is not fatal here: what is still missing afterwards is listed by name.
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [*quiet, *step], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            print((done.stdout + done.stderr)[-2000:], file=sys.stderr)


def _lacking_error(lacking: list[Need]) -> SetupError:
    names = ", ".join(need.name for need in lacking)
    packages = " ".join(packages_of(lacking))
    if shutil.which("apt-get") is not None:
        command = f"sudo apt-get install -y {packages}"
        return SetupError(
            f"เครื่องนี้ยังขาด: {names}\nขอให้ผู้ดูแลเครื่องสั่ง:  {command}\nแล้วสั่งคำเดิมอีกครั้ง",
            f"This machine lacks: {names}\nAsk its administrator to run:  {command}\n"
            "then give the same command again.",
        )
    return SetupError(
        f"เครื่องนี้ยังขาด: {names}\n(ชื่อแพ็กเกจใน Debian: {packages}) ติดตั้งแล้วสั่งคำเดิมอีกครั้ง",
        f"This machine lacks: {names}\n(Debian's package names: {packages}). "
        "Install them, then give the same command again.",
    )
