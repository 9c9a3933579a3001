"""The HETT framework: dimensions, indicators, raw values and the wording of each level."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final, TypeVar

from desktop.models.vocabulary import all_names

RAW_TYPES: Final = ("choice", "number", "text", "list", "yes_no", "date")
LEVELS: Final = (1, 2, 3, 4)


class FrameworkError(ValueError):
    """A framework file that cannot be used; the message names the place."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a raw value."""

    code: str
    th: str
    en: str

    def label(self, language: str = "th") -> str:
        """The label in `th` or `en`."""
        return self.en if language == "en" else self.th


@dataclass(frozen=True, slots=True)
class RawField:
    """One raw value kept beside the level, under `key` in a rating's `raw`.

    A `choice` has `options`, or the name of a `vocabulary`; `many` allows several. A `number` has
    a unit and bounds (None: open) and is shown with `decimals` places.
    """

    key: str
    type: str
    th: str
    en: str
    options: tuple[Option, ...] = ()
    vocabulary: str | None = None
    many: bool = False
    unit_th: str = ""
    unit_en: str = ""
    minimum: float | None = None
    maximum: float | None = None
    decimals: int = 0

    def label(self, language: str = "th") -> str:
        """The label in `th` or `en`."""
        return self.en if language == "en" else self.th

    def unit(self, language: str = "th") -> str:
        """The unit in `th` or `en`, "" without one."""
        return self.unit_en if language == "en" else self.unit_th


@dataclass(frozen=True, slots=True)
class LevelWording:
    """What can be seen in a person at one level (1-4) of one indicator."""

    level: int
    th: str
    en: str

    def text(self, language: str = "th") -> str:
        """The wording in `th` or `en`."""
        return self.en if language == "en" else self.th


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. Ages are complete years, both ends included; None is open."""

    code: str
    dimension: str
    th: str
    en: str
    order: int
    sensitive: bool
    minimum_age: int | None
    maximum_age: int | None
    key_skills: tuple[str, ...]
    help_th: str
    help_en: str
    raw: tuple[RawField, ...]
    levels: tuple[LevelWording, ...]
    hidden: bool = False

    def label(self, language: str = "th") -> str:
        """The name in `th` or `en`."""
        return self.en if language == "en" else self.th

    def help(self, language: str = "th") -> str:
        """What the assessor should know, "" when nothing."""
        return self.help_en if language == "en" else self.help_th

    def wording(self, level: int, language: str = "th") -> str:
        """The wording of a level 1-4; raises KeyError for another."""
        if level not in LEVELS:
            raise KeyError(level)
        return self.levels[level - 1].text(language)

    def applies_at(self, age: int | None) -> bool:
        """Whether the indicator is asked at this age; an unknown age is asked everything."""
        if age is None:
            return True
        return (self.minimum_age is None or age >= self.minimum_age) and (
            self.maximum_age is None or age <= self.maximum_age
        )


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of the four dimensions. `letter` is what stands in the word HETT, `code` is unique."""

    code: str
    letter: str
    th: str
    en: str
    order: int
    about_th: str
    about_en: str

    def label(self, language: str = "th") -> str:
        """The name in `th` or `en`."""
        return self.en if language == "en" else self.th


_Coded = TypeVar("_Coded", Dimension, Indicator)


@dataclass(frozen=True, slots=True)
class Words:
    """A centre's own words; None leaves the shipped ones."""

    th: str | None = None
    en: str | None = None


