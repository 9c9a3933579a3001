"""Files and folders for their owner alone, whatever the umask says: the one place that makes them.

Free to every side, and it imports nothing of ours. On Windows a file has the list of its folder,
so a folder of ours gets one of its own: the user, the system and its administrators.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Final

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700

# The owner, the system, the administrators; nothing is taken over from the folder above.
_FOR_OWNER: Final = "D:P(A;OICI;FA;;;OW)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"


def open_handle(path: str | Path, flags: int) -> int:
    """A file's descriptor (`os.open`); one that is made is its owner's alone."""
    handle = os.open(path, flags, FILE_MODE)
    try:
        # The umask only takes rights away; a file that was here keeps what it had.
        if flags & os.O_CREAT and sys.platform != "win32":
            _only_owner(handle)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _only_owner(handle: int) -> None:
    about = os.fstat(handle)
    if stat.S_ISREG(about.st_mode) and stat.S_IMODE(about.st_mode) != FILE_MODE:
        # A stick knows no such rights, and a file of somebody else's cannot be given any.
        with contextlib.suppress(PermissionError):
            os.fchmod(handle, FILE_MODE)


def open_own(path: Path, mode: str, **more: Any) -> IO[Any]:
    """Open a file for writing (a mode with w, x or a) that only its owner may read.

    Raises:
        OSError: as `open`. ValueError: for a mode that only reads.
    """
    if not set(mode) & set("wxa"):
        raise ValueError(f"nothing is made with {mode!r}")
    return open(path, mode, opener=open_handle, **more)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is whole or not there, and never in the place of another.

    Raises:
        FileExistsError: when there is one of that name. OSError: full, unplugged, forbidden.
    """
    # Sticks have no links, so the name is claimed first and the whole file moved over it.
    open_own(path, "xb").close()
    try:
        replace_own(path, content)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def replace_own(path: Path, content: bytes) -> None:
    """Put `content` in the place of a file: after a power cut the old or the new one is there."""
    beside = path.with_name(f".{os.urandom(6).hex()}.part")
    try:
        with open_own(beside, "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder onto the disk; systems that know no such thing do it at once."""
    flag = getattr(os, "O_DIRECTORY", None)
    if flag is None:
        return
    handle = os.open(folder, os.O_RDONLY | flag)
    try:
        # Some file systems of sticks refuse it: there is nothing more that could be done.
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def touch_own(path: Path) -> None:
    """Make sure that a file is there and its owner's alone, for a library that opens it itself."""
    open_own(path, "ab").close()


def make_own_folder(path: Path) -> None:
    """Make a folder and those above it that are missing, each for its owner alone."""
    missing = []
    while not path.exists():
        missing.append(path)
        path = path.parent
    for each in reversed(missing):
        with contextlib.suppress(FileExistsError):
            each.mkdir(mode=FOLDER_MODE)
            close_folder(each)


def close_folder(path: Path) -> None:
    """Shut a folder of ours to everybody but its owner; where that is not known, leave it."""
    if sys.platform == "win32":
        _SHUT(str(path))
        return
    with contextlib.suppress(PermissionError):
        if stat.S_IMODE(path.stat().st_mode) != FOLDER_MODE:
            path.chmod(FOLDER_MODE)


def begin_private() -> None:
    """Take every right of others from what this process makes from now on, libraries too."""
    os.umask(0o077)


def _windows_list(path: str) -> None:
    """Give a folder the list `_FOR_OWNER`; a file system that knows none is left as it is."""
    import ctypes  # only here: elsewhere nothing of it is needed

    system: Any = ctypes
    security, kernel = system.windll.advapi32, system.windll.kernel32
    described = ctypes.c_void_p()
    made = security.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        ctypes.c_wchar_p(_FOR_OWNER), 1, ctypes.byref(described), None
    )
    if made:
        # DACL_SECURITY_INFORMATION and PROTECTED_DACL_SECURITY_INFORMATION
        security.SetFileSecurityW(ctypes.c_wchar_p(path), 0x80000004, described)
        kernel.LocalFree(described)


_SHUT: Callable[[str], None] = _windows_list
