"""Where lines of Thai may end."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reports.line_breaking import clusters, may_part, thai_breaker
from desktop.reports.text import Style, lay_lines
from tests.reports.sample_papers import STORY, TEST_STRINGS

THAI = "".join(chr(code) for code in range(0x0E01, 0x0E5C) if unicodedata.name(chr(code), ""))
MIXED = st.text(st.sampled_from(THAI + " .-/()“”aA1๑\u200b\u1000\u1039\u103a😀🏽"), max_size=80)
WORDS = st.lists(
    st.sampled_from(["ที่", "น้ำ", "ปุ๋ย", "แม่สวด", "โรงเรียน", "ต่าง ๆ", " ", "หมู่ 3", "จันทร์", "(", ")"]),
    max_size=30,
).map("".join)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ตากลมนั่งตากลม", "ตากลม|นั่ง|ตากลม"),
        ("อยากเรียนต่อที่สบเมย", "อยาก|เรียนต่อ|ที่|สบเมย"),
        ("เด็ก ๆ ต่าง ๆ ฯลฯ", "เด็ก ๆ |ต่าง ๆ ฯลฯ"),
        ("เกิดวันที่ 22 พฤศจิกายน 2569 เวลา 09.00 น.", "เกิด|วันที่ 22 พฤศจิกายน 2569 |เวลา |09.00 น."),
        ("หมู่ 3 ต.แม่สวด", "หมู่ 3 |ต.แม่สวด"),
        ("โรงเรียน (เดิม) ปิด", "โรงเรียน |(เดิม) |ปิด"),
        ("1-9999-00000-01-3", "1-9999-00000-01-3"),
        ("ศุกร์จันทร์", "ศุกร์|จันทร์"),
    ],
)
def test_breaks_stand_between_words(text: str, pieces: str) -> None:
    assert "|".join(thai_breaker().pieces(text)) == pieces


@pytest.mark.parametrize(
    "name",
    ["แม่ฮ่องสอน", "สบเมย", "ลำปางหลวง", "หนองสนิท", "อุมโล๊ะเหนือ", "แม่สามแลบ", "เกาะคา", "ไหล่หิน"],
)
def test_area_names_stay_whole(name: str) -> None:
    pieces = thai_breaker().pieces(f"ย้ายไปอยู่ที่{name}กับยาย")
    assert any(name in piece for piece in pieces)


def test_a_given_name_stays_whole_only_where_it_is_known() -> None:
    text = "ส่งให้หน่อแอริพนาไพรกับเพื่อน"
    pieces = thai_breaker().keeping(["หน่อแอริพนาไพร"]).pieces(text)
    assert "หน่อแอริพนาไพร" in pieces
    assert "หน่อแอริพนาไพร" not in thai_breaker().pieces(text)


def test_a_full_name_keeps_its_space_together() -> None:
    breaker = thai_breaker().keeping(["เด็กหญิงดาวเรือง ธารน้ำเงา"])
    assert "เด็กหญิงดาวเรือง ธารน้ำเงา" in breaker.pieces("แผนของเด็กหญิงดาวเรือง ธารน้ำเงา")[-1]


@given(MIXED | WORDS)
def test_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(thai_breaker().pieces(text)) == text
    assert "".join(clusters(text)) == text


@given(MIXED | WORDS)
def test_no_piece_begins_with_a_mark(text: str) -> None:
    for piece in thai_breaker().pieces(text)[1:]:
        assert piece[0] not in "ะัาำิีึืฺุูๅ็่้๊๋์ํ๎ๆฯ)”"
        assert unicodedata.category(piece[0]) != "Mn"
    for piece in thai_breaker().pieces(text)[:-1]:
        assert piece.rstrip(" ")[-1:] not in tuple("เแโใไ(“")


@given(MIXED | WORDS, st.floats(20, 300))
def test_lines_joined_are_the_text(text: str, width: float) -> None:
    lines = lay_lines(text, Style(), width, thai_breaker())
    assert "".join(line.text for line in lines) == text
    for before, line in itertools.pairwise(lines):
        joined = before.text + line.text
        assert before.text.endswith(" ") or may_part(joined, len(before.text))


@pytest.mark.parametrize("width", [60.0, 130.0, 300.0])
def test_lines_fit_their_width(width: float) -> None:
    for line in lay_lines(f"{STORY} {TEST_STRINGS}", Style(), width, thai_breaker()):
        assert line.width <= width + 0.02


def test_newlines_end_lines_and_belong_to_none() -> None:
    lines = lay_lines("หนึ่ง\n\nสอง\r\nสาม", Style(), 300, thai_breaker())
    assert [line.text for line in lines] == ["หนึ่ง", "", "สอง", "สาม"]
