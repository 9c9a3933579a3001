"""Forms that are asked on a telephone (XLSForm), and their answers as rounds of HETT and visits.

An answer is known by the id that the telephone gave it (`instanceID`), from which its record's id
follows: it is taken in once, on whichever laptop, and never again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.cells import Sheet
from desktop.exchange.reading import read_book
from desktop.exchange.xlsforms import Question, XlsForm, write_form
from desktop.models.framework import LEVELS, Framework, Indicator
from desktop.models.hett import Assessment, Rating
from desktop.models.ids import derived_id
from desktop.models.people import Contact, Learner
from desktop.models.persons import called
from desktop.models.program import DeviceState, Erasure
from desktop.services import audit, restricted
from desktop.services.hett.framework import centre_framework
from desktop.services.hett.service import finish
from desktop.services.learners.service import resolve
from desktop.services.masking import sensitive_codes
from desktop.services.record_values import centre_vocabulary, iso_date, required, set_values
from desktop.services.rights import Right, needs, require
from desktop.services.workspace import Workspace

What = Literal["hett", "visit"]

WHATS: Final[tuple[What, ...]] = ("hett", "visit")
"""A round of HETT with a learner; a visit to one."""

_WITHOUT_LEVEL: Final = (
    ("not_assessed", "ยังไม่ประเมิน", "Not assessed"),
    ("not_applicable", "ไม่เกี่ยวข้อง", "Not relevant"),
)
_WHO: Final = Question(
    "text", "learner_code", "รหัสผู้เรียนรู้", "Learner code",
    ("อยู่ใต้ชื่อในหน้าของเขา หรือบนแผน", "Below the name on their page, or on the plan"), required=True,
)  # fmt: skip
_NOT_AHEAD: Final = ". <= today()"
_MARK: Final = re.compile(r"[/.:-]")
_INSTANCE: Final = ("instanceID", "KEY", "_uuid", "__id")
_VISIT_FIELDS: Final = ("contact_kind", "place", "text", "next_on", "next_text")
_NOTE: Final = "_seen"


@dataclass(frozen=True)
class FieldAnswer:
    """One answer of a file, and what it would become.

    Attributes:
        row: as the file counts it.
        instance: the id that the telephone gave it.
        learner_id: whose it is, None where nobody is found.
        name: what they are called, else the code as it was written.
        on: the day, ISO; "" where it cannot be read.
        rated: how many indicators have a level.
        taken: it was taken in before, or stands in the file above.
        problem: why it cannot be taken in.
    """

    row: int
    what: What
    instance: str
    learner_id: UUID | None
    name: str
    on: str
    rated: int
    taken: bool
    problem: UserError | None
    values: Mapping[str, str] = field(repr=False, default_factory=dict)


class FieldForms:
    """Makes the forms and takes their answers; raises UserError as `read_book` for the file."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.EXPORT)
    def write(self, what: What, path: Path, *, sensitive: bool = False) -> str:
        """Write a form as the workbook that ODK Central and KoBoToolbox take; returns its version.

        Args:
            what: one of `WHATS`.
            path: the file, .xlsx.
            sensitive: with the sensitive indicators, whose answers then lie on another's server.

        Raises:
            UserError: `not_allowed` (sensitive ones), `export_not_writable`.
        """
        if sensitive:
            require(self._workspace, Right.EXPORT_SENSITIVE)
        with self._workspace.read() as session:
            form = _hett(session, sensitive=sensitive) if what == "hett" else _visit(session)
        write_form(path, form)
        return form.version

    @needs(Right.IMPORT)
    def preview(self, path: Path) -> tuple[FieldAnswer, ...]:
        """Return the answers of a file, in its order; nothing is stored.

        Raises:
            UserError: `answers_not_ours` where its columns are of no form of ours.
        """
        sheet, what = _sheet(path)
        with self._workspace.read() as session:
            return tuple(_read(session, sheet, what, self._workspace.today()))

    @needs(Right.IMPORT)
    def take(self, path: Path) -> tuple[FieldAnswer, ...]:
        """Take in what can be taken of a file, all of it at once; returns what was.

        Raises:
            UserError: as `preview`; `not_allowed` of rounds, for who may not assess.
        """
        sheet, what = _sheet(path)
        require(self._workspace, Right.PLAN if what == "hett" else Right.WRITE)
        with self._workspace.write() as session:
            found = [
                each
                for each in _read(session, sheet, what, self._workspace.today())
                if each.problem is None and not each.taken
            ]
            for each in found:
                _store(session, self._workspace, each)
            audit.note(session, self._workspace, "answers_taken", what=what, rows=len(found))
        return tuple(found)


