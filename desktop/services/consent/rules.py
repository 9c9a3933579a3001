"""Who has to sign a consent, by age and situation: pure rules of section 20 of the act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop.models.dates import PartialDate

FORM_VERSION: Final = "2569-1"
"""The wording of the consent form that this program prints."""

ADULT_AGE: Final = 20
CHILD_AGE: Final = 10

BY_COURT: Final = frozenset({"incapable", "quasi_incapable"})
"""Situations that a court has ordered: they hold at any age."""

DATA_OF: Final[dict[str, tuple[str, ...]]] = {
    "plan": ("person", "number", "education", "hett", "visits"),
    "referral": ("person", "education", "hett"),
    "report": ("education", "hett"),
    "photo": ("photo",),
    "sensitive": ("sensitive",),
}
"""What each purpose needs; asked for by default, one tick each on the form."""


@dataclass(frozen=True)
class Signing:
    """Who has to sign.

    Attributes:
        situation: code of `consent_situations`; "" where the birth date does not tell.
        powers: codes of `signer_powers`, one of which the signer must have.
        own_agreement: the learner has to agree too.
        approximate: worked out from a birth date known in part or estimated.
        choices: the situations that a person may say instead.
    """

    situation: str
    powers: tuple[str, ...]
    own_agreement: bool
    approximate: bool = False
    choices: tuple[str, ...] = ()


_RULES: Final[dict[str, tuple[tuple[str, ...], bool]]] = {
    "child_10": (("parental_power", "guardian_court"), False),
    "minor": (("parental_power", "guardian_court"), True),
    "married_minor": (("self",), False),
    "adult": (("self",), False),
    "incapable": (("custodian",), False),
    "quasi_incapable": (("curator",), False),
}


def by_age(birth: PartialDate | None, on: date) -> str:
    """Return the situation that the age alone gives, "" where the birth date is unknown.

    A child is "not over ten" up to the tenth birthday itself; from the next day on the child is
    asked too. A date known in part counts from its first day.
    """
    if birth is None:
        return ""
    years = birth.age_on(on).years
    if years >= ADULT_AGE:
        return "adult"
    first = birth.first_day
    on_birthday = years == CHILD_AGE and (on.month, on.day) == (first.month, first.day)
    return "child_10" if years < CHILD_AGE or on_birthday else "minor"


def allowed(birth: PartialDate | None, on: date) -> tuple[str, ...]:
    """Return the situations that a person may say: what the age leaves open, and a court's."""
    court = ("incapable", "quasi_incapable")
    known = by_age(birth, on)
    if birth is None or birth.estimated or birth.month is None:
        return ("child_10", "minor", "married_minor", "adult", *court)
    if known == "adult":
        return ("adult", *court)
    if known == "minor":
        return ("minor", "married_minor", *court)
    return ("child_10", *court)


def signing(birth: PartialDate | None, on: date, said: str = "") -> Signing:
    """Return who has to sign on a day.

    Args:
        birth: as far as known.
        on: the day of signing.
        said: the situation that a person gives, "" to go by age.
    """
    situation = said or by_age(birth, on)
    powers, own = _RULES.get(situation, ((), False))
    approximate = birth is not None and (birth.estimated or birth.day is None)
    return Signing(situation, powers, own, approximate, allowed(birth, on))


def outgrown(situation: str, birth: PartialDate | None, on: date) -> bool:
    """Tell whether a consent that another signed has to be asked of the person anew: at 20."""
    if birth is None or situation not in ("child_10", "minor"):
        return False
    return birth.age_on(on).years >= ADULT_AGE


def turns_adult_on(birth: PartialDate) -> date:
    """Return the day on which somebody turns 20, counted from the first day it can be."""
    first = birth.first_day
    try:
        return first.replace(year=first.year + ADULT_AGE)
    except ValueError:  # born on 29 February: a year without one counts from 1 March
        return date(first.year + ADULT_AGE, 3, 1)
