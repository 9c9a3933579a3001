"""Titles before Thai names: canonical forms, short forms, and where a title ends and a name begins.

Works on text that is already normalised. It sits below `text` and `names`, which both need it.
"""

from __future__ import annotations

import re
from typing import Final

# Short form -> what it stands for. A woman's has หญิง after either, an officer on trial ว่าที่ before.
_RANKS: Final[dict[str, str]] = {
    "ส.ต.": "สิบตรี",
    "ส.ท.": "สิบโท",
    "ส.อ.": "สิบเอก",
    "จ.ส.ต.": "จ่าสิบตรี",
    "จ.ส.ท.": "จ่าสิบโท",
    "จ.ส.อ.": "จ่าสิบเอก",
    "จ.ต.": "จ่าตรี",
    "จ.ท.": "จ่าโท",
    "จ.อ.": "จ่าเอก",
    "พ.จ.ต.": "พันจ่าตรี",
    "พ.จ.ท.": "พันจ่าโท",
    "พ.จ.อ.": "พันจ่าเอก",
    "พ.อ.ต.": "พันจ่าอากาศตรี",
    "พ.อ.ท.": "พันจ่าอากาศโท",
    "พ.อ.อ.": "พันจ่าอากาศเอก",
    "ส.ต.ต.": "สิบตำรวจตรี",
    "ส.ต.ท.": "สิบตำรวจโท",
    "ส.ต.อ.": "สิบตำรวจเอก",
    "ด.ต.": "ดาบตำรวจ",
}
_OFFICERS: Final[dict[str, str]] = {
    "ร.ต.": "ร้อยตรี",
    "ร.ท.": "ร้อยโท",
    "ร.อ.": "ร้อยเอก",
    "ร.ต.ต.": "ร้อยตำรวจตรี",
    "ร.ต.ท.": "ร้อยตำรวจโท",
    "ร.ต.อ.": "ร้อยตำรวจเอก",
    "พ.ต.": "พันตรี",
    "พ.ท.": "พันโท",
    "พ.อ.": "พันเอก",
    "พ.ต.ต.": "พันตำรวจตรี",
    "พ.ต.ท.": "พันตำรวจโท",
    "พ.ต.อ.": "พันตำรวจเอก",
}
_WOMAN: Final = "หญิง"
_ACTING: Final = "ว่าที่ "


def _ranks() -> dict[str, tuple[str, ...]]:
    found = {short: (long,) for short, long in (_RANKS | _OFFICERS).items()}
    for short, long in _OFFICERS.items():
        found[_ACTING + short] = (_ACTING + long,)
    women = {
        short + _WOMAN: tuple(long + _WOMAN for long in others) for short, others in found.items()
    }
    return found | women


# Canonical form -> the other spellings met in rosters. Dots and the spaces after them are optional
# when matching (see `_pattern`), so only one dotted form is listed.
TITLES: Final[dict[str, tuple[str, ...]]] = {
    "เด็กชาย": ("ด.ช.", "ด.ช", "เด็ก ชาย"),
    "เด็กหญิง": ("ด.ญ.", "ด.ญ", "เด็ก หญิง"),
    "นาย": ("Mr.",),
    "นาง": ("Mrs.",),
    "นางสาว": ("น.ส.", "นาง สาว", "Miss", "Ms."),
    "พระ": (),
    "พระครู": (),
    "พระมหา": (),
    "พระอธิการ": (),
    "สามเณร": ("ส.ณ.", "เณร"),
    "แม่ชี": (),
    "คุณ": (),
    "ดร.": ("Dr.",),
    "ผศ.": ("ผศ.ดร.",),
    "รศ.": ("รศ.ดร.",),
    "ศ.": ("ศ.ดร.",),
    "ม.ร.ว.": ("หม่อมราชวงศ์",),
    "ม.ล.": ("หม่อมหลวง",),
    "พลทหาร": ("พลฯ",),
    **_ranks(),
}

