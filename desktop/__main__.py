"""Starts the program: the window, or a sub-command without one."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from desktop.cli import main as run_commands


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; returns the exit code."""
    return run_commands(arguments)


if __name__ == "__main__":
    sys.exit(main())
