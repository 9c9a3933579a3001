"""The dependency audit: what is locked against known advisories, by our list and by a service."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from packaging.utils import canonicalize_name
from packaging.version import Version

LOCKS = ("requirements.lock", "requirements-dev.lock")
ADVISORIES = Path(__file__).with_name("advisories.toml")
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)
_SECONDS = 300


@dataclass(frozen=True)
class Advisory:
    """A package whose releases below a version are unsafe."""

    package: str
    below: str
    name: str


@dataclass(frozen=True)
class Answer:
    """What a service said: `unsafe` as sentences, and how many packages it could tell about."""

    unsafe: tuple[str, ...]
    asked: int
    answered: int


class _Weakness(msgspec.Struct):
    id: str
    fix_versions: list[str] = []


class _Package(msgspec.Struct):
    name: str
    version: str = ""
    skip_reason: str | None = None
    vulns: list[_Weakness] = []


class _Report(msgspec.Struct):
    dependencies: list[_Package]


def pins(lock: str) -> dict[str, str]:
    """Return the release of each package that a lock file's text names."""
    return {canonicalize_name(m["name"]): m["version"] for m in _PIN.finditer(lock)}


def advisories(path: Path = ADVISORIES) -> tuple[Advisory, ...]:
    """Read our own list."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["advisory"]
    return tuple(Advisory(each["package"], each["below"], each["name"]) for each in listed)


def known_unsafe(locked: dict[str, str], listed: Sequence[Advisory]) -> tuple[str, ...]:
    """Return a sentence for each locked release that our own list warns of."""
    return tuple(
        f"{each.package} {locked[each.package]}: {each.name}, sound from {each.below}"
        for each in listed
        if each.package in locked and Version(locked[each.package]) < Version(each.below)
    )


def read_report(text: str) -> Answer:
    """Read what pip-audit printed as JSON.

    Raises:
        msgspec.DecodeError: it is none, as when the service could not be reached at all.
    """
    report = msgspec.json.decode(text, type=_Report)
    unsafe = tuple(
        f"{each.name} {each.version}: {weakness.id}, "
        f"sound from {', '.join(weakness.fix_versions) or 'no release yet'}"
        for each in report.dependencies
        for weakness in each.vulns
    )
    answered = sum(each.skip_reason is None for each in report.dependencies)
    return Answer(unsafe, len(report.dependencies), answered)


def ask_service(root: Path, lock: str) -> Answer | None:
    """Ask the advisory service that pip-audit knows; None where it cannot be reached."""
    command = [
        sys.executable, "-m", "pip_audit", "--requirement", str(root / lock),
        "--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off",
    ]  # fmt: skip
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
        return read_report(done.stdout)
    except (subprocess.TimeoutExpired, msgspec.DecodeError):
        return None


def main(root: Path, *, strict: bool) -> int:
    """Audit both locks; 1 where a locked release is unsafe.

    Args:
        root: the checkout.
        strict: fail too where the service did not tell about every package (before a release).
    """
    failed = False
    for lock in LOCKS:
        locked = pins((root / lock).read_text(encoding="utf-8"))
        unsafe = list(known_unsafe(locked, advisories()))
        answer = ask_service(root, lock)
        answered = answer.answered if answer else 0
        if answer:
            unsafe += answer.unsafe
        print(
            f"{lock}: {len(locked)} packages against {len(advisories())} advisories of our list; "
            f"an advisory service told about {answered}"
        )
        for sentence in unsafe:
            print(f"  unsafe: {sentence}")
        if answered < len(locked):
            print("  Not all could be asked for here; run this again where the network allows it.")
            failed |= strict
        failed |= bool(unsafe)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent.parent, strict="--strict" in sys.argv[1:]))
