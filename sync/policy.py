"""Rules per field: what ends a record, what the machine writes, and what becomes of a conflict.

What is so of a kind as a whole stands in `kinds`. A field of a newer version follows the ordinary
rule: conflicts are settled by the later stamp and listed.
"""

from __future__ import annotations

from typing import Final

from sync.kinds import Review, kind_of

DELETED: Final = "deleted"
MERGED_INTO: Final = "merged_into"
ERASED: Final = "erased"
# A write of these ends a record, so it is weighed against edits of every other field.
ENDING_FIELDS: Final = frozenset({DELETED, MERGED_INTO})

# Written by the program beside an edit, never by a person.
MACHINE_FIELDS: Final = frozenset(
    {
        "created_at",
        "created_by",
        "edited_at",
        "edited_by",
        "last_verified",
        "search_key",
        "sort_key",
        "normalised",
        "updated_at",
        "verified_at",
        "verified_on",
    }
)


def review(kind: str, field: str) -> Review:
    """What becomes of two writes of this field that did not see each other."""
    if field in ENDING_FIELDS:
        return Review.ASKED
    row = kind_of(kind)
    if row.review is Review.SILENT or field in MACHINE_FIELDS or field == ERASED:
        return Review.SILENT
    return Review.ASKED if field in row.asked else row.review
