"""Partners into a workbook and back: what is written comes back, and no row becomes another's."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.cells import CellError, column_letters
from desktop.exchange.columns import shown
from desktop.exchange.headers import header_key
from desktop.exchange.reading import read_book
from desktop.exchange.rows import CellProblem
from desktop.exchange.writing import Column, Table, Value, write_csv, write_xlsx
from desktop.models.area import Village
from desktop.models.dates import PartialDate
from desktop.models.fields import Field, fields_of
from desktop.models.ids import new_id
from desktop.models.partners import Partner
from desktop.models.program import ImportRun
from desktop.models.text import normalise, one_line
from desktop.progress import Progress, SilentProgress
from desktop.services import audit
from desktop.services.partners.reading import contact_lines, found
from desktop.services.partners.records import PartnerQuery
from desktop.services.partners.service import fill
from desktop.services.record_values import read_value
from desktop.services.rights import Right, needs
from desktop.services.vocabularies import CentreLookup
from desktop.services.workspace import Workspace
from resources.words.names import field_name

Outcome = Literal["new", "update", "unchanged", "asked", "repeat", "error"]

_FIELDS: Final = tuple(
    name
    for name, each in fields_of(Partner).items()
    if each.by_hand
    and not each.machine
    and name not in ("confirmed_by", "verified_on", "deleted", "erased")
)
# What is told of a partner and changed elsewhere: how it stands, and whom to ask.
_TOLD: Final = {"state": ("สถานะ", "State"), "contacts": ("ผู้ประสานงาน", "Contacts")}
_RECORD_ID: Final = ("รหัสระเบียน", "Record id")
_TORN_AT_LEAST: Final = 3


@dataclass(frozen=True)
class PartnerLine:
    """What becomes of one row. `asked`: it may mean another partner, so it is not stored."""

    row: int
    name: str
    outcome: Outcome
    partner_id: UUID | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class PartnerPreview:
    """What an import would do; nothing is stored."""

    file_name: str
    sha256: bytes
    lines: tuple[PartnerLine, ...]
    problems: tuple[CellProblem, ...]

    def count(self, *outcomes: str) -> int:
        """How many rows end so."""
        return sum(1 for line in self.lines if line.outcome in outcomes)


@dataclass(frozen=True)
class PartnersStored:
    """What a run did."""

    run_id: UUID
    number: int
    new: int
    updated: int


class PartnerWorkbook:
    """Writes partners to a table and takes such a table in, one numbered run a time."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.EXPORT)
    def export(
        self,
        path: Path,
        query: PartnerQuery | None = None,
        *,
        english: bool = False,
        progress: Progress | None = None,
    ) -> int:
        """Write partners to .xlsx or .csv and return how many; confidential contacts stay here.

        Raises:
            UserError: `export_format_unknown`, and as `desktop.exchange.writing`.
        """
        if path.suffix.lower() not in (".xlsx", ".csv"):
            raise UserError("export_format_unknown", name=path.name)
        language = "en" if english else "th"
        with self._workspace.read() as session:
            rows = found(session, query or PartnerQuery(), self._workspace.today())
            table = _table(session, [(row.id, row.state) for row in rows], language)
        write = write_csv if path.suffix.lower() == ".csv" else write_xlsx
        write(path, table, progress, english=english)
        with self._workspace.write() as session:
            audit.note(session, self._workspace, "exported", what="partners", rows=len(rows))
        return len(rows)

    @needs(Right.IMPORT)
    def preview(self, path: Path, progress: Progress | None = None) -> PartnerPreview:
        """Read a table of partners and find out what importing it would do.

        A row is known by its hidden id and its name together: where they part, it is asked about
        and not stored. An empty cell changes nothing.

        Raises:
            UserError: `partners_no_headings`, and as `desktop.exchange.reading.read_book`.
        """
        book = read_book(path, progress or SilentProgress())
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").digest()
        with self._workspace.read() as session:
            reading = _Reading(session)
            for sheet in book.sheets:
                if not sheet.hidden:
                    reading.take(sheet.name, [(row.number, row.cells) for row in sheet.rows])
        if not reading.headed:
            raise UserError("partners_no_headings", name=path.name)
        return PartnerPreview(path.name, digest, *reading.told())

    @needs(Right.IMPORT)
    def run(self, preview: PartnerPreview) -> PartnersStored:
        """Store what a preview shows in one transaction, undone as a whole by its number."""
        run_id = new_id()
        with self._workspace.write(run_id) as session:
            for line in preview.lines:
                if line.outcome == "new":
                    partner = Partner(name="")
                    fill(session, partner, line.values)
                    session.add(partner)
                elif line.outcome == "update" and line.partner_id is not None:
                    fill(session, session.get_one(Partner, line.partner_id), line.values)
            number = (session.scalar(select(func.max(ImportRun.number))) or 0) + 1
            counts = Counter(line.outcome for line in preview.lines)
            session.add(
                ImportRun(
                    id=run_id,
                    number=number,
                    at=self._workspace.now(),
                    author=self._workspace.user.user_id,
                    file_name=preview.file_name,
                    sha256=preview.sha256,
                    counts={
                        "rows": len(preview.lines),
                        "new": counts["new"],
                        "updated": counts["update"],
                        "unchanged": counts["unchanged"],
                        "skipped": counts["asked"] + counts["repeat"] + counts["error"],
                    },
                )
            )
        return PartnersStored(run_id, number, counts["new"], counts["update"])


