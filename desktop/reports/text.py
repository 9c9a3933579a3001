"""Paragraphs of shaped words: measured, broken into lines, drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from desktop.reports.line_breaking import LineBreaker, clusters
from desktop.reports.typeface import Shaped, actual_text, split_by_face, typeface


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks; sizes in points, colour as red, green, blue from 0 to 1."""

    face: str = "Regular"
    size: float = 11.0
    leading: float = 17.0
    colour: tuple[float, float, float] = (0.10, 0.13, 0.15)
    align: str = "left"

    def at(self, **changes: object) -> Style:
        """Return the style with some of its parts changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Word:
    """An unbreakable piece, ready to draw in one face and size; width in points."""

    text: str
    operators: str
    width: float
    visible: float
    codes: tuple[tuple[str, frozenset[int]], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one printed line; `width` leaves out spaces at its end."""

    words: tuple[Word, ...]
    width: float

    @property
    def text(self) -> str:
        """The letters of the line as typed."""
        return "".join(word.text for word in self.words)


@lru_cache(maxsize=12_000)
def word(text: str, face: str, size: float) -> Word:
    """Shape one piece, its spaces at the end included."""
    operators: list[str] = []
    codes: list[tuple[str, frozenset[int]]] = []
    width = 0
    current = face
    for chosen, part in split_by_face(text.replace("\t", " "), face):
        shaped: Shaped
        if chosen is None:
            shaped = typeface(face).blank_box(part)
        else:
            shaped = typeface(chosen).shape(part, size)
        if shaped.face != current:
            operators.append(f"/{shaped.face} {size:g} Tf")
            current = shaped.face
        operators.append(shaped.operators)
        codes.append((shaped.face, shaped.codes))
        width += shaped.width
    if current != face:
        operators.append(f"/{face} {size:g} Tf")
    bare = text.rstrip(" \t")
    spaces = 0
    if bare != text:
        spaces = typeface(face).shape(" " * (len(text) - len(bare)), size).width
    drawn = " ".join(operators)
    if not text.isascii():
        drawn = f"/Span<</ActualText{actual_text(text)}>>BDC {drawn} EMC"
    points = size / 1000
    return Word(text, drawn, width * points, (width - spaces) * points, tuple(codes))


def measure(text: str, style: Style) -> float:
    """Return the width of one unbroken line in points."""
    return word(text, style.face, style.size).visible


def lay_lines(text: str, style: Style, width: float, breaker: LineBreaker) -> tuple[Line, ...]:
    """Break text into lines no wider than `width` points; joined they are the text.

    A newline in the text ends a line and belongs to no line. A piece wider than the width is cut
    at its spaces, then between letters that may part.
    """
    lines: list[Line] = []
    for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        lines += _lay_paragraph(paragraph, style, width, breaker)
    return tuple(lines)


def _lay_paragraph(text: str, style: Style, width: float, breaker: LineBreaker) -> list[Line]:
    lines: list[Line] = []
    current: list[Word] = []
    filled = 0.0

    def finish() -> None:
        nonlocal filled
        if current:
            lines.append(Line(tuple(current), filled - current[-1].width + current[-1].visible))
            current.clear()
        filled = 0.0

    for piece in breaker.pieces(text):
        shaped = word(piece, style.face, style.size)
        if filled + shaped.visible <= width + 0.01:
            current.append(shaped)
            filled += shaped.width
            continue
        if shaped.visible <= width:
            finish()
            current.append(shaped)
            filled = shaped.width
            continue
        for part in _forced(piece, style, width):
            shaped = word(part, style.face, style.size)
            if current and filled + shaped.visible > width + 0.01:
                finish()
            current.append(shaped)
            filled += shaped.width
    finish()
    return lines or [Line((), 0.0)]


def _forced(piece: str, style: Style, width: float) -> list[str]:
    """Cut a piece too wide for any line: at spaces first, else between letters."""
    parts: list[str] = []
    start = 0
    for index in range(1, len(piece) + 1):
        at_end = index == len(piece)
        if at_end or (piece[index - 1] == " " and piece[index] not in " ๆฯ"):
            parts.append(piece[start:index])
            start = index
    result: list[str] = []
    for part in parts:
        if measure(part, style) <= width:
            result.append(part)
            continue
        held = ""
        for cluster in clusters(part):
            if held and measure(held + cluster, style) > width:
                result.append(held)
                held = ""
            held += cluster
        result.append(held)
    return result


@dataclass(slots=True)
class Ink:
    """What a document has used so far: the codes to embed, by typeface."""

    codes: dict[str, set[int]] = field(default_factory=dict)

    def note(self, words: Sequence[Word]) -> None:
        """Remember what these words need."""
        for item in words:
            for face, codes in item.codes:
                self.codes.setdefault(face, set()).update(codes)


def line_operators(line: Line, style: Style, x: float, baseline: float) -> str:
    """Return the PDF operators of one line that begins at x, baseline (points from the corner)."""
    red, green, blue = style.colour
    drawn = "\n".join(item.operators for item in line.words)
    return (
        f"BT /{style.face} {style.size:g} Tf {red:.3g} {green:.3g} {blue:.3g} rg "
        f"1 0 0 1 {x:.2f} {baseline:.2f} Tm\n{drawn}\nET"
    )
