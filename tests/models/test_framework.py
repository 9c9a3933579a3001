"""The HETT framework: whole as shipped, refused when broken, open to a centre's own words."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

from desktop.models.framework import FrameworkError, Words, load, parse
from desktop.models.text import normalise


def shipped() -> dict[str, Any]:
    file = files("resources").joinpath("hett", "framework-1.json")
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return data


def test_the_indicators_of_the_four_dimensions() -> None:
    framework = load(1)

    assert [d.code for d in framework.dimensions] == ["H", "E", "T", "D"]
    assert "".join(d.letter for d in framework.dimensions) == "HETT"
    for letter, count in (("H", 14), ("E", 11), ("T", 11), ("D", 12)):
        codes = [indicator.code for indicator in framework.indicators_of(letter)]
        assert codes == [f"{letter}{n}" for n in range(1, count + 1)]


def test_every_level_of_every_indicator_has_words_of_its_own() -> None:
    framework = load(1)
    thai = [level.th for indicator in framework.indicators for level in indicator.levels]
    english = [level.en for indicator in framework.indicators for level in indicator.levels]

    assert len(thai) == len(set(thai)) == 48 * 4
    assert len(english) == len(set(english)) == 48 * 4
    assert all("\n" not in text and normalise(text) == text for text in thai)
    assert all(len(text) <= 90 for text in thai)
    assert all(text.isascii() and len(text) <= 100 for text in english)


def test_sensitive_indicators() -> None:
    marked = {indicator.code for indicator in load(1).indicators if indicator.sensitive}

    assert {"H8", "H9"} <= marked
    assert marked == {"H7", "H8", "H9", "H12", "D7"}


@pytest.mark.parametrize(
    ("code", "age", "asked"),
    [
        ("H6", 5, True),
        ("H6", 6, False),
        ("T7", 14, False),
        ("T7", 15, True),
        ("E1", 68, True),
        ("H6", None, True),
    ],
)
def test_ages(code: str, age: int | None, asked: bool) -> None:
    assert load(1).indicator(code).applies_at(age) is asked
    assert (code in {indicator.code for indicator in load(1).indicators_at(age)}) is asked


def test_labels_in_both_languages() -> None:
    reading = load(1).indicator("E1")

    assert reading.label() == "การอ่านภาษาไทย"
    assert reading.label("en") == "Reading Thai"
    assert reading.wording(1).startswith("จำตัวอักษร")
    assert reading.wording(4, "en").startswith("Reads fluently")
    with pytest.raises(KeyError):
        reading.wording(0)


def test_averages_count_only_what_is_rated() -> None:
    framework = load(1)

    averages = framework.averages({"H1": 2, "H2": 3, "H3": None, "E1": 4, "X9": 1})

    assert averages == {"H": 2.5, "E": 4.0}


def test_a_centre_lays_its_own_words_over() -> None:
    own = load(1).with_overrides(
        dimensions={"D": Words(th="วิถีบ้านเรา")},
        indicators={"D6": Words(th="ของดีบ้านเรา")},
        levels={("D6", 4): Words(th="สอนลูกหลานทอผ้าได้")},
        hidden={"T11"},
    )

    assert own.dimension("D").label() == "วิถีบ้านเรา"
    assert own.dimension("D").label("en") == "Tradition"
    assert own.indicator("D6").label() == "ของดีบ้านเรา"
    assert own.indicator("D6").wording(4) == "สอนลูกหลานทอผ้าได้"
    assert own.indicator("D6").wording(3) == load(1).indicator("D6").wording(3)
    assert "T11" not in {indicator.code for indicator in own.indicators_of("T")}
    assert own.indicator("T11").wording(1)
    assert load(1).dimension("D").label() == "ทักษะชีวิต"


def break_dimension(data: dict[str, Any]) -> None:
    data["indicators"][0]["dimension"] = "Z"


def drop_level(data: dict[str, Any]) -> None:
    data["indicators"][0]["levels"].pop()


def empty_wording(data: dict[str, Any]) -> None:
    data["indicators"][0]["levels"][2]["en"] = ""


def double_code(data: dict[str, Any]) -> None:
    data["indicators"][1]["code"] = data["indicators"][0]["code"]


def unknown_raw(data: dict[str, Any]) -> None:
    data["indicators"][0]["raw"][0]["type"] = "colour"


def unknown_vocabulary(data: dict[str, Any]) -> None:
    data["indicators"][0]["raw"][3]["vocabulary"] = "nowhere"


def ages_swapped(data: dict[str, Any]) -> None:
    data["indicators"][0].update(minimum_age=9, maximum_age=3)


def missing_part(data: dict[str, Any]) -> None:
    del data["indicators"][0]["raw"]


@pytest.mark.parametrize(
    "damage",
    [
        break_dimension,
        drop_level,
        empty_wording,
        double_code,
        unknown_raw,
        unknown_vocabulary,
        ages_swapped,
        missing_part,
    ],
)
def test_a_broken_framework_is_refused(damage: Callable[[dict[str, Any]], None]) -> None:
    data = shipped()
    damage(data)

    with pytest.raises(FrameworkError):
        parse(data)


def test_an_unknown_version_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        load(99)
