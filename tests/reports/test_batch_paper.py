"""Many plans in one file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.errors import Cancelled, UserError
from desktop.reports import write_plan, write_plans
from desktop.reports.paper_data import PaperOptions, PlanPaper
from tests.reports.paper_reader import needs_poppler, page_count, poppler_text
from tests.reports.sample_papers import learner, plan

NAMES = ("เรณู", "กานดา", "ฤดี", "แสงเดือน", "บุญยืน")


def plans() -> list[PlanPaper]:
    """Plans of two villages, out of order."""
    made = [plan(learner=learner(name, "", "12", "บ้านสบโขง", n)) for n, name in enumerate(NAMES)]
    return [*made, plan(learner=learner("หน่อแอริ", "พนาเจริญธรรม", "3", "บ้านห้วยม่วง", 90))]


class Watching:
    """Keeps what it was told; stops at a given step."""

    def __init__(self, stop_at: int = -1) -> None:
        self.steps: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def step(self, done: int, total: int, doing: str = "") -> None:
        """Note the step, or stop."""
        self.steps.append((done, total))
        if done == self._stop_at:
            raise Cancelled


@needs_poppler
def test_people_stand_by_village_and_in_thai_order(tmp_path: Path) -> None:
    path = tmp_path / "plans.pdf"
    write_plans(plans(), path)
    cover = poppler_text(path, "-l", "1", "-raw")
    order = ["หน่อแอริ", "กานดา", "บุญยืน", "เรณู", "ฤดี", "แสงเดือน"]
    places = [cover.index(f"เด็กหญิง{name}") for name in order]
    assert places == sorted(places)
    assert cover.index("บ้านห้วยม่วง") < cover.index("บ้านสบโขง")


@needs_poppler
def test_the_list_names_the_sheet_where_each_plan_begins(tmp_path: Path) -> None:
    path = tmp_path / "plans.pdf"
    total = write_plans(plans(), path)
    cover = poppler_text(path, "-l", "1", "-raw")
    for name in (*NAMES, "หน่อแอริ"):
        row = next(line for line in cover.splitlines() if f"เด็กหญิง{name}" in line)
        page = row.split()[-1]
        assert 1 < int(page) <= total
        first = poppler_text(path, "-f", page, "-l", page)
        assert "แผนการเรียนรู้รายบุคคล" in first
        assert f"เด็กหญิง{name}" in first
        assert f"แผ่น {page}" in first


def test_villages_and_people_are_in_the_outline(tmp_path: Path) -> None:
    path = tmp_path / "plans.pdf"
    write_plans(plans(), path)
    data = path.read_bytes()
    assert len(re.findall(rb"/Title ", data)) >= 2 + 2 + 6  # list, sheet, villages, people


def test_pages_add_up(tmp_path: Path) -> None:
    each = [write_plan(item, tmp_path / "one.pdf") for item in plans()]
    bare = PaperOptions(cover_list=False, signature_sheet=False)
    assert write_plans(plans(), tmp_path / "bare.pdf", bare) == sum(each)
    assert write_plans(plans(), tmp_path / "all.pdf") == sum(each) + 2
    assert page_count(tmp_path / "all.pdf") == sum(each) + 2


def test_progress_counts_to_its_end(tmp_path: Path) -> None:
    watching = Watching()
    write_plans(plans(), tmp_path / "plans.pdf", progress=watching)
    done = [step for step, _ in watching.steps]
    assert done == sorted(done)
    assert watching.steps[-1][0] == watching.steps[-1][1]
    assert len(watching.steps) > len(plans())


@pytest.mark.parametrize("stop_at", [0, 4, 8])
def test_a_stopped_batch_leaves_the_old_file_as_it_was(tmp_path: Path, stop_at: int) -> None:
    path = tmp_path / "plans.pdf"
    path.write_bytes(b"yesterday")
    with pytest.raises(Cancelled):
        write_plans(plans(), path, progress=Watching(stop_at))
    assert path.read_bytes() == b"yesterday"
    assert [found.name for found in tmp_path.iterdir()] == ["plans.pdf"]


def test_fonts_are_embedded_once_for_all(tmp_path: Path) -> None:
    path = tmp_path / "plans.pdf"
    write_plans(plans(), path)
    names = re.findall(rb"/FontName /[A-Z]{6}\+([A-Za-z-]+)", path.read_bytes())
    assert len(names) == len(set(names))


def test_no_plans_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        write_plans([], tmp_path / "plans.pdf")
    assert refused.value.code == "paper_nothing_to_print"
    assert list(tmp_path.iterdir()) == []
