"""Thai text: one normal form, a search key, and a sort key in the order of a Thai dictionary."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from desktop.models.titles import take_title
from resources.words import common_words

_TONES: Final = "่้๊๋"
_MARKS: Final = "ัิีึืฺุู็่้๊๋์ํ๎"

# Old Windows and Mac fonts drew shifted marks from the private use area; copied text keeps them.
_PRIVATE_USE: Final = dict(
    zip(
        range(0xF700, 0xF71B),
        "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู",
        strict=True,
    )
)
_INVISIBLE: Final = dict.fromkeys(
    [
        *range(0x09),
        *range(0x0E, 0x20),
        *range(0x7F, 0xA0),
        0xAD,
        0x180E,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        0xFEFF,
        0xFFFD,
    ]
)
_SPACES: Final = dict.fromkeys(
    [0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "
)
_BREAKS: Final = dict.fromkeys([0x0B, 0x0C, 0x85, 0x2028, 0x2029], "\n")
_CLEAN: Final[dict[int, str | None]] = {**_INVISIBLE, **_SPACES, **_BREAKS, **_PRIVATE_USE}
_CLEAN_ONE: Final = re.compile("[" + "".join(re.escape(chr(code)) for code in _CLEAN) + "]")

# Place within a cluster: below, above, tone, silencer. ฺ before ุ ู is what NFC does too.
_PLACE: Final = {
    **dict.fromkeys("ฺ", 0),
    **dict.fromkeys("ุู", 1),
    **dict.fromkeys("ัิีึื็ํ", 2),
    **dict.fromkeys(_TONES, 3),
    **dict.fromkeys("์๎", 4),
}
_MARK_RUN: Final = re.compile(f"[{_MARKS}]{{2,}}")
_REPEATED: Final = re.compile("([ะัาำิีึืฺุูแโใไๅ็่้๊๋์ํ๎])\\1+")
_NIKHAHIT_AA: Final = re.compile(f"ํ([{_TONES}]*)า")
_AA_NIKHAHIT: Final = re.compile(f"า([{_TONES}]*)ํ")
_TONE_AFTER_AA: Final = re.compile(f"([าำ])([{_TONES}]+)")
_THAI_TROUBLE: Final = re.compile(f"เเ|[{_MARKS}]{{2}}|([ะาำแโใไๅ])\\1|ํ[{_TONES}]*า|[าำ][{_TONES}ํ]")
_SPACE_RUN: Final = re.compile(" {2,}")
_SPACED_BREAK: Final = re.compile(" *\r\n? *| *\n *")

_TO_ASCII_DIGITS: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI_DIGITS: Final = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def _reordered(match: re.Match[str]) -> str:
    return "".join(sorted(match.group(), key=_PLACE.__getitem__))


def _mend_thai(text: str) -> str:
    text = text.replace("เเ", "แ")
    text = _MARK_RUN.sub(_reordered, text)
    text = _REPEATED.sub(r"\1", text)
    text = _NIKHAHIT_AA.sub(r"\1ำ", text)
    text = _AA_NIKHAHIT.sub(r"\1ำ", text)
    return _TONE_AFTER_AA.sub(r"\2\1", text)


@lru_cache(maxsize=65_536)
def normalise(text: str) -> str:
    """The one spelling under which equal words are equal: NFC, Thai marks in order, plain spaces.

    Line breaks stay (as `\\n`); runs of spaces become one, and none stand at either end.
    Applying it twice is the same as once. It never guesses at spelling: see `suspicions`.
    """
    if _CLEAN_ONE.search(text):
        text = text.translate(_CLEAN)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        # Each mending can uncover the next (a repeat closes up, then two marks meet).
        while _THAI_TROUBLE.search(text):
            mended = unicodedata.normalize("NFC", _mend_thai(text))
            if mended == text:
                break
            text = mended
    if "\n" in text or "\r" in text:
        text = _SPACED_BREAK.sub("\n", text)
    if "  " in text:
        text = _SPACE_RUN.sub(" ", text)
    return text.strip(" \n")


def one_line(text: str) -> str:
    """`normalise`, with line breaks turned into spaces: for names, codes and other short fields."""
    normal = normalise(text)
    return " ".join(normal.split()) if "\n" in normal else normal


_OVER_NEXT: Final = re.compile(f"([{_TONES}])(?=[ก-ฮ]\\1[ก-ฮ])|([{_MARKS}]{{2}})(?=[ก-ฮ]\\2)")
_SHORTEST_WORD: Final = 3
_CLASHING: Final = re.compile(f"[{_TONES}][{_TONES}]|[ิีึืั][ิีึืั]|[ุู][ุู]")
_STRAY: Final = re.compile(f"(?:^|[^ก-ฮัิีึืฺุู็่้๊๋์ํ๎])[{_MARKS}]")
_MOJIBAKE: Final = re.compile("à¸|à¹|[¡-ûÀ-ÿ]{4}")
_LEFT_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")


def _begins_word(text: str, place: int) -> bool:
    """Whether a Thai word begins there: แม่|ป่วย, ที่|นี่ have their marks rightly."""
    return any(text.startswith(word, place) for word in _marked_words().get(text[place], ()))


@cache
def _marked_words() -> dict[str, tuple[str, ...]]:
    """Words that begin with a consonant under a mark, by that consonant."""
    found: dict[str, list[str]] = {}
    for word in common_words():
        if len(word) >= _SHORTEST_WORD and word[1] in _MARKS:
            found.setdefault(word[0], []).append(word)
    return {first: tuple(words) for first, words in found.items()}


def suspicions(text: str) -> tuple[str, ...]:
    """Codes of what looks wrong in typed text; for a warning, since no pattern can mend it safely.

    `replacement_character`, `repeated_mark`, `clashing_marks`, `stray_mark`, `wrong_encoding`,
    `private_use`.
    """
    found: list[str] = []
    if "\ufffd" in text:
        found.append("replacement_character")
    normal = normalise(text)
    if any(not _begins_word(normal, over.end()) for over in _OVER_NEXT.finditer(normal)):
        found.append("repeated_mark")
    if _CLASHING.search(normal):
        found.append("clashing_marks")
    if _STRAY.search(normal):
        found.append("stray_mark")
    if _MOJIBAKE.search(normal):
        found.append("wrong_encoding")
    if _LEFT_PRIVATE.search(normal):
        found.append("private_use")
    return tuple(found)


def digits(text: str) -> str:
    """The text with Thai digits written as 0-9."""
    return text.translate(_TO_ASCII_DIGITS)


def thai_digits(text: str) -> str:
    """The text with 0-9 written as Thai digits."""
    return text.translate(_TO_THAI_DIGITS)


_NOT_SEARCHED: Final = dict.fromkeys(map(ord, "่้๊๋็์ฺ. \n"))


@lru_cache(maxsize=65_536)
def search_key(text: str) -> str:
    """What is compared when people search: no tones, ็ ์ ฺ, spaces, dots or leading title.

    Digits are ASCII, letters lower case. A text that is nothing but a title keeps it.
    """
    normal = one_line(text)
    _title, rest = take_title(normal)
    return digits((rest or normal).translate(_NOT_SEARCHED)).lower()


_LEADING_VOWEL: Final = re.compile("([เ-ไ])([ก-ฮ])")
_DIGIT_RUN: Final = re.compile("[0-9]+")
# ICU's order of the marks that only break ties.
_SECONDARY: Final = {mark: chr(0x21 + place) for place, mark in enumerate("๎์็่้๊๋")}
_PLAIN: Final = "\x20"
# ํ stands right after ฮ, ฺ after every vowel; ๅ is another shape of า.
_PRIMARY: Final = {"ํ": "ฯ", "ฺ": "๿", "ๅ": "า"}
_AFTER_THAI: Final = "\u0e80"  # the letters of every other script follow those of Thai
_SECTION: Final = "\x01"
_LONGEST_NUMBER: Final = 45


def _number(match: re.Match[str]) -> str:
    number = match.group().lstrip("0") or "0"
    pieces = (
        number[start : start + _LONGEST_NUMBER] for start in range(0, len(number), _LONGEST_NUMBER)
    )
    return "".join(chr(0x30 + len(piece)) + piece for piece in pieces)


@lru_cache(maxsize=65_536)
def sort_key(text: str) -> str:
    """A text whose code point (and SQLite BINARY) order is the ICU order for Thai, numbers by size.

    Three sections, each only looked at when those before are equal: letters and numbers,
    with a leading vowel after its consonant and punctuation left out; tone and silencer marks
    by place; the normal text itself, small letters before capitals.
    """
    normal = one_line(text)
    swapped = _LEADING_VOWEL.sub(r"\2\1", digits(normal))
    if not swapped.isascii():
        swapped = "".join(
            letter if "\u0e00" <= letter <= "\u0e7f" else unicodedata.normalize("NFKD", letter)
            for letter in swapped
        )
    primary: list[str] = []
    secondary: list[str] = []
    for letter in swapped:
        mark = _SECONDARY.get(letter)
        if mark is not None:
            secondary.append(mark)
            continue
        kind = unicodedata.category(letter)
        if letter in "ฯๆ" or kind[0] in "PZC":
            continue
        if kind == "Mn" and not "\u0e00" <= letter <= "\u0e7f":
            secondary.append("\x30")
            continue
        secondary.append(_PLAIN)
        if kind[0] == "S":
            primary.append("!" + letter)
        elif "\u0e00" <= letter <= "\u0e7f" or kind == "Nd":
            primary.append(_PRIMARY.get(letter, letter))
        else:
            primary.append(_AFTER_THAI + letter.lower())
    return _SECTION.join(
        (
            _DIGIT_RUN.sub(_number, "".join(primary)),
            "".join(secondary).rstrip(_PLAIN),
            normal.swapcase(),
        )
    )


@dataclass(frozen=True, slots=True)
class ThaiText:
    """A text as it was typed, with what is made from it for comparing, searching and sorting."""

    typed: str
    normal: str
    search: str
    sort: str

    @classmethod
    def of(cls, typed: str) -> ThaiText:
        """Make the three derived forms of a typed text."""
        return cls(typed, normalise(typed), search_key(typed), sort_key(typed))
