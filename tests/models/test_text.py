"""Thai text: the vectors of the field, and what must hold for any text."""

from __future__ import annotations

import sqlite3
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.text import (
    ThaiText,
    digits,
    normalise,
    one_line,
    search_key,
    sort_key,
    suspicions,
    thai_digits,
)

STACKED = "ที่ นั้น ปุ๋ย ญี่ปุ่น กี่ น้ำ ก๊ก ฐู ฤๅ เกมส์ ก็ ๆ"
THAI = st.text(
    st.one_of(
        st.characters(min_codepoint=0xE01, max_codepoint=0xE5B),
        st.sampled_from(" \n\t\u200b\ufeff\u00a0\ufffd\u00ad\u200d\uf70a\uf712aZ9."),
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("นำ้", "น้ำ"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("น้ำ", "น้ำ"),
        ("เเม่", "แม่"),
        ("ท่ี", "ที่"),
        ("พ้ืน", "พื้น"),
        ("อำำเภอ", "อำเภอ"),
        ("ครูู", "ครู"),
        ("แม่\u200bสวด", "แม่สวด"),
        ("พื้\ufffdน", "พื้น"),
        ("\ufeffบ้าน", "บ้าน"),
        ("บ้าน\u00a0ดอย", "บ้าน ดอย"),
        ("นาํ", "นำ"),
        ("แม่\u200dสวด", "แม่สวด"),
        ("แม่\u00adสวด", "แม่สวด"),
        ("ที\uf70a", "ที่"),
        ("ป\uf712น", "ป็น"),
        ("\uf700าน", "ฐาน"),
        ("  นภา   ดอย  ", "นภา ดอย"),
        ("หนึ่ง \r\n สอง\rสาม", "หนึ่ง\nสอง\nสาม"),
        ("สิทธ์ิ", "สิทธิ์"),
        *((word, word) for word in ("มิติ", "สถิติ", "ไม่ว่า", "แต่ว่า", "ส่ว่น", "ผู้ปู้กครอง")),
        *((word, word) for word in STACKED.split()),
    ],
)
def test_one_spelling_for_one_word(typed: str, normal: str) -> None:
    assert normalise(typed) == normal


@given(THAI)
def test_normalising_twice_is_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()
    assert "  " not in once


@given(st.text(max_size=40))
def test_any_text_at_all_can_be_normalised(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("ส่ว่น", ("repeated_mark",)),
        ("ผู้ปู้กครอง", ("repeated_mark",)),
        ("ก่ฬ่ก", ("repeated_mark",)),
        ("พื้\ufffdน", ("replacement_character",)),
        ("ก่้า", ("clashing_marks",)),
        ("ิติ", ("stray_mark",)),
        ("à¸™à¸²", ("wrong_encoding",)),
        ("¹Ò§ÊÁÃ", ("wrong_encoding",)),
        ("ก\uf8ff", ("private_use",)),
        *((word, ()) for word in ("มิติ", "สถิติ", "ไม่ว่า", "แต่ว่า", "น้ำ", "นํ้า", "ท่ี", "Café")),
        *((word, ()) for word in ("แม่ป่วย", "ที่นี่", "ผู้รู้", "ไม่ส่งต่อ", "พ่อแม่ป่วย", "พี่ที่ดี")),
    ],
)
def test_what_looks_wrong_is_told_and_not_mended(typed: str, codes: tuple[str, ...]) -> None:
    assert suspicions(typed) == codes


def test_digits_both_ways() -> None:
    assert digits("หมู่ ๓ ๑๒๓๔๕๖๗๘๙๐") == "หมู่ 3 1234567890"
    assert thai_digits("22 ก.ย. 2569") == "๒๒ ก.ย. ๒๕๖๙"


@given(st.text(st.sampled_from("0123456789 กขa"), max_size=20))
def test_digits_come_back(text: str) -> None:
    assert digits(thai_digits(text)) == text


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("ด.ช.บุญยืน", "บุญยืน"),
        ("นางสาว  ดาว", "ดาว"),
        ("น้ำเงิน", "นำเงิน"),
        ("นํ้าเงิน", "นำเงิน"),
        ("จันทร์หอม", "จันทรหอม"),
        ("หมู่ ๓", "หมู3"),
        ("580604-MB-00017", "580604-mb-00017"),
        ("นาย", "นาย"),
        ("นายิกา", "นายิกา"),
        ("เอ็ม", "เอม"),
        ("", ""),
    ],
)
def test_search_key(typed: str, key: str) -> None:
    assert search_key(typed) == key


