"""Pictures that come from anywhere: bombs, pieces, strips and foreign codes end in a sentence."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest
import segno
from PIL import Image

from desktop.errors import UserError
from desktop.paper_marks.checking import newest_pictures, pictures_in, read_folder, read_picture
from desktop.paper_marks.picture import MOST_BYTES, grey_picture
from desktop.paper_marks.reading import read_sheet
from tests.paper.pages import CODES, neat_picture


def _png(width: int, height: int, rows: bytes = b"") -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + crc

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "photo_unreadable"),
        (b"no picture at all", "photo_unreadable"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "photo_unreadable"),
        (_png(60_000, 60_000), "photo_too_many_dots"),
        (_png(0, 10), "photo_unreadable"),
        (_png(500, 700), "photo_unreadable"),  # says more dots than it has
        (_png(4000, 4, bytes(4 * 4001)), "photo_unreadable"),  # a strip
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), "photo_heic"),
        (bytes(MOST_BYTES + 1), "document_too_large"),
    ],
    ids=["empty", "text", "head", "bomb", "nothing", "short", "strip", "heic", "bytes"],
)
def test_what_is_no_sound_picture_is_told(content: bytes, code: str) -> None:
    with pytest.raises(UserError) as refused:
        read_sheet(content)
    assert refused.value.code == code


def test_a_bomb_is_refused_before_it_is_decoded() -> None:
    bomb = _png(30_000, 30_000, bytes(1_000_000))
    tracemalloc.start()
    with pytest.raises(UserError, match="photo_too_many_dots"):
        grey_picture(bomb)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_a_picture_that_came_in_part_is_told(share: float) -> None:
    whole = neat_picture(CODES, [(0, 0)])
    with pytest.raises(UserError, match="photo_unreadable"):
        read_sheet(whole[: int(len(whole) * share)])


def test_a_large_photograph_is_opened_at_a_fraction() -> None:
    out = io.BytesIO()
    Image.new("RGB", (6000, 8000), (200, 200, 200)).save(out, "JPEG")
    grey = grey_picture(out.getvalue())
    assert grey.mode == "L"
    assert (grey.width, grey.height) == (2625, 3500)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "CMYK", "I;16"])
def test_pictures_of_every_kind_of_colour_are_grey(mode: str) -> None:
    out = io.BytesIO()
    picture = Image.new("L", (300, 400), 180)
    made = Image.new("I;16", (300, 400)) if mode == "I;16" else picture.convert(mode)
    made.save(out, "JPEG" if mode == "CMYK" else "PNG")
    assert grey_picture(out.getvalue()).mode == "L"


def test_a_picture_of_an_iphone_is_read() -> None:
    # There is no writer of such pictures here: one made once is kept.
    sheet = read_sheet((Path(__file__).parent / "sheet.heic").read_bytes())
    assert sheet.code == CODES
    marks = {group.row: group.marked for group in sheet.groups if group.marked is not None}
    assert marks == {0: 2, 24: 8}


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/pay?to=somebody",
        "C2509../../../E0",
        "C9999K7QRMXA4T30",
        "'; DROP TABLE learner; --",
        "\x00\x01\x02",
        "ใบลงเวลา",
    ],
)
def test_codes_of_something_else_are_not_ours(text: str) -> None:
    page = Image.new("L", (1240, 1754), 255)
    for place in ((60, 60), (1000, 60), (60, 1500), (1000, 1500)):
        made = io.BytesIO()
        segno.make(text, micro=False).save(made, kind="png", scale=5)
        page.paste(Image.open(made).convert("L"), place)
    out = io.BytesIO()
    page.save(out, "PNG")
    with pytest.raises(UserError, match="sheet_no_codes"):
        read_sheet(out.getvalue())


def test_a_folder_is_read_though_one_picture_is_broken(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(neat_picture(CODES, [(0, 0)]))
    (tmp_path / "b.JPG").write_bytes(b"broken")
    (tmp_path / "notes.txt").write_text("no picture", encoding="utf-8")
    (tmp_path / "c.png").mkdir()
    tried = list(read_folder(tmp_path))
    assert [(each.name, each.sheet is not None) for each in tried] == [
        ("a.jpg", True),
        ("b.JPG", False),
    ]
    assert tried[1].refused is not None
    assert tried[1].refused.code == "photo_unreadable"


def test_a_folder_that_went_away_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="folder_missing"):
        pictures_in(tmp_path / "stick")
    with pytest.raises(UserError, match="file_missing"):
        read_picture(tmp_path / "gone.jpg")


def test_the_newest_pictures_come_first(tmp_path: Path) -> None:
    import os

    for age, name in enumerate(("old.jpg", "new.png", "older.heic")):
        path = tmp_path / name
        path.write_bytes(b"")
        stamp = {"old.jpg": 2000, "new.png": 3000, "older.heic": 1000}[name]
        os.utime(path, (stamp, stamp + age))
    assert [path.name for path in newest_pictures(tmp_path, 2)] == ["new.png", "old.jpg"]
