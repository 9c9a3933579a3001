"""Makes the shipped typefaces out of Sarabun and Noto Sans Myanmar (both OFL 1.1).

The inputs are the unpacked npm packages `@expo-google-fonts/sarabun` 0.4.1 and
`@expo-google-fonts/noto-sans-myanmar` 0.4.2:

    python -m resources.fonts.make_fonts SARABUN_FOLDER MYANMAR_FOLDER

Sarabun's own line metrics (1068/-232) cut tone marks over tall vowels and vowels under ฎ and ฏ.
Every stack of letter, vowel and mark lies within 1297 and -559 units, measured over all consonants,
upper and lower vowels and marks in the bold, which is the largest; hence the figures below.
Sarabun reserves no font name, and the changed files carry a name of our own all the same.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from resources.fonts import FAMILY, FOLDER

ASCENT = 1300
DESCENT = 560

SARABUN = {
    "400Regular/Sarabun_400Regular": ("", "Regular"),
    "400Regular_Italic/Sarabun_400Regular_Italic": ("", "Italic"),
    "500Medium/Sarabun_500Medium": ("Medium", "Regular"),
    "600SemiBold/Sarabun_600SemiBold": ("SemiBold", "Regular"),
    "700Bold/Sarabun_700Bold": ("", "Bold"),
    "700Bold_Italic/Sarabun_700Bold_Italic": ("", "Bold Italic"),
}
MYANMAR = ("400Regular/NotoSansMyanmar_400Regular", "700Bold/NotoSansMyanmar_700Bold")


def rename(font: TTFont, extra: str, style: str) -> str:
    """Give the font our family name and return its PostScript name.

    Four styles form one family that old programs know; the other weights are families of their
    own there, and join the family through the typographic names.
    """
    names = font["name"]
    legacy_family = f"{FAMILY} {extra}".strip()
    full_style = " ".join(part for part in (extra, "" if extra else style) if part)
    postscript = f"{FAMILY.replace(' ', '')}-{full_style.replace(' ', '')}"
    version = names.getDebugName(5)
    for name_id in (1, 2, 3, 4, 6, 16, 17, 21, 22, 25):
        names.removeNames(nameID=name_id)
    wanted = {
        1: legacy_family,
        2: style,
        3: f"{version};{postscript}",
        4: f"{FAMILY} {full_style}",
        6: postscript,
        16: FAMILY,
        17: full_style,
    }
    for name_id, text in wanted.items():
        names.setName(text, name_id, 3, 1, 0x409)
    return postscript


def widen_line(font: TTFont) -> None:
    """Set every line metric, so that all platforms make the same room."""
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ASCENT, -DESCENT, 0
    table = font["OS/2"]
    table.sTypoAscender, table.sTypoDescender, table.sTypoLineGap = ASCENT, -DESCENT, 0
    table.usWinAscent, table.usWinDescent = ASCENT, DESCENT


def main(sarabun: Path, myanmar: Path) -> None:
    """Write the typefaces and their licences beside this script."""
    for source, (extra, style) in SARABUN.items():
        font = TTFont(sarabun / f"{source}.ttf", recalcTimestamp=False)
        widen_line(font)
        postscript = rename(font, extra, style)
        font.save(FOLDER / f"{postscript}.ttf")
    for source in MYANMAR:
        target = source.split("/")[1].replace("_400", "-").replace("_700", "-")
        shutil.copyfile(myanmar / f"{source}.ttf", FOLDER / f"{target}.ttf")
    shutil.copyfile(sarabun / "LICENSE_FONT", FOLDER / "OFL-Sarabun.txt")
    shutil.copyfile(myanmar / "LICENSE_FONT", FOLDER / "OFL-NotoSansMyanmar.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
