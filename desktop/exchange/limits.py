"""How much of a strange file is read before it is refused: memory and time stay bounded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on a file to import; sizes in bytes.

    A roster of 10,000 people is about 2 MB packed and 20 MB unpacked, so these leave room for
    every real file and stop one that was made to fill the memory of a 4 GB laptop.
    """

    file_size: int = 60_000_000
    plain_size: int = 25_000_000
    part_size: int = 250_000_000
    total_size: int = 400_000_000
    small_part: int = 5_000_000
    ratio: int = 150
    parts: int = 3_000
    sheets: int = 60
    rows: int = 50_000
    columns: int = 256
    cells: int = 1_500_000
    text: int = 131_072
    shared_text: int = 60_000_000


LIMITS = Limits()
