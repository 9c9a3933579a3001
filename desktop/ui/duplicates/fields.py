"""The fields of two records as pairs to choose from, and what the choice means to the service."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.learners.records import LearnerDetail
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook
from desktop.ui.person_words import PersonWords
from desktop.ui.record_names import field_name
from desktop.ui.value_words import ValueWords
from desktop.ui.widgets.side_by_side import FieldPair

_TEXTS = (
    "title", "given", "middle", "surname", "nickname", "own_name", "call_as", "sex", "birth",
    "village", "house_number", "address", "phone", "status", "case_step", "close_reason",
    "trace_result", "level_completed", "level_last", "last_place", "last_left", "level_current",
    "current_place", "mother_tongue", "talk_language", "occupation",
)  # fmt: skip


class DuplicateFields(QObject):
    """Names the fields and shows their values; a class of its own for the translation."""

    def __init__(self, codes: CodeBook) -> None:
        super().__init__()
        self._values = ValueWords(codes)

    def pairs(self, left: LearnerDetail, right: LearnerDetail) -> list[FieldPair]:
        """Every field that one of them has; texts of which both are kept are left out."""
        pairs = []
        for name in _TEXTS:
            ours, theirs = self._shown(name, left), self._shown(name, right)
            if ours or theirs:
                pairs.append(FieldPair(name, field_name("learner", name), ours, theirs))
        return pairs

    def _shown(self, name: str, detail: LearnerDetail) -> str:
        row = detail.row
        if name == "birth":
            return thai_time.shown_date(row.birth_date)
        if name == "village":
            return PersonWords().village(row.village, row.village_name) if row.village else ""
        value = detail.values.get(name)
        # "Not specified" is no answer that another could contradict.
        return "" if value == "unspecified" else self._values.value("learner", name, value)
