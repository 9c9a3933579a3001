"""A learner and the centre's letterhead as papers show them: ready words, no codes."""

from __future__ import annotations

import base64
import binascii
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models import areas
from desktop.models.area import Centre, Hamlet, Village
from desktop.models.dates import PartialDate
from desktop.models.identity import format_national
from desktop.models.people import Carer, Household, Learner, LearnerCode, LearnerGroup
from desktop.models.program import DeviceState
from desktop.models.text import sort_key
from desktop.reports.paper_data import Carer as CarerPaper
from desktop.reports.paper_data import LearnerPaper, Letterhead
from desktop.services.hett.framework import centre_framework
from desktop.services.record_values import owned
from desktop.services.vocabularies import CentreLookup

_NUMBERS = frozenset({"national", "local"})


class PaperDesk:
    """What papers of one batch share: the centre, its villages, words in one language.

    Args:
        session: one snapshot.
        language: `th` or `en`.
        today: the day that ages are counted on.
        sensitive: sensitive target groups are named too.
        whole_numbers: lists show official numbers whole.
    """

    def __init__(
        self,
        session: Session,
        language: str,
        today: date,
        *,
        sensitive: bool = False,
        whole_numbers: bool = False,
    ) -> None:
        self.session = session
        self.language = language
        self.today = today
        self.sensitive = sensitive
        self.whole_numbers = whole_numbers
        self._lookup = CentreLookup(session)
        self.framework = centre_framework(session)
        device = session.get_one(DeviceState, 1)
        self.centre = session.get(Centre, device.centre_id)
        self.tambon = areas.tambon(self.centre.tambon) if self.centre else None
        self.villages: dict[UUID, Village] = {v.id: v for v in session.scalars(select(Village))}
        self.hamlets: dict[UUID, Hamlet] = {h.id: h for h in session.scalars(select(Hamlet))}
        names = {each.name for each in self.villages.values()}
        names.update(each.name for each in self.hamlets.values())
        self.places = tuple(sorted(name for name in names if name))

    def label(self, vocabulary: str, code: str | None) -> str:
        """Return the label of a code, "" for none."""
        return self._lookup.vocabulary(vocabulary).label(code, self.language) if code else ""

    def worded(self, vocabulary: str, text: str | None) -> str:
        """Return the label where a text is a code, else the text as it was typed."""
        return self._lookup.vocabulary(vocabulary).worded(text, self.language) if text else ""

    def labels(self, vocabulary: str, codes: Any) -> tuple[str, ...]:
        """Return the labels of several codes in the order of the vocabulary."""
        terms = self._lookup.vocabulary(vocabulary)
        order = {term.code: place for place, term in enumerate(terms.terms)}
        wanted = sorted(codes or (), key=lambda code: (order.get(code, len(order)), code))
        return tuple(terms.label(code, self.language) for code in wanted)

    def shown_terms(self, vocabulary: str) -> tuple[str, ...]:
        """Return the labels that a person may choose from, sensitive ones left out."""
        terms = self._lookup.vocabulary(vocabulary).shown
        return tuple(term.label(self.language) for term in terms if not term.sensitive)

    def is_sensitive(self, vocabulary: str, code: str) -> bool:
        """Tell whether a code says something sensitive."""
        terms = self._lookup.vocabulary(vocabulary)
        return code in terms and terms.term(code).sensitive

    def letterhead(self) -> Letterhead:
        """Return whose paper it is."""
        centre = self.centre
        if centre is None:
            return Letterhead()
        own = centre.letterhead or {}
        place = self.tambon.address(self.language) if self.tambon else ""
        return Letterhead(
            organisation=str(own.get("organisation") or centre.organisation or centre.name),
            place=str(own.get("place") or centre.address or place),
            contact=str(own.get("contact") or centre.phone or ""),
            logo=_logo(own.get("logo")),
        )

    def date(self, iso: str | None, *, estimated: bool = False, short: bool = False) -> str:
        """Return a date as far as known in words: พ.ศ. in Thai, CE in English; months `short`."""
        if not iso:
            return ""
        known = PartialDate.from_iso(iso, estimated=estimated)
        if self.language != "en":
            return ("ประมาณ " if estimated else "") + (known.short() if short else known.long())
        text = str(known.year)
        if known.month is not None:
            month = _MONTHS[known.month - 1]
            text = f"{month[:3] if short else month} {text}"
        if known.day is not None:
            text = f"{known.day} {text}"
        return ("about " if estimated else "") + text

    def age(self, iso: str | None, estimated: bool) -> str:
        """Return the age in complete years, "" where no birth date is known."""
        if not iso:
            return ""
        age = PartialDate.from_iso(iso, estimated=estimated).age_on(self.today)
        if self.language == "en":
            return f"{'about ' if age.approximate else ''}{age.years} years"
        return f"{'ประมาณ ' if age.approximate else ''}{age.years} ปี"

    def education(self, learner: Learner) -> str:
        """Return present, last and highest schooling in one line, as far as known."""
        english = self.language == "en"
        facts = (
            ("now" if english else "ปัจจุบัน", learner.level_current, learner.current_place, ""),
            (
                "last" if english else "ล่าสุด",
                learner.level_last,
                learner.last_place,
                self.date(learner.last_left),
            ),
            ("completed" if english else "จบ", learner.level_completed, "", ""),
        )
        lines = []
        for word, level, place, left in facts:
            parts = [self.label("levels", level), place or "", left]
            text = " ".join(part for part in parts if part)
            if text:
                lines.append(f"{word} {text}")
        return " · ".join(lines)

    def village(self, learner: Learner) -> Village | None:
        """Return the learner's village."""
        return self.villages.get(learner.village_id) if learner.village_id else None


