"""Documents of any record: whose they are, where they go, when they may leave."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import delete, select

from desktop.errors import UserError
from desktop.models import fields as declared
from desktop.models.documents import Document
from desktop.models.owners import owner_of
from desktop.models.program import Attachment, Setting
from desktop.pictures import KEPT_BYTES
from desktop.services.centre import CentreService
from desktop.services.documents.service import DocumentService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.sync import arrivals as sync_arrivals
from desktop.services.sync import records as sync_records
from desktop.services.workspace import Workspace
from tests.factories import add_learner, open_workspace, picture, second_laptop
from tests.services.sync.test_store import all_changes, exchange, give

MAP = {"title": "แผนที่บ้านห้วยปูลิง", "document_kind": "village_map"}


@pytest.fixture
def village(workspace: Workspace) -> UUID:
    """A village of the centre."""
    return CentreService(workspace).save_village("3", {"name": "ห้วยปูลิง"})


def test_a_village_has_documents_of_its_own(workspace: Workspace, village: UUID) -> None:
    documents = DocumentService(workspace)
    drawn = documents.add(village, picture(), MAP, of="village")
    whole = documents.add(None, picture(b"all"), MAP)
    of_learner = documents.add(add_learner(workspace), picture(b"own"))

    (line,) = documents.of(village, "village")

    assert (line.id, line.title, line.document_kind) == (drawn, MAP["title"], "village_map")
    with workspace.read() as session:
        owners = {
            each: owner_of(session, session.get_one(Document, each)) for each in (drawn, whole)
        }
        learner = owner_of(session, session.get_one(Document, of_learner))
    assert owners == {drawn: None, whole: None}
    assert learner is not None
    with pytest.raises(UserError, match="record_unknown"):
        documents.add(UUID(int=7), picture(), of="village")


def test_a_map_belongs_to_nobody_and_stays_when_people_go(
    workspace: Workspace, village: UUID
) -> None:
    documents, learner = DocumentService(workspace), add_learner(workspace, village="3")
    drawn = documents.add(village, picture(), MAP, of="village")
    documents.add(learner, picture())  # the very same bytes
    documents.add(learner, picture(b"theirs alone"))

    ErasureService(workspace).erase(learner, "ขอให้ลบ")

    assert [each.id for each in documents.of(village, "village")] == [drawn]
    assert documents.content(drawn).content == picture()
    with workspace.read() as session:
        assert session.query(Attachment).count() == 1


def test_a_picture_of_people_leaves_once_they_agreed(
    workspace: Workspace, village: UUID, tmp_path: Path
) -> None:
    documents, target = DocumentService(workspace), tmp_path / "out.png"
    taken = documents.add(village, picture(), {"title": "ประชุมหมู่บ้าน"}, of="village")
    for values, code in (
        ({}, "pictured_not_said"),
        ({"others_pictured": "ใช่"}, "pictured_not_asked"),
        ({"others_agreed": "ไม่"}, "pictured_not_asked"),
    ):
        documents.edit(taken, values)
        with pytest.raises(UserError, match=code):
            documents.save_copy(taken, target)
        assert not target.exists()
    for values in ({"others_agreed": "ใช่"}, {"others_pictured": "ไม่", "others_agreed": ""}):
        documents.edit(taken, values)
        documents.save_copy(taken, target)


def test_a_drawing_and_a_paper_show_nobody(
    workspace: Workspace, village: UUID, tmp_path: Path
) -> None:
    documents = DocumentService(workspace)
    drawn = documents.add(village, picture(), MAP, of="village")
    paper = documents.add(village, b"%PDF-1.7 x", of="village")
    for each in (drawn, paper):
        documents.save_copy(each, tmp_path / "out")


def test_another_laptop_gets_what_is_noted_of_it(
    workspace: Workspace, other: Workspace, village: UUID
) -> None:
    drawn = DocumentService(workspace).add(village, picture(), MAP, of="village")

    exchange(workspace, other)

    (line,) = DocumentService(other).of(village, "village")
    assert (line.id, line.here) == (drawn, False)
    DocumentService(other).edit(drawn, {"note": "ผู้ใหญ่บ้านกับเยาวชนวาด"})
    exchange(workspace, other)
    assert DocumentService(workspace).of(village, "village")[0].note == "ผู้ใหญ่บ้านกับเยาวชนวาด"


def test_a_program_that_knew_of_learners_only_keeps_whose_it_is(
    workspace: Workspace, village: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = DocumentService(workspace).add(village, picture(), MAP, of="village")
    older = second_laptop(tmp_path / "older", workspace)

    def columns(cls: type) -> dict[str, declared.Field]:
        known = declared.fields_of(cls)
        return {name: each for name, each in known.items() if name != "village_id"}

    with monkeypatch.context() as patch:
        for module in (sync_records, sync_arrivals):
            patch.setattr(module, "fields_of", columns)
        # Kept for good otherwise, without the field.
        patch.setattr(sync_arrivals, "_types", sync_arrivals._types.__wrapped__)
        give(all_changes(workspace), older)
    with older.database.write(applying=True) as session:
        session.execute(delete(Setting).where(Setting.name == "adopted_schema"))
        assert session.scalars(select(Document.village_id)).all() == [None]
    older.close()

    renewed = open_workspace(tmp_path / "older")
    try:
        assert [each.id for each in DocumentService(renewed).of(village, "village")] == [drawn]
    finally:
        renewed.close()


def test_what_is_taken_in_is_small_enough_for_a_slow_link(
    workspace: Workspace, village: UUID
) -> None:
    documents = DocumentService(workspace)
    telephone = Path(__file__).parents[2] / "samples" / "telephone.heic"

    drawn = documents.add(village, telephone, MAP, of="village")

    (line,) = documents.of(village, "village")
    assert (line.id, line.media_type, line.file_name) == (drawn, "image/jpeg", "telephone.heic")
    assert line.size <= KEPT_BYTES
