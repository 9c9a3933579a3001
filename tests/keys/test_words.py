"""Recovery words: what was misread is found and named, and nothing wrong is taken for right."""

from __future__ import annotations

import hashlib
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.keys.words import code_of, likely_word, looks_like_words, read, secret_of, words_of
from resources.words import recovery_words

secrets = st.binary(min_size=16, max_size=16)
places = st.integers(0, 17)


def refused(text: str) -> UserError:
    with pytest.raises(UserError) as caught:
        secret_of(text)
    return caught.value


def test_the_list_is_what_sheets_were_printed_with() -> None:
    words = recovery_words()

    assert len(words) == len(set(words)) == 512
    # A word that moves makes every sheet out there worthless.
    listed = hashlib.sha256("\n".join(words).encode()).hexdigest()
    assert listed == "d9754d05a0dc24eb3663eef36cebf6b9e088684d9af2a59ac5f19ca37b34cbfe"


@given(secrets)
@settings(max_examples=30)
def test_words_numbers_and_words_run_together_are_the_secret(secret: bytes) -> None:
    words = words_of(secret)

    assert len(words) == 18
    assert secret_of(" ".join(words)) == secret
    assert secret_of("".join(words)) == secret
    assert secret_of(code_of(words)) == secret
    numbered = "\n".join(f"{number}. {word}" for number, word in enumerate(words, 1))
    assert secret_of(numbered) == secret


@given(secrets)
@settings(max_examples=30)
def test_left_out_tone_marks_and_thai_figures_are_forgiven(secret: bytes) -> None:
    words = words_of(secret)
    bare = " ".join(words).translate(dict.fromkeys(range(3655, 3663)))
    thai = code_of(words).translate(
        {ord(str(figure)): chr(0x0E50 + figure) for figure in range(10)}
    )

    assert secret_of(bare) == secret
    assert secret_of(thai) == secret


@given(secrets, places, st.integers(0, 511))
@settings(max_examples=30)
def test_one_wrong_word_is_named_with_the_right_one(secret: bytes, at: int, other: int) -> None:
    words = list(words_of(secret))
    right, words[at] = words[at], recovery_words()[other]
    if words[at] == right:
        return

    error = refused(" ".join(words))

    assert error.code == "recovery_word_wrong"
    assert (error.values["number"], error.values["likely"]) == (at + 1, right)


@given(secrets, st.lists(places, min_size=1, max_size=2, unique=True))
@settings(max_examples=30)
def test_words_nobody_can_read_are_worked_out(secret: bytes, unread: list[int]) -> None:
    words = list(words_of(secret))
    right = list(words)
    for at in unread:
        words[at] = "?"

    error = refused(" ".join(words))

    first = min(unread)
    assert error.code == "recovery_word_wrong"
    assert (error.values["number"], error.values["likely"]) == (first + 1, right[first])


@given(secrets, places, places)
@settings(max_examples=30)
def test_two_that_changed_places_are_noticed(secret: bytes, one: int, two: int) -> None:
    words = list(words_of(secret))
    if words[one] == words[two]:
        return
    words[one], words[two] = words[two], words[one]

    assert refused(" ".join(words)).code == "recovery_words_wrong"


def test_too_few_words_are_counted() -> None:
    error = refused("กระดาษ กระต่าย")

    assert error.code == "recovery_words_count"
    assert (error.values["given"], error.values["wanted"]) == (2, 18)


def test_many_unreadable_words_are_named_one_by_one() -> None:
    words = list(words_of(bytes(range(16))))
    for at in (3, 7, 12):
        words[at] = words[at] + "ฮฮ"

    error = refused(" ".join(words))

    assert (error.code, error.values["number"]) == ("recovery_word_wrong", 4)


def test_one_slip_in_any_word_is_no_word_of_the_list() -> None:
    chance = random.Random(7)
    letters = [chr(code) for code in range(0x0E01, 0x0E2F)]
    for word in recovery_words():
        at = chance.randrange(len(word))
        if "\u0e47" <= word[at] <= "\u0e4e":
            continue
        slipped = (
            word[:at]
            + chance.choice([each for each in letters if each != word[at]])
            + word[at + 1 :]
        )
        found = read(slipped)
        assert [each.index for each in found] == [None], (word, slipped)


def test_a_slip_is_guessed() -> None:
    assert likely_word("กระดาส") == "กระดาษ"
    assert likely_word("ฮฮฮฮฮฮฮฮฮ") == ""


def test_a_passcode_is_not_taken_for_words() -> None:
    assert looks_like_words(" ".join(words_of(bytes(16))))
    assert not looks_like_words("มะลิ ขนุน 1234")
