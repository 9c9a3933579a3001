"""What comes back: answers by the number of a slip, papers, and what is asked after a service."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.reports.paper_reader import reversed_text, squeezed
from tests.services.referrals.course import BY, DAY, PATHS, SLIP, lead, state
from tests.subjects.referrals import AGENCY, closed, refer


@pytest.mark.parametrize(
    ("answer", "facts", "ends", "taken"),
    [
        ("acknowledge", BY, "acknowledged", 1),
        ("accept", BY, "accepted", 2),
        ("waitlist", {"until": "25/12/2569", **BY}, "waitlisted", 2),
        ("decline", {"decline_reason": "full", **BY}, "declined", 2),
        ("serve", {"served_what": "แว่นตา", **BY}, "served", 3),
    ],
)
def test_an_answer_is_known_by_its_number_and_takes_the_steps_before_it(
    services: Services, answer: str, facts: dict[str, Any], ends: str, taken: int
) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["sent"])
    number = services.referrals.get(known).row.number
    assert services.referrals.of_slip(number.lower()).id == known
    assert services.referrals.answer(f" {number.lower()} ", answer, facts) == known
    detail = services.referrals.get(known)
    assert (detail.row.state, len(detail.moves)) == (ends, 1 + taken)
    services.undo.undo_action(services.undo.last_action() or b"")
    assert state(services, known) == "sent"


def test_several_answers_in_turn_until_it_is_closed(services: Services) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["sent"])
    number = services.referrals.get(known).row.number
    services.referrals.answer(number, "waitlist", {"until": "25/12/2569", **BY})
    services.referrals.answer(number, "serve", {"extent": "part", "served_what": "ตรวจ", **BY})
    services.referrals.answer(number, "serve", {"served_what": "แว่นตา", **BY})
    assert state(services, known) == "served"
    with pytest.raises(UserError, match="move_not_from"):
        services.referrals.answer(number, "accept", BY)
    services.referrals.move(known, "recall", {"reason": "ก"})
    with pytest.raises(UserError, match="slip_done"):
        services.referrals.answer(number, "serve", {"served_what": "แว่นตา", **BY})
    lead(services, known, [("reopen", {}), ("send", {})])
    with pytest.raises(UserError, match="slip_done"):
        services.referrals.of_slip(number)


def test_the_slip_says_what_was_sent_with_a_reply_of_the_same_number(
    services: Services, tmp_path: Path
) -> None:
    known = refer(services, "ดอกแก้ว", {"service": "health", "asked": "ตัดแว่น"})
    with pytest.raises(UserError, match="referral_not_sent"):
        services.referral_slips.write_slip(tmp_path / "x.pdf", known)
    services.referrals.move(known, "send", SLIP)
    services.referrals.edit(known, {"asked": "เปลี่ยนทีหลัง"})
    assert services.referral_slips.write_slip(tmp_path / "x.pdf", known) == 1
    words = squeezed(reversed_text(tmp_path / "x.pdf"))
    number = services.referrals.get(known).row.number
    for said in ("ดอกแก้ว", "ตัดแว่น", AGENCY, "ตรวจสายตา", f"ใบตอบรับ เลขที่ {number}"):
        assert squeezed(said) in words, said
    assert squeezed("เปลี่ยนทีหลัง") not in words
    assert services.referral_slips.write_form(tmp_path / "y.pdf") == 1


def test_the_letter_lists_what_one_agency_has_not_answered(
    services: Services, tmp_path: Path
) -> None:
    waiting = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["sent"])
    lead(services, refer(services, "แสงดาว", {}), PATHS["served"])
    gone = lead(services, refer(services, "คำแพง", {}), PATHS["sent"])
    learner = services.referrals.get(gone).row.learner_id
    (given,) = [e for e in services.consents.states(learner) if e.purpose == "referral"]
    assert given.latest is not None
    services.consents.withdraw(given.latest.id)
    agency = services.referrals.get(waiting).row.partner_id
    assert agency is not None
    services.referral_slips.write_letter(tmp_path / "x.pdf", agency)
    words = squeezed(reversed_text(tmp_path / "x.pdf"))
    assert squeezed("ดอกแก้ว") in words
    assert squeezed("แสงดาว") not in words
    assert squeezed("คำแพง") not in words


def passing(workspace: Workspace, days: int) -> None:
    """Let days go by."""
    clock = workspace.database.clock
    workspace.database.clock = lambda: clock() + days * DAY


def test_entry_stay_and_work_are_asked_after_in_turn_and_each_once(
    workspace: Workspace, services: Services
) -> None:
    known = closed(services)
    assert services.referrals.get(known).row.check == ""
    for days, code in ((31, "d30"), (60, "d90"), (90, "d180")):
        passing(workspace, days)
        row = services.referrals.get(known).row
        assert row.check == code
        assert "referral_check" in {line.code for line in services.today.get().lines}
        facts = {"after_days": code, "check_result": "staying", "known_by": "seen"}
        services.referrals.move(known, "check", facts)
        assert state(services, known) == "followed_up"
        assert services.referrals.get(known).row.check == ""
        with pytest.raises(UserError, match="referral_checked"):
            services.referrals.move(known, "check", facts)


def test_who_left_again_is_begun_anew_with_a_risk_and_all_that_was(
    workspace: Workspace, services: Services
) -> None:
    known = closed(services)
    passing(workspace, 40)
    before = len(services.referrals.get(known).moves)
    facts = {"after_days": "d30", "check_result": "left_again", "known_by": "learner_says"}
    services.referrals.move(known, "check", facts)
    detail = services.referrals.get(known)
    assert (detail.row.state, detail.row.days, len(detail.moves)) == ("draft", 0, before + 1)
    learner = services.learners.get(detail.row.learner_id)
    assert [risk.text("code") for risk in learner.risks] == ["left_again"]


@pytest.mark.parametrize("result", ["not_helped", "moved"])
def test_whom_nothing_helped_is_not_asked_after(
    workspace: Workspace, services: Services, result: str
) -> None:
    known = closed(services)
    services.undo.undo_action(services.undo.last_action() or b"")
    services.referrals.move(known, "close", {"result": result, "known_by": "learner_says"})
    passing(workspace, 200)
    assert services.referrals.get(known).row.check == ""


def test_a_check_of_the_centres_own_is_asked_after_by_nobody(
    workspace: Workspace, services: Services
) -> None:
    services.centre.add_term("referral_checks", "หนึ่งปี")
    known = closed(services)
    passing(workspace, 31)
    assert services.referrals.get(known).row.check == "d30"
    assert services.today.get().lines


def test_a_number_that_is_nobodys_offers_those_nearly_the_same_then_those_of_who_answers(
    services: Services,
) -> None:
    numbers = []
    for name in ("ดอกแก้ว", "แสงดาว", "คำแพง"):
        known = refer(services, name, {})
        services.referrals.move(known, "send", {"channel": "slip"})
        numbers.append(services.referrals.get(known).row.number)
    letters = numbers[0].split("-")[0]

    def near(number: str, institution: str = "") -> list[str]:
        return [row.number for row in services.referrals.near_slips(number, institution)]

    assert near(numbers[1].lower())[0] == numbers[1]
    assert near(f"{letters}-O001")[0] == numbers[0]
    assert near("ไม่ใช่เลข") == []
    assert sorted(near("ไม่ใช่เลข", AGENCY)) == sorted(numbers)
    assert near("", "ที่อื่น") == []
