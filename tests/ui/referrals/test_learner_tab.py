"""ส่งต่อ on a learner's page: how far each is, and what is on its way on the overview."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.learner.overview import OverviewTab
from desktop.ui.learner_place import LearnerPlace
from desktop.ui.referrals.learner_tab import LearnerReferralsTab
from desktop.ui.referrals.page import ReferralScreen
from desktop.ui.referrals.words import TAB
from desktop.ui.shell.shell import Shell
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from tests.services.referrals.course import PATHS, lead
from tests.subjects.referrals import AGENCY, refer
from tests.ui.typing import press


@pytest.fixture
def referred(services: Services) -> tuple[UUID, UUID]:
    """A learner, and the referral of theirs that an agency declined."""
    known = lead(services, refer(services, "ดอกแก้ว", {"service": "health"}), PATHS["declined"])
    return services.referrals.get(known).row.learner_id, known


def tab_of(shell: Shell, learner: UUID) -> LearnerReferralsTab:
    shell.open("learner", LearnerPlace(learner, TAB))
    tab = shell.current.findChild(LearnerReferralsTab) if shell.current else None
    assert tab is not None
    return tab


def overview(shell: Shell, learner: UUID) -> OverviewTab:
    shell.open("learner", LearnerPlace(learner))
    tab = shell.current.findChild(OverviewTab) if shell.current else None
    assert tab is not None
    return tab


def said(tab: LearnerReferralsTab | OverviewTab) -> str:
    whole = tab.coming if isinstance(tab, OverviewTab) else tab
    parts = [each.text() for each in whole.findChildren(Button)]
    parts += [each.typed for each in whole.findChildren(ThaiLabel)]
    return "\n".join(parts)


def test_the_tab_says_how_far_each_is_and_what_is_next(
    shell: Shell, services: Services, referred: tuple[UUID, UUID]
) -> None:
    learner, known = referred
    other = services.referrals.add({"learner_id": learner, "reason": "ขอรถ"})
    services.referrals.move(other, "recall", {"reason": "ไม่ต้องแล้ว"})
    tab = tab_of(shell, learner)
    assert QApplication.focusWidget() is tab.buttons[0]
    assert tab.buttons[0].text().startswith(AGENCY)
    assert "รับไม่ได้ · 0 วัน · ตัดสินใจว่าทำอย่างไรต่อ" in said(tab)
    assert [each.text for each in tab.findChildren(StatusPill)] == ["ต้องตัดสินใจ"]
    assert "เรียกคืน" in tab.buttons[1].text()
    press(tab.buttons[0], Qt.Key.Key_Space)
    page = shell.current
    assert isinstance(page, ReferralScreen)
    assert page.detail is not None
    assert page.detail.row.id == known
    shell.back()
    assert QApplication.focusWidget() is tab.buttons[0]
    tab.add_button.click()
    assert shell.current_key == "referral_new"


def test_the_overview_says_what_is_on_its_way(
    shell: Shell, services: Services, referred: tuple[UUID, UUID]
) -> None:
    learner, known = referred
    what = {"assistance": "clothes", "unit": "pair"}
    asked = {"name": "รองเท้า", "learner_id": learner, "quantity": 1, "share": "anonymous"}
    need = services.needs.add({**asked, **what})
    offer = services.offers.add({"name": "รองเท้าใหม่", "quantity": 4, **what})
    match = services.matches.propose(need, offer)
    tab = overview(shell, learner)
    assert not tab.coming.isHidden()
    assert AGENCY in said(tab)
    assert "รองเท้า" in said(tab)
    assert "เสนอแล้ว" in said(tab)
    tab.coming.findChildren(Button)[1].click()
    assert shell.current_key == "match"
    shell.back()
    services.referrals.move(known, "recall", {"reason": "ไม่ต้องแล้ว"})
    services.matches.move(match, "end", {"reason": "elsewhere"})
    assert overview(shell, learner) is tab
    assert tab.coming.isHidden()
    other = services.learners.add({"given": "แสงดาว"}).id
    assert overview(shell, other).coming.isHidden()


def test_who_may_not_know_is_told_nothing_here_either(
    shell: Shell, workspace: Workspace, services: Services, referred: tuple[UUID, UUID]
) -> None:
    learner, known = referred
    services.referrals.edit(known, {"service": "protection"})
    assert AGENCY in said(overview(shell, learner))
    workspace.user = replace(workspace.user, role="officer")
    assert overview(shell, learner).coming.isHidden()
    assert AGENCY not in said(tab_of(shell, learner))
