"""The guard before each service method: it asks `roles` what who is signed in may do."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar

from desktop.errors import UserError
from desktop.services.roles import Right as Right

MARK: Final = "__needs__"
"""The attribute of a marked method: its right, or None where it is open to all."""

Given = ParamSpec("Given")
Returned = TypeVar("Returned")
Service = TypeVar("Service", bound="Guarded")
Method = TypeVar("Method", bound=Callable[..., object])


class Holder(Protocol):
    """Whoever works, as far as rights go: a workspace."""

    @property
    def rights(self) -> frozenset[Right]:
        """What they may do now."""


class Guarded(Protocol):
    """A service over a workspace."""

    @property
    def _workspace(self) -> Holder: ...


def may(workspace: Holder, right: Right) -> bool:
    """Tell whether who is signed in may do something, as their role stands now."""
    return right in workspace.rights


def require(workspace: Holder, right: Right) -> None:
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
