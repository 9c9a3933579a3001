"""Starts the program: the window, or a sub-command without one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; returns the exit code."""
    from desktop.crash_dumps import forbid_crash_dumps
    from sync.own_files import begin_private

    forbid_crash_dumps()
    begin_private()
    given = list(sys.argv[1:] if arguments is None else arguments)
    # The window must stand before the commands' many imports: what opens it is seen at a glance.
    glance = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    glance.add_argument("--data", type=Path, default=None)
    # What a menu entry gives: a file that was opened, or nothing.
    glance.add_argument("--take", type=Path, nargs="?", default=None)
    try:
        known, rest = glance.parse_known_args(given)
    except argparse.ArgumentError:
        rest = given
    else:
        if not rest:
            return _open_window(known.data, known.take)
    from desktop.cli import main as run_commands

    return run_commands(given, _open_window)


def _open_window(folder: Path | None, brought: Path | None = None) -> int:
    from desktop.display import has_surface

    if not has_surface():
        # Qt would end the process with a dump, and not a word that a person can use.
        return _refuse_without_display()
    from desktop.settings import default_folder
    from desktop.ui.starting import run

    return run(folder or default_folder(), brought)


def _refuse_without_display() -> int:
    from desktop.cli.main import prepare_streams
    from desktop.errors import UserError
    from desktop.wording import command_sentence

    prepare_streams()
    print(command_sentence(UserError("no_display")), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
