"""Evidence: whose it is, what it lacks, and that a picture of others stays inside."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.evidence.records import EvidenceQuery
from tests.factories import picture


@pytest.fixture
def learner(services: Services) -> UUID:
    return services.learners.add({"given": "คำแพง", "birth": "1990-01-01"}).id


def gaps(services: Services, known: UUID) -> tuple[str, ...]:
    return services.evidence.get(known).row.gaps


def test_evidence_of_an_item_is_its_learners(services: Services, learner: UUID) -> None:
    item = services.credits.add({"name": "ทอผ้า", "learner_id": learner})
    known = services.evidence.add({"name": "ผ้า", "credit_item_id": item})
    assert services.evidence.get(known).row.learner_id == learner
    assert services.evidence.get(known).row.shows == "ทอผ้า"
    with pytest.raises(UserError, match="field_missing"):
        services.evidence.add({"name": "ผ้า"})


def test_what_is_another_learners_shows_nothing(services: Services, learner: UUID) -> None:
    stranger = services.learners.add({"given": "แสงดาว"}).id
    item = services.credits.add({"name": "ทอผ้า", "learner_id": stranger})
    paper = services.documents.add(stranger, b"%PDF-1.4 x")
    known = services.evidence.add({"name": "ผ้า", "learner_id": learner})
    for name, value in (("credit_item_id", item), ("document_id", paper)):
        with pytest.raises(UserError, match="evidence_of_another"):
            services.evidence.edit(known, {name: value})


def test_what_it_lacks_is_told_until_everybody_agreed(
    services: Services, learner: UUID, tmp_path: Path
) -> None:
    known = services.evidence.add(
        {"name": "ภาพกลุ่ม", "learner_id": learner, "evidence_kind": "photo"}
    )
    assert gaps(services, known) == ("file",)
    with pytest.raises(UserError, match="evidence_no_file"):
        services.evidence.edit(known, {"others_pictured": True})
    photo = services.documents.add(learner, picture(), {"document_kind": "photo"})
    services.evidence.edit(known, {"document_id": photo})
    assert gaps(services, known) == ("others_unknown", "consent_own")
    services.evidence.edit(known, {"others_pictured": True})
    assert gaps(services, known) == ("consent_others",)
    with pytest.raises(UserError, match="pictured_not_asked"):
        services.documents.save_copy(photo, tmp_path / "photo.png")
    services.evidence.edit(known, {"others_agreed": True})
    assert gaps(services, known) == ("consent_own",)
    services.consents.record(learner, {"photo": True}, {})
    assert gaps(services, known) == ()
    services.documents.save_copy(photo, tmp_path / "photo.png")
    assert services.evidence.find(EvidenceQuery(ask_again=True)) == ()
    values = services.evidence.get(known).values
    assert (values["others_pictured"], values["others_agreed"]) == (True, True)


def test_what_was_watched_needs_no_file(services: Services, learner: UUID) -> None:
    known = services.evidence.add(
        {"name": "เห็นตั้งไฟรถ", "learner_id": learner, "evidence_kind": "observation"}
    )
    assert gaps(services, known) == ()
