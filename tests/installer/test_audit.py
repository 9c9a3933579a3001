"""The dependency audit: what it finds, what it cannot, and the locks themselves."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from installer import audit

ROOT = Path(__file__).resolve().parents[2]


def test_a_lock_is_read() -> None:
    text = "Boolean_Py==5.0 \\\n    --hash=sha256:00\nidna==3.11 ; python_version > '3'\n"
    assert audit.pins(text) == {"boolean-py": "5.0", "idna": "3.11"}


def test_our_list_finds_an_old_release() -> None:
    listed = [audit.Advisory("urllib3", "2.6.0", "CVE-X")]
    assert audit.known_unsafe({"urllib3": "2.5.0"}, listed) == (
        "urllib3 2.5.0: CVE-X, sound from 2.6.0",
    )
    assert audit.known_unsafe({"urllib3": "2.10.0"}, listed) == ()
    assert audit.known_unsafe({}, listed) == ()


@pytest.mark.parametrize("lock", audit.LOCKS)
def test_nothing_locked_is_on_our_list(lock: str) -> None:
    locked = audit.pins((ROOT / lock).read_text(encoding="utf-8"))
    assert len(locked) > 30
    assert audit.known_unsafe(locked, audit.advisories()) == ()


def test_every_advisory_names_a_package_that_is_locked() -> None:
    locked = audit.pins((ROOT / "requirements-dev.lock").read_text(encoding="utf-8"))
    unused = [each.package for each in audit.advisories() if each.package not in locked]
    assert unused == []


def test_a_report_tells_unsafe_packages_and_those_it_does_not_know() -> None:
    report = {
        "dependencies": [
            {"name": "a", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]},
            {"name": "b", "skip_reason": "not found"},
            {"name": "c", "version": "3", "vulns": []},
        ],
        "fixes": [],
    }
    answer = audit.read_report(json.dumps(report))
    assert answer == audit.Answer(("a 1: PYSEC-1, sound from 2",), 3, 2)


def test_no_report_is_no_answer() -> None:
    with pytest.raises(msgspec.DecodeError):
        audit.read_report("")


@pytest.mark.parametrize(
    ("answer", "strict", "code"),
    [
        (None, False, 0),
        (None, True, 1),
        (audit.Answer((), 1000, 1000), True, 0),
        (audit.Answer(("x 1: PYSEC-2, sound from 2",), 1000, 1000), False, 1),
    ],
)
def test_it_fails_where_something_is_unsafe_or_strictly_unknown(
    monkeypatch: pytest.MonkeyPatch, answer: audit.Answer | None, strict: bool, code: int
) -> None:
    monkeypatch.setattr(audit, "ask_service", lambda _root, _lock: answer)
    assert audit.main(ROOT, strict=strict) == code
