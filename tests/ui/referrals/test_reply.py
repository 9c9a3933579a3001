"""Keying replies back: the number first, the next one at once, and what waits for its referral."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.services.all import Services
from desktop.ui.referrals.reply_screen import ReplyScreen
from desktop.ui.shell.shell import Shell
from tests.subjects.referrals import refer
from tests.ui.typing import press, type_text


@pytest.fixture
def sent(services: Services) -> UUID:
    known = refer(services, "ดอกแก้ว", {})
    services.referrals.move(known, "send", {"channel": "slip"})
    return known


def replying(shell: Shell, argument: object = None) -> ReplyScreen:
    shell.open("referral_reply", argument)
    assert isinstance(shell.current, ReplyScreen)
    return shell.current


def key(screen: ReplyScreen, number: str, answer: str) -> None:
    field = screen.form.field("number")
    type_text(field, number)
    press(field, Qt.Key.Key_Tab)
    screen.form.put("answer", answer)
    screen.form.changed()
    type_text(screen.form.field("institution"), "ห้องบัตร")


def test_a_reply_is_keyed_by_its_number_and_the_next_at_once(
    shell: Shell, services: Services, sent: UUID
) -> None:
    screen = replying(shell)
    assert QApplication.focusWidget() is screen.form.field("number")
    key(screen, services.referrals.get(sent).row.number.lower(), "accept")
    screen.form.flush()
    assert "ดอกแก้ว" in screen.whose.typed
    assert screen.form.row("until").isHidden()
    screen.form.save()
    assert services.referrals.get(sent).row.state == "accepted"
    assert QApplication.focusWidget() is screen.form.field("number")
    assert screen.form.values()["number"] == ""
    screen.form.save()
    assert screen.form.row("number").problem
    shell.banner.button.click()
    assert services.referrals.get(sent).row.state == "sent"


def test_what_an_answer_needs_is_said_beside_it(
    shell: Shell, services: Services, sent: UUID
) -> None:
    screen = replying(shell)
    key(screen, services.referrals.get(sent).row.number, "waitlist")
    assert not screen.form.row("until").isHidden()
    screen.form.save()
    assert screen.form.row("until").problem
    assert services.referrals.get(sent).row.state == "sent"


def test_an_answer_waits_for_a_referral_that_has_not_come(
    shell: Shell, services: Services, sent: UUID
) -> None:
    screen = replying(shell)
    key(screen, "zz-0009", "accept")
    screen.form.save()
    assert "เก็บคำตอบไว้รอแล้ว" in screen.whose.typed
    (kept,) = services.referrals.replies()
    assert (kept.number, kept.institution) == ("ZZ-0009", "ห้องบัตร")
    assert services.drafts.load("referral_reply", "") is None
    assert not screen.waiting.isHidden()
    assert [each.id for each in screen.waiting.replies] == [kept.id]
    shell.banner.button.click()
    assert services.referrals.replies() == ()
    screen.refresh(frozenset({"referral_reply"}))
    assert screen.waiting.isHidden()


def test_what_waits_is_put_right_or_taken_out(shell: Shell, services: Services, sent: UUID) -> None:
    services.referrals.answer("ZZ-0009", "waitlist", {"until": "25/12/2569", "institution": "ก"})
    screen = replying(shell)
    screen.waiting.rekey_buttons[0].click()
    assert screen.form.values()["answer"] == "waitlist"
    field = screen.form.field("number")
    assert QApplication.focusWidget() is field
    assert isinstance(field, QLineEdit)
    field.clear()
    type_text(field, services.referrals.get(sent).row.number)
    screen.form.save()
    assert services.referrals.get(sent).row.state == "waitlisted"
    assert services.referrals.replies() == ()
    services.referrals.answer("ZZ-0010", "accept", {"institution": "ก"})
    screen = replying(shell)
    screen.waiting.drop_buttons[0].click()
    assert services.referrals.replies() == ()
    assert screen.waiting.isHidden()
    shell.banner.button.click()
    screen.refresh(frozenset({"referral_reply"}))
    assert len(screen.waiting.replies) == 1


def test_a_number_that_was_misread_is_put_right_with_one_press(
    shell: Shell, services: Services, sent: UUID
) -> None:
    screen, row = replying(shell), services.referrals.get(sent).row
    field = screen.form.field("number")
    type_text(field, row.number.replace("0", "O", 1))
    press(field, Qt.Key.Key_Tab)
    assert screen.found is None
    (button,) = screen.near_buttons
    assert "ดอกแก้ว" in button.text()
    button.click()
    assert screen.form.values()["number"] == row.number
    assert screen.form.values()["institution"] == row.receiver
    assert screen.near_buttons == []
    assert screen.found is not None
    screen.form.put("answer", "accept")
    screen.form.save()
    assert services.referrals.get(sent).row.state == "accepted"


def test_who_answers_is_whom_the_slip_went_to_until_somebody_says_otherwise(
    shell: Shell, services: Services, sent: UUID
) -> None:
    screen, row = replying(shell), services.referrals.get(sent).row
    field = screen.form.field("number")
    type_text(field, row.number)
    press(field, Qt.Key.Key_Tab)
    assert screen.form.values()["institution"] == row.receiver
    screen.form.put("institution", "ห้องบัตร")
    screen.show_whose(row, "")
    assert screen.form.values()["institution"] == "ห้องบัตร"
