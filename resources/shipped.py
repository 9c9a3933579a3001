"""What this copy is made of: the list that a package carries, or what is installed."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from resources.licences import LIBRARIES

_HERE = Path(__file__).resolve().parent


class Component(NamedTuple):
    """One thing that somebody else made; `version` is empty where it has none of its own."""

    name: str
    version: str
    licence: str


def list_file(resources: Path = _HERE) -> Path | None:
    """The package's list of components (CycloneDX JSON); None where no package was installed."""
    app = resources.parent
    listed = app.parent / "sbom.cdx.json"
    return listed if app.name == "app" and listed.is_file() else None


def components(resources: Path = _HERE) -> tuple[Component, ...]:
    """Everything in this copy, in the order of its names.

    Raises:
        OSError, ValueError: the package's list cannot be read.
    """
    listed = list_file(resources)
    found = _installed() if listed is None else _listed(json.loads(listed.read_text("utf-8")))
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def _listed(bom: dict[str, list[dict[str, object]]]) -> list[Component]:
    return [
        Component(str(each["name"]), str(each.get("version", "")), _licence(each.get("licenses")))
        for each in bom["components"]
        if each["name"] != "tambon-rianru"
    ]


def _licence(told: object) -> str:
    names: list[str] = []
    for each in told if isinstance(told, list) else ():
        licence = each.get("license", {})
        names.append(each.get("expression") or licence.get("id") or licence.get("name", ""))
    return ", ".join(filter(None, names))


def _installed() -> list[Component]:
    found: list[Component] = []
    for licence, names in LIBRARIES:
        for name in names:
            try:
                found.append(Component(name, version(name), licence))
            except PackageNotFoundError:
                continue  # A library of the hub or of another platform.
    return found
