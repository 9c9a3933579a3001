"""The code lists of the centre, to label and to choose from in the language of the screens."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.models.fields import Field
from desktop.models.vocabulary import Vocabulary, load
from desktop.ui.translation import language
from desktop.ui.widgets.choice_popup import Choice, Choices


class CodeBook:
    """Labels and choices; lists that the centre has not changed come as shipped."""

    def __init__(self, lists: Mapping[str, Vocabulary] | None = None) -> None:
        self._lists = dict(lists or {})

    def vocabulary(self, name: str) -> Vocabulary:
        """The list of a name; KeyError for one that is not shipped."""
        return self._lists.get(name) or load(name)

    def label(self, name: str, code: object) -> str:
        """The label of a code, "" for nothing."""
        text = "" if code is None else str(code)
        return self.vocabulary(name).label(text, language().value) if text else ""

    def of_field(self, field: Field, code: object) -> str:
        """The label of a code that stands in a field, and text that a field takes as well."""
        lists = [self.vocabulary(each) for each in field.vocabularies]
        found = next((each for each in lists if code in each), lists[0])
        word = found.worded if field.free else found.label
        return word(str(code), language().value)

    def labels(self, name: str, codes: object) -> str:
        """The labels of several codes with commas between."""
        if not isinstance(codes, list | tuple):
            return self.label(name, codes)
        return ", ".join(self.label(name, code) for code in codes)

    def choices(self, name: str, *, empty: bool = False) -> Choices:
        """What can be chosen; with `empty` saying nothing is a choice too."""
        terms, now = self.vocabulary(name), language().value
        shown = [(term.code, term.label(now)) for term in terms.shown]
        if empty:
            shown.insert(0, ("", QCoreApplication.translate("CodeBook", "ยังไม่ระบุ")))
        return Choices(shown, {term.code: term.label(now) for term in terms.terms if term.hidden})

    def is_sensitive(self, name: str, code: str) -> bool:
        """Whether a code belongs to the sensitive ones."""
        found = self.vocabulary(name)
        return code in found and found.term(code).sensitive


def yes_no_choices() -> list[Choice]:
    """Yes, no, and not known: three different answers."""
    # Spelt out: the extraction of words does not follow another name of `translate`.
    return [
        ("", QCoreApplication.translate("CodeBook", "ยังไม่ทราบ")),
        ("yes", QCoreApplication.translate("CodeBook", "ใช่")),
        ("no", QCoreApplication.translate("CodeBook", "ไม่ใช่")),
    ]
