"""Forms for telephones (XLSForm): asked in ODK Collect or KoBoCollect, in Thai and in English."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from openpyxl import Workbook

from desktop.exchange.book_in_memory import begin_sheet, close_sheets, save_book
from desktop.exchange.writing import beside

THAI: Final = "ไทย (th)"
ENGLISH: Final = "English (en)"

_SURVEY: Final = (
    "type", "name", f"label::{THAI}", f"label::{ENGLISH}", f"hint::{THAI}", f"hint::{ENGLISH}",
    "required", "default", "constraint", "appearance",
)  # fmt: skip
_CHOICES: Final = ("list_name", "name", f"label::{THAI}", f"label::{ENGLISH}")
_SETTINGS: Final = ("form_title", "form_id", "version", "default_language")


@dataclass(frozen=True)
class Question:
    """A row of a form; a group begins with `begin_group` and ends with `end_group`.

    Attributes:
        kind: its type in XLSForm.
        name: by which its answer comes back.
        hint: below it; where it is given it is given in both languages.
        choices: of a `select_one`: name, label in Thai and in English.
    """

    kind: str
    name: str
    th: str = ""
    en: str = ""
    hint: tuple[str, str] = ("", "")
    required: bool = False
    default: str = ""
    constraint: str = ""
    appearance: str = ""
    choices: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class XlsForm:
    """A form whole; its version follows from what it asks, so that other words are another one."""

    form_id: str
    title: str
    edition: str
    questions: Sequence[Question]

    @property
    def version(self) -> str:
        """What answers say that they answer."""
        told = repr((self.title, *self.questions)).encode()
        return f"{self.edition}.{hashlib.sha256(told).hexdigest()[:8]}"


def write_form(path: Path, form: XlsForm) -> None:
    """Write a form as the workbook that ODK Central and KoBoToolbox take.

    Raises:
        UserError: `export_not_writable` with `name`.
        ValueError: a label is missing in a language, or two names are the same: there the form
            would say "-", or lose an answer.
    """
    _check(form)
    survey: list[Sequence[str]] = [_SURVEY]
    choices: list[Sequence[str]] = [_CHOICES]
    for each in form.questions:
        kind = f"select_one of_{each.name}" if each.choices else each.kind
        survey.append(
            [
                kind, each.name, each.th, each.en, *each.hint, "yes" if each.required else "",
                each.default, each.constraint, each.appearance,
            ]
        )  # fmt: skip
        for name, thai, english in each.choices:
            choices.append([f"of_{each.name}", name, thai, english])
    settings = [_SETTINGS, (form.title, form.form_id, form.version, THAI)]
    book = Workbook(write_only=True)
    try:
        for name, rows in (("survey", survey), ("choices", choices), ("settings", settings)):
            sheet = begin_sheet(book, name)
            for row in rows:
                sheet.append(row)
        with beside(path) as draft:
            save_book(book, draft)
    finally:
        close_sheets(book)


def _check(form: XlsForm) -> None:
    asked = [each for each in form.questions if each.kind not in ("end_group", "start")]
    names = [each.name for each in asked]
    if len({*names}) != len(names):
        raise ValueError("two questions of one name")
    for each in asked:
        labels = [(each.th, each.en), *((thai, english) for _, thai, english in each.choices)]
        if any(not thai or not english for thai, english in labels):
            raise ValueError(f"a label is missing: {each.name}")
        if bool(each.hint[0]) != bool(each.hint[1]):
            raise ValueError(f"a hint is missing: {each.name}")
        codes = [code for code, _, _ in each.choices]
        if len({*codes}) != len(codes):
            raise ValueError(f"two choices of one name: {each.name}")
