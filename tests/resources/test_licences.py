"""Whose work is shipped: the page that tells it, NOTICE, and the lock agree."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from resources.licences import LIBRARIES, WORKS

ROOT = Path(__file__).resolve().parents[2]
CARRIED = ("Qt", "SQLCipher", "OpenSSL", "libheif", "libde265")
"""What libraries have inside."""


def _names(table: tuple[tuple[str, tuple[str, ...]], ...]) -> list[str]:
    return [name for _licence, names in table for name in names]


def test_every_library_that_runs_is_told_once() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert sorted(_names(LIBRARIES)) == sorted(re.findall(r"^([a-z0-9.-]+)==", lock, re.MULTILINE))


def test_the_decision_names_what_is_needed_to_run() -> None:
    decision = (ROOT / "docs" / "decisions" / "0002-licence.md").read_text("utf-8")
    table = decision.partition("Needed to run:")[2].partition("Needed to work")[0]
    told = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", table))
    assert set(_names(LIBRARIES)) <= told


def test_what_lies_in_resources_is_told_as_in_the_notice() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    bundled = [name for name in _names(WORKS) if name not in CARRIED]
    assert bundled
    for name in bundled:
        assert name.partition(" (")[0] in notice, name


def test_licence_and_notice_go_into_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license-files"] == ["LICENSE", "NOTICE"]
    assert all((ROOT / name).is_file() for name in project["license-files"])
