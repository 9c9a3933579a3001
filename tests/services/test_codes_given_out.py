"""No paper or workbook shows a code: those of the sample centre are read back in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from desktop.exchange.cells import column_letters
from desktop.models.base import synced_classes
from desktop.models.fields import fields_of
from desktop.models.people import Contact, LearnerPrivate, RiskFlag
from desktop.models.plan import Plan
from desktop.models.vocabulary import all_names, load
from desktop.reports import FORMS
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.rosters.workbooks import EXPORTS
from desktop.services.sample import SampleService
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, make_workspace
from tests.reports.paper_reader import reversed_text

# Pieces of a page follow each other without a space: only Latin letters before it hide a code.
_PARTED = re.compile(r"(?<![A-Za-z0-9./\\@=-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![A-Za-z0-9@-])")
_GAP = re.compile(r"\{\w*\}")
_LATIN = re.compile(r"(?<![A-Za-z0-9._@-])[a-z]{4,}(?![A-Za-z0-9._@-])")
# A day as programs write it; a phone number and the year of a code are longer or shorter.
_ISO = re.compile(r"(?<![0-9A-Za-z-])(?:19|20)\d\d-[01]\d(?:-[0-3]\d)?(?![0-9A-Za-z-])")
_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32}")

_PLANS = 6

Write = Callable[[Services, Path, PaperOptions], object]
WriteBook = Callable[[Services, Path, bool], object]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The sample centre, only printed from."""
    opened = make_workspace(tmp_path_factory.mktemp("papers") / "centre")
    SampleService(opened).load()
    services = Services(opened)
    yield services
    services.close()
    opened.close()


def _most(workspace: Workspace) -> list[UUID]:
    """The learners of whom most kinds of things are known, a plan among them."""
    with workspace.read() as session:
        found = set(session.scalars(select(Plan.learner_id)))
        for cls in (RiskFlag, LearnerPrivate, Contact):
            more = found & set(session.scalars(select(cls.learner_id)))
            found = more or found
        return sorted(found)[:_PLANS]


def _plans(services: Services, path: Path, options: PaperOptions) -> None:
    learners = _most(services.workspace)
    services.printing.plans(path, learners=learners, begin=True, options=options)


def _form(name: str, services: Services, path: Path, options: PaperOptions) -> None:
    learner = _most(services.workspace)[0]
    services.printing.form(name, path, options, learner)


def _record(services: Services, path: Path, options: PaperOptions) -> None:
    services.person_records.write_pdf(_most(services.workspace)[0], path, options)


def _person(services: Services, path: Path, options: PaperOptions) -> None:
    services.person_records.write_pdf(services.persons.find(limit=1)[0].id, path, options)


def _breach(services: Services, path: Path, options: PaperOptions) -> None:
    english = options.language == "en"
    services.breach.write(services.sync.status().device, path, "เครื่องหาย", english=english)


def _export(what: str, services: Services, path: Path, english: bool) -> None:
    assert services.exporting.export(what, path, english=english, sensitive=True).rows


def _record_book(services: Services, path: Path, english: bool) -> None:
    learner = _most(services.workspace)[0]
    services.person_records.write_xlsx(learner, path, english=english)


def _person_book(services: Services, path: Path, english: bool) -> None:
    person = services.persons.find(limit=1)[0]
    services.person_records.write_xlsx(person.id, path, english=english)


def _breach_book(services: Services, path: Path, english: bool) -> None:
    services.breach.write(services.sync.status().device, path, "เครื่องหาย", english=english)


# In English they tell days as figures, year first: for whoever checks, not for daily use.
WHOLE_RECORDS = {"record", "person", "breach"}
DIRECTORIES = (
    "fund_directory", "lead_sheets", "mentor_directory", "need_list", "offer_list",
    "partner_directory", "referral_summary",
)  # fmt: skip


def _directory(name: str, services: Services, path: Path, options: PaperOptions) -> None:
    getattr(services, name).write_pdf(path, options=options)


def _blank(name: str, services: Services, path: Path, options: PaperOptions) -> None:
    getattr(services, name).write_form(path, options)


WORKBOOKS: dict[str, WriteBook] = {
    **{what: partial(_export, what) for what in EXPORTS},
    "record": _record_book,
    "person": _person_book,
    "breach": _breach_book,
}

