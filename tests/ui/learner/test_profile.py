"""Everything known of a learner is edited where it stands and saved by itself."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.identity import check_digit
from desktop.services.audit import AuditService
from desktop.services.workspace import Workspace
from desktop.ui.learner.profile import ProfileTab
from desktop.ui.learner_place import LearnerPlace
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.labels import StatusPill
from desktop.ui.widgets.link_field import LinkField
from desktop.ui.widgets.text_fields import TextArea, TextField
from tests.factories import add_learner, national_number
from tests.ui.fakes import ShufflingJobRunner
from tests.ui.learner.conftest import OpenPage, settle
from tests.ui.learner.test_page import seen
from tests.ui.typing import press, type_text


def profile(page: OpenPage, who: UUID) -> ProfileTab:
    page.open(who, "profile")
    tab = page.screen.built("profile")
    assert isinstance(tab, ProfileTab)
    return tab


def text(widget: object) -> TextField:
    assert isinstance(widget, TextField)
    return widget


def retype(widget: object, words: str) -> TextField:
    field = text(widget)
    field.selectAll()
    type_text(field, words)
    return field


def choose(widget: object, code: str) -> None:
    assert isinstance(widget, ChoiceField)
    widget.set_value(code)
    widget.chosen.emit(code)


def test_a_name_is_saved_when_the_field_is_left(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = profile(page, who)
    retype(tab.names.field("nickname"), "ดาว").flush()
    assert page.services.learners.get(who).row.nickname == "ดาว"
    assert "(ดาว)" in page.screen.header.name.typed


def test_what_is_half_typed_is_stored_before_one_leaves(
    page: OpenPage, workspace: Workspace
) -> None:
    who, other = add_learner(workspace), add_learner(workspace, "บุญยืน")
    tab = profile(page, who)
    retype(tab.names.field("surname"), "ธารน้ำเงา")
    page.open(other)
    assert page.services.learners.get(who).row.surname == "ธารน้ำเงา"
    assert page.services.learners.get(other).row.surname == ""


def test_the_spelling_as_typed_stays_visible(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = profile(page, who)
    retype(tab.names.field("surname"), "ธารนำ้เงา").flush()
    assert page.services.learners.get(who).row.surname == "ธารน้ำเงา"
    settle()
    assert "พิมพ์ไว้เดิมว่า ธารนำ้เงา" in seen(tab.names.row("surname"))


def test_a_name_cannot_be_emptied_and_says_so_beside_it(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    tab = profile(page, who)
    field = text(tab.names.field("given"))
    field.setText("")
    field.textEdited.emit("")
    field.flush()
    assert tab.names.row("given").problem
    assert page.services.learners.get(who).row.given == "ดาวเรือง"


def test_a_birth_date_is_kept_as_far_as_it_is_known(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = profile(page, who)
    field = tab.person.field("birth")
    assert isinstance(field, ThaiDateField)
    line = text(field.findChild(TextField))
    type_text(line, "2554")
    field.flush()
    row = page.services.learners.get(who).row
    assert row.birth == "2011"
    assert "อายุประมาณ 15 ปี" in page.screen.header.facts.typed


def test_village_language_and_facilitator_are_chosen(page: OpenPage, workspace: Workspace) -> None:
    add_learner(workspace, "บุญยืน", village="4")
    who = add_learner(workspace)
    tab = profile(page, who)
    choose(tab.place.field("village"), "4")
    choose(tab.languages.field("mother_tongue"), "ksw")
    choose(tab.person.field("facilitator_id"), str(workspace.user.user_id))
    detail = page.services.learners.get(who)
    assert detail.row.village == "4"
    assert detail.values["mother_tongue"] == "ksw"
    assert detail.values["facilitator_id"] == workspace.user.user_id


def test_former_names_stand_one_in_each_line(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = profile(page, who)
    area = tab.names.field("former_names")
    assert isinstance(area, TextArea)
    area.setPlainText("หน่อแอริ\nนอพอ")
    area.flush()
    kept = page.services.learners.get(who).values["former_names"]
    assert [each["name"] for each in kept] == ["หน่อแอริ", "นอพอ"]


def test_a_number_that_fails_its_check_is_stored_only_when_confirmed(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    tab = profile(page, who)
    good = national_number()
    wrong = good[:12] + str((check_digit(good[:12]) + 1) % 10)
    retype(tab.papers.number, wrong).flush()
    assert page.services.learners.get(who).row.national_id == ""
    tab.papers.number.confirm()
    assert page.services.learners.get(who).row.national_id == wrong
    settle()
    assert "เลขไม่ผ่านการตรวจ" in seen(tab.papers)


def test_a_number_that_somebody_else_has_is_told(page: OpenPage, workspace: Workspace) -> None:
    number = national_number()
    add_learner(workspace, "บุญยืน", national_id=number)
    who = add_learner(workspace)
    tab = profile(page, who)
    retype(tab.papers.number, number).flush()
    assert "อีก 1 คน" in seen(tab.papers)


def test_a_paper_may_run_out_in_a_year_to_come(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = profile(page, who)
    tab.papers.paper_added.emit({"code_kind": "passport", "value": "AB123456"})
    settle()
    form = tab.papers.list.items[0].form
    until = form.field("expires_on")
    assert isinstance(until, ThaiDateField)
    retype(until.focusProxy(), "31/12/2580").editingFinished.emit()
    assert not form.row("expires_on").problem
    (code,) = [
        e for e in page.services.learners.get(who).codes if e.text("code_kind") == "passport"
    ]
    assert code.text("expires_on") == "2037-12-31"


def test_another_paper_is_added_and_taken_back(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = profile(page, who)
    tab.papers.paper_added.emit({"code_kind": "passport", "value": "AB123456"})
    settle()
    assert "AB123456" in seen(tab.papers)
    page.undos[-1][1]()
    settle()
    assert "AB123456" not in seen(tab.papers)


def test_a_carer_is_stored_once_the_name_is_there(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = profile(page, who)
    tab.carers.add_button.click()
    item = tab.carers.items[-1]
    retype(item.form.field("name"), "หน่อแอริ").flush()
    carers = page.services.learners.get(who).carers
    assert [each.text("name") for each in carers] == ["หน่อแอริ"]
    assert item.record_id == carers[0].id
    choose(item.form.field("relation"), "maternal_grandmother")
    retype(item.form.field("phone"), "0800000199").flush()
    carer = page.services.learners.get(who).carers[0]
    assert carer.text("phone") == "0800000199"
    settle()
    assert "ยาย" in seen(tab.carers)
    known = page.services.persons.add({"given": "หน่อแอริ", "surname": "ทอดอยงาม"})
    search = item.form.field("person_id")
    assert isinstance(search, LinkField)
    type_text(search.search.box, "ทอดอย")
    settle()
    press(search.search.box, Qt.Key.Key_Return)
    assert [each.id for each in page.services.persons.get(known).cares_for] == [who]
    settle()
    item.removed.emit()
    assert page.services.learners.get(who).carers == ()
    page.undos[-1][1]()
    settle()
    assert "หน่อแอริ" in seen(tab.carers)


def test_groups_and_reasons_with_one_main(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace)
    tab = profile(page, who)
    tab.reasons.groups.changed.emit(("TG02", "TG09"))
    tab.reasons.reasons.set_value(["LR09", "LR19"])
    tab.reasons.reasons.changed.emit(("LR09", "LR19"))
    choose(tab.reasons.main, "LR19")
    detail = page.services.learners.get(who)
    assert {each.text("code") for each in detail.groups} == {"TG02", "TG09"}
    assert {each.text("code"): each.values["main"] for each in detail.reasons} == {
        "LR09": False,
        "LR19": True,
    }


def test_sensitive_groups_and_reasons_are_covered_until_asked_for(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    page.services.learners.set_groups(who, ["TG02", "TG05"])
    page.services.learners.set_reasons(who, ["LR09", "LR24"], "LR24")
    tab = profile(page, who)
    card = tab.reasons
    looks = AuditService(workspace)
    assert card.groups.value() == ("TG02",)
    assert card.reasons.value() == ("LR09",)
    assert card.main.value() == ""
    assert "กระบวนการยุติธรรม" not in seen(card)

    # What is changed meanwhile takes nothing away that is covered.
    card.groups.changed.emit(("TG02", "TG09"))
    card.reasons.set_value(["LR09", "LR19"])
    card.reasons.changed.emit(("LR09", "LR19"))
    detail = page.services.learners.get(who)
    assert {each.text("code") for each in detail.groups} == {"TG02", "TG05", "TG09"}
    assert {each.text("code"): each.values["main"] for each in detail.reasons} == {
        "LR09": False,
        "LR19": False,
        "LR24": True,
    }
    assert [e.event for e in looks.entries(record_id=who)].count("private_seen") == 0

    card.show_button.click()
    assert set(card.groups.value()) == {"TG02", "TG05", "TG09"}
    assert card.main.value() == "LR24"
    assert [e.event for e in looks.entries(record_id=who)].count("private_seen") == 1
    card.hide_button.click()
    assert not card.shown
    assert "TG05" not in card.groups.value()

    card.show_button.click()
    page.screen.leave()
    assert not card.shown


def test_who_may_not_see_sensitive_groups_is_not_asked(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    page.services.learners.set_groups(who, ["TG02", "TG05"])
    workspace.user = replace(workspace.user, role="officer")
    card = profile(page, who).reasons
    assert card.groups.value() == ("TG02",)
    assert not card.show_button.isVisible()
    card.groups.changed.emit(("TG09",))
    workspace.user = replace(workspace.user, role="administrator")
    groups = page.services.learners.get(who).groups
    assert {each.text("code") for each in groups} == {"TG05", "TG09"}


def test_siblings_share_a_house(page: OpenPage, workspace: Workspace) -> None:
    sister = add_learner(workspace, "ศรีวรรณ")
    who = add_learner(workspace)
    tab = profile(page, who)
    type_text(tab.household.search.box, "ศรีวรร")
    settle()
    offer = next(b for b in tab.household.findChildren(QPushButton) if "ศรีวรรณ" in b.text())
    offer.click()
    settle()
    chip = next(b for b in tab.household.findChildren(QPushButton) if b.text() == "ศรีวรรณ")
    chip.click()
    assert page.opened[-1] == ("learner", sister)


def test_the_sensitive_part_is_covered_and_each_look_recorded(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    page.services.people.save_private(who, {"health_note": "แพ้ยา"})
    tab = profile(page, who)
    assert not tab.private.shown
    looks = AuditService(workspace)
    assert [e.event for e in looks.entries(record_id=who)].count("private_seen") == 0
    tab.private.show_button.click()
    assert tab.private.shown
    assert [e.event for e in looks.entries(record_id=who)].count("private_seen") == 1
    note = tab.private.form.field("health_note")
    assert isinstance(note, TextArea)
    assert note.value() == "แพ้ยา"
    tab.private.hide_button.click()
    assert not tab.private.shown
    assert note.value() == ""


def test_another_learner_covers_the_sensitive_part_again(
    page: OpenPage, workspace: Workspace
) -> None:
    who, other = add_learner(workspace), add_learner(workspace, "บุญยืน")
    tab = profile(page, who)
    tab.private.show_button.click()
    page.open(other, "profile")
    assert not tab.private.shown


@pytest.mark.parametrize("seed", range(5))
def test_the_last_word_stands_when_another_is_opened_at_once(
    qtbot: QtBot, workspace: Workspace, seed: int
) -> None:
    who, other = add_learner(workspace), add_learner(workspace, "บุญยืน")
    jobs = ShufflingJobRunner(seed)
    page = OpenPage(qtbot, workspace, jobs)
    page.screen.enter(LearnerPlace(who, "profile"))
    jobs.settle()
    tab = page.screen.built("profile")
    assert isinstance(tab, ProfileTab)
    field = text(tab.names.field("nickname"))
    for typed in ("ด", "ดา", "ดาว"):
        retype(field, typed).flush()
    tab.carers.add_button.click()
    carer = tab.carers.items[-1].form
    retype(carer.field("name"), "ยาย").flush()
    retype(carer.field("phone"), "080").flush()
    retype(carer.field("phone"), "0800000100")
    page.screen.leave()
    page.screen.enter(other)
    jobs.settle()
    detail = page.services.learners.get(who)
    assert detail.row.nickname == "ดาว"
    assert [(each.text("name"), each.text("phone")) for each in detail.carers] == [
        ("ยาย", "0800000100")
    ]
    assert page.screen.page is not None
    assert page.screen.page.id == other


def test_a_fact_is_put_right_on_request(page: OpenPage, workspace: Workspace) -> None:
    who = add_learner(workspace, nickname="ต้น")
    law = profile(page, who).law
    law.form.save_button.click()
    assert law.form.row("field").problem
    choose(law.form.field("field"), "nickname")
    text(law.form.field("value")).setText("ต้นน้ำ")
    law.form.save_button.click()
    assert law.form.row("asked_by").problem
    text(law.form.field("asked_by")).setText("แม่ดาว")
    law.form.save_button.click()
    assert law.form.row("reason").problem
    type_text(law.form.field("reason"), "สะกดผิด")
    law.form.save_button.click()
    settle()
    assert page.services.learners.get(who).row.nickname == "ต้นน้ำ"
    assert "ต้น → ต้นน้ำ" in law.history.typed
    assert "แม่ดาว" in law.history.typed


def test_a_restricted_record_shows_why_and_takes_no_edit(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    tab = profile(page, who)
    tab.law.restrict.click()
    assert tab.law.reason_row.problem
    tab.law.reason.setText("ขอให้หยุดใช้")
    tab.law.restrict.click()
    settle()
    assert "ขอให้หยุดใช้" in tab.law.state.typed
    assert not tab.names.isEnabled()
    assert tab.consents.isEnabled()
    assert not tab.law.paper.isEnabled()
    pills = [each.text for each in page.screen.header.findChildren(StatusPill)]
    assert any("ระงับการใช้: ขอให้หยุดใช้" in each for each in pills)
    tab.law.reason.setText("ตรวจแล้ว")
    tab.law.lift.click()
    settle()
    assert tab.names.isEnabled()
    assert page.services.learners.get(who).values["restricted_on"] is None


def test_a_second_carer_is_no_daily_one_unless_it_is_said(
    page: OpenPage, workspace: Workspace
) -> None:
    who = add_learner(workspace)
    people = page.services.people
    people.add_carer(who, {"name": "ยายคำ"})
    people.add_carer(who, {"name": "ป้าแดง"})
    people.add_carer(who, {"name": "พ่อมา", "cares_daily": True})

    carers = page.services.learners.get(who).carers

    daily = {each.text("name"): each.values["cares_daily"] for each in carers}
    assert daily == {"ยายคำ": True, "ป้าแดง": False, "พ่อมา": True}


def test_the_age_stands_beside_the_birth_date(page: OpenPage, workspace: Workspace) -> None:
    tab = profile(page, add_learner(workspace, birth="2012-05-01"))
    assert "อายุ 14 ปี" in seen(tab.person)
    tab = profile(page, add_learner(workspace, birth="2012"))
    assert "อายุราว 14 ปี" in seen(tab.person)
