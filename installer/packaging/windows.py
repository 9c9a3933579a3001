"""The package for Windows: a folder, an installer of it, and the same folder for a stick."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

from installer.packaging import compiled, emblem, layout, origin
from installer.packaging.fetching import from_index
from installer.packaging.layout import Layout
from installer.packaging.pins import pins
from installer.packaging.trimming import cxx_runtime, trim
from installer.saying import SetupError

_HERE = Path(__file__).parent
# SQLite is brought by SQLCipher; the others serve the building of installers and a beep.
_UNUSED = ("_msi.pyd", "_sqlite3.pyd", "sqlite3.dll", "winsound.pyd", "python.cat")
OWN = _HERE.parents[1]
"""This checkout: an older one has no emblem."""
EMBLEM = "resources/emblem/tambon-rianru.svg"
DATA_BESIDE = "data"


def lay_out(checkout: Path, scratch: Path, version: str) -> Layout:
    """Make the program's folder for Windows below `scratch`.

    Raises:
        SetupError: something cannot be fetched, verified or compiled.
    """
    made = Layout(scratch / "windows", windows=True)
    made.begin()
    sources = scratch / "sources"
    _python(made, sources)
    layout.add_libraries(made, checkout / "requirements.lock")
    for library in cxx_runtime(made.lib):
        # One copy of the newest, beside python.exe, serves everything.
        shutil.copy2(library, made.python / library.name)
    trim(made.lib, windows=True)
    layout.add_ours(made, checkout)
    layout.compile_all(made)
    known = pins()
    icon = scratch / "emblem.ico"
    icon.write_bytes(emblem.ico(OWN / EMBLEM))
    compiled.launchers(icon, version, scratch / "launchers", made.root)
    compiled.thai_breaker(
        known["libthai"], known["libdatrie"], sources, scratch / "thai", made.python
    )
    # thai.dll reads the dictionary beside it.
    shutil.copy2(checkout / "resources/words/thbrk/thbrk.tri", made.python / "thbrk.tri")
    return made


def _python(made: Layout, sources: Path) -> None:
    known = pins()
    roots = sources / "roots.pem"
    sources.mkdir(parents=True, exist_ok=True)
    roots.write_bytes(from_index(known["roots"], sources))
    made.python.mkdir()
    with zipfile.ZipFile(io.BytesIO(from_index(known["python"], sources))) as archive:
        for name in archive.namelist():
            folder, _, file = name.rpartition("/")
            if folder in ("", "cp311") and file:
                (made.python / file).write_bytes(archive.read(name))
    origin.verify_signatures(made.python, roots)
    for name in _UNUSED:
        (made.python / name).unlink(missing_ok=True)
    # Where Python looks, whatever the machine's own settings say.
    paths = "python311.zip\r\n.\r\n..\\lib\r\n..\\app\r\n"
    (made.python / "python311._pth").write_bytes(paths.encode())


def unpack(package: Path, folder: Path) -> None:
    """Unpack a Debian package; nothing of it is run."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["dpkg-deb", "-x", str(package), str(folder)], check=True)


def pack_installer(
    made: Layout, icon: Path, out: Path, version: str, *, quick: bool = False
) -> Path:
    """Make the installer; `quick` compresses less, for trying.

    Raises:
        SetupError: NSIS is missing or refuses.
    """
    if shutil.which("makensis") is None:
        raise SetupError(
            "ขาดเครื่องมือ nsis  สั่ง: apt-get install nsis",
            "NSIS is missing. Run:  apt-get install nsis",
        )
    target = out / f"tambon-rianru-{version}-windows-setup.exe"
    files = made.root.parent / "files.nsh"
    files.write_text(_file_list(made.root), encoding="utf-8-sig")
    size = layout.size_of(made.root)
    defined = {
        "OUT": target,
        "VERSION": version,
        "FILES": files,
        "ICON": icon,
        "SIZEKB": size // 1024,
        "SIZEMB": size // 1_000_000,
        "COMPRESSOR": "zlib" if quick else "lzma",
    }
    words = [f"-D{name}={value}" for name, value in defined.items()]
    done = subprocess.run(
        ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *words, str(_HERE / "tambon.nsi")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(int(made.root.stat().st_mtime))},
    )
    if done.returncode != 0:
        told = (done.stdout + done.stderr)[-2000:]
        raise SetupError(f"makensis ทำไม่สำเร็จ:\n{told}", f"makensis did not succeed:\n{told}")
    return target


def _file_list(root: Path) -> str:
    lines: list[str] = []
    last = None
    for file in layout.files_of(root):
        folder = file.parent.relative_to(root).as_posix()
        if folder != last:
            inner = "" if folder == "." else "\\" + folder.replace("/", "\\")
            lines.append(f'SetOutPath "$INSTDIR\\new{inner}"')
            last = folder
        lines.append(f'File "{file}"')
    return "\n".join(lines) + "\n"


def pack_portable(made: Layout, out: Path, version: str, epoch: int) -> Path:
    """Make a zip of the folder that runs from a stick, with an empty folder for its data."""
    target = out / f"tambon-rianru-{version}-windows-portable.zip"
    when = time.gmtime(epoch)[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(_entry(f"tambon-rianru/{DATA_BESIDE}/", when), b"")
        archive.writestr(_entry("tambon-rianru/READ-ME.txt", when), portable_words(windows=True))
        for file in layout.files_of(made.root):
            name = f"tambon-rianru/{file.relative_to(made.root).as_posix()}"
            archive.writestr(_entry(name, when), file.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    return target


def _entry(name: str, when: tuple[int, ...]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (when[0], when[1], when[2], when[3], when[4], when[5]))
    entry.create_system = 0
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def portable_words(*, windows: bool) -> str:
    """What a portable folder says of itself, both languages."""
    program = "tambon-rianru.exe" if windows else "tambon-rianru"
    text = _PORTABLE.format(program=program, data=DATA_BESIDE)
    return text.replace("\n", "\r\n") if windows else text


_PORTABLE = """\
ตำบลเรียนรู้ แบบพกพา

เปิดโปรแกรม: {program}
ข้อมูลของศูนย์อยู่ในโฟลเดอร์ {data} ข้างแฟ้มนี้ และเข้ารหัสไว้
ถ้าต้องการให้ข้อมูลอยู่ในเครื่องแทน ให้ลบโฟลเดอร์ {data} ก่อนเปิดครั้งแรก
รุ่นใหม่: คัดลอกทับโฟลเดอร์นี้ทั้งหมด โฟลเดอร์ {data} อยู่อย่างเดิม
ก่อนถอดแท่งข้อมูล ให้ปิดโปรแกรมและสั่งถอดอุปกรณ์ก่อนทุกครั้ง

Tambon Rianru, portable

Open the program: {program}
The centre's data lies in the folder {data} beside this file, encrypted.
To keep the data on the computer instead, delete the folder {data} before the first start.
A new version: copy it over this whole folder; the folder {data} stays as it is.
Before you pull the stick out, close the program and eject the stick.
"""
