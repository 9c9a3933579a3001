"""Letters of other scripts: printed, or told with the person before anything is printed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desktop.errors import UserError
from desktop.reports import write_lists, write_plan, write_plans, write_register
from desktop.reports.line_breaking import clusters
from desktop.reports.list_data import ListColumn, ListPaper, ListSection
from desktop.reports.paper_data import (
    Letterhead,
    PaperOptions,
    PrintStamp,
    RegisterPaper,
    RegisterRow,
)
from desktop.reports.typeface import FILES, face_for, split_by_face, typeface
from desktop.reports.unprintable import missing_letters, unprintable
from resources.fonts import FOLDER, OTHER_FAMILIES, font_files
from tests.reports.paper_reader import needs_poppler, poppler_text, reversed_text, squeezed
from tests.reports.sample_papers import LEARNER, learner, plan

SCRIPTS = {
    "Myanmar": "စီၤဝါ ထူးဖီ",
    "Lao": "ປີໃໝ່ ສະບາຍດີ",
    "TaiTham": "ᨣᩣᩴᨾᩮᩬᩥᨦ ᨩ᩠ᨿᨦ",
    "Khmer": "ភាសាខ្មែរ",
    "Lisu": "ꓡꓲ‐ꓢꓴ",
    "KayahLi": "ꤊꤢꤛꤢ꤭",
    "NewTaiLue": "ᦅᧄᦺᦑ",
    "TaiLe": "ᥖᥭᥰ",
    "TaiViet": "ꪼꪕ",
    "Chinese": "李小龍张伟",
    "Emoji": "🎸🌸👍🏽",
}
STRANGE = "नेपाल"
FIELD = Path(__file__).parents[1] / "samples" / "field" / "26-scripts.xlsx"


@needs_poppler
@pytest.mark.parametrize(("face", "text"), SCRIPTS.items(), ids=list(SCRIPTS))
def test_a_script_with_a_typeface_is_printed_and_read_back(
    face: str, text: str, tmp_path: Path
) -> None:
    path = tmp_path / "plan.pdf"
    write_plan(plan(learner=replace(LEARNER, given=text), strengths=f"ชอบ {text} มาก"), path)
    postscript = typeface(face).postscript.encode()
    assert re.search(rb"/BaseFont /[A-Z]{6}\+" + postscript, path.read_bytes())
    assert squeezed(text) in squeezed(reversed_text(path))
    assert text in poppler_text(path)
    assert "□" not in poppler_text(path)


def test_every_name_of_the_field_case_is_printed() -> None:
    sheet = openpyxl.load_workbook(FIELD).active
    assert sheet is not None
    cells = [str(value) for row in sheet.iter_rows(values_only=True) for value in row if value]
    assert len(cells) > 20
    assert {cell: missing_letters(cell) for cell in cells if missing_letters(cell)} == {}


def test_a_strong_word_takes_the_strong_face_where_there_is_one() -> None:
    assert split_by_face("กປ", "Bold") == [("Bold", "ก"), ("LaoBold", "ປ")]
    assert split_by_face("ก李", "Bold") == [("Bold", "ก"), ("Chinese", "李")]


def test_a_mark_stays_with_its_letter_and_a_joined_sign_in_one_piece() -> None:
    assert split_by_face("ᨣᩣᩴ", "Regular") == [("TaiTham", "ᨣᩣᩴ")]
    assert split_by_face("👩\u200d🌾", "Regular") == [("Emoji", "👩\u200d🌾")]
    assert clusters("ເຈົ້າ") == ["ເຈົ້າ"]
    assert clusters("ᨩ᩠ᨿ") == ["ᨩ᩠ᨿ"]


def test_letters_without_a_typeface_are_refused_with_the_person(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    strange = plan(learner=replace(LEARNER, nickname=STRANGE), strengths="แล้ว\u0001ต่อ")
    with pytest.raises(UserError) as refused:
        write_plan(strange, path)
    assert refused.value.code == "paper_letters_missing"
    told = str(refused.value.values["whose"])
    assert LEARNER.name in told
    assert "न (U+0928)" in told
    assert "◌े (U+0947)" in told
    assert "\u0001" not in told
    assert "(U+0001)" in told
    assert not path.exists()


@needs_poppler
def test_boxes_are_drawn_when_they_are_taken_and_told_at_the_foot(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    write_plan(plan(strengths=f"ชื่อ {STRANGE}"), path, PaperOptions(boxes=True))
    text = poppler_text(path)
    assert STRANGE in text  # the box copies out as what was typed
    assert "□" in text
    assert "U+0928" in text
    write_plan(plan(), path, PaperOptions(boxes=True))
    assert "□" not in poppler_text(path)


def test_of_many_plans_only_those_with_such_letters_are_named(tmp_path: Path) -> None:
    plans = [
        plan(learner=learner("สมศรี", "ใจดี", "1", "บ้านนา", 1)),
        plan(learner=learner("มูแฮ", "พนา", "1", "บ้านนา", 2), dream=STRANGE),
        *(
            plan(learner=learner(f"คน{n}", "พนา", "2", "บ้านนา", n), dream=STRANGE[0])
            for n in range(3, 8)
        ),
    ]
    with pytest.raises(UserError) as refused:
        write_plans(plans, tmp_path / "plans.pdf")
    told = str(refused.value.values["whose"])
    assert "สมศรี" not in told
    assert "มูแฮ" in told
    assert told.endswith("+ 2")


def test_rows_of_lists_are_named_too(tmp_path: Path) -> None:
    rows = (RegisterRow("1", "หน่อมูพอ -", nickname="ดาว"), RegisterRow("2", "พอคี -", nickname="ञ"))
    with pytest.raises(UserError, match="พอคี"):
        write_register(RegisterPaper(rows=rows), tmp_path / "register.pdf")
    listed = ListPaper(
        title="ทำเนียบ",
        columns=(ListColumn("ภาคี", 1.0), ListColumn("ถามใคร", 1.0)),
        sections=(ListSection("โรงเรียน", (("บ้านนา\nตำบล", "ครู"), ("บ้านดอย", STRANGE))),),
        letterhead=Letterhead(),
        printed=PrintStamp(),
    )
    assert list(unprintable(listed)) == ["บ้านดอย"]
    with pytest.raises(UserError, match="บ้านดอย"):
        write_lists([listed], tmp_path / "list.pdf")
    assert list(tmp_path.iterdir()) == []


def test_every_shipped_typeface_is_used_and_every_face_shipped() -> None:
    shipped = {path.name for path in font_files()}
    assert set(FILES.values()) <= shipped
    only_screen = {"TambonSarabun-SemiBold.ttf", "TambonSarabun-BoldItalic.ttf"}
    assert shipped - set(FILES.values()) == only_screen
    assert len(OTHER_FAMILIES) == len([name for name in FILES if "Bold" not in name]) - 3
    assert sum(path.stat().st_size for path in font_files()) < 9_000_000


def test_licences_of_all_typefaces_stand_beside_them() -> None:
    for name in ("NotoSans", "NotoSansMyanmar", "NotoSansSC", "NotoEmoji", "Sarabun"):
        text = (FOLDER / f"OFL-{name}.txt").read_text(encoding="utf-8")
        assert text.startswith("Copyright")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_our_own_letters_never_go_to_another_face() -> None:
    for letter in "กขฺ๑1A…“→฿":
        assert face_for(letter, "Regular") == "Regular"
