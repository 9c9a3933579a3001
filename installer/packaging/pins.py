"""The pinned parts that no lock of Python libraries holds."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).with_name("pins.toml")


@dataclass(frozen=True)
class Pin:
    """One pinned file.

    `project` and `release` name it to pip, `source` names it to apt; `member` is what is taken out
    of it; `version` and `licence` are those of what it carries.
    """

    file: str
    sha256: str
    project: str = ""
    release: str = ""
    source: str = ""
    member: str = ""
    member_sha256: str = ""
    version: str = ""
    licence: str = ""


def pins() -> dict[str, Pin]:
    """Return every pinned part by its name in `pins.toml`."""
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: Pin(**fields) for name, fields in read.items()}
