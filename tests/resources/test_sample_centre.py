"""The sample centre: every code is known, every number is safe, everything fits together."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop.models import area, areas, hett, people, persons, plan, program
from desktop.models.base import Base, SyncedRecord, synced_classes
from desktop.models.fields import fields_of
from desktop.models.framework import load as load_framework
from desktop.models.sample import SampleRecord, date_fields, moved_date, sample_records
from desktop.models.text import normalise
from desktop.models.vocabulary import load
from resources.sample import make_sample
from resources.sample.sample_days import age_of

TODAY = date(2026, 11, 22)
# (kind, field) -> the lists of its codes; a field may hold one code or several.
CODES = {
    (kind, name): each.vocabularies
    for kind, cls in synced_classes().items()
    for name, each in fields_of(cls).items()
    if each.type in ("code", "codes")
}


@cache
def records() -> tuple[SampleRecord, ...]:
    return tuple(sample_records(TODAY))


def of_kind(kind: str) -> list[SampleRecord]:
    return [record for record in records() if record.kind == kind]


def check_digit(number: str) -> int:
    return (11 - sum((13 - i) * int(d) for i, d in enumerate(number[:12])) % 11) % 10


def test_every_code_is_in_its_vocabulary() -> None:
    for record in records():
        for name, value in record.fields.items():
            lists = CODES.get((record.kind, name))
            if lists is None or value is None:
                continue
            for code in value if isinstance(value, list) else [value]:
                assert any(code in load(each) for each in lists), (record.key, name, code)


def test_texts_that_a_list_offers_are_its_labels() -> None:
    for household in of_kind("household"):
        assert load("family_status").find(household.fields["family_status"])
    for private in of_kind("learner_private"):
        assert load("treatment_rights").find(private.fields["treatment_right"])


def test_most_coded_fields_are_really_used() -> None:
    used = {(record.kind, name) for record in records() for name in record.fields}

    assert len(used & set(CODES)) >= 45


def test_parents_come_before_their_children_and_keys_are_unique() -> None:
    seen: set[str] = set()
    for record in records():
        for name, value in record.fields.items():
            if name.endswith("_id") and value is not None:
                assert value in seen, (record.key, name, value)
        assert record.key not in seen
        seen.add(record.key)


def test_numbers_are_fictional_and_right_or_confirmed() -> None:
    confirmed = 0
    values = []
    for record in of_kind("learner_code"):
        value = record.fields["value"]
        if record.fields["code_kind"] == "national":
            assert re.fullmatch(r"[0-8]9999\d{8}", value)
            right = int(value[12]) == check_digit(value)
            assert right != record.fields["checksum_confirmed"]
            confirmed += not right
            values.append(value)
        elif record.fields["code_kind"] == "g_code":
            assert re.fullmatch(r"G6999\d{8}", value)
            values.append(value)
        else:
            assert record.fields["code_kind"] in load("identity_papers")
    assert confirmed >= 2
    assert len(values) == len(set(values))
    with_number = {r.fields["learner_id"] for r in of_kind("learner_code")}
    assert len(with_number) < len(of_kind("learner"))


def test_ratings_fit_the_framework() -> None:
    framework = load_framework(1)
    for record in of_kind("rating"):
        indicator = framework.indicator(record.fields["indicator"])
        if record.fields["state"] != "rated":
            assert "level" not in record.fields
            continue
        assert record.fields["level"] in (1, 2, 3, 4)
        assert record.fields["self_level"] in (1, 2, 3, 4)
        described = {field.key: field for field in indicator.raw}
        for key, value in record.fields.get("raw", {}).items():
            field = described[key]
            if field.type == "choice":
                codes = value if field.many else [value]
                known = {option.code for option in field.options}
                for code in codes:
                    assert code in (load(field.vocabulary) if field.vocabulary else known)
            elif field.type == "number":
                assert field.minimum is None or value >= field.minimum
                assert field.maximum is None or value <= field.maximum
            else:
                kind: type = {"list": list, "yes_no": bool}.get(field.type, str)
                assert isinstance(value, kind), (record.key, key)


def test_the_size_of_the_centre() -> None:
    assert len(of_kind("learner")) == 60
    assert len(of_kind("village")) == 7
    assert len(of_kind("hamlet")) >= 3
    assert len(of_kind("user")) == 3
    rounds = Counter(record.fields["learner_id"] for record in of_kind("assessment"))
    assert set(rounds.values()) == {1, 2, 3, 4}
    statuses = {record.fields["status"] for record in of_kind("plan")}
    assert statuses == {"draft", "agreed", "active", "reviewed", "closed"}
    centre = of_kind("centre")[0].fields
    assert areas.tambon(centre["tambon"]) is not None
    assert "ข้อมูลตัวอย่าง" in centre["name"]


def test_the_personas_of_the_publication_are_there() -> None:
    people = {record.key: record.fields for record in of_kind("learner")}
    groups: dict[str, set[str]] = {}
    for record in of_kind("learner_group"):
        groups.setdefault(record.fields["learner_id"], set()).add(record.fields["code"])

    def some(code: str, births: tuple[str, ...]) -> bool:
        return any(
            code in groups[key] and person["birth"].startswith(births)
            for key, person in people.items()
        )

    assert some("TG10", ("2017",))
    assert some("TG17", ("2010",))
    assert some("TG16", ("2014",))
    assert some("TG04", ("2009",))
    assert some("TG05", ("2007",))
    assert some("TG09", ("2012",))
    assert some("TG07", ("1992",))
    assert some("TG13", ("1958",))
    assert any(person["birth"] == "2016" for person in people.values())
    assert any(person["title"] == "สามเณร" for person in people.values())
    assert sum(person["surname"] is None for person in people.values()) >= 8


def test_titles_fit_the_ages() -> None:
    for record in of_kind("learner"):
        person = record.fields
        young = age_of(person["birth"]) < 15
        if person["title"] in ("เด็กชาย", "เด็กหญิง", "สามเณร"):
            assert young, record.key
        else:
            assert person["title"] in ("นาย", "นาง", "นางสาว")
            assert not young, record.key


def test_what_has_happened_lies_in_the_past_and_plans_follow_assessments() -> None:
    today = TODAY.isoformat()
    # Who answers next week, and when a course meets, is known before.
    for record in (each for each in records() if each.kind not in ("duty", "session")):
        for name in ("on", "signed_on", "registered_on", "agreed_on", "raised_on", "closed_on"):
            value = record.fields.get(name)
            assert value is None or value <= today, (record.key, name, value)
    due = [record.fields["next_review_on"] for record in of_kind("plan")]
    assert any(day is not None and day < today for day in due)
    assert any(day is not None and day > today for day in due)


def test_thai_is_in_its_normal_form() -> None:
    def texts(value: Any) -> list[str]:
        if isinstance(value, Mapping):
            return [text for entry in value.values() for text in texts(entry)]
        if isinstance(value, list):
            return [text for entry in value for text in texts(entry)]
        return [value] if isinstance(value, str) else []

    for record in records():
        for text in texts(record.fields):
            assert normalise(text) == text, record.key


def test_dreams_are_each_persons_own() -> None:
    dreams = Counter(record.fields["dream"] for record in of_kind("plan"))

    assert [dream for dream, times in dreams.items() if times > 1] == []


@pytest.mark.parametrize("days", [0, 1, 40, 400, 3000])
def test_the_centre_moves_with_today(days: int) -> None:
    today = TODAY + timedelta(days=days)
    moved = list(sample_records(today))

    assert len(moved) == len(records())
    latest = max(r.fields["on"] for r in moved if r.kind == "contact")
    before = max(r.fields["on"] for r in records() if r.kind == "contact")
    assert date.fromisoformat(latest) - today == date.fromisoformat(before) - TODAY


@pytest.mark.parametrize(
    ("text", "days", "moved"),
    [
        ("2026-11-22", 10, "2026-12-02"),
        ("2016", 400, "2017"),
        ("2016", 100, "2016"),
        ("2018-05", 61, "2018-07"),
        ("2018-12", 31, "2019-01"),
        ("2018-01", -31, "2017-12"),
    ],
)
def test_moving_a_date_as_far_as_it_is_known(text: str, days: int, moved: str) -> None:
    assert moved_date(text, days) == moved


def test_every_date_is_in_a_field_that_moves() -> None:
    def check(value: Any, name: str) -> None:
        if isinstance(value, Mapping):
            for inner, entry in value.items():
                check(entry, inner)
        elif isinstance(value, list):
            for entry in value:
                check(entry, name)
        elif isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value):
            assert name in date_fields(), name

    for record in records():
        check(record.fields, "")


def test_the_committed_centre_is_what_the_script_makes() -> None:
    committed = json.loads((Path(make_sample.__file__).parent / "centre.json").read_text("utf-8"))

    assert make_sample.SampleMaker().make() == committed


def test_kinds_and_fields_are_those_of_the_models() -> None:
    # Imported so that their classes are mapped.
    assert all((area, hett, people, persons, plan, program))
    columns = {
        mapper.class_.kind: {column.key for column in mapper.columns}
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, SyncedRecord)
    }
    for record in records():
        assert set(record.fields) - {"carries"} <= columns[record.kind], record.key
