"""Shaped Thai in a PDF whose text copies out as it was typed.

HarfBuzz places the marks. Each pair of glyph and letters gets its own code in the PDF, so the
reverse table (ToUnicode) is exact, and each word carries its letters (ActualText) for readers that
would otherwise guess from where the marks stand. Only the glyphs in use are embedded, once.
"""

from __future__ import annotations

import threading
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfdoc

from resources.fonts import FOLDER

MISSING_GLYPH = 0
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f")
_DESCRIPTOR_FLAGS = 4  # symbolic: the codes are ours


@dataclass(frozen=True, slots=True)
class Shaped:
    """One word in one typeface: PDF operators, width in thousandths of an em, codes used."""

    face: str
    operators: str
    width: int
    codes: frozenset[int]
    rises: bool = False


class Typeface:
    """One font file: what it can write, how wide, and the codes given to its glyphs so far.

    Codes are handed out for the whole run of the program, so that a shaped word can be kept and
    used again in the next document; a document embeds the glyphs of the codes it used.
    """

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self._face = hb.Face(hb.Blob.from_file_path(path))
        self._font = hb.Font(self._face)
        self._font.scale = (1000, 1000)  # a PDF counts in thousandths, whatever the font does
        self._lock = threading.Lock()
        self._codes: dict[tuple[int, str], int] = {}
        self._glyphs: list[tuple[int, str, int]] = [(MISSING_GLYPH, "", 0)]
        self.letters = frozenset(self._face.unicodes)
        self.postscript = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or name

    def covers(self, letter: str) -> bool:
        """Say whether the font can draw this letter."""
        return ord(letter) in self.letters

    def shape(self, text: str, size: float) -> Shaped:
        """Place the glyphs of one word; marks that rise are set for `size` points."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        letters = _letters_per_glyph(text, [info.cluster for info in buffer.glyph_infos])
        parts: list[str] = []
        codes: set[int] = set()
        pen = rise = 0
        owed = 0
        total = 0
        for info, place, typed in zip(
            buffer.glyph_infos, buffer.glyph_positions, letters, strict=True
        ):
            code = self._code(info.codepoint, typed)
            codes.add(code)
            if place.y_offset != rise:
                rise = place.y_offset
                parts.append(f"]TJ {rise * size / 1000:.3f} Ts [")
            shift = owed + place.x_offset
            if shift:
                parts.append(str(-shift))
            parts.append(f"<{code:04X}>")
            natural = self._glyphs[code][2]
            owed = place.x_advance - natural - place.x_offset
            pen += place.x_advance
        total = pen
        if owed:
            parts.append(str(-owed))
        if rise:
            parts.append("]TJ 0 Ts [")
        return Shaped(self.name, f"[{''.join(parts)}]TJ", total, frozenset(codes), bool(rise))

    def blank_box(self, letter: str) -> Shaped:
        """Return the visible box that stands for a letter no shipped font can draw."""
        code = self._code(MISSING_GLYPH, letter)
        return Shaped(self.name, f"[<{code:04X}>]TJ", self._glyphs[code][2], frozenset({code}))

    def _code(self, glyph: int, typed: str) -> int:
        key = (glyph, typed)
        code = self._codes.get(key)
        if code is None:
            with self._lock:
                code = self._codes.get(key)
                if code is None:
                    width = int(self._font.get_glyph_h_advance(glyph))
                    self._glyphs.append((glyph, typed, width))
                    code = len(self._glyphs) - 1
                    self._codes[key] = code
        return code

    def embed(self, document: Any, codes: set[int]) -> None:
        """Write the font objects for the codes that the document (ReportLab's) used."""
        used = sorted(codes)
        glyphs = {MISSING_GLYPH, *(self._glyphs[code][0] for code in used)}
        data = _subset(self._face, frozenset(glyphs))
        base = f"{_tag(glyphs)}+{self.postscript}"
        extents = self._font.get_font_extents("ltr")

        program = _stream(document, data)
        program.dictionary["Length1"] = len(data)
        descriptor = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(base),
                "Flags": _DESCRIPTOR_FLAGS,
                "FontBBox": pdfdoc.PDFArray([-600, extents.descender, 1500, extents.ascender]),
                "ItalicAngle": -9 if "Italic" in self.postscript else 0,
                "Ascent": extents.ascender,
                "Descent": extents.descender,
                "CapHeight": 700,
                "StemV": 140 if "Bold" in self.postscript else 80,
                "FontFile2": document.Reference(program, f"fontFile:{self.name}"),
            }
        )
        to_glyph = bytearray(2 * (used[-1] + 1))
        widths: list[object] = []
        for code in used:
            glyph, _, width = self._glyphs[code]
            to_glyph[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
            widths += [code, pdfdoc.PDFArray([width])]
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(base),
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(descriptor, f"fontDescriptor:{self.name}"),
                "DW": 0,
                "W": pdfdoc.PDFArray(widths),
                "CIDToGIDMap": document.Reference(
                    _stream(document, bytes(to_glyph)), f"toGlyph:{self.name}"
                ),
            }
        )
        reverse = _stream(document, self._reverse_table(used).encode("ascii"))
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(base),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray(
                    [document.Reference(descendant, f"cidFont:{self.name}")]
                ),
                "ToUnicode": document.Reference(reverse, f"toUnicode:{self.name}"),
            }
        )
        fonts = document.idToObject[pdfdoc.BasicFonts].dict
        fonts[self.name] = document.Reference(font, f"font:{self.name}")

    def _reverse_table(self, used: list[int]) -> str:
        rows = [f"<{code:04X}> <{_utf16(self._glyphs[code][1])}>" for code in used]
        blocks = [
            f"{len(rows[i : i + 100])} beginbfchar\n" + "\n".join(rows[i : i + 100]) + "\nendbfchar"
            for i in range(0, len(rows), 100)
        ]
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            + "\n".join(blocks)
            + "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        )


