"""Blocks over pages: nothing lost, no heading alone at a page end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.reports.layout import Beside, Block, Drawn, Labelled, Page, PenLines, Space, Text, flow
from desktop.reports.line_breaking import thai_breaker
from desktop.reports.palette import BODY, LABEL, TABLE
from desktop.reports.tables import Cell, Table

WIDTH, ROOM = 300.0, 260.0


def text_of(block: object) -> str:
    """All letters of a block, in reading order."""
    if isinstance(block, Text):
        return "".join(line.text for line in block.laid(block.laid_for or WIDTH))
    if isinstance(block, Labelled):
        return text_of(block.label) + text_of(block.body)
    if isinstance(block, Cell):
        return "".join(text_of(inner) for inner in block.blocks)
    return ""


def paragraph(text: str) -> Text:
    return Text(text, BODY, thai_breaker())


def heading(drawn: list[str], name: str) -> Block:
    return Drawn(20.0, lambda sheet, x, top, width: drawn.append(name), keep_with_next=True)


def used(page: Page) -> float:
    return max((below + block.height(WIDTH) for block, below in page.blocks), default=0.0)


LONG = "เด็กเดินไปโรงเรียนทุกวันกับยาย "


@given(st.lists(st.integers(0, 60), max_size=12))
def test_paragraphs_keep_every_letter_and_stay_in_their_pages(sizes: list[int]) -> None:
    blocks = [paragraph(LONG * size) for size in sizes]
    pages = flow(blocks, WIDTH, ROOM / 2, ROOM)
    printed = "".join(text_of(block) for page in pages for block, _ in page.blocks)
    assert printed == "".join(LONG * size for size in sizes)
    assert used(pages[0]) <= ROOM / 2 + 0.1
    assert all(used(page) <= ROOM + 0.1 for page in pages[1:])


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 30)), min_size=1, max_size=15))
def test_no_heading_ends_a_page(parts: list[tuple[bool, int]]) -> None:
    blocks: list[Block] = []
    for titled, size in parts:
        if titled:
            blocks += [Space(6.0, keep_with_next=True), heading([], "h")]
        blocks.append(paragraph(LONG * size))
    for page in flow(blocks, WIDTH, ROOM, ROOM):
        assert not page.blocks[-1][0].keep_with_next


@given(st.lists(st.tuples(st.integers(0, 120), st.integers(0, 40)), min_size=1, max_size=8))
def test_tables_keep_every_letter_and_repeat_their_head(sizes: list[tuple[int, int]]) -> None:
    def cell(text: str) -> Cell:
        return Cell((Text(text, TABLE, thai_breaker()),)) if text else Cell()

    rows = tuple((cell(LONG * first), cell("ก" * second)) for first, second in sizes)
    head = (cell("หัวตาราง"), cell("สอง"))
    pages = flow([Table((2.0, 1.0), head, rows)], WIDTH, ROOM, ROOM)
    first, second = "", ""
    for page in pages:
        for block, _ in page.blocks:
            assert isinstance(block, Table)
            assert block.head == head
            first += "".join(text_of(row[0]) for row in block.rows)
            second += "".join(text_of(row[1]) for row in block.rows)
        assert used(page) <= ROOM + 0.1
    assert first == "".join(LONG * size for size, _ in sizes)
    assert second == "".join("ก" * size for _, size in sizes)


def test_a_row_that_fits_a_page_is_not_cut() -> None:
    rows = tuple((Cell((paragraph(LONG * 10),)),) for _ in range(9))
    pages = flow([Table((1.0,), (), rows)], WIDTH, ROOM, ROOM)
    tables = [block for page in pages for block, _ in page.blocks]
    assert sum(len(table.rows) for table in tables if isinstance(table, Table)) == 9
    assert len(pages) > 1


def test_facts_and_columns_break_without_loss() -> None:
    def facts(size: int) -> list[Block]:
        label = Text("เงื่อนไข", LABEL, thai_breaker())
        return [Labelled(label, paragraph(LONG * size), 60.0) for _ in range(3)]

    pages = flow([Beside(facts(12), facts(3), 0.5)], WIDTH, 100.0, 150.0)
    assert len(pages) > 1
    left = right = ""
    for page in pages:
        for block, _ in page.blocks:
            assert isinstance(block, Beside)
            left += "".join(text_of(inner) for inner in block.left)
            right += "".join(text_of(inner) for inner in block.right)
    assert left == ("เงื่อนไข" + LONG * 12) * 3
    assert right == ("เงื่อนไข" + LONG * 3) * 3


def test_pen_lines_are_all_there() -> None:
    pages = flow([PenLines(40, 20.0)], WIDTH, 90.0, 200.0)
    counts = [
        block.count for page in pages for block, _ in page.blocks if isinstance(block, PenLines)
    ]
    assert sum(counts) == 40
