"""The commands of the set-up script: open, test, check."""

from __future__ import annotations

import argparse
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from desktop.display import can_show_window
from installer import environment, sample, system_libraries
from installer.environment import Environment
from installer.saying import SetupError, complain, prepare_streams

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy", "--strict"),
    ("bandit", "-q", "-c", "pyproject.toml", "-r", "desktop", "sync", "resources", "installer"),
    ("installer.audit",),
)
# Words to pytest that leave it the whole suite.
_WHOLE_SUITE = ("--junit", "--no-skips")
_WORKERS = 4  # each holds a window system and a few databases: some 600 MB
# import-linter has no `-m` form that works on Windows and Linux alike.
IMPORT_CHECK = (
    "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"
)


def main(arguments: Sequence[str], root: Path) -> int:
    """Run one command for the checkout at `root`; the exit code is for the shell."""
    prepare_streams()
    options, rest = _parser().parse_known_args(arguments)
    if rest and options.command != "test":
        _parser().error(f"unrecognised: {' '.join(rest)}")
    place = Environment(root)
    try:
        if options.command == "open":
            return _open(place, options.data, options.headless)
        if options.command == "test":
            return _test(place, rest)
        return _check(place)
    except SetupError as error:
        complain(error)
        return 1
    except KeyboardInterrupt:
        complain(
            SetupError(
                "หยุดตามคำสั่งแล้ว สั่งคำเดิมอีกครั้งเพื่อทำต่อ",
                "Stopped as asked. Give the same command again to go on.",
            )
        )
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="setup.py",
        description="เตรียมเครื่อง แล้วเปิดหรือทดสอบตำบลเรียนรู้ / "
        "Set up this machine, then open or test Tambon Rianru.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    opening = commands.add_parser(
        "open",
        help="เปิดโปรแกรมกับศูนย์ตัวอย่าง / open the program on a sample centre",
    )
    opening.add_argument(
        "--data",
        type=Path,
        default=None,
        help="โฟลเดอร์ข้อมูลตัวอย่าง / folder for the sample's data",
    )
    opening.add_argument(
        "--headless",
        action="store_true",
        help="ทำงานตัวอย่างโดยไม่เปิดหน้าต่าง / do the sample job without a window",
    )
    commands.add_parser(
        "test",
        help="ทดสอบ (ตัวเลือกที่เหลือส่งต่อให้ pytest) / test; the rest goes to pytest",
    )
    commands.add_parser("check", help="ruff, mypy, import-linter")
    return parser


def _prepare(
    place: Environment, development: bool, needs: tuple[system_libraries.Need, ...]
) -> None:
    welcome = system_libraries.TESTING_WELCOME if development and needs else ()
    if not place.ready(development):
        needs = (*system_libraries.ENVIRONMENT, *needs)
    system_libraries.ensure(needs, welcome)
    environment.ensure(place, development)


def _open(place: Environment, data: Path | None, headless: bool) -> int:
    show = not headless and can_show_window()
    needs = system_libraries.OFFSCREEN
    if show:
        needs = (*needs, *system_libraries.for_window())
    _prepare(place, False, needs)
    job = sample.Sample(place, data or sample.default_folder())
    return job.open_window() if show else job.run_headless()


def _test(place: Environment, rest: Sequence[str]) -> int:
    _prepare(place, True, (*system_libraries.OFFSCREEN, *system_libraries.TESTING))
    command = ["-m", "pytest", *side_by_side(rest), *rest]
    return _run(place, command, {"QT_QPA_PLATFORM": "offscreen"})


def side_by_side(rest: Sequence[str]) -> list[str]:
    """Return the words that share the whole suite among the processors; none where it is narrowed.

    A few tests start faster alone, and whoever debugs wants one process.
    """
    processors = min(os.cpu_count() or 1, _WORKERS)
    if processors < 2 or any(not word.startswith(_WHOLE_SUITE) for word in rest):
        return []
    # Stealing: a few long proofs must not keep one processor busy when the others are done.
    return ["-n", str(processors), "--dist", "worksteal"]


def _check(place: Environment) -> int:
    _prepare(place, True, ())
    failed = False
    for check in CHECKS:
        print("$", " ".join(check), flush=True)
        failed |= _run(place, ["-m", *check], {}) != 0
    print("$ lint-imports", flush=True)
    failed |= _run(place, ["-c", IMPORT_CHECK], {}) != 0
    return 1 if failed else 0


def _run(place: Environment, arguments: Sequence[str], extra: dict[str, str]) -> int:
    command = [str(place.python), *arguments]
    return subprocess.run(
        command, cwd=place.root, env={**os.environ, **extra}, check=False
    ).returncode
