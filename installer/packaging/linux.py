"""The packages for Linux: a folder that runs from anywhere, a .deb of it, and the hub's .deb."""

from __future__ import annotations

import io
import lzma
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from installer.packaging import debian_files, emblem, layout
from installer.packaging.fetching import debian_packages
from installer.packaging.layout import Layout
from installer.packaging.sbom import Part
from installer.packaging.trimming import trim, trim_hub
from installer.packaging.windows import DATA_BESIDE, EMBLEM, OWN, portable_words, unpack
from installer.saying import SetupError
from installer.system_libraries import OFFSCREEN, WAYLAND, X_WINDOW, packages_of

_PYTHON_PACKAGES = ("python3.11-minimal", "libpython3.11-minimal", "libpython3.11-stdlib")
# Of Python itself: what the interpreter loads on every machine, and the modules used here.
PYTHON_NEEDS = (
    *("libc6 (>= 2.35)", "libstdc++6", "zlib1g", "libexpat1", "libffi8", "libbz2-1.0"),
    *("liblzma5", "libuuid1", "libssl3t64 | libssl3"),
)
# A desktop has most of what Qt asks for; these small ones are often not there, and a stick cannot
# install them. They lie beside the program, for when the machine has none.
_CARRIED = (
    *("libthai0", "libdatrie1", "libxcb-cursor0", "libxcb-icccm4"),
    *("libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0", "libxcb-util1"),
    *("libxkbcommon-x11-0", "libxcb-xkb1"),
)
_CARRIED_LICENCES = dict.fromkeys(("libthai0", "libdatrie1"), "LGPL-2.1-or-later")
_STDLIB_UNUSED = (
    *("__pycache__", "lib2to3", "idlelib", "tkinter", "turtledemo", "pydoc_data", "ensurepip"),
    *("distutils", "test", "config-3.11*", "_tkinter*", "EXTERNALLY-MANAGED"),
    *("sitecustomize.py", "turtle.py"),
)
_RENAMED_IN_TRIXIE = {"libglib2.0-0": "libglib2.0-0t64 | libglib2.0-0"}
_SIZES = (16, 32, 48, 64, 128, 256)


@dataclass(frozen=True)
class Made:
    """A folder for Linux, and when everything in it is said to be from."""

    layout: Layout
    epoch: int


def lay_out(checkout: Path, scratch: Path, epoch: int, *, hub: bool = False) -> Made:
    """Make the program's folder for Linux below `scratch`, or the hub's.

    Raises:
        SetupError: something cannot be fetched or verified.
    """
    made = Layout(scratch / ("hub" if hub else "linux"), windows=False)
    made.begin()
    _python(made, scratch / "sources")
    # Our databases are SQLCipher's, with an SQLite of its own.
    for library in made.python.rglob("_sqlite3*"):
        library.unlink()
    layout.add_libraries(made, checkout / "requirements.lock")
    if hub:
        trim_hub(made.lib)
    trim(made.lib, windows=False)
    _strip(made.lib)
    layout.add_ours(made, checkout, layout.HUB if hub else layout.OURS)
    if hub:
        for name in ("fonts", "icons", "sample", "styles", "templates", "translations", "emblem"):
            shutil.rmtree(made.app / "resources" / name, ignore_errors=True)
    layout.compile_all(made)
    name, text = (
        ("tambon-hub", debian_files.START_HUB)
        if hub
        else (
            "tambon-rianru",
            debian_files.START,
        )
    )
    start = made.root / name
    start.write_text(text, encoding="utf-8")
    start.chmod(0o755)
    return Made(made, epoch)


def _strip(lib: Path) -> None:
    """Take from compiled modules what only a debugger reads; some wheels bring 20 MB of it.

    Libraries that a wheel carries along (`*.libs`, Qt) were rewritten when it was made, and stay.
    """
    modules = [
        each
        for each in sorted(lib.rglob("*.so"))
        if not any(part.endswith(".libs") or part == "PySide6" for part in each.parts)
    ]
    command = ["strip", "--strip-unneeded", "--enable-deterministic-archives"]
    subprocess.run([*command, *map(str, modules)], check=True, capture_output=True)


def _python(made: Layout, sources: Path) -> None:
    unpacked = sources / "python"
    for package in debian_packages(_PYTHON_PACKAGES, sources / "debian"):
        if not package.is_file():
            raise SetupError(
                "ต้องสร้างบน Debian 12 ซึ่งมี Python 3.11", "Build on Debian 12, which has Python 3.11."
            )
        unpack(package, unpacked)
    (made.python / "bin").mkdir(parents=True)
    (made.python / "lib").mkdir()
    shutil.copy2(unpacked / "usr/bin/python3.11", made.python / "bin/python3.11")
    shutil.copytree(
        unpacked / "usr/lib/python3.11",
        made.python / "lib/python3.11",
        ignore_dangling_symlinks=True,
        ignore=shutil.ignore_patterns(*_STDLIB_UNUSED),
    )


