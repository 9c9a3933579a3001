"""History and taking back: what was before returns, what others have done since stays."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.models.area import Village
from desktop.models.derived import ensure
from desktop.models.ids import new_id
from desktop.models.people import Carer, Consent, Learner, LearnerCode
from desktop.models.program import ImportRun
from desktop.services.history import HistoryService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.plans.service import PlanService
from desktop.services.undo import Left, UndoService
from desktop.services.workspace import Workspace
from tests.factories import add_learner, make_workspace, national_number, open_workspace


def _last(workspace: Workspace) -> bytes:
    action = UndoService(workspace).last_action()
    assert action is not None
    return action


def test_history_tells_who_changed_what(workspace: Workspace) -> None:
    learner_id = add_learner(workspace, surname="ธารน้ำเงา")
    LearnerService(workspace).edit(learner_id, {"surname": "นาํเงา", "nickname": "ดาว"})

    lines = HistoryService(workspace).of_record(learner_id)

    assert [line.created for line in lines] == [False, True]
    edits = {edit.field: (edit.before, edit.after, edit.shown) for edit in lines[0].fields}
    assert edits == {
        "surname": ("ธารน้ำเงา", "นาํเงา", True),
        "nickname": (None, "ดาว", True),
    }
    first = {edit.field: edit.shown for edit in lines[1].fields}
    assert (first["given"], first["surname"]) == (True, False)
    assert (lines[0].author_name, lines[0].own, lines[0].label) == ("ครูทดสอบ", True, "ดาวเรือง")


def test_a_learners_history_holds_all_that_is_theirs(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)
    people, plans = PeopleService(workspace), PlanService(workspace)
    people.add_carer(learner_id, {"name": "ยาย"})
    people.save_private(learner_id, {"health_note": "หอบหืด"})
    plans.add_goal(plans.start(learner_id), {"text": "อ่าน"})
    people.save_household(learner_id, {"members": 3})

    lines = HistoryService(workspace).of_learner(learner_id)

    assert {line.kind for line in lines} == {
        "learner", "carer", "learner_private", "plan", "goal", "household",
    }  # fmt: skip
    assert [line.number for line in lines] == sorted((x.number for x in lines), reverse=True)
    private = next(line for line in lines if line.kind == "learner_private")
    assert "หอบหืด" not in repr(private)
    assert "health_note" in {edit.field for edit in private.fields}


def test_an_edit_is_taken_back_and_again(workspace: Workspace) -> None:
    service, undo = LearnerService(workspace), UndoService(workspace)
    learner_id = add_learner(workspace, surname="ท่ีเดิม")
    service.edit(learner_id, {"surname": "ใหม่", "nickname": "ดาว", "village": "3"})

    undone = undo.undo_action(_last(workspace))

    detail = service.get(learner_id)
    assert (detail.row.surname, detail.row.nickname, detail.row.village) == ("ที่เดิม", "", "")
    assert detail.typed["surname"] == "ท่ีเดิม"
    assert (undone.reverted, undone.hidden, undone.left) == (3, 1, ())
    assert undone.action is not None
    undo.undo_action(undone.action)
    again = service.get(learner_id).row
    assert (again.surname, again.nickname, again.village) == ("ใหม่", "ดาว", "3")


def test_fields_edited_since_are_left_and_told(workspace: Workspace) -> None:
    service, undo = LearnerService(workspace), UndoService(workspace)
    learner_id = add_learner(workspace, surname="หนึ่ง")
    service.edit(learner_id, {"surname": "สอง", "nickname": "ดาว"})
    action = _last(workspace)
    service.edit(learner_id, {"surname": "สาม"})

    undone = undo.undo_action(action)

    row = service.get(learner_id).row
    assert (row.surname, row.nickname) == ("สาม", "")
    assert undone.left == (Left(learner_id, "learner", "surname"),)
    assert undone.reverted == 1


def test_taking_back_a_registration_hides_the_learner(workspace: Workspace) -> None:
    undo = UndoService(workspace)
    add_learner(workspace, national_id=national_number())

    undone = undo.undo_action(_last(workspace))

    assert undone.hidden == 2
    assert LearnerLists(workspace).count(LearnerQuery()) == 0
    assert undone.action is not None
    undo.undo_action(undone.action)
    assert LearnerLists(workspace).count(LearnerQuery()) == 1


def test_hiding_is_taken_back(workspace: Workspace) -> None:
    service, learner_id = LearnerService(workspace), add_learner(workspace)
    service.hide([learner_id])

    UndoService(workspace).undo_action(_last(workspace))

    assert service.get(learner_id).row.given == "ดาวเรือง"


@pytest.mark.parametrize("later", ["edit", "contact", "plan"])
def test_a_learner_in_use_is_not_hidden(workspace: Workspace, later: str) -> None:
    learner_id = add_learner(workspace)
    action = _last(workspace)
    if later == "edit":
        LearnerService(workspace).edit(learner_id, {"nickname": "ดาว"})
    elif later == "contact":
        ContactService(workspace).add(learner_id, {"text": "เยี่ยม"})
    else:
        PlanService(workspace).start(learner_id)

    undone = UndoService(workspace).undo_action(action)

    assert Left(learner_id, "learner", "") in undone.left
    assert LearnerLists(workspace).ids(LearnerQuery()) == [learner_id]


def _import(workspace: Workspace, number: int) -> tuple[UUID, UUID, UUID]:
    """Make two learners in a run, and change one who was there."""
    run_id, known = new_id(), add_learner(workspace, "เดิม", nickname="ก")
    made = new_id()
    with workspace.write(run_id) as session:
        session.add(
            ImportRun(
                id=run_id, number=number, at=workspace.now(), file_name="ก.xlsx",
                sha256=bytes(32), counts={},
            )
        )  # fmt: skip
        session.add(Learner(id=made, code="580604-ZZ-00001", given="ใหม่"))
        session.flush()
        session.get_one(Learner, known).nickname = "ข"
    return run_id, known, made


def test_an_import_is_taken_back_as_a_whole(workspace: Workspace) -> None:
    undo, service = UndoService(workspace), LearnerService(workspace)
    run_id, known, _made = _import(workspace, 1)

    undone = undo.undo_run(run_id)

    assert (undone.reverted, undone.hidden) == (1, 1)
    assert service.get(known).row.nickname == "ก"
    assert LearnerLists(workspace).ids(LearnerQuery()) == [known]
    with pytest.raises(UserError, match="run_undone_already"):
        undo.undo_run(run_id)


def test_what_was_never_done_cannot_be_taken_back(workspace: Workspace) -> None:
    undo = UndoService(workspace)

    with pytest.raises(UserError, match="action_unknown"):
        undo.undo_action(bytes(16))
    with pytest.raises(UserError, match="run_unknown"):
        undo.undo_run(new_id())


def _run(workspace: Workspace, number: int) -> UUID:
    """Begin a run; what is written under its id belongs to it."""
    run_id = new_id()
    with workspace.write(run_id) as session:
        session.add(
            ImportRun(
                id=run_id, number=number, at=workspace.now(), file_name="ก.xlsx",
                sha256=bytes(32), counts={},
            )
        )  # fmt: skip
    return run_id


def _import_person(workspace: Workspace, number: int, learner_id: UUID) -> UUID:
    run_id = _run(workspace, number)
    with workspace.write(run_id) as session:
        village_id = ensure(session, Village, moo="7").id
        session.add(
            Learner(
                id=learner_id, code="580604-ZZ-00009", given="ใหม่", nickname="ต้น",
                village_id=village_id,
            )
        )  # fmt: skip
        session.add(
            LearnerCode(
                id=new_id(), learner_id=learner_id, code_kind="national", value="1999900000013"
            )
        )
        session.add(Carer(id=new_id(), learner_id=learner_id, name="ยาย"))
    return run_id


def test_who_stays_keeps_number_carer_and_village(workspace: Workspace) -> None:
    learner_id, service = new_id(), LearnerService(workspace)
    run_id = _import_person(workspace, 1, learner_id)
    service.edit(learner_id, {"nickname": "แก้เอง"})

    undone = UndoService(workspace).undo_run(run_id)

    detail = service.get(learner_id)
    assert (detail.row.nickname, detail.row.national_id) == ("แก้เอง", "1999900000013")
    assert (detail.row.village, len(detail.carers)) == ("7", 1)
    assert (undone.hidden, undone.left) == (0, (Left(learner_id, "learner", ""),))


def test_an_edited_part_keeps_its_person(workspace: Workspace) -> None:
    learner_id, service = new_id(), LearnerService(workspace)
    run_id = _import_person(workspace, 1, learner_id)
    carer_id = service.get(learner_id).carers[0].id
    PeopleService(workspace).edit_carer(carer_id, {"name": "ตา"})

    UndoService(workspace).undo_run(run_id)

    assert service.get(learner_id).carers[0].text("name") == "ตา"


def test_two_imports_are_taken_back_one_after_the_other(workspace: Workspace) -> None:
    learner_id, undo = new_id(), UndoService(workspace)
    known = add_learner(workspace, "เดิม", nickname="ก")
    first = _import_person(workspace, 1, learner_id)
    with workspace.write(first) as session:
        session.get_one(Learner, known).nickname = "ข"
    second = _run(workspace, 2)
    with workspace.write(second) as session:
        session.get_one(Learner, learner_id).nickname = "บอย"
        session.get_one(Learner, known).nickname = "ค"

    undo.undo_run(second)
    undone = undo.undo_run(first)

    assert undone.left == ()
    assert LearnerLists(workspace).ids(LearnerQuery()) == [known]
    assert LearnerService(workspace).get(known).row.nickname == "ก"


def test_what_others_lead_to_since_is_not_hidden(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)
    people = PeopleService(workspace)
    carer_id = people.add_carer(learner_id, {"name": "ป้า"})
    made = _last(workspace)
    with workspace.write() as session:
        session.add(Consent(learner_id=learner_id, purpose="photo", carer_id=carer_id))

    undone = UndoService(workspace).undo_action(made)

    assert [left.record_id for left in undone.left] == [carer_id]
    with workspace.read() as session:
        assert not session.get_one(Carer, carer_id).deleted


def test_nobody_takes_themselves_back(tmp_path: Path) -> None:
    folder = tmp_path / "joined"
    joined = make_workspace(folder, joining=new_id(), name="", user="ครูคนที่สอง")
    UndoService(joined).undo_action(_last(joined))
    joined.close()

    again = open_workspace(folder)

    assert again.user.name == "ครูคนที่สอง"
    again.close()
