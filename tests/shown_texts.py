"""All Thai that the program shows: on screens, papers, lists, in commands and errors."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
THAI = re.compile("[ก-๎]")

OTHERS = {
    f"desktop/{name}.py"
    for name in (
        *("exchange/headers", "exchange/name_cells", "exchange/heading_rows", "exchange/rows"),
        *("exchange/skipping", "models/dates", "models/text", "reports/line_breaking"),
        "keys/passcodes",
    )
}
"""Modules whose words are those that other people write, to be read."""


@cache
def shown() -> tuple[str, ...]:
    """Return each text once, in order; gaps to fill stand in them as written."""
    found: set[str] = set()
    resources = ROOT / "resources"
    for file in resources.glob("translations/**/*.ts"):
        found |= {each.text or "" for each in ElementTree.parse(file).iter("source")}
    for folder in ("words", "vocabularies", "hett"):
        for file in (resources / folder).rglob("*.json"):
            found.update(_strings(json.loads(file.read_text("utf-8"))))
    for file in (ROOT / "desktop").rglob("*.py"):
        if file.relative_to(ROOT).as_posix() not in OTHERS:
            found.update(_constants(file.read_text("utf-8")))
    return tuple(sorted(each for each in found if THAI.search(each)))


def _strings(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for key, each in told.items():
            if key != "aliases":
                yield from _strings(each)
    elif isinstance(told, list):
        for each in told:
            yield from _strings(each)


def _constants(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
