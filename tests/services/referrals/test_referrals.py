"""Referrals: what may go out, what each step needs, and that nothing ends by being sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.referrals import ReferralMove, ReferralSending, ReferralWords
from desktop.services.all import Services
from desktop.services.referrals.reading import unanswered
from desktop.services.referrals.records import ReferralQuery
from desktop.services.workspace import Workspace
from tests.reports.paper_reader import reversed_text, squeezed
from tests.services.referrals.course import DAY, FACTS, PATHS, SLIP, lead, state
from tests.services.sync.test_store import exchange
from tests.subjects.referrals import AGENCY, refer

MAY: dict[str, set[str]] = {
    "draft": {"send", "recall"},
    "sent": {"acknowledge", "recall"},
    "acknowledged": {"accept", "waitlist", "decline", "recall"},
    "accepted": {"waitlist", "decline", "serve", "recall"},
    "waitlisted": {"accept", "waitlist", "decline", "recall"},
    "declined": {"decide", "recall"},
    "unmet": {"reopen"},
    "served_part": {"serve", "recall"},
    "served": {"close", "recall"},
    "recalled": {"reopen"},
}


@pytest.mark.parametrize("at", PATHS)
@pytest.mark.parametrize("code", FACTS)
def test_no_step_passes_its_guard_from_any_state(services: Services, at: str, code: str) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS[at])
    assert state(services, known) == at
    possible = set(services.referrals.get(known).possible)
    assert possible == MAY[at]
    if FACTS[code]:
        with pytest.raises(UserError):
            services.referrals.move(known, code)
    if code in MAY[at] and code != "close":
        services.referrals.move(known, code, FACTS[code])
        return
    with pytest.raises(
        UserError,
        match="referral_not_heard" if at == "served" and code == "close" else "move_not_from",
    ):
        services.referrals.move(known, code, FACTS[code])
    assert state(services, known) == at


@pytest.mark.parametrize(
    ("values", "facts", "refused"),
    [
        ({"partner_id": ""}, SLIP, "referral_no_receiver"),
        ({"reason": " "}, SLIP, "referral_no_reason"),
        ({}, {}, "field_missing"),
    ],
)
def test_nothing_goes_out_to_nobody_or_without_a_word_of_why(
    services: Services, values: dict[str, str], facts: dict[str, str], refused: str
) -> None:
    known = refer(services, "ดอกแก้ว", {})
    services.referrals.edit(known, values)
    with pytest.raises(UserError, match=refused):
        services.referrals.move(known, "send", facts)
    assert state(services, known) == "draft"


def unconsented(services: Services) -> UUID:
    """One to an agency that the learner was not asked about."""
    known = refer(services, "ดอกแก้ว", {})
    other = services.partners.add({"name": "อบต.อื่น"})
    services.referrals.edit(known, {"partner_id": other})
    return known


def test_without_consent_another_basis_is_named_and_worded(services: Services) -> None:
    known = unconsented(services)
    for facts, refused in (
        ({}, "referral_no_consent"),
        ({"basis": "consent", "basis_reason": "ก"}, "referral_no_consent"),
        ({"basis": "vital_interest"}, "referral_basis_no_reason"),
    ):
        with pytest.raises(UserError, match=refused):
            services.referrals.move(known, "send", {**SLIP, **facts})
    urgent = {"basis": "vital_interest", "basis_reason": "เด็กไม่มีที่นอนคืนนี้"}
    services.referrals.move(known, "send", {**SLIP, **urgent})
    assert state(services, known) == "sent"
    assert not services.referrals.get(known).row.no_consent


def sent_of(workspace: Workspace) -> list[tuple[ReferralSending, ReferralWords | None]]:
    with workspace.read() as session:
        found = [
            (each, session.get(ReferralWords, each.words_id) if each.words_id else None)
            for each in session.scalars(select(ReferralSending).order_by(ReferralSending.number))
        ]
        session.expunge_all()
        return found


def test_what_was_sent_is_kept_word_for_word_and_what_is_not_consented_to_stays(
    workspace: Workspace, services: Services
) -> None:
    known = refer(services, "ดอกแก้ว", {"service": "health"})
    learner = services.referrals.get(known).row.learner_id
    services.learners.edit(learner, {"level_last": "p6", "phone": "0800000299"})
    services.people.save_private(learner, {"religion": "buddhist"})
    consent = {"recipient": AGENCY, "data_items": ["person"]}
    services.consents.record(learner, {"referral": True}, consent)
    services.referrals.move(known, "send", SLIP)
    services.referrals.edit(known, {"reason": "อื่น"})
    services.learners.edit(learner, {"given": "ชื่อใหม่"})

    ((sending, words),) = sent_of(workspace)
    assert words is not None
    assert sending.sealed(words)
    assert words.content["name"] == "ดอกแก้ว"
    assert words.content["reason"] == "ตรวจสายตา"
    assert words.content["number"] == sending.number == services.referrals.get(known).row.number
    assert "p6" not in str(words.content)
    assert "buddhist" not in str(words.content)


def test_a_consent_that_covers_no_name_carries_nothing(
    workspace: Workspace, services: Services
) -> None:
    known = refer(services, "ดอกแก้ว", {})
    learner = services.referrals.get(known).row.learner_id
    consent = {"recipient": AGENCY, "data_items": ["education"]}
    services.consents.record(learner, {"referral": True}, consent)
    with pytest.raises(UserError, match="referral_not_covered"):
        services.referrals.move(known, "send", SLIP)
    assert sent_of(workspace) == []


def test_numbers_bear_the_laptops_letters_and_are_never_used_again(
    workspace: Workspace, other: Workspace, services: Services
) -> None:
    first, second = (refer(services, name, {}) for name in ("กา", "ขา"))
    exchange(workspace, other)
    there = Services(other)
    services.referrals.move(first, "send", SLIP)
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)
    assert state(services, first) == "draft"
    services.referrals.move(first, "send", SLIP)
    there.referrals.move(second, "send", SLIP)
    numbers = [
        services.referrals.get(first).row.number, there.referrals.get(second).row.number,
    ]  # fmt: skip
    assert numbers[0].endswith("-0002")
    assert numbers[1].endswith("-0001")
    assert numbers[0].partition("-")[0] != numbers[1].partition("-")[0]


def test_erasing_leaves_that_something_was_sent_and_nobodys_words(
    workspace: Workspace, services: Services
) -> None:
    known = refer(services, "ดอกแก้ว", {})
    learner = services.referrals.get(known).row.learner_id
    services.referrals.move(known, "send", SLIP)
    services.erasure.erase(learner, "ตามคำขอ")
    assert services.referrals.find() == ()
    ((sending, words),) = sent_of(workspace)
    assert (sending.whom_id, sending.matter_id, words) == (None, None, None)
    assert sending.seal
    assert sending.number
    with workspace.read() as session:
        assert session.scalars(select(ReferralMove)).all() == []


def test_consent_taken_back_stops_what_is_out_and_says_so(services: Services) -> None:
    known = refer(services, "ดอกแก้ว", {})
    services.referrals.move(known, "send", SLIP)
    learner = services.referrals.get(known).row.learner_id
    (given,) = [e for e in services.consents.states(learner) if e.purpose == "referral"]
    assert given.latest is not None
    services.consents.withdraw(given.latest.id)
    assert services.referrals.get(known).row.no_consent
    assert "referral_consent" in {line.code for line in services.today.get().lines}
    services.referrals.move(known, "recall", {"reason": "ถอนความยินยอม"})
    services.referrals.move(known, "reopen", {"reason": "ขอใหม่"})
    with pytest.raises(UserError, match="referral_no_consent"):
        services.referrals.move(known, "send", SLIP)


def test_a_decline_goes_elsewhere_or_is_asked_again_and_its_age_begins_anew(
    workspace: Workspace, services: Services
) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["declined"])
    learner = services.referrals.get(known).row.learner_id
    with pytest.raises(UserError, match="referral_next_missing"):
        services.referrals.move(known, "decide", {"decision": "elsewhere", "next_id": known})
    stranger = refer(services, "แสงดาว", {})
    with pytest.raises(UserError, match="referral_next_missing"):
        services.referrals.move(known, "decide", {"decision": "elsewhere", "next_id": stranger})
    clock = workspace.database.clock
    workspace.database.clock = lambda: clock() + 20 * DAY
    assert services.referrals.get(known).row.days == 20
    services.referrals.move(known, "decide", {"decision": "again"})
    row = services.referrals.get(known).row
    assert (row.state, row.days) == ("draft", 0)
    assert len(services.referrals.get(known).moves) == 4
    lead(services, known, [("send", {}), ("acknowledge", {}), ("decline", {})])
    instead = services.referrals.add({"learner_id": learner, "reason": "ที่อื่น"})
    services.referrals.move(known, "decide", {"decision": "elsewhere", "next_id": instead})
    assert state(services, known) == "elsewhere"


@pytest.mark.parametrize(
    ("contacts", "known_by", "closes"),
    [
        ((), "learner_says", False),
        (("meeting",), "learner_says", False),
        (("home_visit",), "learner_says", True),
        (("phone", "phone"), "agency", False),
        (("phone", "phone", "home_visit"), "agency", True),
    ],
)
def test_it_is_closed_by_the_learners_word_or_after_three_tries(
    services: Services, contacts: tuple[str, ...], known_by: str, closes: bool
) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["served"])
    learner = services.referrals.get(known).row.learner_id
    for kind in contacts:
        services.contacts.add(learner, {"contact_kind": kind, "text": "ถาม", "on": "22/11/2569"})
    facts = {"result": "entered", "known_by": known_by}
    if closes:
        services.referrals.move(known, "close", facts)
        assert state(services, known) == "closed"
        return
    with pytest.raises(UserError, match="referral_not_heard"):
        services.referrals.move(known, "close", facts)


def test_a_service_says_after_how_many_days_its_silence_is_asked_about(
    workspace: Workspace, services: Services
) -> None:
    made = {
        code: lead(services, refer(services, code, {"service": code}), PATHS["sent"])
        for code in ("health", "documents", "community")
    }
    clock = workspace.database.clock
    workspace.database.clock = lambda: clock() + 10 * DAY
    silent = {row.id for row in services.referrals.find(ReferralQuery(ask_again=True))}
    assert silent == {made["health"]}
    workspace.database.clock = lambda: clock() + 400 * DAY
    silent = {row.id for row in services.referrals.find(ReferralQuery(ask_again=True))}
    assert silent == {made["health"], made["documents"]}
    with pytest.raises(UserError, match="referral_until_past"):
        lead(services, made["health"], [("acknowledge", {}), ("waitlist", {"until": "1/1/2569"})])


def test_what_has_not_left_this_laptop_is_told_from_what_is_not_answered(
    workspace: Workspace, services: Services
) -> None:
    by_hub = lead(services, refer(services, "ดอกแก้ว", {}), [("send", {"channel": "hub"})])
    by_slip = lead(services, refer(services, "แสงดาว", {}), PATHS["sent"])
    rows = {row.id: row for row in services.referrals.find()}
    assert (rows[by_hub].waits_here, rows[by_slip].waits_here) == (True, False)
    assert (unanswered(rows[by_hub]), unanswered(rows[by_slip])) == (False, True)


def test_whom_a_sensitive_service_is_asked_for_is_not_for_everybody(
    workspace: Workspace, services: Services, tmp_path: Path
) -> None:
    shown = refer(services, "ดอกแก้ว", {"service": "health"})
    hidden = refer(services, "แสงดาว", {"service": "protection"})
    assert len(services.referrals.find()) == 2
    workspace.user = replace(workspace.user, role="officer", sees_sensitive=False)
    assert [row.id for row in services.referrals.find()] == [shown]
    with pytest.raises(UserError, match="record_unknown"):
        services.referrals.get(hidden)
    services.referral_summary.write_pdf(tmp_path / "x.pdf")
    words = squeezed(reversed_text(tmp_path / "x.pdf"))
    assert squeezed("ดอกแก้ว") in words
    assert squeezed("แสงดาว") not in words


def test_a_row_of_a_table_names_its_learner_by_code(services: Services, tmp_path: Path) -> None:
    refer(services, "ดอกแก้ว", {})
    code = services.learners.get(services.referrals.find()[0].learner_id).row.code
    services.partners.add({"name": "อบต.อื่น"})
    book = tmp_path / "x.csv"
    book.write_text(
        "รหัสผู้เรียนรู้,ชื่อ–สกุล,ส่งถึง,เหตุที่ส่งต่อ\n"
        f"{code},ดอกแก้ว,อบต.อื่น,ทำฟัน\nX-404,แสงดาว,{AGENCY},ทำฟัน\n{code},ดอกแก้ว,ไม่มี,ก\n",
        encoding="utf-8",
    )
    preview = services.workbooks.preview("referrals", book)
    assert [problem.code for problem in preview.problems] == [
        "referral_learner_unknown", "referral_agency_unknown",
    ]  # fmt: skip
    assert services.workbooks.run(preview).new == 1
    reasons = {services.referrals.get(row.id).values["reason"] for row in services.referrals.find()}
    assert reasons == {"ตรวจสายตา", "ทำฟัน"}
