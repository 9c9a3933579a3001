"""A sheet as it is laid out and drawn: what its codes say, what keeps apart from what."""

from __future__ import annotations

import math
from itertools import combinations
from pathlib import Path
from uuid import UUID

import pytest

from desktop.paper_marks.geometry import perspective
from desktop.paper_marks.layout import BOX, HEIGHT, QR, SIGNING, SQUARE, WIDTH, Layout, qr_corner
from desktop.paper_marks.page_codes import LETTERS, PageCode, derived_code, read_code
from desktop.reports.marks_sheet import draw_marks
from desktop.reports.paper_data import PaperOptions
from desktop.reports.sheet import Sheet
from tests.paper.pages import CODES, DATES, paper_of
from tests.reports.paper_reader import page_count, reversed_text, squeezed

SIZES = [
    CODES,
    DATES,
    PageCode("codes", 1, 9, "ACDEFGHJK3"),
    PageCode("dates", 25, 2, "ACDEFGHJK3"),
    PageCode("dates", 7, 14, "ACDEFGHJK3"),
]


@pytest.mark.parametrize("code", SIZES, ids=lambda code: code.text(0)[:5])
def test_a_code_says_all_that_the_layout_needs(code: PageCode) -> None:
    for corner in range(4):
        text = code.text(corner)
        assert len(text) == 16  # what the smallest QR holds of such letters
        assert read_code(text) == (code, corner)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "C2509K7QRMXA4T34",  # a fifth corner
        "C9909K7QRMXA4T30",  # more rows than a page has
        "C0009K7QRMXA4T30",
        "D2519K7QRMXA4T30",  # a date has two boxes
        "X2509K7QRMXA4T30",
        "C2509../../ETC00",
        "C2509K7QRMXA4T30\n",
        "HTTPS://EXAMPLE0",
        "C2509K7QRMXA4T3๑",
        "C" * 4000,
    ],
)
def test_codes_of_others_say_nothing(text: str) -> None:
    assert read_code(text) is None


@pytest.mark.parametrize("wrong", [(0, 9), (26, 9), (5, 1), (5, 21)])
def test_no_sheet_is_larger_than_its_paper(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no sheet"):
        PageCode("codes", *wrong, "ACDEFGHJK3")
    with pytest.raises(ValueError, match="no page"):
        PageCode("codes", 5, 9, "short")


def test_a_page_has_a_code_of_its_own_for_whatever_stands_on_it() -> None:
    sheet, other = UUID(int=1), UUID(int=2)
    rows = [UUID(int=number) for number in range(10, 20)]
    turned = [rows[1], rows[0], *rows[2:]]
    pages = [
        (sheet, 0, rows),
        (other, 0, rows),
        (sheet, 1, rows),
        (sheet, 0, rows[:-1]),
        (sheet, 0, turned),
        (sheet, 0, []),
    ]
    codes = [derived_code(*page) for page in pages]
    assert len(set(codes)) == len(codes)
    assert derived_code(*pages[0]) == codes[0] == "6C3K7NCNWN"
    for code in codes:
        assert PageCode("codes", 5, 9, code).page == code


def test_letters_of_codes_can_be_read_aloud() -> None:
    assert not set("01OIL25SB8UV") & set(LETTERS)


@pytest.mark.parametrize("code", SIZES, ids=lambda code: code.text(0)[:5])
def test_boxes_squares_and_codes_keep_apart(code: PageCode) -> None:
    layout = Layout(code)
    boxes = [(box.x, box.y) for box in layout.boxes()]
    squares = {point for points in layout.squares().values() for point in points}
    corners = [qr_corner(corner, 0.3) for corner in range(4)]

    for (x1, y1), (x2, y2) in combinations(boxes, 2):
        assert max(abs(x1 - x2), abs(y1 - y2)) >= BOX + 0.7
    for x, y in squares:
        assert SQUARE < x < WIDTH - SQUARE
        assert all(max(abs(x - a), abs(y - b)) >= BOX / 2 + SQUARE / 2 + 1.5 for a, b in boxes)
        for quad in corners:
            (left, top), (right, bottom) = quad[0], quad[2]
            assert not (left - 1 < x < right + 1 and top - 1 < y < bottom + 1)
    assert max(y for _, y in boxes) + BOX / 2 < HEIGHT - 10 - QR - 3.2
    if code.kind == "codes":
        assert SIGNING[0] >= max(x for x, _ in boxes) + BOX / 2 + 4.5


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("code", [CODES, DATES], ids=["codes", "dates"])
def test_the_sheet_is_one_page_with_every_name(
    tmp_path: Path, code: PageCode, language: str
) -> None:
    sheet = Sheet("ใบลงเวลา", "", language=language)
    paper = paper_of(code)
    draw_marks(sheet, paper, PaperOptions(language=language))
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet.finished())

    text = squeezed(reversed_text(path))
    assert page_count(path) == 1
    for shown in (*paper.names, paper.title, paper.under, code.page[:5]):
        assert squeezed(shown) in text
    for head in paper.heads:
        assert squeezed(head) in text
    assert ("กาผิดให้ระบายทับ" in text) == (language == "th")


def test_a_sheet_without_a_name_for_each_row_is_not_drawn() -> None:
    paper = paper_of(CODES)
    for names, heads in ((paper.names[:3], paper.heads), (paper.names, paper.heads[:3])):
        wrong = type(paper)(CODES, "", "", heads, names)
        with pytest.raises(ValueError, match="a name for each row"):
            draw_marks(Sheet("", ""), wrong, PaperOptions())


def test_a_slant_leads_points_to_where_they_are_seen() -> None:
    starts = [(0.0, 0.0), (210.0, 0.0), (210.0, 297.0), (0.0, 297.0)]
    ends = [(103.0, 88.0), (900.0, 130.0), (870.0, 1290.0), (60.0, 1180.0)]
    lead, back = perspective(starts, ends), perspective(ends, starts)
    for start, end in zip(starts, ends, strict=True):
        assert math.dist(lead(*start), end) < 1e-6
    middle = lead(105, 148)
    assert math.dist(back(*middle), (105, 148)) < 1e-6
