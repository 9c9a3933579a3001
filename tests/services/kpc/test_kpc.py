"""กพช.: claimed is not approved, what was not passed does not count, one project is one record."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.services.sync.test_store import exchange


@pytest.fixture
def learner(services: Services) -> UUID:
    return services.learners.add({"given": "คำแพง"}).id


@pytest.fixture
def approver(services: Services) -> UUID:
    return services.persons.add({"given": "ปัญญา"})


def entry(services: Services, learner: UUID, name: str, part: str = "own_project") -> UUID:
    known = {"name": name, "learner_id": learner, "level": "dole_lower", "term": "๑/๒๕๖๙"}
    return services.kpc.add({**known, "part": part, "hours": 60})


def undo(services: Services) -> None:
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)


def test_only_what_was_approved_and_not_failed_counts(
    services: Services, learner: UUID, approver: UUID
) -> None:
    weir, camp = entry(services, learner, "ซ่อมฝาย"), entry(services, learner, "ค่าย", "knowledge")
    (before,) = services.kpc.book(learner).levels
    assert (before.approved, before.own, before.asked, before.own_asked) == (0, 0, 200, 100)
    services.kpc.move(weir, "approve", {"hours": 50, "by_id": approver})
    services.kpc.move(camp, "approve", {"hours": 18, "by_id": approver})
    (level,) = services.kpc.book(learner).levels
    assert (level.approved, level.own) == (68, 50)
    services.kpc.move(camp, "finish")
    services.kpc.move(camp, "fail", {"reason": "มาวันเดียว"})
    (level,) = services.kpc.book(learner).levels
    assert (level.approved, level.own) == (50, 50)
    undo(services)
    (level,) = services.kpc.book(learner).levels
    assert level.approved == 68


def test_an_approval_says_who_and_how_many(services: Services, learner: UUID) -> None:
    weir = entry(services, learner, "ซ่อมฝาย")
    with pytest.raises(UserError, match="field_missing"):
        services.kpc.move(weir, "approve", {"hours": 50})
    someone = services.persons.add({"given": "ปัญญา"})
    with pytest.raises(UserError, match="quantity_not_positive"):
        services.kpc.move(weir, "approve", {"hours": 0, "by_id": someone})


def test_a_term_is_read_as_people_write_it(services: Services, learner: UUID) -> None:
    weir = entry(services, learner, "ซ่อมฝาย")
    assert services.kpc.get(weir).row.term == "1/2569"
    for wrong in ("2569", "4/2569", "1/2026"):
        with pytest.raises(UserError, match="kpc_term_wrong"):
            services.kpc.edit(weir, {"term": wrong})
    services.kpc.edit(weir, {"term": ""})
    assert services.kpc.get(weir).row.term == ""


def test_two_laptops_that_write_one_project_down_write_one(
    workspace: Workspace, other: Workspace, services: Services, learner: UUID
) -> None:
    exchange(workspace, other)
    there = Services(other)
    here = entry(services, learner, "ซ่อมฝาย")
    assert entry(there, learner, "ซ่อม ฝาย") == here
    exchange(workspace, other)
    assert [row.id for row in services.kpc.find()] == [row.id for row in there.kpc.find()] == [here]


def test_the_report_is_a_page_for_each_and_the_blank_names_nobody(
    services: Services, learner: UUID, approver: UUID, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="paper_nothing_to_print"):
        services.kpc_papers.write_reports(tmp_path / "none.pdf")
    second = services.learners.add({"given": "แสงดาว"}).id
    for whose in (learner, second):
        made = entry(services, whose, "ซ่อมฝาย")
        services.kpc.move(made, "approve", {"hours": 50, "by_id": approver})
    assert services.kpc_papers.write_reports(tmp_path / "reports.pdf") == 2
    services.restrictions.restrict(second, "ขอให้พัก")
    assert services.kpc_papers.write_reports(tmp_path / "one.pdf") == 1
    assert services.kpc_papers.write_form(tmp_path / "blank.pdf") == 1


def test_the_day_tells_who_is_near_and_stays_silent_of_others(
    services: Services, learner: UUID, approver: UUID
) -> None:
    def near() -> list[tuple[object, object]]:
        lines = services.today.get(99).lines
        return [
            (line.values["left"], line.values["own_left"])
            for line in lines
            if line.code == "kpc_near"
        ]

    def approved(name: str, hours: int, part: str) -> UUID:
        known = entry(services, learner, name, part)
        services.kpc.move(known, "approve", {"hours": hours, "by_id": approver})
        return known

    approved("ค่าย", 120, "knowledge")
    assert near() == []
    weir = approved("ซ่อมฝาย", 65, "own_project")
    assert near() == [(15, 35)]
    services.kpc.move(weir, "finish")
    services.kpc.move(weir, "fail", {"reason": "มาวันเดียว"})
    assert near() == []
    approved("ปลูกป่า", 80, "own_project")
    assert near() == [(0, 20)]
    approved("ปลูกไผ่", 20, "own_project")
    assert near() == []
    services.kpc.move(weir, "finish")
    undo(services)
    assert near() == []
