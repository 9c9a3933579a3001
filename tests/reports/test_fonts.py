"""The shipped typefaces: nothing cut, figures tabular, licences beside them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import uharfbuzz as hb  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from resources.fonts import FAMILY, font_files

OURS = [path for path in font_files() if path.name.startswith("TambonSarabun")]
CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
UPPER = ["", "ั", "ิ", "ี", "ึ", "ื", "ุ", "ู"]
TONES = ["", "่", "้", "๊", "๋", "์"]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_every_syllable_stands_within_the_line(path: Path) -> None:
    tables = TTFont(path)
    ascent, descent = tables["hhea"].ascent, tables["hhea"].descent
    assert (tables["OS/2"].sTypoAscender, tables["OS/2"].sTypoDescender) == (ascent, descent)
    assert (tables["OS/2"].usWinAscent, tables["OS/2"].usWinDescent) == (ascent, -descent)
    font = hb.Font(hb.Face(hb.Blob.from_file_path(path)))
    for parts in itertools.product(CONSONANTS, UPPER, TONES):
        buffer = hb.Buffer()
        buffer.add_str("".join(parts))
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            extents = font.get_glyph_extents(info.codepoint)
            assert extents.y_bearing + place.y_offset <= ascent, parts
            assert extents.y_bearing + extents.height + place.y_offset >= descent, parts


def test_four_styles_are_one_family() -> None:
    names = {}
    for path in OURS:
        table = TTFont(path)["name"]
        names[path.stem.split("-")[1]] = (
            table.getDebugName(16) or table.getDebugName(1),
            table.getDebugName(17) or table.getDebugName(2),
        )
    assert {family for family, _ in names.values()} == {FAMILY}
    assert {"Regular", "Bold", "Italic", "BoldItalic", "Medium", "SemiBold"} <= set(names)


def test_figures_are_as_wide_as_each_other() -> None:
    font = hb.Font(hb.Face(hb.Blob.from_file_path(OURS[0])))
    widths = {
        font.get_glyph_h_advance(font.get_nominal_glyph(ord(figure))) for figure in "0123456789"
    }
    assert len(widths) == 1
