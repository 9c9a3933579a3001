"""The page of security tells of each attack that is tested, and of no other."""

from __future__ import annotations

from pathlib import Path

from tests.faults import test_connection_attacks, test_hub_attacks, test_laptop_attacks

_PAGE = Path(__file__).parents[2] / "docs" / "security.md"


def test_the_table_names_every_attack_and_what_is_switched_off() -> None:
    text = _PAGE.read_text("utf-8").partition("## Attacks, and what bears them")[2]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.partition("\n## ")[0].splitlines()
        if line.startswith("| ")
    ][1:]
    tested = {
        *test_hub_attacks.ATTACKS,
        *test_connection_attacks.ATTACKS,
        *test_laptop_attacks.ATTACKS,
    }
    assert {row[0] for row in rows} == tested
    assert len(rows) == len(tested)
    assert all(len(row) == 3 and all(row) for row in rows)
