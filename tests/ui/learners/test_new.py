"""The short form: kept while typed, twins shown, saved by keyboard."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.services.drafts import DraftService
from desktop.services.learners.duplicates import DuplicateService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.workspace import Workspace
from desktop.ui.learners.new_presenter import NewLearnerPresenter
from desktop.ui.learners.new_screen import NewLearnerScreen
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.identity_field import IdentityField
from desktop.ui.widgets.text_fields import TextField
from desktop.ui.widgets.typing_pause import AT_MOST_MILLISECONDS
from tests.factories import add_learner, national_number
from tests.ui.fakes import TestJobs
from tests.ui.typing import press, type_text


class Form:
    """The form with its presenter."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, jobs: TestJobs) -> None:
        self.screen = NewLearnerScreen(workspace.today)
        self.presenter = NewLearnerPresenter(self.screen, Services(workspace), jobs)
        self.opened: list[tuple[str, object]] = []
        self.screen.open_requested.connect(lambda key, what: self.opened.append((key, what)))
        qtbot.addWidget(self.screen)
        self.screen.show()
        self.screen.enter(None)

    def line(self, name: str) -> TextField:
        """A field that is typed in."""
        found = self.screen.form.field(name)
        assert isinstance(found, TextField)
        return found

    def choice(self, name: str) -> ChoiceField:
        """A field that is chosen in."""
        found = self.screen.form.field(name)
        assert isinstance(found, ChoiceField)
        return found


@pytest.fixture
def form(qtbot: QtBot, workspace: Workspace, jobs: TestJobs) -> Form:
    return Form(qtbot, workspace, jobs)


def test_a_learner_is_saved_with_carer_and_opened(form: Form, workspace: Workspace) -> None:
    add_learner(workspace, "ขา", village="3")
    form.screen.enter(None)
    screen = form.screen
    type_text(form.line("title"), "ด.ญ.")
    type_text(form.line("given"), "ดาวเรือง")
    type_text(form.line("nickname"), "ดาว")
    form.choice("village").set_value("3")
    line = screen.form.field("birth").focusProxy()
    assert line is not None
    type_text(line, "11/2554")
    type_text(form.line("carer"), "ยายบุญ")
    form.choice("relation").set_value("maternal_grandmother")
    save = screen.save_action()
    assert save is not None
    save()
    (key, learner) = form.opened[-1]
    assert isinstance(learner, UUID)
    detail = LearnerService(workspace).get(learner)
    assert key == "learner"
    assert (detail.row.full_name, detail.row.nickname) == ("เด็กหญิงดาวเรือง", "ดาว")
    assert (detail.row.birth, detail.row.village) == ("2011-11", "3")
    assert [carer.text("name") for carer in detail.carers] == ["ยายบุญ"]
    assert screen.form.untouched


@pytest.mark.parametrize(
    ("title", "sex"),
    [("น.ส.", "female"), ("ส.ต.ต.หญิง", "female"), ("ด.ช.", "male"), ("ส.ต.ต.", "")],
)
def test_a_title_tells_the_sex_where_it_does(form: Form, title: str, sex: str) -> None:
    form.screen.enter(None)
    type_text(form.line("title"), title)
    press(form.line("title"), Qt.Key.Key_Return)

    assert form.choice("sex").value() == sex


def test_what_was_typed_is_kept_within_two_seconds_and_put_back(
    qtbot: QtBot, form: Form, workspace: Workspace, jobs: TestJobs
) -> None:
    assert AT_MOST_MILLISECONDS <= 2000
    type_text(form.line("given"), "ดาว")
    drafts = DraftService(workspace)
    qtbot.waitUntil(lambda: drafts.load("learner_new") is not None)

    again = Form(qtbot, workspace, jobs)

    assert again.line("given").text() == "ดาว"
    assert again.screen.form.note.isVisible()
    again.screen.form.anew_button.click()
    assert again.screen.form.untouched
    assert drafts.load("learner_new") is None


