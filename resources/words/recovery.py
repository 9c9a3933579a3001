"""A secret as eighteen Thai words that tell which one was misread, and as three-figure numbers.

The laptop and the hub both speak it, and neither knows the other.

512 everyday words, 9 bits each: fifteen carry the secret (128 bits and the number of the scheme),
three are Reed-Solomon check words over GF(512). One wrong word is found and named wherever it
stands, two unreadable ones can be told from the others, and two changed places are noticed. No
two words of the list lie within one slip of the hand of each other, tone marks left out, so most
slips are seen at the word itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from resources.words import recovery_words

COUNT: Final = 18
SECRET_BYTES: Final = 16
_DATA: Final = 15
_CHECKS: Final = COUNT - _DATA
_SCHEME: Final = 1
_SPARE_BITS: Final = _DATA * 9 - SECRET_BYTES * 8
_POLYNOMIAL: Final = 0b1000010001  # x^9 + x^4 + 1, primitive
_ORDER: Final = 511
_MARK: Final = "TAMBON-RIANRU"
# A short word of two slips could be any word.
_LONG: Final = 5
_UNSOUNDED = re.compile("[\u0e47-\u0e4e]")
_FIGURES = re.compile("[0-9]{3}")


class WrongWords(ValueError):  # noqa: N818 - says what is wrong, not that something is
    """The words stand for no secret: a code and its values, as `secret_of` says."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True)
class ReadWord:
    """One word as it was typed: `index` in the list, None when it is none of them."""

    typed: str
    index: int | None


def words_of(secret: bytes) -> tuple[str, ...]:
    """Return the eighteen words of a secret of 16 bytes."""
    known = recovery_words()
    return tuple(known[index] for index in _indexes(secret))


def code_of(words: Sequence[str]) -> str:
    """Return the words as numbers, for the QR code and any keyboard: `TAMBON-RIANRU 1 043 …`."""
    places = _places()
    return " ".join([_MARK, str(_SCHEME), *(f"{places[_bare(word)]:03d}" for word in words)])


def read(text: str) -> tuple[ReadWord, ...]:
    """Return the words that stand in a text; three figures stand for a word as well.

    Numbers before words (`1.`), commas and the mark of the QR code are passed over. Words written
    without a space between them are parted.
    """
    found: list[ReadWord] = []
    places = _places()
    folded = "".join(
        str(unicodedata.digit(letter)) if letter.isdigit() else letter
        for letter in unicodedata.normalize("NFC", text).replace("ํา", "ำ")
    )
    for token in re.split(r"[\s,.;:·()|]+", folded.replace("\u200b", " ")):
        if not token or token.upper() == _MARK or re.fullmatch("[0-9]{1,2}", token):
            continue
        if _FIGURES.fullmatch(token):
            number = int(token)
            found.append(ReadWord(token, number if number < len(places) else None))
            continue
        bare = _bare(token)
        if bare in places:
            found.append(ReadWord(token, places[bare]))
            continue
        parts = _parted(bare)
        found += [ReadWord(part, places[part]) for part in parts] or [ReadWord(token, None)]
    return tuple(found)


def secret_of(text: str) -> bytes:
    """Return the secret that the words in a text stand for.

    Raises:
        WrongWords: `recovery_words_count` (`given`, `wanted`); `recovery_word_wrong` (`number` from
            1, `word`, `likely` the one it should be, or ""); `recovery_words_wrong` when more than
            one is wrong.
    """
    words = read(text)
    unknown = [at for at, word in enumerate(words) if word.index is None]
    if len(words) != COUNT:
        raise WrongWords("recovery_words_count", given=len(words), wanted=COUNT)
    given = [word.index or 0 for word in words]
    whole = _mended(given, unknown)
    if whole is None:
        if unknown:
            raise _wrong(words, unknown[0], likely_word(words[unknown[0]].typed))
        raise WrongWords("recovery_words_wrong")
    for at, index in enumerate(whole):
        if index != words[at].index:
            raise _wrong(words, at, recovery_words()[index])
    bits = 0
    for index in whole[:_DATA]:
        bits = bits << 9 | index
    if bits & ((1 << _SPARE_BITS) - 1) != _SCHEME:
        raise WrongWords("recovery_words_wrong")
    return (bits >> _SPARE_BITS).to_bytes(SECRET_BYTES, "big")


