"""Consents of a learner: asked, answered, taken back, kept half filled."""

from __future__ import annotations

from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.ui.learner.conftest import OpenPage, settle
from tests.ui.learner.test_profile import choose, profile, retype, text


def test_a_consent_is_recorded_and_taken_back(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace, birth="2012-05-01")
    tab = profile(page, who)
    row = tab.consents.rows["plan"]
    row.ask.click()
    assert "ผู้ใช้อำนาจปกครอง" in row.guide.typed
    row.form.save_button.click()
    assert row.form.row("granted").problem
    assert row.form.field("also").value() == ()  # type: ignore[attr-defined]
    choose(row.form.field("granted"), "yes")
    row.form.save_button.click()
    assert row.form.row("signer").problem
    text(row.form.field("signer")).setText("แม่ดาว")
    row.form.save_button.click()
    assert row.form.row("signer_power").problem
    choose(row.form.field("signer_power"), "parental_power")
    row.form.save_button.click()
    assert row.form.row("child_agrees").problem
    choose(row.form.field("child_agrees"), "yes")
    row.form.save_button.click()
    assert row.pill.text == "ยินยอม"
    row.take_back.click()
    assert row.pill.text == "ยินยอม"
    assert "จะไม่ออกไปกับตาราง" in row.follows.typed
    row.giving_back.save_button.click()
    assert row.pill.text == "ถอนความยินยอม"
    states = {each.purpose: each.status for each in page.services.consents.states(who)}
    assert states["plan"] == "withdrawn"
    assert page.services.consents.states(who)[0].latest.text("withdrawn_by") == "แม่ดาว"  # type: ignore[union-attr]


def test_one_sheet_answers_several_purposes(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace, birth="1990-05-01")
    row = profile(page, who).consents.rows["plan"]
    row.ask.click()
    assert "เจ้าตัวลงชื่อเอง" in row.guide.typed
    row.form.field("also").set_value(["photo"])  # type: ignore[attr-defined]
    choose(row.form.field("granted"), "yes")
    row.form.save_button.click()
    states = {each.purpose: each.status for each in page.services.consents.states(who)}
    assert (states["plan"], states["photo"], states["report"]) == ("given", "given", "pending")


def test_a_half_filled_consent_comes_back(page: OpenPage, workspace: Workspace) -> None:
    who, other = add_learner(workspace), add_learner(workspace, "บุญยืน")
    row = profile(page, who).consents.rows["photo"]
    row.ask.click()
    retype(row.form.field("signer"), "ยายหน่อ")
    page.open(other, "profile")
    row = profile(page, who).consents.rows["photo"]
    row.ask.click()
    assert text(row.form.field("signer")).value() == "ยายหน่อ"
    choose(row.form.field("granted"), "no")
    row.form.save_button.click()
    assert row.pill.text == "ไม่ยินยอม"
    assert page.services.drafts.load("consent", f"{who}:photo") is None


def test_a_consent_begins_today_and_offers_the_carers(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace, birth="2012-05-01")
    page.services.people.add_carer(who, {"name": "หน่อแอริ", "relation": "mother"})
    row = profile(page, who).consents.rows["plan"]

    row.ask.click()

    values = row.form.values()
    assert values["signed_on"].iso() == workspace.today().isoformat()
    signer = text(row.form.field("signer"))
    completer = signer.completer()
    completer.setCompletionPrefix("แอ")
    assert completer.currentCompletion() == "หน่อแอริ"
    retype(row.form.field("signer"), "หน่อแอริ").flush()
    assert row.form.values()["signer_relation"] == "mother"


def test_control_s_gives_the_answer_that_stands_open_and_never_says_saved_for_nothing(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace, birth="1990-05-01")
    tab = profile(page, who)
    row = tab.consents.rows["plan"]
    save = page.screen.save_action()
    assert save is not None
    save()
    settle()
    assert page.told[-1] == "ไม่มีอะไรค้าง เก็บไว้ครบแล้ว"
    row.ask.click()
    page.told.clear()

    save()
    settle()
    assert row.form.row("granted").problem
    assert page.told == []
    choose(row.form.field("granted"), "yes")
    assert not row.form.row("granted").problem
    save()
    settle()

    assert row.pill.text == "ยินยอม"
    retype(tab.names.field("nickname"), "ดาว")
    save()
    settle()
    assert page.told[-1] == "บันทึกแล้ว"


def test_an_error_that_comes_back_takes_the_keyboard_to_itself(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace, birth="2012-05-01")
    row = profile(page, who).consents.rows["plan"]
    row.ask.click()
    choose(row.form.field("granted"), "yes")

    row.form.save_button.click()
    settle()

    assert row.form.row("signer").problem
    focused = page.screen.focusWidget()
    assert focused is not None
    field = row.form.field("signer")
    assert focused is field or field.isAncestorOf(focused)
    text(field).setText("แม่ดาว")
    text(field).edited.emit("แม่ดาว")
    assert not row.form.row("signer").problem
