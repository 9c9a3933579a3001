"""What the installers are made of: the parts that need neither a network nor a compiler."""

from __future__ import annotations

import hashlib
import json
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import pytest

from installer.packaging import debian_files, emblem, fetching, layout, linux, sbom, windows
from installer.packaging.commands import epoch_of
from installer.packaging.layout import Layout
from installer.packaging.pins import Pin, pins
from installer.packaging.trimming import drop_records, trim
from installer.saying import SetupError

ROOT = Path(__file__).parents[2]
EPOCH = 1_795_000_000
LOCK = """\
alembic==1.20.1 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
tzdata==2026.6 ; sys_platform == 'win32' \\
    --hash=sha256:cc
psycopg-binary==3.3.9 ; implementation_name != 'pypy' \\
    --hash=sha256:dd
"""


def test_a_lock_is_read_for_the_machine_that_will_run_it() -> None:
    there = layout.for_platform(LOCK, windows=True)
    here = layout.for_platform(LOCK, windows=False)

    assert "tzdata==2026.6 \\\n    --hash=sha256:cc" in there
    assert "tzdata" not in here
    assert "cc" not in here
    for text in (there, here):
        assert "alembic==1.20.1 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb" in text
        assert "psycopg-binary==3.3.9 \\\n" in text
        assert ";" not in text


def test_the_whole_lock_holds_for_windows() -> None:
    text = layout.for_platform((ROOT / "requirements.lock").read_text("utf-8"), windows=True)
    names = {line.partition("==")[0] for line in text.splitlines() if line[:1].isalnum()}
    assert {"tzdata", "pyside6-essentials", "sqlcipher3", "psycopg-binary"} <= names


def test_every_pin_says_what_it_is_and_under_which_licence() -> None:
    for name, pin in pins().items():
        assert len(pin.sha256) == 64, name
        assert pin.project or pin.source, name
        assert pin.licence or name == "roots", name


def test_a_file_other_than_the_pinned_one_stops_the_build(tmp_path: Path) -> None:
    pin = Pin(file="part.tar.gz", sha256=hashlib.sha256(b"as pinned").hexdigest(), project="part")
    (tmp_path / pin.file).write_bytes(b"as pinned")
    assert fetching.from_index(pin, tmp_path) == b"as pinned"

    (tmp_path / pin.file).write_bytes(b"changed")

    with pytest.raises(SetupError, match=r"part\.tar\.gz"):
        fetching.from_index(pin, tmp_path)


def test_a_member_other_than_the_pinned_one_stops_the_build(tmp_path: Path) -> None:
    wheel = tmp_path / "part-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("inside", b"changed")
    pin = Pin(
        file=wheel.name,
        sha256=hashlib.sha256(wheel.read_bytes()).hexdigest(),
        member="inside",
        member_sha256=hashlib.sha256(b"as pinned").hexdigest(),
    )
    with pytest.raises(SetupError, match="inside"):
        fetching.from_index(pin, tmp_path)


def library(lib: Path, name: str, files: dict[str, bytes], licence: str = "MIT") -> None:
    """A wheel as pip leaves it."""
    folder = lib / f"{name}-1.0.dist-info"
    folder.mkdir(parents=True)
    told = f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\nLicense-Expression: {licence}\n"
    (folder / "METADATA").write_text(told, encoding="utf-8")
    for path, held in files.items():
        (lib / path).parent.mkdir(parents=True, exist_ok=True)
        (lib / path).write_bytes(held)
    rows = [*files, f"{folder.name}/METADATA"]
    (folder / "RECORD").write_text("".join(f"{row},,\n" for row in rows), encoding="utf-8")


@pytest.fixture
def made(tmp_path: Path) -> Layout:
    """A small folder of the shape of a package."""
    folder = Layout(tmp_path / "made", windows=True)
    folder.begin()
    library(folder.lib, "alembic", {"alembic/__init__.py": b"x = 1\n", "alembic/sub/a.py": b""})
    library(folder.lib, "left", {"left.py": b"y = 2\n"}, "BSD-3-Clause")
    (folder.app / "desktop").mkdir(parents=True)
    (folder.app / "desktop/__init__.py").write_bytes(b"")
    (folder.python).mkdir()
    (folder.python / "python.exe").write_bytes(b"MZ")
    return folder


def parts(made: Layout) -> list[sbom.Part]:
    python = sbom.Part("CPython", "3.11.9", "PSF-2.0", files=["python/"])
    inside = sbom.Part("libdatrie", "0.2.13", "LGPL-2.1-or-later", inside="python/thai.dll")
    return [*sbom.of_wheels(made.lib), *sbom.ours("1.2.3"), python, inside]


