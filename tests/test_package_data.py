"""What is no Python but is needed to run goes into the installed package."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
_PACKAGES = ("desktop", "sync", "resources")


def _left_out(patterns: dict[str, list[str]]) -> list[str]:
    taken = {
        path
        for package, wanted in patterns.items()
        for pattern in wanted
        for path in (ROOT / package.replace(".", "/")).glob(pattern)
    }
    return [
        path.relative_to(ROOT).as_posix()
        for package in _PACKAGES
        for path in sorted((ROOT / package).rglob("*"))
        if path.is_file()
        and path.suffix not in (".py", ".pyc")
        and "__pycache__" not in path.parts
        and path not in taken
    ]


def _patterns() -> dict[str, list[str]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        found: dict[str, list[str]] = tomllib.load(file)["tool"]["setuptools"]["package-data"]
    return found


def test_every_file_that_the_program_reads_is_packaged() -> None:
    assert _left_out(_patterns()) == []


def test_a_forgotten_file_would_be_noticed() -> None:
    assert "sync/dictionaries/1.zdict" in _left_out({"resources": ["**/*"]})
