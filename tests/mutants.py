"""Whether the tests notice: small changes to the core, each against the module's own tests.

`python -m tests.mutants run sync.merge` draws up to 150 changes (a comparison, an and/or, a
number, a flag, an assignment, a returned value), makes one at a time and runs the module's own
tests; `--shard 0/2` takes every second one, `--missed COMMIT` those that nobody noticed at that
commit. `... told` prints what came of it, with the changes that nobody noticed. What was run is
kept in `build/mutants` under the commit, so a run goes on where it ended. Linux: each change is
made in a process of its own, forked off one that has the libraries read in.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import importlib.abc
import importlib.util
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any, Final

import msgspec

_ROOT: Final = Path(__file__).parents[1]
_KEPT: Final = _ROOT / "build" / "mutants"
_MOST: Final = 150
_READ_IN: Final = (
    "pytest", "hypothesis", "hypothesis.stateful", "sqlalchemy.orm", "msgspec", "argon2",
    "cryptography.hazmat.primitives.asymmetric.ed25519", "PySide6.QtWidgets", "PySide6.QtTest",
    "openpyxl", "alembic.command",
)  # fmt: skip
# A change that takes so many times what the tests need without one counts as noticed: they would
# never end. It is processor time that counts, since the machine may be busy with other work.
_TIMES: Final = 5
_LEAST_SECONDS: Final = 20
# What the type checker alone reads.
_TYPES: Final = re.compile(r"\w+ = (?:TypeVar|ParamSpec|Literal)\b|__all__ = ")
# For tests that wait for ever, and for those without any change.
_SECONDS: Final = 1_200

MODULES: Final[dict[str, tuple[str, ...]]] = {
    "sync.merge": ("tests/sync/test_merge.py", "tests/sync/test_merge_edges.py"),
    "desktop.models.dates": ("tests/models/test_dates.py",),
    "desktop.models.identity": ("tests/models/test_identity.py",),
    "desktop.models.text": ("tests/models/test_text.py",),
    "sync.stamps": ("tests/sync/test_stamps.py",),
    "sync.policy": ("tests/sync/test_merge.py",),
    "desktop.services.rights": ("tests/services/test_guard.py",),
    "desktop.services.roles": ("tests/services/test_guard.py",),
    "desktop.services.masking": ("tests/services/test_masking.py",),
    "desktop.models.names": ("tests/models/test_names.py",),
    "desktop.models.capture": ("tests/models/test_capture.py",),
}


class Mutant(msgspec.Struct):
    """One small change.

    Attributes:
        line, was, becomes: where it is, in the module's text, and the line before and after.
        code: the whole text of the module with it.
    """

    number: int
    line: int
    was: str
    becomes: str
    code: str


class Outcome(msgspec.Struct):
    """What became of one change."""

    module: str
    seed: int
    commit: str
    number: int
    line: int
    was: str
    becomes: str
    noticed: bool
    seconds: float


def drawn(path: Path, seed: int, most: int = _MOST) -> list[Mutant]:
    """Some of the small changes that the module's text allows, by line."""
    # Locked apart from all others: only this long form needs them.
    file_mutation: Any = importlib.import_module("mutmut.mutation.file_mutation")
    mutators: Any = importlib.import_module("mutmut.mutation.mutators")
    Name, Return = file_mutation.cst.Name, file_mutation.cst.Return  # noqa: N806 - its classes

    def returned(node: Any) -> Iterable[Any]:
        if node.value is not None and not (
            isinstance(node.value, Name) and node.value.value == "None"
        ):
            yield node.with_changes(value=Name("None"))

    class Visitor(file_mutation.MutationVisitor):  # type: ignore[misc]
        """Goes into decorated functions too: here a module is changed as a whole."""

        def _skip_node_and_children(self, node: Any) -> bool:
            if isinstance(node, file_mutation.cst.FunctionDef):
                return False
            return bool(super()._skip_node_and_children(node))

    left_out = {mutators.operator_string, mutators.operator_lambda}
    operators: list[Any] = [pair for pair in mutators.mutation_operators if pair[1] not in left_out]
    operators.append((Return, returned))
    code = path.read_text(encoding="utf-8")
    wrapper = file_mutation.MetadataWrapper(file_mutation.cst.parse_module(code))
    ignored = file_mutation.IgnoredCode(set(), set(), set())
    visitor = Visitor(operators, ignored)
    module = wrapper.visit(visitor)
    before = code.splitlines()
    found = []
    for number, each in enumerate(visitor.mutations):
        changed = file_mutation.deep_replace(module, each.original_node, each.mutated_node).code
        if changed == code or not _compiles(changed):
            continue
        after = changed.splitlines()
        at = next(
            (at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
            len(before) - 1,
        )
        found.append(Mutant(number, at + 1, before[at].strip(), after[at].strip(), changed))
    if len(found) > most:
        found = Random(seed).sample(found, most)
    found = [each for each in found if not _TYPES.match(each.was)]
    return sorted(found, key=lambda mutant: (mutant.line, mutant.number))


def _compiles(code: str) -> bool:
    try:
        compile(code, "mutant", "exec")
    except SyntaxError:
        return False
    return True


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module another text."""

    def __init__(self, module: str, path: Path, code: str) -> None:
        self._module, self._path, self._code = module, path, code

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module, when it is the one."""
        if name != self._module:
            return None
        return importlib.util.spec_from_file_location(name, self._path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        """Run the other text."""
        exec(compile(self._code, str(self._path), "exec"), module.__dict__)


def _passes(
    module: str, path: Path, code: str, tests: tuple[str, ...], processor_seconds: float = _SECONDS
) -> bool:
    """Whether the tests pass with the module's text as given; in a process of its own."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.setpgid(0, 0)
            signal.alarm(_SECONDS)
            most = max(round(processor_seconds), _LEAST_SECONDS)
            resource.setrlimit(resource.RLIMIT_CPU, (most, most))
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nowhere, stream)
            sys.meta_path.insert(0, _Changed(module, path, code))
            import pytest

            words = ["-q", "-x", "-n", "0", "-p", "no:cacheprovider", "-p", "no:randomly"]
            # What is read in already is not the tests' own.
            words += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
            status = int(pytest.main([*words, *tests]))
        finally:
            os._exit(status)
    _pid, ended = os.waitpid(child, 0)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return ended == 0


def run(module: str, seed: int, part: int, parts: int, most: int, missed: str) -> None:
    """Try the changes of a module that were not tried yet; with `missed`, those missed at it."""
    path = _ROOT / Path(*module.split(".")).with_suffix(".py")
    tests = MODULES[module]
    commit = _commit()
    kept = _KEPT / commit
    kept.mkdir(parents=True, exist_ok=True)
    file = kept / f"{module}-{seed}-{part}-of-{parts}.jsonl"
    done = {each.number for each in _read(file)}
    mutants = drawn(path, seed, sys.maxsize if missed else most)[part::parts]
    if missed:
        # By their text: the module may have changed elsewhere since.
        files = (_KEPT / missed).glob(f"{module}-{seed}-*.jsonl")
        again = {(e.was, e.becomes) for each in files for e in _read(each) if not e.noticed}
        mutants = [each for each in mutants if (each.was, each.becomes) in again]
    mutants = [each for each in mutants if each.number not in done]
    sys.path.insert(0, str(_ROOT))
    for name in _READ_IN:
        importlib.import_module(name)
    used = sum(os.times()[2:4])
    if not _passes(module, path, path.read_text(encoding="utf-8"), tests):
        raise SystemExit(f"the tests of {module} fail without any change")
    most_seconds = _TIMES * (sum(os.times()[2:4]) - used)
    with file.open("ab") as out:
        for each in mutants:
            began = time.monotonic()
            noticed = not _passes(module, path, each.code, tests, most_seconds)
            outcome = Outcome(
                module, seed, commit, each.number, each.line, each.was, each.becomes, noticed,
                round(time.monotonic() - began, 1),
            )  # fmt: skip
            out.write(msgspec.json.encode(outcome) + b"\n")
            out.flush()
            if not noticed:
                sys.stdout.write(f"{module}:{each.line}\n  - {each.was}\n  + {each.becomes}\n")
                sys.stdout.flush()


def _read(file: Path) -> list[Outcome]:
    if not file.exists():
        return []
    lines = file.read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Outcome) for line in lines]


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short=12", "HEAD"],
        cwd=_ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def told() -> list[str]:
    """What came of all that was tried, a line for each module, and what nobody noticed."""
    lines = ["| Module | Seed | Commit | Tried | Noticed | Share |", "|---|---|---|---|---|---|"]
    missed = []
    found: dict[tuple[str, int, str], list[Outcome]] = {}
    for file in sorted(_KEPT.glob("*/*.jsonl")):
        for each in _read(file):
            found.setdefault((each.module, each.seed, each.commit), []).append(each)
    for (module, seed, commit), outcomes in sorted(found.items()):
        noticed = sum(each.noticed for each in outcomes)
        lines.append(
            f"| `{module}` | {seed} | {commit} | {len(outcomes)} | {noticed} | "
            f"{noticed / len(outcomes):.0%} |"
        )
        missed += [
            f"{module}:{each.line}\n  - {each.was}\n  + {each.becomes}"
            for each in outcomes
            if not each.noticed
        ]
    return [*lines, "", *missed]


def main() -> int:
    """Try the changes of a module, or tell what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    acts = parser.add_subparsers(dest="act", required=True)
    running = acts.add_parser("run", help="try the changes of a module")
    running.add_argument("module", choices=sorted(MODULES))
    running.add_argument("--seed", type=int, default=1)
    running.add_argument("--shard", default="0/1", metavar="PART/PARTS")
    running.add_argument("--most", type=int, default=_MOST)
    running.add_argument("--missed", default="", metavar="COMMIT")
    acts.add_parser("told", help="what came of them")
    asked = parser.parse_args()
    if asked.act == "told":
        sys.stdout.write("\n".join(told()) + "\n")
    else:
        part, parts = map(int, asked.shard.split("/"))
        run(asked.module, asked.seed, part, parts, asked.most, asked.missed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
