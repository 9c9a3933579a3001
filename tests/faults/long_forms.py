"""The long forms of the proof, in shards that can be stopped, taken up again and counted.

`python -m tests.faults.long_forms run sequences --seed 1` runs what is left of one form; started
twice at a time, both share the shards. `... told` prints what was run so far as a table.

A shard is one run of pytest with its own seed. What came of it is kept in `build/long-forms`,
one JSON file a shard, under the commit it was run with; the tree must be as that commit has it.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

_ROOT: Final = Path(__file__).parents[2]
_KEPT: Final = _ROOT / "build" / "long-forms"
_TAIL: Final = 20_000  # letters kept of what a failed shard said
_ACTS: Final = (
    "backup", "erase", "import", "migration", "passcode", "restore", "save", "sync",
)  # fmt: skip
_STORAGE: Final = "tests/faults/storage"
_SLICES: Final = 8  # of one act's failing operations


@dataclass(frozen=True)
class Shard:
    """One run of pytest: its name, how many cases it is, what it runs and with which settings."""

    name: str
    cases: int
    tests: tuple[str, ...]
    settings: dict[str, str]


class Outcome(msgspec.Struct):
    """What came of a shard."""

    form: str
    seed: int
    shard: str
    commit: str
    cases: int
    passed: bool
    seconds: float
    processor_seconds: float
    ended: str  # date and time, of the world's clock
    said: str = ""


def _random_lives(test: str, setting: str, shards: int, each: int) -> list[Shard]:
    # The seed of Hypothesis is given on the command line, by shard.
    return [Shard(f"{at:03}", each, (test,), {setting: str(each)}) for at in range(shards)]


def _of_acts(test: str, acts: tuple[str, ...], parts: int, setting: str, each: int) -> list[Shard]:
    return [
        Shard(f"{act}-{part:02}", each, (f"{test}[{act}]",), {setting: str(each)})
        for part in range(parts)
        for act in acts
    ]


FORMS: Final[dict[str, list[Shard]]] = {
    "sequences": _random_lives(
        "tests/faults/test_machine.py::TestSyncMachine", "SYNC_TEST_SEQUENCES", 50, 200
    ),
    "lives": _random_lives("tests/faults/test_laptops.py::TestLaptops", "SYNC_TEST_LIVES", 50, 20),
    "cuts": [
        Shard(
            f"{at:03}",
            20,
            (f"{_STORAGE}/test_power_cuts.py::test_after_a_power_cut_all_that_was_told_is_there",),
            {"STORAGE_TEST_CUTS": "20"},
        )
        for at in range(50)
    ],
    "kills": _of_acts(
        f"{_STORAGE}/test_kills.py::test_after_a_kill_each_action_is_whole_or_was_never_begun",
        _ACTS, 10, "STORAGE_TEST_KILLS", 25,
    ),
    "faults": [
        Shard(
            f"{act}-{part:02}",
            0,
            (
                f"{_STORAGE}/test_failing_disk.py"
                f"::test_what_the_disk_refuses_is_said_and_harms_nothing[{act}]",
            ),
            {"STORAGE_TEST_FAULTS": "all", "STORAGE_TEST_SLICE": f"{part}/{_SLICES}"},
        )
        for part in range(_SLICES)
        for act in _ACTS
    ],
    "failover": [Shard("000", 3, ("tests/faults/failover.py",), {})],
    "full": [
        Shard(
            f"{at:03}",
            20,
            (f"{_STORAGE}/test_failing_disk.py"
             "::test_a_disk_full_at_any_byte_is_said_and_harms_nothing",),
            {"STORAGE_TEST_FULL": "20"},
        )
        for at in range(10)
    ],
}  # fmt: skip


def run(form: str, seed: int, most_seconds: float) -> bool:
    """Run the shards of a form that have not passed yet; whether every one that was run passed."""
    commit = _commit()
    folder = _KEPT / commit / form / str(seed)
    folder.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + most_seconds
    good = True
    for at, shard in enumerate(FORMS[form]):
        if time.monotonic() > until:
            break
        kept = folder / f"{shard.name}.json"
        with _claimed(folder / f"{shard.name}.claim") as mine:
            if not mine or (kept.exists() and _read(kept).passed):
                continue
            outcome = _run_one(form, seed, at, shard, commit)
            beside = kept.with_suffix(".new")
            beside.write_bytes(msgspec.json.format(msgspec.json.encode(outcome)))
            beside.replace(kept)
        good = good and outcome.passed
        word = "passed" if outcome.passed else "FAILED"
        sys.stdout.write(f"{form} {seed} {shard.name}: {word} in {outcome.seconds:.0f} s\n")
        sys.stdout.flush()
    return good


def _run_one(form: str, seed: int, at: int, shard: Shard, commit: str) -> Outcome:
    own_seed = seed * 1_000 + at
    command = [
        sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider",
        "-o", "faulthandler_timeout=0",
        "--hypothesis-profile=search", f"--hypothesis-seed={own_seed}", *shard.tests,
    ]  # fmt: skip
    settings = {**os.environ, **shard.settings, "STORAGE_TEST_SEED": str(own_seed)}
    began, used = time.monotonic(), sum(os.times()[2:4])
    done = subprocess.run(
        command, cwd=_ROOT, env=settings, check=False, capture_output=True, text=True
    )
    return Outcome(
        form=form,
        seed=seed,
        shard=shard.name,
        commit=commit,
        cases=shard.cases,
        passed=done.returncode == 0,
        seconds=time.monotonic() - began,
        processor_seconds=sum(os.times()[2:4]) - used,
        ended=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        said="" if done.returncode == 0 else (done.stdout + done.stderr)[-_TAIL:],
    )


def _commit() -> str:
    def git(*words: str) -> str:
        done = subprocess.run(
            ["git", *words], cwd=_ROOT, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    if git("status", "--porcelain"):
        raise SystemExit("commit first: a result is kept under the commit that it belongs to")
    return git("rev-parse", "--short=12", "HEAD")


@contextmanager
def _claimed(path: Path) -> Iterator[bool]:
    """Whether this process alone has the shard now; a process that ends lets go of it."""
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _read(path: Path) -> Outcome:
    return msgspec.json.decode(path.read_bytes(), type=Outcome)


def told() -> list[str]:
    """What was run so far, one line of a table for each form, seed and commit."""
    found: dict[tuple[str, int, str], list[Outcome]] = defaultdict(list)
    for path in _KEPT.glob("*/*/*/*.json"):
        outcome = _read(path)
        found[outcome.form, outcome.seed, outcome.commit].append(outcome)
    lines = [
        "| Form | Seed | Commit | Shards passed | Cases | Failed | Clock | Processor |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for (form, seed, commit), outcomes in sorted(found.items()):
        passed = [each for each in outcomes if each.passed]
        failed = [each.shard for each in outcomes if not each.passed]
        clock = sum(each.seconds for each in outcomes) / 60
        processor = sum(each.processor_seconds for each in outcomes) / 60
        lines.append(
            f"| {form} | {seed} | {commit} | {len(passed)} of {len(FORMS[form])} | "
            f"{sum(each.cases for each in passed)} | {', '.join(failed) or '-'} | "
            f"{clock:.0f} min | {processor:.0f} min |"
        )
    return lines


def main() -> int:
    """Run a form, or tell what was run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    acts = parser.add_subparsers(dest="act", required=True)
    running = acts.add_parser("run", help="run what is left of a form")
    running.add_argument("form", choices=sorted(FORMS))
    running.add_argument("--seed", type=int, default=1)
    running.add_argument("--minutes", type=float, default=float("inf"))
    acts.add_parser("told", help="what was run so far")
    asked = parser.parse_args()
    if asked.act == "told":
        sys.stdout.write("\n".join(told()) + "\n")
        return 0
    return 0 if run(asked.form, asked.seed, asked.minutes * 60) else 1


if __name__ == "__main__":
    sys.exit(main())
