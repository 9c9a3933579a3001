"""The small tree of errors of the sync package: stable codes, no words for people."""

from __future__ import annotations


class SyncError(Exception):
    """Anything the package raises on purpose: a stable code and values to fill its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.code}({details})" if details else self.code


class Offline(SyncError):  # noqa: N818 - an ordinary state, not a failure
    """The other side could not be reached, or the link was lost: try again later."""


class Rejected(SyncError):  # noqa: N818 - named for what the other side did
    """The other side understood and refused; `code` is the protocol's code."""


class Incompatible(SyncError):  # noqa: N818 - named for the state of the two programs
    """The two programs share no version of the protocol: one of them must be updated."""


class Malformed(SyncError):  # noqa: N818 - named for the state of what arrived
    """What arrived is not a message of this protocol, or is larger or deeper than it may be."""


class MassDeletion(SyncError):  # noqa: N818 - named for what was stopped
    """The news would hide an unusual share of the records; a person must agree first.

    Values: `deleting`, `of` (records now visible).
    """
