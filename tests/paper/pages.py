"""Whole pages: printed by our own parts, marked, photographed; each the same for its number."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from random import Random

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from desktop.paper_marks.layout import HEIGHT, WIDTH, Layout
from desktop.paper_marks.page_codes import PageCode
from desktop.reports.marks_data import MarksPaper
from desktop.reports.marks_sheet import draw_marks
from desktop.reports.paper_data import PaperOptions
from desktop.reports.sheet import Sheet
from tests.paper.camera import Shot, photograph
from tests.paper.group_of_people import Marked, mark_page
from tests.paper.pen import DOTS, Hand

CODES = PageCode("codes", 25, 9, "K7QRMXA4T3")
DATES = PageCode("dates", 25, 20, "P4D6RTW6XN")
_CODE_HEADS = ("มา", "สาย", "กลับก่อน", "ลา", "ป่วย", "ขาด", "งานศูนย์", "ทางขาด", "ไม่นัด")
_NAMES = ("ดาวเรือง คีรีพนาสุข", "นอพอ ไพรวัลย์งามดี", "มูแฮ พนาเจริญธรรม", "ซอวาทู", "พอคี ดอยสงบสุข")


@dataclass(frozen=True)
class KnownPage:
    """A photographed page with its truth."""

    code: PageCode
    marked: Marked
    shot: Shot


def paper_of(code: PageCode) -> MarksPaper:
    """A sheet with invented people."""
    names = tuple(_NAMES[row % len(_NAMES)] for row in range(code.rows))
    heads = _CODE_HEADS[: code.boxes]
    if code.kind == "dates":
        heads = tuple(f"{day + 13} พ.ย." for day in range(code.boxes // 2))
    return MarksPaper(code, "ใบลงเวลา กลุ่มทอผ้า บ้านแม่สวด", "ครั้งที่ 1–10 · ครูดาว", heads, names)


@cache
def printed(code: PageCode) -> Image.Image:
    """The sheet as a printer would print it, ten dots a millimetre."""
    sheet = Sheet("ใบลงเวลา", "")
    draw_marks(sheet, paper_of(code), PaperOptions())
    document = pypdfium2.PdfDocument(sheet.finished())
    drawn: Image.Image = document[0].render(scale=DOTS * 25.4 / 72).to_pil().convert("RGB")
    document.close()
    return drawn.resize((int(WIDTH * DOTS), int(HEIGHT * DOTS)))


def known_page(
    seed: str, number: int, code: PageCode | None = None, slips: float = 1.0
) -> KnownPage:
    """Page `number` of a set; codes and dates by turns unless one is given."""
    chance = Random(f"{seed}/{number}")
    code = code or (CODES, DATES)[number % 2]
    page = printed(code).copy()
    toner = round(chance.uniform(0, 55))  # a weak one prints grey
    page = page.point([max(value, toner) for value in range(256)] * 3)
    marked = mark_page(page, Layout(code), chance, slips)
    return KnownPage(code, marked, photograph(page, chance))


def neat_picture(
    code: PageCode, marks: Iterable[tuple[int, int]], struck: Iterable[tuple[int, int]] = ()
) -> bytes:
    """A clean scan of a page with a tick of a black pen in each of these boxes (row, number)."""
    page = printed(code).copy()
    layout = Layout(code)
    hand = Hand(Random(3))
    hand.tool, hand.colour, hand.strength, hand.width = "black", (20, 20, 20), 1.0, 0.6
    hand.size, hand.off, hand.shake, hand.style = 1.0, 0.2, 0.05, "tick"
    for row, box in marks:
        hand.draw(page, "tick", layout.box_x(box), layout.row_y(row))
    for row, box in struck:
        hand.draw(page, "struck", layout.box_x(box), layout.row_y(row))
    out = io.BytesIO()
    page.resize((1240, 1754), Image.Resampling.BOX).save(out, "JPEG", quality=85)
    return out.getvalue()
