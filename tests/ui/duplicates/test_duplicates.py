"""Deciding about pairs: joining, keeping apart, and going back."""

from __future__ import annotations

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.dates import PartialDate
from desktop.services.all import Services
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.duplicates import DuplicateService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.workspace import Workspace
from desktop.ui.duplicates.presenter import DuplicatesPresenter
from desktop.ui.duplicates.screen import DuplicatesScreen
from desktop.ui.widgets.side_by_side import Side
from tests.factories import add_learner, national_number
from tests.ui.fakes import InlineJobRunner


class Place:
    """The screen with its presenter."""

    def __init__(self, qtbot: QtBot, workspace: Workspace) -> None:
        self.screen = DuplicatesScreen(workspace.today)
        self.presenter = DuplicatesPresenter(self.screen, Services(workspace), InlineJobRunner())
        self.undo: list[object] = []
        self.opened: list[tuple[str, object]] = []
        self.screen.undo_offered.connect(lambda _text, undo: self.undo.append(undo))
        self.screen.open_requested.connect(lambda key, what: self.opened.append((key, what)))
        qtbot.addWidget(self.screen)
        self.screen.show()

    def undo_last(self) -> None:
        undo = self.undo[-1]
        assert callable(undo)
        undo()


@pytest.fixture
def place(qtbot: QtBot, workspace: Workspace) -> Place:
    return Place(qtbot, workspace)


def pair(workspace: Workspace) -> tuple[UUID, UUID]:
    one = add_learner(workspace, "ซอวาทู", nickname="ทู", note="จากโรงเรียน")
    other = add_learner(
        workspace, "ซอวาทู", nickname="วา", birth=PartialDate(2011), note="จากอนามัย",
        national_id=national_number(),
    )  # fmt: skip
    DuplicateService(workspace).suspect(one, other, ("given",))
    return one, other


def test_nothing_to_decide_is_said_warmly(place: Place) -> None:
    place.screen.enter(None)
    assert place.screen.states.currentWidget() is place.screen.states.empty
    place.screen.states.empty.button.click()
    assert place.opened == [("learners", None)]


def test_a_pair_is_joined_field_by_field_and_separated_again(
    place: Place, workspace: Workspace
) -> None:
    pair(workspace)
    place.screen.enter(None)
    sides = place.screen.sides
    kept = place.screen.kept
    other: Side = "right" if kept == "left" else "left"
    before = {row.id: row for row in LearnerLists(workspace).find(LearnerQuery())}
    # The birth date is known on one side only and is taken without being asked.
    assert "birth" in sides.choices()
    assert not sides.accept_button.isEnabled()
    sides.choose("nickname", other)
    sides.accept_button.click()

    (row,) = LearnerLists(workspace).find(LearnerQuery())
    detail = LearnerService(workspace).get(row.id)
    twin = next(each for known, each in before.items() if known != row.id)
    assert (row.nickname, row.birth) == (twin.nickname, "2011")
    assert set(detail.values["note"].splitlines()) == {"จากโรงเรียน", "จากอนามัย"}
    assert row.national_id

    place.undo_last()
    after = {row.id: row for row in LearnerLists(workspace).find(LearnerQuery())}
    assert {known: row.nickname for known, row in after.items()} == {
        known: row.nickname for known, row in before.items()
    }
    assert {row.birth for row in after.values()} == {"", "2011"}
    assert len(place.screen.table.model.ids) == 1


def test_the_record_with_work_on_it_is_kept(place: Place, workspace: Workspace) -> None:
    for chosen in pair(workspace):
        ContactService(workspace).add(chosen, {"contact_kind": "home_visit", "text": "ไปเยี่ยม"})
    worked = chosen
    ContactService(workspace).add(worked, {"contact_kind": "phone", "text": "โทรไป"})
    place.screen.enter(None)
    place.screen.sides.choose_all("left")
    place.screen.sides.accept_button.click()
    assert LearnerLists(workspace).ids(LearnerQuery()) == [worked]


def test_the_person_may_keep_the_other_record(place: Place, workspace: Workspace) -> None:
    pair(workspace)
    place.screen.enter(None)
    first = place.screen.kept
    place.screen.keep_button.click()
    assert place.screen.kept != first


def test_two_people_are_asked_about_no_more_until_undone(
    place: Place, workspace: Workspace
) -> None:
    pair(workspace)
    place.screen.enter(None)
    place.screen.apart_button.click()
    assert place.screen.table.model.ids == []
    assert LearnerLists(workspace).count(LearnerQuery()) == 2
    place.undo_last()
    assert len(place.screen.table.model.ids) == 1


def test_a_pair_can_be_asked_for_as_the_day_names_it(place: Place, workspace: Workspace) -> None:
    pair(workspace)
    one, other = add_learner(workspace, "ดาว"), add_learner(workspace, "ดาว")
    service = DuplicateService(workspace)
    service.suspect(one, other, ("given",))
    wanted = service.pairs()[-1].key
    place.screen.enter(f"{wanted[0]}:{wanted[1]}")
    assert place.screen.table.current_id() == wanted
    place.screen.later_button.click()
    assert place.screen.table.current_id() != wanted


def test_a_join_is_taken_back_later_from_the_list(place: Place, workspace: Workspace) -> None:
    keep, twin = pair(workspace)
    DuplicateService(workspace).join(keep, twin, {"nickname": "วา"})
    place.screen.enter(None)
    assert place.screen.views.chip("joined").text() == "รวมแล้ว (1)"

    place.screen.views.chip("joined").click()
    place.screen.joined.part_button.click()

    assert set(LearnerLists(workspace).ids(LearnerQuery())) == {keep, twin}
    assert LearnerService(workspace).get(keep).row.nickname == "ทู"
    assert place.screen.views.chip("joined").text() == "รวมแล้ว (0)"
    assert place.screen.views.chip("waiting").text() == "รอตัดสิน (1)"
