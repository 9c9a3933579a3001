"""Opening, reading and closing an urgent case, by what a person sees and types."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.program import User
from desktop.services.all import Services
from desktop.services.drafts import DraftService
from desktop.services.urgent.service import UrgentService
from desktop.services.workspace import Workspace
from desktop.ui.data_changes import DataChanges
from desktop.ui.jobs import WRITES
from desktop.ui.translation import LanguageSwitch
from desktop.ui.urgent.presenter import UrgentPresenter
from desktop.ui.urgent.screen import UrgentScreen
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.link_field import LinkField
from desktop.ui.widgets.text_fields import TextArea
from tests.factories import add_learner
from tests.ui.centre import features_of
from tests.ui.fakes import ShufflingJobRunner, TestJobs
from tests.ui.typing import press, type_text

SECRET = "รอยช้ำที่แขน"


class Place:
    """The screen with whoever answers it."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, jobs: TestJobs) -> None:
        self.urgent = UrgentService(workspace)
        self.workspace = workspace
        self.settle = jobs.settle
        self.screen = UrgentScreen()
        self.screen.resize(1190, 680)
        qtbot.addWidget(self.screen)
        self.presenter = UrgentPresenter(self.screen, Services(workspace), jobs)
        self.changes = DataChanges(workspace)
        self.changes.announced.connect(self.screen.refresh)
        self.told: list[str] = []
        self.screen.told.connect(self.told.append)
        self.screen.show()

    def seen(self) -> str:
        """Every word on the screen, typed ones too, once it has heard of what was stored."""
        self.settle()
        labels = [x.typed for x in self.screen.findChildren(ThaiLabel) if x.isVisible()]
        card = self.screen.card
        return "\n".join([*labels, card.summary.value() if card.summary.isVisible() else ""])


@pytest.fixture
def place(qtbot: QtBot, workspace: Workspace, jobs: TestJobs) -> Place:
    return Place(qtbot, workspace, jobs)


def opened(place: Place, **values: object) -> UUID:
    given = {"person_note": "เด็กที่ตลาด", "case_kind": "harmed", "summary": SECRET, **values}
    return place.urgent.open(given)


def test_without_a_case_the_screen_says_how_to_begin(place: Place) -> None:
    place.screen.enter(None)
    assert place.screen.table.empty.isVisible()
    place.screen.table.empty.button.click()
    assert place.screen.form.isVisible()


def test_a_case_is_opened_by_keyboard_for_a_learner_who_was_searched(
    place: Place, workspace: Workspace
) -> None:
    learner = add_learner(workspace, "ดาวเรือง", nickname="ดาว")
    place.screen.enter(None)
    new = place.screen.new_action()
    assert new is not None
    new()
    form = place.screen.form
    form.put("case_kind", "at_risk")
    link = form.field("learner_id")
    assert isinstance(link, LinkField)
    type_text(link.search.box, "ดาว")
    found = next(b for b in form.findChildren(QPushButton) if "(ดาว" in b.text())
    found.setFocus()
    press(found, Qt.Key.Key_Space)
    type_text(form.field("summary"), SECRET)
    save = place.screen.save_action()
    assert save is not None
    save()
    (line,) = place.urgent.mine()
    assert (line.learner_id, line.case_kind) == (learner, "at_risk")
    assert SECRET in place.seen()
    assert place.told


def test_what_is_missing_is_said_beside_its_field(place: Place) -> None:
    place.screen.enter(None)
    place.screen.new_button.click()
    place.screen.form.save_button.click()
    assert "เลือกว่าเป็นเรื่องอะไร" in place.seen()
    place.screen.form.put("case_kind", "harmed")
    place.screen.form.save_button.click()
    assert "เขียนว่าเป็นใคร เท่าที่รู้" in place.seen()
    assert place.urgent.mine() == ()


def test_a_case_is_closed_until_it_is_opened_to_be_read(place: Place) -> None:
    opened(place)
    place.screen.enter(None)
    assert "เด็กที่ตลาด" in place.seen()
    assert SECRET not in place.seen()
    place.screen.card.read_button.click()
    assert SECRET in place.seen()
    place.screen.leave()
    assert SECRET not in place.seen()
    assert place.screen.card.summary.value() == ""


def test_a_note_is_added_and_the_case_closed_with_how_it_ended(place: Place) -> None:
    case = opened(place)
    place.screen.enter(case)
    card = place.screen.card
    card.read_button.click()
    type_text(card.note, "โทรหาบ้านพักเด็กแล้ว")
    save = place.screen.save_action()
    assert save is not None
    save()
    assert [each.text for each in place.urgent.get(case).notes] == ["โทรหาบ้านพักเด็กแล้ว"]
    assert card.note.value() == ""
    card.close_button.click()
    card.close_button.click()
    assert place.urgent.get(case).line.state == "open"
    type_text(card.outcome, "ปลอดภัยแล้ว")
    card.close_button.click()
    assert place.urgent.get(case).line.state == "closed"


