"""The program's own records: users, words, changes, conflicts, sync state, imports and drafts."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.fields import Packed, ThaiString
from desktop.models.ids import CENTRE, DerivedId


class User(SyncedRecord, Base):
    """A person who works with the program. The passcode lives in the key file, never here."""

    __tablename__ = "user"
    kind = "user"

    name: Mapped[str] = field.line(identifying=True)
    role: Mapped[str] = field.coded("user_roles", default="facilitator")
    position: Mapped[str | None] = field.line()
    phone: Mapped[str | None] = field.phone()
    active: Mapped[bool] = field.yes_no(by_hand=False, default=True)
    # Given to an officer by an administrator: sensitive parts, which the role alone has not.
    sees_sensitive: Mapped[bool | None] = field.yes_no()


class VocabularyTerm(SyncedRecord, Base):
    """A centre's own label for a shipped code, or a code of its own."""

    __tablename__ = "vocabulary_term"
    kind = "vocabulary_term"
    # Periods of retention bear an id that was made otherwise: they are found by their words.
    derived = DerivedId(CENTRE, ("term", "{vocabulary}", "{code}"), fixed=False)

    vocabulary: Mapped[str] = field.plain(index=True)
    code: Mapped[str] = field.plain()
    th: Mapped[str | None] = field.line()
    en: Mapped[str | None] = field.plain()
    aliases: Mapped[list[str] | None] = field.lines()
    hidden: Mapped[bool] = field.yes_no(default=False)
    position: Mapped[int | None] = field.machine()


class Change(Base):
    """One edit of one record: the fields, for each the version it replaced, who, where, when.

    `fields` maps a field's name to `[value, [base stamps], value before]`. Rows of this laptop
    wait to be sent while `seq` is above what the hub has acknowledged in their lane. Rows stay
    after sending: they are the edit history, and what a merge is worked out from.
    """

    __tablename__ = "change"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    record_id: Mapped[UUID]
    kind: Mapped[str]
    fields: Mapped[dict[str, Any]] = mapped_column(Packed)
    created: Mapped[bool] = mapped_column(default=False)
    device: Mapped[bytes] = mapped_column(LargeBinary(8))
    epoch: Mapped[int] = mapped_column(default=1)
    lane: Mapped[int] = mapped_column(default=0)
    seq: Mapped[int]
    stamp: Mapped[bytes] = mapped_column(LargeBinary(16))
    action: Mapped[bytes] = mapped_column(LargeBinary(16), index=True)
    wall_ms: Mapped[int]
    offset_ms: Mapped[int | None]
    author: Mapped[UUID | None]
    run_id: Mapped[UUID | None] = mapped_column(index=True)
    remote: Mapped[bool] = mapped_column(default=False)
    # Known to lie at the hub, by its own word; own rows of the epoch: see `acked_seq` as well.
    at_hub: Mapped[bool] = mapped_column(default=False)
    doubtful: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        UniqueConstraint("device", "epoch", "lane", "seq"),
        Index("ix_change_record", "record_id", "number"),
    )


class Conflict(Base):
    """Two edits that did not see each other: the shown value, the other, and their base.

    `field` is `deleted` or `merged_into` where a record's end meets an edit of `other_field`.
    """

    __tablename__ = "conflict"

    id: Mapped[bytes] = mapped_column(LargeBinary(8), primary_key=True)
    record_id: Mapped[UUID] = mapped_column(index=True)
    kind: Mapped[str]
    field: Mapped[str]
    other_field: Mapped[str]
    shown: Mapped[Any] = mapped_column(Packed, nullable=True)
    shown_stamp: Mapped[bytes] = mapped_column(LargeBinary(16))
    shown_author: Mapped[UUID | None]
    other: Mapped[Any] = mapped_column(Packed, nullable=True)
    other_stamp: Mapped[bytes] = mapped_column(LargeBinary(16))
    other_author: Mapped[UUID | None]
    base: Mapped[Any] = mapped_column(Packed, nullable=True)
    review: Mapped[bool] = mapped_column(default=False)
    settled: Mapped[bool] = mapped_column(default=False)
    found_at: Mapped[datetime]


class ForeignRecord(Base):
    """A record of a kind that only a newer version knows: kept and passed on untouched."""

    __tablename__ = "foreign_record"

    record_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    fields: Mapped[dict[str, Any]] = mapped_column(Packed)
    field_stamps: Mapped[bytes] = mapped_column(LargeBinary)


class DeviceState(Base):
    """This laptop: who it is, how far it has sent and received. One row."""

    __tablename__ = "device_state"

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    device: Mapped[bytes] = mapped_column(LargeBinary(8))
    epoch: Mapped[int] = mapped_column(default=1)
    letters: Mapped[str]
    next_code: Mapped[int] = mapped_column(default=1)
    centre_id: Mapped[UUID]
    signing_key: Mapped[bytes] = mapped_column(LargeBinary(32))
    last_stamp: Mapped[bytes] = mapped_column(LargeBinary(16))
    next_number: Mapped[int] = mapped_column(default=1)
    # How many write transactions there were: what a mark outside the database is compared with.
    commits: Mapped[int] = mapped_column(default=0, server_default="0")
    next_seq: Mapped[list[int]]
    acked_seq: Mapped[list[int]]
    offset_ms: Mapped[int | None]
    hub_url: Mapped[str | None]
    hub_key: Mapped[bytes | None]
    hub: Mapped[dict[str, Any] | None] = mapped_column(Packed)
    link: Mapped[bytes] = mapped_column(LargeBinary, default=b"")
    receipt: Mapped[str | None]
    last_sync: Mapped[datetime | None]

    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)


