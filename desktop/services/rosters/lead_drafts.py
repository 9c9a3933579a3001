"""What a row of a list says of somebody who is to be looked for; nothing of it is dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from desktop.exchange.columns import Layout
from desktop.exchange.headers import header_key
from desktop.exchange.rows import RosterRow
from desktop.models.identity import Identity
from desktop.services.rosters.drafts import draft_of
from desktop.services.vocabularies import CentreLookup

_SCHOOL: Final = ("โรงเรียน", "สถานศึกษา", "school")
_LEFT: Final = ("วันที่ออก", "ออกเมื่อ", "ปีที่ออก", "จำหน่าย", "left on")
_OF_PERSON: Final = ("title", "given", "surname", "nickname", "sex", "birth", "phone")
_LISTS: Final = (("reasons", "leaving_reasons"), ("groups", "target_groups"))


@dataclass
class LeadDraft:
    """A row as records.

    Attributes:
        person: fields of who they are.
        lead: fields of the search, without the village.
        village: moo number and name, each "" where not said.
        left_on: when they left, as the row says it.
    """

    person: dict[str, Any]
    lead: dict[str, Any]
    numbers: list[Identity]
    village: tuple[str, str]
    left_on: str = ""


def lead_draft(row: RosterRow, layout: Layout, words: CentreLookup) -> LeadDraft:
    """Return what a row says; `layout` is that of its table, `words` the centre's.

    What is sensitive (a reason, a group) stands in the row itself alone, which is covered.
    """
    said = draft_of(row, layout, words)
    columns = said.columns
    person = {name: columns[name] for name in _OF_PERSON if columns.get(name)}
    if middle := columns.get("middle"):
        person["surname"] = " ".join(filter(None, (middle, columns.get("surname"))))
    extra = dict(said.extra)
    school = _taken(extra, _SCHOOL)
    left_on = _taken(extra, _LEFT)
    level = columns.get("level_last") or columns.get("level_current") or ""
    told = [*_open_words(row, words)]
    if own := columns.get("own_name"):
        told.append(str(own))
    if status := columns.get("status"):
        told.append(words.vocabulary("status").label(status))
    told += [f"{heading}: {text}" for heading, text in extra.items()]
    carer = " ".join(filter(None, (said.carer, f"({said.carer_note})" if said.carer_note else "")))
    lead = {
        "hamlet": said.hamlet,
        "address": " ".join(filter(None, (columns.get("house_number"), columns.get("address")))),
        "school": school,
        "school_class": level,
        "carer": carer,
        "says": "\n".join([*told, *([said.note] if said.note else [])]),
    }
    return LeadDraft(
        person,
        {name: value for name, value in lead.items() if value},
        said.numbers,
        said.village,
        left_on,
    )


def add_to(first: LeadDraft, again: LeadDraft) -> None:
    """Add what a repeated row says more; where it says otherwise, that is told behind it."""
    for mine, theirs in ((first.person, again.person), (first.lead, again.lead)):
        for name, value in theirs.items():
            mine.setdefault(name, value)
    more = again.lead.get("says", "")
    if more and more not in first.lead["says"]:
        first.lead["says"] += f"\n{more}"
    known = {each.value for each in first.numbers}
    first.numbers += [each for each in again.numbers if each.value not in known]
    if not any(first.village):
        first.village = again.village


def _open_words(row: RosterRow, words: CentreLookup) -> list[str]:
    told = []
    for name, listed in _LISTS:
        terms = words.vocabulary(listed)
        codes = [code for code in getattr(row, name) if not terms.term(code).sensitive]
        told += [terms.label(code) for code in codes]
    return told


def _taken(extra: dict[str, str], parts: tuple[str, ...]) -> str:
    """The text under the first heading that holds one of these words, which is taken out."""
    wanted = [header_key(each) for each in parts]
    for heading in list(extra):
        if any(each in header_key(heading) for each in wanted):
            return extra.pop(heading)
    return ""


def differs(stored: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says of fields that hold nothing yet: what somebody wrote is never changed."""
    return {name: value for name, value in said.items() if value and not stored.get(name)}
