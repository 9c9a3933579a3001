"""Code lists shipped as data: stable codes, labels, and the spellings that people use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from desktop.models.text import digits, normalise
from resources.words.names import of_newer

# Strokes that people put in, leave out or swap between parts of a label.
_SEPARATORS: Final = re.compile(r"[\s.·,:;/\\()\[\]\"'“”‐-―_-]+")
# Marks that are mistyped or left out; dropped only when the exact key finds nothing.
_TONES: Final = re.compile("[่-์ฺ]")
_FIELDS: Final = frozenset({"code", "th", "en", "aliases", "sensitive", "order"})


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a code list. `extra` holds what only this list needs (ages, limits, maps)."""

    code: str
    th: str
    en: str
    order: int
    aliases: tuple[str, ...] = ()
    sensitive: bool = False
    hidden: bool = False
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def label(self, language: str = "th") -> str:
        """The label in `th` or `en`."""
        return self.en if language == "en" else self.th


@dataclass(frozen=True, slots=True)
class TermOverride:
    """A centre's own words for a term, or a term of its own; None leaves the shipped value."""

    code: str
    th: str | None = None
    en: str | None = None
    order: int | None = None
    hidden: bool | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """A code list in its order, hidden terms included (see `shown`)."""

    name: str
    version: int
    th: str
    en: str
    source: str
    terms: tuple[Term, ...]
    _by_code: Mapping[str, Term] = field(init=False, repr=False, compare=False)
    _by_key: Mapping[str, Term] = field(init=False, repr=False, compare=False)
    _by_loose_key: Mapping[str, Term] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_code = {term.code: term for term in self.terms}
        if len(by_code) != len(self.terms):
            raise ValueError(f"vocabulary {self.name}: a code stands twice")
        by_key: dict[str, Term] = {}
        loose: dict[str, Term | None] = {}
        # Codes and labels are claimed before aliases, so that no alias can hide a label.
        for spellings in (
            [(term, (term.code, term.th, term.en)) for term in self.terms],
            [(term, term.aliases) for term in self.terms],
        ):
            for term, texts in spellings:
                for text in texts:
                    by_key.setdefault(_key(text), term)
        by_key.pop("", None)
        for key, term in by_key.items():
            short = _TONES.sub("", key)
            # Two terms that differ by a tone only must not be guessed between.
            loose[short] = term if loose.get(short, term) is term else None
        object.__setattr__(self, "_by_code", by_code)
        object.__setattr__(self, "_by_key", by_key)
        object.__setattr__(self, "_by_loose_key", {k: t for k, t in loose.items() if t is not None})

    @property
    def shown(self) -> tuple[Term, ...]:
        """The terms that a person may choose from."""
        return tuple(term for term in self.terms if not term.hidden)

    def term(self, code: str) -> Term:
        """The term of a code; raises KeyError."""
        return self._by_code[code]

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def find(self, text: str) -> Term | None:
        """The term that a person means by `text`: a code, a label or a usual spelling, else None.

        Spaces, dots and strokes do not matter, nor Thai or Arabic digits, nor letter case; tone
        marks only when they tell two terms apart.
        """
        key = _key(text)
        if not key:
            return None
        return self._by_key.get(key) or self._by_loose_key.get(_TONES.sub("", key))

    def label(self, code: str, language: str = "th") -> str:
        """The label of a code, "" for none; a code of a newer version is told as one."""
        found = self._by_code.get(code)
        if found is None:
            return of_newer(code, language) if code else ""
        return found.label(language)

    def worded(self, text: str, language: str = "th") -> str:
        """The label where a text is a code of this list, else the text as it was typed."""
        found = self._by_code.get(text)
        return text if found is None else found.label(language)

    def with_overrides(self, overrides: Iterable[TermOverride]) -> Vocabulary:
        """This list with a centre's own labels, order, hidden terms and terms laid over it.

        The shipped labels stay findable as aliases, so that old rosters keep being understood.
        """
        terms = dict(self._by_code)
        for own in overrides:
            old = terms.get(own.code)
            if old is None:
                old = Term(own.code, own.th or own.code, own.en or own.th or own.code, 10_000)
            kept = tuple(text for text in (old.th, old.en, *own.aliases) if text not in old.aliases)
            terms[own.code] = replace(
                old,
                th=own.th or old.th,
                en=own.en or old.en,
                order=old.order if own.order is None else own.order,
                hidden=old.hidden if own.hidden is None else own.hidden,
                aliases=old.aliases + kept,
            )
        # sorted is stable: terms with one order stay as they were.
        return replace(self, terms=tuple(sorted(terms.values(), key=lambda term: term.order)))


def _key(text: str) -> str:
    stripped = _SEPARATORS.sub("", digits(normalise(text))).casefold()
    return stripped or text.strip()


@cache
def all_names() -> tuple[str, ...]:
    """The names of all shipped vocabularies, in alphabetical order."""
    folder = files("resources").joinpath("vocabularies")
    return tuple(
        sorted(
            entry.name.removesuffix(".json")
            for entry in folder.iterdir()
            if entry.name.endswith(".json")
        )
    )


@cache
def load(name: str) -> Vocabulary:
    """A shipped vocabulary, read once; raises KeyError for a name that is not shipped."""
    if name not in all_names():
        raise KeyError(name)
    text = files("resources").joinpath("vocabularies", f"{name}.json").read_text(encoding="utf-8")
    data = json.loads(text)
    terms = tuple(
        Term(
            code=term["code"],
            th=term["th"],
            en=term["en"],
            order=term["order"],
            aliases=tuple(term["aliases"]),
            sensitive=term["sensitive"],
            extra=MappingProxyType({k: v for k, v in term.items() if k not in _FIELDS}),
        )
        for term in data["terms"]
    )
    return Vocabulary(
        name=data["name"],
        version=data["version"],
        th=data["th"],
        en=data["en"],
        source=data["source"],
        terms=tuple(sorted(terms, key=lambda term: term.order)),
    )
