"""The page of one referral: what it leads to beside its course."""

from __future__ import annotations

import pytest

from desktop.services.all import Services
from desktop.ui.referrals.page import ReferralScreen
from desktop.ui.shell.shell import Shell
from tests.services.referrals.course import PATHS, lead
from tests.subjects.referrals import refer


@pytest.mark.parametrize("tries", [2, 3])
def test_nobody_answering_is_noted_with_one_press_and_three_tries_close(
    shell: Shell, services: Services, tries: int
) -> None:
    known = lead(services, refer(services, "ดอกแก้ว", {}), PATHS["served"])
    shell.open("referral", known)
    page = shell.current
    assert isinstance(page, ReferralScreen)
    for _ in range(tries):
        page.tried_button.click()
    contacts = services.contacts.of(services.referrals.get(known).row.learner_id)
    assert len(contacts) == tries
    assert {each.contact_kind for each in contacts} == {"phone"}
    assert all(each.next_on for each in contacts)
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
        assert len(services.contacts.of(services.referrals.get(known).row.learner_id)) == tries - 1