def carry_libraries(made: Made, sources: Path) -> list[Part]:
    """Put the small libraries beside the program that a bare desktop may lack; which they are."""
    target = made.layout.root / "system"
    target.mkdir(exist_ok=True)
    parts: list[Part] = []
    for package in debian_packages(_CARRIED, sources / "debian"):
        name, version = package.name.split("_")[:2]
        unpacked = sources / "carried" / name
        unpack(package, unpacked)
        part = Part(name, version, _CARRIED_LICENCES.get(name, "MIT"))
        part.origin = f"pkg:deb/debian/{name}@{version}"
        libraries = sorted((unpacked / "usr/lib/x86_64-linux-gnu").glob("lib*.so.*"))
        # Under the name that is asked for; a stick's file system may know no links.
        found = [each for each in libraries if each.is_symlink()]
        for each in found:
            shutil.copyfile(each.resolve(), target / each.name)
            part.files.append(f"system/{each.name}")
        parts.append(part)
    return parts


def pack_portable(made: Made, out: Path, version: str) -> Path:
    """Make the archive of the folder that runs from a stick, with an empty folder for its data."""
    target = out / f"tambon-rianru-{version}-linux-portable.tar.xz"
    root = made.layout.root
    with (
        lzma.open(target, "wb", preset=6) as compressed,
        tarfile.open(fileobj=compressed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        _tar_text(archive, "tambon-rianru/READ-ME.txt", portable_words(windows=False), made.epoch)
        folder = tarfile.TarInfo(f"tambon-rianru/{DATA_BESIDE}")
        folder.type, folder.mode, folder.mtime = tarfile.DIRTYPE, 0o700, made.epoch
        archive.addfile(folder)
        for file in layout.files_of(root):
            name = f"tambon-rianru/{file.relative_to(root).as_posix()}"
            held = file.read_bytes()
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime = len(held), made.epoch
            entry.mode = 0o755 if file.stat().st_mode & 0o100 else 0o644
            archive.addfile(entry, io.BytesIO(held))
    return target


def _tar_text(archive: tarfile.TarFile, name: str, text: str, epoch: int) -> None:
    held = text.encode("utf-8")
    entry = tarfile.TarInfo(name)
    entry.size, entry.mtime, entry.mode = len(held), epoch, 0o644
    archive.addfile(entry, io.BytesIO(held))


def window_packages() -> list[str]:
    """The Debian packages that a window needs, under the names of bookworm or trixie."""
    names = packages_of((*OFFSCREEN, *X_WINDOW, *WAYLAND))
    return [_RENAMED_IN_TRIXIE.get(name, name) for name in names]


def pack_deb(made: Made, scratch: Path, out: Path, version: str) -> Path:
    """Make the .deb of the program."""
    tree = _tree(made, scratch, "tambon-rianru")
    svg = OWN / EMBLEM
    identity = debian_files.IDENTITY
    icons = tree / "usr/share/icons/hicolor"
    for size in _SIZES:
        _write(icons / f"{size}x{size}/apps/{identity}.png", emblem.png(svg, size))
    _write(icons / f"scalable/apps/{identity}.svg", svg.read_bytes())
    texts = debian_files.desktop_files(version, made.epoch)
    for name, text in texts.items():
        _write(tree / name, text.encode("utf-8"))
    depends = [*PYTHON_NEEDS, *window_packages()]
    return _build(made, tree, out, debian_files.control("tambon-rianru", version, tree, depends))


def pack_hub_deb(made: Made, scratch: Path, out: Path, version: str) -> Path:
    """Make the .deb of the hub, with its systemd unit, its user and its settings."""
    tree = _tree(made, scratch, "tambon-hub")
    for name, text in debian_files.hub_files().items():
        _write(tree / name, text.encode("utf-8"))
    for name, text in debian_files.hub_scripts().items():
        script = tree / "DEBIAN" / name
        _write(script, text.encode("utf-8"))
        script.chmod(0o755 if name != "conffiles" else 0o644)
    depends = [*PYTHON_NEEDS, "adduser"]
    return _build(made, tree, out, debian_files.control("tambon-hub", version, tree, depends))


def _tree(made: Made, scratch: Path, name: str) -> Path:
    tree = scratch / f"deb-{name}"
    shutil.rmtree(tree, ignore_errors=True)
    without = shutil.ignore_patterns("system")
    shutil.copytree(made.layout.root, tree / "opt" / name, ignore=without, symlinks=True)
    command = tree / "usr/bin" / name
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/opt/{name}/{name}")
    _write(tree / "usr/share/doc" / name / "copyright", _copyright(made.layout.root))
    return tree


def _copyright(root: Path) -> bytes:
    return (root / "LICENSE").read_bytes() + b"\n\n" + (root / "NOTICE").read_bytes()


def _write(file: Path, held: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(held)


def _build(made: Made, tree: Path, out: Path, control: str) -> Path:
    _write(tree / "DEBIAN/control", control.encode("utf-8"))
    layout.settle(Layout(tree, windows=False), made.epoch)
    fields = dict(line.split(": ", 1) for line in control.splitlines() if line[:1].isalpha())
    target = out / f"{fields['Package']}_{fields['Version']}_amd64.deb"
    done = subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(target)],
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "SOURCE_DATE_EPOCH": str(made.epoch)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SetupError(f"dpkg-deb: {done.stderr}", f"dpkg-deb: {done.stderr}")
    return target
