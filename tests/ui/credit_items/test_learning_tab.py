"""The tab of learning: the book in two columns, what is missing, and what other subjects add."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from desktop.services.all import Services
from desktop.ui.credit_items.learner_tab import LearningTab
from desktop.ui.credit_items.page import CreditItemScreen
from desktop.ui.evidence.page import EvidenceScreen
from desktop.ui.learner.screen import LearnerScreen
from desktop.ui.learner_place import LEARNING, LearnerPlace
from desktop.ui.shell.shell import Shell
from desktop.ui.widgets.labels import ThaiLabel
from tests.services.credits.test_credits import ACCEPTED, row, submitted
from tests.ui.typing import press


@pytest.fixture
def item(services: Services) -> UUID:
    return submitted(services)


def the_tab(shell: Shell, whose: UUID) -> LearningTab:
    shell.open("learner", LearnerPlace(whose, LEARNING))
    screen = shell.current
    assert isinstance(screen, LearnerScreen)
    tab = screen.built(LEARNING)
    assert isinstance(tab, LearningTab)
    return tab


def texts(tab: LearningTab) -> list[str]:
    return [label.typed for label in tab.findChildren(ThaiLabel) if label.typed]


def test_proposed_and_accepted_stand_side_by_side_and_the_gap_by_what_counts(
    shell: Shell, services: Services, item: UUID
) -> None:
    whose = row(services, item).learner_id
    said = texts(the_tab(shell, whose))
    assert "สกร. มัธยมศึกษาตอนต้น: รับแล้ว 0 จาก 56 หน่วยกิต ยังขาด 56" in said or any(
        "รับแล้ว 0 จาก 56 หน่วยกิต ยังขาด 56" in each for each in said
    )
    assert said[said.index("รับแล้ว") + 2 :][:2] == ["3", "–"]
    services.credits.move(item, "accept", ACCEPTED)
    shell.open("today")
    assert any("รับแล้ว 3 จาก 56" in each for each in texts(the_tab(shell, whose)))


def test_lines_lead_to_the_item_and_to_new_evidence_by_the_keyboard(
    shell: Shell, services: Services, item: UUID
) -> None:
    tab = the_tab(shell, row(services, item).learner_id)
    press(tab.buttons[0], Qt.Key.Key_Space)
    assert isinstance(shell.current, CreditItemScreen)
    page = shell.current
    assert page.accepted.typed == "ยังไม่มีสถานศึกษารับ จึงยังไม่นับ"
    press(page.add_button, Qt.Key.Key_Space)
    assert shell.current.kind == "evidence"
    values = shell.current.form.values()
    assert values["credit_item_id"] == item


def test_evidence_says_what_it_lacks(shell: Shell, services: Services, item: UUID) -> None:
    (shown,) = services.credits.get(item).shown_by
    shell.open("evidence", shown.id)
    page = shell.current
    assert isinstance(page, EvidenceScreen)
    assert page.gaps.typed == "ยังไม่มีภาพหรือเอกสาร"
