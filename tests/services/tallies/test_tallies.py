"""Counts: what they count, that their question lists the same people, and what stays hidden."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.hett.service import HettService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.plans.service import PlanService
from desktop.services.tallies.records import SMALL, Tally, hide_small, hide_small_table
from desktop.services.tallies.service import TallyService
from desktop.services.workspace import Workspace
from tests.factories import add_learner


def _people(workspace: Workspace) -> None:
    service = LearnerService(workspace)
    for number, (village, status, birth) in enumerate(
        (
            ("2", "at_risk", "2554"),
            ("2", "at_risk", "1/1/2500"),
            ("2", "studying", ""),
            ("10", "studying", "2565"),
            ("", "", "2550"),
        )
    ):
        learner_id = add_learner(
            workspace, f"คน{number}", village=village, status=status, birth=birth, sex="ชาย"
        )
        if number < 2:
            service.set_groups(learner_id, ["TG02", "TG12"])
            service.set_reasons(learner_id, ["LR09"], "LR09")
        if number == 0:
            PlanService(workspace).start(learner_id)


def _counted(tally: Tally) -> dict[str, int | None]:
    return {cell.key: cell.people for cell in tally.cells if cell.people}


def test_counts_by_each_thing(workspace: Workspace) -> None:
    _people(workspace)
    tallies = TallyService(workspace)

    counted = {name: _counted(tallies.by(name)) for name in tallies.NAMES}

    assert counted == {
        "village": {"2": 3, "10": 1, "": 1},
        "status": {"studying": 2, "at_risk": 2, "": 1},
        "case_step": {"found": 4, "planned": 1},
        "group": {"TG02": 2, "TG12": 2, "": 3},
        "reason": {"LR09": 2, "": 3},
        "sex": {"male": 5},
        "age_band": {"3_5": 1, "15_17": 1, "18_24": 1, "60_up": 1, "unknown": 1},
        "plan": {"draft": 1, "none": 4},
    }


def test_each_number_lists_its_people(workspace: Workspace) -> None:
    _people(workspace)
    tallies, lists = TallyService(workspace), LearnerLists(workspace)

    for name in tallies.NAMES:
        for cell in tallies.by(name).cells:
            assert lists.count(cell.query) == cell.people, (name, cell.key)
    table = tallies.table("village", "status")
    for line in table.cells:
        for cell in line:
            assert lists.count(cell.query) == cell.people
    for cell in (*table.row_totals, *table.column_totals):
        assert lists.count(cell.query) == cell.people
    assert table.row_keys == ("2", "10", "")


def test_counts_keep_to_the_question(workspace: Workspace) -> None:
    _people(workspace)
    within = LearnerQuery(villages=("2", "10"), groups=("TG02",))
    tallies, lists = TallyService(workspace), LearnerLists(workspace)

    assert _counted(tallies.by("status", within)) == {"at_risk": 2}
    for name in tallies.NAMES:
        for cell in tallies.by(name, within).cells:
            assert lists.count(cell.query) == cell.people, (name, cell.key)


def test_hett_counts_people_by_their_last_assessment(workspace: Workspace) -> None:
    hett, tallies = HettService(workspace), TallyService(workspace)
    first, second = add_learner(workspace, village="2"), add_learner(workspace, village="3")
    add_learner(workspace)
    earlier, later = hett.start(first, on="1/6/2569"), hett.start(first, on="1/11/2569")
    for assessment, level in ((earlier, 1), (later, 4)):
        hett.rate(assessment, "E1", level)
    rated = hett.start(second, on="2/11/2569")
    hett.rate(rated, "E1", 4)
    hett.rate(rated, "E1", 2)
    hett.rate(rated, "E2", 3)

    education = next(each for each in tallies.hett() if each.dimension == "E")

    assert [cell.people for cell in education.levels] == [0, 0, 1, 1]
    assert (education.not_assessed.people, education.mean) == (1, 3.25)
    assert education.levels[2].query.ids == (second,)
    assert set(tallies.hett_by_village()) == {"2", "3", ""}
    points = tallies.hett_trend()
    assert [(p.fiscal_year, p.quarter, p.assessments, p.means) for p in points] == [
        (2569, 3, 1, {"E": 1.0}),
        (2570, 1, 2, {"E": 3.25}),
    ]


def test_small_counts_are_hidden_with_a_neighbour() -> None:
    assert hide_small([10, 3, 20, 0]) == [None, None, 20, 0]
    assert hide_small([10, 3, 2, 0]) == [10, None, None, 0]
    assert hide_small([10, 1, 1, 7]) == [10, None, None, None]
    assert hide_small([10, 0, 20]) == [10, 0, 20]
    assert hide_small([3, 0]) == [None, None]
    assert hide_small([]) == []


@given(st.lists(st.integers(0, 12), min_size=2, max_size=6))
def test_no_hidden_count_follows_from_the_total(counts: list[int]) -> None:
    shown = hide_small(counts)

    assert not any(count in SMALL for count in shown if count is not None)
    rest = sum(counts) - sum(count for count in shown if count is not None)
    hidden = [place for place, count in enumerate(shown) if count is None]
    if not hidden or rest > 16:
        return
    possible = [each for each in product(range(rest + 1), repeat=len(hidden)) if sum(each) == rest]
    for place in range(len(hidden)):
        assert len({each[place] for each in possible}) > 1


@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=2, max_size=4
        )
    )
)
def test_no_line_of_a_table_gives_a_count_away(table: list[list[int]]) -> None:
    row_totals = [sum(row) for row in table]
    column_totals = [sum(column) for column in zip(*table, strict=True)]

    cells, rows, columns = hide_small_table(table, row_totals, column_totals)

    lines = [(cells[row], rows[row]) for row in range(len(table))]
    lines += [
        ([cells[row][column] for row in range(len(table))], columns[column])
        for column in range(len(table[0]))
    ]
    lines += [(rows, sum(row_totals)), (columns, sum(row_totals))]
    for parts, total in lines:
        unknown = sum(part is None for part in parts) + (total is None)
        # One unknown in a sum is known; several small ones can be told only by their sum.
        assert unknown != 1
        assert not any(part in SMALL for part in parts if part is not None)


def test_hidden_tallies_keep_their_questions(workspace: Workspace) -> None:
    _people(workspace)

    tally = TallyService(workspace).by("village", hidden=True)

    assert tally.total == 5
    assert all(cell.people is None for cell in tally.cells)
