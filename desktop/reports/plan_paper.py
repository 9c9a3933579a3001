"""The individual learning plan: sixteen headings that read like a promise, not like a form."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from desktop.reports.composing import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Desk,
    draw_qr,
    fewest_pages,
    foot,
    page_number_above,
    print_pages,
)
from desktop.reports.layout import Beside, Block, Drawn, Labelled, Page, PenLines, Space, flow
from desktop.reports.palette import BODY, INK, LABEL, MUTED, TEAL, TEAL_DEEP, TEAL_SOFT, TITLE
from desktop.reports.paper_data import PaperOptions, PlanPaper
from desktop.reports.plan_hett import hett_blocks
from desktop.reports.plan_signatures import signature_blocks
from desktop.reports.plan_tables import action_table, goal_table, review_table
from desktop.reports.sheet import A4, Sheet
from desktop.reports.text import Style, word
from desktop.reports.unprintable import unprintable

WIDTH = A4[0] - LEFT - RIGHT
_NAME = Style("Bold", 14, 20, INK)
_NAME_ROOM = 270.0  # between logo and code
_BAND_TOP = 36.0
_BAND = 88.0
_FIRST_TOP = _BAND_TOP + _BAND + 5.0
_NARROW_LABEL = 76.0
_GUTTER = 18.0
_TALLEST_PAIR = 200.0
_ROOM_FIRST = A4[1] - BOTTOM - _FIRST_TOP
_ROOM = A4[1] - BOTTOM - TOP


def plan_pages(plan: PlanPaper, options: PaperOptions) -> tuple[Desk, list[Page]]:
    """Compose the plan; the desk is the one to draw it with."""
    return fewest_pages(lambda desk: _composed(plan, desk), options, _names(plan))


def _composed(plan: PlanPaper, desk: Desk) -> list[Page]:
    blocks, said, signing = _blocks(plan, desk), _comments(plan, desk), signature_blocks(plan, desk)
    pages = flow([*blocks, *said, *signing], WIDTH, _ROOM_FIRST, _ROOM)
    if all(block is not said[1] for block, _ in pages[-1].blocks):
        # A sheet of names alone says nothing of what they sign: what was said goes with them.
        held = [replace(block, keep_with_next=True) for block in said]
        pages = flow([*blocks, *held, *signing], WIDTH, _ROOM_FIRST, _ROOM)
    return pages


def draw_plan(
    sheet: Sheet, plan: PlanPaper, desk: Desk, pages: list[Page], *, in_file: bool = False
) -> None:
    """Draw the composed plan, beginning on the fresh page where the sheet stands.

    With `in_file` each page also tells its place in the whole file, which the cover list names.
    """
    sheet.unprintable = "".join(dict.fromkeys("".join(unprintable(plan).values())))

    def furniture(on: Sheet, number: int, total: int) -> Iterator[None]:
        if number == 1:
            _band(on, plan, desk)
        else:
            page_number_above(on, desk, number)
        yield
        warning = desk.words("sensitive") if desk.options.include_sensitive else ""
        name = desk.words.typed(plan.learner.name)
        page = desk.words("page", n=number, m=total)
        if in_file:
            page += " · " + desk.words("in_file", n=on.pages)
        foot(
            on,
            desk,
            (name, desk.words("version", n=plan.version), plan.learner.code),
            plan.printed,
            page=page,
            warning=warning,
        )

    print_pages(sheet, pages, furniture, first_top=_FIRST_TOP, top=TOP, width=WIDTH)


def _names(plan: PlanPaper) -> list[str]:
    """Return the people's and places' names that stay whole on a line."""
    learner = plan.learner
    people = [learner.name, learner.given, learner.surname, learner.nickname]
    people += [carer.name for carer in learner.carers]
    people += [signature.name for signature in plan.signatures]
    people += [plan.facilitator] if len(plan.facilitator) < 40 else []
    places = [learner.village, learner.tambon, learner.district, learner.province]
    return [name for name in people + places if name]


def _blocks(plan: PlanPaper, desk: Desk) -> list[Block]:
    words = desk.words
    shown = desk.options.include_sensitive
    pen = 2 if plan.learner.name else 3
    blocks: list[Block] = []

    def made(number: int, body: list[Block], label_width: float = 92.0) -> list[Block]:
        """Return heading and body, with the further facts of that section."""
        more = [
            desk.fact(fact.label, fact.text, label_width=label_width)
            for fact in plan.facts
            if fact.section == number and (shown or not fact.sensitive)
        ]
        return [
            *desk.heading(number, words(f"s{number}")),
            *([*body, *more] or [PenLines(pen)]),
        ]

    def section(number: int, body: list[Block]) -> None:
        blocks.extend(made(number, body))

    def facts(*keys: str, label_width: float = 92.0, **typed: str) -> list[Block]:
        """Return the filled facts; all of them with dots if the whole plan is blank."""
        texts = {key: typed.get(key) or str(getattr(plan, key, "")) for key in keys}
        blank = not plan.learner.name
        return [
            desk.fact(words(key), text, label_width=label_width, pen=_pitch(plan))
            for key, text in texts.items()
            if blank or text.strip()
        ]

    def two(first: int, left: tuple[str, ...], second: int, right: tuple[str, ...]) -> None:
        """Put two short sections beside each other; long ones follow one another."""
        narrow = _NARROW_LABEL
        beside = Beside(
            made(first, facts(*left, label_width=narrow), narrow)[1:],
            made(second, facts(*right, label_width=narrow), narrow)[1:],
            0.5,
            _GUTTER,
        )
        if beside.height(WIDTH) <= _TALLEST_PAIR:
            blocks.extend([Space(5.5, keep_with_next=True), beside])
        else:
            section(first, facts(*left))
            section(second, facts(*right))

    section(1, _learner(plan, desk))
    section(2, facts("dream", "interests", "aptitudes"))
    section(3, [desk.text(plan.strengths, BODY)] if plan.strengths.strip() else [])
    section(4, hett_blocks(plan.hett, desk))
    kinds = " · ".join(plan.constraint_kinds)
    conditions = " – ".join(part for part in (kinds, plan.constraints) if part)
    section(
        5,
        facts(
            "constraints",
            "free_time",
            "flood_months",
            constraints=conditions,
            flood_months=words.months(plan.flood_months) or " ",
        ),
    )
    section(6, facts("long_qualification", "long_occupation", "long_life"))
    goals = [goal for goal in plan.goals if shown or not goal.sensitive]
    section(7, [goal_table(goals, desk)])
    actions = [action for action in plan.actions if shown or not action.sensitive]
    pathway = " · ".join(part for part in (plan.pathway, *plan.pathway_more) if part)
    section(
        8,
        [*facts("pathway", "courses", pathway=pathway), Space(3.0), action_table(actions, desk)],
    )
    people = ("facilitator", "mentors", "partners", "codesigned_by")
    two(9, ("method", "times", "places", "media"), 10, people)
    helps = ("support", "accommodations", "funds")
    two(11, helps, 12, ("measurement", "evidence", "credit_transfer"))
    section(13, _due(plan, desk))
    reviews = [review for review in plan.reviews if shown or not review.sensitive]
    section(14, [review_table(reviews, desk)])
    return blocks


def _due(plan: PlanPaper, desk: Desk) -> list[Block]:
    words = desk.words
    text = words("review_every", n=plan.review_months)
    if plan.next_review_on is not None:
        text += " " + words("next_review", date=words.date(plan.next_review_on, long=True))
    else:
        text += " " + words("next_review", date="." * 40)
    return [desk.text(text)]


def _pitch(plan: PlanPaper) -> float:
    """Return how far apart dotted lines stand: more for a plan all written by pen."""
    return 18.0 if plan.learner.name else 20.5


def _comments(plan: PlanPaper, desk: Desk) -> list[Drawn | Labelled | Space]:
    """Both have their place, written or not: nobody signs without having been asked."""
    words = desk.words
    return [
        *desk.heading(15, words("s15")),
        desk.fact(words("learner_comment"), plan.learner_comment, pen=_pitch(plan) + 2),
        Space(2.0),
        desk.fact(words("guardian_comment"), plan.guardian_comment, pen=_pitch(plan) + 2),
    ]


def _learner(plan: PlanPaper, desk: Desk) -> list[Block]:
    words, learner = desk.words, plan.learner
    area = " ".join(part for part in (learner.tambon, learner.district, learner.province) if part)
    birth = learner.birth + (f" ({words('age')} {learner.age})" if learner.age else "")
    blank = not learner.name
    if learner.sex:
        birth = f"{learner.sex} · {birth}" if birth.strip() else learner.sex
    nickname = learner.nickname
    if learner.own_language_name:
        nickname += f" ({learner.own_language_name})"
    pairs = [
        ("nickname", nickname.strip()),
        ("birth", birth.strip()),
        ("national_id", learner.national_id or ("" if blank else "-")),
        ("code", learner.code),
        ("phone", learner.phone),
        ("village", learner.village_label),
        ("area", area),
        ("mother_tongue", learner.mother_tongue),
        ("spoken", learner.spoken),
        ("other_id", learner.other_id),
    ]
    asked = ("birth", "village")  # worth a line for the pen where nobody knows them yet
    kept = [
        (words(key), text)
        for key, text in pairs
        if text or key in asked or (blank and key != "other_id")
    ]
    blocks: list[Block] = [fact_grid(kept, desk)]
    carers = "\n".join(
        " · ".join(part for part in (carer.name, carer.relation, carer.phone) if part)
        for carer in learner.carers
    )
    rest = [
        ("education", learner.education),
        ("occupation", learner.occupation),
        ("address", learner.address),
        ("carers", carers),
        ("household", learner.household),
        ("groups", " · ".join(learner.groups)),
    ]
    pitch = _pitch(plan)
    if _widths(words.typed(learner.name), _NAME)[0] * 0.7 > _NAME_ROOM:
        rest.insert(0, ("name", learner.name))  # too long for the title band: here in full
    filled = [desk.fact(words(key), text, pen=pitch) for key, text in rest if text or blank]
    return [*blocks, Space(2.0), *filled] if filled else blocks


def fact_grid(pairs: list[tuple[str, str]], desk: Desk, columns: int = 4) -> Block:
    """Return small labels over their values in columns; a long value takes two or more."""
    gap = 10.0
    wide = (WIDTH - gap * (columns - 1)) / columns
    value = Style("Medium", 10.5, 15.5, INK)
    label = LABEL.at(leading=12.0)
    cells: list[tuple[int, int, float, str, Block]] = []
    tall: list[float] = []
    waiting = [
        (name, text, _span(desk.words.typed(text), value, wide, gap)) for name, text in pairs
    ]
    while waiting:
        column = 0
        tall.append(0.0)
        for fact in list(waiting):
            name, text, needed = fact
            span = min(needed, columns)
            if column + span > columns:
                continue  # a shorter one behind it may still find room in this row
            body: Block = desk.text(text, value) if text else PenLines(1, 17.0)
            room = wide * span + gap * (span - 1)
            tall[-1] = max(tall[-1], 12.0 + body.height(room) + 1.5)
            cells.append((len(tall) - 1, column, room, name, body))
            column += span
            waiting.remove(fact)

    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        for row, column, room, name, body in cells:
            level = top + sum(tall[:row])
            start = x + column * (wide + gap)
            sheet.fitted(name, label, start, level, room)
            body.draw(sheet, start, level + 11.0, room)

    return Drawn(sum(tall), draw)


def _span(text: str, style: Style, wide: float, gap: float) -> int:
    """Return how many columns a text needs on one line."""
    return max(1, math.ceil((max(_widths(text, style)) + gap - 0.01) / (wide + gap)))


def _widths(text: str, style: Style) -> list[float]:
    return [word(line, style.face, style.size).visible for line in text.split("\n")]


def _band(sheet: Sheet, plan: PlanPaper, desk: Desk) -> None:
    """Draw the title: whose office, what it is, for whom, which version, and the code."""
    words, head, learner = desk.words, plan.letterhead, plan.learner
    sheet.box(LEFT, _BAND_TOP, WIDTH, _BAND, fill=TEAL_SOFT, radius=9)
    sheet.box(LEFT, _BAND_TOP + 12, 4.5, _BAND - 24, fill=TEAL)
    start = LEFT + 18
    if head.logo and sheet.picture(head.logo, start, _BAND_TOP + 15, 58, 58):
        start += 70
    end = LEFT + WIDTH - 12
    if plan.qr:
        draw_qr(sheet, plan.qr, end - 66, _BAND_TOP + 8, 66)
        if plan.printed.stamp:
            stamp = Style("Medium", 9.0, 10, MUTED, "centre")
            sheet.fitted(plan.printed.stamp, stamp, end - 72, _BAND_TOP + 74, 78)
        end -= 78
    room = end - start
    office = words.typed(head.organisation or words("centre"))
    place = words.typed(head.place)
    line = " · ".join(part for part in (office, place) if part)
    sheet.fitted(line, Style("Medium", 10, 15, MUTED), start, _BAND_TOP + 5, room)
    sheet.fitted(words("plan"), TITLE, start, _BAND_TOP + 19, room)
    name = words.typed(learner.name)
    if not name:
        level = _BAND_TOP + 67
        label = Style("Medium", 10, 15, MUTED)
        wide = sheet.words(words("plan_of"), label, start, _BAND_TOP + 54)
        sheet.rule(start + wide + 6, level, start + room, level, MUTED, 0.7, (0.7, 2.2))
    else:
        sheet.fitted(name, _NAME, start, _BAND_TOP + 51, room)
    parts = [_life(plan, desk), words("version", n=plan.version), words.typed(plan.status)]
    text = "   ·   ".join(part for part in parts if part)
    sheet.fitted(text, Style("Regular", 9.2, 13, TEAL_DEEP), start, _BAND_TOP + 72, room)


def _life(plan: PlanPaper, desk: Desk) -> str:
    words = desk.words
    first, last = words.date(plan.starts_on), words.date(plan.ends_on)
    if first and last:
        return words("from_to", a=first, b=last)
    return words("from", a=first) if first else words("until", b=last) if last else ""
