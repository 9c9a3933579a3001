"""Keeps an earlier program whole: `python -m tests.end_to_end.older.keep COMMIT STEP`.

To be run for the last commit before each schema step is added; what is kept is never written again.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Final

KEPT: Final = Path(__file__).parent
_OF_SCREENS: Final = (
    "desktop/ui/", "resources/icons/", "resources/translations/", "resources/sample/",
    "resources/brand/",
)  # fmt: skip
_FONTS: Final = "resources/fonts/"


def main(commit: str, step: str) -> None:
    """Write the program of a commit without its screens and its fonts."""
    whole = subprocess.run(
        ["git", "archive", commit, "desktop", "sync", "resources"], check=True, capture_output=True
    ).stdout
    with (
        tarfile.open(fileobj=io.BytesIO(whole)) as given,
        tarfile.open(KEPT / f"{step}.tar.xz", "x:xz") as kept,
    ):
        for member in given.getmembers():
            if member.isfile() and _is_needed(member.name):
                kept.addfile(member, given.extractfile(member))


def _is_needed(name: str) -> bool:
    """Whether a command that prints nothing needs a file: of the fonts only where they lie."""
    if name.startswith(_FONTS):
        return name.endswith(".py")
    return not name.startswith(_OF_SCREENS)


if __name__ == "__main__":
    main(*sys.argv[1:])
