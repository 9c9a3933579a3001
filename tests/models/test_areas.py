"""Areas: the shipped table is whole, codes and names are found."""

from __future__ import annotations

import subprocess
import sys

import pytest

from desktop.models import areas


@pytest.mark.parametrize(
    ("code", "name", "district", "province", "postcode"),
    [
        ("580604", "แม่สวด", "สบเมย", "แม่ฮ่องสอน", "58110"),
        ("520301", "ลำปางหลวง", "เกาะคา", "ลำปาง", "52130"),
        ("320405", "หนองสนิท", "จอมพระ", "สุรินทร์", "32180"),
    ],
)
def test_known_tambons(code: str, name: str, district: str, province: str, postcode: str) -> None:
    area = areas.tambon(code)

    assert area is not None
    assert area.name_th == name
    assert area.district.name_th == district
    assert area.province.name_th == province
    assert area.postcodes[0] == postcode
    assert area.address() == f"ต.{name} อ.{district} จ.{province}"


def test_all_of_thailand_is_there() -> None:
    all_districts = [d for p in areas.provinces() for d in areas.districts(p.code)]
    all_tambons = [t for d in all_districts for t in areas.tambons(d.code)]

    assert len(areas.provinces()) == 77
    assert len(all_districts) == 928
    assert len(all_tambons) == 7_436
    assert len({t.code for t in all_tambons}) == 7_436
    assert all(len(code) == 5 and code.isdigit() for t in all_tambons for code in t.postcodes)


def test_sop_moei_in_thai_order() -> None:
    names = [area.name_th for area in areas.tambons("5806")]

    assert names == ["กองก๋อย", "ป่าโปง", "แม่คะตวน", "แม่สวด", "แม่สามแลบ", "สบเมย"]


def test_unknown_codes_give_nothing() -> None:
    for code in ("", "58", "580699", "999999", "58060x", "5806041"):
        assert areas.tambon(code) is None
    assert areas.districts("99") == ()
    assert areas.tambons("9999") == ()


def test_thai_digits_are_read() -> None:
    area = areas.tambon("๕๘๐๖๐๔")

    assert area is not None
    assert area.name_th == "แม่สวด"


@pytest.mark.parametrize(
    "text",
    [
        "แม่สวด",
        "แมสวด",
        "เเม่สวด",
        "ต.แม่สวด",
        "ตำบลแม่สวด อำเภอสบเมย",
        "แม่สวด สบเมย แม่ฮ่องสอน",
        "ต.แม่สวด อ.สบเมย จ.แม่ฮ่องสอน",
        "mae suat",
        "580604",
    ],
)
def test_search_puts_the_place_first(text: str) -> None:
    assert areas.search(text)[0].code == "580604"


def test_search_by_district_and_postcode_and_limit() -> None:
    assert {area.district.code for area in areas.search("อ.สบเมย")} >= {"5806"}
    assert "580604" in {area.code for area in areas.search("58110", limit=50)}
    assert len(areas.search("บ้าน", limit=7)) == 7
    assert areas.search("") == []
    assert areas.search("ไม่มีที่นี่แน่นอน") == []


def test_names_beginning_with_the_letters_of_area_words_are_found() -> None:
    assert any(area.province.name_th == "ตาก" for area in areas.search("ตาก", limit=200))
    assert areas.search("นางแล")[0].name_th == "นางแล"


def test_bangkok_has_its_own_words() -> None:
    area = areas.tambon("100101")

    assert area is not None
    assert area.address() == "แขวงพระบรมมหาราชวัง เขตพระนคร กรุงเทพมหานคร"


def test_the_source_is_credited() -> None:
    assert "GeoThai" in areas.source()
    assert "CC BY 4.0" in areas.source()


def test_importing_reads_nothing() -> None:
    code = "from desktop.models import areas; print(areas._table.cache_info().currsize)"

    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert printed.stdout.strip() == "0"
