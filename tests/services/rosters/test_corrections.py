"""Values mended before an import: what is stored, what is told, and the file that comes again."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.models.people import Learner
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.rosters.importing import Answers, ImportService
from desktop.services.workspace import Workspace

ROSTER = "ชื่อ,สกุล,วันเกิด,หมู่\nก้อง,ใจดี,13/13/2553,3\nแก้ว,ใจดี,01/02/2555,3\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "รายชื่อ.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return path


def people(workspace: Workspace) -> list[tuple[str, str]]:
    rows = LearnerLists(workspace).find(LearnerQuery())
    return sorted((row.given, row.birth_date.iso() if row.birth_date else "") for row in rows)


def test_what_was_typed_is_stored_and_its_cells_are_told(workspace: Workspace, path: Path) -> None:
    imports = ImportService(workspace)
    preview = imports.decided(
        imports.preview(path), {}, {("รายชื่อ", 2, 2): "13/03/2553", ("รายชื่อ", 3, 0): "แก้วตา"}
    )
    assert preview.problems == ()
    imports.run(preview)
    assert people(workspace) == [("ก้อง", "2010-03-13"), ("แก้วตา", "2012-02-01")]
    (run,) = imports.runs()
    assert run.corrected == ("รายชื่อ!C2", "รายชื่อ!A3")


def test_the_file_as_it_was_brings_nobody_again(workspace: Workspace, path: Path) -> None:
    imports = ImportService(workspace)
    imports.run(imports.decided(imports.preview(path), {}, {("รายชื่อ", 3, 0): "แก้วตา"}))
    again = imports.preview(path)
    assert [row.outcome for row in again.rows] == ["unchanged", "unchanged"]


def test_corrections_stay_with_other_answers(workspace: Workspace, path: Path) -> None:
    imports = ImportService(workspace)
    mended = imports.decided(imports.preview(path), {}, {("รายชื่อ", 2, 2): "13/03/2553"})
    mapping = {**mended.roster.mapping, "หมู่": "ignore"}
    again = imports.read_again(mended, Answers(mapping))
    assert again.corrections == mended.corrections
    assert [row.row.moo for row in again.rows] == ["", ""]
    assert again.problems == ()


def test_a_clock_that_is_right_after_all_judges_births(workspace: Workspace, path: Path) -> None:
    workspace.database.clock = lambda: 946_684_800_000  # the year 2543
    imports = ImportService(workspace)
    preview = imports.preview(path)
    assert preview.roster.clock_suspected
    believed = imports.read_again(preview, Answers(clock_right=True))
    assert [problem.code for problem in believed.problems] == ["birth_future", "birth_future"]


def test_nobody_is_registered_on_a_day_that_cannot_be(workspace: Workspace, path: Path) -> None:
    workspace.database.clock = lambda: 946_684_800_000  # the year 2543
    imports = ImportService(workspace)
    imports.run(imports.preview(path))
    with workspace.read() as session:
        assert set(session.scalars(select(Learner.registered_on))) == {None}
    assert [birth for _, birth in people(workspace)] == ["2010", "2012-02-01"]