def _hett(session: Session, *, sensitive: bool) -> XlsForm:
    framework = centre_framework(session)
    rounds = centre_vocabulary(session, "rounds").shown
    asked = [
        Question("start", "start"),
        _WHO,
        Question(
            "date", "on", "วันที่ประเมิน", "Day of the assessment",
            required=True, default="today()", constraint=_NOT_AHEAD,
        ),
        Question(
            "select_one", "round", "รอบ", "Round", required=True,
            choices=tuple((term.code, term.th, term.en or term.th) for term in rounds),
        ),
        Question("text", "assessor_name", "ผู้ประเมิน", "Assessor"),
    ]  # fmt: skip
    for dimension in framework.dimensions:
        mine = [
            each
            for each in framework.indicators_of(dimension.code)
            if sensitive or not each.sensitive
        ]
        if mine:
            name = f"of_{dimension.code}"
            asked.append(Question("begin_group", name, dimension.th, dimension.en))
            for each in mine:
                asked += _indicator(each)
            asked.append(Question("end_group", ""))
    asked.append(Question("text", "note", "หมายเหตุ", "Note", appearance="multiline"))
    title = "HETT"
    return XlsForm(f"rianru_hett_{framework.version}", title, str(framework.version), asked)


def _indicator(each: Indicator) -> list[Question]:
    levels = [
        (str(level), f"{level} {each.wording(level)}", f"{level} {each.wording(level, 'en')}")
        for level in LEVELS
    ]
    hint = (each.help_th, each.help_en) if each.help_th and each.help_en else ("", "")
    return [
        Question(
            "select_one", each.code, f"{each.code} {each.th}", f"{each.code} {each.en or each.th}",
            hint, required=True, choices=(*levels, *_WITHOUT_LEVEL),
        ),
        Question(
            "text", f"{each.code}{_NOTE}", f"{each.code} เห็นจากอะไร", f"{each.code} What was seen",
            appearance="multiline",
        ),
    ]  # fmt: skip


def _visit(session: Session) -> XlsForm:
    hidden = sensitive_codes("contact_kinds")
    words = centre_vocabulary(session, "contact_kinds").shown
    kinds = [term for term in words if term.code not in hidden]
    asked = [
        Question("start", "start"),
        _WHO,
        Question(
            "date", "on", "วันที่พบ", "Day of the visit",
            required=True, default="today()", constraint=_NOT_AHEAD,
        ),
        Question(
            "select_one", "contact_kind", "พบอย่างไร", "How they were met", required=True,
            choices=tuple((term.code, term.th, term.en or term.th) for term in kinds),
        ),
        Question("text", "place", "ที่ไหน", "Where"),
        Question(
            "text", "text", "พบอะไร คุยเรื่องอะไร", "What was found and told",
            required=True, appearance="multiline",
        ),
        Question("date", "next_on", "นัดครั้งต่อไป", "Next appointment"),
        Question("text", "next_text", "นัดเรื่องอะไร", "What for"),
    ]  # fmt: skip
    return XlsForm("rianru_visit", "เยี่ยมบ้าน / Home visit", "1", asked)


def _sheet(path: Path) -> tuple[Sheet, What]:
    for sheet in read_book(path).sheets:
        if sheet.rows:
            names = set(_names(sheet))
            if {"learner_code", "on", "round"} <= names:
                return sheet, "hett"
            if {"learner_code", "on", "contact_kind", "text"} <= names:
                return sheet, "visit"
    raise UserError("answers_not_ours", name=path.name)


def _names(sheet: Sheet) -> list[str]:
    """What each column answers: the last part of its heading, groups before it left out."""
    return [_MARK.split(str(cell or "").strip())[-1] for cell in sheet.rows[0].cells]


def _read(session: Session, sheet: Sheet, what: What, today: date) -> Iterator[FieldAnswer]:
    framework = centre_framework(session)
    names, seen = _names(sheet), set[str]()
    for row in sheet.rows[1:]:
        said = [_text(cell) for cell in row.cells]
        values: dict[str, str] = {}
        for name, text in zip(names, said, strict=False):
            if text or name not in values:
                values[name] = text
        if any(values.values()):
            answer = _answer(session, framework, row.number, what, values, today)
            again = bool(answer.instance) and answer.instance in seen
            seen.add(answer.instance)
            yield FieldAnswer(**{**vars(answer), "taken": True}) if again else answer


