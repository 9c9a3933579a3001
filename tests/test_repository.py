"""What the repository must and must not hold."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
LARGEST_BYTES = 5_000_000
MOST_LINES = 450
MADE_HERE = {".venv", "build", "dist", "__pycache__"}

# Written in pieces: this file is searched as well.
INDEX_HOSTS = re.compile(
    "|".join(
        re.escape(first + second)
        for first, second in (
            ("py", "pi.org"),
            ("python", "hosted.org"),
            ("registry.npm", "js.org"),
            ("registry.yarn", "pkg.com"),
            ("--index", "-url"),
            ("--extra-index", "-url"),
            ("--find", "-links"),
        )
    )
)
MACHINE_PATHS = re.compile(
    r"(?<![\w.~/-])/(?:" + "|".join(("wor" + "k", "roo" + "t")) + r")(?![\w-])"
)


def _tracked() -> list[Path]:
    """Files that git keeps, or every file where git cannot tell (a zip, someone else's folder)."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
        )
        if listed.returncode == 0:
            files = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
            return [file for file in files if file.is_file()]
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [own for own in folders if own not in MADE_HERE and not own.startswith(".")]
        found += [Path(folder, name) for name in names]
    return found


def _texts() -> list[tuple[str, str]]:
    texts = []
    for file in _tracked():
        content = file.read_bytes()
        if b"\0" not in content[:8000]:
            texts.append((file.relative_to(ROOT).as_posix(), content.decode(errors="replace")))
    return texts


@pytest.mark.parametrize("forbidden", [INDEX_HOSTS, MACHINE_PATHS], ids=["index", "path"])
def test_no_file_names_an_index_or_a_machine(forbidden: re.Pattern[str]) -> None:
    found = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in _texts()
        for number, line in enumerate(text.splitlines(), 1)
        if forbidden.search(line)
    ]
    assert found == []


def test_the_search_itself_finds_what_it_should() -> None:
    assert INDEX_HOSTS.search("https://" + "py" + "pi.org/simple")
    assert INDEX_HOSTS.search("--index" + "-url https://example.org")
    for bad in ("/wor" + "k/main", "cd /roo" + "t", "'/wor" + "k'"):
        assert MACHINE_PATHS.search(bad), bad
    for fine in ("https://example.org/work", "route /v1/sync", "team/work", "/workbook", "./root"):
        assert not MACHINE_PATHS.search(fine), fine


def test_every_module_says_what_it_is_for() -> None:
    silent = []
    for file in _tracked():
        if file.suffix == ".py" and file.stat().st_size:
            text = file.read_text(encoding="utf-8")
            said = ast.get_docstring(ast.parse(text)) or ""
            if not said.strip():
                silent.append(file.relative_to(ROOT).as_posix())
    assert silent == []


def test_no_module_is_long() -> None:
    # What a first schema makes stands in one step, which is never written again.
    long = {
        str(file.relative_to(ROOT)): lines
        for file in _tracked()
        if file.suffix == ".py" and file.name != "0001_first_schema.py"
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert not long, "split by subject"


def test_the_guide_names_every_page() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    pages = [f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")]
    assert pages
    assert [page for page in pages if f"]({page})" not in guide] == []


def test_no_file_is_huge() -> None:
    huge = [file.name for file in _tracked() if file.stat().st_size > LARGEST_BYTES]
    assert huge == []


def _blocks(lock: str) -> dict[str, tuple[str, list[str]]]:
    """Each locked library with its version and hashes; every line must belong to one of them."""
    blocks: dict[str, tuple[str, list[str]]] = {}
    current: list[str] = []
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" "):
            sha = re.fullmatch(r"    --hash=sha256:([0-9a-f]{64})(?: \\)?", line)
            assert sha, line
            current.append(sha.group(1))
            continue
        name = re.fullmatch(r"([a-z0-9-]+)==([0-9a-z.]+)(?: ; [^\\]+)? \\", line)
        assert name, line
        current = blocks.setdefault(name.group(1), (name.group(2), []))[1]
    return blocks


@pytest.mark.parametrize("lock", [*LOCKS, "requirements-mutants.lock"])
def test_every_locked_library_has_its_hashes(lock: str) -> None:
    blocks = _blocks(lock)
    assert blocks
    assert [name for name, (_version, hashes) in blocks.items() if not hashes] == []


def _declared(*extras: str) -> dict[str, Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in extras:
        wanted += project["optional-dependencies"][extra]
    read = [Requirement(want) for want in wanted]
    return {canonicalize_name(want.name): want for want in read}


@pytest.mark.parametrize(("lock", "extras"), [(LOCKS[0], ()), (LOCKS[1], ("dev",))])
def test_a_lock_holds_what_the_project_declares(lock: str, extras: tuple[str, ...]) -> None:
    locked = _blocks(lock)
    wrong = [
        str(want)
        for name, want in _declared(*extras).items()
        if name not in locked or not want.specifier.contains(locked[name][0])
    ]
    assert wrong == []


def test_the_development_lock_holds_all_of_the_other() -> None:
    """It serves to open the program as well: the same versions, and more."""
    run, dev = _blocks(LOCKS[0]), _blocks(LOCKS[1])
    assert {name: dev.get(name) for name in run} == run


def test_locks_serve_windows_too() -> None:
    text = (ROOT / LOCKS[1]).read_text(encoding="utf-8")  # pytest needs one library there only
    assert "sys_platform == 'win32'" in text


def _imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize(
    ("packages", "extras"),
    [(("desktop", "sync"), ()), (("resources", "tests", "installer"), ("dev",))],
)
def test_every_library_imported_is_declared(
    packages: tuple[str, ...], extras: tuple[str, ...]
) -> None:
    """One that only comes along with another may be gone with the other's next version."""
    ours = {"desktop", "sync", "resources", "tests", "installer"} | set(sys.stdlib_module_names)
    declared = _declared(*extras)
    brought = packages_distributions()
    undeclared = set()
    for file in _tracked():
        if file.suffix != ".py" or file.relative_to(ROOT).parts[0] not in packages:
            continue
        for name in _imported(file) - ours:
            libraries = {canonicalize_name(own) for own in brought.get(name, [name])}
            if not libraries & declared.keys():
                undeclared.add(f"{file.relative_to(ROOT).as_posix()}: {name}")
    assert undeclared == set()
