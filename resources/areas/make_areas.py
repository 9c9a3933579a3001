"""Writes areas.tsv, the table of all provinces, districts and tambons, from the geothai package.

Run from the repository's root: `python -m resources.areas.make_areas`. Needs `geothai` (a
development dependency); the program itself reads only the table.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "areas.tsv"
TAKEN_ON = "2026-11-22"


def make(package_version: str, taken_on: str) -> str:
    """The table as text: head lines with `#`, then one line an area, each below its parent.

    A province line has a two-digit code, a district line the two digits that follow its
    province's, a tambon line the two digits that follow its district's and its postcode.
    """
    data = files("geothai").joinpath("_data")

    def rows(name: str) -> list[list[Any]]:
        loaded: list[list[Any]] = json.loads(data.joinpath(name).read_text(encoding="utf-8"))
        return loaded

    lines = [
        f"# geothai {package_version}, taken on {taken_on}",
        "# Data: GeoThai, github.com/GeoThai/data, CC BY 4.0; codes and names: Department of",
        "# Provincial Administration; postcodes: Thailand Post, thailand-geography-json (MIT).",
    ]
    districts: dict[str, list[list[Any]]] = {}
    tambons: dict[str, list[list[Any]]] = {}
    for district in rows("districts.json"):
        districts.setdefault(district[0][:2], []).append(district)
    for tambon in rows("subdistricts.json"):
        tambons.setdefault(tambon[0][:4], []).append(tambon)
    for province in sorted(rows("provinces.json")):
        lines.append("P\t" + "\t".join(province[:3]))
        for district in sorted(districts.get(province[0], [])):
            lines.append("D\t" + "\t".join([district[0][2:], *district[1:3]]))
            lines.extend(
                "\t".join([tambon[0][4:], *tambon[1:4]])
                for tambon in sorted(tambons.get(district[0], []))
            )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the table beside this script."""
    TABLE.write_text(make(version("geothai"), TAKEN_ON), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
