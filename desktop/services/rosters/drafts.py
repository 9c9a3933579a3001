"""What a roster row says of a learner, in the fields of the records; nothing of it is dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from typing import Any, Final

import msgspec

from desktop.exchange.columns import Layout
from desktop.exchange.marks import Checked
from desktop.exchange.person_cells import Lookup, text_of
from desktop.exchange.rows import RosterRow
from desktop.models.dates import PartialDate
from desktop.models.identity import Identity
from desktop.models.text import digits, normalise, search_key

_LEVELS_NOW: Final = frozenset({"studying"})
_OWN_COLUMNS: Final = frozenset({"own_name", "house_number", "address"})
# Headings for what has no heading of its own in the row: kept beside the learner.
_CARER_NUMBER: Final = "เลขประจำตัว"
_KEPT_UNDER: Final = {
    "identity": "เลขที่อ่านไม่ได้",
    "birth": "วันเกิดที่อ่านไม่ได้",
    "sex": "เพศ",
    "level": "ระดับการศึกษา",
    "status": "สถานะ",
    "reasons": "สาเหตุ",
    "groups": "กลุ่มเป้าหมาย",
    "phone": "เบอร์โทร",
}


@dataclass(slots=True)
class Draft:
    """A row as records: columns of the learner, and what belongs to it.

    Attributes:
        columns: values of the learner record; only what the row says.
        village: moo number and name of the village, each "" where not said.
        carer: name with title, "" where not said; `relation` a code, `carer_note` what else is
            said of the carer.
        extra: heading to text, for what no field holds.
        check: the row of an export against its mark; then the draft holds what was changed, and
            what was taken out of a cell is taken away.
    """

    columns: dict[str, Any]
    numbers: list[Identity]
    village: tuple[str, str]
    hamlet: str
    carer: str
    relation: str
    groups: tuple[str, ...]
    reasons: tuple[str, ...]
    note: str
    extra: dict[str, str] = field(default_factory=dict)
    carer_note: str = ""
    check: Checked | None = None

    @property
    def moo(self) -> str:
        """What tells the village apart: its number, or its name where no number is known."""
        return self.village[0] or self.village[1]


def as_edited(row: RosterRow, layout: Layout) -> RosterRow:
    """The row of an export with only what was changed in it since; any other row as it is."""
    check = row.check
    if check is None:
        return row
    says = check.says
    told = {column.heading or column.letters: column.field for column in layout.columns}
    names = ("name", "given", "title", "surname")
    place, carer = says("moo", "village"), says("carer", "carer_title")
    number = says("identity", "g_code", "other_paper", "school_code")
    kept = {
        "title": says(*names[:3]), "given": says(*names[:2]), "middle": says("name", "middle"),
        "surname": says("name", "surname"), "nickname": says("nickname"), "sex": says("sex"),
        "birth": says("birth"), "birth_text": says("birth"), "identity": number,
        "other_identities": number, "moo": place, "village": place, "hamlet": says("hamlet"),
        "carer_title": carer, "carer": carer, "phone": says("phone"), "level": says("level"),
        "status": says("status"), "reasons": says("reasons"), "groups": says("groups"),
        "note": says("note"), "carer_identity": says("carer_identity"),
    }  # fmt: skip
    blank = RosterRow(row.sheet, row.row)
    return replace(
        row,
        **{name: getattr(blank, name) for name, keeps in kept.items() if not keeps},
        unmatched=tuple(pair for pair in row.unmatched if says(pair[0])),
        extras=tuple(
            pair
            for pair in row.extras
            if (own := told.get(pair[0], "")) != "age" and (not own or says(own))
        ),
    )


def draft_of(row: RosterRow, layout: Layout, words: Lookup) -> Draft:
    """Return what a row says; `layout` is that of its table, `words` the centre's."""
    said = {
        "title": row.title,
        "given": row.given,
        "middle": row.middle,
        "surname": row.surname,
        "nickname": row.nickname,
        "status": row.status,
        "phone": row.phone,
        "sex": "" if row.sex == "unspecified" else row.sex,
        "level_current" if row.status in _LEVELS_NOW else "level_last": row.level,
    }
    columns: dict[str, Any] = {name: value for name, value in said.items() if value}
    extra: dict[str, str] = {}
    if row.birth is not None:
        columns["birth"] = row.birth.iso()
        columns["birth_estimated"] = row.birth.estimated
    if row.birth_text:
        columns["birth_text"] = row.birth_text
    headings = {c.field: c.heading for c in layout.columns if c.field}
    fields = {c.heading or c.letters: c.field for c in layout.columns}
    relation = ""
    for heading, text in row.extras:
        meant = fields.get(heading, "")
        if meant == "age" and row.record_id:
            continue  # an export tells it from the birth; typed or moved, it says nothing
        if meant in _OWN_COLUMNS and meant not in columns:
            columns[meant] = text
        elif meant == "carer_role" and (code := words.code("relations", text)):
            relation = code
        else:
            _keep(extra, heading, text)
    for name, text in row.unmatched:
        _keep(extra, headings.get(name) or _KEPT_UNDER.get(name, name), text)
    numbers = []
    for identity in (row.identity, *row.other_identities):
        if identity.kind == "unreadable":
            _keep(extra, headings.get("identity") or _KEPT_UNDER["identity"], identity.value)
        elif identity.kind != "none":
            numbers.append(identity)
    if row.carer_identity and not row.carer:
        _keep(extra, headings.get("carer_identity", ""), row.carer_identity)
    return Draft(
        columns=columns,
        numbers=numbers,
        village=(row.moo, row.village),
        hamlet=row.hamlet,
        carer=f"{row.carer_title}{row.carer}" if row.carer else "",
        relation=relation,
        groups=row.groups,
        reasons=row.reasons,
        note=row.note,
        extra=extra,
        carer_note=f"{_CARER_NUMBER} {row.carer_identity}" if row.carer_identity else "",
        check=row.check,
    )


