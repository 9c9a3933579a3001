"""Values of every kind of field in the words of the screens: no code, no id, no bare ISO day."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.base import synced_classes
from desktop.models.fields import fields_of
from desktop.models.vocabulary import TermOverride, load
from desktop.ui.code_book import CodeBook
from desktop.ui.person_words import PersonWords
from desktop.ui.value_words import ValueWords

CODED = [
    (kind, name, field.vocabularies)
    for kind, cls in sorted(synced_classes().items())
    for name, field in fields_of(cls).items()
    if field.vocabularies
]


@pytest.mark.parametrize(("kind", "name", "lists"), CODED)
def test_a_code_is_told_by_its_label(
    qapp: QApplication, kind: str, name: str, lists: tuple[str, ...]
) -> None:
    words = ValueWords(CodeBook())
    # A code that stands in both lists is a word of the first.
    labels = {term.code: term.th for each in reversed(lists) for term in load(each).terms}
    for code, label in labels.items():
        assert words.value(kind, name, code) == label
    assert words.value(kind, name, [*labels][:2]) == ", ".join([*labels.values()][:2])


def test_the_centres_own_word_is_told(qapp: QApplication) -> None:
    own = load("status").with_overrides([TermOverride("own_mb1", "เรียนที่วัด")])

    assert ValueWords(CodeBook({"status": own})).value("learner", "status", "own_mb1") == "เรียนที่วัด"


def test_other_values_are_told_as_people_say_them(qapp: QApplication) -> None:
    known = UUID(int=7)
    words = ValueWords(CodeBook(), names={str(known): "หมู่ 4"})

    assert words.value("learner", "birth", "2017-03") == "มี.ค. 2560"
    assert words.value("plan", "flood_months", [8, 9]) == "ส.ค., ก.ย."
    assert words.value("learner", "village_id", known) == "หมู่ 4"
    assert words.value("learner", "village_id", known.bytes) == "หมู่ 4"
    assert words.value("learner", "village_id", UUID(int=8)) == "รายการอื่น"
    assert words.value("urgent_case", "named", [known.hex]) == "หมู่ 4"
    assert words.value("learner", "interpreter_needed", False) == "ไม่ใช่"
    assert words.value("household", "income_per_person", 12000) == "12,000"
    assert words.value("goal", "dimension", "H") not in ("", "H")
    assert words.value("learner", "former_names", [{"name": "ดาวน้อย"}]) == "ดาวน้อย"
    at = int(datetime(2026, 5, 4, 3, 0, tzinfo=UTC).timestamp() * 1000)
    assert words.value("urgent_note", "at", at) == "4 พ.ค. 2569 10:00"
    assert words.value("kind_of_tomorrow", "anything", "ตามที่มา") == "ตามที่มา"
    assert words.value("learner", "note", None) == ""


def test_a_reason_of_a_newer_version_is_told_in_words(qapp: QApplication) -> None:
    said = PersonWords().agreements(("given", "eye_colour", "gait"))
    assert said == "ชื่อเหมือนกัน · และอย่างอื่นที่ตรงกัน"