def actual_text(text: str) -> str:
    """Return the PDF string that tells a reader what a word really is."""
    return f"<FEFF{_utf16(text)}>"


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex().upper()


def _letters_per_glyph(text: str, clusters: list[int]) -> list[str]:
    """Share out each cluster's letters over its glyphs, in order, none twice and none lost."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    letters: list[str] = []
    index = 0
    while index < len(clusters):
        start = clusters[index]
        count = index
        while count < len(clusters) and clusters[count] == start:
            count += 1
        count -= index
        typed = text[start : ends[start]]
        spare = max(0, len(typed) - count)
        shares = [typed[: spare + 1], *typed[spare + 1 :]]
        letters += shares + [""] * (count - len(shares))
        index += count
    return letters


def _stream(document: Any, content: bytes) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream(content=content)
    if document.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return stream


@lru_cache(maxsize=16)
def _subset(face: hb.Face, glyphs: frozenset[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NO_HINTING
    )
    for table in ("GSUB", "GPOS", "GDEF", "name", "OS/2", "post"):
        wanted.drop_table_tag_set.add(int.from_bytes(table.encode("ascii"), "big"))
    return bytes(hb.subset(face, wanted).blob.data)


def _tag(glyphs: set[int]) -> str:
    number = hash(frozenset(glyphs)) & 0xFFFFFFF
    letters = ""
    for _ in range(6):
        number, digit = divmod(number, 26)
        letters += chr(ord("A") + digit)
    return letters


FILES = {
    "Regular": "TambonSarabun-Regular.ttf",
    "Medium": "TambonSarabun-Medium.ttf",
    "Bold": "TambonSarabun-Bold.ttf",
    "Italic": "TambonSarabun-Italic.ttf",
    "Myanmar": "NotoSansMyanmar-Regular.ttf",
    "MyanmarBold": "NotoSansMyanmar-Bold.ttf",
    "Lao": "NotoSansLao-Regular.ttf",
    "LaoBold": "NotoSansLao-Bold.ttf",
    "TaiTham": "NotoSansTaiTham-Regular.ttf",
    "TaiThamBold": "NotoSansTaiTham-Bold.ttf",
    "Khmer": "NotoSansKhmer-Regular.ttf",
    "KhmerBold": "NotoSansKhmer-Bold.ttf",
    "Lisu": "NotoSansLisu-Regular.ttf",
    "KayahLi": "NotoSansKayahLi-Regular.ttf",
    "NewTaiLue": "NotoSansNewTaiLue-Regular.ttf",
    "TaiLe": "NotoSansTaiLe-Regular.ttf",
    "TaiViet": "NotoSansTaiViet-Regular.ttf",
    "Chinese": "NotoSansSC-Regular.ttf",
    "Emoji": "NotoEmoji-Regular.ttf",
    "Symbols": "NotoSansSymbols2-Regular.ttf",
}
_OURS = ("Regular", "Medium", "Bold", "Italic")
_OTHERS = tuple(name for name in FILES if name not in _OURS and not name.endswith("Bold"))


@lru_cache(maxsize=len(FILES))
def typeface(name: str) -> Typeface:
    """Return a shipped typeface by its name in `FILES`; read once."""
    return Typeface(name, FOLDER / FILES[name])


@lru_cache(maxsize=4096)
def face_for(letter: str, face: str) -> str | None:
    """Return the typeface that draws a letter in text set in one of ours; None: nobody can."""
    if letter == "\t" or typeface(face).covers(letter):
        return face
    for name in _OTHERS:
        if typeface(name).covers(letter):
            bold = f"{name}Bold"
            return bold if face == "Bold" and bold in FILES else name
    return None


def is_invisible(letter: str) -> bool:
    """Tell whether a letter leaves no mark of its own: it is drawn by whoever draws the next."""
    return letter in _INVISIBLE or "\U000e0020" <= letter <= "\U000e007f"


def split_by_face(text: str, face: str) -> list[tuple[str | None, str]]:
    """Cut a word where another typeface must take over; None: nobody can draw it."""
    parts: list[tuple[str | None, str]] = []
    for letter in text:
        current = parts[-1][0] if parts else face
        chosen: str | None
        if is_invisible(letter) or (
            unicodedata.category(letter)[0] == "M"
            and current is not None
            and typeface(current).covers(letter)
        ):
            chosen = current
        else:
            chosen = face_for(letter, face)
        if parts and parts[-1][0] == chosen and (chosen is not None or is_invisible(letter)):
            parts[-1] = (chosen, parts[-1][1] + letter)
        else:
            parts.append((chosen, letter))
    return parts