def test_what_is_half_typed_of_one_case_never_goes_to_another(place: Place) -> None:
    first = opened(place, opened_on="2026-11-01")
    second = opened(place, summary="เรื่องที่สอง", opened_on="2026-11-20")
    place.screen.enter(first)
    place.screen.card.read_button.click()
    type_text(place.screen.card.summary, " เพิ่มเติม")
    place.screen.table.go_to(second)
    assert "เพิ่มเติม" in place.urgent.get(first).summary
    assert place.urgent.get(second).summary == "เรื่องที่สอง"


def test_a_half_filled_case_comes_back(
    qtbot: QtBot, place: Place, workspace: Workspace, jobs: TestJobs
) -> None:
    place.screen.enter(None)
    place.screen.new_button.click()
    type_text(place.screen.form.field("summary"), SECRET)
    place.screen.leave()
    assert DraftService(workspace).load("urgent") is not None
    again = Place(qtbot, workspace, jobs)
    again.screen.enter(None)
    again.screen.new_button.click()
    assert again.screen.form.values()["summary"] == SECRET


def test_a_case_about_another_waits_for_what_is_half_written(
    place: Place, workspace: Workspace
) -> None:
    learner = add_learner(workspace, "ดาวเรือง")
    place.screen.enter(None)
    place.screen.new_button.click()
    form = place.screen.form
    type_text(form.field("person_note"), "เด็กที่ตลาด")
    place.screen.leave()
    place.screen.enter(("new", learner))
    assert form.values()["learner_id"] is None
    assert form.values()["person_note"] == "เด็กที่ตลาด"
    assert "มีเรื่องที่เขียนค้างไว้" in place.seen()
    cancel = next(b for b in place.screen.findChildren(QPushButton) if b.text() == "ยังไม่เปิด")
    cancel.click()
    assert DraftService(workspace).load("urgent") is None
    place.screen.enter(("new", learner))
    assert form.values()["learner_id"] == learner
    assert "ดาวเรือง" in place.seen()


def test_an_administrator_hands_over_a_case_of_people_who_left(
    place: Place, workspace: Workspace
) -> None:
    with workspace.database.write() as session:
        gone = User(name="ครูเก่า", role="facilitator")
        session.add(gone)
        who = gone.id
    me = workspace.user
    workspace.user = replace(me, user_id=who, role="facilitator")
    case = opened(place, person_note="ลับมาก")
    workspace.user = me
    with workspace.database.write() as session:
        session.get_one(User, who).active = False
    place.screen.enter(None)
    assert "มีเรื่องที่ไม่มีชื่อคุณ 1 เรื่อง" in place.seen()
    assert "ลับมาก" not in place.seen()
    place.screen.unseen.handed_over.emit(case, me.user_id.hex)
    assert [line.who for line in place.urgent.mine()] == ["ลับมาก"]


def test_a_viewer_has_no_such_screen(workspace: Workspace, switch: LanguageSwitch) -> None:
    assert "urgent" in {entry.key for entry in features_of(workspace, switch).screens}
    workspace.user = replace(workspace.user, role="viewer")
    features = features_of(workspace, switch)
    assert "urgent" not in {entry.key for entry in features.screens}
    assert features.opens_draft("urgent", "") is None


@pytest.mark.parametrize("seed", range(6))
def test_the_last_text_stands_and_is_not_read_over(
    qtbot: QtBot, workspace: Workspace, seed: int
) -> None:
    jobs = ShufflingJobRunner(seed)
    place = Place(qtbot, workspace, jobs)
    case = opened(place, summary="ก")
    place.screen.enter(case)
    jobs.settle()
    card = place.screen.card
    card.read_button.click()
    jobs.settle()
    type_text(card.note, "โทรแล้ว")
    card.save()
    for letter in "ขคง":
        type_text(card.summary, letter)
        card.summary.flush()
    type_text(card.note, "!")
    jobs.settle()
    assert place.urgent.get(case).summary == "ขคงก"
    assert card.summary.value() == "ขคงก"
    assert [each.text for each in place.urgent.get(case).notes] == ["โทรแล้ว"]
    assert card.note.value() == "โทรแล้ว!"


