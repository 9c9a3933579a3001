"""Where a line of Thai may end: between words, never inside a name, never before a mark."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from resources.words import common_words, place_names

LEADING_VOWELS = "เแโใไ"
_FOLLOWERS = "ะัาำิีึืฺุูๅ็่้๊๋์ํ๎ๆฯ"
_LAO_LEADING, _LAO_FOLLOWING = "ເແໂໃໄ", "ະາຳຽໆ"
_NEVER_FIRST = _FOLLOWERS + "!%),.:;?]}\u00bb\u2019\u201d\u2026\u203a\u2030\u00b0"
_NEVER_LAST = LEADING_VOWELS + "([{\u00ab\u2018\u201c\u2039฿"
_THAI_LETTERS = "ก-ฮะ-ฺเ-ๅ็-๎"
_THAI_RUN = re.compile(f"[{_THAI_LETTERS}]+")
_SILENCED = re.compile("[ก-ฮ][ิุ]?์")
_CLOSED_VOWEL = re.compile("[ัื][่้๊๋]?$")
_SPACES = " \t"
_ZERO_WIDTH_SPACE = "\u200b"

_MONTHS = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม"
    "|พฤศจิกายน|ธันวาคม|ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\."
    "|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\."
)
_NUMBER = "[0-9๐-๙][0-9๐-๙.,/:-]*"
_TOGETHER = (
    re.compile(f"(?:หมู่ที่|หมู่|ม\\.|ข้อ|ครั้งที่|ฉบับที่|เลขที่|วันที่|พ\\.ศ\\.|ค\\.ศ\\.|โทร\\.?) ?{_NUMBER}"),
    re.compile(
        f"{_NUMBER} ?(?:ปี|เดือน|วัน|สัปดาห์|ชั่วโมง|ชม\\.|นาที|น\\.|คน|บาท|กม\\.|กก\\.|กิโลเมตร|ครั้ง|คะแนน"
        "|ไร่|%)"
    ),
    re.compile(f"{_NUMBER} ?(?:{_MONTHS})(?: ?(?:พ\\.ศ\\. ?)?{_NUMBER})?"),
    re.compile(f"(?:{_MONTHS}) ?{_NUMBER}"),
    re.compile(f"{_NUMBER} (?:h|hours|baht|km|kg|years|months)\\b"),
)

_TITLES = frozenset({"เด็กชาย", "เด็กหญิง", "นางสาว"})
_AREA_KINDS = frozenset({"บ้าน", "ตำบล", "อำเภอ", "จังหวัด", "เทศบาลตำบล", "ดอย", "ห้วย"})

_KNOWN_COST = 10
_NAME_COST = 5
_UNKNOWN_COST = 16
_UNKNOWN_LETTER_COST = 9


def may_part(text: str, index: int) -> bool:
    """Say whether writing allows a break before `text[index]`, whatever the words are.

    A mark stays with its letter, a leading vowel with the consonant after it, a silenced
    letter with its syllable, and joined characters (emoji, Burmese stacks) together.
    """
    if not 0 < index < len(text):
        return False
    after, before = text[index], text[index - 1]
    if after in _FOLLOWERS or before in LEADING_VOWELS:
        return False
    if after in _LAO_FOLLOWING or before in _LAO_LEADING:
        return False
    if after < "\u0300":
        return True
    if unicodedata.category(after) in ("Mn", "Mc", "Me") or after == "\u200d":
        return False
    if before in "\u200d\u1039\u17d2\u1a60":  # joiners of emoji, Burmese, Khmer, Lanna
        return False
    if "\U0001f3fb" <= after <= "\U0001f3ff" or (_regional(after) and _regional(before)):
        return False
    if "ก" <= after <= "ฮ":
        if _SILENCED.match(text, index):
            return False
        return not _CLOSED_VOWEL.search(text, max(0, index - 2), index)
    return True


def _regional(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


class LineBreaker:
    """Cuts text into pieces that stay whole on a line; joined again they are the text."""

    def __init__(
        self,
        words: frozenset[str],
        places: frozenset[str] = frozenset(),
        names: Iterable[str] = (),
        beneath: LineBreaker | None = None,
    ) -> None:
        kept = {name.strip() for name in names if len(name.strip()) > 1}
        self._words = words
        self._places = places
        self._kept = tuple(sorted(kept))
        self._phrases = tuple(name for name in self._kept if " " in name)
        self._names = frozenset(part for name in kept for part in name.split() if len(part) > 1)
        self._beneath = beneath
        longest: int = (
            beneath._longest_word if beneath else max(map(len, words | places), default=1)
        )
        self._longest_word: int = longest
        self._longest = max(longest, *map(len, self._names), 1)
        self._cache: dict[str, tuple[str, ...]] = {}

    def keeping(self, names: Iterable[str]) -> LineBreaker:
        """Return a breaker that also keeps these people's and area names whole."""
        kept = (*self._kept, *names)
        return LineBreaker(self._words, self._places, kept, self._beneath or self)

    def pieces(self, text: str) -> tuple[str, ...]:
        """Cut at every allowed break; spaces stay at the end of the piece before the break."""
        if self._beneath and not any(name in text for name in self._names):
            return self._beneath.pieces(text)
        found = self._cache.get(text)
        if found is None:
            if len(self._cache) > 20_000:
                self._cache.clear()
            found = self._cache[text] = self._cut(text)
        return found

    def _cut(self, text: str) -> tuple[str, ...]:
        allowed = self._breaks(text)
        starts = [0, *allowed, len(text)]
        return tuple(text[a:b] for a, b in pairwise(starts) if a < b)

    def _breaks(self, text: str) -> list[int]:
        allowed = {i for i in range(1, len(text)) if _between_kinds(text, i)}
        for run in _THAI_RUN.finditer(text):
            allowed.update(run.start() + i for i in self._word_ends(run.group()))
        for pattern in _TOGETHER:
            for match in pattern.finditer(text):
                allowed.difference_update(range(match.start() + 1, match.end()))
        for phrase in self._phrases:
            start = text.find(phrase)
            while start >= 0:
                allowed.difference_update(range(start + 1, start + len(phrase)))
                start = text.find(phrase, start + 1)
        return sorted(allowed)

    def _word_ends(self, run: str) -> list[int]:
        """Return the breaks inside one stretch of Thai: fewest unknown letters, then fewest words.

        Looks ahead from every letter that a known word may begin with.
        """
        size = len(run)
        parting = [may_part(run, i) for i in range(size)] + [True]
        infinite = 1 << 30
        cost = [infinite] * (size + 1)
        step: list[tuple[int, bool]] = [(size, False)] * (size + 1)
        cost[size] = 0
        for start in range(size - 1, -1, -1):
            if start and not parting[start]:
                continue
            for end in range(start + 1, min(size, start + self._longest) + 1):
                if not parting[end] or cost[end] == infinite:
                    continue
                word = run[start:end]
                if word in self._names:
                    price, known = _NAME_COST, True
                elif word in self._words or word in self._places:
                    price, known = _KNOWN_COST, True
                else:
                    continue
                if price + cost[end] <= cost[start]:
                    cost[start], step[start] = price + cost[end], (end, known)
            end = next(i for i in range(start + 1, size + 1) if parting[i])
            price = _UNKNOWN_COST + _UNKNOWN_LETTER_COST * (end - start)
            if price + cost[end] < cost[start]:
                cost[start], step[start] = price + cost[end], (end, False)
        return self._calm(run, step)

    def _calm(self, run: str, step: list[tuple[int, bool]]) -> list[int]:
        """Follow the cheapest path, joining unknown parts with each other and with crumbs.

        A crumb is a known word of two letters: next to something unknown it is more likely a
        piece of a name than a word. A title stays with its name, บ้าน and ตำบล with theirs.
        """
        parts: list[tuple[int, int, bool]] = []
        start = 0
        while start < len(run):
            end, known = step[start]
            parts.append((start, end, known))
            start = end
        ends: list[int] = []
        for (a, b, known), (c, d, next_known) in pairwise(parts):
            if not known and not next_known:
                continue
            if not known and d - c <= 2 and run[c:d] not in self._names:
                continue
            if not next_known and b - a <= 2 and run[a:b] not in self._names:
                continue
            word, follower = run[a:b], run[c:d]
            if word == "หมู่" and follower.startswith("บ้าน"):
                continue  # หมู่บ้าน is one word, even where the village's whole name follows
            if word in _TITLES or (word in _AREA_KINDS and follower in self._places):
                continue
            ends.append(b)
        return ends


