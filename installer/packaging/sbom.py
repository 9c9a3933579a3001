"""The list of everything that is in a package: name, version, licence, and which files (CycloneDX).

Every file belongs to one component; a file without one stops the build.
"""

from __future__ import annotations

import csv
import email.parser
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.component_evidence import ComponentEvidence, Occurrence
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from installer.packaging.layout import Layout, files_of
from installer.saying import SetupError

FILE = "sbom.cdx.json"
_COMPILED = re.compile(r"__pycache__/([^/]+?)\.cpython-\d+(?:\.opt-\d)?\.pyc$")
# Where a wheel's own licence field is a whole text or says too little.
_LICENCES = {"PySide6_Essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only"}


@dataclass
class Part:
    """One component: what it is, and the files (or folders, ending in "/") that are its own."""

    name: str
    version: str
    licence: str
    origin: str = ""
    files: list[str] = field(default_factory=list)
    inside: str = ""  # another component's file that it was compiled into


def of_wheels(lib: Path) -> Iterator[Part]:
    """The installed libraries, each with the files its wheel brought that are still there."""
    for folder in sorted(lib.glob("*.dist-info")):
        told = email.parser.Parser().parsestr((folder / "METADATA").read_text("utf-8"), True)
        with (folder / "RECORD").open(encoding="utf-8", newline="") as record:
            brought = {_source(row[0]) for row in csv.reader(record)}
        name, version = str(told["Name"]), str(told["Version"])
        licence = _LICENCES.get(name) or _licence(told)
        part = Part(name, version, licence, f"pkg:pypi/{name.lower().replace('_', '-')}@{version}")
        part.files = sorted(f"lib/{each}" for each in brought)
        part.files.append(f"lib/{folder.name}/")
        yield part


def _licence(told: email.message.Message) -> str:
    if told["License-Expression"]:
        return str(told["License-Expression"])
    classes = [str(each) for each in told.get_all("Classifier", [])]
    named = [each.rsplit(" :: ", 1)[-1] for each in classes if each.startswith("License ::")]
    given = str(told["License"] or "").strip()
    if given and "\n" not in given and len(given) < 60:
        return given
    return ", ".join(named)


def _source(path: str) -> str:
    """The name of a module's source, for its compiled forms too."""
    path = _COMPILED.sub(r"\1.py", path)
    return path[:-1] if path.endswith(".pyc") else path


def ours(version: str, *more: str) -> Iterator[Part]:
    """Our own files, and what other people's work in `resources` is."""
    files = ["app/", "LICENSE", "NOTICE", FILE, *more]
    yield Part("tambon-rianru", version, "Apache-2.0", files=files)
    for prefix, name, licence in _RESOURCES:
        yield Part(name, "", licence, files=[f"app/resources/{prefix}"])


# As NOTICE says; a test compares them.
_RESOURCES = (
    ("fonts/", "Tambon Sarabun, from Sarabun by Cadson Demak; Noto Sans", "OFL-1.1"),
    ("icons/", "Lucide", "ISC"),
    ("words/words_th.txt", "PyThaiNLP's word list", "CC0-1.0"),
    ("words/thbrk/", "libthai's dictionary of PyThaiNLP's word list", "CC0-1.0"),
    ("areas/", "GeoThai", "CC-BY-4.0"),
)


class Parts:
    """All components of a folder, and whose a file is."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self.all = list(parts)
        self._by_file = {name: part for part in self.all for name in part.files}
        folders = [(name, part) for part in self.all for name in part.files if name[-1] == "/"]
        self._folders = sorted(folders, key=lambda each: -len(each[0]))

    def owner(self, path: str) -> Part | None:
        """The component that a file belongs to; None for a file that nobody brought."""
        found = self._by_file.get(_source(path))
        if found is not None:
            return found
        return next((part for name, part in self._folders if path.startswith(name)), None)


def write(layout: Layout, version: str, epoch: int, parts: Iterable[Part]) -> None:
    """Write the list into the folder.

    Raises:
        SetupError: a file in the folder belongs to nothing that is listed.
    """
    (layout.root / FILE).unlink(missing_ok=True)
    known = Parts(parts)
    held: dict[str, list[str]] = {}
    strangers: list[str] = []
    for file in files_of(layout.root):
        path = file.relative_to(layout.root).as_posix()
        owner = known.owner(path)
        if owner is None:
            strangers.append(path)
        else:
            held.setdefault(owner.name, []).append(path)
    if strangers:
        named = ", ".join(strangers[:20])
        raise SetupError(
            f"ไม่รู้ที่มาของแฟ้ม: {named} หยุดสร้าง", f"Files of unknown origin: {named}. The build stops."
        )
    for part in known.all:
        if part.inside:
            held.setdefault(part.name, []).append(part.inside)
    components = [part for part in known.all if part.name in held]
    (layout.root / FILE).write_text(_text(components, held, version, epoch), encoding="utf-8")


def _text(parts: list[Part], held: dict[str, list[str]], version: str, epoch: int) -> str:
    licences = LicenseFactory()
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, f"tambon-rianru {version} {epoch}"))
    bom.metadata.timestamp = datetime.fromtimestamp(epoch, UTC)
    bom.metadata.component = Component(
        name="tambon-rianru", version=version, type=ComponentType.APPLICATION, bom_ref="program"
    )
    listed: list[Component] = []
    for part in parts:
        folders = sorted({_shown(path) for path in held[part.name]})
        listed.append(
            Component(
                name=part.name,
                version=part.version,
                type=ComponentType.LIBRARY,
                bom_ref=part.origin or part.name,
                purl=PackageURL.from_string(part.origin) if part.origin else None,
                licenses=[licences.make_from_string(part.licence)] if part.licence else [],
                evidence=ComponentEvidence(
                    occurrences=[Occurrence(location=path) for path in folders]
                ),
            )
        )
    bom.components.update(listed)
    bom.register_dependency(bom.metadata.component, listed)
    outputter = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6)
    read = json.loads(outputter.output_as_string())
    for component in read["components"]:
        # In the order of their hashes, which Python salts anew with each run.
        component["evidence"]["occurrences"].sort(key=lambda each: each["location"])
    return json.dumps(read, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _shown(path: str) -> str:
    """A file by its package's folder: the list of a library's hundreds of modules tells nobody."""
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] in ("lib", "app", "python") else parts[0]
