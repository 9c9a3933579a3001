"""Whether this session can show a window."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping


def can_show_window(environ: Mapping[str, str] = os.environ) -> bool:
    """True on Windows and macOS, and on Linux where a display really answers."""
    if not sys.platform.startswith("linux"):
        return True
    if environ.get("WAYLAND_DISPLAY"):
        return True
    display = environ.get("DISPLAY")
    return bool(display) and _x_server_answers(str(display))


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
