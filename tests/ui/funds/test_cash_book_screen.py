"""The cash book by keyboard: a line in seconds, what is refused, taken back, counted, closed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from desktop.ui.funds.book_presenter import CashBookPresenter
from desktop.ui.funds.book_screen import CashBookScreen
from desktop.ui.funds.words import BookPlace
from desktop.ui.printing.wish import FOLDER
from desktop.ui.shell.shell import Shell
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.link_field import LinkField
from tests.factories import add_learner
from tests.ui.typing import press, type_text


@pytest.fixture
def fund(services: Services) -> UUID:
    fund = services.funds.add({"name": "กองทุนน้ำใจ"})
    services.funds.move(fund, "open")
    return fund


def opened(shell: Shell, place: BookPlace | None = None) -> CashBookScreen:
    shell.open("cash_book", place)
    assert isinstance(shell.current, CashBookScreen)
    return shell.current


def cells(screen: CashBookScreen, *columns: int) -> list[list[str]]:
    model = screen.table.model
    return [
        [str(model.index(row, column).data() or "") for column in columns]
        for row in range(model.rowCount())
    ]


def write(screen: CashBookScreen, amount: str, **more: str) -> None:
    """Type a line and give it with Enter."""
    for name, text in {"amount": amount, **more}.items():
        field = screen.form.field(name)
        field.setFocus()
        type_text(field, text)
    press(field, Qt.Key.Key_Return)


def test_a_gift_is_written_down_by_keyboard_and_the_next_begins(
    shell: Shell, services: Services, fund: UUID, qtbot: QtBot
) -> None:
    screen = opened(shell)
    amount = screen.form.field("amount")
    assert amount.hasFocus()
    write(screen, "๑,๒๕๐.๕๐", party="นายสมหวัง ให้ทาน")
    qtbot.waitUntil(lambda: len(cells(screen, 1)) == 2)
    assert cells(screen, 1, 3, 4, 5) == [
        ["ยอดยกมา", "", "", "0.00"],
        ["รับเงิน · นายสมหวัง ให้ทาน", "1,250.50", "", "1,250.50"],
    ]
    # The names that are offered are a window of their own, which takes the activation with it.
    assert screen.window().focusWidget() is amount
    assert screen.form.values()["amount"] is None
    assert screen.form.values()["on"].iso() == "2026-11-22"
    write(screen, "20", party="นายสมหวัง ให้ทาน")
    assert services.persons.count("สมหวัง") == 1
    qtbot.waitUntil(lambda: screen.summary.typed.endswith("คงเหลือ 1,270.50"))


def test_a_payment_above_the_balance_asks_for_a_reason_beside_its_field(
    shell: Shell, services: Services, fund: UUID
) -> None:
    screen = opened(shell, BookPlace(fund, kind="payment"))
    assert screen.form.values()["entry_kind"] == "payment"
    assert screen.form.row("reason").isHidden()
    write(screen, "5")
    reason = screen.form.row("reason")
    assert not reason.isHidden()
    assert "0.00" in reason.problem
    screen.form.put("reason", "รอเงินจากอีกเครื่อง")
    screen.form.save()
    assert services.funds.get(fund).row.balance == -500


def test_what_is_asked_follows_from_what_is_written(shell: Shell, fund: UUID) -> None:
    form = opened(shell).form

    def shown() -> set[str]:
        return {name for name in form.names if not form.row(name).isHidden()}

    often = {"entry_kind", "on", "amount", "party", "purpose", "details"}
    assert shown() == often
    form.more_button.click()
    assert {"number", "anonymous", "happened_on"} <= shown()
    assert "approval" not in shown()
    form.put("entry_kind", "payment")
    form.changed()
    assert {"approved_by_id", "approval", "reason"} <= shown()
    form.put("entry_kind", "transfer")
    form.changed()
    assert "to_fund_id" in shown()
    assert "party" not in shown()
    form.put("entry_kind", "count")
    form.changed()
    assert shown() == {"entry_kind", "on", "amount"}


def test_a_line_is_taken_back_with_its_reason(
    shell: Shell, services: Services, fund: UUID, qtbot: QtBot
) -> None:
    services.fund_entries.receive(fund, {"amount": "100"})
    screen = opened(shell)
    screen.table.view.selectRow(1)
    screen.back_button.click()
    assert QApplication.focusWidget() is screen.bar.text
    press(screen.bar.text, Qt.Key.Key_Return)
    assert screen.bar.isVisible()
    type_text(screen.bar.text, "นับผิด")
    press(screen.bar.text, Qt.Key.Key_Return)
    assert not screen.bar.isVisible()
    qtbot.waitUntil(lambda: cells(screen, 5) == [["0.00"], ["100.00"], ["0.00"]])
    assert "ยกเลิกแล้ว" in cells(screen, 6)[1][0]
    screen.table.view.selectRow(1)
    screen.back_button.click()
    type_text(screen.bar.text, "อีกครั้ง")
    press(screen.bar.text, Qt.Key.Key_Return)
    assert screen.bar.isVisible()
    press(screen.bar.text, Qt.Key.Key_Escape)
    assert not screen.bar.isVisible()


def test_a_month_that_is_over_is_closed_with_the_cash_that_was_counted(
    shell: Shell, services: Services, fund: UUID, qtbot: QtBot
) -> None:
    services.fund_entries.receive(fund, {"amount": "100", "on": "5/10/2569"})
    screen = opened(shell)
    assert "ตุลาคม 2569" in screen.close_button.text()
    screen.close_button.click()
    type_text(screen.bar.amount, "98")
    press(screen.bar.amount, Qt.Key.Key_Return)
    assert not screen.bar.isVisible()
    qtbot.waitUntil(lambda: not screen.close_button.isVisible())
    assert "ขาดจากสมุด 2.00" in cells(screen, 1)[-1][0]
    screen.earlier.click()
    assert screen.month.value() == "2026-10"
    assert screen.closed.isVisible()
    assert not screen.earlier.isEnabled()
    screen.later.click()
    assert screen.month.value() == "2026-11"


def test_what_is_half_written_is_kept_by_its_fund(
    shell: Shell, services: Services, fund: UUID
) -> None:
    screen = opened(shell)
    type_text(screen.form.field("details"), "ค่ารถ")
    screen.leave()
    kept = services.drafts.load("cash_book", fund.hex)
    assert kept is not None
    assert kept.content["details"] == "ค่ารถ"
    write(screen, "5")
    assert services.drafts.load("cash_book", fund.hex) is None


def test_without_a_fund_it_says_how_to_begin(shell: Shell) -> None:
    screen = opened(shell)
    screen.states.empty.button.click()
    assert shell.current_key == "fund_new"


@pytest.mark.parametrize(("role", "kinds"), [("facilitator", 1), ("officer", 5), ("viewer", 0)])
def test_each_role_writes_what_it_may(
    shell: Shell, workspace: Workspace, services: Services, fund: UUID, role: str, kinds: int
) -> None:
    services.fund_entries.receive(fund, {"amount": "100", "party": "สมหวัง ให้ทาน"})
    workspace.user = replace(workspace.user, role=role)
    screen = opened(shell)
    assert screen.form.isVisible() == bool(kinds)
    assert screen.back_button.isVisible() == (role == "officer")
    assert ("สมหวัง" in cells(screen, 1)[1][0]) == bool(kinds)
    if kinds:
        kind = screen.form.field("entry_kind")
        assert isinstance(kind, ChoiceField)
        assert kind.count() == kinds


def test_it_reads_in_english(
    shell: Shell, services: Services, fund: UUID, switch: LanguageSwitch, qtbot: QtBot
) -> None:
    services.fund_entries.receive(fund, {"amount": "100"})
    screen = opened(shell)
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: cells(screen, 1)[0] == ["Brought forward"])
    assert screen.form.save_button.text() == "Write it down"


def test_the_month_and_the_receipt_of_a_line_are_printed(
    shell: Shell,
    services: Services,
    fund: UUID,
    tmp_path: Path,
) -> None:
    services.settings.set(FOLDER, str(tmp_path))
    services.fund_entries.receive(fund, {"amount": "100"})
    screen = opened(shell)
    presenter = screen.findChild(CashBookPresenter)
    assert isinstance(presenter, CashBookPresenter)
    screen.table.view.selectRow(1)
    for number, button in enumerate((screen.print_button, screen.voucher_button), 1):
        button.click()
        asked = presenter.printing.dialog
        assert asked is not None
        asked.print_button.click()
        assert len(list(tmp_path.glob("*.pdf"))) == number
    assert "หน้า" in screen.done_bar.text


def test_a_payment_for_a_match_says_whose_need_it_was(
    shell: Shell, services: Services, workspace: Workspace, fund: UUID, qtbot: QtBot
) -> None:
    services.fund_entries.begin_with(fund, {"amount": "500"})
    learner = add_learner(workspace, "นุชนาถ")
    asked = {"name": "รองเท้า", "assistance": "clothes", "quantity": 4, "unit": "pair"}
    need = services.needs.add({**asked, "learner_id": learner, "share": "named"})
    giver = services.persons.add({"given": "คำมูล"})
    match = services.matches.propose(need, services.offers.add({**asked, "person_id": giver}))
    screen = opened(shell)
    screen.form.put("entry_kind", "payment")
    screen.form.changed()
    assert screen.form.row("match_id").isHidden()
    screen.form.more_button.click()
    field = screen.form.field("match_id")
    assert isinstance(field, LinkField)
    type_text(field.search.box, "รองเท้า")
    offered = "รองเท้า (นุชนาถ · คำมูล)"
    qtbot.waitUntil(lambda: offered in [each.text() for each in field.findChildren(Button)])
    press(field.search.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.value() == match.hex)
    write(screen, "80")
    qtbot.waitUntil(lambda: services.funds.get(fund).row.balance == 42000)
    (told,) = services.fund_entries.given_to(learner)
    assert (told.match_id, told.need_id, told.amount) == (match, need, 8000)
