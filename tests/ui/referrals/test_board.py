"""The board of referrals by the keyboard: among cards and columns, into a case and back."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.referrals.records import ReferralQuery
from desktop.services.workspace import Workspace
from desktop.ui.referrals.board import ReferralBoardScreen
from desktop.ui.referrals.page import ReferralScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.theme import Scheme, theme
from desktop.ui.translation import Language, LanguageSwitch
from tests.services.referrals.course import DAY, PATHS, lead
from tests.subjects.referrals import refer
from tests.ui.typing import press

Made = dict[str, UUID]


@pytest.fixture
def made(services: Services) -> Made:
    """Two that wait for an answer, one of them urgent; one waiting list; one decline."""
    found = {
        "นาน": ("sent", {"urgency": "ordinary"}),
        "ด่วน": ("sent", {"urgency": "now"}),
        "คิว": ("waitlisted", {}),
        "ไม่รับ": ("declined", {"service": "work"}),
        "จบ": ("recalled", {}),
    }
    return {
        name: lead(services, refer(services, name, more), PATHS[at])
        for name, (at, more) in found.items()
    }


def board(shell: Shell) -> ReferralBoardScreen:
    shell.open("referral_board")
    assert isinstance(shell.current, ReferralBoardScreen)
    return shell.current


def here(screen: ReferralBoardScreen) -> object:
    """The card that has the keyboard."""
    assert QApplication.focusWidget() is screen.board.lists[screen.board.current_column()]
    return screen.board.current_key()


def key(screen: ReferralBoardScreen, *keys: Qt.Key) -> object:
    for each in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        press(focused, each)
    return here(screen)


def said(screen: ReferralBoardScreen) -> str:
    """All that stands on the cards and over the columns."""
    parts = [f"{each.title} {each.note} {each.more}" for each in screen.board.columns]
    parts += [card.said for each in screen.board.columns for card in each.cards]
    return "\n".join(parts)


def test_the_arrows_go_among_cards_and_columns_and_the_keyboard_comes_back(
    shell: Shell, made: Made
) -> None:
    screen = board(shell)
    assert here(screen) == made["ด่วน"]
    assert key(screen, Qt.Key.Key_Down) == made["นาน"]
    assert key(screen, Qt.Key.Key_Down) == made["นาน"]
    assert key(screen, Qt.Key.Key_Right) == made["คิว"]
    assert key(screen, Qt.Key.Key_Right, Qt.Key.Key_Right) == made["ไม่รับ"]
    press(screen.board.lists["declined"], Qt.Key.Key_Return)
    page = shell.current
    assert isinstance(page, ReferralScreen)
    assert page.detail is not None
    assert page.detail.row.id == made["ไม่รับ"]
    shell.back()
    assert shell.current is screen
    assert here(screen) == made["ไม่รับ"]
    assert key(screen, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up) == made["ด่วน"]
    assert key(screen, Qt.Key.Key_Left) == made["ด่วน"]


def test_the_keyboard_follows_a_card_that_moved_on_and_stays_where_one_went(
    shell: Shell, services: Services, made: Made
) -> None:
    screen = board(shell)
    services.referrals.move(made["ด่วน"], "acknowledge", {"channel": "phone", "institution": "ก"})
    screen.refresh(frozenset({"referral"}))
    assert here(screen) == made["ด่วน"]
    assert screen.board.current_column() == "acknowledged"
    services.referrals.move(made["ด่วน"], "recall", {"reason": "ส่งผิด"})
    screen.refresh(frozenset({"referral"}))
    assert here(screen) == made["นาน"]


def test_each_card_says_in_a_word_how_it_stands(
    shell: Shell, workspace: Workspace, services: Services, made: Made
) -> None:
    screen = board(shell)
    cards = {card.key: card for each in screen.board.columns for card in each.cards}
    assert cards[made["นาน"]].mark == "ถามในอีก 15 วัน"
    assert cards[made["ด่วน"]].lines[0] == "ด่วนมาก ภายในวันนี้"
    assert cards[made["คิว"]].mark == "รอถึง 25 ธ.ค. 2569"
    assert (cards[made["ไม่รับ"]].mark, cards[made["ไม่รับ"]].corner) == ("ต้องตัดสินใจ", "0 วัน")
    for days, mark, tone in ((15, "ควรถามใหม่", "warning"), (13, "เงียบนานมาก", "danger")):
        now = workspace.database.clock
        workspace.database.clock = lambda now=now, days=days: now() + days * DAY  # type: ignore[misc]
        screen.ask()
        cards = {card.key: card for each in screen.board.columns for card in each.cards}
        assert (cards[made["นาน"]].mark, cards[made["นาน"]].tone) == (mark, tone)
    assert cards[made["คิว"]].mark == "รอถึง 25 ธ.ค. 2569"
    sent = next(each for each in screen.board.columns if each.key == "sent")
    assert sent.note == "2 เรื่อง · รอนาน 2"
    assert [heading for heading, _cards in sent.groups] == ["ด่วน", "ตามปกติ"]


def test_nothing_is_left_out_unsaid(shell: Shell, services: Services, made: Made) -> None:
    for number in range(45):
        refer(services, f"ร่าง{number}", {})
    screen = board(shell)
    draft = next(each for each in screen.board.columns if each.key == "draft")
    assert (len(draft.cards), draft.note, draft.more) == (40, "45 เรื่อง", "อีก 5 เรื่อง")
    drafts = screen.board.lists["draft"]
    press(drafts, Qt.Key.Key_End)
    assert screen.board.current_key() is None
    press(drafts, Qt.Key.Key_Return)
    draft = next(each for each in screen.board.columns if each.key == "draft")
    assert (len(draft.cards), draft.more) == (45, "")
    assert here(screen) == draft.cards[40].key
    assert "จบ" not in [card.title for each in screen.board.columns for card in each.cards]
    assert "(1 เรื่อง)" in screen.done.box.accessibleName()
    screen.done.box.click()
    assert "จบ" in [card.title for each in screen.board.columns for card in each.cards]


def test_it_is_narrowed_and_says_how_to_see_all_again(
    shell: Shell, services: Services, made: Made
) -> None:
    screen = board(shell)
    agency = services.referrals.get(made["คิว"]).row.partner_id
    assert agency is not None
    screen.agency.set_value(agency.hex)
    screen.ask()
    assert screen.query == ReferralQuery(partner_id=agency)
    assert screen.head.count.typed == "4 เรื่อง"
    learner = services.learners.add({"given": "คนอื่น", "village": "3"}).id
    village = services.referrals.get(services.referrals.add({"learner_id": learner})).row.village_id
    assert village is not None
    screen.village.set_value(village.hex)
    screen.ask()
    assert screen.board.currentWidget() is screen.board.empty
    screen.board.empty.button.click()
    assert screen.query == ReferralQuery()
    assert screen.head.count.typed == "5 เรื่อง"


def test_who_may_not_know_sees_no_name(
    shell: Shell, workspace: Workspace, services: Services, made: Made
) -> None:
    services.referrals.edit(made["นาน"], {"service": "protection"})
    screen = board(shell)
    assert "นาน" in [card.title for each in screen.board.columns for card in each.cards]
    workspace.user = replace(workspace.user, role="officer")
    screen.ask()
    assert "นาน" not in [card.title for each in screen.board.columns for card in each.cards]
    assert screen.head.count.typed == "3 เรื่อง"


def test_it_stands_in_english_and_in_large_letters(
    shell: Shell, made: Made, switch: LanguageSwitch, qtbot: QtBot
) -> None:
    screen = board(shell)
    switch.choose(Language.ENGLISH)
    theme().choose(Scheme.LIGHT, 130)
    qtbot.waitUntil(lambda: "At once, today" in said(screen))
    assert "To be decided" in said(screen)
    assert not any("ก" <= letter <= "๙" for each in screen.board.columns for letter in each.note)
    assert screen.board.current_key() == made["ด่วน"]


def test_the_list_is_a_tab_beside_it(shell: Shell, made: Made) -> None:
    board(shell)
    assert [each.key for each in shell.features.rail if each.icon == "send"] == ["referral_board"]
    assert shell.tabs.isVisibleTo(shell)
    shell.tabs.bar.setCurrentIndex(1)
    assert shell.current_key == "referrals"
    shell.open("referral", made["คิว"])
    shell.back()
    assert shell.current_key == "referrals"
