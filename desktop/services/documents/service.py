"""Photos and papers of any record: taken in with limits, kept by SHA-256 in the database."""

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
from desktop.models.base import synced_classes
from desktop.models.documents import OWNERS, Document
from desktop.models.owners import owner_of
from desktop.models.people import Learner
from desktop.models.program import Attachment
from desktop.pictures import cleaned, leaving, media_type_of
from desktop.services import audit
from desktop.services.documents.leaving import refuse_leaving
from desktop.services.documents.records import (
    MOST_BYTES,
    PHOTOS,
    PICTURES,
    VILLAGE_MAP,
    DocumentContent,
    DocumentLine,
    bytes_of,
    document_lines,
    sniff,
)
from desktop.services.record_values import centre_vocabulary, live, required, set_values
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace
from sync.own_files import open_own


class DocumentService:
    """The documents of records that may have some (`OWNERS`); each method is one transaction."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.WRITE)
    def add(
        self,
        owner_id: UUID | None,
        content: bytes | Path,
        values: Mapping[str, Any] | None = None,
        *,
        of: str = "learner",
        as_photo: bool = False,
    ) -> UUID:
        """Keep a document and return it; of a photograph only what draws it is kept.

        Args:
            owner_id: whose; None for a map of the whole tambon, which is of no record.
            content: its bytes, or the file.
            values: `document_kind`, `title` (else the file's name), `taken_on`, `note`,
                `file_name`, `others_pictured`, `others_agreed`.
            of: the kind of the record that it belongs to, one of `OWNERS`.
            as_photo: show it as the learner's photo.

        Raises:
            UserError: `field_missing`, `learner_unknown`, `record_unknown`, `file_empty`,
                `document_too_large` (`most` megabytes), `file_type_unknown` (neither a picture
                nor a PDF), `photo_heic`, `photo_unreadable`, `photo_too_many_dots`, `not_a_photo`.
            StorageError: `cannot_open` the file; `disk_nearly_full`.
        """
        taken = take_in(self._workspace, content)
        if as_photo and not taken.is_picture:
            raise UserError("not_a_photo")
        given = dict(values or {})
        if owner_id is None and given.get("document_kind") != VILLAGE_MAP:
            raise UserError("field_missing", field=OWNERS[of])
        with self._workspace.write() as session:
            owner = live(session, synced_classes()[of], owner_id) if owner_id else None
            document = keep(session, self._workspace, taken, {OWNERS[of]: owner_id}, given)
            if as_photo and isinstance(owner, Learner):
                owner.photo_id = document.id
            return document.id

    @needs(Right.READ)
    def of(self, owner_id: UUID, kind: str = "learner") -> tuple[DocumentLine, ...]:
        """Return the documents of a record of this kind (one of `OWNERS`), newest first."""
        with self._workspace.read() as session:
            live(session, synced_classes()[kind], owner_id)
            return document_lines(session, kind, owner_id)

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
            UserError: `document_not_here`, `photo_unreadable`, and those of `refuse_leaving`: not
                everybody who is seen on it has agreed.
            StorageError: `paper_cannot_write`.
        """
        with self._workspace.read() as session:
            document = live(session, Document, document_id)
            refuse_leaving(session, document, self._workspace.today())
            whose = owner_of(session, document)
            photo = document.media_type in PHOTOS and document.document_kind in PICTURES
        content = self.content(document_id).content
        if media_type_of(content):
            content = leaving(content)
        try:
            with open_own(path, "wb") as file:
                file.write(content)
        except OSError as error:
            otherwise = StorageError("paper_cannot_write", path=path.name)
            raise refused(error, path, otherwise) from error
        with self._workspace.write() as session:
            audit.note(
                session, self._workspace, "document_saved", whose or document_id, photo=photo
            )

    @needs(Right.WRITE)
    def edit(self, document_id: UUID, values: Mapping[str, Any]) -> None:
        """Change what is noted about a document; its bytes stay."""
        with self._workspace.write() as session:
            document = live(session, Document, document_id)
            set_values(session, document, values, *OWNERS.values())
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
            whose = document.learner_id
            learner = session.get(Learner, whose) if whose else None
            if learner is not None and learner.photo_id == document_id:
                learner.photo_id = None


@dataclass(frozen=True)
class Taken:
    """A file that was looked at: bytes as they are kept, what they are, what it was called."""

    content: bytes
    media_type: str
    name: str

    @property
    def is_picture(self) -> bool:
        """Whether it is a photograph."""
        return self.media_type in PHOTOS


def take_in(workspace: Workspace, content: bytes | Path) -> Taken:
    """Return a file as it may be kept: a photograph small, upright and bare.

    Outside any transaction, since it takes its time.

    Raises:
        UserError, StorageError: as `DocumentService.add`.
    """
    name = content.name if isinstance(content, Path) else ""
    data = bytes_of(content)
    media_type = sniff(data)
    if media_type.startswith("image/"):
        data = cleaned(data)
        media_type = media_type_of(data)
    if len(data) > MOST_BYTES:
        raise UserError("document_too_large", most=MOST_BYTES // 1024 // 1024)
    workspace.room.need(len(data))
    return Taken(data, media_type, name)


def keep(
    session: Session,
    workspace: Workspace,
    taken: Taken,
    owner: Mapping[str, UUID | None],
    values: Mapping[str, Any],
) -> Document:
    """Keep a file in a transaction; `owner`: whose, by link."""
    given = dict(values)
    name = str(given.pop("file_name", "") or taken.name)
    digest = hashlib.sha256(taken.content).digest()
    document = Document(
        **owner,
        document_kind="photo" if taken.is_picture else "other",
        title=Path(name).stem,
        sha256=digest,
        size=len(taken.content),
        media_type=taken.media_type,
        file_name=Path(name).name or None,
    )
    set_values(session, document, given, *OWNERS.values())
    if not document.title:
        kinds = centre_vocabulary(session, "document_kinds")
        document.title = kinds.label(document.document_kind)
    session.add(document)
    if not session.scalar(select(exists().where(Attachment.sha256 == digest))):
        session.add(
            Attachment(
                sha256=digest, size=len(taken.content), content=taken.content, at=workspace.now()
            )
        )
    return document
