"""Every service and its methods, and a small centre open as one of four users."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

import desktop.services
from desktop.models.program import AuditEntry, DeviceState
from desktop.services.rights import MARK
from desktop.services.workspace import SignedIn, Workspace
from tests.factories import open_workspace, picture

ROLES = ("facilitator", "officer", "administrator", "viewer")
ROSTER = Path(__file__).parent.parent / "samples" / "roster-plain-30.csv"
PNG = picture()
CANARY = "คานารี"
"""Stands in the text of everything sensitive; no reader without the right may ever meet it."""

SENSITIVE_CODES = ("TG05", "TG06", "LR24", "LR26", "new_parent", "H8", "H9", "medical")
"""Codes that say something sensitive by themselves, as they stand in what is read."""

# The sync's own store, and what hands the services over.
NOT_SERVICES = frozenset({"DesktopStore", "Services"})


Call = tuple[tuple[Any, ...], dict[str, Any]]


@dataclass(frozen=True)
class Later:
    """An argument that is there only once the calls before it were made."""

    find: Callable[[Place], Any]


def call(*args: Any, **values: Any) -> Call:
    """Write a call as it is made."""
    return args, values


def room_of(service: type[Any]) -> str:
    """Return the room of `desktop.services` that a service stands in; `core` for none."""
    parts = service.__module__.removeprefix("desktop.services.").split(".")
    return parts[0] if len(parts) > 1 else "core"


@cache
def services() -> dict[str, type[Any]]:
    """Return every service class over a workspace, by name."""
    found: dict[str, type[Any]] = {}
    root = "desktop.services."
    for each in pkgutil.walk_packages(desktop.services.__path__, root):
        module = importlib.import_module(each.name)
        for name, cls in inspect.getmembers(module, inspect.isclass):
            if cls.__module__ != module.__name__ or name.startswith("_") or name in NOT_SERVICES:
                continue
            if inspect.isabstract(cls):
                continue
            if "workspace" in inspect.signature(cls.__init__).parameters:
                found[name] = cls
    return found


def methods() -> dict[str, Any]:
    """Return every public method of every service, as "Service.method"."""
    return {
        f"{name}.{each}": getattr(member, "fget", None) or member
        for name, cls in services().items()
        for each, member in inspect.getmembers(cls)
        if not each.startswith("_") and (inspect.isfunction(member) or isinstance(member, property))
    }


def mark(method: Any) -> Any:
    """Return the right that a method is marked with, None for open to all; "" without a mark."""
    return getattr(method, MARK, "")


@dataclass
class Place:
    """A centre open as one role, the records that examples name, and what calls answered."""

    workspace: Workspace
    folder: Path
    ids: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)

    @property
    def device(self) -> str:
        """Return the id of this laptop, as hex."""
        with self.workspace.database.read() as session:
            return session.get_one(DeviceState, 1).device.hex()

    def service(self, name: str) -> Any:
        """Return a service of this centre."""
        made = services()[name]
        if name in ("NearService", "StickService"):
            return made(self.workspace, self.service("CarryService"))
        return made(self.workspace)

    def file(self, name: str) -> Path:
        """Return the path of a file to write."""
        (self.folder / "out").mkdir(exist_ok=True)
        return self.folder / "out" / name

    def state(self) -> tuple[Any, ...]:
        """Return what a refused call must leave alone: changes, audit entries, files."""
        with self.workspace.database.read() as session:
            device = session.get_one(DeviceState, 1)
            audited = session.scalar(select(func.count()).select_from(AuditEntry))
            numbers = (device.next_number, tuple(device.next_seq), device.epoch, audited)
        # A file beside the database (its log) may grow without a word having changed.
        files = {
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file() and not path.name.startswith("centre.db")
        }
        return (*numbers, frozenset(files))


@contextmanager
def opened(
    template: Path, folder: Path, role: str, user: UUID, ids: dict[str, Any]
) -> Iterator[Place]:
    """Open a copy of the centre as somebody of a role."""
    shutil.copytree(template, folder)
    workspace = open_workspace(folder)
    workspace.user = SignedIn(user, role, role)
    try:
        yield Place(workspace, folder, dict(ids))
    finally:
        workspace.close()
