"""What is proposed and what is asked: nothing is stored that nobody saw."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.errors import UserError
from desktop.paper_marks.page_codes import PageCode
from desktop.paper_marks.proposing import Deciding, SheetPage
from desktop.paper_marks.reading import Cell, Grey, Group, ReadSheet

CAME, LATE, ABSENT = "present", "late", "absent"


def sheet(*said: tuple[int | None, bool], boxes: int = 3, dates: int = 0) -> ReadSheet:
    """A read sheet whose groups say this: which box, and whether it is sure."""
    cells = tuple(Cell("blank", 40 + 66 * box, 40) for box in range(boxes))
    each = max(1, dates)
    groups = tuple(
        Group(place // each, place % each, marked, sure, cells)
        for place, (marked, sure) in enumerate(said)
    )
    code = PageCode("dates" if dates else "codes", len(said) // each, boxes * each, "ACDEFGHJK3")
    return ReadSheet(code, Grey(400, 300, bytes(120_000)), groups)


def page(rows: int, **more: object) -> SheetPage:
    """What the register knows of it."""
    known: dict[str, object] = {
        "title": "กลุ่มทอผ้า",
        "names": tuple(f"ผู้เรียนที่ {row + 1}" for row in range(rows)),
        "codes": (CAME, LATE, ABSENT),
        "labels": ("มา", "สาย", "ขาด"),
    }
    return SheetPage(**{**known, **more})  # type: ignore[arg-type] # of a test's own making


def test_what_is_sure_is_proposed_and_the_rest_is_asked() -> None:
    deciding = Deciding(sheet((0, True), (1, False), (None, True), (None, False)), page(4))

    assert [each.place for each in deciding.asked] == [(1, 0), (3, 0)]
    assert deciding.waiting == 2
    with pytest.raises(ValueError, match="not all is decided"):
        deciding.proposal()
    deciding.decide((1, 0), 2)
    deciding.decide((3, 0), None)

    assert deciding.proposal().marks == {(0, 0): CAME, (1, 0): ABSENT}
    assert deciding.proposal().page == "ACDEFGHJK3"


def test_a_guess_is_never_stored_by_itself() -> None:
    deciding = Deciding(sheet((1, False)), page(1))
    assert deciding.box_of((0, 0)) is None
    deciding.decide((0, 0), None)
    assert deciding.proposal().marks == {}


def test_what_is_stored_already_is_never_written_over_unasked() -> None:
    now = {(0, 0): LATE, (1, 0): CAME, (2, 0): ABSENT}
    deciding = Deciding(sheet((0, True), (0, True), (None, True)), page(3, now=now))

    assert [(each.place, each.why) for each in deciding.asked] == [((0, 0), "differs")]
    deciding.decide((0, 0), None)
    assert deciding.proposal().marks == {}  # the second says the same, the third says nothing
    deciding.decide((0, 0), 0)
    assert deciding.proposal().marks == {(0, 0): CAME}


def test_all_that_seem_blank_are_left_at_once_and_the_doubtful_are_still_asked() -> None:
    deciding = Deciding(sheet((None, False), (0, True), (None, False)), page(3))
    assert [each.why for each in deciding.asked] == ["blank", "blank"]
    deciding.decide((0, 0), 2)
    assert deciding.blank_waiting == 1
    deciding.leave_blank()
    assert deciding.waiting == deciding.blank_waiting == 0
    assert deciding.proposal().marks == {(0, 0): ABSENT, (1, 0): CAME}

    doubtful = Cell("doubtful", 40, 40)
    read = sheet((None, False), (0, True))
    groups = (replace(read.groups[0], cells=(doubtful,) * 3), read.groups[1])
    other = Deciding(replace(read, groups=groups), page(2))
    other.leave_blank()
    assert other.waiting == 1


def test_an_answer_can_be_taken_back() -> None:
    deciding = Deciding(sheet((0, False)), page(1))
    deciding.decide((0, 0), 1)
    deciding.take_back((0, 0))
    assert deciding.waiting == 1


@pytest.mark.parametrize(("place", "box"), [((0, 0), 1), ((1, 0), 3), ((1, 0), -1), ((9, 0), 0)])
def test_only_what_is_asked_can_be_decided(place: tuple[int, int], box: int) -> None:
    deciding = Deciding(sheet((0, True), (0, False)), page(2))
    with pytest.raises(ValueError, match=r"asked about|no box"):
        deciding.decide(place, box)


def test_dates_are_places_of_their_own() -> None:
    read = sheet((0, True), (1, True), (None, False), (0, True), boxes=2, dates=2)
    known = page(
        2, codes=(CAME, ABSENT), labels=("มา", "ไม่มา"), dates=("22 พ.ย. 2569", "29 พ.ย. 2569")
    )
    deciding = Deciding(read, known)
    deciding.decide((1, 0), 1)
    marks = deciding.proposal().marks
    assert marks == {(0, 0): CAME, (0, 1): ABSENT, (1, 0): ABSENT, (1, 1): CAME}


@pytest.mark.parametrize(
    "wrong",
    [
        {"names": ("คนเดียว",)},
        {"codes": (CAME,), "labels": ("มา",)},
        {"labels": ("มา",)},
        {"dates": ("22 พ.ย. 2569",)},
    ],
)
def test_a_page_that_is_not_as_it_was_printed_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(UserError, match="sheet_page_other"):
        Deciding(sheet((0, True), (0, True)), page(2, **wrong))
