"""Identity numbers: check digits, every spelling, and what spreadsheets do to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.identity import (
    NO_IDENTITY,
    Identity,
    check_digit,
    checksum_ok,
    format_national,
    is_filler,
    local_code,
    parse_identity,
)
from desktop.models.text import thai_digits

_VALID_TEXT = (
    "1999900000013 2999900000020 3999900000036 4999900000042 5999900000059 6999950000018 "
    "7999950000024 8999972000033 0999989000010"
)
VALID = _VALID_TEXT.split()
FICTIONAL = st.builds(
    lambda first, rest: (body := f"{first}9999{rest:07d}") + str(check_digit(body)),
    st.integers(0, 8),
    st.integers(0, 9_999_999),
)


@pytest.mark.parametrize("number", VALID)
def test_valid_numbers_pass(number: str) -> None:
    assert checksum_ok(number)
    assert parse_identity(number) == Identity("national", number, True)


@pytest.mark.parametrize("number", ["1999900000014", "199990000001", "1111111111111", ""])
def test_wrong_numbers_do_not_pass(number: str) -> None:
    assert not checksum_ok(number)


def test_a_wrong_check_digit_is_a_warning() -> None:
    assert parse_identity("1999900000014") == Identity(
        "national", "1999900000014", False, ("checksum",)
    )


@pytest.mark.parametrize("number", ["1234567890121", "1111111111111", "0000000000000"])
def test_fillers_are_told(number: str) -> None:
    assert is_filler(number)
    assert "filler" in parse_identity(number).warnings


def test_the_counting_filler_passes_its_checksum() -> None:
    assert parse_identity("1234567890121").checksum_ok is True


@given(FICTIONAL)
def test_every_spelling_is_the_same_number(number: str) -> None:
    expected = parse_identity(number)
    assert expected.value == number
    assert expected.checksum_ok
    for spelling in (
        format_national(number),
        f" {number} ",
        thai_digits(number),
        thai_digits(format_national(number)),
        format_national(number).replace("-", " "),
        f"{number}.0",
        f"\ufeff{number}\u200b",
    ):
        assert parse_identity(spelling) == expected
    if not number.startswith("0"):
        assert parse_identity(int(number)) == expected
        assert parse_identity(float(number)) == expected


def test_a_number_cell_that_lost_its_zero() -> None:
    assert parse_identity(999989000010) == Identity(
        "national", "0999989000010", True, ("leading_zero_restored",)
    )
    assert parse_identity("999989000010").warnings == ("wrong_length",)


@pytest.mark.parametrize("typed", ["1.23E+12", "3.99993E+12", "3.99993e12", "4E+12"])
def test_a_rounded_number_is_lost_and_said_so(typed: str) -> None:
    assert parse_identity(typed) == Identity("unreadable", typed, None, ("destroyed",))


@pytest.mark.parametrize(
    "typed",
    [
        "G644200000001",
        "g644200000001",
        "G 644200000001",
        "G-644200000001",
        "ｇ644200000001"[1:].join(("g", "")),
    ],
)
def test_g_code(typed: str) -> None:
    assert parse_identity(typed) == Identity("g_code", "G644200000001")


def test_a_short_g_code_is_kept_and_told() -> None:
    assert parse_identity("G64420000") == Identity(
        "unreadable", "G64420000", None, ("wrong_length",)
    )


@pytest.mark.parametrize("typed", ["", "-", "ไม่มี", " ไม่มี ", "–", None, "รอ", "ไม่ทราบ"])
def test_no_number(typed: str | None) -> None:
    assert parse_identity(typed) == NO_IDENTITY


def test_other_papers_are_kept_as_typed() -> None:
    assert parse_identity("ท.ร.38 ก 12/2560") == Identity("other", "ท.ร.38 ก 12/2560")
    assert parse_identity("AA1234567") == Identity("other", "AA1234567")


def test_display() -> None:
    assert parse_identity("1999900000013").display == "1-9999-00000-01-3"
    assert parse_identity("G644200000001").display == "G644200000001"


def test_local_code() -> None:
    assert local_code("580604", "mb", 17) == "580604-MB-00017"
    assert parse_identity("580604-mb-00017") == Identity("local", "580604-MB-00017")


@pytest.mark.parametrize(
    ("tambon", "device", "number"),
    [("58060", "MB", 1), ("580604", "M1", 1), ("580604", "MB", 0), ("580604", "MB", 100_000)],
)
def test_a_local_code_has_one_shape(tambon: str, device: str, number: int) -> None:
    with pytest.raises(ValueError, match="not a local code"):
        local_code(tambon, device, number)


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers()))
def test_nothing_breaks_the_reader(typed: str | float) -> None:
    identity = parse_identity(typed)
    assert identity.kind == "none" or identity.value


@pytest.mark.parametrize(
    "typed", ["1‐9999‐00000‐01‐3", "1‑9999‑00000‑01‑3", "１９９９９００００００１３"]
)
def test_strokes_and_digits_of_other_keyboards(typed: str) -> None:
    assert parse_identity(typed) == Identity("national", "1999900000013", True)
