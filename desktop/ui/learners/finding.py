"""How Ctrl+K finds people, and whom of those in the list one means."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from desktop.models.search import key_of
from desktop.services.all import Services
from desktop.services.learners.records import LearnerMatch, LearnerRow
from desktop.ui.learners.opening import LEARNER, LEARNERS
from desktop.ui.person_words import PersonWords
from desktop.ui.shell.finding import Found, RecordSearch
from desktop.ui.translation import translate

_MOST = 8


def people(services: Services) -> RecordSearch:
    """Find learners by names, codes and telephone numbers, theirs and their carers'."""

    def find(words: str) -> Sequence[Found]:
        matches = services.lists.look_up(words, _MOST)
        found = [_line(match) for match in matches]
        if len(matches) == _MOST:
            text = translate("PeopleFound", "ดูทุกคนที่ตรงกับ “{words}”").replace("{words}", words)
            found.append(Found(text, icon="users", destination=(LEARNERS, words)))
        return found

    return RecordSearch(lambda: translate("PeopleFound", "ผู้เรียนรู้"), find)


def whom_is_meant(words: str, rows: Sequence[LearnerRow]) -> UUID | None:
    """Return who of these is called as was typed: just so, or else so that it begins their name.

    Others are found by the names of those round them and by numbers; None where all are.
    """
    wanted = key_of(words)
    nearest: tuple[int, UUID] | None = None
    for row in rows if wanted else ():
        name = f"{row.given} {row.surname}"
        keys = [key_of(each) for each in (name, row.given, row.nickname, row.full_name, row.code)]
        far = 0 if wanted in keys else 1 if any(key.startswith(wanted) for key in keys) else 2
        if far < 2 and (nearest is None or far < nearest[0]):
            nearest = far, row.id
    return nearest[1] if nearest is not None else None


def _line(match: LearnerMatch) -> Found:
    row = match.row
    name = f"{row.full_name} ({row.nickname})" if row.nickname else row.full_name
    place = PersonWords().village(row.village, row.village_name) if row.village else ""
    number = ""
    if match.telephone is not None:
        number = translate("PeopleFound", "โทร. {number}")
        number = number.replace("{number}", match.telephone.number)
        number = f"{number} {match.telephone.name}".strip()
    detail = " · ".join(part for part in (number, place, row.code) if part)
    return Found(name, detail, "user", (LEARNER, row.id), exact=match.exact)
