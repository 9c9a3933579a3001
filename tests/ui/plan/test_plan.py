"""The page of a plan: written, saved, taken a step on, signed, reviewed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from desktop.errors import StorageError
from desktop.services.all import Services
from desktop.services.plans.service import PlanService
from desktop.services.workspace import Workspace
from desktop.ui.learner_place import LearnerPlace
from desktop.ui.plan.carriers import CarrierRow
from desktop.ui.plan.presenter import PlanPresenter
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.printing.wish import FOLDER
from desktop.ui.translation import Language, LanguageSwitch
from tests.factories import add_learner
from tests.services.courses.scene import course, mark, meet
from tests.services.referrals.course import FACTS
from tests.subjects.referrals import AGENCY, refer
from tests.ui.fakes import TestJobs
from tests.ui.printing.places import FakePlaces
from tests.ui.typing import press, type_text


class Opened:
    """A plan opened over a real centre."""

    def __init__(
        self, workspace: Workspace, folder: Path, jobs: TestJobs, *, by_learner: bool = False
    ) -> None:
        self.workspace = workspace
        self.plans = PlanService(workspace)
        self.services = Services(workspace)
        self.services.settings.set(FOLDER, str(folder))
        self.screen = PlanScreen(by_learner=by_learner)
        self.undo: list[object] = []
        self.asked: list[tuple[str, object]] = []
        self.screen.undo_offered.connect(lambda _text, undo: self.undo.append(undo))
        self.screen.open_requested.connect(lambda key, what: self.asked.append((key, what)))
        self.presenter = PlanPresenter(self.screen, self.services, jobs, FakePlaces(folder))


@pytest.fixture
def learner(workspace: Workspace) -> UUID:
    return add_learner(workspace, "ดาวเรือง", interests="ซ่อมรถ, ทอผ้า", village="4")


@pytest.fixture
def page(
    qtbot: QtBot, workspace: Workspace, learner: UUID, tmp_path: Path, jobs: TestJobs
) -> Opened:
    opened = Opened(workspace, tmp_path, jobs)
    qtbot.addWidget(opened.screen)
    opened.screen.resize(1190, 700)
    opened.screen.show()
    opened.screen.enter(opened.plans.start(learner))
    return opened


def plan_id(page: Opened) -> UUID:
    """The plan that is shown."""
    found = page.presenter._plan_id
    assert found is not None
    return found


def give(page: Opened, text: str) -> None:
    """Type a goal into the empty line and press Enter."""
    area = page.screen.document.new_goal.area
    type_text(area, text)
    press(area, Qt.Key.Key_Return)


def test_words_are_saved_as_they_are_typed(page: Opened, qtbot: QtBot) -> None:
    area = page.screen.document.lines[2].areas["dream"]
    type_text(area, "อยากเปิดร้านซ่อมรถที่บ้าน")
    qtbot.waitUntil(lambda: page.plans.get(plan_id(page)).values["dream"] == "อยากเปิดร้านซ่อมรถที่บ้าน")


def test_leaving_saves_what_is_half_typed(page: Opened) -> None:
    type_text(page.screen.document.lines[3].areas["strengths"], "ทอผ้าเป็น")
    page.screen.leave()
    assert page.plans.get(plan_id(page)).values["strengths"] == "ทอผ้าเป็น"


def test_a_plan_begins_with_the_learners_interests(page: Opened) -> None:
    cards = page.screen.document.suggestions.cards
    assert [card.accessibleName().split("”")[0] for card in cards] == [
        "เรียนรู้เรื่อง “ซ่อมรถ", "เรียนรู้เรื่อง “ทอผ้า",
    ]  # fmt: skip
    cards[0].opened.emit()
    (goal,) = page.plans.get(plan_id(page)).goals
    assert goal.text("text") == "เรียนรู้เรื่องซ่อมรถ"
    assert goal.text("due_on") == "2027-02-22"
    left = [card.accessibleName() for card in page.screen.document.suggestions.cards]
    assert len(left) == 1
    assert "ทอผ้า" in left[0]


def test_goals_and_actions_are_written_by_keyboard(page: Opened) -> None:
    give(page, "ซ่อมรถจักรยานยนต์ได้เอง")
    (card,) = page.screen.document.goal_cards
    type_text(card.new_action.area, "ไปฝึกกับช่างทุกวันเสาร์")
    press(card.new_action.area, Qt.Key.Key_Return)
    (card,) = page.screen.document.goal_cards
    type_text(card.lines[0].details["hours"], "12")
    press(card.lines[0].details["hours"], Qt.Key.Key_Return)
    type_text(card.areas["measure"], "เปลี่ยนยางได้")
    card.areas["measure"].flush()
    plan = page.plans.get(plan_id(page))
    assert plan.goals[0].text("measure") == "เปลี่ยนยางได้"
    assert plan.actions[0].values["goal_id"] == plan.goals[0].id
    assert plan.actions[0].values["hours"] == 12


def test_a_half_typed_goal_survives_a_power_cut(
    page: Opened, qtbot: QtBot, tmp_path: Path, jobs: TestJobs
) -> None:
    type_text(page.screen.document.new_goal.area, "อยากอ่าน")
    page.screen.document.new_goal.area.flush()
    assert page.plans.get(plan_id(page)).goals == ()
    again = Opened(page.workspace, tmp_path, jobs)
    qtbot.addWidget(again.screen)
    again.screen.enter(plan_id(page))
    assert again.screen.document.new_goal.draft == "อยากอ่าน"


def test_a_removed_goal_comes_back_by_undo(page: Opened) -> None:
    give(page, "อ่านคล่อง")
    give(page, "คิดเลขได้")
    page.screen.document.goal_cards[0].remove.click()
    assert [card.text.value() for card in page.screen.document.goal_cards] == ["คิดเลขได้"]
    undo = page.undo[-1]
    assert callable(undo)
    undo()
    assert [card.text.value() for card in page.screen.document.goal_cards] == [
        "อ่านคล่อง", "คิดเลขได้",
    ]  # fmt: skip


def test_goals_change_places(page: Opened) -> None:
    give(page, "อ่านคล่อง")
    give(page, "คิดเลขได้")
    page.screen.document.goal_cards[1].up.click()
    assert [card.text.value() for card in page.screen.document.goal_cards] == [
        "คิดเลขได้", "อ่านคล่อง",
    ]  # fmt: skip


def test_the_main_button_is_the_next_step(page: Opened) -> None:
    steps = page.screen.steps
    assert steps.next_button.text() == "ตั้งเป้าหมายข้อแรก"
    missing = [button.text() for button in steps.missing_buttons]
    assert "เป้าหมายอย่างน้อยหนึ่งข้อ" in missing
    give(page, "อ่านคล่อง")
    assert steps.next_button.text() == "ตกลงแผนร่วมกัน"
    assert "เป้าหมายอย่างน้อยหนึ่งข้อ" not in [each.text() for each in steps.missing_buttons]
    steps.next_button.click()
    assert page.plans.get(plan_id(page)).status == "agreed"
    assert steps.next_button.text() == "เริ่มทำตามแผน"
    steps.next_button.click()
    assert steps.next_button.text() == "ทบทวนแผนด้วยกัน"


def test_what_is_missing_opens_where_it_is_given(page: Opened) -> None:
    learner = page.plans.get(plan_id(page)).learner.id
    for code, tab, at in (("consent", "profile", "answer:plan"), ("assessment", "hett", "")):
        page.screen.steps.missing_opened.emit(code)
        assert page.asked[-1] == ("learner", LearnerPlace(learner, tab, at))
    page.screen.aside.learner.click()
    assert page.asked[-1] == ("learner", learner)


def test_a_thumbprint_needs_two_witnesses_and_fixes_the_words(page: Opened) -> None:
    give(page, "อ่านคล่อง")
    line = page.screen.document.signatures.lines["learner"]
    line.note.click()
    assert line.name.value() == "ดาวเรือง"
    line.thumb.setChecked(True)
    type_text(line.first, "สมชาย")
    line.save.click()
    assert line.second_row.problem == "พิมพ์ชื่อพยาน"
    assert page.plans.get(plan_id(page)).signatures == ()
    type_text(line.second, "นภา")
    line.save.click()
    (signature,) = page.plans.get(plan_id(page)).signatures
    assert signature.values["witnesses"] == ["สมชาย", "นภา"]
    assert page.screen.document.lines[2].areas["dream"].isReadOnly()
    assert not page.screen.document.new_goal.isVisible()
    assert not page.screen.document.lines[15].areas["learner_comment"].isReadOnly()


def test_a_review_is_kept_half_written_and_then_stored(
    page: Opened, qtbot: QtBot, tmp_path: Path, jobs: TestJobs
) -> None:
    give(page, "อ่านคล่อง")
    page.plans.set_status(plan_id(page), "agreed")
    page.plans.set_status(plan_id(page), "active")
    page.presenter.reload()
    page.screen.steps.next_button.click()
    review = page.screen.review
    assert review.isVisible()
    type_text(review.form.field("learner_says"), "สนุกดี")
    page.screen.leave()
    again = Opened(page.workspace, tmp_path, jobs)
    qtbot.addWidget(again.screen)
    again.screen.show()
    again.screen.enter(plan_id(page))
    again.screen.steps.next_button.click()
    assert again.screen.review.form.values()["learner_says"] == "สนุกดี"
    again.screen.review.form.save_button.click()
    assert page.plans.get(plan_id(page)).reviews == ()
    again.screen.review.form.put("result", "adjust")
    again.screen.review.form.goals.outcomes[0].state.set_value("achieved")
    again.screen.review.form.save_button.click()
    plan = page.plans.get(plan_id(page))
    assert plan.status == "reviewed"
    assert plan.reviews[0].text("learner_says") == "สนุกดี"
    assert plan.goals[0].text("state") == "achieved"
    assert again.screen.showing_plan
    assert again.services.drafts.load("plan_review", str(plan.id)) is None
    assert again.screen.steps.next_button.text() == "ทำแผนฉบับใหม่"


def test_a_new_version_tells_what_changed(page: Opened) -> None:
    give(page, "อ่านคล่อง")
    old = plan_id(page)
    page.plans.set_status(old, "agreed")
    page.presenter.reload()
    page.screen.steps.version_wanted.emit()
    key, made = page.asked[-1]
    assert key == "plan"
    assert isinstance(made, UUID)
    page.plans.save(made, {"dream": "เป็นช่าง"})
    page.screen.enter(made)
    assert page.presenter._page is not None
    aside = page.screen.aside
    (change,) = page.presenter._page.changes
    said = aside.difference(change, page.presenter._page.codes)
    assert said == "ความฝัน: จาก “ว่าง” เป็น “เป็นช่าง”"


def test_closing_asks_why(page: Opened) -> None:
    give(page, "อ่านคล่อง")
    steps = page.screen.steps
    steps.open_closing()
    steps.close_button.click()
    assert page.plans.get(plan_id(page)).status == "draft"
    steps.reason.set_value("moved")
    steps.close_button.click()
    assert page.plans.get(plan_id(page)).values["close_reason"] == "moved"
    assert not steps.close_panel.isVisible()


def test_what_cannot_be_saved_is_kept_and_tried_again(
    page: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = page.services.plans.save

    def full(_plan: UUID, _values: object) -> None:
        raise StorageError("disk_full")

    monkeypatch.setattr(page.services.plans, "save", full)
    area = page.screen.document.lines[2].areas["dream"]
    type_text(area, "อยากเป็นครู")
    area.flush()
    assert page.screen.banner.isVisible()
    assert area.value() == "อยากเป็นครู"
    monkeypatch.setattr(page.services.plans, "save", real)
    page.presenter.reload()
    assert area.value() == "อยากเป็นครู"
    page.screen.banner.button.click()
    assert page.plans.get(plan_id(page)).values["dream"] == "อยากเป็นครู"


def test_a_learner_without_a_plan_begins_from_a_template(
    qtbot: QtBot, workspace: Workspace, learner: UUID, tmp_path: Path, jobs: TestJobs
) -> None:
    opened = Opened(workspace, tmp_path, jobs, by_learner=True)
    qtbot.addWidget(opened.screen)
    opened.screen.show()
    opened.screen.enter(learner)
    start = opened.screen.start
    assert start.isVisible()
    card = next(each for each in start.cards if each.code == "occupation")
    card.opened.emit()
    assert opened.screen.showing_plan
    assert len(opened.screen.document.goal_cards) == 3


def test_another_plan_can_be_copied(
    page: Opened, qtbot: QtBot, workspace: Workspace, tmp_path: Path, jobs: TestJobs
) -> None:
    give(page, "ซ่อมรถได้เอง")
    friend = add_learner(workspace, "บุญยืน")
    opened = Opened(workspace, tmp_path, jobs, by_learner=True)
    qtbot.addWidget(opened.screen)
    opened.screen.enter(friend)
    opened.screen.start.search_wanted.emit("ดาวเรือง")
    opened.screen.start.copy_wanted.emit(plan_id(page))
    assert [card.text.value() for card in opened.screen.document.goal_cards] == ["ซ่อมรถได้เอง"]


def test_the_plan_is_printed_from_here(page: Opened, tmp_path: Path) -> None:
    give(page, "อ่านคล่อง")
    page.screen.steps.print_button.click()
    dialog = page.presenter.printing.dialog
    assert dialog is not None
    assert not dialog.per_village.isVisible()
    dialog.print_button.click()
    (made,) = tmp_path.glob("*.pdf")
    assert made.read_bytes().startswith(b"%PDF")
    assert "หน้า" in page.screen.done_bar.text
    assert len(page.plans.get(plan_id(page)).prints) == 1


def test_the_page_follows_the_language(page: Opened, qtbot: QtBot, switch: LanguageSwitch) -> None:
    give(page, "อ่านคล่อง")
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: page.screen.steps.next_button.text() == "Agree the plan")
    assert page.screen.document.sections[1].heading.typed == "1. The learner and the family"
    assert page.screen.document.goal_cards[0].text.value() == "อ่านคล่อง"


def test_who_does_not_plan_only_reads(
    qtbot: QtBot, workspace: Workspace, learner: UUID, tmp_path: Path, jobs: TestJobs
) -> None:
    PlanService(workspace).start(learner)
    known = PlanService(workspace).current(learner)
    opened = Opened(workspace, tmp_path, jobs)
    qtbot.addWidget(opened.screen)
    opened.screen.show()
    for role, prints in (("viewer", False), ("officer", True)):
        workspace.user = replace(workspace.user, role=role)
        opened.screen.enter(known)
        steps, document = opened.screen.steps, opened.screen.document
        assert not steps.next_button.isVisible()
        assert steps.print_button.isVisible() is prints
        assert not steps.missing_buttons
        assert document.new_goal.isHidden()
        assert opened.screen.new_action() is None
        assert (opened.screen.print_action() is not None) is prints
        area = document.lines[2].areas["dream"]
        assert area.isReadOnly() or not area.isEnabled()


def test_an_action_is_linked_opened_and_taken_further_by_its_referral(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, jobs: TestJobs, switch: LanguageSwitch
) -> None:
    opened = Opened(workspace, tmp_path, jobs)
    qtbot.addWidget(opened.screen)
    referral = refer(opened.services, "ดอกแก้ว", {"service": "health"})
    made = opened.plans.start(opened.services.referrals.get(referral).row.learner_id)
    goal = opened.plans.add_goal(made, {"text": "มองกระดานเห็น"})
    opened.plans.add_action(made, {"text": "ตรวจสายตา", "goal_id": goal})
    opened.screen.show()
    opened.screen.enter(made)

    def row() -> CarrierRow:
        return opened.screen.document.goal_cards[0].lines[0].carriers

    (choice,) = [each for each in row().menu.actions() if not each.isSeparator()]
    assert AGENCY in choice.text()
    choice.trigger()
    qtbot.waitUntil(lambda: bool(row().links))
    assert opened.plans.get(made).actions[0].values["referral_id"] == referral
    press(row().links[0], Qt.Key.Key_Return)
    assert opened.asked[-1] == ("referral", referral)
    assert row().take_button.isHidden()
    for code in ("send", "acknowledge", "accept", "serve"):
        opened.services.referrals.move(referral, code, FACTS[code])
    opened.screen.refresh(frozenset({"referral"}))
    qtbot.waitUntil(lambda: row().take_button.isVisible())
    assert opened.plans.get(made).actions[0].text("state") == "open"
    press(row().take_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.plans.get(made).actions[0].text("state") == "done")
    qtbot.waitUntil(lambda: row().take_button.isHidden())
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: row().choose_button.text() == "Done through…")
    (choice,) = [each for each in row().menu.actions() if not each.isSeparator()]
    choice.trigger()
    qtbot.waitUntil(lambda: not row().links)
    assert opened.plans.get(made).actions[0].values["referral_id"] is None


def test_an_action_is_done_through_a_course_and_shows_its_hours(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, jobs: TestJobs, switch: LanguageSwitch
) -> None:
    opened = Opened(workspace, tmp_path, jobs)
    qtbot.addWidget(opened.screen)
    services = opened.services
    learner = add_learner(workspace, "ดอกแก้ว")
    known = course(services)
    (who,) = services.enrolments.enrol(known, [learner], {"joined_on": "2026-11-01"}).enrolled
    mark(workspace, meet(workspace, known, "2026-11-20"), who)
    made = opened.plans.start(learner)
    goal = opened.plans.add_goal(made, {"text": "ทอผ้าเป็น"})
    action = opened.plans.add_action(made, {"text": "เรียนทอผ้า", "goal_id": goal})
    opened.screen.show()
    opened.screen.enter(made)

    def row() -> CarrierRow:
        return opened.screen.document.goal_cards[0].lines[0].carriers

    def choice() -> QAction:
        (found,) = [each for each in row().menu.actions() if not each.isSeparator()]
        return found

    assert choice().text() == "ทอผ้ากี่เอว (เรียนอยู่ · เรียนแล้ว 3 ชั่วโมง)"
    choice().trigger()
    qtbot.waitUntil(lambda: bool(row().links))
    assert services.enrolments.get(who).row.action_id == action
    press(row().links[0], Qt.Key.Key_Return)
    assert opened.asked[-1] == ("enrolment", who)
    choice().trigger()
    qtbot.waitUntil(lambda: not row().links)
    assert services.enrolments.get(who).row.action_id is None
