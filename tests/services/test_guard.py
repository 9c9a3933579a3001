"""The guard before a method, and the table it asks: by themselves, without any service."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from desktop.errors import UserError
from desktop.services.rights import MARK, Right, may, needs, open_to_all, require
from desktop.services.roles import GIVEN, RIGHTS, rights_of

EVERYBODY = ["read", "count", "sync", "own"]
WORKING = ["write", "export", "print", "import", "bundle", "near", "backup", "urgent"]
FACILITATING = ["plan", "sensitive", "print_sensitive", "delete", "merge", "restrict", "decide"]
ADMINISTERING = ["export_sensitive", "erase", "restore", "enrol", "users", "centre", "audit"]


@dataclass
class _Holder:
    rights: frozenset[Right]


@dataclass
class _Service:
    _workspace: _Holder
    done: list[object] = field(default_factory=list)

    @needs(Right.WRITE)
    def save(self, first: int, /, *more: int, last: int = 0) -> int:
        """Save numbers."""
        self.done.append((first, *more, last))
        return len(self.done)

    @open_to_all
    def look(self) -> int:
        """Count what was saved."""
        return len(self.done)


WRITER = _Holder(frozenset({Right.READ, Right.WRITE}))
READER = _Holder(frozenset({Right.READ}))


def test_who_has_the_right_is_let_through_with_all_that_was_given() -> None:
    service = _Service(WRITER)

    assert service.save(1, 2, last=3) == 1

    assert service.done == [(1, 2, 3)]
    assert service.look() == 1


def test_who_has_it_not_is_refused_before_anything_is_done() -> None:
    service = _Service(READER)

    with pytest.raises(UserError, match="not_allowed") as refusal:
        service.save(1)

    assert refusal.value.values["what"] == "write"
    assert service.done == []
    assert service.look() == 0


def test_a_right_is_asked_for_at_each_call() -> None:
    service = _Service(_Holder(frozenset()))
    with pytest.raises(UserError):
        service.save(1)
    service._workspace.rights = frozenset({Right.WRITE})
    assert service.save(1) == 1


def test_the_mark_tells_the_right_and_the_method_stays_what_it_was() -> None:
    assert MARK == "__needs__"
    assert getattr(_Service.save, MARK) is Right.WRITE
    assert getattr(_Service.look, MARK, "none") is None
    assert (_Service.save.__name__, _Service.save.__doc__) == ("save", "Save numbers.")
    assert _Service.look.__doc__ == "Count what was saved."


def test_asking_and_requiring_say_the_same() -> None:
    assert may(WRITER, Right.WRITE)
    assert not may(READER, Right.WRITE)
    require(WRITER, Right.WRITE)
    with pytest.raises(UserError, match="not_allowed"):
        require(READER, Right.WRITE)


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("viewer", EVERYBODY),
        ("officer", [*EVERYBODY, *WORKING, "money"]),
        ("facilitator", EVERYBODY + WORKING + FACILITATING),
        ("administrator", [*EVERYBODY, *WORKING, *FACILITATING, *ADMINISTERING, "money"]),
        ("of a newer version", []),
    ],
)
def test_what_a_role_may_do(role: str, words: list[str]) -> None:
    assert rights_of(role) == set(words)
    assert rights_of(role, active=True, sees_sensitive=False) == set(words)


@pytest.mark.parametrize("role", [*RIGHTS, "of a newer version"])
def test_who_is_deactivated_may_do_what_loses_no_word(role: str) -> None:
    assert rights_of(role, active=False) == {Right.OWN, Right.SYNC}
    assert rights_of(role, active=False, sees_sensitive=True) == {Right.OWN, Right.SYNC}


@pytest.mark.parametrize("role", [*RIGHTS, "of a newer version"])
def test_an_officer_alone_is_given_the_sensitive_part(role: str) -> None:
    more = rights_of(role, sees_sensitive=True) - rights_of(role)
    assert more == ({Right.SENSITIVE, Right.PRINT_SENSITIVE} if role == "officer" else set())
    assert {Right.SENSITIVE, Right.PRINT_SENSITIVE} == GIVEN
