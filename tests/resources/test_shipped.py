"""The list of what a copy is made of, as About shows it."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from pathlib import Path

import pytest

from installer.packaging import sbom
from installer.packaging.layout import Layout
from resources import shipped
from resources.shipped import Component

ROOT = Path(__file__).resolve().parents[2]


def test_a_checkout_tells_the_libraries_that_are_installed() -> None:
    told = {each.name: each for each in shipped.components()}
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert {"sqlalchemy", "reportlab", "pyside6-essentials"} <= set(told)
    assert set(told) <= set(re.findall(r"^([a-z0-9.-]+)==", lock, re.MULTILINE))
    assert told["sqlalchemy"] == Component("sqlalchemy", version("sqlalchemy"), "MIT")
    assert shipped.list_file() is None


def test_a_package_tells_its_own_list(tmp_path: Path) -> None:
    layout = Layout(tmp_path, windows=True)
    for name in ("app/resources/icons/a.svg", "python/python.exe", "lib/one/one.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    parts = [
        sbom.Part("one", "1.2", "MIT OR Apache-2.0", "pkg:pypi/one@1.2", ["lib/one/"]),
        sbom.Part("CPython", "3.11.9", "PSF-2.0", files=["python/"]),
        *sbom.ours("9.9"),
    ]
    sbom.write(layout, "9.9", 0, parts)
    assert shipped.components(layout.app / "resources") == (
        Component("CPython", "3.11.9", "PSF-2.0"),
        Component("Lucide", "", "ISC"),
        Component("one", "1.2", "MIT OR Apache-2.0"),
    )
    assert shipped.list_file(layout.app / "resources") == tmp_path / sbom.FILE


def test_a_spoilt_list_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "app" / "resources").mkdir(parents=True)
    (tmp_path / sbom.FILE).write_text(json.dumps({})[:1], "utf-8")
    with pytest.raises(ValueError, match="Expecting"):
        shipped.components(tmp_path / "app" / "resources")


def test_what_lies_in_resources_has_its_maker_in_the_list() -> None:
    prefixes = [file for part in sbom.ours("9.9") for file in part.files if "resources/" in file]
    assert len(prefixes) > 3
    for prefix in prefixes:
        assert (ROOT / prefix.removeprefix("app/")).exists(), prefix
