"""Looks through a laid-out folder for what would fail only on somebody's laptop."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from installer.packaging.layout import Layout, files_of
from installer.saying import SetupError

_UNWANTED = ("*.ts", "*.pdb", "*.lib", "*.pyi", "conftest.py", "test_*.py", "*.orig")
# What every Windows 10 has; whatever else a library asks for must lie in the folder.
_SYSTEM = re.compile(
    r"^(api-ms-win-.*|ext-ms-.*|kernel32|kernelbase|user32|gdi32|advapi32|shell32|ole32|oleaut32"
    r"|ws2_32|crypt32|bcrypt|bcryptprimitives|ncrypt|version|winmm|imm32|comdlg32|comctl32|shlwapi|uxtheme|dwmapi"
    r"|setupapi|netapi32|userenv|secur32|iphlpapi|dnsapi|rpcrt4|winspool\.drv|wtsapi32|mpr|d3d1[12]"
    r"|d3d9|dxgi|d3dcompiler_47|dwrite|d2d1|authz|shcore|opengl32|msvcrt|ntdll|icuuc|dcomp|cfgmgr32"
    r"|propsys|uiautomationcore|dxcore|usp10|cabinet|wintrust|winhttp|psapi|powrprof|windowscodecs"
    r"|runtimeobject|combase)(\.dll)?$",
    re.IGNORECASE,
)
_IMPORTED = re.compile(r"DLL Name: (\S+)")
_LOAD_ALL = """\
import importlib, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        if not module.name.endswith("__main__") and ".migrations." not in module.name:
            importlib.import_module(module.name)
"""


def inspect(layout: Layout, checkout: Path, loaded: tuple[str, ...]) -> None:
    """Look through a folder.

    Args:
        layout: of Windows (read only) or Linux (its own Python loads every module of `loaded`).
        checkout: a path that must stand nowhere in it.
        loaded: our packages that it holds.

    Raises:
        SetupError: naming every fault.
    """
    faults = [*_unwanted(layout), *_missing_modules(layout), *_paths(layout, checkout)]
    if layout.windows:
        faults += _missing_libraries(layout)
    else:
        faults += _not_loading(layout, loaded)
    if faults:
        named = "\n".join(faults[:40])
        raise SetupError(f"ชุดติดตั้งไม่ครบ:\n{named}", f"The folder is not whole:\n{named}")


def _unwanted(layout: Layout) -> Iterator[str]:
    for pattern in _UNWANTED:
        for found in layout.root.rglob(pattern):
            yield f"not wanted: {found.relative_to(layout.root)}"


def _missing_modules(layout: Layout) -> Iterator[str]:
    """What our code imports and neither Python, a library nor we bring."""
    known = {each.name.partition(".")[0] for each in layout.lib.iterdir()}
    known |= {each.name for each in layout.app.iterdir()} | set(sys.stdlib_module_names)
    for source in sorted(layout.app.rglob("*.py")):
        for name in sorted(_imports(ast.parse(source.read_bytes()))):
            if name not in known:
                yield f"{source.relative_to(layout.root)} imports {name}"


def _imports(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {each.name.partition(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def _paths(layout: Layout, checkout: Path) -> Iterator[str]:
    """Files that tell where they were built."""
    told = [str(checkout).encode(), str(layout.root).encode()]
    for file in files_of(layout.root):
        held = file.read_bytes()
        if any(path in held for path in told):
            yield f"tells where it was built: {file.relative_to(layout.root)}"


def _missing_libraries(layout: Layout) -> Iterator[str]:
    """DLLs that a library asks for and nobody brings."""
    files = files_of(layout.root)
    brought = {each.name.lower() for each in files}
    for file in files:
        if file.suffix.lower() not in (".dll", ".pyd", ".exe"):
            continue
        done = subprocess.run(
            ["x86_64-w64-mingw32-objdump", "-p", str(file)],
            capture_output=True,
            text=True,
            errors="replace",
            check=True,
        )
        for name in _IMPORTED.findall(done.stdout):
            if name.lower() not in brought and not _SYSTEM.match(name):
                yield f"{file.relative_to(layout.root)} needs {name}"


def _not_loading(layout: Layout, loaded: tuple[str, ...]) -> Iterator[str]:
    done = subprocess.run(
        [str(layout.python / "bin/python3.11"), "-S", "-P", "-c", _LOAD_ALL, *loaded],
        env={
            "PYTHONPATH": f"{layout.lib}:{layout.app}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "PATH": "/usr/bin:/bin",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        yield done.stderr[-1500:]