@dataclass(frozen=True, slots=True)
class Framework:
    """A version of the framework, in its order; hidden indicators are still in it."""

    name: str
    version: int
    th: str
    en: str
    source: str
    dimensions: tuple[Dimension, ...]
    indicators: tuple[Indicator, ...]

    def dimension(self, code: str) -> Dimension:
        """A dimension by code; raises KeyError."""
        return _only(self.dimensions, code)

    def indicator(self, code: str) -> Indicator:
        """An indicator by code; raises KeyError."""
        return _only(self.indicators, code)

    def indicators_of(self, dimension: str) -> tuple[Indicator, ...]:
        """The indicators in use of a dimension."""
        return tuple(i for i in self.indicators if i.dimension == dimension and not i.hidden)

    def indicators_at(self, age: int | None) -> tuple[Indicator, ...]:
        """The indicators in use for a person of this age."""
        return tuple(i for i in self.indicators if i.applies_at(age) and not i.hidden)

    def averages(self, levels: Mapping[str, int | None]) -> dict[str, float]:
        """The mean level of each dimension by code, from the level (1-4) of each indicator.

        None and unknown indicators do not count; a dimension with nothing rated is left out, never
        shown as nought.
        """
        found: dict[str, list[int]] = {}
        for indicator in self.indicators:
            level = levels.get(indicator.code)
            if level is not None:
                found.setdefault(indicator.dimension, []).append(level)
        return {
            dimension.code: sum(rated) / len(rated)
            for dimension in self.dimensions
            if (rated := found.get(dimension.code))
        }

    def with_overrides(
        self,
        *,
        dimensions: Mapping[str, Words] | None = None,
        indicators: Mapping[str, Words] | None = None,
        levels: Mapping[tuple[str, int], Words] | None = None,
        hidden: Collection[str] = (),
        added: Iterable[Indicator] = (),
    ) -> Framework:
        """This framework with a centre's own words, hidden indicators and added ones.

        Raises FrameworkError when an added indicator is not whole.
        """
        nothing = Words()

        def own(indicator: Indicator) -> Indicator:
            name = (indicators or {}).get(indicator.code, nothing)
            wordings = tuple(
                replace(shipped, th=word.th or shipped.th, en=word.en or shipped.en)
                for shipped in indicator.levels
                for word in [(levels or {}).get((indicator.code, shipped.level), nothing)]
            )
            return replace(
                indicator,
                th=name.th or indicator.th,
                en=name.en or indicator.en,
                levels=wordings,
                hidden=indicator.hidden or indicator.code in hidden,
            )

        made = replace(
            self,
            dimensions=tuple(
                replace(shipped, th=word.th or shipped.th, en=word.en or shipped.en)
                for shipped in self.dimensions
                for word in [(dimensions or {}).get(shipped.code, nothing)]
            ),
            indicators=tuple(own(indicator) for indicator in (*self.indicators, *added)),
        )
        check(made)
        return made


def _only(entries: tuple[_Coded, ...], code: str) -> _Coded:
    for entry in entries:
        if entry.code == code:
            return entry
    raise KeyError(code)


@cache
def load(version: int = 1) -> Framework:
    """A shipped framework, read once; raises KeyError for a version that is not shipped."""
    file = files("resources").joinpath("hett", f"framework-{version}.json")
    if not file.is_file():
        raise KeyError(version)
    return parse(json.loads(file.read_text(encoding="utf-8")))


def parse(data: Mapping[str, Any]) -> Framework:
    """A framework from its data, checked; raises FrameworkError."""
    try:
        made = Framework(
            name=data["name"],
            version=data["version"],
            th=data["th"],
            en=data["en"],
            source=data["source"],
            dimensions=tuple(Dimension(**entry) for entry in data["dimensions"]),
            indicators=tuple(_indicator(entry) for entry in data["indicators"]),
        )
    except (KeyError, TypeError) as error:
        raise FrameworkError(f"not a framework: {error}") from error
    check(made)
    return made


def _indicator(entry: Mapping[str, Any]) -> Indicator:
    made = dict(entry)
    made["key_skills"] = tuple(entry["key_skills"])
    made["raw"] = tuple(_raw(field) for field in entry["raw"])
    made["levels"] = tuple(LevelWording(**level) for level in entry["levels"])
    return Indicator(**made)


def _raw(entry: Mapping[str, Any]) -> RawField:
    made = dict(entry)
    made["options"] = tuple(Option(**option) for option in entry.get("options", ()))
    return RawField(**made)


def check(framework: Framework) -> None:
    """Raise FrameworkError unless codes are unique, wordings whole, raw values described."""
    dimensions = {dimension.code for dimension in framework.dimensions}
    codes = [indicator.code for indicator in framework.indicators]
    if len(dimensions) != len(framework.dimensions) or len(set(codes)) != len(codes):
        raise FrameworkError("a code stands twice")
    for indicator in framework.indicators:
        where = indicator.code
        if indicator.dimension not in dimensions:
            raise FrameworkError(f"{where}: unknown dimension {indicator.dimension}")
        if tuple(wording.level for wording in indicator.levels) != LEVELS:
            raise FrameworkError(f"{where}: levels must be 1, 2, 3, 4")
        if not all(wording.th and wording.en for wording in indicator.levels):
            raise FrameworkError(f"{where}: a level has no wording")
        low, high = indicator.minimum_age, indicator.maximum_age
        if low is not None and high is not None and low > high:
            raise FrameworkError(f"{where}: ages are the wrong way round")
        _check_raw(where, indicator.raw)


def _check_raw(where: str, raw: tuple[RawField, ...]) -> None:
    if not raw or len({field.key for field in raw}) != len(raw):
        raise FrameworkError(f"{where}: raw values need keys of their own")
    for field in raw:
        place = f"{where}.{field.key}"
        if field.type not in RAW_TYPES:
            raise FrameworkError(f"{place}: unknown type {field.type}")
        if (field.type == "choice") != bool(field.options or field.vocabulary):
            raise FrameworkError(f"{place}: a choice, and only a choice, has options")
        if field.vocabulary is not None and field.vocabulary not in all_names():
            raise FrameworkError(f"{place}: unknown vocabulary {field.vocabulary}")