def _table(session: Session, partners: Sequence[tuple[UUID, str]], language: str) -> Table:
    columns = [
        Column(
            name,
            field_name(Partner.kind, name, "th"),
            field_name(Partner.kind, name, "en"),
            "number" if each.type == "count" else "date" if each.type == "day" else "text",
            width=28 if each.type == "text" or name == "name" else 0,
        )
        for name in _FIELDS
        for each in (fields_of(Partner)[name],)
    ]
    columns += [Column(name, *words, width=24) for name, words in _TOLD.items()]
    columns.append(Column("record_id", *_RECORD_ID, kind="code", hidden=True))
    words = _Words(session, language)
    rows: list[list[Value]] = []
    for partner_id, state in partners:
        partner = session.get_one(Partner, partner_id)
        own = [words.value(fields_of(Partner)[name], getattr(partner, name)) for name in _FIELDS]
        contacts = "; ".join(
            " ".join(part for part in (line.person.full_name, line.role, line.person.phone) if part)
            for line in contact_lines(session, partner_id)
            if not line.confidential and not line.person.restricted
        )
        told = words.lookup.vocabulary("partner_states").label(state, language)
        rows.append([*own, told, contacts, str(partner_id)])
    return Table("Partners" if language == "en" else "ภาคี", tuple(columns), rows)


class _Words:
    """Values as a workbook shows them, so that reading finds them again."""

    def __init__(self, session: Session, language: str) -> None:
        self.lookup = CentreLookup(session)
        self._language = language
        self._moo = {each.id: each.moo for each in session.scalars(select(Village))}

    def value(self, meaning: Field, value: Any) -> Value:
        if value is None or value == "":
            return None
        match meaning.type:
            case "code":
                return self.lookup.vocabulary(meaning.vocabulary).label(value, self._language)
            case "codes":
                terms = self.lookup.vocabulary(meaning.vocabulary)
                labels = [terms.label(each, self._language) for each in value]
                # A label with a comma in it would come back as two.
                return "; ".join(
                    label if not set(label) & set(",;\n") else code
                    for label, code in zip(labels, value, strict=True)
                )
            case "day":
                return PartialDate.from_iso(value)
            case "yes_no":
                yes, no = ("Yes", "No") if self._language == "en" else ("ใช่", "ไม่ใช่")
                return yes if value else no
            case "months":
                return ", ".join(str(each) for each in value)
            case "links":
                return ", ".join(self._moo.get(UUID(each), each) for each in value)
            case "link":
                return self._moo.get(value, str(value))
            case "count":
                return int(value)
            case _:
                return str(value)


