"""Rounds, rating by keyboard, raw values, comparison with the round before."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.services.audit import AuditService
from desktop.services.hett.service import HettService
from desktop.services.workspace import Workspace
from desktop.ui.learner.hett import HettTab
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.text_fields import TextField
from tests.factories import add_learner
from tests.ui.learner.conftest import OpenPage, settle
from tests.ui.learner.test_page import seen
from tests.ui.typing import press, type_text


def hett(page: OpenPage, who: UUID) -> HettTab:
    page.open(who, "hett")
    tab = page.screen.built("hett")
    assert isinstance(tab, HettTab)
    return tab


def rated(page: OpenPage, who: UUID) -> dict[str, object]:
    line = page.services.hett.of(who)[-1]
    found = page.services.hett.get(line.id).ratings
    return {
        code: each.level if each.state == "rated" else each.state for code, each in found.items()
    }


def test_nobody_rated_yet_says_how_to_begin(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = hett(page, who)
    assert "ยังไม่เคยประเมิน HETT" in seen(tab)
    tab.empty.button.click()
    settle()
    assert tab.rates
    assert not page.screen.header.isVisible()
    assert "รอบ" in seen(tab.rating)


def test_keys_rate_one_indicator_after_another(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace, birth="1/1/2554")
    tab = hett(page, who)
    tab.started.emit()
    codes = list(tab.rating.pickers)
    for code, key in zip(codes, ("3", "ๅ", "n", "x", "ภ"), strict=False):
        press(tab.rating.pickers[code], Qt.Key.Key_unknown, key)
    found = rated(page, who)
    assert found[codes[0]] == 3
    assert found[codes[1]] == 1
    assert codes[2] not in found
    assert found[codes[3]] == "not_applicable"
    assert found[codes[4]] == 4
    assert tab.rating.parts["H"].text().startswith("H · สุขภาพ  4/")


def test_the_keyboard_goes_on_after_each_key(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = hett(page, who)
    tab.started.emit()
    settle()
    first, second = list(tab.rating.pickers.values())[:2]
    first.setFocus()
    press(first, Qt.Key.Key_2, "2")
    assert page.screen.focusWidget() is second
    assert list(tab.rating.pickers)[1] in seen(tab.rating.detail)


def test_dimensions_follow_and_the_last_finishes_the_round(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    tab = hett(page, who)
    tab.started.emit()
    for code in ("H", "E", "T", "D"):
        picker = next(iter(tab.rating.pickers.values()))
        press(picker, Qt.Key.Key_3, "3")
        assert tab.rating.parts[code].isChecked()
        tab.rating.next_dimension()
    settle()
    line = page.services.hett.of(who)[-1]
    assert line.complete
    assert set(line.averages) == {"H", "E", "T", "D"}
    assert not tab.rates
    assert page.screen.header.isVisible()
    assert "แรกเข้า" in seen(tab)


def test_raw_values_evidence_and_own_view_are_kept(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = hett(page, who)
    tab.started.emit()
    detail = tab.rating.detail
    weight = detail.raw.field("weight_kg")
    assert isinstance(weight, TextField)
    type_text(weight, "๓๒.๕")
    weight.flush()
    detail.evidence.setPlainText("ชั่งที่ รพ.สต.")
    detail.evidence.flush()
    next(b for b in detail.own.findChildren(QPushButton) if b.text() == "3").click()
    press(tab.rating.pickers["H1"], Qt.Key.Key_2, "2")
    view = page.services.hett.get(page.services.hett.of(who)[-1].id).ratings["H1"]
    assert view.raw == {"weight_kg": 32.5}
    assert view.evidence == "ชั่งที่ รพ.สต."
    assert view.self_level == 3
    assert view.level == 2


def test_an_impossible_weight_is_said_beside_its_field(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    tab = hett(page, who)
    tab.started.emit()
    weight = tab.rating.detail.raw.field("weight_kg")
    assert isinstance(weight, TextField)
    type_text(weight, "900")
    weight.flush()
    settle()
    assert "ค่าที่เป็นไปได้คือ 1 ถึง 250" in seen(tab.rating.detail)
    assert "H1" not in rated(page, who)


def test_the_round_before_stands_beside(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    service = HettService(workspace)
    first = service.start(who, on="22/8/2569")
    service.rate(first, "H1", 1)
    service.complete(first)
    second = service.start(who, "month_3")
    service.rate(second, "H1", 3)
    tab = hett(page, who)
    assert tab.chosen_id == second
    assert "ขึ้นจาก 1" in seen(tab)
    tab.rate_wanted.emit(second)
    settle()
    tab.rating.pickers["H1"].setFocus()
    assert "รอบก่อน" in seen(tab.rating.detail)


def test_sensitive_indicators_are_covered_until_asked(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = hett(page, who)
    tab.started.emit()
    assert "H8" not in tab.rating.pickers
    tab.rating.sensitive_asked.emit()
    assert "H8" in tab.rating.pickers
    events = [e.event for e in AuditService(workspace).entries(record_id=who)]
    assert "private_seen" in events


def test_day_and_kind_of_round_are_changed(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = hett(page, who)
    tab.started.emit()
    assert isinstance(tab.rating.round, ChoiceField)
    tab.rating.round.chosen.emit("month_6")
    line = tab.rating.date.findChild(TextField)
    assert isinstance(line, TextField)
    line.selectAll()
    type_text(line, "1/11/2569")
    tab.rating.flush()
    kept = page.services.hett.of(who)[-1]
    assert (kept.round, kept.on) == ("month_6", "2026-11-01")


def test_a_round_begun_by_mistake_is_taken_away_and_back(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    service = HettService(workspace)
    made = service.start(who)
    tab = hett(page, who)
    tab.hidden.emit(made)
    assert page.services.hett.of(who) == ()
    page.undos[-1][1]()
    assert len(page.services.hett.of(who)) == 1