def fill(first: Draft, again: Draft, place: str) -> None:
    """Add what a repeated row says more; where it says otherwise, that is kept in `extra`.

    `place` names the repeated row, so that importing the file again adds nothing.
    """
    for name, value in again.columns.items():
        if name not in first.columns:
            first.columns[name] = value
        elif first.columns[name] != value and name not in ("birth_text", "birth_estimated"):
            _keep(first.extra, f"{name} ({place})", str(value))
    for number in again.numbers:
        if number.value not in {known.value for known in first.numbers}:
            first.numbers.append(number)
    if not first.moo:
        first.village = again.village
    elif again.moo and again.moo != first.moo:
        _keep(first.extra, f"village ({place})", " ".join(part for part in again.village if part))
    first.hamlet = first.hamlet or again.hamlet
    if not first.carer:
        first.carer, first.relation = again.carer, again.relation
        first.carer_note = again.carer_note
    elif again.carer and search_key(again.carer) != search_key(first.carer):
        _keep(first.extra, f"carer ({place})", again.carer)
    first.groups = tuple(dict.fromkeys((*first.groups, *again.groups)))
    first.reasons = tuple(dict.fromkeys((*first.reasons, *again.reasons)))
    first.note = added_note(first.note, again.note) or first.note
    for heading, text in again.extra.items():
        _keep(first.extra, heading, text)


def added_note(present: str, more: str) -> str:
    """The note with more behind it, or "" where it says that already."""
    if not more or normalise(more) in normalise(present):
        return ""
    return f"{present}\n{more}" if present else more


def births_agree(one: str, other: str) -> bool:
    """Whether two part-known dates can be one: equal as far as both are known."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def digest(row: RosterRow) -> bytes:
    """Eight bytes for all that a row says: the same words give the same digest."""
    identities = [
        (identity.kind, identity.value) for identity in (row.identity, *row.other_identities)
    ]
    return _hash(
        (
            row.title, row.given, row.middle, row.surname, row.nickname, row.sex,
            _iso(row.birth), row.birth_text, identities, row.moo, row.village, row.hamlet,
            row.carer_title, row.carer, row.phone, row.level, row.status, row.reasons, row.groups,
            row.note, row.record_id, row.unmatched, row.extras,
            # Behind all else and only where it is said: rows of earlier runs keep their digest.
            *((row.carer_identity,) if row.carer_identity else ()),
        )
    )  # fmt: skip


def row_key(row: RosterRow, layout: Layout) -> bytes:
    """Eight bytes by which a roster of the same layout finds its own earlier row again.

    Who and where: name, village and carer. The birth date is compared apart, since mending it
    is what people do between two imports.
    """
    fields = tuple(sorted(layout.fields.keys() - {"order", "ignore"}))
    # A workbook of problems carries the village in columns of its own.
    kind = tuple(name for name in fields if name not in ("moo", "village"))
    return _hash(
        (
            kind,
            search_key(row.given),
            search_key(row.middle),
            search_key(row.surname),
            row.moo or search_key(row.village),
            search_key(row.carer),
        )
    )


def _iso(birth: PartialDate | None) -> str:
    return "" if birth is None else f"{birth.iso()}{'?' if birth.estimated else ''}"


def _hash(value: object) -> bytes:
    return blake2b(msgspec.msgpack.encode(value), digest_size=8).digest()


def ages_of(row: RosterRow, layout: Layout, today: date) -> list[str]:
    """The headings of ages that say no more than the birth in the same row, as exports tell it."""
    if row.birth is None:
        return []
    born = row.birth.age_on(today).years
    return [
        column.heading or column.letters
        for column in layout.columns
        if column.field == "age"
        and column.index < len(row.cells)
        and (text := digits(text_of(row.cells[column.index]))).isdigit()
        and abs(int(text) - born) <= 1
    ]


def _keep(extra: dict[str, str], heading: str, text: str) -> None:
    known = extra.get(heading)
    if known is None:
        extra[heading] = text
    elif text not in known.split("; "):
        extra[heading] = f"{known}; {text}"


def merged_extra(present: Mapping[str, Any] | None, more: Mapping[str, str]) -> dict[str, Any]:
    """What is kept beside a learner with more of it; the same heading takes the newer text."""
    return {**(present or {}), **more}
