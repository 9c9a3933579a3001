"""The board: every referral in the column of its state, or counted; who may not know sees none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.models.program import User
from desktop.services.all import Services
from desktop.services.referrals.board import STATES
from desktop.services.referrals.lifecycle import REFERRING
from desktop.services.referrals.records import Board, BoardColumn, ReferralQuery
from desktop.services.workspace import Workspace
from tests.services.referrals.course import DAY, PATHS, lead
from tests.subjects.referrals import closed, refer


def column(board: Board, state: str) -> BoardColumn:
    return next(each for each in board.columns if each.state == state)


def names(board: Board) -> list[str]:
    return [row.name for each in board.columns for row in (*each.urgent, *each.rows)]


def to_role(workspace: Workspace, role: str) -> None:
    """Somebody of another role goes on at this laptop."""
    workspace.user = replace(workspace.user, role=role)


def pass_days(workspace: Workspace, days: int) -> None:
    """So many days go by."""
    clock = workspace.database.clock
    workspace.database.clock = lambda: clock() + days * DAY


def test_every_state_has_its_column_and_what_is_done_is_counted(services: Services) -> None:
    assert set(STATES) == {
        REFERRING.thing.first_state, *(each.to for each in REFERRING.transitions),
        *(to for each in REFERRING.transitions if each.forks for to in each.forks[1].values()),
    }  # fmt: skip
    made = {at: lead(services, refer(services, at, {}), path) for at, path in PATHS.items()}
    made["closed"] = closed(services)
    board = services.referrals.board()
    assert board.done == 2  # recalled, and closed without a question that is due
    for at, known in made.items():
        if at not in ("recalled", "closed"):
            assert [row.id for row in column(board, at).rows] == [known]
            assert column(board, at).count == 1
    whole = services.referrals.board(done=True)
    assert whole.done == 0
    shown = {row.id for each in whole.columns for row in each.rows}
    assert shown == set(made.values())
    assert [each.state for each in whole.columns] == [
        s for s in STATES if s not in {"followed_up", "elsewhere"}
    ]


def test_urgent_ones_stand_apart_and_the_longest_waiting_come_first(
    services: Services,
) -> None:
    asked = {
        "ใหม่": {"confirmed_on": "2569-11-15"},
        "นาน": {"confirmed_on": "2569-10"},
        "สัปดาห์": {"confirmed_on": "2569-01-01", "urgency": "week"},
        "วันนี้": {"confirmed_on": "2569-11-18", "urgency": "now"},
        "ปกติ": {"confirmed_on": "2569-11-02", "urgency": "ordinary"},
    }
    for name, values in asked.items():
        refer(services, name, values)
    found = column(services.referrals.board(), "draft")
    assert [row.name for row in found.urgent] == ["วันนี้", "สัปดาห์"]
    assert [row.name for row in found.rows] == ["นาน", "ปกติ", "ใหม่"]


def test_a_column_says_how_many_it_leaves_out_and_can_be_opened(services: Services) -> None:
    for number in range(5):
        refer(services, f"คน{number}", {"confirmed_on": f"2569-11-0{number + 1}"})
    found = column(services.referrals.board(most=2), "draft")
    assert [row.name for row in found.rows] == ["คน0", "คน1"]
    assert (found.count, found.more) == (5, 3)
    opened = column(services.referrals.board(most=2, opened={"draft"}), "draft")
    assert (len(opened.rows), opened.more) == (5, 0)


@pytest.mark.parametrize(("service", "stall"), [("health", 7), ("documents", 30), ("", 14)])
def test_late_is_what_passed_the_days_of_its_service(
    workspace: Workspace, services: Services, service: str, stall: int
) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {"service": service}), PATHS["sent"])
    pass_days(workspace, stall)
    board = services.referrals.board()
    assert column(board, "sent").late == 0
    assert not column(board, "sent").rows[0].ask_again
    pass_days(workspace, 1)
    board = services.referrals.board()
    assert column(board, "sent").late == 1
    (row,) = column(board, "sent").rows
    assert (row.id, row.days, row.stall_days, row.ask_again) == (known, stall + 1, stall, True)


def test_a_question_that_is_due_brings_back_what_was_closed(
    workspace: Workspace, services: Services
) -> None:
    known = closed(services)
    pass_days(workspace, 29)
    assert services.referrals.board().done == 1
    pass_days(workspace, 2)
    board = services.referrals.board()
    assert board.done == 0
    assert column(board, "closed").late == 1
    (row,) = column(board, "closed").rows
    assert (row.id, row.check) == (known, "d30")


def test_a_wait_that_passed_its_day_is_late(workspace: Workspace, services: Services) -> None:
    lead(services, refer(services, "ดอกแก้ว", {}), PATHS["waitlisted"])
    assert column(services.referrals.board(), "waitlisted").late == 0
    pass_days(workspace, 60)
    assert column(services.referrals.board(), "waitlisted").late == 1


def test_it_is_narrowed_by_agency_village_and_who_follows_it(
    workspace: Workspace, services: Services
) -> None:
    here = refer(services, "ดอกแก้ว", {})
    other = refer(services, "แสงดาว", {})
    agency = services.partners.add({"name": "ศูนย์ฝึกอาชีพ"})
    services.referrals.edit(other, {"partner_id": agency})
    learner = services.referrals.get(other).row.learner_id
    services.learners.edit(learner, {"village": "3"})
    with workspace.write() as session:
        user = User(name="ครูอีกคน", role="facilitator")
        session.add(user)
        session.flush()
        someone = user.id
    services.learners.edit(learner, {"facilitator_id": someone})
    village = services.referrals.get(other).row.village_id
    board = services.referrals.board
    assert [name for _known, name in board().agencies] == ["รพ.สต. ตัวอย่าง", "ศูนย์ฝึกอาชีพ"]
    assert names(board(ReferralQuery(partner_id=agency))) == ["แสงดาว"]
    assert len(board(ReferralQuery(partner_id=agency)).agencies) == 2
    assert names(board(ReferralQuery(village_id=village))) == ["แสงดาว"]
    assert names(board(ReferralQuery(facilitator_id=someone))) == ["แสงดาว"]
    mine = ReferralQuery(facilitator_id=workspace.user.user_id)
    assert sorted(names(board(mine))) == ["ดอกแก้ว", "แสงดาว"]  # who wrote it down follows it too
    assert column(board(mine), "draft").count == 2
    assert here in {row.id for row in column(board(mine), "draft").rows}


def test_who_may_not_know_of_it_sees_neither_a_name_nor_a_number(
    workspace: Workspace, services: Services
) -> None:
    lead(services, refer(services, "ลับ", {"service": "protection"}), PATHS["sent"])
    lead(services, refer(services, "เปิดเผย", {"service": "health"}), PATHS["sent"])
    gone = refer(services, "ลบแล้ว", {})
    services.learners.hide([services.referrals.get(gone).row.learner_id])
    assert column(services.referrals.board(), "sent").count == 2
    to_role(workspace, "officer")
    board = services.referrals.board(done=True)
    assert names(board) == ["เปิดเผย"]
    assert sum(each.count for each in board.columns) + board.done == 1


def test_consent_taken_back_is_said_on_the_card(services: Services) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["sent"])
    learner = services.referrals.get(known).row.learner_id
    assert not column(services.referrals.board(), "sent").rows[0].no_consent
    (state,) = [each for each in services.consents.states(learner) if each.purpose == "referral"]
    assert state.latest is not None
    services.consents.withdraw(state.latest.id)
    assert column(services.referrals.board(), "sent").rows[0].no_consent
