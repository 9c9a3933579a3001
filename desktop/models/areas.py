"""Provinces, districts and tambons of Thailand, by code and by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from desktop.models.text import digits, normalise, sort_key

# Tone marks and the like that people leave out, and what separates words.
_LEFT_OUT: Final = dict.fromkeys(map(ord, "่้๊๋็์ฺ.-"))
# Words before an area's name, written joined to it or apart; longest first.
_AREA_WORDS: Final = ("จังหวัด", "อำเภอ", "ตำบล", "แขวง", "จ", "อ", "ต")
_BANGKOK: Final = "10"


@dataclass(frozen=True, slots=True)
class Province:
    """A province; `code` has two digits."""

    code: str
    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True)
class District:
    """A district (อำเภอ; in Bangkok เขต, which is part of its name); `code` has four digits."""

    code: str
    name_th: str
    name_en: str
    province: Province


@dataclass(frozen=True, slots=True)
class Tambon:
    """A tambon (in Bangkok แขวง); `code` has six digits. A few have more than one postcode."""

    code: str
    name_th: str
    name_en: str
    postcodes: tuple[str, ...]
    district: District

    @property
    def province(self) -> Province:
        """The province of its district."""
        return self.district.province

    def address(self, language: str = "th") -> str:
        """Tambon, district and province in one line, without the postcode."""
        if language == "en":
            return f"{self.name_en}, {self.district.name_en}, {self.province.name_en}"
        if self.province.code == _BANGKOK:
            return f"แขวง{self.name_th} {self.district.name_th} {self.province.name_th}"
        return f"ต.{self.name_th} อ.{self.district.name_th} จ.{self.province.name_th}"


class _Entry(NamedTuple):
    district: District
    tambons: dict[str, str]  # code -> its line of the table, kept unparsed to stay small


class _Table(NamedTuple):
    provinces: dict[str, Province]
    districts: dict[str, _Entry]
    source: str


@cache
def _table() -> _Table:
    text = files("resources").joinpath("areas", "areas.tsv").read_text(encoding="utf-8")
    provinces: dict[str, Province] = {}
    districts: dict[str, _Entry] = {}
    source: list[str] = []
    tambons: dict[str, str] = {}
    district_code = province_code = ""
    for line in text.splitlines():
        first = line[0]
        if first == "#":
            source.append(line[2:])
        elif first == "P":
            _, province_code, name_th, name_en = line.split("\t")
            provinces[province_code] = Province(province_code, name_th, name_en)
        elif first == "D":
            _, number, name_th, name_en = line.split("\t")
            district_code = province_code + number
            tambons = {}
            district = District(district_code, name_th, name_en, provinces[province_code])
            districts[district_code] = _Entry(district, tambons)
        else:
            tambons[district_code + line[:2]] = line
    return _Table(provinces, districts, " ".join(source))


def source() -> str:
    """Where the table comes from, when, and whom to credit."""
    return _table().source


def _made(line: str, district: District) -> Tambon:
    number, name_th, name_en, postcodes = line.split("\t")
    return Tambon(district.code + number, name_th, name_en, tuple(postcodes.split()), district)


def tambon(code: str) -> Tambon | None:
    """The tambon of a six-digit code (Thai digits and spaces allowed), or None."""
    plain = digits(code).replace(" ", "")
    entry = _table().districts.get(plain[:4])
    line = entry.tambons.get(plain) if entry else None
    return _made(line, entry.district) if entry and line else None


@cache
def provinces() -> tuple[Province, ...]:
    """All provinces in Thai order."""
    return tuple(sorted(_table().provinces.values(), key=lambda area: sort_key(area.name_th)))


def districts(province: str) -> tuple[District, ...]:
    """The districts of a province code in Thai order; none for an unknown code."""
    found = (
        entry.district
        for entry in _table().districts.values()
        if entry.district.province.code == province
    )
    return tuple(sorted(found, key=lambda area: sort_key(area.name_th)))


def tambons(district: str) -> tuple[Tambon, ...]:
    """The tambons of a district code in Thai order; none for an unknown code."""
    entry = _table().districts.get(district)
    if entry is None:
        return ()
    made = (_made(line, entry.district) for line in entry.tambons.values())
    return tuple(sorted(made, key=lambda area: sort_key(area.name_th)))


def _key(text: str) -> str:
    return text.translate(_LEFT_OUT).lower()


@cache
def _search_rows() -> tuple[tuple[str, str, str, str], ...]:
    """(tambon's key, its names' keys, its district's and province's keys, code) of every tambon."""
    rows = []
    for entry in _table().districts.values():
        district, province = entry.district, entry.district.province
        above = "\t".join(
            _key(name).replace(" ", "")
            for name in (district.name_th, district.name_en, province.name_th, province.name_en)
        )
        for code, line in entry.tambons.items():
            _, name_th, name_en, postcodes = line.split("\t")
            own = _key(name_th)
            names = f"{own}\t{_key(name_en).replace(' ', '')}\t{postcodes}"
            rows.append((own, names, above, code))
    return tuple(rows)


def _words(text: str) -> list[str]:
    """The query's words as keys, without the words for tambon, district and province."""
    words = []
    for typed in digits(normalise(text)).replace("/", " ").replace(",", " ").split():
        word = typed
        for prefix in _AREA_WORDS:
            if word.startswith(prefix):
                rest = word[len(prefix) :]
                # One letter means an abbreviation only with its dot: ต.แม่สวด, not ตาก.
                if len(prefix) > 1 or rest.startswith("."):
                    word = rest.lstrip(".")
                    break
        key = _key(word)
        if key:
            words.append(key)
    return words


def search(text: str, limit: int = 20) -> list[Tambon]:
    """Tambons that fit `text`, best first: a name in Thai or English, a code or a postcode.

    Tone marks may be missing; of several words each must fit the tambon, its district or its
    province, so `แม่สวด สบเมย` finds one place.
    """
    words = _words(text)
    if not words:
        return []
    joined = "".join(words)
    found: list[tuple[int, int, str]] = []
    for number, (own, names, above, code) in enumerate(_search_rows()):
        if own in (joined, words[0]) and all(w in own or w in above for w in words):
            rank = 0
        elif code.startswith(joined) or own.startswith(joined):
            rank = 1
        elif joined in names:
            rank = 2
        elif all(word in names or word in above for word in words):
            rank = 3 if words[0] in names else 4
        else:
            continue
        found.append((rank, number, code))
    found.sort()
    made = (tambon(code) for _rank, _number, code in found[:limit])
    return [area for area in made if area is not None]
