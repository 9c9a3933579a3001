"""Is everything whole: the file, the change log without gaps, counts, search rows, audit chain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]
from sqlalchemy import and_, func, or_, select, text
from sqlalchemy.orm import Session

from desktop.database import translated
from desktop.errors import StorageError
from desktop.models.base import from_milliseconds, synced_classes
from desktop.models.people import Learner
from desktop.models.program import Change, DeviceState, LearnerSearch, Setting
from desktop.models.search import search_keys
from desktop.services import audit
from desktop.services.keeping.marks import NOTICES
from desktop.services.rights import Right, needs, open_to_all
from desktop.services.workspace import Workspace

DAMAGE: Final = frozenset({"database_damaged", "not_our_database", "disk_error"})
"""Codes of errors that say the file itself cannot be read."""

LAST_CHECK: Final = "last_check"
_WEEK_MS: Final = 7 * 24 * 3_600_000
_SHOWN_AT_MOST = 20


FindingCode = Literal[
    "file_damaged", "page_damaged", "search_index_damaged", "reference_broken",
    "audit_chain_broken", "audit_anchor_differs", "change_gap", "change_lost",
    "change_of_later_epoch", "change_number_reused", "record_without_change", "search_rows_differ",
]  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """Something that is not whole; `detail` holds numbers and ids, never people's data."""

    code: FindingCode
    detail: str = ""


@dataclass(frozen=True)
class CheckReport:
    """What a check found; `counts` are the records that are not hidden, by kind."""

    counts: dict[str, int]
    changes: int
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is amiss."""
        return not self.findings


@dataclass(frozen=True)
class StorageNotice:
    """Something the high-water mark noticed: `writes_lost` or `old_copy`.

    `at` is when the last write was made that is known of, `missing` how many changes are missing.
    """

    code: str
    at: datetime
    missing: int


class CheckService:
    """Looks; mends nothing."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.COUNT)
    def check(self) -> CheckReport:
        """Check the whole database; reads every page, seconds for a large centre."""
        return self._whole()

    def _whole(self) -> CheckReport:
        findings: list[Finding] = []
        counts: dict[str, int] = {}
        changes = 0
        try:
            findings += self._pages()
            # Past what a role leaves out: a hidden record is there, not missing.
            with self._workspace.database.read() as session:
                findings += _file(session)
                findings += _contents(session)
                counts = _counts(session)
                changes = session.scalar(select(func.count()).select_from(Change)) or 0
            findings += self._index()
        except StorageError as error:
            # What comes after a damaged page cannot be read: the page is what there is to tell.
            if error.code not in DAMAGE and not findings:
                raise
            findings.append(Finding("file_damaged", error.code))
        return CheckReport(counts, changes, tuple(findings))

    def _pages(self) -> list[Finding]:
        """Every page of the file agrees with its MAC.

        That check reads the file alone. A page that was being written when the power went is torn
        there, while the WAL holds it whole: so the WAL is folded in first. While another reads an
        older state that cannot be done; pages in use are checked through SQLite all the same.
        """
        with self._workspace.database.engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            try:
                busy, held, folded = raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
                if busy or held != folded:
                    return []
                lines = raw.execute("PRAGMA cipher_integrity_check").fetchall()
            except sqlcipher.Error as error:
                raise translated(error) from error
        return [Finding("page_damaged", str(line)) for (line,) in lines[:_SHOWN_AT_MOST]]

    @open_to_all
    def quick(self) -> CheckReport:
        """Check what a torn write would break: every page, and the change log's numbers.

        Asked for by the program after an unclean end; the contents of records are not compared.
        """
        findings: list[Finding] = []
        changes = 0
        try:
            findings += self._pages()
            with self._workspace.database.read() as session:
                for (line,) in session.execute(text("PRAGMA quick_check(20)")):
                    if line != "ok":
                        findings.append(Finding("file_damaged", str(line)))
                findings += _own_changes(session)
                changes = session.scalar(select(func.count()).select_from(Change)) or 0
        except StorageError as error:
            if error.code not in DAMAGE:
                raise
            findings.append(Finding("file_damaged", error.code))
        return CheckReport({}, changes, tuple(findings))

    @open_to_all
    def weekly_due(self) -> bool:
        """Tell whether the last full check lies a week back (or ahead, after a clock's jump)."""
        with self._workspace.read() as session:
            kept = session.get(Setting, ("", LAST_CHECK))
            at = None if kept is None else kept.value
        now = self._workspace.database.clock()
        return at is None or not 0 <= now - at < _WEEK_MS

    @open_to_all
    def weekly(self) -> CheckReport:
        """Check everything, as the program does by itself once a week, and note that it did."""
        report = self._whole()
        with self._workspace.write() as session:
            kept = session.get(Setting, ("", LAST_CHECK))
            if kept is None:
                kept = Setting(user="", name=LAST_CHECK)
                session.add(kept)
            kept.value = self._workspace.database.clock()
        return report

    @open_to_all
    def notices(self) -> tuple[StorageNotice, ...]:
        """Return what was noticed at an opening and nobody has read yet."""
        with self._workspace.read() as session:
            kept = session.get(Setting, ("", NOTICES))
            return tuple(
                StorageNotice(code, from_milliseconds(at), missing)
                for code, at, missing in (kept.value or [] if kept is not None else [])
            )

    @open_to_all
    def notices_read(self) -> None:
        """Forget the notices: somebody has read them. The audit entries stay."""
        with self._workspace.write() as session:
            kept = session.get(Setting, ("", NOTICES))
            if kept is not None:
                session.delete(kept)

    def _index(self) -> list[Finding]:
        """The full-text index agrees with its rows; asking it takes the write lock."""
        try:
            with self._workspace.write() as session:
                session.execute(
                    text("INSERT INTO learner_fts(learner_fts, rank) VALUES('integrity-check', 1)")
                )
        except StorageError as error:
            if error.code != "database_damaged":
                raise
            return [Finding("search_index_damaged")]
        return []


