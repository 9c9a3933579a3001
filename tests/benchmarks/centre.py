"""Figures of one laptop: search, open, save, lists, import, export, paper."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery
from desktop.services.opening import create_centre
from desktop.services.papers.printing import PrintService
from desktop.services.rosters.exporting import ExportService
from desktop.services.storage.beginning import NewCentre
from desktop.services.workspace import Workspace
from tests.benchmarks.measure import Figure, median_ms, seconds
from tests.benchmarks.people import fill, roster

TYPED = ("ดาวเรือง", "หน่อแอริ ธาร", "ตน", "9999012", "นุ่น", "มะลิ ใจ")
_PAGE = 60  # rows a screen asks for at once


def new_centre(folder: Path) -> Workspace:
    """Begin a centre with the real cost of a passcode."""
    return create_centre(folder, NewCentre("ศูนย์วัดผล", "580604", "ผู้วัด", "วัดผล1234"))


def search_figures(folder: Path, count: int) -> Iterator[Figure]:
    """Search as you type, opening and scrolling at `count` learners."""
    workspace = new_centre(folder)
    filling = seconds(lambda: fill(workspace, count))
    services = Services(workspace)
    lists = services.lists
    lists.find(LearnerQuery(search="ก"), _PAGE)
    keys = [text[: end + 1] for text in TYPED for end in range(len(text))]
    middle, worst = median_ms(
        [lambda key=key: lists.find(LearnerQuery(search=key), _PAGE) for key in keys]  # type: ignore[misc]
    )
    yield Figure(
        f"search, one key, {count:,} learners", middle, 16, "ms", f"worst {worst:.1f} ms",
    )  # fmt: skip
    everyone = lists.ids(LearnerQuery())
    whole, _ = median_ms([lambda: lists.ids(LearnerQuery())] * 3)
    yield Figure(f"whole list of ids, {count:,} learners", whole, None, "ms")
    chance = random.Random(3)
    starts = [chance.randrange(max(len(everyone) - _PAGE, 1)) for _ in range(40)]
    page, worst = median_ms(
        [lambda at=at: lists.rows(everyone[at : at + _PAGE]) for at in starts]  # type: ignore[misc]
    )
    yield Figure(
        f"one page of rows while scrolling, {count:,}", page, 16, "ms", f"worst {worst:.1f} ms"
    )
    yield Figure(f"filling {count:,} learners", filling, None, "s")
    services.close()
    workspace.close()


def daily_figures(folder: Path, count: int) -> Iterator[Figure]:
    """Sign in, open, save, import, export and print at `count` learners."""
    workspace = new_centre(folder / "centre")
    fill(workspace, count)
    services = Services(workspace)
    chance = random.Random(4)
    some = chance.sample(services.lists.ids(LearnerQuery()), 60)
    middle, worst = median_ms(
        [lambda each=each: services.learners.get(each) for each in some[:30]]  # type: ignore[misc]
    )
    yield Figure(f"open a learner, {count:,}", middle, 50, "ms", f"worst {worst:.1f} ms")
    middle, worst = median_ms(
        [
            lambda each=each: services.learners.edit(each, {"nickname": "เปลี่ยน"})  # type: ignore[misc]
            for each in some[30:]
        ]
    )
    yield Figure(f"save one field, {count:,}", middle, 30, "ms", f"worst {worst:.1f} ms")
    middle, worst = median_ms([lambda: services.today.get()] * 5)
    yield Figure(f"the today screen's lines, {count:,}", middle, None, "ms")
    yield from _exchange(folder, workspace, count)
    yield from _paper(folder, workspace)
    services.close()
    workspace.close()


def _exchange(folder: Path, workspace: Workspace, count: int) -> Iterator[Figure]:
    services = Services(workspace)
    path = folder / "roster.xlsx"
    roster(path, 10_000, first=count)
    previews = []
    previewing = seconds(lambda: previews.append(services.imports.preview(path)))
    storing = seconds(lambda: services.imports.run(previews[0]))
    yield Figure(
        "import 10,000 rows with preview", previewing + storing, 10, "s",
        f"preview {previewing:.1f}, storing {storing:.1f}",
    )  # fmt: skip
    exporting = ExportService(workspace)
    query = LearnerQuery(ids=tuple(services.lists.ids(LearnerQuery(), 10_000)))
    taken = seconds(lambda: exporting.export("learners", folder / "out.xlsx", query))
    yield Figure("export 10,000 learners, .xlsx", taken, 4, "s")


def _paper(folder: Path, workspace: Workspace) -> Iterator[Figure]:
    sample = new_centre(folder / "sample")
    services = Services(sample)
    services.sample.load()
    printing = PrintService(sample)
    planned = services.lists.ids(LearnerQuery(plan="any"))
    printing.plan_of(planned[0], folder / "one.pdf")
    middle, worst = median_ms(
        [
            lambda each=each: printing.plan_of(each, folder / "one.pdf")  # type: ignore[misc]
            for each in planned[:20]
        ]
    )
    yield Figure("one plan, PDF", middle, 100, "ms", f"worst {worst:.0f} ms")
    model = services.plans.current(planned[0])
    fill(sample, 200 - len(planned))
    without = services.lists.ids(LearnerQuery(plan="none"))
    for each in without[: 200 - len(planned)]:
        services.plans.start(each, copy_of=model)
    two_hundred = [*planned, *without][:200]
    printed = []
    taken = seconds(
        lambda: printed.append(printing.plans(folder / "all.pdf", learners=two_hundred))
    )
    note = f"{len(printed[0].plans)} plans, {printed[0].pages} pages"
    yield Figure("200 plans in one PDF", taken, 8, "s", note)
    services.close()
    sample.close()
