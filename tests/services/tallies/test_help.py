"""Reports of help: parts add up to the whole, and what must not leave does not."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery
from desktop.services.tallies.help_service import REPORTS
from desktop.services.tallies.help_tables import Figure, HelpRow, HelpTable, hide_alike
from desktop.services.workspace import Workspace
from tests.reports.paper_reader import reversed_text, squeezed
from tests.services.matches.test_matches import given_whole
from tests.services.referrals.course import BY, DAY, FACTS, PATHS, SLIP, lead
from tests.subjects.referrals import closed, refer


def numbers(table: HelpTable, name: str = "") -> dict[str, float | None]:
    """The figures of the row of a name, of the sums without one."""
    figures = next((row.figures for row in table.rows if row.name[0] == name), table.total)
    return {code: each.number for code, each in zip(table.columns, figures, strict=True)}


def ids_of(table: HelpTable, column: str) -> set[UUID]:
    return set(table.total[table.columns.index(column)].ids)


def need(services: Services, name: str, kind: str) -> UUID:
    learner = services.learners.add({"given": name, "village": "3"}).id
    asked = {"assistance": kind, "quantity": 2, "unit": "piece", "share": "named"}
    return services.needs.add({"name": "ของ", "learner_id": learner, **asked})


def give(services: Services, known: UUID, quantity: int) -> None:
    offer = services.offers.add({"name": "ของ", "quantity": quantity, "unit": "piece"})
    giver = services.persons.add({"given": "คำมูล"})
    given_whole(services, services.matches.propose(known, offer), quantity, giver)


def test_needs_stand_once_by_kind_and_once_by_village(services: Services) -> None:
    services.centre.save_village("3", {"name": "ห้วยใส"})
    whole, part, none = (
        need(services, name, kind)
        for name, kind in (("กา", "food"), ("ขา", "food"), ("คา", "device"))
    )
    give(services, whole, 2)
    give(services, part, 1)
    kinds, villages = services.help_tallies.report("needs")
    for table in (kinds, villages):
        assert numbers(table) == {"all": 3, "met": 1, "part": 1, "none": 1}
        assert ids_of(table, "met") == {whole}
        assert ids_of(table, "none") == {none}
        for row in table.rows:
            every, *parts = (each.number or 0 for each in row.figures)
            assert every == sum(parts)
    assert numbers(kinds, "อาหาร") == {"all": 2, "met": 1, "part": 1, "none": 0}
    assert numbers(villages, "หมู่ 3 ห้วยใส")["all"] == 3
    elsewhere = services.help_tallies.report("needs", LearnerQuery(villages=("9",)))
    assert all(table.rows == () for table in elsewhere)


def test_what_was_sent_is_answered_unanswered_not_out_yet_or_called_back(
    workspace: Workspace, services: Services
) -> None:
    begun = {
        name: lead(services, refer(services, name, {}), PATHS["sent"])
        for name in ("กา", "ขา", "คา", "งา", "จา")
    }
    services.referrals.move(begun["กา"], "acknowledge", {"channel": "phone", **BY})
    by_hub = lead(services, refer(services, "ฉา", {}), [("send", {"channel": "hub"})])
    clock = workspace.database.clock
    workspace.database.clock = lambda: clock() + 10 * DAY
    services.referrals.move(begun["ขา"], "acknowledge", {"channel": "phone", **BY})
    services.referrals.move(begun["คา"], "recall", {"reason": "ส่งผิด"})
    # What was sent anew is another sending, and the first stays answered.
    lead(
        services, begun["กา"], [("decline", {}), ("decide", {"decision": "again"}), ("send", SLIP)]
    )
    (table,) = services.help_tallies.report("answers")
    (row,) = table.rows
    assert numbers(table) == numbers(table, row.name[0]) == {
        "sent": 7, "answered": 2, "median": 5, "longest": 10, "unanswered": 3, "oldest": 10,
        "not_synced": 1, "called_back": 1,
    }  # fmt: skip
    assert ids_of(table, "not_synced") == {by_hub}
    assert ids_of(table, "longest") == {begun["ขา"]}
    assert ids_of(table, "oldest") == {begun["งา"], begun["จา"]}
    assert ids_of(table, "unanswered") == {begun["กา"], begun["งา"], begun["จา"]}


def test_everybody_known_is_out_coming_back_or_arrived_and_in_one_of_them_only(
    workspace: Workspace, services: Services
) -> None:
    people = {
        state: lead(services, refer(services, state, {}), PATHS[state])
        for state in ("draft", "sent", "declined", "recalled", "served_part")
    }
    for found in ("staying", "in_work", "left_again", "no_contact"):
        people[found] = closed(services)
    # A second referral of somebody is no second person.
    learner = services.referrals.get(people["draft"]).row.learner_id
    services.referrals.add({"learner_id": learner, "reason": "อีกเรื่อง"})
    clock = workspace.database.clock
    workspace.database.clock = lambda: clock() + 95 * DAY
    for found in ("staying", "in_work", "left_again", "no_contact"):
        facts = {"after_days": "d90", "check_result": found, "known_by": "learner_says"}
        services.referrals.move(people[found], "check", facts)
    whole, parts = services.help_tallies.report("cohort")
    assert numbers(whole) == {"known": 9, "still_out": 4, "re_engaging": 3, "succeeded": 2}
    assert numbers(parts) == {
        "known": 9, "nobody_has": 3, "left_again": 1, "not_in": 0, "agency_has": 1, "entered": 2,
        "stayed": 1, "in_work": 1,
    }  # fmt: skip
    for table in (whole, parts):
        everybody = table.total[0].ids
        apart = [each for figure in table.total[1:] for each in figure.ids]
        assert sorted(apart) == sorted(everybody)
        assert len(set(apart)) == len(apart)
        for row in table.rows:
            assert row.figures[0].number == sum(each.number or 0 for each in row.figures[1:])
    again = {**FACTS["send"]}
    services.referrals.move(people["left_again"], "send", again)
    assert numbers(services.help_tallies.report("cohort")[0])["still_out"] == 3


def test_months_of_a_fund_lead_on_from_one_another_and_goods_stand_apart(
    workspace: Workspace, services: Services
) -> None:
    fund = services.funds.add({"name": "กองทุนข้าวสาร", "owner_kind": "lao"})
    services.funds.move(fund, "open", {})
    services.fund_entries.receive(fund, {"amount": "500", "on": "20/11/2569", "party": "ก"})
    services.goods.receive(fund, {"item": "ข้าว", "quantity": "10", "unit": "ถัง", "party": "ก"})
    clock = workspace.database.clock
    workspace.database.clock = lambda: clock() + 20 * DAY
    services.fund_entries.pay(fund, {"amount": "120.50", "party": "ข"})
    services.goods.give(fund, {"item": "ข้าว", "quantity": "4", "unit": "ถัง", "party": "ข"})
    money, goods = services.help_tallies.report("funds")
    assert [[each.number for each in row.figures] for row in money.rows] == [
        [0, 50000, 0, 50000], [50000, 0, 12050, 37950],
    ]  # fmt: skip
    assert [[each.number for each in row.figures] for row in goods.rows] == [
        [0, 10, 0, 10], [10, 0, 4, 6],
    ]  # fmt: skip
    assert [row.month for row in money.rows] == ["2026-11", "2026-12"]
    assert {each.ids for row in (*money.rows, *goods.rows) for each in row.figures} == {(fund,)}
    assert money.total == goods.total == ()


def test_nobody_who_was_harmed_and_no_small_number_goes_out(
    services: Services, tmp_path: Path
) -> None:
    for place in range(6):
        lead(services, refer(services, f"ค{place}", {"service": "health"}), PATHS["sent"])
    lead(services, refer(services, "ลับ", {"service": "protection"}), PATHS["sent"])
    grouped = refer(services, "กลุ่ม", {})
    lead(services, grouped, PATHS["sent"])
    held = services.referrals.get(grouped).row.learner_id
    services.learners.set_groups(held, ["TG06"])
    (inside,) = services.help_tallies.report("answers")
    assert numbers(inside)["sent"] == 8
    (outside,) = services.help_tallies.report("answers", hidden=True)
    assert numbers(outside)["sent"] == 6
    assert all(not each.ids for each in outside.total)
    lead(services, refer(services, "อีก", {}), PATHS["accepted"])
    (outside,) = services.help_tallies.report("answers", hidden=True)
    (row,) = outside.rows
    assert [each.hidden for each in row.figures] == [
        False, True, True, True, True, True, False, False,
    ]  # fmt: skip
    paper, book = tmp_path / "x.pdf", tmp_path / "x.xlsx"
    services.help_reports.write_pdf(paper, "answers")
    assert squeezed("ไม่แสดง") in squeezed(reversed_text(paper))
    services.exporting.export("help_answers", book)
    cells = {
        str(cell.value) for sheet in openpyxl.load_workbook(book) for line in sheet for cell in line
    }
    assert "ไม่แสดง" in cells
    assert "7" in cells


def test_two_tables_of_the_same_things_hide_the_same_sums() -> None:
    def table(name: str, lines: list[tuple[int, int, int]]) -> HelpTable:
        def figures(line: tuple[int, ...]) -> tuple[Figure, ...]:
            return tuple(Figure(each) for each in (sum(line), *line))

        below = tuple(sum(each) for each in zip(*lines, strict=True))
        rows = tuple(HelpRow((str(each), ""), figures(each)) for each in lines)
        return HelpTable(name, ("all", "met", "part", "none"), rows, "need", figures(below))

    one = table("needs_by_kind", [(3, 20, 0), (0, 8, 9)])
    other = table("needs_by_village", [(1, 9, 9), (2, 19, 0)])
    first, second = hide_alike([one, other], 0, (1, 2, 3))
    assert [each.hidden for each in first.total] == [each.hidden for each in second.total]
    for made in (first, second):
        for place in (1, 2, 3):
            column = [row.figures[place] for row in made.rows]
            unseen = sum(each.hidden for each in (*column, made.total[place]))
            assert unseen != 1, "a sum gives it away"


@pytest.mark.parametrize("name", sorted(REPORTS))
@pytest.mark.parametrize("english", [False, True])
def test_every_report_goes_out_as_a_workbook(
    services: Services, tmp_path: Path, name: str, english: bool
) -> None:
    closed(services)
    services.exporting.export(f"help_{name}", tmp_path / "x.xlsx", english=english)
    assert openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames
