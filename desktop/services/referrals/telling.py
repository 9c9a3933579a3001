"""What the words of a referral tell of a home: telephones and places, and who lives there."""

from __future__ import annotations

import re
from typing import Final, Literal

from sqlalchemy.orm import Session

from desktop.models.area import Village
from desktop.models.people import Carer, Learner
from desktop.models.referrals import Referral
from desktop.models.text import digits, search_key
from desktop.models.titles import take_title
from desktop.services.record_values import owned

Telling = Literal["tells_home", "tells_names"]
"""`tells_home`: a telephone number, the house or the village; `tells_names`: somebody's name."""

WORDS: Final = ("reason", "done_already", "asked", "cautions")
"""The fields of a referral that are written freely, and stand on its slip as they were written."""

_PHONE: Final = re.compile(r"(?:\d[ .()-]*){9,}")
_LEAST: Final = 3  # letters: shorter names stand in too many words


def telling(session: Session, referral: Referral) -> dict[str, Telling]:
    """Return what the words of a referral tell of a home, by field; a place before a name."""
    learner = session.get(Learner, referral.learner_id)
    if learner is None:
        return {}
    places, names = _places(session, learner), _names(session, learner)
    found: dict[str, Telling] = {}
    for field in WORDS:
        said = getattr(referral, field) or ""
        key = search_key(said)
        if _PHONE.search(digits(said)) or any(place in key for place in places):
            found[field] = "tells_home"
        elif any(name in key for name in names):
            found[field] = "tells_names"
    return found


def _places(session: Session, learner: Learner) -> set[str]:
    village = session.get(Village, learner.village_id) if learner.village_id else None
    house = (learner.house_number or "").strip()
    told = [learner.address or "", (village.name or "") if village is not None else ""]
    # A number alone is as likely a count of something.
    told += [house] if "/" in house else [f"บ้านเลขที่ {house}", f"เลขที่ {house}"] if house else []
    return {key for key in map(search_key, told) if len(key) >= _LEAST}


def _names(session: Session, learner: Learner) -> set[str]:
    found = set()
    for carer in session.scalars(owned(Carer, learner.id)):
        _title, name = take_title(carer.name or "")
        found.add(search_key((name or "").split(" ")[0]))
    return {each for each in found if len(each) >= _LEAST}