PAPERS: dict[str, Write] = {
    "plans": _plans,
    "register": lambda services, path, options: services.printing.register(path, options=options),
    "summary": lambda services, path, options: services.printing.summary(path, options=options),
    "record": _record,
    "person": _person,
    "breach": _breach,
    **{name: partial(_directory, name) for name in DIRECTORIES},
    **{f"{name} form": partial(_blank, name) for name in ("need_list", "offer_list")},
    "need": lambda services, path, options: services.need_list.write_request(
        path, services.needs.find(limit=1)[0].id, options
    ),
    "needs met": lambda services, path, options: services.need_list.write_counts(path, options),
    "offer": lambda services, path, options: services.offer_list.write_promise(
        path, services.offers.find(limit=1)[0].id, options
    ),
    "cash book": lambda services, path, options: services.fund_papers.write_book(
        path, services.funds.find(limit=1)[0].id, options=options
    ),
    **{f"form {name}": partial(_form, name) for name in FORMS},
}


def test_a_code_would_be_found() -> None:
    for shown in ("สถานะat_risk · 5", "case at_risk", "ชื่อ{name}"):
        assert _PARTED.findall(shown) or _GAP.findall(shown), shown
    assert {"general", "studying", "phone"} <= codes()
    assert not _PARTED.findall("ครูดาว a@b_c.th /home/a_b ศูนย์ 2569-1")


@cache
def codes() -> set[str]:
    """Every code of a list, and what kinds and fields are called inside the program."""
    found = {term.code for name in all_names() for term in load(name).terms}
    for kind, cls in synced_classes().items():
        found |= {kind, *fields_of(cls)}
    return found


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("paper", PAPERS)
def test_no_paper_shows_a_code(sample: Services, tmp_path: Path, paper: str, language: str) -> None:
    path = tmp_path / "paper.pdf"
    options = PaperOptions(language=language, include_sensitive=True)

    PAPERS[paper](sample, path, options)

    text = reversed_text(path)
    assert len(text) > 200
    shown = {*_PARTED.findall(text), *_GAP.findall(text), *_ID.findall(text)}
    if language == "th":  # an English paper says some of them as words
        shown |= codes_in(text)
    if language == "th" or paper not in WHOLE_RECORDS:
        shown |= set(_ISO.findall(text))
    assert not shown
    assert PASSCODE not in text


def _seen(path: Path) -> Iterator[str]:
    """All that stands in a workbook for people: names of sheets, cells, notes, lists, prompts."""
    book = load_workbook(path)
    for sheet in book.worksheets:
        yield sheet.title
        for above_or_below in (sheet.oddHeader, sheet.oddFooter):
            if above_or_below is not None:
                yield str(above_or_below.center.text or "")
        hidden = {letters for letters, across in sheet.column_dimensions.items() if across.hidden}
        for row in sheet.iter_rows():
            for place, cell in enumerate(row, 1):
                if column_letters(place) not in hidden and isinstance(cell.value, str):
                    yield cell.value
                if cell.comment is not None:
                    yield cell.comment.text
        for rule in sheet.data_validations.dataValidation:
            yield from (
                each
                for each in (rule.prompt, rule.promptTitle, rule.error, rule.errorTitle)
                if each
            )
    book.close()


@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize("what", WORKBOOKS)
def test_no_workbook_shows_a_code(
    sample: Services, tmp_path: Path, what: str, english: bool
) -> None:
    path = tmp_path / "book.xlsx"

    WORKBOOKS[what](sample, path, english)

    seen = list(_seen(path))
    assert len(seen) > 20
    known = codes()
    shown = {
        text
        for text in seen
        if (text in known and not text.isdigit())  # a cell that is a code whole
        or _PARTED.search(text)
        or _GAP.search(text)
        or _ID.search(text)
        or (not (english and what in WHOLE_RECORDS) and _ISO.search(text))
        or (not english and codes_in(text))
    }
    assert not shown
    assert PASSCODE not in "".join(seen)


def codes_in(text: str) -> set[str]:
    """The codes among the Latin words of a text."""
    return set(_LATIN.findall(text)) & codes()
