"""What the learner's page is made from: the services, handed over together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from desktop.services.centre import CentreService
from desktop.services.consent.service import ConsentService
from desktop.services.drafts import DraftService
from desktop.services.hett.service import HettService
from desktop.services.history import HistoryService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.documents import DocumentService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.people import PeopleService
from desktop.services.learners.service import LearnerService
from desktop.services.persons_rights.anonymising import AnonymisingService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.persons_rights.rectifying import RectificationService
from desktop.services.persons_rights.restrictions import RestrictionService
from desktop.services.plans.service import PlanService
from desktop.services.roles import Right
from desktop.services.settings import SettingService
from desktop.services.timeline import TimelineService
from desktop.services.undo import UndoService
from desktop.services.urgent.service import UrgentService
from desktop.services.users import UserService
from desktop.services.workspace import SignedIn, Workspace
from desktop.ui.printing.presenter import PrintServices


@dataclass(frozen=True)
class LearnerServices:
    """The services that the page asks; `user` is signed in, `rights` is what they may do now."""

    learners: LearnerService
    lists: LearnerLists
    people: PeopleService
    consents: ConsentService
    rectifying: RectificationService
    restrictions: RestrictionService
    contacts: ContactService
    documents: DocumentService
    hett: HettService
    plans: PlanService
    timeline: TimelineService
    history: HistoryService
    undo: UndoService
    erasure: ErasureService
    anonymising: AnonymisingService
    drafts: DraftService
    centre: CentreService
    users: UserService
    settings: SettingService
    printing: PrintServices
    user: SignedIn
    urgent: UrgentService
    rights: Callable[[], frozenset[Right]]

    @classmethod
    def of(cls, workspace: Workspace) -> Self:
        """Every one of them over one open centre."""
        return cls(
            learners=LearnerService(workspace),
            lists=LearnerLists(workspace),
            people=PeopleService(workspace),
            consents=ConsentService(workspace),
            rectifying=RectificationService(workspace),
            restrictions=RestrictionService(workspace),
            contacts=ContactService(workspace),
            documents=DocumentService(workspace),
            hett=HettService(workspace),
            plans=PlanService(workspace),
            timeline=TimelineService(workspace),
            history=HistoryService(workspace),
            undo=UndoService(workspace),
            erasure=ErasureService(workspace),
            anonymising=AnonymisingService(workspace),
            drafts=DraftService(workspace),
            centre=CentreService(workspace),
            users=UserService(workspace),
            settings=SettingService(workspace),
            printing=PrintServices.of(workspace),
            user=workspace.user,
            urgent=UrgentService(workspace),
            rights=lambda: workspace.rights,
        )
