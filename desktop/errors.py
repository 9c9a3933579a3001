"""The small tree of errors that the program raises; words are made where they are shown."""

from __future__ import annotations


class TambonError(Exception):
    """Anything the program raises on purpose: a stable code and values to fill its sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.code}({details})" if details else self.code


class UserError(TambonError):
    """Something a person can mend: wrong passcode, unreadable file, missing field."""


class StorageError(TambonError):
    """Disk full, locked, damaged or newer than the program."""


class Cancelled(Exception):  # noqa: N818 - an outcome, not an error
    """The person asked a long job to stop; nothing is left half-done."""