def test_a_shorter_query_is_part_of_the_key() -> None:
    assert search_key("พร") in search_key("ศิริพร")
    assert search_key("ทีดิน") in search_key("ที่ดิน")


_VECTOR_TEXT = (
    "กอ ก่อ ก้อ กา กาล กำ กิ่ง เกิด ไก่ ทราย นาง น้ำ เป็ด มะม่วง มา แม่สวด โมง รจนา เรณู ฤดี ละไม ลัดดา "
    "ลำปางหลวง วันที่ วัว ศรี ศิริ ส้ม สมชาย หมอ หมู เหมือง ใหม่ ไหล่หิน"
)
VECTOR = _VECTOR_TEXT.split()
# Words, names and places as ICU 78 sorts them: Intl.Collator("th", {numeric: true}).
REFERENCE = Path(__file__).with_name("thai_order.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("words", [VECTOR, REFERENCE], ids=["vector", "icu"])
def test_order_is_that_of_icu(words: list[str]) -> None:
    keys = [sort_key(word) for word in words]
    wrong = [
        (first, second)
        for first, second, key, following in zip(words, words[1:], keys, keys[1:], strict=False)
        if not key < following
    ]
    assert wrong == []


def test_numbers_sort_by_size() -> None:
    typed = ["หมู่ 10", "หมู่ ๓", "หมู่ 2", "หมู่ 1", "หมู่ 002ก"]
    assert sorted(typed, key=sort_key) == ["หมู่ 1", "หมู่ 2", "หมู่ 002ก", "หมู่ ๓", "หมู่ 10"]


def test_two_spellings_of_one_word_sort_together() -> None:
    assert sort_key("นํ้า") == sort_key("น้ำ")


def test_sqlite_orders_keys_as_python_does() -> None:
    keys = [sort_key(word) for word in REFERENCE]
    with sqlite3.connect(":memory:") as connection:
        connection.execute("create table words (key text)")
        connection.executemany("insert into words values (?)", [(key,) for key in reversed(keys)])
        found = [row[0] for row in connection.execute("select key from words order by key")]
    connection.close()
    assert found == keys


@given(THAI)
def test_a_sort_key_can_be_stored(text: str) -> None:
    key = sort_key(text)
    assert "\0" not in key
    assert sort_key(normalise(text)) == key


def test_the_four_forms_of_a_text() -> None:
    text = ThaiText.of(" นางสาว  นํ้าฝน ")
    assert text.typed == " นางสาว  นํ้าฝน "
    assert text.normal == "นางสาว น้ำฝน"
    assert text.search == "นำฝน"
    assert text.sort == sort_key("นางสาว น้ำฝน")


@pytest.mark.parametrize(
    "code",
    [
        0x00, 0x08, 0x0E, 0x1F, 0x7F, 0x80, 0x84, 0x86, 0x9F, 0xAD, 0x180E, 0x200B, 0x200F, 0x202A,
        0x202E, 0x2060, 0x206F, 0xFE00, 0xFE0F, 0xFEFF, 0xFFFD,
    ],
)  # fmt: skip
def test_what_nobody_can_see_goes(code: int) -> None:
    assert normalise(f"a{chr(code)}b") == "ab"


@pytest.mark.parametrize(
    "code", [0x7E, 0xA1, 0xAC, 0xAE, 0x180D, 0x2010, 0x2027, 0x2070, 0xFE10, 0xFFFC, 0x205E]
)
def test_what_can_be_seen_stays(code: int) -> None:
    assert normalise(f"a{chr(code)}b") == f"a{chr(code)}b"


@pytest.mark.parametrize(
    "code", [0x09, 0x20, 0xA0, 0x1680, 0x2000, 0x2001, 0x200A, 0x202F, 0x205F, 0x3000]
)
def test_every_space_is_one_plain_space(code: int) -> None:
    assert normalise(f"a{chr(code)}b") == "a b"
    assert normalise(f"{chr(code)}a{chr(code)}{chr(code)}b{chr(code)}") == "a b"


@pytest.mark.parametrize("typed", ["\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\r", "\r\n"])
def test_every_line_break_is_one(typed: str) -> None:
    assert normalise(f"a {typed} b") == "a\nb"
    assert one_line(f"a{typed}b") == "a b"
    assert normalise(f"{typed}a{typed}") == "a"


def test_letters_of_old_fonts_become_those_they_were_drawn_for() -> None:
    drawn = "".join(chr(code) for code in range(0xF700, 0xF71B))
    found = [normalise("ก" + each)[1:] for each in drawn]
    assert [ord(each) for each in found] == [
        0xE10, 0xE34, 0xE35, 0xE36, 0xE37, 0xE48, 0xE49, 0xE4A,
        0xE4B, 0xE4C, 0xE48, 0xE49, 0xE4A, 0xE4B, 0xE4C, 0xE0D, 0xE31, 0xE4D,
        0xE47, 0xE48, 0xE49, 0xE4A, 0xE4B, 0xE4C, 0xE38, 0xE39, 0xE3A,
    ]  # fmt: skip
    assert normalise("ก\uf71b") == "ก\uf71b"
    assert suspicions("ก\uf700") == ()


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("กฺุ", "กฺุ"),
        ("ก่ิ", "กิ่"),
        ("ก์ิ", "กิ์"),
        ("กุ่", "กุ่"),
        ("ก๎่", "ก่๎"),
        ("ก์่", "ก่์"),
        ("กาา", "กา"),
        ("ไไป", "ไป"),
        ("กาํ้", "ก้ำ"),
        ("ก่ํ", "กํ่"),
        ("กิุ", "กุิ"),
        ("กำ้", "ก้ำ"),
        ("กา้", "ก้า"),
        ("เเเเม่", "แม่"),
        ("กก", "กก"),
    ],
)
def test_marks_stand_in_one_order(typed: str, normal: str) -> None:
    assert normalise(typed) == normal


