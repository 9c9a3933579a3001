"""The small programs that Windows needs and no wheel brings, compiled here by Debian's mingw."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path

from installer.packaging.fetching import debian_source
from installer.packaging.pins import Pin
from installer.saying import SetupError

_HERE = Path(__file__).parent
_CC = "x86_64-w64-mingw32-gcc"
_WINDRES = "x86_64-w64-mingw32-windres"
# The same bytes with every build: no time in the file, and no path of the machine.
_ALIKE = ("-O2", "-s", "-static-libgcc", "-Wl,--no-insert-timestamp", "-ffile-prefix-map=.=")
_THAI = (
    *("thbrk/thbrk.c", "thbrk/brk-ctype.c", "thbrk/brk-maximal.c", "thcell/thcell.c"),
    *("thctype/thctype.c", "thctype/wtt.c", "thinp/thinp.c", "thwchar/thwchar.c", "libthai.c"),
)

_VERSION = """\
#include <windows.h>
1 ICON "{icon}"
1 VERSIONINFO
FILEVERSION {numbers},0
PRODUCTVERSION {numbers},0
FILEOS VOS_NT_WINDOWS32
FILETYPE VFT_APP
BEGIN
  BLOCK "StringFileInfo"
  BEGIN
    BLOCK "041E04B0"
    BEGIN
      VALUE "ProductName", L"Tambon Rianru"
      VALUE "FileDescription", L"ตำบลเรียนรู้"
      VALUE "FileVersion", "{version}"
      VALUE "ProductVersion", "{version}"
      VALUE "LegalCopyright", "Apache-2.0"
    END
  END
  BLOCK "VarFileInfo"
  BEGIN
    VALUE "Translation", 0x041E, 1200
  END
END
"""


def thai_breaker(libthai: Pin, libdatrie: Pin, sources: Path, scratch: Path, target: Path) -> None:
    """Compile `thai.dll`, which Qt asks where a Thai line may break, into the folder `target`.

    Qt loads libthai by name where it finds it; Windows has none. Its dictionary goes beside it.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    for pin in (libthai, libdatrie):
        with tarfile.open(fileobj=io.BytesIO(debian_source(pin, sources))) as packed:
            packed.extractall(scratch, members=_plain(packed))  # nosec B202
    thai = f"libthai-{libthai.version}"
    datrie = f"libdatrie-{libdatrie.version}"
    for name in ("thai_dictionary.c", "thai.def"):
        shutil.copy2(_HERE / name, scratch / name)
    include = [f"-I{thai}/include", f"-I{thai}/src", f"-I{datrie}", '-DDICT_DIR="."']
    # Its own way to the dictionary stays in the file, unused; ours is thai_dictionary.c.
    renamed = [f"{thai}/src/thbrk/brk-common.c", "-Dbrk_load_default_dict=brk_load_built_in_dict"]
    _run([_CC, "-c", *_ALIKE[:1], *include, *renamed, "-o", "brk-common.o"], scratch)
    tries = sorted(f"{datrie}/datrie/{each.name}" for each in scratch.glob(f"{datrie}/datrie/*.c"))
    ours = ["thai_dictionary.c", "thai.def", "brk-common.o"]
    theirs = [f"{thai}/src/{name}" for name in _THAI]
    _run(
        [_CC, "-shared", *_ALIKE, *include, "-o", "thai.dll", *ours, *theirs, *tries],
        scratch,
    )
    shutil.copy2(scratch / "thai.dll", target / "thai.dll")


def launchers(icon: Path, version: str, scratch: Path, target: Path) -> None:
    """Compile `tambon-rianru.exe` and `tambon-rianru-commands.exe` into the folder `target`."""
    scratch.mkdir(parents=True, exist_ok=True)
    shutil.copy2(_HERE / "launcher.c", scratch / "launcher.c")
    shutil.copy2(icon, scratch / "emblem.ico")
    numbers = ",".join(version.split(".")[:3])
    text = _VERSION.format(icon="emblem.ico", numbers=numbers, version=version)
    (scratch / "about.rc").write_text(text, encoding="utf-8")
    _run([_WINDRES, "--codepage=65001", "about.rc", "about.o"], scratch)
    for name, options in (
        ("tambon-rianru.exe", ["-municode", "-mwindows"]),
        ("tambon-rianru-commands.exe", ["-municode", "-DCOMMANDS"]),
    ):
        _run([_CC, *_ALIKE, "-Wall", *options, "-o", name, "launcher.c", "about.o"], scratch)
        shutil.copy2(scratch / name, target / name)


def _plain(packed: tarfile.TarFile) -> list[tarfile.TarInfo]:
    """Give files and folders that stay inside; Debian 12's Python is from before filters."""
    return [
        each
        for each in packed.getmembers()
        if (each.isfile() or each.isdir())
        and not each.name.startswith("/")
        and ".." not in Path(each.name).parts
    ]


def _run(command: Sequence[str], folder: Path) -> None:
    if shutil.which(command[0]) is None:
        raise SetupError(
            f"ขาดเครื่องมือ {command[0]}  สั่ง: apt-get install gcc-mingw-w64-x86-64-win32",
            f"{command[0]} is missing. Run:  apt-get install gcc-mingw-w64-x86-64-win32",
        )
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SetupError(
            f"แปลโปรแกรมไม่สำเร็จ:\n{done.stderr[-2000:]}",
            f"It did not compile:\n{done.stderr[-2000:]}",
        )
