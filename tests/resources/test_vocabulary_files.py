"""The shipped vocabularies: whole, without clashes, with the codes that the domain fixes."""

from __future__ import annotations

import pytest

from desktop.models.text import normalise
from desktop.models.vocabulary import all_names, load


@pytest.mark.parametrize("name", all_names())
def test_every_spelling_leads_to_its_own_term(name: str) -> None:
    vocabulary = load(name)

    assert vocabulary.name == name
    assert vocabulary.th
    assert vocabulary.en
    assert vocabulary.source
    for term in vocabulary.terms:
        for text in (term.code, term.th, term.en, *term.aliases):
            assert vocabulary.find(text) is term, (text, term.code)


@pytest.mark.parametrize("name", all_names())
def test_thai_is_spelt_in_its_normal_form_and_english_is_plain(name: str) -> None:
    for term in load(name).terms:
        for text in (term.th, *term.aliases):
            assert normalise(text) == text
        assert term.en.isascii()


def test_codes_fixed_by_the_domain() -> None:
    def codes(name: str) -> list[str]:
        return [term.code for term in load(name).terms]

    assert codes("target_groups") == [f"TG{n:02}" for n in range(1, 19)]
    assert codes("leaving_reasons") == [*(f"LR{n:02}" for n in range(1, 29)), "LR99"]
    assert codes("disability_education")[:9] == [f"DE{n}" for n in range(1, 10)]
    assert codes("disability_welfare")[:7] == [f"DW{n}" for n in range(1, 8)]
    assert codes("key_skills") == ["K1", "K2", "K3", "K4"]
    assert codes("sgr_forms") == ["lifelong", "self_development", "qualification"]


def test_reasons_name_known_eef_groups() -> None:
    groups = load("eef_reason_groups")

    for term in load("leaving_reasons").terms:
        assert term.extra["eef"] == "" or term.extra["eef"] in groups


def test_not_answering_is_apart_from_not_knowing() -> None:
    for name in ("levels", "ethnic_groups", "religions", "welfare", "languages"):
        unknown = load(name).find("ไม่ทราบ")
        silent = load(name).find("ไม่ประสงค์ตอบ")
        assert unknown is not None
        assert silent is not None
        assert unknown.code != silent.code
