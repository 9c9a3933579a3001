"""A badge against the tables of Open Badges 3.0, written down here apart from what makes it."""

from __future__ import annotations

import json
import re
from typing import Any, Final
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.credits.open_badge import Earned, Shown, credential
from tests.services.credits.test_credits import ACCEPTED, row, submitted

ITEM, LEARNER, CENTRE = (UUID(int=each) for each in (1, 2, 3))
MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")

# Of each class of the specification: what must be there, and what may be.
CLASSES: Final[dict[str, tuple[str, str]]] = {
    "OpenBadgeCredential": (
        "@context id type issuer validFrom credentialSubject",
        "name description image awardedDate evidence endorsement proof credentialSchema"
        " credentialStatus refreshService termsOfUse validUntil",
    ),
    "Profile": ("id type", "name url phone description email address image otherIdentifier"),
    "AchievementSubject": (
        "type achievement",
        "id activityEndDate activityStartDate creditsEarned identifier image licenseNumber"
        " narrative result role source term",
    ),
    "Achievement": (
        "id type criteria description name",
        "achievementType alignment creator creditsAvailable endorsement fieldOfStudy humanCode"
        " image inLanguage otherIdentifier related resultDescription specialization tag version",
    ),
    "Evidence": ("type", "id narrative name description genre audience"),
}
TYPES: Final = frozenset({"Course", "Competency"})
"""Those of the list of achievement types that we give."""


def fits(said: dict[str, Any], name: str) -> None:
    """Whether an object has what its class must have, and nothing that it does not know."""
    must, may = (set(names.split()) for names in CLASSES[name])
    assert name in said["type"]
    assert must <= said.keys() <= must | may, name
    assert all(each not in ("", None, []) for each in said.values())


def check(badge: dict[str, Any]) -> None:
    fits(badge, "OpenBadgeCredential")
    assert badge["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert badge["@context"][1].startswith("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0")
    assert badge["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert MOMENT.fullmatch(badge["validFrom"])
    fits(badge["issuer"], "Profile")
    subject = badge["credentialSubject"]
    fits(subject, "AchievementSubject")
    for name in ("activityStartDate", "activityEndDate"):
        assert MOMENT.fullmatch(subject.get(name, "2026-01-01T00:00:00Z"))
    assert isinstance(subject["creditsEarned"], float)
    achievement = subject["achievement"]
    fits(achievement, "Achievement")
    assert set(achievement["criteria"]) <= {"id", "narrative"}
    assert achievement["achievementType"] in TYPES
    for each in badge.get("evidence", []):
        fits(each, "Evidence")
    for known in (badge["id"], badge["issuer"]["id"], subject["id"], achievement["id"]):
        assert known.startswith("urn:uuid:")


def test_a_badge_has_the_fields_of_the_specification_and_no_other() -> None:
    whole = Earned(
        id=ITEM, learner_id=LEARNER, centre_id=CENTRE, centre="ศูนย์ตัวอย่าง", name="ซ่อมรถ",
        text="ตั้งไฟได้", criteria="พิจารณาหลักฐาน", accepted_on="2026-11-02", credits=3.0,
        subject_code="อช21001", level="ม.ต้น", subject="การประกอบอาชีพ", starts_on="2026-02-01",
        ends_on="2026-09-30", evidence=(Shown(UUID(int=4), "สมุดงาน", "เอกสาร", "วันละงาน"),),
    )  # fmt: skip
    badge = credential(whole)
    check(badge)
    assert badge["credentialSubject"]["achievement"]["achievementType"] == "Course"
    assert badge["credentialSubject"]["activityStartDate"] == "2026-02-01T00:00:00+07:00"
    assert json.loads(json.dumps(badge)) == badge


def test_what_is_not_known_is_left_out() -> None:
    bare = Earned(
        id=ITEM, learner_id=LEARNER, centre_id=CENTRE, centre="ศูนย์ตัวอย่าง", name="ซ่อมรถ", text="",
        criteria="พิจารณาหลักฐาน", accepted_on="2026-11-02", credits=3.0, starts_on="2026-02",
    )  # fmt: skip
    badge = credential(bare)
    check(badge)
    assert "evidence" not in badge
    assert "activityStartDate" not in badge["credentialSubject"]


def test_only_what_was_accepted_becomes_one_and_it_names_nobody(services: Services) -> None:
    made = submitted(services)
    with pytest.raises(UserError, match="credit_not_accepted"):
        services.credits.badge(made)
    services.credits.move(made, "accept", ACCEPTED)
    (shown,) = services.credits.get(made).shown_by
    services.evidence.move(shown.id, "see")
    badge = services.credits.badge(made)
    check(badge)
    assert badge["credentialSubject"]["creditsEarned"] == 3
    assert [each["name"] for each in badge["evidence"]] == ["ภาพชิ้นงาน"]
    assert "45/2569" in badge["credentialSubject"]["achievement"]["criteria"]["narrative"]
    told = services.learners.get(row(services, made).learner_id)
    assert told.row.code not in json.dumps(badge, ensure_ascii=False)
