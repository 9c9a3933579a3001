"""Section 16 of the plan: where people sign, with room for thumbs and witnesses."""

from __future__ import annotations

from desktop.reports.composing import Desk
from desktop.reports.layout import DOTS, Block, Drawn, Space
from desktop.reports.palette import BODY, FAINT, LABEL, MUTED, NOTE
from desktop.reports.paper_data import PlanPaper, SignaturePaper
from desktop.reports.sheet import Sheet
from desktop.reports.text import Style, measure

_ROW = 67.0
_WITNESSES = 40.0
_GAP = 22.0
_ROLES = ("learner", "guardian", "facilitator", "dole", "lao")
_INK = Style("Regular", 10.0, 15.0, BODY.colour)


def signature_blocks(plan: PlanPaper, desk: Desk) -> list[Block]:
    """Return the heading and the places to sign, two in a row, all kept together."""
    words = desk.words
    places = plan.signatures or tuple(SignaturePaper(words(f"role_{key}")) for key in _ROLES)
    if plan.signatures == () and plan.learner.name:
        places = (SignaturePaper(words("role_learner"), plan.learner.name), *places[1:])
    title = words("s16")
    if plan.agreed_on is not None:
        title += f" · {words('agreed_on')} {words.date(plan.agreed_on, long=True)}"
    blocks: list[Block] = [*desk.heading(16, title), Space(4.0, keep_with_next=True)]
    cells: list[SignaturePaper | None] = [*places, None]
    for index in range(0, len(cells), 2):
        pair = cells[index : index + 2]
        blocks.append(_row(pair, desk))
    names = next((place.witnesses for place in places if place.witnesses), ())
    blocks.append(_witnesses(names, desk))
    return blocks


def _row(pair: list[SignaturePaper | None], desk: Desk) -> Block:
    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        wide = (width - _GAP) / 2
        for index, place in enumerate(pair):
            start = x + index * (wide + _GAP)
            if place is None:
                _thumbs(sheet, start, top, wide, desk)
            else:
                _sign(sheet, place, start, top, wide, desk)

    return Drawn(_ROW, draw, keep_with_next=True)


def _dotted(sheet: Sheet, x: float, level: float, end: float) -> None:
    if end > x + 4:
        sheet.rule(x, level, end, level, DOTS, 0.8, (0.7, 2.2))


def _sign(
    sheet: Sheet, place: SignaturePaper, x: float, top: float, width: float, desk: Desk
) -> None:
    """Draw one place to sign; names known are printed, everything else is dots."""
    words = desk.words
    role = words.typed(place.role)
    position = words.typed(place.position)
    if not position and measure(role, _INK) > width * 0.55:
        position = role  # a long office stands in full on the line for it
    start = x + measure(words("sign"), _INK) + 4
    end = x + width - min(measure(role, _INK), width * 0.45) - 5
    line = top + 8
    sheet.words(words("sign"), _INK, x, line)
    _dotted(sheet, start, line + 12, end)
    sheet.fitted(role, _INK.at(face="Medium"), end + 5, line, x + width - end - 5)
    level = line + 15.5
    middle = (start + end) / 2
    half = (end - start) / 2 + 8
    if place.name:
        name = f"( {words.typed(place.name)} )"
        sheet.fitted(name, _INK.at(align="centre"), middle - half, level, 2 * half)
    else:
        sheet.words("(", _INK, middle - half, level)
        sheet.words(")", _INK, middle + half - 4, level)
        _dotted(sheet, middle - half + 7, level + 12, middle + half - 7)
    level += 15
    label = sheet.words(words("position"), LABEL, x, level)
    if position:
        sheet.fitted(position, _INK, x + label + 6, level, width - label - 6)
    else:
        _dotted(sheet, x + label + 5, level + 12, x + width)
    level += 14.5
    label = sheet.words(words("date"), LABEL, x, level)
    if place.signed_on is not None:
        sheet.words(words.date(place.signed_on, long=True), _INK, x + label + 6, level)
        return
    room = width - label - 6
    spot = x + label + 5
    for share in (0.2, 0.5, 0.3):
        _dotted(sheet, spot, level + 12, spot + room * share - 8)
        spot += room * share
        if share != 0.3:
            sheet.words("/", _INK, spot - 7, level)


def _thumbs(sheet: Sheet, x: float, top: float, width: float, desk: Desk) -> None:
    """Draw two boxes for thumbs: of the learner, of the guardian."""
    words = desk.words
    wide = (width - 14) / 2
    for index, key in enumerate(("role_learner", "role_guardian")):
        start = x + index * (wide + 14)
        sheet.box(start, top + 10, wide, _ROW - 20, stroke=FAINT, weight=0.9, radius=6, dash=(3, 2))
        style = NOTE.at(align="centre")
        sheet.words(
            f"{words('thumb')}{_space(desk)}{words(key)}", style, start, top + _ROW - 9, wide
        )


def _space(desk: Desk) -> str:
    return ": " if desk.words.english else ""


def _witnesses(names: tuple[str, ...], desk: Desk) -> Block:
    def draw(sheet: Sheet, x: float, top: float, width: float) -> None:
        words = desk.words
        wide = (width - _GAP) / 2
        for index in range(2):
            start = x + index * (wide + _GAP)
            label = words("witness", n=index + 1)
            used = sheet.words(label, LABEL, start, top + 10)
            _dotted(sheet, start + used + 5, top + 22, start + wide)
            name = names[index] if index < len(names) else ""
            if name:
                shown = f"( {words.typed(name)} )"
                sheet.fitted(shown, _INK.at(align="centre"), start + used, top + 26, wide - used)
            else:
                sheet.words("(", _INK.at(colour=MUTED), start + used + 8, top + 26)
                _dotted(sheet, start + used + 14, top + 38, start + wide - 12)
                sheet.words(")", _INK.at(colour=MUTED), start + wide - 9, top + 26)

    return Drawn(_WITNESSES, draw)
