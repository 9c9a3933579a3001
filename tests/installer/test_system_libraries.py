"""Missing system libraries are found by trying, and named when they may not be installed."""

from __future__ import annotations

import sys

import pytest

from installer import system_libraries
from installer.saying import SetupError
from installer.system_libraries import Kind, Need

ABSENT = Need(Kind.LIBRARY, "libnowhere.so.7", "libnowhere7")
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux libraries")


@linux_only
def test_a_library_is_present_if_it_loads() -> None:
    assert system_libraries.present(Need(Kind.LIBRARY, "libc.so.6", "libc6"))
    assert not system_libraries.present(ABSENT)


def test_files_programs_and_modules_are_looked_for() -> None:
    assert system_libraries.present(Need(Kind.MODULE, "json", "python3"))
    assert not system_libraries.present(Need(Kind.MODULE, "no_such_module", "python3"))
    assert not system_libraries.present(Need(Kind.PROGRAM, "no-such-program", "nothing"))


def test_a_package_is_named_once() -> None:
    assert system_libraries.packages_of(system_libraries.TESTING) == ["poppler-utils"]


def test_a_window_asks_for_what_its_session_needs() -> None:
    assert system_libraries.for_window({}) == ()
    both = system_libraries.for_window({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"})
    assert {"libxcb-cursor0", "libwayland-cursor0"} <= set(system_libraries.packages_of(both))
    only_x = system_libraries.for_window({"DISPLAY": ":0", "WAYLAND_DISPLAY": ""})
    assert only_x == system_libraries.X_WINDOW


@linux_only
def test_what_may_not_be_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "permitted_prefix", lambda: None)

    with pytest.raises(SetupError) as stopped:
        system_libraries.ensure([ABSENT, Need(Kind.MODULE, "json", "python3")])

    for words in (stopped.value.thai, stopped.value.english):
        assert "libnowhere.so.7" in words
        assert "libnowhere7" in words
        assert "json" not in words


@linux_only
def test_what_stays_missing_after_installing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(system_libraries, "permitted_prefix", list)
    monkeypatch.setattr(
        system_libraries, "_install", lambda prefix, packages: asked.append(packages)
    )
    wished = Need(Kind.PROGRAM, "no-such-program", "no-such-package")

    with pytest.raises(SetupError):
        system_libraries.ensure([ABSENT], welcome=[wished])
    assert asked == [["libnowhere7", "no-such-package"]]

    asked.clear()
    system_libraries.ensure([], welcome=[wished])  # wished for, never insisted on
    assert asked == [["no-such-package"]]


@linux_only
def test_nothing_is_asked_when_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("asked for permission without need")

    monkeypatch.setattr(system_libraries, "permitted_prefix", refuse)
    system_libraries.ensure([Need(Kind.MODULE, "json", "python3")])


def test_other_systems_are_asked_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert system_libraries.missing([ABSENT]) == []
