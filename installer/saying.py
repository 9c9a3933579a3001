"""What the set-up says: each sentence in Thai, then in English."""

from __future__ import annotations

import io
import sys


class SetupError(Exception):
    """Set-up cannot go on; carries the sentences that tell the person what to do."""

    def __init__(self, thai: str, english: str) -> None:
        super().__init__(f"{thai}\n{english}")
        self.thai = thai
        self.english = english


def prepare_streams() -> None:
    """Let Thai through to any terminal or file; what one cannot show becomes `?`, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace", line_buffering=True)


def say(thai: str, english: str) -> None:
    """One thing, both languages, on stdout."""
    print(thai)
    print(f"  {english}")


def complain(error: SetupError) -> None:
    """Why set-up stopped and what to do, on stderr."""
    print(error.thai, file=sys.stderr)
    print(error.english, file=sys.stderr)
