"""The page of one referral: what it leads to beside its course."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.ui.referrals.page import ReferralScreen
from desktop.ui.shell.shell import Shell
from tests.services.referrals.course import PATHS, lead
from tests.subjects.referrals import AGENCY, refer


@pytest.mark.parametrize("tries", [2, 3])
def test_nobody_answering_is_noted_with_one_press_and_three_tries_close(
    qtbot: QtBot, shell: Shell, services: Services, tries: int
) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["served"])
    shell.open("referral", known)
    page = shell.current
    assert isinstance(page, ReferralScreen)
    for _ in range(tries):
        page.tried_button.click()
    noted = services.tries.of("referral", known)
    assert [(each.way, each.whom, each.result) for each in noted] == [
        ("phone", "person", "no_answer")
    ] * tries
    assert all(each.next_on for each in noted)
    qtbot.waitUntil(lambda: str(tries) in page.tries.typed)
    page.moves_card.buttons["close"].click()
    form = page.moves_card.form
    assert form is not None
    form.put("result", "entered")
    form.put("known_by", "agency")
    form.save()
    assert (services.referrals.get(known).row.state == "closed") == (tries == 3)
    assert bool(page.moves_card.problem) == (tries < 3)
    if tries < 3:
        shell.banner.button.click()
        assert len(services.tries.of("referral", known)) == tries - 1


def test_while_the_agency_has_it_the_agency_is_phoned(shell: Shell, services: Services) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["sent"])
    shell.open("referral", known)
    page = shell.current
    assert isinstance(page, ReferralScreen)
    assert AGENCY in page.tried_button.text()
    page.tried_button.click()
    assert [each.whom for each in services.tries.of("referral", known)] == ["agency"]
