"""Baht as text: money is kept in whole satang, and told in baht."""

from __future__ import annotations

from typing import Final

SATANG: Final = 100


def baht_text(satang: int) -> str:
    """Return satang as baht with commas and two decimals, such as 1,250.50."""
    sign = "-" if satang < 0 else ""
    return f"{sign}{abs(satang) // SATANG:,}.{abs(satang) % SATANG:02d}"


_DIGITS: Final = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES: Final = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MILLION: Final = 10**6


def baht_words(satang: int) -> str:
    """Return satang as they are written out in Thai on receipts.

    A one behind anything is เอ็ด, as the Royal Society reads it; millions are counted in millions.
    """
    if satang < 0:
        return f"ลบ{baht_words(-satang)}"
    baht, rest = divmod(satang, SATANG)
    whole = f"{_read(baht)}บาท" if baht or not rest else ""
    return f"{whole}{_read(rest)}สตางค์" if rest else f"{whole}ถ้วน"


def _read(number: int) -> str:
    """A whole number in Thai words."""
    if not number:
        return "ศูนย์"
    millions, below = divmod(number, _MILLION)
    before = f"{_read(millions)}ล้าน" if millions else ""
    return before + _below_million(below, follows=bool(millions))


def _below_million(number: int, *, follows: bool) -> str:
    said = ""
    for place in reversed(range(len(_PLACES))):
        digit = number // 10**place % 10
        if not digit:
            continue
        if place == 1:
            said += {1: "", 2: "ยี่"}.get(digit, _DIGITS[digit]) + _PLACES[place]
        elif place == 0 and digit == 1 and (said or follows):
            said += "เอ็ด"
        else:
            said += _DIGITS[digit] + _PLACES[place]
    return said
