"""An accepted credit item in the shape of Open Badges 3.0, for the hub to sign.

https://www.imsglobal.org/spec/ob/v3p0. Whose it is stands there as our own id: no name and no
national number leaves with it, and whoever holds it shows who they are by other means.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

Badge = dict[str, Any]
"""An `OpenBadgeCredential` as JSON, without `proof`."""

CONTEXT: Final = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)


@dataclass(frozen=True)
class Shown:
    """Evidence as it is told: what it is, of which kind, what it shows."""

    id: UUID
    name: str
    genre: str = ""
    text: str = ""


@dataclass(frozen=True)
class Earned:
    """What is told of an accepted item.

    Attributes:
        id, learner_id: of the item, and whose it is.
        centre_id, centre: who issues it.
        name, text: what was learnt, and what they can do.
        criteria: how it was judged, in a sentence.
        accepted_on: the day of the decision, whole.
        credits: as accepted.
        subject_code: the receiver's code of the subject.
        level, subject: in words.
        starts_on, ends_on: when it was learnt; "" where the day is not known.
        evidence: what shows it.
    """

    id: UUID
    learner_id: UUID
    centre_id: UUID
    centre: str
    name: str
    text: str
    criteria: str
    accepted_on: str
    credits: float
    subject_code: str = ""
    level: str = ""
    subject: str = ""
    starts_on: str = ""
    ends_on: str = ""
    evidence: tuple[Shown, ...] = ()


def credential(earned: Earned, language: str = "th") -> Badge:
    """Return the credential; what is not known is left out, as the specification asks."""
    achievement = _said(
        {
            "id": f"{_urn(earned.id)}#achievement",
            "type": ["Achievement"],
            "inLanguage": language,
            "name": earned.name,
            "description": earned.text or earned.name,
            "criteria": {"narrative": earned.criteria},
            "achievementType": "Course" if earned.subject_code else "Competency",
            "humanCode": earned.subject_code,
            "fieldOfStudy": earned.subject,
            "specialization": earned.level,
            "creditsAvailable": earned.credits,
        }
    )
    subject = _said(
        {
            "id": _urn(earned.learner_id),
            "type": ["AchievementSubject"],
            "achievement": achievement,
            "creditsEarned": earned.credits,
            "activityStartDate": _moment(earned.starts_on),
            "activityEndDate": _moment(earned.ends_on),
        }
    )
    issuer = {"id": _urn(earned.centre_id), "type": ["Profile"], "name": earned.centre}
    return _said(
        {
            "@context": list(CONTEXT),
            "id": _urn(earned.id),
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": issuer,
            "validFrom": _moment(earned.accepted_on),
            "name": earned.name,
            "credentialSubject": subject,
            "evidence": [_evidence(each) for each in earned.evidence],
        }
    )


def _evidence(shown: Shown) -> dict[str, Any]:
    return _said(
        {
            "id": _urn(shown.id),
            "type": ["Evidence"],
            "name": shown.name,
            "genre": shown.genre,
            "narrative": shown.text,
        }
    )


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in values.items() if each not in ("", None, [])}


def _moment(day: str) -> str:
    """The beginning of a whole day in Thailand; "" of one that is known in part."""
    return f"{day}T00:00:00+07:00" if len(day) == 10 else ""


def _urn(known: UUID) -> str:
    return f"urn:uuid:{known}"
