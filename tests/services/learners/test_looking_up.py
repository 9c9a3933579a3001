"""Whom a few words find: by name, code, number and telephone, exact ones first."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from desktop.errors import StorageError
from desktop.models import search
from desktop.services.keeping.checking import CheckService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery, Telephone
from desktop.services.learners.service import LearnerService
from desktop.services.plans.lists import PlanLists
from desktop.services.plans.records import PlanQuery
from desktop.services.plans.service import PlanService
from desktop.services.settings import SettingService
from desktop.services.storage.search_rows import renew_search_rows
from desktop.services.workspace import Workspace
from tests.factories import add_learner, make_workspace, national_number, open_workspace


def found(workspace: Workspace, words: str) -> list[UUID]:
    return [match.row.id for match in LearnerLists(workspace).look_up(words, 12)]


@pytest.mark.parametrize(
    "typed",
    ["081-234-5678", "0812345678", "081 234 5678", "๐๘๑ ๒๓๔ ๕๖๗๘", "+66 81 234 5678", "2345678"],
)
@pytest.mark.parametrize("kept", ["081-234-5678", "๐๘๑๒๓๔๕๖๗๘", "โทร. 081 234 5678 (เย็น)"])
def test_a_number_is_found_however_it_is_written(
    workspace: Workspace, kept: str, typed: str
) -> None:
    own = add_learner(workspace, "ดาวเรือง", phone=kept)
    ward = add_learner(workspace, "มะลิ")
    PeopleService(workspace).add_carer(ward, {"name": "ยายคำ", "phone": kept})
    add_learner(workspace, "กา", phone="089-999-9999")

    matches = LearnerLists(workspace).look_up(typed, 12)

    assert {match.row.id: match.telephone for match in matches} == {
        own: Telephone(kept, ""),
        ward: Telephone(kept, "ยายคำ"),
    }
    assert set(LearnerLists(workspace).ids(LearnerQuery(search=typed))) == {own, ward}


def test_each_of_several_numbers_in_a_field_is_found(workspace: Workspace) -> None:
    learner = add_learner(workspace, phone="081-234-5678, 053 612 345 ต่อ 12")

    assert found(workspace, "0812345678") == [learner]
    assert found(workspace, "053-612-345") == [learner]
    assert found(workspace, "5678053") == []


def test_a_number_that_was_taken_away_finds_nobody(workspace: Workspace) -> None:
    learner = add_learner(workspace, phone="081-234-5678")
    people = PeopleService(workspace)
    carer = people.add_carer(learner, {"name": "ยายคำ", "phone": "089 111 2222"})
    assert found(workspace, "0891112222") == [learner]

    LearnerService(workspace).edit(learner, {"phone": ""})
    people.edit_carer(carer, {"phone": ""})

    assert found(workspace, "0812345678") == found(workspace, "0891112222") == []


def test_a_plan_is_found_by_the_telephone_of_its_learner(workspace: Workspace) -> None:
    plan = PlanService(workspace).start(add_learner(workspace, phone="081-234-5678"))

    lines = PlanLists(workspace).find(PlanQuery(search="081 234 5678"), 5)

    assert [line.id for line in lines] == [plan]


def test_whoever_is_meant_exactly_comes_first(workspace: Workspace) -> None:
    number = national_number()
    twelve = [add_learner(workspace, f"กาดำ{place}") for place in "กขคฆงจฉชซฌญฎ"]
    meant = add_learner(workspace, "กาดำ", national_id=number)
    code = LearnerLists(workspace).rows([meant])[0].code
    lists = LearnerLists(workspace)

    for words in ("กาดำ", number, f"{number[:1]}-{number[1:5]}-{number[5:]}", code.lower()):
        first, *others = lists.look_up(words, 12)
        assert (first.row.id, first.exact) == (meant, True)
        assert not any(other.exact for other in others)
    assert len(lists.look_up("กาดำ", 12)) == 12
    assert {match.row.id for match in lists.look_up("กาดำ", 13)} == {meant, *twelve}
    assert lists.look_up("  ", 12) == lists.look_up("ไม่มีใคร", 12) == []


def _as_an_earlier_program_left_it(workspace: Workspace) -> None:
    """Put the search rows back to what the program before kept: without telephone numbers."""
    SettingService(workspace).set(search.SETTING, 1, laptop=True)
    with workspace.database.engine.begin() as connection:
        connection.execute(
            text("UPDATE learner_search SET key = replace(key, char(10) || '0812345678', '')")
        )


def test_a_centre_of_an_earlier_program_finds_numbers_once_it_is_opened(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path / "centre")
    learner = add_learner(workspace, "ดาวเรือง", phone="081-234-5678")
    add_learner(workspace, "มะลิ")
    _as_an_earlier_program_left_it(workspace)
    assert found(workspace, "0812345678") == []
    workspace.close()

    workspace = open_workspace(tmp_path / "centre")

    assert found(workspace, "0812345678") == [learner]
    assert CheckService(workspace).weekly().findings == ()
    commits = workspace.database.standing().commits
    renew_search_rows(workspace.database)
    assert workspace.database.standing().commits == commits
    workspace.close()


def test_a_full_disk_keeps_nobody_from_their_centre(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    learner = add_learner(workspace, "ดาวเรือง", phone="081-234-5678")
    _as_an_earlier_program_left_it(workspace)

    def full(*_words: object) -> None:
        raise StorageError("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(search, "refresh", full)
        renew_search_rows(workspace.database)
    assert "disk_full" in caplog.text
    assert found(workspace, "ดาวเรือง") == [learner]

    renew_search_rows(workspace.database)

    assert found(workspace, "0812345678") == [learner]


def test_whose_own_name_begins_so_come_before_those_found_by_a_carer(workspace: Workspace) -> None:
    wards = [add_learner(workspace, given) for given in ("กานดา", "กิ่ง", "แก้ว")]
    for ward in wards:
        PeopleService(workspace).add_carer(ward, {"name": "หน่อแอริ"})
    own = add_learner(workspace, "หน่อพอ")

    assert found(workspace, "หน่อ")[0] == own
    assert set(found(workspace, "หน่อ")) == {own, *wards}
    assert [each.row.id for each in LearnerLists(workspace).look_up("หน่", 1)] == [own]
