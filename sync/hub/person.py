"""Who gives a command, by the word of the system and not of the environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

_NOBODY: Final = 0xFFFF_FFFF
_LOGIN: Final = Path("/proc/self/loginuid")


def who(login: Path = _LOGIN) -> str:
    """Return the account that signed in here, and the one that it works as where that is another.

    The account behind `sudo` is the kernel's own note of who signed in, where there is one; any
    variable of the environment could say anything.
    """
    if sys.platform == "win32":
        return os.getlogin()
    own = _name(os.getuid())
    try:
        signed_in = int(login.read_text())
    except (OSError, ValueError):
        return own
    if signed_in in (_NOBODY, os.getuid()):
        return own
    return f"{_name(signed_in)} ({own})"


def _name(uid: int) -> str:
    import pwd  # not there on Windows

    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
