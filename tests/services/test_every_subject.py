"""Every subject: moved, taken back, told in its history, out and in, the same on two laptops."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.sync.conflicts import ConflictService
from desktop.services.workspace import Workspace
from tests.services.sync.test_store import exchange
from tests.subjects import CONFIRMED, EXAMPLES, Example

NAMES = ("กลุ่มเยาวชน", "เครือวัลย์", "แสงดาว")


@pytest.fixture(params=EXAMPLES, ids=str)
def example(request: pytest.FixtureRequest) -> Example:
    found: Example = request.param
    return found


@pytest.fixture
def service(services: Services, example: Example) -> Any:
    return example.service(services)


@pytest.fixture
def known(services: Services, example: Example) -> list[UUID]:
    return [example.add(services, name, {}) for name in NAMES]


def undo(services: Services) -> None:
    """Take back the last thing that was done."""
    action = services.undo.last_action()
    assert action is not None
    services.undo.undo_action(action)


def test_they_are_listed_in_thai_order_and_found(
    service: Any, example: Example, known: list[UUID]
) -> None:
    assert [row.name for row in service.find()] == list(NAMES)
    assert [row.id for row in service.find(example.query("เครือวัลย"))] == [known[1]]
    assert len(service.find(None, 2)) == 2


def test_moves_follow_their_course_with_reasons_and_are_taken_back(
    services: Services, service: Any, example: Example, known: list[UUID]
) -> None:
    seen = service.get(known[0]).last_move
    for code, facts in example.moves:
        before = service.get(known[0])
        assert code in before.possible
        for fact in facts:
            with pytest.raises(UserError, match="field_missing"):
                service.move(known[0], code)
            assert service.get(known[0]).row.state == before.row.state, fact
        moved = service.move(known[0], code, facts, seen=before.last_move)
        detail = service.get(known[0])
        assert (detail.last_move, detail.moves[0].move.id) == (moved, moved)
        with pytest.raises(UserError, match="move_not_from"):
            service.move(known[0], code, facts)
    if seen is None and len(example.moves) > 1:
        with pytest.raises(UserError, match="moved_meanwhile"):
            service.move(known[0], example.moves[0][0], seen=before.moves[-1].move.id)
    undo(services)
    assert service.get(known[0]).row.state == before.row.state


@pytest.mark.parametrize("example", CONFIRMED, ids=str)
def test_what_was_confirmed_long_ago_is_asked_again_and_stays(
    workspace: Workspace, service: Any, known: list[UUID]
) -> None:
    assert not service.get(known[0]).row.ask_again
    clock = workspace.database.clock
    workspace.database.clock = lambda: clock() + 181 * 86_400_000
    assert service.get(known[0]).row.ask_again
    assert len(service.find()) == len(NAMES)
    service.confirm(known[0])
    assert not service.get(known[0]).row.ask_again
    assert service.get(known[0]).values["confirmed_by"] == workspace.user.user_id
    with pytest.raises(UserError, match="date_ahead"):
        service.confirm(known[0], "1/1/2599")


def test_edits_are_in_the_history_and_undone(
    services: Services, service: Any, example: Example, known: list[UUID]
) -> None:
    name, words = example.typed
    before = service.get(known[0]).values[name]
    service.edit(known[0], {name: words})
    assert [edit.field for edit in services.history.of_record(known[0])[0].fields] == [name]
    undo(services)
    assert service.get(known[0]).values[name] == before
    service.hide(known[:1])
    assert known[0] not in {row.id for row in service.find()}
    undo(services)
    assert len(service.find()) == len(NAMES)


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv"])
@pytest.mark.parametrize("english", [False, True])
def test_what_is_exported_comes_back_and_changes_nothing(
    services: Services, example: Example, tmp_path: Path, name: str, english: bool
) -> None:
    example.add(services, NAMES[0], example.full)
    example.add(services, NAMES[1], {})
    done = services.exporting.export(example.listed, tmp_path / name, english=english)
    assert done.rows == 2
    preview = services.workbooks.preview(example.listed, tmp_path / name)
    assert [line.outcome for line in preview.lines] == ["unchanged", "unchanged"]
    assert preview.problems == ()


def test_a_row_says_all_of_a_record_and_is_undone_with_its_run(
    services: Services, service: Any, example: Example, tmp_path: Path
) -> None:
    known = example.add(services, NAMES[0], example.full)
    before = service.get(known).values
    services.exporting.export(example.listed, tmp_path / "x.xlsx")
    service.edit(known, dict.fromkeys(example.full, ""))
    service.hide([known])

    stored = services.workbooks.run(services.workbooks.preview(example.listed, tmp_path / "x.xlsx"))

    assert (stored.new, stored.updated) == (1, 0)
    (row,) = service.find()
    after = service.get(row.id).values
    assert {name: after[name] for name in example.full} == {
        name: before[name] for name in example.full
    }
    services.undo.undo_run(stored.run_id)
    assert service.find() == ()


def test_an_edit_in_the_workbook_changes_that_one_alone(
    services: Services, service: Any, example: Example, known: list[UUID], tmp_path: Path
) -> None:
    services.exporting.export(example.listed, tmp_path / "x.xlsx")
    book = load_workbook(tmp_path / "x.xlsx")
    sheet: Any = book.active
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(3, headings.index("หมายเหตุ") + 1).value = "โทรหลังห้าโมง"
    book.save(tmp_path / "x.xlsx")
    preview = services.workbooks.preview(example.listed, tmp_path / "x.xlsx")
    assert [line.outcome for line in preview.lines] == ["unchanged", "update", "unchanged"]
    assert services.workbooks.run(preview).updated == 1
    assert [service.get(row.id).values["note"] for row in service.find()] == [
        None, "โทรหลังห้าโมง", None,
    ]  # fmt: skip


def test_two_laptops_that_edit_one_come_to_one(
    workspace: Workspace, other: Workspace, services: Services, example: Example
) -> None:
    known = example.add(services, NAMES[0], {})
    exchange(workspace, other)
    here, there = example.service(services), example.service(Services(other))
    name, words = example.typed
    here.edit(known, {name: words, "note": "ที่นี่"})
    there.edit(known, {"note": "ที่โน่น", example.other: "ย้อมผ้า"})
    exchange(workspace, other)

    assert here.get(known).values == there.get(known).values
    assert here.get(known).values[name] == words
    assert here.get(known).values[example.other] == "ย้อมผ้า"
    for laptop in (workspace, other):
        (clash,) = ConflictService(laptop).open()
        assert (clash.kind, clash.field) == (example.kind, "note")
        assert NAMES[0] in (clash.about, clash.learner_name)


def test_two_moves_that_did_not_see_each_other_are_shown_to_a_person(
    workspace: Workspace, other: Workspace, services: Services, example: Example
) -> None:
    known = example.add(services, NAMES[0], {})
    exchange(workspace, other)
    here, there = example.service(services), example.service(Services(other))
    code, facts = example.moves[0]
    here.move(known, code, {**facts, "number": "1/2569"})
    there.move(known, code, {**facts, "number": "2/2569"})
    exchange(workspace, other)

    assert here.get(known).row.state == there.get(known).row.state
    for laptop in (workspace, other):
        (clash,) = ConflictService(laptop).open()
        assert (clash.asked, clash.kind) == (True, example.kind)
        assert NAMES[0] in (clash.about, clash.learner_name)


def test_the_sample_has_some_in_every_state_and_lines_of_its_day(
    services: Services, service: Any, example: Example
) -> None:
    services.sample.load()

    details = [service.get(row.id) for row in service.find()]
    first = service.find()[0]
    states = {detail.row.state for detail in details}

    assert len(states) > len({code for code, _facts in example.moves}) - 2, first
    lines = {line.code for line in services.today.get().lines}
    assert set(example.day) <= lines
