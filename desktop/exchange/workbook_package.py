"""The zip that a workbook is: its promises checked, its parts found by whatever name they have."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import Final
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from desktop.errors import UserError
from desktop.exchange.limits import Limits

_CHUNK: Final = 1 << 18
_MAIN: Final = "/officeDocument"

StartTag = Callable[[str, dict[str, str]], None]
EndTag = Callable[[str], None]


class _ForbiddenError(Exception):
    """The XML declares a document type: the door to entity bombs and outside files."""


def _forbid(*_: object) -> None:
    raise _ForbiddenError


class Package:
    """An opened zip with its promises checked before anything is unpacked."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.name = path.name
        self._zip = ZipFile(path)
        self._limits = limits
        parts = self._zip.infolist()
        # Some programs write the separators of Windows, and names in letters of either case.
        self._parts: dict[str, ZipInfo] = {_key(part.filename): part for part in parts}
        if len(parts) > limits.parts:
            raise UserError("file_suspicious", name=self.name)
        for part in parts:
            packed = max(part.compress_size, 1)
            if part.file_size > limits.small_part and part.file_size > packed * limits.ratio:
                raise UserError("file_suspicious", name=self.name)
            if part.file_size > limits.part_size:
                raise UserError("file_too_large", name=self.name, limit=limits.part_size)
            if part.flag_bits & 1:
                raise UserError("file_encrypted", name=self.name)
        if sum(part.file_size for part in parts) > limits.total_size:
            raise UserError("file_too_large", name=self.name, limit=limits.total_size)

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._parts

    def size(self, part: str) -> int:
        """How many bytes a part unpacks to."""
        return self._parts[_key(part)].file_size

    def main_part(self) -> str:
        """The workbook's own part, as the package names it; "" where it names none."""
        for name, kind, _known in self.relations(""):
            if kind.endswith(_MAIN) and name in self:
                return name
        return "xl/workbook.xml" if "xl/workbook.xml" in self else ""

    def relations(self, part: str) -> list[tuple[str, str, str]]:
        """Target, type and id of what a part ("" for the package) leads to inside the file."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        found: list[tuple[str, str, str]] = []

        def relation(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "").replace("\\", "/")
                whole = target if target.startswith("/") else posixpath.join(folder, target)
                inside = posixpath.normpath(whole).lstrip("/")
                found.append((inside, attributes.get("Type", ""), attributes.get("Id", "")))

        if listed in self:
            self.parse(listed, relation, lambda _tag: None)
        return found

    def count(self, part: str, needles: tuple[bytes, ...]) -> list[int]:
        """How often each needle occurs in a part: much quicker than reading it as XML."""
        counts = [0] * len(needles)
        tail = b""
        with self._zip.open(self._parts[_key(part)]) as stream:
            while chunk := stream.read(_CHUNK):
                window = tail + chunk
                for place, needle in enumerate(needles):
                    counts[place] += window.count(needle) - tail.count(needle)
                tail = window[-8:]
        return counts

    def parse(
        self, part: str, start: StartTag, end: EndTag, text: Callable[[str], None] | None = None
    ) -> None:
        """Stream one part through the handlers; names come without their namespace prefix."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _forbid
        parser.EntityDeclHandler = _forbid

        def root(tag: str, attributes: dict[str, str]) -> None:
            # Nearly every writer leaves the prefix out, and then nothing need be cut off.
            if ":" in tag:
                parser.StartElementHandler = lambda tag, attributes: start(
                    tag.rsplit(":", 1)[-1], attributes
                )
                parser.EndElementHandler = lambda tag: end(tag.rsplit(":", 1)[-1])
            else:
                parser.StartElementHandler = start
                parser.EndElementHandler = end
            start(tag.rsplit(":", 1)[-1], attributes)

        parser.StartElementHandler = root
        if text is not None:
            parser.CharacterDataHandler = text
        try:
            with self._zip.open(self._parts[_key(part)]) as stream:
                while chunk := stream.read(_CHUNK):
                    parser.Parse(chunk, False)
                parser.Parse(b"", True)
        except _ForbiddenError as error:
            raise UserError("file_suspicious", name=self.name) from error
        except (expat.ExpatError, BadZipFile, NotImplementedError, ValueError) as error:
            raise UserError("file_damaged", name=self.name) from error


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
