"""Cells that hold a name: what a list puts around it, its parts, and two people in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from desktop.models.names import Name, canonical_title, split_name, take_title
from desktop.models.text import digits, one_line, search_key

_LIST_NUMBER: Final = re.compile(r"^[0-9๐-๙]{1,4}(?: ?[.)] *| +)(?=[^\W\d_])")
_BULLET: Final = re.compile(r"^[•●▪◦·*]+ *")
_PARTS: Final = re.compile(r"\n|[,;、]| และ | กับ | / ")
_SURE_TITLE: Final = re.compile(r"ด\. ?ช\.|ด\. ?ญ\.|เด็กชาย|เด็กหญิง|น\. ?ส\.|นางสาว")
_MISS_APART: Final = re.compile(r"^นาง สาว(?= \S+$)")
_FOOTNOTE: Final = re.compile(r" *\*+$")
# What stands between two people even where each has one word only.
_BETWEEN: Final = re.compile(r"\s(?:และ|กับ)\s|\s*[+&]\s*")
_BRACKETED: Final = re.compile(r"[(\[][^()\[\]]*[)\]]|[\"“”][^\"“”]*[\"“”]| ชื่อเล่น[: ].*")
_THAI: Final = re.compile(r"[ก-ฮ]")
_MAYBE_BETWEEN: Final = re.compile(r"[ก-๎] ?[/,;\n] ?[ก-ฮเ-ไ]|\sและ[ก-ฮเ-ไ]|\s(?:นาย|นาง)[ก-ฮเ-ไ]")
# "ก้อง-แก้ว ใจดี": two given names before one surname.
_TWO_GIVEN: Final = re.compile(r"[ก-๎]+-[ก-ฮเ-ไ][ก-๎]* \S+")
_ONE_PERSON_AT_MOST: Final = 3

# A national number typed into the cell of the name.
_NUMBER: Final = re.compile(
    r" ?[(\[]? ?(?:(?:เลข|บัตร|รหัส|ID)[^\d()]*)?(?<![\d-])(\d(?:[ -]?\d){12})(?![\d-]) ?[)\]]?",
    re.IGNORECASE,
)
_NO_SURNAME: Final = frozenset({"ไม่มี", "ไม่มีนามสกุล", "ไม่มีสกุล", "ไม่ปรากฏ", "ไม่ทราบ", "none"})
# What people write behind a name and is none: that somebody moved, died, stands there twice.
_GONE: Final = r"เสียชีวิต|ตาย(?!าย)|ถึงแก่กรรม|ซ้ำ|ยกเลิก|ย้าย|ลาออก|ไม่พบตัว|จำหน่าย"
_OTHER_REMARK: Final = (
    r"พิการ|ป่วย|จบ|ออกกลางคัน|รอ(?:ยืนยัน|ตรวจ|ข้อมูล|ติดตาม)|แฝด|กำพร้า|ติดตาม|ต่างด้าว|ไม่มีสัญชาติ"
)
_REMARK: Final = re.compile(
    rf"[ ]*(?:[(\[]\s*(?P<in>(?:{_GONE}|{_OTHER_REMARK})[^()\[\]]*)[)\]]"
    rf"|\*+ *(?P<stars>(?:{_GONE}|{_OTHER_REMARK})[^*]*)\**"
    rf"| [-–] *(?P<dash>(?:{_GONE}|{_OTHER_REMARK})\S*))\s*$"
)
Doubt = Literal["", "ask", "error"]
NameNote = tuple[str, str, Doubt]
"""Code, field, and how much it keeps the row back."""


@dataclass(frozen=True, slots=True)
class NameTexts:
    """What the cells of a row say of the name; `lines` is the whole name with its line breaks.

    `surname_apart` says whether surnames have a column of their own.
    """

    title: str = ""
    whole: str = ""
    given: str = ""
    middle: str = ""
    surname: str = ""
    lines: str = ""
    surname_apart: bool = False


def read_name(texts: NameTexts) -> tuple[Name, list[NameNote]]:
    """Return the name in its parts, and what is to be told at its cells."""
    notes: list[NameNote] = []
    title = canonical_title(texts.title) or texts.title
    surname, middle = texts.surname, texts.middle
    whole, given = without_number(texts.whole), without_number(texts.given)
    if surname.strip("() ") in _NO_SURNAME:
        surname = ""
    named = "name" if whole else "given"
    if given and (surname or texts.surname_apart) and whole:
        # Given name and surname have columns of their own: the whole name only checks them.
        if _says_otherwise(given, surname, whole):
            notes.append(("name_differs", "name", ""))
        whole = given
    whole = whole or given
    doubt = several_people(texts.lines, surname_apart=texts.surname_apart)
    if doubt:
        notes.append(("two_people" if doubt == "error" else "maybe_two_people", named, doubt))
    for text, field in ((whole, named), (surname, "surname")):
        if remark := _REMARK.search(text):
            said = remark["in"] or remark["stars"] or remark["dash"]
            notes.append(("name_remark", field, "ask" if re.match(_GONE, said) else ""))
    whole, surname = (only_name(_REMARK.sub("", whole)), without_footnote(_REMARK.sub("", surname)))
    if texts.surname_apart:
        whole = _MISS_APART.sub("นางสาว", whole)
    for text, field in ((whole, named), (surname, "surname")):
        if digits(text).replace("/", "").isdigit():
            notes.append(("row_shifted", field, "ask"))
    # Beside a title column the name keeps its first letters, unless they say the title again.
    if title:
        joined, rest = take_title(whole)
        if rest and (joined == title or "." in whole[: len(whole) - len(rest)]):
            whole = rest
        name = split_name(f"นาย {whole}") if whole else Name()
    else:
        name = split_name(whole)
        title = name.title
    given = name.given
    if surname:
        given = " ".join(part for part in (name.given, name.middle, name.surname) if part)
        return Name(title, given, middle, surname, name.nickname), notes
    return Name(title, given, middle or name.middle, name.surname, name.nickname), notes


def _says_otherwise(given: str, surname: str, whole: str) -> bool:
    said = split_name(only_name(whole))
    parts = {search_key(part) for part in (said.given, said.middle, said.surname) if part}
    apart = {search_key(part) for part in f"{only_name(given)} {surname}".split()}
    return "".join(sorted(parts)) != "".join(sorted(apart - {search_key(said.title)}))


def several_people(text: str, *, surname_apart: bool = False) -> Doubt:
    """Whether one cell names two people: `error` for surely, `ask` for perhaps."""
    if sum(any(letter.isalpha() for letter in part) for part in _BETWEEN.split(text)) > 1:
        return "error"
    parts = [only_name(one_line(part)) for part in _PARTS.split(text) if part.strip()]
    if len(parts) < 2:
        # A second title that leaves no doubt begins a second person.
        if len(_SURE_TITLE.findall(text)) > 1:
            return "error"
    else:
        titled = [part for part in parts if take_title(part)[0] and take_title(part)[1]]
        worded = [part for part in parts if len(part.split()) > 1]
        if len(titled) > 1 or len(worded) > 1:
            return "error"
    return "ask" if _perhaps_several(text, surname_apart=surname_apart) else ""


def _perhaps_several(text: str, *, surname_apart: bool) -> bool:
    """Signs that are no proof; names in other scripts than Thai often have many words."""
    bare = _BRACKETED.sub(" ", _LIST_NUMBER.sub("", _BULLET.sub("", text)))
    rest = take_title(only_name(one_line(bare)))[1]
    if not surname_apart:
        bare = one_line(bare)  # a narrow column breaks one name into two lines
    if _MAYBE_BETWEEN.search(bare.strip()) or _TWO_GIVEN.fullmatch(rest):
        return True
    before, _particle, _after = rest.partition(" ณ ")
    words = [word for word in before.split() if _THAI.search(word)]
    return len(words) > _ONE_PERSON_AT_MOST


def number_beside(text: str) -> list[str]:
    """The national number that stands in a name's cell; nothing for none, or for two people's."""
    found = _NUMBER.findall(digits(text))
    return found if len(found) == 1 else []


def without_number(text: str) -> str:
    """A name without the national number in its cell."""
    if not number_beside(text):
        return text
    where = _NUMBER.search(digits(text))
    return one_line(f"{text[: where.start()]} {text[where.end() :]}") if where else text


def only_name(text: str) -> str:
    """A name without what a list puts around it: a dot or "1." before, a footnote's star behind."""
    return without_footnote(_LIST_NUMBER.sub("", _BULLET.sub("", text)))


def without_footnote(text: str) -> str:
    """A name without the star that leads to a footnote."""
    return _FOOTNOTE.sub("", text)
