"""Register, tambon summary and the forms for the pen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.reports import FORMS, write_form, write_register, write_summary
from desktop.reports.charts import hidden_cells, hidden_table, rounded
from desktop.reports.paper_data import (
    Count,
    CrossTable,
    FormDimension,
    FormIndicator,
    FormPaper,
    HettCounts,
    PaperOptions,
    RegisterPaper,
    RegisterRow,
    SummaryPaper,
)
from tests.reports.paper_reader import needs_poppler, poppler_text, reversed_text, squeezed
from tests.reports.sample_papers import LEARNER, LETTERHEAD, STAMP, WORDINGS

ROWS = tuple(
    RegisterRow(
        code=f"580604-MB-{n:05d}",
        name=f"นายบุญยืน{n:03d} -",
        birth="พ.ศ. 2554",
        age="15",
        village="หมู่ 3 บ้านห้วยม่วง",
        groups="เด็ก/เยาวชนนอกระบบการศึกษา · กลุ่มชาติพันธุ์ · ผู้ไม่มีสถานะทางทะเบียน",
    )
    for n in range(120)
)
SUMMARY = SummaryPaper(
    letterhead=LETTERHEAD,
    period="ปีงบประมาณ 2570",
    learners=217,
    plans=150,
    assessed=120,
    villages=(Count("หมู่ 1 บ้านแม่สวด", 81), Count("หมู่ 3 บ้านห้วยม่วง", 3), Count("หมู่ 4", 133)),
    statuses=(Count("กำลังช่วยเหลือ", 120), Count("ปิดแล้ว", 97)),
    groups=(Count("กลุ่มชาติพันธุ์", 150), Count("ผู้ไม่มีสถานะทางทะเบียน", 2)),
    reasons=(Count("การคมนาคมไม่สะดวก", 57),),
    hett=(HettCounts("H", "สุขภาพ", (11, 41, 51, 21), 93),),
    village_status=CrossTable(
        "หมู่บ้าน", ("ช่วยเหลือ", "ปิด"), (("แม่สวด", (61, 26)), ("ห้วยม่วง", (59, 71)))
    ),
    printed=STAMP,
)
FORM = FormPaper(
    letterhead=LETTERHEAD,
    dimensions=(
        FormDimension(
            "E",
            "วิชาการ",
            tuple(FormIndicator(f"E{n}", f"ตัวชี้วัดที่ {n:02d}", WORDINGS) for n in range(1, 31)),
        ),
        FormDimension("H", "สุขภาพ", (FormIndicator("H8", "สารเสพติด", WORDINGS, sensitive=True),)),
    ),
    groups=("คนพิการ", "ผู้สูงอายุ", "กลุ่มชาติพันธุ์"),
    reasons=("การคมนาคมไม่สะดวก", "ไม่มีเอกสารสถานะ"),
    languages=("ไทยกลาง", "กะเหรี่ยงสะกอ"),
    levels=("ประถม", "ม.ต้น"),
    risks=("ย้ายบ้าน",),
)


@needs_poppler
def test_the_register_lists_everybody_and_repeats_its_head(tmp_path: Path) -> None:
    path = tmp_path / "register.pdf"
    pages = write_register(RegisterPaper(LETTERHEAD, "ทุกหมู่บ้าน", ROWS, STAMP), path)
    text = poppler_text(path)
    assert pages > 3
    assert text.count("กลุ่มเป้าหมาย") == pages
    for row in ROWS:
        assert text.count(row.code) == 1
        assert squeezed(row.name) in squeezed(reversed_text(path))
    assert "120 คน" in text


@needs_poppler
def test_an_empty_register_says_so(tmp_path: Path) -> None:
    path = tmp_path / "register.pdf"
    assert write_register(RegisterPaper(LETTERHEAD), path) == 1
    assert "ไม่มีผู้เรียนรู้ตามเงื่อนไขนี้" in poppler_text(path)


@needs_poppler
def test_the_summary_hides_small_counts_and_what_gives_them_away(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    write_summary(SUMMARY, path)
    figures = poppler_text(path, "-raw").split()
    assert "<5" in figures
    assert "81" not in figures  # 217 - 81 - 133 would tell the small one
    assert "133" in figures
    write_summary(SUMMARY, path, PaperOptions(hide_small_cells=False))
    figures = poppler_text(path, "-raw").split()
    assert "81" in figures
    assert "<5" not in figures


@needs_poppler
def test_the_summary_tells_its_figures(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    write_summary(SUMMARY, path)
    text = poppler_text(path, "-raw")
    for figure in ("217", "150", "120", "57", "11", "41", "51", "21", "93", "61", "26"):
        assert figure in text.split(), figure
    assert "69 %" in text


def test_an_empty_summary_is_one_page(tmp_path: Path) -> None:
    assert write_summary(SummaryPaper(), tmp_path / "summary.pdf") == 1


@given(st.lists(st.integers(0, 40), max_size=9))
def test_a_small_count_is_never_the_only_one_hidden(counts: list[int]) -> None:
    hidden = hidden_cells(counts)
    assert all(hide for count, hide in zip(counts, hidden, strict=True) if 0 < count < 5)
    assert not any(hide for count, hide in zip(counts, hidden, strict=True) if count == 0)
    if sum(hidden) == 1:
        assert sum(1 for count in counts if count) == 1


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 20), min_size=n, max_size=n), max_size=5)
    )
)
def test_no_row_or_column_gives_a_hidden_cell_away(rows: list[list[int]]) -> None:
    hidden = hidden_table(rows)
    lines = [list(zip(row, hides, strict=True)) for row, hides in zip(rows, hidden, strict=True)]
    lines += [list(column) for column in zip(*lines, strict=True)]
    for line in lines:
        assert all(hide for count, hide in line if 0 < count < 5)
        if sum(hide for _, hide in line) == 1:
            assert sum(1 for count, _ in line if count) == 1


@given(st.integers(5, 5000))
def test_a_rounded_count_leaves_every_small_one_possible(count: int) -> None:
    assert abs(rounded(count) - count) <= 5
    assert rounded(count) % 10 == 0


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_form_prints_with_and_without_lists(tmp_path: Path, name: str, language: str) -> None:
    options = PaperOptions(language=language)
    assert write_form(name, FORM, tmp_path / "form.pdf", options) >= 1
    assert write_form(name, FormPaper(), tmp_path / "empty.pdf", options) >= 1


@needs_poppler
def test_the_assessment_form_has_every_indicator_and_wording(tmp_path: Path) -> None:
    path = tmp_path / "hett.pdf"
    write_form("hett", replace(FORM, learner=LEARNER), path)
    text = squeezed(poppler_text(path, "-raw"))
    for number in range(1, 31):
        assert text.count(f"E{number}ตัวชี้วัดที่{number:02d}") == 1
    for wording in WORDINGS:
        assert text.count(squeezed(wording)) == 30
    assert squeezed(LEARNER.name) in text
    assert "สารเสพติด" not in text
    write_form("hett", FORM, path, PaperOptions(include_sensitive=True))
    assert "สารเสพติด" in poppler_text(path)


@needs_poppler
def test_the_survey_offers_every_choice(tmp_path: Path) -> None:
    path = tmp_path / "survey.pdf"
    write_form("survey", FORM, path)
    text = squeezed(poppler_text(path))
    for label in (*FORM.groups, *FORM.reasons, *FORM.languages, *FORM.levels, *FORM.risks):
        assert squeezed(label) in text


@needs_poppler
def test_the_empty_plan_has_its_headings_and_no_dashes(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    pages = write_form("plan", FORM, path)
    text = poppler_text(path)
    assert pages <= 3
    assert "ผลการทบทวน/ปรับแผน" in text
    assert "\n-\n" not in text


def test_an_unknown_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        write_form("tax", FORM, tmp_path / "form.pdf")
    assert refused.value.code == "paper_unknown_form"
    assert list(tmp_path.iterdir()) == []
