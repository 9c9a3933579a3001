"""Makes the word lists out of PyThaiNLP's `words_th.txt` (CC0) and geothai's areas (CC BY 4.0).

    python -m resources.words.make_words PATH_TO_WORDS_TH_TXT

Entries with a space, a dot or anything but Thai letters are left out, as are single letters:
they would let a line break where no word ends. `local_th.txt` is kept by hand.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import geothai

from resources.words import FOLDER

THAI_WORD = re.compile("[ก-ฮะ-ฺเ-์]{2,40}")


def main(source: Path) -> None:
    """Write `words_th.txt` and `places_th.txt` beside this script."""
    words = {
        line.strip()
        for line in source.read_text(encoding="utf-8").split("\n")
        if THAI_WORD.fullmatch(line.strip())
    }
    words.add("ณ")
    _write("words_th.txt", "# PyThaiNLP 5.4.0 words_th.txt, CC0 1.0, filtered", words)
    provinces = geothai.provinces()
    districts = [district for area in provinces for district in geothai.districts(area.code)]
    tambons = [tambon for area in districts for tambon in geothai.subdistricts(area.code)]
    names = {area.name_th.strip() for area in provinces}
    names |= {area.name_th.strip() for area in districts}
    names |= {area.name_th.strip() for area in tambons}
    places = {name for name in names if THAI_WORD.fullmatch(name)}
    _write("places_th.txt", "# Area names from geothai 3.2.1, CC BY 4.0", places)


def _write(name: str, heading: str, words: set[str]) -> None:
    text = "\n".join([heading, *sorted(words)]) + "\n"
    (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