def _answer(
    session: Session,
    framework: Framework,
    row: int,
    what: What,
    values: Mapping[str, str],
    today: date,
) -> FieldAnswer:
    instance = next(filter(None, (values.get(name, "") for name in _INSTANCE)), "")
    instance = instance.removeprefix("uuid:")
    learner_id, name, on, problem = None, values.get("learner_code", ""), "", None
    try:
        if not instance:
            raise UserError("answer_without_id")
        learner_id = resolve(session, name)
        learner = session.get_one(Learner, learner_id)
        name = called(learner)
        restricted.refuse(session, learner_id)
        on = iso_date("on", values["on"]) or ""
        if not on:
            raise UserError("field_missing", field="on", kind=_KINDS[what].kind)
        if on > today.isoformat():
            raise UserError("date_ahead", field="on", value=values["on"])
        _check(session, framework, what, values)
    except UserError as error:
        problem = error
    known = _id(session, what, instance) if instance else None
    taken = known is not None and (
        session.get(_KINDS[what], known) is not None or session.get(Erasure, known) is not None
    )
    rated = sum(values.get(each.code, "") in _LEVEL_CODES for each in framework.indicators)
    return FieldAnswer(
        row, what, instance, learner_id, name, on, rated if what == "hett" else 0, taken, problem,
        values,
    )  # fmt: skip


_KINDS: Final[Mapping[What, type[Assessment | Contact]]] = {"hett": Assessment, "visit": Contact}
_LEVEL_CODES: Final = frozenset(map(str, LEVELS))


def _check(session: Session, framework: Framework, what: What, values: Mapping[str, str]) -> None:
    """Refuse what no field would take, and an indicator of the form that nobody answered."""
    trial: Assessment | Contact = Assessment() if what == "hett" else Contact()
    set_values(session, trial, _of(what, values))
    if what == "visit" and not values["text"]:
        raise UserError("field_missing", field="text", kind=Contact.kind)
    allowed = _LEVEL_CODES | {code for code, _, _ in _WITHOUT_LEVEL}
    for code in _asked(framework, values) if what == "hett" else ():
        if values[code] not in allowed:
            raise UserError("answer_level", indicator=code, value=values[code])


def _asked(framework: Framework, values: Mapping[str, str]) -> Sequence[str]:
    return [each.code for each in framework.indicators if each.code in values]


def _of(what: What, values: Mapping[str, str]) -> dict[str, str]:
    names = ("round", "assessor_name", "note") if what == "hett" else _VISIT_FIELDS
    return {name: values[name] for name in names if values.get(name)}


def _store(session: Session, workspace: Workspace, each: FieldAnswer) -> None:
    own = _of(each.what, each.values)
    if each.what == "visit":
        contact = Contact(
            id=_id(session, "visit", each.instance), learner_id=each.learner_id, on=each.on,
            by_name=workspace.user.name, contact_kind="home_visit", text="",
        )  # fmt: skip
        set_values(session, contact, own)
        required(contact)
        session.add(contact)
        return
    framework = centre_framework(session)
    made = Assessment(
        id=_id(session, "hett", each.instance), learner_id=each.learner_id, on=each.on,
        assessor_id=workspace.user.user_id, assessor_name=workspace.user.name,
        framework_version=framework.version,
    )  # fmt: skip
    set_values(session, made, own)
    session.add(made)
    session.flush()
    for code in _asked(framework, each.values):
        said = each.values[code]
        session.add(
            Rating(
                id=derived_id(made.id, "rating", code), assessment_id=made.id,
                learner_id=each.learner_id, indicator=code,
                state="rated" if said in _LEVEL_CODES else said,
                level=int(said) if said in _LEVEL_CODES else None,
                evidence=each.values.get(f"{code}{_NOTE}") or None,
            )
        )  # fmt: skip
    session.flush()
    if each.rated:
        finish(session, made)


def _id(session: Session, what: What, instance: str) -> UUID:
    return derived_id(session.get_one(DeviceState, 1).centre_id, "field answer", what, instance)


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return str(cell if cell is not None else "").strip()
