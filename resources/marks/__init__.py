"""The weights by which marks on photographed sheets are told; made by `tests.paper`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

WEIGHTS: Final = Path(__file__).parent / "weights.json"
