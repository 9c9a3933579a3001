"""The individual plan: what stands on it, and that it copies out as it was typed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.reports import write_plan
from desktop.reports.paper_data import (
    ActionPaper,
    Fact,
    GoalPaper,
    LearnerPaper,
    Letterhead,
    PaperOptions,
    PlanPaper,
    ReviewPaper,
    SignaturePaper,
)
from desktop.reports.paper_words import WORDS
from tests.reports.paper_reader import (
    needs_poppler,
    page_count,
    poppler_text,
    reversed_text,
    squeezed,
)
from tests.reports.sample_papers import LEARNER, STORY, TEST_STRINGS, plan, rated


def test_a_usual_plan_takes_two_or_three_pages(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    pages = write_plan(plan(), path)
    assert 2 <= pages <= 3
    assert page_count(path) == pages


@needs_poppler
def test_all_sixteen_headings_stand_in_order(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    write_plan(plan(), path)
    text = squeezed(poppler_text(path))
    places = [text.index(squeezed(WORDS[f"s{number}"][0])) for number in range(1, 17)]
    assert len(set(places)) == 16


@needs_poppler
@pytest.mark.parametrize(
    "typed", [TEST_STRINGS, STORY, "“ไฟล์” office fi ฿ 500 … ป่ำ กำ ฟ้าฝั่ง พื้น ญาติ ฎีกา"]
)
def test_poppler_gives_the_typed_text_back(tmp_path: Path, typed: str) -> None:
    path = tmp_path / "plan.pdf"
    write_plan(plan(strengths=typed), path)
    assert squeezed(typed) in squeezed(poppler_text(path))


@pytest.mark.parametrize("typed", [TEST_STRINGS, STORY, "น้ำใจ กำนัน ป่ำ ศึกษา ปู่ ญี่ปุ่น ฐานะ ฤๅษี office"])
def test_the_reverse_tables_alone_give_the_typed_text_back(tmp_path: Path, typed: str) -> None:
    path = tmp_path / "plan.pdf"
    write_plan(plan(strengths=typed), path)
    assert typed in reversed_text(path)


@needs_poppler
def test_a_line_without_a_break_copies_out_with_its_spaces(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    write_plan(plan(strengths=TEST_STRINGS), path)
    assert TEST_STRINGS in poppler_text(path)


@needs_poppler
def test_forty_goals_and_very_long_text_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    goals = tuple(
        GoalPaper(n, f"เป้าหมายลำดับ {n:03d} อ่านให้ยายฟัง", "HETD"[n % 4]) for n in range(1, 41)
    )
    actions = tuple(ActionPaper(f"กิจกรรมลำดับ {n:03d}", n) for n in range(1, 41))
    long = STORY * 20
    pages = write_plan(plan(goals=goals, actions=actions, dream=long, learner_comment=long), path)
    text = squeezed(poppler_text(path))
    assert pages > 6
    for number in range(1, 41):
        assert text.count(f"เป้าหมายลำดับ{number:03d}") == 1
        assert text.count(f"กิจกรรมลำดับ{number:03d}") == 1
    words = re.sub(r"-\d+-", "", text)
    assert words.count("หลายเดือนครูพี่เลี้ยง") + words.count("หลายเดือน") >= 40


def test_a_goal_longer_than_a_page_is_printed_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    long = "".join(f"ข้อ{n:04d} อ่านหนังสือ " for n in range(600))
    write_plan(plan(goals=(GoalPaper(1, long, "E", long),)), path)
    text = reversed_text(path)
    for number in range(600):
        assert text.count(f"ข้อ{number:04d}") == 2


@needs_poppler
def test_no_surname_and_no_number_are_dashes(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    learner = replace(LEARNER, given="หน่อแอริ", surname="", national_id="")
    write_plan(plan(learner=learner), path)
    assert "เด็กหญิงหน่อแอริ -" in poppler_text(path)
    assert re.search(r"เลขประจำตัวประชาชน\s+-", poppler_text(path, "-raw"))


@needs_poppler
def test_nothing_known_but_a_name_still_makes_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    pages = write_plan(PlanPaper(learner=LearnerPaper(given="มะลิ")), path)
    assert 2 <= pages <= 3
    assert "มะลิ" in poppler_text(path)


@needs_poppler
def test_sensitive_parts_stay_out_unless_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    data = plan(
        facts=(Fact(5, "เรื่องส่วนตัว", "ความลับหนึ่ง", sensitive=True), Fact(5, "เวลา", "ข้อเท็จจริง")),
        goals=(GoalPaper(1, "ความลับสอง", sensitive=True), GoalPaper(2, "เปิดเผยได้")),
        actions=(ActionPaper("ความลับสาม", sensitive=True),),
        reviews=(ReviewPaper(date(2026, 8, 1), "", "ความลับสี่", sensitive=True),),
        hett=replace(
            rated(1),
            ratings=tuple(replace(r, name="ความลับห้า", sensitive=True) for r in rated(1).ratings),
        ),
    )
    write_plan(data, path)
    kept = squeezed(poppler_text(path))
    assert "ความลับ" not in kept
    assert "เรื่องส่วนตัว" not in kept
    assert "ข้อเท็จจริง" in kept
    write_plan(data, path, PaperOptions(include_sensitive=True))
    shown = squeezed(poppler_text(path))
    for name in ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า"):
        assert f"ความลับ{name}" in shown
    assert squeezed(WORDS["sensitive"][0]) in shown


@needs_poppler
def test_thai_digits_but_codes_stay(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    data = plan(
        strengths="ขายได้ 1,200 บาท COVID-19", learner=replace(LEARNER, other_id="G644200000001")
    )
    write_plan(data, path, PaperOptions(thai_digits=True))
    text = poppler_text(path)
    assert "ขายได้ ๑,๒๐๐ บาท COVID-19" in text
    assert "G644200000001" in text
    assert "๑-๙๙๙๙-๐๐๐๐๐-๐๑-๓" in text
    assert "- ๒ -" in poppler_text(path, "-raw")
    assert "๒๒ พฤศจิกายน ๒๕๖๙" in text


@needs_poppler
def test_english_labels_leave_typed_thai_alone(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    write_plan(plan(strengths=TEST_STRINGS), path, PaperOptions(language="en", thai_digits=True))
    text = poppler_text(path)
    assert "Individual learning plan" in text
    assert "22 November 2026" in text
    assert TEST_STRINGS in text


def test_only_our_fonts_and_all_embedded(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    write_plan(plan(strengths="ကညီ"), path)
    data = path.read_bytes()
    names = set(re.findall(rb"/BaseFont /[A-Z]{6}\+([A-Za-z-]+)", data))
    assert b"NotoSansMyanmar-Regular" in names
    assert all(name.startswith((b"TambonSarabun-", b"Noto")) for name in names)
    assert data.count(b"/FontFile2") == len(names)
    assert b"Helvetica" not in data


@needs_poppler
def test_signatures_carry_names_positions_and_witnesses(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    places = (
        SignaturePaper(
            "ผู้เรียน", "เด็กหญิงดาวเรือง ธารน้ำเงา", thumbprint=True, witnesses=("นายพอคี", "นางมูแฮ")
        ),
        SignaturePaper("ครูพี่เลี้ยง", "นางสมร สุขล้วนงาม", "ครูอาสา", date(2026, 11, 22)),
    )
    write_plan(plan(signatures=places), path)
    text = poppler_text(path)
    for expected in ("นายพอคี", "นางมูแฮ", "ครูอาสา", "นางสมร สุขล้วนงาม"):
        assert expected in text


def test_a_broken_logo_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "plan.pdf"
    assert write_plan(plan(letterhead=Letterhead("อบต.", logo=b"not a picture")), path) >= 2
    assert "picture left out" in caplog.text


def test_a_place_that_refuses_the_file_is_told_and_nothing_stays(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        write_plan(plan(), tmp_path / "missing" / "plan.pdf")
    assert refused.value.code == "paper_cannot_write"
    assert list(tmp_path.iterdir()) == []


def test_every_word_is_in_both_languages_with_the_same_places() -> None:
    for key, (thai, english) in WORDS.items():
        assert thai.strip(), key
        assert english.strip(), key
        assert re.findall(r"{\w+}", thai) == re.findall(r"{\w+}", english), key


@needs_poppler
def test_a_name_too_long_for_the_title_stands_in_full_below(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    name = "ศรีวรรณบุญยืนดาวเรืองสุรชัยอรพินท์มานะนภาวีรชนพรสวรรค์จันทร์หอม"
    write_plan(plan(learner=replace(LEARNER, given=name, surname="คีรีพนาสุขไพรวัลย์งามดี")), path)
    assert f"{name}คีรีพนาสุขไพรวัลย์งามดี" in squeezed(poppler_text(path))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_whatever_is_typed_is_printed_and_can_be_read_back(typed: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.pdf"
        write_plan(
            PlanPaper(learner=LEARNER, strengths=f"ก{typed}ข"), path, PaperOptions(boxes=True)
        )
        kept = "".join(part for part in re.split(r"[\r\n\t ]+", typed))
        assert kept in re.sub(r"[\r\n\t ]+", "", reversed_text(path))


def test_the_radar_calls_dimensions_as_its_table_does(tmp_path: Path) -> None:
    own = replace(rated(1).dimensions[0], name="กายใจแข็งแรง")
    hett = replace(rated(1), dimensions=(own, *rated(1).dimensions[1:]))

    write_plan(plan(hett=hett), tmp_path / "plan.pdf")

    text = reversed_text(tmp_path / "plan.pdf")
    assert text.count("กายใจแข็งแรง") == 2
    assert "สุขภาพ" not in text.replace("สุขภาพ ความพิการ", "")
