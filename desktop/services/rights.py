"""Who may do what: one table of roles and rights, and the guard before each service method."""

from __future__ import annotations

import functools
from collections.abc import Callable
from enum import StrEnum
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar

from desktop.errors import UserError
from desktop.services.workspace import Workspace


class Right(StrEnum):
    """Something that a role may or may not do; `docs/rights.md` says which may."""

    READ = "read"  # see people, their plans, visits and papers, without sensitive parts
    COUNT = "count"  # counts, summaries and blank forms, which name nobody
    WRITE = "write"  # register and change people, contacts, documents, consent
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
    "officer": _WORKING,
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

MARK: Final = "__needs__"
"""The attribute of a marked method: its right, or None where it is open to all."""

Given = ParamSpec("Given")
Returned = TypeVar("Returned")
Service = TypeVar("Service", bound="Guarded")
Method = TypeVar("Method", bound=Callable[..., object])


class Guarded(Protocol):
    """A service over a workspace."""

    _workspace: Workspace


def may(workspace: Workspace, right: Right) -> bool:
    """Tell whether who is signed in may do something, as their role stands now."""
    return right in rights_of(workspace)


def rights_of(workspace: Workspace) -> frozenset[Right]:
    """Return what who is signed in may do; once deactivated only what loses no word."""
    user = workspace.user
    if not user.active:
        return frozenset({Right.OWN, Right.SYNC})
    rights = RIGHTS.get(user.role, frozenset())
    return rights | GIVEN if user.sees_sensitive and user.role == "officer" else rights


def require(workspace: Workspace, right: Right) -> None:
    """Let pass who has a right.

    Raises:
        UserError: `not_allowed`, with the right as `what`.
    """
    if not may(workspace, right):
        raise UserError("not_allowed", what=right.value)


def needs(
    right: Right,
) -> Callable[
    [Callable[Concatenate[Service, Given], Returned]],
    Callable[Concatenate[Service, Given], Returned],
]:
    """Mark a service method: it raises `not_allowed` before anything else without the right."""

    def mark(
        method: Callable[Concatenate[Service, Given], Returned],
    ) -> Callable[Concatenate[Service, Given], Returned]:
        @functools.wraps(method)
        def guarded(self: Service, /, *args: Given.args, **values: Given.kwargs) -> Returned:
            require(self._workspace, right)
            return method(self, *args, **values)

        setattr(guarded, MARK, right)
        return guarded

    return mark


def open_to_all(method: Method) -> Method:
    """Mark a method that needs no right: before sign-in, or of the program itself."""
    setattr(method, MARK, None)
    return method
