"""Lays out a folder from which the program runs: an interpreter, the locked libraries, our code."""

from __future__ import annotations

import compileall
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from py_compile import PycInvalidationMode

from packaging.markers import Marker

from installer.packaging.fetching import PYTHON, install_locked
from installer.packaging.trimming import drop_empty

OURS = ("desktop", "sync", "resources")
HUB = ("sync", "resources")
# Tools that make what is shipped stay in the checkout.
_NOT_SHIPPED = ("__pycache__", "*.ts", "*.pyc", "make_*.py", "translation_files.py")
_MARKED = {
    True: {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
    False: {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
}


@dataclass(frozen=True)
class Layout:
    """The folder of one package: `python/`, `lib/` (wheels), `app/` (ours), and papers about it."""

    root: Path
    windows: bool

    @property
    def python(self) -> Path:
        """The interpreter."""
        return self.root / "python"

    @property
    def lib(self) -> Path:
        """The libraries."""
        return self.root / "lib"

    @property
    def app(self) -> Path:
        """Our own packages."""
        return self.root / "app"

    def begin(self) -> None:
        """Make the folder, empty."""
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(parents=True)


def add_libraries(layout: Layout, lock: Path) -> None:
    """Put the wheels of a lock in, those of the folder's own platform."""
    scratch = layout.root / "wanted.txt"
    scratch.write_text(for_platform(lock.read_text(encoding="utf-8"), layout.windows), "utf-8")
    install_locked(scratch, layout.lib, layout.windows)
    scratch.unlink()


def for_platform(lock: str, windows: bool) -> str:
    """The lines of a lock that hold on a platform; pip would ask the machine it runs on."""
    there = {
        **_MARKED[windows],
        "python_version": PYTHON,
        "python_full_version": f"{PYTHON}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "platform_machine": "AMD64" if windows else "x86_64",
    }
    kept: list[str] = []
    taking = True
    for line in lock.splitlines():
        if line and not line[0].isspace() and not line.startswith("#"):
            name, _, marker = line.removesuffix("\\").partition(" ; ")
            taking = not marker or Marker(marker.strip()).evaluate(dict(there))
            line = f"{name.strip()} \\" if line.endswith("\\") else name.strip()
        if taking:
            kept.append(line)
    return "\n".join(kept) + "\n"


def add_ours(layout: Layout, checkout: Path, packages: tuple[str, ...] = OURS) -> None:
    """Put our own packages in, as they stand in the checkout, without what only developers use."""
    for name in packages:
        ignore = shutil.ignore_patterns(*_NOT_SHIPPED)
        shutil.copytree(checkout / name, layout.app / name, ignore=ignore)
    for name in ("LICENSE", "NOTICE"):
        shutil.copy2(checkout / name, layout.root / name)


def compile_all(layout: Layout) -> None:
    """Compile everything, so that the first start is quick and nothing is written later.

    Libraries on Windows keep the compiled form alone: half the files to copy from a stick. What
    lies in `app` keeps its source, which the traces of an error quote.
    """
    _compile(layout, layout.lib, alone=layout.windows)
    _compile(layout, layout.app, alone=False)
    if layout.windows:
        for source in layout.lib.rglob("*.py"):
            if source.with_suffix(".pyc").exists():
                source.unlink()
    else:
        _compile(layout, layout.python / "lib", alone=False)


def _compile(layout: Layout, folder: Path, alone: bool) -> None:
    # By hash and unchecked: the same bytes with every build, and no look at times that a stick,
    # a zip or a copy changes.
    compileall.compile_dir(
        folder,
        quiet=2,
        force=True,
        legacy=alone,
        stripdir=str(layout.root),
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
        maxlevels=50,
    )


def settle(layout: Layout, epoch: int) -> None:
    """Give every file one time and plain rights, so that two builds are alike to the byte."""
    drop_empty(layout.root)
    for each in sorted(layout.root.rglob("*"), reverse=True):
        if each.is_symlink():
            continue
        runs = each.is_dir() or os.access(each, os.X_OK)
        each.chmod(0o755 if runs else 0o644)
        os.utime(each, (epoch, epoch))
    os.utime(layout.root, (epoch, epoch))


def files_of(root: Path) -> list[Path]:
    """Every file below a folder, in an order that does not depend on the disk."""
    found = [each for each in root.rglob("*") if each.is_file() or each.is_symlink()]
    return sorted(found, key=lambda each: (each.parent.as_posix(), each.name))


def size_of(root: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(each.stat().st_size for each in files_of(root))
