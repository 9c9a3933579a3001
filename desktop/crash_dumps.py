"""No memory of a crashed program on the disk: it holds the key and people's names."""

from __future__ import annotations

import contextlib
import ctypes
import sys
from typing import Any, Final

_NO_FAULT_BOX: Final = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX
_SET_DUMPABLE: Final = 4


def forbid_crash_dumps() -> None:
    """Ask the system to write no dump of this process; what it does not know is passed over.

    On Linux this also keeps other programs of the same user from reading the memory.
    """
    if sys.platform == "win32":
        windows: Any = ctypes.windll
        windows.kernel32.SetErrorMode(windows.kernel32.GetErrorMode() | _NO_FAULT_BOX)
        # WER writes its own dumps apart from the box.
        with contextlib.suppress(AttributeError, OSError):
            windows.wer.WerAddExcludedApplication(sys.executable, False)
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # A dump handed to a collector through a pipe passes by the limit; this does not.
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
