"""Codes of an urgent case are words, for those who decide of it between two laptops."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop.models.urgent import UrgentCase
from desktop.ui.sync.words import SyncWords


def test_codes_have_words(qapp: QApplication) -> None:
    words = SyncWords()
    assert words.value(UrgentCase.kind, "state", "referred") != "referred"
    assert words.value(UrgentCase.kind, "case_kind", "harmed") != "harmed"
