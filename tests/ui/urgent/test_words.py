"""Every field of an urgent case has a name, for those who decide of it between two laptops."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop.models.fields import fields_of
from desktop.models.urgent import UrgentCase
from desktop.ui.learner.field_words import field_label
from desktop.ui.sync.words import SyncWords


def test_each_field_has_a_name_and_codes_have_words(qapp: QApplication) -> None:
    names = set(fields_of(UrgentCase)) - {"deleted", "erased"}
    assert {name for name in names if field_label(UrgentCase.kind, name) == name} == set()
    words = SyncWords()
    assert words.value(UrgentCase.kind, "state", "referred") != "referred"
    assert words.value(UrgentCase.kind, "case_kind", "harmed") != "harmed"