def test_everything_in_a_folder_is_listed_with_version_and_licence(made: Layout) -> None:
    told = parts(made)
    layout.compile_all(made)
    drop_records(made.lib)

    sbom.write(made, "1.2.3", EPOCH, told)

    read = json.loads((made.root / sbom.FILE).read_text("utf-8"))
    assert read["bomFormat"] == "CycloneDX"
    listed = {each["name"]: each for each in read["components"]}
    assert set(listed) == {"alembic", "left", "tambon-rianru", "CPython", "libdatrie"}
    assert listed["alembic"]["version"] == "1.0"
    assert listed["left"]["licenses"] == [{"license": {"id": "BSD-3-Clause"}}]
    places = [each["location"] for each in listed["libdatrie"]["evidence"]["occurrences"]]
    assert places == ["python/thai.dll"]
    first = (made.root / sbom.FILE).read_bytes()
    sbom.write(made, "1.2.3", EPOCH, told)
    assert (made.root / sbom.FILE).read_bytes() == first


def test_a_file_that_nobody_brought_stops_the_build(made: Layout) -> None:
    told = parts(made)
    (made.lib / "stranger.py").write_bytes(b"")

    with pytest.raises(SetupError, match=r"lib/stranger\.py"):
        sbom.write(made, "1.2.3", EPOCH, told)


def test_two_folders_made_at_different_times_are_alike(tmp_path: Path) -> None:
    sums: list[str] = []
    for name in ("one", "two"):
        folder = Layout(tmp_path / name / "made", windows=False)
        folder.begin()
        library(folder.lib, "alembic", {"alembic/__init__.py": b"x = 1\n"})
        (folder.app / "desktop").mkdir(parents=True)
        (folder.app / "desktop/__init__.py").write_bytes(b"")
        (folder.python / "lib").mkdir(parents=True)
        layout.compile_all(folder)
        layout.settle(folder, EPOCH)
        archive = linux.pack_portable(linux.Made(folder, EPOCH), tmp_path / name, "1.2.3")
        zipped = windows.pack_portable(folder, tmp_path / name, "1.2.3", EPOCH)
        sums += [hashlib.sha256(each.read_bytes()).hexdigest() for each in (archive, zipped)]
    assert sums[:2] == sums[2:]


def test_libraries_on_windows_keep_only_what_is_loaded(made: Layout) -> None:
    (made.lib / "alembic/types.pyi").write_bytes(b"")
    (made.lib / "alembic/tests").mkdir()
    (made.lib / "alembic/tests/test_it.py").write_bytes(b"")

    trim(made.lib, windows=True)
    layout.compile_all(made)

    kept = {each.relative_to(made.lib).as_posix() for each in layout.files_of(made.lib / "alembic")}
    assert kept == {"alembic/__init__.pyc", "alembic/sub/a.pyc"}


def test_the_emblem_is_drawn_for_each_size() -> None:
    held = emblem.ico(ROOT / windows.EMBLEM)
    assert held[:4] == b"\0\0\1\0"
    assert int.from_bytes(held[4:6], "little") == len(emblem.ICO_SIZES)
    small = emblem.draw(ROOT / windows.EMBLEM, 16)
    assert small.getpixel((0, 0))[3] == 0  # type: ignore[index]
    assert small.getpixel((8, 14))[3] == 255  # type: ignore[index]


def test_the_menu_entry_and_the_description_are_well_formed() -> None:
    texts = debian_files.desktop_files("1.2.3", EPOCH)
    for name, text in texts.items():
        if name.endswith(".xml"):
            ElementTree.fromstring(text)
    entry = texts[f"usr/share/applications/{debian_files.IDENTITY}.desktop"]
    fields = dict(line.split("=", 1) for line in entry.splitlines() if "=" in line)
    assert fields["Name[th]"] == "ตำบลเรียนรู้"
    assert fields["Exec"] == "tambon-rianru --take %f"


def test_the_starters_and_scripts_are_sound_shell(tmp_path: Path) -> None:
    texts = [debian_files.START, debian_files.START_HUB, *debian_files.hub_scripts().values()]
    for text in texts:
        if text.startswith("#!"):
            done = subprocess.run(["sh", "-n"], input=text, text=True, check=False)
            assert done.returncode == 0, text


def test_a_package_asks_for_what_a_window_needs(tmp_path: Path) -> None:
    text = debian_files.control("tambon-rianru", "1.2.3", tmp_path, linux.window_packages())
    depends = next(line for line in text.splitlines() if line.startswith("Depends: "))
    for name in ("libgssapi-krb5-2", "libxcb-cursor0", "libthai0"):
        assert name in depends


def test_the_time_of_a_build_is_that_of_the_last_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert epoch_of(ROOT) == 1_700_000_000
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert 1_700_000_000 < epoch_of(ROOT) < 4_000_000_000
    monkeypatch.setenv("PATH", "")  # a machine without git
    assert 1_700_000_000 < epoch_of(ROOT) < 4_000_000_000


def test_what_notice_names_is_listed() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    for part in sbom.ours("1.2.3"):
        if part.name != "tambon-rianru":
            assert part.files[0].removeprefix("app/").split("/")[1] in notice, part.name
