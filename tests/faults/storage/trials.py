"""Trying an act again and again on a copy of what stands before it: kills, faults, full disks."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.storage.runner import Ended, Runner

# What opening alone brings about: the states in between are never seen.
_SETTLED_BY_OPENING = ("migration",)
# What is put in place as a whole outside the database, and tells so when it returns.
_WHOLE = ("erase", "passcode", "restore")
_WITH_BACKUPS = ("backup", "restore")


@dataclass
class Trial:
    """One act, ready to be tried.

    Attributes:
        operations: how many the disk sees when nothing goes wrong.
        commits: how many the centre's database sees then.
        before: what the centre holds before it.
        after: what it holds when the act is done.
        fired: how often which operation was made to fail.
    """

    runner: Runner
    act: str
    folder: Path
    operations: int = 0
    commits: int = 0
    before: str = ""
    after: str = ""
    fired: Counter[str] = field(default_factory=Counter)
    _number: int = 0

    def __post_init__(self) -> None:
        """Make what stands before, and do the act once on a copy."""
        self.before = self.runner.value("prepare", self.act, str(self.folder / "base" / "disk"))
        with self.copy() as (place, journal):
            self.operations, self.after = self.runner.value(
                "do", self.act, str(place), str(journal), None
            )
            self.commits = len(_done(_lines(journal)))

    @contextmanager
    def copy(self) -> Iterator[tuple[Path, Path]]:
        """A fresh copy of what stands before, and where its journal is to be."""
        self._number += 1
        place = self.folder / f"try {self._number}"
        shutil.copytree(self.folder / "base", place)
        try:
            yield place / "disk", place / "journal"
        finally:
            shutil.rmtree(place)

    def allowed(self, journal: Path) -> list[str]:
        """What the centre may hold after the act was cut off, by what it had told."""
        if self.act in _SETTLED_BY_OPENING:
            return [self.after]
        if self.act in _WHOLE:
            return [self.before, self.after]
        states = [self.before]
        for line in _lines(journal):
            word, held = line.split()
            states = [*states, held] if word == "begins" else [held]
        return states

    def kill(self, at: int, again: int, *, whole: bool) -> list[str]:
        """Kill the act at one of its operations, and the next start at one of its own.

        Returns what is not as it must be.
        """
        with self.copy() as (place, journal):
            ended = self.runner.run("do", self.act, str(place), str(journal), at)
            if ended.trouble:
                return [ended.trouble]
            if not ended.signal and at <= self.operations:
                return ["it was not killed"]
            self.runner.run("open_until_killed", str(place), again)
            allowed = self.allowed(journal)
            wrong: list[str] = self.runner.value("look", self.act, str(place), allowed, whole)
            if self.act in _WITH_BACKUPS:
                scratch = str(place.parent / "scratch")
                wrong += self.runner.value("look_at_backups", str(place), scratch)
            return wrong

    def kills(self, number: int, random: Random, every: int) -> list[str]:
        """Kill at random operations; each `every`-th time the program's own check is run too."""
        wrong = []
        for each in range(number):
            at = random.randint(1, self.operations)
            found = self.kill(at, random.randint(1, 40), whole=each % every == 0)
            wrong += [f"{self.act}, killed at {at} of {self.operations}: {line}" for line in found]
        return wrong

    def fault(self, at: int, error: str, *, lasting: bool) -> list[str]:
        """Let one operation fail, or all from there on; returns what is not as it must be."""
        with self.copy() as (place, journal):
            told = self.runner.run(
                "do_with_fault", self.act, str(place), str(journal), at, error, lasting
            )
            return self._judge(told, place)

    def full(self, room: int) -> list[str]:
        """Leave only so many bytes of room; returns what is not as it must be."""
        with self.copy() as (place, journal):
            told = self.runner.run("do_with_room", self.act, str(place), str(journal), room)
            return self._judge(told, place)

    def _judge(self, told: Ended, place: Path) -> list[str]:
        """A failed act has raised an error with a code and left all as it was; the next one works.

        One that raised nothing has done its work in spite of it.
        """
        if told.trouble or told.signal:
            return [told.trouble or f"ended by signal {told.signal}"]
        raised, failed, held, lines, wrong = told.value
        self.fired.update(failed[:1])
        if not failed and raised:
            wrong.append(f"{raised}, though nothing failed")
        if raised == "database_error":
            wrong.append("no code says what it was")
        commits = _done(lines)
        if self.act in _SETTLED_BY_OPENING:
            right = [self.after]
        elif self.act in _WHOLE:
            right = [self.before, self.after] if raised else [self.after]
        else:
            right = [[self.before, *commits][-1]]
            if not raised and len(commits) < self.commits:
                wrong.append("nothing was raised, and not all was done")
        if held not in right:
            wrong.append("holds something else than what was told")
        if self.act == "backup" and not raised and not list(place.glob("stick/*.zip")):
            wrong.append("nothing was raised, and there is no backup")
        if self.act in _WITH_BACKUPS:
            wrong += self.runner.value("look_at_backups", str(place), str(place.parent / "scratch"))
        return [f"{line} (raised {raised or 'nothing'} for {failed})" for line in wrong]


def _lines(journal: Path) -> list[str]:
    return journal.read_text().splitlines() if journal.exists() else []


def _done(lines: list[str]) -> list[str]:
    """What the centre held after each commit that came back."""
    return [line.split()[1] for line in lines if line.startswith("done")]
