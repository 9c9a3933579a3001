"""Who wants to learn what: words of three sources, people once, villages, and what stays inside."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery
from desktop.services.tallies import demand
from desktop.services.tallies.demand import interests_of
from desktop.services.tallies.help_tables import HelpRow, HelpTable
from tests.reports.paper_reader import poppler_text, squeezed


def row(table: HelpTable, name: str) -> HelpRow:
    return next(each for each in table.rows if each.name[0] == name)


def numbers(table: HelpTable) -> dict[str, tuple[float | None, ...]]:
    return {each.name[0]: tuple(figure.number for figure in each.figures) for each in table.rows}


def add(services: Services, name: str, interests: str, moo: str = "4") -> UUID:
    return services.learners.add({"given": name, "interests": interests, "village": moo}).id


def many(services: Services, count: int, interests: str, moo: str) -> list[UUID]:
    return [add(services, f"คน{moo}{place}", interests, moo) for place in range(count)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("ทอผ้า วาดรูป", ["ทอผ้า", "วาดรูป"]),
        ("ทอผ้า, ทอผ้า;\nซ่อมรถ/ขายของ", ["ทอผ้า", "ซ่อมรถ", "ขายของ"]),
        (["ทอผ้า", "วาดรูป ทอผ้า"], ["ทอผ้า", "วาดรูป"]),
        ("- ก", []),
        (None, []),
    ],
)
def test_words_are_taken_apart_and_each_stands_once(said: object, found: list[str]) -> None:
    assert list(interests_of(said)) == found


def test_somebody_stands_once_with_an_interest_whatever_says_so(services: Services) -> None:
    first, second = add(services, "กา", "ทอผ้า"), add(services, "ขา", "ทอผ้า วาดรูป", "5")
    assessment = services.hett.start(first, "entry")
    services.hett.rate(assessment, "T1", level=3, raw={"interests": ["ทอผ้า", "วาดรูป"]})
    plan = services.plans.start(second)
    services.plans.save(plan, {"interests": "ทอผ้า"})
    whole, villages = services.help_tallies.report("demand")
    # People, and of them by the register, by HETT, by the plan.
    assert numbers(whole) == {"ทอผ้า": (2, 2, 1, 1), "วาดรูป": (2, 1, 1, 0)}
    assert set(row(whole, "ทอผ้า").figures[0].ids) == {first, second}
    assert row(whole, "ทอผ้า").figures[2].ids == (first,)
    assert villages.rows == ()


def test_the_last_word_of_a_source_counts(services: Services) -> None:
    known = [add(services, name, "ทอผ้า") for name in ("กา", "ขา")]
    services.learners.edit(known[1], {"interests": "จักสาน"})
    add(services, "คา", "จักสาน")
    (whole, _villages) = services.help_tallies.report("demand")
    assert numbers(whole)["จักสาน"][0] == 2
    assert row(whole, demand._OTHERS[0]).figures[0].ids == (known[0],)


def test_each_village_has_its_own_and_the_narrowed_question_counts_its_people(
    services: Services,
) -> None:
    here, there = many(services, 3, "ทอผ้า", "4"), many(services, 2, "ทอผ้า ซ่อมรถ", "5")
    whole, villages = services.help_tallies.report("demand")
    assert numbers(whole)["ทอผ้า"][0] == 5
    assert len(villages.rows) == 3
    assert {frozenset(each.figures[0].ids) for each in villages.rows} == {
        frozenset(here), frozenset(there),
    }  # fmt: skip
    whole, villages = services.help_tallies.report("demand", LearnerQuery(villages=("5",)))
    assert numbers(whole)["ทอผ้า"][0] == 2
    assert len(villages.rows) == 2


def test_spellings_that_are_found_alike_are_one_and_most_say_how(services: Services) -> None:
    for name, said in (("กา", "Coffee"), ("ขา", "coffee"), ("คา", "coffee")):
        add(services, name, said)
    (whole, _villages) = services.help_tallies.report("demand")
    assert numbers(whole) == {"coffee": (3, 3, 0, 0)}


def test_outside_few_people_and_what_gives_them_away_are_not_told(services: Services) -> None:
    many(services, 9, "ทอผ้า", "4")
    many(services, 2, "ทอผ้า", "5")
    many(services, 6, "ทอผ้า", "6")
    many(services, 3, "ซ่อมรถ", "6")
    whole, villages = services.help_tallies.report("demand", hidden=True)
    assert "ซ่อมรถ" not in numbers(whole)
    assert numbers(whole)["ทอผ้า"][0] == 17
    # The two of one village would follow from the sum: another village is not told either.
    assert [each.figures[0].number for each in villages.rows] == [9]
    assert [figure.ids for each in whole.rows for figure in each.figures] == [()] * 4


def test_only_so_many_have_a_row_and_nobody_is_lost(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demand, "ROWS", 1)
    known = many(services, 3, "ทอผ้า", "4") + many(services, 2, "ซ่อมรถ", "5")
    (whole, _villages) = services.help_tallies.report("demand")
    assert [each.figures[0].number for each in whole.rows] == [3, 2]
    assert {each for line in whole.rows for each in line.figures[0].ids} == set(known)


def test_it_goes_onto_paper_and_into_a_workbook(services: Services, tmp_path: Path) -> None:
    many(services, 6, "ทอผ้า", "4")
    services.help_reports.write_pdf(tmp_path / "a.pdf", "demand")
    paper = squeezed(poppler_text(tmp_path / "a.pdf"))
    assert "ทอผ้า" in paper
    assert "ใครอยากเรียนอะไร" in paper
    services.exporting.export("help_demand", tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    said = {cell.value for sheet in book for line in sheet.iter_rows() for cell in line}
    assert {"ทอผ้า", 6} <= said
