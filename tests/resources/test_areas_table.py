"""The committed area table is what its script writes."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

import pytest

from resources.areas.make_areas import TABLE, TAKEN_ON, make


def test_the_table_is_what_the_script_makes() -> None:
    text = TABLE.read_text(encoding="utf-8")
    table_version = text.split(maxsplit=3)[2].rstrip(",")
    try:
        installed = version("geothai")
    except PackageNotFoundError:
        pytest.skip("geothai is not installed")
    if installed != table_version:
        pytest.skip(f"the table was made from geothai {table_version}, here is {installed}")

    assert make(installed, TAKEN_ON) == text