def test_leaving_keeps_what_was_just_typed(form: Form, workspace: Workspace) -> None:
    type_text(form.line("given"), "ดาว")
    form.screen.leave()
    draft = DraftService(workspace).load("learner_new")
    assert draft is not None
    assert draft.content["given"] == "ดาว"


def test_somebody_alike_stands_beside_the_form(form: Form, workspace: Workspace) -> None:
    known = add_learner(workspace, "ดาวเรือง", village="3")
    form.screen.enter(None)
    type_text(form.line("given"), "ดาวเรือง")
    form.choice("village").set_value("3")
    form.screen.leave()
    assert form.screen.alike.names == ["ดาวเรือง"]
    form.screen.alike.opened_person.emit(known)
    assert form.opened == [("learner", known)]


def test_the_next_person_lives_in_the_same_village(form: Form, workspace: Workspace) -> None:
    add_learner(workspace, "ขา", village="3")
    form.screen.enter(None)
    type_text(form.line("given"), "ดาว")
    form.choice("village").set_value("3")
    press(form.screen, Qt.Key.Key_Return)
    again = form.screen.new_action()
    assert again is not None
    again()
    assert form.opened == []
    assert form.choice("village").value() == "3"
    assert form.line("given").text() == ""
    assert "บันทึก ดาว แล้ว" in form.screen.banner.text


def test_a_missing_name_is_said_beside_its_field(form: Form, workspace: Workspace) -> None:
    form.screen.form.save_button.click()
    assert form.screen.form.row("given").problem
    type_text(form.line("given"), "ดาว")
    assert not form.screen.form.row("given").problem
    assert LearnerLists(workspace).count(LearnerQuery()) == 0


def test_a_carers_telephone_needs_a_carer(form: Form, workspace: Workspace) -> None:
    type_text(form.line("given"), "ดาว")
    type_text(form.line("phone"), "0812345678")
    form.screen.form.save_button.click()
    assert form.screen.form.row("carer").problem
    assert LearnerLists(workspace).count(LearnerQuery()) == 0


def test_an_unreadable_number_is_said_beside_its_field(form: Form, workspace: Workspace) -> None:
    type_text(form.line("given"), "ดาว")
    type_text(form.line("identity"), "12345")
    form.screen.form.save_button.click()
    assert form.screen.form.row("identity").problem
    assert form.line("given").text() == "ดาว"
    assert LearnerLists(workspace).count(LearnerQuery()) == 0


def test_a_number_that_fails_its_check_warns_and_is_kept(form: Form, workspace: Workspace) -> None:
    type_text(form.line("given"), "ดาว")
    type_text(form.line("identity"), "1999900000014")
    assert form.screen.form.row("identity").problem
    number = form.line("identity")
    assert isinstance(number, IdentityField)
    number.confirm()
    form.screen.form.save_button.click()
    (row,) = LearnerLists(workspace).find(LearnerQuery())
    assert row.national_id == "1999900000014"


def test_a_number_of_somebody_else_makes_a_pair_to_decide(form: Form, workspace: Workspace) -> None:
    number = national_number()
    add_learner(workspace, "ขา", national_id=number)
    type_text(form.line("given"), "ดาว")
    type_text(form.line("identity"), number)
    form.screen.form.save_button.click()
    assert len(DuplicateService(workspace).pairs()) == 1


def test_a_title_tells_the_sex_until_it_is_chosen(form: Form) -> None:
    form.line("title").setText("นางสาว")
    form.line("title").editingFinished.emit()
    assert form.choice("sex").value() == "female"
    form.choice("sex").chosen.emit("unspecified")
    form.choice("sex").set_value("unspecified")
    form.line("title").setText("นาย")
    form.line("title").editingFinished.emit()
    assert form.choice("sex").value() == "unspecified"


def test_escape_goes_back_and_keeps_the_form(form: Form) -> None:
    type_text(form.line("given"), "ดาว")
    press(form.screen, Qt.Key.Key_Escape)
    assert form.opened == [("learners", None)]
    assert form.line("given").text() == "ดาว"
