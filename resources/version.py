"""The version of all that is shipped together: the program, the hub and their data."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.2.0"
