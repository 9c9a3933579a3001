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


def _numbered(twelve: str) -> str:
    return twelve + str(check_digit(twelve))


@pytest.mark.parametrize(
    ("twelve", "digit"),
    [("000000000000", 1), ("000000000001", 9), ("100000000000", 9), ("010000000000", 0),
     ("000000000011", 6), ("199990000001", 3), ("000000000005", 1)],
)  # fmt: skip
def test_the_check_digit_weighs_each_place(twelve: str, digit: int) -> None:
    # 13 times the first, 12 times the second, ... 2 times the twelfth; eleven less the rest.
    total = sum(weight * int(each) for weight, each in zip(range(13, 1, -1), twelve, strict=True))
    assert check_digit(twelve) == (11 - total % 11) % 10 == digit


@pytest.mark.parametrize(
    "number", ["19999000000130", "๑๙๙๙๙๐๐๐๐๐๐๑๓", "199990000001a", "²999900000013", "a999900000013"]
)
def test_only_thirteen_plain_digits_can_pass(number: str) -> None:
    assert not checksum_ok(number)


@pytest.mark.parametrize(
    ("number", "filler"),
    [
        ("1111111111119", True),
        ("0123456789010", True),
        ("8901234567890", True),
        ("9876543210987", True),
        ("1098765432109", True),
        ("1999900000013", False),
        ("1111111111121", False),
        ("1212121212121", False),
        ("1234567890131", False),
    ],
)
def test_what_fills_the_box(number: str, filler: bool) -> None:
    assert is_filler(number) is filler
    assert ("filler" in parse_identity(number).warnings) is filler


def test_both_warnings_are_told_and_a_right_number_has_none() -> None:
    assert parse_identity("1111111111112").warnings == ("checksum", "filler")
    assert parse_identity("1999900000013").warnings == ()
    assert parse_identity(_numbered("111111111111")).warnings == ("filler",)


@pytest.mark.parametrize("number", ["199990000001", "19999000000133", ""])
def test_other_lengths_are_printed_as_they_are(number: str) -> None:
    assert format_national(number) == number


@pytest.mark.parametrize(
    "typed", ["ไม่มี.", "N/A", "None", "-.", "...", "'", "_ _", " / ", "Null", "X"]
)
def test_more_ways_to_say_none(typed: str) -> None:
    assert parse_identity(typed) == NO_IDENTITY


def test_leading_zeros_come_back_for_numbers_of_eleven_and_twelve_digits_alone() -> None:
    for zeros, restored in ((0, True), (1, True), (2, True), (3, False)):
        number = _numbered("0" * zeros + "987654321234"[zeros:])
        for typed in (int(number), float(number), f"{int(number)}.0", f"{int(number)}.000"):
            found = parse_identity(typed)
            if not restored:
                assert found == Identity("unreadable", str(int(number)), None, ("wrong_length",))
            else:
                warnings = ("leading_zero_restored",) if zeros else ()
                assert found == Identity("national", number, True, warnings)
        if zeros:
            # A text keeps its zeros, so one without them lacks a digit.
            assert parse_identity(number.lstrip("0")).warnings == ("wrong_length",)
    wrong = int(_numbered("098765432123")) ^ 1
    assert parse_identity(wrong).kind == "unreadable"
    assert parse_identity("1234567890123456").warnings == ("wrong_length",)


@pytest.mark.parametrize(
    ("typed", "identity"),
    [
        (True, Identity("other", "True")),
        (1.5, Identity("unreadable", "1.5", None, ("wrong_length",))),
        ("1.5", Identity("unreadable", "1.5", None, ("wrong_length",))),
        ("123 456", Identity("unreadable", "123 456", None, ("wrong_length",))),
        ("²999900000013", Identity("other", "²999900000013")),
        ("G6442000000012", Identity("unreadable", "G6442000000012", None, ("wrong_length",))),
        ("g 64 42", Identity("unreadable", "g 64 42", None, ("wrong_length",))),
        ("580604 - mb - 00017", Identity("local", "580604-MB-00017")),
        ("580604-MB-0017", Identity("other", "580604-MB-0017")),
        ("1.5E+1", Identity("unreadable", "1.5E+1", None, ("destroyed",))),
        ("1,5e12", Identity("unreadable", "1,5e12", None, ("destroyed",))),
        ("12E5", Identity("other", "12E5")),
        (1e30, Identity("unreadable", str(int(1e30)), None, ("wrong_length",))),
        (float("nan"), Identity("other", "nan")),
    ],
)
def test_what_is_made_of_odd_things(typed: str | float, identity: Identity) -> None:
    assert parse_identity(typed) == identity


def test_only_thirteen_digits_are_displayed_in_groups() -> None:
    assert parse_identity("AA12345678901").display == "AA12345678901"
    assert Identity("other", "1999900000013").display == "1999900000013"
    assert NO_IDENTITY.display == ""


def test_the_first_and_the_last_local_code() -> None:
    assert local_code("580604", "MB", 1) == "580604-MB-00001"
    assert local_code("580604", "MB", 99_999) == "580604-MB-99999"
