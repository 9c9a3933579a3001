"""Identity numbers: thirteen digits, G code, other papers, local temporary codes, or none."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final, Literal

from desktop.models.text import digits, one_line

IdentityKind = Literal["national", "g_code", "local", "other", "unreadable", "none"]

_NONE_WORDS: Final = frozenset(
    {
        *("", "-", "--", "–", "—", "x", "?", "none", "null", "n/a", "na"),
        *("ไม่มี", "ไม่มีเลข", "ไม่มีบัตร", "ไม่มีเอกสาร", "ไม่มีเลขบัตร", "ไม่มีเลขประจำตัว"),
        *("ยังไม่มี", "ไม่ทราบ", "ไม่ปรากฏ", "ไม่ระบุ", "รอ", "รอเลข", "รอดำเนินการ"),
    }
)
_SEPARATORS: Final = re.compile(r"[\s\-‐‑‒–—―−_.,'’\"/]+")
# Letters and digits of East Asian keyboards.
_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DESTROYED: Final = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d{1,2}")
_WHOLE_FLOAT: Final = re.compile(r"\d+\.0+")
_G_CODE: Final = re.compile(r"G(\d+)")
_LOCAL: Final = re.compile(r"(\d{6})\s*-\s*([A-Z]{2})\s*-\s*(\d{5})")
_COUNTING: Final = "01234567890123456789"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a person's number is, as far as it could be read.

    `value` is the stored form ("" for none; for `unreadable` and `other` the text as typed).
    `checksum_ok` is None where no checksum exists. `warnings` may be confirmed by a person:
    `checksum`, `filler`, `leading_zero_restored`; with `unreadable` they say why: `destroyed`
    (a spreadsheet rounded it), `wrong_length`.
    """

    kind: IdentityKind
    value: str
    checksum_ok: bool | None = None
    warnings: tuple[str, ...] = ()

    @property
    def display(self) -> str:
        """The value as it is printed: 1-2345-67890-12-1 for thirteen digits."""
        return format_national(self.value) if self.kind == "national" else self.value


NO_IDENTITY: Final = Identity("none", "")


def check_digit(first_twelve: str) -> int:
    """The thirteenth digit for twelve ASCII digits."""
    total = sum((13 - place) * int(digit) for place, digit in enumerate(first_twelve))
    return (11 - total % 11) % 10


def checksum_ok(number: str) -> bool:
    """Whether thirteen ASCII digits end in their check digit: a typo guard, never a proof."""
    return (
        len(number) == 13
        and number.isascii()
        and number.isdigit()
        and check_digit(number[:12]) == int(number[12])
    )


def is_filler(number: str) -> bool:
    """Whether thirteen digits look typed only to fill the box: one digit repeated, or counting."""
    body = number[:12]
    return len(set(body)) <= 1 or body in _COUNTING or body in _COUNTING[::-1]


def format_national(number: str) -> str:
    """Thirteen digits as 1-2345-67890-12-1; anything else unchanged."""
    if len(number) != 13:
        return number
    return "-".join((number[0], number[1:5], number[5:10], number[10:12], number[12]))


def _national(number: str, *extra: str) -> Identity:
    passes = checksum_ok(number)
    warnings = list(extra)
    if not passes:
        warnings.append("checksum")
    if is_filler(number):
        warnings.append("filler")
    return Identity("national", number, passes, tuple(warnings))


def parse_identity(typed: str | int | float | None) -> Identity:
    """Read a number in any spelling that rosters hold: Thai digits, hyphens, spaces, floats.

    Never raises and never drops what it cannot read: such text comes back as `unreadable`
    (looks like a number, is not one) or `other` (a passport, a paper's name).
    """
    if typed is None:
        return NO_IDENTITY
    if isinstance(typed, str) and not typed.isascii():
        typed = typed.translate(_FULL_WIDTH)
    numeric = isinstance(typed, int | float) and not isinstance(typed, bool)
    if isinstance(typed, float) and math.isfinite(typed) and typed.is_integer():
        typed = int(typed)
    text = digits(one_line(str(typed)))
    if text.lower().rstrip(".") in _NONE_WORDS:
        return NO_IDENTITY
    if _DESTROYED.fullmatch(text):
        return Identity("unreadable", text, None, ("destroyed",))
    local = _LOCAL.fullmatch(text.upper())
    if local:
        return Identity("local", "-".join(local.groups()))
    if _WHOLE_FLOAT.fullmatch(text):
        text = text.split(".", 1)[0]
        numeric = True
    bare = _SEPARATORS.sub("", text)
    if not bare:
        return NO_IDENTITY
    g_code = _G_CODE.fullmatch(bare.upper())
    if g_code:
        if len(g_code.group(1)) == 12:
            return Identity("g_code", bare.upper())
        return Identity("unreadable", text, None, ("wrong_length",))
    if bare.isascii() and bare.isdigit():
        if len(bare) == 13:
            return _national(bare)
        # A number cell cannot hold the leading zero of a person without status.
        if numeric and 10 < len(bare) < 13 and checksum_ok(bare.zfill(13)):
            return _national(bare.zfill(13), "leading_zero_restored")
        return Identity("unreadable", text, None, ("wrong_length",))
    return Identity("other", text)


def local_code(tambon: str, device: str, number: int) -> str:
    """The temporary code of a person without papers, such as 580604-MB-00017.

    Raises:
        ValueError: if the tambon is not 6 digits, the device not 2 letters, or the number
            not within 1 to 99999.
    """
    code = f"{tambon}-{device.upper()}-{number:05d}"
    if not 1 <= number <= 99_999 or _LOCAL.fullmatch(code) is None:
        raise ValueError(f"not a local code: {code}")
    return code