def _between_kinds(text: str, index: int) -> bool:
    """Say whether a line may end before `text[index]`, where no dictionary is needed."""
    before, after = text[index - 1], text[index]
    if before == _ZERO_WIDTH_SPACE:
        return after not in _NEVER_FIRST and after not in _SPACES
    if after in _SPACES or after == _ZERO_WIDTH_SPACE:
        return False
    if before in _SPACES:
        if after in _NEVER_FIRST:
            return False
        held = text[:index].rstrip(_SPACES)
        if held.endswith((" –", " →")):
            return False  # it begins the next line with what it leads to
        return bool(held) and held[-1] not in _NEVER_LAST
    if after in _NEVER_FIRST or before in _NEVER_LAST or not may_part(text, index):
        return False
    if _is_chinese(before) and _is_chinese(after):
        return True
    if after in "([{\u00ab\u2018\u201c":
        return before.isalpha() or before in _FOLLOWERS
    if before in "-/\u2013\u2014":
        return index > 1 and not text[index - 2].isdigit() and after.isalpha()
    if before == "ๆ":
        return after.isalpha()
    return before in ")]}\u00bb\u2019\u201d" and after.isalpha()


def _is_chinese(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


def clusters(text: str) -> list[str]:
    """Cut into the smallest parts that may stand apart: for a word wider than its line."""
    starts = [0, *(i for i in range(1, len(text)) if may_part(text, i)), len(text)]
    return [text[a:b] for a, b in pairwise(starts) if a < b]


@lru_cache(maxsize=1)
def thai_breaker() -> LineBreaker:
    """Return the breaker over the shipped word and place lists (read once)."""
    return LineBreaker(frozenset(common_words()), frozenset(place_names()))
