"""Keying replies back: the number first, the next one at once, and what waits for its referral."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

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
    kept = services.drafts.load("referral_reply", "ZZ-0009")
    assert kept is not None
    assert kept.content["institution"] == "ห้องบัตร"
    again = refer(services, "แสงดาว", {})
    services.referrals.move(again, "send", {"channel": "slip", "number": "ZZ-0009"})
    replying(shell, "ZZ-0009")
    assert "แสงดาว" in screen.whose.typed
    screen.form.save()
    assert services.referrals.get(again).row.state == "accepted"
    assert services.drafts.load("referral_reply", "ZZ-0009") is None
