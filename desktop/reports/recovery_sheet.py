"""The recovery sheet: one page with the words that open the centre when passcodes are lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from desktop.reports.composing import LEFT, RIGHT, Desk, draw_qr
from desktop.reports.palette import (
    BODY,
    DOTS_TEAL,
    HEADING,
    INK,
    MUTED,
    NOTE,
    SAND,
    SAND_EDGE,
    TEAL,
    TEAL_DEEP,
    TEAL_SOFT,
    WHITE,
)
from desktop.reports.paper_data import PaperOptions
from desktop.reports.sheet import A4, Sheet, write_beside
from desktop.reports.text import Style
from desktop.reports.unprintable import refuse_boxes

WIDTH: Final = A4[0] - LEFT - RIGHT
_COLUMNS: Final = 3
_CELL_HEIGHT: Final = 45.0
_QR: Final = 104.0
_NAMES: Final = 12


@dataclass(frozen=True, slots=True)
class RecoveryPaper:
    """What stands on the sheet: `words` and `code` open everything; `id` tells sheets apart.

    `names` are those who can sign in with a passcode; `letters` those of the laptop.
    """

    id: str
    words: tuple[str, ...]
    code: str
    centre: str
    made: date
    letters: str
    names: tuple[str, ...]


_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "title": ("ใบกู้คืน", "Recovery sheet"),
    "secret": ("ความลับ ห้ามถ่ายรูป ห้ามส่งต่อ", "Secret: no photographs, no copies by chat"),
    "about": (
        "ใครมีคำชุดนี้กับเครื่องของศูนย์ เปิดข้อมูลได้ทั้งหมด ถ้าทุกคนลืมรหัสผ่านและไม่มีใบนี้ ไม่มีใครเปิดข้อมูลได้อีก "
        "รวมทั้งผู้ทำโปรแกรม",
        "Whoever has these words and the laptop can open everything. If every passcode is "
        "forgotten and this sheet is lost, nobody can open the data any more, its makers included.",
    ),
    "laptop": ("เครื่อง {letters}", "Laptop {letters}"),
    "sheet": ("ใบที่ {id}", "Sheet {id}"),
    "made": ("ทำเมื่อ {date}", "Made on {date}"),
    "keep": ("เก็บที่ไหน", "Where to keep it"),
    "keep1": (
        "ใส่ซองปิดผนึก เก็บในตู้ล็อกหรือเซฟของ อปท. คนละที่กับเครื่อง",
        "In a sealed envelope, in a locked cabinet or safe, away from the laptop.",
    ),
    "keep2": (
        "บอกผู้ดูแลอีกคนหนึ่งว่าซองอยู่ที่ใด",
        "Tell one more administrator where the envelope lies.",
    ),
    "use": ("เมื่อต้องใช้", "When it is needed"),
    "use1": (
        "เปิดโปรแกรม กด “ลืมรหัสผ่าน” ที่หน้าเข้าใช้งาน",
        "Open the program and press “Forgotten passcode” at sign-in.",
    ),
    "use2": (
        "พิมพ์คำทั้ง 18 คำตามลำดับ เว้นวรรคระหว่างคำ หรือพิมพ์เลขสามตัวใต้คำแทนก็ได้ วรรณยุกต์ตกหล่นไม่เป็นไร",
        "Type the 18 words in their order with spaces between, or the three figures under each "
        "instead. Tone marks may be left out.",
    ),
    "use3": (
        "คำไหนพิมพ์ผิด โปรแกรมบอกลำดับของคำนั้น อ่านไม่ออกหนึ่งหรือสองคำให้พิมพ์ ? โปรแกรมหาให้",
        "A wrong word is named by its number. For one or two that cannot be read type ? and the "
        "program works them out.",
    ),
    "use4": (
        "เลือกชื่อของตน ตั้งรหัสผ่านใหม่ แล้วเก็บใบนี้เข้าที่เดิม",
        "Choose your name, set a new passcode, and put the sheet back.",
    ),
    "lost": ("ถ้าใบนี้หายหรือมีคนเห็น", "If it is lost or was seen"),
    "lost1": (
        "ผู้ดูแลทำใบใหม่ที่ ตั้งค่า › ใบกู้คืน ใบเก่าจะเปิดเครื่องนี้ไม่ได้อีก แต่ยังเปิดสำเนาสำรองที่ทำก่อนหน้าได้ "
        "ให้ทำสำเนาใหม่และทำลายสำเนาเก่า",
        "An administrator makes a new one at Settings › Recovery sheet. The old one then "
        "opens this laptop no more, but still the backups made before: make new ones and "
        "destroy those.",
    ),
    "names": ("ผู้ที่มีรหัสผ่านในเครื่องนี้: {names}", "Who has a passcode here: {names}"),
    "keeper": ("ผู้เก็บรักษา", "Kept by"),
    "place": ("เก็บไว้ที่", "Kept at"),
    "day": ("วันที่", "Date"),
    "qr": (
        "QR นี้คือเลขชุดเดียวกัน ใช้กับกล้องอ่านที่ไม่ต่ออินเทอร์เน็ตเท่านั้น",
        "The QR code holds the same figures: only for a reader without internet.",
    ),
}


def draw_recovery(sheet: Sheet, paper: RecoveryPaper, options: PaperOptions) -> float:
    """Draw the one page; return how far down it reaches."""
    desk = Desk(options)
    english = options.language != "th"

    def say(key: str, **values: object) -> str:
        return desk.words.typed(_TEXTS[key][english].format(**values))

    top = _head(sheet, paper, say("title"), say("secret"))
    facts = [
        paper.centre,
        say("laptop", letters=paper.letters),
        say("made", date=desk.words.date(paper.made, long=True)),
        say("sheet", id=paper.id.upper()),
    ]
    sheet.fitted(" · ".join(part for part in facts if part), BODY, LEFT, top, WIDTH)
    top = _words(sheet, paper, top + 24)
    about = desk.text(say("about"), BODY.at(face="Medium"))
    about.draw(sheet, LEFT, top + 10, WIDTH)
    top += 10 + about.height(WIDTH) + 4
    narrow = WIDTH - _QR - 18
    end = top
    for title, lines in (
        ("keep", ("keep1", "keep2")),
        ("use", ("use1", "use2", "use3", "use4")),
        ("lost", ("lost1",)),
    ):
        # Beside the QR code the lines are shorter than below it.
        room = narrow if end < top + _QR + 44 else WIDTH
        sheet.words(say(title), HEADING.at(size=11.0), LEFT, end + 4)
        end += 24
        for number, line in enumerate(lines, 1):
            shown = desk.words.typed(f"{number}.") if len(lines) > 1 else "•"
            sheet.words(shown, BODY, LEFT, end)
            text = desk.text(say(line), BODY)
            text.draw(sheet, LEFT + 16, end, room - 16)
            end += text.height(room - 16) + 1.5
    draw_qr(sheet, paper.code, LEFT + WIDTH - _QR, top + 6, _QR)
    note = desk.text(say("qr"), NOTE)
    note.draw(sheet, LEFT + WIDTH - _QR, top + _QR + 8, _QR)
    listed = ", ".join(paper.names[:_NAMES]) + (" …" if len(paper.names) > _NAMES else "")
    names = desk.text(say("names", names=listed), NOTE.at(size=9.0))
    names.draw(sheet, LEFT, end + 6, WIDTH)
    end += 12 + names.height(WIDTH)
    _signing(sheet, end, [say("keeper"), say("place"), say("day")])
    return end + 24


def print_recovery(paper: RecoveryPaper, path: Path, options: PaperOptions) -> int:
    """Write the sheet; return its pages.

    Raises:
        UserError: `paper_cannot_write`, `paper_letters_missing`.
    """
    refuse_boxes((paper.centre, *((name,) for name in paper.names)), options)
    title = _TEXTS["title"][options.language != "th"]
    sheet = Sheet(title, paper.centre, A4, options.language)
    draw_recovery(sheet, paper, options)
    write_beside(path, sheet.finished())
    return sheet.pages


def _head(sheet: Sheet, paper: RecoveryPaper, title: str, secret: str) -> float:
    top = 44.0
    sheet.box(LEFT, top, WIDTH, 46, fill=TEAL_DEEP, radius=6)
    sheet.words(title, Style("Bold", 20.0, 30.0, WHITE), LEFT + 16, top + 7)
    sheet.words(
        secret, Style("Medium", 10.5, 16.0, WHITE, "right"), LEFT + 16, top + 15, WIDTH - 32
    )
    return top + 56


def _words(sheet: Sheet, paper: RecoveryPaper, top: float) -> float:
    """Draw the words in columns, read downwards; return how far down they reach."""
    figures = paper.code.split()[-len(paper.words) :]
    rows = len(paper.words) // _COLUMNS
    wide = WIDTH / _COLUMNS
    sheet.box(LEFT, top, WIDTH, rows * _CELL_HEIGHT + 12, fill=SAND, stroke=SAND_EDGE, radius=6)
    number_style = Style("Bold", 9.5, 16.0, TEAL_DEEP, "centre")
    word_style = Style("Bold", 17.0, 26.0, INK)
    figure_style = Style("Regular", 9.0, 12.0, MUTED)
    for index, word in enumerate(paper.words):
        x = LEFT + (index // rows) * wide + 12
        level = top + 6 + (index % rows) * _CELL_HEIGHT
        sheet.box(x, level + 11, 21, 17, fill=TEAL_SOFT, radius=4)
        sheet.words(str(index + 1), number_style, x, level + 11.5, 21)
        sheet.fitted(word, word_style, x + 29, level + 4, wide - 48)
        sheet.words(figures[index], figure_style, x + 30, level + 28)
        if index % rows:
            sheet.rule(x, level - 0.5, x + wide - 22, level - 0.5, DOTS_TEAL, 0.4)
    return top + rows * _CELL_HEIGHT + 12


def _signing(sheet: Sheet, top: float, labels: list[str]) -> None:
    wide = WIDTH / len(labels)
    for index, label in enumerate(labels):
        x = LEFT + index * wide
        used = sheet.words(label, BODY, x, top + 8)
        sheet.rule(x + used + 6, top + 22, x + wide - 12, top + 22, TEAL, 0.6, (1.0, 2.0))
