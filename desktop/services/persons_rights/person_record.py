"""Everything that is held of one person, on paper and as a workbook: the right of access."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from desktop import reports
from desktop.errors import UserError
from desktop.exchange.writing import Column, Table, write_xlsx
from desktop.models.names import full_name
from desktop.models.people import (
    Learner,
)
from desktop.reports.paper_data import BreachPaper, PaperOptions, PrintStamp
from desktop.services import audit, masking
from desktop.services.consent.gates import stands
from desktop.services.history import HistoryService
from desktop.services.papers.learner import PaperDesk
from desktop.services.persons_rights import person_sections
from desktop.services.persons_rights.person_sections import Section
from desktop.services.record_values import live
from desktop.services.record_words import RecordWords
from desktop.services.restricted import refuse
from desktop.services.rights import Right, may, needs, require
from desktop.services.urgent.service import UrgentService
from desktop.services.workspace import Workspace

_MOST_CHANGES: Final = 5_000


@dataclass(frozen=True)
class PersonRecord:
    """One person's record whole.

    Attributes:
        name: with the title.
        code: the local code.
        facts: what the register says, by field.
        sections: the rest.
        sensitive: sensitive parts are in it.
        urgent: how many urgent cases are in it.
    """

    name: str
    code: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    sensitive: bool
    urgent: int = 0


@dataclass(frozen=True)
class WrittenRecord:
    """What was written."""

    path: Path
    sections: int
    rows: int
    pages: int | None = None


class PersonRecordService:
    """Gathers all that is held of a person; giving it out is audited.

    Sensitive parts are in it for who may print or export them (`sensitive` False leaves them
    out), urgent cases only where the asker is named in them. Methods raise UserError
    `learner_unknown`, `learner_restricted`, `not_allowed`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def write_pdf(
        self,
        learner_id: UUID,
        path: Path,
        options: PaperOptions | None = None,
        *,
        sensitive: bool | None = None,
    ) -> WrittenRecord:
        """Print a person's whole record."""
        options = options or PaperOptions()
        sensitive = self._sensitive(sensitive, Right.PRINT_SENSITIVE)
        record = self._gather(learner_id, options.language, sensitive)
        words = options.language == "en"
        with self._workspace.read() as session:
            desk = PaperDesk(session, options.language, self._workspace.today())
            paper = BreachPaper(
                letterhead=desk.letterhead(),
                title=("All that is held of " if words else "ข้อมูลทั้งหมดที่ศูนย์มีของ ") + record.name,
                facts=record.facts,
                tables=tuple(
                    (each.title, each.head, each.shares, each.rows) for each in record.sections
                ),
                printed=PrintStamp(
                    record.code, self._workspace.now().astimezone(), self._workspace.user.name
                ),
            )
        pages = reports.write_breach(paper, path, options)
        return self._given_out("person_record_printed", learner_id, path, record, pages)

    @needs(Right.EXPORT)
    def write_xlsx(
        self,
        learner_id: UUID,
        path: Path,
        *,
        english: bool = False,
        sensitive: bool | None = None,
    ) -> WrittenRecord:
        """Write a person's whole record as a workbook, a sheet for each part."""
        if path.suffix.lower() != ".xlsx":
            raise UserError("export_format_unknown", name=path.name)
        sensitive = self._sensitive(sensitive, Right.EXPORT_SENSITIVE)
        record = self._gather(learner_id, "en" if english else "th", sensitive)
        head = ("Field", "Value") if english else ("ช่อง", "ค่า")
        register = "Register" if english else "ทะเบียน"
        parts = [Section(register, head, (1.0, 1.6), record.facts), *record.sections]
        tables = [
            Table(
                each.title,
                tuple(Column(f"c{n}", text, text) for n, text in enumerate(each.head)),
                each.rows,
            )
            for each in parts
        ]
        write_xlsx(path, tables, english=english)
        return self._given_out("person_record_exported", learner_id, path, record, None)

    def _sensitive(self, asked: bool | None, right: Right) -> bool:
        if asked:
            require(self._workspace, right)
        return may(self._workspace, right) if asked is None else asked

    def _given_out(
        self, event: str, learner_id: UUID, path: Path, record: PersonRecord, pages: int | None
    ) -> WrittenRecord:
        with self._workspace.write() as session:
            audit.note(
                session, self._workspace, event, learner_id,
                sensitive=record.sensitive, urgent=record.urgent,
            )  # fmt: skip
        rows = len(record.facts) + sum(len(each.rows) for each in record.sections)
        return WrittenRecord(path, len(record.sections) + 1, rows, pages)

    def _gather(self, learner_id: UUID, language: str, sensitive: bool) -> PersonRecord:
        urgent = [
            each
            for each in (
                UrgentService(self._workspace).whole_of_learner(learner_id) if sensitive else ()
            )
            if not each.line.protected  # under child protection nothing leaves the unit
        ]
        lines = HistoryService(self._workspace).of_learner(learner_id, _MOST_CHANGES)
        with self._workspace.read() as session:
            if not sensitive:
                hidden = masking.sensitive_rules(masking.sensitive_indicators(session))
                masking.cover(session, (*masking.urgent_rules(), *hidden))
            learner = live(session, Learner, learner_id)
            refuse(session, learner_id)
            words = RecordWords(session, language)
            photo = stands(session, learner_id, "photo", self._workspace.today())
            sections = [
                *person_sections.records(session, words, learner),
                *person_sections.plans(session, words, learner_id),
                *person_sections.assessments(session, words, learner_id),
                person_sections.documents(session, words, learner_id, photo),
                person_sections.corrections(session, words, learner_id, sensitive),
                *person_sections.urgent_cases(words, urgent),
                person_sections.changes(session, words, learner_id, lines),
                *person_sections.looks(session, words, learner_id),
                person_sections.sent(session, words, learner_id),
            ]
            return PersonRecord(
                full_name(
                    learner.title or "", learner.given, learner.surname or "", learner.middle or ""
                ),
                learner.code,
                tuple(words.facts(learner)),
                tuple(each for each in sections if each.rows),
                sensitive,
                len(urgent),
            )
