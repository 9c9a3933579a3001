"""Baht in figures and in words, over the whole range."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.models.money import baht_text, baht_words

WORDS = {
    0: "ศูนย์บาทถ้วน", 1: "หนึ่งสตางค์", 21: "ยี่สิบเอ็ดสตางค์", 50: "ห้าสิบสตางค์", 99: "เก้าสิบเก้าสตางค์",
    100: "หนึ่งบาทถ้วน", 101: "หนึ่งบาทหนึ่งสตางค์", 1000: "สิบบาทถ้วน", 1100: "สิบเอ็ดบาทถ้วน",
    2000: "ยี่สิบบาทถ้วน", 2111: "ยี่สิบเอ็ดบาทสิบเอ็ดสตางค์", 10100: "หนึ่งร้อยเอ็ดบาทถ้วน",
    11100: "หนึ่งร้อยสิบเอ็ดบาทถ้วน", 125050: "หนึ่งพันสองร้อยห้าสิบบาทห้าสิบสตางค์",
    100_000_000: "หนึ่งล้านบาทถ้วน", 100_000_100: "หนึ่งล้านเอ็ดบาทถ้วน",
    2_100_000_000: "ยี่สิบเอ็ดล้านบาทถ้วน", 10**14: "หนึ่งล้านล้านบาทถ้วน",
    10**14 + 100: "หนึ่งล้านล้านเอ็ดบาทถ้วน", -2000: "ลบยี่สิบบาทถ้วน",
}  # fmt: skip
ONES = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
DIGITS = {word: value for value, word in enumerate(ONES, 1)} | {"เอ็ด": 1, "ยี่": 2}
PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000}
WORD = re.compile("|".join(sorted([*DIGITS, *PLACES, "ล้าน"], key=len, reverse=True)))


def read_back(words: str) -> int:
    """The number that Thai words say."""
    if words == "ศูนย์":
        return 0
    whole, group, digit = 0, 0, 0
    said = WORD.findall(words)
    assert "".join(said) == words
    for word in said:
        if word == "ล้าน":
            whole, group, digit = (whole + group + digit) * 10**6, 0, 0
        elif word in PLACES:
            group, digit = group + (digit or 1) * PLACES[word], 0
        else:
            digit = DIGITS[word]
    return whole + group + digit


@pytest.mark.parametrize(("satang", "words"), WORDS.items())
def test_amounts_are_written_out_as_on_receipts(satang: int, words: str) -> None:
    assert baht_words(satang) == words


@given(some.integers(0, 10**20))
def test_words_say_the_amount(satang: int) -> None:
    words = baht_words(satang).removesuffix("ถ้วน")
    baht, has_baht, rest = words.rpartition("บาท")
    said = read_back(baht) * 100 if has_baht else 0
    assert said + read_back(rest.removesuffix("สตางค์") or "ศูนย์") == satang
    assert "หนึ่งสิบ" not in words
    assert "สองสิบ" not in words


@pytest.mark.parametrize(
    ("satang", "text"), [(0, "0.00"), (5, "0.05"), (125050, "1,250.50"), (-100, "-1.00")]
)
def test_amounts_are_told_in_baht(satang: int, text: str) -> None:
    assert baht_text(satang) == text
