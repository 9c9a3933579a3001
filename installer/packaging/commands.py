"""Builds what goes onto a stick: `python installer/build.py all OUT`."""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from installer.packaging import layout, linux, sbom, windows
from installer.packaging.fetching import debian_packages
from installer.packaging.inspecting import inspect
from installer.packaging.layout import Layout
from installer.packaging.pins import pins
from installer.packaging.trimming import drop_records
from installer.saying import SetupError, complain, prepare_streams, say

WHAT = ("all", "windows", "linux", "hub", "folders")
SUMS = "SHA256SUMS"


def main(arguments: Sequence[str], checkout: Path) -> int:
    """Build what is asked for; the exit code is for the shell."""
    prepare_streams()
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="สร้างชุดติดตั้ง / Build the installers. OUT: a folder; it may be new.",
    )
    parser.add_argument("what", choices=WHAT, help="folders: lay out and inspect, pack nothing")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument(
        "--checkout",
        type=Path,
        default=checkout,
        help="whose program to pack, with these tools: to prove an upgrade from an older one",
    )
    parser.add_argument("--quick", action="store_true", help="compress the installer less")
    parser.add_argument("--keep", action="store_true", help="keep the folders that were packed")
    options = parser.parse_args(arguments)
    os.umask(0o022)
    out = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    packs = options.what != "folders"
    builder = Builder(options.checkout.resolve(), out, quick=options.quick, packs=packs)
    try:
        for what in WHAT[1:-1]:
            if options.what in ("all", "folders", what):
                getattr(builder, what)()
        builder.sum_up()
    except SetupError as error:
        complain(error)
        return 1
    finally:
        if not options.keep:
            shutil.rmtree(builder.scratch / "windows", ignore_errors=True)
            for name in ("linux", "hub", "deb-tambon-rianru", "deb-tambon-hub"):
                shutil.rmtree(builder.scratch / name, ignore_errors=True)
    return 0


class Builder:
    """Builds the packages of one checkout into one folder."""

    def __init__(
        self, checkout: Path, out: Path, *, quick: bool = False, packs: bool = True
    ) -> None:
        self._checkout, self._out, self._quick = checkout, out, quick
        self._packs = packs
        self.scratch = out / "build"
        self.scratch.mkdir(exist_ok=True)
        self._epoch = epoch_of(checkout)
        self._version = version_of(checkout)

    def windows(self) -> None:
        """The installer for Windows, and its folder for a stick."""
        say("กำลังสร้างชุดสำหรับ Windows", "Building for Windows")
        made = windows.lay_out(self._checkout, self.scratch, self._version)
        known = pins()
        python = known["python"]
        thai, trie = known["libthai"], known["libdatrie"]
        parts = [
            *sbom.of_wheels(made.lib),
            *sbom.ours(self._version, *_STARTERS, "python/thbrk.tri"),
            sbom.Part("CPython", python.version, python.licence, files=["python/"]),
            sbom.Part("libthai", thai.version, thai.licence, files=["python/thai.dll"]),
            sbom.Part("libdatrie", trie.version, trie.licence, inside="python/thai.dll"),
            sbom.Part("Microsoft Visual C++ runtime", "14", _MICROSOFT, files=_RUNTIME),
        ]
        self._finish(made, parts, layout.OURS)
        if not self._packs:
            return
        icon = self.scratch / "emblem.ico"
        self._told(
            windows.pack_installer(made, icon, self._out, self._version, quick=self._quick),
            windows.pack_portable(made, self._out, self._version, self._epoch),
        )

    def linux(self) -> None:
        """The package for Debian and Ubuntu, and a folder for a stick."""
        say("กำลังสร้างชุดสำหรับ Linux", "Building for Linux")
        made = linux.lay_out(self._checkout, self.scratch, self._epoch)
        carried = linux.carry_libraries(made, self.scratch / "sources")
        parts = [
            *sbom.of_wheels(made.layout.lib),
            *sbom.ours(self._version, "tambon-rianru"),
            *carried,
        ]
        parts.append(self._debian_python())
        self._finish(made.layout, parts, layout.OURS)
        if not self._packs:
            return
        self._told(
            linux.pack_deb(made, self.scratch, self._out, self._version),
            linux.pack_portable(made, self._out, self._version),
        )

    def hub(self) -> None:
        """The package of the hub."""
        say("กำลังสร้างชุดของศูนย์ข้อมูลจังหวัด", "Building the hub")
        made = linux.lay_out(self._checkout, self.scratch, self._epoch, hub=True)
        parts = [*sbom.of_wheels(made.layout.lib), *sbom.ours(self._version, "tambon-hub")]
        parts.append(self._debian_python())
        self._finish(made.layout, parts, layout.HUB)
        if not self._packs:
            return
        self._told(linux.pack_hub_deb(made, self.scratch, self._out, self._version))

    def sum_up(self) -> None:
        """Write the SHA-256 of everything that was built, for whoever copies it on."""
        lines = [
            f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
            for file in sorted(self._out.iterdir())
            if file.is_file() and file.name != SUMS
        ]
        (self._out / SUMS).write_text("".join(lines), encoding="utf-8")

    def _debian_python(self) -> sbom.Part:
        [package] = debian_packages(["libpython3.11-stdlib"], self.scratch / "sources/debian")
        version = package.name.split("_")[1]
        return sbom.Part("CPython", version, "PSF-2.0", files=["python/"])

    def _finish(self, made: Layout, parts: Sequence[sbom.Part], loaded: tuple[str, ...]) -> None:
        drop_records(made.lib)
        sbom.write(made, self._version, self._epoch, parts)
        layout.settle(made, self._epoch)
        inspect(made, self._checkout, loaded)
        size = f"{layout.size_of(made.root) / 1_000_000:.1f} MB"
        say(
            f"โฟลเดอร์ครบถ้วน ({size})",
            f"The folder is whole: {len(layout.files_of(made.root))} files",
        )

    def _told(self, *files: Path) -> None:
        for file in files:
            size = f"{file.stat().st_size / 1_000_000:.1f} MB"
            say(f"{file.name} ({size})", f"sha256 {hashlib.sha256(file.read_bytes()).hexdigest()}")


_STARTERS = ("tambon-rianru.exe", "tambon-rianru-commands.exe")
_MICROSOFT = "LicenseRef-Microsoft-Visual-Cpp-Redistributable"
_RUNTIME = [
    f"python/{name}.dll"
    for name in ("vcruntime140", "vcruntime140_1", "msvcp140", "msvcp140_1", "msvcp140_2")
]


def version_of(checkout: Path) -> str:
    """The version that a checkout's program says it has."""
    text = (checkout / "resources" / "version.py").read_text(encoding="utf-8")
    found = re.search(r'VERSION: Final = "([^"]+)"', text)
    if found is None:
        raise SetupError("ไม่พบรุ่นใน resources/version.py", "resources/version.py has no version")
    return found.group(1)


def epoch_of(checkout: Path) -> int:
    """When the files of a build are said to be from: the time of the last change, in seconds.

    `SOURCE_DATE_EPOCH` wins; a copy without history, or a machine without git, takes the day of the
    newest file.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    git = shutil.which("git")
    if git is not None:
        asked = [git, "-C", str(checkout), "log", "-1", "--format=%ct"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        if done.returncode == 0 and done.stdout.strip().isdigit():
            return int(done.stdout)
    files = (each for name in layout.OURS for each in (checkout / name).rglob("*.py"))
    return int(max(each.stat().st_mtime for each in files))
