"""Photographs are read: what is sure is right, what is not is told; `tests.paper` measures more."""

from __future__ import annotations

from random import Random

import pytest

from desktop.errors import UserError
from desktop.paper_marks.page_codes import Kind, PageCode
from desktop.paper_marks.reading import read_sheet
from tests.paper.__main__ import Sums, add, told, try_page
from tests.paper.group_of_people import mark_page
from tests.paper.pages import CODES, DATES, known_page, neat_picture, printed

PAGES = 8


def test_photographs_of_all_kinds_are_read_and_what_is_sure_is_right() -> None:
    sums = Sums()
    for number in range(PAGES):
        add(sums, try_page("suite", number), str(number))

    figures = sums.figures
    assert figures.taken >= PAGES - 1, sums.refused
    goals: tuple[tuple[Kind, float], ...] = (("codes", 0.7), ("dates", 0.8))
    for kind, least in goals:
        assert figures.sure[kind] >= least * figures.groups[kind], told(figures)
        assert figures.sure[kind] - figures.right[kind] <= figures.groups[kind] // 1000


def test_a_row_of_codes_says_which_box_is_marked() -> None:
    marks = {row: (row * 4) % 9 for row in range(0, 25, 2)}
    sheet = read_sheet(neat_picture(CODES, marks.items()))

    assert sheet.code == CODES
    assert {g.row: g.marked for g in sheet.groups if g.marked is not None} == marks
    # A row without any mark is for a person: it may be a tick too faint to be seen.
    assert {group.row for group in sheet.groups if group.sure} == set(marks)
    states = {cell.state for cell in sheet.groups[1].cells}
    assert states == {"blank"}
    assert [c.state for c in sheet.groups[2].cells].index("marked") == marks[2]


def test_each_date_has_two_boxes_of_its_own() -> None:
    marks = [(row, 2 * date + (row + date) % 2) for row in range(25) for date in range(4)]
    sheet = read_sheet(neat_picture(DATES, marks))

    said = {(g.row, g.number): g.marked for g in sheet.groups if g.sure}
    assert len(said) == 250  # dates that nobody is marked for are still to come
    assert said[3, 0] == 1
    assert said[3, 1] == 0
    assert said[3, 7] is None


def test_who_is_forgotten_on_a_date_is_asked_about() -> None:
    sheet = read_sheet(neat_picture(DATES, [(row, 0) for row in range(25) if row != 7]))
    unsure = [(group.row, group.number, group.marked) for group in sheet.groups if not group.sure]
    assert unsure == [(7, 0, None)]


def test_a_slip_that_was_crossed_out_is_never_taken_for_the_mark() -> None:
    wrong = dict.fromkeys(range(12), 3)
    right = dict.fromkeys(range(0, 12, 2), 6)
    sheet = read_sheet(neat_picture(CODES, right.items(), wrong.items()))

    for group in sheet.groups[:12]:
        if group.row % 2 == 0:
            assert group.marked == 6 or not group.sure
        else:  # crossed out, and nothing else: whatever it is, somebody has to look
            assert not group.sure or group.marked is None


def test_two_boxes_marked_in_one_row_are_shown_to_a_person() -> None:
    sheet = read_sheet(neat_picture(CODES, [(0, 1), (0, 5), (1, 2)]))
    assert not sheet.groups[0].sure
    assert sheet.groups[1].sure


def test_small_groups_have_sheets_of_their_own() -> None:
    code = PageCode("codes", 4, 9, "ACDEFGHJK3")
    sheet = read_sheet(neat_picture(code, [(0, 0), (1, 8), (3, 2)]))
    assert [group.marked for group in sheet.groups] == [0, 8, None, 2]


def test_the_cut_out_shows_the_boxes_of_its_group_alone() -> None:
    sheet = read_sheet(neat_picture(DATES, [(5, 6)]))
    group = next(each for each in sheet.groups if (each.row, each.number) == (5, 3))
    piece = sheet.cut_out(group)
    assert len(piece.dots) == piece.width * piece.height
    assert piece.width < sheet.page.width / 8
    blank = sheet.cut_out(next(g for g in sheet.groups if (g.row, g.number) == (5, 4)))
    assert sum(piece.dots) / len(piece.dots) < sum(blank.dots) / len(blank.dots) - 3


def test_turned_upside_down_it_is_the_same_page() -> None:
    from io import BytesIO

    from PIL import Image

    upright = neat_picture(CODES, [(0, 0), (24, 8)])
    turned = BytesIO()
    Image.open(BytesIO(upright)).rotate(180).save(turned, "PNG")
    sheet = read_sheet(turned.getvalue())
    assert sheet.groups[0].marked == 0
    assert sheet.groups[24].marked == 8


def test_a_page_without_codes_or_with_one_is_asked_for_again() -> None:
    from io import BytesIO

    from PIL import Image, ImageDraw

    whole = Image.open(BytesIO(neat_picture(CODES, [])))
    for keep, code in (((0, 0, 0, 0), "sheet_no_codes"), ((0, 0, 250, 300), "sheet_few_codes")):
        page = Image.new("L", whole.size, 255)
        part = whole.crop(keep) if any(keep) else None
        if part is not None:
            page.paste(part, (0, 0))
        ImageDraw.Draw(page).rectangle((400, 900, 700, 930), 0)
        out = BytesIO()
        page.save(out, "PNG")
        with pytest.raises(UserError, match=code):
            read_sheet(out.getvalue())


def test_two_pages_in_one_picture_are_refused() -> None:
    from io import BytesIO

    from PIL import Image

    both = Image.new("RGB", (2480, 1754), "white")
    for place, code in enumerate((CODES, DATES)):
        both.paste(Image.open(BytesIO(neat_picture(code, []))), (1240 * place, 0))
    out = BytesIO()
    both.save(out, "JPEG")
    with pytest.raises(UserError, match="sheet_two_pages"):
        read_sheet(out.getvalue())


def test_pages_are_the_same_for_their_number() -> None:
    first, second = known_page("suite", 1), known_page("suite", 1)
    assert first.shot.content == second.shot.content
    assert first.marked.truth == second.marked.truth


def test_the_truth_tells_marks_from_slips() -> None:
    from desktop.paper_marks.layout import Layout

    marked = mark_page(printed(CODES).copy(), Layout(CODES), Random(5), slips=6.0)
    said = [marked.right_of(row, 0) for row in range(25)]
    assert "struck" in marked.truth.values()
    for row, box in enumerate(said):
        counting = [n for n in range(9) if marked.truth[row, n] not in
                    ("blank", "struck", "stray", "overrun")]  # fmt: skip
        assert counting == ([] if box is None else [box])
