"""Many plans in one file: a cover list, a sheet to sign for them, then plan after plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from desktop.progress import Progress
from desktop.reports.composing import BOTTOM, LEFT, RIGHT, TOP, Desk, foot, letterhead, print_pages
from desktop.reports.layout import Block, Drawn, Page, Space, flow
from desktop.reports.palette import SMALL, TABLE, TEAL_DEEP
from desktop.reports.paper_data import PaperOptions, PlanPaper
from desktop.reports.plan_paper import draw_plan, plan_pages
from desktop.reports.sheet import A4, Sheet
from desktop.reports.tables import Cell, Row, Table
from desktop.reports.text import Style

WIDTH = A4[0] - LEFT - RIGHT
_HEAD = 100.0
_VILLAGE = Style("Bold", 11.0, 18.0, TEAL_DEEP)


def in_order(plans: Sequence[PlanPaper]) -> list[PlanPaper]:
    """Return the plans by village, then by given name, both by the sort keys they bring."""
    return sorted(
        plans,
        key=lambda plan: (
            plan.learner.village_sort_key,
            plan.learner.moo,
            plan.learner.village,
            plan.learner.sort_key,
            plan.learner.code,
        ),
    )


def draw_batch(
    sheet: Sheet, plans: Sequence[PlanPaper], options: PaperOptions, progress: Progress
) -> None:
    """Draw the whole file; progress counts each plan twice, composed and drawn."""
    ordered = in_order(plans)
    total = 2 * len(ordered)
    desk = Desk(options, [plan.learner.name for plan in ordered])
    composed: list[tuple[PlanPaper, Desk, list[Page]]] = []
    for number, plan in enumerate(ordered):
        progress.step(number, total, "plans_composing")
        composed.append((plan, *plan_pages(plan, options)))
    sizes = [len(pages) for _, _, pages in composed]
    front = _front(ordered, [0] * len(sizes), desk)
    before = sum(len(pages) for _, pages in front)
    starts = [before + 1 + sum(sizes[:index]) for index in range(len(sizes))]
    front = _front(ordered, starts, desk)
    _draw_front(sheet, front, ordered, desk)
    fresh = not front
    village = ""
    for number, (plan, own, pages) in enumerate(composed):
        progress.step(len(ordered) + number, total, "plans_drawing")
        if not fresh:
            sheet.new_page()
        fresh = False
        label = _village(plan, desk)
        if label != village:
            sheet.bookmark(label, 0)
            village = label
        sheet.bookmark(desk.words.typed(plan.learner.name or plan.learner.code), 1)
        draw_plan(sheet, plan, own, pages, in_file=bool(front))
    progress.step(total, total, "plans_drawing")


def _village(plan: PlanPaper, desk: Desk) -> str:
    return desk.words.typed(plan.learner.village_label) or desk.words("no_village")


def _front(
    plans: Sequence[PlanPaper], starts: Sequence[int], desk: Desk
) -> list[tuple[str, list[Page]]]:
    """Compose the list and the signature sheet, as far as they are wanted."""
    parts: list[tuple[str, list[Page]]] = []
    room = A4[1] - BOTTOM - _HEAD
    if desk.options.cover_list:
        blocks = _tables(plans, starts, desk, signing=False)
        parts.append(("list", flow(blocks, WIDTH, room, A4[1] - BOTTOM - TOP)))
    if desk.options.signature_sheet:
        blocks = _tables(plans, starts, desk, signing=True)
        parts.append(("signature_sheet", flow(blocks, WIDTH, room, A4[1] - BOTTOM - TOP)))
    return parts


def _tables(
    plans: Sequence[PlanPaper], starts: Sequence[int], desk: Desk, *, signing: bool
) -> list[Block]:
    words = desk.words
    centred = TABLE.at(align="centre")
    shares: tuple[float, ...]
    if signing:
        head = desk.head("no", "learner", "received", "date", "from_page")
        shares = (26.0, 170.0, 145.0, 75.0, 38.0)
    else:
        head = desk.head("no", "learner", "nickname", "code", "status", "from_page")
        shares = (26.0, 165.0, 60.0, 100.0, 66.0, 38.0)
    blocks: list[Block] = []
    numbered = enumerate(zip(plans, starts, strict=True), 1)
    for village, members in groupby(numbered, key=lambda entry: _village(entry[1][0], desk)):
        rows: list[Row] = []
        for number, (plan, start) in members:
            learner = plan.learner
            first = (desk.cell(str(number), centred), desk.cell(learner.name))
            page = desk.cell(str(start), centred)
            if signing:
                rows.append((*first, Cell(), Cell(), page))
            else:
                more = (learner.nickname, learner.code, plan.status)
                rows.append((*first, *(desk.cell(text, SMALL) for text in more), page))
        blocks.append(_village_title(village, len(rows), desk))
        tall = 32.0 if signing else 0.0
        blocks += [Table(shares, head, tuple(rows), least_row=tall, striped=not signing)]
        blocks.append(Space(8.0))
    if not blocks:
        blocks.append(desk.text(words("none_yet")))
    return blocks


def _village_title(village: str, count: int, desk: Desk) -> Block:
    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        sheet.fitted(village, _VILLAGE, x, top, width - 80)
        shown = desk.words("people", n=desk.words.number(count))
        sheet.words(shown, SMALL.at(align="right", leading=18.0), x, top, width)

    return Drawn(21.0, draw, keep_with_next=True)


def _draw_front(
    sheet: Sheet, front: list[tuple[str, list[Page]]], plans: Sequence[PlanPaper], desk: Desk
) -> None:
    words = desk.words
    villages = len({_village(plan, desk) for plan in plans})
    under = words("plans_in_file", n=words.number(len(plans)), m=words.number(villages))
    head = plans[0].letterhead if plans else None
    # The code of a printing belongs to one plan; the list only says when and by whom.
    stamp = replace(plans[0].printed, stamp="") if plans else None
    for index, (key, pages) in enumerate(front):
        if index:
            sheet.new_page()
        title = words(key)
        sheet.bookmark(title, 0)

        def furniture(on: Sheet, number: int, total: int, title: str = title) -> Iterator[None]:
            if number == 1 and head is not None:
                letterhead(on, desk, head, title, under)
            yield
            if stamp is not None:
                page = words("page", n=number, m=total)
                foot(on, desk, (title,), stamp, page=page)

        print_pages(sheet, pages, furniture, first_top=_HEAD, top=TOP, width=WIDTH)
