"""Photos and papers of a learner: taken in with limits, kept by SHA-256 in the database."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from desktop.durable_files import refused
from desktop.errors import StorageError, UserError
from desktop.models.people import Document, Learner
from desktop.models.program import Attachment
from desktop.pictures import NAMES, cleaned, is_apples, media_type_of
from desktop.services import audit
from desktop.services.consent.gates import stands
from desktop.services.record_values import centre_vocabulary, live, owned, required, set_values
from desktop.services.restricted import refuse
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace
from resources.clock import thai_day
from sync.own_files import open_own

MOST_BYTES = 10 * 1024 * 1024
"""The largest document that is kept."""

MOST_READ = 40 * 1024 * 1024
"""Beyond this a file is no photograph from a telephone: it is refused unread."""

PHOTOS = frozenset(NAMES)

PICTURES = frozenset({"photo", "work", "other"})
"""Kinds of documents that, as an image, may show the person."""


@dataclass(frozen=True)
class DocumentLine:
    """A document in a list. `here`: its bytes are on this laptop, not still on their way."""

    id: UUID
    document_kind: str
    title: str
    size: int
    media_type: str
    file_name: str
    taken_on: str
    note: str
    added_on: str
    sensitive: bool
    is_photo_of_learner: bool
    here: bool


@dataclass(frozen=True)
class DocumentContent:
    """The bytes of a document; hostile until decoded with limits."""

    content: bytes
    media_type: str
    file_name: str


class DocumentService:
    """The documents of learners; each method is one transaction."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.WRITE)
    def add(
        self,
        learner_id: UUID,
        content: bytes | Path,
        values: Mapping[str, Any] | None = None,
        *,
        as_photo: bool = False,
    ) -> UUID:
        """Keep a document and return it; of a photograph only what draws it is kept.

        Args:
            learner_id: whose.
            content: its bytes, or the file.
            values: `document_kind`, `title` (else the file's name), `taken_on`, `note`,
                `file_name`.
            as_photo: show it as the learner's photo.

        Raises:
            UserError: `learner_unknown`, `file_empty`, `document_too_large` (`most` megabytes),
                `file_type_unknown` (neither JPEG, PNG, WebP nor PDF), `photo_heic`,
                `photo_unreadable`, `photo_too_many_dots`, `not_a_photo`.
            StorageError: `cannot_open` the file; `disk_nearly_full`.
        """
        name = content.name if isinstance(content, Path) else ""
        data = _bytes_of(content)
        media_type = sniff(data)
        if as_photo and media_type not in PHOTOS:
            raise UserError("not_a_photo")
        if media_type in PHOTOS:
            data = cleaned(data)
            media_type = media_type_of(data)
        if len(data) > MOST_BYTES:
            raise UserError("document_too_large", most=MOST_BYTES // 1024 // 1024)
        self._workspace.room.need(len(data))
        digest = hashlib.sha256(data).digest()
        given = dict(values or {})
        name = str(given.pop("file_name", "") or name)
        with self._workspace.write() as session:
            learner = live(session, Learner, learner_id)
            document = Document(
                learner_id=learner_id,
                document_kind="photo" if media_type in PHOTOS else "other",
                title=Path(name).stem,
                sha256=digest,
                size=len(data),
                media_type=media_type,
                file_name=Path(name).name or None,
            )
            set_values(session, document, given)
            if not document.title:
                document.title = centre_vocabulary(session, "document_kinds").label(
                    document.document_kind
                )
            session.add(document)
            if not session.scalar(select(exists().where(Attachment.sha256 == digest))):
                session.add(
                    Attachment(
                        sha256=digest, size=len(data), content=data, at=self._workspace.now()
                    )
                )
            if as_photo:
                learner.photo_id = document.id
            return document.id

    @needs(Right.READ)
    def of(self, learner_id: UUID) -> tuple[DocumentLine, ...]:
        """Return the learner's documents, newest first."""
        with self._workspace.read() as session:
            learner = live(session, Learner, learner_id)
            return document_lines(session, learner)

    @needs(Right.READ)
    def content(self, document_id: UUID) -> DocumentContent:
        """Return a document's bytes; UserError `document_not_here` while they are on their way."""
        with self._workspace.read() as session:
            document = live(session, Document, document_id)
            attachment = session.get(Attachment, document.sha256)
            if attachment is None:
                raise UserError("document_not_here", title=document.title)
            return DocumentContent(
                attachment.content, document.media_type, document.file_name or ""
            )

    @needs(Right.EXPORT)
    def save_copy(self, document_id: UUID, path: Path) -> None:
        """Write a document's bytes to a file outside the centre's data; audited.

        Raises:
            UserError: `document_not_here`, `learner_restricted`, `photo_without_consent` (a
                photograph of somebody who has not consented to photographs), `photo_unreadable`.
            StorageError: `paper_cannot_write`.
        """
        with self._workspace.read() as session:
            document = live(session, Document, document_id)
            learner_id = document.learner_id
            refuse(session, learner_id)
            # A paper that was photographed is no picture of the person.
            photo = document.media_type in PHOTOS and document.document_kind in PICTURES
            if photo and not stands(session, learner_id, "photo", self._workspace.today()):
                raise UserError("photo_without_consent", title=document.title)
        content = self.content(document_id).content
        if media_type_of(content):
            content = cleaned(content)  # one that was kept by an earlier version may hold its place
        try:
            with open_own(path, "wb") as file:
                file.write(content)
        except OSError as error:
            otherwise = StorageError("paper_cannot_write", path=path.name)
            raise refused(error, path, otherwise) from error
        with self._workspace.write() as session:
            audit.note(session, self._workspace, "document_saved", learner_id, photo=photo)

    @needs(Right.WRITE)
    def edit(self, document_id: UUID, values: Mapping[str, Any]) -> None:
        """Change what is noted about a document; its bytes stay."""
        with self._workspace.write() as session:
            document = live(session, Document, document_id)
            set_values(session, document, values)
            required(document)

    @needs(Right.WRITE)
    def set_photo(self, learner_id: UUID, document_id: UUID | None) -> None:
        """Show a document as the learner's photo, or none; UserError `not_a_photo`."""
        with self._workspace.write() as session:
            learner = live(session, Learner, learner_id)
            if document_id is not None:
                document = live(session, Document, document_id)
                if document.learner_id != learner_id or document.media_type not in PHOTOS:
                    raise UserError("not_a_photo")
            learner.photo_id = document_id

    @needs(Right.WRITE)
    def hide(self, document_id: UUID) -> None:
        """Hide a document; its bytes stay until they are erased on request."""
        with self._workspace.write() as session:
            document = live(session, Document, document_id)
            document.deleted = True
            learner = session.get(Learner, document.learner_id)
            if learner is not None and learner.photo_id == document_id:
                learner.photo_id = None


def document_lines(session: Session, learner: Learner) -> tuple[DocumentLine, ...]:
    """Return a learner's documents, newest first."""
    kinds = centre_vocabulary(session, "document_kinds")
    documents = list(session.scalars(owned(Document, learner.id)))
    # Only the hashes: the bytes of every photo would be megabytes.
    here = set(
        session.scalars(
            select(Attachment.sha256).where(
                Attachment.sha256.in_([each.sha256 for each in documents])
            )
        )
    )
    lines = []
    for each in documents:
        lines.append(
            DocumentLine(
                id=each.id,
                document_kind=each.document_kind,
                title=each.title,
                size=each.size,
                media_type=each.media_type,
                file_name=each.file_name or "",
                taken_on=each.taken_on or "",
                note=each.note or "",
                added_on=thai_day(each.created_at).isoformat(),
                sensitive=each.document_kind in kinds and kinds.term(each.document_kind).sensitive,
                is_photo_of_learner=learner.photo_id == each.id,
                here=each.sha256 in here,
            )
        )
    return tuple(reversed(lines))


def sniff(content: bytes) -> str:
    """Return the media type that the bytes themselves say; names are not trusted.

    Raises:
        UserError: `file_empty`, `file_type_unknown`, `photo_heic`.
    """
    if not content:
        raise UserError("file_empty")
    photo = media_type_of(content)
    if photo:
        return photo
    if is_apples(content):
        raise UserError("photo_heic")
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return "application/pdf"
    raise UserError("file_type_unknown")


def _bytes_of(content: bytes | Path) -> bytes:
    if isinstance(content, bytes):
        return content
    try:
        with content.open("rb") as file:
            data = file.read(MOST_READ + 1)
    except OSError as error:
        raise StorageError("cannot_open", file=content.name) from error
    if len(data) > MOST_READ:
        raise UserError("document_too_large", most=MOST_READ // 1024 // 1024)
    return data
