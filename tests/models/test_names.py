"""Names: titles joined and short, given names that look like titles, formal order, sorting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.names import (
    Name,
    canonical_title,
    full_name,
    name_sort_key,
    place_key,
    proposed_title,
    split_name,
)

_GIVEN_TEXT = (
    "ศรีวรรณ บุญยืน ดาวเรือง สุรชัย อรพินท์ มานะ นภา วีรชน พรสวรรค์ จันทร์หอม ซอวาทู หน่อแอริ พอคี มูแฮ "
    "นอพอ ดิโพ ลาเฮ จอหม่อ หน่อมูพอ โพดู คำมูล บัวจันทร์ อินสอน แสงเดือน ปวีณา ธนกฤต กัญญาพัชร "
    "ณัฐวุฒิ สมร บุญเลิศ ประยูร สุภาพ จิราพร อนุชา"
)
_SURNAME_TEXT = "ธารน้ำเงา คีรีพนาสุข ไพรวัลย์งามดี ดอยสงบสุข พนาเจริญธรรม วนารุ่งเรืองดี ใจคำหล้า ปินตาแสงคำ"
GIVEN = _GIVEN_TEXT.split()
SURNAMES = _SURNAME_TEXT.split()
TITLES = {
    "เด็กชาย": ("ด.ช.", "ด.ช. ", "ดช.", "ด.ช ", "เด็กชาย ", "เด็กชาย"),
    "เด็กหญิง": ("ด.ญ.", "ด. ญ. ", "เด็กหญิง", "ด.\u200bญ."),
    "นาย": ("นาย", "นาย ", "  นาย  ", "\ufeffนาย"),
    "นาง": ("นาง", "นาง ", "นา\u200bง "),
    "นางสาว": ("นางสาว", "นางสาว  ", "น.ส.", "น.ส. ", "น.ส "),
    "สามเณร": ("สามเณร", "ส.ณ."),
    "พระ": ("พระ ",),
    "แม่ชี": ("แม่ชี", "แม่ชี "),
    "ส.อ.": ("ส.อ.", "สิบเอก "),
    "ด.ต.": ("ด.ต.", "ดาบตำรวจ"),
    "ว่าที่ ร.ต.": ("ว่าที่ ร.ต.", "ว่าที่ร.ต. ", "ว่าที่ร้อยตรี"),
    "ดร.": ("ดร.", "ดร. "),
    "ส.ต.ต.หญิง": ("ส.ต.ต.หญิง", "ส.ต.ต.หญิง ", "ส.ต.ต. หญิง ", "สิบตำรวจตรีหญิง "),
    "จ.ส.ต.หญิง": ("จ.ส.ต.หญิง", "จ.ส.ต หญิง ", "จ่าสิบตรีหญิง "),
    "พ.ต.หญิง": ("พ.ต.หญิง", "พ.ต.หญิง ", "พันตรีหญิง"),
    "ว่าที่ ร.ท.หญิง": ("ว่าที่ ร.ท.หญิง", "ว่าที่ร.ท. หญิง ", "ว่าที่ร้อยโทหญิง "),
}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ด.ช.บุญยืน", Name("เด็กชาย", "บุญยืน")),
        ("นางสาว  ดาว", Name("นางสาว", "ดาว")),
        ("น.ส.นภา ดอยสงบสุข", Name("นางสาว", "นภา", "", "ดอยสงบสุข")),
        ("นางสาวจิราพร -", Name("นางสาว", "จิราพร")),
        ("นายดิโพ", Name("นาย", "ดิโพ")),
        ("  นาย ซอวาทู  หล้าคำเงิน ", Name("นาย", "ซอวาทู", "", "หล้าคำเงิน")),
        ("น.ส.เเสงเดือน หล้าคำเงิน", Name("นางสาว", "แสงเดือน", "", "หล้าคำเงิน")),
        ("นางนวล ใจคำหล้า", Name("", "นางนวล", "", "ใจคำหล้า")),
        ("นางนางนวล ใจคำหล้า", Name("นาง", "นางนวล", "", "ใจคำหล้า")),
        ("นายิกา ดอยสงบสุข", Name("", "นายิกา", "", "ดอยสงบสุข")),
        ("พระพาย คีรีพนาสุข", Name("", "พระพาย", "", "คีรีพนาสุข")),
        ("นภา ดอยสงบสุข", Name("", "นภา", "", "ดอยสงบสุข")),
        ("นางสาวิตรี ใจคำหล้า", Name("นาง", "สาวิตรี", "", "ใจคำหล้า")),
        ("นางสาวสาวิตรี ใจคำหล้า", Name("นางสาว", "สาวิตรี", "", "ใจคำหล้า")),
        ("คุณากร ใจคำหล้า", Name("", "คุณากร", "", "ใจคำหล้า")),
        ("คุณ นภา", Name("คุณ", "นภา")),
        ("ด.ญ. มูแฮ (นุ่น) ธารน้ำเงา", Name("เด็กหญิง", "มูแฮ", "", "ธารน้ำเงา", "นุ่น")),
        ("นาย มานะ เล ดอยสงบสุข", Name("นาย", "มานะ", "เล", "ดอยสงบสุข")),
        ("นาย มานะ ณ ลำปาง", Name("นาย", "มานะ", "", "ณ ลำปาง")),
        ("นาย", Name("นาย")),
        ("นาย (ดาว)", Name("นาย", "", "", "", "ดาว")),
        ("พระ", Name("", "พระ")),
        ("- มานะ ใจคำหล้า", Name("", "มานะ", "", "ใจคำหล้า")),
        ("-", Name("", "", "", "", "")),
        ("", Name()),
        ("Mr. Somchai Jaidee", Name("นาย", "Somchai", "", "Jaidee")),
        ("ส.ต.ต.หญิงนภา ดอยสงบสุข", Name("ส.ต.ต.หญิง", "นภา", "", "ดอยสงบสุข")),
        ("จ.ส.ต. หญิง ดาว (หญิง)", Name("จ.ส.ต.หญิง", "ดาว", "", "", "หญิง")),
        ("พ.อ.อ.มานะ ใจคำหล้า", Name("พ.อ.อ.", "มานะ", "", "ใจคำหล้า")),
        ("หญิง ใจคำหล้า", Name("", "หญิง", "", "ใจคำหล้า")),
        ("พอ คีรีพนาสุข", Name("", "พอ", "", "คีรีพนาสุข")),
        ("พ.อ. พอ คีรีพนาสุข", Name("พ.อ.", "พอ", "", "คีรีพนาสุข")),
        ("พอ. มานะ ใจคำหล้า", Name("พ.อ.", "มานะ", "", "ใจคำหล้า")),
        ("Missouri Jaidee", Name("", "Missouri", "", "Jaidee")),
    ],
)
def test_splitting(typed: str, name: Name) -> None:
    assert split_name(typed) == name


@given(
    st.sampled_from([(title, spelling) for title, many in TITLES.items() for spelling in many]),
    st.sampled_from(GIVEN),
    st.sampled_from([*SURNAMES, "", "-"]),
    st.sampled_from([" ", "  ", "\u00a0"]),
)
def test_any_title_with_any_name(
    title: tuple[str, str], given_name: str, surname: str, gap: str
) -> None:
    canonical, spelling = title
    name = split_name(f"{spelling}{given_name}{gap}{surname}")
    assert name == Name(canonical, given_name, "", surname.strip("-"))


@given(st.sampled_from(GIVEN), st.sampled_from(SURNAMES))
def test_a_name_without_a_title_stays_whole(given_name: str, surname: str) -> None:
    assert split_name(f"{given_name} {surname}") == Name("", given_name, "", surname)


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    split_name(text)


def test_formal_order() -> None:
    assert full_name("เด็กหญิง", "ดาวเรือง", "ธารน้ำเงา") == "เด็กหญิงดาวเรือง ธารน้ำเงา"
    assert full_name("นาย", "ดิโพ", "") == "นายดิโพ"
    assert full_name("นาย", "ดิโพ", "", blank_surname="-") == "นายดิโพ -"
    assert full_name("", "มานะ", "ดอยสงบสุข", "เล") == "มานะ เล ดอยสงบสุข"


def test_lists_sort_by_given_name() -> None:
    people = [("มานะ", "กา"), ("นภา", "ใจ"), ("เกิด", "ฮา"), ("นภา", "กา"), ("นภาพร", "กา")]
    assert sorted(people, key=lambda person: name_sort_key(*person)) == [
        ("เกิด", "ฮา"), ("นภา", "กา"), ("นภา", "ใจ"), ("นภาพร", "กา"), ("มานะ", "กา"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("แม่สวด", "แมสวด"),
        ("บ้านแม่สวด", "แมสวด"),
        ("หมู่บ้านแม่สวด", "แมสวด"),
        ("แม่สวดบ้าน", "แมสวดบาน"),
        ("แม่สวดหมู่บ้าน", "แมสวดหมูบาน"),
        ("บ้าน", "บาน"),
        ("หมู่บ้าน", "หมูบาน"),
    ],
)
def test_a_village_is_known_without_the_word_for_it(name: str, key: str) -> None:
    assert place_key(name) == key


def test_the_title_to_propose_at_fifteen() -> None:
    assert proposed_title("เด็กชาย", 15) == "นาย"
    assert proposed_title("เด็กหญิง", 15) == "นางสาว"
    assert proposed_title("เด็กชาย", 14) is None
    assert proposed_title("นาย", 40) is None


def test_titles_have_one_form() -> None:
    assert canonical_title("ด.ญ.") == "เด็กหญิง"
    assert canonical_title("พันตำรวจเอกหญิง") == "พ.ต.อ.หญิง"
    assert canonical_title("พอ") == "พ.อ."  # in a column of titles
    assert canonical_title(" น.ส. ") == "นางสาว"
    assert canonical_title("หมอ") is None