# Given names that only look like title + name. A person called นางนวล keeps her name.
GIVEN_LIKE_TITLES: Final[frozenset[str]] = frozenset(
    {"นางนวล", "นางแย้ม", "นายก", "นายนต์", "พระพาย", "พระจันทร์", "พระนาย", "พระลักษณ์", "คุณธรรม"}
)
# Titles that are also common first syllables of names: they count only with a space after them.
_NEEDS_SPACE: Final[frozenset[str]] = frozenset({"คุณ", "เณร", "พระ"})
# Two letters that are a name too (พอ, นท): a rank before a name only with a dot.
_NEEDS_DOT: Final[frozenset[str]] = frozenset(
    short for short in (*_RANKS, *_OFFICERS) if short.count(".") == 2
)
# What may follow a joined title: a consonant or a leading vowel, never a vowel or mark that
# belongs to the letter before it (นายิกา, สาวิตรี).
_NAME_START: Final = re.compile(r"[ก-ฮเ-ไA-Za-z]")
_SYLLABLE: Final = re.compile(r"[ก-ฮ]์|[ก-ฮ](?:\s|$)")


def _pattern(spelling: str) -> str:
    if spelling.endswith(_WOMAN) and spelling != "เด็กหญิง":
        rank = _pattern(spelling.removesuffix(_WOMAN).rstrip("."))
        return rf"{rank}\.?\s*{_WOMAN}"
    if "." not in spelling:
        return re.escape(spelling).replace(r"\ ", r"\s*")
    letters = [part for part in re.split(r"[.\s]+", spelling) if part]
    return r"\.?\s*".join(re.escape(part) for part in letters) + (
        r"(?:\.|(?=\s|$))" if spelling.endswith(".") else ""
    )


_SPELLINGS: Final[list[tuple[str, str, re.Pattern[str]]]] = sorted(
    (
        (spelling, canonical, re.compile(_pattern(spelling), re.IGNORECASE))
        for canonical, others in TITLES.items()
        for spelling in (canonical, *others)
    ),
    key=lambda entry: -len(entry[0]),
)
_BY_FIRST: Final[dict[str, list[tuple[str, str, re.Pattern[str]]]]] = {}
for _entry in _SPELLINGS:
    for _first in {_entry[0][0].lower(), _entry[0][0].upper()}:
        _BY_FIRST.setdefault(_first, []).append(_entry)


def canonical_title(text: str) -> str | None:
    """The canonical form when the whole of `text` is one known title, else None."""
    stripped = text.strip()
    for _spelling, canonical, pattern in _BY_FIRST.get(stripped[:1], ()):
        if pattern.fullmatch(stripped):
            return canonical
    return None


def take_title(text: str) -> tuple[str, str]:
    """Split a leading title from a normalised name: (canonical title or "", the rest).

    The longest title wins, and a given name that only begins with the letters of one stays whole.
    """
    first_word = text.split(" ", 1)[0]
    if first_word in GIVEN_LIKE_TITLES:
        return "", text
    for spelling, canonical, pattern in _BY_FIRST.get(text[:1], ()):
        match = pattern.match(text)
        if match is None:
            continue
        if spelling in _NEEDS_DOT and "." not in match.group():
            continue
        rest = text[match.end() :]
        if not rest.strip(" -"):
            return canonical, ""
        # "นาง สาว ใจดี" may be a woman called สาว; with a surname besides it is the title.
        if " " in match.group() and canonical == "นางสาว" and " " not in rest.strip():
            continue
        joined = not rest[0].isspace()
        rest = rest.lstrip()
        if joined and not match.group().endswith("."):
            if spelling in _NEEDS_SPACE or spelling[0].isascii() or spelling == "พลฯ":
                continue
            if not _NAME_START.match(rest) or _SYLLABLE.match(rest):
                continue
        return canonical, rest
    return "", text