def _file(session: Session) -> list[Finding]:
    findings = []
    for (line,) in session.execute(text("PRAGMA integrity_check(20)")):
        if line != "ok":
            findings.append(Finding("file_damaged", str(line)))
    for row in session.execute(text("PRAGMA foreign_key_check")).all()[:_SHOWN_AT_MOST]:
        findings.append(Finding("reference_broken", f"{row[0]} {row[1]}"))
    return findings


def _contents(session: Session) -> list[Finding]:
    findings = [*_own_changes(session), *_records(session), *_search(session)]
    chain = audit.chain_state(session)
    if chain.broken is not None:
        findings.append(Finding("audit_chain_broken", str(chain.broken)))
    return findings + [Finding("audit_anchor_differs", str(each)) for each in chain.differs]


def _counts(session: Session) -> dict[str, int]:
    """How many records of each kind are not hidden."""
    return {
        kind: session.scalar(select(func.count()).select_from(cls).where(cls.deleted.is_(False)))
        or 0
        for kind, cls in sorted(synced_classes().items())
    }


def _own_changes(session: Session) -> list[Finding]:
    """This laptop's sequences have no gap and end where the next change begins."""
    device = session.get_one(DeviceState, 1)
    findings = []
    for epoch, lane, least, most, count, from_others in session.execute(
        select(
            Change.epoch,
            Change.lane,
            func.min(Change.seq),
            func.max(Change.seq),
            func.count(),
            func.min(Change.remote),
        )
        .where(Change.device == device.device)
        .group_by(Change.epoch, Change.lane)
        .order_by(Change.epoch, Change.lane)
    ):
        if epoch > device.epoch and from_others:
            # A copy of this folder works on another machine, and its changes came by the hub.
            continue
        if least != 1 or count != most:
            findings.append(Finding("change_gap", f"{epoch}/{lane}: {count} of {least}-{most}"))
        if epoch == device.epoch and most != device.next_seq[lane] - 1:
            findings.append(Finding("change_lost", f"{epoch}/{lane}: {most}"))
        if epoch > device.epoch:
            findings.append(Finding("change_of_later_epoch", f"{epoch}/{lane}"))
    highest = session.scalar(select(func.max(Change.number))) or 0
    if highest >= device.next_number:
        findings.append(Finding("change_number_reused", str(highest)))
    return findings


def _records(session: Session) -> list[Finding]:
    """Each record's last change is one of its own."""
    findings = []
    for kind, cls in synced_classes().items():
        wrong = session.scalar(
            select(func.count())
            .select_from(cls)
            .join(Change, Change.number == cls.last_change, isouter=True)
            .where(or_(Change.number.is_(None), Change.record_id != cls.id))
        )
        if wrong:
            findings.append(Finding("record_without_change", f"{kind}: {wrong}"))
    return findings


def _search(session: Session) -> list[Finding]:
    """Every shown learner is found by the words it has, and nobody else is found."""
    shown = and_(Learner.deleted.is_(False), Learner.merged_into.is_(None))
    ids = list(session.scalars(select(Learner.id).where(shown)))
    known: dict[UUID, str] = {
        row.learner_id: row.key
        for row in session.execute(select(LearnerSearch.learner_id, LearnerSearch.key))
    }
    wanted = search_keys(session, ids)
    wrong = [each for each in wanted.keys() | known.keys() if wanted.get(each) != known.get(each)]
    return [Finding("search_rows_differ", str(len(wrong)))] if wrong else []
