"""What of each library the program needs on a laptop; the rest stays away.

Of Qt only what is named here is kept, so that a new version of it brings nothing unseen.
"""

from __future__ import annotations

import fnmatch
import shutil
from collections.abc import Iterable
from pathlib import Path

QT_MODULES = ("Core", "Gui", "Widgets", "Network", "Svg", "PrintSupport")

_WINDOWS_PLUGINS = (
    "iconengines/qsvgicon.dll",
    "imageformats/qico.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qsvg.dll",
    "imageformats/qwebp.dll",
    "platforms/qoffscreen.dll",
    "platforms/qwindows.dll",
    "printsupport/windowsprintersupport.dll",
    "styles/qmodernwindowsstyle.dll",
)
_LINUX_LIBRARIES = ("DBus", "XcbQpa", "WaylandClient", "WlShellIntegration", "OpenGL")
_LINUX_PLUGINS = (
    "iconengines/libqsvgicon.so",
    "imageformats/libqico.so",
    "imageformats/libqjpeg.so",
    "imageformats/libqsvg.so",
    "imageformats/libqwebp.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "platforms/libqoffscreen.so",
    "platforms/libqwayland*.so",
    "platforms/libqxcb.so",
    "platformthemes/libqxdgdesktopportal.so",
    "printsupport/libcupsprintersupport.so",
    "wayland-decoration-client/libbradient.so",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "wayland-shell-integration/libxdg-shell.so",
    "xcbglintegrations/libqxcb-egl-integration.so",
    "xcbglintegrations/libqxcb-glx-integration.so",
)
_BINDINGS = ("__init__.py", "_config.py", "_git_*.py")
_CXX_RUNTIME = "*140*.dll"

_NOWHERE = (
    *("bin", "share", "Scripts"),
    *("**/*.pyi", "**/*.pxd", "**/*.pyx", "**/*.lib", "**/*.h", "**/py.typed"),
    *("**/tests", "**/test", "**/testing", "**/__pyinstaller"),
    *("**/INSTALLER", "**/REQUESTED", "**/direct_url.json"),
    *("PIL/_avif*", "PIL/_imagingtk*", "pillow.libs/libavif*"),
    *("lxml/includes", "lxml/isoschematron", "lxml/objectify*"),
    *("sqlalchemy/dialects/oracle", "sqlalchemy/dialects/mssql", "sqlalchemy/dialects/mysql"),
    *("reportlab/fonts", "shiboken6/include", "shiboken6/lib"),
    # argon2 needs only what cffi compiled, which lies beside them.
    *("cffi", "pycparser"),
)

WINDOW_ONLY = ("PySide6*", "pyside6*", "shiboken6*")
"""What only a window needs: left out at a hub."""
_PAPERS_ONLY = (
    *("reportlab*", "uharfbuzz*", "PIL", "pillow*", "segno*", "pypdfium2*"),
    *("defusedxml*", "lxml*", "rapidfuzz*"),
)


def trim(lib: Path, windows: bool) -> None:
    """Take from a folder of installed wheels what the program never uses."""
    if (lib / "PySide6").is_dir():
        if windows:
            _trim_qt_windows(lib / "PySide6")
        else:
            _trim_qt_linux(lib / "PySide6")
        keep = {"__init__.py", "_config.py", "_git_*.py", "Shiboken*", "*shiboken6.abi3*"}
        _keep_files(lib / "shiboken6", keep)
    _drop(lib, _NOWHERE)
    drop_empty(lib)


def drop_records(lib: Path) -> None:
    """Take away the lists of files that came with the wheels; nothing is installed from here."""
    _drop(lib, ("*.dist-info/RECORD",))


def trim_hub(lib: Path) -> None:
    """Take from a hub's folder what only a laptop uses."""
    _drop(lib, (*WINDOW_ONLY, *_PAPERS_ONLY))
    drop_empty(lib)


def cxx_runtime(lib: Path) -> list[Path]:
    """The newest Microsoft C++ runtime among the wheels, which Qt brings."""
    names = ("msvcp140", "msvcp140_1", "msvcp140_2", "vcruntime140", "vcruntime140_1")
    return [lib / "PySide6" / f"{name}.dll" for name in names]


def _trim_qt_windows(qt: Path) -> None:
    _keep_tree(qt / "plugins", _WINDOWS_PLUGINS)
    keep = {f"Qt{name}.pyd" for name in QT_MODULES} | {f"Qt6{name}.dll" for name in QT_MODULES}
    _keep_files(qt, {*keep, "pyside6.abi3.dll", *_BINDINGS}, but=("plugins",))


def _trim_qt_linux(qt: Path) -> None:
    _keep_tree(qt / "Qt" / "plugins", _LINUX_PLUGINS)
    libraries = [f"libQt6{name}.so.6" for name in (*QT_MODULES, *_LINUX_LIBRARIES)]
    _keep_files(qt / "Qt" / "lib", {*libraries, "libicu*.so.*"})
    _keep_files(qt / "Qt", set(), but=("plugins", "lib"))
    modules = {f"Qt{name}.abi3.so" for name in QT_MODULES}
    _keep_files(qt, {*modules, "libpyside6.abi3*", *_BINDINGS}, but=("Qt",))


def _keep_tree(folder: Path, wanted: Iterable[str]) -> None:
    wanted = tuple(wanted)
    for file in list(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and not any(fnmatch.fnmatchcase(name, each) for each in wanted):
            file.unlink()


def _keep_files(folder: Path, wanted: Iterable[str], but: Iterable[str] = ()) -> None:
    wanted, but = tuple(wanted), tuple(but)
    for entry in list(folder.iterdir()):
        if entry.is_dir():
            if entry.name not in but:
                shutil.rmtree(entry)
        elif not any(fnmatch.fnmatchcase(entry.name, each) for each in wanted):
            entry.unlink()


def _drop(folder: Path, patterns: Iterable[str]) -> None:
    for pattern in patterns:
        for found in list(folder.glob(pattern)):
            if found.is_dir():
                shutil.rmtree(found)
            else:
                found.unlink(missing_ok=True)


def drop_empty(folder: Path) -> None:
    """Take away folders that hold nothing."""
    for inner in sorted((each for each in folder.rglob("*") if each.is_dir()), reverse=True):
        if not any(inner.iterdir()):
            inner.rmdir()
