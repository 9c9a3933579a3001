"""The rights and the roles: one table of who may do what."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Right(StrEnum):
    """Something that a role may or may not do; `docs/rights.md` says which may."""

    READ = "read"  # see people, their plans, visits and papers, without sensitive parts
    COUNT = "count"  # counts, summaries and blank forms, which name nobody
    WRITE = "write"  # register and change people, contacts, documents, consent
    MONEY = "money"  # funds, what they pay and close; a gift is received by whoever writes
    PLAN = "plan"  # assess, plan and review
    SENSITIVE = "sensitive"  # see and write sensitive parts; every look is recorded
    EXPORT = "export"  # people into a workbook
    EXPORT_SENSITIVE = "export_sensitive"
    PRINT = "print"  # papers that name people
    PRINT_SENSITIVE = "print_sensitive"
    IMPORT = "import"  # rosters in, and an import taken back whole
    DELETE = "delete"  # hide people from lists
    MERGE = "merge"  # join two records of one person, and part them again
    RESTRICT = "restrict"  # hold a person's record still, and let it go again
    ERASE = "erase"  # destroy or anonymise
    DECIDE = "decide"  # conflicts between laptops
    URGENT = "urgent"  # urgent restricted cases, of those named in each only
    SYNC = "sync"  # send and receive
    BUNDLE = "bundle"  # the same over a stick
    NEAR = "near"  # serve and visit neighbours
    BACKUP = "backup"
    RESTORE = "restore"
    ENROL = "enrol"  # join the province
    USERS = "users"
    CENTRE = "centre"  # the centre, villages, words, the HETT framework
    AUDIT = "audit"  # read who did what
    OWN = "own"  # one's own settings, drafts, passcode, marks on the day's list


_EVERYBODY: Final = frozenset({Right.READ, Right.COUNT, Right.SYNC, Right.OWN})
_WORKING: Final = _EVERYBODY | {
    Right.WRITE,
    Right.EXPORT,
    Right.PRINT,
    Right.IMPORT,
    Right.BUNDLE,
    Right.NEAR,
    Right.BACKUP,
    Right.URGENT,
}

RIGHTS: Final[dict[str, frozenset[Right]]] = {
    "viewer": _EVERYBODY,
    "officer": _WORKING | {Right.MONEY},
    "facilitator": _WORKING
    | {
        Right.PLAN,
        Right.SENSITIVE,
        Right.PRINT_SENSITIVE,
        Right.DELETE,
        Right.MERGE,
        Right.RESTRICT,
        Right.DECIDE,
    },
    "administrator": frozenset(Right),
}
"""What each role may do. A role that is not listed (of a newer version) may do nothing."""

GIVEN: Final = frozenset({Right.SENSITIVE, Right.PRINT_SENSITIVE})
"""What an administrator may give one officer beside the role (`user.sees_sensitive`)."""


def rights_of(role: str, *, active: bool = True, sees_sensitive: bool = False) -> frozenset[Right]:
    """Return what a user may do; once deactivated only what loses no word."""
    if not active:
        return frozenset({Right.OWN, Right.SYNC})
    rights = RIGHTS.get(role, frozenset())
    return rights | GIVEN if sees_sensitive and role == "officer" else rights
