"""Makes the word list out of PyThaiNLP's `words_th.txt` (CC0).

    python -m resources.words.make_words PATH_TO_WORDS_TH_TXT

Run `make_dictionary` afterwards. Entries with a space, a dot or anything but Thai letters are
left out, as are single letters: they would let a line break where no word ends. `local_th.txt` is
kept by hand, and the names of provinces, districts and tambons come from the area table.
"""

from __future__ import annotations

import sys
from pathlib import Path

from resources.words import FOLDER, THAI_WORD

# They would swallow the beginning of the next word: แผนการ|เรียนรู้, เป็นราย|การ.
_GREEDY = frozenset(
    ("แผนการ", "ประวัติการ", "เอาการ", "ว่าการ", "วางแผนการ", "เป็นราย", "บางราย", "รู้ความ", "ตามตัว")
)


def main(source: Path) -> None:
    """Write `words_th.txt` beside this script."""
    lines = (line.strip() for line in source.read_text(encoding="utf-8").split("\n"))
    words = {line for line in lines if THAI_WORD.fullmatch(line)} - _GREEDY | {"ณ"}
    heading = "# PyThaiNLP 5.4.0 words_th.txt, CC0 1.0, filtered"
    text = "\n".join([heading, *sorted(words)]) + "\n"
    (FOLDER / "words_th.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
