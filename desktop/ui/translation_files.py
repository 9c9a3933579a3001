"""Keeps `resources/translations`: extract, list and fill what is missing, release, check.

One `.ts` file per folder of screens, so that two people seldom edit the same file; all of them
are released into one `tambon_en.qm`.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET  # nosec B405 - only our own catalogues are read
from collections.abc import Sequence
from pathlib import Path

import PySide6

from desktop.ui.theme import RESOURCES

UI = Path(__file__).parent
TRANSLATIONS = RESOURCES / "translations"
ENGLISH = TRANSLATIONS / "en"
THAI_FOR_QT = TRANSLATIONS / "qt_th.ts"

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%\d")
_SUFFIX = ".exe" if sys.platform == "win32" else ""


def groups() -> dict[str, list[Path]]:
    """Name of the `.ts` file to the modules it is extracted from."""
    found: dict[str, list[Path]] = {}
    for path in sorted(UI.rglob("*.py")):
        parts = path.relative_to(UI).parts
        if any(word in path.read_text(encoding="utf-8") for word in (".tr(", "translate(")):
            found.setdefault(parts[0] if len(parts) > 1 else "ui", []).append(path)
    return found


def update(folder: Path = ENGLISH) -> list[Path]:
    """Extract the source text of every screen into `folder`; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for group, modules in groups().items():
        target = folder / f"{group}.ts"
        _run(
            "lupdate",
            *("-no-obsolete", "-locations", "none"),
            *("-source-language", "th_TH", "-target-language", "en_GB"),
            *(str(module) for module in modules),
            *("-ts", str(target)),
        )
        written.append(target)
    return written


def release(folder: Path = TRANSLATIONS) -> list[Path]:
    """Compile every `.ts` file; the `.qm` files written."""
    english, thai = folder / "tambon_en.qm", folder / "qt_th.qm"
    sources = [str(path) for path in sorted(ENGLISH.glob("*.ts"))]
    _run("lrelease", "-silent", *sources, "-qm", str(english))
    _run("lrelease", "-silent", str(THAI_FOR_QT), "-qm", str(thai))
    return [english, thai]


def missing(folder: Path = ENGLISH) -> dict[str, dict[str, dict[str, object]]]:
    """Group to context to source text of all that has no finished translation."""
    found: dict[str, dict[str, dict[str, object]]] = {}
    for path in sorted(folder.glob("*.ts")):
        for context, message in _messages(path):
            translation = message.find("translation")
            if translation is None or translation.get("type") != "unfinished":
                continue
            blank: object = ["", ""] if message.get("numerus") == "yes" else ""
            texts = found.setdefault(path.stem, {}).setdefault(context, {})
            texts[message.findtext("source", "")] = blank
    return found


def fill(filled: dict[str, dict[str, dict[str, str | list[str]]]]) -> int:
    """Write translations shaped as `missing()` gives them; how many were taken."""
    taken = 0
    for group, contexts in filled.items():
        path = ENGLISH / f"{group}.ts"
        tree = ET.parse(path)  # nosec B314
        for context, message in _messages_of(tree):
            words = contexts.get(context, {}).get(message.findtext("source", ""))
            translation = message.find("translation")
            if not words or translation is None:
                continue
            translation.attrib.pop("type", None)
            if isinstance(words, str):
                translation.text = words
            else:
                for form, text in zip(translation.findall("numerusform"), words, strict=True):
                    form.text = text
            taken += 1
        text = ET.tostring(tree.getroot(), encoding="unicode")
        head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        path.write_text(head + text + "\n", encoding="utf-8")
    update()  # lupdate writes its own layout, so a later extraction changes nothing
    return taken


def problems() -> list[str]:
    """What is wrong with the files as they stand; empty when all is well."""
    found = [
        f"{group}: {context}: {source}: no translation"
        for group, contexts in missing().items()
        for context, sources in contexts.items()
        for source in sources
    ]
    for path in [*sorted(ENGLISH.glob("*.ts")), THAI_FOR_QT]:
        found += [f"{path.stem}: {text}" for text in placeholder_problems(path)]
    with tempfile.TemporaryDirectory() as scratch:
        copies = Path(scratch)
        for path in ENGLISH.glob("*.ts"):
            (copies / path.name).write_bytes(path.read_bytes())
        for fresh in update(copies):
            kept = ENGLISH / fresh.name
            if not kept.exists() or kept.read_text("utf-8") != fresh.read_text("utf-8"):
                found.append(f"{fresh.name}: extraction would change it")
        extra = {path.stem for path in ENGLISH.glob("*.ts")} - set(groups())
        found += [f"{name}.ts: no module has such text" for name in sorted(extra)]
        for fresh in release(copies):
            kept = TRANSLATIONS / fresh.name
            if not kept.exists() or kept.read_bytes() != fresh.read_bytes():
                found.append(f"{fresh.name}: not released from the files as they are")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when something is missing or stale."""
    parser = argparse.ArgumentParser(prog="python -m desktop.ui.translation_files")
    parser.add_argument("command", choices=("update", "missing", "fill", "release", "check"))
    parser.add_argument("file", nargs="?", help="for fill: JSON shaped as `missing` prints it")
    given = parser.parse_args(arguments)
    if given.command == "fill":
        if given.file is None:
            parser.error("fill needs a file")
        taken = fill(json.loads(Path(given.file).read_text(encoding="utf-8")))
        sys.stdout.write(f"{taken}\n")
    elif given.command in {"update", "missing"}:
        update()
        if given.command == "missing":
            sys.stdout.write(json.dumps(missing(), ensure_ascii=False, indent=1) + "\n")
    elif given.command == "release":
        release()
    else:
        found = problems()
        sys.stdout.write("".join(f"{line}\n" for line in found))
        return 1 if found else 0
    return 0


def placeholder_problems(path: Path) -> list[str]:
    """Messages of one file whose translation lost or invented a placeholder, or is empty."""
    found = []
    for context, message in _messages(path):
        source = message.findtext("source", "")
        translation = message.find("translation")
        if translation is None or translation.get("type") == "unfinished":
            continue
        forms = [form.text or "" for form in translation.findall("numerusform")]
        for text in forms or [translation.text or ""]:
            wanted, got = set(_PLACEHOLDER.findall(source)), set(_PLACEHOLDER.findall(text))
            # "1 record" may leave the number out.
            if wanted - {"%n"} != got - {"%n"}:
                found.append(f"{context}: {source}: placeholders differ")
            if not text.strip():
                found.append(f"{context}: {source}: empty")
    return found


def _messages(path: Path) -> list[tuple[str, ET.Element]]:
    return _messages_of(ET.parse(path))  # nosec B314


def _messages_of(tree: ET.ElementTree[ET.Element]) -> list[tuple[str, ET.Element]]:
    return [
        (context.findtext("name", ""), message)
        for context in tree.getroot().findall("context")
        for message in context.findall("message")
    ]


def _run(tool: str, *arguments: str) -> None:
    binary = Path(PySide6.__file__).parent / f"{tool}{_SUFFIX}"
    finished = subprocess.run(
        [str(binary), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )
    if finished.returncode != 0:
        raise RuntimeError(f"{tool} failed: {finished.stderr or finished.stdout}")


if __name__ == "__main__":
    raise SystemExit(main())
