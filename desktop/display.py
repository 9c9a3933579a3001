"""Whether this session can show a window; standard library only, for the set-up asks it too."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path


def can_show_window(environ: Mapping[str, str] = os.environ) -> bool:
    """Return True on Windows and macOS, and on Linux where a display really answers."""
    if not sys.platform.startswith("linux"):
        return True
    wayland = environ.get("WAYLAND_DISPLAY", "")
    if wayland and _wayland_answers(wayland, environ.get("XDG_RUNTIME_DIR", "")):
        return True
    display = environ.get("DISPLAY", "")
    return bool(display) and _x_server_answers(display)


def has_surface(environ: Mapping[str, str] = os.environ) -> bool:
    """Return True where a window can be shown, or Qt was told to draw on something else."""
    platform = environ.get("QT_QPA_PLATFORM", "")
    asks = not platform or platform.startswith(("xcb", "wayland"))
    return not asks or can_show_window(environ)


def _wayland_answers(name: str, runtime: str) -> bool:
    """Ask the compositor named; the name outlives it in a shell that was left open."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asked:
        try:
            asked.connect(str(Path(runtime, name)))
        except OSError:
            return False
    return True


def _x_server_answers(display: str) -> bool:
    """Ask the X server named; a left-over DISPLAY (ssh, sudo, a dead session) does not answer."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # cannot ask yet: the libraries of the window are installed afterwards
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    answers = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return bool(answers)