class SyncSession(Base):
    """One conversation: with the hub over the link, on a stick, or with a laptop near by.

    `way` is `link`, `stick` or `near`; `partner` the id of the other laptop, None for the hub.
    """

    __tablename__ = "sync_session"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    sent: Mapped[int] = mapped_column(default=0)
    received: Mapped[int] = mapped_column(default=0)
    bytes_up: Mapped[int] = mapped_column(default=0)
    bytes_down: Mapped[int] = mapped_column(default=0)
    requests: Mapped[int] = mapped_column(default=0)
    receipt: Mapped[str | None]
    outcome: Mapped[str]
    way: Mapped[str] = mapped_column(default="link", server_default="link")
    partner: Mapped[str | None]


class SetAside(Base):
    """A received record that could not be applied, with its reason; it never blocks the others."""

    __tablename__ = "set_aside"

    device: Mapped[bytes] = mapped_column(LargeBinary(8), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True)
    lane: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[UUID]
    kind: Mapped[str]
    reason: Mapped[str]
    payload: Mapped[bytes]
    at: Mapped[datetime]


class ImportRun(Base):
    """One import of one file: it can be undone as a whole."""

    __tablename__ = "import_run"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    at: Mapped[datetime]
    author: Mapped[UUID | None]
    file_name: Mapped[str] = mapped_column(ThaiString)
    sha256: Mapped[bytes]
    counts: Mapped[dict[str, Any]] = mapped_column(Packed)
    undone_at: Mapped[datetime | None]


class ColumnMapping(Base):
    """A roster layout that a person has corrected once, remembered by its fingerprint."""

    __tablename__ = "column_mapping"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    mapping: Mapped[dict[str, Any]] = mapped_column(Packed)
    at: Mapped[datetime]


class PossibleDuplicate(Base):
    """Two learners that may be one person, until somebody decides."""

    __tablename__ = "possible_duplicate"

    first_id: Mapped[UUID] = mapped_column(primary_key=True)
    second_id: Mapped[UUID] = mapped_column(primary_key=True)
    score: Mapped[float]
    reasons: Mapped[list[str]]
    decision: Mapped[str | None]
    at: Mapped[datetime]


class Draft(Base):
    """A half-filled form, kept as typed so that a power cut takes nothing."""

    __tablename__ = "draft"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    form: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(Packed)
    at: Mapped[datetime]


class Setting(Base):
    """A choice of this laptop, or of one user on it (`user` empty: the laptop's)."""

    __tablename__ = "setting"

    user: Mapped[str] = mapped_column(primary_key=True, default="")
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(Packed, nullable=True)


PHOTOS_LOOKED: Final = "photos.looked"
"""The setting that keeps which photographs stayed as they came; without it none was looked at."""


class TodayMark(Base):
    """A line of the today screen that somebody did, postponed or dismissed with a reason."""

    __tablename__ = "today_mark"

    line: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str]
    until: Mapped[str | None]
    reason: Mapped[str | None] = mapped_column(ThaiString)
    by: Mapped[UUID | None]
    at: Mapped[datetime]


class AuditEntry(Base):
    """Something a person did that must be answerable for; each row carries the hash of the last."""

    __tablename__ = "audit_entry"

    number: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    author: Mapped[UUID | None]
    event: Mapped[str]
    record_id: Mapped[UUID | None]
    detail: Mapped[dict[str, Any]] = mapped_column(Packed)
    chain: Mapped[bytes] = mapped_column(LargeBinary(32))


class Erasure(Base):
    """A record whose destruction was asked for; only listed records may leave the database."""

    __tablename__ = "erasure"

    record_id: Mapped[UUID] = mapped_column(primary_key=True)
    reason: Mapped[str]
    at: Mapped[datetime]
    author: Mapped[UUID | None]


class ErasurePlace(Base):
    """Where an erased person may still lie, until it is known to be gone from there.

    `place` is `backup`, `device`, `hub`, `bundle` or `carried`; `name` a file's name or a
    laptop's hex id. Never a person's name.
    """

    __tablename__ = "erasure_place"

    record_id: Mapped[UUID] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]
    gone_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_erasure_place_waiting", "place", "name", sqlite_where=text("gone_at IS NULL")),
    )


class AuditAnchor(SyncedRecord, Base):
    """How far a laptop's audit entries reached, kept where that laptop cannot change it.

    Append-only. `device` is the first 8 hex letters of the laptop's id, `chain` the first 12 bytes
    of the entry's hash as base64, `at` seconds since 1970.
    """

    __tablename__ = "audit_anchor"
    kind = "audit_anchor"

    device: Mapped[str] = field.machine(index=True)
    epoch: Mapped[int] = field.machine()
    number: Mapped[int] = field.machine()
    chain: Mapped[str] = field.machine()
    at: Mapped[int] = field.machine()


class Attachment(Base):
    """The bytes of a document, by SHA-256, inside the encrypted database."""

    __tablename__ = "attachment"

    sha256: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime]


class LearnerSearch(Base):
    """What the search looks through: one row a learner, derived, never sent."""

    __tablename__ = "learner_search"

    rowid: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[UUID] = mapped_column(unique=True)
    key: Mapped[str]
