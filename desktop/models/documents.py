"""Photos and papers of any record: what is noted of them, and whose they are."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.fields import fields_of


class Document(SyncedRecord, Base):
    """A photo or paper; its bytes lie in the attachment store under their SHA-256.

    It belongs to the one record that its owner links lead to, and goes where that goes. Without
    any it is the centre's own (a map of the whole tambon).
    """

    __tablename__ = "document"
    kind = "document"
    own_period = True

    learner_id: Mapped[UUID | None] = field.owner("learner", index=True)
    village_id: Mapped[UUID | None] = field.owner("village", by_hand=True, index=True)
    session_id: Mapped[UUID | None] = field.owner("session", by_hand=True, index=True)
    document_kind: Mapped[str] = field.coded("document_kinds", guards=True)
    title: Mapped[str] = field.line(identifying=True)
    sha256: Mapped[bytes] = field.machine()
    size: Mapped[int] = field.machine()
    media_type: Mapped[str] = field.machine()
    file_name: Mapped[str | None] = field.line(identifying=True, by_hand=False)
    taken_on: Mapped[str | None] = field.day(part_known=True)
    note: Mapped[str | None] = field.text()
    # Of people who are seen on it beside the one whose it is; None: nobody has said.
    others_pictured: Mapped[bool | None] = field.yes_no()
    others_agreed: Mapped[bool | None] = field.yes_no()


OWNERS: Final = {each.link: each.name for each in fields_of(Document).values() if each.owner}
"""The kinds of record that may have documents, with the link that leads to each."""
