"""What papers make of their room: readable print, no sheet for one line, no name among marks."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from desktop.reports import (
    FORMS,
    write_form,
    write_plan,
    write_plans,
    write_register,
    write_summary,
)
from desktop.reports.line_breaking import thai_breaker
from desktop.reports.paper_data import PaperOptions, PlanPaper, RegisterPaper, RegisterRow
from desktop.reports.paper_words import WORDS
from desktop.reports.sheet import SMALLEST
from desktop.reports.text import Style, lay_lines
from tests.reports.paper_reader import (
    contents,
    needs_poppler,
    page_count,
    poppler_text,
    reversed_text,
    squeezed,
)
from tests.reports.sample_papers import LEARNER, LETTERHEAD, STAMP, plan, rated
from tests.reports.test_lists_and_forms import FORM, SUMMARY

BOTH = pytest.mark.parametrize("language", ["th", "en"])
_SIZE = re.compile(rb"/[A-Z][A-Za-z]+ ([\d.]+) Tf")


def _row(name: str, moo: str, village: str) -> RegisterRow:
    number = "x-xxxx-xxxx1-01-3"
    return RegisterRow(f"58-{name}", name, national_id=number, village=village, moo=moo)


REGISTER = RegisterPaper(
    LETTERHEAD,
    rows=(
        _row("นางสาวดาว ใจดี", "10", "หมู่ 10 บ้านดอย"),
        _row("นายบุญ ใจดี", "2", "หมู่ 2 บ้านนา"),
        _row("นางคำ ใจดี", "2", "หมู่ 2 บ้านนา"),
        _row("นายไม่รู้ ที่อยู่", "", ""),
    ),
    printed=STAMP,
)


@BOTH
def test_no_print_is_smaller_than_nine_points(tmp_path: Path, language: str) -> None:
    looks = PaperOptions(language=language)
    long = replace(LEARNER, household="ก" * 300, village="บ้าน" + "ยาว" * 40)
    write_plan(plan(hett=rated(6), learner=long), tmp_path / "plan.pdf", looks)
    write_plans([plan(), plan(learner=long)], tmp_path / "plans.pdf", looks)
    write_register(REGISTER, tmp_path / "register.pdf", looks)
    write_summary(SUMMARY, tmp_path / "summary.pdf", looks)
    for name in FORMS:
        write_form(name, FORM, tmp_path / f"{name}.pdf", looks)
    for path in tmp_path.glob("*.pdf"):
        sizes = {float(size) for part in contents(path) for size in _SIZE.findall(part)}
        assert sizes, path.name
        assert min(sizes) >= SMALLEST, path.name


@needs_poppler
@pytest.mark.parametrize("name", ["หญูฎุฐู ปั๊ก้ำญิ้", "ดาว ใจดี"])
def test_title_and_name_leave_a_line_between_them(tmp_path: Path, name: str) -> None:
    path = tmp_path / "plan.pdf"
    bare = replace(LEARNER, title="", given=name, surname="ปั้น")
    write_plan(plan(learner=bare, letterhead=replace(LETTERHEAD, logo=None)), path)
    command = ["pdftoppm", "-r", "144", "-f", "1", "-l", "1", "-gray", "-png", str(path)]
    subprocess.run([*command, str(path.with_suffix(""))], check=True)
    (picture,) = tmp_path.glob("*.png")
    with Image.open(picture) as image:
        left, right = 220, 780  # beside the green edge, before the code
        rows = [
            min(image.crop((left, row, right, row + 1)).tobytes()) for row in range(2 * 40, 2 * 122)
        ]
    inked = "".join("#" if darkest < 160 else " " for darkest in rows)
    bands = [len(band) for band in inked.split() if band]
    assert len(bands) >= 4, bands  # office, title, name, years


def test_a_dash_after_a_year_goes_down_with_what_follows() -> None:
    text = "26 ก.ค. 2569 – 17 ต.ค. 2569 และ 2 → 3"
    for width in range(70, 250, 3):
        lines = lay_lines(text, Style("Regular", 9.6, 14), width, thai_breaker())
        assert not [line.text for line in lines if line.text.rstrip().endswith(("–", "→"))]


@needs_poppler
@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 22), None, "ตั้งแต่ 22 พ.ย. 2569"),
        (None, date(2027, 11, 21), "ถึง 21 พ.ย. 2570"),
        (date(2026, 11, 22), date(2027, 11, 21), "22 พ.ย. 2569 – 21 พ.ย. 2570"),
    ],
)
def test_a_plan_with_one_date_has_no_dangling_dash(
    tmp_path: Path, first: date | None, last: date | None, said: str
) -> None:
    path = tmp_path / "plan.pdf"
    write_plan(plan(starts_on=first, ends_on=last), path)
    text = poppler_text(path)
    assert said in text
    assert not re.search(r"\d – +·", text)


@needs_poppler
def test_the_ratings_of_a_plan_stand_under_headings(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    write_plan(plan(), path)
    assert squeezed(reversed_text(path)).count(squeezed(WORDS["ratings"][0])) >= 2


@needs_poppler
@BOTH
def test_signatures_never_stand_alone_on_their_sheet(tmp_path: Path, language: str) -> None:
    path = tmp_path / "plan.pdf"
    heads = {"th": ("ความเห็นของผู้เรียนรู้", "ลงชื่อ"), "en": ("What the learner", "Signatures")}
    said, signed = heads[language]
    seen = set()
    for lines in range(0, 90, 3):
        story = "\n".join(["ทอผ้ากับยายทุกเย็น"] * lines)
        write_plan(plan(strengths=story), path, PaperOptions(language=language))
        pages = poppler_text(path).split("\f")
        last = next(page for page in reversed(pages) if page.strip())
        assert signed in last
        assert said in last
        seen.add(page_count(path))
    assert len(seen) > 1


def test_closer_lines_spare_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    pages = []
    for lines in range(60):
        write_plan(plan(strengths="\n".join(["ทอผ้า"] * lines)), path)
        pages.append(page_count(path))
    assert pages == sorted(pages)


@needs_poppler
@BOTH
def test_a_register_by_village_has_totals_and_places_to_sign(tmp_path: Path, language: str) -> None:
    path = tmp_path / "register.pdf"
    write_register(REGISTER, path, PaperOptions(language=language, by_village=True))
    text = squeezed(reversed_text(path))
    index = 1 if language == "en" else 0
    order = [text.index(squeezed(place)) for place in ("หมู่ 2 บ้านนา", "หมู่ 10 บ้านดอย")]
    assert order == sorted(order)
    assert text.index(squeezed(WORDS["no_village"][index])) > order[-1]
    for count in (1, 2):
        assert squeezed(WORDS["total"][index].format(n=count)) in text
    assert squeezed(WORDS["total_all"][index].format(n=4)) in text
    for key in ("maker", "checker"):
        assert squeezed(WORDS[key][index]) in text


@needs_poppler
def test_the_table_of_villages_has_its_sums(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    write_summary(SUMMARY, path, PaperOptions(hide_small_cells=False))
    text = poppler_text(path, "-layout")
    table = SUMMARY.village_status
    assert table is not None
    last = next(line for line in text.splitlines() if line.strip().startswith("รวม"))
    below = [sum(row[place] for _, row in table.rows) for place in range(len(table.columns))]
    assert last.split()[1:] == [f"{number:,}" if number else "–" for number in (*below, sum(below))]


def test_a_plan_for_the_pen_keeps_its_three_sheets(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    assert write_plan(PlanPaper(), path) == 3
