"""Whether a document may leave the centre's data: consent of those who are seen on it."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.documents import Document
from desktop.models.owners import owner_of
from desktop.models.people import Learner
from desktop.services.consent.gates import stands
from desktop.services.consent.of_persons import person_allows
from desktop.services.documents.records import PHOTOS, PICTURES
from desktop.services.restricted import refuse


def refuse_leaving(session: Session, document: Document, today: date) -> None:
    """Refuse to let a document out, on paper or as a file, while somebody has not agreed.

    A paper that was photographed is no picture of anybody. A picture that is not of one person
    (of a meeting, of a village) must say first whether people are seen on it.

    Raises:
        UserError: `learner_restricted`, `person_restricted`, `photo_without_consent`,
            `pictured_not_said`, `pictured_not_asked`; the last three with the `title`.
    """
    whose = owner_of(session, document)
    if whose is not None:
        refuse(session, whose)
    if document.media_type not in PHOTOS or document.document_kind not in PICTURES:
        return
    if whose is None and document.others_pictured is None:
        raise UserError("pictured_not_said", field="others_pictured", title=document.title)
    if document.others_pictured and not document.others_agreed:
        raise UserError("pictured_not_asked", field="others_agreed", title=document.title)
    if whose is None:
        return
    of_learner = session.get(Learner, whose) is not None
    agreed = stands if of_learner else person_allows
    if not agreed(session, whose, "photo", today):
        raise UserError("photo_without_consent", title=document.title)
