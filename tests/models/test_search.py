"""What words typed into a search are looked for as."""

from __future__ import annotations

import pytest

from desktop.models.search import number_key, terms_of, whole_of


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", []),
        ("  -  ", []),
        ("ดาว เรือง", ["ดาว", "เรือง"]),
        ("นาย สมชาย", ["สมชาย"]),
        ("น.ส.ดาว", ["ดาว"]),
        ("นาย", ["นาย"]),
        ("0812345678", ["0812345678"]),
        ("081-234-5678", ["0812345678"]),
        ("081 234 5678", ["0812345678"]),
        ("๐๘๑-๒๓๔ ๕๖๗๘", ["0812345678"]),
        ("(053) 612 345", ["053612345"]),
        ("+66 81 234 5678", ["0812345678"]),
        ("081–234–5678", ["0812345678"]),
        ("1 9999 00000 01 3", ["1999900000013"]),
        ("ดาว 081 234 แดง", ["ดาว", "081234", "แดง"]),
        ("580604-MB-00017", ["580604mb00017"]),
        ("G5606-123", ["g5606123"]),
    ],
)
def test_words_are_looked_for_one_by_one_and_a_number_as_one(typed: str, terms: list[str]) -> None:
    assert terms_of(typed) == terms


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("ดาวเรือง ธารน้ำเงา", "ดาวเรืองธารนำเงา"),
        ("081 234 5678", "0812345678"),
        ("580604-MB-00017", "580604mb00017"),
        ("", ""),
    ],
)
def test_all_of_it_may_be_one_name_or_number(typed: str, whole: str) -> None:
    assert whole_of(typed) == whole


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("66812345678", "0812345678"),
        ("+66-53-612345", "6653612345"),
        ("6681234567", "6681234567"),
        ("๐๘๑", "081"),
    ],
)
def test_only_a_whole_number_for_abroad_loses_the_country(typed: str, key: str) -> None:
    assert number_key(typed) == key
