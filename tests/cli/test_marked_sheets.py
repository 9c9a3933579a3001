"""`sheets read`: a folder of photographs, compared with what is known to stand on them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.paper.pages import CODES, DATES, neat_picture


@pytest.fixture
def photographs(tmp_path: Path) -> Path:
    """Two sheets and something broken."""
    made = tmp_path / "photos"
    made.mkdir()
    (made / "a.jpg").write_bytes(neat_picture(CODES, [(0, 2), (24, 8)]))
    (made / "b.jpg").write_bytes(neat_picture(DATES, [(1, 5)]))
    (made / "c.png").write_bytes(b"broken")
    return made


def truth(path: Path, *rows: str) -> Path:
    """A table of truth."""
    path.write_text("\n".join(("file,row,date,marked", *rows)), encoding="utf-8-sig")
    return path


def test_each_picture_is_told_and_one_that_is_broken_says_why(
    command: Command, photographs: Path, tmp_path: Path
) -> None:
    done = command("sheets", "read", photographs, data=tmp_path / "nowhere", text=True)

    assert done.code == 0
    assert f"a.jpg  {CODES.page}  แน่ใจ / sure 2  " in done.out
    assert f"b.jpg  {DATES.page}  แน่ใจ / sure 226" in done.out
    assert "รูป / pictures 3  อ่านได้ / read 2" in done.out
    assert "c.png: " in done.err
    assert "cannot be opened" in done.err


def test_every_box_is_written_to_a_table(
    command: Command, photographs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"
    assert command("sheets", "read", photographs, "--out", out).code == 0

    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 25 + 250 + 1
    assert rows[0] == {
        "file": "a.jpg", "page": CODES.page, "row": "1", "date": "", "marked": "3", "sure": "1",
    }  # fmt: skip
    marked = [row for row in rows if row["file"] == "b.jpg" and row["marked"]]
    assert [(row["row"], row["date"], row["marked"]) for row in marked] == [("2", "3", "2")]


def test_it_is_compared_with_a_table_of_truth(
    command: Command, photographs: Path, tmp_path: Path
) -> None:
    known = truth(tmp_path / "truth.csv", "a.jpg,1,,3", "a.jpg,2,,", "a.jpg,25,,1", "b.jpg,2,3,2")
    told = command("sheets", "read", photographs, "--truth", known).json

    assert told["compared"] == {
        "codes": {"groups": 3, "sure": 2, "right": 1},
        "dates": {"groups": 1, "sure": 1, "right": 1},
    }
    assert told["sheets"][2] == {"file": "c.png", "refused": "photo_unreadable"}
    shown = command("sheets", "read", photographs, "--truth", known, text=True).out
    assert "100.00 %" in shown
    assert "50.00 %" in shown


@pytest.mark.parametrize("row", ["a.jpg,one,,1", "a.jpg,1,,x", "a.jpg"])
def test_a_table_of_truth_that_says_nothing_clear_is_refused(
    command: Command, photographs: Path, tmp_path: Path, row: str
) -> None:
    known = truth(tmp_path / "truth.csv", "a.jpg,1,,3", row)
    done = command("sheets", "read", photographs, "--truth", known)
    assert done.code == 1
    assert "line 3" in done.err


def test_a_folder_that_is_not_there_is_told(command: Command, tmp_path: Path) -> None:
    done = command("sheets", "read", tmp_path / "stick")
    assert done.code == 1
    assert "stick" in done.err
