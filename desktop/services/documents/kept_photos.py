"""Photographs that earlier versions kept as they came: replaced once by what only draws them."""

from __future__ import annotations

import hashlib
import logging

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.documents import Document
from desktop.models.program import PHOTOS_LOOKED, Attachment, Setting
from desktop.pictures import NAMES, cleaned, draws_only, media_type_of
from desktop.progress import Progress, SilentProgress
from desktop.services.workspace import Workspace

_log = logging.getLogger(__name__)


def photos_waiting(workspace: Workspace) -> int:
    """Return how many kept photographs are still to be looked at."""
    with workspace.read() as session:
        return len(_wanted(session))


def clean_kept(workspace: Workspace, progress: Progress | None = None) -> int:
    """Replace each kept photograph that holds more than its dots; how many that were.

    Looked for once. One that cannot be read, or is of somebody whose record is held still, stays,
    and is asked again at the next start; no way out lets it pass as it is. Each is a transaction
    of its own, so that a stop leaves nothing half done.

    Raises:
        Cancelled: by `progress`; the rest waits for the next time.
    """
    told = progress or SilentProgress()
    with workspace.read() as session:
        wanted = _wanted(session)
    left: list[str] = []
    replaced = 0
    for number, digest in enumerate(wanted):
        told.step(number, len(wanted))
        try:
            replaced += _replaced(workspace, digest)
        except UserError as refusal:
            _log.info("a kept photograph stays as it is: %s", refusal.code)
            left.append(digest.hex())
    with workspace.write() as session:
        kept = session.get(Setting, ("", PHOTOS_LOOKED))
        if kept is None or kept.value != left:
            session.merge(Setting(user="", name=PHOTOS_LOOKED, value=left))
    return replaced


def _wanted(session: Session) -> list[bytes]:
    kept = session.get(Setting, ("", PHOTOS_LOOKED))
    if kept is not None:
        return [bytes.fromhex(each) for each in kept.value]
    return list(
        session.scalars(
            select(Attachment.sha256).where(
                Attachment.sha256.in_(select(Document.sha256).where(Document.media_type.in_(NAMES)))
            )
        )
    )


def _replaced(workspace: Workspace, digest: bytes) -> bool:
    with workspace.read() as session:
        attachment = session.get(Attachment, digest)
        content = attachment.content if attachment is not None else b""
    if not content or draws_only(content):
        return False
    clean = cleaned(content)
    whole = hashlib.sha256(clean).digest()
    with workspace.write() as session:
        for document in session.scalars(select(Document).where(Document.sha256 == digest)):
            document.sha256, document.size = whole, len(clean)
            document.media_type = media_type_of(clean)
        if session.get(Attachment, whole) is None:
            session.add(
                Attachment(sha256=whole, size=len(clean), content=clean, at=workspace.now())
            )
        old = session.get(Attachment, digest)
        if old is not None:
            session.delete(old)
    return True
