"""The board of needs and offers, the page of a match, and a learner's tab, by keyboard."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.forms.field import holds_focus
from desktop.ui.funds.book_screen import CashBookScreen
from desktop.ui.learner_place import LearnerPlace
from desktop.ui.matches import TAB
from desktop.ui.matches.board import BoardScreen
from desktop.ui.matches.learner_tab import LearnerNeedsTab
from desktop.ui.matches.page import MatchScreen
from desktop.ui.needs.page import NeedScreen
from desktop.ui.shell.shell import Shell
from desktop.ui.widgets.labels import ThaiLabel
from tests.factories import add_learner
from tests.ui.typing import press


@pytest.fixture
def learner(workspace: Workspace) -> UUID:
    return add_learner(workspace, given="นุชนาถ", village="3")


@pytest.fixture
def need(services: Services, learner: UUID) -> UUID:
    values = {"name": "รองเท้าของนุช", "assistance": "clothes", "quantity": 10, "unit": "pair"}
    return services.needs.add({**values, "learner_id": learner, "share": "anonymous"})


@pytest.fixture
def offers(services: Services) -> list[UUID]:
    giver = services.persons.add({"given": "คำมูล"})
    values = {"assistance": "clothes", "quantity": 4, "unit": "pair", "person_id": giver}
    return [
        services.offers.add({"name": "รองเท้าใหม่", "villages": place, **values})
        for place in ("5", "3")
    ]


def board(shell: Shell) -> BoardScreen:
    shell.open("matches")
    assert isinstance(shell.current, BoardScreen)
    return shell.current


def cells(screen: BoardScreen) -> str:
    """All that stands in both tables."""
    said = []
    for table in (screen.needs, screen.offers):
        model = table.model
        for row in range(model.rowCount()):
            said += [str(model.index(row, place).data()) for place in range(model.columnCount())]
    return "\n".join(said)


def test_a_need_is_proposed_by_two_keys_and_opened_by_a_third(
    shell: Shell, services: Services, need: UUID, offers: list[UUID]
) -> None:
    screen = board(shell)
    assert QApplication.focusWidget() is screen.needs.view
    assert screen.why.typed == "ตรงกับที่ขอ · ให้หมู่นี้ · ตรงเวลา · พูดกันรู้เรื่อง · ได้บางส่วน"
    press(screen.needs.view, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is screen.offers.view
    assert screen.offers.current_id() == offers[1]
    press(screen.offers.view, Qt.Key.Key_Return)
    (row,) = services.matches.find()
    assert (row.need_id, row.offer_id, row.state) == (need, offers[1], "proposed")
    assert "เสนอแล้ว" in cells(screen)
    press(screen.offers.view, Qt.Key.Key_Return)
    assert isinstance(shell.current, MatchScreen)
    shell.back()
    shell.banner.button.click()
    assert [each.state for each in services.matches.find()] in ([], ["suggested"])


def test_a_needs_page_says_how_far_it_is_met_and_leads_to_who_may_give(
    shell: Shell, services: Services, need: UUID, offers: list[UUID]
) -> None:
    services.needs.add({"name": "ก", "urgency": "1", "village_id": "3"})
    shell.open("need", need)
    page = shell.current
    assert isinstance(page, NeedScreen)
    assert page.far.typed == "ยังไม่ได้"
    assert QApplication.focusWidget() is page.givers_button
    page.givers_button.click()
    screen = shell.current
    assert isinstance(screen, BoardScreen)
    assert screen.needs.current_id() == need
    assert screen.offers.current_id() == offers[1]


def test_on_the_wall_nobody_is_named_and_nothing_is_proposed(
    shell: Shell, services: Services, learner: UUID, need: UUID, offers: list[UUID]
) -> None:
    screen = board(shell)
    assert "นุช" in cells(screen)
    assert "คำมูล" in cells(screen)
    screen.wall.box.click()
    said = cells(screen)
    assert "เครื่องแบบ" in said
    for hidden in ("นุช", "คำมูล", "หมู่ 3"):
        assert hidden not in said
    assert screen.propose_button.isHidden()
    press(screen.offers.view, Qt.Key.Key_Return)
    assert services.matches.find() == ()
    services.urgent.open({"learner_id": learner, "case_kind": "harmed"})
    screen.ask()
    assert cells(screen) == ""


def test_a_match_is_followed_to_its_confirmation_on_its_page(
    shell: Shell, services: Services, need: UUID, offers: list[UUID]
) -> None:
    giver = services.persons.find()[0].id
    match = services.matches.propose(need, offers[0])
    shell.open("match", match)
    screen = shell.current
    assert isinstance(screen, MatchScreen)
    card = screen.moves_card
    # How much is most likely stands there: what is missing, what was agreed, what was delivered.
    likely = {"agree": 4.0, "deliver": 3.0, "confirm": 3.0}
    said = {"quantity": 3.0, "how": "phone", "receiver": "carer", "by_id": giver}
    for code, names in (
        ("agree", ("quantity", "by_id", "receiver", "how")),
        ("deliver", ("quantity", "how")),
        ("confirm", ("quantity", "receiver", "how")),
    ):
        before = screen.step.typed
        card.buttons[code].setFocus()
        card.buttons[code].click()
        form = card.form
        assert form is not None
        assert form.values()["quantity"] == likely[code]
        asked = form.field(names[1])
        assert holds_focus(asked)
        form.save()
        assert form.row(names[1]).problem
        for name in names:
            form.put(name, said[name])
        form.save()
        assert card.form is None, card.problem
        screen.refresh(frozenset({"match"}))
        assert screen.step.typed != before
    assert "ผู้รับยืนยัน 3 คู่" in screen.much.typed
    assert services.needs.get(need).row.confirmed == 3
    assert screen.step.typed == "ได้ครบตามที่ตกลงแล้ว ไม่มีอะไรค้าง"
    history = [label.typed for label in card.findChildren(ThaiLabel)]
    assert any("ผู้รับยืนยัน  ·  3 คู่" in line for line in history)
    card.buttons["deliver"].click()
    assert card.form is not None
    card.form.put("quantity", -1.0)
    card.form.put("how", "seen")
    card.form.save()
    assert card.form.row("quantity").problem


def test_a_learners_tab_says_what_is_asked_promised_given_and_stuck(
    shell: Shell, services: Services, learner: UUID, need: UUID, offers: list[UUID]
) -> None:
    services.needs.add({"name": "ที่พัก", "learner_id": learner})
    match = services.matches.propose(need, offers[0])
    shell.open("learner", LearnerPlace(learner, TAB))
    tab = shell.current.findChild(LearnerNeedsTab) if shell.current else None
    assert tab is not None
    texts = [button.text() for button in tab.buttons]
    assert texts[0] == "ที่พัก"
    assert texts[1] == "รองเท้าของนุช"
    assert "เสนอแล้ว" in texts[2]
    tab.buttons[2].click()
    assert isinstance(shell.current, MatchScreen)
    assert shell.current.detail is not None
    assert shell.current.detail.row.id == match
    shell.back()
    tab.add_button.click()
    assert shell.current_key == "need_new"


def test_a_learners_tab_tells_what_was_paid_and_given_and_opens_its_book(
    shell: Shell, services: Services, learner: UUID, need: UUID
) -> None:
    fund = services.funds.add({"name": "กองทุนน้ำใจ"})
    services.funds.move(fund, "open")
    services.fund_entries.begin_with(fund, {"amount": "500", "on": "1/10/2569"})
    values = {"amount": "120", "details": "ค่ารองเท้า", "need_id": need, "on": "5/10/2569"}
    services.fund_entries.pay(fund, values)
    services.goods.receive(
        fund, {"item": "สมุด", "quantity": 3, "unit": "เล่ม", "helped_id": learner}
    )
    shell.open("learner", LearnerPlace(learner, TAB))
    tab = shell.current.findChild(LearnerNeedsTab) if shell.current else None
    assert tab is not None
    goods, money = tab.buttons[-2:]
    assert "รับเข้า สมุด 3 เล่ม" in goods.text()
    assert "จ่ายเงิน 120.00 บาท · ค่ารองเท้า" in money.text()
    press(money, Qt.Key.Key_Return)
    assert isinstance(shell.current, CashBookScreen)
    assert shell.current.month_shown == "2026-10"


def test_the_board_says_how_many_more_there_are_and_shows_them(
    shell: Shell, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.matches.board.MOST", 2)
    for number in range(5):
        services.needs.add({"name": f"สมุด {number}", "course": "กลุ่มทอผ้า"})
    screen = board(shell)
    assert screen.needs.model.rowCount() == 2
    assert screen.more_button.text() == "ยังมีอีก 3 รายการ ดูต่อ"
    screen.more_button.setFocus()
    press(screen.more_button, Qt.Key.Key_Return)
    assert screen.needs.model.rowCount() == 4
    assert QApplication.focusWidget() is screen.needs.view
    screen.more_button.click()
    assert screen.needs.model.rowCount() == 5
    assert screen.more_button.isHidden()
