"""Which rows of a table are people, and which go on about the person above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop.exchange.cells import Cell, SheetRow
from desktop.exchange.columns import Layout
from desktop.exchange.person_cells import read_phone, text_of
from desktop.exchange.regions import TableRow
from desktop.exchange.skipping import Reason, reason_to_skip
from desktop.models.text import digits

_OF_CARER: Final = frozenset(
    {"carer_title", "carer", "carer_surname", "carer_identity", "carer_role", "phone"}
)
_BESIDE: Final = _OF_CARER | {"note", "address", "house_number"}
"""What a second row may hold: nothing that tells of another learner."""
_ADDRESS: Final = frozenset({"address", "house_number"})
_NAMES: Final = frozenset({"title", "name", "given", "middle", "surname", "nickname"})
_KIN: Final = "มารดา|บิดา|แม่|พ่อ|ปู่|ย่า|ตา|ยาย|ลุง|ป้า|น้า|อา"
_PARENT: Final = re.compile(f"ผู้ปกครอง|ผู้ดูแล|{_KIN}")
# "ตา ใจดี" is somebody's name; "ตา: นายดำ" and "(ตา นายดำ)" are not.
_CARER_BELOW: Final = re.compile(
    rf"(?:(?:ชื่อ ?)?(?:ผู้ปกครอง|ผู้ดูแล|มารดา|บิดา)(?: *[:=] *| +)|(?:{_KIN}) *[:=] *"
    rf"|(?:{_KIN}) +(?=นาย|นาง|น\.ส\.)|\( *(?:ผู้ปกครอง|ผู้ดูแล|{_KIN}) *[:=]? *)"
    r"(?P<carer>[^()]*?)(?:[ ,]*โทร[^\d]*(?P<phone>[\d -]+))? *\)?"
)


@dataclass(frozen=True, slots=True)
class Below:
    """What the rows below a person say of them.

    Attributes:
        cells: the person's cells, with those that were empty filled from below.
        extras: place and text of what stands in a cell that is taken already.
        carer: named below where the learners' names stand, "" for nobody.
        phone: of that carer.
    """

    cells: tuple[Cell, ...]
    extras: tuple[tuple[int, str], ...] = ()
    carer: str = ""
    phone: str = ""


def rows_of_people(rows: Sequence[TableRow], layout: Layout) -> list[tuple[TableRow, Reason]]:
    """Return the rows with why they tell of nobody; what goes on about a person is with it.

    A row of which it is not sure that it is a learner has a `doubt`.
    """
    found: list[tuple[TableRow, Reason]] = []
    order = layout.fields.get("order", -1)
    for row in rows:
        own = SheetRow(row.number, row.own)
        numbered = 0 <= order < len(row.own) and bool(text_of(row.own[order]))
        # A row with a number of its own in the list is a person of its own.
        above = found[-1][0] if found and not found[-1][1] and not numbered else None
        if above is not None and row.number == _last(above) + 1 and _goes_on(row, layout):
            found[-1] = replace(above, more=(*above.more, row)), ""
            continue
        reason = reason_to_skip(own, layout) if any(own.cells) else "blank"
        if not reason and not row.doubt and above is not None and _is_doubtful(row, above, layout):
            row = replace(row, doubt="maybe_no_learner")
        found.append((row, reason))
    return found


def what_is_below(row: TableRow, layout: Layout) -> Below:
    """Read the rows that go on about a person."""
    cells = list(row.cells)
    extras: list[tuple[int, str]] = []
    carer = phone = ""
    fields = layout.fields
    names = {fields[name] for name in ("name", "given") if name in fields}
    for more in row.more:
        for place, text in _texts(more.own).items():
            cells.extend([None] * (place + 1 - len(cells)))
            named = _CARER_BELOW.fullmatch(text) if place in names else None
            if named is not None:
                if not carer:
                    carer = named["carer"].strip()
                    phone = read_phone(named["phone"])[0] if named["phone"] else ""
                extras.append((place, text))
            elif not text_of(cells[place]):
                cells[place] = more.own[place]
            elif text_of(cells[place]) != text:
                extras.append((place, text))
    return Below(tuple(cells), tuple(extras), carer, phone)


def _last(row: TableRow) -> int:
    return row.more[-1].number if row.more else row.number


def _texts(cells: Sequence[Cell]) -> dict[int, str]:
    return {place: text for place, cell in enumerate(cells) if (text := text_of(cell))}


def _by_field(cells: Sequence[Cell], layout: Layout) -> dict[str, str]:
    """What a row says by field; a column without one stands there by its letters."""
    texts = _texts(cells)
    return {
        column.field or column.letters: texts[column.index]
        for column in layout.columns
        if column.index in texts
    }


def _goes_on(row: TableRow, layout: Layout) -> bool:
    own, read = _by_field(row.own, layout), _by_field(row.cells, layout)
    if not own:
        return False
    name = next((each for each in ("name", "given") if each in layout.fields), "")
    of_another = own.keys() & {"name", "given", "identity", "g_code", "birth"}
    if not of_another and read.get(name):
        return True  # its name is merged down from the row above
    told = own.keys() - {"name", "given"}
    if not told <= _BESIDE:
        return False
    if own.keys() & {"name", "given"}:
        return bool(_CARER_BELOW.fullmatch(own.get("name") or own["given"]))
    if read.keys() & (_NAMES | {"identity"}):
        return False
    # A line of a carer's; or an address that takes one line more.
    return bool(own.keys() & _OF_CARER) or bool(
        own.keys() & _ADDRESS and not reason_to_skip(SheetRow(row.number, row.own), layout)
    )


def _is_doubtful(row: TableRow, above: TableRow, layout: Layout) -> bool:
    """Whether it may be the carer of the person above, or a word about that person.

    In a numbered list it has no number, and hardly anything but a name.
    """
    own, first = _by_field(row.own, layout), _by_field(above.own, layout)
    numbered = digits(first.get("order", "")).rstrip(".)").isdigit()
    if not numbered or "order" in _by_field(row.cells, layout) or not own.keys() & _NAMES:
        return False
    if _PARENT.fullmatch(own.get("carer_role", "")):
        return True
    little = _NAMES | _BESIDE
    return own.keys() <= little and not first.keys() <= little | {"order"}
