"""Photographs that were kept as they came are replaced once, and leave as dots alone meanwhile."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image

from desktop.errors import Cancelled, UserError
from desktop.models.documents import Document
from desktop.models.program import Attachment
from desktop.pictures import draws_only
from desktop.services.consent.service import ConsentService
from desktop.services.documents.kept_photos import clean_kept, photos_waiting
from desktop.services.documents.service import DocumentService
from desktop.services.workspace import Workspace
from tests.factories import add_learner, picture

_PLACE = b"CANARY 18.4985 98.3534"


def _taken(shade: int = 0) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = _PLACE.decode()
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (shade, 80, 80)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def _kept(workspace: Workspace, learner: UUID, content: bytes) -> UUID:
    """A document as earlier versions kept it."""
    document = DocumentService(workspace).add(learner, picture(content[:9]), as_photo=True)
    digest = hashlib.sha256(content).digest()
    with workspace.write() as session:
        row = session.get_one(Document, document)
        session.delete(session.get_one(Attachment, row.sha256))
        row.sha256, row.size, row.media_type = digest, len(content), "image/jpeg"
        if session.get(Attachment, digest) is None:
            session.add(
                Attachment(sha256=digest, size=len(content), content=content, at=workspace.now())
            )
    return document


def _contents(workspace: Workspace) -> list[bytes]:
    with workspace.read() as session:
        return [each.content for each in session.query(Attachment)]


def test_each_is_replaced_once_and_the_old_bytes_go(workspace: Workspace) -> None:
    first, second = add_learner(workspace), add_learner(workspace)
    one, same = (_kept(workspace, each, _taken()) for each in (first, second))
    DocumentService(workspace).add(first, b"%PDF-1.7 " + _PLACE)

    assert photos_waiting(workspace) == 1
    assert clean_kept(workspace) == 1
    assert photos_waiting(workspace) == 0
    assert clean_kept(workspace) == 0

    service = DocumentService(workspace)
    for document in (one, same):
        content = service.content(document)
        assert draws_only(content.content)
        assert service.of(first)[0].size > 0
    photos = [each for each in _contents(workspace) if not each.startswith(b"%PDF")]
    assert len(photos) == 1
    assert _PLACE not in photos[0]


def test_what_cannot_be_replaced_is_asked_again(workspace: Workspace) -> None:
    good, broken = add_learner(workspace), add_learner(workspace)
    _kept(workspace, good, _taken(1))
    _kept(workspace, broken, _taken(2)[:300])

    assert clean_kept(workspace) == 1
    assert photos_waiting(workspace) == 1
    assert clean_kept(workspace) == 0


def test_a_stop_leaves_the_rest_for_the_next_time(workspace: Workspace) -> None:
    for shade in (1, 2):
        _kept(workspace, add_learner(workspace), _taken(shade))

    class Stop:
        def step(self, done: int, total: int, doing: str = "") -> None:
            assert total == 2
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        clean_kept(workspace, Stop())
    assert sum(_PLACE in each for each in _contents(workspace)) == 1
    assert clean_kept(workspace) == 1
    assert not any(_PLACE in each for each in _contents(workspace))


def test_a_copy_for_outside_never_holds_the_place(workspace: Workspace, tmp_path: Path) -> None:
    learner = add_learner(workspace, birth="1990-05-05")
    ConsentService(workspace).record(learner, {"photo": True}, {})
    service = DocumentService(workspace)
    document = _kept(workspace, learner, _taken())

    service.save_copy(document, tmp_path / "out.jpg")

    written = (tmp_path / "out.jpg").read_bytes()
    assert draws_only(written)
    assert _PLACE not in written
    broken = _kept(workspace, learner, _taken(3)[:300])
    with pytest.raises(UserError, match="photo_unreadable"):
        service.save_copy(broken, tmp_path / "broken.jpg")
    assert not (tmp_path / "broken.jpg").exists()
