"""Vocabularies: finding what a person means, labels, and a centre's own words."""

from __future__ import annotations

import pytest

from desktop.models.vocabulary import TermOverride, all_names, load


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("levels", "ป.6", "p6"),
        ("levels", "ป6", "p6"),
        ("levels", "ป. ๖", "p6"),
        ("levels", "ประถม 6", "p6"),
        ("levels", "ประถมศึกษาปีที่ 6", "p6"),
        ("levels", "มัธยมศึกษาปีที่ ๓", "m3"),
        ("levels", "ม 4", "m4"),
        ("levels", "อ.2", "k2"),
        ("levels", "ปวช.1", "voc1"),
        ("levels", "กศน. ม.ต้น", "dole_lower"),
        ("levels", "ไม่เคยเรียน", "none"),
        ("levels", "P6", "p6"),
        ("status", "เรียนอยู่", "studying"),
        ("status", " นอกระบบ ", "out_of_school"),
        ("status", "เสี่ยงหลุด", "at_risk"),
        ("status", "ผู้สนใจทั่วไป", "general"),
        ("leaving_reasons", "ดูแลผู้ป่วยติดเตียง", "LR17"),
        ("leaving_reasons", "ความพิการ", "LR03"),
        ("leaving_reasons", "ไม่มีเอกสาร", "LR20"),
        ("leaving_reasons", "ทำงานช่วยครอบครัว", "LR18"),
        ("leaving_reasons", "ตั้งครรภ์", "LR16"),
        ("leaving_reasons", "หมู่บ้านถูกตัดขาดฤดูน้ำหลาก", "LR19"),
        ("leaving_reasons", "ผู้ปกครองมีรายได้น้อย", "LR09"),
        ("leaving_reasons", "เรียนไม่ทัน", "LR22"),
        ("sex", "ช", "male"),
        ("sex", "ญ", "female"),
        ("sex", "m", "male"),
        ("sex", "หญิง", "female"),
        ("sex", "-", "unspecified"),
        ("titles", "ด.ช.", "boy"),
        ("titles", "น.ส.", "miss"),
    ],
)
def test_finds_what_a_person_writes(name: str, text: str, code: str) -> None:
    found = load(name).find(text)

    assert found is not None
    assert found.code == code


def test_a_missing_tone_mark_is_forgiven() -> None:
    found = load("leaving_reasons").find("หมูบานถูกตัดขาด")

    assert found is not None
    assert found.code == "LR19"


@pytest.mark.parametrize("text", ["", "   ", "ไม่มีคำนี้ในรายการใด", "ป.7"])
def test_does_not_guess(text: str) -> None:
    assert load("levels").find(text) is None


def test_levels_stand_in_the_order_of_schooling() -> None:
    codes = [term.code for term in load("levels").terms]

    assert codes[:5] == ["none", "nursery", "k1", "k2", "k3"]
    assert codes.index("p6") < codes.index("m1") < codes.index("m6") < codes.index("bachelor")


def test_labels_in_both_languages_and_unknown_codes_are_told_as_such() -> None:
    groups = load("target_groups")

    assert groups.label("TG17") == "ผู้ดูแลผู้ป่วยติดเตียง"
    assert groups.label("TG17", "en") == "Carers of bed-ridden people"
    assert groups.label("TG77") == "รายการจากโปรแกรมรุ่นใหม่กว่า (TG77)"
    assert groups.label("") == ""
    assert groups.worded("TG17") == "ผู้ดูแลผู้ป่วยติดเตียง"
    assert groups.worded("คนเลี้ยงช้าง") == "คนเลี้ยงช้าง"


def test_sensitive_groups_and_reasons_are_marked() -> None:
    def marked(name: str) -> set[str]:
        return {term.code for term in load(name).terms if term.sensitive}

    assert marked("target_groups") == {"TG05", "TG06"}
    assert marked("leaving_reasons") == {"LR24", "LR25", "LR26"}
    assert all(term.sensitive for term in load("disadvantaged_types").terms)


def test_a_centre_lays_its_own_words_over() -> None:
    own = load("status").with_overrides(
        [
            TermOverride("general", th="เพื่อนร่วมเรียนรู้", order=5),
            TermOverride("visitor", th="ผู้มาเยือน", aliases=("แขก",)),
            TermOverride("declined", hidden=True),
        ]
    )

    assert own.label("general") == "เพื่อนร่วมเรียนรู้"
    assert own.terms[0].code == "general"
    for text in ("ผู้สนใจทั่วไป", "เพื่อนร่วมเรียนรู้"):
        found = own.find(text)
        assert found is not None
        assert found.code == "general"
    guest = own.find("แขก")
    assert guest is not None
    assert guest.code == "visitor"
    assert "declined" not in {term.code for term in own.shown}
    assert own.label("declined") == "ไม่ประสงค์รับบริการ"
    assert load("status").label("general") == "ผู้สนใจทั่วไป"


def test_an_unknown_vocabulary_is_a_key_error() -> None:
    assert "levels" in all_names()
    with pytest.raises(KeyError):
        load("../hett/framework-1")
