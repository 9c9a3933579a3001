"""Rules per kind of record and field: what needs a person, what never conflicts, what goes first.

The tables are data. A kind or field that is not listed (one from a newer version, say) follows the
ordinary rule: merged field by field, conflicts settled by the later stamp and listed.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final


class Lane(IntEnum):
    """A queue with its own gapless sequence; a lower lane is sent first."""

    URGENT = 0
    PEOPLE = 1
    REST = 2
    ATTACHMENTS = 3


class Review(IntEnum):
    """What becomes of two writes that did not see each other."""

    SILENT = 0  # never reported: append-only kinds, fields the machine writes
    LISTED = 1  # the later one is shown, the other is listed and can be fetched back
    ASKED = 2  # the later one is shown meanwhile, and a person is asked


DELETED: Final = "deleted"
MERGED_INTO: Final = "merged_into"
ERASED: Final = "erased"
# A write of these ends a record, so it is weighed against edits of every other field.
ENDING_FIELDS: Final = frozenset({DELETED, MERGED_INTO})

APPEND_ONLY_KINDS: Final = frozenset(
    {
        "attachment_piece",
        "attendance",
        "audit_anchor",
        "audit_entry",
        "contact",
        "ledger_entry",
        "plan_print",
        "rating",
        "rectification",
        "signature",
        "self_rating",
        "urgent_note",
    }
)

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

# Whole kinds whose every field a person decides: carers and consent speak for somebody.
ASKED_KINDS: Final = frozenset({"carer", "consent", "learner_code", "urgent_case"})

ASKED_FIELDS: Final[dict[str, frozenset[str]]] = {
    "learner": frozenset(
        {
            "national_id",
            "g_code",
            "other_number",
            "passport",
            "identity_kind",
            "given",
            "surname",
            "birth",
            "birth_date",
            "sex",
            "status",
            "household",
            "household_id",
            # Whether a record may be used at all is for a person to settle.
            "restricted_on",
            "anonymised_on",
        }
    ),
    "plan": frozenset({"status"}),
    "referral": frozenset({"status"}),
    "user": frozenset({"role", "active", "sees_sensitive"}),
    "device": frozenset({"revoked"}),
}

_PEOPLE_AND_PLANS: Final = (
    "action",
    "assessment",
    "carer",
    "centre",
    "consent",
    "contact",
    "device",
    "education",
    "goal",
    "hamlet",
    "household",
    "learner",
    "learner_code",
    "learner_group",
    "learner_private",
    "leaving_reason",
    "plan",
    "plan_print",
    "rating",
    "rectification",
    "review",
    "self_rating",
    "signature",
    "user",
    "village",
)

LANES: Final[dict[str, Lane]] = {
    "urgent_case": Lane.URGENT,
    "urgent_note": Lane.URGENT,
    "referral": Lane.URGENT,
    "risk_flag": Lane.URGENT,
    **dict.fromkeys(_PEOPLE_AND_PLANS, Lane.PEOPLE),
    "document": Lane.REST,
    "attachment_piece": Lane.ATTACHMENTS,
}


def lane(kind: str) -> Lane:
    """The queue that a change of this kind waits in."""
    return LANES.get(kind, Lane.REST)


def review(kind: str, field: str) -> Review:
    """What becomes of two writes of this field that did not see each other."""
    if field in ENDING_FIELDS:
        return Review.ASKED
    if kind in APPEND_ONLY_KINDS or field in MACHINE_FIELDS or field == ERASED:
        return Review.SILENT
    if kind in ASKED_KINDS or field in ASKED_FIELDS.get(kind, frozenset()):
        return Review.ASKED
    return Review.LISTED