@pytest.mark.parametrize("seed", range(6))
def test_what_is_given_up_or_opened_never_comes_back_as_a_draft(
    qtbot: QtBot, workspace: Workspace, seed: int
) -> None:
    jobs = ShufflingJobRunner(seed)
    place = Place(qtbot, workspace, jobs)
    place.screen.enter(None)
    place.screen.new_button.click()
    jobs.settle()
    form = place.screen.form
    summary = form.field("summary")
    assert isinstance(summary, TextArea)
    for letter in "รอย":
        type_text(summary, letter)
        form.flush()
    type_text(summary, "ช้ำ")
    place.screen._form_place._cancel.click()
    place.screen.new_button.click()
    jobs.settle()
    assert summary.value() == ""
    assert DraftService(workspace).load("urgent") is None
    type_text(summary, SECRET)
    type_text(form.field("person_note"), "เด็กที่ตลาด")
    form.flush()
    form.put("case_kind", "harmed")
    form.save()
    jobs.settle()
    assert DraftService(workspace).load("urgent") is None
    assert [line.who for line in place.urgent.mine()] == ["เด็กที่ตลาด"]


@pytest.mark.parametrize("seed", range(6))
def test_what_is_half_typed_is_stored_when_the_window_closes(
    qtbot: QtBot, workspace: Workspace, seed: int
) -> None:
    jobs = ShufflingJobRunner(seed)
    place = Place(qtbot, workspace, jobs)
    case = opened(place, summary="ก")
    place.screen.enter(case)
    jobs.settle()
    place.screen.card.read_button.click()
    jobs.settle()
    type_text(place.screen.card.summary, "ข")
    place.screen.card.summary.flush()
    type_text(place.screen.card.summary, "ค")
    place.screen.leave()
    jobs.finish(WRITES)
    assert place.urgent.get(case).summary == "ขคก"


def test_a_half_typed_note_stays_with_its_case(place: Place) -> None:
    first = opened(place, opened_on="2026-11-01")
    second = opened(place, opened_on="2026-11-20")
    place.screen.enter(first)
    card = place.screen.card
    card.read_button.click()
    type_text(card.note, "ครึ่งหนึ่ง")
    place.screen.table.go_to(second)
    card.read_button.click()
    assert card.note.value() == ""
    place.screen.table.go_to(first)
    card.read_button.click()
    assert card.note.value() == "ครึ่งหนึ่ง"
    card.save()
    assert [each.text for each in place.urgent.get(first).notes] == ["ครึ่งหนึ่ง"]
    assert card.note.value() == ""
    place.screen.leave()
    assert DraftService(place.workspace).load("urgent_note", str(first)) is None


def test_nobody_answering_is_one_press_and_keeps_what_is_half_written(place: Place) -> None:
    case = opened(place)
    place.screen.enter(case)
    card = place.screen.card
    card.read_button.click()
    type_text(card.note, "กำลังเขียน")
    card.tried_button.click()
    (tried,) = place.urgent.get(case).tries
    assert (tried.way, tried.result, bool(tried.next_on)) == ("phone", "no_answer", True)
    assert "โทรแล้วไม่มีคนรับ · โทรอีกครั้ง" in place.seen()
    assert card.note.value() == "กำลังเขียน"
    assert any("โทรอีกครั้ง" in told for told in place.told)
    place.urgent.set_state(case, "closed", "ปลอดภัยแล้ว")
    place.screen.head.chips.set_value(("closed",))
    place.screen.enter(case)
    place.settle()
    assert not card.tried_button.isVisible()


def test_how_a_case_stands_to_its_hours_is_said_in_words_and_colour(place: Place) -> None:
    late = opened(place, opened_on="2026-11-01")
    opened(place, case_kind="opportunity")
    place.screen.enter(None)
    place.settle()
    model = place.screen.table.model
    column = next(n for n, each in enumerate(model.columns) if each.key == "pace")
    rows = [model.row_at(row) for row in range(2)]
    cells = [model.columns[column].text(row) for row in rows if row is not None]
    assert "เกินเวลา" in cells[0]
    assert "ทันเวลา" in cells[1]
    assert place.screen.table.current_id() == late
    assert "ตอบครั้งแรกภายใน" in place.seen()
    place.screen.card.read_button.click()
    place.urgent.add_note(late, "ไปหาแล้ว")
    place.screen.ask()
    assert "ส่งถึงมือผู้ช่วยภายใน" in place.seen()


def test_the_next_step_is_told_with_its_reason(place: Place) -> None:
    case = opened(place)
    place.screen.enter(case)
    card = place.screen.card
    card.read_button.click()
    card.hand_button.click()
    assert card.reason.isVisible()
    card.hand_button.click()
    place.settle()
    assert place.urgent.get(case).handings == ()
    type_text(card.reason, "ยังไม่ปลอดภัย")
    card.hand_button.click()
    place.settle()
    (told,) = place.urgent.get(case).handings
    assert (told.step, told.how, told.reason) == ("tambon", "phone", "ยังไม่ปลอดภัย")
    assert "ยังไม่ปลอดภัย" in place.seen()
    assert card.reason.value() == ""
    assert not card.reason.isVisible()
