"""The list as a person uses it: searching, narrowing, looking, choosing many, undoing."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.dates import PartialDate
from desktop.models.program import Setting
from desktop.services.all import Services
from desktop.services.learners.duplicates import DuplicateService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.plans.service import PlanService
from desktop.services.settings import SettingService
from desktop.services.workspace import Workspace
from desktop.ui.data_changes import DataChanges
from desktop.ui.learners.opening import DrillDown, open_with
from desktop.ui.learners.presenter import LearnersPresenter
from desktop.ui.learners.screen import LearnersScreen
from desktop.ui.printing.wish import FOLDER
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.labels import ThaiLabel
from tests.factories import add_learner, national_number
from tests.ui.fakes import InlineJobRunner
from tests.ui.printing.places import FakePlaces
from tests.ui.typing import press, type_text


class Place:
    """The screen with its presenter, and what it asked of the shell."""

    def __init__(self, qtbot: QtBot, workspace: Workspace) -> None:
        self.workspace = workspace
        self.screen = LearnersScreen(workspace.today)
        self.changes = DataChanges(workspace)
        self.jobs = InlineJobRunner()
        self.places = FakePlaces(workspace.folder.parent / "papers")
        self.places.folder.mkdir()
        services = Services(workspace)
        services.settings.set(FOLDER, str(self.places.folder))
        self.presenter = LearnersPresenter(self.screen, services, self.jobs, self.places)
        self.changes.announced.connect(self.screen.refresh)
        self.opened: list[tuple[str, object]] = []
        self.said: list[str] = []
        self.undo: list[object] = []
        self.screen.open_requested.connect(lambda key, what: self.opened.append((key, what)))
        self.screen.told.connect(self.said.append)
        self.screen.undo_offered.connect(self._on_undo_offered)
        qtbot.addWidget(self.screen)
        self.screen.resize(1190, 640)
        self.screen.show()

    def enter(self, argument: object = None) -> None:
        self.screen.enter(argument)

    def names(self) -> list[str]:
        """Who is listed, once the list has heard of what was stored."""
        self.jobs.settle()
        model = self.screen.table.model
        rows = [model.row_at(place) for place in range(model.rowCount())]
        return [row.given for row in rows if row is not None]

    def undo_last(self) -> None:
        undo = self.undo[-1]
        assert callable(undo)
        undo()

    def _on_undo_offered(self, text: str, undo: object) -> None:
        self.said.append(text)
        self.undo.append(undo)


@pytest.fixture
def place(qtbot: QtBot, workspace: Workspace) -> Place:
    return Place(qtbot, workspace)


def test_an_empty_centre_says_how_to_begin(place: Place) -> None:
    place.enter()
    empty = place.screen.table.empty
    assert place.screen.table.currentWidget() is empty
    empty.button.click()
    assert place.opened == [("import", None)]


def test_while_the_first_download_runs_nobody_is_asked_to_import(place: Place) -> None:
    with place.workspace.write() as session:
        session.add(Setting(user="", name="first_download", value=True))
    place.enter()
    empty = place.screen.table.empty
    assert "กำลังรับ" in empty._title.typed
    assert place.screen.import_button.isHidden()
    empty.button.click()
    assert place.opened == [("sync", None)]


def test_people_stand_in_thai_order_and_are_found_without_tone_marks(place: Place) -> None:
    for given in ("แม่นา", "เกิด", "กา", "น้ำ"):
        add_learner(place.workspace, given)
    place.enter()
    assert place.names() == ["กา", "เกิด", "น้ำ", "แม่นา"]
    type_text(place.screen.head.search, "แมนา")
    assert place.names() == ["แม่นา"]
    assert place.screen.head.count.typed == "พบ 1 คน"
    press(place.screen.head.search, Qt.Key.Key_Escape)
    assert len(place.names()) == 4


def test_enter_opens_the_first_found_and_arrows_go_on(place: Place) -> None:
    first, second = add_learner(place.workspace, "กา"), add_learner(place.workspace, "ขา")
    place.enter()
    press(place.screen.head.search, Qt.Key.Key_Return)
    press(place.screen.head.search, Qt.Key.Key_Down)
    press(place.screen.table.view, Qt.Key.Key_Down)
    press(place.screen.table.view, Qt.Key.Key_Return)
    assert place.opened == [("learner", first), ("learner", second)]


def test_who_is_called_as_was_typed_is_gone_to_before_those_found_by_a_carer(place: Place) -> None:
    child = add_learner(place.workspace, "กา")
    PeopleService(place.workspace).add_carer(child, {"name": "หน่อแอริ คีรีพนา"})
    meant = add_learner(place.workspace, "หน่อแอริ", surname="ศรี")
    other = add_learner(place.workspace, "หน่อแอริวรรณ")
    place.enter()

    type_text(place.screen.head.search, "หน่อแอริ")
    press(place.screen.head.search, Qt.Key.Key_Return)

    assert len(place.names()) == 3
    assert place.screen.table.current_id() == meant
    assert place.opened == [("learner", meant)]
    press(place.screen.head.search, Qt.Key.Key_Down)
    press(place.screen.table.view, Qt.Key.Key_Down)
    press(place.screen.table.view, Qt.Key.Key_Return)
    assert place.opened[-1] == ("learner", other)
    # What comes later takes nobody back.
    place.screen.refresh(frozenset({"learner"}))
    place.jobs.settle()
    assert place.screen.table.current_id() == other


def test_letters_typed_in_the_list_search(place: Place) -> None:
    add_learner(place.workspace, "กา")
    add_learner(place.workspace, "ขา")
    place.enter()
    type_text(place.screen.table.view, "ข")
    assert place.screen.head.search.text() == "ข"
    assert place.names() == ["ขา"]


def test_filters_narrow_and_their_tags_take_them_away(place: Place) -> None:
    add_learner(place.workspace, "กา", village="2", status="at_risk")
    add_learner(place.workspace, "ขา", village="2", status="studying")
    add_learner(place.workspace, "คา", village="10", status="at_risk")
    place.enter()
    filters = place.screen.filters
    filters.buttons["villages"].picked.emit("2")
    filters.buttons["statuses"].picked.emit("at_risk")
    assert place.names() == ["กา"]
    assert filters.tags() == ["หมู่ 2", "เสี่ยงหลุด"]
    filters.clear_button.click()
    assert place.names() == ["กา", "ขา", "คา"]


@pytest.mark.parametrize(("name", "left"), [("risk", "กา"), ("no_identity", "กา")])
def test_switches_narrow(place: Place, name: str, left: str) -> None:
    wanted = add_learner(place.workspace, "กา")
    add_learner(place.workspace, "ขา", national_id=national_number())
    PeopleService(place.workspace).raise_risk(wanted, "silent")
    place.enter()
    place.screen.filters.switches[name].click()
    assert place.names() == [left]
    place.screen.filters.switches[name].click()
    assert len(place.names()) == 2


def test_another_screen_opens_its_people_under_a_name(place: Place) -> None:
    wanted = add_learner(place.workspace, "กา")
    add_learner(place.workspace, "ขา")
    key, argument = open_with(LearnerQuery(ids=(wanted,)), "ผู้สูงอายุ หมู่ 3")
    assert key == "learners"
    place.enter(argument)
    assert place.names() == ["กา"]
    assert place.screen.filters.drill_title == "ผู้สูงอายุ หมู่ 3"
    place.screen.filters.clear_button.click()
    assert place.screen.filters.drill_title == ""
    assert len(place.names()) == 2


@pytest.mark.parametrize(
    "argument",
    [
        LearnerQuery(search="กา"),
        (LearnerQuery(search="กา"), "ชื่อ กา"),
        DrillDown(LearnerQuery(search="กา"), ""),
        "กา",
    ],
)
def test_other_ways_of_asking_are_understood(place: Place, argument: object) -> None:
    add_learner(place.workspace, "กา")
    add_learner(place.workspace, "ขา")
    place.enter(argument)
    assert place.names() == ["กา"]


def test_coming_back_keeps_the_question(place: Place) -> None:
    add_learner(place.workspace, "กา")
    add_learner(place.workspace, "ขา")
    place.enter("กา")
    place.enter()
    assert place.names() == ["กา"]


def test_headings_sort_and_age_runs_against_the_birth_date(place: Place) -> None:
    add_learner(place.workspace, "กา", birth=PartialDate(2011, 11, 22), village="10")
    add_learner(place.workspace, "ขา", birth=PartialDate(1950), village="2")
    place.enter()
    keys = [column.key for column in place.screen.table.model.columns]
    view = place.screen.table.view
    view.sortByColumn(keys.index("birth"), Qt.SortOrder.AscendingOrder)
    assert place.names() == ["กา", "ขา"]
    view.sortByColumn(keys.index("moo"), Qt.SortOrder.AscendingOrder)
    assert place.names() == ["ขา", "กา"]


def test_the_quick_look_tells_of_the_carer_but_nothing_sensitive(
    place: Place, qtbot: QtBot
) -> None:
    learners = LearnerService(place.workspace)
    learner = learners.add({"given": "กา", "status": "at_risk"}, {"name": "ยายบุญ"}).id
    learners.set_groups(learner, ["TG03", "TG05"])
    place.enter()
    look = place.screen.look

    def said() -> list[str]:
        return [label.typed for label in look.findChildren(ThaiLabel)]

    qtbot.waitUntil(lambda: "ยายบุญ" in said())
    assert any("กลุ่มเสี่ยงหลุดจากระบบ" in text and "ปกปิดไว้ 1 ข้อ" in text for text in said())
    assert not any("กระบวนการยุติธรรม" in text for text in said())


def test_hiding_many_can_be_undone(place: Place) -> None:
    for given in ("กา", "ขา", "คา"):
        add_learner(place.workspace, given)
    place.enter()
    table = place.screen.table
    table.select_ids(table.model.ids[:2])
    place.screen.actions_bar.hide_button.click()
    assert place.names() == ["คา"]
    assert place.said[-1] == "ซ่อน 2 คนจากรายการแล้ว"
    place.undo_last()
    assert place.names() == ["กา", "ขา", "คา"]


def test_adding_to_a_group_can_be_undone(place: Place) -> None:
    one, other = add_learner(place.workspace, "กา"), add_learner(place.workspace, "ขา")
    LearnerService(place.workspace).set_groups(one, ["TG12"])
    place.enter()
    place.screen.table.select_ids(place.screen.table.model.ids)
    place.screen.actions_bar.group_chosen.emit("TG12")
    lists = LearnerLists(place.workspace)
    assert lists.count(LearnerQuery(groups=("TG12",))) == 2
    place.undo_last()
    assert lists.ids(LearnerQuery(groups=("TG12",))) == [one]
    place.screen.table.select_ids([one])
    place.screen.actions_bar.group_chosen.emit("TG12")
    assert place.said[-1] == "ทุกคนอยู่ในกลุ่มนี้แล้ว"
    assert other in lists.ids(LearnerQuery())


def test_those_selected_are_taken_into_a_course(place: Place) -> None:
    services = Services(place.workspace)
    for given in ("กา", "ขา", "คา"):
        add_learner(place.workspace, given)
    place.enter()
    place.screen.table.select_ids(place.screen.table.model.ids)
    course = services.courses.add({"name": "ทอผ้า", "capacity": 2})
    place.screen.actions_bar.course_chosen.emit(course.hex)
    row = services.courses.get(course).row
    assert (row.enrolled, row.waiting) == (2, 1)
    place.undo_last()
    assert services.courses.get(course).people == ()


def test_only_those_selected_are_exported(place: Place) -> None:
    for given in ("กา", "ขา", "คา"):
        add_learner(place.workspace, given)
    place.enter()
    place.screen.table.select_ids(place.screen.table.model.ids[1:])
    place.screen.actions_bar.export_wanted.emit(False)
    asked = place.presenter.printing.export_dialog
    assert asked is not None
    asked.numbers.box.click()
    asked.ticks["groups"].box.click()
    asked.next_button.click()
    (target,) = place.places.folder.glob("*.xlsx")
    cells = {cell.value for sheet in load_workbook(target) for row in sheet for cell in row}
    assert {"ขา", "คา"} <= cells
    assert not {"กา", "เลขประจำตัวประชาชน", "เบอร์โทร", "กลุ่มเป้าหมาย"} & cells
    assert "หมายเหตุ" in cells
    bar = place.screen.done_bar
    assert "2" in bar.text
    for button, shown in ((bar.open_file, target), (bar.open_folder, target.parent)):
        button.setFocus()
        press(button, Qt.Key.Key_Space)
        assert place.places.opened[-1] == shown


def test_plans_of_those_selected_are_printed_from_the_list(place: Place) -> None:
    for given in ("กา", "ขา"):
        PlanService(place.workspace).start(add_learner(place.workspace, given))
    place.enter()
    place.screen.table.select_ids(place.screen.table.model.ids[1:])
    place.screen.actions_bar.print_wanted.emit(False)
    dialog = place.presenter.printing.dialog
    assert dialog is not None
    assert dialog.selected_scope.isChecked()
    dialog.print_button.click()
    assert "1 แผน" in place.screen.done_bar.text
    assert len(list(place.places.folder.glob("*.pdf"))) == 1


def test_nothing_is_written_when_no_file_is_chosen(place: Place) -> None:
    add_learner(place.workspace, "กา")
    place.enter()
    place.places.gives = False
    place.screen.actions_bar.export_wanted.emit(True)
    assert place.presenter.printing.export_dialog is not None
    place.presenter.printing.export_dialog.next_button.click()
    assert list(place.places.folder.iterdir()) == []
    assert not place.screen.done_bar.isVisible()


def test_filters_are_kept_forgotten_and_brought_back(place: Place) -> None:
    add_learner(place.workspace, "กา", village="2")
    add_learner(place.workspace, "ขา", village="3")
    place.enter()
    place.screen.filters.buttons["villages"].picked.emit("2")
    place.screen.kept.kept.emit("หมู่สอง")
    place.screen.filters.clear()
    settings = SettingService(place.workspace)
    kept = settings.filters()
    assert [each.name for each in kept] == ["หมู่สอง"]
    place.screen.kept.picked.emit(kept[0])
    assert place.names() == ["กา"]
    place.screen.kept.forgotten.emit("หมู่สอง")
    assert settings.filters() == ()
    place.undo_last()
    assert [each.name for each in settings.filters()] == ["หมู่สอง"]


def test_pairs_that_may_be_one_person_are_told_and_can_be_put_away(place: Place) -> None:
    one, other = add_learner(place.workspace, "กา"), add_learner(place.workspace, "กา")
    DuplicateService(place.workspace).suspect(one, other, ("given",))
    place.enter()
    assert place.screen.twins.text == "มี 1 คู่ที่อาจเป็นคนเดียวกัน"
    place.screen.twins.button.click()
    assert place.opened == [("duplicates", None)]
    place.enter()
    assert not place.screen.twins.isVisible()


def test_names_have_room_at_every_size(place: Place, qtbot: QtBot) -> None:
    add_learner(place.workspace, "กา")
    place.enter()
    view = place.screen.table.view
    for width in (900, 1190, 1500):
        place.screen.resize(width, 640)
        qtbot.waitUntil(lambda: view.columnWidth(0) >= 200)
        assert not view.isColumnHidden(0)


def test_every_word_follows_the_language(place: Place, switch: LanguageSwitch) -> None:
    add_learner(place.workspace, "กา", status="at_risk")
    place.enter()
    keys = [column.key for column in place.screen.table.model.columns]
    cell = place.screen.table.model.index(0, keys.index("status"))
    assert cell.data() == "เสี่ยงหลุด"
    switch.choose(Language.ENGLISH)
    assert cell.data() == "At risk of leaving school"


def test_a_viewer_is_offered_nothing_to_do(qtbot: QtBot, workspace: Workspace) -> None:
    learner = add_learner(workspace, "กา")
    workspace.user = replace(workspace.user, role="viewer")
    place = Place(qtbot, workspace)
    place.enter()
    place.screen.table.select_ids([learner])
    assert place.screen.new_action() is None
    assert place.screen.print_action() is None
    assert not place.screen.add_button.isVisible()
    assert not place.screen.import_button.isVisible()
    assert not place.screen.actions_bar.isVisible()
    press(place.screen.table.view, Qt.Key.Key_Delete)
    assert place.names() == ["กา"]


def test_an_officer_prints_and_exports_but_hides_nobody(qtbot: QtBot, workspace: Workspace) -> None:
    learner = add_learner(workspace, "กา")
    add_learner(workspace, "กา")
    workspace.user = replace(workspace.user, role="officer")
    place = Place(qtbot, workspace)
    place.enter()
    place.screen.table.select_ids([learner])
    bar = place.screen.actions_bar
    assert bar.print_button.isVisible()
    assert bar.export_button.isVisible()
    assert bar.group_button.isVisible()
    assert not bar.hide_button.isVisible()
    assert place.screen.new_action() is not None
    press(place.screen.table.view, Qt.Key.Key_Delete)
    assert place.names() == ["กา", "กา"]
    # Who is one person is not theirs to decide.
    assert not place.screen.twins.isVisible()


def test_ids_are_those_of_the_service(place: Place) -> None:
    wanted: list[UUID] = [add_learner(place.workspace, given) for given in ("กา", "ขา")]
    place.enter()
    assert place.screen.table.model.ids == wanted


def test_a_large_centre_is_shown_whole(place: Place) -> None:
    service = LearnerService(place.workspace)
    for number in range(205):
        service.add({"given": f"คน{number}"})
    place.enter()
    assert len(place.screen.table.model.ids) == 205
    assert place.screen.head.count.typed == "ทั้งหมด 205 คน"
