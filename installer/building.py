"""Prepares the environment in which packages are built, and builds them there."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from installer import environment, system_libraries
from installer.environment import Environment
from installer.saying import SetupError, complain, prepare_streams
from installer.system_libraries import Kind, Need

# Compiling for Windows, packing for it, and verifying who signed its Python.
TOOLS = (
    Need(Kind.PROGRAM, "makensis", "nsis"),
    Need(Kind.PROGRAM, "osslsigncode", "osslsigncode"),
    Need(Kind.PROGRAM, "x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64-win32"),
    Need(Kind.PROGRAM, "dpkg-deb", "dpkg"),
    Need(Kind.PROGRAM, "strip", "binutils"),
)


def main(arguments: Sequence[str], root: Path) -> int:
    """Prepare, then build with the environment's own Python; the exit code is for the shell."""
    prepare_streams()
    place = Environment(root)
    try:
        needs = (*system_libraries.OFFSCREEN, *TOOLS)
        if not place.ready(True):
            needs = (*system_libraries.ENVIRONMENT, *needs)
        system_libraries.ensure(needs)
        environment.ensure(place, True)
    except SetupError as error:
        complain(error)
        return 1
    command = [str(place.python), "-m", "installer.packaging", *arguments]
    return subprocess.run(command, cwd=root, check=False).returncode
