"""What is told of documents, and the bytes that are taken in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.errors import StorageError, UserError
from desktop.models.documents import OWNERS, Document
from desktop.models.fields import HUMANS
from desktop.models.people import Learner
from desktop.models.program import Attachment
from desktop.pictures import NAMES, media_type_of
from desktop.services.record_values import centre_vocabulary
from desktop.services.same_person import of_person
from resources.clock import thai_day

MOST_BYTES: Final = 10 * 1024 * 1024
"""The largest document that is kept."""

MOST_READ: Final = 40 * 1024 * 1024
"""Beyond this a file is no photograph from a telephone: it is refused unread."""

PHOTOS: Final = frozenset(NAMES)

PICTURES: Final = frozenset({"photo", "work", "other"})
"""Kinds of documents that, as an image, may show people."""


VILLAGE_MAP: Final = "village_map"
"""The kind of document that a hand-drawn map is."""


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
    others_pictured: bool | None = None
    others_agreed: bool | None = None

    @property
    def is_picture(self) -> bool:
        """Whether it may show people."""
        return self.media_type in PHOTOS and self.document_kind in PICTURES


@dataclass(frozen=True)
class DocumentContent:
    """The bytes of a document; hostile until decoded with limits."""

    content: bytes
    media_type: str
    file_name: str


def of_owner(kind: str, owner_id: UUID) -> ColumnElement[bool]:
    """Return the condition of a record's documents; of a learner's those of joined twins too."""
    link: Any = getattr(Document, OWNERS[kind])
    condition: ColumnElement[bool] = link == owner_id
    return of_person(link, owner_id) if kind == Learner.kind else condition


def document_lines(session: Session, kind: str, owner_id: UUID) -> tuple[DocumentLine, ...]:
    """Return a record's documents, newest first.

    Args:
        session: the transaction.
        kind: the kind of the record, one of `OWNERS`.
        owner_id: the record.
    """
    found = session.scalars(
        select(Document)
        .where(of_owner(kind, owner_id), Document.deleted.is_(False))
        .order_by(Document.first_stamp.desc())
    ).all()
    photo_id = None
    if kind in HUMANS:
        photo_id = session.scalar(select(Learner.photo_id).where(Learner.id == owner_id))
    return lines_of(session, found, photo_id)


def lines_of(
    session: Session, documents: Any, photo_id: UUID | None = None
) -> tuple[DocumentLine, ...]:
    """Return these documents as lines, in their order; `photo_id` is the learner's photo."""
    kinds = centre_vocabulary(session, "document_kinds")
    # Only the hashes: the bytes of every photo would be megabytes.
    here = set(
        session.scalars(
            select(Attachment.sha256).where(
                Attachment.sha256.in_([each.sha256 for each in documents])
            )
        )
    )
    return tuple(
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
            is_photo_of_learner=photo_id == each.id,
            here=each.sha256 in here,
            others_pictured=each.others_pictured,
            others_agreed=each.others_agreed,
        )
        for each in documents
    )


def sniff(content: bytes) -> str:
    """Return the media type that the bytes themselves say; names are not trusted.

    Raises:
        UserError: `file_empty`, `file_type_unknown`.
    """
    if not content:
        raise UserError("file_empty")
    photo = media_type_of(content)
    if photo:
        return photo
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return "application/pdf"
    raise UserError("file_type_unknown")


def bytes_of(content: bytes | Path) -> bytes:
    """Return the bytes of a file that may be one.

    Raises:
        UserError: `document_too_large`.
        StorageError: `cannot_open`.
    """
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