class _Reading:
    """Goes through the rows of a table and says what each means."""

    def __init__(self, session: Session) -> None:
        self._session = session
        live = select(Partner).where(Partner.deleted.is_(False), Partner.merged_into.is_(None))
        self._known = {each.id: each for each in session.scalars(live)}
        self._by_name: dict[str, list[UUID]] = {}
        for each in self._known.values():
            self._by_name.setdefault(_name_key(each.name), []).append(each.id)
        self._words = _Words(session, "th")
        self._lines: list[tuple[str, PartnerLine]] = []
        self._problems: list[CellProblem] = []
        self._taken: set[str] = set()
        self._torn = 0
        self.headed = False

    def take(self, sheet: str, rows: Sequence[tuple[int, Sequence[Any]]]) -> None:
        columns: dict[int, str] = {}
        for number, cells in rows:
            if not columns:
                columns = _columns(cells)
                if columns:
                    self.headed = True
                    self._unknown_columns(sheet, number, cells, columns)
                continue
            said = {
                name: cells[place]
                for place, name in columns.items()
                if place < len(cells) and cells[place] not in (None, "")
            }
            if said:
                letters = {name: column_letters(place + 1) for place, name in columns.items()}
                self._lines.append((sheet, self._line(sheet, number, said, letters)))

    def told(self) -> tuple[tuple[PartnerLine, ...], tuple[CellProblem, ...]]:
        lines = tuple(line for _sheet, line in self._lines)
        if self._torn >= _TORN_AT_LEAST:
            # Sorted without its hidden column: no id can be trusted, so no known row is changed.
            self._problems.insert(0, CellProblem("", 0, "", "partners_sorted_in_part", ""))
            lines = tuple(
                PartnerLine(line.row, line.name, "asked") if line.partner_id else line
                for line in lines
            )
        return lines, tuple(self._problems)

    def _unknown_columns(
        self, sheet: str, number: int, cells: Sequence[Any], columns: Mapping[int, str]
    ) -> None:
        for place, cell in enumerate(cells):
            if place not in columns and one_line(shown(cell)):
                self._note(sheet, number, column_letters(place + 1), "column_unknown", shown(cell))

    def _line(
        self, sheet: str, number: int, said: Mapping[str, Any], letters: Mapping[str, str]
    ) -> PartnerLine:
        name = one_line(shown(said.get("name")))
        if not name:
            self._note(sheet, number, letters.get("name", ""), "partner_no_name", "", "error")
            return PartnerLine(number, "", "error")
        partner, outcome = self._whose(sheet, number, name, said, letters)
        if outcome is not None:
            return PartnerLine(number, name, outcome, partner.id if partner else None)
        values = self._values(sheet, number, said, letters, partner)
        if partner is None:
            return PartnerLine(number, name, "new", None, values)
        changed = {
            key: value for key, value in values.items() if not _same(getattr(partner, key), value)
        }
        return PartnerLine(number, name, "update" if changed else "unchanged", partner.id, changed)

    def _whose(
        self,
        sheet: str,
        number: int,
        name: str,
        said: Mapping[str, Any],
        letters: Mapping[str, str],
    ) -> tuple[Partner | None, Outcome | None]:
        """The partner that a row means, and its outcome where that is settled."""
        key = _name_key(name)
        same_name = [self._known[each] for each in self._by_name.get(key, ())]
        if key in self._taken:
            self._note(sheet, number, letters["name"], "partner_twice", name)
            return None, "repeat"
        self._taken.add(key)
        try:
            known = self._known.get(UUID(one_line(shown(said.get("record_id")))))
        except ValueError:
            known = None
        if known is None:
            return (same_name[0], None) if len(same_name) == 1 else (None, None)
        if known in same_name:
            return known, None
        if same_name:
            self._torn += 1
            self._note(sheet, number, letters["name"], "partner_row_torn", name)
        else:
            self._note(sheet, number, letters["name"], "partner_renamed", name)
        return known, "asked"

    def _values(
        self,
        sheet: str,
        number: int,
        said: Mapping[str, Any],
        letters: Mapping[str, str],
        partner: Partner | None,
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        kept: list[str] = []
        for name, cell in said.items():
            if isinstance(cell, CellError):
                self._note(sheet, number, letters[name], "cell_error", cell.text)
                continue
            text = shown(cell).strip()
            if name in _TOLD:
                if partner is None and name == "contacts" and text:
                    kept.append(f"{_TOLD[name][0]}: {text}")
                continue
            if name == "record_id" or not text:
                continue
            if name in ("villages", "village_id"):
                values[name] = text
                continue
            try:
                values[name] = read_value(self._session, Partner, name, text)
            except UserError as error:
                self._note(sheet, number, letters[name], f"partner_{error.code}", text)
                kept.append(f"{field_name(Partner.kind, name, 'th')}: {text}")
        if kept:
            before = str(values.get("note") or (partner.note if partner else "") or "")
            new = [each for each in kept if each not in before]
            if new:
                values["note"] = "\n".join([*([before] if before else []), *new])
        return self._places(values)

    def _places(self, values: dict[str, Any]) -> dict[str, Any]:
        """Villages that are known by their ids, so that they compare; new ones stay as written."""
        by_moo = {moo: each for each, moo in self._words._moo.items()}
        if "villages" in values:
            moos = [part.strip() for part in values["villages"].split(",") if part.strip()]
            if all(moo in by_moo for moo in moos):
                values["villages"] = [by_moo[moo].hex for moo in moos]
        if values.get("village_id") in by_moo:
            values["village_id"] = by_moo[values["village_id"]]
        return values

    def _note(
        self,
        sheet: str,
        row: int,
        column: str,
        code: str,
        text: str,
        severity: Literal["error", "warning"] = "warning",
    ) -> None:
        self._problems.append(CellProblem(sheet, row, column, code, one_line(text), severity))


def _columns(cells: Sequence[Any]) -> dict[int, str]:
    """The field of each column where a row holds the headings of partners, else nothing."""
    meant: dict[str, str] = {}
    for name in _FIELDS:
        for language in ("th", "en"):
            meant.setdefault(header_key(field_name(Partner.kind, name, language)), name)
    for name, words in (*_TOLD.items(), ("record_id", _RECORD_ID)):
        for word in words:
            meant.setdefault(header_key(word), name)
    for word in ("ชื่อ", "ชื่อหน่วยงาน", "หน่วยงาน", "ภาคี", "name"):
        meant.setdefault(header_key(word), "name")
    found = {
        place: meant[key]
        for place, cell in enumerate(cells)
        if (key := header_key(shown(cell))) in meant
    }
    return found if "name" in found.values() else {}


def _name_key(name: str) -> str:
    return "".join(normalise(name).split()).casefold()


def _same(own: Any, given: Any) -> bool:
    if isinstance(own, list) or isinstance(given, list):
        return [str(each) for each in own or ()] == [str(each) for each in given or ()]
    plain = normalise(given) if isinstance(given, str) else given
    return own == plain or (own in (None, "", False) and plain in (None, "", False))
