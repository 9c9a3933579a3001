"""Possible duplicates: by number or by enough that agrees, never by a surname alone."""

from __future__ import annotations

import random

from desktop.exchange.duplicates import Person, compare, find_duplicates, find_within
from desktop.models.dates import PartialDate
from desktop.models.identity import parse_identity
from tests.exchange.rosters import somebody

ONE, TWO = parse_identity("1999900000013"), parse_identity("2999900000020")


def person(
    key: str,
    given: str = "นภา",
    *,
    number: str = "",
    surname: str = "ดอยสงบสุข",
    nickname: str = "",
    birth: PartialDate | None = None,
    moo: str = "",
    carer: str = "",
) -> Person:
    return Person.of(
        key,
        identities=[parse_identity(number)],
        given=given,
        surname=surname,
        nickname=nickname,
        birth=birth,
        moo=moo,
        carer=carer,
    )


def test_the_same_number_is_the_same_person() -> None:
    found = find_duplicates(
        [person("a", "นภา", number="1-9999-00000-01-3")],
        [person("b", "มานะ", number="1999900000013"), person("c", "มานะ")],
    )
    assert [(pair.key, pair.other, pair.score, pair.reasons) for pair in found] == [
        ("a", "b", 100, ("number",))
    ]


def test_a_name_with_enough_that_agrees() -> None:
    known = [
        person("b", nickname="ดาว", birth=PartialDate(2012, 3), moo="3"),
        person("c", nickname="ต้น", birth=PartialDate(1990), moo="5"),
    ]
    (pair,) = find_duplicates(
        [person("a", nickname="ดาว", birth=PartialDate(2013), moo="3", surname="")], known
    )
    assert (pair.other, pair.reasons) == (
        "b", ("given", "nickname", "birth_year_next", "village"),
    )  # fmt: skip


def test_never_by_the_surname_alone() -> None:
    village = [person(str(number), given, moo="3") for number, given in enumerate("กขคง", 1)]
    assert find_duplicates([person("a", "จ", moo="3")], village) == []
    assert compare(person("a", "มานะ"), person("b", "บุญยืน")).score == 0


def test_a_common_name_and_village_are_not_enough() -> None:
    assert find_duplicates([person("a", moo="3")], [person("b", moo="3")]) == []


def test_one_slip_in_the_name() -> None:
    (pair,) = find_duplicates(
        [person("a", "พรสวรรค์", nickname="ดาว", moo="3", birth=PartialDate(2012))],
        [person("b", "พรสวรรณ์", nickname="ดาว", moo="3", birth=PartialDate(2012))],
    )
    assert pair.reasons[0] == "given_nearly"


def test_tone_marks_do_not_part_people() -> None:
    found = find_duplicates(
        [person("a", "หน่อแอริ", carer="นางดาวเรือง ใจคำหล้า", moo="3")],
        [person("b", "หนอแอริ", carer="ดาวเรือง ใจคําหล้า", moo="3")],
    )
    assert [pair.other for pair in found] == ["b"]


def test_two_good_numbers_are_two_people() -> None:
    facts = {"nickname": "ดาว", "moo": "3", "birth": PartialDate(2012)}
    one = person("a", number=ONE.value, **facts)  # type: ignore[arg-type]
    two = person("b", number=TWO.value, **facts)  # type: ignore[arg-type]
    unnumbered = person("c", **facts)  # type: ignore[arg-type]
    assert [pair.other for pair in find_duplicates([one], [two, unnumbered])] == ["c"]


def test_within_one_list_each_pair_once() -> None:
    same = [person(key, nickname="ดาว", moo="3", birth=PartialDate(2012)) for key in "abc"]
    pairs = [(pair.key, pair.other) for pair in find_within(same)]
    assert pairs == [("b", "a"), ("c", "a"), ("c", "b")]


def test_quick_ways_find_what_comparing_all_finds() -> None:
    chance = random.Random(7)
    people = []
    for number in range(300):
        who = somebody(chance, number)
        people.append(
            person(
                str(number),
                who.given,
                surname=who.surname,
                nickname=who.nickname,
                birth=PartialDate.from_iso(who.birth) if who.birth else None,
                moo=who.moo,
                carer=who.carer,
            )
        )
    half = len(people) // 2
    news, known = people[:half], people[half:]
    slow = {
        (one.key, other.key) for one in news for other in known if compare(one, other).score >= 65
    }
    quick = {(pair.key, pair.other) for pair in find_duplicates(news, known, most=1_000)}
    assert slow
    assert quick == slow


def test_a_number_that_is_known_settles_it() -> None:
    facts = {"nickname": "ดาว", "moo": "3", "birth": PartialDate(2012)}
    known = [person("b", **facts), person("c", number=ONE.value)]  # type: ignore[arg-type]
    found = find_duplicates([person("a", number=ONE.value, **facts)], known)  # type: ignore[arg-type]
    assert [(pair.other, pair.score) for pair in found] == [("c", 100)]


def test_a_reason_is_told_only_where_it_is_true() -> None:
    facts = {"nickname": "แดง", "moo": "3", "birth": PartialDate(2012)}
    found = compare(person("a", "สมศรี", **facts), person("b", "สมร", **facts))  # type: ignore[arg-type]
    assert "given" not in found.reasons
    assert "given_nearly" not in found.reasons
    assert compare(person("a", "สมศรี"), person("b", "สมศรี")).reasons[0] == "given"


def test_a_carer_of_nearly_the_same_name_is_not_said_to_be_the_same() -> None:
    one = person("a", "สมศรี", nickname="แดง", carer="นายคำแสน ป่าแดง")
    other = person("b", "สมศรี", nickname="แดง", carer="นายคำแสง ป่าแดง")
    assert "carer_nearly" in compare(one, other).reasons
    assert "carer" in compare(one, one).reasons