def likely_word(typed: str) -> str:
    """Return the only word within a slip of what was typed (two in a long one), else ""."""
    bare = _bare(typed)
    near = sorted((_slips(bare, known), known) for known in _places())[:2]
    if near[0][0] > (2 if len(bare) >= _LONG else 1) or near[0][0] == near[1][0]:
        return ""
    return recovery_words()[_places()[near[0][1]]]


def looks_like_words(text: str) -> bool:
    """Tell whether a text is meant as recovery words: passcodes are never that long."""
    return len(read(text)) >= _DATA


def _wrong(words: Sequence[ReadWord], at: int, likely: str) -> WrongWords:
    return WrongWords("recovery_word_wrong", number=at + 1, word=words[at].typed, likely=likely)


def _indexes(secret: bytes) -> list[int]:
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery secret is 16 bytes")
    bits = int.from_bytes(secret, "big") << _SPARE_BITS | _SCHEME
    data = [bits >> 9 * (_DATA - 1 - at) & 511 for at in range(_DATA)]
    return data + _checks(data)


# Reed-Solomon: the words are the coefficients of a polynomial with zeros at 1, a and a squared.


@cache
def _tables() -> tuple[list[int], list[int]]:
    powers, logarithms, value = [0] * (2 * _ORDER), [0] * (_ORDER + 1), 1
    for exponent in range(_ORDER):
        powers[exponent] = powers[exponent + _ORDER] = value
        logarithms[value] = exponent
        value <<= 1
        if value > _ORDER:
            value ^= _POLYNOMIAL
    return powers, logarithms


def _times(one: int, other: int) -> int:
    powers, logarithms = _tables()
    return powers[logarithms[one] + logarithms[other]] if one and other else 0


def _over(one: int, other: int) -> int:
    powers, logarithms = _tables()
    return powers[(logarithms[one] - logarithms[other]) % _ORDER] if one else 0


def _power(exponent: int) -> int:
    return _tables()[0][exponent % _ORDER]


def _checks(data: Sequence[int]) -> list[int]:
    divisor = [1]
    for zero in range(_CHECKS):
        shifted = [*divisor, 0]
        for at, factor in enumerate(divisor):
            shifted[at + 1] ^= _times(factor, _power(zero))
        divisor = shifted
    rest = [*data, *([0] * _CHECKS)]
    for at in range(len(data)):
        lead = rest[at]
        for step, factor in enumerate(divisor):
            rest[at + step] ^= _times(lead, factor)
    return rest[len(data) :]


def _syndromes(words: Sequence[int]) -> list[int]:
    sums = []
    for zero in range(_CHECKS):
        total = 0
        for word in words:
            total = _times(total, _power(zero)) ^ word
        sums.append(total)
    return sums


def _mended(words: Sequence[int], unknown: Sequence[int]) -> list[int] | None:
    """The words with at most one wrong one, or two unknown ones, put right; None beyond that."""
    sums = _syndromes(words)
    if not any(sums) and not unknown:
        return list(words)
    weights = [_power(COUNT - 1 - at) for at in range(COUNT)]
    mended = list(words)
    if len(unknown) == 2:
        one, two = (weights[at] for at in unknown)
        second = _over(sums[1] ^ _times(sums[0], one), one ^ two)
        mended[unknown[1]] ^= second
        mended[unknown[0]] ^= sums[0] ^ second
    elif len(unknown) < 2 and all(sums):
        ratio = _over(sums[1], sums[0])
        at = weights.index(ratio) if ratio in weights else -1
        if at < 0 or (unknown and at != unknown[0]):
            return None
        mended[at] ^= sums[0]
    elif len(unknown) > 2 or any(sums):
        return None
    return None if any(_syndromes(mended)) else mended


# Spelling


@cache
def _places() -> dict[str, int]:
    return {_bare(word): index for index, word in enumerate(recovery_words())}


def _bare(word: str) -> str:
    """A word without tone marks and the like, which are the first to be left out."""
    return _UNSOUNDED.sub("", word.replace("เเ", "แ"))


def _parted(bare: str) -> list[str]:
    """The list's words that a run of letters is made of; none when it is not."""
    places = _places()
    ways: list[list[str] | None] = [[]] + [None] * len(bare)
    for end in range(1, len(bare) + 1):
        for start in range(end):
            before = ways[start]
            if before is not None and bare[start:end] in places:
                ways[end] = [*before, bare[start:end]]
                break
    return ways[-1] or []


def _slips(one: str, other: str) -> int:
    """How many letters must be put in, left out or changed to make one the other."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for column, wanted in enumerate(other, 1):
            before, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, before + (letter != wanted)),
            )
    return row[-1]
