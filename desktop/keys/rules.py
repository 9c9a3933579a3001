"""What a new passcode must be; those that were set before stay good."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from desktop.errors import UserError

LEAST: Final = 6
"""Letters of a passcode at least, and figures where it has nothing else."""
LEAST_FIGURES: Final = 8

# What is tried first at every stolen laptop: lists of leaked passcodes, and the Thai keyboard's
# rows as the same fingers type them.
_GUESSED_FIRST: Final = """
password passw0rd qwerty qwertyui qwertyuiop asdfgh asdfghjk zxcvbn zxcvbnm iloveyou letmein
welcome admin123 administrator abc123 abcd1234 1q2w3e4r 1qaz2wsx thailand bangkok sawasdee student
teacher computer tambon rianru tambonrianru ฟหกดาส ฟหกด่าสว ๆไำพะัี ผปแอิื สวัสดี สวัสดีครับ สวัสดีค่ะ
รหัสผ่าน รหัสลับ ประเทศไทย คิดถึง รักแม่ รักในหลวง ตำบลเรียนรู้ ครูตำบล
"""
_COMMON: Final = frozenset(_GUESSED_FIRST.split())


def check_new_passcode(passcode: str, name: str = "", others: Iterable[str] = ()) -> None:
    """Refuse a passcode that a stranger would guess.

    At least `LEAST` letters; figures alone at least `LEAST_FIGURES`, since a million of six figures
    are tried in days on a copied disk. No row of the keyboard, no run or repetition, no telephone
    or identity number, no date, not the name.

    Args:
        passcode: as typed.
        name: the user's.
        others: more that must not be it, such as the user's telephone number or the centre's name.

    Raises:
        UserError: `passcode_too_short` (`least`), `passcode_figures` (`least`), `passcode_common`,
            `passcode_personal`.
    """
    if len(passcode) < LEAST:
        raise UserError("passcode_too_short", least=LEAST)
    bare = _bare(passcode)
    if _same_or_run(bare) or bare in _COMMON or _repeats(bare):
        raise UserError("passcode_common")
    if re.fullmatch(r"[\d\W_]+", bare):
        figures = re.sub(r"\D", "", bare)
        if _telephone(figures) or _date(figures) or len(figures) == 13:
            raise UserError("passcode_personal")
        if len(figures) < LEAST_FIGURES and bare == figures:
            raise UserError("passcode_figures", least=LEAST_FIGURES)
    for known in (name, *others):
        word = _bare(known)
        rest = bare.replace(word, "") if len(word) >= 3 else bare
        if rest != bare and len(rest) < 3:
            raise UserError("passcode_personal")


def _bare(text: str) -> str:
    folded = "".join(
        str(unicodedata.digit(letter)) if letter.isdigit() else letter for letter in text.casefold()
    )
    return re.sub(r"\s", "", folded)


def _same_or_run(text: str) -> bool:
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    return (len(steps) == 1 and steps <= {-1, 0, 1}) or text in ("1234567890", "0987654321")


def _repeats(text: str) -> bool:
    """One to three letters over and over, or figures in pairs: 123123, 112233."""
    if any(
        len(text) % size == 0 and text[:size] * (len(text) // size) == text for size in (1, 2, 3)
    ):
        return True
    halves = text[::2], text[1::2]
    return text.isdigit() and halves[0] == halves[1] and _same_or_run(halves[0])


def _telephone(figures: str) -> bool:
    return figures.startswith("0") and len(figures) in (9, 10)


def _date(figures: str) -> bool:
    """A day of a life: day, month and year in either order, of the Buddhist or the common era."""
    for pattern in ("dmy", "ymd"):
        for year_length in (4, 2):
            if len(figures) != 4 + year_length:
                continue
            if pattern == "dmy":
                day, month, year = figures[:2], figures[2:4], figures[4:]
            else:
                year, month, day = figures[:-4], figures[-4:-2], figures[-2:]
            likely = year_length == 2 or year[:2] in ("19", "20", "24", "25", "26")
            if likely and 1 <= int(day) <= 31 and 1 <= int(month) <= 12:
                return True
    return False