def learner_paper(desk: PaperDesk, learner: Learner) -> LearnerPaper:
    """Return a learner as the top of a paper shows them; the sensitive part is never in it."""
    session = desk.session
    codes = [code for code in session.scalars(owned(LearnerCode, learner.id)) if code.current]
    national = next((code.value for code in codes if code.code_kind == "national"), "")
    other = next((code for code in codes if code.code_kind not in _NUMBERS), None)
    village = desk.village(learner)
    hamlet = desk.hamlets.get(learner.hamlet_id) if learner.hamlet_id else None
    groups = [
        group.code
        for group in session.scalars(owned(LearnerGroup, learner.id))
        if desk.sensitive or not desk.is_sensitive("target_groups", group.code)
    ]
    tambon = desk.tambon
    english = desk.language == "en"
    return LearnerPaper(
        code=learner.code,
        title=learner.title or "",
        given=" ".join(part for part in (learner.given, learner.middle) if part),
        surname=learner.surname or "",
        nickname=learner.nickname or "",
        own_language_name=learner.own_name or "",
        sex=desk.label("sex", learner.sex) if learner.sex != "unspecified" else "",
        birth=desk.date(learner.birth, estimated=learner.birth_estimated),
        age=desk.age(learner.birth, learner.birth_estimated),
        national_id=format_national(national),
        other_id=_other(desk, other),
        moo=village.moo if village else "",
        village=_place(village, hamlet),
        tambon=_area("" if english else "ต.", tambon, english),
        district=_area("" if english else "อ.", tambon.district if tambon else None, english),
        province=_area("" if english else "จ.", tambon.province if tambon else None, english),
        address=_address(learner),
        phone=learner.phone or "",
        mother_tongue=desk.label("languages", learner.mother_tongue),
        spoken=desk.label("languages", learner.talk_language),
        education=desk.education(learner),
        occupation=learner.occupation or "",
        groups=desk.labels("target_groups", groups),
        carers=tuple(
            CarerPaper(
                name=carer.name,
                relation=desk.label("relations", carer.relation),
                phone=carer.phone or "",
            )
            for carer in session.scalars(owned(Carer, learner.id))
        ),
        household=_household(desk, learner),
        sort_key=learner.sort_key,
        village_sort_key=sort_key(village.moo) if village else "\uffff",
    )


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _other(desk: PaperDesk, code: LearnerCode | None) -> str:
    if code is None:
        return ""
    if code.code_kind == "g_code":
        return code.value
    return f"{desk.label('identity_papers', code.code_kind)} {code.value}".strip()


def _place(village: Village | None, hamlet: Hamlet | None) -> str:
    names = [place.name for place in (village, hamlet) if place is not None and place.name]
    return " ".join(names)


def _area(prefix: str, area: Any, english: bool) -> str:
    if area is None:
        return ""
    return str(area.name_en) if english else f"{prefix}{area.name_th}"


def _address(learner: Learner) -> str:
    return " ".join(part for part in (learner.house_number, learner.address) if part)


def _household(desk: PaperDesk, learner: Learner) -> str:
    house = desk.session.get(Household, learner.household_id) if learner.household_id else None
    if house is None or house.deleted:
        return ""
    members = ""
    if house.members:
        members = f"{house.members} people" if desk.language == "en" else f"{house.members} คน"
    parts = (members, desk.worded("family_status", house.family_status), house.travel or "")
    return " · ".join(part for part in parts if part)


def _logo(value: Any) -> bytes | None:
    """Return the logo's bytes, kept as bytes or as base64 text; anything else is none."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, str) and value:
        try:
            return base64.b64decode(value, validate=True)
        except binascii.Error:
            return None
    return None
