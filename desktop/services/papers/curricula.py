"""หลักสูตรท้องถิ่น on paper: one or many whole, one for the pen, and the list of all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

from desktop.models.curricula import Curriculum, CurriculumUnit
from desktop.models.moves import last_move, state_of
from desktop.reports.paper_data import PaperOptions
from desktop.services.capital.reading import found as capital_found
from desktop.services.capital.records import CapitalQuery
from desktop.services.curricula.reading import found, units_of
from desktop.services.curricula.records import CurriculumQuery, CurriculumRow
from desktop.services.needs.amounts import shown
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import (
    Listed,
    WithForm,
    lines,
    shown_groups,
    shown_months,
    write_list,
    write_lists,
)
from desktop.services.record_values import live
from desktop.services.rights import Right, needs

_LIST: Final = (
    ("หลักสูตร", "Curriculum", 200.0),
    ("ทักษะ", "Skills", 150.0),
    ("กลุ่มเป้าหมาย", "Target groups", 150.0),
    ("ระยะเวลา", "Length", 90.0),
    ("ชุมชนเจ้าของความรู้", "Community", 130.0),
    ("สถานะ", "State", 100.0),
)
_WHOLE: Final = (
    ("หัวข้อ", "Heading", 160.0),
    ("รายละเอียด", "Details", 520.0),
    ("ชั่วโมง", "Hours", 60.0),
)
_UNITS: Final = ("โครงสร้างเนื้อหา", "Contents")
_PEN_UNITS: Final = 6


class CurriculumPapers(WithForm[CurriculumQuery]):
    """Prints the list, and curricula whole under the headings that offices ask for."""

    event = "printed_curricula"
    form_code = "CURRICULUM-1"

    def _listed(self, desk: PaperDesk, query: CurriculumQuery | None) -> Listed:
        english = desk.language == "en"
        asked = query or CurriculumQuery()
        rows = [
            row
            for row in found(desk.session, asked, desk.today)
            if row.state != "retired" or "retired" in asked.states
        ]
        return Listed(
            "Local curricula" if english else "ทำเนียบหลักสูตรท้องถิ่น",
            _LIST,
            [("", [_line(desk, row) for row in rows])],
            f"{len(rows)} curricula" if english else f"{len(rows)} หลักสูตร",
            count=len(rows),
        )

    @needs(Right.PRINT)
    def write_whole(
        self, path: Path, curriculum_id: UUID, options: PaperOptions | None = None
    ) -> int:
        """Write one whole, and return its pages; UserError as `write_list`."""
        return write_list(
            self._workspace,
            path,
            options,
            lambda desk: _whole(desk, live(desk.session, Curriculum, curriculum_id)),
            self.event,
        )

    @needs(Right.PRINT)
    def write_all(
        self, path: Path, query: CurriculumQuery | None = None, options: PaperOptions | None = None
    ) -> int:
        """Write every one that a question finds, each from a page of its own."""

        def told(desk: PaperDesk) -> Sequence[Listed]:
            rows = found(desk.session, query or CurriculumQuery(), desk.today)
            return [_whole(desk, desk.session.get_one(Curriculum, row.id)) for row in rows]

        return write_lists(self._workspace, path, options, told, self.event)

    def _blank(self, desk: PaperDesk) -> Listed:
        return _whole(desk, None)


def _line(desk: PaperDesk, row: CurriculumRow) -> tuple[str, ...]:
    thing = desk.session.get_one(Curriculum, row.id)
    return (
        lines(_title(desk, thing), thing.outcomes),
        lines(*desk.labels("skill_groups", row.skill_groups), ", ".join(row.key_skills)),
        shown_groups(desk, thing.groups_served),
        lines(_hours(desk, row.hours), shown_months(desk, thing.months_open)),
        _community(desk, thing),
        lines(desk.label("curriculum_states", row.state), desk.date(row.confirmed_on, short=True)),
    )


def _title(desk: PaperDesk, thing: Curriculum) -> str:
    word = "version" if desk.language == "en" else "ฉบับที่"
    return f"{thing.name} ({word} {thing.version})" if thing.version > 1 else thing.name


def _hours(desk: PaperDesk, hours: float | None) -> str:
    if hours is None:
        return ""
    return f"{shown(hours)} {'hours' if desk.language == 'en' else 'ชั่วโมง'}"


def _community(desk: PaperDesk, thing: Curriculum) -> str:
    village = desk.villages.get(thing.village_id) if thing.village_id else None
    word = "Moo" if desk.language == "en" else "หมู่"
    place = f"{word} {village.moo} {village.name or ''}".strip() if village else ""
    return lines(thing.community, place)


def _whole(desk: PaperDesk, thing: Curriculum | None) -> Listed:
    """One under the headings of its form; None for the pen."""
    english = desk.language == "en"
    units = units_of(desk.session, thing.id) if thing is not None else ()
    said = [each.hours for each in units if each.hours is not None]
    hours = sum(said) if said else (thing.hours if thing is not None else None)
    before, after = _said(desk, thing, hours)
    room = thing is None
    contents = [_unit(number, each) for number, each in enumerate(units, 1)]
    if room:
        contents = [(f"{number}.\n", "", "") for number in range(1, _PEN_UNITS + 1)]
    elif said:
        contents.append(("All" if english else "รวม", "", shown(sum(said))))
    title = "Local curriculum" if english else "หลักสูตรท้องถิ่น"
    name = f"{title} {_title(desk, thing)}" if thing is not None else title
    return Listed(
        name,
        _WHOLE,
        [
            ("", _rows(desk, before, room=room)),
            (_UNITS[english], contents),
            ("", _rows(desk, after, room=room)),
        ],
        _standing(desk, thing) if thing is not None else _to_fill(english=english),
        count=None if room else 1,
        numbered=False,
        numeric=frozenset({2}),
        signers=("Written by", "Approved by") if english else ("ผู้จัดทำ", "ผู้รับรอง"),
    )


def _to_fill(*, english: bool) -> str:
    if english:
        return "Title ........................... Village ................ Day ................"
    return "ชื่อหลักสูตร ........................... หมู่บ้าน ............... วันที่ ..............."


def _unit(number: int, unit: CurriculumUnit) -> tuple[str, ...]:
    hours = "" if unit.hours is None else shown(unit.hours)
    return f"{number}. {unit.name}", unit.method or "", hours


def _rows(
    desk: PaperDesk, said: Sequence[tuple[str, str, str]], *, room: bool
) -> list[tuple[str, ...]]:
    english = desk.language == "en"
    return [(en if english else th, "\n\n" if room else text, "") for th, en, text in said]


Said = list[tuple[str, str, str]]
"""Of each heading: in Thai, in English, and what stands there."""


def _said(desk: PaperDesk, thing: Curriculum | None, hours: float | None) -> tuple[Said, Said]:
    """What stands before the units, and behind them."""
    empty = Curriculum(name="") if thing is None else thing
    skills = lines(
        ", ".join(desk.labels("skill_groups", empty.skill_groups)),
        ", ".join(desk.labels("key_skills", empty.key_skills)),
        ", ".join(desk.labels("hett_dimensions", empty.dimensions)),
    )
    length = lines(_hours(desk, hours), shown_months(desk, empty.months_open))
    languages = ", ".join(desk.labels("languages", empty.languages))
    before: Said = [
        ("ความเป็นมา", "Background", lines(empty.problem, _community(desk, empty))),
        ("หลักการ", "Principles", empty.principles or ""),
        ("จุดหมาย", "Aims", lines(empty.outcomes, skills)),
        ("กลุ่มเป้าหมาย", "For whom", lines(shown_groups(desk, empty.groups_served), languages)),
        ("ระยะเวลา", "Length", length),
    ]
    after: Said = [
        ("กระบวนการ", "How it is taught", empty.method or ""),
        (
            "สื่อ/แหล่งเรียนรู้",
            "Materials, places",
            lines(empty.materials, ", ".join(_capital(desk, empty))),
        ),
        ("วัดผล", "Measuring", empty.measuring or ""),
        ("การจบ", "Completion", empty.completion or ""),
        ("เทียบโอน", "Credit transfer", empty.transfer or ""),
    ]
    return before, after


def _capital(desk: PaperDesk, thing: Curriculum) -> list[str]:
    """What of the community it draws on; what is confidential or held back is in no paper."""
    wanted = {UUID(each) for each in thing.capital or ()}
    if not wanted:
        return []
    rows = capital_found(desk.session, CapitalQuery(), desk.today)
    return [
        row.name for row in rows if row.id in wanted and not row.confidential and not row.restricted
    ]


def _standing(desk: PaperDesk, thing: Curriculum) -> str:
    """How it stands: by which resolution, since when, and whether others may use it."""
    english = desk.language == "en"
    move = last_move(desk.session, thing)
    parts = [desk.label("curriculum_states", state_of(desk.session, thing))]
    if move is not None:
        number = f"{'resolution' if english else 'มติที่'} {move.number}" if move.number else ""
        parts += [move.institution or "", number, desk.date(move.done_on)]
    if thing.shareable is False:
        parts.append("For use in this community only" if english else "ใช้ในชุมชนเจ้าของเท่านั้น")
    return " · ".join(filter(None, parts))
