"""Makes the shipped typefaces out of Sarabun and Noto (all OFL 1.1).

The input is a folder with the unpacked packages: `sarabun` 0.4.1, `noto-sans-myanmar` 0.4.2,
`noto-sans-sc` 0.4.3 and `noto-emoji` 0.4.7 (npm, `@expo-google-fonts/…`), and `fonts-noto-core`
20201225 (Debian):

    python -m resources.fonts.make_fonts PACKAGES

Sarabun's own line metrics (1068/-232) cut tone marks over tall vowels and vowels under ฎ and ฏ.
Every stack of letter, vowel and mark lies within 1297 and -559 units, measured over all consonants,
upper and lower vowels and marks in the bold, which is the largest; hence the figures below.
Sarabun reserves no font name, and the changed files carry a name of our own all the same.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
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
WHOLE = {
    "noto-sans-myanmar/400Regular/NotoSansMyanmar_400Regular": "NotoSansMyanmar-Regular",
    "noto-sans-myanmar/700Bold/NotoSansMyanmar_700Bold": "NotoSansMyanmar-Bold",
    "noto-emoji/400Regular/NotoEmoji_400Regular": "NotoEmoji-Regular",
    **{
        f"fonts-noto-core/usr/share/fonts/truetype/noto/{name}": name
        for name in (
            "NotoSansLao-Regular",
            "NotoSansLao-Bold",
            "NotoSansTaiTham-Regular",
            "NotoSansTaiTham-Bold",
            "NotoSansKhmer-Regular",
            "NotoSansKhmer-Bold",
            "NotoSansNewTaiLue-Regular",
            "NotoSansTaiViet-Regular",
            "NotoSansTaiLe-Regular",
            "NotoSansKayahLi-Regular",
            "NotoSansLisu-Regular",
        )
    },
}
CHINESE = "noto-sans-sc/400Regular/NotoSansSC_400Regular"
SYMBOLS = "fonts-noto-core/usr/share/fonts/truetype/noto/NotoSansSymbols2-Regular"
_CHINESE_BLOCKS = ((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF))
_SYMBOL_BLOCKS = ((0x2190, 0x27BF), (0x2B00, 0x2BFF))
LICENCES = {
    "sarabun": "OFL-Sarabun.txt",
    "noto-sans-myanmar": "OFL-NotoSansMyanmar.txt",
    "noto-sans-sc": "OFL-NotoSansSC.txt",
    "noto-emoji": "OFL-NotoEmoji.txt",
}
_CORE_OWNERS = "Copyright 2010, 2012-2020 Google Inc., 2015-2020 Google LLC\n"


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


def chinese_letters() -> set[int]:
    """Return what offices of the mainland (GB 2312) and of Taiwan (Big5) can write.

    Big5 lists its rarer half by strokes: the last rows, of some twenty and more, are left out.
    """
    found: set[int] = set()
    for charset, last in (("gb2312", 0xFE), ("big5", 0xF2)):
        for lead in range(0x81, last + 1):
            for trail in range(0x40, 0xFF):
                text = bytes((lead, trail)).decode(charset, "replace")
                if len(text) == 1:
                    found.add(ord(text))
    return {
        letter for letter in found if any(low <= letter <= high for low, high in _CHINESE_BLOCKS)
    }


def keep_letters(source: Path, target: Path, letters: set[int]) -> None:
    """Write a font with these letters only, as far as it has them."""
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False
    )
    font = subset.load_font(source, options)
    maker = subset.Subsetter(options)
    maker.populate(unicodes=letters)
    maker.subset(font)
    font.save(target)


def main(packages: Path) -> None:
    """Write the typefaces and their licences beside this script."""
    for source, (extra, style) in SARABUN.items():
        font = TTFont(packages / "sarabun" / f"{source}.ttf", recalcTimestamp=False)
        widen_line(font)
        postscript = rename(font, extra, style)
        font.save(FOLDER / f"{postscript}.ttf")
    for source, name in WHOLE.items():
        shutil.copyfile(packages / f"{source}.ttf", FOLDER / f"{name}.ttf")
    keep_letters(packages / f"{CHINESE}.ttf", FOLDER / "NotoSansSC-Regular.ttf", chinese_letters())
    keep_letters(
        packages / f"{SYMBOLS}.ttf",
        FOLDER / "NotoSansSymbols2-Regular.ttf",
        {letter for low, high in _SYMBOL_BLOCKS for letter in range(low, high + 1)},
    )
    for package, name in LICENCES.items():
        shutil.copyfile(packages / package / "LICENSE_FONT", FOLDER / name)
    licence = (FOLDER / "OFL-NotoEmoji.txt").read_text(encoding="utf-8").split("\n", 1)[1]
    (FOLDER / "OFL-NotoSans.txt").write_text(_CORE_OWNERS + licence, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
