"""The report of key skills: what rose, stayed, fell, and what was measured once only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery
from desktop.services.skills.records import SkillQuery
from desktop.services.tallies.help_tables import HelpTable
from tests.services.courses.scene import course
from tests.services.tallies.test_help import ids_of, numbers

SKILLS: Final = {"K1": "soft", "K2": "technical", "K3": "soft", "K4": "financial"}
VILLAGES: Final = {"1": "หมู่ 1 ห้วยใส", "2": "หมู่ 2 ดอยงาม", "": "ไม่ระบุหมู่บ้าน"}
COURSES: Final = ("ทอผ้า", "จักสาน", "")
OUTSIDE: Final = "นอกกิจกรรม"
GROUPS: Final = {
    "technical": "ทักษะอาชีพและผู้ประกอบการ (Technical)",
    "soft": "ทักษะชีวิต (Soft)",
    "financial": "ทักษะการเงินครัวเรือน (Financial)",
}

One = Mapping[str, str]
"""What is measured of somebody: `before`, `after`, `later` are levels, "" for none."""


def told(
    services: Services, within: LearnerQuery | None = None, *, hidden: bool = False
) -> dict[str, HelpTable]:
    tables = services.help_tallies.report("skills", within, hidden=hidden)
    return {each.name: each for each in tables}


@pytest.fixture
def places(services: Services) -> dict[str, UUID | None]:
    services.centre.save_village("1", {"name": "ห้วยใส"})
    services.centre.save_village("2", {"name": "ดอยงาม"})
    return {name: course(services, name) if name else None for name in COURSES}


def make(services: Services, places: Mapping[str, UUID | None], one: One) -> None:
    learner = services.learners.add({"given": "คำแพง", "village": one["village"]}).id
    of = {"learner_id": learner, "course_id": places[one["course"]], "skill": one["skill"]}
    for phase in ("before", "after", "later"):
        if one[phase]:
            services.skills.add({**of, "phase": phase, "level": one[phase], "on": "2026-11-01"})
    if one["withdrawn"]:
        last = services.skills.find(SkillQuery(learner_id=learner))[-1]
        services.skills.move(last.id, "withdraw", {"reason": "วัดผิด"})


def levels(one: One) -> tuple[int, int]:
    """Before, and what counts as after; 0 for none."""
    said = [(phase, int(one[phase])) for phase in ("before", "after", "later") if one[phase]]
    if one["withdrawn"]:
        said.pop()
    before = [level for phase, level in said if phase == "before"]
    after = [level for phase, level in said if phase != "before"]
    return (before or [0])[-1], (after or [0])[-1]


def recounted(made: Sequence[One]) -> dict[str, float | None]:
    """What the figures of these are, counted one by one."""
    pairs = [pair for pair in map(levels, made) if any(pair)]
    both = [pair for pair in pairs if all(pair)]
    return {
        "measured": len(pairs),
        "measured_once": len(pairs) - len(both),
        "risen": sum(after > before for before, after in both),
        "same": sum(after == before for before, after in both),
        "fallen": sum(after < before for before, after in both),
        "mean_before": sum(before for before, _after in both) / len(both) if both else None,
        "mean_after": sum(after for _before, after in both) / len(both) if both else None,
    }


LEVELS: Final = st.sampled_from(["", "1", "2", "3", "4"])
DRAWN = st.fixed_dictionaries(
    {
        "before": st.sampled_from(["1", "2", "3", "4"]),
        "after": LEVELS,
        "later": LEVELS,
        "withdrawn": st.sampled_from(["", "", "yes"]),
        "skill": st.sampled_from(sorted(SKILLS)),
        "village": st.sampled_from(sorted(VILLAGES)),
        "course": st.sampled_from(COURSES),
    }
)


def test_every_figure_is_what_a_plain_count_gives(
    services: Services, places: dict[str, UUID | None]
) -> None:
    made: list[One] = []

    @settings(
        max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(st.lists(DRAWN, min_size=1, max_size=5))
    def check(more: list[dict[str, str]]) -> None:
        for one in more:
            make(services, places, one)
            made.append(one)
        tables = told(services)
        counts = [one for one in made if any(levels(one))]
        ways: dict[str, Callable[[One], str]] = {
            "skills_by_skill": lambda one: one["skill"],
            "skills_by_course": lambda one: one["course"] or OUTSIDE,
            "skills_by_village": lambda one: VILLAGES[one["village"]],
            "skills_by_group": lambda one: GROUPS[SKILLS[one["skill"]]],
        }
        for name, by in ways.items():
            table = tables[name]
            assert numbers(table) == pytest.approx(recounted(made))
            assert len(table.rows) == len(set(map(by, counts)))
            for word in set(map(by, counts)):
                row = next(each.name[0] for each in table.rows if each.name[0].startswith(word))
                wanted = recounted([one for one in made if by(one) == word])
                assert numbers(table, row) == pytest.approx(wanted)

    check()


def test_numbers_open_their_measures_and_a_period_narrows(
    services: Services, places: dict[str, UUID | None]
) -> None:
    usual = {"later": "", "withdrawn": "", "skill": "K2", "course": "ทอผ้า"}
    make(services, places, {"before": "1", "after": "3", "village": "1", **usual})
    make(services, places, {"before": "2", "after": "", "village": "2", **usual})
    table = told(services)["skills_by_course"]
    assert table.opens == "skill_measure"
    rows = services.skills.find(SkillQuery(ids=tuple(ids_of(table, "risen"))))
    assert [row.level for row in rows] == ["1", "3"]
    assert len(ids_of(table, "measured")) == 3
    here = told(services, LearnerQuery(villages=("2",)))["skills_by_course"]
    assert numbers(here)["measured_once"] == numbers(here)["measured"] == 1
    later = LearnerQuery(registered_since=date(2026, 11, 2))
    assert told(services, later)["skills_by_course"].rows == ()


def test_small_numbers_and_their_means_stay_inside(
    services: Services, places: dict[str, UUID | None]
) -> None:
    usual = {"later": "", "withdrawn": "", "skill": "K2", "course": "ทอผ้า", "village": "1"}
    for after in ("3", "3", *[""] * 7):
        make(services, places, {"before": "1", "after": after, **usual})
    tables = told(services, hidden=True)
    assert "skills_by_course" not in tables
    for table in tables.values():
        for row in table.rows:
            figures = dict(zip(table.columns, row.figures, strict=True))
            for name in ("risen", "mean_before", "mean_after"):
                assert figures[name].hidden, (table.name, name)
            assert not any(each.ids for each in row.figures)
