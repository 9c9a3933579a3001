"""The README's headless job for real: the program, the roster, the paper and a hub."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import pytest

from installer.environment import Environment
from installer.sample import Sample
from tests.sync.hub_keys import open_hub_file

ROOT = Path(__file__).resolve().parents[2]


class Here(Environment):
    """This checkout, with the interpreter that runs the tests."""

    @property
    def python(self) -> Path:
        """The running interpreter."""
        return Path(sys.executable)


@pytest.mark.long
def test_roster_in_plans_out_everything_at_the_hub(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = Path("tests", "samples", "roster-plain-30.csv")  # the shortest
    job = Sample(Here(ROOT), tmp_path / "ข้อมูล ตัวอย่าง", roster)

    assert job.run_headless() == 0

    (work,) = job.folder.iterdir()
    plans = (work / "plans.pdf").read_bytes()
    assert plans.startswith(b"%PDF-")
    assert plans.rstrip().endswith(b"%%EOF")
    with closing(open_hub_file(work / "hub.sqlite")) as hub:
        tables = [
            name for (name,) in hub.execute("select name from sqlite_master where type='table'")
        ]
        counts = {
            name: hub.execute(f'select count(*) from "{name}"').fetchone()[0] for name in tables
        }
    assert max(counts.values()) > 90, counts  # 30 of the roster and 60 of the sample, at least
    told = capsys.readouterr().out
    assert f"{roster.name}: 30 " in told
    assert str(work / "plans.pdf") in told
