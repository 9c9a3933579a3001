"""What `record` and `records` can do with each kind: its fields, and the acts of its own service.

A kind is added with one `Subject`; reading, the words of `--kinds` and the shape of the answers
follow from the declaration of its fields.
"""

from __future__ import annotations

from desktop.cli.printed import Paper
from desktop.cli.subjects import (
    centre,
    help_given,
    learners,
    partners,
    persons,
    persons_rights,
    plans,
)
from desktop.cli.subjects.subject import Act, Argument, Subject

__all__ = ["PAPERS", "SUBJECTS", "Act", "Argument", "Subject"]

_ROOMS = (learners, persons, plans, persons_rights, help_given, partners, centre)
SUBJECTS: dict[str, Subject] = {
    subject.kind: subject for room in _ROOMS for subject in room.SUBJECTS
}
PAPERS: tuple[Paper, ...] = tuple(paper for room in _ROOMS for paper in getattr(room, "PAPERS", ()))
"""What rooms print, as each declares it beside its subjects."""
