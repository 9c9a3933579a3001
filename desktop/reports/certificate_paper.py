"""Certificates: a landscape page each, with the name large, a number and a code to check it by."""

from __future__ import annotations

from typing import Final

from desktop.reports.certificate_data import Certificate, CertificatePaper
from desktop.reports.composing import Desk, draw_qr
from desktop.reports.list_paper import signing
from desktop.reports.palette import BODY, MUTED, TEAL, TEAL_DEEP, TITLE
from desktop.reports.paper_data import PaperOptions
from desktop.reports.sheet import Sheet
from desktop.reports.text import Style

_EDGE: Final = 28.0
_SIDE: Final = 90.0
_QR: Final = 72.0
_CENTRED: Final = BODY.at(align="centre", size=14.0, leading=22.0)
_SMALL: Final = BODY.at(align="centre", size=12.0, leading=18.0)
_NAME: Final = Style("Bold", 30.0, 46.0, TEAL_DEEP, "centre")
_COURSE: Final = Style("Bold", 20.0, 32.0, TEAL_DEEP, "centre")


def draw_certificates(sheet: Sheet, paper: CertificatePaper, options: PaperOptions) -> None:
    """Draw a page for each person."""
    desk = Desk(options, [each.name for each in paper.people])
    for place, person in enumerate(paper.people):
        if place:
            sheet.new_page()
        sheet.bookmark(person.name or paper.title, 0)
        _draw(sheet, desk, paper, person)


def _draw(sheet: Sheet, desk: Desk, paper: CertificatePaper, person: Certificate) -> None:
    width = sheet.width - 2 * _SIDE
    inside = sheet.height - 2 * _EDGE
    sheet.box(_EDGE, _EDGE, sheet.width - 2 * _EDGE, inside, stroke=TEAL, weight=2.0, radius=6)
    frame = _EDGE + 6
    sheet.box(frame, frame, sheet.width - 2 * frame, sheet.height - 2 * frame, stroke=MUTED)
    top = 52.0
    if paper.letterhead.logo:
        sheet.picture(paper.letterhead.logo, sheet.width / 2 - 26, top, 52, 52)
    top += 58
    lines = [
        (paper.letterhead.organisation or desk.words("centre"), _CENTRED),
        (paper.title, TITLE.at(align="centre", size=28.0, leading=42.0)),
        (paper.says[0], _CENTRED),
        (person.name, _NAME),
        (paper.says[1], _CENTRED),
        (paper.course, _COURSE),
        *((text, _SMALL) for text in paper.facts),
        (person.day, _SMALL),
    ]
    for text, style in lines:
        typed = desk.words.typed(text)
        if typed:
            sheet.fitted(typed, style, _SIDE, top, width)
        elif style is _NAME:
            sheet.rule(sheet.width / 2 - 160, top + 34, sheet.width / 2 + 160, top + 34, MUTED)
        else:
            continue
        top += style.leading
    signing(desk, paper.signers).draw(sheet, _SIDE, sheet.height - 130, width)
    foot = sheet.height - 56
    if person.number:
        sheet.fitted(desk.words.typed(person.number), BODY, _EDGE + 18, foot, 200)
    if person.qr:
        draw_qr(sheet, person.qr, sheet.width - _EDGE - 14 - _QR, foot - _QR + 16, _QR)
