"""Everything that is held of one person, on paper and as a workbook: the right of access."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from desktop import reports
from desktop.errors import UserError
from desktop.exchange.writing import Column, Table, write_xlsx
from desktop.models.people import Learner
from desktop.models.persons import called
from desktop.reports.paper_data import BreachPaper, PaperOptions, PrintStamp
from desktop.services import audit, masking
from desktop.services.consent.gates import stands
from desktop.services.history import HistoryService
from desktop.services.papers.learner import PaperDesk
from desktop.services.persons_rights import person_sections
from desktop.services.persons_rights.person_sections import Section
from desktop.services.record_values import somebody
from desktop.services.record_words import RecordWords
from desktop.services.restricted import refuse
from desktop.services.rights import Right, may, needs, require
from desktop.services.urgent.service import UrgentService
from desktop.services.workspace import Workspace
from resources.clock import in_thailand

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
    """Gathers all that is held of somebody, a learner or not; giving it out is audited.

    Sensitive parts are in it for who may print or export them (`sensitive` False leaves them
    out), urgent cases only where the asker is named in them. Methods raise UserError
    `learner_unknown`, `record_unknown`, `learner_restricted`, `person_restricted`, `not_allowed`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def write_pdf(
        self,
        whose: UUID,
        path: Path,
        options: PaperOptions | None = None,
        *,
        sensitive: bool | None = None,
    ) -> WrittenRecord:
        """Print a person's whole record."""
        options = options or PaperOptions()
        sensitive = self._sensitive(sensitive, Right.PRINT_SENSITIVE)
        record = self._gather(whose, options.language, sensitive)
        words = options.language == "en"
        with self._workspace.read() as session:
            desk = PaperDesk(session, options.language, self._workspace.today())
            paper = BreachPaper(
                letterhead=desk.letterhead(),
                title=("All that is held of " if words else "ข้อมูลทั้งหมดที่ศูนย์มีของ ") + record.name,
                whose=record.name,
                facts=record.facts,
                tables=tuple(
                    (each.title, each.head, each.shares, each.rows) for each in record.sections
                ),
                printed=PrintStamp(
                    record.code, in_thailand(self._workspace.now()), self._workspace.user.name
                ),
            )
        pages = reports.write_breach(paper, path, options)
        return self._given_out("person_record_printed", whose, path, record, pages)

    @needs(Right.EXPORT)
    def write_xlsx(
        self,
        whose: UUID,
        path: Path,
        *,
        english: bool = False,
        sensitive: bool | None = None,
    ) -> WrittenRecord:
        """Write a person's whole record as a workbook, a sheet for each part."""
        if path.suffix.lower() != ".xlsx":
            raise UserError("export_format_unknown", name=path.name)
        sensitive = self._sensitive(sensitive, Right.EXPORT_SENSITIVE)
        record = self._gather(whose, "en" if english else "th", sensitive)
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
        return self._given_out("person_record_exported", whose, path, record, None)

    def _sensitive(self, asked: bool | None, right: Right) -> bool:
        if asked:
            require(self._workspace, right)
        return may(self._workspace, right) if asked is None else asked

    def _given_out(
        self, event: str, whose: UUID, path: Path, record: PersonRecord, pages: int | None
    ) -> WrittenRecord:
        with self._workspace.write() as session:
            audit.note(
                session, self._workspace, event, whose,
                sensitive=record.sensitive, urgent=record.urgent,
            )  # fmt: skip
        rows = len(record.facts) + sum(len(each.rows) for each in record.sections)
        return WrittenRecord(path, len(record.sections) + 1, rows, pages)

    def _gather(self, whose: UUID, language: str, sensitive: bool) -> PersonRecord:
        lines = HistoryService(self._workspace).of_learner(whose, _MOST_CHANGES)
        cases = UrgentService(self._workspace).whole_of_learner(whose) if sensitive else ()
        # Under child protection nothing leaves the unit.
        urgent = [each for each in cases if not each.line.protected]
        with self._workspace.read() as session:
            if not sensitive:
                hidden = masking.sensitive_rules(masking.sensitive_indicators(session))
                masking.cover(session, (*masking.urgent_rules(), *hidden))
            owner = somebody(session, whose)
            refuse(session, whose)
            words = RecordWords(session, language)
            if isinstance(owner, Learner):
                photo = stands(session, whose, "photo", self._workspace.today())
                parts = [
                    *person_sections.records(session, words, owner),
                    *person_sections.as_person(session, words, owner),
                    *person_sections.plans(session, words, whose),
                    *person_sections.assessments(session, words, whose),
                    person_sections.documents(session, words, whose, photo),
                ]
            else:
                parts = [*person_sections.of_somebody(session, words, owner)]
            sections = [
                *parts,
                person_sections.corrections(session, words, whose, sensitive),
                *person_sections.urgent_cases(words, urgent),
                person_sections.changes(session, words, whose, lines),
                *person_sections.looks(session, words, whose),
                person_sections.sent(session, words, whose),
            ]
            return PersonRecord(
                called(owner),
                owner.code if isinstance(owner, Learner) else "",
                tuple(words.facts(owner)),
                tuple(each for each in sections if each.rows),
                sensitive,
                len(urgent),
            )
