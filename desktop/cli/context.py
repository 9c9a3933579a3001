"""One headless command: its folder, its passcode, the open centre, and how it answers."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any
from uuid import UUID

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.opening import centre_exists, open_centre
from desktop.services.workspace import Workspace
from desktop.settings import default_folder

PASSCODE = "TAMBON_RIANRU_PASSCODE"


class Context:
    """Given to each command; closes what it opened.

    Attributes:
        folder: the centre's files.
        json: answer with one JSON object on stdout.
    """

    def __init__(self, folder: Path | None, as_json: bool) -> None:
        self.folder = folder or default_folder()
        self.json = as_json
        self._open = ExitStack()

    def __enter__(self) -> Context:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def passcode(self, *, new: bool = False) -> str:
        """Return the passcode from the environment, or ask; a new one is asked twice.

        Raises:
            UserError: `passcode_missing` where nobody can be asked; `passcodes_differ`.
        """
        given = os.environ.get(PASSCODE)
        if given is not None:
            return given
        if not sys.stdin.isatty():
            raise UserError("passcode_missing", name=PASSCODE)
        first = getpass.getpass("รหัสผ่าน / Passcode: ")
        if new and getpass.getpass("อีกครั้ง / Again: ") != first:
            raise UserError("passcodes_differ")
        return first

    def workspace(self) -> Workspace:
        """Open the centre; closed at the end of the command."""
        if not centre_exists(self.folder):
            raise UserError("no_centre_here", folder=str(self.folder))
        return self.keep(open_centre(self.folder, self.passcode()))

    def keep(self, workspace: Workspace) -> Workspace:
        """Close this workspace at the end of the command."""
        self._open.callback(workspace.close)
        return workspace

    def services(self, workspace: Workspace | None = None) -> Services:
        """The services over the centre; their links are given back at the end."""
        services = Services(workspace or self.workspace())
        self._open.callback(services.close)
        return services

    def answer(self, result: dict[str, Any], lines: Iterable[str]) -> int:
        """Say what was done, for a program or for a person; returns the exit code 0."""
        if self.json:
            print(json.dumps(plain(result), ensure_ascii=False))
        else:
            for line in lines:
                print(line)
        return 0


def plain(value: Any) -> Any:
    """A value as JSON holds it: ids and moments as text."""
    if isinstance(value, dict):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    if isinstance(value, UUID | Path):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return str(UUID(bytes=value)) if len(value) == 16 else value.hex()
    return value
