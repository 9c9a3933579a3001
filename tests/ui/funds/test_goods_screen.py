"""The register of goods by keyboard: received, sold for cash, spoiled with a reason."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.funds.line_workbook import LinesQuery
from desktop.ui.funds.goods_presenter import GoodsPresenter
from desktop.ui.funds.goods_screen import GoodsScreen
from desktop.ui.funds.page import FundScreen
from desktop.ui.shell.shell import Shell
from tests.ui.typing import press, type_text


@pytest.fixture
def fund(services: Services) -> UUID:
    fund = services.funds.add({"name": "กองทุนน้ำใจ"})
    services.funds.move(fund, "open")
    return fund


@pytest.fixture
def screen(shell: Shell, fund: UUID) -> GoodsScreen:
    shell.open("fund", fund)
    assert isinstance(shell.current, FundScreen)
    shell.current.goods_button.click()
    assert isinstance(shell.current, GoodsScreen)
    return shell.current


def write(screen: GoodsScreen, **texts: str) -> None:
    for name, text in texts.items():
        field = screen.form.field(name)
        field.setFocus()
        type_text(field, text)
    press(field, Qt.Key.Key_Return)


def test_goods_come_and_are_sold_by_keyboard(
    screen: GoodsScreen, services: Services, fund: UUID, qtbot: QtBot
) -> None:
    assert screen.window().focusWidget() is screen.form.field("item"), screen.window().focusWidget()
    write(screen, item="ข้าวสาร", quantity="30", unit="กก.")
    qtbot.waitUntil(lambda: screen.summary.typed == "คงเหลือ: ข้าวสาร 30 กก.")
    screen.form.put("goods_kind", "sold")
    screen.form.changed()
    write(screen, item="ข้าวสาร", quantity="10", unit="กก.", amount="450")
    qtbot.waitUntil(lambda: screen.summary.typed == "คงเหลือ: ข้าวสาร 20 กก.")
    model = screen.table.model
    assert "ได้เงิน 450.00" in str(model.index(0, model.columnCount() - 1).data())
    assert services.funds.get(fund).row.balance == 45000


def test_what_is_not_there_asks_for_a_reason(
    screen: GoodsScreen, services: Services, fund: UUID
) -> None:
    screen.form.put("goods_kind", "out")
    screen.form.changed()
    assert screen.form.row("reason").isHidden()
    write(screen, item="ข้าวสาร", quantity="1", unit="กก.")
    assert "ข้าวสาร" in screen.form.row("reason").problem
    write(screen, reason="ของมาก่อนมีสมุด")
    assert services.funds.get(fund).goods[0].quantity == -1


def test_goods_are_taken_back_and_half_a_line_is_kept(
    screen: GoodsScreen, services: Services, fund: UUID, qtbot: QtBot
) -> None:
    write(screen, item="ข้าวสาร", quantity="30", unit="กก.")
    qtbot.waitUntil(lambda: screen.table.model.rowCount() == 1)
    screen.table.view.selectRow(0)
    screen.back_button.click()
    type_text(screen.bar.text, "นับผิด")
    press(screen.bar.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.table.model.rowCount() == 2)
    assert services.funds.get(fund).goods == ()
    type_text(screen.form.field("item"), "ชุดเรียน")
    screen.leave()
    kept = services.drafts.load("goods", fund.hex)
    assert kept is not None
    assert kept.content["item"] == "ชุดเรียน"


def test_the_register_goes_out_into_excel_and_comes_back(
    screen: GoodsScreen,
    services: Services,
    fund: UUID,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services.goods.receive(fund, {"item": "ข้าวสาร", "quantity": 3, "unit": "กก."})
    presenter = screen.findChild(GoodsPresenter)
    assert isinstance(presenter, GoodsPresenter)
    asked: list[tuple[str, object]] = []
    monkeypatch.setattr(
        presenter.printing, "export", lambda what, query: asked.append((what, query))
    )
    screen.export_button.click()
    assert asked == [("goods", LinesQuery(fund))]
    services.exporting.export("goods", tmp_path / "x.xlsx", LinesQuery(fund))
    presenter.books.read("goods", tmp_path / "x.xlsx")
    dialog = presenter.books.dialog
    assert dialog is not None
    assert [line.outcome for line in dialog._preview.lines] == ["unchanged"]