def test_several_things_wrong_are_all_told_in_order() -> None:
    assert suspicions("ิก่้า \ufffd à¸ \ue000") == (
        "replacement_character", "clashing_marks", "stray_mark", "wrong_encoding", "private_use",
    )  # fmt: skip
    assert suspicions("") == ()


def test_a_key_made_of_a_title_alone_is_the_title() -> None:
    assert search_key("นางสาว") == "นางสาว"
    assert search_key("ABC ๑.๒\nD") == "abc12d"


def test_signs_come_first_then_numbers_then_thai_then_other_letters() -> None:
    expected = ["+", "1", "ก", "ฮ", "b", "e", "E", "é", "f", "ж"]
    keys = [sort_key(word) for word in expected]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    "expected",
    [
        ["ก", "กๆ", "กก"],
        ["ก-ข", "กค"],
        ["ก ข", "กข", "กค"],
        ["หมู่ 0", "หมู่ 00", "หมู่ 1"],
        ["9" * 44, "1" + "0" * 44],
        ["1" + "0" * 45 + "1", "1" + "0" * 44 + "12"],
        ["กา", "กๅก"],
        ["cafe", "café", "cafes"],
        ["กะ", "ก่ะ", "ก้ะ", "ก๊ะ", "ก๋ะ"],
        ["เก", "เข", "แก"][:2],
        ["เก", "แก", "โก", "ใก", "ไก", "ขก"],
    ],
)
def test_the_order_of_near_neighbours(expected: list[str]) -> None:
    keys = [sort_key(word) for word in expected]
    assert keys == sorted(set(keys))


def test_a_sort_key_has_three_sections() -> None:
    assert sort_key("ก้") == "ก\x01 %\x01ก้".replace(" %", sort_key("ก้").split("\x01")[1])
    first, second, third = sort_key("ไก่ Ab 012").split("\x01")
    assert first == "กไ\u0e80a\u0e80b212"
    assert second.strip(" ")
    assert third == "ไก่ aB 012"
    assert sort_key("").split("\x01") == ["", "", ""]
